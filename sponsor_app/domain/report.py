"""The coverage report: totals with their denominators, who is without, what is left out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sponsor_app.domain.board import EVERYTHING, BoardView, Facets, Family, Functions
from sponsor_app.domain.concerns import NOTHING_ELSE, Concerns
from sponsor_app.domain.coverage import CoverageRow, Totals, totals
from sponsor_app.domain.devices import Device
from sponsor_app.domain.gaps import Gap, GapList, Wider, gap_lists
from sponsor_app.domain.heat import HeatRow, HeatRules, columns_by, heat_map, seen_within
from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.language import later, tr
from sponsor_app.domain.member import Function
from sponsor_app.domain.moves import Moves
from sponsor_app.domain.people import Member
from sponsor_app.domain.rules import Rules

UNRECORDED = later(
    "nothing was on file yet: names, tiers and leads are as now, and no plan is known"
)
"""What is said of a day before anything was on file."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a figure does not include, and why."""

    what: str
    count: int
    reason: str


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """Monday's page: the accounts that fit `view`, of `whole` accounts.

    `columns` are the board's, in order; `seen` how many of the accounts somebody saw within the view's window;
    `unrecorded` says that nothing was on file yet on that day; `moved` what moved since the day it was compared with.
    """

    as_of: date
    totals: Totals
    rows: tuple[CoverageRow, ...]
    members_without_account: tuple[Member, ...]
    overloaded: tuple[Member, ...]
    left_out: tuple[LeftOut, ...]
    devices: tuple[Device, ...]
    gaps: tuple[GapList, ...]
    heat: tuple[HeatRow, ...]
    rules: Rules
    view: BoardView = EVERYTHING
    columns: tuple[str, ...] = ()
    whole: int = 0
    seen: int | None = None
    unrecorded: bool = False
    moved: Moves | None = None
    leads: Mapping[MemberId, str] = field(default_factory=dict[MemberId, str])
    functions: Functions = field(default_factory=dict[MemberId, Function | None])
    facets: Facets = field(default_factory=dict[Family, Mapping[str, int]])

    def gap(self, gap: Gap) -> GapList:
        """One of the lists."""
        return next((one for one in self.gaps if one.gap is gap), GapList(gap, 0))

    @property
    def disputed(self) -> int:
        """How many accounts stand with more than one sponsor."""
        return self.gap(Gap.SEVERAL_SPONSORS).count


@dataclass(frozen=True)
class Known:
    """Everything a report is made from, whatever part of it somebody wants to see; counted once, however often it is asked."""

    as_of: date
    rows: tuple[CoverageRow, ...]
    members: tuple[Member, ...]
    rules: Rules
    concerns: Concerns = NOTHING_ELSE
    left_out: tuple[LeftOut, ...] = ()
    unrecorded: bool = False

    @cached_property
    def functions(self) -> Functions:
        """What each member works in."""
        return {one.id: one.function for one in self.members}

    @cached_property
    def loads(self) -> Mapping[MemberId, int]:
        """How many accounts each sponsor has."""
        return Counter(row.sponsor_id for row in self.rows if row.sponsor_id)

    @cached_property
    def leads(self) -> Mapping[MemberId, str]:
        """The names of those who lead accounts."""
        return {row.lead_id: row.lead or "" for row in self.rows if row.lead_id}


def compose(
    known: Known,
    view: BoardView = EVERYTHING,
    most: int | None = None,
    gaps: tuple[GapList, ...] | None = None,
) -> CoverageReport:
    """Make the report of what somebody wants to see.

    `most` is how many regions or industries have a column; `gaps` the lists of all accounts, when they are known.
    """
    keeps = view.test(known.functions)
    rows = known.rows if keeps is None else tuple(row for row in known.rows if keeps(row))
    counted = totals(rows)
    if gaps is None or keeps is not None:
        gaps = all_gaps(known) if keeps is None else _gaps(known, view, rows)
    by_gap = {one.gap: one for one in gaps}
    columns = columns_by(view.by, [row for row in rows if row.sponsor_id], most)
    rules = HeatRules(columns, view.window, known.concerns.claimed, known.loads)
    return CoverageReport(
        as_of=known.as_of,
        totals=counted,
        rows=rows,
        members_without_account=by_gap[Gap.NO_ACCOUNT].members,
        overloaded=by_gap[Gap.OVERLOADED].members,
        left_out=tuple(_left_out(known, len(rows), counted)),
        devices=(),
        gaps=gaps,
        heat=tuple(heat_map(rows, known.members, known.rules.load, rules)),
        rules=known.rules,
        view=view,
        columns=columns.names,
        whole=len(known.rows),
        seen=None if view.window is None else seen_within(rows, view.window),
        unrecorded=known.unrecorded,
        functions=known.functions,
        leads=known.leads,
    )


def all_gaps(known: Known) -> tuple[GapList, ...]:
    """The gap lists of all accounts."""
    return _gaps(known, EVERYTHING, known.rows)


def _gaps(known: Known, view: BoardView, rows: tuple[CoverageRow, ...]) -> tuple[GapList, ...]:
    shown = None
    if view.choices:
        owners = {row.sponsor_id for row in rows}
        wanted = view.chosen(Family.FUNCTION)
        only = len({family for family, _ in view.choices}) == 1 and bool(wanted)
        shown = {
            one.id
            for one in known.members
            if one.id in owners or (only and (one.function or "") in wanted)
        }
    wider = Wider(known.concerns, shown)
    return gap_lists(rows, known.members, known.rules.load, known.as_of, wider)


def _left_out(known: Known, shown: int, counted: Totals) -> list[LeftOut]:
    found = [
        LeftOut("accounts", len(known.rows) - shown, tr("not wanted by the filter")),
        LeftOut("accounts", counted.no_cadence, tr("no tier and no cadence of their own")),
        *known.left_out,
    ]
    return [one for one in found if one.count]
