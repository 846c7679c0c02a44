"""One event as a calendar tells it: when, what, who, and whether it still stands."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import unquote

from sponsor_app.domain.importing import ImportedPerson
from sponsor_app.exchange.calendars.components import Component
from sponsor_app.exchange.calendars.times import When, parse_length
from sponsor_app.exchange.calendars.zones import Zones
from sponsor_app.exchange.properties.reading import Property

OWN = "sponsor-app"
_PRIVATE = frozenset({"PRIVATE", "CONFIDENTIAL"})
_THINGS = frozenset({"ROOM", "RESOURCE"})
_ONLINE = (
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "X-GOOGLE-CONFERENCE",
    "CONFERENCE",
)
_LONGEST = 500
_LONGEST_EMAIL = 254
_AROUND = " <>'"  # Exchange writes MAILTO:'dana@acme.example'
_MOST_PEOPLE = 500
_LONGEST_NOTE = 20_000


@dataclass(frozen=True, slots=True)
class Event:
    """`recurrence` is the instance of the series it changes; `revision` grows with every change of it."""

    line: int
    uid: str
    start: When
    end: When | None
    recurrence: When | None
    title: str
    notes: str
    location: str
    people: tuple[ImportedPerson, ...]
    revision: tuple[int, str]
    method: str
    cancelled: bool
    private: bool
    online: bool
    own: bool
    component: Component

    @property
    def repeats(self) -> bool:
        """Whether it stands for more than one meeting."""
        names = ("RRULE", "RDATE")
        return self.recurrence is None and any(map(self.component.one, names))

    @property
    def length(self) -> timedelta | None:
        """How long it lasts, by the watch; None when nobody said."""
        return None if self.end is None else self.end.local - self.start.local

    def at(self, start: When) -> "Event":
        """The same event at another time."""
        length = self.length
        end = None if length is None else start.moved(start.local + length)
        return replace(self, start=start, end=end)


def event_of(part: Component, zones: Zones) -> Event | str:
    """An event, or why it is none."""
    start = _start(part, zones)
    if isinstance(start, str):
        return start
    end = _end(part, start, zones)
    recurrence = part.one("RECURRENCE-ID")
    calendar = part.calendar
    made_by = calendar.text("PRODID") if calendar else ""
    return Event(
        line=part.line,
        uid=part.text("UID")[:_LONGEST] or _unnamed(part, start),
        start=start,
        end=end,
        recurrence=zones.when(recurrence) if recurrence else None,
        title=part.text("SUMMARY")[:_LONGEST],
        notes=_notes(part),
        location=part.text("LOCATION")[:_LONGEST],
        people=tuple(dict.fromkeys(_people(part))),
        revision=(_sequence(part), _stamp(part, zones)),
        method=calendar.word("METHOD") if calendar else "",
        cancelled=part.word("STATUS") in ("CANCELLED", "CANCELED"),
        private=part.word("CLASS") in _PRIVATE,
        online=any(map(part.one, _ONLINE)),
        own=OWN in made_by,
        component=part,
    )


def _start(part: Component, zones: Zones) -> When | str:
    found = part.one("DTSTART")
    if found is None:
        again = part.one("RECURRENCE-ID") or part.one("RDATE")
        first = again.text.partition(",")[0].partition("/")[0] if again else ""
        when = zones.moment(first, again.param("TZID")) if again else None
        return when or "the event has no start"
    return zones.when(found) or f"“{found.text[:60]}” is no time"


def _end(part: Component, start: When, zones: Zones) -> When | None:
    found = part.one("DTEND")
    end = zones.when(found) if found else None
    length = parse_length(part.text("DURATION")) if end is None else None
    if length is not None and start.at is not None and length < timedelta(days=3660):
        end = start.moved(start.at + length)
    if end is None or (end.at is None) != (start.at is None):
        return None
    if start.utc is not None and end.utc is not None and end.zone is not start.zone:
        return _from_here(start, end.utc - start.utc)
    return end if end.local > start.local else None


def _from_here(start: When, length: timedelta) -> When | None:
    """An end in another zone, by the watch of the start."""
    fits = timedelta() < length < timedelta(days=3660)
    return start.moved(start.local + length) if fits else None


def _unnamed(part: Component, start: When) -> str:
    """An identity for an event that has none: the same again for the same event."""
    told = "\x1f".join((start.key, part.text("SUMMARY"), part.text("ORGANIZER")))
    return f"unnamed-{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()[:32]}"


def _notes(part: Component) -> str:
    found = part.one("DESCRIPTION")
    return found.notes[:_LONGEST_NOTE] if found else ""


def _sequence(part: Component) -> int:
    text = part.text("SEQUENCE")
    return int(text[:9]) if text.isascii() and text.isdigit() else 0


def _stamp(part: Component, zones: Zones) -> str:
    """When it was last changed, as ISO text in UTC; empty when nothing says so."""
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        found = part.one(name)
        when = zones.when(found) if found else None
        moment: datetime | None = when.utc if when else None
        if moment is not None:
            return moment.isoformat()
    return ""


def _people(part: Component) -> Iterator[ImportedPerson]:
    for one in part.all("ORGANIZER")[:1]:
        found = _person(one, organizer=True)
        if found is not None:
            yield found
    for one in part.all("ATTENDEE")[:_MOST_PEOPLE]:
        if one.param("CUTYPE").upper() not in _THINGS:
            found = _person(one, organizer=False)
            if found is not None:
                yield found


def _person(one: Property, *, organizer: bool) -> ImportedPerson | None:
    text = one.text
    email = unquote(text[7:]) if text[:7].lower() == "mailto:" else one.param("EMAIL") or text
    email = email.partition("<")[2].partition(">")[0] or email
    email = email.strip(_AROUND).lower()
    if "@" not in email or len(email) > _LONGEST_EMAIL or " " in email:
        email = ""
    name = " ".join(one.param("CN").split()).strip(_AROUND)[:_LONGEST]
    if not email and not name:
        return None
    reply = one.param("PARTSTAT").lower()
    return ImportedPerson(email, "" if name.lower() == email else name, reply, organizer)
