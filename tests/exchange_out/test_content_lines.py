"""Calendars and address cards, read back by two libraries that we did not write."""

import io
import warnings
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from sponsor_app.exchange.outgoing.calendars import write_calendar
from sponsor_app.exchange.outgoing.cards import name_parts, write_cards
from sponsor_app.exchange.outgoing.content_lines import LONGEST, clean, line, parameter, text
from tests.exchange_out.texts import ANY_TEXT, LINES, NASTY

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it is old
    import vobject

MEETING: dict[str, Any] = {
    "id": "019a0000-0000-7000-8000-000000000001",
    "account": "Acme",
    "kind": "coffee",
    "state": "held",
    "date": "2026-11-17",
    "starts_at": None,
    "ends_at": None,
    "zone": None,
    "place": "theirs",
    "city": "Bergen",
    "intent": "care",
    "sentiment": "negative",
    "summary": "Pricing by Friday; they are happy",
    "quote": "never again",
    "contacts": ["Dana Reed"],
    "contact_ids": ["c1"],
    "members": ["Grace Moreau"],
    "member_ids": ["m1"],
    "created_at": "2026-11-17T18:00:00.000Z",
    "updated_at": None,
}
CONTACT: dict[str, Any] = {
    "id": "019a0000-0000-7000-8000-0000000000c1",
    "name": "Dana Mary Reed",
    "account": "Acme; Ltd.",
    "title": "CIO",
    "points": [
        {"kind": "email", "label": "", "value": "dana@acme.example"},
        {"kind": "phone", "label": "mobile", "value": "+33 6 28 12 34 56"},
        {"kind": "phone", "label": "work", "value": "+33 1 00"},
    ],
    "note": "drinks too much",
    "birthday": "1980-05-17",
}


def calendar(*meetings: dict[str, Any], zones: tuple[str, ...] = ()) -> bytes:
    stream = io.BytesIO()
    write_calendar(stream, meetings, zones, {"c1": "dana@acme.example"})
    return stream.getvalue()


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def card(contact: dict[str, Any], public: tuple[str, ...] = ()) -> str:
    stream = io.BytesIO()
    assert write_cards(stream, [contact], {contact["id"]: public}) == 1
    return stream.getvalue().decode()


def read_card(content: str) -> Any:
    return vobject.readOne(content)


def assert_well_formed(content: bytes) -> None:
    """RFC 5545 and RFC 6350, 3.1: CRLF, at most 75 bytes a line, no character parted."""
    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    for one in lines:
        assert len(one) <= LONGEST
        assert not {*one}.intersection(b"\r\n\0")
        one.decode()


@given(ANY_TEXT)
@example("ü" * 80)
@example("\r\n\r")
def test_any_text_becomes_lines_that_are_well_formed(value: str) -> None:
    assert_well_formed(line("SUMMARY", text(value), parameter("CN", value)).encode())


@given(ANY_TEXT, LINES, LINES, ANY_TEXT)
@example(*([NASTY[0]] * 4))
def test_any_text_survives_a_calendar(summary: str, account: str, name: str, city: str) -> None:
    changed = {"summary": summary, "account": account, "contacts": [name], "city": city}
    content = calendar({**MEETING, **changed})
    assert_well_formed(content)
    (event,) = events(content)
    assert str(event["SUMMARY"]) == f"Coffee: {clean(account)}"
    assert str(event.get("DESCRIPTION", "")) == clean(summary)
    assert str(event["LOCATION"]).startswith("their site")
    first, second = event["ATTENDEE"]
    assert first.params["CN"] == clean(name)
    assert str(first) == "mailto:dana@acme.example"
    assert str(second) == "invalid:nomail"


@pytest.mark.parametrize("name", NASTY)
def test_no_name_can_end_the_event_or_begin_another(name: str) -> None:
    content = calendar({**MEETING, "account": name, "summary": name, "contacts": [name]})
    assert content.count(b"BEGIN:") == content.count(b"\nEND:") == 2


def test_what_we_think_of_them_is_not_in_the_calendar() -> None:
    content = calendar(MEETING)
    for word in (b"never again", b"negative", b"care", b"METHOD", b"ORGANIZER"):
        assert word not in content
    assert b"CLASS:PRIVATE" in content


def test_an_interaction_without_a_time_lasts_the_whole_day() -> None:
    (event,) = events(calendar(MEETING))
    assert event.decoded("DTSTART") == date(2026, 11, 17)
    assert event.decoded("DTEND") == date(2026, 11, 18)
    assert event["UID"] == MEETING["id"]
    assert event.decoded("DTSTAMP") == datetime(2026, 11, 17, 18, tzinfo=UTC)


