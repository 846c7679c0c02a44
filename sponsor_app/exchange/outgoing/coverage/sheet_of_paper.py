"""The coverage report on one page of A4: totals, gaps, heat map, whom to see first."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from sponsor_app.domain.coverage import Coverage, CoverageRow
from sponsor_app.domain.gaps import GapList
from sponsor_app.domain.language import number, tr
from sponsor_app.domain.report import CoverageReport
from sponsor_app.domain.text import breakable
from sponsor_app.domain.wording import ago
from sponsor_app.exchange.outgoing.coverage.web import heat_line, state_bar
from sponsor_app.exchange.outgoing.coverage.words import (
    BYS,
    GAP_WORDS,
    SIGNS,
    as_of_words,
    basis,
    board_words,
    column_words,
    figures,
    shown_gaps,
    since_words,
    step_words,
    view_words,
    worst_first,
)
from sponsor_app.exchange.pages.templates import render

INKS = {"ok": "#14624A", "warn": "#7C4F00", "bad": "#A32817", "idle": "#4F4C46"}
FILLS = {"ok": "#FFFFFF", "warn": "#FAEDCF", "bad": "#A93020", "idle": "#F0EEE9"}
BARS = {
    "covered": "#2B8465",
    "due": "#D6A748",
    "overdue": "#A93020",
    "never_met": "#8B867C",
    "no_cadence": "#C9C4B9",
}
CELL_INKS = {**INKS, "bad": "#FFFFFF"}
MOST_COLUMNS = 5
WANTING = frozenset({Coverage.OVERDUE, Coverage.NEVER_MET, Coverage.DUE})


class Room(NamedTuple):
    """How much goes on the page: body size in px, sponsors, accounts, names a gap, letters a name."""

    body: int
    sponsors: int
    worst: int
    names: int
    letters: int


ROOMS = (
    Room(12, 14, 24, 4, 500),
    Room(12, 14, 18, 4, 500),
    Room(12, 12, 14, 4, 500),
    Room(12, 12, 10, 4, 500),
    Room(12, 10, 8, 4, 500),
    Room(11, 13, 11, 4, 500),
    Room(11, 11, 9, 3, 500),
    Room(11, 9, 8, 3, 120),
    Room(11, 8, 7, 3, 60),
    Room(10, 8, 7, 2, 60),
    Room(10, 6, 5, 2, 48),
    Room(9, 5, 4, 1, 40),
    Room(9, 3, 3, 1, 30),
)
"""Tried in this order until the page is one."""


def coverage_attempts(report: CoverageReport, templates: Path) -> Iterator[tuple[str, int]]:
    """HTML and body size of pages with less and less on them, each saying how much it leaves out."""
    wanting = worst_first([row for row in report.rows if row.coverage in WANTING])
    for room in ROOMS:
        yield _page(report, wanting, room, templates), room.body


def _page(report: CoverageReport, wanting: list[CoverageRow], room: Room, templates: Path) -> str:
    heat = [heat_line(row, report.columns[:MOST_COLUMNS]) for row in report.heat[: room.sponsors]]
    for row in heat:
        row["sponsor"] = _short(row["sponsor"], room)
    shown = wanting[: room.worst]
    return render(
        templates,
        "coverage_paper.html",
        {
            "body": room.body,
            "meta": max(9, room.body - 2),
            "title": room.body * 2 - 4,
            "gap": room.body - 2,
            "inks": INKS,
            "fills": FILLS,
            "cell_inks": CELL_INKS,
            "as_of": as_of_words(report.as_of),
            "step": _short(step_words(report), room._replace(letters=room.letters * 3)),
            "basis": " ".join((basis(report), view_words(report))).strip(),
            "moved": since_words(report),
            "bar": state_bar(report),
            "bars": BARS,
            "by": tr(BYS[report.view.by]),
            "board": board_words(report),
            "figures": figures(report),
            "gaps": [_gap(one, room) for one in shown_gaps(report)],
            "heat_words": [_short(word, room) for word in column_words(report)[:MOST_COLUMNS]],
            "heat_width": 96 if len(report.columns) > 4 else 116,  # noqa: PLR2004 - five columns fit when narrow
            "heat": heat,
            "more_columns": max(0, len(report.columns) - MOST_COLUMNS),
            "more_sponsors": len(report.heat) - len(heat),
            "worst": [_worst(row, room, report.as_of) for row in shown],
            "more_worst": len(wanting) - len(shown),
        },
    )


def _gap(one: GapList, room: Room) -> dict[str, Any]:
    every = [row.account for row in one.accounts[: room.names]]
    every += [member.name for member in one.members[: room.names]]
    said = ", ".join(_short(name, room) for name in every)
    more = one.count - len(every)
    return {
        "word": tr(GAP_WORDS[one.gap]),
        "number": one.count,
        "of": one.of,
        "said": tr("{names} and {count} more").format(names=said, count=number(more))
        if more
        else said,
    }


def _worst(row: CoverageRow, room: Room, today: date) -> dict[str, Any]:
    sign = SIGNS[row.coverage]
    promised = tr(" (at most {days})").format(days=row.cadence.maximum) if row.cadence else ""
    seen = tr("never") if row.days_since is None else ago(row.days_since)
    if row.selling_only(today):
        seen += tr(", to sell")
    return {
        "account": _short(row.account, room),
        "tone": sign.tone,
        "state": f"{sign.symbol} {sign.word}",
        "seen": seen + promised,
        "sponsor": _short(row.sponsor or tr("no sponsor"), room),
    }


def _short(text: str, room: Room) -> str:
    """A name as long as there is room for, cut with an ellipsis."""
    return breakable(text if len(text) <= room.letters else text[: room.letters - 1].rstrip() + "…")
