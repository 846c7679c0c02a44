"""Calendars and mail become interactions: matched, brought up to date, called off, offered; and back again."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.errors import FileProblemError
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.interaction import Kind, Place, State
from sponsor_app.domain.timeline import Interaction
from sponsor_app.services import (
    Services,
    accounts,
    contacts,
    exports,
    history,
    imports,
    interactions,
    members,
)
from sponsor_app.services.imports import FileReport, Options
from sponsor_app.store.queries import timeline
from tests.conftest import Clock
from tests.exchange.documents.texts import event, part

WITH_DANA = "ATTENDEE;CN=Dana:mailto:dana@acme.example"
Bring = Callable[..., FileReport]


@pytest.fixture
def bring(app: Services, tmp_path: Path) -> Bring:
    """Import a text as a file."""

    def bring(text: str, name: str = "a.ics", **wishes: object) -> FileReport:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        return imports.run(app, path, Options(**wishes))  # pyright: ignore[reportArgumentType]

    return bring


@pytest.fixture
def dana(app: Services, acme: AccountId) -> str:
    made = contacts.add(app, acme, name="Dana Reed", emails=["dana@acme.example"])
    return made.created[0]


def everything(app: Services) -> list[Interaction]:
    with app.store.read() as connection:
        ids = [row[0] for row in connection.exec_driver_sql("SELECT id FROM interaction")]
        return timeline.by_ids(connection, ids)


def counts(report: FileReport) -> tuple[int, int, int]:
    return report.created, report.updated, report.unchanged


def left_out(report: FileReport) -> dict[str, int]:
    return {one.reason: one.count for one in report.left_out}


def meeting(on: str = "20261120", *lines: str, **more: str) -> str:
    start = f"DTSTART:{on}T090000Z"
    return event(start, "SUMMARY:Roadmap", WITH_DANA, *lines, **more)


def test_a_meeting_with_a_contact_is_planned_or_held_by_its_date(
    app: Services, bring: Bring, dana: str
) -> None:
    assert counts(bring(meeting("20261120"))) == (1, 0, 0)
    bring(meeting("20261020", uid="past"), "b.ics")
    ahead, past = everything(app)
    assert (ahead.state, past.state) == (State.PLANNED, State.HELD)
    assert ahead.account == "Acme"
    assert [one.contact_id for one in ahead.contacts] == [dana]
    assert [one.name for one in ahead.members] == ["Grace Moreau"]
    assert (ahead.summary, ahead.kind) == ("Roadmap", Kind.MEETING)


def test_the_same_file_again_changes_nothing(app: Services, bring: Bring, dana: str) -> None:
    bring(meeting())
    again = bring(meeting())
    assert counts(again) == (0, 0, 1)
    assert again.import_id is None
    assert len(everything(app)) == 1


def test_the_same_identity_again_moves_the_meeting(app: Services, bring: Bring, dana: str) -> None:
    bring(meeting("20261120"))
    assert counts(bring(meeting("20261127", "LOCATION:Zoom"))) == (0, 1, 0)
    (found,) = everything(app)
    assert found.on.isoformat() == "2026-11-27"
    assert found.place is Place.REMOTE


def test_meetings_of_nobody_known_are_offered_and_taken_when_told_where(
    app: Services, bring: Bring, acme: AccountId
) -> None:
    text = event("DTSTART:20261120T090000Z", "SUMMARY:Coffee", "ATTENDEE:mailto:x@other.example")
    report = bring(text)
    assert everything(app) == []
    (offer,) = report.offered
    assert (offer.title, offer.on, offer.people) == ("Coffee", "2026-11-20", ("x@other.example",))
    assert not report.in_part
    assert counts(bring(text, account_id=acme)) == (1, 0, 0)
    assert everything(app)[0].kind is Kind.COFFEE


def test_the_web_address_of_an_account_tells_whose_meeting_it_is(
    app: Services, bring: Bring
) -> None:
    accounts.add(app, fields={"name": "Zenith", "website": "https://www.zenith.example"})
    bring(event("DTSTART:20261120T090000Z", "ATTENDEE:mailto:new@zenith.example"))
    (found,) = everything(app)
    assert (found.account, found.contacts) == ("Zenith", ())


def test_colleagues_take_part_and_who_declined_does_not(
    app: Services, bring: Bring, dana: str
) -> None:
    members.add(app, name="Tom Okafor", email="tom@n.example")
    members.add(app, name="Ida Berg", email="ida@n.example")
    text = meeting(
        "20261120",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:TOM@n.example",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:ida@n.example",
    )
    bring(text)
    (found,) = everything(app)
    assert {one.name for one in found.members} == {"Grace Moreau", "Tom Okafor"}
    answer = event(
        "DTSTART:20261120T090000Z",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:dana@acme.example",
        head="METHOD:REPLY",
    )
    assert counts(bring(answer)) == (0, 1, 0)
    assert everything(app)[0].contacts == ()
    assert counts(bring(answer)) == (0, 0, 1)
    unknown = answer.replace("UID:one@x", "UID:other")
    assert left_out(bring(unknown)) == {"the meeting is not here": 1}


@pytest.mark.parametrize(
    "gone", [{"head": "METHOD:CANCEL"}, {"lines": ("STATUS:CANCELLED",)}], ids=["method", "status"]
)
def test_a_meeting_called_off_is_called_off_here(
    app: Services, bring: Bring, dana: str, gone: dict[str, object]
) -> None:
    text = meeting("20261120", *gone.get("lines", ()), head=str(gone.get("head", "")))  # pyright: ignore[reportGeneralTypeIssues]
    assert left_out(bring(text)) == {"they were called off, and are not here": 1}
    assert everything(app) == []
    bring(meeting("20261120"))
    assert counts(bring(text)) == (0, 1, 0)
    assert everything(app)[0].state is State.CANCELLED
    assert counts(bring(text)) == (0, 0, 1)


def test_an_old_invitation_does_not_undo_what_came_later(
    app: Services, bring: Bring, dana: str
) -> None:
    invitation = meeting("20261120", head="METHOD:REQUEST")
    later = meeting("20261121", head="METHOD:REQUEST").replace(
        "DTSTAMP:20260101", "DTSTAMP:20260201"
    )
    bring(invitation)
    bring(later)
    report = bring(invitation)
    assert left_out(report) == {"a later message about them is here already": 1}
    assert everything(app)[0].on.isoformat() == "2026-11-21"


SERIES = event("DTSTART:20261102T090000Z", "RRULE:FREQ=WEEKLY;COUNT=5", "SUMMARY:Weekly", WITH_DANA)


def test_a_series_is_one_meeting_each_and_follows_its_changes(
    app: Services, bring: Bring, dana: str
) -> None:
    assert counts(bring(SERIES)) == (5, 0, 0)
    states = [one.state for one in everything(app)]
    assert states == [State.PLANNED] * 2 + [State.HELD] * 3
    moved = part("RECURRENCE-ID:20261123T090000Z", "DTSTART:20261124T090000Z", WITH_DANA)
    assert counts(bring(SERIES.replace("END:VCALENDAR", moved + "END:VCALENDAR"))) == (0, 1, 4)
    assert sorted(one.on.day for one in everything(app)) == [2, 9, 16, 24, 30]


def test_a_series_cut_short_or_called_off_leaves_the_past_as_it_was(
    app: Services, bring: Bring, dana: str
) -> None:
    bring(SERIES)
    bring(SERIES.replace("COUNT=5", "COUNT=4"))
    assert [one.state for one in everything(app)][:2] == [State.CANCELLED, State.PLANNED]
    bring(SERIES.replace("VERSION:2.0", "METHOD:CANCEL"))
    states = [one.state for one in everything(app)]
    assert states == [State.CANCELLED] * 2 + [State.HELD] * 3


def test_a_meeting_that_becomes_a_series_stays_the_same_one(
    app: Services, bring: Bring, dana: str
) -> None:
    bring(SERIES.replace("RRULE:FREQ=WEEKLY;COUNT=5\r\n", ""))
    (first,) = everything(app)
    assert counts(bring(SERIES)) == (4, 1, 0)
    assert first.id in {one.id for one in everything(app)}
    assert counts(bring(SERIES)) == (0, 0, 5)


def test_a_series_that_was_moved_keeps_what_people_noted(
    app: Services, bring: Bring, dana: str
) -> None:
    bring(SERIES)
    (ahead, *_) = everything(app)
    interactions.change(app, ahead.id, summary="Bring the plan")
    moved = SERIES.replace("DTSTART:20261102T09", "DTSTART:20261103T10")
    assert bring(moved).updated == 2
    (last, first, *_) = everything(app)
    assert (last.id, last.on.day, last.summary) == (ahead.id, 1, "Bring the plan")
    assert [one.contact_id for one in first.contacts] == [dana]
    assert State.CANCELLED not in {one.state for one in everything(app)}
    assert counts(bring(moved))[:2] == (0, 0)


def test_what_a_person_changed_by_hand_stays(app: Services, bring: Bring, dana: str) -> None:
    bring(meeting("20261120"))
    (found,) = everything(app)
    interactions.change(app, found.id, summary="Bring the drawings")
    report = bring(meeting("20261127"))
    assert "somebody changed them here, and that is kept" in left_out(report)
    (found,) = everything(app)
    assert (found.summary, found.on.day) == ("Bring the drawings", 27)


def test_an_import_is_taken_back_and_can_come_again(app: Services, bring: Bring, dana: str) -> None:
    for _ in range(2):
        report = bring(SERIES)
        assert counts(report) == (5, 0, 0)
        assert report.import_id is not None
        _, undone = imports.undo(app, report.import_id)
        assert undone.kept == ()
        assert everything(app) == []


def test_two_laptops_make_the_same_meeting(app: Services, bring: Bring, dana: str) -> None:
    bring(meeting())
    (found,) = everything(app)
    assert found.id[14] == "5"  # made of its identity, not of chance


def test_a_dry_run_says_what_would_come(app: Services, bring: Bring, dana: str) -> None:
    assert counts(bring(SERIES, dry_run=True)) == (5, 0, 0)
    assert everything(app) == []


def test_what_somebody_wrote_down_that_day_is_a_possible_duplicate(
    app: Services, bring: Bring, dana: str, acme: AccountId
) -> None:

    interactions.log(app, InteractionDraft(acme, Kind.CALL, app.today()))
    report = bring(meeting("20261118"))
    assert (report.created, report.possible_duplicates) == (1, 1)


def test_our_own_calendar_is_known_again(
    app: Services, bring: Bring, dana: str, tmp_path: Path
) -> None:
    bring(SERIES)
    out = tmp_path / "own.ics"
    exports.export(app, exports.What.INTERACTIONS, out)
    report = imports.run(app, out, Options())
    assert (report.created, report.updated) == (0, 0)
    assert report.unchanged == 5


def test_a_mail_becomes_a_note_with_those_it_names(app: Services, bring: Bring, dana: str) -> None:
    text = (
        "From: Dana Reed <dana@acme.example>\nTo: Grace <grace@n.example>\nSubject: Thanks\n"
        "Date: Tue, 17 Nov 2026 09:00:00 +0000\nMessage-ID: <1@acme.example>\n\nIt works.\n"
    )
    assert counts(bring(text, "a.eml")) == (1, 0, 0)
    assert counts(bring(text, "a.eml")) == (0, 0, 1)
    (found,) = everything(app)
    assert (found.kind, found.state, found.summary) == (
        Kind.MESSAGE,
        State.HELD,
        "Thanks\n\nIt works.",
    )
    assert [one.contact_id for one in found.contacts] == [dana]


def test_five_thousand_events_come_in_quickly(app: Services, bring: Bring, dana: str) -> None:

    more = "".join(
        part(
            f"DTSTART:2026{n % 12 + 1:02}{n % 28 + 1:02}T{n % 24:02}0000Z",
            f"SUMMARY:Nr {n}",
            WITH_DANA,
            uid=f"u{n}",
        )
        for n in range(4_999)
    )
    started = time.perf_counter()
    report = bring(meeting(more=more))
    seconds = time.perf_counter() - started
    assert counts(report) == (5_000, 0, 0)
    assert seconds < 10, "five at the desk, ten on a busy machine"


def test_a_calendar_that_cannot_be_read_changes_nothing(app: Services, bring: Bring) -> None:
    before = len(history.steps(app))
    with pytest.raises(FileProblemError) as refused:
        bring("BEGIN:VCALENDAR\n" + "BEGIN:X\n" * 200_000)
    assert refused.value.message.endswith("Nothing was changed.")
    assert len(history.steps(app)) == before


def test_time_goes_by_and_the_plan_was_held(
    app: Services, bring: Bring, dana: str, clock: Clock
) -> None:
    bring(meeting("20261120"))
    clock.advance(7)
    assert counts(bring(meeting("20261120"))) == (0, 1, 0)
    assert everything(app)[0].state is State.HELD
