"""What records said at a moment gone by: the changes made since hold what each of them replaced."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection

from sponsor_app.domain.deeds import PRESENCE
from sponsor_app.domain.history import Op
from sponsor_app.domain.hybrid_clock import tick
from sponsor_app.store.capture import unpack
from sponsor_app.store.models.columns import moment_text
from sponsor_app.store.queries.as_stored import as_stored

NEWEST_FIRST = "ORDER BY c.clock DESC, c.device DESC, c.seq DESC"
"""So that of several changes the earliest is what a dictionary keeps."""

EDITED = (
    f"CROSS JOIN change c ON c.record_id = r.id AND c.op = '{Op.UPDATE}' AND c.clock >= :clock"
    " JOIN shape s ON s.id = c.shape"
)
"""The changes of a few records `r`, in this order: first the records, then what happened to them."""


class Remembered:
    """The records as they were at the moment `since`, as far as this laptop has heard of them."""

    def __init__(self, connection: Connection, since: datetime) -> None:
        self._connection = connection
        self.moment = moment_text(since)
        self._clock = tick(0, int(since.timestamp() * 1000))

    def edits(self, table: str) -> dict[str, dict[str, Any]]:
        """For each record that was there before and was edited since, what the edited fields held then."""
        sql = (
            f"SELECT r.id, c.before, s.names FROM {table} r {EDITED}"
            f" WHERE r.created_at < :moment AND r.updated_at >= :moment {NEWEST_FIRST}"
        )
        return self._edits(sql)

    def records(self, table: str, fields: tuple[str, ...], now: str) -> Iterator[Mapping[str, Any]]:
        """The `fields` of the records there at that moment, of those that fit `now` today or changed or went since.

        `now` is a condition on `r`; with the fields goes the `id`.
        """
        names = ("id", *fields)
        columns = ", ".join(f"r.{name}" for name in names)
        among = f"SELECT {columns} FROM {table} r WHERE r.created_at < :moment AND"
        edits, there = self.edits(table), self._there()
        # Not as one statement: it would be put in order, and every record read for that.
        parts = (now, "r.updated_at >= :moment")
        found = {row[0]: row for part in parts for row in self._ask(f"{among} {part}")}
        for record_id, row in found.items():
            if there.get(record_id, True):
                yield dict(zip(names, row, strict=True)) | edits.get(record_id, {})
        yield from self._buried(table, names, there)

    def gone(self, table: str) -> int:
        """How many records were deleted since."""
        sql = "SELECT count(*) FROM tombstone WHERE table_name = :table AND clock >= :clock"
        return next(self._ask(sql, table=table))[0]

    def _buried(
        self, table: str, names: tuple[str, ...], there: Mapping[str, bool]
    ) -> Iterator[Mapping[str, Any]]:
        sql = (
            f"SELECT r.record_id, c.before, s.names FROM (SELECT record_id, record_id AS id"
            f" FROM tombstone WHERE table_name = :table AND clock >= :clock) r {EDITED} {NEWEST_FIRST}"
        )
        edits = self._edits(sql, table=table)
        graves = (
            "SELECT record_id, record FROM tombstone WHERE table_name = :table AND clock >= :clock"
        )
        for record_id, packed in self._ask(graves, table=table):
            record: dict[str, Any] = unpack(packed)
            if there.get(record_id, True) and record["created_at"] < self.moment:
                kept = {name: record.get(name) for name in names}
                yield kept | edits.get(record_id, {})

    def _there(self) -> dict[str, bool]:
        """Whether the records that were deleted or brought back since were there at that moment."""
        sql = (
            "SELECT c.record_id, c.op FROM cell k CROSS JOIN change c ON c.record_id = k.record_id"
            f" WHERE k.field = '{PRESENCE}' AND k.clock >= :clock AND c.clock >= :clock"
            f" AND c.op IN ('{Op.DELETE}', '{Op.RESTORE}') {NEWEST_FIRST}"
        )
        return {record_id: op == Op.DELETE for record_id, op in self._ask(sql)}

    def _edits(self, sql: str, **named: str) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for record_id, packed, names in self._ask(sql, **named):
            found.setdefault(record_id, {}).update(_values(packed, names))
        return found

    def _ask(self, sql: str, **named: str) -> Iterator[tuple[Any, ...]]:
        known = {"moment": self.moment, "clock": self._clock, **named}
        asked = {name: value for name, value in known.items() if f":{name}" in sql}
        return as_stored(self._connection.exec_driver_sql(sql, asked))


def _values(packed: bytes | None, names: str) -> dict[str, Any]:
    if packed is None:
        return {}
    try:
        return dict(zip(names.split(), unpack(packed), strict=True))
    except (msgspec.MsgspecError, TypeError, ValueError):
        return {}  # written by another laptop, and not as any version of ours writes it
