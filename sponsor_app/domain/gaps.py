"""Gap lists: the relationships that need somebody, each with its denominator."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sponsor_app.domain.coverage import Coverage, CoverageRow
from sponsor_app.domain.heat import HeatColumn, heat_column, worst_first
from sponsor_app.domain.load import LoadLimits, LoadState, assess_load
from sponsor_app.domain.people import Member

COLUMNS = tuple(HeatColumn)


class Gap(StrEnum):
    """What is missing."""

    NO_SPONSOR = "no_sponsor"
    NO_ACCOUNT = "no_account"
    OVERDUE = "overdue"
    NEVER_MET = "never_met"
    NO_NEXT_DATE = "no_next_date"
    SINGLE_THREADED = "single_threaded"
    OVERLOADED = "overloaded"


@dataclass(frozen=True, slots=True)
class GapList:
    """Who or what is in the gap, of how many; accounts or members, never both."""

    gap: Gap
    of: int
    accounts: tuple[CoverageRow, ...] = ()
    members: tuple[Member, ...] = ()

    @property
    def count(self) -> int:
        """How many are in the gap."""
        return len(self.accounts) + len(self.members)


def gap_lists(
    rows: Sequence[CoverageRow], members: Sequence[Member], limits: LoadLimits, today: date
) -> tuple[GapList, ...]:
    """The seven lists in the order of the coverage board; in each, those that weigh most come first."""
    promised = [row for row in rows if row.cadence is not None]
    weighty = sorted(rows, key=lambda row: COLUMNS.index(heat_column(row)))
    expected = [one for one in members if one.expected_to_sponsor(today)]
    sponsors = [one for one in members if one.accounts]

    def accounts(gap: Gap, wanted: Sequence[CoverageRow], of: Sequence[CoverageRow]) -> GapList:
        return GapList(gap, len(of), accounts=tuple(wanted))

    return (
        accounts(Gap.NO_SPONSOR, [row for row in weighty if row.sponsor_id is None], rows),
        GapList(
            Gap.NO_ACCOUNT,
            len(expected),
            members=tuple(one for one in expected if one.accounts == 0),
        ),
        accounts(Gap.OVERDUE, _in_state(weighty, Coverage.OVERDUE), promised),
        accounts(Gap.NEVER_MET, _in_state(weighty, Coverage.NEVER_MET), promised),
        accounts(
            Gap.NO_NEXT_DATE,
            worst_first([row for row in weighty if row.next_planned is None]),
            rows,
        ),
        accounts(Gap.SINGLE_THREADED, [row for row in weighty if row.live_contacts == 1], rows),
        GapList(
            Gap.OVERLOADED,
            len(sponsors),
            members=tuple(one for one in sponsors if _load(one, limits) is LoadState.OVER),
        ),
    )


def _in_state(rows: Sequence[CoverageRow], state: Coverage) -> list[CoverageRow]:
    """The accounts in a state, the longest unseen first."""
    return worst_first([row for row in rows if row.coverage is state])


def _load(one: Member, limits: LoadLimits) -> LoadState:
    return assess_load(one.accounts, limits, one.max_accounts)
