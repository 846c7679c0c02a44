"""Calendars in Settings: watched, connected, read by themselves, forgotten, with every reason said where it belongs."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, calendars, contacts
from sponsor_app.ui.desk import Desk, Told
from sponsor_app.ui.settings.calendar_watch import CalendarWatch
from sponsor_app.ui.settings.calendars_part import CalendarsPart
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip import Chip
from tests.exchange.servers.radicale import PASSWORD, USER, Radicale, needs_radicale, radicale
from tests.services.test_calendars_of_servers import OpenKeyStore
from tests.services.test_imported_meetings import everything, meeting
from tests.ui.conftest import Trail


@pytest.fixture
def keys() -> OpenKeyStore:
    return OpenKeyStore()


@pytest.fixture
def part(desk: Desk, qtbot: QtBot, keys: OpenKeyStore) -> CalendarsPart:
    host = QWidget()
    qtbot.addWidget(host)
    found = CalendarsPart(desk, host, partial(calendars.connect, key_store=keys))
    found.setParent(host)
    host.resize(620, 560)
    host.show()
    found.ask()
    QAbstractItemModelTester(
        found.model, QAbstractItemModelTester.FailureReportingMode.Fatal, found
    )
    return found


@pytest.fixture
def file(app: Services, acme: AccountId, tmp_path: Path) -> Path:
    contacts.add(app, acme, name="Dana Reed", emails=["dana@acme.example"])
    path = tmp_path / "own.ics"
    path.write_text(meeting("20261120"))
    return path


def names(part: CalendarsPart) -> list[str]:
    return [str(one.name or one.path) for one in part.model.records]


def test_a_file_is_watched_read_and_forgotten_and_its_meeting_stays(
    part: CalendarsPart, app: Services, desk: Desk, file: Path, qtbot: QtBot
) -> None:
    assert not part.list.isVisible()
    told: list[Changes] = []
    desk.operations.changed.connect(lambda changes, _who: told.append(changes))
    with qtbot.waitSignal(part.watch.read):
        part.add(str(file))
    qtbot.waitUntil(lambda: any(one.step for one in told))
    assert told[-1].title == "Refreshed calendars: 1 meeting added, 0 updated"
    qtbot.waitUntil(lambda: part.list.isVisible() and bool(part.model.records[0].read_on))
    assert [one.on.day for one in everything(app)] == [20]
    file.unlink()
    with qtbot.waitSignal(part.watch.read):
        part.now.click()
    qtbot.waitUntil(lambda: bool(part.model.records[0].problem))
    known = calendars.watched(app)
    with qtbot.waitSignal(desk.told) as forgotten:
        part.gone.click()
    qtbot.waitUntil(lambda: not part.list.isVisible())
    assert len(everything(app)) == 1
    offered: Told = (forgotten.args or [])[0]
    assert offered.sentence == f"{file.name} is no longer watched"
    offered.take_back()
    qtbot.waitUntil(part.list.isVisible)
    assert calendars.watched(app) == known


def test_what_is_no_calendar_is_refused(
    part: CalendarsPart, tmp_path: Path, qtbot: QtBot, trail: Trail
) -> None:
    (tmp_path / "a.txt").write_text("no calendar")
    part.add(str(tmp_path / "a.txt"))
    qtbot.waitUntil(lambda: bool(trail.refused))
    assert "no calendar" in trail.refused[0].message


def test_the_watch_brings_meetings_in_without_a_word(
    desk: Desk, app: Services, file: Path, qtbot: QtBot, trail: Trail
) -> None:
    calendars.watch(app, file)
    watch = CalendarWatch(desk)
    with qtbot.waitSignals([watch.read, desk.operations.changed]):
        watch.read_now()
    assert trail.said == []
    assert len(everything(app)) == 1


def test_every_part_has_a_name(part: CalendarsPart) -> None:
    part.form.open()
    for one in (part.list, part.form.address, part.form.user, part.form.password):
        assert one.accessibleName()
    assert all(one.accessibleName() for one in part.findChildren(Button) if one.isVisible())


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    with radicale(tmp_path_factory.mktemp("radicale")) as found:
        yield found


def fill(part: CalendarsPart, server: Radicale, password: str) -> None:
    part.server.click()
    for field, text in (
        (part.form.address, server.address),
        (part.form.user, USER),
        (part.form.password, password),
    ):
        field.setText(text)


def chips(part: CalendarsPart) -> Sequence[Chip]:
    return [one for one in part.form.findChildren(Chip) if one.isVisible()]


@needs_radicale
def test_a_calendar_of_a_server_is_chosen_and_connected(
    part: CalendarsPart,
    app: Services,
    file: Path,
    server: Radicale,
    keys: OpenKeyStore,
    qtbot: QtBot,
) -> None:
    work, other = server.calendar("Work"), server.calendar("Board")
    server.put(work, "one", meeting("20261120"))
    fill(part, server, "wrong")
    part.form.act.click()
    error = part.form.address.accessibleDescription
    qtbot.waitUntil(lambda: "does not accept" in error())
    fill(part, server, PASSWORD)
    part.form.act.click()
    qtbot.waitUntil(lambda: [one.text() for one in chips(part)] == ["Board", "Work"])
    part.form.act.click()
    assert "Choose at least one" in error()
    chips(part)[1].click()
    with qtbot.waitSignal(part.form.connected):
        part.form.act.click()
    qtbot.waitUntil(lambda: names(part) == ["Work"])
    assert not part.form.isVisible()
    assert part.form.password.text() == ""
    assert list(keys.kept.values()) == [PASSWORD]
    server.delete(work)
    server.delete(other)
