"""Who is in a cell, a gap or a total: the accounts or members one by one, and what can be done with each."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.people import Member
from sponsor_app.ui.coverage.acts import ActButtons
from sponsor_app.ui.coverage.words import member_reason
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.letter_keys import bind_keys
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import ListRow, PeekRowDelegate
from sponsor_app.ui.widgets.states import state
from sponsor_app.ui.widgets.theme import px

Peeked = CoverageRow | Member
LOWEST = 60


@dataclass(frozen=True, slots=True)
class Peeking:
    """What to show: of what, a title, whose it is, the rows, why each is there, and what an empty list means."""

    source: Hashable
    title: str
    subtitle: str
    rows: tuple[Peeked, ...]
    reason: Callable[[CoverageRow], str]
    nothing: str


def key_of(one: Peeked) -> str:
    """What tells rows apart."""
    return one.account_id if isinstance(one, CoverageRow) else one.id


class Peek(QWidget):
    """`opened` carries an account's row or a member; the buttons act on the one that has the keyboard."""

    opened = Signal(object)  # CoverageRow or Member
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Peeking | None = None
        self._title = Label("", "heading")
        self._count = Label("", "meta", "text3", beside="heading", whole=True)
        self._subtitle = Label("", "body", "text2", wrap=True, lines=2)
        self._hint = Label("", "body", "text2", wrap=True)
        self.close_button = Button("", "x", "quiet", name=tr("Close this list"))
        self.acts = ActButtons()
        self.rows = RecordList[Peeked](
            key_of,
            lambda one: self._face(one).title,
            sentence=lambda one: self._face(one).sentence,
        )
        self.list = ListView(
            tr("Accounts in this list"),
            self.rows,
            PeekRowDelegate[Peeked](self._face),
            fit=False,
            selects=True,
            click_opens=False,
            ground="surface",
        )
        self.rows.setParent(self.list)
        self.list.setUniformItemSizes(True)  # else ten thousand rows are measured one by one
        self._lay_out()
        self._listen()
        theme.follow(self)
        self.show_nothing()

    def restyle(self) -> None:
        """Give the list the height of its rows, as far as there is room."""
        rows = len(self.rows.records)
        self.list.setMinimumHeight(min(rows, 1) * px(LOWEST))
        self.list.setMaximumHeight(rows * px(PeekRowDelegate.height))

    def show_list(self, shown: Peeking) -> None:
        """Show who is in a list."""
        before, self._shown = self._shown, shown
        another = before is None or before.source != shown.source
        self._title.set_text(shown.title)
        self._subtitle.set_text(shown.subtitle)
        self._count.set_text(number(len(shown.rows)) if shown.rows else "")
        self.rows.show(shown.rows)
        self.list.setAccessibleName(f"{shown.title}, {shown.subtitle}")
        self._hint.set_text(shown.nothing)
        if shown.rows and (another or not self.list.currentIndex().isValid()):
            self.list.select(key_of(shown.rows[0]))
            self.list.scrollToTop()
        self._fit(has_rows=bool(shown.rows))

    def show_nothing(self) -> None:
        """Say how to fill it."""
        self._shown = None
        self.rows.show(())
        self._title.set_text("")
        self._count.set_text("")
        self._subtitle.set_text("")
        self._hint.set_text(tr("Enter or Space on a cell, a gap or a total shows who is in it."))
        self._fit(has_rows=False)

    def current(self) -> Peeked | None:
        """The row that has the keyboard."""
        return self.list.current_record()

    def _lay_out(self) -> None:
        self._actions = holding(Row((self.acts, 1), margins=(8, 0, 8, 0)))
        head = Row(self._title, self._count, None, self.close_button, margins=(8, 0, 0, 0))
        self._head = holding(head)
        self._texts = holding(
            Column(self._subtitle, 4, self._hint, margins=(8, 0, 8, 0)),
        )
        self.setLayout(
            Column(self._head, self._texts, 4, (self.list, 1000), 10, self._actions, None)
        )

    def _listen(self) -> None:
        self.list.opened.connect(self.opened)
        self.close_button.clicked.connect(self.closed)
        bind_keys(self, {"Esc": self.closed.emit})

    def _fit(self, *, has_rows: bool) -> None:
        self._head.setVisible(self._shown is not None)
        self._subtitle.setVisible(bool(self._subtitle.text()))
        self._hint.setVisible(not has_rows)
        self.list.setVisible(has_rows)
        self._actions.setVisible(self._shown is not None and has_rows)
        if self._shown is not None:
            self.acts.fit(self._shown.source)
        self.restyle()

    def _face(self, one: Peeked) -> ListRow:
        if isinstance(one, CoverageRow):
            why = self._shown.reason(one) if self._shown else ""
            return ListRow(one.account, why, state(one.coverage))
        return ListRow(one.name, member_reason(one), symbol="user-round", symbol_ink="text3")
