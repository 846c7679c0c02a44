"""One promise below its row: who made it when, and what shall become of it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from sponsor_app import services
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.ids import MemberId
from sponsor_app.services import Services
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.due_field import DueField
from sponsor_app.ui.panels.member_options import candidate_options
from sponsor_app.ui.places import ToAccount
from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.day_words import row_day
from sponsor_app.ui.widgets.fact_button import FactButton
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.picker import Option, Picker

Owner = tuple[MemberId, str]


class PromisePanel(Panel):
    """`choose` opens the fields for whom it is accepted, for a reason or for another day; `finished` when something was done.

    `cut`: its row shows not all of the words. `names_account` is for lists of more than one.
    """

    finished = Signal()

    def __init__(
        self,
        desk: Desk,
        promise: Commitment,
        today: date,
        me: MemberId,
        *,
        cut: bool,
        names_account: bool = False,
    ) -> None:
        self._desk, self._promise, self._today, self._me = desk, promise, today, me
        self.keep = Button(tr("Kept"), "check", shortcut="K")
        self.accept = Button(tr("I accept"), "handshake", "quiet", shortcut="A")
        self._owner: Owner = (me, "")
        self._picker: Picker | None = None
        verbs = [("accept", tr("Accept for")), ("drop", tr("Drop")), ("move", tr("Move"))]
        self.verb = ChipChoice(tr("What to do"), verbs, needed=False)
        self.owner = FactButton(tr("Who keeps it"))
        self.reason = LineEdit(tr("Why it will not be kept"), tr("Why? They will ask."))
        self.due = DueField(desk)
        self.save = Button(tr("Save"))
        self.account = Button(promise.account, kind="link", role="metaB")
        said = Label(self._said(), "meta", "text2", wrap=True)
        whole = Label(promise.text, "body", wrap=True)
        self._fields = holding(Row((self.reason, 1), (self.due, 1), self.save))
        acts = Row(self.keep, self.accept, (self.verb, 1))
        still = Column(acts, Row(self.owner, None), self._fields, gap=8)
        self._still = holding(still)
        super().__init__(promise.text, whole, Row((said, 1), self.account), self._still)
        whole.setVisible(cut)
        self.account.setVisible(names_account)
        self._still.setVisible(promise.is_open())
        self.accept.setVisible(promise.unowned)
        self.verb.chips["accept"].setVisible(promise.unowned)
        self._show_owner()
        self._listen()
        self.choose("")

    def choose(self, verb: str) -> None:
        """Accept for somebody, drop, move, or nothing yet."""
        self.verb.choose(verb)
        self._on_verb(verb)
        field = self.reason if verb == "drop" else self.due.field if verb else None
        if field is not None:
            field.setFocus()

    def _listen(self) -> None:
        self.verb.changed.connect(self.choose)
        self.keep.clicked.connect(self._keep)
        self.account.clicked.connect(self._go_to_account)
        self.accept.clicked.connect(self._accept)
        self.owner.clicked.connect(self._choose_owner)
        self.save.clicked.connect(self._submit)
        self.reason.returnPressed.connect(self._submit)
        self.due.field.returnPressed.connect(self._submit)

    def _said(self) -> str:
        one, today = self._promise, self._today
        ours = one.direction is Direction.OURS
        by = one.promised_by or (tr("us") if ours else tr("them"))
        made = tr("promised {day} by {name}").format(day=row_day(one.made_on, today), name=by)
        due = tr("due {day}").format(day=row_day(one.due_on, today)) if one.due_on else ""
        dropped = tr("dropped: {reason}").format(reason=one.drop_reason) if one.drop_reason else ""
        return " · ".join(part for part in (made, self._accepted(), due, dropped) if part)

    def _accepted(self) -> str:
        """Who took it on for us, and who keeps it: both who promised and who accepted read the same."""
        one = self._promise
        if one.accepted_on is None or not one.accepted_by:
            return tr("nobody has accepted it") if one.unowned else ""
        words = tr("accepted {day} by {name}")
        said = words.format(day=row_day(one.accepted_on, self._today), name=one.accepted_by)
        other = one.owner if one.owner != one.accepted_by else ""
        return tr("{said} for {owner}").format(said=said, owner=other) if other else said

    def _on_verb(self, verb: str) -> None:
        self._fields.setVisible(bool(verb))
        self.reason.setVisible(verb == "drop")
        self.due.setVisible(verb in ("move", "accept"))
        self.owner.setVisible(verb == "accept")
        if verb:
            self.save.set_label(self.verb.chips[verb].text())
        self.forgive()

    def _keep(self) -> None:
        promise_id = self._promise.id
        self._do(lambda app: services.commitments.keep(app, promise_id))

    def _accept(self) -> None:
        """I keep it by the day it has; without one I say by when."""
        promise_id, me = self._promise.id, self._me
        if self._promise.due_on is None:
            self.choose("accept")
        else:
            self._do(lambda app: services.commitments.accept(app, promise_id, owner=me))

    def _show_owner(self) -> None:
        self.owner.show_value(self._owner[1] or tr("You"))

    def _choose_owner(self) -> None:
        if self._picker is None:
            self._picker = Picker(self.window())
        picker = self._picker
        picker.ask(tr("Who keeps it?"), tr("Type a name"), self._on_owner)
        self._desk.operations.query(picker, candidate_options, picker.offer)

    def _on_owner(self, option: Option) -> None:
        self._owner = (MemberId(option.key), option.row.title)
        self._show_owner()
        self.due.field.setFocus()

    def _go_to_account(self) -> None:
        self._desk.go(ToAccount(self._promise.account_id, "promises"))

    def _submit(self) -> None:
        promise_id, reason, said = self._promise.id, self.reason.text(), self.due.text()
        owner = self._owner[0]
        if self.verb.value == "drop":
            self._do(lambda app: services.commitments.drop(app, promise_id, reason=reason))
        elif self.verb.value == "accept":
            self._do(
                lambda app: services.commitments.accept(
                    app,
                    promise_id,
                    owner=owner,
                    due=services.sentences.parse_due(said, app.today()),
                )
            )
        else:
            self._do(
                lambda app: services.commitments.move(app, promise_id, _needed(said, app.today()))
            )

    def _do(self, work: Callable[[Services], Changes]) -> None:
        self._desk.operations.command(
            work, self, then=lambda _changes: self.finished.emit(), refused=self.refuse
        )


def _needed(said: str, today: date) -> date:
    day = services.sentences.parse_due(said, today)
    if day is None:
        msg = "There is no day to move it to. Nothing was changed."
        raise InvalidError(msg, "Write it as Fri, in 2 weeks, 1 Dec or 2026-12-01.")
    return day
