"""The days on which a rule falls, found period by period, so that no rule can run for ever."""

from calendar import isleap, monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sponsor_app.exchange.calendars.rules import Rule, Weekday
from sponsor_app.exchange.calendars.times import LAST_YEAR

_WEEK, _YEAR_MONTHS = 7, 12
_EARLIEST = date(1601, 1, 1)  # the first year of Windows' time zones
_LATEST = date(LAST_YEAR, 12, 31)
_EFFORT = {"DAILY": 3, "WEEKLY": 6, "MONTHLY": 30, "YEARLY": 500}  # microseconds, about


@dataclass(slots=True)
class Budget:
    """How much may still be looked at for a whole file, so that thousands of odd rules end too."""

    left: int = 4_000_000

    def spend(self, effort: int) -> bool:
        """Whether some more may be looked at."""
        self.left -= effort
        return self.left >= 0


def unroll(
    rule: Rule, start: datetime, first: date, last: date, budget: Budget
) -> Iterator[datetime]:
    """The moments of a rule between two days, by the watch of `start`, in order; ends when the budget is spent."""
    wanted = _first_period(rule, start, first)
    times = _times(rule, start)
    counted = 0
    end = _end(rule)
    for period in _periods(rule, start, wanted, min(last, _LATEST)):
        if not budget.spend(_EFFORT[rule.frequency]):
            return
        days = _CANDIDATES[rule.frequency](rule, start.date(), period)
        moments = [datetime.combine(day, at) for day in days for at in times]
        for moment in _positions(moments, rule.positions):
            if moment < start:
                continue
            counted += 1
            over = rule.count is not None and counted > rule.count
            if over or moment > end or moment.date() > last:
                return
            if moment.date() >= first:
                yield moment


def _end(rule: Rule) -> datetime:
    """Until when, by the watch; the caller has brought a moment in UTC to the zone of the start."""
    if rule.until is None:
        return datetime.combine(_LATEST, time.max)
    if isinstance(rule.until, datetime):
        return rule.until
    return datetime.combine(rule.until, time.max)


def _times(rule: Rule, start: datetime) -> list[time]:
    hours, minutes = rule.hours or (start.hour,), rule.minutes or (start.minute,)
    return sorted(time(hour, minute, start.second) for hour in hours for minute in minutes)


def _positions(moments: list[datetime], positions: tuple[int, ...]) -> list[datetime]:
    if not positions:
        return moments
    chosen = {n - 1 if n > 0 else len(moments) + n for n in positions}
    return [moment for n, moment in enumerate(moments) if n in chosen]


