"""A day that none of the alternatives is: typed the way people say it, below the chip that it corrects."""

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.sentence.due import read_day
from sponsor_app.domain.wording import full_day
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.boxes import Row, fix
from sponsor_app.ui.widgets.escape import keeps_escape
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.spoken import announce

Read = tuple[date | None, date]
WIDE = 240


class OtherDay(QWidget):
    """Enter takes the day, Esc goes back to the chip; what was understood stands beside the words."""

    taken = Signal(str, object)  # the part, and the day
    left = Signal()

    def __init__(self, desk: Desk, caption_width: int) -> None:
        super().__init__()
        self._desk, self._part, self._back, self._turn = desk, "", False, 0
        caption = fix(Label(tr("Other day"), "meta", "text2"), width=caption_width)
        self.field = fix(LineEdit(tr("Other day"), tr("12 Nov, last Fri, in 3 weeks")), width=WIDE)
        self._said = Label("", "metaB", "text2", flexible=True)
        self.setLayout(Row(caption, self.field, (self._said, 1), gap=8))
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self._on_entered)
        self.hide()

    def ask(self, part: str, begun: str, *, back: bool) -> None:
        """Ask for the day of a part; `begun` was typed already. `back`: Friday is the last one, not the next."""
        self._part, self._back = part, back
        self.field.setText(begun)
        self._say("")
        self.show()
        self.field.setFocus()

    def event(self, event: QEvent) -> bool:
        return keeps_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self._turn += 1
        self.hide()
        self.left.emit()

    def _on_typed(self, _text: str) -> None:
        self._read(enters=False)

    def _on_entered(self) -> None:
        self._read(enters=True)

    def _read(self, *, enters: bool) -> None:
        self._turn += 1
        turn, text, back = self._turn, self.field.text(), self._back

        def then(read: Read) -> None:
            if turn == self._turn:
                self._show(read, enters=enters)

        self._desk.operations.query(
            self, lambda app: (read_day(text, app.today(), back=back), app.today()), then
        )

    def _show(self, read: Read, *, enters: bool) -> None:
        day, today = read
        self._say(full_day(day, today) if day else "")
        if day is not None and enters:
            self._leave()
            self.taken.emit(self._part, day)
        elif enters:
            self._say(
                tr("That is no day I know: 12 Nov, last Fri, in 3 weeks, 2026-12-01"), bad=True
            )

    def _say(self, words: str, *, bad: bool = False) -> None:
        self._said.set_text(words)
        self._said.set_ink("bad" if bad else "text2")
        if bad:
            announce(self.field, words)
