"""Meetings that came from calendars and mail: which are here, who takes part, what people changed by hand."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

BY_MACHINE = ("import", "undo", "redo")
CHUNK = 500
FIELDS = (
    "id",
    "account_id",
    "kind",
    "state",
    "happened_on",
    "starts_at",
    "ends_at",
    "zone",
    "place",
    "city",
    "summary",
    "external_id",
)


def imported(connection: Connection) -> Iterator[dict[str, Any]]:
    """Every interaction that another program knows under an identity of its own."""
    names = ", ".join(FIELDS)
    found = connection.exec_driver_sql(
        f"SELECT {names} FROM interaction WHERE external_id IS NOT NULL"
    )
    return (dict(zip(FIELDS, row, strict=True)) for row in found)


def ids(connection: Connection) -> set[str]:
    """The ids of all interactions."""
    return {row[0] for row in connection.exec_driver_sql("SELECT id FROM interaction")}


def attending(connection: Connection) -> dict[str, set[str]]:
    """The ids of those who take part in what was imported, by interaction."""
    found: dict[str, set[str]] = defaultdict(set)
    sql = (
        "SELECT a.interaction_id, coalesce(a.contact_id, a.member_id) FROM attendance a"
        " JOIN interaction i ON i.id = a.interaction_id WHERE i.external_id IS NOT NULL"
    )
    for interaction_id, person in connection.exec_driver_sql(sql):
        found[interaction_id].add(person)
    return found


def changed_by_hand(connection: Connection) -> set[tuple[str, str]]:
    """(interaction, field) of what a person changed last, where an import made the interaction."""
    kinds = ", ".join("?" * len(BY_MACHINE))
    sql = (
        "SELECT c.record_id, c.field FROM cell c"
        " JOIN interaction i ON i.id = c.record_id AND i.external_id IS NOT NULL"
        " JOIN change h ON h.record_id = c.record_id AND h.clock = c.clock AND h.device = c.device"
        " WHERE coalesce((SELECT u.kind FROM undo u WHERE u.first_change <= h.seq"
        f" ORDER BY u.first_change DESC LIMIT 1), '') NOT IN ({kinds})"
    )
    return {(row[0], row[1]) for row in connection.exec_driver_sql(sql, BY_MACHINE)}


def days_without_source(connection: Connection) -> set[tuple[str, str]]:
    """(account, day) of what people wrote down themselves."""
    sql = (
        "SELECT account_id, happened_on FROM interaction"
        " WHERE external_id IS NULL AND account_id IS NOT NULL AND state <> 'cancelled'"
    )
    return {(row[0], row[1]) for row in connection.exec_driver_sql(sql)}


def deleted(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Those of some ids whose records were deleted and can be restored."""
    found: set[str] = set()
    for start in range(0, len(ids), CHUNK):
        part = tuple(ids[start : start + CHUNK])
        marks = ", ".join("?" * len(part))
        sql = f"SELECT record_id FROM tombstone WHERE record_id IN ({marks})"
        found.update(row[0] for row in connection.exec_driver_sql(sql, part))
    return found


def deleted_interactions(connection: Connection) -> set[str]:
    """Every interaction that was deleted."""
    sql = "SELECT record_id FROM tombstone WHERE table_name = 'interaction'"
    return {row[0] for row in connection.exec_driver_sql(sql)}
