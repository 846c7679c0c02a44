"""The first rows of a file as they would be here: what becomes of each, and its values field by field."""

from PySide6.QtWidgets import QWidget

from sponsor_app.domain.import_look import ImportLook, PreviewedRow, RowOutcome
from sponsor_app.ui.imports.words import field_word, one_word, outcome_state
from sponsor_app.ui.widgets.boxes import Column as Stack
from sponsor_app.ui.widgets.boxes import fix
from sponsor_app.ui.widgets.cell import Cell
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.record_table import Column, RecordTable
from sponsor_app.ui.widgets.table_view import TableView

FIRST, WIDTH, KIND, NARROW, NAMES, HEIGHT, ROW = 112, 160, 104, 84, 232, 236, 30
Rows = Column[PreviewedRow]


class PreviewTable(QWidget):
    """Every look has its own fields, so that each brings its own table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = Stack()
        self.setLayout(self._stack)
        self.rows: RecordTable[PreviewedRow] | None = None
        self.table: TableView[PreviewedRow] | None = None

    def show_look(self, look: ImportLook) -> None:
        """Show the rows of a look."""
        self.clear()
        kinds = (_kind(),) if look.shape.mixed else ()
        columns = (
            _outcome(),
            _where(),
            *kinds,
            *(_field(look, n) for n in range(len(look.fields))),
        )
        self.rows = RecordTable(columns, lambda row: row.at)
        self.table = fix(
            TableView(tr("First rows as they will be"), self.rows, row_height=ROW, sorted_by=1),
            height=HEIGHT,
        )
        self.rows.setParent(self.table)
        self.rows.show(look.rows)
        self._stack.add(self.table)

    def clear(self) -> None:
        """Show nothing."""
        if self.table is not None:
            self._stack.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self.table = self.rows = None


def _outcome() -> Rows:
    return Rows(
        tr("Becomes"),
        lambda row: outcome_state(row.outcome).word,
        lambda row: list(RowOutcome).index(row.outcome),
        lambda row: Cell(state=outcome_state(row.outcome)),
        _sentence,
        width=FIRST,
    )


def _where() -> Rows:
    return Rows(tr("Where"), lambda row: row.at, _place, width=NARROW)


def _kind() -> Rows:
    return Rows(tr("Kind"), lambda row: one_word(row.kind), width=KIND)


def _place(row: PreviewedRow) -> int:
    return int("".join(c for c in row.at if c.isdecimal()) or 0)


def _field(look: ImportLook, number: int) -> Rows:
    heading = field_word(look.fields[number])
    if number:
        return Rows(heading, lambda row: row.values[number], width=WIDTH)
    return Rows(
        heading,
        lambda row: row.values[number] or row.reason,
        cell=lambda row: Cell(row.values[number] or row.reason, "medium", "text"),
        width=NAMES,
    )


def _sentence(row: PreviewedRow) -> str:
    values = ", ".join(value for value in row.values if value)
    return ", ".join(
        part for part in (row.at, outcome_state(row.outcome).word, row.reason, values) if part
    )
