"""Two records beside each other: which one stays, what differs, and whether they are one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.twins import Comparison, Difference, Twin
from sponsor_app.ui.duplicates.words import (
    field_words,
    holds_words,
    merge_words,
    sentence,
    value_word,
    why_words,
)
from sponsor_app.ui.widgets.boxes import Column, Row, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.cell import Cell
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.record_table import Column as TableColumn
from sponsor_app.ui.widgets.record_table import RecordTable
from sponsor_app.ui.widgets.surface import Surface
from sponsor_app.ui.widgets.table_view import TableView

ROW, FIELD = 30, 132
JOINED = frozenset({"alias", "phone", "reach", "story", "wants", "lost_because", "note"})
"""Fields of which what both say stays."""


class TwinCard(Surface):
    """One of the two: what becomes of it, its name, what hangs on it, and the way to its page."""

    def __init__(self, becomes: str) -> None:
        self._becomes = becomes
        self._name = Label("", "strong", wrap=True, lines=3)
        self._holds = Label("", "meta", "text2", wrap=True, lines=3)
        self.open = Button(tr("Open"), "arrow-right", "link")
        caption = Label(becomes, "label", "text3")
        foot = Row(self.open, None, margins=(-4, 0, 0, 0))
        super().__init__(
            "card",
            Column(caption, 3, self._name, 1, self._holds, None, 2, foot, margins=(12, 9, 12, 8)),
        )

    def show_twin(self, twin: Twin, holds: str) -> None:
        """Show another record."""
        self._name.set_text(twin.name)
        self._holds.set_text(holds)
        self.open.setAccessibleName(tr("Open {name}").format(name=twin.name))
        self.setAccessibleName(f"{self._becomes}: {twin.name}, {holds}")


class TwinSide(QWidget):
    """`merged` carries the ids of the one that goes and the one that stays; `opened` an id."""

    merged = Signal(str, str)
    parted = Signal()
    rejoined = Signal()
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: Comparison | None = None
        self.kept_id = ""
        self._why = Label("", "body", "text2", wrap=True)
        self.kept, self.gone = TwinCard(tr("Stays")), TwinCard(tr("Becomes part of it"))
        self.differences = RecordTable[Difference](_columns(), lambda one: one.field)
        self.table = TableView(tr("What differs"), self.differences, row_height=ROW)
        self.differences.setParent(self.table)
        self._same = Label(tr("Nothing on file differs."), "body", "text3")
        self._note = Label("", "meta", "text2", wrap=True)
        self.merge = Button(tr("Merge"), "check", shortcut="M")
        self.swap = Button(tr("Swap"), "arrow-up-down", shortcut="S")
        self.part = Button(tr("Not the same"), "x", shortcut="N")
        self.rejoin = Button(tr("Ask about them again"), "undo-2")
        self._lay_out()
        self._listen()

    def show_pair(self, found: Comparison) -> None:
        """Show two records; the same two keep the one that was chosen to stay."""
        ids = (found.first.id, found.second.id)
        if self.kept_id not in ids:
            self.kept_id = found.first.id
        self.found = found
        self._why.set_text(why_words(found))
        self.part.setVisible(not found.apart)
        self.rejoin.setVisible(found.apart)
        self._fill()

    def turn(self) -> None:
        """Let the other one stay."""
        if self.found is not None:
            self.kept_id = self._sides()[1].id
            self._fill()

    def clear(self) -> None:
        """Nothing is shown any more."""
        self.found, self.kept_id = None, ""

    def ask_merge(self) -> None:
        """Make one of the two."""
        if self.found is not None:
            kept, gone = self._sides()
            self.merged.emit(gone.id, kept.id)

    def ask_part(self) -> None:
        """Say that they are two."""
        if self.found is not None and not self.found.apart:
            self.parted.emit()

    def _sides(self) -> tuple[Twin, Twin]:
        found = self.found
        if found is None:
            msg = "two records are merged before any are shown"
            raise LookupError(msg)
        first, second = found.first, found.second
        return (first, second) if first.id == self.kept_id else (second, first)

    def _fill(self) -> None:
        found = self.found
        if found is None:
            return
        kept, gone = self._sides()
        self.kept.show_twin(kept, holds_words(found.kind, kept))
        self.gone.show_twin(gone, holds_words(found.kind, gone))
        self.setAccessibleName(
            tr("{gone} becomes part of {kept}").format(gone=gone.name, kept=kept.name)
        )
        rows = found.differences(kept.id)
        self.differences.show(rows)
        self.table.setVisible(bool(rows))
        self._same.setVisible(not rows)
        self._note.set_text(merge_words(found, gone))

    def _listen(self) -> None:
        self.merge.clicked.connect(self.ask_merge)
        self.swap.clicked.connect(self.turn)
        self.part.clicked.connect(self.parted)
        self.rejoin.clicked.connect(self.rejoined)
        self.kept.open.clicked.connect(lambda: self.opened.emit(self._sides()[0].id))
        self.gone.open.clicked.connect(lambda: self.opened.emit(self._sides()[1].id))

    def _lay_out(self) -> None:
        choice = holding(Flow(self.merge, self.part, self.rejoin, self.swap, gap=8))
        self.setLayout(
            Column(
                inset(self._why),
                10,
                inset(Row((self.kept, 1), (self.gone, 1), gap=10)),
                12,
                (self.table, 1),
                inset(self._same),
                10,
                inset(self._note),
                10,
                inset(choice),
                margins=(0, 0, 0, 12),
            )
        )


def _columns() -> tuple[TableColumn[Difference], ...]:
    words = field_words()
    order = list(words)
    return (
        TableColumn[Difference](
            tr("Differs"),
            lambda one: words.get(one.field, one.field),
            lambda one: (_rank(one), order.index(one.field) if one.field in order else len(order)),
            lambda one: Cell(words.get(one.field, one.field), "meta", "text3"),
            sentence,
            width=FIELD,
        ),
        TableColumn[Difference](
            tr("Stays"), lambda one: value_word(one.field, one.kept), cell=_kept_cell
        ),
        TableColumn[Difference](
            tr("Becomes part of it"), lambda one: value_word(one.field, one.gone), cell=_gone_cell
        ),
    )


def _kept_cell(one: Difference) -> Cell:
    if one.fills:
        return Cell(tr("taken over"), "meta", "text3")
    return Cell(value_word(one.field, one.kept), "medium", "text")


def _gone_cell(one: Difference) -> Cell:
    words = value_word(one.field, one.gone)
    stays = one.fills or one.field in JOINED
    return Cell(words, "medium", "text") if stays else Cell(words, "body", "text3")


def _rank(one: Difference) -> int:
    """What has to be looked at comes first: two values, then one that is taken over, then one that only stays."""
    return 0 if one.kept and one.gone else 1 if one.fills else 2
