"""What looks like a search field in the rail and opens the palette."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sponsor_app.ui.widgets import icons, moment, paint, theme, typography
from sponsor_app.ui.widgets.pressable import Pressable
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tip import set_tip
from sponsor_app.ui.widgets.tokens import HEIGHT, ICON, RADIUS, ColorRole

PAD, TEXT_LEFT = 10, 34


class SearchButton(Pressable):
    """Pressed, it opens the palette; the field itself is there."""

    def __init__(self, text: str, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._shortcut, self._narrow = shortcut, False
        self.setAccessibleName(f"{text}, {shortcut}" if shortcut else text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon only, the rest in the tool tip."""
        self._narrow = narrow
        set_tip(self, f"{self.text()}  {self._shortcut}".strip() if narrow else "")
        self.restyle()

    def sizeHint(self) -> QSize:
        return QSize(px(32 if self._narrow else 188), px(HEIGHT.SEARCH))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(32), px(HEIGHT.SEARCH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, middle = paint.on(self), self.height() / 2
        lively = moment.is_hovered(self) or theme.current().high_contrast
        edge: ColorRole = "edge" if lively else "line"
        rect, radius = QRectF(self.rect()), px(RADIUS.CONTROL)
        paint.box(painter, rect, radius, theme.color("surface"), theme.color(edge))
        left = (self.width() - px(ICON.ROW)) / 2 if self._narrow else px(PAD)
        icons.draw(painter, left, middle, "search", "text3")
        if not self._narrow:
            self._paint_words(painter, middle)
        if moment.is_focused(self):
            paint.ring(painter, rect, radius)

    def _paint_words(self, painter: QPainter, middle: float) -> None:
        end = self.width() - px(PAD)
        room = end - px(TEXT_LEFT) - typography.width(self._shortcut, "key") - px(PAD)
        paint.text(painter, px(TEXT_LEFT), middle, room, self.text(), "body", ink="text3")
        paint.text(painter, 0, middle, end, self._shortcut, "key", ink="text3", align="right")
