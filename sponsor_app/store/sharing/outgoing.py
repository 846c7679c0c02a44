"""What this laptop can hand on: every deed it knows, its own and those of others, beyond what somebody has."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from sqlalchemy import Connection

from sponsor_app.domain.deeds import NOTHING_KNOWN, Change, Deed, Laptop, Parcel, Vector
from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.ids import DeviceId
from sponsor_app.store.sharing.asking import Row, each, rows, run, run_each, value, values

NUMBERED, DIGESTED = "numbered", "digested"
"""Settings: the last step looked at for deeds; `change.seq` up to which the digest goes, and the digest."""

STRANGER = "a laptop unknown here"
LONGEST_TITLE = 1000
DIGEST_SPACE = 1 << 128

Digest = Callable[[Iterable[Change]], int]
Shapes = Mapping[int, tuple[str, tuple[str, ...]]]
"""Tables and lists of fields by the number that changes name them with here."""


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


def digest(connection: Connection, digest_of: Digest, every: Sequence[Deed] = ()) -> int:
    """The digest of all changes here; only those since the last time are looked at.

    `every` are all deeds here, from whoever has just read them: when nothing is known of a digest, they are not read again.
    """
    upto, total = _digested(connection)
    newest = value(connection, "SELECT max(seq) FROM change") or 0
    if newest > upto:
        if not upto and sum(len(deed.changes) for deed in every) == _how_many(connection):
            fresh = chain.from_iterable(deed.changes for deed in every)
        else:
            found = each(connection, f"{CHANGES} WHERE seq > ?", (upto,))
            fresh = changes_of(connection, found)
        total = (total + digest_of(fresh)) % DIGEST_SPACE
        set_setting(connection, DIGESTED, f"{newest:x} {total:x}")
    return total


def digest_with(connection: Connection, digest_of: Digest, added: Iterable[Change]) -> None:
    """Add to the digest what has just been written, from whoever has it at hand; all before it is in it."""
    _upto, total = _digested(connection)
    total = (total + digest_of(added)) % DIGEST_SPACE
    newest = value(connection, "SELECT max(seq) FROM change")
    set_setting(connection, DIGESTED, f"{newest:x} {total:x}")


def digest_without(connection: Connection, digest_of: Digest, gone: Iterable[Change]) -> None:
    """Take out of the digest what is just being taken away, and was in it."""
    upto, total = _digested(connection)
    total = (total - digest_of(gone)) % DIGEST_SPACE
    newest = value(connection, "SELECT max(seq) FROM change") or 0
    set_setting(connection, DIGESTED, f"{min(upto, newest):x} {total:x}")


def _digested(connection: Connection) -> tuple[int, int]:
    upto, total = (setting(connection, DIGESTED) or "0 0").split()
    return int(upto, 16), int(total, 16)


def _how_many(connection: Connection) -> int:
    return value(connection, "SELECT count(*) FROM change")


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


CHANGES = "SELECT clock, device, shape, op, record_id, payload, seq, before FROM change"
"""Rows of changes; `changes_of` makes values of them."""


def changes_of(connection: Connection, found: Iterable[Row]) -> Iterator[Change]:
    """The changes in rows of `CHANGES`."""
    return _changes(_shapes(connection), found)


def _shapes(connection: Connection) -> Shapes:
    found = rows(connection, "SELECT id, table_name, names FROM shape")
    return {number: (table, tuple(names.split())) for number, table, names in found}


def _changes(shapes: Shapes, found: Iterable[Row]) -> Iterator[Change]:
    """Many in a row have one stamp."""
    stamp = Stamp(0, DeviceId(0))
    for clock, device, shape, op, record, payload, _seq, _before in found:
        if (clock, device) != stamp:
            stamp = Stamp(clock, device)
        table, names = shapes[shape]
        yield Change(table, op, names, record, stamp, payload)


def _deeds(connection: Connection, device: DeviceId, after: int) -> Iterator[Deed]:
    found = rows(
        connection,
        "SELECT d.clock, d.previous, u.at, u.kind, u.title, d.undoes_clock, d.undoes_device,"
        " u.first_change, u.last_change FROM deed d JOIN undo u ON u.step = d.step"
        " WHERE d.device = ? AND d.clock > ? ORDER BY d.clock, d.step",
        (device, after),
    )
    shapes = _shapes(connection)
    sql = f"{CHANGES} WHERE seq BETWEEN ? AND ? ORDER BY seq"
    for clock, previous, at, kind, title, undoes_clock, undoes_device, *span in found:
        changes = tuple(_changes(shapes, each(connection, sql, tuple(span))))
        undoes = Stamp(undoes_clock, undoes_device) if undoes_clock else None
        line = title[:LONGEST_TITLE]
        yield Deed(device, previous, clock, len(changes), at, kind, line, undoes, changes)
