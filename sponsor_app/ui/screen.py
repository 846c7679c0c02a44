"""A screen: asks again when something it shows has changed, at once if seen, else when it is shown next."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.ui.desk import Desk


class Screen(QWidget):
    """Base of every screen. `topics` is what it shows; `refresh` asks for it.

    Its window title heads the window while it is shown; one that has nothing to show yet has none.
    """

    topics: frozenset[Topic] = frozenset()

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        self.setAccessibleName(name)
        self.setWindowTitle(name)
        desk.operations.changed.connect(self._on_changed)
        desk.operations.opened.connect(self._on_opened)

    def refresh(self) -> None:
        """Ask the services again."""
        raise NotImplementedError

    def first_focus(self) -> QWidget | None:
        """The part that takes the keyboard when the screen is shown."""
        return None

    def prepare(self, size: QSize) -> None:
        """Ask for what will be shown, before it is; `size` is what it will have."""
        if self._stale and not self.isVisible():
            self.resize(size)
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._ask()

    def _ask(self) -> None:
        self._stale = False
        self.refresh()

    def _on_opened(self, _services: object) -> None:
        self._later()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.touch(*self.topics):
            self._later()

    def _later(self) -> None:
        if self.isVisible():
            self._ask()
        else:
            self._stale = True
