"""How the book of promises is laid out: filters above, the record of the year, the rows by day or by owner."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.commitment import Commitment
from sponsor_app.domain.promise_book import PromiseBook
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.add_promise import AddPromise
from sponsor_app.ui.promises.book_list import BookList, Face
from sponsor_app.ui.promises.kept_list import KeptList
from sponsor_app.ui.promises.words import Narrowing, book_line, fits, narrowing_word, record_line
from sponsor_app.ui.widgets.boxes import Column, Row, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.page import Header
from sponsor_app.ui.widgets.scroll_area import ScrollArea
from sponsor_app.ui.widgets.sheet import Sheet
from sponsor_app.ui.widgets.surface import Rule


class PromisesView(QWidget):
    """The parts and their places; it knows books, but asks nobody for them."""

    narrowed = Signal()

    def __init__(
        self,
        desk: Desk,
        face: Face,
        group: Callable[[Commitment], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.narrowing = Narrowing.ALL
        self.header = Header(tr("Promises"))
        self.view_button = Button(tr("By owner"), "user-round", "quiet", shortcut="V")
        self.add_button = Button(tr("Add a promise"), "plus", shortcut="N")
        self.chips = {one: Chip(narrowing_word(one), checkable=True) for one in Narrowing}
        self.form = AddPromise(desk)
        self.list = BookList(face, group)
        self.more = Button("", kind="link")
        self.kept = KeptList()
        self.kept_button = Button(tr("How we kept them"), "history", "quiet", shortcut="Y")
        self.nothing = EmptyState(
            "handshake",
            tr("No promise is open"),
            tr(
                "What you promise in the log line waits here until it is kept, and so does what they promise."
            ),
            action=tr("Add a promise"),
            action_icon="plus",
        )
        self._record = Label("", "meta", "text3", flexible=True)
        self._page = ScrollArea(through=True)
        self._no_match = Label(tr("No promise fits this filter."), "body", "text2", wrap=True)
        self.show_all = Button(tr("Show all promises"), kind="link")
        self._lay_out()
        for one, chip in self.chips.items():
            chip.clicked.connect(partial(self._on_chip, one))
        self.show_all.clicked.connect(self.choose)
        self._mark()

    def choose(self, narrowing: Narrowing = Narrowing.ALL) -> None:
        """Show only what passes a filter."""
        self.narrowing = narrowing if narrowing in self.chips else Narrowing.ALL
        self._mark()
        self.narrowed.emit()

    def show_book(self, book: PromiseBook, *, rows: int, by_owner: bool, settled: bool) -> None:
        """Say what there is in all; `rows` is how many pass the filter."""
        self.header.set_line(book_line(book) if book.open else "")
        self._record.set_text(record_line(book))
        for one, chip in self.chips.items():
            chip.set_detail(number(sum(fits(book, kept, one) for kept in book.open)))
        words, icon = (
            (tr("By day"), "calendar-days") if by_owner else (tr("By owner"), "user-round")
        )
        self.view_button.set_label(words, icon)
        self.more.set_label(
            tr("Hide what was kept or dropped")
            if settled
            else tr("Show {count} kept or dropped").format(count=number(book.settled))
        )
        empty = not book.open and not settled
        self._more.setVisible(bool(book.settled))
        self._nothing.setVisible(empty)
        self._page.setVisible(not empty or bool(book.settled))
        self._unmatched.setVisible(not empty and not rows)
        self.list.setVisible(bool(rows))
        for part in (self._filters, self._keys, self.view_button, self.add_button, self._record):
            part.setVisible(not empty)
        self.kept_button.setVisible(not empty)

    def first_action(self) -> QWidget | None:
        """What can be pressed where there is no row."""
        for part in (self.nothing.action, self.show_all):
            if part.isVisibleTo(self):
                return part
        return None

    def _on_chip(self, one: Narrowing, _checked: bool = False) -> None:
        self.choose(one)

    def _mark(self) -> None:
        for one, chip in self.chips.items():
            chip.setChecked(one is self.narrowing)

    def _lay_out(self) -> None:
        self.header.add_action(self.kept_button)
        self.header.add_action(self.view_button)
        self.header.add_action(self.add_button)
        self.form.hide()
        chips = holding(Flow(*self.chips.values(), gap=8))
        self._filters = holding(inset(chips))
        self._more = holding(Row(self.more, None, margins=(4, 8, 8, 16)))
        self._nothing = holding(Column(inset(self.nothing), None))
        self._unmatched = holding(
            Column(inset(self._no_match), 4, Row(self.show_all, None, margins=(4, 0, 0, 0)))
        )
        self._keys = _keys()
        for part in (self._keys, self._nothing, self._unmatched, self._filters, self._more):
            part.hide()
        self._lay_out_page()
        sheet = Sheet(tr("Promises"), bottom=0)
        sheet.add(
            self.header,
            inset(self._record),
            12,
            self._filters,
            10,
            inset(self.form),
            4,
            (self._nothing, 1),
            (self._page, 1),
            self._keys,
        )
        self.setLayout(Column((sheet, 1)))

    def _lay_out_page(self) -> None:
        self.kept.hide()
        inner = holding(Column(self.kept, self.list, self._unmatched, self._more, None))
        self._page.hold(inner)


def _keys() -> QWidget:
    """What the keys do here."""
    caps = (
        KeyCap("Enter", tr("account")),
        KeyCap("Space", tr("unfold")),
        KeyCap("K", tr("kept")),
        KeyCap("A", tr("I accept")),
        KeyCap("M", tr("move")),
        KeyCap("D", tr("drop")),
    )
    foot = Row((holding(Flow(*caps, gap=14)), 1), margins=(8, 7, 8, 9))
    return holding(Column(inset(Rule()), foot))
