"""The watched calendars are read by themselves: soon after the store is open, and then every quarter of an hour."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sponsor_app import services
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import Services
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.operations import Cancel, Progress

if TYPE_CHECKING:
    from sponsor_app.services.calendars import Refreshed

SOON, EVERY = 20_000, 15 * 60_000
"""Milliseconds: nothing of this is loaded while somebody waits for the first screen."""


class CalendarWatch(QObject):
    """Says nothing: what came in is shown by the views it touches and in Activity, what failed in Settings.

    Unless a person `asked`: what was read then is announced, and can be taken back like anything they do.
    """

    read = Signal(object)  # Refreshed
    refused = Signal(object)  # SponsorError

    def __init__(self, desk: Desk, parent: QObject | None = None, *, asked: bool = False) -> None:
        super().__init__(parent)
        self._asked = asked
        self._operations = desk.operations
        self._is_reading = False
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY)
        self.timer.timeout.connect(self.read_now)
        self.soon = QTimer(self)
        self.soon.setSingleShot(True)
        self.soon.setInterval(SOON)
        self.soon.timeout.connect(self.read_now)

    def start(self) -> None:
        """Read soon, and again after a while."""
        self._is_reading = (
            False  # what was asked of a store that is closed by now is never answered
        )
        self.timer.start()
        self.soon.start()

    def read_now(self) -> None:
        """Read what changed, beside everything else; nothing while that is being done."""
        if self._is_reading:
            return
        self._is_reading = True

        def work(app: Services, _tell: Progress, cancel: Cancel) -> "Refreshed":
            return services.calendars.refresh(app, asked=self._asked, cancel=cancel)

        self._operations.slow(self, work, self._on_read, self._on_refused)

    def _on_read(self, found: "Refreshed") -> None:
        self._is_reading = False
        if found.changes.topics:
            told = found.changes if self._asked else Changes(found.changes.topics)
            self._operations.announce(told, self)
        self.read.emit(found)

    def _on_refused(self, error: SponsorError) -> None:
        self._is_reading = False
        self.refused.emit(error)
