"""A grid model: records where rows and columns meet, each of which may be empty."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sponsor_app.ui.widgets.language import tr

C = TypeVar("C")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ItemRole = Qt.ItemDataRole


@dataclass(frozen=True)  # slots break GridRow[Cell](...) before Python 3.12
class GridRow(Generic[C]):
    """A row: who it is about, a second line, and a record or None for each column."""

    title: str
    cells: tuple[C | None, ...]
    detail: str = ""


class RecordGrid(QAbstractTableModel, Generic[C]):
    """`sentence` says a record in words; row and column are said with it."""

    RecordRole = ItemRole.UserRole + 1
    DetailRole = ItemRole.UserRole + 2

    def __init__(self, sentence: Callable[[C], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sentence = sentence
        self._columns: tuple[str, ...] = ()
        self._rows: tuple[GridRow[C], ...] = ()

    def show(self, columns: Sequence[str], rows: Sequence[GridRow[C]]) -> None:
        """Replace everything; only cells are told when rows and columns stay the same."""
        before, after = self._shape(self._columns, self._rows), self._shape(columns, rows)
        if before == after:
            self._rows = tuple(rows)
            if self._rows and self._columns:
                last = self.index(len(self._rows) - 1, len(self._columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._columns, self._rows = tuple(columns), tuple(rows)
        self.endResetModel()

    def record(self, row: int, column: int) -> C | None:
        """What stands in a cell."""
        inside = 0 <= row < len(self._rows) and 0 <= column < len(self._columns)
        return self._rows[row].cells[column] if inside else None

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        record = self.record(index.row(), index.column())
        said = tr("empty") if record is None else self._sentence(record)
        match role:
            case self.RecordRole:
                return record
            case ItemRole.DisplayRole:
                return said
            case ItemRole.AccessibleTextRole:
                row, column = self._rows[index.row()], self._columns[index.column()]
                return f"{row.title}, {column}: {said}"
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole
    ) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if role == self.DetailRole and not across:
            return self._rows[section].detail
        if role in (ItemRole.DisplayRole, ItemRole.AccessibleTextRole):
            return self._columns[section] if across else self._rows[section].title
        return None

    def _shape(self, columns: Sequence[str], rows: Sequence[GridRow[C]]) -> object:
        return tuple(columns), [(row.title, row.detail) for row in rows]
