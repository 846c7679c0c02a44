"""A line of the table of accounts: how far it stands, and the words it is found by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.account import Tier
from sponsor_app.domain.clocks import ClockName
from sponsor_app.domain.coverage import Coverage, CoverageRow
from sponsor_app.domain.folding import fold
from sponsor_app.domain.wording import CLOCK_WORDS, TIER_WORDS, capital, short_day
from sponsor_app.ui.widgets.cell import Cell
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.record_table import Column
from sponsor_app.ui.widgets.states import SELLING_ONLY, UNSPONSORED, state

TIERS = tuple(Tier)
NOTHING = "–"
UNASKED = (ClockName.NON_SELLING, ClockName.THEIR_TURF)
WIDE_TABLE = 1300  # px at 100 %, from which the lead and the days face to face has room
WIDER_TABLE = 1440  # and from which the days without an ask and on their turf have


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An account and its folded name, so that a key stroke compares plain text."""

    row: CoverageRow
    folded: str


@dataclass(slots=True)
class Around:
    """What all lines share: the day, and the strengths, which come a moment after the rows."""

    today: date = date.min
    strengths: Mapping[str, int] | None = None


def lines_of(rows: Iterable[CoverageRow]) -> tuple[AccountLine, ...]:
    """The lines of these rows, in their order."""
    return tuple(AccountLine(row, fold(row.account)) for row in rows)


def tier_word(tier: Tier | None) -> str:
    """A tier as people say it."""
    return capital(tr(TIER_WORDS[tier])) if tier else tr("No tier")


def columns(around: Around) -> tuple[Column[AccountLine], ...]:
    """The twelve columns; `around` may change under them."""
    return (*_what(around), *_who(), *_met(around), *_ahead(around))


def _what(around: Around) -> tuple[Column[AccountLine], ...]:
    return (
        Column[AccountLine](
            tr("Account"),
            lambda line: line.row.account,
            lambda line: line.folded,
            lambda line: Cell(line.row.account, "medium", "text"),
            lambda line: sentence(line, around),
        ),
        Column[AccountLine](
            tr("Status"),
            lambda line: state(line.row.status).word,
            cell=lambda line: Cell(state=state(line.row.status)),
            width=108,
            wide=120,
        ),
        Column[AccountLine](
            tr("Tier"),
            lambda line: tier_word(line.row.tier),
            lambda line: TIERS.index(line.row.tier) if line.row.tier else None,
            _tier,
            width=88,
            wide=110,
            hide_below=860,
        ),
    )


def _who() -> tuple[Column[AccountLine], ...]:
    return (
        Column[AccountLine](
            tr("Sponsor"),
            lambda line: line.row.sponsor or tr("no sponsor"),
            lambda line: line.row.sponsor.casefold() if line.row.sponsor else None,
            _sponsor,
            width=190,
            wide=240,
        ),
        Column[AccountLine](
            tr("Account lead"),
            lambda line: line.row.lead or NOTHING,
            lambda line: line.row.lead.casefold() if line.row.lead else None,
            lambda line: _or_nothing(line.row.lead),
            lambda line: line.row.lead or tr("no account lead"),
            width=200,
            wide=230,
            hide_below=WIDE_TABLE,
        ),
    )


def _met(around: Around) -> tuple[Column[AccountLine], ...]:
    return (
        Column[AccountLine](
            tr("Any touch"),
            lambda line: _days(line.row.days_since),
            lambda line: line.row.days_since,
            lambda line: _touch(line, around),
            lambda line: _touch_sentence(line.row),
            width=172,
            wide=172,
        ),
        _clock(tr("Face to face"), ClockName.FACE_TO_FACE, around, 96, WIDE_TABLE),
        _clock(tr("No ask"), ClockName.NON_SELLING, around, 72, WIDER_TABLE),
        _clock(tr("Their turf"), ClockName.THEIR_TURF, around, 86, WIDER_TABLE),
        Column[AccountLine](
            tr("Strength"),
            lambda line: _strength(line, around).text,
            lambda line: (around.strengths or {}).get(line.row.account_id),
            lambda line: _strength(line, around),
            lambda line: _strength_sentence(line, around),
            width=76,
            wide=130,
            right=True,
            hide_below=640,
        ),
    )


