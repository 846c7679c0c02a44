"""Find the days in a line: `by mid-December`, `last Tuesday`, `vor zwei Wochen`, `d'ici la fin du mois`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sponsor_app.domain.sentence.almanac import Almanac, Use
from sponsor_app.domain.sentence.day_numbers import (
    LONGEST_MONTH,
    MONTHS,
    O_CLOCK,
    Found,
    NumberReader,
    clock_end,
)
from sponsor_app.domain.sentence.days import (
    FRIDAY,
    DayNumber,
    Edge,
    Month,
    MonthDay,
    Period,
    Quarter,
    Reading,
    Shift,
    Turn,
    Unit,
    Weekday,
    WeekNumber,
)
from sponsor_app.domain.sentence.tokens import Sort, Token

FOUR_DIGITS = 4
WEEKS = 53
_PREFIXES = (Use.BY, Use.BY_SOFT, Use.SINCE, Use.ON)


@dataclass(frozen=True, slots=True)
class DayPhrase:
    """Tokens `[first, end)` that name a day. `reading` is None for a day no calendar has.

    `by`: said as a limit; `soft`: a word that may be one (`for Friday`); `since`: not when it happened.
    """

    first: int
    end: int
    reading: Reading | None
    by: bool = False
    soft: bool = False
    since: bool = False


@dataclass(frozen=True, slots=True)
class _Prefix:
    end: int
    uses: frozenset[Use]


_BARE = frozenset[Use]()


def find_days(tokens: Sequence[Token], masked: Sequence[bool], almanac: Almanac) -> list[DayPhrase]:
    """Every day named in the tokens that are not masked, left to right, none overlapping."""
    keys = ["" if hidden else token.key for token, hidden in zip(tokens, masked, strict=True)]
    scanner = _Scanner(tokens, keys, almanac)
    found: list[DayPhrase] = []
    at = 0
    while at < len(tokens):
        phrase = scanner.phrase(at)
        if phrase is not None:
            found.append(phrase)
        at = phrase.end if phrase is not None else at + 1
    return found


class _Scanner(NumberReader):
    """Reads one day at a place. Every reader returns (end, reading), or None."""

    def phrase(self, at: int) -> DayPhrase | None:
        """The day that begins at `at`, with the words before and after that belong to it."""
        for prefix in self._prefixes(at):
            found = self._core(prefix.end, prefix.uses)
            if found is not None:
                end, reading = found
                end, late = self._tail(end)
                uses = prefix.uses
                return DayPhrase(
                    at,
                    end,
                    reading,
                    by=late or Use.BY in uses,
                    soft=Use.BY_SOFT in uses,
                    since=Use.SINCE in uses,
                )
        return None

    def _prefixes(self, at: int) -> list[_Prefix]:
        """No prefix first, then each reading of one or two prefix words."""
        result = [_Prefix(at, _BARE)]
        for _ in range(2):
            last = result[-1]
            grown = self._grown(last)
            if grown is None:
                break
            result.append(grown)
        return result

    def _grown(self, prefix: _Prefix) -> _Prefix | None:
        best: _Prefix | None = None
        for use in _PREFIXES:
            found = self._read(use, prefix.end)
            if found is not None and (best is None or found[0] > best.end):
                best = _Prefix(found[0], prefix.uses | {use})
        if best is not None and self._read(Use.IN, prefix.end) is not None:
            best = replace(best, uses=best.uses | {Use.IN})
        return best

    def _core(self, at: int, uses: frozenset[Use]) -> Found | None:
        if at >= len(self.keys) or not self.keys[at]:
            return None
        if self.tokens[at].sort is Sort.DATE:
            return self._numeric(at, uses)
        return (
            self._relative(at)
            or self._in_shift(at)
            or self._ago(at)
            or self._month_day(at)
            or self._edge(at)
            or self._turned(at)
            or self._weekday(at, uses)
            or self._unit_first(at)
            or self._named_period(at, uses)
            or self._day_number(at, uses)
        )

    def _relative(self, at: int) -> Found | None:
        found = self._read(Use.RELATIVE, at)
        if found is not None:
            return found[0], Shift(found[1], Unit.DAY)
        found = self._read(Use.DAY_END, at) or self._read(Use.DAYPART, at)
        if found is None:
            return None
        if self._read(Use.DAYPART, at) == found:
            later = self._core(found[0], _BARE)
            return later if later is not None and isinstance(later[1], (Shift, Weekday)) else None
        later = self.phrase(found[0])
        if later is not None:
            return later.end, later.reading
        return found[0], Shift(0, Unit.DAY)

    def _in_shift(self, at: int) -> Found | None:
        before = self._read(Use.IN, at)
        counted = self._counted(before[0] if before is not None else at)
        if counted is None:
            return None
        end, count, unit = counted
        later = self._read(Use.FROM_NOW, end)
        if before is None and later is None:
            return None
        if self._read(Use.AGO, end) is not None:
            return None
        return (later[0] if later is not None else end), Shift(count, unit)

    def _ago(self, at: int) -> Found | None:
        before = self._read(Use.AGO_BEFORE, at)
        counted = self._counted(before[0] if before is not None else at)
        if counted is None:
            return None
        end, count, unit = counted
        after = self._read(Use.AGO, end)
        if before is None and after is None:
            return None
        return (after[0] if after is not None else end), Shift(-count, unit)

    def _edge(self, at: int) -> Found | None:
        edge = self._read(Use.EDGE, at)
        if edge is None:
            return None
        part = Edge(edge[1])
        for start in (edge[0], self._past(Use.LINK, edge[0])):
            found = self._edged(start, part)
            if found is not None:
                return found
        return None

    def _edged(self, at: int, part: Edge) -> Found | None:
        month = self._read(Use.MONTH, at)
        if month is not None:
            end, year = self._year(month[0])
            return end, Month(month[1], year, part)
        quarter = self._read(Use.QUARTER, at)
        if quarter is not None:
            end, year = self._year(quarter[0])
            return end, Quarter(quarter[1], year, part)
        turned = self._turned(at) or self._unit_first(at) or self._week_number(at)
        if turned is not None:
            return turned[0], _with_edge(turned[1], part)
        end, year = self._year(at)
        if year is not None and part is not Edge.WHOLE:
            return end, Month(MONTHS if part is Edge.END else 1, year, part)
        unit = self._read(Use.UNIT, at)
        if unit is None or unit[1] in (Unit.HOUR, Unit.DAY):
            return None
        end = self._past(Use.TURN_AFTER, unit[0])
        return end, Period(Unit(unit[1]), 0, part)

    def _turned(self, at: int) -> Found | None:
        """`next week`, `this month`, `last Tuesday`, `nächsten Montag`, `next March`, `early next week`."""
        turn = self._read(Use.TURN, at)
        if turn is None:
            return None
        edge = self._read(Use.EDGE, turn[0])
        start = edge[0] if edge is not None else turn[0]
        unit = self._read(Use.UNIT, start)
        if unit is not None and unit[1] in (
            Unit.WEEK,
            Unit.MONTH,
            Unit.QUARTER,
            Unit.YEAR,
            Unit.FORTNIGHT,
        ):
            part = Edge(edge[1]) if edge is not None else Edge.WHOLE
            return self._with_weekday(unit[0], Period(Unit(unit[1]), min(turn[1], 1), part))
        day = self._read(Use.WEEKDAY, start) or self._read(Use.SHORT_WEEKDAY, start)
        if day is not None:
            return day[0], Weekday(day[1], Turn(turn[1]))
        month = self._read(Use.MONTH, start)
        if month is not None and self._day(month[0]) is None:
            return month[0], Month(month[1], None, Edge.WHOLE, Turn(turn[1]))
        return None

    def _with_weekday(self, end: int, period: Period) -> Found:
        """`next week on Tuesday` is that Tuesday."""
        if period.unit is Unit.WEEK and period.edge is Edge.WHOLE:
            day = self._read(Use.WEEKDAY, self._past(Use.ON, end)) or self._read(
                Use.SHORT_WEEKDAY, end
            )
            if day is not None:
                return day[0], _in_week(day[1], period.offset)
        return end, period

    def _weekday(self, at: int, uses: frozenset[Use]) -> Found | None:
        day = self._read(Use.WEEKDAY, at)
        if day is None:
            day = self._read(Use.SHORT_WEEKDAY, at)
            if day is None or not self._is_short_weekday(at, day[0], uses):
                return None
        end, number = day
        end = end + 1 if self._key(end) == "." and not self._ends_here(end) else end
        return self._weekday_with(end, number) or (end, Weekday(number))

    def _ends_here(self, at: int) -> bool:
        return self.tokens[at].sort is Sort.BREAK

    def _is_short_weekday(self, at: int, end: int, uses: frozenset[Use]) -> bool:
        if uses or self._read(Use.SAFE_SHORT, at) is not None:
            return True
        if self.almanac.code == "en" and self.tokens[at].capital and at > 0:
            return True
        after = end + 1 if self._key(end) == "." else end
        if self._month_day(after) is not None or (
            after < len(self.tokens) and self.tokens[after].sort is Sort.DATE
        ):
            return True
        if (at == 0 or self._ends_here(at - 1)) and (
            after >= len(self.tokens) or self._ends_here(after)
        ):
            return True
        alone = after >= len(self.tokens) or self._ends_here(after)
        if alone and at > 0 and self._key(at) in {"mon", "wed", "fri"}:
            return True
        clock = after < len(self.tokens) and clock_end(self.tokens, after) > after
        large = self.tokens[at].capital and self.almanac.code == "de"
        return at > 0 and large and (alone or clock)

    def _weekday_with(self, end: int, number: int) -> Found | None:
        """What follows a weekday and says which one: a date, a turn, a week."""
        later = self._past(Use.DAYPART, end)
        for start in (later, later + 1 if self._key(later) == "," else later):
            after = self._past(Use.ON, start)
            for place in (start, after):
                dated = self._month_day(place) or (
                    self._numeric(place, frozenset({Use.ON}))
                    if place < len(self.tokens) and self.tokens[place].sort is Sort.DATE
                    else None
                )
                if dated is not None:
                    return dated
        numbered = self._day_number(self._past(Use.ON, later), frozenset({Use.ON}))
        if numbered is not None:
            return numbered
        turn = self._read(Use.TURN_AFTER, end)
        if turn is not None:
            return turn[0], Weekday(number, Turn(turn[1]))
        return self._weekday_in_week(end, number)

    def _weekday_in_week(self, end: int, number: int) -> Found | None:
        for start in (end, self._past(Use.LINK, end)):
            period = self._turned(start) or self._unit_first(start)
            if period is not None and isinstance(period[1], Period) and period[1].unit is Unit.WEEK:
                return period[0], _in_week(number, period[1].offset)
        week = self._read(Use.WEEK_LATER, end)
        if week is not None and self._count(week[0]) is None:
            return week[0], Weekday(number, Turn.NONE, weeks=1)
        numbered = self._week_number(self._past(Use.ON, end))
        if numbered is not None and isinstance(numbered[1], WeekNumber):
            return numbered[0], WeekNumber(numbered[1].week, number)
        return None

    def _unit_first(self, at: int) -> Found | None:
        """`semaine prochaine`, `le mois dernier`."""
        start = self._past(Use.LINK, at)
        unit = self._read(Use.UNIT, start)
        if unit is None or unit[1] in (Unit.HOUR, Unit.DAY, Unit.WORKDAY):
            return None
        turn = self._read(Use.TURN_AFTER, unit[0])
        if turn is None:
            return None
        return self._with_weekday(turn[0], Period(Unit(unit[1]), min(turn[1], 1)))

    def _week_number(self, at: int) -> Found | None:
        found = self._read(Use.WEEK_NUMBER, at)
        joined = self._key(at)
        for word in ("kw", "cw", "wk", "s", "w"):
            rest = joined.removeprefix(word)
            if rest != joined and rest.isdecimal() and int(rest[:4]) in range(1, WEEKS + 1):
                return at + 1, WeekNumber(int(rest))
        if found is None or not self._key(found[0]).isdecimal():
            return None
        week = int(self._key(found[0])[:FOUR_DIGITS])
        return (found[0] + 1, WeekNumber(week)) if week in range(1, WEEKS + 1) else None

    def _named_period(self, at: int, uses: frozenset[Use]) -> Found | None:
        """End of month in one word, a month or quarter after `in` or `by`, a feast after `by`, a week by number."""
        period = self._read(Use.PERIOD, at)
        if period is not None:
            edge, unit = divmod(period[1], 1000)
            return period[0], Period(Unit(unit), 0, Edge(edge - 3 if edge > Edge.END else edge))
        week_of = self._read(Use.WEEK_OF, at)
        if week_of is not None:
            return self._core(week_of[0], frozenset({Use.ON}))
        return self._week_number(at) or self._month_alone(at, uses) or self._feast(at, uses)

    def _month_alone(self, at: int, uses: frozenset[Use]) -> Found | None:
        before = self._read(Use.IN, at)
        allowed = before is not None or bool(uses & {Use.BY, Use.SINCE, Use.IN})
        start = self._past(Use.LINK, before[0]) if before is not None else at
        month = self._read(Use.MONTH, start)
        if month is not None:
            end, year = self._year(month[0])
            return (end, Month(month[1], year)) if allowed or year is not None else None
        quarter = self._read(Use.QUARTER, start)
        if quarter is None:
            return None
        end, year = self._year(quarter[0])
        after = self._read(Use.EDGE_AFTER, end)
        if after is not None:
            return after[0], Quarter(quarter[1], year, Edge.END)
        return (end, Quarter(quarter[1], year)) if allowed else None

    def _feast(self, at: int, uses: frozenset[Use]) -> Found | None:
        found = self._read(Use.FEAST, at)
        if found is None or Use.BY not in uses:
            return None
        return found[0], MonthDay(found[1] // 100, found[1] % 100)

    def _day_number(self, at: int, uses: frozenset[Use]) -> Found | None:
        """`the 12th`, `am 12.`, `le 12`: only after a word that leads to a day."""
        day = self._day(at)
        if day is None or not uses & {Use.ON, Use.BY} or not 0 < day[1] <= LONGEST_MONTH:
            return None
        key = self._key(at)
        ordinal = not key.isdecimal() or self._key(at + 1) == "."
        led = self.almanac.code == "fr" and self._key(at - 1) in {"le", "du", "au"}
        if not ordinal and not led:
            return None
        after = self._key(day[0])
        counts = self._read(Use.UNIT, day[0]) is not None or after in O_CLOCK or after.isdecimal()
        return None if counts else (day[0], DayNumber(day[1]))


def _in_week(day: int, offset: int) -> Reading:
    """A weekday of this, last or next week."""
    if offset > 0:
        return Weekday(day, Turn.NEXT)
    return Weekday(day, Turn.THIS, weeks=offset)


def _with_edge(reading: Reading | None, part: Edge) -> Reading | None:
    if isinstance(reading, Period):
        return replace(reading, edge=part)
    if isinstance(reading, WeekNumber):
        return replace(reading, day={Edge.START: 0, Edge.MIDDLE: 2}.get(part, FRIDAY))
    return reading
