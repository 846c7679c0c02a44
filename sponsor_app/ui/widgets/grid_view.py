"""A grid to walk through cell by cell, with quiet heads and a ring that never touches a fill."""

from typing import Generic, TypeVar

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemDelegate,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QWidget,
)

from sponsor_app.ui.widgets import browsing, paint, theme
from sponsor_app.ui.widgets.paint import Align
from sponsor_app.ui.widgets.record_grid import Index, RecordGrid
from sponsor_app.ui.widgets.scroll_bar import with_grips
from sponsor_app.ui.widgets.table_header import TableHeader
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import HEIGHT, STEP_OUT

C = TypeVar("C")
LEAST = 72


class RowHead(QHeaderView):
    """Who a row is about, and a second line below where there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSectionSize(1)
        self.viewport().setAutoFillBackground(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.fillRect(rect, theme.color("canvas"))
        title = str(self.model().headerData(section, Qt.Orientation.Vertical) or "")
        detail = self.model().headerData(section, Qt.Orientation.Vertical, RecordGrid.DetailRole)
        left, room = rect.left() + px(STEP_OUT), rect.width() - 2 * px(STEP_OUT)
        middle = rect.top() + rect.height() // 2
        upper = middle - px(8) if detail else middle
        paint.text(painter, left, upper, room, title, "medium")
        if detail:
            paint.text(painter, left, middle + px(9), room, str(detail), "meta", ink="text3")
        painter.restore()


class GridView(QTableView, Generic[C]):
    """Columns share the room, except those in `widths` (px at 100 %, by number); `fit` is as high as its rows.

    A column that shares is never narrower than `least`.
    """

    opened = Signal(int, int)  # row and column: Enter or click
    peeked = Signal(int, int)  # Space
    moved = Signal(int, int)  # the cell that has the keyboard now

    def __init__(
        self,
        name: str,
        model: RecordGrid[C],
        delegate: QAbstractItemDelegate,
        *,
        row_height: int = HEIGHT.HEAT_ROW,
        head_width: int = 176,
        widths: dict[int, int] | None = None,
        alignments: dict[int, Align] | None = None,
        pads: dict[int, int] | None = None,
        fit: bool = False,
        least: int = LEAST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._grid, self._row_height, self._head_width = model, row_height, head_width
        self._widths, self._fit, self._least = widths or {}, fit, least
        self.setAccessibleName(name)
        self.setModel(model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setHorizontalHeader(TableHeader(alignments or {}, pads=pads, clickable=False))
        self.setVerticalHeader(RowHead())
        self._dress()
        self.clicked.connect(self.open_current)
        model.modelReset.connect(self._on_reset)
        theme.follow(self)
        self.restyle()

    def restyle(self) -> None:
        """Measure rows and columns anew."""
        self.verticalHeader().setDefaultSectionSize(px(self._row_height))
        self.verticalHeader().setFixedWidth(px(self._head_width))
        self.horizontalHeader().setFixedHeight(px(HEIGHT.COLUMN_HEAD))
        self._fit_columns()
        self._refit()
        self.viewport().update()

    def set_widths(self, widths: dict[int, int]) -> None:
        """Give some columns another width, px at 100 %, by number."""
        self._widths = widths
        self._fit_columns()

    def set_head_width(self, width: int) -> None:
        """Give the row heads another width, px at 100 %."""
        self._head_width = width
        self.restyle()

    def open_current(self) -> None:
        """Open the cell that has the keyboard."""
        current = self.currentIndex()
        if current.isValid():
            self.opened.emit(current.row(), current.column())

    def peek_current(self) -> None:
        """Peek at the cell that has the keyboard."""
        current = self.currentIndex()
        if current.isValid():
            self.peeked.emit(current.row(), current.column())

    def pass_on(self, text: str) -> None:
        """A grid has no field that filters it."""

    def sizeHint(self) -> QSize:
        return QSize(px(480), self._height_of_rows() if self._fit else px(320))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not browsing.take_key(self, event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_columns()  # scroll bars that go before the first show tell nobody

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            browsing.reveal(self, current)
        self.moved.emit(current.row(), current.column())

    def _on_reset(self) -> None:
        self._fit_columns()
        self._refit()

    def _fit_columns(self) -> None:
        count = self._grid.columnCount()
        room = self.viewport().width() - sum(px(width) for width in self._widths.values())
        shares = max(1, count - len(self._widths))
        left = room
        for number in range(count):
            if number in self._widths:
                self.setColumnWidth(number, px(self._widths[number]))
                continue
            width = max(px(self._least), round(left / shares))
            self.setColumnWidth(number, width)
            left, shares = left - width, max(1, shares - 1)

    def _height_of_rows(self) -> int:
        return px(HEIGHT.COLUMN_HEAD) + px(self._row_height) * self._grid.rowCount()

    def _refit(self) -> None:
        if self._fit:
            self.setFixedHeight(self._height_of_rows())

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        for corner in self.findChildren(QAbstractButton):
            corner.setMaximumSize(0, 0)  # Qt would paint a button there
        self.setTabKeyNavigation(False)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setSelectionMode(self.SelectionMode.NoSelection)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAutoFillBackground(False)
        if self._fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        with_grips(self)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed if self._fit else policy.Expanding)
