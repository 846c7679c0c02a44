"""One reference at the side: why it is locked, what was agreed, who asks, when they spoke."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.reference import Reference, ReferenceRequest, ReferenceUse, Use
from sponsor_app.domain.sentence.due import parse_due, parse_near
from sponsor_app.services import Services, references
from sponsor_app.services.references import ReferenceList
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.beside_side import BesideSide
from sponsor_app.ui.panels.saving import Asked, Saving, fitting
from sponsor_app.ui.places import ToAccount
from sponsor_app.ui.references.forms import AgreeForm, CallForm, RequestForm
from sponsor_app.ui.references.request_panel import RequestPanel
from sponsor_app.ui.references.words import agreed_line, request_face, use_face
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, Row, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import later, tr
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.section import Section
from sponsor_app.ui.widgets.side_scroll import SideScroll
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tip import set_tip
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds

NARROWEST = 80
FORMATS = (("pdf", later("PDF")), ("html", later("Web page")))


class RequestRows(Unfolds[ReferenceRequest, ListRow], CompactRowDelegate[ReferenceRequest]):
    """Requests that unfold."""


class UseRows(Unfolds[ReferenceUse, ListRow], CompactRowDelegate[ReferenceUse]):
    """Uses in the same rows."""


class ReferenceSide(BesideSide):
    """Why it is locked, what was agreed, requests and uses."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Close this reference"), parent)
        self._list: ReferenceList | None = None
        self._one: Reference | None = None
        self._title = Label("", "heading", wrap=True, lines=3)
        self._job = Label("", "meta", "text2", wrap=True)
        self.account = Button("", kind="link")
        self._why = Label("", "body", "text", wrap=True)
        self._locked = Section(tr("Why it is locked"), self._why, steps_out=False)
        self._agreed = Label("", "body", "text2", wrap=True)
        self._note = Label("", "meta", "text3", wrap=True)
        self._make_buttons()
        self.ask_form, self.call_form, self.agree_form = RequestForm(), CallForm(), AgreeForm(desk)
        self.requests = RecordList[ReferenceRequest](
            lambda wish: wish.id,
            lambda wish: request_face(wish, self._list).title,
            sentence=lambda wish: request_face(wish, self._list).sentence,
        )
        rows = RequestRows(lambda wish: request_face(wish, self._list))
        self.request_list = UnfoldingList(tr("Who asks for it"), self.requests, rows)
        self.uses = RecordList[ReferenceUse](
            lambda use: use.id,
            lambda use: use_face(use, self._list).title,
            sentence=lambda use: use_face(use, self._list).sentence,
        )
        self.use_list = UnfoldingList(
            tr("When they spoke"), self.uses, UseRows(lambda use: use_face(use, self._list))
        )
        self.saving = Saving(desk, self.guideline)
        self._lay_out()
        self._listen()
        theme.follow(self)
        self.restyle()

    def restyle(self) -> None:
        """A long name of an account gives way."""
        self.account.setMinimumWidth(px(NARROWEST))

    @property
    def forms(self) -> tuple[Panel, ...]:
        """What can be written down here."""
        return (self.ask_form, self.call_form, self.agree_form)

    def show_reference(self, one: Reference, found: ReferenceList) -> None:
        """Show a reference, or the same with what is new."""
        if self._one is None or self._one.id != one.id:
            self._page.to_top()
            for form in self.forms:
                form.hide()
            self.request_list.fold()
        self._one, self._list = one, found
        state = found.standing(one)
        self.setAccessibleName(one.contact)
        self._title.set_text(one.contact)
        self._job.set_text(one.title or "")
        self._job.setVisible(bool(one.title))
        self.account.set_label(one.account)
        set_tip(self.account, one.account)
        self._why.set_text("\n".join(f"{why[:1].upper()}{why[1:]}." for why in state.why))
        self._locked.setVisible(not state.free)
        self._agreed.set_text(agreed_line(one, state, found))
        self._note.set_text(one.note or "")
        self._note.setVisible(bool(one.note))
        self.requests.show(one.requests)
        self.request_list.setVisible(bool(one.requests))
        self._nobody.setVisible(not one.requests)
        self.uses.show(one.uses)
        self._spoke.setVisible(bool(one.uses))
        year = tr("{count} of {most} this year").format(
            count=state.this_year, most=found.limits.year
        )
        self._spoke.set_count(year)

    def begin(self) -> None:
        """Give the keyboard to the first thing to do."""
        self.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Nothing is shown any more."""
        self._one = None

    def start(self, form: Panel) -> None:
        """Open one of the forms, the others closed."""
        one = self._one
        if one is None:
            return
        for other in self.forms:
            other.setVisible(other is form)
        if isinstance(form, AgreeForm):
            form.show_reference(one)
        elif isinstance(form, RequestForm | CallForm):
            form.clear()
        form.begin()

    def approve_again(self) -> None:
        """They were asked and agreed."""
        one = self._one
        if one is not None:
            self.do(lambda app: references.approve_again(app, one.id, approved_by=app.me))

    def take_off(self) -> None:
        """Take them off the list."""
        one = self._one
        if one is not None:
            self.do(lambda app: references.end(app, one.id))

    def write_guideline(self) -> None:
        """Ask where the page for the reference shall be."""
        one = self._one
        if one is not None:
            name = f"{fitting(tr('Guideline for {name}').format(name=one.contact))}.pdf"
            self.saving.ask(Asked(tr("Guideline"), name, FORMATS, partial(_write, one)))

    # --- acting ------------------------------------------------------------------------------

    def _on_ask(self) -> None:
        one, form = self._one, self.ask_form
        if one is None:
            return
        use, who = Use(form.use.value), form.requester.text()
        deal = form.deal.text().strip() or None
        self.do(
            lambda app: references.request(
                app, one.account_id, use=use, requester=who, deal=deal, contact_id=one.contact_id
            ),
            form,
        )

    def _on_call(self) -> None:
        one, form = self._one, self.call_form
        if one is None:
            return
        caller, outcome = form.caller.text(), form.outcome.text().strip() or None
        self.do(
            lambda app: references.log_call(app, one.contact_id, caller=caller, outcome=outcome),
            form,
        )

    def _on_agreed(self) -> None:
        form = self.agree_form
        work = agreeing(form)
        if work is not None:
            self.do(work, form)

    def _unfold(self, wish: ReferenceRequest) -> None:
        if self.request_list.unfolded == wish.id or self._list is None or self._one is None:
            self.request_list.fold()
            return
        locked = not self._list.standing(self._one).free
        panel = RequestPanel(self._desk, wish, locked=locked)
        panel.finished.connect(self.request_list.fold)
        self.request_list.unfold(panel)

    def _go_to_account(self) -> None:
        if self._one is not None:
            self._desk.go(ToAccount(self._one.account_id, "references"))

    def _make_buttons(self) -> None:
        self.ask = Button(tr("Ask for it"), "quote", shortcut="R")
        self.again = Button(tr("They agreed again"), "check", "quiet", shortcut="A")
        self.call = Button(tr("Called unasked"), "phone", "quiet", shortcut="C")
        self.guideline = Button(tr("Guideline"), "file-down", "quiet", shortcut="G")
        self.change = Button(tr("Change"), "pencil-line", "quiet", shortcut="E")
        self.end = Button(tr("Take off the list"), "x", "quiet")

    def _listen(self) -> None:
        self.account.clicked.connect(self._go_to_account)
        self.ask.clicked.connect(lambda: self.start(self.ask_form))
        self.call.clicked.connect(lambda: self.start(self.call_form))
        self.change.clicked.connect(lambda: self.start(self.agree_form))
        self.again.clicked.connect(self.approve_again)
        self.guideline.clicked.connect(self.write_guideline)
        self.end.clicked.connect(self.take_off)
        self.ask_form.submitted.connect(self._on_ask)
        self.call_form.submitted.connect(self._on_call)
        self.agree_form.submitted.connect(self._on_agreed)
        self.follow(*self.forms)
        self.request_list.opened.connect(self._unfold)
        self.request_list.peeked.connect(self._unfold)

    def _lay_out(self) -> None:
        buttons = (self.ask, self.again, self.call, self.change, self.guideline, self.end)
        self._nobody = Label(tr("Nobody asks for it."), "body", "text3", wrap=True)
        asked = Section(tr("Who asks for it"), Column(self.request_list, inset(self._nobody)))
        self._spoke = Section(tr("When they spoke"), self.use_list)
        for form in self.forms:
            form.hide()
        inner = Column(
            inset(self._job),
            Row(self.account, None, margins=(4, 0, 8, 0)),
            8,
            inset(self._agreed),
            inset(self._note),
            10,
            inset(holding(Flow(*buttons, gap=6))),
            inset(self.saving.progress),
            8,
            *(inset(form) for form in self.forms),
            8,
            self._locked,
            14,
            asked,
            14,
            self._spoke,
            None,
            margins=(0, 2, 0, 12),
        )
        self._page = SideScroll(inner)
        head = Row((self._title, 1), self.close_button, margins=(8, 0, 0, 0))
        self.setLayout(Column(head, 2, (self._page, 1)))


def agreeing(form: AgreeForm) -> Callable[[Services], Changes] | None:
    """What the form says, as a step; None and the keyboard where something is missing."""
    who, scope, by = form.contact_id, form.chosen(), form.approver
    begins, ends = form.start.text(), form.until.text()
    if who is None:
        form.who.setFocus()
        return None
    if not scope:
        form.scope[Use.CALL].setFocus()
        return None

    def agree(app: Services) -> Changes:
        start, until = parse_near(begins, app.today()), parse_due(ends, app.today())
        approver = by or app.me
        return references.agree(
            app, who, scope=scope, approved_by=approver, start=start, until=until
        )

    return agree


def _write(one: Reference, app: Services, path: Path) -> Path:
    return references.write_guideline(app, one.id, path)
