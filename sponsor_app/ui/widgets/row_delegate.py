"""The ground every list row shares: hover, selection, focus ring and hairline, below what the row itself draws."""

from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sponsor_app.ui.widgets import moment, paint, theme
from sponsor_app.ui.widgets.record_list import Heading, RecordList
from sponsor_app.ui.widgets.row_canvas import RowCanvas
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import HEIGHT, RADIUS, STEP_OUT

R = TypeVar("R")
FaceT = TypeVar("FaceT")
Index = QModelIndex | QPersistentModelIndex
HEADING_HEIGHT = 30


class RowDelegate(QStyledItemDelegate, Generic[R, FaceT]):
    """`face` says what of a record is shown; a subclass draws it in `draw`."""

    height: ClassVar[int] = HEIGHT.LIST_ROW
    inset: ClassVar[int] = STEP_OUT
    hairline: ClassVar[bool] = True

    def __init__(self, face: Callable[[R], FaceT], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.face = face
        usual: Callable[..., int] = RowDelegate[R, FaceT].height_of
        self._is_measured = (
            type(self).height_of is not usual
        )  # else a row is as high whatever it shows

    def draw(self, canvas: RowCanvas, face: FaceT) -> None:
        """Draw the words of one row."""
        raise NotImplementedError

    def height_of(self, face: FaceT, width: int) -> int:
        """The height of one row in px, given the width of the list."""
        return px(self.height)

    def row_height(self, row: R | Heading, width: int) -> int:
        """The height of a record or of a heading in px, given the width of the list."""
        if isinstance(row, Heading):
            return px(HEADING_HEIGHT)
        return self.height_of(self.face(row), width) if self._is_measured else px(self.height)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(RecordList.RecordRole)
        return QSize(px(100), self.row_height(row, width_of(option)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint.turn(painter, option.rect)
        record = index.data(RecordList.RecordRole)
        if isinstance(record, Heading):
            self._draw_heading(painter, option.rect, record)
        else:
            canvas = self._canvas(painter, option, index)
            self.draw_ground(canvas)
            self.draw(canvas, self.face(record))
            if moment.is_item_focused(option, index):
                paint.ring(painter, canvas.whole, px(RADIUS.CONTROL))
        painter.restore()

    def draw_ground(self, canvas: RowCanvas) -> None:
        """Draw selection or hover, else the hairline that parts this row from the next."""
        rect = canvas.whole
        if canvas.selected or canvas.hovered:
            fill = theme.color("sel" if canvas.selected else "hover")
            paint.box(canvas.painter, rect, px(RADIUS.CONTROL), fill)
        elif self.hairline and not canvas.last:
            room = canvas.rect.width()
            paint.hairline(canvas.painter, canvas.rect.left(), rect.bottom() + 1, room)

    def _canvas(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> RowCanvas:
        inset = px(self.inset)
        return RowCanvas(
            painter,
            option.rect.adjusted(inset, 0, -inset, 0),
            option.rect.adjusted(0, 1, 0, -1),
            bool(option.state & QStyle.StateFlag.State_Selected),
            moment.is_item_hovered(option, index),
            index.row(),
            index.row() + 1 == index.model().rowCount(),
        )

    def _draw_heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        left, middle = rect.left() + px(self.inset), rect.top() + rect.height() / 2 + px(3)
        room = rect.width() - 2 * px(self.inset)
        paint.text(painter, left, middle, room, heading.text, "label", ink="text3")


def width_of(option: QStyleOptionViewItem) -> int:
    """The width of the view that asks, which is what a row of several lines depends on."""
    view = option.widget
    if isinstance(view, QAbstractScrollArea):
        return view.viewport().width()
    return option.rect.width()
