"""The book of promises: ours and theirs, by day or by owner; kept, accepted, moved and dropped in place."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.ids import AccountId, CommitmentId
from sponsor_app.domain.promise_book import KeptRecords, PromiseBook
from sponsor_app.domain.sentence.due import parse_due
from sponsor_app.services import Services, commitments
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.left_as import LeftAs
from sponsor_app.ui.panels.new_at_account import NewAtAccount, Work
from sponsor_app.ui.panels.promise_panel import PromisePanel
from sponsor_app.ui.places import ToAccount
from sponsor_app.ui.promises.kept_list import ACCOUNTS, Line
from sponsor_app.ui.promises.view import PromisesView
from sponsor_app.ui.promises.words import Narrowing, face_of, fits, group_of, order_of
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.widgets.boxes import Column
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.letter_keys import bind_keys
from sponsor_app.ui.widgets.rows.list_row import ListRow

OTHER = Qt.FocusReason.OtherFocusReason
Answer = tuple[PromiseBook, list[Commitment]]


def read(app: Services, *, settled: bool) -> Answer:
    """The book, and what was kept or dropped where that is asked for."""
    return commitments.book(app), commitments.settled(app) if settled else []


class PromisesScreen(Screen):
    """Enter opens the account, Space unfolds; K kept, A I accept, M move, D drop, N adds, V by day or by owner, Y how they were kept."""

    topics = frozenset({Topic.ACCOUNT, Topic.COMMITMENT, Topic.CONTACT, Topic.MEMBER})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Promises"), parent)
        self._book: PromiseBook | None = None
        self._done: list[Commitment] = []
        self._by_owner = self._settled = False
        self._wanted: CommitmentId | None = None
        self.view = PromisesView(desk, self._face, self._group)
        self.new = NewAtAccount(
            desk, self, self.view.form, tr("At which account was it promised?"), self._adding
        )
        self._left_as = LeftAs(desk, self, "promises", self._take_on)
        self.setLayout(Column((self.view, 1)))
        self._listen()

    # --- showing -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for the book."""
        self._left_as.ask()
        settled = self._settled
        if self.view.kept.isVisibleTo(self.view):
            self.desk.operations.query(self, commitments.records, self.view.kept.show_records)
        self.desk.operations.query(self, lambda app: read(app, settled=settled), self._show)

    def first_focus(self) -> QWidget | None:
        """The rows, or what shall be done first."""
        view = self.view
        return view.list if view.list.isVisibleTo(view) else view.first_action()

    def add(self) -> None:
        """Add a promise: first at which account."""
        self.new.ask()

    def turn(self) -> None:
        """By owner instead of by day, or back."""
        one = self.view.list.current_record()
        self._by_owner = not self._by_owner
        self._wanted = one.id if one else None
        self._arrange()

    def _show(self, answer: Answer) -> None:
        self._book, self._done = answer
        self._arrange()

    def _arrange(self) -> None:
        book = self._book
        if book is None:
            return
        view, by_owner = self.view, self._by_owner
        had_keyboard = view.list.hasFocus() or view.nothing.action.hasFocus()
        found = [one for one in book.open if fits(book, one, view.narrowing)]
        found.sort(key=partial(order_of, book, by_owner=by_owner))
        rows = [*found, *self._done]
        view.show_book(book, rows=len(rows), by_owner=by_owner, settled=self._settled)
        view.list.show_rows(rows)
        self._left_as.keep(view.narrowing, "owner" if by_owner else "day")
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            view.list.select(wanted)
        if had_keyboard or wanted is not None:
            self._focus()

    def _take_on(self, words: Sequence[str]) -> None:
        """The filter and the order as they were left."""
        narrowing, order, *_later = (*words, "")
        self._by_owner = order == "owner"
        if narrowing in set(Narrowing):
            self.view.choose(Narrowing(narrowing))

    def _focus(self) -> None:
        part = self.first_focus()
        if part is not None:
            part.setFocus(OTHER)

    def _face(self, one: Commitment) -> ListRow:
        return face_of(self._book, one)

    def _group(self, one: Commitment) -> str:
        return group_of(self._book, one, by_owner=self._by_owner) if self._book else ""

    def _on_more(self) -> None:
        self._settled = not self._settled
        self.refresh()

    def show_kept(self) -> None:
        """How promises were kept, above the book; or the book alone again."""
        kept = self.view.kept
        if kept.isVisibleTo(self.view):
            kept.hide()
            self._focus()
        else:
            self.desk.operations.query(self, commitments.records, self._show_kept)

    def _show_kept(self, records: KeptRecords) -> None:
        kept = self.view.kept
        kept.show_records(records)
        kept.show()
        if kept.list.isVisibleTo(kept):
            kept.list.setFocus(OTHER)

    def _open_kept(self, line: Line) -> None:
        if line[0] == ACCOUNTS:
            self.desk.go(ToAccount(AccountId(line[1].id), "promises"))

    # --- acting ------------------------------------------------------------------------------

    def _open(self, one: Commitment) -> None:
        self.desk.go(ToAccount(one.account_id, "promises"))

    def _peek(self, one: Commitment) -> None:
        if self.view.list.unfolded == one.id:
            self.view.list.fold()
        else:
            self._unfold(one, "")

    def _unfold(self, one: Commitment, verb: str) -> None:
        book, rows = self._book, self.view.list
        if book is None:
            return
        panel = PromisePanel(
            self.desk, one, book.as_of, book.me, cut=rows.hides_words(one), names_account=True
        )
        panel.finished.connect(rows.fold)
        rows.unfold(panel, panel.keep if one.is_open() else panel.account)
        panel.choose(verb)

    def _current(self) -> Commitment | None:
        """The open promise that has the keyboard."""
        one = self.view.list.current_record()
        return one if one is not None and one.is_open() else None

    def _aim(self, verb: str) -> None:
        one = self._current()
        if one is not None:
            self._unfold(one, verb)

    def _keep(self) -> None:
        one = self._current()
        if one is not None:
            self.desk.operations.command(lambda app: commitments.keep(app, one.id), self)

    def _accept(self) -> None:
        one = self._current()
        if one is not None and one.unowned and one.due_on is None:
            self._unfold(one, "accept")
        elif one is not None:
            self.desk.operations.command(
                lambda app: commitments.accept(app, one.id, owner=app.me), self
            )

    def _adding(self, account_id: AccountId) -> Work:
        form = self.view.form
        text, said = form.text.text(), form.due.text()
        direction = Direction(form.direction.value)

        def add(app: Services) -> Changes:
            due = parse_due(said, app.today())
            return commitments.add(app, account_id, text=text, due=due, direction=direction)

        return add

    def _on_made(self, promise_id: str) -> None:
        self.view.choose()
        self._wanted = CommitmentId(promise_id)
        self.refresh()

    def _listen(self) -> None:
        view = self.view
        view.list.opened.connect(self._open)
        view.list.peeked.connect(self._peek)
        view.list.clicked.connect(view.list.peek_current)
        view.narrowed.connect(self._arrange)
        view.more.clicked.connect(self._on_more)
        view.kept_button.clicked.connect(self.show_kept)
        view.kept.list.opened.connect(self._open_kept)
        view.view_button.clicked.connect(self.turn)
        view.add_button.clicked.connect(self.add)
        view.nothing.acted.connect(self.add)
        view.form.submitted.connect(self.new.submit)
        view.form.closed.connect(self.new.leave)
        self.new.made.connect(self._on_made)
        self.new.left.connect(self._focus)
        keys = {"N": self.add, "V": self.turn, "Y": self.show_kept, "K": self._keep}
        keys["A"] = self._accept
        bind_keys(self, {**keys, "M": partial(self._aim, "move"), "D": partial(self._aim, "drop")})
