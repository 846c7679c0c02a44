"""Interactions as a calendar that any program opens: one event each, the same again on every export."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sponsor_app.domain.interaction import Place
from sponsor_app.domain.wording import KIND_WORDS, PLACE_WORDS
from sponsor_app.exchange.calendars.own import (
    OWN_ACCOUNT,
    OWN_CITY,
    OWN_DATE,
    OWN_ID,
    OWN_PLACE,
    OWN_STATE,
)
from sponsor_app.exchange.outgoing.columns import Row
from sponsor_app.exchange.outgoing.content_lines import line, mailto, parameter, text

PRODUCT = "-//sponsor-app//sponsor-app//EN"
UNIVERSAL = frozenset({"UTC", "Etc/UTC", "Z", ""})
BUFFER = 500
BEGIN = line("BEGIN", "VEVENT")
PRIVATE = line("CLASS", "PRIVATE")
STATUS = {"cancelled": line("STATUS", "CANCELLED")}
CONFIRMED = line("STATUS", "CONFIRMED")
END = line("END", "VEVENT")
NINE_THE_DAY_BEFORE = timedelta(hours=15)
"""Before the midnight on which a day without hours begins."""
PLACES = {place.value: words for place, words in PLACE_WORDS.items() if place is not Place.REMOTE}
NOBODY = "invalid:nomail"
"""What stands for an address that is not on file; calendars know it."""


def write_calendar(
    stream: BinaryIO,
    rows: Iterable[Row],
    zones: Iterable[str],
    addresses: Mapping[str, str],
    *,
    remind: timedelta | None = None,
) -> int:
    """Write interactions, what was called off as cancelled; returns how many.

    `zones` are the names of time zones that occur, `addresses` the mail addresses of contacts and members by id.
    With `remind` each event rings so long before it begins; one without an hour at nine the day before.
    No METHOD and no ORGANIZER, so that no program sends anything to those who took part. What another store of ours
    needs to place an event stands in properties of our own, which other programs pass over.
    """
    known = {name: zone for name in sorted(set(zones) - UNIVERSAL) if (zone := _zone(name))}
    head = [line("BEGIN", "VCALENDAR"), line("VERSION", "2.0"), line("PRODID", PRODUCT)]
    head += [line("CALSCALE", "GREGORIAN"), line("X-WR-CALNAME", "Executive sponsors")]
    stream.write("".join(head).encode())
    stream.writelines(_definition(name) for name in known)

    @cache
    def attendee(who: str, name: str) -> str:
        return _attendee(addresses.get(who), name)

    written = 0
    events: list[str] = []
    for row in rows:
        events.append("".join((*_event(row, known, attendee), *_alarm(row, remind), END)))
        written += 1
        if len(events) >= BUFFER:
            stream.write("".join(events).encode())
            events.clear()
    stream.write(("".join(events) + line("END", "VCALENDAR")).encode())
    return written


def _event(
    row: Row, zones: Mapping[str, ZoneInfo], attendee: Callable[[str, str], str]
) -> Iterator[str]:
    yield BEGIN
    yield line("UID", row["id"])
    yield line("DTSTAMP", _utc(row["updated_at"] or row["created_at"]))
    yield line("CREATED", _utc(row["created_at"]))
    yield from _times(row, zones.get(row["zone"] or ""))
    yield line("SUMMARY", text(_title(row)))
    if row["summary"]:
        yield line("DESCRIPTION", text(row["summary"]))
    where = ", ".join(part for part in (PLACES.get(row["place"]), row["city"]) if part)
    if where:
        yield line("LOCATION", text(where))
    yield line("CATEGORIES", text(row["kind"]))
    yield from map(attendee, row["contact_ids"], row["contacts"])
    yield from map(attendee, row["member_ids"], row["members"])
    yield PRIVATE
    yield STATUS.get(row["state"], CONFIRMED)
    yield from _ours(row)


def _ours(row: Row) -> Iterator[str]:
    """What only our own import understands: the account, the state, whose turf it was."""
    if row["account"]:
        account_id = row.get("account_id")
        known_as = parameter(OWN_ID, account_id) if account_id else ""
        yield line(OWN_ACCOUNT, text(row["account"]), known_as)
    yield line(OWN_STATE, row["state"])
    if row["starts_at"]:
        yield line(OWN_DATE, row["date"].replace("-", ""))
    for name, key in ((OWN_PLACE, "place"), (OWN_CITY, "city")):
        if row[key]:
            yield line(name, text(row[key]))


def _alarm(row: Row, remind: timedelta | None) -> Iterator[str]:
    if remind is not None:
        before = remind if row["starts_at"] else NINE_THE_DAY_BEFORE
        yield line("BEGIN", "VALARM") + line("ACTION", "DISPLAY")
        yield line("DESCRIPTION", text(_title(row)))
        yield line("TRIGGER", f"-PT{before // timedelta(minutes=1)}M")
        yield line("END", "VALARM")


def _attendee(address: str | None, name: str) -> str:
    return line("ATTENDEE", mailto(address) if address else NOBODY, parameter("CN", name))


def _title(row: Row) -> str:
    word = KIND_WORDS.get(row["kind"], str(row["kind"]))
    named = f"{word[:1].upper()}{word[1:]}"
    return f"{named}: {row['account']}" if row["account"] else named


def _times(row: Row, zone: ZoneInfo | None) -> Iterator[str]:
    if row["starts_at"] is None:
        first = date.fromisoformat(row["date"])
        yield line("DTSTART", _basic(first), ";VALUE=DATE")
        if first < date.max:
            yield line("DTEND", _basic(first + timedelta(days=1)), ";VALUE=DATE")
        yield line("TRANSP", "TRANSPARENT")
        return
    yield _moment("DTSTART", row["starts_at"], zone)
    if row["ends_at"] is not None and row["ends_at"] > row["starts_at"]:
        yield _moment("DTEND", row["ends_at"], zone)


def _moment(name: str, value: str, zone: ZoneInfo | None) -> str:
    moment = datetime.fromisoformat(value)
    if zone is None or moment.year in (date.min.year, date.max.year):
        return line(name, _utc(value))
    local = moment.astimezone(zone)
    if local.fold:  # by the watch it is the same as an hour before
        return line(name, _utc(value))
    return line(name, _basic(local), parameter("TZID", zone.key))


def _utc(value: str) -> str:
    """`20261118T093000Z` of `2026-11-18T09:30:00.000Z`."""
    return value[:19].replace("-", "").replace(":", "") + "Z"


def _basic(value: date) -> str:
    """`20261118`, or `20261118T093000` for a moment."""
    return value.isoformat()[:19].replace("-", "").replace(":", "")


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _definition(name: str) -> bytes:
    """The rules of a time zone, which a calendar must carry with it."""
    from icalendar import Timezone  # noqa: PLC0415 - 170 ms, only when a local time was noted

    made: Any = Timezone.from_tzid(name)
    return made.to_ical()
