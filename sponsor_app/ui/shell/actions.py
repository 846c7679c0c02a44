"""What can be done anywhere: one table feeds shortcuts, the palette, the shortcut sheet and the tests."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Action:
    """An action by its id; `also` are further keys for the same thing."""

    id: str
    title: str
    icon: str
    run: Callable[[], object]
    shortcut: str = ""
    also: tuple[str, ...] = ()
    group: str = ""
    enabled: Callable[[], bool] = lambda: True

    def trigger(self) -> None:
        """Run it if it can be done now."""
        if self.enabled():
            self.run()


def bind(window: QWidget, actions: Sequence[Action]) -> list[QShortcut]:
    """Give every action its keys in the window."""
    shortcuts: list[QShortcut] = []
    for action in actions:
        for keys in (action.shortcut, *action.also):
            if keys:
                shortcut = QShortcut(QKeySequence(keys), window)
                shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
                shortcut.activated.connect(action.trigger)
                shortcuts.append(shortcut)
    return shortcuts
