"""The same issues as a list: sorted by any column, the keyboard on a row."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.ids import IssueId
from sponsor_app.domain.issue_board import BoardCard, Rung
from sponsor_app.ui.issues.words import due_of, rung_word
from sponsor_app.ui.widgets.boxes import Column as Below
from sponsor_app.ui.widgets.cell import Cell
from sponsor_app.ui.widgets.language import how_many, tr
from sponsor_app.ui.widgets.record_table import Column, RecordTable
from sponsor_app.ui.widgets.rows.issue_card import TONES
from sponsor_app.ui.widgets.states import state
from sponsor_app.ui.widgets.table_view import TableView

RUNGS = tuple(Rung)
NARROW, ROOMY = 700, 1100
OTHER = Qt.FocusReason.OtherFocusReason


class IssueList(QWidget):
    """Enter or double click opens, Space or click peeks; it answers as the board does."""

    opened = Signal(object)  # BoardCard
    peeked = Signal(object)  # BoardCard
    moved = Signal(object)  # BoardCard

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self.rows = RecordTable[BoardCard](self._columns(), lambda card: card.issue.id)
        self.view = TableView[BoardCard](tr("Issues as a list"), self.rows)
        self.rows.setParent(self.view)
        self.setLayout(Below((self.view, 1)))
        self.view.opened.connect(self.opened)
        self.view.peeked.connect(self.peeked)
        self.view.clicked.connect(self.view.peek_current)
        self.view.moved.connect(self._on_moved)

    def show_cards(self, cards: Sequence[BoardCard], today: date) -> None:
        """Show these issues, in the order they are sorted by."""
        self._today = today
        self.rows.show(cards)

    def current(self) -> BoardCard | None:
        """The issue that has the keyboard, or had it last."""
        return self.view.current_record()

    def select(self, issue_id: IssueId) -> bool:
        """Give an issue the keyboard; False when it is not here."""
        if all(card.issue.id != issue_id for card in self.rows.records):
            return False
        self.view.select(issue_id)
        self.view.setFocus(OTHER)
        return True

    def best(self) -> QWidget | None:
        """The rows; None without any."""
        if not self.rows.rowCount():
            return None
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.rows.index(0, 0))
        return self.view

    def stay(self) -> bool:
        """Give the keyboard to the rows; False without any."""
        part = self.best()
        if part is not None:
            part.setFocus(OTHER)
        return part is not None

    def has_keyboard(self) -> bool:
        """Whether the rows have it."""
        return self.view.hasFocus()

    def _on_moved(self, card: BoardCard | None) -> None:
        if card is not None and self.view.hasFocus():
            self.moved.emit(card)

    def _columns(self) -> tuple[Column[BoardCard], ...]:
        return (*self._what(), *self._where(), *self._word())

    def _what(self) -> tuple[Column[BoardCard], ...]:
        return (
            Column[BoardCard](
                tr("Severity"),
                lambda card: state(card.issue.severity).word,
                lambda card: card.issue.severity,
                lambda card: Cell(state=state(card.issue.severity)),
                width=84,
            ),
            Column[BoardCard](
                tr("Issue"),
                lambda card: card.issue.title,
                cell=lambda card: Cell(card.issue.title, "medium", "text"),
                accessible=self._sentence,
            ),
            Column[BoardCard](tr("Account"), lambda card: card.issue.account, width=170, wide=220),
        )

    def _where(self) -> tuple[Column[BoardCard], ...]:
        return (
            Column[BoardCard](
                tr("Where it stands"),
                lambda card: rung_word(card.rung),
                lambda card: RUNGS.index(card.rung),
                width=176,
                wide=190,
                hide_below=NARROW,
            ),
            Column[BoardCard](
                tr("Days there"),
                lambda card: str(self._days(card)),
                self._days,
                width=84,
                right=True,
                hide_below=ROOMY,
            ),
            Column[BoardCard](
                tr("With"),
                lambda card: card.issue.owner or tr("nobody"),
                width=150,
                hide_below=ROOMY,
            ),
        )

    def _word(self) -> tuple[Column[BoardCard], ...]:
        return (
            Column[BoardCard](
                tr("Called"),
                lambda card: tr("{called} of {heard}").format(called=card.called, heard=card.heard),
                lambda card: card.to_tell,
                width=76,
                right=True,
                hide_below=ROOMY,
            ),
            Column[BoardCard](
                tr("Next word to them"),
                lambda card: due_of(card, self._today)[0],
                lambda card: card.issue.next_update_due,
                self._due,
                width=132,
                right=True,
            ),
        )

    def _days(self, card: BoardCard) -> int:
        return max(0, (self._today - (card.since or card.issue.opened_on)).days)

    def _due(self, card: BoardCard) -> Cell:
        words, urgency = due_of(card, self._today)
        return Cell(words, "metaB", TONES[urgency]) if urgency else Cell(words)

    def _sentence(self, card: BoardCard) -> str:
        one = card.issue
        parts = (
            one.title,
            state(one.severity).word,
            one.account,
            tr("{rung} for {days}").format(
                rung=rung_word(card.rung), days=how_many(self._days(card), "day")
            ),
            due_of(card, self._today)[0],
        )
        return ", ".join(part for part in parts if part)
