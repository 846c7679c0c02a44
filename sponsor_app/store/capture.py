"""Every write becomes a change, in the same transaction: what travels, what history shows, what undo takes back.

A `Writer` is the only way to write a synced table: the connection refuses anything else. One call is one
tick of the hybrid logical clock. An insert is one change with the fields that have a value; an update one
change with only the fields that differ, each with the stamp it replaced; a delete keeps the whole record in
a tombstone.
"""

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Table

from sponsor_app.domain.deeds import DELETE, INSERT, REOPEN, RESTORE, SETTLE, UPDATE
from sponsor_app.domain.deeds import PRESENCE as DELETED
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.hybrid_clock import Stamp, tick
from sponsor_app.domain.ids import DeviceId, Identity, StepId, is_link_id
from sponsor_app.store.connection import gate_of
from sponsor_app.store.given import Values, as_tuples, given_names, what_differs
from sponsor_app.store.models import SYNCED
from sponsor_app.store.models.columns import moment_text
from sponsor_app.store.stamps import additions, stamps_of
from sponsor_app.store.touched import Touched

UNDO, REDO = "undo", "redo"
"""The kinds of a step that takes another one back, and of one that takes that back."""

CHUNK = 500

pack = msgspec.msgpack.Encoder().encode
unpack = msgspec.msgpack.Decoder().decode


