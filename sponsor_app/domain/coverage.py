"""Coverage: is every account being seen as often as it was promised?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.clocks import ClockName, Clocks
from sponsor_app.domain.ids import AccountId, MemberId


class Coverage(StrEnum):
    """How an account stands against its cadence."""

    COVERED = "covered"
    DUE = "due"
    OVERDUE = "overdue"
    NEVER_MET = "never_met"
    NO_CADENCE = "no_cadence"


WORST_FIRST = (
    Coverage.OVERDUE,
    Coverage.NEVER_MET,
    Coverage.DUE,
    Coverage.NO_CADENCE,
    Coverage.COVERED,
)


LONG_WITHOUT_CARE_DAYS = 180
"""How long is too long without a touch that asks for nothing, where nothing was promised."""


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often we promised to be seen, in days: yellow past `ideal`, red past `maximum`."""

    ideal: int
    maximum: int


def assess(cadence: Cadence | None, last: date | None, today: date) -> Coverage:
    """Compare the promise with the last touch. A date after `today` has not happened yet."""
    return state_after(cadence, None if last is None or last > today else (today - last).days)


def state_after(cadence: Cadence | None, days: int | None) -> Coverage:
    """Compare the promise with the days since the last touch; None when there was none."""
    if cadence is None:
        return Coverage.NO_CADENCE
    if days is None:
        return Coverage.NEVER_MET
    if days <= cadence.ideal:
        return Coverage.COVERED
    return Coverage.DUE if days <= cadence.maximum else Coverage.OVERDUE


class CoverageRow(NamedTuple):
    """One account as a sales lead sees it on Monday; made by the ten thousand, hence a tuple.

    `asked_last`: the last touch was one to sell.
    """

    account_id: AccountId
    account: str
    status: AccountStatus
    tier: Tier | None
    region: str | None
    country: str | None
    industry: str | None
    sponsor_id: MemberId | None
    sponsor: str | None
    lead_id: MemberId | None
    lead: str | None
    cadence: Cadence | None
    coverage: Coverage
    clocks: Clocks
    days_since: int | None
    next_planned: date | None
    open_sev12: int
    live_contacts: int
    asked_last: bool = False

    def days_of(self, name: ClockName, today: date) -> int | None:
        """The age of one clock in days; None when it never ran."""
        last = self.clocks.last(name)
        return (today - last.on).days if last else None

    def selling_only(self, today: date) -> bool:
        """Whether the last touch asked for something, and none without an ask was within what we promised to be seen.

        A touch whose intent nobody recorded is claimed neither as care nor as selling.
        """
        longest = self.cadence.maximum if self.cadence else LONG_WITHOUT_CARE_DAYS
        last = self.clocks.non_selling
        return self.asked_last and (last is None or (today - last.on).days > longest)

    def worst_clock(self, today: date) -> tuple[ClockName, Coverage, int | None]:
        """The clock most in need, its state and its age in days (None when it never ran)."""
        return min(
            (self._aged(name, today) for name in ClockName),
            key=lambda aged: (WORST_FIRST.index(aged[1]), -(aged[2] or 0)),
        )

    def _aged(self, name: ClockName, today: date) -> tuple[ClockName, Coverage, int | None]:
        last = self.clocks.last(name)
        state = assess(self.cadence, last.on if last else None, today)
        return name, state, self.days_of(name, today)


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts with their denominators: the four states add up to `with_cadence`, that and `no_cadence` to `accounts`."""

    accounts: int = 0
    with_cadence: int = 0
    covered: int = 0
    due: int = 0
    overdue: int = 0
    never_met: int = 0
    no_cadence: int = 0
    unsponsored: int = 0


def totals(rows: Iterable[CoverageRow]) -> Totals:
    """Count rows by state; accounts without a sponsor are counted beside, not instead."""
    counts = dict.fromkeys(Coverage, 0)
    unsponsored = 0
    for row in rows:
        counts[row.coverage] += 1
        unsponsored += row.sponsor_id is None
    every = sum(counts.values())
    return Totals(
        accounts=every,
        with_cadence=every - counts[Coverage.NO_CADENCE],
        covered=counts[Coverage.COVERED],
        due=counts[Coverage.DUE],
        overdue=counts[Coverage.OVERDUE],
        never_met=counts[Coverage.NEVER_MET],
        no_cadence=counts[Coverage.NO_CADENCE],
        unsponsored=unsponsored,
    )
