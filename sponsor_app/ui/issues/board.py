"""The board: four columns of cards, walked with the arrow keys."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.ids import IssueId
from sponsor_app.domain.issue_board import BoardCard, Rung
from sponsor_app.ui.issues.card_column import CardColumn, Cards
from sponsor_app.ui.issues.words import card_of
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Row, holding
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.rows.issue_card import IssueCard, IssueCardDelegate
from sponsor_app.ui.widgets.scroll_area import ScrollArea
from sponsor_app.ui.widgets.scroll_bar import with_grips
from sponsor_app.ui.widgets.theme import px

NARROWEST, LOWEST, APART = 208, 240, 16


class Board(ScrollArea):
    """Left and Right change the column. Columns that are too narrow for their cards scroll sideways."""

    opened = Signal(object)  # BoardCard: Enter or double click
    peeked = Signal(object)  # BoardCard: Space or click
    moved = Signal(object)  # the BoardCard that has the keyboard now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._today = date.min
        self._faces: dict[IssueId, IssueCard] = {}
        self._last = 0
        self.columns = [CardColumn(rung, IssueCardDelegate[BoardCard](self._face)) for rung in Rung]
        row = Row(gap=APART, margins=(8, 0, 8, 0))
        for column in self.columns:
            row.add((column, 1))
        self._inner = holding(row, ground=True)
        self.hold(self._inner)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        with_grips(self)
        self.setAccessibleName(tr("Issues by rung of the ladder"))
        for place, column in enumerate(self.columns):
            self._listen(place, column)
        theme.follow(self)
        self.restyle()

    def restyle(self) -> None:
        """Give every column the least it needs at the zoom in force."""
        for column in self.columns:
            column.setMinimumWidth(px(NARROWEST))
        self.setMinimumHeight(px(LOWEST))

    def show_cards(self, cards: Sequence[BoardCard], today: date) -> None:
        """Show these issues, the most severe first, those due soonest before others."""
        self._today = today
        self._faces.clear()
        for rung, column in zip(Rung, self.columns, strict=True):
            column.show_cards(sorted((one for one in cards if one.rung is rung), key=_order))

    def current(self) -> BoardCard | None:
        """The issue that has the keyboard, or had it last."""
        return self.columns[self._last].cards.current_record()

    def select(self, issue_id: IssueId) -> bool:
        """Give an issue the keyboard, in whatever column it stands; False when it is not here."""
        for column in self.columns:
            row = column.model.row_of(issue_id)
            if row >= 0:
                column.cards.enter(row)
                return True
        return False

    def best(self) -> Cards | None:
        """The column that had the keyboard last, or the nearest with a card; None without any."""
        near = sorted(range(len(self.columns)), key=lambda place: abs(place - self._last))
        full = (self.columns[place] for place in near if self.columns[place].model.rowCount())
        return next((column.cards for column in full), None)

    def stay(self) -> bool:
        """Give the keyboard to the best column; False without any."""
        cards = self.best()
        if cards is not None:
            cards.enter(max(0, cards.currentIndex().row()))
        return cards is not None

    def has_keyboard(self) -> bool:
        """Whether one of the columns has it."""
        return any(column.cards.hasFocus() for column in self.columns)

    def _face(self, card: BoardCard) -> IssueCard:
        """Its words are put together once, however often it is measured and painted."""
        known = self._faces.get(card.issue.id)
        if known is None:
            known = self._faces[card.issue.id] = card_of(card, self._today)
        return known

    def _listen(self, place: int, column: CardColumn) -> None:
        cards = column.cards
        cards.opened.connect(self.opened)
        cards.peeked.connect(self.peeked)
        cards.clicked.connect(cards.peek_current)
        cards.turned.connect(partial(self._turn, place))
        cards.entered.connect(partial(self._on_entered, place))
        cards.moved.connect(partial(self._on_moved, place))

    def _turn(self, place: int, by: int) -> None:
        row = self.columns[place].cards.currentIndex().row()
        place += by
        while 0 <= place < len(self.columns):
            if self.columns[place].model.rowCount():
                self.columns[place].cards.enter(row)
                return
            place += by

    def _on_entered(self, place: int) -> None:
        self._last = place
        for other, column in enumerate(self.columns):
            if other != place:
                column.cards.release()
        self.ensureWidgetVisible(self.columns[place], px(APART), 0)
        self._tell(place)

    def _on_moved(self, place: int, _card: object) -> None:
        if self.columns[place].cards.hasFocus():
            self._tell(place)

    def _tell(self, place: int) -> None:
        card = self.columns[place].cards.current_record()
        if card is not None:
            self.moved.emit(card)


def _order(card: BoardCard) -> tuple[int, date, int]:
    one = card.issue
    return one.severity, one.next_update_due or date.max, one.number
