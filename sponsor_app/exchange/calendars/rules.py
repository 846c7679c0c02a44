"""How often something repeats (RFC 5545, 3.3.10), as far as people mean it: daily or slower."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sponsor_app.exchange.calendars.old_rules import modern
from sponsor_app.exchange.calendars.times import parse_moment

WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_FASTER = frozenset({"HOURLY", "MINUTELY", "SECONDLY"})
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_LONGEST = 2_000
_MOST = 400
_MOST_TIMES = 24
_LARGEST = 100_000


class Weekday(NamedTuple):
    """Monday is 0; `nth` is 0 for every one, 2 for the second, -1 for the last."""

    day: int
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that can be unrolled; `until` is a day or a moment, with `until_utc` one in UTC."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    until_utc: bool = False
    weekdays: tuple[Weekday, ...] = ()
    month_days: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    hours: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    week_start: int = 0


class RuleError(Exception):
    """A rule that cannot be unrolled; the argument continues “it repeats in a way that ...”."""


def parse_rule(text: str) -> Rule:
    """Read a rule. Raises `RuleError`."""
    if len(text) > _LONGEST:
        long = "is longer than any program writes"
        raise RuleError(long)
    plain = modern(text).replace("\\;", ";").replace("\\,", ",").upper()
    given = {
        name.strip(): value.strip()
        for part in plain.split(";")
        for name, equals, value in [part.partition("=")]
        if equals
    }
    frequency = given.get("FREQ", "")
    if frequency not in _FREQUENCIES:
        fast = "is more often than daily" if frequency in _FASTER else "names no frequency we know"
        raise RuleError(fast)
    until, until_utc = _until(given.get("UNTIL", ""))
    rule = Rule(
        frequency,
        interval=_whole(given.get("INTERVAL") or "1"),
        count=_whole(given["COUNT"]) if given.get("COUNT") else None,
        until=until,
        until_utc=until_utc,
        weekdays=_weekdays(given.get("BYDAY", "")),
        month_days=_numbers(given, "BYMONTHDAY", 31),
        year_days=_numbers(given, "BYYEARDAY", 366),
        weeks=_numbers(given, "BYWEEKNO", 53),
        months=_numbers(given, "BYMONTH", 12, low=1),
        positions=_numbers(given, "BYSETPOS", 366),
        hours=_numbers(given, "BYHOUR", 23, low=0),
        minutes=_numbers(given, "BYMINUTE", 59, low=0),
        week_start=WEEKDAYS.get(given.get("WKST", "MO"), 0),
    )
    if max(1, len(rule.hours)) * max(1, len(rule.minutes)) > _MOST_TIMES:
        often = "is more often than hourly"
        raise RuleError(often)
    return rule


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or not 0 < int(text[:9]) <= _LARGEST:
        odd = "counts with no number that makes sense"
        raise RuleError(odd)
    return int(text)


def _until(text: str) -> tuple[date | datetime | None, bool]:
    if not text:
        return None, False
    found = parse_moment(text)
    if found is None:
        if re.match(r"[3-9]\d{3}|2[2-9]\d\d", text):
            return None, False
        odd = "ends on no day of the calendar"
        raise RuleError(odd)
    day, at, zone = found
    return at or day, zone is not None


def _weekdays(text: str) -> tuple[Weekday, ...]:
    found: list[Weekday] = []
    for part in filter(None, (one.strip() for one in text.split(",")[:_MOST])):
        match = _DAY.fullmatch(part.replace(" ", ""))
        if match is None:
            odd = "names no weekday we know"
            raise RuleError(odd)
        found.append(Weekday(WEEKDAYS[match[2]], int(match[1] or 0)))
    return tuple(dict.fromkeys(found))


def _numbers(
    given: Mapping[str, str], name: str, most: int, low: int | None = None
) -> tuple[int, ...]:
    """Whole numbers up to `most`; from `low`, or else counted from the end when negative, and never 0."""
    found: set[int] = set()
    for part in filter(None, (one.strip() for one in given.get(name, "").split(",")[:_MOST])):
        if not re.fullmatch(r"[+-]?\d{1,3}L?", part):
            odd = "counts with no number that makes sense"
            raise RuleError(odd)
        number = int(part.rstrip("L"))
        fits = low <= number <= most if low is not None else 0 < abs(number) <= most
        if not fits:
            odd = "counts with no number that makes sense"
            raise RuleError(odd)
        found.add(number)
    return tuple(sorted(found))
