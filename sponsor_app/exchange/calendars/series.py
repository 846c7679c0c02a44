"""Events that repeat: which of their instances are meant, with those that were moved or called off."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from heapq import nsmallest

from sponsor_app.exchange.calendars.events import Event
from sponsor_app.exchange.calendars.rules import Rule, RuleError, parse_rule
from sponsor_app.exchange.calendars.times import When, in_utc
from sponsor_app.exchange.calendars.unrolling import Budget, unroll
from sponsor_app.exchange.calendars.zones import Zones
from sponsor_app.exchange.properties.reading import Property

AWAY = timedelta(days=731)  # two years each way
MOST = 1_000
_MOST_DATES = 5_000
_MOST_RULES = 5
_ONWARDS = "THISANDFUTURE"


@dataclass(frozen=True, slots=True)
class Instance:
    """One meeting of an event; `key` tells it from the others of its series, and is empty when it is the only one."""

    event: Event
    key: str


@dataclass(frozen=True, slots=True)
class Unrolled:
    """The instances of a series, until which day they are all there, and what could not be followed."""

    instances: tuple[Instance, ...]
    until: date | None
    problem: str = ""


def unrolled(
    master: Event, changed: Sequence[Event], zones: Zones, today: date, budget: Budget
) -> Unrolled:
    """The instances of an event within two years of today, at most a thousand; its first when there is none."""
    if not master.repeats:
        return Unrolled((Instance(master, ""), *map(instance_of, changed)), None)
    moved = {one.recurrence.key: one for one in changed if one.recurrence is not None}
    starts, problem = _starts(master, zones, today, budget)
    gone = {when.key for one in master.component.all("EXDATE") for when in _listed(one, zones)}
    gone |= _ruled_out(master, today, budget)
    later = _from_then_on(master, changed)
    days_gone = {key for key in gone if len(key) == len("20260105")}
    kept: list[Instance] = []
    for start in starts:
        if start.key in moved or start.key in gone or f"{start.day:%Y%m%d}" in days_gone:
            continue
        if f"{start.day:%Y%m%d}" in moved:
            continue
        kept.append(Instance(_as_of(later, start) or master.at(start), start.key))
    last = today + AWAY
    if len(starts) >= MOST:
        last = min(last, max(one.day for one in starts))
    return Unrolled((*kept, *map(instance_of, changed)), last, problem)


def instance_of(event: Event) -> Instance:
    """The instance that an event changes, whether or not its series is there."""
    return Instance(event, event.recurrence.key if event.recurrence else "")


def _starts(master: Event, zones: Zones, today: date, budget: Budget) -> tuple[list[When], str]:
    """When the instances begin, in order, without those that were called off."""
    first, last = today - AWAY, today + AWAY
    found = {master.start.key: master.start}
    problem = ""
    for one in master.component.all("RRULE")[:_MOST_RULES]:
        try:
            ruled = [*_ruled(one, master.start, today, budget)]
        except RuleError as error:
            problem = f"it repeats in a way that {error}; its first date is kept"
            continue
        found.update((when.key, when) for when in ruled)
    for when in _added(master, zones):
        found[when.key] = when
    if budget.left < 0:
        problem = "the rules of the file take too long to follow; its first dates are kept"
    near = [one for one in found.values() if first <= one.day <= last] or [master.start]
    if len(near) > MOST:
        near = nsmallest(MOST, near, key=lambda one: abs(one.day - today))
    return sorted(near, key=lambda one: one.local), problem


def _ruled(one: Property, start: When, today: date, budget: Budget) -> Iterator[When]:
    """The dates of a rule near today. Raises `RuleError`."""
    rule = _in_zone(parse_rule(one.raw), start)
    for moment in unroll(rule, start.local, today - AWAY, today + AWAY, budget):
        yield start.moved(moment)


def _ruled_out(master: Event, today: date, budget: Budget) -> set[str]:
    """The dates that a rule takes out again, as older programs write it; one that makes no sense takes out none."""
    gone: set[str] = set()
    for one in master.component.all("EXRULE")[:_MOST_RULES]:
        with suppress(RuleError):
            gone |= {when.key for when in _ruled(one, master.start, today, budget)}
    return gone


def _from_then_on(
    master: Event, changed: Sequence[Event]
) -> list[tuple[datetime, timedelta, Event]]:
    """The changes that hold for all later instances too: from when by the watch of the series, and how far they move."""
    found: list[tuple[datetime, timedelta, Event]] = []
    for one in changed:
        named = one.component.one("RECURRENCE-ID")
        if named is not None and one.recurrence and named.param("RANGE").upper() == _ONWARDS:
            since = _by_watch(one.recurrence, master.start)
            found.append((since, one.start.local - since, one))
    return sorted(found, key=lambda each: each[0])


def _by_watch(when: When, start: When) -> datetime:
    """A moment by the watch of a series."""
    if when.utc is None or start.at is None:
        return when.local
    return when.utc.astimezone(start.zone).replace(tzinfo=None)


def _as_of(later: Sequence[tuple[datetime, timedelta, Event]], start: When) -> Event | None:
    """The instance that begins at `start` as the last change before it has it."""
    holding = [each for each in later if each[0] <= start.local]
    if not holding:
        return None
    _since, moved, event = holding[-1]
    return event.at(event.start.moved(start.local + moved))


def _added(master: Event, zones: Zones) -> Iterator[When]:
    """The dates that a series has beside its rule, of the same kind as its first."""
    for one in master.component.all("RDATE"):
        for when in _listed(one, zones):
            if (when.at is None) == (master.start.at is None):
                yield when


def _in_zone(rule: Rule, start: When) -> Rule:
    """A rule whose end is by the watch of its start."""
    if rule.until is None or not isinstance(rule.until, datetime):
        return rule
    if start.at is None:
        return replace(rule, until=rule.until.date())
    if not rule.until_utc:
        return rule
    shift = in_utc(start.at, start.zone).replace(tzinfo=None) - start.at
    near = rule.until - shift
    exact = in_utc(near, start.zone).replace(tzinfo=None) - near
    return replace(rule, until=rule.until - exact)


def _listed(one: Property, zones: Zones) -> Iterator[When]:
    """The times in a list; of a span of time its beginning."""
    name = one.param("TZID")
    for text in one.parts(",")[:_MOST_DATES]:
        found = zones.moment(text.partition("/")[0], name)
        if found is not None:
            yield found
