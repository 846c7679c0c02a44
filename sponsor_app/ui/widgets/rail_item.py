"""One place in the rail: its icon and name, how much waits there, and the key that leads to it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sponsor_app.ui.widgets import icons, moment, paint, theme, typography
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.pressable import Pressable
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tip import set_tip
from sponsor_app.ui.widgets.tokens import HEIGHT, ICON, RADIUS, ColorRole

STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
PAD, TEXT_LEFT, MARK_WIDTH, MARK_HEIGHT, DOT = 12, 40, 3, 16, 6


class RailItem(Pressable):
    """Checked is the page that is open; the shortcut takes the count's place under pointer and focus.

    The rail is one stop for Tab; up and down move along it, Enter opens.
    """

    def __init__(
        self, text: str, icon: str, shortcut: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon, self._shortcut = icon, shortcut
        self._count, self._narrow = 0, False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleDescription(shortcut)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        """Show how many need somebody there; 0 shows nothing."""
        self._count = count
        waits = tr("{count} need you").format(count=count)
        self.setAccessibleName(f"{self.text()}, {waits}" if count else self.text())
        self.restyle()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon only, the rest in the tool tip."""
        self._narrow = narrow
        set_tip(self, f"{self.text()}  {self._shortcut}".strip() if narrow else "")
        self.restyle()

    def sizeHint(self) -> QSize:
        return QSize(px(32 if self._narrow else 188), px(HEIGHT.RAIL_ITEM))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(32), px(HEIGHT.RAIL_ITEM))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key(), 0)
        if not step:
            super().keyPressEvent(event)
            return
        # Qt would open every page on the way.
        rail = self.parentWidget()
        items = [part for part in rail.findChildren(RailItem) if part.isVisible()] if rail else []
        if self in items:
            following = items[(items.index(self) + step) % len(items)]
            following.setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.on(self)
        rect, middle = QRectF(self.rect()).adjusted(0, 1, 0, -1), self.height() / 2
        self._paint_ground(painter, rect, middle)
        ink = self._ink()
        left = (self.width() - px(ICON.RAIL)) / 2 if self._narrow else px(PAD)
        icons.draw(painter, left, middle, self._icon, ink, ICON.RAIL)
        if self._narrow:
            self._paint_dot(painter, left)
        else:
            self._paint_words(painter, middle, ink)
        if moment.is_focused(self):
            paint.ring(painter, rect, px(RADIUS.CONTROL))

    def _paint_ground(self, painter: QPainter, rect: QRectF, middle: float) -> None:
        look, radius = theme.current(), px(RADIUS.CONTROL)
        if self.isChecked():
            paint.box(painter, rect, radius, theme.color("sel"))
            if not look.high_contrast:
                tall = px(MARK_HEIGHT)
                mark = QRectF(0, middle - tall / 2, px(MARK_WIDTH), tall)
                paint.box(painter, mark, px(MARK_WIDTH) / 2, theme.color("accent"))
        elif moment.is_hovered(self):
            role: ColorRole = "hover" if look.high_contrast else "sunken"
            paint.box(painter, rect, radius, theme.color(role))

    def _paint_words(self, painter: QPainter, middle: float, ink: ColorRole) -> None:
        end = self.width() - px(PAD)
        right = self._right()
        used = typography.width(right, "metaB") + px(PAD) if right else 0
        role = "strong" if self.isChecked() else "medium"
        left = px(TEXT_LEFT)
        paint.text(painter, left, middle, end - used - left, self.text(), role, ink=ink)
        key = right == self._shortcut
        quiet: ColorRole = ink if self.isChecked() else "text3"
        paint.text(
            painter, 0, middle, end, right, "key" if key else "metaB", ink=quiet, align="right"
        )

    def _paint_dot(self, painter: QPainter, left: float) -> None:
        if not self._count:
            return
        size = px(DOT)
        spot = QRectF(left + px(ICON.RAIL) - size / 2, px(6), size, size)
        paint.box(
            painter, spot, size / 2, theme.color("sel_text" if self.isChecked() else "accent")
        )

    def _right(self) -> str:
        if self._shortcut and (moment.is_hovered(self) or moment.is_focused(self)):
            return self._shortcut
        return str(self._count) if self._count else ""

    def _ink(self) -> ColorRole:
        if self.isChecked():
            return "sel_text"
        return "text" if moment.is_hovered(self) else "text2"
