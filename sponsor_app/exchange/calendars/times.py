"""Days and moments as calendars write them."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

_MOMENT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[Tt ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?\s?([Zz]|[+-]\d\d:?\d\d)?)?"
)
_LENGTH = re.compile(
    r"([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?",
    re.IGNORECASE,
)
FIRST_YEAR, LAST_YEAR = 1900, 2199
_LAST_SECOND, _LAST_HOUR = 59, 24


@dataclass(frozen=True, slots=True)
class When:
    """A day, or a moment by the watch of a place: `at` has no zone of its own, `zone` None is wherever one reads it.

    `name` is the zone's, when it is one that everybody knows.
    """

    day: date
    at: datetime | None = None
    zone: tzinfo | None = None
    name: str = ""

    @property
    def utc(self) -> datetime | None:
        """The moment in UTC; None for a day."""
        return None if self.at is None else in_utc(self.at, self.zone)

    @property
    def key(self) -> str:
        """What tells one instance of a series from another: `20260105`, or `20260105T080000Z`."""
        moment = self.utc
        return f"{self.day:%Y%m%d}" if moment is None else f"{moment:%Y%m%dT%H%M%SZ}"

    def moved(self, at: datetime) -> "When":
        """The same kind of time at another moment or on another day."""
        return When(at.date(), None if self.at is None else at, self.zone, self.name)

    @property
    def local(self) -> datetime:
        """The moment by the watch there; midnight for a day."""
        return self.at or datetime(self.day.year, self.day.month, self.day.day)  # noqa: DTZ001 - by the watch


def in_utc(at: datetime, zone: tzinfo | None) -> datetime:
    """A moment by the watch of a zone, of this computer's when None, in UTC."""
    return at.astimezone(UTC) if zone is None else at.replace(tzinfo=zone).astimezone(UTC)


def parse_moment(text: str) -> tuple[date, datetime | None, tzinfo | None] | None:
    """The day, the moment by the watch if there is one, and the offset it names itself; None when it is no time."""
    match = _MOMENT.fullmatch(text.strip())
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return None
    year, month, number = (int(match[n]) for n in (1, 2, 3))
    try:
        day = date(year, month, number)
        if match[4] is None:
            return day, None, None
        hour, second = int(match[4]), min(int(match[6] or 0), _LAST_SECOND)
        later = timedelta(days=hour == _LAST_HOUR)
        at = datetime(year, month, number, hour % _LAST_HOUR, int(match[5]), second) + later  # noqa: DTZ001
    except ValueError:
        return None
    if hour > _LAST_HOUR:
        return None
    return at.date(), at, _offset(match[7])


def parse_length(text: str) -> timedelta | None:
    """`PT1H30M` as a span of time; None when it is none or runs backwards."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None or match[1] == "-":
        return None
    weeks, days, hours, minutes, seconds = (int(match[n] or 0) for n in range(2, 7))
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def parse_offset(text: str) -> timedelta | None:
    """`+0100`, `-05:30` or `+013045` as a span east of Greenwich; None when it is none."""
    match = re.fullmatch(r"([+-]?)(\d\d?):?(\d\d)?:?(\d\d)?", text.strip())
    if match is None:
        return None
    span = timedelta(hours=int(match[2]), minutes=int(match[3] or 0), seconds=int(match[4] or 0))
    if span >= timedelta(days=1):
        return None
    return -span if match[1] == "-" else span


def _offset(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text in "Zz":
        return UTC
    span = parse_offset(text)
    return None if span is None else timezone(span)
