"""Gap lists: the relationships that need somebody, each with its denominator."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sponsor_app.domain import concerns as worries
from sponsor_app.domain.concerns import NOTHING_ELSE, Because, Concerns
from sponsor_app.domain.coverage import Coverage, CoverageRow
from sponsor_app.domain.heat import HeatColumn, heat_column, worst_first
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.load import LoadLimits, LoadState, assess_load
from sponsor_app.domain.people import Member

COLUMNS = {column: place for place, column in enumerate(HeatColumn)}


class Gap(StrEnum):
    """What is missing, in the order of the board."""

    NO_SPONSOR = "no_sponsor"
    NO_ACCOUNT = "no_account"
    OVERDUE = "overdue"
    NEVER_MET = "never_met"
    NO_NEXT_DATE = "no_next_date"
    SINGLE_THREADED = "single_threaded"
    OVERLOADED = "overloaded"
    SELLING_ONLY = "selling_only"
    NO_CADENCE = "no_cadence"
    SEVERAL_SPONSORS = "several_sponsors"
    SPONSOR_LEFT = "sponsor_left"
    BOSS_OF_LEAD = "boss_of_lead"
    NOT_ON_THEIR_TURF = "not_on_their_turf"
    NO_COUNTERPART = "no_counterpart"
    CONTACT_LEFT = "contact_left"
    PROMISES_LATE = "promises_late"
    REFERENCE_AT_RISK = "reference_at_risk"


ALWAYS = tuple(Gap)[:8]
"""What the board asks about even when nobody is in it; the others show up when somebody is."""


@dataclass(frozen=True, slots=True)
class GapList:
    """Who or what is in the gap, of how many; accounts or members, never both. `because` says why, where it differs."""

    gap: Gap
    of: int
    accounts: tuple[CoverageRow, ...] = ()
    members: tuple[Member, ...] = ()
    because: Because = field(default_factory=dict[AccountId, str])

    @property
    def count(self) -> int:
        """How many are in the gap."""
        return len(self.accounts) + len(self.members)


@dataclass(frozen=True, slots=True)
class Wider:
    """What gap lists know beside the accounts they are about; `shown` are the members to list, else everybody."""

    concerns: Concerns = NOTHING_ELSE
    shown: Collection[MemberId] | None = None


ALONE = Wider()


def gap_lists(
    rows: Sequence[CoverageRow],
    members: Sequence[Member],
    limits: LoadLimits,
    today: date,
    wider: Wider = ALONE,
) -> tuple[GapList, ...]:
    """Every list in the order of `Gap`; in each, those that weigh most come first."""
    weighty = sorted(rows, key=lambda row: COLUMNS[heat_column(row)])
    known = {one.id: one for one in members}
    shown = [one for one in members if wider.shown is None or one.id in wider.shown]
    found = {
        **_of_promises(weighty),
        **_of_members(shown, limits, today),
        **_of_threads(weighty, today),
        **_of_owners(weighty, known, wider.concerns, today),
        **_of_trust(weighty, wider.concerns),
    }
    return tuple(found[gap] for gap in Gap)


def _of_promises(rows: Sequence[CoverageRow]) -> dict[Gap, GapList]:
    states: dict[Coverage, list[CoverageRow]] = {state: [] for state in Coverage}
    for row in rows:
        states[row.coverage].append(row)
    without = states[Coverage.NO_CADENCE]
    promised = len(rows) - len(without)
    overdue, never = states[Coverage.OVERDUE], states[Coverage.NEVER_MET]
    return {
        Gap.OVERDUE: GapList(Gap.OVERDUE, promised, tuple(worst_first(overdue))),
        Gap.NEVER_MET: GapList(Gap.NEVER_MET, promised, tuple(never)),
        Gap.NO_CADENCE: GapList(Gap.NO_CADENCE, len(rows), tuple(without)),
    }


def _of_members(members: Sequence[Member], limits: LoadLimits, today: date) -> dict[Gap, GapList]:
    expected = [one for one in members if one.expected_to_sponsor(today)]
    idle = tuple(one for one in expected if one.accounts == 0)
    sponsors = [one for one in members if one.accounts]
    over = tuple(one for one in sponsors if _load(one, limits) is LoadState.OVER)
    return {
        Gap.NO_ACCOUNT: GapList(Gap.NO_ACCOUNT, len(expected), members=idle),
        Gap.OVERLOADED: GapList(Gap.OVERLOADED, len(sponsors), members=over),
    }


def _of_threads(rows: Sequence[CoverageRow], today: date) -> dict[Gap, GapList]:
    touched = [row for row in rows if row.clocks.touch is not None]
    undated = worst_first([row for row in rows if row.next_planned is None])
    single = tuple(row for row in rows if row.live_contacts == 1)
    selling = tuple(row for row in touched if row.asked_last and row.selling_only(today))
    promised = [row for row in touched if row.cadence is not None]
    turf = worries.off_their_turf(promised, today)
    return {
        Gap.NO_NEXT_DATE: GapList(Gap.NO_NEXT_DATE, len(rows), tuple(undated)),
        Gap.SINGLE_THREADED: GapList(Gap.SINGLE_THREADED, len(rows), single),
        Gap.SELLING_ONLY: GapList(Gap.SELLING_ONLY, len(touched), selling),
        Gap.NOT_ON_THEIR_TURF: _with_reasons(Gap.NOT_ON_THEIR_TURF, promised, turf, len(promised)),
    }


def _of_owners(
    rows: Sequence[CoverageRow],
    members: Mapping[MemberId, Member],
    concerns: Concerns,
    today: date,
) -> dict[Gap, GapList]:
    owned = [row for row in rows if row.sponsor_id is not None]
    led = [row for row in owned if row.lead_id is not None]
    names = {who: one.name for who, one in members.items()}
    several = worries.several_sponsors(owned, concerns, names)
    left = worries.sponsor_left(owned, members, today)
    bosses = worries.boss_of_lead(led, members)
    nobody = tuple(row for row in rows if row.sponsor_id is None)
    return {
        Gap.NO_SPONSOR: GapList(Gap.NO_SPONSOR, len(rows), nobody),
        Gap.SEVERAL_SPONSORS: _with_reasons(Gap.SEVERAL_SPONSORS, owned, several, len(owned)),
        Gap.SPONSOR_LEFT: _with_reasons(Gap.SPONSOR_LEFT, owned, left, len(owned)),
        Gap.BOSS_OF_LEAD: _with_reasons(Gap.BOSS_OF_LEAD, led, bosses, len(led)),
    }


def _of_trust(rows: Sequence[CoverageRow], concerns: Concerns) -> dict[Gap, GapList]:
    strategic = [row for row in rows if worries.should_be_matched(row)]
    alone = tuple(row for row in strategic if row.account_id not in concerns.matched)
    here = {row.account_id for row in rows}
    gone = worries.gone_contacts(here, concerns)
    late, shaky = worries.late_promises(here, concerns), worries.shaky_references(here, concerns)
    promised, vouching = len(here & concerns.promised.keys()), len(here & concerns.vouching)
    return {
        Gap.NO_COUNTERPART: GapList(Gap.NO_COUNTERPART, len(strategic), alone),
        Gap.CONTACT_LEFT: _with_reasons(Gap.CONTACT_LEFT, rows, gone, len(rows)),
        Gap.PROMISES_LATE: _with_reasons(Gap.PROMISES_LATE, rows, late, promised),
        Gap.REFERENCE_AT_RISK: _with_reasons(Gap.REFERENCE_AT_RISK, rows, shaky, vouching),
    }


def _with_reasons(
    gap: Gap, rows: Sequence[CoverageRow], because: Mapping[AccountId, str], of: int
) -> GapList:
    found = tuple(row for row in rows if row.account_id in because) if because else ()
    return GapList(gap, of, found, (), because)


def _load(one: Member, limits: LoadLimits) -> LoadState:
    return assess_load(one.accounts, limits, one.max_accounts)
