"""Records that refer to another, whatever their kind."""

from typing import Any

from sqlalchemy import Connection, Table, select

from sponsor_app.domain.errors import NotFoundError
from sponsor_app.store.models import contact


def ids_with(connection: Connection, table: Table, column: str, value: str) -> list[str]:
    """The ids of the records of a table whose column names a record."""
    query = select(table.c.id).where(table.c[column] == value).order_by(table.c.id)
    return list(connection.execute(query).scalars())


def row(connection: Connection, table: Table, record_id: str) -> dict[str, Any]:
    """One record's columns by name; refuses an id that is not here."""
    query = select(table).where(table.c.id == record_id)
    found = connection.execute(query).mappings().one_or_none()
    if found is None:
        msg = f"This {table.name} is not here: it was deleted, or has not reached this laptop yet."
        raise NotFoundError(msg, "Nothing was changed. See what was deleted in Activity, or sync.")
    return dict(found)


def named(connection: Connection, table: Table, record_id: str) -> str:
    """What a record is called; refuses an id that is not here."""
    return str(row(connection, table, record_id)["name"])


def value(connection: Connection, table: Table, column: str, record_id: str) -> str | None:
    """One text field of a record; None when it is empty or the record is not here."""
    return connection.execute(select(table.c[column]).where(table.c.id == record_id)).scalar()


def account_of(connection: Connection, table: Table, record_id: str) -> str | None:
    """The account of a record: its own, or that of the contact it is about."""
    if "account_id" in table.c:
        query = select(table.c.account_id).where(table.c.id == record_id)
        found = connection.execute(query).scalar()
        if found:
            return found
    if "contact_id" in table.c:
        of_contact = select(contact.c.account_id).join_from(
            table, contact, contact.c.id == table.c.contact_id
        )
        return connection.execute(of_contact.where(table.c.id == record_id)).scalar()
    return None
