"""The field of the log line: what was understood is underlined with dots, what was not stays plain."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.sentence import Role, Span
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.field import LineEdit

BELOW = 3
PLAIN = frozenset({Role.UNPARSED})


class SentenceEdit(LineEdit):
    """A line edit that underlines spans of its text."""

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder, role="input", height=48, bare=True, parent=parent)
        self._spans: tuple[Span, ...] = ()
        self.setMaxLength(200_000)

    def underline(self, spans: Sequence[Span]) -> None:
        """Underline what was understood."""
        self._spans = tuple(span for span in spans if span.role not in PLAIN)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._spans:
            return
        painter = QPainter(self)
        pen = QPen(theme.color("accent"), 1.2, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        metrics, text = self.fontMetrics(), self.text()
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
