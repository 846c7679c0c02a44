"""How the issues page is laid out: filters and report above, the board, one issue at the side."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.issue_board import BoardCard, IssueBoard
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.issues.board import Board
from sponsor_app.ui.issues.issue_list import IssueList
from sponsor_app.ui.issues.peek import Peek
from sponsor_app.ui.issues.words import ALL, MINE, SEVERE, board_line, passing
from sponsor_app.ui.panels.open_issue import OpenIssue
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, Row, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.page import Header
from sponsor_app.ui.widgets.side_page import SidePage
from sponsor_app.ui.widgets.surface import Rule
from sponsor_app.ui.widgets.theme import px

SIDE, WIDE_SIDE, ROOMY = 340, 400, 640


class IssuesView(QWidget):
    """The parts and their places; it knows boards, but asks nobody for them."""

    filtered = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = ALL
        self.header = Header(tr("Issues"))
        self.chips = {
            ALL: Chip(tr("All"), checkable=True),
            SEVERE: Chip(tr("Sev 1–2"), checkable=True),
            MINE: Chip(tr("Mine"), checkable=True),
        }
        self.report_button = Button(tr("Report an issue"), "plus", shortcut="N")
        self.form = OpenIssue()
        self.board = Board()
        self.table = IssueList()
        self.as_list = False
        self.view_button = Button("", "", "quiet", shortcut="V")
        self.peek = Peek(desk)
        self.nothing = EmptyState(
            "circle-alert",
            tr("No issue is open"),
            tr("Quiet is not the same as content: ask them, and say how to reach you."),
            action=tr("Report an issue"),
            action_icon="plus",
        )
        self.no_match = Label("", "body", "text2", wrap=True)
        self.show_all = Button(tr("Show all issues"), kind="link")
        self._lay_out()
        for what, chip in self.chips.items():
            chip.clicked.connect(partial(self._on_chip, what))
        self.show_all.clicked.connect(partial(self.choose_filter, ALL))
        self.show_peek(shown=False)
        self._name_view()
        self._mark()
        theme.follow(self)

    def choose_filter(self, what: str = ALL, _checked: bool = False) -> None:
        """Narrow the board to what fits."""
        self.filter = what
        self._mark()
        self.filtered.emit()

    def show_board(self, board: IssueBoard, cards: Sequence[BoardCard]) -> None:
        """Show the cards that fit the filter, and say what there is in all."""
        self.header.set_line(board_line(board) if board.cards else "")
        for what, chip in self.chips.items():
            chip.set_detail(number(passing(board, what)))
        self.cards.show_cards(cards, board.as_of)  # the other one when it is turned to
        none, no_match = not board.cards, bool(board.cards) and not cards
        self.no_match.set_text(tr("No issue fits this filter."))
        self.board.setVisible(bool(cards) and not self.as_list)
        self.table.setVisible(bool(cards) and self.as_list)
        self._keys.setVisible(bool(cards))
        self._nothing.setVisible(none)
        self._no_match.setVisible(no_match)
        for part in (self._filters, self.report_button, self.view_button):
            part.setVisible(not none)

    @property
    def cards(self) -> Board | IssueList:
        """The board or the list, whichever is shown."""
        return self.table if self.as_list else self.board

    def turn(self) -> None:
        """Show the list instead of the board, or the board again."""
        self.as_list = not self.as_list
        self._name_view()
        self.filtered.emit()

    def _name_view(self) -> None:
        words, icon = (tr("Board"), "layout-grid") if self.as_list else (tr("List"), "list-filter")
        self.view_button.set_label(words, icon)

    def show_peek(self, *, shown: bool) -> None:
        """Give the side to one issue, or its room back to the board."""
        self.page.show_side(shown)
        self._fit()

    def first_action(self) -> QWidget | None:
        """What can be pressed where there is no card."""
        for part in (self.nothing.action, self.show_all):
            if part.isVisibleTo(self):
                return part
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def restyle(self) -> None:
        """Place the filters anew at the zoom in force."""
        self._fit()

    def _fit(self) -> None:
        """Where the title leaves no room for them, the filters stand below it."""
        page = self.page
        beside = page.side.isVisibleTo(page) and not page.folded
        room = self.width() - (page.side.maximumWidth() if beside else 0)
        place = self._below if room < px(ROOMY) else self._beside
        place.addWidget(self._filters, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_chip(self, what: str, _checked: bool = False) -> None:
        self.choose_filter(what)

    def _mark(self) -> None:
        for what, chip in self.chips.items():
            chip.setChecked(what == self.filter)

    def _lay_out(self) -> None:
        self._filters = holding(Row(*self.chips.values()))
        self._beside, self._below = Row(self._filters), Row(margins=(8, 0, 8, 0))
        self.header.add_action(holding(self._beside))
        self.header.add_action(self.view_button)
        self.header.add_action(self.report_button)
        self.form.hide()
        self._keys = _keys()
        self._nothing = holding(Column(inset(self.nothing), None))
        self._no_match = holding(
            Column(inset(self.no_match), 4, Row(self.show_all, None, margins=(4, 0, 0, 0)), None)
        )
        for part in (self._keys, self._nothing, self._no_match, self.table):
            part.hide()
        main = Column(
            self.header,
            4,
            self._below,
            10,
            inset(self.form),
            6,
            (self.board, 1),
            (self.table, 1),
            (self._nothing, 1),
            (self._no_match, 1),
            self._keys,
        )
        side = Column((self.peek, 1), margins=(12, 20, 12, 0))
        self.page = SidePage(tr("Issues"), main, side, side_width=SIDE, wide_side_width=WIDE_SIDE)
        self.setLayout(Column((self.page, 1)))


def _keys() -> QWidget:
    """What the keys do here."""
    caps = (
        KeyCap("Enter", tr("account")),
        KeyCap("Space", tr("look closer")),
        KeyCap("U", tr("update")),
        KeyCap("R", tr("resolve")),
        KeyCap("E", tr("escalate")),
        KeyCap("T", tr("they know")),
        KeyCap("Ctrl+→", tr("move on")),
        KeyCap("V", tr("list or board")),
    )
    foot = Row((holding(Flow(*caps, gap=14)), 1), margins=(8, 7, 8, 9))
    return holding(Column(inset(Rule()), foot))