class Writer:
    """One transaction that a person asked for, as one step that can be taken back."""

    def __init__(
        self,
        connection: Connection,
        *,
        identity: Identity,
        now: datetime,
        title: str,
        kind: str = "do",
        undoes: StepId | None = None,
    ) -> None:
        self.connection = connection
        self.identity = identity
        self.now = now
        self.title = title
        self.touched = Touched()
        self.created: list[str] = []
        self.step: StepId | None = None
        self._kind = kind
        self._undoes = undoes
        self._at = moment_text(now)
        self._clock = int(_scalar(connection, "SELECT value FROM setting WHERE key = 'clock'") or 0)
        self.started = self._clock
        self._first = _scalar(connection, "SELECT coalesce(max(seq), 0) + 1 FROM change")
        self._recorded = False
        self._shapes: dict[tuple[str, str], int] = {}

    # --- writing --------------------------------------------------------------------------

    def insert(self, table: Table, *, record_id: str, **values: object) -> str:
        """Add one record."""
        self.insert_many(table, [values], [record_id])
        return record_id

    def insert_many(self, table: Table, rows: Sequence[Values], record_ids: Sequence[str]) -> None:
        """Add records; each becomes one change. Values may be dates, moments and choices."""
        if not rows:
            return
        names = given_names(table, rows)
        values = as_tuples(names, rows)
        self.touched.inserted(table.name, _next_seq(self.connection, table), len(rows))
        self.created.extend(record_ids)
        stamps = (self._at, self.identity.member)
        self._run(
            f"INSERT INTO {table.name} (id, {', '.join(names)}, created_at, created_by)"
            f" VALUES ({_marks(len(names) + 3)})",
            [(i, *row, *stamps) for i, row in zip(record_ids, values, strict=True)],
        )
        self._record(table.name, INSERT, names, zip(record_ids, map(pack, values), strict=True))

    def update(self, table: Table, record_id: str, **values: object) -> bool:
        """Set fields of one record; False when they already were so."""
        return self.update_many(table, {record_id: values}) > 0

    def update_many(self, table: Table, edits: Mapping[str, Values]) -> int:
        """Set fields of many records; returns how many differed. Unknown ids are refused."""
        changed = 0
        for chunk in _chunks(list(edits), CHUNK):
            before = self._rows(table, chunk)
            missing = [record_id for record_id in chunk if record_id not in before]
            if missing:
                raise _gone(table, missing[0])
            differing = {
                record_id: wanted
                for record_id in chunk
                if (wanted := what_differs(before[record_id], edits[record_id]))
            }
            self._update_chunk(table, before, differing)
            changed += len(differing)
        return changed

    def _update_chunk(
        self,
        table: Table,
        before: Mapping[str, dict[str, Any]],
        edits: Mapping[str, dict[str, Any]],
    ) -> None:
        if not edits:
            return
        stamps = stamps_of(self.connection, list(edits))
        shapes: dict[tuple[str, ...], list[str]] = {}
        for record_id, values in edits.items():
            shapes.setdefault(tuple(values), []).append(record_id)
            self.touched.edited(table.name, record_id, before[record_id], values)
        for names, record_ids in shapes.items():
            assignments = ", ".join(f"{name} = ?" for name in (*names, "updated_at", "updated_by"))
            self._run(
                f"UPDATE {table.name} SET {assignments} WHERE id = ?",
                [(*edits[i].values(), self._at, self.identity.member, i) for i in record_ids],
            )
            rows = (
                (
                    i,
                    pack([(v, *_stamp(stamps, i, n)) for n, v in edits[i].items()]),
                    pack([before[i][n] for n in names]),
                )
                for i in record_ids
            )
            clock = self._record(table.name, UPDATE, names, rows)
            self._cells([(i, n, clock, self.identity.device) for i in record_ids for n in names])

    def delete(self, table: Table, record_id: str) -> None:
        """Remove one record."""
        self.delete_many(table, [record_id])

    def delete_many(self, table: Table, record_ids: Sequence[str]) -> None:
        """Remove records; each stays whole in a tombstone and can be restored."""
        for chunk in _chunks(record_ids, CHUNK):
            rows = self._rows(table, chunk)
            stamps = stamps_of(self.connection, chunk)
            added = additions(self.connection, [i for i in chunk if is_link_id(i)])
            for record_id in chunk:
                if record_id not in rows:
                    raise _gone(table, record_id)
                self.touched.deleted(table.name, rows[record_id])
            self._run(f"DELETE FROM {table.name} WHERE id IN ({_marks(len(chunk))})", tuple(chunk))
            kept = {i: pack({n: v for n, v in rows[i].items() if n != "seq"}) for i in chunk}
            clock = self._record(
                table.name,
                DELETE,
                (),
                [(i, _seen(stamps[i], added.get(i, ())), kept[i]) for i in chunk],
            )
            self._run(
                "INSERT INTO tombstone (record_id, table_name, clock, device, record)"
                " VALUES (?, ?, ?, ?, ?)",
                [(i, table.name, clock, self.identity.device, kept[i]) for i in chunk],
            )
            self._cells([(i, DELETED, clock, self.identity.device) for i in chunk])

    def restore(self, record_id: str) -> None:
        """Bring a deleted record back as it was."""
        self.restore_many([record_id])

    def restore_many(self, record_ids: Sequence[str]) -> None:
        """Bring deleted records back as they were; refuses an id that nobody deleted."""
        for chunk in _chunks(record_ids, CHUNK):
            found = self.connection.exec_driver_sql(
                "SELECT record_id, table_name, clock, device, record FROM tombstone"
                f" WHERE record_id IN ({_marks(len(chunk))})",
                tuple(chunk),
            )
            gone = {row.record_id: row for row in found}
            if len(gone) < len(chunk):
                msg = "There is no deleted record with this id."
                raise NotFoundError(
                    msg,
                    "Activity lists what was deleted.",
                    "See what was deleted: sponsor-app bring-back",
                )
            alike: dict[tuple[str, ...], list[str]] = {}
            records: dict[str, dict[str, Any]] = {i: unpack(gone[i].record) for i in chunk}
            for i in chunk:
                alike.setdefault((gone[i].table_name, *records[i]), []).append(i)
            for (name, *columns), ids in alike.items():
                self._put_back(SYNCED[name], columns, [records[i] for i in ids])
                replaced = [(i, pack((gone[i].clock, gone[i].device))) for i in ids]
                clock = self._record(name, RESTORE, (), replaced)
                self._cells([(i, DELETED, clock, self.identity.device) for i in ids])

    def _put_back(
        self, table: Table, columns: Sequence[str], records: Sequence[dict[str, Any]]
    ) -> None:
        """Let rows of these columns stand in their table again, and not among the deleted."""
        first = _next_seq(self.connection, table)
        for seq, record in enumerate(records, first):
            self.touched.returned(table.name, seq, record)
        self._run(
            f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({_marks(len(columns))})",
            [tuple(record.values()) for record in records],
        )
        self._run(
            "DELETE FROM tombstone WHERE record_id = ?", [(record["id"],) for record in records]
        )

    def link(self, table: Table, record_id: str, **values: object) -> bool:
        """Make sure a record with a derived id is there with these values; False when it already was."""
        return self.link_many(table, {record_id: values}) > 0

    def link_many(self, table: Table, records: Mapping[str, Values]) -> int:
        """Make sure of many at once; returns how many were not there so already."""
        here = self._rows(table, list(records))
        gone = self._tombstones([i for i in records if i not in here])
        self.restore_many(sorted(gone))
        self.update_many(table, {i: records[i] for i in gone})
        differed = self.update_many(table, {i: records[i] for i in here})
        fresh: dict[tuple[str, ...], list[str]] = {}
        for record_id, values in records.items():
            if record_id not in here and record_id not in gone:
                fresh.setdefault(tuple(values), []).append(record_id)
        for ids in fresh.values():
            self.insert_many(table, [records[i] for i in ids], ids)
        return differed + len(gone) + sum(map(len, fresh.values()))

    def judge(
        self, table: Table, record_id: str, name: str, losers: Sequence[Stamp], *, settled: bool
    ) -> None:
        """Say of the values that lost a field (`*`: of a deletion, or of what it removed) that somebody looked."""
        op = SETTLE if settled else REOPEN
        self._record(table.name, op, (name,), [(record_id, _flat(losers))])
        self._run(
            "UPDATE clash SET settled = ? WHERE record_id = ? AND field = ?"
            " AND loser_clock = ? AND loser_device = ?",
            [(int(settled), record_id, name, *stamp) for stamp in losers],
        )

    def _tombstones(self, record_ids: Sequence[str]) -> set[str]:
        """Those that were deleted and can be restored."""
        if not record_ids:
            return set()
        sql = f"SELECT record_id FROM tombstone WHERE record_id IN ({_marks(len(record_ids))})"
        return set(self.connection.exec_driver_sql(sql, tuple(record_ids)).scalars())

    # --- reading what is replaced -----------------------------------------------------------

    def _rows(self, table: Table, record_ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        found = self.connection.exec_driver_sql(
            f"SELECT * FROM {table.name} WHERE id IN ({_marks(len(record_ids))})",
            tuple(record_ids),
        )
        return {row["id"]: dict(row) for row in found.mappings()}

    # --- recording --------------------------------------------------------------------------

    def _record(
        self, table: str, op: str, names: Sequence[str], rows: Iterable[tuple[str | bytes, ...]]
    ) -> int:
        """Write one change a record, all with one tick of the clock and one shape.

        A row is (record id, payload) and, where something was replaced, (.., before).
        """
        self._clock = tick(self._clock, int(self.now.timestamp() * 1000))
        clock, device, shape = self._clock, self.identity.device, self._shape(table, names)
        before = ", before" if op in (UPDATE, DELETE) else ""
        self._run(
            f"INSERT INTO change (clock, device, shape, op, record_id, payload{before})"
            f" VALUES ({clock}, {device}, {shape}, '{op}', ?, ?{before and ', ?'})",
            list(rows),
        )
        self._recorded = True
        return clock

    def _shape(self, table: str, names: Sequence[str]) -> int:
        """The number under which this list of fields is known here."""
        key = (table, " ".join(names))
        if key not in self._shapes:
            sql = "SELECT id FROM shape WHERE table_name = ? AND names = ?"
            known = self.connection.exec_driver_sql(sql, key).scalar()
            if known is None:
                sql = "INSERT INTO shape (table_name, names) VALUES (?, ?)"
                known = self.connection.exec_driver_sql(sql, key).lastrowid
            self._shapes[key] = known
        return self._shapes[key]

    def _cells(self, rows: list[tuple[str, str, int, DeviceId]]) -> None:
        self._run(
            "INSERT OR REPLACE INTO cell (record_id, field, clock, device) VALUES (?, ?, ?, ?)",
            rows,
        )

    @property
    def took_back(self) -> bool:
        """Whether this step takes another one back."""
        return self._kind == UNDO

    @property
    def did_again(self) -> bool:
        """Whether this step does again what was taken back."""
        return self._kind == REDO

    @property
    def wrote(self) -> bool:
        """Whether anything was changed so far."""
        return self._recorded

    def finish(self) -> None:
        """Name the step and persist the clock with what it stamped; a block that wrote nothing is no step."""
        if not self._recorded or self.step is not None:
            return
        last = _scalar(self.connection, "SELECT max(seq) FROM change")
        result = self.connection.exec_driver_sql(
            "INSERT INTO undo (at, device, kind, title, undoes, first_change, last_change)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                self._at,
                self.identity.device,
                self._kind,
                self.title,
                self._undoes,
                self._first,
                last,
            ),
        )
        self.step = StepId(result.lastrowid)
        sql = "INSERT OR REPLACE INTO setting (key, value) VALUES ('clock', ?)"
        self.connection.exec_driver_sql(sql, (str(self._clock),))

    def _run(self, sql: str, parameters: Any) -> None:
        with unguarded(self.connection):
            self.connection.exec_driver_sql(sql, parameters)


