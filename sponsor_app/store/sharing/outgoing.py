"""What this laptop can hand on: every deed it knows, its own and those of others, beyond what somebody has."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from sponsor_app.domain.deeds import NOTHING_KNOWN, Change, Deed, Laptop, Parcel, Vector
from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.ids import DeviceId
from sponsor_app.store.sharing.asking import each, rows, run, run_each, value, values

NUMBERED, DIGESTED = "numbered", "digested"
"""Settings: the last step looked at for deeds; `change.seq` up to which the digest goes, and the digest."""

STRANGER = "a laptop unknown here"
LONGEST_TITLE = 1000
DIGEST_SPACE = 1 << 128

Digest = Callable[[Iterable[Change]], int]


def number(connection: Connection) -> None:
    """Give every step that was done here its name as a deed. Call it in a transaction that writes."""
    last = int(setting(connection, NUMBERED) or 0)
    newest = value(connection, "SELECT max(step) FROM undo") or 0
    if newest == last:
        return
    steps = rows(
        connection,
        "SELECT u.step, u.device, u.undoes, c.clock FROM undo u JOIN change c ON c.seq = u.last_change"
        " WHERE u.step > ? AND NOT EXISTS (SELECT 1 FROM deed d WHERE d.step = u.step) ORDER BY u.step",
        (last,),
    )
    known = vector(connection) if steps else {}
    for step, device, undoes, clock in steps:
        run(
            connection,
            "INSERT INTO deed (step, device, clock, previous, undoes_clock, undoes_device)"
            " SELECT ?, ?, ?, ?, (SELECT clock FROM deed WHERE step = ?),"
            " (SELECT device FROM deed WHERE step = ?)",
            (step, device, clock, known.get(device, 0), undoes, undoes),
        )
        known[device] = clock
    set_vector(connection, known)
    set_setting(connection, NUMBERED, str(newest))


def vector(connection: Connection) -> dict[DeviceId, int]:
    """How far the deeds of each laptop are here without a hole, as of the last numbering."""
    return dict(rows(connection, "SELECT device, clock FROM known"))


def set_vector(connection: Connection, known: Vector) -> None:
    """Remember how far the deeds of each laptop are here."""
    run_each(connection, "INSERT OR REPLACE INTO known VALUES (?, ?)", known.items())


def parcel_beyond(connection: Connection, known: Vector = NOTHING_KNOWN) -> Parcel:
    """The deeds that somebody who knows `known` has not seen, in the order of their stamps, and their laptops."""
    devices = values(connection, "SELECT id FROM device")
    deeds = [deed for one in devices for deed in _deeds(connection, one, known.get(one, 0))]
    authors = {deed.device for deed in deeds}
    return Parcel(
        tuple(one for one in laptops(connection) if one.device in authors),
        tuple(sorted(deeds, key=lambda deed: deed.stamp)),
    )


def deeds_of(connection: Connection, device: DeviceId, after: int) -> tuple[Deed, ...]:
    """The deeds of one laptop later than the clock `after`."""
    return tuple(_deeds(connection, device, after))


def how_far(connection: Connection, device: DeviceId, after: int) -> tuple[int, int]:
    """How many deeds of one laptop are later than the clock `after`, and the clock of the last one or 0."""
    sql = "SELECT count(*), coalesce(max(clock), 0) FROM deed WHERE device = ? AND clock > ?"
    count, clock = rows(connection, sql, (device, after))[0]
    return count, clock


def laptops(connection: Connection) -> list[Laptop]:
    """Every laptop that introduced itself."""
    sql = "SELECT id, name, member_id, app_version FROM device WHERE name <> ? ORDER BY id"
    return list(map(Laptop._make, rows(connection, sql, (STRANGER,))))


def digest(connection: Connection, digest_of: Digest) -> int:
    """The digest of all changes here; only those since the last time are looked at."""
    upto, total = (int(part, 16) for part in (setting(connection, DIGESTED) or "0 0").split())
    newest = value(connection, "SELECT max(seq) FROM change") or 0
    if newest > upto:
        fresh = each(connection, f"{CHANGES} WHERE c.seq > ? ORDER BY c.seq", (upto,))
        total = (total + digest_of(map(change_of, fresh))) % DIGEST_SPACE
        set_setting(connection, DIGESTED, f"{newest:x} {total:x}")
    return total


def setting(connection: Connection, key: str) -> str | None:
    """What this laptop remembers under a key."""
    sql = "SELECT value FROM setting WHERE key = ?"
    return value(connection, sql, (key,))


def set_setting(connection: Connection, key: str, text: str) -> None:
    """Remember something under a key."""
    run(connection, "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (key, text))


def drop_setting(connection: Connection, key: str) -> None:
    """Remember nothing under a key."""
    connection.exec_driver_sql("DELETE FROM setting WHERE key = ?", (key,))


COLUMNS = "c.clock, c.device, s.table_name, s.names, c.op, c.record_id, c.payload"
CHANGES = f"SELECT {COLUMNS}, c.seq, c.before FROM change c JOIN shape s ON s.id = c.shape"
"""Rows of changes; `change_of` makes values of them."""


def change_of(row: Sequence[Any]) -> Change:
    """The change in a row that begins with `COLUMNS`."""
    clock, device, table, names, op, record, payload = row[:7]
    return Change(table, op, _split(names), record, Stamp(clock, device), payload)


@lru_cache(maxsize=4096)
def _split(names: str) -> tuple[str, ...]:
    return tuple(names.split())


def _deeds(connection: Connection, device: DeviceId, after: int) -> Iterator[Deed]:
    found = each(
        connection,
        f"SELECT {COLUMNS}, d.step, d.clock, d.previous, u.at, u.kind, u.title, d.undoes_clock,"
        " d.undoes_device FROM deed d CROSS JOIN undo u ON u.step = d.step"
        " CROSS JOIN change c ON c.seq BETWEEN u.first_change AND u.last_change"
        " CROSS JOIN shape s ON s.id = c.shape"
        " WHERE d.device = ? AND d.clock > ? ORDER BY d.clock, d.step, c.seq",
        (device, after),
    )
    for about, same in groupby(found, key=itemgetter(slice(7, 15))):
        _step, clock, previous, at, kind, title, *undoes = about
        changes = tuple(map(change_of, same))
        yield Deed(
            device,
            previous,
            clock,
            len(changes),
            at,
            kind,
            title[:LONGEST_TITLE],
            Stamp(*undoes) if undoes[0] else None,
            changes,
        )
