"""Who changed what, when, on which laptop, told from the changes themselves."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, func, select, true

from sponsor_app.domain.activity import Deleted, Tally
from sponsor_app.domain.history import Entry, FieldChange, Op, Step
from sponsor_app.domain.hybrid_clock import milliseconds
from sponsor_app.domain.ids import StepId
from sponsor_app.store.capture import unpack
from sponsor_app.store.models import SYNCED, change, deed, device, member, shape, step, tombstone

NAME_FIELDS = ("name", "title", "text", "summary", "value", "key", "quote")
"""The fields, in order, that say which record it is."""

CALLED = tuple(
    SYNCED[name]
    for name in (
        "account",
        "contact",
        "member",
        "interaction",
        "issue",
        "issue_update",
        "commitment",
        "pulse",
        "fact",
        "event",
        "theme",
        "reach_out",
    )
)
"""The records that a person would call by a name, and look for when they are gone."""


def entries(connection: Connection, record_ids: Sequence[str], limit: int = 500) -> list[Entry]:
    """The changes of these records, newest first."""
    return _entries(connection, change.c.record_id.in_(record_ids), limit)


def step_entries(connection: Connection, wanted: StepId, limit: int = 500) -> list[Entry]:
    """The changes that one step made."""
    first, last = _span(connection, wanted)
    # Naming the step spares the database a look at every other one.
    return _entries(connection, change.c.seq.between(first, last) & (step.c.step == wanted), limit)


def tallies(connection: Connection, wanted: StepId) -> list[Tally]:
    """How many records of each kind a step added, changed, removed or brought back, the most first."""
    first, last = _span(connection, wanted)
    records = func.count(change.c.record_id.distinct())
    query = (
        select(shape.c.table_name, change.c.op, records)
        .join(shape, shape.c.id == change.c.shape)
        .where(change.c.seq.between(first, last), change.c.op.in_(list(Op)))
        .group_by(shape.c.table_name, change.c.op)
        .order_by(records.desc(), shape.c.table_name)
    )
    return [Tally(table, Op(op), count) for table, op, count in connection.execute(query)]


def names_of(connection: Connection, record_ids: Collection[str]) -> dict[str, str]:
    """What each of these records is called, there or deleted."""
    found: dict[str, str] = {}
    for table in CALLED:
        column = next(table.c[name] for name in NAME_FIELDS if name in table.c)
        query = select(table.c.id, column).where(table.c.id.in_(record_ids))
        found.update({row[0]: row[1] for row in connection.execute(query) if row[1]})
    gone = select(tombstone.c.record_id, tombstone.c.record).where(
        tombstone.c.record_id.in_(record_ids)
    )
    found.update({row[0]: _label(unpack(row[1])) for row in connection.execute(gone)})
    return found


def steps(
    connection: Connection, limit: int = 50, wanted: ColumnElement[bool] | None = None
) -> list[Step]:
    """What people did, newest first."""
    query = (
        select(step, device.c.name.label("laptop"), device.c.mine, member.c.name.label("member"))
        .join(device, device.c.id == step.c.device)
        .outerjoin(member, member.c.id == device.c.member_id)
        .outerjoin(deed, deed.c.step == step.c.step)
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


def one_step(connection: Connection, number: StepId) -> Step | None:
    """One step by its number."""
    return next(iter(steps(connection, 1, step.c.step == number)), None)


def steps_since(connection: Connection, since: datetime, *, mine: bool) -> list[Step]:
    """What was done on this laptop after a moment, or came from the others after it."""
    wanted = (func.coalesce(deed.c.came_at, step.c.at) > since) & (device.c.mine == int(mine))
    return steps(connection, 200, wanted)


def how_many_came(connection: Connection, since: datetime) -> int:
    """How many steps of others came in after a moment."""
    query = (
        select(func.count())
        .select_from(deed)
        .join(step, step.c.step == deed.c.step)
        .join(device, device.c.id == step.c.device)
        .where((deed.c.came_at > since) & (device.c.mine == 0))
    )
    return int(connection.execute(query).scalar() or 0)


def how_many(connection: Connection) -> tuple[int, int]:
    """How many steps were done on this laptop, and how many on the others."""
    query = select(func.count().filter(device.c.mine == 1), func.count()).join_from(
        step, device, device.c.id == step.c.device
    )
    mine, every = connection.execute(query).one()
    return mine, every - mine


def mine(yes: bool) -> ColumnElement[bool]:
    """The steps of this laptop, or those of the others."""
    return device.c.mine == int(yes)


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


def how_many_deleted(connection: Connection) -> int:
    """How many deleted records a person would look for."""
    query = select(func.count()).select_from(tombstone).where(_of_a_person())
    return connection.execute(query).scalar_one()


def lately_deleted(
    connection: Connection, limit: int, account_id: str | None = None
) -> list[Deleted]:
    """What was deleted (at one account), by whom and when, the latest first; not the links between records."""
    wanted = _of_a_person()
    if account_id is not None:
        # The packed record holds the id as it is written; unpacking them all would take longer.
        wanted &= func.instr(tombstone.c.record, account_id.encode()) > 0
    query = (
        select(tombstone, device.c.name.label("laptop"), member.c.name.label("member"))
        .outerjoin(device, device.c.id == tombstone.c.device)
        .outerjoin(member, member.c.id == device.c.member_id)
        .where(wanted)
        .order_by(tombstone.c.clock.desc(), tombstone.c.record_id)
        .limit(limit)
    )
    rows = connection.execute(query).all()
    records = {row.record_id: unpack(row.record) for row in rows}
    owners = {record.get("account_id") for record in records.values()} - {None}
    accounts = names_of(connection, owners)
    return [
        Deleted(
            row.record_id,
            row.table_name,
            _label(records[row.record_id]),
            accounts.get(records[row.record_id].get("account_id")),
            datetime.fromtimestamp(milliseconds(row.clock) / 1000, UTC),
            row.member,
            row.laptop,
        )
        for row in rows
        if account_id is None or records[row.record_id].get("account_id") == account_id
    ]


def who_was_there(connection: Connection, interaction_id: str) -> list[str]:
    """The ids of the links that were deleted in one step with an interaction."""
    gone = next(iter(entries(connection, [interaction_id], 1)), None)
    if gone is None or gone.op is not Op.DELETE:
        return []
    first, last = _span(connection, gone.step)
    query = (
        select(tombstone.c.record_id, tombstone.c.record)
        .join(change, change.c.record_id == tombstone.c.record_id)
        .where(change.c.seq.between(first, last), tombstone.c.table_name == "attendance")
    )
    found: Any = connection.execute(query)
    return [i for i, record in found if unpack(record).get("interaction_id") == interaction_id]


def _of_a_person() -> ColumnElement[bool]:
    return tombstone.c.table_name.in_([table.name for table in CALLED])


def _span(connection: Connection, wanted: StepId) -> tuple[int, int]:
    query = select(step.c.first_change, step.c.last_change).where(step.c.step == wanted)
    first, last = connection.execute(query).one()
    return first, last


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
        .where(wanted, shape.c.table_name.in_(SYNCED), change.c.op.in_(list(Op)))
        .order_by(change.c.clock.desc(), change.c.device.desc(), change.c.seq.desc())
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
    try:
        return _field_changes(op, row)
    except (msgspec.MsgspecError, TypeError, ValueError, IndexError):
        return []  # written by another laptop, and not as any version of ours writes it


def _field_changes(op: Op, row: Any) -> list[FieldChange]:
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
