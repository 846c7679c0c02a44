"""What became of promises, and whose the open ones are."""

from datetime import date

from sqlalchemy import Column, ColumnElement, Connection, Table, func, select

from sponsor_app.domain.account import TeamRole
from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.ids import CommitmentId
from sponsor_app.domain.promise_book import KeptBy, KeptRecord
from sponsor_app.store.models import commitment, team_member
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
    whole, done, late, dropped = connection.execute(query).one()
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


def records_by(
    connection: Connection, whose: Column[str], names: Table, since: date, until: date
) -> list[KeptBy]:
    """The record of each member or account that a column of the promise names, the most not kept first."""
    counts = _counts()
    query = (
        select(whose, names.c.name, *counts)
        .join(names, names.c.id == whose)
        .where(_fell_due(since, until))
        .group_by(whose, names.c.name)
    )
    found = [
        KeptBy(row[0], row[1], KeptRecord(*row[2:])) for row in connection.execute(query).all()
    ]
    return sorted(found, key=lambda one: (-one.record.unkept, -one.record.due, one.name, one.id))


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
