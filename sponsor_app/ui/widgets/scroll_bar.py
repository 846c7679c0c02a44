"""A scroll bar that is a grip and nothing else."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from sponsor_app.ui.widgets import paint, theme
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import ColorRole

THICK, APART, SHORTEST, RADIUS = 10, 2, 32, 3


class ScrollBar(QScrollBar):
    """The grip follows the pointer; a press beside it goes a page that way."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._held: int | None = None  # where on the grip the pointer took it, px
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def grip(self) -> QRect:
        """Where the grip is, in px."""
        place, length = self._place(), self._length()
        thick = self._thickness() - 2 * APART
        if self.orientation() == Qt.Orientation.Vertical:
            return QRect(APART, place, thick, length)
        return QRect(place, APART, length, thick)

    def sizeHint(self) -> QSize:
        upright = self.orientation() == Qt.Orientation.Vertical
        long, thick = px(SHORTEST) + 2 * APART, px(THICK)
        return QSize(thick, long) if upright else QSize(long, thick)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.minimum() == self.maximum():
            return
        role: ColorRole = "line"
        if theme.current().high_contrast or self._held is not None or self.underMouse():
            role = "edge"
        paint.box(QPainter(self), self.grip(), px(RADIUS), theme.color(role))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = self._along(event)
        into = at - self._place()
        if 0 <= into < self._length():
            self._held = into
            self.setSliderDown(True)
        else:
            action = self.SliderAction
            self.triggerAction(action.SliderPageStepSub if into < 0 else action.SliderPageStepAdd)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            room = self._room() - self._length()
            at = self._along(event) - self._held - APART
            reach = self.maximum() - self.minimum()
            self.setSliderPosition(self.minimum() + round(at * reach / room) if room else 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.setSliderDown(False)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def _along(self, event: QMouseEvent) -> int:
        spot = event.position()
        return round(spot.y() if self.orientation() == Qt.Orientation.Vertical else spot.x())

    def _thickness(self) -> int:
        return self.width() if self.orientation() == Qt.Orientation.Vertical else self.height()

    def _room(self) -> int:
        upright = self.orientation() == Qt.Orientation.Vertical
        return (self.height() if upright else self.width()) - 2 * APART

    def _length(self) -> int:
        """As much of the bar as the view shows of the whole."""
        whole = self.maximum() - self.minimum() + self.pageStep()
        share = self._room() * self.pageStep() // whole if whole else 0
        return min(self._room(), max(px(SHORTEST), share))

    def _place(self) -> int:
        reach = self.maximum() - self.minimum()
        room = self._room() - self._length()
        passed = (self.sliderPosition() - self.minimum()) * room // reach if reach else 0
        if self.orientation() == Qt.Orientation.Horizontal and self.isRightToLeft():
            passed = room - passed
        return APART + passed


def with_grips(area: QAbstractScrollArea) -> None:
    """Give `area` our bars for those that it may show."""
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if area.verticalScrollBarPolicy() != never:
        area.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
    if area.horizontalScrollBarPolicy() != never:
        area.setHorizontalScrollBar(ScrollBar(Qt.Orientation.Horizontal))
