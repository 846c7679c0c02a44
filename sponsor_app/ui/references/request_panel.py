"""One request below its row: approve it, decline it, put it on hold, say that it was used and what came of it."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.reference import WAITING, ReferenceRequest, RequestState
from sponsor_app.services import Services, references
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.boxes import Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel

OVER = frozenset({RequestState.DECLINED, RequestState.USED})


class RequestPanel(Panel):
    """`finished` when something was done."""

    finished = Signal()

    def __init__(self, desk: Desk, wish: ReferenceRequest, *, locked: bool) -> None:
        self._desk, self._wish = desk, wish
        self.approve = Button(tr("Approve"), "check")
        self.used = Button(tr("They spoke"), "check")
        self.hold = Button(tr("Told, on hold"), "lock", "quiet")
        self.decline = Button(tr("Decline"), "x", "quiet")
        over = wish.state in OVER
        hint = tr("What came of it?") if over else tr("What came of it, or why not?")
        self.words = LineEdit(tr("What came of it, or why not"), hint)
        self.save = Button(tr("Save"))
        said = Label(wish.outcome or "", "meta", "text2", wrap=True)
        buttons = (self.approve, self.used, self.hold, self.decline)
        super().__init__(
            tr("The request of {who}").format(who=wish.requester),
            said,
            Row((self.words, 1), self.save),
            Row(*buttons, None),
        )
        said.setVisible(bool(wish.outcome))
        approved = wish.state is RequestState.APPROVED
        self.approve.setVisible(not over and not approved and not locked)
        self.used.setVisible(approved)
        self.hold.setVisible(locked and wish.state in WAITING)
        self.decline.setVisible(not over)
        self.save.setVisible(over)
        self._listen()

    def _listen(self) -> None:
        self.approve.clicked.connect(self._approve)
        self.used.clicked.connect(self._use)
        self.hold.clicked.connect(self._hold)
        self.decline.clicked.connect(self._refuse)
        self.save.clicked.connect(self._note)
        self.words.returnPressed.connect(self._on_return)

    def _on_return(self) -> None:
        if self._wish.state in OVER:
            self._note()
        elif self._wish.state is RequestState.APPROVED:
            self._use()
        else:
            self._refuse()

    def _approve(self) -> None:
        self._do(lambda app: references.approve(app, self._wish.id))

    def _use(self) -> None:
        words = self.words.text().strip() or None
        self._do(lambda app: references.used(app, self._wish.id, outcome=words))

    def _hold(self) -> None:
        self._do(lambda app: references.hold(app, self._wish.id))

    def _refuse(self) -> None:
        words = self.words.text()
        self._do(lambda app: references.decline(app, self._wish.id, reason=words))

    def _note(self) -> None:
        words = self.words.text()
        self._do(lambda app: references.outcome(app, self._wish.id, words))

    def _do(self, work: Callable[[Services], Changes]) -> None:
        self._desk.operations.command(
            work, self, then=lambda _changes: self.finished.emit(), refused=self.refuse
        )
