"""A table model over frozen records that sorts by native values and finds its rows by key."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from operator import is_
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sponsor_app.ui.widgets.cell import Cell

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Order = Qt.SortOrder
ROOT = QModelIndex()
ItemRole = Qt.ItemDataRole
REMEMBERED_SORTS = 2  # by state, and within a state by name


@dataclass(frozen=True)  # slots break Column[Row](...) before Python 3.12
class Column(Generic[R]):
    """One column: its heading, what it shows, what it sorts by, and how wide it is.

    `cell` paints more than words. `width` is px at 100 %, 0 takes the rest; `wide` is what it grows to in a wide
    table. Below `hide_below` px of table the column is not shown. A sort key of None sorts last either way.
    """

    heading: str
    text: Callable[[R], str]
    sort_key: Callable[[R], Any] | None = None
    cell: Callable[[R], Cell] | None = None
    accessible: Callable[[R], str] | None = None
    width: int = 0
    right: bool = False
    hide_below: int = 0
    wide: int = 0

    @property
    def key(self) -> Callable[[R], Any]:
        """What to sort by; without a key of its own, the words whatever their case."""
        return self.sort_key or (lambda record: self.text(record).casefold())

    def shown(self, record: R) -> Cell:
        """What to paint."""
        return self.cell(record) if self.cell else Cell(self.text(record))

    def spoken(self, record: R) -> str:
        """What to say."""
        if self.accessible:
            return self.accessible(record)
        return self.cell(record).sentence if self.cell else self.text(record)


class RecordTable(QAbstractTableModel, Generic[R]):
    """Rows come from `show`, cells from `Column`s."""

    RecordRole = ItemRole.UserRole + 1
    SortRole = ItemRole.UserRole + 2
    CellRole = ItemRole.UserRole + 3

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._sorts: list[tuple[int, Order]] = []
        self._keep: Callable[[R], bool] | None = None
        self._sorted: list[R] = []
        self._shown: list[R] = []
        self._rows: dict[Hashable, int] | None = None

    @property
    def records(self) -> tuple[R, ...]:
        """The records shown, in the order shown."""
        return tuple(self._shown)

    def show(self, records: Sequence[R]) -> None:
        """Replace every row; only what differs is told when the same rows stay in the same order."""
        self._sorted = list(records)
        for column, order in self._sorts:
            self._sorted = self._in_order(self._sorted, column, order)
        self._show(self._kept())

    def show_only(self, keep: Callable[[R], bool] | None, records: Sequence[R]) -> None:
        """Replace every row by those of these records that `keep` keeps."""
        self._keep = keep
        self.show(records)

    def narrow(self, keep: Callable[[R], bool] | None) -> None:
        """Show only the records that `keep` keeps; None shows all again. Order stays, so it is quick."""
        self._keep = keep
        self._show(self._kept())

    def replace(self, record: R) -> None:
        """Show a record anew where it stands; KeyError when its key is not here."""
        key = self._key(record)
        row = self.row_of(key)
        if row < 0:
            raise KeyError(key)
        self._sorted[self._sorted.index(self._shown[row])] = record
        self._shown[row] = record
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def record(self, row: int) -> R | None:
        """The record of a row, or None."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def key_at(self, row: int) -> Hashable | None:
        """The key of a row, or None."""
        record = self.record(row)
        return None if record is None else self._key(record)

    def row_of(self, key: Hashable) -> int:
        """The row of a key, -1 when it is not shown."""
        if self._rows is None:
            self._rows = {self._key(record): row for row, record in enumerate(self._shown)}
        return self._rows.get(key, -1)

    def sort(self, column: int, order: Order = Order.AscendingOrder) -> None:
        """Sort by a column, stably: equal rows keep the order they had. Current and selected rows move along."""
        if not 0 <= column < len(self.columns):
            return
        self._sorts = [kept for kept in self._sorts if kept[0] != column][1 - REMEMBERED_SORTS :]
        self._sorts.append((column, order))
        in_order = self._in_order(self._sorted, column, order)
        if all(map(is_, in_order, self._sorted)):
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        keys = [self.key_at(index.row()) for index in held]
        self._sorted = in_order
        self._shown, self._rows = self._kept(), None
        moved = [
            self.index(self.row_of(key), index.column())
            for key, index in zip(keys, held, strict=True)
        ]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        record, column = self._shown[index.row()], self.columns[index.column()]
        match role:
            case ItemRole.DisplayRole:
                return column.text(record)
            case self.CellRole:
                return column.shown(record)
            case self.RecordRole:
                return record
            case self.SortRole:
                return column.key(record)
            case ItemRole.AccessibleTextRole:
                return column.spoken(record)
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole
    ) -> object:
        if role in (ItemRole.DisplayRole, ItemRole.AccessibleTextRole):
            if orientation == Qt.Orientation.Horizontal:
                return self.columns[section].heading
            return str(section + 1)
        return None

    def _kept(self) -> list[R]:
        return list(filter(self._keep, self._sorted)) if self._keep else list(self._sorted)

    def _show(self, records: list[R]) -> None:
        if len(records) == len(self._shown) and self._same_rows(records):
            before, self._shown = self._shown, records
            pairs = enumerate(zip(before, records, strict=True))
            # Most are the very same object, and to compare two equal ones takes longer than to show them.
            changed = [row for row, (old, new) in pairs if old is not new and old != new]
            if changed:
                last = self.index(changed[-1], self.columnCount() - 1)
                self.dataChanged.emit(self.index(changed[0], 0), last)
            return
        self.beginResetModel()
        self._shown, self._rows = records, None
        self.endResetModel()

    def _same_rows(self, records: list[R]) -> bool:
        key = self._key
        return all(key(old) == key(new) for old, new in zip(self._shown, records, strict=True))

    def _in_order(self, records: list[R], column: int, order: Order) -> list[R]:
        key, down = self.columns[column].key, order == Order.DescendingOrder
        try:
            return sorted(records, key=key, reverse=down)
        except TypeError:  # some are unknown, and None compares with nothing
            known = [record for record in records if key(record) is not None]
            unknown = [record for record in records if key(record) is None]
            return sorted(known, key=key, reverse=down) + unknown
