"""One plan, or all with an account, as a file that a calendar of another make reads, with its reminder."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.errors import FileProblemError, InvalidError, NotFoundError
from sponsor_app.domain.ids import AccountId, ContactId, InteractionId
from sponsor_app.domain.interaction import Kind, Place
from sponsor_app.services import Services, contacts, interactions
from sponsor_app.services.exports import visits

DAY = date(2026, 11, 25)
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


@pytest.fixture
def dana(app: Services, acme: AccountId) -> ContactId:
    made = contacts.add(app, acme, name="Dana Reed", emails=["dana@acme.example"])
    return ContactId(made.created[0])


def plan(
    app: Services, acme: AccountId, dana: ContactId, day: date = DAY, at: datetime | None = None
) -> InteractionId:
    draft = InteractionDraft(
        acme, Kind.VISIT, day, Place.THEIRS, contact_ids=(dana,), starts_at=at, city="Bergen"
    )
    return InteractionId(interactions.log(app, draft).created[0])


def events(path: Path) -> list[Any]:
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def test_a_plan_without_an_hour_is_a_day_that_reminds_at_nine_the_day_before(
    app: Services, acme: AccountId, dana: ContactId, tmp_path: Path
) -> None:
    one = plan(app, acme, dana)
    (event,) = events(visits.write_calendar_file(app, (one,), tmp_path / "visit.ics"))
    assert (str(event["UID"]), event.decoded("DTSTART")) == (one, DAY)
    assert (str(event["SUMMARY"]), str(event["LOCATION"])) == (
        "Visit: Acme",
        "their site, Bergen",
    )
    assert "mailto:dana@acme.example" in [str(who) for who in event["ATTENDEE"]]
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == -timedelta(hours=15)


def test_a_plan_with_an_hour_reminds_as_long_before_as_was_asked(
    app: Services, acme: AccountId, dana: ContactId, tmp_path: Path
) -> None:
    one = plan(app, acme, dana, at=NOON)
    path = tmp_path / "visit.ics"
    (event,) = events(visits.write_calendar_file(app, (one,), path))
    assert event.decoded("DTSTART") == NOON
    assert event.walk("VALARM")[0].decoded("TRIGGER") == -timedelta(hours=1)
    (event,) = events(visits.write_calendar_file(app, (one,), path, remind=90))
    assert event.walk("VALARM")[0].decoded("TRIGGER") == -timedelta(minutes=90)
    (event,) = events(visits.write_calendar_file(app, (one,), path, remind=0))
    assert event.walk("VALARM") == []


def test_everything_planned_with_an_account_and_nothing_else(
    app: Services, acme: AccountId, dana: ContactId, tmp_path: Path
) -> None:
    later = plan(app, acme, dana, date(2026, 12, 2))
    soon = plan(app, acme, dana)
    plan(app, acme, dana, date(2026, 11, 2))
    off = plan(app, acme, dana, date(2026, 12, 9))
    interactions.cancel(app, off)
    ids = visits.planned_ids(app, acme)
    assert ids == [soon, later]
    assert len(events(visits.write_calendar_file(app, ids, tmp_path / "all.ics"))) == 2


def test_what_was_called_off_another_ending_and_a_folder_that_is_gone_are_refused(
    app: Services, acme: AccountId, dana: ContactId, tmp_path: Path
) -> None:
    one = plan(app, acme, dana)
    with pytest.raises(InvalidError, match="calendar file"):
        visits.write_calendar_file(app, (one,), tmp_path / "visit.txt")
    with pytest.raises(InvalidError, match="minutes"):
        visits.write_calendar_file(app, (one,), tmp_path / "visit.ics", remind=-1)
    with pytest.raises(FileProblemError, match="folder"):
        visits.write_calendar_file(app, (one,), tmp_path / "gone" / "visit.ics")
    interactions.cancel(app, one)
    with pytest.raises(NotFoundError):
        visits.write_calendar_file(app, (one,), tmp_path / "visit.ics")
    assert list(tmp_path.rglob("*.ics")) == []
