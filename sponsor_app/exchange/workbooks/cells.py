"""Cells of a workbook as the text that a person would have typed: dates as dates, whole numbers without a point."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

CellValue = str | int | float | bool | date | datetime | time | timedelta
_WHOLE = 1e15  # above, a double no longer holds every whole number
_AMBIGUOUS = 3


def cell_text(value: CellValue) -> str:
    """The text of one cell; a date as `2024-05-17`, a moment as `2024-05-17 10:30`, a duration as hours."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime):
        moment = value.isoformat(" ", "minutes")
        return moment if value.hour or value.minute else moment[:10]
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


def _number(value: float) -> str:
    """A number that nobody can read as another: `1.234` could be a thousand, so it is `1.2340`."""
    if value.is_integer() and abs(value) < _WHOLE:
        return str(int(value))
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 - not a number
        return ""
    text = format(Decimal(repr(value)), "f")
    _, _, decimals = text.partition(".")
    return f"{text}0" if len(decimals) == _AMBIGUOUS else text
