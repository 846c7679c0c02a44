"""What the coverage report says: a symbol, a word and a tone for every state, so that no colour speaks alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sponsor_app.domain.board import NOWHERE, OTHERS, By, filter_words, window_words
from sponsor_app.domain.brief.compose import not_in_step
from sponsor_app.domain.coverage import WORST_FIRST, Coverage, CoverageRow
from sponsor_app.domain.gaps import ALWAYS, Gap, GapList
from sponsor_app.domain.heat import HeatCell, HeatColumn
from sponsor_app.domain.load import LoadState
from sponsor_app.domain.moves import Direction, Moves
from sponsor_app.domain.report import UNRECORDED, CoverageReport
from sponsor_app.domain.text import breakable, counted
from sponsor_app.domain.wording import STATUS_WORDS, TIER_WORDS, capital, full_day


class Sign(NamedTuple):
    """How a state looks: `tone` is ok, warn, bad or idle."""

    symbol: str
    word: str
    tone: str


SIGNS: Mapping[Coverage, Sign] = {
    Coverage.COVERED: Sign("✓", "covered", "ok"),
    Coverage.DUE: Sign("△", "due", "warn"),
    Coverage.OVERDUE: Sign("▲", "overdue", "bad"),
    Coverage.NEVER_MET: Sign("○", "never met", "idle"),
    Coverage.NO_CADENCE: Sign("–", "no cadence", "idle"),
}
UNSPONSORED = Sign("□", "no sponsor", "idle")
GAP_WORDS: Mapping[Gap, str] = {
    Gap.NO_SPONSOR: "No sponsor",
    Gap.NO_ACCOUNT: "Executive without an account",
    Gap.OVERDUE: "Overdue",
    Gap.NEVER_MET: "Never met",
    Gap.NO_NEXT_DATE: "No next date",
    Gap.SINGLE_THREADED: "Single-threaded",
    Gap.OVERLOADED: "Overloaded",
    Gap.SELLING_ONLY: "Selling only",
    Gap.NO_CADENCE: "No cadence",
    Gap.SEVERAL_SPONSORS: "Several sponsors",
    Gap.SPONSOR_LEFT: "Sponsor has left",
    Gap.BOSS_OF_LEAD: "Sponsor is the lead’s boss",
    Gap.NOT_ON_THEIR_TURF: "Nobody on their turf",
    Gap.NO_COUNTERPART: "Strategic, no counterpart",
    Gap.CONTACT_LEFT: "Contact has left",
    Gap.PROMISES_LATE: "Promises late",
    Gap.REFERENCE_AT_RISK: "Reference at risk",
}
HEAT_WORDS: Mapping[str, str] = {
    HeatColumn.STRATEGIC: "Strategic",
    HeatColumn.KEY: "Key",
    HeatColumn.STANDARD: "Standard",
    HeatColumn.GONE: "Lost, former",
    HeatColumn.NO_TIER: "No tier",
}
LOAD_WORDS: Mapping[LoadState, str] = {
    LoadState.NONE: "no account",
    LoadState.FITS: "fits",
    LoadState.HIGH: "high",
    LoadState.OVER: "over",
}
LOAD_TONES: Mapping[str, str] = {"high": "warn", "over": "bad"}
STATE_TONES: Mapping[str, str] = {
    sign.word: sign.tone for sign in SIGNS.values() if sign.tone != "ok"
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One total with its denominator."""

    count: int
    of: int
    sign: Sign


def figures(report: CoverageReport) -> list[Figure]:
    """The five totals of the coverage board."""
    found = report.totals
    of_promised = [
        (found.covered, Coverage.COVERED),
        (found.due, Coverage.DUE),
        (found.overdue, Coverage.OVERDUE),
        (found.never_met, Coverage.NEVER_MET),
    ]
    promised = [Figure(count, found.with_cadence, SIGNS[state]) for count, state in of_promised]
    return [*promised, Figure(found.unsponsored, found.accounts, UNSPONSORED)]


def basis(report: CoverageReport) -> str:
    """What counts and what is left out: `198 of 214 accounts count. Left out: 16 accounts (no tier ...).`"""
    found = report.totals
    said = f"{found.with_cadence:,} of {counted(found.accounts, 'account')} count."
    for one in report.left_out:
        what = one.what if one.count != 1 else one.what.removesuffix("s")
        said += f" Left out: {one.count:,} {what} ({one.reason})."
    return said


def as_of_words(day: date) -> str:
    """`Wed 18 Nov 2026`."""
    return f"{full_day(day, day)} {day.year}"


def step_words(report: CoverageReport) -> str:
    """Which laptops have not told us their news; with one laptop there is nothing to say."""
    if len(report.devices) <= 1:
        return ""
    return (
        not_in_step(report.devices, report.as_of) or f"All {len(report.devices)} laptops in step."
    )


def standing_words(row: CoverageRow) -> str:
    """`customer, strategic`."""
    parts = [STATUS_WORDS[row.status], TIER_WORDS[row.tier] if row.tier else "no tier"]
    return ", ".join(parts)


def heat_words(cell: HeatCell) -> str:
    """`1 overdue`, or `covered` when all are."""
    word = SIGNS[cell.worst].word
    return word if cell.worst is Coverage.COVERED else f"{cell.worst_count:,} {word}"


def column_words(report: CoverageReport) -> list[str]:
    """The heads of the board's columns."""
    by = report.view.by
    if by is By.TIER:
        return [HEAT_WORDS[column] for column in report.columns]
    words = {NOWHERE: f"No {by}", OTHERS: "Others"}
    return [breakable(words.get(column, column)) for column in report.columns]


def view_words(report: CoverageReport) -> str:
    """What was asked for beyond all of it: `seen in 30 days: 9 of 12 accounts. Only tier key.`"""
    said: list[str] = []
    if report.seen is not None:
        of = counted(report.totals.accounts, "account")
        said.append(f"{capital(window_words(report.view.window))}: {report.seen:,} of {of}.")
    if report.view.choices:
        said.append(f"Only {filter_words(report.view, report.leads)}.")
    if report.unrecorded:
        said.append(f"{capital(UNRECORDED)}.")
    return " ".join(said)


def board_words(report: CoverageReport) -> str:
    """What stands before *of all* in a cell."""
    window = report.view.window
    return "covered" if window is None else f"seen in {window} days"


def shown_gaps(report: CoverageReport) -> list[GapList]:
    """The lists that are always asked about, and the others when somebody is in them."""
    return [one for one in report.gaps if one.count or one.gap in ALWAYS]


def moved_words(moved: Moves) -> str:
    """`3 worse, 5 better, 1 new; 205 as they were.`"""
    counts = ", ".join(f"{len(moved.of(way)):,} {way}" for way in Direction if moved.of(way))
    return f"{counts or 'nothing moved'}; {moved.same:,} as they were."


def since_words(report: CoverageReport) -> str:
    """`Since Thu 20 Aug 2026: 3 worse, 5 better; 205 as they were.` Empty when nothing is compared."""
    if report.moved is None:
        return ""
    return f"Since {as_of_words(report.moved.since)}: {moved_words(report.moved)}"


def worst_first(rows: Sequence[CoverageRow]) -> list[CoverageRow]:
    """Overdue first, the longest unseen before the others."""
    return sorted(
        rows,
        key=lambda row: (
            WORST_FIRST.index(row.coverage),
            -(row.days_since or 0),
            row.account.casefold(),
        ),
    )
