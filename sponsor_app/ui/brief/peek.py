"""The record that a line cites, beside the brief."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.brief.cited import Cited
from sponsor_app.ui.widgets.boxes import Column, Row, fix, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.glyph import Glyph
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.letter_keys import bind_keys
from sponsor_app.ui.widgets.surface import Rule, Surface

WIDTH, MOST_LINES = 340, 14


class Peek(Surface):
    """`opened` asks for the record where it lives."""

    opened = Signal(object)  # Cited
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.shown: Cited | None = None
        self._sign, self._kind = Glyph("phone", "text3"), Label("", "medium", "text2")
        self._title = Label("", "heading", wrap=True, selectable=True)
        self._meta = Label("", "meta", "text2", wrap=True)
        self._words = Label("", "lead", wrap=True, lines=MOST_LINES, selectable=True)
        self._facts = Column(gap=6)
        self._fact_rows: list[QWidget] = []
        self._rule = Rule()
        self.close_button = Button("", "x", "quiet", name=tr("Close"))
        self.open_button = Button(tr("Open account"), "arrow-right")
        head = Row(self._sign, self._kind, None, self.close_button)
        column = Column(head, 6, self._title, 2, self._meta, 14, self._words, 14, self._rule)
        column.add(12, self._facts, 16, Row(self.open_button, None), None)
        column.set_margins(20, 14, 20, 20)
        super().__init__("side", column, parent)
        fix(self, width=WIDTH)
        self.close_button.clicked.connect(self.closed)
        self.open_button.clicked.connect(self._open)
        bind_keys(self, {"Esc": self.closed.emit})

    def show_cited(self, found: Cited) -> None:
        """Show a record."""
        self.shown = found
        self._sign.set_icon(found.symbol, "text3")
        self._kind.set_text(found.kind)
        self._title.set_text(found.title)
        self._meta.set_text(found.meta)
        self._words.set_text(found.words)
        self._words.setVisible(bool(found.words))
        self._show_facts(found.facts)
        self.setAccessibleName(f"{found.kind}: {found.title}")

    def _show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        for row in self._fact_rows:
            row.setParent(None)
            row.deleteLater()
        self._fact_rows = [
            holding(Row(Label(name, "body", "text3", whole=True), (_value(value), 1), gap=12))
            for name, value in facts
        ]
        self._facts.add(*self._fact_rows)
        self._rule.setVisible(bool(facts))

    def _open(self) -> None:
        if self.shown is not None:
            self.opened.emit(self.shown)


def _value(text: str) -> Label:
    return Label(text, "medium", wrap=True, align="right", flexible=True)
