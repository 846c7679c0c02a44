"""A card that opens in place, takes the keyboard, says what is wrong, and closes with Esc."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from sponsor_app.domain.errors import SponsorError
from sponsor_app.ui.widgets import focus
from sponsor_app.ui.widgets.boxes import Column, Item, Row, holding
from sponsor_app.ui.widgets.escape import keeps_escape
from sponsor_app.ui.widgets.glyph import Glyph
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.spoken import announce
from sponsor_app.ui.widgets.surface import Surface
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import ICON

MARGINS = (12, 10, 12, 12)


class Panel(Surface):
    """`closed` asks whoever opened it to take it away. Without a frame it is part of what it stands in."""

    closed = Signal()
    typed = Signal(str)  # a letter that no field took

    def __init__(
        self,
        name: str,
        *items: Item,
        gap: int = 8,
        framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self._said = Label("", "meta", "bad", wrap=True)
        line = Row(gap=6)
        line.addWidget(Glyph("circle-alert", "bad", ICON.META), 0, Qt.AlignmentFlag.AlignTop)
        line.add((self._said, 1))
        self._wrong = holding(line)
        margins = MARGINS if framed else (0, 0, 0, 0)
        self._column = Column(*items, self._wrong, gap=gap, margins=margins)
        super().__init__("card" if framed else None, self._column, parent)
        self._wrong.hide()
        self.setAccessibleName(name)

    def refuse(self, error: SponsorError) -> None:
        """Say why it was not done and what to do, below what was typed."""
        sentence = f"{error.message} {error.next}".strip()
        self._said.set_text(sentence)
        self._wrong.show()
        announce(self, sentence)

    def forgive(self) -> None:
        """Take back what was wrong."""
        self._wrong.hide()

    def error(self) -> str:
        """What is said to be wrong."""
        return self._said.text() if self._wrong.isVisibleTo(self) else ""

    def begin(self, first: QWidget | None = None) -> None:
        """Show it whole, with the keyboard in `first` or in the first part that takes it."""
        self.show()
        # Before it is measured nothing in it can be reached.
        self._column.activate()
        targets = [first] if first else focus.reachable(self)
        if targets:
            targets[0].setFocus(Qt.FocusReason.OtherFocusReason)
        reveal_soon(self)

    def event(self, event: QEvent) -> bool:
        return keeps_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.text() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.typed.emit(event.text())  # and nothing happens to the rows around it
        else:
            super().keyPressEvent(event)


def reveal_soon(part: QWidget) -> None:
    """Scroll the page to show all of `part`, once it has its place there."""
    QTimer.singleShot(0, part, lambda: _reveal(part))


def _reveal(part: QWidget) -> None:
    above = part.parentWidget() if isValid(part) else None
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part, 0, px(56))
        above = above.parentWidget()
