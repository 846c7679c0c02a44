"""What only some programs write: rules that take dates out, changes from then on, old rules, names of zones for people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.exchange.calendars.old_rules import modern
from sponsor_app.exchange.calendars.zone_names import candidates
from tests.exchange.documents.texts import calendar, card, cards, event, part

MONDAY = "DTSTART;TZID=Europe/Berlin:20261102T090000"
AN_HOUR = "DURATION:PT1H"


def days(text: str) -> list[str]:
    return sorted(str(one["on"]) for one in calendar(text).fields)


def test_a_rule_may_take_dates_out_again() -> None:
    out = event(MONDAY, "RRULE:FREQ=DAILY;COUNT=5", "EXRULE:FREQ=DAILY;INTERVAL=2")
    assert days(out) == ["2026-11-03", "2026-11-05"]
    senseless = event(MONDAY, "RRULE:FREQ=DAILY;COUNT=2", "EXRULE:FREQ=SECONDLY")
    assert days(senseless) == ["2026-11-02", "2026-11-03"]


@pytest.mark.parametrize("named", ["TZID=Europe/Berlin:20261116T090000", ":20261116T080000Z"])
def test_a_change_from_then_on_moves_all_later_dates(named: str) -> None:
    mark = "RECURRENCE-ID;RANGE=THISANDFUTURE" + (named if named[0] == ":" else f";{named}")
    new = "DTSTART;TZID=Europe/Berlin:20261117T110000"
    changed = part(mark, new, "DURATION:PT30M", "SUMMARY:New")
    moved = part("RECURRENCE-ID:20261130T080000Z", "DTSTART:20261203T080000Z", "SUMMARY:Once")
    found = calendar(
        event(MONDAY, AN_HOUR, "RRULE:FREQ=WEEKLY;COUNT=6", "SUMMARY:Old", more=changed + moved)
    )
    told = sorted((f["starts_at"], f["title"], f.get("ends_at")) for f in found.fields)
    assert told == [
        ("2026-11-02T08:00:00+00:00", "Old", "2026-11-02T09:00:00+00:00"),
        ("2026-11-09T08:00:00+00:00", "Old", "2026-11-09T09:00:00+00:00"),
        ("2026-11-17T10:00:00+00:00", "New", "2026-11-17T10:30:00+00:00"),
        ("2026-11-24T10:00:00+00:00", "New", "2026-11-24T10:30:00+00:00"),
        ("2026-12-03T08:00:00+00:00", "Once", None),
        ("2026-12-08T10:00:00+00:00", "New", "2026-12-08T10:30:00+00:00"),
    ]
    assert len({f["external_id"] for f in found.fields}) == 6


def test_a_series_called_off_from_then_on_is_called_off() -> None:
    off = part("RECURRENCE-ID;RANGE=THISANDFUTURE:20261109", "DTSTART:20261109", "STATUS:CANCELLED")
    found = calendar(event("DTSTART:20261102", "RRULE:FREQ=WEEKLY;COUNT=4", more=off))
    states = {str(f["on"]): f.get("state", "") for f in found.fields}
    assert list(states.values()).count("cancelled") == 3
    assert states["2026-11-02"] == ""


@pytest.mark.parametrize(
    "gone", ["EXDATE:20261102,20261109", "EXRULE:FREQ=WEEKLY"], ids=["dates", "rule"]
)
def test_a_series_of_which_every_date_is_called_off_is_said_to_be_left_out(gone: str) -> None:
    found = calendar(event("DTSTART:20261102", "RRULE:FREQ=WEEKLY;COUNT=2", gone))
    assert found.left_out == {"each of their dates was called off or changed": 1}
    assert found.every_entry_is_somewhere


def test_a_series_of_one_date_that_was_changed_is_told_once() -> None:
    changed = part("RECURRENCE-ID:20261102", "DTSTART:20261103")
    found = calendar(event("DTSTART:20261102", "RRULE:FREQ=WEEKLY;COUNT=1", more=changed))
    assert [one["on"] for one in found.fields] == ["2026-11-03"]
    assert found.every_entry_is_somewhere


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("D1 #5", "FREQ=DAILY;INTERVAL=1;COUNT=5"),
        ("D2", "FREQ=DAILY;INTERVAL=2;COUNT=2"),
        ("W2 MO WE 20261231T000000Z", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20261231T000000Z"),
        ("W1 #0", "FREQ=WEEKLY;INTERVAL=1"),
        ("MP1 1+ MO 2- FR SA #3", "FREQ=MONTHLY;INTERVAL=1;BYDAY=1MO,-2FR,-2SA;COUNT=3"),
        ("MP2 1+ 3+ TU #4", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU,3TU;COUNT=4"),
        ("MD1 15 LD 2- #3", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=15,-1,-2;COUNT=3"),
        ("YM1 6 12 #2", "FREQ=YEARLY;INTERVAL=1;BYMONTH=6,12;COUNT=2"),
        ("YD1 1 100 #10", "FREQ=YEARLY;INTERVAL=1;BYYEARDAY=1,100;COUNT=10"),
        ("FREQ=DAILY", "FREQ=DAILY"),
        ("Whenever", "Whenever"),
    ],
)
def test_the_rules_of_old_organisers_are_followed(old: str, new: str) -> None:
    assert modern(old) == new


def test_an_old_calendar_repeats() -> None:
    text = event("DTSTART:20261102T090000Z", "RRULE:W1 MO TH #4").replace(
        "VERSION:2.0", "VERSION:1.0"
    )
    assert days(text) == ["2026-11-02", "2026-11-05", "2026-11-09", "2026-11-12"]


@pytest.mark.parametrize(
    ("name", "summer"),
    [
        ('"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', "07:00"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "07:00"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "13:00"),
        ("(GMT-08.00) Pacific Time (US & Canada)/Tijuana", "16:00"),
        ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "03:30"),
        ("(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi", "01:00"),
        ("(UTC) Dublin, Edinburgh, Lisbon, London", "08:00"),
        ("Pacific Daylight Time", "16:00"),
        ("Central European Time", "07:00"),
        ("Eastern", "13:00"),
        ("MESZ", "07:00"),
        ("Mid-Atlantic Standard Time", "11:00"),
        ("tzone://Microsoft/Utc", "09:00"),
        ("(UTC+03:00) Atlantis, Berlin", "06:00"),
    ],
)
def test_zones_are_known_by_the_names_that_people_are_shown(name: str, summer: str) -> None:
    found = calendar(event(f"DTSTART;TZID={name}:20260720T090000"))
    assert found.starts == [f"2026-07-20T{summer}:00+00:00"]
    assert found.closing.notes == []


@given(st.text(max_size=60))
def test_any_name_of_a_zone_and_any_rule_is_looked_at(text: str) -> None:
    assert all(candidates(text))
    assert isinstance(modern(text), str)


def test_letters_survive_a_charset_that_is_not_true_and_a_manager_is_kept() -> None:
    lines = ("N;CHARSET=UTF-8:M\xfcller;J", "X-MS-MANAGER:Ida Berg")
    (found,) = cards(card(*lines, version="2.1").encode("cp1252")).fields
    assert (found["name"], found["reports_to"]) == ("J Müller", "Ida Berg")


@pytest.mark.parametrize(
    "written",
    ["MAILTO:'Dana@acme.example'", "mailto:dana%40acme.example", "mailto:<dana@acme.example>"],
)
def test_who_takes_part_is_known_however_an_address_is_written(written: str) -> None:
    [record] = calendar(event(MONDAY, f"ATTENDEE;CN='dana@acme.example':{written}")).records
    assert [(one.email, one.name) for one in record.people] == [("dana@acme.example", "")]
