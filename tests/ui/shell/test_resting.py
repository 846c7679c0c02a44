"""A window that a person has settled in gives back the memory that it no longer needs."""

from pytestqt.qtbot import QtBot

from sponsor_app.ui.places import ScreenName, ToScreen
from sponsor_app.ui.shell.resting import Resting
from sponsor_app.ui.shell.window import Window


def test_settling_on_a_screen_gives_memory_back_once(working: Window, qtbot: QtBot) -> None:
    resting = Resting(working.desk, working.main.navigator, working)
    with qtbot.waitSignal(resting.rested, timeout=10_000):
        working.go(ToScreen(ScreenName.ACCOUNTS))
        working.go(ToScreen(ScreenName.ISSUES))
    with qtbot.assertNotEmitted(resting.rested, wait=50):
        working.repaint()
