"""Where the keyboard can go within a part of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def reachable(part: QWidget) -> list[QWidget]:
    """The parts within `part` that Tab reaches, in the order in which it does."""
    found: list[QWidget] = []
    step = part.nextInFocusChain()
    while step is not None and step is not part:
        if part.isAncestorOf(step) and _takes_tab(step):
            found.append(step)
        step = step.nextInFocusChain()
    return found


def _takes_tab(part: QWidget) -> bool:
    wants = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return wants and part.isEnabled() and part.isVisible() and part.focusProxy() is None
