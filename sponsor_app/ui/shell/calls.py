"""What reaches the window from outside it: another start of the program, the tray, a line to be captured."""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCloseEvent

from sponsor_app import services
from sponsor_app.services.profiles import Profile
from sponsor_app.ui.places import ToAccount
from sponsor_app.ui.shell.window import Window

if TYPE_CHECKING:
    from sponsor_app.ui.shell.capture_box import CaptureBox
    from sponsor_app.ui.shell.instance import Instance
    from sponsor_app.ui.shell.notices import Notices
    from sponsor_app.ui.shell.tray import Tray

LISTEN = 150
QUIET = 1_500
"""Milliseconds after the store is open in which nothing that can wait is made."""


def _load_box() -> None:
    for name in ("capture_box", "tray", "notices"):
        import_module(f"sponsor_app.ui.shell.{name}")


class Calls(QObject):
    """`listens` is False for the example team: it is nobody's own window."""

    def __init__(self, window: Window, profile: Profile, *, listens: bool) -> None:
        super().__init__(window)
        self._window, self._profile, self._listens = window, profile, listens
        self._waiting: str | None = None
        self._is_open = False
        self.box: CaptureBox | None = None
        self.instance: Instance | None = None
        self.tray: Tray | None = None
        self.notices: Notices | None = None
        window.painted.connect(self._on_painted)
        window.closing.connect(self._on_closing)
        window.desk.operations.opened.connect(self._on_opened)

    def capture(self, text: str = "") -> None:
        """Open the small box; while the store is not open yet, the window first, and the box once it is."""
        if self._is_open and self._window.is_working():
            self._box().open(text)
        else:
            self._waiting = text
            if self._window.isVisible():
                self.raise_window()

    def raise_window(self) -> None:
        """Bring the window forward, from wherever it is."""
        window = self._window
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def open_account(self, text: str) -> None:
        """Come forward with the account of this name."""
        self.raise_window()
        if self._is_open:
            self._window.desk.operations.query(
                self._window,
                lambda app: services.lookup.account_id(app, text),
                lambda found: self._window.go(ToAccount(found)),
            )

    def notify(self, sentence: str) -> None:
        """Say it from the tray too, where there is one."""
        if self.tray is not None:
            self.tray.tell(sentence)

    def _box(self) -> "CaptureBox":
        if self.box is None:
            from sponsor_app.ui.shell.capture_box import CaptureBox

            self.box = CaptureBox(self._window.desk)
        return self.box

    def forget(self) -> None:
        """The store is closed: a line waits until it is open again, and nothing of it is shown."""
        self._is_open = False
        if self.box is not None:
            self.box.close()
            self.box.deleteLater()
            self.box = None

    def _on_painted(self) -> None:
        if self._listens:
            # What it takes to listen is loaded when the first key has been taken.
            QTimer.singleShot(LISTEN, self, self._listen)

    def _listen(self) -> None:
        from sponsor_app.ui.shell.instance import Instance

        self.instance = Instance(self._profile, self)
        self.instance.raised.connect(self.raise_window)
        self.instance.captured.connect(self.capture)
        self.instance.opened.connect(self.open_account)
        self.instance.listen()

    def _on_opened(self, _services: object) -> None:
        self._is_open = True
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._box().open(waiting)
        QTimer.singleShot(QUIET, self, self._on_quiet)

    def _on_quiet(self) -> None:
        """Have the box ready, so that it opens at once, the tray's icon where there is a tray, and reminders."""
        # What it is made of takes longer to load than to make: that is not for the thread that draws.
        self._window.desk.operations.slow(
            self, lambda _app, _tell, _cancel: _load_box(), self._on_loaded
        )

    def _on_loaded(self, _nothing: None) -> None:
        if self._is_open:
            self._box()
        if self.tray is None:
            from sponsor_app.ui.shell.tray import Tray

            self.tray = Tray(self._window)
            self.tray.captured.connect(self.capture)
            self.tray.raised.connect(self.raise_window)
            self.tray.ended.connect(self._window.close)
            self.tray.show()
        if self.notices is None:
            from sponsor_app.ui.shell.notices import Notices

            self.notices = Notices(self._window)
            self.notices.notified.connect(self.notify)
            self.notices.begin()

    def _on_closing(self, event: QCloseEvent) -> None:
        if not event.isAccepted():
            return
        self.forget()
        if self.instance is not None:
            self.instance.close()
        if self.tray is not None:
            self.tray.icon.hide()
