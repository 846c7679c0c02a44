"""What is written down about a reference: what they agreed to, who asks for it, who called unasked."""

from PySide6.QtCore import Signal

from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.reference import Reference, Use
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.choose_person import ask_at_account, ask_one_of_ours
from sponsor_app.ui.widgets.boxes import Row, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.fact_button import FactButton
from sponsor_app.ui.widgets.field import Field, LineEdit
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.picker import Picker


def use_word(use: Use) -> str:
    """A use as its chip says it."""
    words = {
        Use.CALL: tr("Call"),
        Use.CASE_STUDY: tr("Case study"),
        Use.VISIT: tr("Visit"),
        Use.QUOTE: tr("Quote"),
    }
    return words[use]


class AgreeForm(Panel):
    """Who agreed to what, from when until when, and who of ours approved it."""

    submitted = Signal()

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._picker: Picker | None = None
        self._account_id: AccountId | None = None
        self.contact_id: ContactId | None = None
        self.approver: MemberId | None = None
        self.heading = Label("", "metaB", "text2", flexible=True)
        self.who = self.first = FactButton(tr("Who"))
        self.scope = {use: Chip(use_word(use), checkable=True) for use in Use}
        for use, chip in self.scope.items():
            chip.setAccessibleName(tr("Agreed to: {use}").format(use=use_word(use)))
        self.start = LineEdit(tr("From when"), tr("empty: today"))
        self.until = LineEdit(tr("Until when"), tr("empty: six months"))
        self.by = FactButton(tr("Approved by"))
        self.save = Button(tr("Save"), "check")
        chips = holding(Flow(*self.scope.values(), gap=6))
        super().__init__(
            tr("What did they agree to?"),
            self.heading,
            Row(self.who, None),
            chips,
            Row((Field(self.start, tr("From")), 1), (Field(self.until, tr("Until")), 1)),
            Row(self.by, None),
            Row(self.save, None),
        )
        self.heading.hide()
        self.who.clicked.connect(self._choose_who)
        self.by.clicked.connect(self._choose_approver)
        self.start.returnPressed.connect(self.until.setFocus)
        self.until.returnPressed.connect(self.submitted)
        self.save.clicked.connect(self.submitted)

    def clear(self) -> None:
        """Ready for another one."""
        for field in (self.start, self.until):
            field.clear()
        for chip in self.scope.values():
            chip.setChecked(False)
        self._show_who(None, "")
        self._show_approver(None, tr("you"))
        self.forgive()

    def begin_at(self, account_id: AccountId) -> None:
        """Ask who of an account it is."""
        self._account_id = account_id
        self._choose_who()

    def show_reference(self, one: Reference) -> None:
        """What was agreed so far, to be changed."""
        self.clear()
        self._account_id = one.account_id
        self._show_who(one.contact_id, one.contact)
        self._show_approver(one.approved_by_id, one.approved_by or tr("you"))
        for use, chip in self.scope.items():
            chip.setChecked(use in one.scope)
        self.start.setText(one.valid_from.isoformat())
        self.until.setText(one.valid_until.isoformat() if one.valid_until else "")

    def chosen(self) -> tuple[Use, ...]:
        """What they agreed to."""
        return tuple(use for use, chip in self.scope.items() if chip.isChecked())

    def _choose_who(self) -> None:
        if self._account_id is not None:
            title = tr("Who speaks for us?")
            ask_at_account(self._desk, self._ask(), title, self._account_id, self._on_who)

    def _on_who(self, contact_id: ContactId, name: str) -> None:
        self._show_who(contact_id, name)
        self.scope[Use.CALL].setFocus()

    def _show_who(self, contact_id: ContactId | None, name: str) -> None:
        self.contact_id = contact_id
        self.who.show_value(name or tr("nobody yet"), ink="text" if name else "text3")

    def _choose_approver(self) -> None:
        ask_one_of_ours(self._desk, self._ask(), tr("Who approved it?"), self._show_approver)

    def _show_approver(self, member_id: MemberId | None, name: str) -> None:
        self.approver = member_id
        self.by.show_value(name)

    def _ask(self) -> Picker:
        if self._picker is None:
            self._picker = Picker(self.window())
        return self._picker


class RequestForm(Panel):
    """Who asks for what, for which deal."""

    submitted = Signal()

    def __init__(self) -> None:
        choices = [(use.value, use_word(use)) for use in Use]
        self.use = ChipChoice(tr("What for"), choices, Use.CALL.value, needed=True)
        self.requester = LineEdit(tr("Who asks"), tr("Who asks?"))
        self.deal = LineEdit(tr("For which deal"), tr("For which deal?"))
        self.save = Button(tr("Ask"))
        super().__init__(
            tr("Ask for this reference"), self.use, self.requester, Row((self.deal, 1), self.save)
        )
        self.requester.returnPressed.connect(self.deal.setFocus)
        self.deal.returnPressed.connect(self.submitted)
        self.save.clicked.connect(self.submitted)

    def clear(self) -> None:
        """Ready for the next one."""
        self.requester.clear()
        self.deal.clear()
        self.forgive()


class CallForm(Panel):
    """Who called without anybody's approval, and what came of it."""

    submitted = Signal()

    def __init__(self) -> None:
        self.caller = LineEdit(tr("Who called them"), tr("Who called them, unasked?"))
        self.outcome = LineEdit(tr("What came of it"), tr("What came of it?"))
        self.save = Button(tr("Log it"))
        super().__init__(
            tr("A call nobody approved"), self.caller, Row((self.outcome, 1), self.save)
        )
        self.caller.returnPressed.connect(self.outcome.setFocus)
        self.outcome.returnPressed.connect(self.submitted)
        self.save.clicked.connect(self.submitted)

    def clear(self) -> None:
        """Ready for the next one."""
        self.caller.clear()
        self.outcome.clear()
        self.forgive()
