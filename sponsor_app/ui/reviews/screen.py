"""The page for a one-to-one with a sponsor: what to talk about and why, what was agreed, on screen and on paper."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Topic
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.leaf import Leaf, shortened
from sponsor_app.domain.review import Review
from sponsor_app.domain.review_action import ReviewAction
from sponsor_app.domain.review_page import review_page
from sponsor_app.domain.sentence.due import read_due
from sponsor_app.services import Services, leaves, members, reviews
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels import printing
from sponsor_app.ui.panels.leaf_view import MOST_LINES, LeafView, file_of
from sponsor_app.ui.panels.member_options import candidate_options
from sponsor_app.ui.panels.saving import Saving
from sponsor_app.ui.places import Back
from sponsor_app.ui.reviews.actions_part import ActionsList, AgreePanel
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.widgets.boxes import Column, Row, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.letter_keys import bind_keys
from sponsor_app.ui.widgets.page import Header
from sponsor_app.ui.widgets.picker import Option, Picker
from sponsor_app.ui.widgets.sheet import Sheet

OTHER = Qt.FocusReason.OtherFocusReason


@dataclass(frozen=True, slots=True)
class Prepared:
    """A review with its page."""

    review: Review
    page: Leaf


def read(app: Services, member_id: MemberId | None) -> Prepared | NotFoundError:
    """The page of a member (me unless named), or why there is none."""
    try:
        review = reviews.compose_review(app, member_id or app.me)
    except NotFoundError as error:
        return error
    leaves.warm_up()
    return Prepared(review, review_page(review))


class ReviewScreen(Screen):
    """Tab walks what can be opened; N agrees on something, D it is done, L left us, O another sponsor, S saves, Ctrl+P prints."""

    topics = frozenset(Topic)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("One-to-one"), parent)
        self._member_id: MemberId | None = None
        self._prepared: Prepared | None = None
        self._picker: Picker | None = None
        self.dialog: QPrintDialog | None = None
        self.header = Header(tr("One-to-one"))
        self.back = Button(tr("Back"), "chevron-left", "quiet", shortcut="Esc")
        self.other = Button(tr("Sponsor"), "users-round", "quiet", shortcut="O")
        self.agree_button = Button(tr("Agree"), "plus", "quiet", shortcut="N")
        self.left = Button("", "user-x", "quiet", shortcut="L")
        self.save = Button(tr("PDF"), "file-down", "quiet", shortcut="S")
        self.print = Button(tr("Print"), "printer", "quiet", shortcut="Ctrl+P")
        self.saving = Saving(desk, self.save)
        self.panel, self.agreed = AgreePanel(desk), ActionsList()
        self.view = LeafView(tr("One-to-one"))
        self.gone = EmptyState(
            "user-x", tr("This member is not here"), "", action=tr("Choose a sponsor")
        )
        self._lay_out()
        self._listen()

    # --- showing --------------------------------------------------------------------------

    def show_member(self, member_id: MemberId | None = None) -> None:
        """Show the page of a member; mine when nobody is named."""
        if member_id != self._member_id:
            self._member_id, self._prepared, self._stale = member_id, None, True
            self.panel.hide()
            self._show_parts(here=None)
        self.view.verticalScrollBar().setValue(0)
        if self._stale:
            self._ask()

    def refresh(self) -> None:
        """Compose it anew."""
        wanted = self._member_id
        self.desk.operations.query(self, lambda app: read(app, wanted), partial(self._show, wanted))

    def first_focus(self) -> QWidget:
        """The page, once there is one."""
        return self.view.text if self.view.isVisibleTo(self) else self

    def _show(self, wanted: MemberId | None, answer: Prepared | NotFoundError) -> None:
        if wanted != self._member_id:
            return
        here = isinstance(answer, Prepared)
        if isinstance(answer, Prepared):
            before, self._prepared = self._prepared, answer
            review = answer.review
            if before is None or before.page != answer.page:
                self.view.show_leaf(answer.page)
            self.agreed.show_actions(review.actions, review.as_of)
            self.setAccessibleName(answer.page.title)
            self.header.set_title(answer.page.title)
            self.left.set_label(tr("Is back") if self._has_left(review) else tr("Has left"))
        self._show_parts(here=here)
        self.setWindowTitle(self.accessibleName())
        if self.window().focusWidget() is self:
            (self.first_focus() if here else self.gone.action).setFocus(OTHER)

    def _show_parts(self, *, here: bool | None) -> None:
        self.view.setVisible(here is True)
        self._nothing.setVisible(here is False)
        if here is not True:
            self.agreed.hide()
        for button in (self.agree_button, self.left, self.save, self.print):
            button.setVisible(here is True)

    # --- acting ---------------------------------------------------------------------------

    def agree(self) -> None:
        """Put down what was agreed."""
        if self._prepared is not None:
            self.panel.clear()
            self.panel.begin(self.panel.text)

    def tell_left(self) -> None:
        """Say that this member left today, or is back; their accounts are then a gap, or theirs again."""
        if self._prepared is None:
            return
        review = self._prepared.review
        left_on = "" if self._has_left(review) else review.as_of.isoformat()
        self.desk.operations.command(
            lambda app: members.change(app, review.member.id, {"left_on": left_on}), self
        )

    def _has_left(self, review: Review) -> bool:
        left_on = review.member.left_on
        return left_on is not None and left_on <= review.as_of

    def choose(self) -> None:
        """Another sponsor's page."""
        if self._picker is None:
            self._picker = Picker(self.window())
        self._picker.ask(tr("One-to-one with"), tr("Type a name"), self._on_chosen)
        self.desk.operations.query(self._picker, candidate_options, self._picker.offer)

    def save_page(self) -> None:
        """Ask where the page shall be."""
        if self._prepared is not None:
            self.saving.ask(file_of(self._prepared.page, self._prepared.review.as_of))

    def print_out(self) -> None:
        """Ask for a printer, and print one sheet."""
        if self._prepared is None:
            return
        page = shortened(self._prepared.page, MOST_LINES)
        paper = printing.printer(page.title)

        def go() -> None:
            printing.print_page(lambda body: leaves.html(page, body=body, linked=False), paper)

        self.dialog = printing.ask(paper, self, go)

    def _on_chosen(self, option: Option) -> None:
        self.show_member(MemberId(option.key))

    def _on_agreed(self) -> None:
        if self._prepared is None:
            return
        who = self._prepared.review.member.id
        text, due = self.panel.text.text(), self.panel.due.text()
        self.desk.operations.command(
            lambda app: reviews.agree(app, who, text, read_due(due, app.today())),
            self,
            then=lambda _changes: self._close_panel(),
            refused=self.panel.refuse,
        )

    def _close_panel(self) -> None:
        self.panel.hide()
        self.view.text.setFocus(OTHER)

    def _on_done(self, action: ReviewAction) -> None:
        self.desk.operations.command(lambda app: reviews.finish(app, action.id), self)

    def _leave(self) -> None:
        if self.panel.isVisible():
            self._close_panel()
        else:
            self.desk.go(Back())

    # --- laying out -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for button in (
            self.back,
            self.other,
            self.agree_button,
            self.left,
            self.save,
            self.print,
        ):
            self.header.add_action(button)
        self._nothing = holding(Column(inset(self.gone), None))
        writing = Row((self.saving.progress, 1), margins=(8, 0, 8, 0))
        sheet = Sheet(tr("One-to-one"), bottom=0)
        sheet.add(self.header, 12, writing, self.panel, self.agreed, 4)
        sheet.add((self.view, 1), (self._nothing, 1))
        self.setLayout(Column(sheet))
        self.panel.hide()
        self._show_parts(here=None)

    def _listen(self) -> None:
        self.view.opened.connect(self.desk.go)
        self.back.clicked.connect(self._leave)
        self.other.clicked.connect(self.choose)
        self.gone.acted.connect(self.choose)
        self.agree_button.clicked.connect(self.agree)
        self.left.clicked.connect(self.tell_left)
        self.save.clicked.connect(self.save_page)
        self.print.clicked.connect(self.print_out)
        self.panel.submitted.connect(self._on_agreed)
        self.panel.closed.connect(self._close_panel)
        self.agreed.done.connect(self._on_done)
        keys = {
            "Esc": self._leave,
            "N": self.agree,
            "O": self.choose,
            "L": self.tell_left,
            "S": self.save_page,
            "D": self.agreed.finish_current,
            "Ctrl+P": self.print_out,
        }
        bind_keys(self, keys)
