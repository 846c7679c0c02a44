"""What happened with accounts, quarter by quarter: touches, who was seen, how they stood at the end, what was kept."""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta

from sqlalchemy import Connection

from sponsor_app.domain.coverage import Cadence
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.quarters import Quarter, Tally
from sponsor_app.store.queries.as_stored import as_stored

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
    counts = _touches(connection, quarters, wanted)
    found: list[Tally] = []
    for number, quarter in enumerate(quarters):
        kinds: Counter[str] = Counter()
        intents: Counter[str] = Counter()
        for kind, intent, count in counts[number]:
            kinds[kind] += count
            intents[intent] += count
        seen, covered, of = ends[number]
        found.append(
            Tally(
                quarter,
                len(promised),
                kinds.total(),
                seen,
                dict(kinds),
                dict(intents),
                covered,
                of,
                *kept[number],
            )
        )
    return tuple(found)


def _touches(
    connection: Connection, quarters: Sequence[Quarter], wanted: str
) -> list[list[tuple[str, str, int]]]:
    """How many touches of each kind and intent in each quarter; the index answers alone."""
    cases = " ".join(
        f"WHEN i.happened_on <= '{one.last.isoformat()}' THEN {number}"
        for number, one in enumerate(quarters)
    )
    sql = (
        f"SELECT CASE {cases} END, i.kind, coalesce(i.intent, '')"
        " FROM json_each(:wanted) a CROSS JOIN interaction i ON i.account_id = a.value"
        " WHERE i.state = 'held' AND i.happened_on BETWEEN :first AND :last"
    )
    days = {"first": quarters[0].first.isoformat(), "last": quarters[-1].last.isoformat()}
    found: list[list[tuple[str, str, int]]] = [list[tuple[str, str, int]]() for _ in quarters]
    asked = connection.exec_driver_sql(sql, {"wanted": wanted, **days})
    # Counted here: to group, the database would put all of them in order first.
    for (number, kind, intent), count in Counter(as_stored(asked)).items():
        found[int(number)].append((kind, intent, count))
    return found


def _standings(
    connection: Connection, quarters: Sequence[Quarter], promised: Promised, wanted: str
) -> list[tuple[int, int, int]]:
    """(seen in it, covered on its last day, promised) of each quarter, against the cadence of today."""
    # Asked account by account and day by day, the index answers with one step each.
    latest = ", ".join(
        "(SELECT max(i.happened_on) FROM interaction i WHERE i.account_id = a.value"
        f" AND i.state = 'held' AND i.happened_on <= '{one.last.isoformat()}')"
        for one in quarters
    )
    sql = f"SELECT a.value, {latest} FROM json_each(?) a"
    seen, covered = [0] * len(quarters), [0] * len(quarters)
    firsts = [one.first.isoformat() for one in quarters]
    since: dict[int | None, list[str]] = {None: ["~"] * len(quarters)}
    for row in as_stored(connection.exec_driver_sql(sql, (wanted,))):
        cadence = promised[row[0]]
        ideal = cadence.ideal if cadence else None
        if ideal not in since:  # text is compared: no day is made of forty thousand
            days = timedelta(days=ideal or 0)
            since[ideal] = [(one.last - days).isoformat() for one in quarters]
        for number, day in enumerate(row[1:]):
            if day is not None:
                seen[number] += day >= firsts[number]
                covered[number] += day >= since[ideal][number]
    of = sum(cadence is not None for cadence in promised.values())
    return [(seen[number], covered[number], of) for number in range(len(quarters))]


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
    counts = [[0, 0, 0] for _quarter in quarters]
    lasts, today = [one.last.isoformat() for one in quarters], quarters[-1].last.isoformat()
    for due, kept in as_stored(connection.exec_driver_sql(sql, asked)):
        if kept or due < today:
            count = counts[bisect_left(lasts, due)]
            count[0] += 1
            count[1] += kept is not None
            count[2] += kept is not None and kept > due
    return [(due, kept, late) for due, kept, late in counts]
