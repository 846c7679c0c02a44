"""What a person is likely to open next is loaded while nothing happens; `making` then makes it.

What knows no Qt is loaded in a worker. What does is loaded by the window's own thread, some milliseconds at a time:
Qt for Python makes its classes safely in one thread only, and crashed when two did it at once.
"""

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from PySide6.QtCore import QObject, QTimer, Signal

from sponsor_app import services

PAUSE = 5
"""Milliseconds between one module and the next, in which a person comes first."""

SERVICES = (
    *("accounts", "briefs", "sentences", "interactions", "searching", "people"),
    *("knowledge", "history", "sharing", "commitments", "sponsorships", "issues", "issue_board"),
    *("coverage", "exposure", "references", "events", "reach_outs", "imports", "exports"),
    *("calendars", "contacts", "important_dates", "handing_over", "saved_views", "reviews"),
    "rehearsal",
)
"""The use cases of the screens below, with all that they stand on."""

LIKELY = (
    *("accounts", "brief", "interactions", "people", "issues", "promises", "coverage"),
    *("activity", "references", "events", "reach_outs", "sharing", "settings", "reviews"),
    "duplicates",
)
"""The packages of the window that are opened next, the likeliest first."""


def load_services(stopped: Callable[[], bool]) -> None:
    """Load the use cases one by one, in a thread that is not the window's, until `stopped`."""
    for name in SERVICES:
        if stopped():
            return
        import_module(f"sponsor_app.services.{name}")


class Ahead(QObject):
    """Loads the screens, a module in each turn, from `start` on; `loaded` when all are there."""

    loaded = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._names = _modules()
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._on_turn)

    def start(self) -> None:
        """Begin, or go on."""
        self._timer.start()

    def _on_turn(self) -> None:
        name = next((one for one in self._names if one not in sys.modules), None)
        if name is None:
            self._timer.stop()
            services.briefs.load_paper()
            self.loaded.emit()
        else:
            import_module(name)


def _modules() -> Iterator[str]:
    yield "sponsor_app.ui.shell.palette"
    for name in LIKELY:
        package = import_module(f"sponsor_app.ui.{name}")
        for found in iter_modules(package.__path__, f"{package.__name__}."):
            yield found.name
