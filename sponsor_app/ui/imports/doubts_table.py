"""Rows that may be records here already: for each, which one it is, a new one, or to be left out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.import_look import Candidate, Doubt, ImportLook
from sponsor_app.services.imports import NEW, SKIP
from sponsor_app.ui.widgets.cell import Cell
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.picker import Option, Picker
from sponsor_app.ui.widgets.record_table import Column, RecordTable
from sponsor_app.ui.widgets.rows.list_row import ListRow
from sponsor_app.ui.widgets.table_view import TableView

ROW, WHERE, ANSWER = 30, 96, 240


class DoubtsTable(TableView[Doubt]):
    """`decided` carries where the row stands, and a record's id, `skip` or `new`."""

    decided = Signal(str, str)

    def __init__(self, picker: Picker, parent: QWidget | None = None) -> None:
        self._picker = picker
        self._answers: dict[str, str] = {}
        self.doubts = RecordTable[Doubt](self._columns(), lambda doubt: doubt.at)
        super().__init__(tr("To decide"), self.doubts, row_height=ROW, fit=True)
        self.doubts.setParent(self)
        self.opened.connect(self._on_opened)

    def show_look(self, look: ImportLook, answers: dict[str, str]) -> None:
        """Show what is to be decided; `answers` are those given before, which keep their rows."""
        self._answers = answers
        shown = {doubt.at: doubt for doubt in self.doubts.records if doubt.at in answers}
        shown.update({doubt.at: doubt for doubt in look.doubts})
        self.doubts.show(list(shown.values()))

    def forget(self) -> None:
        """Another file."""
        self._answers = {}
        self.doubts.show([])

    def answer(self, doubt: Doubt) -> str:
        """What was decided, in words."""
        given = self._answers.get(doubt.at, "")
        if given in (SKIP, NEW):
            return tr("leave it out") if given == SKIP else tr("a new one")
        for one in doubt.candidates:
            if one.id == given:
                return tr("it is {name}").format(name=one.name)
        return tr("not decided: left out") if doubt.needs_answer else tr("a new one")

    def _on_opened(self, doubt: Doubt) -> None:
        self._picker.ask(
            tr("“{name}” in {where}").format(name=doubt.name, where=doubt.at),
            tr("Which one is it?"),
            lambda option: self.decided.emit(doubt.at, option.key),
        )
        self._picker.offer(
            [
                *(Option(one.id, _row(one)) for one in doubt.candidates),
                Option(NEW, ListRow(tr("A new one"), symbol="plus")),
                Option(SKIP, ListRow(tr("Leave the row out"), symbol="x")),
            ]
        )

    def _columns(self) -> tuple[Column[Doubt], ...]:
        return (
            Column[Doubt](tr("Where"), lambda doubt: doubt.at, _place, width=WHERE),
            Column[Doubt](
                tr("In the file"),
                lambda doubt: doubt.name,
                cell=lambda doubt: Cell(doubt.name, "medium", "text"),
                accessible=self._sentence,
            ),
            Column[Doubt](tr("May be"), lambda doubt: _best(doubt).name),
            Column[Doubt](tr("Because of"), lambda doubt: _best(doubt).because),
            Column[Doubt](
                tr("It is"),
                self.answer,
                cell=lambda doubt: Cell(self.answer(doubt), "medium", "accent"),
                width=ANSWER,
            ),
        )

    def _sentence(self, doubt: Doubt) -> str:
        best = _best(doubt)
        return tr("{name}, may be {other}, {reason}: {answer}").format(
            name=doubt.name, other=best.name, reason=best.because, answer=self.answer(doubt)
        )


def _place(doubt: Doubt) -> int:
    return int("".join(c for c in doubt.at if c.isdecimal()) or 0)


def _best(doubt: Doubt) -> Candidate:
    return doubt.candidates[0]


def _row(one: Candidate) -> ListRow:
    return ListRow(one.name, one.because, tr("{score} of 100").format(score=one.score))
