"""The field of the log line: what was understood is underlined with dots, what was not stays plain."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.sentence import Role, Span
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.field import LineEdit, plain_text

BELOW = 3
LONGEST = 200_000
FAR = 2_000
"""A cursor so many characters behind what was understood has scrolled it out of sight."""
PLAIN = frozenset({Role.UNPARSED})
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SentenceEdit(LineEdit):
    """A line edit that underlines spans of its text, and walks the names offered for what is being typed.

    Down and Up mark one of those offered, Enter and Tab take the marked one, Right at the end takes the first.
    """

    marked = Signal(int)  # which of those offered, -1 for none
    picked = Signal(int)
    entered = Signal()  # the keyboard came here

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder, role="input", height=48, bare=True, parent=parent)
        self._spans: tuple[Span, ...] = ()
        self._offered, self._mark = 0, -1
        self._is_behind = False
        self._walk: bool | None = None
        self.setMaxLength(LONGEST)

    def underline(self, spans: Sequence[Span]) -> None:
        """Underline what was understood."""
        self._spans = tuple(span for span in spans if span.role not in PLAIN)
        self.update()

    def offer(self, count: int) -> None:
        """So many names may be meant by what is being typed."""
        self._offered = count
        self._set_mark(-1)

    def fall_behind(self) -> None:
        """What was typed is still being read: a Tab waits until there are chips for it."""
        self._is_behind, self._walk = True, None

    def catch_up(self) -> None:
        """What was typed is shown: go where a Tab meanwhile wanted to go."""
        self._is_behind = False
        walk, self._walk = self._walk, None
        if walk is not None and self.hasFocus():
            super().focusNextPrevChild(walk)

    def rewrite(self, text: str, cursor: int) -> None:
        """Other words, with the cursor there; Ctrl+Z brings back what stood here."""
        self.selectAll()
        self.insert(text)
        self.setCursorPosition(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif not self._offered or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in STEPS:
            self._set_mark(max(-1, min(self._mark + STEPS[key], self._offered - 1)))
        elif key in TAKES and self._mark >= 0:
            self.picked.emit(self._mark)
        elif key == Qt.Key.Key_Right and self.cursorPosition() == len(self.text()):
            self.picked.emit(0)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name for it
        if next and self._offered and self._mark >= 0:
            self.picked.emit(self._mark)
            return True
        if self._is_behind and self._walk is None:
            self._walk = next
            return True
        return super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def _set_mark(self, which: int) -> None:
        if which != self._mark:
            self._mark = which
            self.marked.emit(which)

    def _paste(self) -> None:
        """The words of what is pasted, whatever it looked like where it was copied."""
        self.insert(" ".join(plain_text(QGuiApplication.clipboard().mimeData()).splitlines()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._spans or self.cursorPosition() - self._spans[-1].end > FAR:
            return
        painter = QPainter(self)
        painter.setPen(QPen(theme.color("accent"), 1.2, Qt.PenStyle.DotLine))
        metrics, text = self.fontMetrics(), self.text()[: self._spans[-1].end + FAR]
        # Qt does not tell how far a long line is scrolled, but it tells where the cursor is.
        cursor = metrics.horizontalAdvance(text[: self.cursorPosition()])
        start = self.cursorRect().center().x() - cursor + 1
        middle = self.height() / 2 + metrics.height() / 2 - BELOW + 2
        for span in self._spans:
            left = start + metrics.horizontalAdvance(text[: span.start])
            right = start + metrics.horizontalAdvance(text[: span.end])
            if right > 0 and left < self.width():
                painter.drawLine(
                    QPointF(max(left, 0), middle), QPointF(min(right, self.width()), middle)
                )
        painter.end()
