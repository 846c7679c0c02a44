"""Give what this laptop did, and nobody has seen yet, another laptop's name: when it joins a team, or was cloned or restored."""

from typing import Any

import msgspec
from sqlalchemy import Connection

from sponsor_app.domain.deeds import DELETE, REOPEN, RESTORE, SETTLE, UPDATE
from sponsor_app.domain.ids import DeviceId
from sponsor_app.store import standings
from sponsor_app.store.capture import pack, unguarded, unpack
from sponsor_app.store.models import SYNCED
from sponsor_app.store.search import index
from sponsor_app.store.sharing.asking import rows
from sponsor_app.store.sharing.outgoing import (
    CHANGES,
    DIGESTED,
    Digest,
    changes_of,
    digest,
    digest_without,
    number,
    set_setting,
)
from sponsor_app.store.touched import Touched

FLAT = (DELETE, RESTORE, SETTLE, REOPEN)


def rename(
    connection: Connection, new: DeviceId, *, member: str | None = None, after: int = 0
) -> DeviceId:
    """Let this laptop be `new` (working for `member`, if given), with its deeds later than `after`; returns who it was.

    Earlier deeds keep their name. Refused by nothing: the caller knows that nobody has seen the later ones.
    """
    number(connection)
    old, was = connection.exec_driver_sql("SELECT id, member_id FROM device WHERE mine = 1").one()
    connection.exec_driver_sql(
        "INSERT INTO device (id, name, member_id, app_version, last_synced_at, mine)"
        " SELECT ?, name, coalesce(?, member_id), app_version, last_synced_at, 1 FROM device WHERE id = ?",
        (new, member, old),
    )
    connection.exec_driver_sql("UPDATE device SET mine = 0 WHERE id = ?", (old,))
    _payloads(connection, old, new, after)
    _steps(connection, old, new, after)
    _stamps(connection, old, new, after)
    if member is not None and member != was:
        _authors(connection, was, member)
    if not after:
        connection.exec_driver_sql("DELETE FROM known WHERE device = ?", (old,))
        connection.exec_driver_sql("DELETE FROM device WHERE id = ?", (old,))
    set_setting(connection, DIGESTED, "0 0")
    return DeviceId(old)


def _payloads(connection: Connection, old: int, new: int, after: int) -> None:
    """Stamps inside changes: only later deeds of this laptop can name them."""

    def renamed(clock: int, device: int) -> tuple[int, int]:
        return (clock, new if device == old and clock > after else device)

    rows = connection.exec_driver_sql(
        "SELECT seq, op, payload FROM change WHERE device = ? AND clock > ? AND op <> 'insert'",
        (old, after),
    ).all()
    edited: list[tuple[bytes, int]] = []
    for seq, op, payload in rows:
        content: list[Any] = msgspec.msgpack.decode(payload)
        if op == UPDATE:
            content = [[value, *renamed(clock, device)] for value, clock, device in content]
        elif op in FLAT:
            pairs = zip(content[::2], content[1::2], strict=True)
            content = [part for clock, device in pairs for part in renamed(clock, device)]
        edited.append((pack(content), seq))
    if edited:
        connection.exec_driver_sql("UPDATE change SET payload = ? WHERE seq = ?", edited)
    connection.exec_driver_sql(
        "UPDATE change SET device = ? WHERE device = ? AND clock > ?", (new, old, after)
    )


def _steps(connection: Connection, old: int, new: int, after: int) -> None:
    connection.exec_driver_sql(
        "UPDATE undo SET device = ? WHERE step IN"
        " (SELECT step FROM deed WHERE device = ? AND clock > ?)",
        (new, old, after),
    )
    connection.exec_driver_sql(
        "UPDATE deed SET previous = CASE WHEN previous <= ? THEN 0 ELSE previous END, device = ?"
        " WHERE device = ? AND clock > ?",
        (after, new, old, after),
    )
    connection.exec_driver_sql(
        "UPDATE deed SET undoes_device = ? WHERE undoes_device = ? AND undoes_clock > ?",
        (new, old, after),
    )
    connection.exec_driver_sql(
        "INSERT INTO known SELECT ?, max(clock) FROM deed WHERE device = ? HAVING max(clock) IS NOT NULL",
        (new, new),
    )
    connection.exec_driver_sql(
        "UPDATE known SET clock = ? WHERE device = ? AND clock > ?", (after, old, after)
    )


def _stamps(connection: Connection, old: int, new: int, after: int) -> None:
    for name, clock, device in (
        ("cell", "clock", "device"),
        ("tombstone", "clock", "device"),
        ("clash", "winner_clock", "winner_device"),
        ("clash", "loser_clock", "loser_device"),
    ):
        connection.exec_driver_sql(
            f"UPDATE {name} SET {device} = ? WHERE {device} = ? AND {clock} > ?",
            (new, old, after),
        )


def _authors(connection: Connection, old: str | None, new: str) -> None:
    """Who made and edited what, as the tables and tombstones say it beside the changes."""
    with unguarded(connection):
        for name in SYNCED:
            for column in ("created_by", "updated_by"):
                connection.exec_driver_sql(
                    f"UPDATE {name} SET {column} = ? WHERE {column} IS ?", (new, old)
                )
    rows = connection.exec_driver_sql("SELECT record_id, record FROM tombstone").all()
    for record_id, packed in rows:
        record: dict[str, Any] = unpack(packed)
        told = {
            name: new if name in ("created_by", "updated_by") and value == old else value
            for name, value in record.items()
        }
        if told != record:
            connection.exec_driver_sql(
                "UPDATE tombstone SET record = ? WHERE record_id = ?", (pack(told), record_id)
            )


def forget_beginning(connection: Connection, digest_of: Digest) -> bool:
    """Take away who this store was made for, when nothing else was ever done in it; whether that was so.

    Whoever joins a team as somebody it knows already would otherwise be in it twice.
    """
    number(connection)
    digest(connection, digest_of)
    mine = connection.exec_driver_sql(
        "SELECT u.step, u.first_change, u.last_change, c.record_id FROM undo u"
        " JOIN device d ON d.id = u.device AND d.mine = 1 JOIN change c ON c.seq = u.last_change"
    ).all()
    if len(mine) != 1 or mine[0].first_change != mine[0].last_change:
        return False
    step, _first, seq, record = mine[0]
    touched = Touched()
    found = connection.exec_driver_sql("SELECT * FROM member WHERE id = ?", (record,)).mappings()
    for row in found.all():
        touched.deleted("member", dict(row))
    with unguarded(connection):
        connection.exec_driver_sql("DELETE FROM member WHERE id = ?", (record,))
    connection.exec_driver_sql("DELETE FROM deed WHERE step = ?", (step,))
    connection.exec_driver_sql("DELETE FROM undo WHERE step = ?", (step,))
    gone = list(changes_of(connection, rows(connection, f"{CHANGES} WHERE seq = ?", (seq,))))
    connection.exec_driver_sql("DELETE FROM change WHERE seq = ?", (seq,))
    digest_without(connection, digest_of, gone)
    sql = "DELETE FROM known WHERE device = (SELECT id FROM device WHERE mine = 1)"
    connection.exec_driver_sql(sql)
    standings.refresh(connection, touched)
    index.refresh(connection, touched)
    return True
