"""Selection, current row and scroll position that survive the replacement of every row."""

from collections.abc import Hashable
from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QObject
from PySide6.QtWidgets import QAbstractItemView

Flag = QItemSelectionModel.SelectionFlag


class Keyed(Protocol):
    """A model whose rows have keys."""

    def key_at(self, row: int) -> Hashable | None: ...
    def row_of(self, key: Hashable) -> int: ...


class SelectionMemory(QObject):
    """Remembers by key what a view had selected while its model is reset."""

    def __init__(self, view: QAbstractItemView, model: QAbstractItemModel, keyed: Keyed) -> None:
        super().__init__(view)
        self._view, self._model, self._keyed = view, model, keyed
        self._selected: list[Hashable] = []
        self._current: Hashable | None = None
        self._row, self._column, self._scroll = -1, 0, 0
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)

    def _on_about_to_reset(self) -> None:
        current = self._view.currentIndex()
        self._row, self._column = current.row(), max(0, current.column())
        self._current = self._keyed.key_at(self._row)
        rows = {index.row() for index in self._view.selectionModel().selectedIndexes()}
        keys = (self._keyed.key_at(row) for row in rows)
        self._selected = [key for key in keys if key is not None]
        self._scroll = self._view.verticalScrollBar().value()

    def _on_reset(self) -> None:
        selection = self._view.selectionModel()
        for key in self._selected:
            row = self._keyed.row_of(key)
            if row >= 0:
                index = self._model.index(row, self._column)
                selection.select(index, Flag.Select | Flag.Rows)
        if self._row >= 0:
            row = -1 if self._current is None else self._keyed.row_of(self._current)
            if row < 0:
                # Whoever went, the keyboard stays about where it was, and selects nobody else.
                row = min(self._row, self._model.rowCount() - 1)
            selection.setCurrentIndex(self._model.index(row, self._column), Flag.NoUpdate)
        self._view.verticalScrollBar().setValue(self._scroll)
