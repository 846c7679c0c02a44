"""Invitations, answers and appointments that Outlook saves as .msg, told as a calendar tells them (MS-OXOCAL)."""

import struct
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sponsor_app.domain.importing import ImportedPerson
from sponsor_app.exchange.mail.outlook_series import Series, SeriesError, series_of
from sponsor_app.exchange.mail.outlook_zones import key_name, zone_lines

_APPOINTMENT = UUID("00062002-0000-0000-c000-000000000046").bytes_le
_MEETING = UUID("6ed8da90-450b-101b-98da-00aa003f1305").bytes_le
_NAMES = "__nameid_version1.0/__substg1.0_"
_START, _END, _PLACE, _WHOLE_DAY = 0x820D, 0x820E, 0x8208, 0x8215
_RECURRENCE, _RECURRING = 0x8216, 0x8223
_ZONE_RULES, _ZONE_NAME, _ZONE_SHOWN, _ZONE = 0x8233, 0x8234, 0x825E, 0x8260
_BEGINNING = frozenset({"PUBLISH", "REQUEST"})
_UNKNOWN_RULE = "RRULE:FREQ=UNKNOWN"
"""What a calendar says of a series that cannot be followed: it is told, and the first date kept."""
_GLOBAL_ID = 0x0003
_FOREIGN = b"vCal-Uid\x01\0\0\0"
_FIRST_OWN = 3
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_TIME, _YES_NO, _LONG = 0x40, 0x0B, 0x03
_SENSITIVITY = 0x0036
_PRIVATE = (1, 2, 3)
_METHODS = {
    "ipm.appointment": "PUBLISH",
    "ipm.schedule.meeting.request": "REQUEST",
    "ipm.schedule.meeting.canceled": "CANCEL",
    "ipm.schedule.meeting.resp.pos": "REPLY",
    "ipm.schedule.meeting.resp.neg": "REPLY",
    "ipm.schedule.meeting.resp.tent": "REPLY",
}
_ANSWERS = {"pos": "ACCEPTED", "neg": "DECLINED", "tent": "TENTATIVE"}

Streams = Mapping[str, bytes]


def meeting_of(streams: Streams, *, title: str, people: tuple[ImportedPerson, ...]) -> bytes:
    """A calendar of the one meeting or series that a message is about; nothing for a message that is about none."""
    kind = _wide(streams, "__substg1.0_001A001F").casefold().strip()
    method = next((told for name, told in _METHODS.items() if kind.startswith(name)), "")
    told = _Told(streams)
    starts = told.moment(_START)
    if not method or starts is None:
        return b""
    place = told.text(_PLACE)
    shared = [
        f"UID:{_identity(told.binary(_GLOBAL_ID, _MEETING))}",
        *(["CLASS:PRIVATE"] if told.fixed.get((_SENSITIVITY, _LONG)) in _PRIVATE else []),
        *_people(people, kind.rpartition(".")[2] if method == "REPLY" else ""),
    ]
    series = _series(told) if method in _BEGINNING else None
    head: list[str] = []
    if isinstance(series, Series):
        head, events = _all_of(told, series, (title, place), shared)
    else:
        when = _once(told, starts)
        events = _event(
            [*when, *([_UNKNOWN_RULE] if series else []), *_words(title, place)], shared
        )
    lines = ["BEGIN:VCALENDAR", f"METHOD:{method}", *head, *events, "END:VCALENDAR"]
    return "\r\n".join(line for line in lines if not line.endswith(":")).encode()


class _Told:
    """The properties that a message keeps under names of their own."""

    def __init__(self, streams: Streams) -> None:
        self._streams = streams
        self._numbers = _numbers(streams)
        self.fixed = _fixed(streams.get("__properties_version1.0", b""))

    def moment(self, name: int) -> datetime | None:
        return _moment(self.fixed, self._numbers.get((_APPOINTMENT, name)))

    def yes(self, name: int) -> bool:
        number = self._numbers.get((_APPOINTMENT, name), 0)
        return bool(self.fixed.get((number, _YES_NO), 0) & 1)

    def text(self, name: int) -> str:
        return _named_text(self._streams, self._numbers.get((_APPOINTMENT, name)))

    def binary(self, name: int, owner: bytes = _APPOINTMENT) -> bytes:
        return self._streams.get(f"__substg1.0_{self._numbers.get((owner, name), 0):04X}0102", b"")


def _series(told: _Told) -> Series | bool:
    """How it repeats; True when it does in a way that cannot be followed, False when it does not."""
    raw = told.binary(_RECURRENCE)
    if not raw:
        return told.yes(_RECURRING)
    try:
        return series_of(raw)
    except SeriesError:
        return True


def _once(told: _Told, starts: datetime) -> list[str]:
    ends, whole_day = told.moment(_END), told.yes(_WHOLE_DAY)
    lines = _when("DTSTART", starts, whole_day=whole_day)
    return lines + (_when("DTEND", ends, whole_day=whole_day) if ends else [])


