"""Time zones by whatever name a program gives them."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sponsor_app.exchange.calendars.components import Component
from sponsor_app.exchange.calendars.rules import Rule, RuleError, parse_rule
from sponsor_app.exchange.calendars.times import When, parse_moment, parse_offset
from sponsor_app.exchange.calendars.unrolling import Budget, unroll
from sponsor_app.exchange.calendars.zone_names import candidates
from sponsor_app.exchange.properties.reading import Property

_KEY = re.compile(r"[A-Za-z0-9_+/-]{1,64}")
_OFFSET = re.compile(r"\(?(?:UTC|GMT)?\s?([+-]\d{1,2}(?::?\d\d)?)\)?.*")
_UNIVERSAL = frozenset({"utc", "gmt", "z", "zulu", "greenwich mean time", "(utc)", "universal"})
_COPIES = re.compile(r"\s+\d{1,2}$")  # Outlook numbers the zones of which it has seen two
_LONG_AGO = re.compile(r"^1[0-8]\d\d")  # Windows has rules since 1601
_MOST_OBSERVANCES = 200
_ONE_WORD = frozenset({"utc"})


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone and the name under which everybody knows it, which may be empty."""

    rules: tzinfo | None
    name: str = ""


@dataclass(slots=True)
class Zones:
    """The zones of a file. `floating` is that of times without one; `unknown` are names nobody knows."""

    floating: Zone
    unknown: set[str] = field(default_factory=set[str])
    _own: dict[str, Component] = field(default_factory=dict[str, Component])
    _found: dict[str, Zone] = field(default_factory=dict[str, Zone])

    def learn(self, parts: Iterable[Component]) -> None:
        """Take the definitions that a file carries."""
        for part in parts:
            self._own.setdefault(part.text("TZID").strip('"'), part)

    def find(self, name: str) -> Zone:
        """The zone of a name: known everywhere, known to Windows, defined in the file, or an offset."""
        plain = name.strip().strip('"').strip()
        if plain not in self._found:
            self._found[plain] = self._look(plain)
        return self._found[plain]

    def when(self, one: Property) -> When | None:
        """The time that a property says; None when it is none.

        Some programs put names with a colon where only quoted ones belong: the time is then behind the last one.
        """
        zone_name, text = one.param("TZID"), one.text
        found = self.moment(text, zone_name)
        if found is None and zone_name:
            rest, colon, time = text.rpartition(":")
            found = self.moment(time, f"{zone_name}:{rest}") if colon else None
        return found

    def moment(self, text: str, zone_name: str) -> When | None:
        """A time that stands alone, in the zone of that name unless it says its own."""
        found = parse_moment(text)
        if found is None:
            return None
        day, at, own = found
        if at is None:
            return When(day)
        if own is not None:
            return When(day, at, own, "")
        zone = self.find(zone_name) if zone_name else self.floating
        return When(day, at, zone.rules, zone.name)

    def _look(self, name: str) -> Zone:
        short = (
            "/" not in name
        )  # EST may be that of a file, with a summer; Europe/Oslo is the same everywhere
        before, after = (None, by_name(name)) if short else (by_name(name), None)
        told = (before, by_windows(name), *self._by_definition(name), after, _by_words(name))
        for known in (*told, _by_offset(name)):
            if known is not None:
                return known
        self.unknown.add(name)
        return self.floating

    def _by_definition(self, name: str) -> Iterable[Zone | None]:
        part = self._own.get(name)
        if part is None:
            return
        yield by_name(part.text("X-LIC-LOCATION"))
        yield by_name(part.text("TZURL").rpartition("/zoneinfo/")[2])
        observances = observances_of(part)
        if observances:
            yield Zone(DefinedZone(observances))


@dataclass(frozen=True)
class Observance:
    """From when on clocks show `offset`: the first moment, by the watch before, and how it comes again."""

    start: datetime
    before: timedelta
    offset: timedelta
    rule: Rule | None
    more: tuple[datetime, ...] = ()

    def onsets(self, year: int) -> list[datetime]:
        """The moments of a year at which it begins."""
        found = [moment for moment in (self.start, *self.more) if moment.year == year]
        if self.rule is not None:
            first, last = date(year, 1, 1), date(year, 12, 31)
            found += list(unroll(self.rule, self.start, first, last, Budget(100_000)))
        return found


