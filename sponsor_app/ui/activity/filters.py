"""The filters above the steps: words, whose, by whom, at which account, of which kind; and what was deleted."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.activity import KINDS, ActivityPage, Author, Narrowing, Whose
from sponsor_app.domain.ids import AccountId
from sponsor_app.ui.widgets.boxes import Column, Row, fix, holding
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.filter_field import FilterField
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.menu import Entry, open_menu

FIELD_WIDTH, MENU = 220, 20


class ActivityFilters(QWidget):
    """`changed` tells that something else is wanted; `account_asked` that an account shall be chosen.

    `author_asked` carries all who did anything, when they are too many for a menu.
    """

    changed = Signal()
    account_asked = Signal()
    author_asked = Signal(object)  # Sequence[Author]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = Narrowing()
        self.deleted = self.disputed = False
        self._authors: Sequence[Author] = ()
        self.field = FilterField(tr("Filter these steps"), tr("Filter these steps"))
        self.whose = {
            Whose.ALL: Chip(tr("All"), checkable=True),
            Whose.MINE: Chip(tr("This laptop"), checkable=True),
            Whose.OTHERS: Chip(tr("Others"), checkable=True),
        }
        self.gone = Chip(tr("Deleted"), checkable=True)
        self.clashes = Chip(tr("To settle"), "triangle-alert", checkable=True)
        self.clashes.hide()
        self.author = Chip(tr("By anyone"), "user-round", opens=True, checkable=True)
        self.account = Chip(tr("Any account"), "building-2", opens=True, checkable=True)
        self.kind = Chip(tr("Any kind"), "list-filter", opens=True, checkable=True)
        self._lay_out()
        self._listen()
        self._mark()

    def show_counts(self, page: ActivityPage) -> None:
        """Say how many steps each chip stands for."""
        self._authors = page.authors
        for whose, chip in self.whose.items():
            chip.set_detail(number(page.counts[whose]))
        self.gone.set_detail(number(page.deleted))

    def show_conflicts(self, count: int) -> None:
        """Offer what is to be settled, as long as there is any."""
        self.clashes.set_detail(number(count))
        self.clashes.setVisible(bool(count) or self.disputed)

    def settle(self) -> None:
        """Show what is to be settled."""
        self.deleted, self.disputed = False, True
        self._want(self.wanted)

    def choose_account(self, account_id: AccountId | None, name: str = "") -> None:
        """Want only the steps that touched an account."""
        self.account.show_value(name or tr("Any account"))
        self._want(replace(self.wanted, account_id=account_id))

    def clear(self) -> None:
        """Want every step again."""
        self.deleted = self.disputed = False
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        for chip, words in (
            (self.author, tr("By anyone")),
            (self.account, tr("Any account")),
            (self.kind, tr("Any kind")),
        ):
            chip.show_value(words)
        self._want(Narrowing())

    @property
    def narrowed(self) -> bool:
        """Whether not everything is wanted."""
        return self.wanted != Narrowing()

    def _want(self, wanted: Narrowing) -> None:
        self.wanted = wanted
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        wanted = self.wanted
        for whose, chip in self.whose.items():
            chip.setChecked(not (self.deleted or self.disputed) and whose is wanted.whose)
        self.gone.setChecked(self.deleted)
        self.clashes.setChecked(self.disputed)
        self.author.setChecked(wanted.member_id is not None)
        self.account.setChecked(wanted.account_id is not None)
        self.kind.setChecked(wanted.kind is not None)
        for chip in (self.author, self.kind):
            chip.setVisible(not (self.deleted or self.disputed))
        self.account.setVisible(not self.disputed)

    def _on_whose(self, whose: Whose, _checked: bool = False) -> None:
        self.deleted = self.disputed = False
        self._want(replace(self.wanted, whose=whose))

    def _on_deleted(self, _checked: bool = False) -> None:
        self.deleted, self.disputed = True, False
        self._want(self.wanted)

    def _on_clashes(self, _checked: bool = False) -> None:
        self.settle()

    def _on_author(self) -> None:
        self._mark()
        if len(self._authors) > MENU:
            self.author_asked.emit(self._authors)
            return
        entries: list[Entry | None] = [
            Entry(f"{one.name}, {number(one.steps)}", partial(self.choose_author, one))
            for one in self._authors
        ]
        open_menu(self.author, [Entry(tr("Anyone"), self._any_author), None, *entries])

    def choose_author(self, one: Author | None) -> None:
        """Want only the steps of one person, or of anyone."""
        if one is None:
            self._any_author()
            return
        self.author.show_value(one.name)
        self._want(replace(self.wanted, member_id=one.member_id))

    def _any_author(self) -> None:
        self.author.show_value(tr("By anyone"))
        self._want(replace(self.wanted, member_id=None))

    def _on_account(self) -> None:
        self._mark()
        if self.wanted.account_id is None:
            self.account_asked.emit()
            return
        entries = [
            Entry(tr("Any account"), partial(self.choose_account, None)),
            Entry(tr("Another account …"), self.account_asked.emit),
        ]
        open_menu(self.account, entries)

    def _on_kind(self) -> None:
        self._mark()
        kinds: list[Entry | None] = [
            Entry(tr(kind), partial(self._choose_kind, kind), checked=kind == self.wanted.kind)
            for kind in KINDS
        ]
        open_menu(self.kind, [Entry(tr("Any kind"), self._any_kind), None, *kinds])

    def _choose_kind(self, kind: str) -> None:
        self.kind.show_value(tr(kind))
        self._want(replace(self.wanted, kind=kind))

    def _any_kind(self) -> None:
        self.kind.show_value(tr("Any kind"))
        self._want(replace(self.wanted, kind=None))

    def _on_typed(self, text: str) -> None:
        self._want(replace(self.wanted, text=text))

    def _lay_out(self) -> None:
        fix(self.field, width=FIELD_WIDTH)
        chips = (
            *self.whose.values(),
            self.gone,
            self.clashes,
            self.author,
            self.account,
            self.kind,
        )
        line = Row(gap=8, margins=(8, 0, 8, 0))
        line.add(holding(Column(self.field, None)), (holding(Column(1, Flow(*chips), None)), 1))
        self.setLayout(line)
        self.setAccessibleName(tr("Filters"))

    def _listen(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        for whose, chip in self.whose.items():
            chip.clicked.connect(partial(self._on_whose, whose))
        self.gone.clicked.connect(self._on_deleted)
        self.clashes.clicked.connect(self._on_clashes)
        self.author.clicked.connect(self._on_author)
        self.account.clicked.connect(self._on_account)
        self.kind.clicked.connect(self._on_kind)
