"""The next visits: the first as a card, the others as rows, each with what matters and what can be done about it."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.today import TodayPage, Visit, invited
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ToBrief
from sponsor_app.ui.today.next_visit import NextVisit
from sponsor_app.ui.today.rows import FirstFew
from sponsor_app.ui.today.visit_panel import VisitPanel, call_off, log, open_account
from sponsor_app.ui.today.visit_words import row_of
from sponsor_app.ui.widgets.boxes import Column, holding, inset
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.letter_keys import bind_keys
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.visit_row import VisitRow, VisitRowDelegate
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds

MOST_VISITS = (3, 6)
LEFT = 132  # where the names of the rows begin
LETTERS = ("l", "m", "c", "o", "k")


class VisitRows(Unfolds[Visit, VisitRow], VisitRowDelegate[Visit]):
    """Rows that unfold."""


class Coming(QWidget):
    """Enter opens the brief, Space shows what can be done, L M C O K do it at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._page: TodayPage | None = None
        self.card = NextVisit()
        self.panel: VisitPanel | None = None
        self.model = RecordList[Visit](
            lambda visit: visit.plan.id,
            lambda visit: self._row(visit).title,
            sentence=lambda visit: self._row(visit).sentence,
        )
        self.list = UnfoldingList(tr("Next visits"), self.model, VisitRows(self._row), left=LEFT)
        self.later = FirstFew(self.list, self.model, MOST_VISITS, "")
        self._below = Column(margins=(0, 8, 0, 0))
        self._slot = holding(self._below)
        self._slot.hide()
        self._holder = holding(Column(inset(self.card), inset(self._slot), 14))
        self.setLayout(Column(self._holder, self.later))
        self.card.opened.connect(self.brief)
        self.list.opened.connect(self._brief)
        self.list.peeked.connect(self._unfold)
        self.list.typed.connect(self._on_typed)
        bind_keys(self.card, {one.upper(): partial(self._on_card, one) for one in LETTERS})
        self.card.more_asked.connect(self._on_more)

    def show_page(self, page: TodayPage) -> None:
        """Show the visits of the next 30 days."""
        before = self._first()
        self._page = page
        first = self._first()
        if first is not None:
            self.card.show_visit(page)
        if before is None or first is None or before.plan != first.plan:
            self._drop()
        self._holder.setVisible(first is not None)
        self.later.show_records(page.visits[1:])
        self.later.setVisible(len(page.visits) > 1)

    def brief(self) -> None:
        """The brief of the next visit."""
        first = self._first()
        if first is not None:
            self._brief(first)

    # --- acting ---------------------------------------------------------------------------

    def _first(self) -> Visit | None:
        return self._page.visits[0] if self._page is not None and self._page.visits else None

    def _brief(self, visit: Visit) -> None:
        plan = visit.plan
        if plan.account_id is not None:
            self.desk.go(ToBrief(plan.account_id, invited(plan)))

    def _row(self, visit: Visit) -> VisitRow:
        return row_of(visit, self._page.today if self._page else visit.plan.on)

    def _day(self) -> date:
        return self._page.today if self._page is not None else date.min

    def _act(self, visit: Visit, letter: str) -> None:
        if letter == "l":
            log(self.desk, visit.plan, self._day())
        elif letter == "c":
            call_off(self.desk, visit.plan)
        elif letter == "o":
            open_account(self.desk, visit.plan)

    def _unfold(self, visit: Visit) -> None:
        if self.list.unfolded == visit.plan.id:
            self.list.fold()
        else:
            self._unfolded(visit)

    def _unfolded(self, visit: Visit) -> VisitPanel:
        panel = VisitPanel(self.desk, visit.plan, self._day())
        panel.finished.connect(self.list.fold)
        panel.typed.connect(self._on_typed)
        self.list.unfold(panel)
        return panel

    def _on_typed(self, text: str) -> None:
        visit = self.list.current_record()
        if visit is not None and text == "m":
            self._unfolded(visit).ask_day()
        elif visit is not None and text == "k":
            self._unfolded(visit).calendar.click()
        elif visit is not None and text == "r":
            self._unfolded(visit).remind.click()
        elif visit is not None:
            self._act(visit, text)

    # --- the card -------------------------------------------------------------------------

    def _on_more(self) -> None:
        first = self._first()
        if self.panel is not None:
            self._close_panel()
        elif first is not None:
            self._open_panel(first)

    def _on_card(self, letter: str) -> None:
        first = self._first()
        if first is not None and letter == "m":
            self._open_panel(first).ask_day()
        elif first is not None and letter == "k":
            self._open_panel(first).calendar.click()
        elif first is not None and letter == "r":
            self._open_panel(first).remind.click()
        elif first is not None:
            self._act(first, letter)

    def _open_panel(self, first: Visit) -> VisitPanel:
        self._drop()
        panel = self.panel = VisitPanel(self.desk, first.plan, self._day())
        panel.closed.connect(self._close_panel)
        panel.finished.connect(self._close_panel)
        panel.typed.connect(self._on_card)
        self._below.add(panel)
        self._slot.show()
        panel.begin()
        return panel

    def _close_panel(self) -> None:
        self._drop()
        self.card.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self) -> None:
        panel, self.panel = self.panel, None
        if panel is not None:
            self._slot.hide()
            panel.setParent(None)
            panel.deleteLater()
