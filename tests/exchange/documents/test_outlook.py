"""Messages of Outlook: notes that are only formatted text, and meetings that are no attached calendar."""

import struct
import zlib
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.exchange.mail.outlook import mail_of, streams_of
from sponsor_app.exchange.mail.packed_rtf import unpacked
from sponsor_app.exchange.mail.rtf_text import text_of_rtf
from sponsor_app.exchange.tabular.problems import UnreadableError
from tests.corpus.samples import MANIFEST, samples
from tests.exchange.documents.texts import Read, calendar

RTF = "__substg1.0_10090102"
APPOINTMENT = bytes.fromhex("0220060000000000c000000000000046")
MEETING = bytes.fromhex("90dad86e0b451b1098da00aa003f1305")
OWN_ID = bytes.fromhex("040000008200e00074c5b7101a82e008")


def plain(text: bytes) -> bytes:
    """Formatted text in the container for what is not packed."""
    return struct.pack("<II4sI", len(text) + 12, len(text), b"MELA", 0) + text


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (rb"{\rtf1\ansi\ansicpg1252 Gr\'fc\'dfe\par{\b fett} \{x\}\tab y}", "Grüße\nfett {x} y"),
        (rb"{\rtf1{\fonttbl{\f0\fcharset204 Arial;}{\f1 A;}}\f0\'c8\'e2\'e0\'ed\f1 \'fc}", "Иванü"),
        (rb"{\rtf1\ansicpg932 \'8e\'52\'93\'63}", "山田"),
        (rb"{\rtf1\u8364?5 \uc2\u228xx! {\uc0\u228}}", "€5 ä! ä"),
        (rb"{\rtf1{\*\generator X;}{\stylesheet{\s1 No;}}{\pict 0102}{\info{\title T}}yes}", "yes"),
        (rb"{\rtf1\fromhtml1{\*\htmltag64 <p>}Hello\htmlrtf\par\htmlrtf0{\*\htmltag72 </p>}}", "Hello"),
        (b"no rtf }}}{{{ \\", "no rtf"),
        (b"{" * 5_000 + b"deep", ""),
    ],
)  # fmt: skip
def test_formatted_text_becomes_its_words(rtf: bytes, text: str) -> None:
    assert text_of_rtf(rtf) == text


