"""Damaged and hostile cards, calendars and mails: all is accounted for, or refused; no child is left."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.errors import FileProblemError
from sponsor_app.domain.importing import ReadReport
from sponsor_app.exchange.limits import MAX_BYTES
from sponsor_app.exchange.mail.outlook import OutlookFile
from sponsor_app.exchange.readers import read_file
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.tabular.reading import read_all
from sponsor_app.exchange.tabular.wishes import Wishes
from tests.corpus.samples import SHARED
from tests.exchange.documents.texts import TODAY, Read, calendar, card, cards, event, mail, part
from tests.exchange.fuzzing import AT_ONCE, BRIEFLY, LONG, keep_on

LARGEST = 6_000
PIECES = [
    b"\r\n ",
    b"=\r\n",
    b"\0",
    b"\xff",
    b";",
    b":",
    b"\\",
    b'"',
    b"BEGIN:VEVENT\n",
    b"END:VCARD\n",
]
OWN_CARDS = [
    card("FN:Dana", "ORG:Acme;Sales", "EMAIL;PREF;INTERNET:d@acme.example", "BDAY:--0517").encode(),
    card("N;CHARSET=cp1252;ENCODING=QUOTED-PRINTABLE:M=FC=\r\nller;J", version="2.1").encode(),
    card("FN:Boss", "AGENT:", card("FN:Aide").strip()).encode("utf-16"),
]
OWN_CALENDARS = [
    event("DTSTART;TZID=W. Europe Standard Time:20261120T090000", "RRULE:FREQ=WEEKLY").encode(),
    event(
        "DTSTART:20261120",
        "RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=9",
        "EXDATE:20261225",
        more=part("RECURRENCE-ID:20261225", "DTSTART:20261226"),
    ).encode(),
]
OWN_MAILS = [
    b"From: Dana <d@acme.example>\nSubject: =?utf-8?B?R3LDvMOfZQ==?=\nContent-Type: text/html\n\n<p>x",
    b"From: a@b.c\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/calendar\n\n"
    + OWN_CALENDARS[0]
    + b"--x--\n",
]


def message(content: bytes) -> Read:
    """A message of Outlook, as its child reads it."""
    return Read(OutlookFile(content, Wishes(name="a.msg", today=TODAY)))


def real(kind: str, *endings: str, most: int = LARGEST) -> list[bytes]:
    """The small real files of a kind; none when they are not beside the repository."""
    found = sorted(p for p in (SHARED / kind).rglob("*.*") if p.suffix in endings)
    return [path.read_bytes() for path in found if path.stat().st_size <= most]


KINDS: dict[str, tuple[Callable[[bytes], Read], list[bytes]]] = {
    "cards": (cards, OWN_CARDS + real("vcf", ".vcf")),
    "calendars": (calendar, OWN_CALENDARS + real("ics", ".ics", ".vcs")),
    "mails": (mail, OWN_MAILS + real("mail", ".eml")),
    "messages": (message, real("mail", ".msg", most=60_000) or [b"no message is here"]),
}


class Raw(bytes):
    """Bytes that are not printed whole when something is found: the blob brings them back."""

    def __repr__(self) -> str:
        return f"<{len(self):,} bytes: {self[:60].hex()} ...>"


NAMES = {"cards": "a.vcf", "calendars": "a.ics", "mails": "a.eml", "messages": "a.msg"}


@st.composite
def damaged(draw: st.DrawFn, kind: str) -> bytes:
    """A sample with some bits flipped, some bytes put in, and perhaps its end cut off."""
    files = KINDS[kind][1]
    content = bytearray(
        files[draw(st.integers(0, len(files) - 1))]
    )  # not sampled: they are long to tell
    for place in draw(st.lists(st.integers(0, max(0, len(content) * 8 - 1)), max_size=20)):
        content[place // 8] ^= 1 << place % 8
    for place in draw(st.lists(st.integers(0, len(content)), max_size=4)):
        content[place:place] = draw(st.sampled_from(PIECES))
    return bytes(content[: draw(st.integers(0, len(content)) | st.just(len(content)))])


def check(kind: str, content: bytes) -> None:
    """Everything is somewhere, or the whole is refused with what to do."""
    try:
        found = KINDS[kind][0](content)
        fine = kind in ("mails", "messages") or found.every_entry_is_somewhere
    except UnreadableError as error:
        fine = bool(error.clause and error.next)
    assert fine


FAMILIES = {"cards": ["cards"], "calendars": ["calendars"], "mail": ["mails", "messages"]}


def attack(kind: str) -> None:
    @given(damaged(kind).map(Raw))
    @settings(max_examples=AT_ONCE)
    def once(content: bytes) -> None:
        check(kind, content)

    once()


def attack_all(family: str) -> None:
    for kind in FAMILIES[family]:
        attack(kind)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_damaged_document_is_accounted_for_or_refused(family: str) -> None:
    keep_on(lambda: attack_all(family), BRIEFLY)


@pytest.mark.soak
@pytest.mark.parametrize("family", FAMILIES)
def test_a_damaged_document_is_accounted_for_or_refused_for_long(family: str) -> None:
    keep_on(lambda: attack_all(family), LONG)


@pytest.mark.parametrize("kind", KINDS)
def test_every_beginning_of_a_document_is_accounted_for_or_refused(kind: str) -> None:
    for content in KINDS[kind][1][:2]:
        for length in range(0, len(content), max(3, len(content) // 500)):
            check(kind, content[:length])


def readers() -> list[str]:
    """Threads that listen to a reading child."""
    return [one.name for one in threading.enumerate() if one.name == "table-reader"]


def outcome(path: Path) -> ReadReport | FileProblemError:
    try:
        return read_all(read_file(path)).report
    except FileProblemError as error:
        return error


@given(st.sampled_from(list(KINDS)).flatmap(lambda kind: st.tuples(st.just(kind), damaged(kind))))
@settings(max_examples=10)
def test_a_damaged_document_never_harms_whoever_reads_it(
    tmp_path: Path, damage: tuple[str, bytes]
) -> None:
    path = tmp_path / NAMES[damage[0]]
    path.write_bytes(damage[1])
    found = outcome(path)
    if isinstance(found, FileProblemError):
        assert "the reader" not in found.message
        assert found.message.endswith("Nothing was changed.")
    assert readers() == []


RULE = b"BEGIN:VEVENT\nUID:%d\nDTSTART:19000101T000000Z\nRRULE:FREQ=%s\nEND:VEVENT\n"
SLOW = (b"SECONDLY", b"YEARLY;BYMONTH=2;BYMONTHDAY=30", b"DAILY;BYSETPOS=9;COUNT=99999")
BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "long.vcf": (
        "card",
        lambda: b"BEGIN:VCARD\nFN:Dana\nNOTE:" + b"x" * 1_000_000 + b"\nEND:VCARD\n",
    ),
    "quotes.vcf": (
        "card",
        lambda: b'BEGIN:VCARD\nFN;X="' + b'";"' * 300_000 + b":Dana\nEND:VCARD\n",
    ),
    "nested.vcf": ("more than", lambda: b"BEGIN:VCARD\n" * 200_000),
    "agents.vcf": ("more than", lambda: b"BEGIN:VCARD\nAGENT:\n" * 200_000),
    "soft.vcf": (
        "card",
        lambda: b"BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:" + b"a=\n" * 300_000,
    ),
    "long.ics": (
        "entries",
        lambda: b"BEGIN:VEVENT\nSUMMARY:" + b"x" * 1_000_000 + b"\nDTSTART:20261120\nEND:VEVENT",
    ),
    "folded.ics": (
        "entries",
        lambda: b"BEGIN:VEVENT\nDTSTART:20261120\nSUMMARY:x" + b"\n y" * 300_000,
    ),
    "nested.ics": ("more than", lambda: b"BEGIN:VEVENT\n" * 200_000),
    "deep.ics": ("deep", lambda: b"BEGIN:VCALENDAR\n" + b"BEGIN:X\n" * 200_000),
    "ends.ics": ("no calendar", lambda: b"END:VEVENT\n" * 200_000),
    "rules.ics": ("entries", lambda: b"".join(RULE % (n, SLOW[n % 3]) for n in range(1_500))),
    "daily.ics": ("entries", lambda: b"".join(RULE % (n, b"DAILY") for n in range(40))),
    "dates.ics": (
        "entries",
        lambda: b"BEGIN:VEVENT\nDTSTART:20261120\nRDATE:" + b"20261120," * 100_000,
    ),
    "html.eml": (
        "mail",
        lambda: b"From: a@b.example\nContent-Type: text/html\n\n" + b"<p" * 500_000,
    ),
    "head.eml": (
        "mail",
        lambda: b"From: a@b.example\nTo: " + b"<a@b.example>," * 100_000 + b"\n\nx",
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_file_made_to_harm_is_read_or_refused_and_the_child_is_gone(
    tmp_path: Path, name: str
) -> None:
    told, make = BOMBS[name]
    path = tmp_path / name
    path.write_bytes(make())
    started = time.perf_counter()
    found = outcome(path)
    said = found.message if isinstance(found, FileProblemError) else found.kind_reason
    assert told in said
    assert "the reader failed" not in said
    assert time.perf_counter() - started < 25
    assert readers() == []


@pytest.mark.soak
@pytest.mark.parametrize("name", ["a.vcf", "a.ics", "a.eml"])
def test_the_largest_file_is_read_or_refused_within_the_limits(tmp_path: Path, name: str) -> None:
    piece = {
        "a.vcf": card("FN:Dana Reed", "EMAIL:d@acme.example", "NOTE:" + "x" * 900).encode(),
        "a.ics": event("DTSTART:20261120T090000Z", "DESCRIPTION:" + "x" * 900).encode(),
        "a.eml": b"From: a@b.example\n\n" + b"x" * 1000 + b"\n",
    }[name]
    path = tmp_path / name
    path.write_bytes((piece * (MAX_BYTES // len(piece) + 1))[:MAX_BYTES])
    started = time.perf_counter()
    outcome(path)
    assert time.perf_counter() - started < 35
    assert readers() == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes of that kind")
@pytest.mark.parametrize("name", ["a.vcf", "a.ics", "a.eml", "a.msg"])
def test_what_is_no_file_or_is_gone_is_refused_at_once(tmp_path: Path, name: str) -> None:
    pipe, folder = tmp_path / f"pipe-{name}", tmp_path / f"folder-{name}"
    os.mkfifo(pipe)
    folder.mkdir()
    for path, told in ((pipe, "a pipe"), (folder, "a folder"), (tmp_path / name, "not found")):
        found = outcome(path)
        assert isinstance(found, FileProblemError)
        assert told in found.message


def test_a_file_that_vanishes_before_it_is_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_text(event("DTSTART:20261120"))
    reading = read_file(path)
    path.unlink()
    with pytest.raises(FileProblemError, match="not found"), reading:
        list(reading)
    assert readers() == []


def test_a_file_that_vanishes_while_it_is_read_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.vcf"
    path.write_text(card("FN:Dana") * 3_000)
    with read_file(path) as reading:
        assert reading.shape.kind is not None
        path.unlink()
        assert len(list(reading)) == 3_000


def test_cancelling_ends_the_child(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_text(event("DTSTART:20261120") * 20_000)
    stop = threading.Event()
    stop.set()
    with pytest.raises(FileProblemError, match="was cancelled"):
        read_all(read_file(path, cancel=stop))
    assert readers() == []
