"""What the coverage report says: a symbol, a word and a tone for every state, so that no colour speaks alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sponsor_app.domain.brief.compose import not_in_step
from sponsor_app.domain.coverage import WORST_FIRST, Coverage, CoverageRow
from sponsor_app.domain.gaps import Gap
from sponsor_app.domain.heat import HeatCell, HeatColumn
from sponsor_app.domain.load import LoadState
from sponsor_app.domain.report import CoverageReport
from sponsor_app.domain.text import counted
from sponsor_app.domain.wording import STATUS_WORDS, TIER_WORDS, full_day


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
}
HEAT_WORDS: Mapping[HeatColumn, str] = {
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


def heat_columns(report: CoverageReport) -> list[HeatColumn]:
    """The columns in which any sponsor has an account."""
    used = {column for row in report.heat for column in row.cells}
    return [column for column in HeatColumn if column in used]


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
