"""A calendar file: every entry becomes meetings, is rejected with its reason, or left out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, tzinfo

from sponsor_app.domain.importing import (
    FieldValue,
    ImportedRecord,
    ImportKind,
    LeftOut,
    Preview,
    Rejected,
    Shape,
)
from sponsor_app.exchange.calendars.components import Component, Sheet
from sponsor_app.exchange.calendars.events import Event, event_of
from sponsor_app.exchange.calendars.own import own_fields
from sponsor_app.exchange.calendars.series import Instance, instance_of, unrolled
from sponsor_app.exchange.calendars.unrolling import Budget
from sponsor_app.exchange.calendars.zones import Zone, Zones, by_name
from sponsor_app.exchange.limits import MAX_ROWS
from sponsor_app.exchange.properties.letters import letters_of
from sponsor_app.exchange.properties.reading import properties
from sponsor_app.exchange.tabular.cells import shown
from sponsor_app.exchange.tabular.limits import PREVIEW_ROWS
from sponsor_app.exchange.tabular.losses import Losses
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.tabular.wire import Batch, Closing
from sponsor_app.exchange.tabular.wishes import Wishes

_BATCH = 500
FARTHEST_YEARS = 50  # as for what is logged by hand
_OTHERS = {
    "VTODO": ("tasks", "only meetings are imported"),
    "VJOURNAL": ("journal entries", "only meetings are imported"),
    "VFREEBUSY": ("free and busy times", "they do not say what for"),
}
_PROPOSALS = frozenset({"COUNTER", "DECLINECOUNTER", "REFRESH"})
_ANSWERS = frozenset({"CANCEL", "REPLY"})
_COLUMNS = ("On", "Begins", "Title", "Where", "With")
_MAPPED = {
    "DTSTART": "on",
    "SUMMARY": "title",
    "DESCRIPTION": "notes",
    "LOCATION": "location",
    "ATTENDEE": "people",
    "ORGANIZER": "people",
    "UID": "external_id",
}
_WITH = 3


class CalendarFile:
    """All entries of a calendar; `closing` is complete when the batches are through."""

    def __init__(self, content: bytes, wishes: Wishes) -> None:
        if wishes.kind not in (None, ImportKind.INTERACTIONS):
            other = UnreadableError(
                f"a calendar holds no {wishes.kind}", "Leave the kind out, or choose interactions."
            )
            raise other
        body, letters, self._encoding, self._notes = letters_of(content, wishes.encoding)
        self._sheet = Sheet()
        self._sheet.take(properties(body, letters))
        if not self._sheet.entries and not self._sheet.zones and b"BEGIN:" not in body.upper():
            nothing = UnreadableError(
                "it holds no calendar", "Export the calendar as iCalendar (.ics) again."
            )
            raise nothing
        self._today = date.fromisoformat(wishes.today) if wishes.today else _today()
        self._zones = zones_of(self._sheet)
        self._budget = Budget()
        self._losses = Losses()
        self._seen = 0

    @property
    def shape(self) -> Shape:
        """How the file was understood."""
        entries = self._sheet.entries
        names = {one.name for part in entries[:PREVIEW_ROWS] for one in part.properties}
        return Shape(
            format="ics",
            kind=ImportKind.INTERACTIONS,
            kind_reason=f"Read as interactions: it holds {len(entries):,} calendar entries.",
            encoding=self._encoding,
            delimiter="",
            header_line=None,
            columns=tuple(_MAPPED),
            mapped={name: field for name, field in _MAPPED.items() if name in names},
            unmapped=(),
            preview=self._preview(),
            notes=self._notes,
        )

    def batches(self) -> Iterator[Batch]:
        """The meetings and rejections; a series stays together."""
        rejected: list[Rejected] = []
        records: list[ImportedRecord] = []
        total = 0
        for series in self._series(rejected):
            if total >= MAX_ROWS:
                for one in series:
                    why = f"the file unrolls to more than {MAX_ROWS:,} meetings"
                    self._losses.row("events", why, one.line)
                continue
            found = list(self._unrolled(series, rejected))
            total += len(found)
            records += found
            if len(records) >= _BATCH or len(rejected) >= _BATCH:
                share = self._seen / max(1, len(self._sheet.entries))
                yield Batch([], rejected, self._seen, min(1.0, share), records)
                rejected, records = [], []
        yield Batch([], rejected, len(self._sheet.entries), 1.0, records)

    @property
    def closing(self) -> Closing:
        """What was left out, and what was noticed."""
        left_out = list(self._losses.left_out)
        if self._sheet.strays:
            why = "they belong to no entry, or are no properties"
            left_out.append(LeftOut("lines", self._sheet.strays, why))
        return Closing(len(self._sheet.entries), left_out, [], list(self._noticed()))

    def _noticed(self) -> Iterator[str]:
        if self._sheet.unclosed:
            yield f"Entries without an end: {self._sheet.unclosed:,}; what they say is kept."
        if self._zones.unknown:
            names = ", ".join(f"“{shown(name)}”" for name in sorted(self._zones.unknown)[:5])
            yield f"Time zones nobody knows: {names}; their times were read as those of this computer."

    def _series(self, rejected: list[Rejected]) -> Iterator[list[Event]]:
        """The events of each identity together, in the order of the first."""
        found: dict[str, list[Event]] = defaultdict(list)
        for part in self._sheet.entries:
            if part.kind in _OTHERS:
                self._losses.row(*_OTHERS[part.kind], part.line)
                continue
            event = event_of(part, self._zones)
            if not isinstance(event, str) and not event.repeats and self._is_absurd(event):
                event = f"{event.start.day} is more than {FARTHEST_YEARS} years away"
            if isinstance(event, str):
                kept = tuple(shown(one.raw, 200) for one in part.properties[:30])
                rejected.append(Rejected(f"line {part.line}", event, cells=kept))
            elif event.private and not event.own:
                self._losses.row("events", "they are private", part.line)
            elif event.method in _PROPOSALS:
                self._losses.row("events", "they only propose another time", part.line)
            else:
                found[event.uid].append(event)
        yield from found.values()

    def _is_absurd(self, event: Event) -> bool:
        return abs(event.start.day.year - self._today.year) > FARTHEST_YEARS

    def _unrolled(self, series: list[Event], rejected: list[Rejected]) -> Iterator[ImportedRecord]:
        self._seen += len(series)
        master, changed, others = self._latest(series)
        zone = self._zones.floating.rules
        yield from (_record(Instance(one, one.start.key), zone) for one in others)
        if master is None or master.cancelled or master.method in _ANSWERS:
            alone = [*([master] if master else []), *changed]
            yield from (_record(instance_of(one), zone) for one in alone)
            return
        found = unrolled(master, changed, self._zones, self._today, self._budget)
        if found.problem:
            rejected.append(Rejected(f"line {master.line}", found.problem, "RRULE"))
        if all(one.event.line != master.line for one in found.instances):
            self._losses.row("events", "each of their dates was called off or changed", master.line)
        whole = (master.uid, found.until)
        yield from (_record(one, zone, *whole) for one in found.instances)

    def _latest(self, series: list[Event]) -> tuple[Event | None, list[Event], list[Event]]:
        """The event itself, its changed instances, and others that wear the same identity by mistake."""
        newest: dict[str, Event] = {}
        others: list[Event] = []
        for event in sorted(series, key=lambda one: one.revision):
            key = event.recurrence.key if event.recurrence else ""
            older = newest.get(key)
            if older is not None and not key and _is_another(older, event):
                others.append(older)
            elif older is not None:
                self._losses.row("events", "the same event is there again", older.line)
            newest[key] = event
        return newest.pop("", None), list(newest.values()), others

    def _preview(self) -> Preview:
        events = [
            event
            for part in self._sheet.entries[:PREVIEW_ROWS]
            if part.kind == "VEVENT" and not isinstance(event := event_of(part, self._zones), str)
        ]
        rows = tuple(
            (
                event.start.day.isoformat(),
                f"{event.start.at:%H:%M}" if event.start.at else "",
                "private" if event.private and not event.own else shown(event.title),
                shown(event.location),
                shown(", ".join(p.name or p.email for p in event.people[:_WITH])),
            )
            for event in events
        )
        return Preview(_COLUMNS, rows, tuple(event.line for event in events))


def zones_of(sheet: Sheet) -> Zones:
    """The zones of a file; a time without one is in that of the calendar, if it names one."""
    calendars: Iterable[Component | None] = (one.calendar for one in sheet.entries)
    names = (one.text("X-WR-TIMEZONE") for one in calendars if one is not None)
    zones = Zones(by_name(next(filter(None, names), "")) or Zone(None))
    zones.learn(sheet.zones)
    return zones


def _is_another(one: Event, other: Event) -> bool:
    """Whether two events of one identity are two events: neither is later, and they begin at different times."""
    return one.revision == other.revision and one.start.key != other.start.key


def _record(
    one: Instance, zone: tzinfo | None, whole: str = "", until: date | None = None
) -> ImportedRecord:
    """A meeting; one told in UTC is on the day that it has in `zone`, which is this computer's when None."""
    event, start = one.event, one.event.start
    begins, ends = start.utc, event.end.utc if event.end else None
    on = begins.astimezone(zone).date() if begins and start.zone is UTC else start.day
    fields: dict[str, FieldValue] = {
        "external_id": f"{event.uid}#{one.key}" if one.key else event.uid,
        "uid": event.uid,
        "whole": whole,
        "until": until.isoformat() if until else "",
        "on": on.isoformat(),
        "starts_at": begins.isoformat() if begins else "",
        "ends_at": ends.isoformat() if begins and ends else "",
        "zone": start.name,
        "title": event.title,
        "notes": event.notes,
        "location": event.location,
        "method": event.method,
        "state": "cancelled" if event.cancelled else "",
        "stamp": event.revision[1],
        "online": int(event.online),
        "own": int(event.own),
        "sole": int(not one.key and event.recurrence is None),
        **(own_fields(event.component) if event.own else {}),
    }
    given = {name: value for name, value in fields.items() if value}
    return ImportedRecord(ImportKind.INTERACTIONS, f"line {event.line}", given, people=event.people)


def _today() -> date:
    return datetime.fromtimestamp(0, UTC).date()
