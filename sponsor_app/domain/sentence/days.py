"""Days as people say them, and the date each means when it is said on a given day.

The meeting looks back, a promise looks ahead: the same `Friday` is last Friday in one clause and the coming one
in the other. A week is Monday to Sunday; its end, said of work, is Friday.
"""

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from enum import IntEnum, StrEnum

FRIDAY = 4
SATURDAY = 5
DAYS = 7
MONTHS = 12
QUARTER_MONTHS = 3
MID_MONTH = 15
HOURS = 24
# The nearest sensible year: the other side of today is taken when it is this many times nearer.
BIAS = 3
RECENT = 120
OVERDUE = 45


class Lean(StrEnum):
    """Which side of today a day without a year or a week lies on."""

    PAST = "past"
    FUTURE = "future"
    DUE = "due"


class Unit(IntEnum):
    """What is counted, as the calendars of the languages write it."""

    HOUR = 0
    DAY = 1
    WORKDAY = 5
    WEEK = 7
    FORTNIGHT = 14
    MONTH = 30
    QUARTER = 91
    YEAR = 365


class Edge(IntEnum):
    """Which part of a period."""

    WHOLE = 0
    START = 1
    MIDDLE = 2
    END = 3


class Turn(IntEnum):
    """Which of the Fridays."""

    LAST = -1
    THIS = 0
    NEXT = 1
    COMING = 2
    NONE = 3


@dataclass(frozen=True, slots=True)
class Exact:
    """A full date."""

    on: date


@dataclass(frozen=True, slots=True)
class Shift:
    """So many days, weeks or months from today; negative is ago."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 is Monday, and whole weeks on top."""

    day: int
    turn: Turn = Turn.NONE
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day and month without a year. `either_way` when the two numbers could be swapped."""

    month: int
    day: int
    either_way: bool = False


@dataclass(frozen=True, slots=True)
class DayNumber:
    """The 12th."""

    day: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month by name, or a part of it."""

    month: int
    year: int | None = None
    edge: Edge = Edge.WHOLE
    turn: Turn = Turn.NONE


@dataclass(frozen=True, slots=True)
class Period:
    """Last, this or next week, month, quarter or year, or a part of it."""

    unit: Unit
    offset: int
    edge: Edge = Edge.WHOLE


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter by number."""

    number: int
    year: int | None = None
    edge: Edge = Edge.WHOLE


@dataclass(frozen=True, slots=True)
class WeekNumber:
    """An ISO week by number, and perhaps a day in it."""

    week: int
    day: int | None = None


Reading = Exact | Shift | Weekday | MonthDay | DayNumber | Month | Period | Quarter | WeekNumber


def plus_days(day: date, count: int) -> date:
    """`count` days later, held inside the calendar."""
    ordinal = max(date.min.toordinal(), min(date.max.toordinal(), day.toordinal() + count))
    return date.fromordinal(ordinal)


def plus_months(day: date, count: int) -> date:
    """The same day `count` months later, or the last of that month."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + count, MONTHS)
    year = max(MINYEAR, min(MAXYEAR, year))
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def plus_workdays(day: date, count: int) -> date:
    """`count` days later, Saturdays and Sundays not counted."""
    weeks, rest = divmod(count, FRIDAY + 1)
    day = plus_days(day, weeks * DAYS)
    for _ in range(rest):
        day = plus_days(day, 1)
        while day.weekday() >= SATURDAY and day < date.max:
            day = plus_days(day, 1)
    return day


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def date_of(reading: Reading, today: date, lean: Lean, *, by: bool = False) -> date | None:
    """The date a reading means. `by`: it was said as a limit, so a period counts from its first day."""
    if isinstance(reading, (Exact, Shift, Weekday, WeekNumber)):
        return _of_day(reading, today, lean)
    if isinstance(reading, MonthDay):
        return _of_month_day(reading, today, lean)
    if isinstance(reading, DayNumber):
        return _of_day_number(reading.day, today, lean)
    if isinstance(reading, Period):
        return _of_period(reading, today, lean, by)
    return _of_month(reading, today, lean, by)


def is_explicit(reading: Reading) -> bool:
    """Whether the words themselves name a calendar day, so that a day in the past is meant."""
    middle = isinstance(reading, Month) and reading.edge is Edge.MIDDLE
    return middle or isinstance(reading, (Exact, MonthDay))


def _of_day(reading: Exact | Shift | Weekday | WeekNumber, today: date, lean: Lean) -> date | None:
    match reading:
        case Exact(on):
            return on
        case Shift(count, unit):
            return _shifted(today, count, unit)
        case Weekday():
            return _of_weekday(reading, today, lean)
        case WeekNumber(week, day):
            return _of_week_number(week, day, today, lean)