@contextmanager
def unguarded(connection: Connection) -> Generator[None]:
    """Let what stands in the block write synced tables: here, and where the changes of others are taken in."""
    gate = gate_of(connection)
    gate.open = True
    try:
        yield
    finally:
        gate.open = False


def _seen(stamps: Mapping[str, Stamp], added: Iterable[Stamp]) -> bytes:
    """All that whoever deletes a record had seen of it, the latest first: anything else is news to him."""
    return _flat(sorted({*stamps.values(), *added}, reverse=True))


def _flat(stamps: Iterable[Stamp]) -> bytes:
    return pack([part for stamp in stamps for part in stamp])


def _stamp(stamps: Mapping[str, Mapping[str, Stamp]], record_id: str, name: str) -> Stamp:
    of_record = stamps[record_id]
    return of_record.get(name) or of_record[""]


def _next_seq(connection: Connection, table: Table) -> int:
    return _scalar(connection, f"SELECT coalesce(max(seq), 0) + 1 FROM {table.name}")


def _scalar(connection: Connection, sql: str) -> Any:
    return connection.exec_driver_sql(sql).scalar()


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _chunks(items: Sequence[str], size: int) -> Iterable[Sequence[str]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def _gone(table: Table, record_id: str) -> NotFoundError:
    return NotFoundError(
        f"There is no {table.name.replace('_', ' ')} with the id {record_id}. Nothing was changed.",
        "It may have been deleted: Activity shows by whom.",
        "It may have been deleted: sponsor-app history RECORD shows by whom.",
    )
