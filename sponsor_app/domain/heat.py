"""The heat map: each sponsor's accounts by column, with the number seen and the worst state in words."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.board import NOWHERE, OTHERS, By, ranked
from sponsor_app.domain.coverage import WORST_FIRST, Coverage, CoverageRow
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.load import LoadLimits, LoadState, assess_load
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Member

NOT_HERE_YET = "someone who is not here yet"
RANK = {state: place for place, state in enumerate(WORST_FIRST)}
NEEDING = (Coverage.OVERDUE, Coverage.NEVER_MET, Coverage.DUE)


class HeatColumn(StrEnum):
    """The columns by tier: the tiers, then those who left, then accounts without a tier."""

    STRATEGIC = "strategic"
    KEY = "key"
    STANDARD = "standard"
    GONE = "gone"
    NO_TIER = "no_tier"


COLUMN_OF: dict[Tier | None, HeatColumn] = {
    Tier.STRATEGIC: HeatColumn.STRATEGIC,
    Tier.KEY: HeatColumn.KEY,
    Tier.STANDARD: HeatColumn.STANDARD,
    None: HeatColumn.NO_TIER,
}


COLUMN_AT: dict[tuple[AccountStatus, Tier | None], HeatColumn] = {
    (status, tier): HeatColumn.GONE if status.gone else column
    for status in AccountStatus
    for tier, column in COLUMN_OF.items()
}
"""Looked up, not worked out: a board asks ten thousand times."""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A sponsor's accounts in one column, the worst first, and how many are in each state.

    `seen` are those somebody saw within the days that the board was asked for; None when it was not asked.
    """

    accounts: tuple[AccountId, ...]
    counts: Counter[Coverage]
    seen: int | None = None

    @property
    def total(self) -> int:
        """All accounts in the cell."""
        return len(self.accounts)

    @property
    def covered(self) -> int:
        """How many have been seen as promised."""
        return self.counts[Coverage.COVERED]

    @property
    def worst(self) -> Coverage:
        """The gravest state in the cell."""
        return next(state for state in WORST_FIRST if state in self.counts)

    @property
    def worst_count(self) -> int:
        """How many are in that state."""
        return self.counts[self.worst]

    @property
    def number(self) -> int:
        """What stands before *of all*: those seen within the window, else those covered."""
        return self.covered if self.seen is None else self.seen


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One sponsor; the keys of `cells` are columns of the board."""

    member_id: MemberId
    sponsor: str
    function: Function | None
    cells: Mapping[str, HeatCell]
    load: int
    load_state: LoadState


def heat_column(row: CoverageRow) -> HeatColumn:
    """Where an account stands on the board."""
    return COLUMN_AT[row.status, row.tier]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a board in their order, and where an account stands."""

    names: tuple[str, ...]
    of: Callable[[CoverageRow], str]


TIERS = Columns(tuple(HeatColumn), heat_column)


def columns_by(by: By, rows: Sequence[CoverageRow], most: int | None = None) -> Columns:
    """The columns of these accounts; `most` puts the smaller regions or industries into one."""
    if by is By.TIER:
        used = {heat_column(row) for row in rows}
        return Columns(tuple(name for name in HeatColumn if name in used), heat_column)
    values = [row.region for row in rows] if by is By.REGION else [row.industry for row in rows]
    names = ranked(values, most)
    known = {None: NOWHERE, "": NOWHERE, **{name: name for name in names}}
    if by is By.REGION:
        return Columns(names, lambda row: known.get(row.region, OTHERS))
    return Columns(names, lambda row: known.get(row.industry, OTHERS))


@dataclass(frozen=True, slots=True)
class HeatRules:
    """How a heat map is made: its columns, the window it counts by, what weighs on sponsors beside these accounts.

    `claimed` names everybody who stands as the sponsor of an account where that is not one: the account is shown
    with each of them, for nobody guesses whose it is. `loads` is how many accounts each sponsor has in all.
    """

    columns: Columns = TIERS
    window: int | None = None
    claimed: Mapping[AccountId, Sequence[MemberId]] = field(
        default_factory=dict[AccountId, Sequence[MemberId]]
    )
    loads: Mapping[MemberId, int] | None = None


USUAL = HeatRules()


def heat_map(
    rows: Sequence[CoverageRow],
    members: Sequence[Member],
    limits: LoadLimits,
    rules: HeatRules = USUAL,
) -> list[HeatRow]:
    """Every sponsor with accounts, the worst first.

    Sponsors are compared like words in a dictionary: by how many accounts of the first column are overdue, then
    how many of the second, and so on through the columns, then never met, then due; last by name. A sponsor who
    has not reached this laptop yet has a row all the same, so that no account is missing from the board.
    """
    column_of, claimed = rules.columns.of, rules.claimed
    owned: dict[MemberId, dict[str, list[CoverageRow]]] = {}
    for row in rows:
        if row.sponsor_id is not None:
            for who in claimed.get(row.account_id, (row.sponsor_id,)):
                owned.setdefault(who, {}).setdefault(column_of(row), []).append(row)
    known = {one.id: one for one in members}
    board = [_heat_row(who, known.get(who), owned[who], limits, rules) for who in owned]
    return sorted(
        board, key=lambda row: (_badness(row.cells, rules.columns.names), row.sponsor.casefold())
    )


def worst_first(rows: Sequence[CoverageRow]) -> list[CoverageRow]:
    """By state, then the longest unseen, then as they were."""
    return sorted(rows, key=lambda row: (RANK[row.coverage], -(row.days_since or 0)))


def _heat_row(
    who: MemberId,
    one: Member | None,
    columns: Mapping[str, Sequence[CoverageRow]],
    limits: LoadLimits,
    rules: HeatRules,
) -> HeatRow:
    load = sum(map(len, columns.values()))
    if rules.loads is not None:
        load = max(load, rules.loads.get(who, 0))
    return HeatRow(
        who,
        one.name if one else NOT_HERE_YET,
        one.function if one else None,
        {column: _cell(rows, rules.window) for column, rows in columns.items()},
        load,
        assess_load(load, limits, one.max_accounts if one else None),
    )


def _cell(rows: Sequence[CoverageRow], window: int | None) -> HeatCell:
    accounts = tuple([row.account_id for row in worst_first(rows)])
    seen = None if window is None else seen_within(rows, window)
    return HeatCell(accounts, Counter(row.coverage for row in rows), seen)


def seen_within(rows: Sequence[CoverageRow], days: int) -> int:
    """How many of these accounts somebody saw within so many days."""
    return sum(row.days_since is not None and row.days_since <= days for row in rows)


def _badness(cells: Mapping[str, HeatCell], names: Sequence[str]) -> tuple[int, ...]:
    """Lower is worse: the accounts in each state and column, the gravest first, as negative counts."""
    return tuple(
        -cells[column].counts[state] if column in cells else 0
        for state in NEEDING
        for column in names
    )
