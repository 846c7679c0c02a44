"""Read the numbers in a line that may be part of a day: counts, days of the month, years, whole dates, hours."""

import calendar
from collections.abc import Sequence

from sponsor_app.domain.sentence.almanac import Almanac, Use
from sponsor_app.domain.sentence.days import Exact, MonthDay, Reading, Unit, make_date
from sponsor_app.domain.sentence.tokens import Sort, Token

LEAP_YEAR = 2024
MONTHS = 12
LONGEST_MONTH = 31
HOURS = 24
CENTURY = 2000
YEARS = range(1990, 2100)
FOUR_DIGITS = 4
_ORDINALS = ("st", "nd", "rd", "th", "er")
_CLOCKS = ("am", "pm", "h", "uhr")
O_CLOCK = frozenset({"am", "pm", "uhr", "h", "oclock", "heures", "hrs"})
_OR = frozenset({"to", "or", "bis", "oder", "a", "ou"})
_AT_CLOCK = frozenset({"at", "um", "a", "gegen", "vers", "from", "ab", "around", "by"})
_AFTER_CLOCK = frozenset({"with", "in", "mit", "im", "bei", "avec", "chez", "dans", "on"})
_NEVER = frozenset({"24/7"})

# Where a reading ends and what it means; a meaning of None is a day no calendar has.
Found = tuple[int, Reading | None]


def clock_end(tokens: Sequence[Token], at: int) -> int:
    """Where a time of day that begins at `at` ends: `3pm`, `15:00`, `15 Uhr`; `at` itself when there is none."""
    if at >= len(tokens):
        return at
    token = tokens[at]
    if token.sort is Sort.TIME or _is_clock(token.key):
        return at + 2 if at + 1 < len(tokens) and tokens[at + 1].key in O_CLOCK else at + 1
    spoken = token.key.isdecimal() and at + 1 < len(tokens) and tokens[at + 1].key in O_CLOCK
    return at + 2 if spoken and int(token.key) <= HOURS else at


def _is_clock(key: str) -> bool:
    for ending in _CLOCKS:
        hours = key.removesuffix(ending)
        if hours != key and hours.isdecimal() and int(hours) <= HOURS:
            return True
    return False


