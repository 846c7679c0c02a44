"""Every account on one page: who owns it, when it was last seen, what is wrong there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Topic
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.services import Services, accounts, preferences
from sponsor_app.ui.accounts.accounts_table import AccountsTable
from sponsor_app.ui.accounts.assign import AssignSponsor
from sponsor_app.ui.accounts.filter_bar import FilterBar
from sponsor_app.ui.accounts.list_line import AccountLine, Around
from sponsor_app.ui.accounts.list_memory import KEY, ListMemory
from sponsor_app.ui.accounts.listing import Listing, read, read_first
from sponsor_app.ui.accounts.new_account import NewAccount
from sponsor_app.ui.accounts.wanted import Counts, Wanted, left_out
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ToAccount, ToAct, ToBrief, ToDuplicates, ToLog
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.widgets.boxes import Column, Row, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.menu import Entry, open_menu
from sponsor_app.ui.widgets.page import Header
from sponsor_app.ui.widgets.sheet import Sheet
from sponsor_app.ui.widgets.surface import Rule

T = TypeVar("T")
WIDEST = 2200  # twelve columns read well where prose would not


class AccountsScreen(Screen):
    """N new, B brief, L log, A assign, Delete deletes; any other letter filters."""

    topics = frozenset(
        {
            Topic.ACCOUNT,
            Topic.CONTACT,
            Topic.SPONSORSHIP,
            Topic.INTERACTION,
            Topic.ISSUE,
            Topic.MEMBER,
            Topic.POLICY,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Accounts"), parent)
        self._around = Around()
        self._listing: Listing | None = None
        self._memory = ListMemory()
        self._asked: object = None
        self._new: NewAccount | None = None
        self._assign: AssignSponsor | None = None
        self.table = AccountsTable(self._around)
        self.filters = FilterBar()
        self.twins_button = Button(tr("Duplicates"), "copy", "quiet")
        self.import_button = Button(tr("Import"), "upload", "quiet")
        self.new_button = Button(tr("New account"), "plus", shortcut="N")
        self.none_yet = EmptyState(
            "building-2",
            tr("Which customer are you seeing next?"),
            tr("Type a name, or drop a list here: CSV as your CRM exports it."),
            action=tr("New account"),
            action_icon="plus",
        )
        self.no_match = EmptyState(
            "list-filter",
            tr("No account fits this filter"),
            tr("It may be known by another name: Ctrl+K finds old names, phones and addresses."),
            action=tr("Show all accounts"),
        )
        self.foot = Label("", "meta", "text3", flexible=True)
        self._actions: Mapping[str, Callable[[], None]] = {
            "n": self.new_account,
            "b": self.brief,
            "l": self.log,
            "a": self.assign_selected,
            "/": self.filters.field.setFocus,
        }
        self._lay_out()
        self._listen()

    def refresh(self) -> None:
        """Ask for the rows; the strengths follow when they are shown."""
        self._asked = object()
        self.desk.operations.query(self, read_first if self._listing is None else read, self._show)

    def first_focus(self) -> QWidget:
        """The rows."""
        return self.table if self.table.isVisibleTo(self) else self.none_yet.action

    # --- acting ---------------------------------------------------------------------------

    def new_account(self) -> None:
        """Ask for a name, with what was filtered for in the field."""
        if self._new is None:
            self._new = NewAccount(self.desk, self.window())
        self._new.ask(self.filters.field.text().strip())

    def brief(self) -> None:
        """The brief of the account that has the keyboard."""
        line = self.table.current_record()
        if line is not None:
            self.desk.go(ToBrief(line.row.account_id))

    def log(self) -> None:
        """The log line, at the account that has the keyboard."""
        line = self.table.current_record()
        self.desk.go(ToLog(tr("at {account}: ").format(account=line.row.account) if line else ""))

    def assign_selected(self) -> None:
        """Choose a sponsor for the selected accounts."""
        self.assign([line.row.account_id for line in self.table.selected_records()], self.window())

    def assign(
        self, account_ids: Sequence[AccountId], host: QWidget, member: MemberId | None = None
    ) -> None:
        """Choose a sponsor for these accounts, or give them to a member, over any screen of the window `host`."""
        if not account_ids:
            return
        if self._assign is None:
            self._assign = AssignSponsor(self.desk, host)
        if member is not None:
            self._assign.hand_over(account_ids, member)
            return
        lines = self._listing.lines if self._listing is not None else ()
        names = {line.row.account_id: line.row.account for line in lines}
        self._assign.assign(account_ids, names.get(account_ids[0], ""))

    def delete(self) -> None:
        """Delete the selected accounts; undo brings them back."""
        ids: list[AccountId] = [line.row.account_id for line in self.table.selected_records()]
        if ids:
            self.desk.operations.command(lambda app: accounts.delete_all(app, ids), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._actions.get(event.text())
        if act is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            act()
        else:
            super().keyPressEvent(event)

    # --- showing --------------------------------------------------------------------------

    def _show(self, listing: Listing) -> None:
        self._listing = listing
        self._around.today = listing.today
        if listing.memory is not None:
            self._recall(listing.memory)
        held = self.table.current_record()
        self.table.rows.show_only(self.filters.wanted.test(listing.me), listing.lines)
        self._show_counts()
        if held is not None and not self.table.currentIndex().isValid():
            self.table.select(held.row.account_id)
        self.table.begin()
        if listing.counts is None:
            self._ask_beside(read, self._show)
        else:
            self._ask_beside(accounts.strengths, self._show_strengths)

    def _ask_beside(self, work: Callable[[Services], T], show: Callable[[T], None]) -> None:
        """Ask beside the worker, which others wait for; an answer that is asked for anew meanwhile is dropped."""
        asked = self._asked
        self.desk.operations.slow(
            self,
            lambda app, _tell, _cancel: work(app),
            lambda found: show(found) if asked is self._asked else None,
        )

    def _show_strengths(self, strengths: Mapping[str, int]) -> None:
        self._around.strengths = strengths
        self.table.strengths_changed()

    def _narrow(self, wanted: Wanted) -> None:
        if self._listing is None or self._listing.counts is None:
            return
        self.table.rows.narrow(wanted.test(self._listing.me))
        self._show_counts()
        self.table.begin(first=True)

    def _show_counts(self) -> None:
        if self._listing is None:
            return
        shown, counts = self.table.rows.rowCount(), self._listing.counts
        everyone = shown if counts is None else counts.accounts
        self.filters.show_counts(counts)
        self.foot.set_text(self._said(shown, counts))
        if not shown and self.table.hasFocus():
            self.filters.field.setFocus()
        self.table.setVisible(shown > 0)
        self._hints.setVisible(not shown)
        self.no_match.setVisible(not shown and everyone > 0)
        self.none_yet.setVisible(not everyone)
        for part in (self.filters, self._below, self.twins_button):
            part.setVisible(everyone > 0)

    def _said(self, shown: int, counts: Counts | None) -> str:
        if counts is None:
            return tr("{shown} accounts so far; the others follow.").format(shown=number(shown))
        said = left_out(self.filters.wanted, shown, counts)
        selected = len(self.table.selected_records())
        return f"{tr('{count} selected.').format(count=selected)} {said}" if selected > 1 else said

    # --- remembering ----------------------------------------------------------------------

    def _recall(self, memory: ListMemory) -> None:
        self._memory = memory
        self.filters.show_wanted(memory.wanted)
        self.table.leave_out(memory.hidden, memory.kept)
        self.table.sortByColumn(memory.column, memory.order)

    def _remember(self, memory: ListMemory) -> None:
        if self._listing is not None and memory != self._memory:
            self._memory = memory
            text = memory.to_text()
            self.desk.operations.query(
                self, lambda app: preferences.put(app, KEY, text), lambda _kept: None
            )

    def _on_wanted(self, wanted: Wanted) -> None:
        self._narrow(wanted)
        self._remember(replace(self._memory, wanted=wanted.typed("")))

    def _on_sorted(self, column: int, order: Qt.SortOrder) -> None:
        down = order == Qt.SortOrder.DescendingOrder
        self._remember(replace(self._memory, column=column, down=down))

    def _on_columns(self) -> None:
        hidden = self.table.isColumnHidden
        entries = [
            Entry(
                column.heading, lambda place=place: self._toggle(place), checked=not hidden(place)
            )
            for place, column in enumerate(self.table.rows.columns)
            if place
        ]
        open_menu(self.filters.columns, entries)

    def _toggle(self, column: int) -> None:
        """Hide a column that is shown; show one that is hidden, even where it had no room."""
        memory, one = self._memory, frozenset({column})
        if self.table.isColumnHidden(column):
            memory = replace(memory, hidden=memory.hidden - one, kept=memory.kept | one)
        else:
            memory = replace(memory, hidden=memory.hidden | one, kept=memory.kept - one)
        self.table.leave_out(memory.hidden, memory.kept)
        self._remember(memory)

    # --- laying out -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        header = Header(tr("Accounts"))
        header.add_action(self.twins_button)
        header.add_action(self.import_button)
        header.add_action(self.new_button)
        keys = (
            KeyCap("Enter", tr("open")),
            KeyCap("B", tr("brief")),
            KeyCap("L", tr("log")),
            KeyCap("A", tr("assign")),
        )
        foot = Row((self.foot, 1), *keys, gap=14, margins=(8, 8, 8, 10))
        self._below = holding(Column(Rule(), foot))
        self._hints = holding(
            Column(inset(self.none_yet), inset(self.no_match), None, margins=(0, 12, 0, 0))
        )
        sheet = Sheet(tr("Accounts"), bottom=0, widest=WIDEST)
        sheet.add(header, 12, self.filters, 10, (self.table, 1), self._hints, self._below)
        self.setLayout(Column(sheet))
        for part in (self.none_yet, self.no_match, self.filters, self._below, self.twins_button):
            part.hide()

    def _listen(self) -> None:
        self.filters.changed.connect(self._on_wanted)
        self.filters.field.left.connect(self.table.setFocus)
        self.filters.field.entered.connect(self.table.open_current)
        self.filters.columns.clicked.connect(self._on_columns)
        self.table.opened.connect(self._open)
        self.table.typed.connect(self._on_typed)
        self.table.deleted.connect(self.delete)
        self.table.selection_changed.connect(self._show_counts)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)
        self.twins_button.clicked.connect(lambda: self.desk.go(ToDuplicates()))
        self.import_button.clicked.connect(lambda: self.desk.go(ToAct("import")))
        self.new_button.clicked.connect(self.new_account)
        self.none_yet.acted.connect(self.new_account)
        self.no_match.acted.connect(self.filters.clear)

    def _open(self, line: AccountLine) -> None:
        self.desk.go(ToAccount(line.row.account_id))

    def _on_typed(self, text: str) -> None:
        act = self._actions.get(text)
        if act is not None:
            act()
        else:
            self.filters.type_on(text)
