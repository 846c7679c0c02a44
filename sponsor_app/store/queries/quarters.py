"""What happened with accounts, quarter by quarter: touches, who was seen, how they stood at the end, what was kept."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from sponsor_app.domain.coverage import Cadence, Coverage, assess
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.quarters import Quarter, Tally
from sponsor_app.store.queries.as_stored import as_stored, day_of

Promised = Mapping[AccountId, Cadence | None]
"""The accounts that are asked about, and how often each shall be seen."""


def tallies(
    connection: Connection,
    quarters: Sequence[Quarter],
    promised: Promised,
    member_id: MemberId | None = None,
) -> tuple[Tally, ...]:
    """Each quarter with these accounts; promises of ours count there or, with a member, that are theirs."""
    wanted = json.dumps(list(promised))
    ends = _standings(connection, quarters, promised, wanted)
    kept = _kept(connection, quarters, wanted, member_id)
    found: list[Tally] = []
    for number, quarter in enumerate(quarters):
        touches, seen, kinds, intents = _touches(connection, quarter, wanted)
        found.append(
            Tally(
                quarter, len(promised), touches, seen, kinds, intents, *ends[number], *kept[number]
            )
        )
    return tuple(found)


def _touches(
    connection: Connection, quarter: Quarter, wanted: str
) -> tuple[int, int, dict[str, int], dict[str, int]]:
    """How many touches, of how many accounts, by kind and by intent; the index answers alone."""
    sql = (
        "SELECT i.account_id, i.kind, i.intent, count(*) FROM json_each(:wanted) a"
        " CROSS JOIN interaction i ON i.account_id = a.value WHERE i.state = 'held'"
        " AND i.happened_on BETWEEN :first AND :last GROUP BY i.account_id, i.kind, i.intent"
    )
    days = {"first": quarter.first.isoformat(), "last": quarter.last.isoformat()}
    seen: set[str] = set()
    kinds: Counter[str] = Counter()
    intents: Counter[str] = Counter()
    for at, kind, intent, count in as_stored(
        connection.exec_driver_sql(sql, {"wanted": wanted, **days})
    ):
        seen.add(at)
        kinds[kind] += count
        intents[intent or ""] += count
    return sum(kinds.values()), len(seen), dict(kinds), dict(intents)


def _standings(
    connection: Connection, quarters: Sequence[Quarter], promised: Promised, wanted: str
) -> list[tuple[int, int]]:
    """(covered, promised) on the last day of each quarter, against the cadence of today."""
    latest = ", ".join(
        f"max(CASE WHEN i.happened_on <= '{one.last.isoformat()}' THEN i.happened_on END)"
        for one in quarters
    )
    sql = (
        f"SELECT i.account_id, {latest} FROM json_each(?) a"
        " CROSS JOIN interaction i ON i.account_id = a.value"
        " WHERE i.state = 'held' GROUP BY i.account_id"
    )
    last = {row[0]: row[1:] for row in as_stored(connection.exec_driver_sql(sql, (wanted,)))}
    counts: dict[int, int] = defaultdict(int)
    cadences = {at: cadence for at, cadence in promised.items() if cadence is not None}
    for at, cadence in cadences.items():
        for number, (quarter, day) in enumerate(zip(quarters, last.get(at, ()), strict=False)):
            seen = day_of(day) if day else None
            counts[number] += assess(cadence, seen, quarter.last) is Coverage.COVERED
    return [(counts[number], len(cadences)) for number in range(len(quarters))]


def _kept(
    connection: Connection, quarters: Sequence[Quarter], wanted: str, member_id: MemberId | None
) -> list[tuple[int, int, int]]:
    """(due, kept, kept late) of our promises by the quarter in which they fell due; one due today is not due yet."""
    sql = (
        "SELECT c.due_on, c.kept_on FROM commitment c WHERE c.direction = 'ours'"
        " AND c.due_on BETWEEN :first AND :last AND (c.account_id IN"
        " (SELECT value FROM json_each(:wanted)) OR c.owner_id = :who OR c.promised_by_id = :who)"
    )
    asked = {
        "first": quarters[0].first.isoformat(),
        "last": quarters[-1].last.isoformat(),
        "wanted": wanted,
        "who": member_id or "",
    }
    found = [tuple(row) for row in as_stored(connection.exec_driver_sql(sql, asked))]
    return [_of_quarter(found, one, quarters[-1].last) for one in quarters]


def _of_quarter(
    found: Sequence[tuple[str | None, ...]], quarter: Quarter, today: date
) -> tuple[int, int, int]:
    first, last = quarter.first.isoformat(), quarter.last.isoformat()
    due = [
        (day, kept)
        for day, kept in found
        if day and first <= day <= last and (kept or day < today.isoformat())
    ]
    done = [(day, kept) for day, kept in due if kept]
    return len(due), len(done), sum(kept > day for day, kept in done)
