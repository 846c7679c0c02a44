"""The brief on one page: what I must know before I walk in, each line with the record it rests on."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.brief import Prepared, Ref
from sponsor_app.domain.changes import Topic
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.services import Services, briefs
from sponsor_app.ui.brief.cited import Cited, cited, of_account
from sponsor_app.ui.brief.paper import Paper
from sponsor_app.ui.brief.peek import Peek
from sponsor_app.ui.brief.room_bar import RoomBar
from sponsor_app.ui.brief.saving import file_of
from sponsor_app.ui.brief.source_line import SourceLine
from sponsor_app.ui.brief.strip import Strip
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.saving import Saving
from sponsor_app.ui.places import Back, ToAccount, ToLog, ToRecord
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.widgets import clipboard
from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.letter_keys import bind_keys
from sponsor_app.ui.widgets.sheet import WIDE
from sponsor_app.ui.widgets.theme import px

Answer = Prepared | NotFoundError


def read(app: Services, account_id: AccountId, attendees: Sequence[ContactId]) -> Answer:
    """The brief with what it cites, or why there is none."""
    try:
        prepared = briefs.prepare(app, account_id, attendees=attendees)
    except NotFoundError as error:
        return error
    briefs.html(
        prepared.brief
    )  # the template is read here, so that the window need not wait for it
    return prepared


class BriefScreen(Screen):
    """Tab walks the citations, Enter opens one; C copies, S saves, Ctrl+P prints, W goes to who will be there."""

    topics = frozenset(Topic)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Brief"), parent)
        self.setWindowTitle("")
        self._account_id: AccountId | None = None
        self._attendees: tuple[ContactId, ...] = ()
        self._prepared: Prepared | None = None
        self.strip, self.room, self.source = Strip(), RoomBar(), SourceLine()
        self.paper, self.peek = Paper(self.room), Peek()
        self.saving = Saving(desk, self.strip.save)
        self.gone = EmptyState(
            "building-2", tr("This account is not here"), "", action=tr("Go back")
        )
        self._lay_out()
        self._listen()

    # --- showing --------------------------------------------------------------------------

    def show_brief(self, account_id: AccountId, attendees: Sequence[ContactId] = ()) -> None:
        """Show the brief of an account for those who will be there; nobody named: a good guess."""
        if account_id != self._account_id:
            self._account_id = account_id
            self.setWindowTitle("")
            self.room.forget()
            self._close_peek()
            self._show_parts(here=None)
        self._attendees, self._prepared = tuple(attendees), None
        self.paper.scroll_to_top()
        self._ask()

    def refresh(self) -> None:
        """Compose it anew, as of now."""
        account_id, attendees = self._account_id, self._attendees
        if account_id is not None:
            self.desk.operations.query(
                self, lambda app: read(app, account_id, attendees), partial(self._show, account_id)
            )

    def first_focus(self) -> QWidget:
        """The page, once there is one."""
        return self.paper.text if self.paper.isVisibleTo(self) else self

    def _show(self, account_id: AccountId, answer: Answer) -> None:
        if account_id != self._account_id:
            return
        if isinstance(answer, Prepared):
            before, self._prepared = self._prepared, answer
            # Laid out anew the page forgets which citation has the keyboard, so a later hour is no reason.
            if before is None or replace(before.brief, as_of=answer.brief.as_of) != answer.brief:
                self.paper.show_brief(answer.brief)
            name = tr("Brief of {account}").format(account=answer.brief.account)
            self.setAccessibleName(name)
            people = answer.page.contacts
            self.room.show_room(people, answer.room, guessed=answer.guessed)
        else:
            self._prepared = None
        here = isinstance(answer, Prepared)
        self._show_parts(here=here)
        self.setWindowTitle(self.accessibleName())
        self._follow_peek()
        if self.window().focusWidget() is self:  # also while the window is not active yet
            (self.first_focus() if here else self.gone.action).setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def _show_parts(self, *, here: bool | None) -> None:
        """The page, or that there is none; neither while it is asked for."""
        self.paper.setVisible(here is True)
        self._nothing.setVisible(here is False)
        self.source.setVisible(here is True)
        self.strip.show_tools(shown=here is True)

    # --- what it cites --------------------------------------------------------------------

    def _on_activated(self, href: str) -> None:
        ref, prepared = _ref_of(href), self._prepared
        if prepared is None or ref is None:
            return
        found = cited(prepared.page, ref)
        if found is not None and self.width() >= px(WIDE):
            self.peek.show_cited(found)
            self.peek.show()
        else:
            self._go_to(ref)

    def _on_pointed(self, href: str) -> None:
        """Say below what the line under pointer or keyboard rests on."""
        ref, prepared = _ref_of(href), self._prepared
        if ref is None or prepared is None:
            self.source.clear()
            return
        self.source.show_cited(cited(prepared.page, ref) or of_account(prepared.page, ref))
        self.paper.text.setAccessibleDescription(self.source.sentence())

    def _go_to(self, ref: Ref) -> None:
        if self._account_id is None:
            return
        if ref.kind == "account":
            self.desk.go(ToAccount(self._account_id))
        else:
            self.desk.go(ToRecord(ref.kind, ref.id, self._account_id))

    def _follow_peek(self) -> None:
        """Show what the cited record has become."""
        if self.peek.isHidden() or self.peek.shown is None or self._prepared is None:
            return
        found = cited(self._prepared.page, self.peek.shown.ref)
        if found is None:
            self._close_peek()
        elif found != self.peek.shown:
            self.peek.show_cited(found)

    def _close_peek(self) -> None:
        had_keyboard = self.peek.isAncestorOf(self.focusWidget() or self)
        self.peek.hide()
        if had_keyboard:
            self.paper.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_peek_opened(self, found: Cited) -> None:
        self._go_to(found.ref)

    # --- acting ---------------------------------------------------------------------------

    def copy(self) -> None:
        """The brief to the clipboard, as text and as HTML."""
        if self._prepared is not None:
            brief = self._prepared.brief
            clipboard.put(briefs.text(brief), briefs.html(brief, linked=False))
            self.desk.say(tr("Copied the brief as text and as a formatted page"))

    def save(self) -> None:
        """Ask where the file shall be."""
        if self._prepared is not None:
            self.saving.ask(file_of(self._prepared.brief))

    def print_out(self) -> None:
        """Ask for a printer."""
        if self._prepared is None:
            return
        # Loading what prints takes a moment, which nobody who does not print shall wait for.
        from sponsor_app.ui.brief.printing import print_brief, printer  # noqa: PLC0415
        from sponsor_app.ui.panels import printing  # noqa: PLC0415

        brief = self._prepared.brief
        paper = printer(brief)

        def go() -> None:
            if paper.outputFileName():  # ours can be searched and read aloud in its order
                self.saving.write(file_of(brief), paper.outputFileName())
            else:
                print_brief(brief, paper)

        printing.ask(paper, self.window(), go)

    def choose_room(self) -> None:
        """Say who will be there."""
        if self._prepared is None:
            return
        first = self.room.first_focus()
        if first is None:
            self.desk.say(tr("Nobody there is known yet. Name them when you log."))
        else:
            self.paper.scroll_to_top()
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def log(self) -> None:
        """The log line, at this account."""
        if self._prepared is not None:
            account = self._prepared.brief.account
            self.desk.go(ToLog(tr("at {account}: ").format(account=account)))

    def _toggle(self, contact_id: str) -> None:
        if self._prepared is None:
            return
        there = [one for one in self._prepared.room if one != contact_id]
        if len(there) == len(self._prepared.room):
            there.append(ContactId(contact_id))
        self._attendees = tuple(there)
        self.refresh()

    def _back(self) -> None:
        if self.room.isAncestorOf(self.focusWidget() or self):
            self.paper.text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.peek.isHidden():
            self.desk.go(Back())
        else:
            self._close_peek()

    def _account(self) -> None:
        if self._account_id is not None:
            self.desk.go(ToAccount(self._account_id))

    # --- laying out -----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() < px(WIDE):
            self._close_peek()

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        nothing = Column(self.gone, None, margins=(32, 24, 32, 24))
        self._nothing = holding(nothing, ground=True)
        below = Row((self.paper, 1), (self._nothing, 1), self.peek, gap=0)
        writing = Row((self.saving.progress, 1), margins=(16, 4, 16, 0))
        self.setLayout(Column(self.strip, writing, (holding(below), 1), self.source))
        self.peek.hide()
        self._show_parts(here=None)

    def _listen(self) -> None:
        self.paper.text.activated.connect(self._on_activated)
        self.paper.text.pointed.connect(self._on_pointed)
        self.room.toggled.connect(self._toggle)
        self.peek.opened.connect(self._on_peek_opened)
        self.peek.closed.connect(self._close_peek)
        self.strip.back.clicked.connect(lambda: self.desk.go(Back()))
        self.gone.acted.connect(lambda: self.desk.go(Back()))
        self.strip.room.clicked.connect(self.choose_room)
        self.strip.copy.clicked.connect(self.copy)
        self.strip.save.clicked.connect(self.save)
        self.strip.print.clicked.connect(self.print_out)
        keys = {
            "Esc": self._back,
            "C": self.copy,
            "Ctrl+Shift+C": self.copy,
            "S": self.save,
            "Ctrl+P": self.print_out,
            "W": self.choose_room,
            "L": self.log,
            "O": self._account,
        }
        bind_keys(self, keys)


def _ref_of(href: str) -> Ref | None:
    """The record that a link of our page names."""
    kind, _, record_id = href.removeprefix("record:").partition("/")
    return Ref(kind, record_id) if record_id else None
