"""What the store answers and keeps, on a large team."""

import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from time import process_time

from sponsor_app.domain.board import BoardView, By, Family
from sponsor_app.domain.drafts import InteractionDraft, Promise
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.interaction import Intent, Kind, Place
from sponsor_app.services import (
    Services,
    accounts,
    briefs,
    coverage,
    interactions,
    searching,
    sentences,
    today,
)
from sponsor_app.ui.shell.finds import LIMIT, arranged, find_of
from tests.benchmarks.timing import Figure, median, milliseconds, once, p95, times

SAMPLE = 40
SAVES = 60


def figures(app: Services, folder: Path) -> list[Figure]:
    """Medians and 95th percentiles of single calls on an open store."""
    rows = accounts.listed(app)
    dice = random.Random(1)
    some = dice.sample([row.account_id for row in rows if row.clocks.touch], SAMPLE)
    return [
        _find(app, [row.account for row in dice.sample(rows, SAMPLE)]),
        _palette([row.account for row in dice.sample(rows, 6)], app),
        _line(app, [row.account for row in dice.sample(rows, 3)]),
        _within("Today, all of it", times(lambda: today.page(app), 5), 0.3),
        _within("account page", _each(some, lambda one: accounts.page(app, one)), 0.05),
        _within("brief, the value", _each(some, lambda one: briefs.compose_brief(app, one)), 0.05),
        _within("brief, as PDF on disk", _each(some, lambda one: _pdf(app, one, folder)), 0.25),
        _within("coverage: totals and 10,000 rows, after a write", _coverage(app, some[0]), 0.3),
        *_board(app, folder),
        _within("strengths of all accounts", times(lambda: accounts.strengths(app), 5), 0.3),
        _save(app, some[0]),
    ]


def _find(app: Services, names: list[str]) -> Figure:
    scraps = [name.lower()[:length] for name in names for length in range(1, min(8, len(name)))]
    searching.find(app, "xq", limit=14)
    seconds = [once(lambda s=scrap: searching.find(app, s, limit=14))[0] for scrap in scraps]
    worst = p95(seconds)
    value = f"p95 {milliseconds(worst)}, median {milliseconds(median(seconds))} of {len(scraps)}"
    return Figure("find, a key stroke, in the store", value, "p95 under 16 ms", worst < 0.016)


def _palette(names: list[str], app: Services) -> Figure:
    """Whole names and what people write, letter by letter: searched, and made into lines of the palette."""
    typed = [name.lower() for name in names] + ["dana reed", "pricing", "crane drop", "halvorson"]
    begun = [text[:end] for text in typed for end in range(1, len(text) + 1)]
    searching.find(app, "xqvw", limit=LIMIT)
    seconds: list[float] = []
    for text in begun:
        start = process_time()
        hits = searching.find(app, text, limit=LIMIT)
        arranged([find_of(hit, text) for hit in hits], [], text)
        seconds.append(process_time() - start)
    worst = p95(seconds)
    value = f"p95 {milliseconds(worst)}, median {milliseconds(median(seconds))} of {len(begun)}"
    return Figure("the palette, a key stroke, work", value, "p95 under 33 ms", worst < 0.033)


def _line(app: Services, names: list[str]) -> Figure:
    """A line typed letter by letter: understood, and the names it may go on with."""
    lines = [f"coffee with Dana at {name} yesterday, promised pricing by Fri" for name in names]
    begun = [line[:end] for line in lines for end in range(1, len(line) + 1)]
    sentences.warm_up(app)
    seconds = [once(lambda t=text: _typed(app, t))[0] for text in begun]
    worst = p95(seconds)
    value = f"p95 {milliseconds(worst)}, median {milliseconds(median(seconds))} of {len(begun)}"
    return Figure("the log line, a key stroke", value, "p95 under 16 ms", worst < 0.016)


def _typed(app: Services, text: str) -> None:
    sentences.read(app, text)
    sentences.complete(app, text, len(text))


def _coverage(app: Services, account_id: AccountId) -> list[float]:
    """Each time something was written before, so that nothing is kept from the last time."""
    found: list[float] = []
    for town in (
        "Bergen",
        "Oslo",
        "Bodø",
        "Molde",
        "Hamar",
        "Larvik",
        "Narvik",
        "Tromsø",
        "Ålesund",
    ):
        accounts.change(app, account_id, fields={"city": town})
        found.append(once(lambda: coverage.report(app))[0])
    return found


def _board(app: Services, folder: Path) -> list[Figure]:
    """What the board is asked for while nobody writes, a day gone by, and its files."""
    year = timedelta(days=365)
    past = [app.as_of(app.today() - 2 * year - timedelta(days=back)) for back in range(5)]
    report = coverage.report(app)
    tier = BoardView(choices=frozenset({(Family.TIER, "key"), (Family.STATUS, "customer")}))
    others = [BoardView(By.INDUSTRY), BoardView(window=30), tier, BoardView(By.REGION, 90)]
    coverage.report(past[0])
    page = folder / "coverage.html"
    written = times(lambda: coverage.write(app, report, page), 3)
    size = page.stat().st_size / 1_000_000
    book = folder / "coverage.xlsx"
    moved = [once(lambda back=back: _since(app, back))[0] for back in (30, 365, 730)]
    return [
        _within("coverage: the board again", times(lambda: coverage.report(app), 9), 0.3),
        _within(
            "coverage: another filter, window or columns",
            [once(lambda v=view: coverage.report(app, v, most=6))[0] for view in others * 3],
            0.05,
        ),
        _within(
            "coverage: as of a day two years back",
            [once(lambda then=then: coverage.report(then))[0] for then in past[1:]],
            1,
        ),
        _within("coverage: what moved since a day", moved, 1),
        _within(
            "coverage: workbook of all rows", times(lambda: coverage.write(app, report, book), 3), 3
        ),
        _within("coverage: web page", written, 1),
        Figure("coverage: web page, size", f"{size:.2f} MB", "under 2 MB", size < 2),
    ]


def _since(app: Services, back: int) -> object:
    return coverage.report(app, against=app.today() - timedelta(days=back))


def _pdf(app: Services, account_id: AccountId, folder: Path) -> None:
    briefs.write(app, briefs.compose_brief(app, account_id), folder / "brief.pdf")


def _save(app: Services, account_id: AccountId) -> Figure:
    people = [one.id for one in accounts.page(app, account_id).contacts[:2]]

    def save() -> None:
        interactions.log(
            app,
            InteractionDraft(
                account_id,
                Kind.COFFEE,
                app.today(),
                Place.THEIRS,
                Intent.CARE,
                summary="Coffee in the canteen",
                contact_ids=tuple(people),
                promises=(Promise("the pricing"),),
            ),
        )

    return _within(
        "save an interaction with those who were there and a promise", times(save, SAVES, 3), 0.01
    )


def _each(ids: list[AccountId], call: Callable[[AccountId], object]) -> list[float]:
    call(ids[0])
    return [once(lambda one=one: call(one))[0] for one in ids]


def _within(what: str, seconds: list[float], bound: float) -> Figure:
    middle = median(seconds)
    return Figure(what, milliseconds(middle), f"under {bound * 1000:.0f} ms", middle < bound)
