"""What the touches of the last 365 days are worth together, for many accounts or contacts at once."""

import json
from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import Connection

from sponsor_app.domain.strength import WEIGHTS, WINDOW_DAYS, decayed
from sponsor_app.store.queries.as_stored import as_stored


def decayed_points(
    connection: Connection, who: str, touches: str, today: date
) -> Iterator[tuple[str, float]]:
    """The points of each `who`, a column of `touches`: a join in which the interactions are called `i`."""
    weight = " ".join(f"WHEN '{kind}' THEN {weight}" for kind, weight in WEIGHTS.items())
    # Not every SQLite knows pow(); what a touch is worth on each day is a short list instead.
    ages = range(WINDOW_DAYS + 1)
    worth = {(today - timedelta(days=age)).isoformat(): decayed(1, age) for age in ages}
    sql = (
        "WITH worth AS MATERIALIZED (SELECT key AS day, value AS share FROM json_each(?))"
        f" SELECT {who}, sum(CASE i.kind {weight} ELSE 0 END * worth.share)"
        f" FROM {touches} CROSS JOIN worth ON worth.day = i.happened_on"
        f" WHERE i.state = 'held' AND i.happened_on BETWEEN ? AND ? GROUP BY {who}"
    )
    window = min(worth), today.isoformat()
    return as_stored(connection.exec_driver_sql(sql, (json.dumps(worth), *window)))
