"""Single keys that act while the keyboard is within a part and no field takes letters: `N` for new."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind_keys(part: QWidget, calls: Mapping[str, Callable[[], None]]) -> None:
    """Call what stands beside a key when it is pressed within `part`; a held key calls once."""
    for key, call in calls.items():
        shortcut = QShortcut(QKeySequence(key), part)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(call)
