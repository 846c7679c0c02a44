"""What an import compares a file with, and the record of imports done."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from sponsor_app.domain.account import AliasKind, TeamRole
from sponsor_app.domain.done_import import DoneImport
from sponsor_app.domain.people import PointKind
from sponsor_app.store.models import (
    SYNCED,
    account,
    account_alias,
    contact,
    contact_point,
    fact,
    import_batch,
    interaction,
    issue,
    member,
    step,
    team_member,
)
from sponsor_app.store.models.columns import DERIVED
from sponsor_app.store.queries.owning import current_sponsors


def accounts(connection: Connection) -> Iterator[dict[str, Any]]:
    """Every account's own fields."""
    return _rows(connection, account)


def members(connection: Connection) -> Iterator[dict[str, Any]]:
    """Every member's own fields."""
    return _rows(connection, member)


def contacts(connection: Connection) -> Iterator[dict[str, Any]]:
    """Every contact's own fields, with one mail address."""
    by_contact = {owner: email for email, owner in emails(connection)}
    for row in _rows(connection, contact):
        row["email"] = by_contact.get(row["id"])
        yield row


def emails(connection: Connection) -> list[tuple[str, str]]:
    """(normal mail address, contact) of every contact."""
    query = select(contact_point.c.normal, contact_point.c.contact_id).where(
        contact_point.c.kind == PointKind.EMAIL, contact_point.c.contact_id.is_not(None)
    )
    return [(row.normal, row.contact_id) for row in connection.execute(query)]


def contact_points(connection: Connection) -> set[tuple[str, str]]:
    """(contact, normal form) of every way to reach one."""
    query = select(contact_point.c.contact_id, contact_point.c.normal)
    return {(row.contact_id, row.normal) for row in connection.execute(query) if row.contact_id}


def account_phones(connection: Connection) -> set[tuple[str, str]]:
    """(account, normal form) of every account's own number."""
    query = select(contact_point.c.account_id, contact_point.c.normal)
    return {(row.account_id, row.normal) for row in connection.execute(query) if row.account_id}


def alias_names(connection: Connection) -> list[tuple[str, str]]:
    """(account, other or former name)."""
    query = select(account_alias.c.account_id, account_alias.c.value).where(
        account_alias.c.kind.in_([AliasKind.NAME, AliasKind.FORMER_NAME])
    )
    return [(row.account_id, row.value) for row in connection.execute(query)]


def owned(connection: Connection, today: date) -> tuple[set[str], set[str]]:
    """The accounts that have a lead, and those that have a sponsor."""
    query = select(team_member.c.account_id).where(team_member.c.role == TeamRole.LEAD)
    return set(connection.execute(query).scalars()), set(current_sponsors(connection, today))


def interactions(connection: Connection) -> Iterator[dict[str, Any]]:
    """Every interaction's own fields."""
    return _rows(connection, interaction)


def issues(connection: Connection) -> Iterator[dict[str, Any]]:
    """Every issue's own fields."""
    return _rows(connection, issue)


def rows_of(connection: Connection, table: Table) -> dict[str, dict[str, Any]]:
    """Every record of a table by its id."""
    return {row["id"]: row for row in _rows(connection, table)}


def rows_named(connection: Connection, name: str) -> dict[str, dict[str, Any]]:
    """Every record of the synced table of that name by its id."""
    return rows_of(connection, SYNCED[name])


def facts_of_kind(connection: Connection, kind: str) -> dict[str, dict[str, Any]]:
    """The facts of one kind by the account they are about."""
    found = (row for row in _rows(connection, fact) if row["kind"] == kind)
    return {row["account_id"]: row for row in found if row["account_id"]}


def highest_issue(connection: Connection) -> int:
    """The highest short number of an issue."""
    return connection.execute(select(func.coalesce(func.max(issue.c.number), 0))).scalar_one()


def remember(
    connection: Connection,
    *,
    import_id: str,
    step: int | None,
    file: str,
    kind: str,
    at: datetime,
    records: int,
    created: int,
    updated: int,
    report: str,
) -> None:
    """Keep the record of an import."""
    connection.execute(
        insert(import_batch).values(
            id=import_id,
            step=step,
            file=file,
            kind=kind,
            at=at,
            records=records,
            created=created,
            updated=updated,
            report=report,
        )
    )


def done(connection: Connection, most: int) -> list[DoneImport]:
    """The latest imports, the last first, with those taken back."""
    query = (
        select(import_batch, step.c.undone_by)
        .outerjoin(step, step.c.step == import_batch.c.step)
        .order_by(import_batch.c.at.desc())
        .limit(most)
    )
    return [
        DoneImport(
            id=row.id,
            file=row.file,
            kind=row.kind,
            at=row.at,
            records=row.records,
            created=row.created,
            updated=row.updated,
            taken_back=row.undone_by is not None or row.step is None,
        )
        for row in connection.execute(query)
    ]


def step_of(connection: Connection, import_id: str) -> int | None:
    """The step that an import was."""
    query = select(import_batch.c.step).where(import_batch.c.id == import_id)
    return connection.execute(query).scalar()


def _rows(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    names = [name for name in table.c.keys() if name == "id" or name not in DERIVED]  # noqa: SIM118
    found = connection.exec_driver_sql(f"SELECT {', '.join(names)} FROM {table.name}")
    return (dict(zip(names, row, strict=True)) for row in found)
