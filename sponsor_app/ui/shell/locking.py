"""Lock: every view is cleared and the key released, when a person asks, or leaves a store with a passphrase alone."""

from PySide6.QtCore import QEvent, QObject, QTimer

from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import profiles
from sponsor_app.services.profiles import Profile
from sponsor_app.ui.shell.calls import Calls
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets.language import tr

ALONE = 15 * 60_000
"""Milliseconds without a key or a move of the mouse after which a store with a passphrase is locked."""
NOTHING, PASSPHRASE = "nothing", "passphrase"
MOVES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


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
        handle = self._window.windowHandle()
        handle.installEventFilter(
            self
        )  # of the window alone: every event of every part would be too many
        self._alone.start()

    def _on_alone(self) -> None:
        if self._window.is_working() and self._kept_by() == PASSPHRASE:
            self.lock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self._alone.start()
        return False
