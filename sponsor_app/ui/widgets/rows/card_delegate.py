"""The ground of rows that are cards: an outline that darkens under the pointer instead of a fill."""

from typing import ClassVar, TypeVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from sponsor_app.ui.widgets import moment, paint, theme
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.row_canvas import RowCanvas
from sponsor_app.ui.widgets.row_delegate import FaceT, Index, RowDelegate
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import RADIUS, ColorRole

R = TypeVar("R")


class CardDelegate(RowDelegate[R, FaceT]):
    """A subclass says how far its cards stand apart, and draws within `canvas.rect`."""

    pad: ClassVar[int] = 12

    def card_rect(self, rect: QRect) -> QRect:
        """The card within the item's rectangle."""
        raise NotImplementedError

    def is_dashed(self, face: FaceT) -> bool:
        """Whether the card is about something that never happened."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint.turn(painter, option.rect)
        face = self.face(index.data(RecordList.RecordRole))
        card, pad = self.card_rect(option.rect), px(self.pad)
        canvas = RowCanvas(
            painter,
            card.adjusted(pad, pad, -pad, -pad),
            card,
            bool(option.state & QStyle.StateFlag.State_Selected),
            moment.is_item_hovered(option, index),
            index.row(),
            index.row() + 1 == index.model().rowCount(),
        )
        dashed = self.is_dashed(face)
        fill = theme.color("sel" if canvas.selected else "surface")
        lively = dashed or canvas.hovered or theme.current().high_contrast
        edge: ColorRole = "edge" if lively else "line"
        paint.box(painter, card, px(RADIUS.CARD), fill, theme.color(edge), dashed=dashed)
        self.draw(canvas, face)
        if moment.is_item_focused(option, index):
            paint.ring(painter, card, px(RADIUS.CARD))
        painter.restore()
