"""How a window knows that somebody is there."""

from PySide6.QtCore import QEvent

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
