"""Lock: every view is cleared and the key released, when a person asks, or leaves the window alone for long enough."""

from PySide6.QtCore import QEvent, QObject, QTimer

from sponsor_app import services
from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import profiles
from sponsor_app.services.profiles import Profile
from sponsor_app.ui.shell.calls import Calls
from sponsor_app.ui.shell.moves import MOVES
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets.language import tr

MINUTE = 60_000
ALONE = 15 * MINUTE
"""Milliseconds without a key or a move of the mouse after which a store with a passphrase is locked, unless chosen otherwise."""
NOTHING, PASSPHRASE = "nothing", "passphrase"


class Locking(QObject):
    """The example team and a store without protection have nothing to lock, and say so."""

    def __init__(self, window: Window, profile: Profile, calls: Calls, alone: int = ALONE) -> None:
        super().__init__(window)
        self._window, self._profile, self._calls = window, profile, calls
        self._alone = QTimer(self)
        self._alone.setSingleShot(True)
        self._alone.setInterval(alone)
        self._alone.timeout.connect(self._on_alone)
        window.lock_asked.connect(self.lock)
        window.painted.connect(self._on_painted)
        self._usual = alone
        self._minutes: int | None = None
        operations = window.desk.operations
        operations.opened.connect(self._ask)
        operations.changed.connect(self._on_changed)

    def lock(self) -> None:
        """Finish what was asked for, then clear and close."""
        kept_by = self._kept_by()
        if kept_by in ("", NOTHING):
            said = tr("There is nothing to lock: this store opens without a key.")
            self._window.desk.say(said)
            return
        self._alone.stop()
        self._calls.forget()
        self._window.forget()
        self._window.unlock.lock(passphrase=kept_by == PASSPHRASE)
        self._window.show_unlock()
        self._window.desk.operations.close(lambda: None)

    def _kept_by(self) -> str:
        if self._window.main.shows_example or not profiles.exists(self._profile):
            return ""
        try:
            return profiles.protection(self._profile).value
        except SponsorError:
            return ""

    def _on_painted(self) -> None:
        # Of the window alone: every event of every part would be too many.
        self._window.windowHandle().installEventFilter(self)
        self._alone.start()

    def _on_alone(self) -> None:
        wanted = self._kept_by() == PASSPHRASE if self._minutes is None else self._minutes > 0
        if wanted and self._window.is_working() and self._kept_by() not in ("", NOTHING):
            self.lock()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.touch(Topic.HERE):
            self._ask()

    def _ask(self, _services: object = None) -> None:
        self._window.desk.operations.query(
            self, lambda app: services.calm.read(app).lock_minutes, self._wait
        )

    def _wait(self, minutes: int | None) -> None:
        """Wait as long as was chosen."""
        self._minutes = minutes
        self._alone.setInterval(minutes * MINUTE if minutes else self._usual)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self._alone.start()
        return False
