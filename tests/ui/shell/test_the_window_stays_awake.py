"""A window that answers: in each journey no turn of the event loop keeps a key waiting, and nothing piles up."""

import gc
import os
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sponsor_app.services import today
from sponsor_app.ui.places import ScreenName, ToAccount, ToBrief, ToScreen
from sponsor_app.ui.shell.making import LIKELY
from sponsor_app.ui.shell.window import Window
from tests.ui.shell.conftest import CONTROL, Key, Opened, press, settle, write

LONGEST = 50.0
"""Milliseconds of the window's own thread in one turn. Processor time: the machine may have other work."""


class Turns(QObject):
    """How long the window's thread worked at a stretch, seen by the dispatcher going to sleep and waking."""

    def __init__(self) -> None:
        super().__init__()
        dispatcher = QApplication.instance().thread().eventDispatcher()  # pyright: ignore[reportOptionalMemberAccess]
        self.longest = 0.0
        self._since = time.thread_time()
        dispatcher.awake.connect(self._on_awake)
        dispatcher.aboutToBlock.connect(self._on_block)

    def begin(self) -> None:
        """From now on."""
        self.longest, self._since = 0.0, time.thread_time()

    def _on_awake(self) -> None:
        self._take()

    def _on_block(self) -> None:
        self._take()

    def _take(self) -> None:
        now = time.thread_time()
        self.longest = max(self.longest, (now - self._since) * 1000)
        self._since = now


@pytest.fixture
def window(opened: Opened, qtbot: QtBot) -> Window:
    """The example team, with every screen seen once: what is loaded then is loaded no more."""
    window = opened(example=True)
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None)
    settle(window, qtbot)
    return window


def everywhere(window: Window, qtbot: QtBot) -> None:
    """Walk through every screen, an account, its brief, the palette and the log line."""
    answered: list[object] = []
    window.desk.operations.query(
        window, lambda app: today.page(app).visits[0].plan, answered.append
    )
    qtbot.waitUntil(lambda: bool(answered))
    account = answered[0].account_id  # pyright: ignore[reportAttributeAccessIssue]
    for name in (ScreenName.TODAY, *ScreenName):
        window.go(ToScreen(name))
        settle(window, qtbot)
    for place in (ToAccount(account), ToBrief(account)):
        window.go(place)
        settle(window, qtbot)
    press(window, Key.Key_K, CONTROL)
    write(window, "tel")
    settle(window, qtbot)
    press(window, Key.Key_Escape)
    press(window, Key.Key_L, CONTROL)
    write(window, "coffee with Signe yesterday")
    settle(window, qtbot)
    press(window, Key.Key_Escape)
    window.go(ToScreen(ScreenName.TODAY))
    settle(window, qtbot)


def test_no_turn_of_the_loop_keeps_a_key_waiting(window: Window, qtbot: QtBot) -> None:
    everywhere(window, qtbot)
    turns = Turns()
    turns.begin()
    everywhere(window, qtbot)
    assert 0 < turns.longest < LONGEST


def kilobytes() -> int:
    """The memory that this process holds."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") // 1024


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells here")
def test_walking_about_for_long_piles_nothing_up(window: Window, qtbot: QtBot) -> None:
    for _warm in range(4):
        everywhere(window, qtbot)
    made = window.main.navigator._screens
    qtbot.waitUntil(lambda: set(LIKELY) <= set(made), timeout=60_000)  # ahead of whoever goes there
    gc.collect()
    widgets, before = len(QApplication.allWidgets()), kilobytes()
    for _round in range(12):
        everywhere(window, qtbot)
        gc.collect()  # as the running window does every second
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert len(QApplication.allWidgets()) <= widgets + 20
    assert kilobytes() - before < 6_000
