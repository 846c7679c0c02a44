"""How long the window's loop is held up: a beat each millisecond, and the longest time between two in each step of a journey.

Usage: ``python gaps.py PROFILE READS``, where ``READS`` is for how many milliseconds a person looks at the first page before
they go on; prints ``mark first-STEP SECONDS`` for the first time of each step and ``mark again-STEP``.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services
from sponsor_app.ui.places import Place, ScreenName, ToAccount, ToBrief, ToScreen
from tests.benchmarks.opening import open_window

CALM = 120
"""Milliseconds after the last answer of a step in which what it caused may still come."""
LINE = "coffee with Dana yesterday, happy"
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Heart(QObject):
    """Beats as often as the loop lets it; `longest` is the time in seconds it had to wait since `reset`."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def reset(self) -> None:
        """Count anew."""
        self.longest, self._last = 0.0, time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def press(key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A key where the keyboard is, in its turn."""
    target = app.focusWidget() or window
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        app.postEvent(target, QKeyEvent(kind, key, modifiers, text))


def keys(text: str) -> list[Callable[[], None]]:
    """Each letter as a step."""
    return [lambda letter=letter: press(Qt.Key(ord(letter.upper())), letter) for letter in text]


def journey(account: Place, brief: Place) -> Iterator[tuple[str, list[Callable[[], None]]]]:
    """Names and what is done, one after the other, within each."""
    for name in ScreenName:
        yield name.value, [lambda name=name: window.go(ToScreen(name))]
    yield "account", [lambda: window.go(account)]
    yield "brief", [lambda: window.go(brief)]
    escape = [lambda: press(Qt.Key.Key_Escape)]
    yield "palette", [window.find_anything, *keys("north"), *escape]
    yield "log-line", [window.log, *keys(LINE), *escape]
    yield "settings", [window.show_settings, *escape]
    yield "dark", [lambda: window.act("dark"), lambda: window.act("light")]


def one_account(app: Services) -> AccountId:
    """One that we met, asked for in a way that makes nothing ready for the journey."""
    with app.store.read() as connection:
        sql = "SELECT account_id FROM interaction LIMIT 1"
        return AccountId(connection.exec_driver_sql(sql).scalar_one())


def steps() -> Iterator[None]:
    """The journey twice; each part is answered before the next begins."""
    found: list[AccountId] = []
    window.desk.operations.query(window, one_account, found.append)
    yield
    for time_of in ("first", "again"):
        for name, acts in journey(ToAccount(found[0]), ToBrief(found[0])):
            heart.reset()
            for act in acts:
                act()
                yield
            print(f"mark {time_of}-{name} {heart.longest}", flush=True)


def walk(journey: Iterator[None]) -> None:
    """One step, then the next when everything has been answered and has settled."""
    if next(journey, "over") == "over":
        os._exit(0)
    settled = lambda: QTimer.singleShot(CALM, lambda: walk(journey))  # noqa: E731 - said once
    window.desk.operations.query(window, lambda _app: None, lambda _nothing: settled())


app, window = open_window(sys.argv[1])
heart = Heart()
window.desk.operations.opened.connect(
    lambda _app: QTimer.singleShot(int(sys.argv[2]), lambda: walk(steps()))
)
window.show()
app.exec()
