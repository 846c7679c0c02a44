"""The columns of a file: what stands in each, and the field it becomes, which Enter changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.importing import ImportKind, Shape, field_names
from sponsor_app.ui.imports.words import UNUSED, field_word
from sponsor_app.ui.widgets.cell import Cell
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.picker import Option, Picker
from sponsor_app.ui.widgets.record_table import Column, RecordTable
from sponsor_app.ui.widgets.rows.list_row import ListRow
from sponsor_app.ui.widgets.table_view import TableView

ROW, FIELD, NUMBER = 30, 220, 48


@dataclass(frozen=True, slots=True)
class FileColumn:
    """One column of the file: its place from 1, its heading, the first value in it, and its field or nothing."""

    place: int
    heading: str
    sample: str
    field: str


class ColumnsTable(TableView[FileColumn]):
    """`chosen` carries the heading and the field, `-` for none."""

    chosen = Signal(str, str)

    def __init__(self, picker: Picker, parent: QWidget | None = None) -> None:
        self._picker, self._kinds = picker, (ImportKind.ACCOUNTS,)
        self.columns = RecordTable[FileColumn](_columns(), lambda one: one.heading)
        super().__init__(tr("Columns of the file"), self.columns, row_height=ROW, fit=True)
        self.columns.setParent(self)
        self.opened.connect(self._on_opened)

    def show_shape(self, shape: Shape) -> None:
        """Show the columns of a file."""
        self._kinds = shape.kinds or self._kinds
        self.columns.show(columns_of(shape))

    def _on_opened(self, column: FileColumn) -> None:
        self._picker.ask(
            tr("What is “{column}”?").format(column=column.heading),
            tr("Type a field"),
            lambda option: self.chosen.emit(column.heading, option.key),
        )
        names = dict.fromkeys(name for kind in self._kinds for name in field_names(kind))
        self._picker.offer(
            [Option(name, ListRow(field_word(name), _said(name))) for name in (UNUSED, *names)]
        )


def columns_of(shape: Shape) -> Sequence[FileColumn]:
    """The columns with their first values."""
    rows = shape.preview.rows
    return [
        FileColumn(
            place,
            heading,
            next((row[place - 1] for row in rows if place <= len(row) and row[place - 1]), ""),
            shape.mapped.get(heading, ""),
        )
        for place, heading in enumerate(shape.columns, 1)
    ]


def _said(name: str) -> str:
    return tr("the column is left alone") if name == UNUSED else ""


def _columns() -> tuple[Column[FileColumn], ...]:
    return (
        Column[FileColumn]("", lambda one: str(one.place), lambda one: one.place, width=NUMBER),
        Column[FileColumn](
            tr("In the file"),
            lambda one: one.heading,
            cell=lambda one: Cell(one.heading, "medium", "text"),
            accessible=_sentence,
        ),
        Column[FileColumn](tr("First value"), lambda one: one.sample),
        Column[FileColumn](
            tr("Becomes"),
            lambda one: field_word(one.field or UNUSED),
            cell=lambda one: Cell(
                field_word(one.field or UNUSED),
                "medium" if one.field else "body",
                "accent" if one.field else "text3",
            ),
            width=FIELD,
        ),
    )


def _sentence(one: FileColumn) -> str:
    return tr("{column}, becomes {field}, first value {value}").format(
        column=one.heading, field=field_word(one.field or UNUSED), value=one.sample or tr("nothing")
    )
