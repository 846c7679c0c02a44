"""A key and what it does here: `Enter  open`."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sponsor_app.ui.widgets import paint, theme, typography
from sponsor_app.ui.widgets.painted import Painted
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import HEIGHT, RADIUS

PAD, GAP = 5, 6


class KeyCap(Painted):
    """A key cap with its meaning beside it."""

    height_at_100 = HEIGHT.KEY_CAP

    def __init__(self, key: str, word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._word = key, word
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{key}: {word}" if word else key)

    def sizeHint(self) -> QSize:
        width = self._cap_width()
        if self._word:
            width += px(GAP) + typography.width(self._word, "meta")
        return QSize(width, px(HEIGHT.KEY_CAP))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, middle, cap = paint.on(self), self.height() / 2, self._cap_width()
        edge = theme.color("edge" if theme.current().high_contrast else "line")
        frame = QRectF(0, 1, cap, self.height() - 2)
        paint.box(painter, frame, px(RADIUS.SMALL), theme.color("sunken"), edge)
        paint.text(painter, 0, middle, cap, self._key, "key", ink="text2", align="center")
        left = cap + px(GAP)
        paint.text(painter, left, middle, self.width() - left, self._word, "meta", ink="text3")

    def _cap_width(self) -> int:
        return max(px(HEIGHT.KEY_CAP), typography.width(self._key, "key") + 2 * px(PAD))
