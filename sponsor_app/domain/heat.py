"""The heat map: each sponsor's accounts by tier, with the number seen and the worst state in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sponsor_app.domain.account import Tier
from sponsor_app.domain.coverage import WORST_FIRST, Coverage, CoverageRow
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.load import LoadLimits, LoadState, assess_load
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Member


class HeatColumn(StrEnum):
    """The columns: the tiers, then those who left, then accounts without a tier."""

    STRATEGIC = "strategic"
    KEY = "key"
    STANDARD = "standard"
    GONE = "gone"
    NO_TIER = "no_tier"


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
    if row.status.gone:
        return HeatColumn.GONE
    return HeatColumn.NO_TIER if row.tier is None else HeatColumn(Tier(row.tier).value)


def heat_map(
    rows: Sequence[CoverageRow], members: Sequence[Member], limits: LoadLimits
) -> list[HeatRow]:
    """Every sponsor with accounts, those with the worst cells first, then by name."""
    owned: dict[MemberId, dict[HeatColumn, list[CoverageRow]]] = {}
    for row in rows:
        if row.sponsor_id is not None:
            columns = owned.setdefault(row.sponsor_id, {})
            columns.setdefault(heat_column(row), []).append(row)
    board = [_heat_row(one, owned[one.id], limits) for one in members if one.id in owned]
    return sorted(board, key=lambda row: (_badness(row), row.sponsor.casefold()))


def _heat_row(
    one: Member, columns: Mapping[HeatColumn, Sequence[CoverageRow]], limits: LoadLimits
) -> HeatRow:
    load = sum(map(len, columns.values()))
    return HeatRow(
        one.id,
        one.name,
        one.function,
        {column: _cell(rows) for column, rows in columns.items()},
        load,
        assess_load(load, limits, one.max_accounts),
    )


def _cell(rows: Sequence[CoverageRow]) -> HeatCell:
    worst = min((row.coverage for row in rows), key=WORST_FIRST.index)
    return HeatCell(
        tuple(row.account_id for row in rows),
        sum(row.coverage is Coverage.COVERED for row in rows),
        worst,
        sum(row.coverage is worst for row in rows),
    )


def _badness(row: HeatRow) -> tuple[int, int]:
    """Lower is worse: first by the worst state of any cell, then by how many accounts are in it."""
    worst = min(WORST_FIRST.index(cell.worst) for cell in row.cells.values())
    count = sum(
        cell.worst_count for cell in row.cells.values() if WORST_FIRST.index(cell.worst) == worst
    )
    return worst, -count
