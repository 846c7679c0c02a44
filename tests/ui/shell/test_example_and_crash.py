"""The example team leaves no trace; our own mistake is said, logged, and loses nothing."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from sponsor_app.services import Services, accounts
from sponsor_app.services.profiles import Profile
from sponsor_app.ui.shell.application import _on_bug
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets.choice import Choice
from tests.ui.shell.conftest import CONTROL, Key, Opened, press, settle


def made(folder: Path) -> list[Path]:
    return list(folder.glob("sponsor-example-*"))


def counted(window: Window, qtbot: QtBot) -> int:
    found: list[int] = []
    window.desk.operations.query(window, lambda app: len(accounts.listed(app)), found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=30_000)
    return found[0]


def test_example_opens_on_a_team_says_so_and_goes_without_a_trace(
    opened: Opened, profile: Profile, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened(example=True)
    assert window.main.standing.sentence() == "Example data. Nothing you do here is kept."
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None, timeout=30_000)
    assert counted(window, qtbot) == 48
    assert window.main.rail.status.text() == "Example data"
    assert len(made(tmp_path)) == 1
    window.close()
    assert made(tmp_path) == []
    assert not profile.store.exists()


def test_looking_around_from_the_first_question_and_back_to_it(
    opened: Opened, profile: Profile, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened()
    window.first_run.example.setFocus()
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None, timeout=30_000)
    assert counted(window, qtbot) == 48
    window.main.standing.acted.emit()
    qtbot.waitUntil(window.first_run.isVisible)
    assert window.first_run.input.hasFocus()
    assert made(tmp_path) == []
    assert not profile.store.exists()
    window.first_run.input.setText("Acme")
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: profile.store.exists() and window.is_working())
    settle(window, qtbot)
    assert counted(window, qtbot) == 1


def crash(window: Window, profile: Profile) -> None:
    error = ZeroDivisionError("the bug of the day")
    _on_bug(window, profile, type(error), error, None)


def choices(window: Window) -> list[Choice]:
    return [choice for choice in window.findChildren(Choice) if choice.is_open()]


def test_a_crash_is_said_once_logged_and_work_goes_on(
    working: Window, mine: Services, profile: Profile, qtbot: QtBot
) -> None:
    accounts.add(mine, fields={"name": "Acme"})
    crash(working, profile)
    crash(working, profile)
    asked = choices(working)
    assert len(asked) == 1
    assert "What was saved is safe" in asked[0].accessibleName()
    log = profile.logs / "sponsor.log"
    assert str(log) in asked[0].accessibleName()
    assert log.read_text().count("ZeroDivisionError") == 2
    assert "the bug of the day" not in log.read_text()
    press(working, Key.Key_Return)
    assert choices(working) == []
    assert counted(working, qtbot) == 1
    press(working, Key.Key_2, CONTROL)
    settle(working, qtbot)


def test_a_crash_may_close_the_window(working: Window, profile: Profile) -> None:
    crash(working, profile)
    choices(working)[0].buttons["close"].click()
    assert not working.isVisible()
