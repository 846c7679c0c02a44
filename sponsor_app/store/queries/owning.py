"""Who owns and who leads which account."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from sponsor_app.domain.account import TeamRole
from sponsor_app.store.models import sponsorship, team_member
from sponsor_app.store.queries.as_stored import pairs, pairs_of
from sponsor_app.store.store import Store


def leads_now(connection: Connection, account_ids: Sequence[str] | None = None) -> dict[str, str]:
    """Who leads each account, or those asked for."""
    query = select(team_member.c.account_id, team_member.c.member_id).where(
        team_member.c.role == TeamRole.LEAD
    )
    return pairs_of(connection, query, team_member.c.account_id, account_ids)


def current_sponsors(
    connection: Connection, today: date, account_ids: Collection[str] | None = None
) -> dict[str, str]:
    """The sponsor of each account (or of those asked for) on a day; of two at once, the one who started later."""
    query = sponsors_on(today)
    if account_ids is not None:
        query = query.where(sponsorship.c.account_id.in_(account_ids))
    return pairs(connection, query)


def every_sponsor(store: Store, connection: Connection, today: date) -> dict[str, str]:
    """The sponsor of every account on a day, read once for all who ask before the next write."""
    return store.kept(connection, "sponsors", today, lambda: current_sponsors(connection, today))


def sponsored_by(connection: Connection, member_id: str, today: date) -> list[str]:
    """The accounts that a member owns on a day."""
    ever = select(sponsorship.c.account_id).where(sponsorship.c.member_id == member_id)
    owned = current_sponsors(connection, today, list(connection.execute(ever).scalars()))
    return [i for i, who in owned.items() if who == member_id]


def led_by(connection: Connection, member_id: str) -> list[str]:
    """The accounts that a member leads."""
    query = select(team_member.c.account_id).where(
        team_member.c.member_id == member_id, team_member.c.role == TeamRole.LEAD
    )
    return list(connection.execute(query).scalars())


def sponsors_on(today: date) -> Any:
    """The query of accounts and their sponsors on a day, the one who started later last."""
    return (
        select(sponsorship.c.account_id, sponsorship.c.member_id)
        .where(sponsorship.c.starts_on <= today)
        .where(sponsorship.c.ends_on.is_(None) | (sponsorship.c.ends_on > today))
        .order_by(sponsorship.c.starts_on, sponsorship.c.id)
    )