def test_a_time_keeps_the_zone_in_which_it_was_noted() -> None:
    times = {"starts_at": "2026-07-01T07:30:00.000Z", "ends_at": "2026-07-01T08:00:00.000Z"}
    row = {**MEETING, **times, "zone": "Europe/Berlin"}
    content = calendar(row, zones=("Europe/Berlin",))
    assert b'DTSTART;TZID="Europe/Berlin":20260701T093000' in content
    assert content.count(b"BEGIN:VTIMEZONE") == 1
    (event,) = events(content)
    assert event.decoded("DTSTART").astimezone(UTC) == datetime(2026, 7, 1, 7, 30, tzinfo=UTC)
    assert event.decoded("DTEND").astimezone(UTC) == datetime(2026, 7, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize("zone", [None, "UTC", "W. Europe Standard Time", "../../etc/passwd", ""])
def test_a_time_in_no_zone_we_know_is_said_in_utc(zone: str | None) -> None:
    row = {**MEETING, "starts_at": "2026-07-01T07:30:00.000Z", "zone": zone}
    content = calendar(row, zones=(zone,) if zone else ())
    assert b"DTSTART:20260701T073000Z" in content
    assert b"VTIMEZONE" not in content
    assert b"DTEND" not in content


def test_the_same_interactions_give_the_same_bytes() -> None:
    assert calendar(MEETING) == calendar(MEETING)


def test_plans_called_off_are_there_as_called_off() -> None:
    rows = [{**MEETING, "state": state} for state in ("planned", "cancelled", "held")]
    found = [str(one["STATUS"]) for one in events(calendar(*rows))]
    assert found == ["CONFIRMED", "CANCELLED", "CONFIRMED"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "0999-05-01"])
def test_days_at_the_edge_of_the_calendar_are_written(day: str) -> None:
    moments = {"starts_at": f"{day}T00:00:00.000Z", "zone": "Europe/Berlin"}
    content = calendar({**MEETING, "date": day}, {**MEETING, **moments}, zones=("Europe/Berlin",))
    assert day.replace("-", "").encode() in content


@given(LINES, ANY_TEXT, ANY_TEXT, st.lists(LINES, max_size=2))
def test_any_text_survives_an_address_card(
    name: str, account: str, title: str, public: list[str]
) -> None:
    content = card({**CONTACT, "name": name, "account": account, "title": title}, tuple(public))
    assert_well_formed(content.encode())
    found = read_card(content)
    assert found.version.value == "4.0"
    assert found.fn.value == clean(name)
    assert "".join(found.contents["org"][0].value if account else []) == clean(account)
    assert (found.title.value if title else "") == clean(title)
    assert (found.note.value if public else "") == clean("\n".join(public))


@pytest.mark.parametrize("name", NASTY)
def test_no_name_can_end_the_card_or_begin_another(name: str) -> None:
    content = card({**CONTACT, "name": name, "account": name, "title": name}, (name,))
    assert content.count("\r\nEND:VCARD") == 1
    assert content.count("BEGIN:VCARD") == 1


def test_a_card_says_how_to_reach_them_and_nothing_we_think_of_them() -> None:
    content = card(CONTACT)
    assert "N:Reed;Dana;Mary;;\r\n" in content
    assert "ORG:Acme\\; Ltd.\r\n" in content
    assert "EMAIL:dana@acme.example\r\n" in content
    assert "TEL;TYPE=cell:+33 6 28 12 34 56\r\n" in content
    assert 'TEL;TYPE="work,voice":+33 1 00\r\n' in content
    assert "NOTE" not in content
    assert "drinks" not in content
    assert "1980" not in content


def test_only_public_facts_are_in_the_note_of_a_card() -> None:
    assert "NOTE:Speaks at Hannover Messe\\nOn the board of X\r\n" in card(
        CONTACT, ("Speaks at Hannover Messe", "On the board of X")
    )


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Dana Reed", ("Reed", "Dana", "", "", "")),
        ("Cher", ("Cher", "", "", "", "")),
        ("山田太郎", ("山田太郎", "", "", "", "")),
        ("Anna Maria von Berg", ("Berg", "Anna", "Maria von", "", "")),
    ],
)
def test_a_name_is_taken_apart_for_programs_that_sort_by_it(
    name: str, parts: tuple[str, ...]
) -> None:
    assert name_parts(name) == parts
