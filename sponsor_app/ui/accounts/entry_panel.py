"""Every field of one change below its row, how much else went with it, and the way back."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from sponsor_app.domain.activity import StepDetails, can_be_taken_back
from sponsor_app.domain.history import Entry
from sponsor_app.services import history
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.history_face import said_of
from sponsor_app.ui.widgets.boxes import Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import how_many, tr, understood
from sponsor_app.ui.widgets.panel import Panel

MOST_FIELDS = 14


class EntryPanel(Panel):
    """`taken_back` asks to take the whole step back; it is offered once it is known what that means."""

    taken_back = Signal()

    def __init__(self, desk: Desk, one: Entry) -> None:
        self._entry = one
        self.back = Button(tr("Take this back"), "undo-2", shortcut="T")
        self.lines = Label(self._words({}), "meta", "text2", wrap=True)
        self.note = Label("", "meta", "text3", wrap=True)
        buttons = Row(self.back, (self.note, 1))
        super().__init__(tr("What was changed"), self.lines, buttons)
        self.lines.setVisible(bool(one.fields))
        self.back.setEnabled(False)
        self.back.clicked.connect(self.taken_back)
        desk.operations.query(self, lambda app: history.details(app, one.step), self._show)

    def take_back(self) -> None:
        """Take it back, if that can be done."""
        if self.back.isEnabled():
            self.taken_back.emit()

    def _show(self, details: StepDetails) -> None:
        self.lines.set_text(self._words(details.names))
        possible, changes = can_be_taken_back(details.step), details.step.changes
        self.back.setEnabled(possible)
        self.back.setVisible(possible)
        if not possible:
            self.note.set_text(tr("It was taken back, or cannot be."))
        elif changes > 1:
            words = tr("“{title}” goes back as a whole: {changes}.")
            title = understood(details.step.title)
            self.note.set_text(words.format(title=title, changes=how_many(changes, "change")))
        if possible and not self.focusWidget():
            self.back.setFocus()

    def _words(self, names: Mapping[str, str]) -> str:
        fields = self._entry.fields
        said = [said_of(change, names) for change in fields[:MOST_FIELDS]]
        if len(fields) > MOST_FIELDS:
            said.append(tr("and {count} more").format(count=len(fields) - MOST_FIELDS))
        return "\n".join(said)
