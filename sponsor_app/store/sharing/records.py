"""Make the tables say what the join says: rows shown, changed, gone or back, with everything derived of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Connection

from sponsor_app.domain.deeds import INSERT, PRESENCE, UPDATE
from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.ids import DeviceId
from sponsor_app.domain.merged import Clash, Merged
from sponsor_app.store.capture import CHUNK, pack, unguarded
from sponsor_app.store.models import SYNCED
from sponsor_app.store.sharing.arrivals import Stored
from sponsor_app.store.sharing.asking import rows, run, run_each, value
from sponsor_app.store.sharing.fitting import fitting, shows_all
from sponsor_app.store.touched import Touched


class Joined(NamedTuple):
    """A record as the join has it, and the changes it was made of."""

    merged: Merged
    changes: Sequence[Stored]


@dataclass
class Outcome:
    """How many rows came and went, and the clashes that were not known before."""

    shown: int = 0
    changed: int = 0
    gone: int = 0
    clashes: list[tuple[str, Clash]] = field(default_factory=list[tuple[str, Clash]])


class Bookkeeping(NamedTuple):
    """Where the rows of one join are written, and what it did so far."""

    connection: Connection
    touched: Touched
    members: Mapping[DeviceId, str | None]
    outcome: Outcome


def show(book: Bookkeeping, records: Sequence[Joined]) -> None:
    """Bring the rows, tombstones, stamps and clashes of these records up to date."""
    by_table: dict[str, list[Joined]] = {}
    for one in records:
        by_table.setdefault(one.merged.table, []).append(one)
    for name, group in by_table.items():
        for start in range(0, len(group), CHUNK):
            chunk = group[start : start + CHUNK]
            rows = _rows(book.connection, name, [one.merged.record for one in chunk])
            for one in chunk:
                _show_one(book, one, rows.get(one.merged.record))
    _remember_before(book.connection, records)


def _rows(connection: Connection, name: str, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    if name not in SYNCED:
        return {}
    found = connection.exec_driver_sql(
        f"SELECT * FROM {name} WHERE id IN ({', '.join('?' * len(ids))})", tuple(ids)
    )
    return {row["id"]: dict(row) for row in found.mappings()}


def _show_one(book: Bookkeeping, one: Joined, now: dict[str, Any] | None) -> None:
    wanted = _wanted(book, one)
    if wanted is not None and one.merged.there:
        _keep(book, one.merged, now, wanted)
    else:
        _remove(book, one.merged, now, wanted)
    _remember_stamps(book.connection, one.merged)
    _remember_clashes(book, one.merged)
    _park(book.connection, one, wanted)


def _wanted(book: Bookkeeping, one: Joined) -> dict[str, Any] | None:
    """The whole row that a record should have, or None when it cannot be shown."""
    merged = one.merged
    if merged.born is None or merged.table not in SYNCED:
        return None
    values = fitting(merged)
    if values is None:
        return None
    created_at, created_by = _by_whom(book, one, merged.born, (INSERT,))
    edited = merged.edited
    updated_at, updated_by = (
        (None, None) if edited is None else _by_whom(book, one, edited, (UPDATE, INSERT))
    )
    return {
        "id": merged.record,
        **values,
        "created_at": created_at,
        "created_by": created_by,
        "updated_at": updated_at,
        "updated_by": updated_by,
    }


def _by_whom(
    book: Bookkeeping, one: Joined, stamp: Stamp, ops: tuple[str, ...]
) -> tuple[str, str | None]:
    """When, by the author's own watch, and by which member a change with this stamp was made.

    Clones may have made two with one stamp: the earlier moment, so that it does not matter which came first.
    """
    found = [s.seq for s in one.changes if s.change.stamp == stamp and s.change.op in ops]
    sql = "SELECT at FROM undo WHERE first_change <= ? ORDER BY first_change DESC LIMIT 1"
    moments = [value(book.connection, sql, (seq,)) for seq in found]
    return min(moments), book.members.get(stamp.device)


def _keep(
    book: Bookkeeping, merged: Merged, now: dict[str, Any] | None, wanted: dict[str, Any]
) -> None:
    if now is None:
        sql = f"SELECT coalesce(max(seq), 0) + 1 FROM {merged.table}"
        first = value(book.connection, sql)
        book.touched.returned(merged.table, first, wanted)
        _insert(book.connection, merged.table, wanted)
        _unbury(book.connection, merged.record)
        book.outcome.shown += 1
        return
    differing = {name: value for name, value in wanted.items() if now[name] != value}
    if differing:
        book.touched.edited(merged.table, merged.record, now, differing)
        with unguarded(book.connection):
            book.connection.exec_driver_sql(
                f"UPDATE {merged.table} SET {', '.join(f'{name} = ?' for name in differing)}"
                " WHERE id = ?",
                (*differing.values(), merged.record),
            )
        book.outcome.changed += 1


def _remove(
    book: Bookkeeping,
    merged: Merged,
    now: dict[str, Any] | None,
    wanted: dict[str, Any] | None,
) -> None:
    if now is not None and not merged.there:
        book.touched.deleted(merged.table, now)
        with unguarded(book.connection):
            sql = f"DELETE FROM {merged.table} WHERE id = ?"
            book.connection.exec_driver_sql(sql, (merged.record,))
        book.outcome.gone += 1
    if wanted is not None and merged.presence is not None:
        run(
            book.connection,
            "INSERT OR REPLACE INTO tombstone (record_id, table_name, clock, device, record)"
            " VALUES (?, ?, ?, ?, ?)",
            (merged.record, merged.table, *merged.presence, pack(wanted)),
        )


def _insert(connection: Connection, name: str, row: dict[str, Any]) -> None:
    with unguarded(connection):
        connection.exec_driver_sql(
            f"INSERT INTO {name} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
            tuple(row.values()),
        )


def _unbury(connection: Connection, record: str) -> None:
    run(connection, "DELETE FROM tombstone WHERE record_id = ?", (record,))


def _remember_stamps(connection: Connection, merged: Merged) -> None:
    stamps = {name: cell.stamp for name, cell in merged.cells.items() if cell.stamp != merged.born}
    if merged.presence is not None:
        stamps[PRESENCE] = merged.presence
    run(connection, "DELETE FROM cell WHERE record_id = ?", (merged.record,))
    run_each(
        connection,
        "INSERT INTO cell (record_id, field, clock, device) VALUES (?, ?, ?, ?)",
        [(merged.record, name, *stamp) for name, stamp in stamps.items()],
    )


def _remember_clashes(book: Bookkeeping, merged: Merged) -> None:
    sql = "SELECT field, loser_clock, loser_device FROM clash WHERE record_id = ?"
    before = set(rows(book.connection, sql, (merged.record,)))
    if before:
        run(book.connection, "DELETE FROM clash WHERE record_id = ?", (merged.record,))
    for clash in merged.clashes:
        run(
            book.connection,
            "INSERT OR REPLACE INTO clash (record_id, table_name, field, kind, winner_clock,"
            " winner_device, loser_clock, loser_device, settled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                merged.record,
                merged.table,
                clash.field,
                clash.kind.value,
                *clash.winner,
                *clash.loser,
                int(clash.settled),
            ),
        )
        if not clash.settled and (clash.field, *clash.loser) not in before:
            book.outcome.clashes.append((merged.record, clash))


def _park(connection: Connection, one: Joined, wanted: dict[str, Any] | None) -> None:
    changes = [stored.change for stored in one.changes]
    if wanted is not None and shows_all(one.merged, changes, wanted):
        run(connection, "DELETE FROM parked WHERE record_id = ?", (one.merged.record,))
    else:
        sql = "INSERT OR REPLACE INTO parked (record_id, table_name) VALUES (?, ?)"
        run(connection, sql, (one.merged.record, one.merged.table))


def _remember_before(connection: Connection, records: Sequence[Joined]) -> None:
    """Keep beside each edit what it replaced: history shows it, and undo puts it back."""
    told = [
        (pack(one.merged.before[stored.change]), stored)
        for one in records
        for stored in one.changes
        if stored.change in one.merged.before
    ]
    differing = [(before, stored.seq) for before, stored in told if before != stored.before]
    run_each(connection, "UPDATE change SET before = ? WHERE seq = ?", differing)