def _shifted(today: date, count: int, unit: Unit) -> date:
    if unit in (Unit.MONTH, Unit.QUARTER, Unit.YEAR):
        months = {Unit.MONTH: 1, Unit.QUARTER: QUARTER_MONTHS, Unit.YEAR: MONTHS}[unit]
        return plus_months(today, count * months)
    if unit is Unit.WORKDAY:
        return plus_workdays(today, min(count, DAYS * HOURS * MONTHS))
    if unit is Unit.HOUR:
        return plus_days(today, (count + HOURS // 2 - 1) // HOURS)
    return plus_days(today, count * int(unit))


def _of_weekday(reading: Weekday, today: date, lean: Lean) -> date:
    ahead = (reading.day - today.weekday() - 1) % DAYS + 1
    back = (today.weekday() - reading.day) % DAYS
    if reading.turn is Turn.LAST:
        days = -(back or DAYS)
    elif reading.turn is Turn.NEXT:
        days = reading.day - today.weekday() + DAYS
    elif reading.turn is Turn.COMING:
        days = ahead
    elif reading.turn is Turn.THIS:
        days = reading.day - today.weekday()
        days += DAYS if days < 0 and lean is not Lean.PAST else 0
    else:
        days = -back if lean is Lean.PAST and not reading.weeks else ahead
    return plus_days(today, days + reading.weeks * DAYS)


def _of_week_number(week: int, day: int | None, today: date, lean: Lean) -> date | None:
    wanted = day if day is not None else (FRIDAY if lean is Lean.DUE else 0)
    years = (today.year, today.year + 1) if lean is not Lean.PAST else (today.year, today.year - 1)
    for year in years:
        try:
            found = date.fromisocalendar(year, week, wanted + 1)
        except ValueError:
            continue
        if _nearer_side(found, today, lean):
            return found
    return None


def _nearer_side(found: date, today: date, lean: Lean) -> bool:
    return (
        found <= plus_days(today, DAYS) if lean is Lean.PAST else found >= plus_days(today, -DAYS)
    )


def _of_month_day(reading: MonthDay, today: date, lean: Lean) -> date | None:
    first = _nearest_year(reading.month, reading.day, today, lean)
    if not reading.either_way or lean is not Lean.PAST or first is None:
        return first
    other = _nearest_year(reading.day, reading.month, today, lean)
    if _is_recent(first, today) or other is None or not _is_recent(other, today):
        return first
    return other


def _is_recent(day: date, today: date) -> bool:
    return 0 <= (today - day).days <= RECENT


def _nearest_year(month: int, day: int, today: date, lean: Lean) -> date | None:
    """The occurrence that the lean makes likeliest, over the years around today."""
    years = range(max(MINYEAR, today.year - 4), min(MAXYEAR, today.year + 4) + 1)
    found = [d for year in years if (d := make_date(year, month, day)) is not None]
    past = max((d for d in found if d <= today), default=None)
    ahead = min((d for d in found if d >= today), default=None)
    if past is None or ahead is None:
        return past or ahead
    behind, before = (today - past).days, (ahead - today).days
    if lean is Lean.PAST:
        return past if behind <= BIAS * before else ahead
    return past if behind <= OVERDUE and behind < before else ahead


def _of_day_number(day: int, today: date, lean: Lean) -> date | None:
    steps = (0, -1, -2) if lean is Lean.PAST else (0, 1, 2)
    first = today.replace(day=1)
    for step in steps:
        month = plus_months(first, step)
        found = make_date(month.year, month.month, day)
        if found is not None and (found <= today if lean is Lean.PAST else found >= today):
            return found
    return None


def _of_period(reading: Period, today: date, lean: Lean, by: bool) -> date:
    if reading.unit in (Unit.WEEK, Unit.FORTNIGHT):
        return _of_week(reading, today, lean)
    if reading.unit is Unit.DAY:
        return plus_days(today, reading.offset)
    months = {Unit.MONTH: 1, Unit.QUARTER: QUARTER_MONTHS}.get(reading.unit, MONTHS)
    if reading.edge is Edge.WHOLE and lean is not Lean.DUE:
        return plus_months(today, reading.offset * months)
    start = plus_months(today.replace(day=1), reading.offset * months - (today.month - 1) % months)
    return _part(start, months, reading.edge, by=by and reading.offset > 0)


def _of_week(reading: Period, today: date, lean: Lean) -> date:
    if reading.edge is Edge.WHOLE and lean is Lean.PAST and reading.offset <= 0:
        return plus_days(today, reading.offset * DAYS)
    monday = plus_days(today, reading.offset * DAYS - today.weekday())
    whole = FRIDAY if lean is Lean.DUE else 0
    part = {Edge.START: 0, Edge.MIDDLE: 2, Edge.END: FRIDAY, Edge.WHOLE: whole}[reading.edge]
    found = plus_days(monday, part)
    if found < today and reading.offset == 0:
        return today if reading.edge is Edge.WHOLE else plus_days(found, DAYS)
    return found


def _of_month(reading: Month | Quarter, today: date, lean: Lean, by: bool) -> date | None:
    months = 1 if isinstance(reading, Month) else QUARTER_MONTHS
    month = reading.month if isinstance(reading, Month) else (reading.number - 1) * months + 1
    year = reading.year
    if year is None:
        near = _year_of_month(month, months, reading, today, lean)
        year = near.year
    start = make_date(year, month, 1)
    if start is None:
        return None
    edge = Edge.START if reading.edge is Edge.WHOLE and lean is not Lean.DUE else reading.edge
    return _part(start, months, edge, by=by)


def _year_of_month(
    month: int, months: int, reading: Month | Quarter, today: date, lean: Lean
) -> date:
    """The first of that month in the year that is meant."""
    this = date(today.year, month, 1)
    begun = this <= today
    turn = reading.turn if isinstance(reading, Month) else Turn.NONE
    if turn is Turn.LAST or (lean is Lean.PAST and turn is Turn.NONE):
        nearest = _nearest_year(month, 1, today, Lean.PAST)
        return (
            nearest
            if nearest is not None and turn is Turn.NONE
            else plus_months(this, 0 if begun else -MONTHS)
        )
    running = _part(this, months, Edge.END, by=False) >= today
    return this if running else plus_months(this, MONTHS)


def _part(start: date, months: int, edge: Edge, *, by: bool) -> date:
    """A day in the period of `months` months from `start`."""
    if edge is Edge.START or (edge is Edge.WHOLE and by):
        return start
    if edge is Edge.MIDDLE:
        return start.replace(day=MID_MONTH) if months == 1 else plus_months(start, months // 2)
    return plus_days(plus_months(start, months), -1)
