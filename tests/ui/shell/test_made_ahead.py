"""While a person reads their first page the other screens are made and filled, and never in their way."""

from PySide6.QtCore import QElapsedTimer, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sponsor_app.services import Services
from sponsor_app.ui.accounts.list_screen import AccountsScreen
from sponsor_app.ui.people.list_screen import PeopleScreen
from sponsor_app.ui.places import ScreenName, ToScreen
from sponsor_app.ui.shell.making import LIKELY, READS, Making
from sponsor_app.ui.shell.window import Window
from tests.ui.shell.conftest import Opened

PATIENCE = 60_000


def making(window: Window) -> Making:
    return Making(window.desk.operations, window)


def names_made(window: Window) -> set[str]:
    return set(window.main.navigator._screens)


def test_every_likely_screen_is_made_and_filled_while_today_is_read(
    opened: Opened, qtbot: QtBot
) -> None:
    window = opened(example=True)
    qtbot.waitUntil(lambda: set(LIKELY) <= names_made(window), timeout=PATIENCE)
    shown = window.main.navigator.current()
    assert shown is not None
    assert shown is window.main.navigator.screen(ScreenName.TODAY.value)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert shown.isAncestorOf(focus)
    screen = window.main.navigator.screen(ScreenName.PEOPLE.value)
    assert isinstance(screen, PeopleScreen)
    qtbot.waitUntil(lambda: screen.view.table.rows.rowCount() > 0)
    assert not screen.isVisible()


def test_a_screen_made_ahead_is_not_read_again_when_it_is_opened(
    mine: Services, opened: Opened, qtbot: QtBot
) -> None:
    window = opened()
    qtbot.waitUntil(lambda: set(LIKELY) <= names_made(window), timeout=PATIENCE)
    screen = window.main.navigator.screen(ScreenName.ACCOUNTS.value)
    assert isinstance(screen, AccountsScreen)
    assert not screen._stale
    window.go(ToScreen(ScreenName.ACCOUNTS))
    assert screen.isVisible()
    assert screen.none_yet.action.isVisible()


class Hears(QObject):
    """Notes when a screen is made."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.made = 0
        window.main.navigator.made.connect(self._on_made)

    def _on_made(self, _screen: object) -> None:
        self.made += 1


def test_nothing_is_made_while_somebody_types(working: Window, qtbot: QtBot) -> None:
    heard, since = Hears(working), QElapsedTimer()
    making(working).start()
    since.start()

    def typed_for_long() -> bool:
        QTest.keyClick(working.windowHandle(), Qt.Key.Key_Shift)
        return since.elapsed() > 4 * READS

    qtbot.waitUntil(typed_for_long)
    assert heard.made == 0
    assert working.floating.palette is None
    qtbot.waitUntil(lambda: heard.made > 0)
    assert working.floating.palette is not None
    assert working.floating.log_line is not None


def test_nothing_is_made_behind_a_lock(working: Window, qtbot: QtBot) -> None:
    maker = making(working)
    maker.start()
    working.desk.operations.closing.emit()
    heard = Hears(working)
    qtbot.waitUntil(lambda: not maker._timer.isActive())
    assert heard.made == 0
