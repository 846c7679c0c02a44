"""The moment at which this laptop speaks up before a day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sponsor_app.domain.ids import ContactId

EIGHT, SIX = time(8), time(18)
HOUR = timedelta(hours=1)


class Remind(StrEnum):
    """How long before a visit; `HOUR` only where somebody said when it begins."""

    HOUR = "hour"
    MORNING = "morning"
    EVENING = "evening"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class DateReminder:
    """A day that matters to somebody, the next time it comes, and the local moment for which it is spoken of."""

    id: str
    contact_id: ContactId
    contact: str
    account: str | None
    text: str
    on: date
    at: datetime


def moment_of(remind: Remind, on: date, begins: datetime | None) -> datetime:
    """The local moment of a reminder for a day, and the local hour at which it begins if that is known."""
    if remind is Remind.HOUR and begins is not None:
        return begins - HOUR
    if remind is Remind.EVENING:
        return datetime.combine(on - timedelta(days=1), SIX)
    if remind is Remind.WEEK:
        return datetime.combine(on - timedelta(days=7), EIGHT)
    return datetime.combine(on, EIGHT)
