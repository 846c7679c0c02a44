"""Take any step back, and take that back again: a step's changes turned round, newest first.

What was edited since by a later step is kept and reported, never overwritten.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from sponsor_app.domain.errors import RefusedError
from sponsor_app.domain.history import Op, Step, Undone
from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.ids import StepId
from sponsor_app.store.capture import CHUNK, DELETED, Writer, unpack
from sponsor_app.store.models import SYNCED, change, device, shape, step
from sponsor_app.store.queries.history import steps

REDO, UNDO = "redo", "undo"
KEPT = frozenset({"setup"})
"""Steps that cannot be taken back: who I am."""


def last_step(connection: Connection) -> Step | None:
    """The step that undo would take back: the newest of mine that stands."""
    wanted = (
        (device.c.mine == 1)
        & step.c.undone_by.is_(None)
        & (step.c.kind != UNDO)
        & step.c.kind.not_in(KEPT)
    )
    return next(iter(steps(connection, 1, wanted)), None)


def next_redo(connection: Connection) -> Step | None:
    """The undo that redo would take back: only while nothing new was done after it."""
    mine = (device.c.mine == 1) & step.c.kind.not_in(KEPT)
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
        raise RefusedError(msg, "List them: sponsor-app undo --list")
    if found.undone_by is not None:
        msg = f"“{found.title}” was taken back already. Nothing was changed."
        raise RefusedError(msg, "List the steps: sponsor-app undo --list")
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


def reverse(writer: Writer, wanted: Step) -> Undone:
    """Write the opposite of every change of a step, newest first."""
    rows = _changes(writer.connection, wanted.step)
    since = Since(max(row.clock for row in rows), writer.started)
    done, kept = 0, list[str]()
    for (table, op), run in groupby(rows, key=lambda row: (row.table_name, row.op)):
        changes = list(run)
        for start in range(0, len(changes), CHUNK):
            chunk = changes[start : start + CHUNK]
            left = _reverse_run(writer, SYNCED[table], Op(op), chunk, since)
            done += len(chunk) - len(left)
            kept += left
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
    return list(connection.execute(query).all())


def _reverse_run(
    writer: Writer, table: Table, op: Op, rows: Sequence[Any], since: Since
) -> list[str]:
    """Reverse changes of one kind to one table; returns the ids that were left as they are."""
    ids = [row.record_id for row in rows]
    stamps = writer.stamps(list(dict.fromkeys(ids)))
    here = set(writer.connection.execute(select(table.c.id).where(table.c.id.in_(ids))).scalars())
    if op in (Op.INSERT, Op.RESTORE):
        fine = [i for i in ids if i in here and not any(map(since.touched, stamps[i].values()))]
        writer.delete_many(table, fine)
        return [i for i in ids if i not in fine] if len(fine) < len(ids) else []
    if op is Op.UPDATE:
        return [
            row.record_id
            for row in rows
            if not (row.record_id in here and _put_back(writer, table, row, stamps, since))
        ]
    gone = [i for i in ids if i not in here and not since.touched(stamps[i].get(DELETED))]
    for record_id in gone:
        writer.restore(record_id)
    return [i for i in ids if i not in gone] if len(gone) < len(ids) else []


def _put_back(
    writer: Writer,
    table: Table,
    row: Any,
    stamps: Mapping[str, Mapping[str, Stamp]],
    since: Since,
) -> bool:
    """Put back each field that still has what this step gave it; whether that was all of them."""
    names, before, of_record = row.names.split(), unpack(row.before), stamps[row.record_id]
    mine_still = {
        name: old
        for name, old in zip(names, before, strict=True)
        if not since.touched(of_record.get(name))
    }
    if mine_still:
        writer.update(table, row.record_id, **mine_still)
    return len(mine_still) == len(names)
