"""Open an issue: what is wrong, and how bad it is."""

from PySide6.QtCore import Signal

from sponsor_app.domain.issue import Severity
from sponsor_app.ui.widgets.boxes import Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.states import state


class OpenIssue(Panel):
    """A title and how bad it is; Enter opens it. `heading` says where, unless the page does."""

    submitted = Signal()

    def __init__(self) -> None:
        self.heading = Label("", "metaB", "text2", flexible=True)
        self.title = self.first = LineEdit(
            tr("What is wrong"), tr("What is wrong, in their words?")
        )
        choices = [(str(one.value), state(one).word) for one in Severity]
        self.severity = ChipChoice(tr("Severity"), choices, needed=True)
        self.add = Button(tr("Open issue"))
        super().__init__(
            tr("Open an issue"),
            self.heading,
            self.title,
            self.severity,
            Row(Label(tr("1 stops their business"), "meta", "text3", flexible=True), self.add),
        )
        self.heading.hide()
        self.title.returnPressed.connect(self.submitted)
        self.add.clicked.connect(self.submitted)

    def clear(self) -> None:
        """Ready for the next one."""
        self.title.clear()
        self.severity.choose(str(Severity.SEV3.value))
        self.forgive()
