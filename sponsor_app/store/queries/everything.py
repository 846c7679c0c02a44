"""All that travels, row by row: what an export reads, without private notes and without this laptop's settings."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Integer

from sponsor_app.store.models import SYNCED
from sponsor_app.store.models.columns import Day, Moment

LOCAL = frozenset({"seq"})
"""Columns of synced tables that mean nothing on another laptop."""

FIRST = (
    "policy",
    "member",
    "account",
    "account_alias",
    "contact",
    "contact_point",
    "sponsorship",
    "team_member",
)
"""What the other tables refer to stands before them."""

LATEST_FIRST = {"interaction": "happened_on DESC, starts_at DESC, id DESC"}
"""How the rows of a table are ordered where not by when they reached this laptop."""

CHUNK = 2000

Record = dict[str, Any]


class Field(NamedTuple):
    """A column of a table, and whether it holds `text`, a `day`, a `moment` or a `whole` number."""

    name: str
    kind: str


def tables() -> tuple[str, ...]:
    """The tables whose rows travel, in an order in which they can be read in one pass."""
    return (*FIRST, *(name for name in SYNCED if name not in FIRST))


def fields(table: str) -> tuple[Field, ...]:
    """The columns of a synced table: its id, what people fill in, the stamps."""
    found = [Field(one.name, _kind(one.type)) for one in SYNCED[table].columns]
    return tuple(one for one in found if one.name not in LOCAL)


def counts(connection: Connection) -> dict[str, int]:
    """How many rows each synced table has."""
    return {
        table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
        for table in tables()
    }


def records(connection: Connection, table: str) -> Iterator[Record]:
    """Every row of a synced table with all its fields; days and moments as ISO text.

    Interactions come latest first, in chunks, because sorting whole rows would hold them all in memory.
    """
    names = [one.name for one in fields(table)]
    for row in _ordered(connection, table, names):
        yield dict(zip(names, row, strict=True))


def values(connection: Connection, table: str, *names: str) -> Iterator[tuple[Any, ...]]:
    """Some fields of every row of a synced table, in the order in which the rows reached this laptop."""
    _known(table, names)
    found = connection.exec_driver_sql(f"SELECT {', '.join(names)} FROM {table} ORDER BY seq")
    for part in found.partitions(CHUNK):
        yield from (tuple(row) for row in part)


def names_of(connection: Connection, table: str) -> dict[str, str]:
    """What the records of a table are called, by id."""
    return dict(values(connection, table, "id", "name"))


def grouped(
    connection: Connection, table: str, owner: str, *names: str
) -> Mapping[str, list[tuple[Any, ...]]]:
    """Some fields of every row of a synced table, by what the field `owner` refers to."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for key, *rest in values(connection, table, owner, *names):
        if key is not None:
            found.setdefault(key, []).append(tuple(rest))
    return found


def _ordered(connection: Connection, table: str, names: Iterable[str]) -> Iterator[Any]:
    wanted = ", ".join(names)
    order = LATEST_FIRST.get(table)
    if order is None:
        found = connection.exec_driver_sql(f"SELECT {wanted} FROM {table} ORDER BY seq")
        for part in found.partitions(CHUNK):
            yield from part
        return
    seqs = connection.exec_driver_sql(f"SELECT seq FROM {table} ORDER BY {order}").scalars().all()
    for start in range(0, len(seqs), CHUNK):
        chunk = seqs[start : start + CHUNK]
        marks = ", ".join("?" * len(chunk))
        sql = f"SELECT {wanted} FROM {table} WHERE seq IN ({marks}) ORDER BY {order}"
        yield from connection.exec_driver_sql(sql, tuple(chunk))


def _known(table: str, names: Iterable[str]) -> None:
    unknown = set(names) - {one.name for one in fields(table)}
    if unknown:
        msg = f"{table} has no {sorted(unknown)}"
        raise KeyError(msg)


def _kind(column_type: object) -> str:
    if isinstance(column_type, Day):
        return "day"
    if isinstance(column_type, Moment):
        return "moment"
    return "whole" if isinstance(column_type, Integer) else "text"
