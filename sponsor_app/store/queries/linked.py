"""Records that refer to another, whatever their kind."""

from typing import Any

from sqlalchemy import Connection, Table, select


def ids_with(connection: Connection, table: Table, column: str, value: str) -> list[str]:
    """The ids of the records of a table whose column names a record."""
    query = select(table.c.id).where(table.c[column] == value).order_by(table.c.id)
    return list(connection.execute(query).scalars())


def row(connection: Connection, table: Table, record_id: str) -> dict[str, Any]:
    """One record's columns by name."""
    found = connection.execute(select(table).where(table.c.id == record_id)).mappings().one()
    return dict(found)
