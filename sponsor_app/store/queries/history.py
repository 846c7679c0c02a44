"""Who changed what, when, on which laptop, told from the changes themselves."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, select, true

from sponsor_app.domain.history import Entry, FieldChange, Op, Step
from sponsor_app.domain.ids import StepId
from sponsor_app.store.capture import unpack
from sponsor_app.store.models import SYNCED, change, device, member, shape, step, tombstone

NAME_FIELDS = ("name", "title", "text", "summary", "value", "key")
"""The fields, in order, that say which record it is."""


def entries(connection: Connection, record_ids: Sequence[str], limit: int = 500) -> list[Entry]:
    """The changes of these records, newest first."""
    return _entries(connection, change.c.record_id.in_(record_ids), limit)


def step_entries(connection: Connection, wanted: StepId, limit: int = 500) -> list[Entry]:
    """The changes that one step made."""
    of_step = select(step.c.first_change, step.c.last_change).where(step.c.step == wanted)
    first, last = connection.execute(of_step).one()
    return _entries(connection, change.c.seq.between(first, last), limit)


def steps(
    connection: Connection, limit: int = 50, wanted: ColumnElement[bool] | None = None
) -> list[Step]:
    """What people did, newest first."""
    query = (
        select(step, device.c.name.label("laptop"), device.c.mine, member.c.name.label("member"))
        .join(device, device.c.id == step.c.device)
        .outerjoin(member, member.c.id == device.c.member_id)
        .where(true() if wanted is None else wanted)
        .order_by(step.c.step.desc())
        .limit(limit)
    )
    return [
        Step(
            StepId(row.step),
            row.at,
            row.member,
            row.laptop,
            bool(row.mine),
            row.kind,
            row.title,
            row.last_change - row.first_change + 1,
            StepId(row.undoes) if row.undoes else None,
            StepId(row.undone_by) if row.undone_by else None,
        )
        for row in connection.execute(query)
    ]


def steps_since(connection: Connection, since: datetime, *, mine: bool) -> list[Step]:
    """What was done after a moment, on this laptop or on the others."""
    wanted = (step.c.at > since) & (device.c.mine == int(mine))
    return steps(connection, 200, wanted)


def record_exists(connection: Connection, record_id: str) -> bool:
    """Whether any change ever named this record."""
    query = select(func.count()).where(change.c.record_id == record_id)
    return bool(connection.execute(query).scalar())


def deleted(connection: Connection) -> list[tuple[str, str, str]]:
    """(id, table, name) of everything that was deleted and can be restored."""
    found = connection.execute(
        select(tombstone.c.record_id, tombstone.c.table_name, tombstone.c.record)
    )
    return [(row.record_id, row.table_name, _label(unpack(row.record))) for row in found]


def _entries(connection: Connection, wanted: ColumnElement[bool], limit: int) -> list[Entry]:
    query = (
        select(
            change,
            shape.c.table_name,
            shape.c.names,
            step.c.step,
            step.c.title,
            step.c.at,
            device.c.name.label("laptop"),
            member.c.name.label("member"),
        )
        .join(shape, shape.c.id == change.c.shape)
        .join(step, change.c.seq.between(step.c.first_change, step.c.last_change))
        .outerjoin(device, device.c.id == change.c.device)
        .outerjoin(member, member.c.id == device.c.member_id)
        .where(wanted)
        .order_by(change.c.seq.desc())
        .limit(limit)
    )
    rows = connection.execute(query).all()
    labels = {row.record_id: _name(connection, row.table_name, row.record_id) for row in rows}
    return [_entry(row, labels[row.record_id]) for row in rows]


def _entry(row: Any, label: str) -> Entry:
    op = Op(row.op)
    return Entry(
        row.at,
        row.member,
        row.laptop or "a laptop unknown here",
        StepId(row.step),
        row.title,
        op,
        row.table_name,
        row.record_id,
        label,
        tuple(_fields(op, row)),
    )


def _fields(op: Op, row: Any) -> list[FieldChange]:
    names = row.names.split()
    if op is Op.INSERT:
        values = unpack(row.payload)
        pairs = zip(names, values, strict=True)
        return [FieldChange(name, None, value) for name, value in pairs if value is not None]
    if op is Op.UPDATE:
        before, after = unpack(row.before), unpack(row.payload)
        parts = zip(names, before, after, strict=True)
        return [FieldChange(name, old, new[0]) for name, old, new in parts]
    return []


def _name(connection: Connection, table_name: str, record_id: str) -> str:
    """What to call a record, there or deleted."""
    table = SYNCED[table_name]
    row = connection.execute(select(table).where(table.c.id == record_id)).mappings().first()
    if row is not None:
        return _label(dict(row))
    query = select(tombstone.c.record).where(tombstone.c.record_id == record_id)
    kept = connection.execute(query).scalar()
    return _label(unpack(kept)) if kept else ""


def _label(record: dict[str, Any]) -> str:
    found = next((record[name] for name in NAME_FIELDS if record.get(name)), "")
    return str(found)[:80]


def is_here(connection: Connection, table: Table, record_id: str) -> bool:
    """Whether a record is in its table now."""
    return connection.execute(select(table.c.id).where(table.c.id == record_id)).first() is not None
