"""What a reference asks of me, below its row: tell the requester, decide, or ask them again."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from sponsor_app import services
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.reference import Ask, Asked
from sponsor_app.services import Services
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.boxes import Row, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel


class ReferencePanel(Panel):
    """`finished` when something was done."""

    finished = Signal()

    def __init__(self, desk: Desk, asked: Asked, title: str) -> None:
        self._desk, self._asked = desk, asked
        self.told = Button(tr("I told them"), "check")
        self.approve = Button(tr("Approve"), "check")
        self.again = Button(tr("They agreed again"), "check")
        self.end = Button(tr("Take them off the list"), "x", "quiet")
        self.reason = LineEdit(tr("Why not"), tr("Or why not? They will hear it."))
        self.decline = Button(tr("Decline"), "x", "quiet")
        buttons = (self.told, self.approve, self.again, self.end)
        self._decline = holding(Row((self.reason, 1), self.decline))
        why = Label(asked.why, "meta", "text2", wrap=True)
        super().__init__(title, why, Row(*buttons, None), self._decline)
        why.setVisible(bool(asked.why))
        what = asked.what
        self.told.setVisible(what is Ask.TELL)
        self.approve.setVisible(what is Ask.DECIDE)
        self._decline.setVisible(what is not Ask.AGAIN)
        self.again.setVisible(what is Ask.AGAIN)
        self.end.setVisible(what is Ask.AGAIN)
        self.told.clicked.connect(self._tell)
        self.approve.clicked.connect(self._approve)
        self.decline.clicked.connect(self._refuse)
        self.reason.returnPressed.connect(self._refuse)
        self.again.clicked.connect(self._again)
        self.end.clicked.connect(self._end)

    def _tell(self) -> None:
        wish = self._asked.request
        if wish is not None:
            self._do(lambda app: services.references.hold(app, wish.id))

    def _approve(self) -> None:
        wish = self._asked.request
        if wish is not None:
            self._do(lambda app: services.references.approve(app, wish.id))

    def _refuse(self) -> None:
        wish, reason = self._asked.request, self.reason.text()
        if wish is not None:
            self._do(lambda app: services.references.decline(app, wish.id, reason=reason))

    def _again(self) -> None:
        known = self._asked.reference_id
        self._do(lambda app: services.references.approve_again(app, known, approved_by=app.me))

    def _end(self) -> None:
        known = self._asked.reference_id
        self._do(lambda app: services.references.end(app, known))

    def _do(self, work: Callable[[Services], Changes]) -> None:
        self._desk.operations.command(
            work, self, then=lambda _changes: self.finished.emit(), refused=self.refuse
        )
