"""Birthdays as cards write them: some without the year, some with a year that stands for none."""

import re

from sponsor_app.exchange.properties.reading import Property
from sponsor_app.exchange.tabular.days import DayOrder, day
from sponsor_app.exchange.tabular.refusals import Refused

_MONTH_AND_DAY = re.compile(r"--?(\d\d)-?(\d\d)(?:T.*)?")
_UNKNOWN_YEARS = frozenset({"1604", "0000", "9999"})


def birthday(one: Property) -> str | Refused | None:
    """`1980-05-17`, or `--05-17` when nobody wrote the year; why it is none; None when empty."""
    text = one.text
    if not text:
        return None
    match = _MONTH_AND_DAY.fullmatch(text)
    if match:
        text = f"--{match[1]}-{match[2]}"
    omitted = one.param("X-APPLE-OMIT-YEAR") or ""
    found = day(text, DayOrder.UNKNOWN)
    if isinstance(found, str) and found[:4] in {*_UNKNOWN_YEARS, omitted}:
        return f"--{found[5:]}"
    return found