def _clock(
    heading: str, name: ClockName, around: Around, width: int, room: int
) -> Column[AccountLine]:
    """The days on one clock, where a table of so many px has room for them."""

    def days(line: AccountLine) -> int | None:
        return line.row.days_of(name, around.today)

    return Column[AccountLine](
        heading,
        lambda line: _days(days(line)),
        days,
        accessible=lambda line: _clock_sentence(line, name, around),
        width=width,
        wide=width + 10,
        right=True,
        hide_below=room,
    )


def _ahead(around: Around) -> tuple[Column[AccountLine], ...]:
    return (
        Column[AccountLine](
            tr("Sev 1–2"),
            lambda line: str(line.row.open_sev12 or ""),
            lambda line: line.row.open_sev12 or None,
            _severe,
            lambda line: _severe_sentence(line.row),
            width=72,
            wide=80,
            right=True,
        ),
        Column[AccountLine](
            tr("Next"),
            lambda line: _next(line, around),
            lambda line: line.row.next_planned,
            lambda line: _or_nothing(_next(line, around)),
            lambda line: _next(line, around) or tr("no next date"),
            width=96,
            wide=96,
            right=True,
            hide_below=720,
        ),
    )


def sentence(line: AccountLine, around: Around) -> str:
    """All of a line in words."""
    row = line.row
    sponsor = tr("sponsor {name}").format(name=row.sponsor) if row.sponsor else tr("no sponsor")
    planned = _next(line, around)
    parts = (
        row.account,
        state(row.status).word,
        tier_word(row.tier),
        sponsor,
        _touch_sentence(row),
        *(_clock_sentence(line, name, around) for name in UNASKED if row.clocks.touch),
        state(SELLING_ONLY).word if row.selling_only(around.today) else "",
        _strength_sentence(line, around),
        _severe_sentence(row) if row.open_sev12 else "",
        tr("next {day}").format(day=planned) if planned else tr("no next date"),
    )
    return ", ".join(part for part in parts if part)


def _tier(line: AccountLine) -> Cell:
    word = tier_word(line.row.tier)
    return Cell(word) if line.row.tier else Cell(word, ink="text3")


def _sponsor(line: AccountLine) -> Cell:
    if line.row.sponsor:
        return Cell(line.row.sponsor, ink="text")
    return Cell(state=state(UNSPONSORED), state_ink="warn")


def _or_nothing(words: str | None) -> Cell:
    return Cell(words) if words else Cell(NOTHING, ink="text3")


def _days(days: int | None) -> str:
    return NOTHING if days is None else str(days)


def _touch(line: AccountLine, around: Around) -> Cell:
    """The days and how they stand; an account that is covered only by selling says so."""
    row = line.row
    seen_to_sell = row.coverage is Coverage.COVERED and row.selling_only(around.today)
    signs = state(SELLING_ONLY) if seen_to_sell else state(row.coverage)
    return Cell(_days(row.days_since), "medium", "text", signs)


def _strength(line: AccountLine, around: Around) -> Cell:
    if around.strengths is None:
        return Cell()
    score = around.strengths.get(line.row.account_id)
    return (
        Cell(tr("none"), "meta", "text3") if score is None else Cell(str(score), part=score / 100)
    )


def _severe(line: AccountLine) -> Cell:
    count = line.row.open_sev12
    return Cell(str(count), "metaB", "bad", symbol="octagon-alert") if count else Cell()


def _next(line: AccountLine, around: Around) -> str:
    planned = line.row.next_planned
    return short_day(planned, around.today) if planned else ""


def _touch_sentence(row: CoverageRow) -> str:
    word = state(row.coverage).word
    if row.days_since is None:
        return tr("any touch {state}").format(state=word)
    return tr("any touch {days} days ago, {state}").format(days=row.days_since, state=word)


def _clock_sentence(line: AccountLine, name: ClockName, around: Around) -> str:
    days = line.row.days_of(name, around.today)
    if name is ClockName.FACE_TO_FACE:
        if days is None:
            return tr("sponsor never met face to face")
        return tr("sponsor face to face {days} days ago").format(days=days)
    clock = tr(CLOCK_WORDS[name])
    if days is None:
        return tr("{clock}: never").format(clock=clock)
    return tr("{clock} {days} days ago").format(clock=clock, days=days)


def _strength_sentence(line: AccountLine, around: Around) -> str:
    cell = _strength(line, around)
    return tr("strength {score}").format(score=cell.text) if cell.text else ""


def _severe_sentence(row: CoverageRow) -> str:
    return tr("{count} open at Sev 1–2").format(count=row.open_sev12)
