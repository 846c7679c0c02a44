"""The whole window over a real profile, on a computer that has no key store, with a clock that stands still."""

import logging
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import null
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.services import Services, profiles, stores
from sponsor_app.services.profiles import Clocks, Me, Profile, Unlocking
from sponsor_app.ui.accounts.page_screen import AccountScreen
from sponsor_app.ui.coverage.peek import key_of
from sponsor_app.ui.coverage.screen import CoverageScreen
from sponsor_app.ui.settings.first_run import FirstRun
from sponsor_app.ui.shell.application import build
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets import theme
from tests.conftest import Clock

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
OPEN = Unlocking(unencrypted=True)
Opened = Callable[..., Window]


@pytest.fixture(autouse=True)
def no_key_store(tmp_path: Path) -> Iterator[None]:
    """No test asks the developer's own key store, and the example team lives below the test's folder."""
    before = keyring.get_keyring()
    keyring.set_keyring(null.Keyring())
    tempfile.tempdir = str(tmp_path)
    handlers = list(logging.getLogger("sponsor_app").handlers)
    yield
    tempfile.tempdir = None  # asked for anew
    keyring.set_keyring(before)
    log = logging.getLogger("sponsor_app")
    for handler in [one for one in log.handlers if one not in handlers]:
        log.removeHandler(handler)
        handler.close()


@pytest.fixture
def clocks(clock: Clock) -> Clocks:
    return Clocks(clock.now, clock.today)


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return profiles.profile_at(str(tmp_path / "profile"))


@pytest.fixture
def mine(profile: Profile, clocks: Clocks) -> Iterator[Services]:
    """A store that its owner left unprotected: it opens without a question. Close it before the window opens."""
    made = stores.create(profile, Me("Grace Moreau", function="engineering"), OPEN, clocks)
    yield made
    made.store.close()


@pytest.fixture
def opened(profile: Profile, clocks: Clocks, qtbot: QtBot) -> Iterator[Opened]:
    """Build the window, show it, and wait until it has the keyboard."""
    windows: list[Window] = []

    def shown(
        *,
        example: bool = False,
        account: str = "",
        passphrase_file: str | None = None,
        capture: str | None = None,
        width: int = 1280,
    ) -> Window:
        theme.set_less_motion(True)
        window = build(
            profile,
            clocks,
            example=example,
            account=account,
            passphrase_file=passphrase_file,
            capture=capture,
        )
        windows.append(window)
        window.resize(width, 720)
        window.show()
        window.activateWindow()
        if capture is None:  # else the small box takes the keyboard
            qtbot.waitUntil(window.isActiveWindow)
        return window

    yield shown
    for window in windows:
        window.close()
        window.desk.operations.shutdown()
        window.deleteLater()
    # A window left over would be dressed anew by every test that changes the look.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def working(mine: Services, opened: Opened, qtbot: QtBot) -> Window:
    """The window on an open store, at its first page."""
    window = opened()
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None)
    return window


def press(window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def write(window: QWidget, text: str) -> None:
    """Type where the keyboard is."""
    QTest.keyClicks(QApplication.focusWidget() or window, text)


def peeked(screen: CoverageScreen) -> str | None:
    """Which account or member has the keyboard in the list beside the board."""
    one = screen.view.peek.current()
    return None if one is None else key_of(one)


def settle(window: Window, qtbot: QtBot) -> None:
    """Wait until everything that was asked of the store has been answered and can be shown."""
    done: list[object] = []
    window.desk.operations.query(window, lambda _app: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    page = window.main.navigator.current()
    if isinstance(page, AccountScreen):  # it is made in turns
        qtbot.waitUntil(lambda: page.body.isVisibleTo(page) or page.gone.isVisibleTo(page))


def drop(page: FirstRun | Window, file: Path) -> None:
    """Let go of a file over a page. Qt passes a drop on only while a mouse drags it: the page is asked itself."""
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entered = QDragEnterEvent(QPoint(20, 20), copy, held, left, NONE)
    entered.ignore()
    page.dragEnterEvent(entered)
    if entered.isAccepted():
        page.dropEvent(QDropEvent(QPointF(20, 20), copy, held, left, NONE))
