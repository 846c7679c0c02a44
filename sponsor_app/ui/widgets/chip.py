"""Chips: a value that can be corrected by keyboard, and a filter with its count."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets import icons, moment, paint, theme, typography
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.pressable import Pressable
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tip import set_tip
from sponsor_app.ui.widgets.tokens import HEIGHT, ICON, RADIUS, ColorRole

PAD, GAP, CHEVRON_ROOM, WIDEST = 10, 6, 16, 280
DIGITS = range(Qt.Key.Key_1.value, Qt.Key.Key_9.value + 1)


class Chip(Pressable):
    """A value and a detail. `guessed` is dashed; `opens` has alternatives, which 1 to 9 choose.

    A checkable chip is a filter whose detail is its count.
    """

    removed = Signal()  # Backspace or Delete on a removable chip
    chosen = Signal(int)  # the number of an alternative, from 1

    def __init__(
        self,
        value: str,
        icon: str = "",
        detail: str = "",
        *,
        guessed: bool = False,
        opens: bool = False,
        removable: bool = False,
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(value, parent)
        self._icon, self._detail = icon, detail
        self._guessed, self._opens, self._removable = guessed, opens, removable
        self.setCheckable(checkable)
        self._name()

    def show_value(
        self, value: str, detail: str = "", icon: str = "", *, guessed: bool = False
    ) -> None:
        """Show another value."""
        self.setText(value)
        self._detail, self._icon, self._guessed = detail, icon or self._icon, guessed
        self._name()
        self.restyle()

    def set_detail(self, detail: str) -> None:
        """Show another detail or count."""
        self.show_value(self.text(), detail, guessed=self._guessed)

    def sizeHint(self) -> QSize:
        width = 2 * px(PAD) + min(px(WIDEST), typography.width(self.text(), "medium"))
        if self._icon:
            width += px(ICON.META) + px(GAP)
        if self._detail:
            width += px(GAP) + typography.width(self._detail, "meta")
        if self._shows_chevron():
            width += px(CHEVRON_ROOM)
        return QSize(width, px(HEIGHT.CHIP))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._removable and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.removed.emit()
        elif self._opens and key in DIGITS:
            self.chosen.emit(key - Qt.Key.Key_0.value)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.on(self)
        self._paint_ground(painter)
        self._paint_value(painter)
        if moment.is_focused(self):
            paint.ring(painter, self.rect(), px(RADIUS.CONTROL))

    def _paint_ground(self, painter: QPainter) -> None:
        fill: ColorRole = "hover" if moment.is_hovered(self) else "surface"
        edge: ColorRole = "edge" if self.isEnabled() else "line"
        if self.isChecked():
            fill, edge = "sel", "accent"
        dashed = self._guessed or (theme.current().high_contrast and not self.isEnabled())
        paint.box(
            painter, QRectF(self.rect()), px(RADIUS.CONTROL),
            theme.color(fill), theme.color(edge), dashed=dashed,
        )  # fmt: skip

    def _paint_value(self, painter: QPainter) -> None:
        first, second = self._inks()
        left, middle, end = px(PAD), self.height() / 2, self.width() - px(PAD)
        if self._icon:
            self._paint_icon(painter, left, middle, second)
            left += px(ICON.META) + px(GAP)
        room = min(px(WIDEST), end - left)
        left += paint.text(painter, left, middle, room, self.text(), "medium", ink=first)
        if self._detail:
            left += px(GAP)
            room = end - left
            paint.text(painter, left, middle, room, self._detail, "meta", ink=second, by="medium")
        if self._shows_chevron():
            at = self.width() - px(PAD) - px(ICON.CHEVRON) + px(2)
            icons.draw(painter, at, middle, "chevron-down", second, ICON.CHEVRON)

    def _paint_icon(self, painter: QPainter, left: int, middle: float, ink: ColorRole) -> None:
        if self._opens and moment.is_hovered(self) and not self._shows_chevron():
            # In the icon's place: a chip that grew under the pointer would push its neighbours.
            icons.draw(painter, left + px(1), middle, "chevron-down", ink, ICON.CHEVRON)
        else:
            icons.draw(painter, left, middle, self._icon, ink, ICON.META)

    def _inks(self) -> tuple[ColorRole, ColorRole]:
        if not self.isEnabled():
            return "off", "off"
        return ("sel_text", "sel_text2") if self.isChecked() else ("text", "text3")

    def _shows_chevron(self) -> bool:
        return self._opens and moment.is_focused(self)

    def _name(self) -> None:
        parts = [self.text(), self._detail, tr("guessed, to be confirmed") if self._guessed else ""]
        self.setAccessibleName(", ".join(part for part in parts if part))
        cut = typography.width(self.text(), "medium") > px(WIDEST)
        set_tip(self, self.text() if cut else "")
