"""How columns are spelled: STRICT tables, text ids, ISO days, UTC moments, no enforced references between synced tables.

SQLAlchemy Core tables rather than mapped classes: writes go through `store/capture` and reads return frozen
values, so a session would do nothing but cost 110 ms of every start.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum
from types import MappingProxyType
from typing import Any

from sqlalchemy import Column, Dialect, Index, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy import text as sql
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

NO_INDEXES: Mapping[tuple[str, ...], str | None] = MappingProxyType({})

SYNCED: dict[str, Table] = {}
"""Every table whose rows travel, by name; only `store/capture` may write them."""


class Day(TypeDecorator[date]):
    """A calendar day, stored as `2026-11-18`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Give the database ISO text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """Read ISO text."""
        return None if value is None else date.fromisoformat(value)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, stored as `2026-11-18T09:30:00.000Z`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Refuse naive datetimes; give the database UTC text."""
        return None if value is None else moment_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Read UTC text as an aware datetime."""
        return None if value is None else datetime.fromisoformat(value)


def moment_text(value: datetime) -> str:
    """UTC text with milliseconds, which sorts as it reads."""
    if value.tzinfo is None:
        msg = f"naive datetime: {value!r}"
        raise ValueError(msg)
    return (
        value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{value.microsecond // 1000:03d}Z"
    )


def primitive(value: object) -> Any:
    """What the database and a change both hold: text, whole numbers, reals, bytes or None."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, datetime):
        return moment_text(value)
    return value.isoformat() if isinstance(value, date) else value


def text(name: str) -> Column[str]:
    """Text that is always there."""
    return Column(name, Text, nullable=False)


def text_or_none(name: str) -> Column[str]:
    """Text that may be unknown."""
    return Column(name, Text)


def ref(name: str, *, alone: bool = True) -> Column[str]:
    """The id of a record of a synced table; indexed, not enforced: a child may arrive before its parent.

    Without `alone` it has no index of its own, because one of the table's begins with it.
    """
    return Column(name, Text, info={"ref": alone})


def day(name: str, *, nullable: bool = False) -> Column[date]:
    """A calendar day."""
    return Column(name, Day, nullable=nullable)


def moment(name: str, *, nullable: bool = False) -> Column[datetime]:
    """A moment in UTC."""
    return Column(name, Moment, nullable=nullable)


def whole(name: str, *, nullable: bool = True) -> Column[int]:
    """A whole number."""
    return Column(name, Integer, nullable=nullable)


def blob(name: str, *, nullable: bool = False) -> Column[bytes]:
    """Bytes."""
    return Column(name, LargeBinary, nullable=nullable)


def synced(
    name: str,
    *columns: Column[Any],
    later: tuple[Column[Any], ...] = (),
    indexes: Mapping[tuple[str, ...], str | None] = NO_INDEXES,
) -> Table:
    """A table whose rows travel, with its indexes: their columns, and which rows they hold if not all.

    `later` are columns that a revision added: they stand last, where SQLite puts them.

    `seq` is this laptop's row number (search refers to it), `id` the identity everywhere; the four stamps are
    derived from changes, never typed.
    """
    table = Table(
        name,
        metadata,
        Column("seq", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        *columns,
        moment("created_at"),
        text_or_none("created_by"),
        moment("updated_at", nullable=True),
        text_or_none("updated_by"),
        *later,
        sqlite_strict=True,
    )
    for column in (*columns, *later):
        if column.info.get("ref"):
            Index(None, column, sqlite_where=column.is_not(None))
    for names, rows in indexes.items():
        where = None if rows is None else sql(rows)
        Index(None, *(table.c[name] for name in names), sqlite_where=where)
    SYNCED[name] = table
    return table


def local(name: str, *columns: Any, **options: Any) -> Table:
    """A table that never leaves this laptop."""
    return Table(name, metadata, *columns, sqlite_strict=True, **options)


DERIVED = frozenset({"seq", "id", "created_at", "created_by", "updated_at", "updated_by"})
"""Columns that no change carries as a field."""


def fields(table: Table) -> tuple[str, ...]:
    """The columns of a synced table that people fill in."""
    return tuple(name for name in table.c.keys() if name not in DERIVED)  # noqa: SIM118 - not a dict
