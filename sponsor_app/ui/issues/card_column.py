"""One column of the board: a rung of the ladder and the issues that stand on it."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.issue_board import BoardCard, Rung
from sponsor_app.ui.issues.words import rung_word
from sponsor_app.ui.widgets.boxes import Column, Row
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.row_delegate import RowDelegate
from sponsor_app.ui.widgets.rows.issue_card import IssueCard, IssueCardDelegate
from sponsor_app.ui.widgets.surface import Rule

SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
Flag = QItemSelectionModel.SelectionFlag


class Cards(ListView[BoardCard]):
    """`turned` asks for the column to the left (-1) or to the right (1); `entered` tells of the keyboard."""

    turned = Signal(int)
    entered = Signal()

    def __init__(
        self, name: str, model: RecordList[BoardCard], delegate: RowDelegate[BoardCard, IssueCard]
    ) -> None:
        super().__init__(
            name, model, delegate, fit=False, selects=True, click_opens=False, fades=True
        )

    def enter(self, row: int) -> None:
        """Take the keyboard at a row, or at the last one."""
        self._go_to(row)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def release(self) -> None:
        """Another column has the keyboard."""
        self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = SIDEWAYS.get(Qt.Key(event.key()), 0)
        if step:
            self.turned.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._go_to(max(0, self.currentIndex().row()))
        self.entered.emit()

    def _go_to(self, row: int) -> None:
        model = self.model()
        index = model.index(min(row, model.rowCount() - 1), 0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)


class CardColumn(QWidget):
    """Head, count, hairline, cards; an empty one says so."""

    def __init__(self, rung: Rung, delegate: IssueCardDelegate[BoardCard]) -> None:
        super().__init__()
        name = rung_word(rung)
        self.model = RecordList[BoardCard](
            lambda card: card.issue.id,
            lambda card: card.issue.title,
            accessible=lambda card: delegate.face(card).sentence,
            tip=lambda card: card.issue.title,
        )
        self.cards = Cards(name, self.model, delegate)
        self.model.setParent(self.cards)
        self._count = Label("", "meta", "text3", beside="strong", whole=True)
        self._none = Label(tr("None"), "meta", "text3")
        head = Row(Label(name, "strong"), self._count, None)
        self.setLayout(Column(head, 7, Rule(), 10, self._none, (self.cards, 1)))
        self.setAccessibleName(name)

    def show_cards(self, cards: list[BoardCard]) -> None:
        """Show the issues of this rung."""
        self.model.show(cards)
        self._count.set_text(str(len(cards)))
        self._none.setVisible(not cards)
        policy = Qt.FocusPolicy.StrongFocus if cards else Qt.FocusPolicy.NoFocus
        self.cards.setFocusPolicy(policy)
