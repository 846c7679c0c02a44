"""The table of accounts: several rows can be selected, Delete deletes, and the keyboard always has a row."""

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from sponsor_app.ui.accounts.list_line import AccountLine, Around, columns
from sponsor_app.ui.accounts.list_memory import COLUMNS
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.record_table import RecordTable
from sponsor_app.ui.widgets.table_view import TableView

STRENGTH = COLUMNS.index("strength")
PLAIN = Qt.KeyboardModifier.NoModifier


class AccountsTable(TableView[AccountLine]):
    """`rows` is its model; `around` is what all of its lines share."""

    deleted = Signal()
    selection_changed = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        self.rows = RecordTable(columns(around), lambda line: line.row.account_id)
        super().__init__(tr("Accounts"), self.rows, parent=parent)
        self.rows.setParent(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def selected_records(self) -> list[AccountLine]:
        """The selected lines from top to bottom, or the one that has the keyboard."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        found = [line for row in rows if (line := self.rows.record(row)) is not None]
        current = self.current_record()
        return found or ([current] if current else [])

    def begin(self, *, first: bool = False) -> None:
        """Give the keyboard a row when it has none; `first`: the topmost when nothing selected is left."""
        lost = first and not self.selectionModel().hasSelection()
        if self.rows.rowCount() and (lost or not self.currentIndex().isValid()):
            self.setCurrentIndex(self.rows.index(0, 0))
        if first:
            self.scrollTo(self.currentIndex())

    def strengths_changed(self) -> None:
        """Show the strengths, and put the rows in their order if that is how they are sorted."""
        rows, head = self.rows, self.horizontalHeader()
        if head.sortIndicatorSection() == STRENGTH:
            rows.sort(STRENGTH, head.sortIndicatorOrder())
        if rows.rowCount():
            last = rows.index(rows.rowCount() - 1, STRENGTH)
            rows.dataChanged.emit(rows.index(0, STRENGTH), last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and event.modifiers() == PLAIN:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()
