"""Add a promise: what, by when, and whose it is."""

from PySide6.QtCore import Signal

from sponsor_app.domain.commitment import Direction
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.due_field import DueField
from sponsor_app.ui.widgets.boxes import Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel


class AddPromise(Panel):
    """Enter in either field adds it. `heading` says where, unless the page does."""

    submitted = Signal()

    def __init__(self, desk: Desk) -> None:
        self.heading = Label("", "metaB", "text2", flexible=True)
        self.text = self.first = LineEdit(tr("What was promised"), tr("What was promised?"))
        self.due = DueField(desk)
        choices = [(Direction.OURS.value, tr("Ours")), (Direction.THEIRS.value, tr("Theirs"))]
        self.direction = ChipChoice(tr("Whose promise"), choices, needed=True)
        self.add = Button(tr("Add"))
        super().__init__(
            tr("Add a promise"),
            self.heading,
            self.text,
            self.due,
            Row((self.direction, 1), self.add),
        )
        self.heading.hide()
        self.text.returnPressed.connect(self.submitted)
        self.due.field.returnPressed.connect(self.submitted)
        self.add.clicked.connect(self.submitted)

    def clear(self) -> None:
        """Ready for the next one."""
        self.text.clear()
        self.due.clear()
        self.direction.choose(Direction.OURS.value)
        self.forgive()
