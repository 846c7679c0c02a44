"""A count with its denominator and the state it counts: `13 of 198, overdue`."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets import paint, pill
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.painted import Painted
from sponsor_app.ui.widgets.states import StateKey, state
from sponsor_app.ui.widgets.theme import px


class Total(Painted):
    """One of the totals above a table."""

    height_at_100 = 50

    def __init__(
        self, count: int, of: int, key: StateKey, word: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state(key, word)
        self._count, self._of = 0, ""
        self.show_count(count, of)

    def show_count(self, count: int, of: int) -> None:
        """Show another count out of another whole."""
        self._count, self._of = count, tr("of {whole}").format(whole=of)
        self.setAccessibleName(f"{count} {self._of}, {self._state.word}")
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(96), px(self.height_at_100))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, width = paint.on(self), self.width()
        left = paint.text(painter, 0, px(14), width, str(self._count), "figure") + px(5)
        paint.text(painter, left, px(14), width - left, self._of, "meta", ink="text3", by="figure")
        pill.draw_inline(painter, 0, px(38), width, self._state)
