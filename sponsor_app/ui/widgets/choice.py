"""A question with two or three answers, asked only to choose or before what cannot be undone."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.button import Button, Kind
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.overlay import Overlay
from sponsor_app.ui.widgets.theme import Ink

WIDTH = 460


@dataclass(frozen=True, slots=True)
class Answer:
    """`key` is what `chosen` tells; `safe` is the one that Enter gives. A loss is written in `bad`."""

    key: str
    words: str
    kind: Kind = "plain"
    safe: bool = False
    ink: Ink | None = None


class Choice(Overlay):
    """`open()` asks; then either `chosen` tells the answer's key, or Esc was pressed and `declined` says so."""

    chosen = Signal(str)
    declined = Signal()

    def __init__(
        self, host: QWidget, title: str, paragraph: str, answers: Sequence[Answer]
    ) -> None:
        self._answer = ""
        self.buttons = {
            answer.key: Button(answer.words, kind=answer.kind, ink=answer.ink) for answer in answers
        }
        content = holding(
            Column(
                Label(title, "heading", wrap=True),
                6,
                Label(paragraph, "body", "text2", wrap=True),
                20,
                Row(None, *self.buttons.values()),
                margins=(24, 22, 24, 20),
            )
        )
        super().__init__(host, content, name=f"{title}. {paragraph}", width=WIDTH, light=False)
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self._on_answered(key))
        self._first = next((a.key for a in answers if a.safe), answers[0].key)
        self.closed.connect(self._on_closed)

    def ask(self) -> None:
        """Open with the keyboard on the safe answer."""
        self._answer = ""
        self.open(self.buttons[self._first])

    def _on_answered(self, key: str) -> None:
        self._answer = key
        self.dismiss()

    def _on_closed(self) -> None:
        if self._answer:
            self.chosen.emit(self._answer)
        else:
            self.declined.emit()
