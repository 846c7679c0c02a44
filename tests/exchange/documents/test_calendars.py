"""Events as calendars write them: the right moments, and every entry imported, left out or rejected."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.importing import ImportedPerson
from sponsor_app.exchange.calendars.series import MOST
from sponsor_app.exchange.tabular.problems import UnreadableError
from tests.exchange.documents.texts import calendar, event, part

EASTERN = """\
BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16011104T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010311T020000
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
END:VTIMEZONE"""


def only(text: str) -> dict[str, object]:
    (fields,) = calendar(text).fields
    return fields


def test_an_event_gives_when_what_where_and_who() -> None:
    (record,) = calendar(
        event(
            "DTSTART:20261120T090000Z",
            "DTEND:20261120T100000Z",
            "SUMMARY:Plan\\, together",
            "DESCRIPTION:line one\\nline two",
            "LOCATION:Bergen",
            'ORGANIZER;CN="Reed, Dana":MAILTO:Dana@Acme.example',
            "ATTENDEE;CN=Tom;PARTSTAT=DECLINED:mailto:tom@n.example",
            "ATTENDEE;CUTYPE=ROOM;CN=Room 1:mailto:room@n.example",
        )
    ).records
    assert record.fields["starts_at"] == "2026-11-20T09:00:00+00:00"
    assert record.fields["ends_at"] == "2026-11-20T10:00:00+00:00"
    assert record.fields["title"] == "Plan, together"
    assert record.fields["notes"] == "line one\nline two"
    assert record.fields["location"] == "Bergen"
    assert record.people == (
        ImportedPerson("dana@acme.example", "Reed, Dana", organizer=True),
        ImportedPerson("tom@n.example", "Tom", "declined"),
    )


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Oslo", "Europe/Oslo"),
        ('"Europe/Oslo"', "Europe/Oslo"),
        ("/freeassociation.sourceforge.net/Tzfile/Europe/Oslo", "Europe/Oslo"),
        ("/mozilla.org/20050126_1/Europe/Oslo", "Europe/Oslo"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ('"W. Europe Standard Time 1"', "Europe/Berlin"),
    ],
)
def test_zones_are_known_by_all_their_names(name: str, zone: str) -> None:
    fields = only(event(f"DTSTART;TZID={name}:20260701T090000"))
    assert (fields["starts_at"], fields["zone"]) == ("2026-07-01T07:00:00+00:00", zone)


@pytest.mark.parametrize("name", ["Customized Time Zone", "GMT -0500 (Standard) / GMT -0400"])
def test_a_zone_that_only_the_file_describes_is_followed(name: str) -> None:
    head = EASTERN.format(name=name)
    quoted = f'DTSTART;TZID="{name}"'
    assert only(event(f"{quoted}:20260701T090000", head=head))["starts_at"] == (
        "2026-07-01T13:00:00+00:00"
    )
    assert only(event(f"{quoted}:20261201T090000", head=head))["starts_at"] == (
        "2026-12-01T14:00:00+00:00"
    )


def test_a_zone_nobody_knows_is_named_and_its_times_are_those_of_the_calendar() -> None:
    head = "X-WR-TIMEZONE:Europe/Oslo"
    found = calendar(event("DTSTART;TZID=Mars/Olympus:20260701T090000", head=head))
    assert found.starts == ["2026-07-01T07:00:00+00:00"]
    assert "“Mars/Olympus”" in found.closing.notes[0]


def test_an_offset_is_a_zone() -> None:
    for name in ("(UTC+02:00) Somewhere", "GMT+0200", "UTC+2"):
        fields = only(event(f'DTSTART;TZID="{name}":20260701T090000'))
        assert fields["starts_at"] == "2026-07-01T07:00:00+00:00"


def test_all_day_events_have_a_day_and_no_hour() -> None:
    fields = only(event("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227"))
    assert fields["on"] == "2026-12-24"
    assert "starts_at" not in fields
    assert only(event("DTSTART:20261224"))["on"] == "2026-12-24"


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("DURATION:PT1H30M", "2026-11-20T10:30:00+00:00"),
        ("DURATION:P1D", "2026-11-21T09:00:00+00:00"),
        ("DTEND;TZID=Europe/Oslo:20261120T110000", "2026-11-20T10:00:00+00:00"),
        ("DURATION:-PT1H", None),
        ("DTEND:20261120T080000Z", None),
        ("DURATION:forever", None),
    ],
)
def test_ends_are_told_in_several_ways_and_nonsense_is_no_end(line: str, end: str | None) -> None:
    assert only(event("DTSTART:20261120T090000Z", line)).get("ends_at") == end


def test_a_series_is_unrolled_within_two_years_of_today() -> None:
    found = calendar(event("DTSTART;TZID=Europe/Oslo:20200106T090000", "RRULE:FREQ=WEEKLY"))
    assert found.starts[0] == "2024-11-18T08:00:00+00:00"
    assert found.starts[-1] == "2028-11-13T08:00:00+00:00"
    assert len(found.starts) == 209
    assert "2026-07-06T07:00:00+00:00" in found.starts  # by the watch, in summer too
    assert found.every_entry_is_somewhere


def test_a_daily_series_has_at_most_a_thousand_dates_nearest_to_today() -> None:
    found = calendar(event("DTSTART:20200101T090000Z", "RRULE:FREQ=DAILY"))
    assert len(found.starts) == MOST
    days = {one[:10] for one in found.starts}
    assert {"2026-11-18", "2027-11-18", "2025-11-18"} <= days


def test_of_a_series_that_ended_long_ago_the_first_date_stays() -> None:
    found = calendar(event("DTSTART:20130106T090000Z", "RRULE:FREQ=WEEKLY;COUNT=9"))
    assert found.starts == ["2013-01-06T09:00:00+00:00"]


def test_a_day_nobody_can_mean_is_rejected_and_a_birthday_comes_every_year() -> None:
    found = calendar(event("DTSTART:19500101T090000Z"))
    assert [one.reason for one in found.rejected] == ["1950-01-01 is more than 50 years away"]
    yearly = calendar(event("DTSTART;VALUE=DATE:19500105", "RRULE:FREQ=YEARLY"))
    assert yearly.starts == ["2025-01-05", "2026-01-05", "2027-01-05", "2028-01-05"]


def test_dates_are_taken_out_added_moved_and_called_off() -> None:
    series = event(
        "DTSTART;TZID=Europe/Oslo:20261102T090000",
        "RRULE:FREQ=WEEKLY;COUNT=5",
        "EXDATE;TZID=Europe/Oslo:20261109T090000",
        "RDATE;VALUE=PERIOD;TZID=Europe/Oslo:20261204T090000/PT1H",
        "SUMMARY:Weekly",
        more=part(
            "RECURRENCE-ID;TZID=Europe/Oslo:20261116T090000",
            "DTSTART:20261117T140000Z",
            "SUMMARY:Moved",
        )
        + part("RECURRENCE-ID:20261123T080000Z", "DTSTART:20261123T080000Z", "STATUS:CANCELLED"),
    )
    found = calendar(series)
    told = {
        str(one["external_id"]): (one["starts_at"], one.get("title"), one.get("state"))
        for one in found.fields
    }
    assert told == {
        "one@x#20261102T080000Z": ("2026-11-02T08:00:00+00:00", "Weekly", None),
        "one@x#20261130T080000Z": ("2026-11-30T08:00:00+00:00", "Weekly", None),
        "one@x#20261204T080000Z": ("2026-12-04T08:00:00+00:00", "Weekly", None),
        "one@x#20261116T080000Z": ("2026-11-17T14:00:00+00:00", "Moved", None),
        "one@x#20261123T080000Z": ("2026-11-23T08:00:00+00:00", None, "cancelled"),
    }
    assert found.every_entry_is_somewhere


def test_a_changed_date_without_its_series_is_a_meeting_of_its_own() -> None:
    fields = only(event("RECURRENCE-ID:20261123T080000Z", "DTSTART:20261124T080000Z"))
    assert fields["external_id"] == "one@x#20261123T080000Z"
    assert fields["on"] == "2026-11-24"


def test_the_end_of_a_series_counts_by_the_watch_of_its_zone() -> None:
    found = calendar(
        event(
            "DTSTART;TZID=America/New_York:20261102T200000",
            "RRULE:FREQ=DAILY;UNTIL=20261105T010000Z",
        )
    )
    assert [one[:10] for one in found.starts] == ["2026-11-03", "2026-11-04", "2026-11-05"]


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=HOURLY;COUNT=9", "FREQ=DAILY;COUNT=x"])
def test_a_rule_that_cannot_be_followed_keeps_the_first_date_and_is_reported(rule: str) -> None:
    found = calendar(event("DTSTART:20261120T090000Z", f"RRULE:{rule}"))
    assert len(found.records) == 1
    (problem,) = found.rejected
    assert problem.column == "RRULE"
    assert "its first date is kept" in problem.reason


def test_private_events_tasks_and_proposals_are_left_out_with_the_reason() -> None:
    text = event(
        "DTSTART:20261120T090000Z",
        "CLASS:PRIVATE",
        "SUMMARY:secret",
        more="BEGIN:VTODO\r\nSUMMARY:x\r\nEND:VTODO\r\nBEGIN:VFREEBUSY\r\nEND:VFREEBUSY\r\n",
    )
    found = calendar(text)
    assert found.records == []
    assert "secret" not in str(found.shape.preview)
    assert found.left_out == {
        "they are private": 1,
        "only meetings are imported": 1,
        "they do not say what for": 1,
    }
    counter = calendar(event("DTSTART:20261120T090000Z", head="METHOD:COUNTER"))
    assert counter.left_out == {"they only propose another time": 1}


def test_the_latest_version_of_an_event_counts() -> None:
    first = ("DTSTART:20261120T090000Z", "SEQUENCE:2", "SUMMARY:New")
    found = calendar(event(*first, more=part("DTSTART:20261119T090000Z", "SUMMARY:Old")))
    assert [one["title"] for one in found.fields] == ["New"]
    assert found.left_out == {"the same event is there again": 1}
    assert found.every_entry_is_somewhere


def test_two_events_that_wear_one_identity_by_mistake_both_stay() -> None:
    more = part("DTSTAMP:20260101T000000Z", "DTSTART:20261121T090000Z", "SUMMARY:Back")
    found = calendar(event("DTSTART:20261120T090000Z", "SUMMARY:Out", more=more))
    assert [one["title"] for one in found.fields] == ["Out", "Back"]
    assert len({one["external_id"] for one in found.fields}) == 2


def test_an_event_without_an_identity_gets_the_same_one_every_time() -> None:
    text = event("DTSTART:20261120T090000Z", "SUMMARY:x", uid="")
    assert only(text)["external_id"] == only(text)["external_id"]


def test_an_event_without_a_start_or_with_nonsense_is_rejected_with_its_line() -> None:
    text = event("SUMMARY:when?", more=part("DTSTART:sometime", "SUMMARY:x", uid="two"))
    found = calendar(text)
    assert [(one.at, one.reason) for one in found.rejected] == [
        ("line 3", "the event has no start"),
        ("line 8", "“sometime” is no time"),
    ]
    assert found.every_entry_is_somewhere


def test_events_without_an_end_inside_each_other_or_without_a_calendar_are_all_read() -> None:
    text = "BEGIN:VEVENT\nUID:a\nDTSTART:20261120\nBEGIN:VEVENT\nUID:b\nDTSTART:20261121\n"
    found = calendar(text)
    assert [one["on"] for one in found.fields] == ["2026-11-20", "2026-11-21"]
    assert "Entries without an end: 2" in found.closing.notes[0]


def test_a_text_that_is_no_calendar_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no calendar"):
        calendar("Subject: hello\n")
    with pytest.raises(UnreadableError, match="deep in each other"):
        calendar("BEGIN:X\n" * 200_000)


WORDS = st.sampled_from(
    [
        "BEGIN:VEVENT",
        "END:VEVENT",
        "UID:a",
        "UID:b",
        "DTSTART:20261120T090000Z",
        "DTSTART;TZID=Europe/Oslo:20261120T090000",
        "DTSTART;VALUE=DATE:20261120",
        "DTEND:20261120T100000Z",
        "RRULE:FREQ=WEEKLY;COUNT=3",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "RECURRENCE-ID:20261127T090000Z",
        "EXDATE:20261127T090000Z",
        "STATUS:CANCELLED",
        "CLASS:PRIVATE",
        "METHOD:CANCEL",
        "BEGIN:VTIMEZONE",
        "END:VTIMEZONE",
        "BEGIN:VTODO",
        "END:VTODO",
        "stray",
    ]
)


@given(st.lists(WORDS, max_size=40))
@settings(max_examples=300)
def test_whatever_the_order_of_lines_every_entry_is_somewhere(lines: list[str]) -> None:
    text = "BEGIN:VCALENDAR\n" + "\n".join(lines)
    assert calendar(text).every_entry_is_somewhere