class DefinedZone(tzinfo):
    """A zone that a file describes itself."""

    def __init__(self, observances: tuple[Observance, ...]) -> None:
        self._observances = observances
        self._years: dict[int, list[tuple[datetime, timedelta]]] = {}

    def utcoffset(self, moment: datetime | None, /) -> timedelta:
        """How far clocks are ahead of UTC."""
        if moment is None:
            return self._observances[0].offset
        at = moment.replace(tzinfo=None)
        known = self._year(at.year)
        place = bisect_right(known, at, key=lambda one: one[0])
        if place:
            return known[place - 1][1]
        return min(self._observances, key=lambda one: one.start).before

    def dst(self, moment: datetime | None, /) -> timedelta | None:
        """Unknown: a description need not say which is summer."""
        return None

    def tzname(self, moment: datetime | None, /) -> str | None:
        """It has no name that others know."""
        return None

    def _year(self, year: int) -> list[tuple[datetime, timedelta]]:
        """The changes of a year, and the last before it."""
        if year not in self._years:
            earlier = [
                (one.start, one.offset) for one in self._observances if one.start.year < year
            ]
            near = [
                (moment, one.offset)
                for one in self._observances
                for of in (year - 1, year)
                for moment in one.onsets(of)
            ]
            self._years[year] = sorted([*earlier, *near], key=lambda one: one[0])
        return self._years[year]


def observances_of(part: Component) -> tuple[Observance, ...]:
    """What a definition says, without what makes no sense of it."""
    found: list[Observance] = []
    for inner in part.inner[:_MOST_OBSERVANCES]:
        start = parse_moment(_LONG_AGO.sub("1970", inner.text("DTSTART")))
        offset, before = (parse_offset(inner.text(n)) for n in ("TZOFFSETTO", "TZOFFSETFROM"))
        if start is None or offset is None:
            continue
        begins = start[1] or datetime.combine(start[0], datetime.min.time())
        found.append(
            Observance(begins, offset if before is None else before, offset, *_comes_again(inner))
        )
    return tuple(found)


@cache
def by_name(name: str) -> Zone | None:
    """A zone of the world's list, also when it is the end of a path, or of the list that Windows has."""
    plain = _COPIES.sub("", name.strip())
    if not plain:
        return None
    if plain.casefold() in _UNIVERSAL:
        return Zone(UTC)
    parts = plain.split("/")
    for start in range(len(parts)):
        found = _listed("/".join(parts[start:])) if parts[start] else None
        if found is not None and (start == 0 or len(parts) - start > 1):
            return Zone(found, found.key)
    return by_windows(name)


def by_windows(name: str) -> Zone | None:
    """A zone by the name that Windows has for it."""
    plain = _COPIES.sub("", name.strip()).casefold()
    if " " not in plain and plain not in _ONE_WORD:
        return None
    found = _listed(_windows().get(plain, ""))
    return Zone(found, found.key) if found else None


@cache
def _windows() -> dict[str, str]:
    from icalendar.timezone.windows_to_olson import (  # noqa: PLC0415 - 170 ms, in the reading child
        WINDOWS_TO_OLSON,
    )

    return {name.casefold(): zone for name, zone in WINDOWS_TO_OLSON.items()}


def _listed(key: str) -> ZoneInfo | None:
    if not _KEY.fullmatch(key) or key.startswith("/"):
        return None
    try:
        return ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _by_words(name: str) -> Zone | None:
    for one in candidates(name):
        found = _listed(one) if "/" in one else by_windows(one)
        if isinstance(found, ZoneInfo):
            return Zone(found, "" if found.key == "Etc/UTC" else found.key)
        if found is not None:
            return found
    return None


def _by_offset(name: str) -> Zone | None:
    match = _OFFSET.fullmatch(name[:200])
    span = parse_offset(match[1]) if match else None
    return None if span is None else Zone(timezone(span))


def _comes_again(inner: Component) -> tuple[Rule | None, tuple[datetime, ...]]:
    rule = None
    try:
        rule = parse_rule(inner.text("RRULE")) if inner.one("RRULE") else None
    except RuleError:
        rule = None
    dates = (
        parse_moment(text)
        for one in inner.all("RDATE")
        for text in one.parts(",")[:_MOST_OBSERVANCES]
    )
    return rule, tuple(found[1] for found in dates if found is not None and found[1] is not None)
