"""All that travels, row by row: what an export reads, without private notes and without this laptop's settings."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the synced tables within one transaction; days and moments come as ISO text."""

    connection: Connection

    def counts(self) -> dict[str, int]:
        """How many rows each synced table has."""
        return {
            table: self.connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in tables()
        }

    def records(self, table: str) -> Iterator[Record]:
        """Every row of a synced table with all its fields, a few at a time."""
        names = [one.name for one in fields(table)]
        wanted = ", ".join(names)
        order = LATEST_FIRST.get(table)
        rows = self._in_order(table, wanted, order) if order else self._as_stored(table, wanted)
        for row in rows:
            yield dict(zip(names, row, strict=True))

    def some(self, table: str, field: str, wanted: Collection[str]) -> Iterator[Record]:
        """The rows of a synced table whose `field` is one of `wanted`, a handful, with all their fields."""
        names = [one.name for one in fields(table)]
        if field not in names:
            msg = f"{table} has no {field}"
            raise KeyError(msg)
        marks = ", ".join("?" * len(wanted))
        sql = f"SELECT {', '.join(names)} FROM {table} WHERE {field} IN ({marks}) ORDER BY seq"
        for row in self.connection.exec_driver_sql(sql, tuple(wanted)):
            yield dict(zip(names, row, strict=True))

    def values(self, table: str, *names: str) -> Iterator[tuple[Any, ...]]:
        """Some fields of every row of a synced table."""
        unknown = set(names) - {one.name for one in fields(table)}
        if unknown:
            msg = f"{table} has no {sorted(unknown)}"
            raise KeyError(msg)
        for row in self._as_stored(table, ", ".join(names)):
            yield tuple(row)

    def names_of(self, table: str) -> dict[str, str]:
        """What the records of a table are called, by id."""
        return dict(self.values(table, "id", "name"))

    def grouped(self, table: str, owner: str, *names: str) -> Mapping[str, list[tuple[Any, ...]]]:
        """Some fields of every row of a synced table, by what the field `owner` refers to."""
        found: dict[str, list[tuple[Any, ...]]] = {}
        for key, *rest in self.values(table, owner, *names):
            if key is not None:
                found.setdefault(key, []).append(tuple(rest))
        return found

    def _as_stored(self, table: str, wanted: str) -> Iterator[Any]:
        """In the order in which the rows reached this laptop."""
        found = self.connection.exec_driver_sql(f"SELECT {wanted} FROM {table} ORDER BY seq")
        for part in found.partitions(CHUNK):
            yield from part

    def _in_order(self, table: str, wanted: str, order: str) -> Iterator[Any]:
        """In chunks, because sorting whole rows would hold them all in memory."""
        sorted_seqs = f"SELECT seq FROM {table} ORDER BY {order}"
        seqs = self.connection.exec_driver_sql(sorted_seqs).scalars().all()
        for start in range(0, len(seqs), CHUNK):
            chunk = tuple(seqs[start : start + CHUNK])
            marks = ", ".join("?" * len(chunk))
            sql = f"SELECT {wanted} FROM {table} WHERE seq IN ({marks}) ORDER BY {order}"
            yield from self.connection.exec_driver_sql(sql, chunk)


def _kind(column_type: object) -> str:
    if isinstance(column_type, Day):
        return "day"
    if isinstance(column_type, Moment):
        return "moment"
    return "whole" if isinstance(column_type, Integer) else "text"
