"""Dates as people write them; whether the day or the month comes first is decided for a whole column."""

import re
from collections.abc import Iterable
from datetime import date
from enum import Enum

from sponsor_app.domain.folding import fold
from sponsor_app.exchange.tabular.cells import clean, is_nothing, shown
from sponsor_app.exchange.tabular.refusals import Refused

_LONGEST = 60
_MONTH_NAMES = (
    "jan january januar janner janvier janv ene enero gen gennaio januari janeiro",
    "feb february februar fevrier fevr fev febrero febbraio februari fevereiro",
    "mar march marz mrz mars marzo maart mrt marco",
    "apr april avril avr abr abril aprile",
    "may mai mayo mag maggio mei maio",
    "jun june juni juin junio giu giugno junho",
    "jul july juli juillet juil julio lug luglio julho",
    "aug august aout ago agosto augustus",
    "sep sept september septembre septiembre set settembre setembro",
    "oct october okt oktober octobre octubre ott ottobre out outubro",
    "nov november novembre noviembre novembro",
    "dec december dez dezember decembre dic diciembre dicembre dezembro",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_TIME = r"(?:[T ,].*\d:\d.*)?"
_ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}Z?")
_COMPACT = re.compile(rf"(\d{{4}})(\d\d)(\d\d){_TIME}")
_TWO_FIRST = re.compile(rf"(\d{{1,2}})([-/.])\s?(\d{{1,2}})\2\s?(\d{{4}}){_TIME}")
_NO_YEAR = re.compile(r"--(\d\d)-?(\d\d)")
_DAY_NAME_YEAR = re.compile(
    rf"(\d{{1,2}})(?:\.|st|nd|rd|th|er)?[ -](?:de )?([^\W\d]+)\.?,?[ -](?:de )?(\d{{4}}){_TIME}"
)
_NAME_DAY_YEAR = re.compile(rf"([^\W\d]+)\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}){_TIME}")
_EMPTY = re.compile(r"0+[-/.]0+[-/.]0+.*")
_LEAP_YEAR = 2000
_MONTHS_OF_YEAR = 12


class DayOrder(Enum):
    """What comes first in a column of dates such as `03/04/1980`."""

    DAY = "day first"
    MONTH = "month first"
    UNKNOWN = "nothing tells"
    MIXED = "both ways"


def day_order(cells: Iterable[str]) -> DayOrder:
    """How a column writes its dates, by the ones that can be read only one way; dots mean day first."""
    day_first = month_first = dotted = False
    for cell in cells:
        match = _TWO_FIRST.fullmatch(clean(cell)) if len(cell) <= _LONGEST else None
        if match:
            first, second = int(match[1]), int(match[3])
            dotted = dotted or match[2] == "."
            day_first = day_first or first > _MONTHS_OF_YEAR >= second
            month_first = month_first or second > _MONTHS_OF_YEAR >= first
    if day_first and month_first:
        return DayOrder.MIXED
    if day_first or (dotted and not month_first):
        return DayOrder.DAY
    return DayOrder.MONTH if month_first else DayOrder.UNKNOWN


def day(text: str, order: DayOrder) -> str | Refused | None:
    """A date as `1980-05-17`, or `--05-17` without its year; the time of day is dropped; None when empty."""
    if not text or is_nothing(text) or _EMPTY.fullmatch(text):
        return None
    parts = _parts(text, order) if len(text) <= _LONGEST else None
    if parts is None:
        return Refused(f"“{shown(text)}” is not a date with a year of four digits")
    if isinstance(parts, Refused):
        return parts
    year, month, number = parts
    try:
        date(year or _LEAP_YEAR, month, number)
    except ValueError:
        return Refused(f"“{shown(text)}” is no day of the calendar")
    return f"{year:04}-{month:02}-{number:02}" if year else f"--{month:02}-{number:02}"


def _parts(text: str, order: DayOrder) -> tuple[int, int, int] | Refused | None:
    """Year (0 when unknown), month and day, not yet checked against the calendar."""
    match = _ISO.fullmatch(text) or _COMPACT.fullmatch(text)
    if match:
        return int(match[1]), int(match[2]), int(match[3])
    match = _NO_YEAR.fullmatch(text)
    if match:
        return 0, int(match[1]), int(match[2])
    match = _TWO_FIRST.fullmatch(text)
    if match:
        return _two_first(text, int(match[1]), int(match[3]), int(match[4]), order)
    return _with_month_name(text)


def _two_first(
    text: str, first: int, second: int, year: int, order: DayOrder
) -> tuple[int, int, int] | Refused:
    if order is DayOrder.DAY or (order is DayOrder.MIXED and first > _MONTHS_OF_YEAR):
        return year, second, first
    certain = order is DayOrder.MONTH or first == second
    if certain or (order is DayOrder.MIXED and second > _MONTHS_OF_YEAR):
        return year, first, second
    return Refused(
        f"“{shown(text)}” may begin with the day or the month, and no other date of the column tells",
        unknown=True,
    )


def _with_month_name(text: str) -> tuple[int, int, int] | None:
    match = _DAY_NAME_YEAR.fullmatch(text)
    if match:
        number, name, year = match[1], match[2], match[3]
    else:
        match = _NAME_DAY_YEAR.fullmatch(text)
        if match is None:
            return None
        name, number, year = match[1], match[2], match[3]
    month = _MONTHS.get(fold(name))
    return (int(year), month, int(number)) if month else None
