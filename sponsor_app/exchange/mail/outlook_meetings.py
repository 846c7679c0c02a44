"""Invitations, answers and appointments that Outlook saves as .msg, told as a calendar tells them (MS-OXOCAL)."""

import struct
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sponsor_app.domain.importing import ImportedPerson

_APPOINTMENT = UUID("00062002-0000-0000-c000-000000000046").bytes_le
_MEETING = UUID("6ed8da90-450b-101b-98da-00aa003f1305").bytes_le
_NAMES = "__nameid_version1.0/__substg1.0_"
_START, _END, _PLACE, _WHOLE_DAY = 0x820D, 0x820E, 0x8208, 0x8215
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
    """A calendar of the one meeting that a message is about; nothing for a message that is about none."""
    kind = _wide(streams, "__substg1.0_001A001F").casefold().strip()
    method = next((told for name, told in _METHODS.items() if kind.startswith(name)), "")
    numbers = _numbers(streams)
    fixed = _fixed(streams.get("__properties_version1.0", b""))
    starts = _moment(fixed, numbers.get((_APPOINTMENT, _START)))
    if not method or starts is None:
        return b""
    ends = _moment(fixed, numbers.get((_APPOINTMENT, _END)))
    whole_day = bool(fixed.get((numbers.get((_APPOINTMENT, _WHOLE_DAY), 0), _YES_NO), 0) & 1)
    lines = [
        "BEGIN:VCALENDAR",
        f"METHOD:{method}",
        "BEGIN:VEVENT",
        f"UID:{_identity(streams, numbers.get((_MEETING, _GLOBAL_ID)))}",
        *_when("DTSTART", starts, whole_day=whole_day),
        *(_when("DTEND", ends, whole_day=whole_day) if ends else ()),
        f"SUMMARY:{_escaped(title)}",
        f"LOCATION:{_escaped(_named_text(streams, numbers.get((_APPOINTMENT, _PLACE))))}",
        *(["CLASS:PRIVATE"] if fixed.get((_SENSITIVITY, _LONG)) in _PRIVATE else []),
        *_people(people, kind.rpartition(".")[2] if method == "REPLY" else ""),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "\r\n".join(line for line in lines if not line.endswith(":")).encode()


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


def _identity(streams: Streams, number: int | None) -> str:
    """The identity that calendars give the same meeting: as hexadecimal, or that of another program inside."""
    raw = streams.get(f"__substg1.0_{number or 0:04X}0102", b"")
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
