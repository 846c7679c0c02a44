"""What is done when a person has settled on a screen and nobody waits: memory that became free is given back."""

from PySide6.QtCore import QObject, QTimer, Signal

from sponsor_app.services import resting
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.shell.navigator import Navigator

SETTLED = 1_500
"""Milliseconds after the last change of screens."""


class Resting(QObject):
    """Says `rested` when it has given memory back."""

    rested = Signal()

    def __init__(self, desk: Desk, navigator: Navigator, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLED)
        self._timer.timeout.connect(self._on_settled)
        navigator.arrived.connect(self._on_arrived)

    def _on_arrived(self, _screen: object) -> None:
        self._timer.start()

    def _on_settled(self) -> None:
        self._desk.operations.query(
            self, lambda _app: resting.rest(), lambda _done: self.rested.emit()
        )
