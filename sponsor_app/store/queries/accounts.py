"""What is on file about an organisation."""

from typing import Any

from sqlalchemy import Connection, func, select

from sponsor_app.domain.account import AliasKind, TeamRole
from sponsor_app.domain.account_details import AccountDetails, Alias, Sponsorship, TeamMember
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.store.models import (
    account,
    account_alias,
    contact_point,
    member,
    sponsorship,
    team_member,
)
from sponsor_app.store.queries.choices import choice_or

PARENT = account.alias()
WITH_PARENT = select(account, PARENT.c.name.label("parent")).outerjoin(
    PARENT, PARENT.c.id == account.c.parent_id
)
"""Put together once: to do it at each question takes longer than to answer it."""


def details(connection: Connection, account_id: str) -> AccountDetails:
    """One account's own fields, aliases, team and sponsorships; refuses an unknown id."""
    row = connection.execute(WITH_PARENT.where(account.c.id == account_id)).one_or_none()
    if row is None:
        raise _not_here()
    return AccountDetails(
        AccountId(row.id),
        row.name,
        row.address,
        row.city,
        row.postcode,
        row.website,
        _phone(connection, account_id),
        row.email,
        row.employees,
        row.revenue_minor,
        row.currency,
        AccountId(row.parent_id) if row.parent_id else None,
        row.parent,
        row.customer_since,
        row.story,
        row.wants,
        row.issue_channel,
        row.lost_because,
        row.external_id,
        tuple(_aliases(connection, account_id)),
        tuple(_team(connection, account_id)),
        tuple(sponsorships(connection, account_id)),
    )


def name_of(connection: Connection, account_id: str) -> str:
    """What an account is called; refuses an unknown id."""
    sql = "SELECT name FROM account WHERE id = ?"
    name = connection.exec_driver_sql(sql, (account_id,)).scalar()
    if name is None:
        raise _not_here()
    return name


def leads(connection: Connection, account_id: str) -> set[str]:
    """The members who lead an account."""
    sql = "SELECT member_id FROM team_member WHERE account_id = ? AND role = ?"
    return set(connection.exec_driver_sql(sql, (account_id, TeamRole.LEAD.value)).scalars())


def _not_here() -> NotFoundError:
    msg = "This account is not here: it was deleted, or has not reached this laptop yet."
    return NotFoundError(msg, "See what was deleted in Activity, or sync.")


def sponsorships(connection: Connection, account_id: str) -> list[Sponsorship]:
    """Who owned the relationship, newest first."""
    query = (
        select(sponsorship, member.c.name.label("member"))
        .outerjoin(member, member.c.id == sponsorship.c.member_id)
        .where(sponsorship.c.account_id == account_id)
        .order_by(sponsorship.c.starts_on.desc(), sponsorship.c.id.desc())
    )
    return [
        Sponsorship(
            row.id,
            MemberId(row.member_id),
            row.member or "someone who is not here yet",
            row.starts_on,
            row.ends_on,
            row.reason,
            row.note,
        )
        for row in connection.execute(query)
    ]


def parent_of(connection: Connection, account_id: str) -> str | None:
    """The id of the account above one; None at the top and for one that is not here."""
    query = select(account.c.parent_id).where(account.c.id == account_id)
    return connection.execute(query).scalar()


def family(connection: Connection, account_id: str) -> dict[AccountId, str]:
    """The parent, sister and child accounts of one; a ring of parents is walked once."""
    parent = parent_of(connection, account_id)
    query = select(account.c.id, account.c.parent_id).where(
        (account.c.id == parent)
        | (account.c.parent_id == account_id)
        | ((account.c.parent_id == parent) & account.c.parent_id.is_not(None))
    )
    found: dict[AccountId, str] = {}
    for row in connection.execute(query):
        if row.id != account_id:
            kind = (
                "parent"
                if row.id == parent
                else "child"
                if row.parent_id == account_id
                else "sister"
            )
            found[AccountId(row.id)] = kind
    return found


def how_many(connection: Connection) -> int:
    """How many accounts there are."""
    return connection.execute(select(func.count()).select_from(account)).scalar_one()


def issue_channel(connection: Connection, account_id: str) -> str | None:
    """How an account wants to raise an issue, in its own words."""
    query = select(account.c.issue_channel).where(account.c.id == account_id)
    return connection.execute(query).scalar()


def _phone(connection: Connection, account_id: str) -> str | None:
    query = (
        select(contact_point.c.raw)
        .where(contact_point.c.account_id == account_id, contact_point.c.kind == "phone")
        .order_by(contact_point.c.seq)
    )
    return connection.execute(query).scalars().first()


def phone_ids(connection: Connection, account_id: str) -> list[str]:
    """The ids of an account's own phone numbers."""
    query = select(contact_point.c.id).where(
        contact_point.c.account_id == account_id, contact_point.c.kind == "phone"
    )
    return list(connection.execute(query).scalars())


def former_names(connection: Connection, account_id: str) -> list[tuple[str, str]]:
    """(id, name) of every name an account had before."""
    query = select(account_alias.c.id, account_alias.c.value).where(
        account_alias.c.account_id == account_id,
        account_alias.c.kind == AliasKind.FORMER_NAME,
    )
    return [(row.id, row.value) for row in connection.execute(query)]


def _aliases(connection: Connection, account_id: str) -> list[Alias]:
    query = (
        select(account_alias.c.kind, account_alias.c.value)
        .where(account_alias.c.account_id == account_id)
        .order_by(account_alias.c.kind, account_alias.c.value)
    )
    found: Any = connection.execute(query)
    return [Alias(choice_or(AliasKind, kind, AliasKind.NAME), value) for kind, value in found]


def _team(connection: Connection, account_id: str) -> list[TeamMember]:
    query = (
        select(team_member.c.member_id, member.c.name, team_member.c.role)
        .join(member, member.c.id == team_member.c.member_id)
        .where(team_member.c.account_id == account_id)
        .order_by(team_member.c.role, member.c.name)
    )
    found: Any = connection.execute(query)
    return [
        TeamMember(MemberId(i), name, choice_or(TeamRole, role, TeamRole.SUPPORT))
        for i, name, role in found
    ]


def first_by_name(connection: Connection, limit: int) -> list[str]:
    """The ids of the first so many accounts, by name."""
    query = select(account.c.id).order_by(func.lower(account.c.name), account.c.id).limit(limit)
    return list(connection.execute(query).scalars())
