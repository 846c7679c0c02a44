"""The note to one account below its row: read it, copy it or take it to the mail program, then say that it is done."""

from collections.abc import Callable
from urllib.parse import quote

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.ids import ReachOutId
from sponsor_app.domain.reach_out import Fitting
from sponsor_app.services import Services, reach_outs
from sponsor_app.services.reach_outs import Note
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ToAccount
from sponsor_app.ui.widgets.boxes import Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.field import LineEdit, TextEdit
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel

LONGEST_LINK = 1800
"""Mail programs cut longer links; then the note is copied as well."""


class NotePanel(Panel):
    """Nothing is ever sent from here. `finished` when something was done."""

    finished = Signal()

    def __init__(self, desk: Desk, reach_out_id: ReachOutId, one: Fitting) -> None:
        self._desk, self._reach_out_id, self._one = desk, reach_out_id, one
        self.made: Note | None = None
        self.text = TextEdit(tr("The note to {account}").format(account=one.row.account), lines=6)
        self.copy = Button(tr("Copy"), "copy")
        self.mail = Button(tr("Mail"), "mail", "quiet")
        self.account = Button(tr("Account"), "arrow-right", "quiet")
        self.outcome = LineEdit(
            tr("What came of it, or why not"), tr("What came of it, or why not?")
        )
        self.done = Button(tr("They were told"), "check")
        self.skip = Button(tr("Skip"), "x", "quiet")
        super().__init__(
            one.row.account,
            self.text,
            Row(self.copy, self.mail, self.account, None),
            self.outcome,
            Row(self.done, self.skip, None),
        )
        told = one.target is not None and one.target.done_on is not None
        for part in (self.outcome, self.done, self.skip):
            part.setVisible(not told)
        self._listen()
        account_id = one.row.account_id
        desk.operations.query(
            self, lambda app: reach_outs.note(app, reach_out_id, account_id), self._show
        )

    def link(self) -> QUrl:
        """What opens the mail program with the note in it."""
        address = self.made.address if self.made and self.made.address else ""
        subject = self.made.subject if self.made else ""
        body = quote(self.text.toPlainText()[:LONGEST_LINK])
        return QUrl(f"mailto:{quote(address, safe='@')}?subject={quote(subject)}&body={body}")

    def _show(self, made: Note) -> None:
        self.made = made
        self.text.setPlainText(made.text)

    def _listen(self) -> None:
        self.copy.clicked.connect(self._copy)
        self.mail.clicked.connect(self._mail)
        self.account.clicked.connect(lambda: self._desk.go(ToAccount(self._one.row.account_id)))
        self.done.clicked.connect(self._done)
        self.skip.clicked.connect(self._skip)
        self.outcome.returnPressed.connect(self._done)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._desk.say(tr("The note is copied. Say so here once they were told."))

    def _mail(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        if not QDesktopServices.openUrl(self.link()):
            self._desk.say(tr("No mail program answered. The note is copied."))

    def _done(self) -> None:
        words, who = (
            self.outcome.text().strip() or None,
            self.made.contact_id if self.made else None,
        )
        self._do(
            lambda app: reach_outs.done(
                app, self._reach_out_id, self._one.row.account_id, outcome=words, contact_id=who
            )
        )

    def _skip(self) -> None:
        words = self.outcome.text()
        self._do(
            lambda app: reach_outs.skip(
                app, self._reach_out_id, self._one.row.account_id, reason=words
            )
        )

    def _do(self, work: Callable[[Services], Changes]) -> None:
        self._desk.operations.command(
            work, self, then=lambda _changes: self.finished.emit(), refused=self.refuse
        )