def test_the_text_of_a_message_without_plain_text_is_unpacked() -> None:
    # The example of the format's own description (MS-OXRTFCP, 4.1).
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c0900206277"
        "05b06c647d0a800fa0"
    )
    assert unpacked(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert mail_of({RTF: packed}).text == "hello world"
    found = mail_of({RTF: plain(rb"{\rtf1 Agreed on \b pricing}")})
    assert found.text == "Agreed on pricing"


@pytest.mark.skipif(
    not MANIFEST.exists(), reason="the shared real files are not beside the repository"
)
def test_the_formatted_text_of_real_messages_says_what_their_plain_text_says() -> None:
    compared = 0
    for sample in samples("mail"):
        if sample.path.suffix != ".msg":
            continue
        streams = streams_of(sample.path.read_bytes())
        shown = mail_of(streams).text.split()[:20]
        packed = streams.get(RTF, b"")
        if packed and shown:
            assert text_of_rtf(unpacked(packed)).split()[:20] == shown
            compared += 1
    assert compared >= 4


@pytest.mark.skipif(
    not MANIFEST.exists(), reason="the shared real files are not beside the repository"
)
@pytest.mark.parametrize("shift", [0x1F, 0x3F, 0xFF])
def test_a_message_whose_sectors_are_endless_is_refused(shift: int) -> None:
    path = next(one.path for one in samples("mail") if one.path.suffix == ".msg")
    content = bytearray(path.read_bytes())
    content[30] = shift
    with pytest.raises(UnreadableError):
        mail_of(streams_of(bytes(content)))


@given(st.binary(max_size=400))
def test_any_bytes_are_unpacked_and_read(raw: bytes) -> None:
    packed = struct.pack("<II4sI", 0, 0, b"LZFu", zlib.crc32(raw)) + raw
    assert isinstance(text_of_rtf(unpacked(packed)), str)
    assert isinstance(text_of_rtf(raw), str)


def outlook(
    kind: str, *, sensitivity: int = 0, whole_day: int = 0, uid: bytes = OWN_ID, **more: bytes
) -> Any:
    """The streams of a message about a meeting on 20 November, from ten to eleven in UTC.

    `more` are `recurrence`, `rules` of its zone, and a `zone` definition.
    """
    start = datetime(2026, 11, 20, 10, tzinfo=UTC)
    names = (
        *((0x820D, 3, 0), (0x820E, 3, 1), (0x8208, 3, 2), (0x8215, 3, 3), (0x0003, 4, 4)),
        *((0x8216, 3, 5), (0x8233, 3, 6), (0x8260, 3, 7), (0x8223, 3, 8)),
    )
    places = {"recurrence": 5, "rules": 6, "zone": 7}
    entries = b"".join(struct.pack("<IHH", name, set_ << 1, index) for name, set_, index in names)

    def ticks(moment: datetime) -> int:
        return int((moment - datetime(1601, 1, 1, tzinfo=UTC)) / timedelta(microseconds=1)) * 10

    fixed = [
        (0x40, 0x8000, ticks(start)),
        (0x40, 0x8001, ticks(start + timedelta(hours=1))),
        (0x0B, 0x8003, whole_day),
        (0x0B, 0x8008, "recurrence" in more),
        (0x03, 0x0036, sensitivity),
    ]
    rows = b"".join(struct.pack("<HHIQ", kind, number, 6, value) for kind, number, value in fixed)
    return {
        "__nameid_version1.0/__substg1.0_00020102": APPOINTMENT + MEETING,
        "__nameid_version1.0/__substg1.0_00030102": entries,
        "__properties_version1.0": bytes(32) + rows,
        "__substg1.0_001A001F": wide(kind),
        "__substg1.0_0037001F": wide("Board, and lunch"),
        "__substg1.0_8002001F": wide("Room 1; left"),
        "__substg1.0_80040102": uid,
        **{f"__substg1.0_{0x8000 + places[name]:04X}0102": raw for name, raw in more.items()},
        "__substg1.0_0C1A001F": wide("Dana Reed"),
        "__substg1.0_5D01001F": wide("dana@acme.example"),
        "__recip_version1.0_#00000000/__substg1.0_3001001F": wide("Grace"),
        "__recip_version1.0_#00000000/__substg1.0_39FE001F": wide("grace@n.example"),
    }


def read(streams: Any) -> Any:
    (invitation,) = mail_of(streams).invitations
    return calendar(invitation)


def test_a_meeting_of_outlook_is_a_meeting() -> None:
    found = read(outlook("IPM.Schedule.Meeting.Request"))
    (fields,) = found.fields
    assert (fields["starts_at"], fields["ends_at"]) == (
        "2026-11-20T10:00:00+00:00",
        "2026-11-20T11:00:00+00:00",
    )
    assert (fields["title"], fields["location"]) == ("Board, and lunch", "Room 1; left")
    assert (fields["uid"], fields["method"]) == (OWN_ID.hex().upper(), "REQUEST")
    assert [(one.email, one.organizer) for one in found.records[0].people] == [
        ("dana@acme.example", True),
        ("grace@n.example", False),
    ]


def test_answers_cancellations_and_private_appointments_are_what_they_are() -> None:
    answer = read(outlook("IPM.Schedule.Meeting.Resp.Neg"))
    assert answer.fields[0]["method"] == "REPLY"
    assert [(p.email, p.reply) for p in answer.records[0].people] == [
        ("dana@acme.example", "declined")
    ]
    foreign = OWN_ID + bytes(20) + b"vCal-Uid\x01\0\0\0" + b"one@x\0"
    called_off = read(outlook("IPM.Schedule.Meeting.Canceled", uid=foreign))
    assert (called_off.fields[0]["uid"], called_off.fields[0]["method"]) == ("one@x", "CANCEL")
    assert read(outlook("IPM.Appointment", sensitivity=2)).left_out == {"they are private": 1}
    assert "starts_at" not in read(outlook("IPM.Appointment", whole_day=1)).fields[0]
    assert mail_of(outlook("IPM.Note")).invitations == ()


# The examples of the format's own description (MS-OXOCAL, 4.1.1.2, 4.1.1.3 and 4.1.1.6).
WEEKLY = bytes.fromhex(
    "043004300b2001000000c0210000010000000000000032000000222000000c0000000000000001000000a096bc0c"
    "01000000a096bc0c8020bc0c20adbc0c0630000009300000580200007602000001003499bc0c5299bc0cf898bc0c"
    "11002200210053696d706c6520526563757272656e6365207769746820657863657074696f6e730800070033342f"
    "34313431000000000400000000000000000000003499bc0c5299bc0cf898bc0c2100530069006d0070006c006500"
    "200052006500630075007200720065006e0063006500200077006900740068002000650078006300650070007400"
    "69006f006e0073000700330034002f0034003100340031000000000000000000"
)
DAILY = bytes.fromhex(
    "043004300a2000000000a0050000e010000000000000212000000a0000000000000002000000a0c1dc0c80d2dc0c"
    "00000000207edc0c0016dd0c0630000009300000e0010000fe01000000000000000000000000"
)
HEBREW = bytes.fromhex(
    "043004300d200200080080750a000c0000000000000003000000232000000a0000000000000001000000207edc0c"
    "01000000207edc0c6074c40cdf80e95a0630000009300000e0010000fe01000001000080dc0c1e80dc0c0080dc0c"
    "24023c000000010000000000000004000000000000000000000000000000"
)
PACIFIC = struct.pack("<3iH8HH8H", 480, 0, -60, 0, *(0, 11, 0, 1, 2, 0, 0, 0), 0, *(0, 3, 0, 2, 2, 0, 0, 0))  # fmt: skip


def named(zone: str) -> bytes:
    """A definition of a zone that says only its name."""
    return struct.pack("<BBHHH", 2, 1, 6 + len(zone) * 2, 2, len(zone)) + wide(zone)


def appointments(today: str, *, whole_day: int = 0, **more: bytes) -> Read:
    (invitation,) = mail_of(
        outlook("IPM.Appointment", sensitivity=0, whole_day=whole_day, **more)
    ).invitations
    return calendar(invitation, today=today)


def test_a_series_of_outlook_is_all_its_dates_with_those_that_were_moved() -> None:
    found = appointments("2007-04-01", recurrence=WEEKLY, rules=PACIFIC)
    assert (found.rejected, len(found.records)) == ([], 12)
    assert found.starts[:4] == [f"2007-{day}T17:00:00+00:00" for day in ("03-26", "03-29", "03-30", "04-02")]  # fmt: skip
    moved = next(one for one in found.fields if str(one["starts_at"]).startswith("2007-04-16"))
    assert (moved["starts_at"], moved["ends_at"]) == (
        "2007-04-16T18:00:00+00:00",
        "2007-04-16T18:30:00+00:00",
    )
    assert moved["title"] == "Simple Recurrence with exceptions"
    assert moved["location"] == "34/4141"
    assert {one["title"] for one in found.fields} == {moved["title"], "Board, and lunch"}
    assert {one["uid"] for one in found.fields} == {OWN_ID.hex().upper()}


def test_dates_that_were_deleted_from_a_series_of_outlook_are_not_there() -> None:
    found = appointments("2011-04-01", recurrence=DAILY, zone=named("W. Europe Standard Time"))
    days = [one[5:10] for one in found.starts]
    assert days == ["04-07", "04-10", "04-13", "04-16", "04-25", "04-28", "05-01", "05-04"]
    assert {one[11:16] for one in found.starts} == {"06:00"}
    assert {one["zone"] for one in found.fields} == {"Europe/Berlin"}


@pytest.mark.parametrize("recurrence", [HEBREW, WEEKLY[:60], b"?"])
def test_a_series_that_cannot_be_followed_keeps_its_first_date_and_says_so(
    recurrence: bytes,
) -> None:
    found = appointments("2026-11-18", recurrence=recurrence)
    assert found.starts == ["2026-11-20T10:00:00+00:00"]
    [told] = found.rejected
    assert "its first date is kept" in told.reason


@pytest.mark.parametrize(
    ("pattern", "days"),
    [
        ((0x200C, 2, 1, 31), ["12-31", "01-31", "02-28", "03-31"]),
        ((0x200C, 4, 1, 31), ["12-31", "01-31", "02-28", "03-31"]),
        ((0x200C, 3, 1, 0x3E, 5), ["12-31", "01-29", "02-26", "03-31"]),
        ((0x200D, 3, 12, 0x02, 2), ["12-14", "12-13"]),
    ],
)
def test_months_of_outlook_are_ours(pattern: tuple[int, ...], days: list[str]) -> None:
    frequency, kind, every, *own = pattern
    first = int((datetime(2026, 12, 1) - datetime(1601, 1, 1)) / timedelta(minutes=1))  # noqa: DTZ001
    raw = struct.pack("<HHHHHIII", 0x3004, 0x3004, frequency, kind, 0, 0, every, 0)
    raw += struct.pack(f"<{len(own)}I", *own) + struct.pack("<IIIII", 0x2023, 10, 1, 0, 0)
    raw += struct.pack("<IIIIIIHII", first, 0x5AE980DF, 0x3006, 0x3009, 0, 1440, 0, 0, 0)
    found = appointments("2026-12-02", recurrence=raw, whole_day=1)
    expected = [one for one in found.starts if one > "2026-12-01"]
    assert [one[5:10] for one in expected][: len(days)] == days


@given(st.integers(0, len(WEEKLY) * 8 - 1), st.integers(0, len(WEEKLY)))
def test_a_damaged_series_is_a_meeting_or_a_refusal(bit: int, cut: int) -> None:
    raw = bytearray(WEEKLY)
    raw[bit // 8] ^= 1 << bit % 8
    for damaged in (bytes(raw), bytes(raw[:cut])):
        if damaged:
            found = appointments("2007-04-01", recurrence=damaged, rules=PACIFIC)
            assert len(found.records) + len(found.rejected) >= 1
