"""Every issue on the ladder: whose turn it is, what is late, who has heard; told, lifted and solved from here."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Topic
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.ids import AccountId, IssueId
from sponsor_app.domain.issue import IssueStatus
from sponsor_app.domain.issue_board import BoardCard, IssueBoard, IssueDetails, Rung
from sponsor_app.services import Services, issue_board, issues
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.issues.view import IssuesView
from sponsor_app.ui.issues.words import wanted
from sponsor_app.ui.panels.left_as import LeftAs
from sponsor_app.ui.panels.new_at_account import NewAtAccount, Work
from sponsor_app.ui.places import ToAccount, ToAct
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.widgets.boxes import Column
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.letter_keys import bind_keys

OTHER = Qt.FocusReason.OtherFocusReason


def read(app: Services, issue_id: IssueId) -> IssueDetails | None:
    """One issue whole, or nothing when it is gone."""
    try:
        return issue_board.details(app, issue_id)
    except NotFoundError:
        return None


class IssuesScreen(Screen):
    """Arrows walk the board, Enter opens the account, Space the issue; U, R, E, T and O act on it, Ctrl+arrows move it, V is a list, N reports one."""

    topics = frozenset(
        {Topic.ACCOUNT, Topic.CONTACT, Topic.INTERACTION, Topic.ISSUE, Topic.MEMBER, Topic.POLICY}
        | {Topic.SPONSORSHIP}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Issues"), parent)
        self._board: IssueBoard | None = None
        self._wanted: IssueId | None = None
        self._peeked: IssueId | None = None
        self._asked_times = 0
        self.view = IssuesView(desk)
        self.new = NewAtAccount(
            desk, self, self.view.form, tr("Who has a problem with us?"), self._opening
        )
        self._left_as = LeftAs(desk, self, "issues", self._take_on)
        self.setLayout(Column((self.view, 1)))
        self._listen()

    # --- showing -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for the board, and for the issue that is open beside it."""
        self._left_as.ask()
        self.desk.operations.query(self, issue_board.board, self._show)
        if self._peeked is not None:
            self._ask_details(self._peeked, None)

    def first_focus(self) -> QWidget | None:
        """The card that had the keyboard last, or what shall be done first."""
        if self._board is None:
            return self.view.board.columns[0].cards  # it passes the keyboard on when it knows more
        cards = self.view.cards.best()
        return cards if cards is not None else self.view.first_action()

    def report(self) -> None:
        """Report an issue: first who has it."""
        self.new.ask()

    def peek(self, card: BoardCard) -> None:
        """Show an issue beside the board."""
        self._ask_details(card.issue.id, None)

    def _show(self, board: IssueBoard) -> None:
        had_keyboard = self.view.cards.has_keyboard()
        self._board = board
        self._narrow()
        found, self._wanted = self._wanted, None
        selected = found is not None and self.view.cards.select(found)
        if not selected and (had_keyboard or found is not None):
            self._focus_somewhere()

    def _narrow(self) -> None:
        board = self._board
        if board is not None:
            cards = [card for card in board.cards if wanted(card, self.view.filter)]
            self.view.show_board(board, cards)

    def _on_filtered(self) -> None:
        self._narrow()
        self._left_as.keep(self.view.filter, "list" if self.view.as_list else "board")

    def _take_on(self, words: Sequence[str]) -> None:
        """The filter, and whether it was the list, as they were left."""
        what, view, *_later = (*words, "")
        if (view == "list") is not self.view.as_list:
            self.view.turn()
        if what in self.view.chips:
            self.view.choose_filter(what)

    def _focus_somewhere(self) -> None:
        if not self.view.cards.stay():
            action = self.view.first_action()
            if action is not None:
                action.setFocus(OTHER)

    # --- beside the board ----------------------------------------------------------------------

    def _ask_details(self, issue_id: IssueId, verb: str | None) -> None:
        self._peeked = issue_id
        self._asked_times += 1
        number = self._asked_times
        self.desk.operations.query(
            self,
            lambda app: read(app, issue_id),
            lambda details: self._show_details(details, verb, number),
        )

    def _show_details(self, details: IssueDetails | None, verb: str | None, number: int) -> None:
        if number != self._asked_times or self._peeked is None:
            return
        if details is None or details.issue.status is IssueStatus.CLOSED:
            self._close_peek()
            return
        self.view.show_peek(shown=True)
        self.view.peek.show_issue(details, verb)

    def _close_peek(self) -> None:
        within = self.view.peek.isAncestorOf(self.focusWidget() or self)
        self._peeked = None
        self.view.show_peek(shown=False)
        self.view.peek.clear()
        if within:
            self._focus_somewhere()

    def _on_moved(self, card: BoardCard) -> None:
        if self._peeked is not None and self._peeked != card.issue.id:
            self.peek(card)

    def _on_finished(self) -> None:
        self._wanted = self._peeked
        self.refresh()

    # --- acting ------------------------------------------------------------------------------

    def _open(self, card: BoardCard) -> None:
        self.desk.go(ToAccount(card.issue.account_id, "issues"))

    def _current(self) -> BoardCard | None:
        return self.view.cards.current() if self._board is not None else None

    def _aim(self, verb: str) -> None:
        card = self._current()
        if card is not None and card.issue.is_open:
            self._ask_details(card.issue.id, verb)

    def turn(self) -> None:
        """A list instead of the board, or back, with the keyboard on the same issue."""
        card = self._current()
        self._wanted = card.issue.id if card is not None else None
        self.view.turn()
        found, self._wanted = self._wanted, None
        if found is None or not self.view.cards.select(found):
            self._focus_somewhere()

    def _move_on(self) -> None:
        """To the next column: up the ladder with a reason, from its top to what solved it, then to those who know."""
        card = self._current()
        if card is None or not card.issue.is_open:
            self._tell()
        else:
            self._aim("resolve" if card.rung is Rung.EXECUTIVE_TEAM else "escalate")

    def _move_back(self) -> None:
        """From what is fixed back to the rung it came from; down the ladder nothing goes."""
        card = self._current()
        if card is not None and card.issue.is_open:
            self.desk.say(tr("The ladder only goes up: whoever holds it solves it."))
        else:
            self._reopen()

    def _tell(self) -> None:
        card = self._current()
        if card is not None and not card.issue.is_open:
            issue_id = card.issue.id
            self.desk.operations.command(lambda app: issues.told(app, issue_id), self)

    def _reopen(self) -> None:
        card = self._current()
        if card is not None and not card.issue.is_open:
            self._wanted = card.issue.id
            issue_id = card.issue.id
            self.desk.operations.command(lambda app: issues.reopen(app, issue_id), self)

    def _opening(self, account_id: AccountId) -> Work:
        title, severity = self.view.form.title.text(), int(self.view.form.severity.value)
        return lambda app: issues.open_issue(app, account_id, title=title, severity=severity)

    def _on_made(self, issue_id: str) -> None:
        self.view.choose_filter()
        self._wanted = IssueId(issue_id)
        self.refresh()

    def _start(self) -> None:
        if self._board is not None and not self._board.accounts:
            self.desk.go(ToAct("import"))
        else:
            self.report()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._peeked is not None:
            self._close_peek()
        else:
            super().keyPressEvent(event)

    def _listen(self) -> None:
        view = self.view
        view.board.opened.connect(self._open)
        view.board.peeked.connect(self.peek)
        view.board.moved.connect(self._on_moved)
        view.table.opened.connect(self._open)
        view.table.peeked.connect(self.peek)
        view.table.moved.connect(self._on_moved)
        view.view_button.clicked.connect(self.turn)
        view.peek.closed.connect(self._close_peek)
        view.peek.finished.connect(self._on_finished)
        view.filtered.connect(self._on_filtered)
        view.report_button.clicked.connect(self.report)
        view.nothing.acted.connect(self._start)
        view.form.submitted.connect(self.new.submit)
        view.form.closed.connect(self.new.leave)
        self.new.made.connect(self._on_made)
        self.new.left.connect(self._focus_somewhere)
        bind_keys(
            self,
            {
                "N": self.report,
                "U": partial(self._aim, "update"),
                "R": partial(self._aim, "resolve"),
                "E": partial(self._aim, "escalate"),
                "T": self._tell,
                "O": self._reopen,
                "V": self.turn,
                "Ctrl+Right": self._move_on,
                "Ctrl+Left": self._move_back,
            },
        )
