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
from tests.exchange.documents.texts import calendar

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


def outlook(kind: str, *, sensitivity: int = 0, whole_day: int = 0, uid: bytes = OWN_ID) -> Any:
    """The streams of a message about a meeting on 20 November, from ten to eleven in UTC."""
    start = datetime(2026, 11, 20, 10, tzinfo=UTC)
    names = ((0x820D, 3, 0), (0x820E, 3, 1), (0x8208, 3, 2), (0x8215, 3, 3), (0x0003, 4, 4))
    entries = b"".join(struct.pack("<IHH", name, set_ << 1, index) for name, set_, index in names)

    def ticks(moment: datetime) -> int:
        return int((moment - datetime(1601, 1, 1, tzinfo=UTC)) / timedelta(microseconds=1)) * 10

    fixed = [
        (0x40, 0x8000, ticks(start)),
        (0x40, 0x8001, ticks(start + timedelta(hours=1))),
        (0x0B, 0x8003, whole_day),
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
