"""The screens are made and filled ahead, one after the other, while a person reads and does nothing else."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from sponsor_app.ui.operations import Operations
from sponsor_app.ui.places import ScreenName
from sponsor_app.ui.shell.moves import MOVES

if TYPE_CHECKING:
    from sponsor_app.ui.shell.window import Window

READS = 250
"""Milliseconds in which nobody did anything before a screen is made."""
PAUSE = 30
"""Milliseconds between one screen and the next, in which a person comes first."""
ASKED_FOR_SOMETHING = ("account", "brief", ScreenName.ACTIVITY.value)
"""What these show depends on where one comes from: they are made, and nothing is asked yet."""
LIKELY = (
    *("account", "brief", ScreenName.ACCOUNTS.value, ScreenName.COVERAGE.value),
    *(ScreenName.PROMISES.value, ScreenName.ISSUES.value, "review", ScreenName.ACTIVITY.value),
    *(ScreenName.REFERENCES.value, ScreenName.REACH_OUTS.value, ScreenName.EVENTS.value),
    ScreenName.PEOPLE.value,
)
"""The likeliest first; last what is read for longest."""


class Making(QObject):
    """Makes palette, log line and screens from `start` until all are there or the store is closed."""

    def __init__(self, operations: Operations, window: "Window") -> None:
        super().__init__(window)
        self._operations, self._window = operations, window
        self._left: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_quiet)
        window.main.navigator.arrived.connect(self._on_moved)
        operations.closing.connect(self._left.clear)

    def start(self) -> None:
        """Begin, or begin again."""
        navigator, floating = self._window.main.navigator, self._window.floating
        screens = [
            partial(navigator.prepare, name, fill=name not in ASKED_FOR_SOMETHING)
            for name in LIKELY
        ]
        self._left[:] = floating.make_palette, floating.make_log_line, *screens
        self._window.windowHandle().installEventFilter(self)  # where keys and the mouse come in
        self._timer.start(READS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self._on_moved()
            if not self._left:
                watched.removeEventFilter(self)
        return False

    def _on_moved(self, _screen: object = None) -> None:
        """Somebody is at work: wait."""
        if self._timer.isActive():
            self._timer.start(READS)

    def _on_quiet(self) -> None:
        if self._left:
            self._left.pop(0)()
            self._operations.query(self, lambda _app: None, lambda _none: self._timer.start(PAUSE))
