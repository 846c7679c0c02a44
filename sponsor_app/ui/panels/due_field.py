"""A day by which something is due, typed the way people say it; what it was understood as stands beside it."""

from datetime import date

from PySide6.QtWidgets import QWidget

from sponsor_app import services
from sponsor_app.domain.wording import full_day
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.boxes import Row
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr

Read = tuple[date | None, date]


class DueField(QWidget):
    """`day` is what was understood so far."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._asked_times = desk, 0
        self.day: date | None = None
        self.field = LineEdit(tr("By when"), tr("By when? Fri, 2 weeks, 1 Dec"))
        self._said = Label("", "metaB", "text2", whole=True)
        self.setLayout(Row((self.field, 1), self._said))
        self.field.textChanged.connect(self._on_typed)

    def clear(self) -> None:
        """Ready for another day."""
        self.field.clear()
        self._said.set_text("")
        self.day = None

    def text(self) -> str:
        """What was typed; whoever saves it reads the day anew."""
        return self.field.text()

    def _on_typed(self, text: str) -> None:
        self._asked_times += 1
        number = self._asked_times
        # The grammar takes a moment to load the first time, and this is not the thread for that.
        self._desk.operations.query(
            self,
            lambda app: (services.sentences.read_due(text, app.today()), app.today()),
            lambda read: self._show(read, number),
        )

    def _show(self, read: Read, number: int) -> None:
        if number == self._asked_times:
            self.day, today = read
            self._said.set_text(full_day(self.day, today) if self.day else "")
