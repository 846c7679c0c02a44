"""Calendars that are watched bring their meetings up to date, and say nothing when nothing changed."""

import os
from pathlib import Path

import pytest

from sponsor_app.domain.errors import FileProblemError, NotFoundError
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.interaction import State
from sponsor_app.services import (
    Services,
    accounts,
    calendars,
    contacts,
    history,
    imports,
    interactions,
)
from tests.conftest import Clock
from tests.exchange.documents.texts import event, part
from tests.services.test_imported_meetings import WITH_DANA, everything, meeting


@pytest.fixture
def file(app: Services, acme: AccountId, tmp_path: Path) -> Path:
    """A watched calendar with one meeting ahead."""
    contacts.add(app, acme, name="Dana Reed", emails=["dana@acme.example"])
    folder = tmp_path / "calendars"
    folder.mkdir()
    path = folder / "own.ics"
    path.write_text(meeting("20261120"))
    calendars.watch(app, path)
    return path


def test_a_watched_file_is_read_once_and_again_when_it_changes(app: Services, file: Path) -> None:
    assert calendars.refresh(app).created == 1
    steps = len(history.steps(app))
    nothing = calendars.refresh(app)
    assert (nothing.files, nothing.import_id) == (0, None)
    file.write_text(meeting("20261127"))
    os.utime(file, (1, 1))
    assert calendars.refresh(app).updated == 1
    assert everything(app)[0].on.day == 27
    assert len(history.steps(app)) == steps + 1


def test_reading_every_file_again_makes_no_step(app: Services, file: Path) -> None:
    calendars.refresh(app)
    steps = len(history.steps(app))
    again = calendars.refresh(app, every=True)
    assert (again.files, again.unchanged, again.import_id) == (1, 1, None)
    assert len(history.steps(app)) == steps


def test_a_refresh_is_one_step_that_can_be_taken_back(app: Services, file: Path) -> None:
    done = calendars.refresh(app)
    assert done.import_id is not None
    imports.undo(app, done.import_id)
    assert everything(app) == []


def test_what_was_read_unasked_is_not_what_undo_takes_back(app: Services, file: Path) -> None:
    accounts.add(app, fields={"name": "Bolt"})
    calendars.refresh(app, asked=False)
    read = history.steps(app)[0]
    assert history.undo(app)[0].title == "Undid: Added Bolt"
    assert len(everything(app)) == 1
    assert history.redo(app)[0].title == "Added Bolt"
    history.undo(app, read.step)
    assert everything(app) == []


def test_what_was_deleted_here_stays_deleted(app: Services, file: Path) -> None:
    calendars.refresh(app)
    interactions.delete(app, everything(app)[0].id)
    assert calendars.refresh(app, every=True).created == 0
    assert everything(app) == []


def test_a_plan_that_is_over_waits_for_somebody_to_say_it_was_held(
    app: Services, file: Path, clock: Clock
) -> None:
    calendars.refresh(app)
    clock.advance(7)
    done = calendars.refresh(app)
    assert (done.files, done.updated) == (1, 0)
    assert everything(app)[0].state is State.PLANNED


def test_in_a_folder_the_last_word_counts_however_the_files_are_called(
    app: Services, file: Path
) -> None:
    calendars.forget(app, file)
    file.unlink()
    calendars.watch(app, file.parent)
    later = meeting("20261121", head="METHOD:CANCEL").replace("DTSTAMP:2026", "DTSTAMP:2027")
    (file.parent / "a-cancel.ics").write_text(later)
    (file.parent / "b-request.ics").write_text(meeting("20261120", head="METHOD:REQUEST"))
    (file.parent / "notes.txt").write_text("no calendar")
    calendars.refresh(app)
    for _ in range(2):
        assert calendars.refresh(app, every=True).import_id is None
        assert [one.state for one in everything(app)] == [State.CANCELLED]


def test_a_file_that_is_gone_or_broken_is_named_and_the_others_are_read(
    app: Services, file: Path
) -> None:
    calendars.watch(app, file.parent)
    other = file.parent / "other.ics"
    other.write_text("BEGIN:X\n" * 1000)
    gone = file.parent / "gone.ics"
    gone.write_text(event("DTSTART:20261120"))
    calendars.watch(app, gone)
    gone.unlink()
    done = calendars.refresh(app)
    assert {Path(name).name for name, _ in done.problems} == {"other.ics", "gone.ics"}
    assert len(everything(app)) == 1


def test_only_calendars_can_be_watched(app: Services, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Email\nx,y\n")
    with pytest.raises(FileProblemError, match="no calendar"):
        calendars.watch(app, path)
    with pytest.raises(FileProblemError, match="not found"):
        calendars.watch(app, tmp_path / "nowhere.ics")
    with pytest.raises(NotFoundError):
        calendars.forget(app, path)
    assert calendars.watched(app) == ()


def test_a_calendar_that_is_only_half_written_calls_nothing_off(app: Services, file: Path) -> None:
    other = part("DTSTART:20261125T090000Z", WITH_DANA, uid="two")
    file.write_text(meeting("20261120", more=other))
    calendars.refresh(app)
    file.write_text(meeting("20261120").replace("END:VCALENDAR", ""))
    os.utime(file, (1, 1))
    half = calendars.refresh(app)
    assert "none was called off" in half.problems[0][1]
    assert [one.state for one in everything(app)] == [State.PLANNED] * 2
    file.write_text(meeting("20261120"))
    calendars.refresh(app, every=True)
    assert [one.state for one in everything(app)] == [State.CANCELLED, State.PLANNED]


def test_a_calendar_written_to_its_end_without_a_meeting_calls_it_off(
    app: Services, file: Path
) -> None:
    other = part("DTSTART:20261125T090000Z", WITH_DANA, uid="two")
    file.write_text(meeting("20261120", more=other))
    calendars.refresh(app)
    file.write_text(meeting("20261120"))
    assert calendars.refresh(app, every=True).updated == 1
    assert [one.state for one in everything(app)] == [State.CANCELLED, State.PLANNED]
    file.write_text(meeting("20261120", more=other))
    assert calendars.refresh(app, every=True).updated == 1
    assert [one.state for one in everything(app)] == [State.PLANNED] * 2
