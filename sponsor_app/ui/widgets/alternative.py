"""One of the numbered alternatives that lie in a row below the chip they would change."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets import moment, paint, theme, typography
from sponsor_app.ui.widgets.pressable import Pressable
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import HEIGHT, RADIUS, ColorRole

PAD, NUMBER_ROOM, GAP = 8, 16, 6


class Alternative(Pressable):
    """Its number key, the value, the detail; checked is the one in force."""

    def __init__(
        self, number: int, value: str, detail: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(value, parent)
        self._number, self._detail = str(number), detail
        self.setCheckable(True)
        self.setAccessibleName(f"{number}: {value}, {detail}".removesuffix(", "))

    def sizeHint(self) -> QSize:
        width = 2 * px(PAD) + px(NUMBER_ROOM) + typography.width(self.text(), "medium")
        if self._detail:
            width += px(GAP) + typography.width(self._detail, "meta")
        return QSize(width, px(HEIGHT.CHIP))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.on(self)
        first: ColorRole = "sel_text" if self.isChecked() else "text"
        second: ColorRole = "sel_text2" if self.isChecked() else "text3"
        if self.isChecked() or moment.is_hovered(self):
            fill = theme.color("sel" if self.isChecked() else "hover")
            paint.box(painter, QRectF(self.rect()), px(RADIUS.CONTROL), fill)
        left, middle = px(PAD), self.height() / 2
        paint.text(
            painter, left, middle, px(NUMBER_ROOM), self._number, "label", ink=second, by="medium"
        )
        left += px(NUMBER_ROOM)
        room = self.width() - left
        left += paint.text(painter, left, middle, room, self.text(), "medium", ink=first) + px(GAP)
        room = self.width() - left
        paint.text(painter, left, middle, room, self._detail, "meta", ink=second, by="medium")
        if moment.is_focused(self):
            paint.ring(painter, self.rect(), px(RADIUS.CONTROL))
