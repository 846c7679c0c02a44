"""What an edit is about to replace: the stamps of a record's fields, of its creation, and of what added a link."""

from collections.abc import Sequence

from sqlalchemy import Connection

from sponsor_app.domain.deeds import INSERT, RESTORE
from sponsor_app.domain.hybrid_clock import Stamp


def stamps_of(connection: Connection, record_ids: Sequence[str]) -> dict[str, dict[str, Stamp]]:
    """The stamp of every edited field of these records, and under "" that of their creation.

    Where two laptops created one link, the later creation counts.
    """
    found: dict[str, dict[str, Stamp]] = {record_id: {} for record_id in record_ids}
    born = connection.exec_driver_sql(
        f"SELECT record_id, clock, device FROM change WHERE op = '{INSERT}'"
        f" AND record_id IN ({_marks(record_ids)})",
        tuple(record_ids),
    )
    for record_id, clock, device in born:
        stamp = Stamp(clock, device)
        found[record_id][""] = max(stamp, found[record_id].get("", stamp))
    edited = connection.exec_driver_sql(
        f"SELECT record_id, field, clock, device FROM cell WHERE record_id IN ({_marks(record_ids)})",
        tuple(record_ids),
    )
    for record_id, name, clock, device in edited:
        found[record_id][name] = Stamp(clock, device)
    return found


def additions(connection: Connection, record_ids: Sequence[str]) -> dict[str, list[Stamp]]:
    """The stamps of everything that ever added these links, the earliest first: who removes one says what he saw."""
    found: dict[str, list[Stamp]] = {}
    sql = (
        "SELECT record_id, clock, device FROM change"
        f" WHERE op IN ('{INSERT}', '{RESTORE}') AND record_id IN ({_marks(record_ids)})"
        " ORDER BY clock, device"
    )
    for record_id, clock, device in connection.exec_driver_sql(sql, tuple(record_ids)):
        found.setdefault(record_id, []).append(Stamp(clock, device))
    return found


def _marks(items: Sequence[str]) -> str:
    return ", ".join("?" * len(items))