class NumberReader:
    """Reads numbers at a place among tokens. Masked tokens have the empty key."""

    def __init__(self, tokens: Sequence[Token], keys: Sequence[str], almanac: Almanac) -> None:
        self.tokens = tokens
        self.keys = keys
        self.almanac = almanac

    def _read(self, use: Use, at: int) -> tuple[int, int] | None:
        return self.almanac.longest(use, self.keys, at)

    def _key(self, at: int) -> str:
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def _count(self, at: int) -> tuple[int, int] | None:
        """A number in words or digits, or the larger of `2-3`; (end, number)."""
        found = self._read(Use.NUMBER, at)
        if found is None and self._key(at).isdecimal() and len(self._key(at)) <= FOUR_DIGITS:
            found = at + 1, int(self._key(at))
        if found is None:
            return None
        after = found[0] + 1 if self._key(found[0]) in _OR else found[0]
        second = self._key(after)
        is_range = after > found[0] or (after < len(self.tokens) and self.tokens[after].glue == "-")
        if is_range and second.isdecimal() and len(second) <= FOUR_DIGITS:
            return after + 1, int(second)
        return found

    def _counted(self, at: int) -> tuple[int, int, Unit] | None:
        """`two weeks`, `48h`, `the next 10 days`, `deux prochaines semaines`: (end, count, unit)."""
        hours = self._key(at).removesuffix("h")
        if hours != self._key(at) and hours.isdecimal() and len(hours) < FOUR_DIGITS:
            return at + 1, int(hours), Unit.HOUR
        at = self._past(Use.TURN, self._past(Use.LINK, at))
        number = self._count(at)
        if number is None:
            return None
        end = self._past(Use.TURN, number[0])
        unit = self._read(Use.UNIT, self._past(Use.LINK, end)) or self._read(Use.UNIT, end)
        return (unit[0], number[1], Unit(unit[1])) if unit is not None else None

    def _past(self, use: Use, at: int) -> int:
        found = self._read(use, at)
        return found[0] if found is not None else at

    def _day(self, at: int) -> tuple[int, int] | None:
        """A day of the month in digits, ordinal or not: (end, number)."""
        key = self._key(at)
        for ending in _ORDINALS:
            key = key.removesuffix(ending) if key[:1].isdecimal() else key
        if not key.isdecimal() or len(key) > len("31"):
            return None
        return (at + 2 if self._key(at + 1) == "." else at + 1), int(key)

    def _year(self, at: int) -> tuple[int, int | None]:
        """A year that follows, after a comma or not, in full or as '26: (end, year or None)."""
        before = self._key(at)
        key = self._key(at + 1) if before in {",", ".", "'", "’"} else before
        end = at + 2 if before in {",", ".", "'", "’"} else at + 1
        if key.isdecimal() and len(key) == FOUR_DIGITS and int(key) in YEARS:
            return end, int(key)
        if before in {"'", "’"} and key.isdecimal() and len(key) == len("26"):
            return end, CENTURY + int(key)
        return at, None

    def _month_day(self, at: int) -> Found | None:
        day = self._day(at)
        if day is not None:
            month = self._read(Use.MONTH, self._past(Use.LINK, day[0])) or self._read(
                Use.MONTH, day[0]
            )
            if month is None and self._is_range(day[0]):
                return self._month_day(day[0])
            if month is None:
                return self._spaced(day[0], day[1])
            return self._dated(month[0], month[1], day[1])
        month = self._read(Use.MONTH, at)
        if month is None:
            return None
        start = month[0] + 1 if self._key(month[0]) in {".", "the"} else month[0]
        day = self._day(start)
        if day is None or self._read(Use.MONTH, day[0]) is not None:
            return None
        return self._dated(day[0], month[1], day[1])

    def _is_range(self, at: int) -> bool:
        """Whether a second day follows a hyphen, as in `3-4 Nov`; the last day counts."""
        return at < len(self.tokens) and self.tokens[at].glue == "-" and self._day(at) is not None

    def _spaced(self, at: int, day: int) -> Found | None:
        """`3. 11.`"""
        month = self._key(at)
        dots = self._key(at - 1) == "." and self._key(at + 1) == "."
        if not dots or not month.isdecimal() or not 1 <= int(month[:4]) <= MONTHS:
            return None
        return at + 2, _month_day(int(month), day)

    def _dated(self, end: int, month: int, day: int) -> Found:
        stopped = self._key(end) == "." and self.tokens[end].sort is Sort.MARK
        end = end + 1 if stopped and self._year(end)[1] is None else end
        end, year = self._year(end)
        if year is not None:
            on = make_date(year, month, day)
            return end, Exact(on) if on is not None else None
        return end, _month_day(month, day)

    def _numeric(self, at: int, uses: frozenset[Use]) -> Found | None:
        text = self.tokens[at].text
        if self._is_other_number(at, uses):
            return None
        parts = [part for part in text.replace("/", "-").replace(".", "-").split("-") if part]
        numbers = [int(part) for part in parts]
        if len(parts[0]) == FOUR_DIGITS:
            on = make_date(*numbers)
            return at + 1, Exact(on) if on is not None else None
        first, second, *rest = numbers
        if first > MONTHS and second > MONTHS and max(first, second) > LONGEST_MONTH:
            return None
        swap = self.almanac.code == "en" and "/" in text
        month, day = (
            (first, second) if (swap and first <= MONTHS) or second > MONTHS else (second, first)
        )
        if rest:
            on = make_date(rest[0] if rest[0] > CENTURY // 2 else CENTURY + rest[0], month, day)
            return at + 1, Exact(on) if on is not None else None
        return at + 1, _month_day(month, day, either_way=swap and max(first, second) <= MONTHS)

    def _is_other_number(self, at: int, uses: frozenset[Use]) -> bool:
        """A score, a decimal fraction or a way of speaking, not a day."""
        text = self.tokens[at].text
        fraction = text.count(".") == 1 and not text.endswith(".") and not uses
        scored = any(self._read(Use.SCORE, at - back) is not None for back in (1, 2) if at >= back)
        return fraction or scored or text in _NEVER

    def _tail(self, end: int) -> tuple[int, bool]:
        """Over the time of day and `at the latest`; (end, whether it is a limit)."""
        late = self._read(Use.BY_AFTER, end)
        end = late[0] if late is not None else end
        for _ in range(2):
            end = (
                self._past(Use.DAYPART, self._past(Use.ON, end)) if self._has_daypart(end) else end
            )
            start = end + 1 if self._key(end) in _AT_CLOCK else end
            clock = clock_end(self.tokens, start)
            if clock > start and self._key(start):
                end = clock
            elif start > end and self._is_hour(start):
                end = start + 1
        return end, late is not None

    def _has_daypart(self, at: int) -> bool:
        return self._read(Use.DAYPART, self._past(Use.ON, at)) is not None

    def _is_hour(self, at: int) -> bool:
        key = self._key(at)
        after = self._key(at + 1)
        counts = any(self._read(use, at + 1) is not None for use in (Use.MONTH, Use.UNIT))
        alone = not after.isalnum() or (after in _AT_CLOCK | _AFTER_CLOCK and not counts)
        return key.isdecimal() and len(key) <= len("24") and int(key) <= HOURS and alone


def _month_day(month: int, day: int, *, either_way: bool = False) -> MonthDay | None:
    if not 1 <= month <= MONTHS or not 1 <= day <= calendar.monthrange(LEAP_YEAR, month)[1]:
        return None
    return MonthDay(month, day, either_way)
