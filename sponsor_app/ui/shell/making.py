"""The screens are made and filled ahead, one after the other, while a person reads and does nothing else."""

from PySide6.QtCore import QEvent, QObject, QTimer

from sponsor_app.ui.operations import Operations
from sponsor_app.ui.places import ScreenName
from sponsor_app.ui.shell.moves import MOVES
from sponsor_app.ui.shell.navigator import Navigator

READS = 250
"""Milliseconds in which nobody did anything before a screen is made."""
PAUSE = 30
"""Milliseconds between one screen and the next, in which a person comes first."""
ASKED_FOR_SOMETHING = ("account", "brief", "review", ScreenName.ACTIVITY.value)
"""What these show depends on where one comes from: they are made, and nothing is asked yet."""
LIKELY = (
    *("account", "brief", ScreenName.ACCOUNTS.value, ScreenName.COVERAGE.value),
    *(ScreenName.PROMISES.value, ScreenName.ISSUES.value, "review", ScreenName.ACTIVITY.value),
    *(ScreenName.REFERENCES.value, ScreenName.REACH_OUTS.value, ScreenName.EVENTS.value),
    ScreenName.PEOPLE.value,
)
"""The likeliest first; last what is read for longest."""


class Making(QObject):
    """Makes the screens from `start` until all are there or the store is closed."""

    def __init__(self, operations: Operations, navigator: Navigator, parent: QObject) -> None:
        super().__init__(parent)
        self._operations, self._navigator = operations, navigator
        self._left: list[str] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_quiet)
        navigator.arrived.connect(self._on_moved)
        operations.closing.connect(self._left.clear)

    def start(self, window: QObject) -> None:
        """Begin, or begin again; `window` is where keys and the mouse come in."""
        window.installEventFilter(self)
        self._left[:] = LIKELY
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
            name = self._left.pop(0)
            self._navigator.prepare(name, fill=name not in ASKED_FOR_SOMETHING)
            self._operations.query(self, lambda _app: None, lambda _none: self._timer.start(PAUSE))
