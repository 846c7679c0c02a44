"""The first question: which customer are you seeing next? A name or a dropped file is enough to begin."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets.boxes import Column, Row, fix, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.field import Field, LineEdit
from sponsor_app.ui.widgets.glyph import Glyph
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.surface import Rule

WIDTH, FIELD = 560, 48
ABOVE, BELOW = 2, 3


class FirstRun(QWidget):
    """No rail, no logo, no account, no network, and no question about keys before there is something to keep."""

    named = Signal(str)
    dropped = Signal(object)  # Path
    example_asked = Signal()
    join_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Begin"))
        self.input = LineEdit(
            tr("Which customer are you seeing next?"),
            tr("Type a customer’s name"),
            role="input",
            height=FIELD,
        )
        self.field = Field(self.input)
        self.example = Button(tr("Look around with example data"), kind="link")
        self.join = Button(tr("Join a team"), kind="link")
        self.input.returnPressed.connect(self._on_return)
        self.example.clicked.connect(self.example_asked)
        self.join.clicked.connect(self.join_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        hint = Row(
            Glyph("upload", "text2"),
            Label(tr("or drop a list anywhere: CSV as your CRM exports it"), "body", "text2"),
            None,
        )
        promise = Row(
            None,
            Glyph("shield-check", "text3", 14),
            Label(tr("Stays on this laptop. No account, no network."), "meta", "text3"),
            None,
        )
        question = Label(tr("Which customer are you seeing next?"), "display")
        column = holding(
            Column(
                question,
                20,
                self.field,
                10,
                hint,
                28,
                Rule(),
                12,
                Row(self.example, self.join, None, gap=22, margins=(-4, 0, 0, 0)),
            )
        )
        middle = Row(None, fix(column, width=WIDTH), None, gap=0)
        self.setLayout(
            Column((Row(gap=0), ABOVE), middle, (Row(gap=0), BELOW), promise, margins=(0, 0, 0, 28))
        )

    def say_wrong(self, sentence: str) -> None:
        """Say below the field what went wrong."""
        self.field.set_error(sentence)

    def first_focus(self) -> QWidget:
        """The field has the keyboard."""
        return self.input

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files[0])

    def _on_return(self) -> None:
        name = self.input.text().strip()
        if name:
            self.field.set_error("")
            self.named.emit(name)
        else:
            self.field.set_error(
                tr("Type the name of a customer, or look around with example data.")
            )
