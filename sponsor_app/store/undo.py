"""Take any step back, and take that back again: a step's changes turned round, newest first.

What was edited since by a later step is kept and reported, never overwritten.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Table, exists, select

from sponsor_app.domain.errors import RefusedError
from sponsor_app.domain.history import Op, Step, Undone
from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.ids import DeviceId, StepId
from sponsor_app.domain.lasting import report
from sponsor_app.store.capture import CHUNK, DELETED, REDO, UNDO, Writer, unpack
from sponsor_app.store.models import SYNCED, cell, change, device, primitive, shape, step
from sponsor_app.store.queries.history import steps
from sponsor_app.store.references import PARTS, TARGETS, referring
from sponsor_app.store.stamps import stamps_of

FOLLOW, REFRESH = "follow", "refresh"
UNASKED = frozenset({FOLLOW, REFRESH})
"""Steps that nobody asked for: what came in from others is put where it belongs, calendars are read by themselves."""
SETUP = "setup"
KEPT = frozenset({SETUP})
"""Steps that cannot be taken back: who I am."""
TOGETHER = (
    frozenset({"status", "resolved_on", "resolution", "lesson", "told_on", "lost_because"}),
    frozenset({"level", "owner_id", "accepted_by_id", "accepted_on"}),
    frozenset({"kept_on", "dropped_on", "drop_reason"}),
    frozenset({"state", "happened_on", "starts_at", "ends_at"}),
    frozenset({"done_on", "skipped_on", "outcome"}),
)
"""Fields that mean something only together: where one was edited since, none of them is put back."""


def last_step(connection: Connection) -> Step | None:
    """The step that undo would take back: the newest of mine that stands."""
    wanted = (
        (device.c.mine == 1)
        & step.c.undone_by.is_(None)
        & (step.c.kind != UNDO)
        & step.c.kind.not_in(KEPT | UNASKED)
    )
    return next(iter(steps(connection, 1, wanted)), None)


def next_redo(connection: Connection) -> Step | None:
    """The undo that redo would take back: only while nothing new was done after it."""
    mine = (device.c.mine == 1) & step.c.kind.not_in(KEPT | UNASKED)
    for found in steps(connection, 1000, mine):
        if found.kind == UNDO and found.undone_by is None:
            return found
        if found.kind not in (UNDO, REDO):
            return None
    return None


def find_step(connection: Connection, number: StepId) -> Step:
    """One step by its number; refuses an unknown one, one already undone, and the first."""
    found = next(iter(steps(connection, 1, step.c.step == number)), None)
    if found is None:
        msg = f"There is no step {number}. Nothing was changed."
        raise RefusedError(
            msg, "Activity lists every step.", "List the steps: sponsor-app undo --list"
        )
    if found.undone_by is not None:
        msg = f"“{found.title}” was taken back already. Nothing was changed."
        raise RefusedError(
            msg, "Activity lists every step.", "List the steps: sponsor-app undo --list"
        )
    if found.kind in KEPT:
        msg = "The step that made this store cannot be taken back."
        raise RefusedError(msg)
    return found


@dataclass(frozen=True, slots=True)
class Since:
    """The clocks between a step and its undoing: what bears one was edited since."""

    after: int
    until: int

    def touched(self, stamp: Stamp | None) -> bool:
        """Whether a field was edited since the step, by anything but its undoing."""
        return stamp is not None and self.after < stamp.clock <= self.until


@dataclass(frozen=True, slots=True)
class Run:
    """Changes of one kind to one table, with what those records are now."""

    table: Table
    changes: Sequence[Any]
    now: Mapping[str, Mapping[str, Any]]
    stamps: Mapping[str, Mapping[str, Stamp]]
    since: Since
    stays: AbstractSet[str]

    def stands(self, record_id: str, name: str, value: Any) -> bool:
        """Whether a field still has what the step gave it, or has it again."""
        edited = self.since.touched(self.stamps[record_id].get(name))
        return not edited or self.now[record_id].get(name) == value


def reverse(writer: Writer, wanted: Step) -> Undone:
    """Write the opposite of every change of a step, newest first."""
    rows = _changes(writer.connection, wanted.step)
    since = Since(max(row.clock for row in rows), writer.started)
    stays = _staying(writer, rows, since)
    done, seen, kept = 0, 0, list[str]()
    for run in _runs(writer, rows, since, stays):
        left = REVERSE[Op(run.changes[0].op)](writer, run)
        done += len(run.changes) - len(left)
        kept += left
        seen += len(run.changes)
        report(writer.title, seen / len(rows))
    return Undone(wanted.step, wanted.title, done, tuple(dict.fromkeys(kept)))


def mark(writer: Writer, wanted: Step) -> None:
    """Remember which step took `wanted` back; call after the writer has finished."""
    writer.connection.exec_driver_sql(
        "UPDATE undo SET undone_by = ? WHERE step = ?", (writer.step, wanted.step)
    )


def _changes(connection: Connection, wanted: StepId) -> list[Row[Any]]:
    span = select(step.c.first_change, step.c.last_change).where(step.c.step == wanted)
    first, last = connection.execute(span).one()
    query = (
        select(change, shape.c.table_name, shape.c.names)
        .join(shape, shape.c.id == change.c.shape)
        .where(change.c.seq.between(first, last))
        .order_by(change.c.seq.desc())
    )
    return [row for row in connection.execute(query) if _is_understood(row)]


def _is_understood(row: Row[Any]) -> bool:
    """Whether this version knows what a change did; what a later one wrote stays as it is."""
    known = row.table_name in SYNCED and row.op in tuple(Op)
    return known and (row.op != Op.UPDATE or row.before is not None)


def _runs(
    writer: Writer, rows: Iterable[Any], since: Since, stays: AbstractSet[str] = frozenset()
) -> Iterator[Run]:
    """Changes of one kind to one table at a time, at most so many, as those records are when their turn comes."""
    for (table, _op), same in groupby(rows, key=lambda row: (row.table_name, row.op)):
        changes = list(same)
        for start in range(0, len(changes), CHUNK):
            yield _look(writer, SYNCED[table], changes[start : start + CHUNK], since, stays)


def _look(
    writer: Writer, table: Table, changes: Sequence[Any], since: Since, stays: AbstractSet[str]
) -> Run:
    ids = list(dict.fromkeys(row.record_id for row in changes))
    found = writer.connection.execute(select(table).where(table.c.id.in_(ids))).mappings()
    now = {row["id"]: {name: primitive(value) for name, value in row.items()} for row in found}
    return Run(table, changes, now, stamps_of(writer.connection, ids), since, stays)


def _staying(writer: Writer, rows: Sequence[Any], since: Since) -> AbstractSet[str]:
    """What a step added and nobody may remove: edited or referred to since, with its parts and what those refer to."""
    added = [row for row in rows if Op(row.op) in (Op.INSERT, Op.RESTORE)]
    stays: set[str] = set()
    for run in _runs(writer, added, since):
        used = _referred_to_since(writer.connection, run.table, list(run.now), since.after)
        here = (row for row in run.changes if row.record_id in run.now)
        stays |= {row.record_id for row in here if row.record_id in used or not _as_added(run, row)}
    tables = {row.record_id: row.table_name for row in added}
    found = stays
    while found:
        found = _family(writer.connection, {one: tables[one] for one in found}) & set(tables)
        found -= stays
        stays |= found
    return stays


def _family(connection: Connection, records: Mapping[str, str]) -> set[str]:
    """The parts of these records, given with their tables, and what they refer to."""
    found: set[str] = set()
    for name in set(records.values()):
        ids = [one for one, table in records.items() if table == name]
        for chunk in (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK)):
            table = SYNCED[name]
            named = [column for column in table.c if column.name in TARGETS]
            if named:
                rows = connection.execute(select(*named).where(table.c.id.in_(chunk)))
                found.update(value for row in rows for value in row if value)
            for part, column in PARTS:
                if name in TARGETS[column]:
                    query = select(SYNCED[part].c.id).where(SYNCED[part].c[column].in_(chunk))
                    found.update(connection.execute(query).scalars())
    return found


def _remove(writer: Writer, run: Run) -> list[str]:
    """Remove what was added, unless it is to stay."""
    fine = [
        row.record_id
        for row in run.changes
        if row.record_id in run.now and row.record_id not in run.stays
    ]
    writer.delete_many(run.table, fine)
    gone = set(fine)
    return [row.record_id for row in run.changes if row.record_id not in gone]


def _as_added(run: Run, row: Any) -> bool:
    if Op(row.op) is Op.RESTORE:
        return not any(map(run.since.touched, run.stamps[row.record_id].values()))
    added = dict(zip(row.names.split(), unpack(row.payload), strict=True))
    names = (name for name in run.stamps[row.record_id] if name not in ("", DELETED))
    return all(run.stands(row.record_id, name, added.get(name)) for name in names)


def _put_back(writer: Writer, run: Run) -> list[str]:
    """Put back each field that still has what the step gave it; returns the records where not all have."""
    left: list[str] = []
    for row in run.changes:
        names, before = row.names.split(), unpack(row.before)
        given = (value for value, _clock, _device in unpack(row.payload))
        stands = {
            name
            for name, gave in zip(names, given, strict=True)
            if row.record_id in run.now
            and name in run.table.c
            and run.stands(row.record_id, name, gave)
        }
        apart = {one for group in TOGETHER if not stands >= group & {*names} for one in group}
        old = {name: was for name, was in zip(names, before, strict=True) if name in stands - apart}
        if old:
            writer.update(run.table, row.record_id, **old)
        if len(old) < len(names):
            left.append(row.record_id)
    return left


def _bring_back(writer: Writer, run: Run) -> list[str]:
    """Bring back what was removed, if nobody else has dealt with it since."""
    left: list[str] = []
    fine: list[str] = []
    for row in run.changes:
        met = run.since.touched(run.stamps[row.record_id].get(DELETED))
        (left if met or row.record_id in run.now else fine).append(row.record_id)
    writer.restore_many(fine)
    return left


def _open_again(writer: Writer, run: Run) -> list[str]:
    """What was settled is open again."""
    return _judge(writer, run, settled=False)


def _settle_again(writer: Writer, run: Run) -> list[str]:
    """What was opened again is settled."""
    return _judge(writer, run, settled=True)


def _judge(writer: Writer, run: Run, *, settled: bool) -> list[str]:
    for row in run.changes:
        numbers: list[int] = unpack(row.payload)
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        losers = [Stamp(clock, DeviceId(device)) for clock, device in pairs]
        writer.judge(run.table, row.record_id, row.names, losers, settled=settled)
    return []


REVERSE: Mapping[Op, Callable[[Writer, Run], list[str]]] = {
    Op.INSERT: _remove,
    Op.RESTORE: _remove,
    Op.UPDATE: _put_back,
    Op.DELETE: _bring_back,
    Op.SETTLE: _open_again,
    Op.REOPEN: _settle_again,
}


def _referred_to_since(
    connection: Connection, table: Table, ids: Sequence[str], after: int
) -> set[str]:
    """Which of these records something was built upon after a clock: made, pointed at them or brought back.

    What referred to a deleted record before it was brought back may be left hanging again.
    """
    found: set[str] = set()
    for other, column in referring(table.name):
        made = (change.c.record_id == other.c.id) & (change.c.op == Op.INSERT)
        edited = (cell.c.record_id == other.c.id) & cell.c.field.in_((column, DELETED))
        query = select(other.c[column]).where(
            other.c[column].in_(ids),
            exists().where(made, change.c.clock > after)
            | exists().where(edited, cell.c.clock > after),
        )
        found.update(connection.execute(query.distinct()).scalars())
    return found
