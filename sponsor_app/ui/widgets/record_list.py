"""A list model over frozen records, with group headings where they are wanted."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sponsor_app.ui.widgets.tip import plain

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ItemRole = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Heading:
    """A row that names the group below it; arrow keys step over it."""

    text: str


class RecordList(QAbstractListModel, Generic[R]):
    """Rows are told apart by `key`; `group` puts a heading before each run of records with the same group.

    `sentence` is all of a row in words, for who hears it and as its tip, unless `accessible` or `tip` say otherwise.
    """

    RecordRole = ItemRole.UserRole + 1

    def __init__(
        self,
        key: Callable[[R], Hashable],
        text: Callable[[R], str],
        *,
        sentence: Callable[[R], str] | None = None,
        accessible: Callable[[R], str] | None = None,
        tip: Callable[[R], str] | None = None,
        group: Callable[[R], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._text, self._group = key, text, group
        self._accessible = accessible or sentence or text
        self._tip = tip or sentence
        self._rows: tuple[R | Heading, ...] = ()

    @property
    def rows(self) -> "tuple[R | Heading, ...]":
        """All rows, headings among them."""
        return self._rows

    @property
    def records(self) -> tuple[R, ...]:
        """The records shown, without headings."""
        return tuple(row for row in self._rows if not isinstance(row, Heading))

    def show(self, records: Sequence[R]) -> None:
        """Replace every row; only what differs is told when the same rows stay in the same order."""
        rows = self._grouped(records)
        if [self._name(row) for row in rows] == [self._name(row) for row in self._rows]:
            self._replace_in_place(rows)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def replace(self, record: R) -> None:
        """Show a record anew; KeyError when its key is not here."""
        row = self.row_of(self._key(record))
        if row < 0:
            raise KeyError(self._key(record))
        self._replace_in_place((*self._rows[:row], record, *self._rows[row + 1 :]))

    def record(self, row: int) -> R | None:
        """The record of a row; None for a heading and for no row."""
        if not 0 <= row < len(self._rows):
            return None
        found = self._rows[row]
        return None if isinstance(found, Heading) else found

    def key_at(self, row: int) -> Hashable | None:
        """The key of a row; None for a heading and for no row."""
        record = self.record(row)
        return None if record is None else self._key(record)

    def row_of(self, key: Hashable) -> int:
        """The row of a key, -1 when it is not here."""
        for row, shown in enumerate(self._rows):
            if not isinstance(shown, Heading) and self._key(shown) == key:
                return row
        return -1

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == self.RecordRole:
            return row
        if isinstance(row, Heading):
            return row.text if role in (ItemRole.DisplayRole, ItemRole.AccessibleTextRole) else None
        match role:
            case ItemRole.DisplayRole:
                return self._text(row)
            case ItemRole.AccessibleTextRole:
                return self._accessible(row)
            case ItemRole.ToolTipRole:
                return plain(self._tip(row)) if self._tip else None
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def _grouped(self, records: Sequence[R]) -> tuple[R | Heading, ...]:
        if self._group is None:
            return tuple(records)
        rows: list[R | Heading] = []
        for name, members in groupby(records, self._group):
            rows += [Heading(name), *members]
        return tuple(rows)

    def _name(self, row: R | Heading) -> Hashable:
        return row if isinstance(row, Heading) else self._key(row)

    def _replace_in_place(self, rows: tuple[R | Heading, ...]) -> None:
        before, self._rows = self._rows, rows
        for row, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                index = self.index(row)
                self.dataChanged.emit(index, index)