def _all_of(
    told: _Told, series: Series, words: tuple[str, str], shared: list[str]
) -> tuple[list[str], list[str]]:
    """The rules of the zone of a series; the series, and each of its dates that was moved."""
    title, place = words
    rules = told.binary(_ZONE_RULES)
    names = (
        key_name(told.binary(_ZONE)),
        key_name(told.binary(_ZONE_SHOWN)),
        told.text(_ZONE_NAME),
    )
    name = next((one.replace('"', "") for one in names if one.strip()), "Outlook" if rules else "")
    zone = "" if not name else f';TZID="{name}"'
    whole_day = told.yes(_WHOLE_DAY)

    def by_watch(what: str, *moments: datetime) -> str:
        if whole_day:
            return f"{what};VALUE=DATE:{','.join(f'{one:%Y%m%d}' for one in moments)}"
        return f"{what}{zone}:{','.join(f'{one:%Y%m%dT%H%M%S}' for one in moments)}"

    midnight = series.start.replace(hour=0, minute=0)
    gone = [one + (series.start - midnight) for one in series.gone]
    own = [by_watch("DTSTART", series.start), by_watch("DTEND", series.end), f"RRULE:{series.rule}"]
    own += [by_watch("EXDATE", *gone)] if gone else []
    events = _event([*own, *_words(title, place)], shared)
    for one in series.moved:
        when = [by_watch("RECURRENCE-ID", one.original)]
        when += [by_watch("DTSTART", one.start), by_watch("DTEND", one.end)]
        events += _event([*when, *_words(one.title or title, one.place or place)], shared)
    return list(zone_lines(name, rules)), events


def _event(own: list[str], shared: list[str]) -> list[str]:
    return ["BEGIN:VEVENT", *own, *shared, "END:VEVENT"]


def _words(title: str, place: str) -> list[str]:
    return [f"SUMMARY:{_escaped(title)}", f"LOCATION:{_escaped(place)}"]


def _numbers(streams: Streams) -> dict[tuple[bytes, int], int]:
    """Under which number a message keeps the properties that have a name of their own."""
    sets, entries = streams.get(f"{_NAMES}00020102", b""), streams.get(f"{_NAMES}00030102", b"")
    found: dict[tuple[bytes, int], int] = {}
    for at in range(0, len(entries) - 7, 8):
        name, kind, index = struct.unpack_from("<IHH", entries, at)
        own = (kind >> 1) - _FIRST_OWN
        if not kind & 1 and own >= 0:
            found[sets[own * 16 : own * 16 + 16], name] = 0x8000 + index
    return found


def _fixed(properties: bytes) -> dict[tuple[int, int], int]:
    """The values of fixed size by number and type."""
    found: dict[tuple[int, int], int] = {}
    for at in range(32, len(properties) - 15, 16):
        kind, number, _flags, value = struct.unpack_from("<HHIQ", properties, at)
        found[number, kind] = value if kind != _LONG else value & 0xFFFFFFFF
    return found


def _moment(fixed: Mapping[tuple[int, int], int], number: int | None) -> datetime | None:
    value = fixed.get((number or 0, _TIME))
    try:
        return _EPOCH + timedelta(microseconds=value // 10) if value else None
    except OverflowError:
        return None


def _when(name: str, moment: datetime, *, whole_day: bool) -> list[str]:
    """A time in UTC; of a whole day the day that it has here, where it was made."""
    if whole_day:
        return [f"{name};VALUE=DATE:{moment.astimezone():%Y%m%d}"]
    return [f"{name}:{moment:%Y%m%dT%H%M%SZ}"]


def _identity(raw: bytes) -> str:
    """The identity that calendars give the same meeting: as hexadecimal, or that of another program inside."""
    if _FOREIGN in raw:
        return _escaped(raw.partition(_FOREIGN)[2].rstrip(b"\0").decode("utf-8", "replace"))
    return raw.hex().upper()


def _people(people: tuple[ImportedPerson, ...], answer: str) -> Iterator[str]:
    for one in people:
        name = "".join(sign for sign in one.name if sign >= " " and sign != '"')
        if not one.email:
            continue
        if answer:
            if one.organizer:  # here whoever wrote
                reply = _ANSWERS.get(answer, "TENTATIVE")
                yield f'ATTENDEE;CN="{name}";PARTSTAT={reply}:mailto:{one.email}'
        else:
            yield f'{"ORGANIZER" if one.organizer else "ATTENDEE"};CN="{name}":mailto:{one.email}'


def _named_text(streams: Streams, number: int | None) -> str:
    return _wide(streams, f"__substg1.0_{number or 0:04X}001F")


def _wide(streams: Streams, name: str) -> str:
    return streams.get(name, b"").decode("utf-16-le", "replace").rstrip("\0")


def _escaped(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(plain.splitlines())
