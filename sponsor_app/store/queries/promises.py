"""What became of promises, and whose the open ones are."""

import json
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, select

from sponsor_app.domain.account import TeamRole
from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.ids import CommitmentId
from sponsor_app.domain.promise_book import KeptBy, KeptRecord
from sponsor_app.store.models import account, commitment, member, team_member
from sponsor_app.store.queries.as_stored import as_stored
from sponsor_app.store.queries.open_items import STILL_BINDS, select_commitments


def settled(connection: Connection, limit: int) -> list[Commitment]:
    """Promises kept or dropped, the latest first."""
    when = func.coalesce(commitment.c.kept_on, commitment.c.dropped_on)
    return select_commitments(
        connection, ~STILL_BINDS, (when.desc(), commitment.c.id.desc()), limit
    )


def made_at(connection: Connection, interaction_id: str) -> list[str]:
    """The ids of what was promised at an interaction, both ways."""
    query = select(commitment.c.id).where(commitment.c.interaction_id == interaction_id)
    return list(connection.execute(query).scalars())


def how_many_settled(connection: Connection) -> int:
    """How many promises were kept or dropped."""
    return connection.execute(
        select(func.count()).select_from(commitment).where(~STILL_BINDS)
    ).scalar_one()


def record_of_promises(
    connection: Connection, since: date, until: date
) -> tuple[int, int, int, int]:
    """Of our promises due from a day until before another: (how many, kept, of those late, dropped)."""
    query = select(*_counts()).where(_fell_due(since, until))
    found: Any = connection.execute(query).one()
    whole, done, late, dropped = found
    return whole, done, late, dropped


def _counts() -> tuple[ColumnElement[int], ...]:
    due, kept = commitment.c.due_on, commitment.c.kept_on
    return (
        func.count(),
        func.count(kept),
        func.count().filter(kept > due),
        func.count().filter(kept.is_(None) & commitment.c.dropped_on.is_not(None)),
    )


def _fell_due(since: date, until: date) -> ColumnElement[bool]:
    due = commitment.c.due_on
    return (commitment.c.direction == Direction.OURS) & (due >= since) & (due < until)


def records(
    connection: Connection, since: date, until: date
) -> tuple[tuple[KeptBy, ...], tuple[KeptBy, ...]]:
    """The records of those who promised and of the accounts, each with the most not kept first; read in one go."""
    by = commitment.c.promised_by_id, commitment.c.account_id
    query = select(*by, *_counts()).where(_fell_due(since, until)).group_by(*by)
    rows = list(as_stored(connection.execute(query)))
    return (
        _sorted(rows, 0, _names(connection, member, {row[0] for row in rows})),
        _sorted(rows, 1, _names(connection, account, {row[1] for row in rows})),
    )


def _names(connection: Connection, table: Table, ids: set[Any]) -> dict[str, str]:
    wanted = json.dumps(sorted(one for one in ids if one))
    sql = f"SELECT id, name FROM {table.name} WHERE id IN (SELECT value FROM json_each(?))"
    return dict(as_stored(connection.exec_driver_sql(sql, (wanted,))))


def _sorted(rows: list[tuple[Any, ...]], at: int, names: dict[str, str]) -> tuple[KeptBy, ...]:
    sums: dict[str, list[int]] = {}
    for row in rows:
        if row[at] in names:
            known = sums.setdefault(row[at], [0, 0, 0, 0])
            sums[row[at]] = [one + more for one, more in zip(known, row[2:], strict=True)]
    found = [KeptBy(one, names[one], KeptRecord(*counts)) for one, counts in sums.items()]
    found.sort(key=lambda one: (-one.record.unkept, -one.record.due, one.name, one.id))
    return tuple(found)


def promises_of(connection: Connection, member_id: str) -> frozenset[CommitmentId]:
    """The open promises of ours that wait for a member.

    Those they took on, and those nobody took on that they made or that are at an account they lead.
    """
    led = select(team_member.c.account_id).where(
        team_member.c.member_id == member_id, team_member.c.role == TeamRole.LEAD
    )
    mine = (commitment.c.promised_by_id == member_id) | commitment.c.account_id.in_(led)
    query = (
        select(commitment.c.id)
        .where(STILL_BINDS, commitment.c.direction == Direction.OURS)
        .where((commitment.c.owner_id == member_id) | (commitment.c.accepted_on.is_(None) & mine))
    )
    return frozenset(map(CommitmentId, connection.execute(query).scalars()))
