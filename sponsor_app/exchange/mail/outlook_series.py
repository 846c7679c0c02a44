"""How an appointment of Outlook repeats ([MS-OXOCAL] 2.2.1.44), in the words of a calendar (RFC 5545)."""

import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

_EPOCH = datetime(1601, 1, 1)  # noqa: DTZ001 - by the watch of the one who made it
_DAY = 24 * 60
_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_DAILY, _WEEKLY, _MONTHLY, _MONTHLY_NTH, _MONTH_END = range(5)
_UNTIL, _COUNT, _FOR_EVER = 0x2021, 0x2022, (0x2023, 0xFFFFFFFF)
_LAST, _SHORTEST_MONTH, _LONGEST_MONTH = 5, 28, 31
_TITLE, _PLACE = 0x0001, 0x0010
_FIXED = (0x0002, 0x0004, 0x0008, 0x0020, 0x0040, 0x0080, 0x0100)
_HIGHLIGHTS = 0x3009
_MOST = 5_000
_WESTERN = "cp1252"
_OUR_MONTHS = frozenset({0, 1, 2, 3, 4, 5, 7, 9, 10, 11, 12})
"""The calendars whose months are those of ours, whatever they call the year; not the Hijri, Hebrew, lunar ones."""


class SeriesError(Exception):
    """What is there is no description of a series that we can follow."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One date that is not as the others, by the watch; a text is empty where it says what the series says."""

    original: datetime
    start: datetime
    end: datetime
    title: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """The first date by the watch, a rule, the dates without a meeting (midnights), and those that were moved."""

    start: datetime
    end: datetime
    rule: str
    gone: tuple[datetime, ...]
    moved: tuple[Moved, ...]


def series_of(raw: bytes) -> Series:
    """What an AppointmentRecurrencePattern says. Raises `SeriesError`."""
    try:
        return _series(_Bytes(raw))
    except (struct.error, OverflowError, ValueError) as error:
        raise SeriesError from error


class _Bytes:
    """Reads what follows, little-endian. Raises `struct.error` behind the end."""

    def __init__(self, raw: bytes) -> None:
        self._raw, self._at = raw, 0

    def number(self, form: str = "I") -> int:
        (value,) = struct.unpack_from(f"<{form}", self._raw, self._at)
        self._at += struct.calcsize(form)
        return value

    def moment(self) -> datetime:
        return _EPOCH + timedelta(minutes=self.number())

    def piece(self, length: int) -> bytes:
        (value,) = struct.unpack_from(f"{length}s", self._raw, self._at)
        self._at += length
        return value

    def block(self) -> None:
        """Step over something whose length is told."""
        self.piece(self.number())

    def moments(self) -> tuple[datetime, ...]:
        count = self.number()
        if count > _MOST:
            raise SeriesError
        return tuple(self.moment() for _ in range(count))


def _series(found: _Bytes) -> Series:
    found.piece(6)  # versions, and how often: the pattern says more
    kind, calendar = found.number("H"), found.number("H")
    if kind in (_MONTHLY, _MONTHLY_NTH, _MONTH_END) and calendar not in _OUR_MONTHS:
        raise SeriesError
    found.piece(4)  # a moment to count from
    every = found.number()
    found.piece(4)
    rule = _rule(kind, every, found)
    ends, count, week_start = found.number(), found.number(), found.number()
    gone = found.moments()
    found.moments()
    first, last = found.moment(), found.moment()
    found.piece(4)
    writer = found.number()
    begins, over = (timedelta(minutes=found.number()) for _ in range(2))
    moved = _moved(found, writer)
    week = f";WKST={_DAYS[week_start]}" if week_start < len(_DAYS) else ""
    rule = f"{rule}{week}{_end(ends, count, last)}"
    return Series(first + begins, first + over, rule, gone, moved)


def _rule(kind: int, every: int, found: _Bytes) -> str:
    """Daily counts minutes, weekly weeks, all others months; a yearly one is there every twelve months."""
    if kind == _DAILY:
        if not every or every % _DAY:
            raise SeriesError
        return f"FREQ=DAILY;INTERVAL={every // _DAY}"
    if not every:
        raise SeriesError
    if kind == _WEEKLY:
        return f"FREQ=WEEKLY;INTERVAL={every};BYDAY={_weekdays(found.number())}"
    if kind == _MONTHLY_NTH:
        days, nth = _weekdays(found.number()), found.number()
        if not 0 < nth <= _LAST:
            raise SeriesError
        place = -1 if nth == _LAST else nth
        return f"FREQ=MONTHLY;INTERVAL={every};BYDAY={days};BYSETPOS={place}"
    if kind not in (_MONTHLY, _MONTH_END):  # the others are of the Hijri calendar
        raise SeriesError
    day = found.number()
    return f"FREQ=MONTHLY;INTERVAL={every};{_day_of_month(_LONGEST_MONTH if kind == _MONTH_END else day)}"


def _day_of_month(day: int) -> str:
    """Of a month that is too short for it, Outlook takes the last day."""
    if not 0 < day <= _LONGEST_MONTH:
        raise SeriesError
    if day <= _SHORTEST_MONTH:
        return f"BYMONTHDAY={day}"
    days = ",".join(map(str, range(_SHORTEST_MONTH, day + 1)))
    return f"BYMONTHDAY={days};BYSETPOS=-1"


def _weekdays(bits: int) -> str:
    named = [name for place, name in enumerate(_DAYS) if bits >> place & 1]
    if not named:
        raise SeriesError
    return ",".join(named)


def _end(kind: int, count: int, last: datetime) -> str:
    if kind == _UNTIL:
        return f";UNTIL={last:%Y%m%d}T235959"
    if kind == _COUNT:
        return f";COUNT={count}"
    if kind in _FOR_EVER:
        return ""
    raise SeriesError


def _moved(found: _Bytes, writer: int) -> tuple[Moved, ...]:
    told = [_one_moved(found) for _ in range(found.number("H"))]
    with suppress(struct.error):  # the same texts again, with all letters
        found.block()
        told = list(_in_all_letters(found, told, writer))
    return tuple(one for one, _ in told)


def _one_moved(found: _Bytes) -> tuple[Moved, int]:
    start, end, original = found.moment(), found.moment(), found.moment()
    flags = found.number("H")
    texts = {_TITLE: "", _PLACE: ""}
    for flag in sorted((*texts, *_FIXED)):
        if flags & flag and flag in texts:
            found.piece(2)
            texts[flag] = found.piece(found.number("H")).decode(_WESTERN, "replace")
        elif flags & flag:
            found.piece(4)
    return Moved(original, start, end, texts[_TITLE], texts[_PLACE]), flags


def _in_all_letters(
    found: _Bytes, told: list[tuple[Moved, int]], writer: int
) -> Iterator[tuple[Moved, int]]:
    for one, flags in told:
        if writer >= _HIGHLIGHTS:
            found.block()
        found.block()
        title, place = one.title, one.place
        if flags & (_TITLE | _PLACE):
            found.piece(12)
            title = _wide(found) if flags & _TITLE else title
            place = _wide(found) if flags & _PLACE else place
            found.block()
        yield Moved(one.original, one.start, one.end, title, place), flags


def _wide(found: _Bytes) -> str:
    return found.piece(found.number("H") * 2).decode("utf-16-le", "replace")
