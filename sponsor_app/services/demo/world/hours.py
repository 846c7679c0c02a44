"""What a clock in a city says, without asking the computer's own list of time zones."""

from datetime import UTC, date, datetime, time, timedelta

from sponsor_app.services.demo.world.countries import Country

SUNDAY = 6
SUMMER_HOUR = 60
MARCH, APRIL, SEPTEMBER, OCTOBER, NOVEMBER = 3, 4, 9, 10, 11


def _sunday(year: int, month: int, number: int) -> date:
    """The first, second.. Sunday of a month, or the last (-1)."""
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(SUNDAY - first.weekday()) % 7 + 7 * (number - 1))
    end = date(year, month + 1, 1) - timedelta(days=1)
    return end - timedelta(days=(end.weekday() - SUNDAY) % 7)


def is_summer(rule: str, day: date) -> bool:
    """Whether clocks are an hour ahead at midday: as in Europe, North America, New Zealand, or never."""
    year = day.year
    if rule == "eu":
        return _sunday(year, MARCH, -1) <= day < _sunday(year, OCTOBER, -1)
    if rule == "us":
        return _sunday(year, MARCH, 2) <= day < _sunday(year, NOVEMBER, 1)
    if rule == "nz":
        return not _sunday(year, APRIL, 1) <= day < _sunday(year, SEPTEMBER, -1)
    return False


def moment(country: Country, day: date, at: time) -> datetime:
    """The moment in UTC at which a clock in the country shows `at` on `day`."""
    ahead = country.offset + (SUMMER_HOUR if is_summer(country.summer, day) else 0)
    return datetime.combine(day, at, tzinfo=UTC) - timedelta(minutes=ahead)
