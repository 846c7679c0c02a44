"""How the duplicates are laid out: kinds above, pairs in a list, one of them side by side."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.twins import Pair, TwinKind
from sponsor_app.ui.duplicates.side import TwinSide
from sponsor_app.ui.duplicates.words import apart_face, pair_face
from sponsor_app.ui.widgets.boxes import Column, Row, holding, inset
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.page import Header
from sponsor_app.ui.widgets.progress_line import ProgressLine
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import ListRow, ListRowDelegate
from sponsor_app.ui.widgets.side_page import SidePage
from sponsor_app.ui.widgets.surface import Rule

SIDE, WIDE_SIDE = 540, 760


class Listing(StrEnum):
    """Which pairs are listed."""

    ACCOUNTS = "accounts"
    PEOPLE = "people"
    TWO_ACCOUNTS = "two accounts"
    TWO_PEOPLE = "two people"

    @property
    def kind(self) -> TwinKind:
        """What its pairs are."""
        accounts = self in (Listing.ACCOUNTS, Listing.TWO_ACCOUNTS)
        return TwinKind.ACCOUNT if accounts else TwinKind.CONTACT

    @property
    def apart(self) -> bool:
        """Whether its pairs are said to be two."""
        return self in (Listing.TWO_ACCOUNTS, Listing.TWO_PEOPLE)


class DuplicatesView(QWidget):
    """The parts and their places; it knows pairs, but asks nobody for them."""

    wanted = Signal(object)  # Listing

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listing = Listing.ACCOUNTS
        self.header = Header(
            tr("Duplicates"), tr("Nothing is ever merged by itself: you say which two are one.")
        )
        self.chips = {one: Chip(word, checkable=True) for one, word in _words().items()}
        self.pairs = RecordList[Pair](
            lambda one: one.key,
            lambda one: self._face(one).title,
            sentence=lambda one: self._face(one).sentence,
        )
        self.list = ListView(
            tr("Pairs, the likeliest first"),
            self.pairs,
            ListRowDelegate[Pair](self._face),
            fit=False,
            selects=True,
            click_opens=False,
        )
        self.pairs.setParent(self.list)
        self.list.setUniformItemSizes(True)
        self.side = TwinSide()
        self.progress = ProgressLine()
        self.none = {one: _nothing(one) for one in Listing}
        self._foot = Label("", "meta", "text3", flexible=True)
        self._lay_out()
        for one, chip in self.chips.items():
            chip.clicked.connect(partial(self._on_chip, one))
        self.mark()

    def show_pairs(self, found: Sequence[Pair], left: str = "") -> None:
        """Show the pairs of the listing that is chosen."""
        had_keyboard = self.list.hasFocus() or self.side.isAncestorOf(self.focusWidget() or self)
        self.pairs.show(found)
        self.progress.hide()
        self._arrange(bool(found))
        self._foot.set_text(left)
        if found and not self.list.selectionModel().hasSelection():
            self.list.select((self.list.current_record() or found[0]).key)
        if had_keyboard and not found:
            self.chips[self.listing].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_count(self, listing: Listing, count: int) -> None:
        """Say how many there are of a listing."""
        self.chips[listing].set_detail(number(count))
        if listing.apart:
            self.chips[listing].setVisible(count > 0 or listing is self.listing)

    def show_working(self, words: str, share: float | None) -> None:
        """Say how far the comparing is."""
        if share is None:
            self.progress.show_working(words)
        else:
            self.progress.show_progress(words, round(share * 100), 100)
        self.progress.show()

    def mark(self) -> None:
        """Show which listing is chosen."""
        for one, chip in self.chips.items():
            chip.setChecked(one is self.listing)
            self.none[one].setVisible(one is self.listing)

    def first_focus(self) -> QWidget:
        """The pairs, or the kinds of them."""
        return self.list if self.list.isVisibleTo(self) else self.chips[self.listing]

    def _face(self, one: Pair) -> ListRow:
        face: Callable[[Pair], ListRow] = apart_face if self.listing.apart else pair_face
        return face(one)

    def _on_chip(self, listing: Listing, _checked: bool = False) -> None:
        self.wanted.emit(listing)

    def _arrange(self, some: bool) -> None:
        self.list.setVisible(some)
        self._below.setVisible(some)
        self._hints.setVisible(not some)
        self.page.show_side(some)

    def _lay_out(self) -> None:
        chips = inset(holding(Flow(*self.chips.values(), gap=8)))
        caps = (KeyCap("M", tr("merge")), KeyCap("S", tr("swap")), KeyCap("N", tr("not the same")))
        foot = Row((self._foot, 1), *caps, gap=14, margins=(8, 7, 8, 9))
        self._below = holding(Column(inset(Rule()), foot))
        self._hints = holding(Column(*(inset(one) for one in self.none.values()), None))
        self._progress = inset(self.progress)
        main = Column(
            self.header,
            12,
            chips,
            8,
            self._progress,
            (self.list, 1),
            (self._hints, 1),
            self._below,
        )
        side = Column((self.side, 1), margins=(12, 25, 12, 0))
        self.page = SidePage(
            tr("Duplicates"), main, side, side_width=SIDE, wide_side_width=WIDE_SIDE
        )
        self.setLayout(Column((self.page, 1)))
        self._arrange(False)
        self._hints.hide()
        self.progress.hide()
        for one in (Listing.TWO_ACCOUNTS, Listing.TWO_PEOPLE):
            self.chips[one].hide()


def _words() -> dict[Listing, str]:
    return {
        Listing.ACCOUNTS: tr("Accounts"),
        Listing.PEOPLE: tr("People"),
        Listing.TWO_ACCOUNTS: tr("Accounts said to be two"),
        Listing.TWO_PEOPLE: tr("People said to be two"),
    }


def _nothing(listing: Listing) -> EmptyState:
    said = {
        Listing.ACCOUNTS: tr("No two accounts share a name, a web address, a number or a house."),
        Listing.PEOPLE: tr("No two people share a name at one account, an address or a number."),
    }
    two = tr("Of no two that look alike somebody said that they are not the same.")
    return EmptyState("circle-check", tr("Nothing here twice"), said.get(listing, two))
