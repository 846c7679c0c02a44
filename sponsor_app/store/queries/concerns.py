"""What worries about accounts beside their clocks, read in parts: a write has only its own part read again."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.concerns import Concerns
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.people import Role
from sponsor_app.domain.reference import standing
from sponsor_app.domain.rules import Rules
from sponsor_app.domain.wording import short_day
from sponsor_app.store.queries.as_stored import as_stored
from sponsor_app.store.queries.references import references
from sponsor_app.store.queries.suggesting import owners
from sponsor_app.store.store import Store

YEAR = timedelta(days=365)
ENDS_SOON_DAYS = 30


_Read = Mapping[str, Any]
"""Some fields of `Concerns`."""


class _Asked(NamedTuple):
    connection: Connection
    today: date
    rules: Rules


def concerns(store: Store, connection: Connection, today: date, rules: Rules) -> Concerns:
    """Everything that worries, as of a day; kept, and mended after a write."""
    asked = _Asked(connection, today, rules)

    def read(tables: AbstractSet[str] | None = None) -> dict[str, Any]:
        wanted = (
            read_part
            for of_tables, read_part in PARTS
            if tables is None or not of_tables.isdisjoint(tables)
        )
        return {name: found for read_part in wanted for name, found in read_part(asked).items()}

    def mend(known: Concerns, since: int) -> Concerns | None:
        tables = _changed_tables(connection, since)
        return None if "policy" in tables else replace(known, **read(tables))

    return store.kept(connection, "concerns", today, lambda: Concerns(**read()), mend)


def concerns_then(connection: Connection, day: date, rules: Rules) -> Concerns:
    """The same of a day gone by, as far as days say it."""
    asked = _Asked(connection, day, rules)
    parts = (read_part(asked) for _tables, read_part in PARTS)
    return Concerns(**{name: found for part in parts for name, found in part.items()})


def _changed_tables(connection: Connection, since: int) -> frozenset[str]:
    sql = (
        "SELECT DISTINCT s.table_name FROM change c JOIN shape s ON s.id = c.shape WHERE c.seq > ?"
    )
    return frozenset(connection.exec_driver_sql(sql, (since,)).scalars())


def _claimed(asked: _Asked) -> _Read:
    found = owners(asked.connection, asked.today)
    return {"claimed": {AccountId(at): who for at, who in found.items() if len(who) > 1}}


def _contacts(asked: _Asked) -> _Read:
    return {"gone": _gone(asked), "matched": _matched(asked)}


def _gone(asked: _Asked) -> Mapping[Any, Any]:
    """Contacts who decide, speak for us or had a counterpart, and left in the last year."""
    sql = (
        "SELECT account_id, name FROM contact NOT INDEXED WHERE left_on IS NOT NULL AND left_on <= ?"
        " AND left_on > ? AND account_id IS NOT NULL"
        f" AND (counterpart_id IS NOT NULL OR role IN ('{Role.DECIDES}', '{Role.CHAMPION}'))"
        " ORDER BY left_on DESC, name"
    )
    days = asked.today.isoformat(), (asked.today - YEAR).isoformat()
    found: dict[str, list[str]] = defaultdict(list)
    for at, name in as_stored(asked.connection.exec_driver_sql(sql, days)):
        found[at].append(name)
    return {at: tuple(names) for at, names in found.items()}


def _matched(asked: _Asked) -> frozenset[Any]:
    sql = (
        "SELECT account_id FROM contact NOT INDEXED WHERE counterpart_id IS NOT NULL"
        " AND account_id IS NOT NULL AND (left_on IS NULL OR left_on > ?)"
    )
    found = asked.connection.exec_driver_sql(sql, (asked.today.isoformat(),))
    return frozenset(row[0] for row in as_stored(found))


def _promises(asked: _Asked) -> _Read:
    """How many promises of ours bound us on that day, account by account, and how many of them were late."""
    sql = (
        "SELECT account_id, count(*), sum(coalesce(due_on < :day, 0)) FROM commitment NOT INDEXED"
        f" WHERE direction = '{Direction.OURS}'"
        " AND made_on <= :day AND (kept_on IS NULL OR kept_on > :day)"
        " AND (dropped_on IS NULL OR dropped_on > :day)"
        " AND account_id IS NOT NULL GROUP BY account_id"
    )
    day = {"day": asked.today.isoformat()}
    found = list(as_stored(asked.connection.exec_driver_sql(sql, day)))
    late = {at: late for at, _count, late in found if late}
    return {"promised": {at: count for at, count, _late in found}, "late": late}


def _references(asked: _Asked) -> _Read:
    return {"vouching": _vouching(asked), "shaky": _shaky(asked)}


def _vouching(asked: _Asked) -> frozenset[Any]:
    """The accounts where somebody agreed to speak for us."""
    found = asked.connection.exec_driver_sql(
        "SELECT account_id FROM reference WHERE account_id IS NOT NULL"
    )
    return frozenset(row[0] for row in as_stored(found))


def _shaky(asked: _Asked) -> Mapping[Any, Any]:
    """Why references may not be used, or soon may not."""
    connection, today, rules = asked
    if not _vouching(asked):
        return {}
    found: dict[AccountId, list[str]] = defaultdict(list)
    for one in references(connection, today, rules):
        found[one.account_id] += standing(one, rules.references, today).why
        until = one.valid_until
        if until is not None and today <= until <= today + timedelta(days=ENDS_SOON_DAYS):
            found[one.account_id].append(f"the agreement ends on {short_day(until, today)}")
    return {at: tuple(why) for at, why in found.items() if why}


PARTS: tuple[tuple[frozenset[str], Callable[[_Asked], _Read]], ...] = (
    (frozenset({"sponsorship"}), _claimed),
    (frozenset({"contact"}), _contacts),
    (frozenset({"commitment"}), _promises),
    (
        frozenset({"reference", "reference_use", "reference_request", "issue", "pulse", "contact"}),
        _references,
    ),
)
"""The parts of `Concerns`: the tables each is read from, and what reads it."""
