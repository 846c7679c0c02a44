"""The time zone of an appointment of Outlook: its name, and its rules ([MS-OXOCAL] 2.2.1.39 and 2.2.1.41)."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

_RULES = struct.Struct("<3iH8HH8H")
_HEAD = struct.Struct("<BBHHH")
_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_LAST = 5


class _Change(NamedTuple):
    """When clocks are changed: a SYSTEMTIME without a year says the nth weekday of a month, 5 the last."""

    year: int
    month: int
    weekday: int
    nth: int
    hour: int
    minute: int
    second: int
    thousandth: int


def key_name(definition: bytes) -> str:
    """The name that Windows has for the zone of a definition; nothing when it is none."""
    if len(definition) < _HEAD.size:
        return ""
    *_, length = _HEAD.unpack_from(definition)
    raw = definition[_HEAD.size : _HEAD.size + length * 2]
    return raw.decode("utf-16-le", "replace").strip("\0")


def zone_lines(name: str, rules: bytes) -> Iterator[str]:
    """The rules of a zone as a calendar has them; none when they make no sense."""
    if len(rules) < _RULES.size:
        return
    bias, of_winter, of_summer, _, *rest = _RULES.unpack_from(rules)
    winter, summer = _Change(*rest[:8]), _Change(*rest[9:17])
    standard, daylight = _offset(bias + of_winter), _offset(bias + of_summer)
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{name}"
    if _comes_again(winter) and _comes_again(summer):
        yield from _observance("STANDARD", daylight, standard, winter)
        yield from _observance("DAYLIGHT", standard, daylight, summer)
    else:
        yield from _observance("STANDARD", standard, standard, None)
    yield "END:VTIMEZONE"


def _comes_again(change: _Change) -> bool:
    fits = 1 <= change.month <= 12 and 1 <= change.nth <= _LAST  # noqa: PLR2004 - months
    return not change.year and fits and change.weekday < len(_DAYS)


def _observance(kind: str, before: str, after: str, change: _Change | None) -> Iterator[str]:
    yield f"BEGIN:{kind}"
    hour, minute = (change.hour % 24, change.minute % 60) if change else (0, 0)
    yield f"DTSTART:19700101T{hour:02}{minute:02}00"
    yield f"TZOFFSETFROM:{before}"
    yield f"TZOFFSETTO:{after}"
    if change:
        nth = -1 if change.nth == _LAST else change.nth
        yield f"RRULE:FREQ=YEARLY;BYMONTH={change.month};BYDAY={nth}{_DAYS[change.weekday]}"
    yield f"END:{kind}"


def _offset(bias: int) -> str:
    """Minutes that clocks are behind Greenwich as `+0100`; Windows counts the other way."""
    away = -bias
    return f"{'-' if away < 0 else '+'}{abs(away) // 60:02}{abs(away) % 60:02}"
