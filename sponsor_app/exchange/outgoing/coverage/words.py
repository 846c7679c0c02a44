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
from sponsor_app.domain.language import how_many, later, number, tr
from sponsor_app.domain.load import LoadState
from sponsor_app.domain.moves import Direction, Moves
from sponsor_app.domain.report import UNRECORDED, CoverageReport
from sponsor_app.domain.text import breakable
from sponsor_app.domain.wording import STATUS_WORDS, TIER_WORDS, capital, full_day


class Sign(NamedTuple):
    """How a state looks: `tone` is ok, warn, bad or idle."""

    symbol: str
    english: str
    tone: str

    @property
    def word(self) -> str:
        """What it is called."""
        return tr(self.english)


SIGNS: Mapping[Coverage, Sign] = {
    Coverage.COVERED: Sign("✓", later("covered"), "ok"),
    Coverage.DUE: Sign("△", later("due"), "warn"),
    Coverage.OVERDUE: Sign("▲", later("overdue"), "bad"),
    Coverage.NEVER_MET: Sign("○", later("never met"), "idle"),
    Coverage.NO_CADENCE: Sign("–", later("no cadence"), "idle"),
}
UNSPONSORED = Sign("□", later("no sponsor"), "idle")
GAP_WORDS: Mapping[Gap, str] = later(
    {
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
)
HEAT_WORDS: Mapping[str, str] = later(
    {
        HeatColumn.STRATEGIC: "Strategic",
        HeatColumn.KEY: "Key",
        HeatColumn.STANDARD: "Standard",
        HeatColumn.GONE: "Lost, former",
        HeatColumn.NO_TIER: "No tier",
    }
)
BYS: Mapping[By, str] = later(
    {
        By.TIER: "Sponsors by tier",
        By.REGION: "Sponsors by region",
        By.INDUSTRY: "Sponsors by industry",
    }
)
LOAD_WORDS: Mapping[LoadState, str] = later(
    {
        LoadState.NONE: "no account",
        LoadState.FITS: "fits",
        LoadState.HIGH: "high",
        LoadState.OVER: "over",
    }
)
LOAD_TONES: Mapping[str, str] = {"high": "warn", "over": "bad"}
STATE_TONES: Mapping[str, str] = {
    sign.english: sign.tone for sign in SIGNS.values() if sign.tone != "ok"
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
    counting, accounts = number(found.with_cadence), how_many(found.accounts, "account")
    said = tr("{counting} of {accounts} count.").format(counting=counting, accounts=accounts)
    for one in report.left_out:
        words = tr(" Left out: {accounts} ({reason}).")
        said += words.format(accounts=how_many(one.count, "account"), reason=one.reason)
    return said


def as_of_words(day: date) -> str:
    """`Wed 18 Nov 2026`."""
    return tr("{day} {year}").format(day=full_day(day, day), year=day.year)


def step_words(report: CoverageReport) -> str:
    """Which laptops have not told us their news; with one laptop there is nothing to say."""
    if len(report.devices) <= 1:
        return ""
    return not_in_step(report.devices, report.as_of) or tr("All {count} laptops in step.").format(
        count=len(report.devices)
    )


def standing_words(row: CoverageRow) -> str:
    """`customer, strategic`."""
    parts = [tr(STATUS_WORDS[row.status]), tr(TIER_WORDS[row.tier]) if row.tier else tr("no tier")]
    return ", ".join(parts)


def heat_words(cell: HeatCell) -> str:
    """`1 overdue`, or `covered` when all are."""
    word = SIGNS[cell.worst].word
    return word if cell.worst is Coverage.COVERED else f"{number(cell.worst_count)} {word}"


def column_words(report: CoverageReport) -> list[str]:
    """The heads of the board's columns."""
    by = report.view.by
    if by is By.TIER:
        return [tr(HEAT_WORDS[column]) for column in report.columns]
    nowhere = tr("No region") if by is By.REGION else tr("No industry")
    words = {NOWHERE: nowhere, OTHERS: tr("Others")}
    return [breakable(words.get(column, column)) for column in report.columns]


def view_words(report: CoverageReport) -> str:
    """What was asked for beyond all of it: `seen in 30 days: 9 of 12 accounts. Only tier key.`"""
    said: list[str] = []
    if report.seen is not None:
        of = how_many(report.totals.accounts, "account")
        window = capital(window_words(report.view.window))
        words = tr("{window}: {seen} of {accounts}.")
        said.append(words.format(window=window, seen=number(report.seen), accounts=of))
    if report.view.choices:
        chosen = filter_words(report.view, report.leads)
        said.append(tr("Only {filter}.").format(filter=chosen))
    if report.unrecorded:
        said.append(f"{capital(tr(UNRECORDED))}.")
    return " ".join(said)


def board_words(report: CoverageReport) -> str:
    """What stands before *of all* in a cell."""
    window = report.view.window
    return tr("covered") if window is None else tr("seen in {days} days").format(days=window)


def shown_gaps(report: CoverageReport) -> list[GapList]:
    """The lists that are always asked about, and the others when somebody is in them."""
    return [one for one in report.gaps if one.count or one.gap in ALWAYS]


def moved_words(moved: Moves) -> str:
    """`3 worse, 5 better, 1 new; 205 as they were.`"""
    counts = ", ".join(
        f"{number(len(moved.of(way)))} {tr(way.value)}" for way in Direction if moved.of(way)
    )
    return tr("{ways}; {same} as they were.").format(
        ways=counts or tr("nothing moved"), same=number(moved.same)
    )


def since_words(report: CoverageReport) -> str:
    """`Since Thu 20 Aug 2026: 3 worse, 5 better; 205 as they were.` Empty when nothing is compared."""
    if report.moved is None:
        return ""
    words = tr("Since {day}: {moved}")
    return words.format(day=as_of_words(report.moved.since), moved=moved_words(report.moved))


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
