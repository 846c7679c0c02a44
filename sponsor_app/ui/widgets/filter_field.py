"""The field above a list that narrows it while somebody types."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from sponsor_app.ui.widgets.field import LineEdit


class FilterField(LineEdit):
    """Down goes to the rows, Enter opens the one that has the keyboard, Esc clears and then goes back."""

    left = Signal()
    entered = Signal()

    def type_on(self, text: str) -> None:
        """Take the keyboard and go on with what was typed elsewhere."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setText(self.text() + text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Down:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
