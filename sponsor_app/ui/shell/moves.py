"""How a window knows that somebody is there."""

from PySide6.QtCore import QEvent, QObject, Signal

MOVES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
"""Keys, the mouse and fingers: what a person does, not what the program does by itself."""


class Moves(QObject):
    """Tells what a person does in a window; watched is the window alone, for every event of every part would be too many."""

    moved = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self.moved.emit()
        return False
