"""How a table's rows are painted: hover or selection under the whole row, a hairline, then what each column shows."""

from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView

from sponsor_app.ui.widgets import moment, paint, theme
from sponsor_app.ui.widgets.cell import Cell, draw_cell
from sponsor_app.ui.widgets.record_table import Column, RecordTable
from sponsor_app.ui.widgets.row_canvas import RowCanvas
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import RADIUS, STEP_OUT


class Rows(Protocol):
    """A table that knows its rows' places."""

    def row_rect(self, row: int) -> QRect: ...
    def hovered_row(self) -> int: ...


class _Slot(NamedTuple):
    """Where a column that is to be seen stands."""

    column: Column[Any]
    is_first: bool
    left: int
    width: int


class TableRows:
    """Paints row by row: cell by cell, as a delegate would, a screenful takes half as long again."""

    def __init__(self, view: QTableView, rows: Rows, records: RecordTable[Any]) -> None:
        self._view, self._rows, self._records = view, rows, records

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint what lies in `area` of the viewport."""
        first = self._view.rowAt(area.top())
        if first < 0:
            return
        last = self._view.rowAt(area.bottom())
        slots = [slot for slot in self._slots() if _meets(slot, area)]
        for row in range(first, (last if last >= 0 else self._records.rowCount() - 1) + 1):
            painter.save()
            self._paint_row(painter, row, slots)
            painter.restore()

    def _slots(self) -> list[_Slot]:
        view = self._view
        return [
            _Slot(
                column, number == 0, view.columnViewportPosition(number), view.columnWidth(number)
            )
            for number, column in enumerate(self._records.columns)
            if not view.isColumnHidden(number)
        ]

    def _paint_row(self, painter: QPainter, row: int, slots: list[_Slot]) -> None:
        record = self._records.record(row)
        if record is None:
            return
        whole = self._rows.row_rect(row)
        selected = self._is_selected(row)
        hovered = self._is_hovered(row)
        self._paint_ground(painter, whole, selected=selected, hovered=hovered)
        is_last, step = row + 1 == self._records.rowCount(), px(STEP_OUT)
        for column, is_first, left, width in slots:
            cell = column.shown(record)
            if selected and is_first:
                cell = Cell(cell.text, "strong", cell.ink, cell.state, symbol=cell.symbol)
            space = QRect(left, whole.top(), width, whole.height())
            inner = space.adjusted(step, 0, -step, 0)
            canvas = RowCanvas(painter, inner, space, selected, hovered, row, is_last)
            painter.save()
            paint.turn(painter, space)
            draw_cell(canvas, cell, right=column.right)
            painter.restore()

    def _paint_ground(
        self, painter: QPainter, whole: QRect, *, selected: bool, hovered: bool
    ) -> None:
        if selected or hovered:
            fill = theme.color("sel" if selected else "hover")
            paint.box(painter, whole, px(RADIUS.SMALL), fill)
        if not selected:
            paint.hairline(painter, whole.left(), whole.bottom(), whole.width())

    def _is_selected(self, row: int) -> bool:
        return self._view.selectionModel().isSelected(self._records.index(row, 0))

    def _is_hovered(self, row: int) -> bool:
        held = moment.is_held(self._view, moment.HOVERED, self._records.index(row, 0))
        return held or self._rows.hovered_row() == row


def _meets(slot: _Slot, area: QRect) -> bool:
    return slot.left <= area.right() and slot.left + slot.width > area.left()