def _first_period(rule: Rule, start: datetime, first: date) -> int:
    """Where to begin to look: at the start when occurrences are counted, else shortly before they matter."""
    if rule.count is not None or first <= start.date():
        return 0
    away = (first - start.date()).days
    lengths = {"DAILY": 1, "WEEKLY": _WEEK, "MONTHLY": 31, "YEARLY": 366}
    return max(0, away // (lengths[rule.frequency] * rule.interval) - 2)


def _periods(rule: Rule, start: datetime, skipped: int, last: date) -> Iterator[date]:
    """The first day of each period from `skipped` on, the interval apart, up to `last`."""
    step, day = rule.interval, start.date()
    if rule.frequency in ("DAILY", "WEEKLY"):
        length = step * (1 if rule.frequency == "DAILY" else _WEEK)
        if rule.frequency == "WEEKLY":
            day = max(_EARLIEST, day - timedelta(days=(day.weekday() - rule.week_start) % _WEEK))
        ordinal = day.toordinal() + skipped * length
        while ordinal <= last.toordinal():
            yield date.fromordinal(ordinal)
            ordinal += length
        return
    months = step * (1 if rule.frequency == "MONTHLY" else _YEAR_MONTHS)
    number = day.year * _YEAR_MONTHS + (day.month - 1 if rule.frequency == "MONTHLY" else 0)
    number += skipped * months
    while number // _YEAR_MONTHS <= last.year:
        yield date(number // _YEAR_MONTHS, number % _YEAR_MONTHS + 1, 1)
        number += months


def _daily(rule: Rule, start: date, period: date) -> list[date]:
    fits = (
        (not rule.months or period.month in rule.months)
        and (not rule.weekdays or period.weekday() in {one.day for one in rule.weekdays})
        and (not rule.month_days or _is_day_of_month(period, rule.month_days))
        and (not rule.year_days or _is_day_of_year(period, rule.year_days))
    )
    return [period] if fits else []


def _weekly(rule: Rule, start: date, period: date) -> list[date]:
    wanted = {one.day for one in rule.weekdays} or {start.weekday()}
    week = (period + timedelta(days=n) for n in range(_WEEK))
    return [
        day
        for day in week
        if day.weekday() in wanted and (not rule.months or day.month in rule.months)
    ]


def _monthly(rule: Rule, start: date, period: date) -> list[date]:
    if rule.months and period.month not in rule.months:
        return []
    return _in_month(rule, start, period)


def _in_month(rule: Rule, start: date, period: date) -> list[date]:
    length = monthrange(period.year, period.month)[1]
    if not rule.weekdays and not rule.month_days:
        return [period.replace(day=start.day)] if start.day <= length else []
    days = [period.replace(day=n) for n in range(1, length + 1)]
    if rule.month_days:
        days = [day for day in days if _is_day_of_month(day, rule.month_days)]
    if rule.weekdays:
        days = [day for day in days if _is_nth(day, rule.weekdays, day.day, length)]
    return days


def _yearly(rule: Rule, start: date, period: date) -> list[date]:
    year = period.year
    if rule.weeks or rule.year_days:
        return [day for day in _days_of(year) if _is_special(rule, start, day, year)]
    if rule.weekdays and not rule.months and not rule.month_days:
        length = 366 if isleap(year) else 365
        return [
            day for n, day in enumerate(_days_of(year), 1) if _is_nth(day, rule.weekdays, n, length)
        ]
    alone = rule.month_days or rule.weekdays
    months = rule.months or (range(1, 13) if alone else (start.month,))
    return [day for month in months for day in _in_month(rule, start, date(year, month, 1))]


def _is_special(rule: Rule, start: date, day: date, year: int) -> bool:
    """Whether a day is in the named weeks, or is one of the named days of the year."""
    if rule.months and day.month not in rule.months:
        return False
    if rule.month_days and not _is_day_of_month(day, rule.month_days):
        return False
    if rule.year_days and not _is_day_of_year(day, rule.year_days):
        return False
    wanted = {one.day for one in rule.weekdays} or (
        set(range(_WEEK)) if rule.year_days or rule.month_days else {start.weekday()}
    )
    if day.weekday() not in wanted:
        return False
    return not rule.weeks or _is_in_week(rule, day, year)


def _is_in_week(rule: Rule, day: date, year: int) -> bool:
    """Weeks by ISO 8601 from the rule's first weekday: the first has at least four days of the year."""
    first, total = _first_week(year, rule.week_start)
    number = (day - first).days // _WEEK + 1
    return number in rule.weeks or number - total - 1 in rule.weeks


def _first_week(year: int, week_start: int) -> tuple[date, int]:
    def begin(of: int) -> date:
        fourth = date(of, 1, 4)
        return fourth - timedelta(days=(fourth.weekday() - week_start) % _WEEK)

    first = begin(year)
    return first, (begin(year + 1) - first).days // _WEEK


def _days_of(year: int) -> list[date]:
    start = date(year, 1, 1).toordinal()
    return [date.fromordinal(start + n) for n in range(366 if isleap(year) else 365)]


def _is_day_of_month(day: date, wanted: tuple[int, ...]) -> bool:
    return day.day in wanted or day.day - monthrange(day.year, day.month)[1] - 1 in wanted


def _is_day_of_year(day: date, wanted: tuple[int, ...]) -> bool:
    number = day.timetuple().tm_yday
    return number in wanted or number - (366 if isleap(day.year) else 365) - 1 in wanted


def _is_nth(day: date, wanted: tuple[Weekday, ...], number: int, length: int) -> bool:
    """Whether a day is one of the weekdays, or the nth of them in a span of `length` days where it has `number`."""
    nth, last = (number - 1) // _WEEK + 1, -((length - number) // _WEEK) - 1
    return any(one.day == day.weekday() and one.nth in (0, nth, last) for one in wanted)


_CANDIDATES: dict[str, Callable[[Rule, date, date], list[date]]] = {
    "DAILY": _daily,
    "WEEKLY": _weekly,
    "MONTHLY": _monthly,
    "YEARLY": _yearly,
}
