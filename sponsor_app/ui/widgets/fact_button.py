"""A fact of an account with its name before it, which can be pressed to change it: `Sponsor  Dana Hill`."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets import icons, moment, paint, theme, typography
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.pressable import Pressable
from sponsor_app.ui.widgets.theme import Ink, px
from sponsor_app.ui.widgets.tip import set_tip
from sponsor_app.ui.widgets.tokens import HEIGHT, ICON, RADIUS

PAD, GAP, ICON_GAP, WIDEST = 4, 6, 4, 260


class FactButton(Pressable):
    """`show_value` with a symbol says that something is missing."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(caption, parent)
        self._caption, self._value, self._symbol = caption, "", ""
        self._ink: Ink = "text"

    def show_value(self, value: str, *, symbol: str = "", ink: Ink = "text") -> None:
        """Show another value."""
        self._value, self._symbol, self._ink = value, symbol, ink
        self.setText(value)
        self.setAccessibleName(tr("{name}: {value}").format(name=self._caption, value=value))
        self.setAccessibleDescription(tr("Enter changes it"))
        cut = typography.width(value, "medium") > px(WIDEST)
        set_tip(self, value if cut else "")
        self.restyle()

    def value(self) -> str:
        """What is shown."""
        return self._value

    def sizeHint(self) -> QSize:
        return QSize(self._value_left() + self._room() + px(PAD), px(HEIGHT.CHIP))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, middle = paint.on(self), self.height() / 2
        caption = px(WIDEST)
        paint.text(painter, px(PAD), middle, caption, self._caption, "body", ink="text3")
        left = self._value_left()
        if self._symbol:
            at = left - px(ICON.META + ICON_GAP)
            icons.draw(painter, at, middle, self._symbol, self._ink, ICON.META)
        role = "medium" if self._ink == "text" else "metaB"
        used = paint.text(
            painter, left, middle, self._room(), self._value, role, ink=self._ink, by="medium"
        )
        if moment.is_hovered(self) or self.isDown():
            line = round(middle + typography.cap_height("medium") / 2) + px(3)
            painter.fillRect(QRectF(left, line, used, 1), theme.ink(self._ink))
        if moment.is_focused(self):
            paint.ring(painter, self.rect(), px(RADIUS.SMALL))

    def _value_left(self) -> int:
        left = px(PAD) + typography.width(self._caption, "body") + px(GAP)
        return left + px(ICON.META + ICON_GAP) if self._symbol else left

    def _room(self) -> int:
        return min(px(WIDEST), typography.width(self._value, "medium"))
