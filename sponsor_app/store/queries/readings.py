"""How accounts said they feel: the last reading of each."""

from datetime import date

from sqlalchemy import Connection

from sponsor_app.domain.pulse import OWN_FEELING
from sponsor_app.store.queries.as_stored import as_stored


def last_readings(connection: Connection, since: date, until: date) -> dict[str, int]:
    """The last score of every account that was asked from a day to another; what only we felt is left out."""
    sql = (
        "SELECT account_id, score, max(on_day || id) FROM pulse WHERE account_id IS NOT NULL"
        " AND on_day BETWEEN ? AND ? AND lower(trim(coalesce(source, ''))) <> ? GROUP BY account_id"
    )
    asked = (since.isoformat(), until.isoformat(), OWN_FEELING)
    found = as_stored(connection.exec_driver_sql(sql, asked))
    return {account_id: score for account_id, score, _when in found}
