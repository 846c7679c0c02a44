"""What this person has looked at, and when."""

from datetime import datetime

from sqlalchemy import Connection, select

from sponsor_app.store.models import seen
from sponsor_app.store.models.columns import moment_text


def when(connection: Connection, what: str) -> datetime | None:
    """When something was last looked at."""
    return connection.execute(select(seen.c.at).where(seen.c.what == what)).scalar()


def mark(connection: Connection, what: str, at: datetime) -> None:
    """Remember that something was looked at."""
    sql = "INSERT OR REPLACE INTO seen (what, at) VALUES (?, ?)"
    connection.exec_driver_sql(sql, (what, moment_text(at)))
