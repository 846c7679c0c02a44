"""A table to walk through: one row is one record, the ring spans it, columns give way where room is short."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHoverEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTableView, QWidget

from sponsor_app.ui.widgets import browsing, moment, paint, theme
from sponsor_app.ui.widgets.paint import Align
from sponsor_app.ui.widgets.record_table import Index, RecordTable
from sponsor_app.ui.widgets.scroll_bar import with_grips
from sponsor_app.ui.widgets.selection_memory import SelectionMemory
from sponsor_app.ui.widgets.table_header import TableHeader
from sponsor_app.ui.widgets.table_rows import TableRows
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import HEIGHT, RADIUS

R = TypeVar("R")
ALT = Qt.KeyboardModifier.AltModifier
NARROWEST = 120  # of the column that takes the rest, px at 100 %
WIDE = 1480  # of a table whose columns may take the width they like


class TableView(QTableView, Generic[R]):
    """`fit` makes it as high as its rows. Alt+Down and Alt+Up sort by the column the keyboard is in."""

    opened = Signal(object)  # a record: Enter or double click
    peeked = Signal(object)  # a record: Space
    moved = Signal(object)  # the record that has the keyboard now, or None
    typed = Signal(str)  # a letter, for the field that filters

    def __init__(
        self,
        name: str,
        model: RecordTable[R],
        *,
        row_height: int = HEIGHT.TABLE_ROW,
        sorted_by: int = 0,
        fit: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._records, self._row_height, self._fit = model, row_height, fit
        self._left_out: frozenset[int] = frozenset()
        self._kept: frozenset[int] = frozenset()
        self._hovered = -1
        self.setAccessibleName(name)
        self.setModel(model)
        self._rows = TableRows(self, self, model)
        alignments: dict[int, Align] = {
            number: "right" for number, column in enumerate(model.columns) if column.right
        }
        self._head = TableHeader(alignments)
        self.setHorizontalHeader(self._head)
        SelectionMemory(self, model, model)
        self._dress()
        self._head.setSortIndicator(sorted_by, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self.open_current)
        theme.follow(self)
        self.restyle()
        model.modelReset.connect(self._refit)
        model.layoutChanged.connect(self.viewport().update)

    def restyle(self) -> None:
        """Measure rows and columns anew."""
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(px(self._row_height))
        self._head.setFixedHeight(px(HEIGHT.COLUMN_HEAD))
        self._fit_columns()
        self._refit()
        self.viewport().update()

    def leave_out(self, columns: frozenset[int], keep: frozenset[int] = frozenset()) -> None:
        """Hide these columns whatever the room, and keep those."""
        self._left_out, self._kept = columns, keep
        self._fit_columns()

    def current_record(self) -> R | None:
        """The record that has the keyboard."""
        return self._records.record(self.currentIndex().row())

    def select(self, key: object) -> None:
        """Select the record with this key; nothing when it is not here."""
        row = self._records.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self._records.index(row, max(0, self.currentIndex().column())))

    def open_current(self) -> None:
        """Open the record that has the keyboard."""
        record = self.current_record()
        if record is not None:
            self.opened.emit(record)

    def peek_current(self) -> None:
        """Peek at the record that has the keyboard."""
        record = self.current_record()
        if record is not None:
            self.peeked.emit(record)

    def pass_on(self, text: str) -> None:
        """Tell what was typed."""
        self.typed.emit(text)

    def hovered_row(self) -> int:
        """The row under the pointer, or -1."""
        return self._hovered

    def row_rect(self, row: int) -> QRect:
        """Where a row is in the viewport, over all its columns."""
        top, high = self.rowViewportPosition(row), self.rowHeight(row)
        return QRect(-self._head.offset(), top, self._head.length(), high)

    def sizeHint(self) -> QSize:
        high = self._height_of_rows() if self._fit else px(320)
        return QSize(px(480), high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sorts = event.modifiers() & ALT and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if sorts:
            down = event.key() == Qt.Key.Key_Down
            order = Qt.SortOrder.AscendingOrder if down else Qt.SortOrder.DescendingOrder
            self.sortByColumn(max(0, self.currentIndex().column()), order)
        elif not browsing.take_key(self, event):
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QHoverEvent) and kind != QEvent.Type.HoverLeave:
            self._hover(self.rowAt(round(event.position().y())))
        elif kind in (QEvent.Type.HoverLeave, QEvent.Type.Leave):
            self._hover(-1)
        return super().viewportEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_columns()  # scroll bars that go before the first show tell nobody

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_columns()
        super().resizeEvent(event)
        self._refit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._head.mark(self.currentIndex().column())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._head.mark(-1)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._head.mark(current.column())
            browsing.reveal(self, current)
        self.viewport().update()  # the ring spans the row, Qt repaints the cell only
        if current.row() != previous.row():
            self.moved.emit(self._records.record(current.row()))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._rows.paint(painter, event.rect())
        painter.end()
        current = self.currentIndex()
        if current.isValid() and self.hasFocus():
            self._paint_ring(current)
        for row in range(self._records.rowCount() if self.property(moment.FOCUSED) else 0):
            index = self._records.index(row, 0)
            if moment.is_held(self, moment.FOCUSED, index):
                self._paint_ring(index)

    def _paint_ring(self, index: QModelIndex) -> None:
        painter = QPainter(self.viewport())
        rect = self.row_rect(index.row()).intersected(self.viewport().rect().adjusted(0, -9, 0, 9))
        paint.ring(painter, rect, px(RADIUS.SMALL))

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            before, self._hovered = self._hovered, row
            for changed in (before, row):
                self.viewport().update(self.row_rect(changed) if changed >= 0 else QRect())

    def _fit_columns(self) -> None:
        """Give each column its width and the rest to those that have none; hide what has no room."""
        room = self.viewport().width()
        fixed = 0
        stretching: list[int] = []
        for number, column in enumerate(self._records.columns):
            no_room = room < px(column.hide_below) and number not in self._kept
            hidden = number in self._left_out or no_room
            self.setColumnHidden(number, hidden)
            if hidden:
                continue
            width = px(column.wide if column.wide and room >= px(WIDE) else column.width)
            if width:
                self.setColumnWidth(number, width)
                fixed += width
            else:
                stretching.append(number)
        for number in stretching:
            self.setColumnWidth(number, max(px(NARROWEST), (room - fixed) // len(stretching)))

    def _height_of_rows(self) -> int:
        high = px(HEIGHT.COLUMN_HEAD) + px(self._row_height) * self._records.rowCount()
        overflows = self._head.length() > self.viewport().width()
        return high + (self.horizontalScrollBar().sizeHint().height() if overflows else 0)

    def _refit(self) -> None:
        if self._fit and self.height() != self._height_of_rows():
            self.setFixedHeight(self._height_of_rows())

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAutoFillBackground(False)
        if self._fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        with_grips(self)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed if self._fit else policy.Expanding)
