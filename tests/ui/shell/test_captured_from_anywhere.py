"""A line from anywhere: another start of the program hands it to the window that runs, or brings that forward."""

import stat
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.interaction import Kind
from sponsor_app.services import Services, accounts, contacts, profiles, stores
from sponsor_app.services.profiles import Clocks, Profile
from sponsor_app.ui.shell.calls import Calls
from sponsor_app.ui.shell.instance import Instance
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.shell.conftest import OPEN, Opened, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


@pytest.fixture(autouse=True)
def runtime(short_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A runtime folder of the test's own."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short_path))
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)


@pytest.fixture
def acme(mine: Services) -> AccountId:
    made = AccountId(accounts.add(mine, fields={"name": "Acme"}).created[0])
    contacts.add(mine, made, name="Dana Reed")
    return made


@pytest.fixture
def window(acme: AccountId, mine: Services, opened: Opened, qtbot: QtBot) -> Window:
    mine.store.close()
    window = opened()
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None)
    qtbot.waitUntil(lambda: calls_of(window).instance is not None)
    settle(window, qtbot)
    return window


def calls_of(window: Window) -> Calls:
    found = window.findChild(Calls)
    assert found is not None
    return found


def ask(profile: Profile, qtbot: QtBot, act: str, text: str = "") -> bool:
    """Ask as another process would, while this one goes on."""
    answers: list[bool] = []
    other = Thread(target=lambda: answers.append(profiles.call_instance(profile, act, text)))
    other.start()
    qtbot.waitUntil(lambda: bool(answers))
    other.join()
    return answers[0]


def test_a_line_handed_over_is_in_the_small_box_and_saved_by_enter(
    window: Window, profile: Profile, clocks: Clocks, acme: AccountId, qtbot: QtBot
) -> None:
    assert ask(profile, qtbot, "capture", "coffee with Dana at Acme yesterday")
    box = calls_of(window).box
    assert box is not None
    qtbot.waitUntil(box.isVisible)
    assert box.line.input.text() == "coffee with Dana at Acme yesterday"
    qtbot.waitUntil(box.isActiveWindow)
    assert QApplication.focusWidget() is box.line.input
    QTest.keyClick(box.line.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not box.isVisible())
    window.close()
    app = stores.open_profile(profile, OPEN, clocks)
    assert [one.kind for one in accounts.page(app, acme).timeline] == [Kind.COFFEE]
    app.store.close()


def test_esc_closes_the_box_and_keeps_the_draft(
    window: Window, profile: Profile, qtbot: QtBot
) -> None:
    ask(profile, qtbot, "capture", "coffee with")
    box = calls_of(window).box
    assert box is not None
    qtbot.waitUntil(box.isVisible)
    QTest.keyClick(box.line.input, Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert ask(profile, qtbot, "capture")
    qtbot.waitUntil(box.isVisible)
    assert box.line.input.text() == "coffee with"


def test_the_box_is_as_high_as_what_it_says(window: Window, qtbot: QtBot) -> None:
    calls_of(window).capture("")
    box = calls_of(window).box
    assert box is not None
    empty = box.height()
    box.line.input.setText("coffee with Dana at Acme yesterday, promised pricing by Friday")
    qtbot.waitUntil(lambda: box.height() > empty)
    assert box.line.geometry() == box.rect()
    assert box.accessibleName() == "Log what happened"
    assert all(part.accessibleName() for part in reachable(box))


def test_a_second_start_brings_the_window_forward(
    window: Window, profile: Profile, qtbot: QtBot
) -> None:
    window.showMinimized()
    assert ask(profile, qtbot, "raise")
    qtbot.waitUntil(lambda: not window.isMinimized())
    qtbot.waitUntil(window.isActiveWindow)


def test_a_second_start_with_an_account_opens_it_in_the_window_that_runs(
    window: Window, profile: Profile, acme: AccountId, qtbot: QtBot
) -> None:
    assert ask(profile, qtbot, "open", "acme")
    qtbot.waitUntil(lambda: getattr(window.main.navigator.here, "account_id", None) == acme)


def test_only_the_same_person_may_knock(window: Window, profile: Profile) -> None:
    place = profiles.instance_address(profile)
    assert place is not None
    assert stat.S_IMODE(Path(place).stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE(Path(place).parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("said", [b"hello\n", b'{"act": "erase"}\n', b"x" * 200_000, b"\n"])
def test_what_is_no_call_is_dropped_and_the_door_stays_open(
    said: bytes, window: Window, profile: Profile, qtbot: QtBot
) -> None:
    door = QLocalSocket()
    door.connectToServer(profiles.instance_address(profile) or "")
    assert door.waitForConnected(2000)
    door.write(said)
    qtbot.waitUntil(lambda: door.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert bytes(door.readAll().data()) == b""
    assert ask(profile, qtbot, "raise")


def test_a_window_that_ended_is_found_no_more(
    window: Window, profile: Profile, qtbot: QtBot
) -> None:
    window.close()
    assert not ask(profile, qtbot, "raise")


def test_one_profile_has_one_door_and_what_a_crash_left_is_no_hindrance(
    window: Window, profile: Profile
) -> None:
    second = Instance(profile, window)
    assert not second.listen()
    second.close()
    place = Path(profiles.instance_address(profile) or "")
    calls_of(window).instance.close()  # pyright: ignore[reportOptionalMemberAccess]
    place.write_text("left by a crash")
    assert second.listen()
    second.close()


def test_before_the_store_is_open_the_line_waits(
    acme: AccountId, mine: Services, profile: Profile, opened: Opened, qtbot: QtBot
) -> None:
    mine.store.close()
    window = opened(capture="coffee with Dana")
    calls = calls_of(window)
    qtbot.waitUntil(lambda: calls.box is not None and calls.box.isVisible())
    assert calls.box is not None
    assert calls.box.line.input.text() == "coffee with Dana"


def test_the_example_team_has_no_door(opened: Opened, profile: Profile, qtbot: QtBot) -> None:
    window = opened(example=True)
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None)
    assert calls_of(window).instance is None
    assert not ask(profile, qtbot, "raise")


def test_without_a_tray_nothing_is_missing(window: Window, qtbot: QtBot) -> None:
    calls = calls_of(window)
    calls._on_quiet()
    qtbot.waitUntil(lambda: calls.tray is not None)
    assert calls.tray is not None
    assert not calls.tray.icon.isVisible()
    with qtbot.waitSignal(calls.tray.captured):
        calls.tray.menu.actions()[0].trigger()
    assert calls.box is not None
    assert calls.box.isVisible()
