"""How many people at an account we are in touch with."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Connection

from sponsor_app.domain.rules import Rules
from sponsor_app.store.queries.as_stored import as_stored

NOW = ("contact c JOIN met m ON m.contact_id = c.id", "m.last_on >= :since")
"""Who was touched lately stands in the derived table."""

THEN = (
    "t.interaction_id = i.id AND t.contact_id = c.id AND i.state = 'held'"
    " AND i.happened_on BETWEEN :since AND :day"
)
"""Of a day gone by, when contacts were touched since as well, the interactions of that time say it."""


def live_contacts(
    connection: Connection,
    day: date,
    rules: Rules,
    only: Sequence[str] | None = None,
    *,
    past: bool = False,
) -> dict[str, int]:
    """By account, how many contacts were touched within the team's time for it and had not left on that day."""
    asked = {f"a{at}": account for at, account in enumerate(only or ())}
    tables = ("contact c", "attendance t", "interaction i")
    # Few accounts are asked from their contacts, all of them from the interactions of that time.
    joined = " CROSS JOIN ".join(tables if only is not None else reversed(tables))
    source, touched = (joined, THEN) if past else NOW
    narrowed = (
        "" if only is None else f" AND c.account_id IN ({', '.join(f':{at}' for at in asked)})"
    )
    sql = (
        f"SELECT c.account_id, count(DISTINCT c.id) FROM {source} WHERE {touched}{narrowed}"
        " AND (c.left_on IS NULL OR c.left_on > :day) AND c.account_id IS NOT NULL"
        " GROUP BY c.account_id"
    )
    since = (day - timedelta(days=rules.live_contact_days)).isoformat()
    named = {"since": since, "day": day.isoformat(), **asked}
    return dict(as_stored(connection.exec_driver_sql(sql, named)))
