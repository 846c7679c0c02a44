"""Our cold start on a real profile: painted, taking keys, Today filled; then every screen once, keys in the filter, memory.

Usage: ``python our_window.py PROFILE [walk]``; prints a line ``mark NAME [VALUE]`` for each thing that is measured.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from sponsor_app.ui.places import ScreenName, ToScreen
from sponsor_app.ui.shell.resting import Resting
from tests.benchmarks.opening import open_window

TYPED = ("bern", "group", "holdings", "water", "aka", "north", "gmbh", "lab")


class Keys(QObject):
    """Says when the window has taken a key."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.KeyPress and watched is window:
            mark("usable")
        return False


def mark(name: str, value: float | None = None) -> None:
    """Tell the process that measures."""
    print(f"mark {name}" if value is None else f"mark {name} {value}", flush=True)


def on_painted() -> None:
    """Press a key as soon as there is something to see."""
    mark("painted")
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F24, Qt.KeyboardModifier.NoModifier)
    app.postEvent(window, event)


def when_answered(then: Callable[[], None]) -> None:
    """Call when the store's worker is through with what was asked for so far, and it is shown."""
    window.desk.operations.query(window, lambda _app: None, lambda _nothing: then())


def on_today() -> None:
    """Today is filled; end here, or walk on."""
    app.processEvents()
    mark("today")
    if len(sys.argv) > 2:
        step(walk())
    else:
        os._exit(0)


def step(steps: Iterator[None]) -> None:
    """One step, then the next when its answers are there."""
    if next(steps, "over") == "over":
        resting = window.findChild(Resting)
        assert resting is not None
        resting.rested.connect(on_rested)
        window.go(ToScreen(ScreenName.TODAY))
    else:
        when_answered(lambda: step(steps))


def on_rested() -> None:
    """The window has settled after all of it."""
    mark("memory", memory())
    os._exit(0)


def walk() -> Iterator[None]:
    """Every screen, then keys in the filter of the accounts."""
    for name in ScreenName:
        start = time.perf_counter()
        window.go(ToScreen(name))
        window.grab()
        mark(f"switch-{name.value}", time.perf_counter() - start)
        yield
        mark(f"memory-{name.value}", memory())
        app.processEvents()
    window.go(ToScreen(ScreenName.ACCOUNTS))
    yield
    screen = window.main.navigator.current()
    field = screen.findChild(QLineEdit) if screen else None
    assert field is not None
    type_into(field)


def memory() -> float:
    """Resident megabytes."""
    status = Path("/proc/self/status").read_text("utf-8")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if "VmRSS" in line)


def type_into(field: QLineEdit) -> None:
    """Type words into a filter and back out again; each key is measured until the rows are painted."""
    field.setFocus()
    for word in TYPED:
        for key in (*word, *("\b" * len(word))):
            code = Qt.Key.Key_Backspace if key == "\b" else Qt.Key(ord(key.upper()))
            start = time.perf_counter()
            QTest.keyClick(window.windowHandle(), code)  # where a keyboard's come in
            app.processEvents()
            mark("key", time.perf_counter() - start)


app, window = open_window(sys.argv[1])
keys = Keys()
window.installEventFilter(keys)
window.painted.connect(on_painted)
window.desk.operations.opened.connect(lambda _app: when_answered(on_today))
window.show()
app.exec()
