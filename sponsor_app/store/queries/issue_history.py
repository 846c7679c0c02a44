"""What an issue was before it came back: read from the changes, which keep what a reopening took away."""

from datetime import date
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, select

from sponsor_app.domain.history import Op
from sponsor_app.domain.hybrid_clock import milliseconds
from sponsor_app.domain.issue import Escalation, IssueStatus
from sponsor_app.domain.issue_states import Reopening
from sponsor_app.store.capture import unpack
from sponsor_app.store.models import change, escalation, issue, shape

ONE_STEP = 5000
"""Milliseconds within which the two changes of one reopening were made."""


class Split(NamedTuple):
    """How an issue climbed, and how often it came back."""

    climbs: list[Escalation]
    reopenings: list[Reopening]


class _Before(NamedTuple):
    clock: int
    device: int
    values: dict[str, Any]


def split(connection: Connection, issue_id: str, known: list[Escalation]) -> Split:
    """Tell the lifts up the ladder from the reopenings, which lie beside them; both newest first."""
    before = _reopened(connection, issue_id)
    noted = _noted(connection, [one.id for one in known]) if before else {}
    paired = _paired(noted, before)
    climbs: list[Escalation] = []
    reopenings: list[Reopening] = []
    for one in known:
        found = paired.get(one.id)
        if found is None:
            climbs.append(one)
        else:
            reopenings.append(_reopening(one, found.values))
    return Split(climbs, reopenings)


def _reopened(connection: Connection, issue_id: str) -> list[_Before]:
    """The edits that made an issue open again, with what they replaced."""
    query = (
        select(change, shape.c.names)
        .join(shape, shape.c.id == change.c.shape)
        .where(change.c.record_id == issue_id, change.c.op == Op.UPDATE)
        .where(shape.c.table_name == issue.name)
    )
    found = (_read(row) for row in connection.execute(query).all())
    return [one for one in found if one is not None]


def _read(row: Any) -> _Before | None:
    try:
        before = dict(zip(row.names.split(), unpack(row.before), strict=True))
        after = dict(zip(row.names.split(), unpack(row.payload), strict=True))
    except (msgspec.MsgspecError, TypeError, ValueError):
        return None  # written by another laptop, and not as any version of ours writes it
    if "status" not in after or after["status"][0] != IssueStatus.OPEN:
        return None
    return _Before(row.clock, row.device, before)


def _noted(connection: Connection, ids: list[str]) -> dict[str, tuple[int, int]]:
    """When and by which laptop each of these rows was made."""
    query = (
        select(change.c.record_id, change.c.clock, change.c.device)
        .join(shape, shape.c.id == change.c.shape)
        .where(change.c.record_id.in_(ids), change.c.op == Op.INSERT)
        .where(shape.c.table_name == escalation.name)
    )
    return {row[0]: (row[1], row[2]) for row in connection.execute(query).all()}


def _paired(noted: dict[str, tuple[int, int]], before: list[_Before]) -> dict[str, _Before]:
    """By note, the edit that the same laptop made right after it: of all notes before an edit the last is its own."""
    found: dict[str, _Before] = {}
    for one in before:
        earlier = [
            (clock, note)
            for note, (clock, device) in noted.items()
            if device == one.device and clock < one.clock
        ]
        clock, note = max(earlier, default=(0, ""))
        if note and milliseconds(one.clock) - milliseconds(clock) < ONE_STEP:
            found[note] = one
    return found


def _reopening(one: Escalation, values: dict[str, Any]) -> Reopening:
    return Reopening(
        one.on,
        one.reason,
        one.asked_by,
        _day(values.get("resolved_on")),
        values.get("resolution"),
        values.get("lesson"),
        _day(values.get("told_on")),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
