"""What every list and table does with keys, and how the page follows the row that has the keyboard."""

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QScrollArea

from sponsor_app.ui.widgets.theme import px

ABOVE = 48  # what section links cover at the top of a page, px at 100 %
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class Browsed(Protocol):
    """A view that opens, peeks at and passes on what is typed."""

    def open_current(self) -> None: ...
    def peek_current(self) -> None: ...
    def pass_on(self, text: str) -> None: ...


def take_key(view: Browsed, event: QKeyEvent) -> bool:
    """Enter opens, Space peeks, a letter is passed on; False for a key the view moves by itself."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers not in PLAIN:
        return False
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        view.open_current()
    elif event.key() == Qt.Key.Key_Space:
        view.peek_current()
    elif event.text() and event.text().isprintable():
        view.pass_on(event.text())
    else:
        return False
    return True


def reveal(view: QAbstractItemView, index: QModelIndex | QPersistentModelIndex) -> None:
    """Scroll the pages around a view that is as high as its rows, so that the current one is seen."""
    rect = view.visualRect(index)
    part = view.parentWidget()
    while part is not None:
        page = part.widget() if isinstance(part, QScrollArea) else None
        if isinstance(part, QScrollArea) and page is not None:
            corner = view.viewport().mapTo(page, rect.topLeft())
            far = corner + QPoint(0, rect.height())
            x = part.horizontalScrollBar().value()
            part.ensureVisible(x, far.y(), 0, px(8))
            part.ensureVisible(x, corner.y(), 0, px(ABOVE))
        part = part.parentWidget()
