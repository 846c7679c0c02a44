"""The only place that asks what time it is."""

from datetime import UTC, date, datetime


def now() -> datetime:
    """Return the current moment, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the person's calendar day."""
    return datetime.now().astimezone().date()
