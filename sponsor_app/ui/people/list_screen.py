"""Everyone at every account: who they are, when we met, how close we are, and one of them opened beside."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.domain.people import Contact
from sponsor_app.domain.person_page import Closeness, PersonPage
from sponsor_app.domain.twins import TwinKind
from sponsor_app.services import Services, contacts, people
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.operations import Cancel
from sponsor_app.ui.panels.left_as import LeftAs
from sponsor_app.ui.panels.new_at_account import NewAtAccount, Work
from sponsor_app.ui.people.chips import Quick
from sponsor_app.ui.people.person_line import Around, PersonLine, lines_of
from sponsor_app.ui.people.view import PeopleView
from sponsor_app.ui.people.wanted import Wanted, count
from sponsor_app.ui.places import ToAccount, ToAct, ToDuplicates
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.widgets.boxes import Column
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.letter_keys import bind_keys

OTHER = Qt.FocusReason.OtherFocusReason
STAYS = 500
"""Milliseconds after which somebody does not only pass by."""
MANY = 5_000


def read(app: Services, contact_id: ContactId) -> PersonPage | None:
    """One person whole, or nothing when they are gone."""
    try:
        return people.page(app, contact_id)
    except NotFoundError:
        return None


@dataclass(frozen=True, slots=True)
class Listing:
    """The lines that were read as of a day; how many each chip stands for is known when everyone was."""

    as_of: date
    lines: Sequence[PersonLine]
    counts: Mapping[Quick, int] | None = None


def read_in_turns(app: Services) -> Iterator[Listing | None]:
    """The first by name, and at last everyone; None while they are read.

    Of 30,000 people nobody sees more than a page, and nobody waits for the rest.
    """
    parts = people.in_turns(app)
    first = next(parts)
    lines = lines_of(first.rows, first.as_of)
    if len(lines) < people.FIRST:
        yield Listing(first.as_of, lines, count(lines))
        return
    if any(Quick.ALL in line.chips for line in lines):  # else all of them have left
        yield Listing(first.as_of, lines)
    everyone: list[PersonLine] = []
    for part in parts:
        everyone += lines_of(part.rows, part.as_of)
        yield None
    everyone.sort(key=lambda line: line.folded)
    yield Listing(first.as_of, everyone, count(everyone))


class PeopleScreen(Screen):
    """Letters filter; Enter opens a person, Space looks closer, Ctrl+Enter opens the account, Delete deletes."""

    topics = frozenset(
        {
            Topic.ACCOUNT,
            Topic.CONTACT,
            Topic.FACT,
            Topic.INTERACTION,
            Topic.MEMBER,
            Topic.POLICY,
            Topic.SPONSORSHIP,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("People"), parent)
        self._around = Around()
        self._listing: Listing | None = None
        self._reading = Cancel()
        self._peeked: ContactId | None = None
        self._made: ContactId | None = None
        self._closeness_asked = False
        self.view = PeopleView(desk, self._around)
        self.new = NewAtAccount(
            desk, self, self.view.form, tr("At which account are they?"), self._adding
        )
        self._left_as = LeftAs(desk, self, "people", self._take_on)
        self.setLayout(Column((self.view, 1)))
        self._listen()

    # --- showing --------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for the rows and for whoever is open beside them."""
        self._left_as.ask()
        self._reading.set()
        self._reading = self.desk.operations.in_turns(self, read_in_turns, self._show)
        if self._peeked is not None:
            self._ask_person(self._peeked, enter=False)

    def first_focus(self) -> QWidget:
        """The rows, or what shall be done first."""
        return self.view.first_action()

    def add(self) -> None:
        """Add somebody: first at which account."""
        self.new.ask()

    def _show(self, listing: Listing | None) -> None:
        if listing is None or (listing.counts is None and not self._may_begin()):
            return
        first, had_keyboard = self._listing is None, self.view.none_yet.action.hasFocus()
        self._listing, self._around.today = listing, listing.as_of
        table = self.view.table
        held = table.current_record()
        table.rows.show_only(self.view.wanted.test(), listing.lines)
        self.view.show_counts(listing.counts)
        if self._made is not None and listing.counts is not None:
            table.select(self._made)
            self._made = None
        elif held is not None and not table.currentIndex().isValid():
            table.select(held.key)
        self._begin()
        self._ask_closeness()
        if had_keyboard or (first and self.hasFocus()):
            self.first_focus().setFocus(OTHER)

    def _may_begin(self) -> bool:
        """Whether the first by name, of all there are, are what will be seen first."""
        return self._listing is None and self.view.is_usual()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_closeness()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._listing is None or self._listing.counts is None:
            self._reading.set()  # whoever goes on waits for nobody
            self._later()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        self._closeness_asked &= not changes.touch(Topic.INTERACTION, Topic.CONTACT)
        super()._on_changed(changes, initiator)

    def _on_opened(self, services: object) -> None:
        self._closeness_asked = False
        super()._on_opened(services)

    def _ask_closeness(self) -> None:
        """Beside the worker; of very many people only for who stays here, because it takes seconds."""
        if self._listing is None or self._listing.counts is None:
            return
        many = len(self._listing.lines) >= MANY
        QTimer.singleShot(STAYS if many else 0, self, self._on_stayed)

    def _on_stayed(self) -> None:
        if not self._closeness_asked and self.isVisible():
            self._closeness_asked = True
            self.desk.operations.slow(
                self, lambda app, _tell, _cancel: people.closeness(app), self._show_closeness
            )

    def _show_closeness(self, found: Closeness) -> None:
        self._around.closeness = found
        self.view.table.closeness_changed()

    def _narrow(self) -> None:
        """Show only those that are wanted; while they are still read, all that is there stays."""
        if self._listing is None or self._listing.counts is None:
            return
        table = self.view.table
        table.rows.narrow(self.view.wanted.test())
        self.view.show_counts(self._listing.counts)
        self._begin(first=True)
        table.scrollTo(table.currentIndex())

    def _take_on(self, words: Sequence[str]) -> None:
        """Chip, column and order as they were left; the words typed are not kept."""
        quick, column, down = [*words, "", "", ""][:3]
        if quick in set(Quick):
            self.view.want(Wanted(Quick(quick)))
        if column.isdecimal() and int(column) < self.view.table.rows.columnCount():
            order = Qt.SortOrder.DescendingOrder if down == "1" else Qt.SortOrder.AscendingOrder
            self.view.table.sortByColumn(int(column), order)

    def _remember(self, *_changed: object) -> None:
        head = self.view.table.horizontalHeader()
        down = head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        column = str(max(0, head.sortIndicatorSection()))
        self._left_as.keep(self.view.wanted.quick, column, "1" if down else "0")

    def _begin(self, *, first: bool = False) -> None:
        """Give the keyboard a row when it has none; `first`: the topmost when nothing selected is left."""
        table = self.view.table
        lost = first and not table.selectionModel().hasSelection()
        if table.rows.rowCount() and (lost or not table.currentIndex().isValid()):
            table.setCurrentIndex(table.rows.index(0, 0))

    # --- one person beside the table ----------------------------------------------------------

    def _peek(self, line: PersonLine) -> None:
        self._ask_person(line.key, enter=False)

    def _open(self, line: PersonLine) -> None:
        self._ask_person(line.key, enter=True)

    def _ask_person(self, contact_id: ContactId, *, enter: bool) -> None:
        self._peeked = contact_id
        self.desk.operations.query(
            self,
            lambda app: read(app, contact_id),
            lambda page: self._show_person(contact_id, page, enter=enter),
        )

    def _show_person(self, asked: ContactId, page: PersonPage | None, *, enter: bool) -> None:
        if asked != self._peeked:
            return
        if page is None:
            self._close()
            return
        self.view.show_side(shown=True)
        self.view.person.show_person(page)
        if enter:
            self.view.person.begin()

    def _close(self) -> None:
        within = self.view.person.isAncestorOf(self.focusWidget() or self)
        self._peeked = None
        self.view.show_side(shown=False)
        self.view.person.clear()
        if within:
            self.first_focus().setFocus(OTHER)

    def _on_moved(self, line: PersonLine | None) -> None:
        if line is not None and self._peeked not in (None, line.key):
            self._peek(line)

    # --- acting -----------------------------------------------------------------------------

    def _open_account(self) -> None:
        line = self.view.table.current_record()
        if self.view.person.isAncestorOf(self.focusWidget() or self):
            self.view.person.open_account()
        elif line is not None and line.person.row.account_id:
            self.desk.go(ToAccount(line.person.row.account_id, "people"))

    def _delete(self, line: PersonLine) -> None:
        self._remove(line.key, line.person.row.name)

    def _delete_person(self, person: Contact) -> None:
        self._remove(person.id, person.name)

    def _remove(self, contact_id: ContactId, name: str) -> None:
        if self._peeked == contact_id:
            self._close()
        self.desk.operations.command(lambda app: contacts.delete(app, contact_id, name), self)

    def _adding(self, account_id: AccountId) -> Work:
        return self.view.form.adding(account_id)

    def _on_made(self, contact_id: str) -> None:
        self._made = ContactId(contact_id)
        self.view.want(Wanted())
        self.refresh()
        self._ask_person(self._made, enter=True)

    def _on_twin(self, contact_id: str) -> None:
        self.view.form.hide()
        self.view.table.select(contact_id)
        self._ask_person(ContactId(contact_id), enter=True)

    def _import(self) -> None:
        self.desk.go(ToAct("import"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._peeked is not None:
            self._close()
        else:
            super().keyPressEvent(event)

    def _listen(self) -> None:
        view = self.view
        view.narrowed.connect(self._narrow)
        view.narrowed.connect(self._remember)
        view.table.horizontalHeader().sortIndicatorChanged.connect(self._remember)
        view.table.opened.connect(self._open)
        view.table.peeked.connect(self._peek)
        view.table.moved.connect(self._on_moved)
        view.table.deleted.connect(self._delete)
        view.person.closed.connect(self._close)
        view.person.deleted.connect(self._delete_person)
        view.new_button.clicked.connect(self.add)
        view.none_yet.acted.connect(self._import)
        view.form.submitted.connect(self.new.submit)
        view.form.closed.connect(self.new.leave)
        view.form.twin_wanted.connect(self._on_twin)
        view.twins_button.clicked.connect(lambda: self.desk.go(ToDuplicates(TwinKind.CONTACT)))
        self.new.made.connect(self._on_made)
        self.new.left.connect(lambda: self.first_focus().setFocus(OTHER))
        bind_keys(self, {"Ctrl+Return": self._open_account, "Ctrl+N": self.add})
