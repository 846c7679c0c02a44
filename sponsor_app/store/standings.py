"""The last touch of every account, contact and member, kept in the transaction that changes it.

`standing`, `met` and `faced` hold nothing that the interactions do not say; `rebuild` makes them anew, and
the same statements with a day answer how things stood then.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from sponsor_app.domain.interaction import AT_A_DISTANCE, IN_PERSON, IN_PERSON_IF_PLACED, Intent
from sponsor_app.domain.interaction import PLACES_OF_FLESH as PLACES
from sponsor_app.store.touched import Touched

MANY = 2000
CHUNK = 500


def _listed(choices: Iterable[str]) -> str:
    return ", ".join(f"'{choice}'" for choice in sorted(choices))


FACE_TO_FACE = (
    f"((i.kind IN ({_listed(IN_PERSON)}) AND i.place IS NOT 'remote')"
    f" OR (i.kind IN ({_listed(IN_PERSON_IF_PLACED)}) AND i.place IN ({_listed(PLACES)})))"
)
"""`domain.interaction.is_face_to_face` as a condition; a test holds the two together."""

NON_SELLING = f"i.intent IN ({_listed({Intent.CARE, Intent.FIX})})"
THEIR_TURF = "i.place = 'theirs'"
KINDS = IN_PERSON | IN_PERSON_IF_PLACED | AT_A_DISTANCE

# `+i.state` keeps the planner from walking a rebuild in the order of days, which reads every page many times.
# The latest of a group with its id and kind in one pass: `2026-11-18` (10), the id (36), the kind.
LATEST = "max(i.happened_on || i.id || i.kind)"


def _latest_when(condition: str) -> str:
    return f"max(CASE WHEN {condition} THEN i.happened_on || i.id || i.kind END)"


def standing_sql(where: str) -> str:
    """Rows (account, latest touch, latest non-selling, latest on their turf), each as packed text."""
    return (
        f"SELECT i.account_id, {LATEST} AS latest, {_latest_when(NON_SELLING)}, {_latest_when(THEIR_TURF)}"
        f" FROM interaction i WHERE +i.state = 'held' AND i.account_id IS NOT NULL AND {where}"
        " GROUP BY i.account_id"
    )


def faced_sql(where: str) -> str:
    """Rows (account, member, latest face to face as packed text)."""
    return (
        f"SELECT i.account_id, a.member_id, {LATEST} AS latest"
        " FROM interaction i JOIN attendance a ON a.interaction_id = i.id"
        f" WHERE +i.state = 'held' AND a.member_id IS NOT NULL AND i.account_id IS NOT NULL"
        f" AND {FACE_TO_FACE} AND {where} GROUP BY i.account_id, a.member_id"
    )


def met_sql(where: str) -> str:
    """Rows (contact, latest touch as packed text, number of touches)."""
    return (
        f"SELECT a.contact_id, {LATEST} AS latest, count(*)"
        " FROM attendance a JOIN interaction i ON i.id = a.interaction_id"
        f" WHERE +i.state = 'held' AND a.contact_id IS NOT NULL AND {where} GROUP BY a.contact_id"
    )


def unpacked(packed: str | None) -> tuple[str | None, str | None, str | None]:
    """(day, interaction id, kind) of a packed latest touch."""
    return (packed[:10], packed[10:46], packed[46:]) if packed else (None, None, None)


def until(day: date) -> str:
    """The condition that nothing after `day` has happened yet."""
    return f"i.happened_on <= '{day.isoformat()}'"


def refresh(connection: Connection, touched: Touched) -> None:
    """Recompute what this transaction made stale."""
    size = sum(end - start for name in STALE for start, end in touched.ranges.get(name, ()))
    if size + sum(len(touched.rows.get(name, ())) for name in STALE) > MANY:
        rebuild(connection)
        return
    interactions = _touched_values(connection, touched, "attendance", "interaction_id")
    accounts = _touched_values(connection, touched, "interaction", "account_id")
    accounts |= _lookup(connection, "SELECT account_id FROM interaction WHERE id", interactions)
    moved = _touched_values(connection, touched, "interaction", "id")
    contacts = _touched_values(connection, touched, "attendance", "contact_id")
    contacts |= _lookup(connection, "SELECT contact_id FROM attendance WHERE interaction_id", moved)
    _replace_accounts(connection, sorted(accounts))
    _replace_contacts(connection, sorted(contacts))


STALE = ("interaction", "attendance")


def rebuild(connection: Connection) -> None:
    """Recompute every derived row."""
    for table in ("standing", "faced", "met"):
        connection.exec_driver_sql(f"DELETE FROM {table}")
    _store_accounts(connection, "1", ())
    _store_contacts(connection, "1", ())


def _replace_accounts(connection: Connection, accounts: Sequence[str]) -> None:
    for start in range(0, len(accounts), CHUNK):
        chunk = tuple(accounts[start : start + CHUNK])
        marks = ", ".join("?" * len(chunk))
        for table in ("standing", "faced"):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE account_id IN ({marks})", chunk)
        _store_accounts(connection, f"i.account_id IN ({marks})", chunk)


def _store_accounts(connection: Connection, where: str, parameters: tuple[str, ...]) -> None:
    found = connection.exec_driver_sql(standing_sql(where), parameters)
    _insert(
        connection,
        "standing",
        [
            (account, *(part for one in packed for part in unpacked(one)))
            for account, *packed in found
        ],
    )
    found = connection.exec_driver_sql(faced_sql(where), parameters)
    _insert(connection, "faced", [(a, member, *unpacked(packed)) for a, member, packed in found])


def _replace_contacts(connection: Connection, contacts: Sequence[str]) -> None:
    for start in range(0, len(contacts), CHUNK):
        chunk = tuple(contacts[start : start + CHUNK])
        marks = ", ".join("?" * len(chunk))
        connection.exec_driver_sql(f"DELETE FROM met WHERE contact_id IN ({marks})", chunk)
        _store_contacts(connection, f"a.contact_id IN ({marks})", chunk)


def _store_contacts(connection: Connection, where: str, parameters: tuple[str, ...]) -> None:
    found = connection.exec_driver_sql(met_sql(where), parameters)
    _insert(connection, "met", [(c, *unpacked(packed)[:2], count) for c, packed, count in found])


def _insert(connection: Connection, table: str, rows: list[tuple[Any, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({marks})", rows)


def _touched_values(connection: Connection, touched: Touched, table: str, column: str) -> set[str]:
    values = {row[column] for row in touched.rows.get(table, ())}
    for start, end in touched.ranges.get(table, ()):
        sql = f"SELECT DISTINCT {column} FROM {table} WHERE seq >= ? AND seq < ?"
        values.update(connection.exec_driver_sql(sql, (start, end)).scalars())
    values.discard(None)
    return values


def _lookup(connection: Connection, select: str, keys: Collection[str]) -> set[str]:
    found: set[Any] = set()
    for key in keys:
        found.update(connection.exec_driver_sql(f"{select} = ?", (key,)).scalars())
    found.discard(None)
    return found


def differences() -> tuple[str, ...]:
    """Statements whose rows stand in a derived table or in the interactions, but not in both."""
    pairs = (
        (
            "SELECT account_id, touch_on || touch_id || touch_kind FROM standing",
            f"SELECT account_id, latest FROM ({standing_sql('1')})",
        ),
        (
            "SELECT contact_id, last_on || last_id FROM met",
            f"SELECT contact_id, substr(latest, 1, 46) FROM ({met_sql('1')})",
        ),
        (
            "SELECT account_id || member_id, last_on || last_id || last_kind FROM faced",
            f"SELECT account_id || member_id, latest FROM ({faced_sql('1')})",
        ),
    )
    return tuple(
        f"SELECT * FROM ({kept} EXCEPT {true}) UNION ALL SELECT * FROM ({true} EXCEPT {kept})"
        for kept, true in pairs
    )
