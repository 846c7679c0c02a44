"""What a person is likely to open next is loaded while nothing happens; `making` then makes it.

What knows no Qt is loaded in a worker. What does is loaded by the window's own thread, some milliseconds at a time:
Qt for Python makes its classes safely in one thread only, and crashed when two did it at once.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pkgutil import iter_modules

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE, READS = 5, 250
"""Milliseconds between one module and the next, and after the last key or move of the mouse: a person comes first."""

SERVICES = (
    *("accounts", "briefs", "sentences", "interactions", "searching", "people"),
    *("knowledge", "history", "sharing", "commitments", "sponsorships", "issues", "issue_board"),
    *("coverage", "exposure", "references", "events", "reach_outs", "imports", "exports"),
    *("calendars", "contacts", "important_dates", "handing_over", "saved_views", "reviews"),
    "rehearsal",
)
"""The use cases of the screens below, with all that they stand on."""

FIRST = ("today",)
"""The packages of the first page."""
LIKELY = (
    *(
        "shell.palette",
        "accounts",
        "brief",
        "interactions",
        "people",
        "issues",
        "promises",
        "coverage",
    ),
    *("activity", "references", "events", "reach_outs", "sharing", "settings", "reviews"),
    "duplicates",
)
"""What is opened next, the likeliest first: packages of the window, and modules."""


def load_first_services() -> None:
    """Load what Today asks with all that it shows, by the worker, while the window waits for the store anyway."""
    import_module("sponsor_app.services.today")


def load_services(stopped: Callable[[], bool]) -> None:
    """Load the use cases one by one, in a thread that is not the window's, until `stopped`."""
    for name in SERVICES:
        if stopped():
            return
        import_module(f"sponsor_app.services.{name}")


class Ahead(QObject):
    """Loads modules of the window, those of its packages one in each turn, from `start` on; `loaded` when all are there."""

    loaded = Signal()

    def __init__(self, parent: QObject, names: Sequence[str]) -> None:
        super().__init__(parent)
        self._names = _modules(names)
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._on_turn)

    def start(self) -> None:
        """Begin, or go on."""
        self._timer.start(PAUSE)

    def hold(self) -> None:
        """Wait: somebody is at work."""
        if self._timer.isActive():
            self._timer.start(READS)

    def stop(self) -> None:
        """Leave the rest to whoever needs it."""
        self._timer.stop()

    def _on_turn(self) -> None:
        name = next((one for one in self._names if one not in sys.modules), None)
        if name is None:
            self._timer.stop()
            self.loaded.emit()
        else:
            import_module(name)
            self._timer.start(PAUSE)


def _modules(names: Sequence[str]) -> Iterator[str]:
    for name in names:
        found = import_module(f"sponsor_app.ui.{name}")
        within = getattr(found, "__path__", ())  # a module by itself has none
        yield from (f"{found.__name__}.{one.name}" for one in iter_modules(within))
