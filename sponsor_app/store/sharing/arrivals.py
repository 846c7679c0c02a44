"""Write down what came from other laptops: who they are, what they did as steps, and every change, byte for byte."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from sponsor_app.domain.deeds import Change, Deed, Laptop
from sponsor_app.store.capture import CHUNK
from sponsor_app.store.sharing.asking import rows, run, run_each, value, values
from sponsor_app.store.sharing.outgoing import CHANGES, STRANGER, changes_of


class Stored(NamedTuple):
    """A change as it stands here; `before` is the packed values that its author replaced, as far as known."""

    seq: int
    change: Change
    before: bytes | None


class Arrival(NamedTuple):
    """A deed and those of its changes that are new here."""

    deed: Deed
    changes: tuple[Change, ...]


def introduce(connection: Connection, laptops: Iterable[Laptop], deeds: Iterable[Deed]) -> None:
    """Remember the laptops by name; one that only wrote is a stranger until it is introduced."""
    named = [(*one[:4], STRANGER) for one in laptops]
    strangers = {deed.device for deed in deeds}
    for device, name, member, version, stranger in named:
        run(
            connection,
            "INSERT INTO device (id, name, member_id, app_version, mine) VALUES (?, ?, ?, ?, 0)"
            " ON CONFLICT (id) DO UPDATE SET name = excluded.name, member_id = excluded.member_id,"
            " app_version = excluded.app_version WHERE name = ?",
            (device, name, member, version, stranger),
        )
    for device in sorted(strangers):
        sql = "INSERT OR IGNORE INTO device (id, name, mine) VALUES (?, ?, 0)"
        run(connection, sql, (device, STRANGER))


def known_records(connection: Connection, deeds: Iterable[Deed]) -> set[str]:
    """The records that these deeds speak of and that any change here named before."""
    asked = sorted({change.record for deed in deeds for change in deed.changes})
    found: set[str] = set()
    for chunk, marks in _chunks(asked):
        sql = f"SELECT DISTINCT record_id FROM change WHERE record_id IN ({marks})"
        found.update(values(connection, sql, chunk))
    return found


def unseen(connection: Connection, deeds: Iterable[Deed], known: Iterable[str]) -> list[Arrival]:
    """The deeds that hold a change which is not here yet, in the order of their stamps."""
    seen = {one.change for one in stored(connection, sorted(known))}
    found: list[Arrival] = []
    for deed in sorted(deeds, key=lambda one: one.stamp):
        fresh = tuple(change for change in deed.changes if change not in seen)
        if fresh:
            seen.update(fresh)
            found.append(Arrival(deed, fresh))
    return found


def stored(connection: Connection, record_ids: Sequence[str]) -> list[Stored]:
    """Every change of these records that is here, the oldest number first."""
    found: list[Stored] = []
    for chunk, marks in _chunks(record_ids):
        told = rows(connection, f"{CHANGES} WHERE record_id IN ({marks})", chunk)
        changes = changes_of(connection, told)
        found += [Stored(one[6], change, one[7]) for one, change in zip(told, changes, strict=True)]
    return found


def write(connection: Connection, arrivals: Sequence[Arrival], came_at: str) -> list[Stored]:
    """Write the steps and their changes; returns the changes with their numbers here."""
    if not arrivals:
        return []
    seq = _next(connection, "SELECT max(seq) FROM change")
    step = _next(connection, "SELECT max(step) FROM undo")
    changes: list[Stored] = []
    for number, (deed, fresh) in enumerate(arrivals, step):
        first = seq + len(changes)
        ordered = sorted(fresh, key=lambda change: change.stamp)
        changes += [Stored(first + n, change, None) for n, change in enumerate(ordered)]
        run(
            connection,
            "INSERT INTO undo (step, at, device, kind, title, first_change, last_change)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (number, deed.at, deed.device, deed.kind, deed.title, first, seq + len(changes) - 1),
        )
        undoes = deed.undoes or (None, None)
        run(
            connection,
            "INSERT INTO deed (step, device, clock, previous, undoes_clock, undoes_device, came_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (number, deed.device, deed.clock, deed.previous, *undoes, came_at),
        )
    _write_changes(connection, changes)
    _link_undone(connection)
    authors = {one.deed.device for one in arrivals}
    sql = "UPDATE device SET last_synced_at = ? WHERE id = ?"
    run_each(connection, sql, [(came_at, device) for device in authors])
    return changes


def _write_changes(connection: Connection, changes: Sequence[Stored]) -> None:
    shapes: dict[tuple[str, tuple[str, ...]], int] = {}
    for one in changes:
        key = (one.change.table, one.change.names)
        if key not in shapes:
            shapes[key] = _shape(connection, *key)
    run_each(
        connection,
        "INSERT INTO change (seq, clock, device, shape, op, record_id, payload)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (seq, *it.stamp, shapes[it.table, it.names], it.op, it.record, it.payload)
            for seq, it, _before in changes
        ),
    )


def _shape(connection: Connection, table: str, names: tuple[str, ...]) -> int:
    key = (table, " ".join(names))
    run(connection, "INSERT OR IGNORE INTO shape (table_name, names) VALUES (?, ?)", key)
    return value(connection, "SELECT id FROM shape WHERE table_name = ? AND names = ?", key)


def _link_undone(connection: Connection) -> None:
    """Say of steps which others took back that they were, whichever of the two came first."""
    pairs = rows(
        connection,
        "SELECT d.step, min(p.step) FROM deed d JOIN undo u ON u.step = d.step JOIN deed p"
        " ON p.device = d.undoes_device AND p.clock = d.undoes_clock"
        " WHERE d.undoes_clock IS NOT NULL AND u.undoes IS NULL GROUP BY d.step",
    )
    for undoing, undone in pairs:
        run(connection, "UPDATE undo SET undoes = ? WHERE step = ?", (undone, undoing))
        run(connection, "UPDATE undo SET undone_by = ? WHERE step = ?", (undoing, undone))


def _chunks(ids: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    for start in range(0, len(ids), CHUNK):
        chunk = tuple(ids[start : start + CHUNK])
        yield chunk, ", ".join("?" * len(chunk))


def _next(connection: Connection, sql: str) -> int:
    return int(value(connection, sql) or 0) + 1
