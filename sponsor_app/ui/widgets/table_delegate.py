"""A cell of a table row: its part of the row's hover or selection, a hairline, and what the column shows."""

from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from sponsor_app.ui.widgets import moment, paint, theme
from sponsor_app.ui.widgets.cell import Cell, draw_cell
from sponsor_app.ui.widgets.record_table import RecordTable
from sponsor_app.ui.widgets.row_canvas import RowCanvas
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import RADIUS, STEP_OUT


class Rows(Protocol):
    """A table that knows its rows' places."""

    def row_rect(self, row: int) -> QRect: ...
    def hovered_row(self) -> int: ...


class TableDelegate(QStyledItemDelegate):
    """The one delegate of `TableView`."""

    def __init__(self, view: QTableView, rows: Rows, records: RecordTable[Any]) -> None:
        super().__init__(view)
        self._view, self._rows, self._records = view, rows, records

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        row, rect = index.row(), option.rect
        canvas = RowCanvas(
            painter,
            rect.adjusted(px(STEP_OUT), 0, -px(STEP_OUT), 0),
            rect,
            bool(option.state & QStyle.StateFlag.State_Selected),
            self._rows.hovered_row() == row or moment.is_held(self._view, moment.HOVERED, index),
            row,
            row + 1 == self._records.rowCount(),
        )
        self._draw_ground(canvas)
        column = self._records.columns[index.column()]
        cell = column.shown(self._records.record(row))
        if canvas.selected and index.column() == 0:
            cell = Cell(cell.text, "strong", cell.ink, cell.state, symbol=cell.symbol)
        draw_cell(canvas, cell, right=column.right)
        painter.restore()

    def _draw_ground(self, canvas: RowCanvas) -> None:
        painter, rect = canvas.painter, canvas.whole
        if canvas.selected or canvas.hovered:
            # The row's own rectangle, seen through this cell, so that only its outer corners are round.
            painter.setClipRect(rect)
            fill = theme.color("sel" if canvas.selected else "hover")
            paint.box(painter, self._rows.row_rect(canvas.row), px(RADIUS.SMALL), fill)
            painter.setClipping(False)
        if not canvas.selected:
            paint.hairline(painter, rect.left(), rect.bottom(), rect.width())
