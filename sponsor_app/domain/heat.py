"""The heat map: each sponsor's accounts by tier, with the number seen and the worst state in words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sponsor_app.domain.account import Tier
from sponsor_app.domain.coverage import WORST_FIRST, Coverage, CoverageRow
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.load import LoadLimits, LoadState, assess_load
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Member

NOT_HERE_YET = "someone who is not here yet"
RANK = {state: place for place, state in enumerate(WORST_FIRST)}
NEEDING = (Coverage.OVERDUE, Coverage.NEVER_MET, Coverage.DUE)


class HeatColumn(StrEnum):
    """The columns: the tiers, then those who left, then accounts without a tier."""

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


@dataclass(frozen=True, slots=True)
class HeatCell:
    """How many of a sponsor's accounts in one column are covered, and what is worst among them."""

    accounts: tuple[AccountId, ...]
    covered: int
    worst: Coverage
    worst_count: int

    @property
    def total(self) -> int:
        """All accounts in the cell."""
        return len(self.accounts)


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One sponsor."""

    member_id: MemberId
    sponsor: str
    function: Function | None
    cells: Mapping[HeatColumn, HeatCell]
    load: int
    load_state: LoadState


def heat_column(row: CoverageRow) -> HeatColumn:
    """Where an account stands on the board."""
    return HeatColumn.GONE if row.status.gone else COLUMN_OF[row.tier]


def heat_map(
    rows: Sequence[CoverageRow], members: Sequence[Member], limits: LoadLimits
) -> list[HeatRow]:
    """Every sponsor with accounts, the worst first.

    Sponsors are compared like words in a dictionary: by how many strategic accounts are overdue, then how many
    key ones, and so on through the columns, then never met, then due; last by name. A sponsor who has not
    reached this laptop yet has a row all the same, so that no account is missing from the board.
    """
    owned: dict[MemberId, dict[HeatColumn, list[CoverageRow]]] = {}
    for row in rows:
        if row.sponsor_id is not None:
            columns = owned.setdefault(row.sponsor_id, {})
            columns.setdefault(heat_column(row), []).append(row)
    known = {one.id: one for one in members}
    board = [_heat_row(who, known.get(who), owned[who], limits) for who in owned]
    badness = {who: _badness(columns) for who, columns in owned.items()}
    return sorted(board, key=lambda row: (badness[row.member_id], row.sponsor.casefold()))


def worst_first(rows: Sequence[CoverageRow]) -> list[CoverageRow]:
    """By state, then the longest unseen, then as they were."""
    return sorted(rows, key=lambda row: (RANK[row.coverage], -(row.days_since or 0)))


def _heat_row(
    who: MemberId,
    one: Member | None,
    columns: Mapping[HeatColumn, Sequence[CoverageRow]],
    limits: LoadLimits,
) -> HeatRow:
    load = sum(map(len, columns.values()))
    return HeatRow(
        who,
        one.name if one else NOT_HERE_YET,
        one.function if one else None,
        {column: _cell(rows) for column, rows in columns.items()},
        load,
        assess_load(load, limits, one.max_accounts if one else None),
    )


def _cell(rows: Sequence[CoverageRow]) -> HeatCell:
    ordered = worst_first(rows)
    counts = Counter(row.coverage for row in rows)
    worst = ordered[0].coverage
    accounts = tuple(row.account_id for row in ordered)
    return HeatCell(accounts, counts[Coverage.COVERED], worst, counts[worst])


def _badness(columns: Mapping[HeatColumn, Sequence[CoverageRow]]) -> tuple[int, ...]:
    """Lower is worse: the accounts in each state and column, the gravest first, as negative counts."""
    counts = Counter((row.coverage, column) for column, rows in columns.items() for row in rows)
    return tuple(-counts[state, column] for state in NEEDING for column in HeatColumn)
