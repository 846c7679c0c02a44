"""Sponsors by tier, region or industry: who is seen as promised, who is worst, who carries too much."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain import heat
from sponsor_app.domain.board import By, window_words
from sponsor_app.domain.heat import HeatColumn, HeatRow
from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.report import CoverageReport
from sponsor_app.ui.coverage.words import Spot, column_word
from sponsor_app.ui.widgets import theme, typography
from sponsor_app.ui.widgets.boxes import Column
from sponsor_app.ui.widgets.grid_view import GridView
from sponsor_app.ui.widgets.heat_cell import HeatCell, HeatCellDelegate, LoadCell
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.paint import Align
from sponsor_app.ui.widgets.record_grid import GridRow, ItemRole, RecordGrid
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tip import plain

Cell = HeatCell | LoadCell
ALWAYS = (HeatColumn.STRATEGIC, HeatColumn.KEY, HeatColumn.STANDARD)
HEAD, WIDE_HEAD, LEAST_HEAD, LOAD, PAD, LOWEST = 176, 240, 104, 56, 12, 200
BESIDE_WORDS = 14 + 18 + 8  # what a cell draws left of its words and keeps free right of them


class HeatGrid(RecordGrid[Cell]):
    """The grid's model; a name that is cut has its whole in the tip."""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole
    ) -> object:
        if role == ItemRole.ToolTipRole:
            return plain(str(super().headerData(section, orientation)))
        return super().headerData(section, orientation, role)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = ItemRole.DisplayRole
    ) -> object:
        if role == ItemRole.ToolTipRole:
            return plain(str(super().data(index, ItemRole.AccessibleTextRole) or ""))
        return super().data(index, role)


class HeatBoard(QWidget):
    """`moved` tells where the keyboard is, `opened` where Enter was pressed, `peeked` Space or the mouse."""

    moved = Signal(object)  # Spot
    opened = Signal(object)
    peeked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[HeatRow, ...] = ()
        self._columns: tuple[str, ...] = ALWAYS
        self._words: frozenset[str] = frozenset()
        self._counted = ""
        self._wide = False
        self._box = Column()
        self.setLayout(self._box)
        self.grid = self._make_grid()
        theme.follow(self)
        self.restyle()

    def restyle(self) -> None:
        """Keep some rows in sight however low the page is."""
        self.setMinimumHeight(px(LOWEST))
        self._fit_head()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def show_report(self, report: CoverageReport) -> None:
        """Show its sponsors; the keyboard stays with the sponsor and column where it was."""
        spot, top = self.spot(), self.grid.verticalScrollBar().value()
        view, rows = report.view, report.heat
        columns = report.columns
        if view.by is By.TIER:
            columns = tuple(one for one in HeatColumn if one in ALWAYS or one in columns)
        self._rows = rows
        self._counted = "" if view.window is None else tr(window_words(view.window))
        self._words = frozenset(
            self._cell(cell).words for row in rows for cell in row.cells.values()
        )
        if columns != self._columns:
            self._columns = columns
            self._replace_grid()
        heads = [column_word(column, view.by) for column in columns]
        self.model.show([*heads, tr("Load")], [self._line(row) for row in rows])
        self._fit_head()
        self.grid.verticalScrollBar().setValue(top)
        other = spot is not None and spot[1] is not None and spot[1] not in columns
        if spot is None or other or not self.select(*spot):
            self._select_first()

    def spot(self) -> Spot | None:
        """Where the keyboard is."""
        current = self.grid.currentIndex()
        return self._spot(current.row(), current.column())

    def has_column(self, column: str | None) -> bool:
        """Whether this column is shown; None, all that a sponsor owns, always is."""
        return column is None or column in self._columns

    def member_at(self, row: int) -> MemberId | None:
        """Whose row it is."""
        return self._rows[row].member_id if 0 <= row < len(self._rows) else None

    def select(self, member_id: MemberId, column: str | None) -> bool:
        """Put the keyboard on a sponsor's cell; False when the sponsor is not on the board."""
        at = self._columns.index(column) if column in self._columns else len(self._columns)
        for number, row in enumerate(self._rows):
            if row.member_id == member_id:
                index = self.model.index(number, at)
                if index != self.grid.currentIndex():
                    self.grid.setCurrentIndex(index)
                return True
        return False

    def set_wide(self, wide: bool) -> None:
        """Give names more room."""
        self._wide = wide
        self._fit_head()

    def _fit_head(self) -> None:
        """Give the states the width of their words, and the names what is left: a state is never cut."""
        widest = max((typography.width(word, "metaB") for word in self._words), default=0)
        bar = self.grid.verticalScrollBar().sizeHint().width()
        room = self.width() - px(LOAD) - bar - len(self._columns) * (widest + px(BESIDE_WORDS))
        most = WIDE_HEAD if self._wide else HEAD
        self.grid.set_head_width(max(LEAST_HEAD, min(most, room * 100 // theme.zoom())))

    def _make_grid(self) -> GridView[Cell]:
        self.model = HeatGrid(lambda cell: cell.sentence)
        load = len(self._columns)
        right: Align = "right"
        grid = GridView(
            tr("Sponsors, the worst first"),
            self.model,
            HeatCellDelegate(),
            widths={load: LOAD},
            alignments={load: right},
            pads=dict.fromkeys(range(load), PAD),
        )
        self.model.setParent(grid)
        grid.moved.connect(partial(self._tell, self.moved))
        grid.opened.connect(partial(self._tell, self.opened))
        grid.peeked.connect(partial(self._tell, self.peeked))
        # The mouse shows a cell's accounts, but leaves the keyboard in the grid.
        grid.clicked.disconnect(grid.open_current)
        grid.clicked.connect(grid.peek_current)
        self._box.addWidget(grid, 1)
        self.setFocusProxy(grid)
        return grid

    def _replace_grid(self) -> None:
        old, had_keyboard = self.grid, self.grid.hasFocus()
        self.grid = self._make_grid()
        self.grid.setVisible(
            old.isVisibleTo(self)
        )  # what is not shown yet cannot take the keyboard
        if had_keyboard:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._box.removeWidget(old)
        old.hide()
        old.deleteLater()

    def _tell(self, signal: SignalInstance, row: int, column: int) -> None:
        spot = self._spot(row, column)
        if spot is not None:
            signal.emit(spot)

    def _spot(self, row: int, column: int) -> Spot | None:
        if not (0 <= row < len(self._rows) and column >= 0):
            return None
        where = self._columns[column] if column < len(self._columns) else None
        return self._rows[row].member_id, where

    def _select_first(self) -> None:
        if self._rows:
            first = self._rows[0]
            worst = min(first.cells, key=lambda column: heat.RANK[first.cells[column].worst])
            self.select(first.member_id, worst)

    def _line(self, row: HeatRow) -> GridRow[Cell]:
        found = [row.cells.get(column) for column in self._columns]
        cells: list[Cell | None] = [self._cell(cell) if cell else None for cell in found]
        cells.append(LoadCell(row.load, row.load_state))
        function = tr(row.function.value).capitalize() if row.function else ""
        return GridRow[Cell](row.sponsor, tuple(cells), function)

    def _cell(self, cell: heat.HeatCell) -> HeatCell:
        return HeatCell(cell.total, cell.number, cell.worst, cell.worst_count, self._counted)
