"""Coverage: who has been seen as promised, who has not, who owns nobody and who is drowning."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from sponsor_app.domain.board import EVERYTHING, BoardView, By
from sponsor_app.domain.brief.heading import not_in_step
from sponsor_app.domain.changes import Topic
from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.gaps import Gap, GapList
from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.report import CoverageReport
from sponsor_app.services import Services, coverage, preferences
from sponsor_app.ui.coverage.acts import Acts
from sponsor_app.ui.coverage.dragging import Giving
from sponsor_app.ui.coverage.export import Export
from sponsor_app.ui.coverage.lists import MOVED, Lists, Source, Spot
from sponsor_app.ui.coverage.memory import KEY, CoverageMemory, remembered
from sponsor_app.ui.coverage.peek import Peeked
from sponsor_app.ui.coverage.suggest import SuggestPanel
from sponsor_app.ui.coverage.table_part import Words
from sponsor_app.ui.coverage.view import CoverageView
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ToAccount, ToAct, ToRecord, ToReview
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.widgets.boxes import Column
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.letter_keys import bind_keys
from sponsor_app.ui.widgets.panel import Panel

OTHER = Qt.FocusReason.OtherFocusReason
COLUMNS, WIDE_COLUMNS = 4, 6
"""How many regions or industries have a column, the rest together; one more for those without any."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What the screen asks for; `memory` only the first time."""

    report: CoverageReport
    words: Words
    memory: CoverageMemory | None


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to see: a view, compared with a day, with so many columns; None is as the page was left."""

    view: BoardView | None
    against: date | None
    most: int


def read(app: Services, wish: Wish, shown: Listing | None) -> Listing:
    """The report, and how this page was left; words of accounts that are shown already are not made again."""
    memory = remembered(preferences.get(app, KEY)) if wish.view is None else None
    view = memory.view if memory else wish.view or EVERYTHING
    report = coverage.report(app, view, against=wish.against, most=wish.most)
    words = shown.words if shown else Words()
    return Listing(report, words.add(report), memory)


class CoverageScreen(Screen):
    """Arrows walk the grid; Enter lists a cell's accounts; letters act on the account and change what is shown."""

    topics = frozenset(
        {
            Topic.ACCOUNT,
            Topic.CONTACT,
            Topic.SPONSORSHIP,
            Topic.INTERACTION,
            Topic.ISSUE,
            Topic.MEMBER,
            Topic.COMMITMENT,
            Topic.REFERENCE,
            Topic.PULSE,
            Topic.POLICY,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Coverage"), parent)
        self._report: CoverageReport | None = None
        self._lists: Lists | None = None
        self._source: Source | None = None
        self._wanted: Gap | Spot | None = None
        self._listing: Listing | None = None
        self._memory = CoverageMemory()
        self._against: date | None = None
        self._follows, self._filling, self._as_table = True, False, False
        self.suggesting: SuggestPanel | None = None
        self.offered: Panel | None = None
        self.view = CoverageView()
        view = self.view
        self.export = Export(desk, view.export_button, view.progress, lambda: self._report)
        self.acts = Acts(desk, self, self._current, lambda: self._report)
        self.setLayout(Column((self.view, 1)))
        self.giving = Giving(desk, view)
        self.acts.selected = lambda: self.giving.selected(as_table=self._as_table)
        view.bar.work_at(desk)
        self._listen()

    # --- showing -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for the report."""
        known = self.view.bar.view if self._report is not None else None
        wish = Wish(known, self._against, WIDE_COLUMNS if self.view.page.wide else COLUMNS)
        shown = self._listing
        self.desk.operations.query(self, lambda app: read(app, wish, shown), self._show)

    def first_focus(self) -> QWidget:
        """The grid, or what shall be done first."""
        view = self.view
        if self._report is not None and not self._report.whole:
            return view.nothing.action
        if self._as_table:
            return view.table.first_focus()
        return view.board.grid if view.board.isVisibleTo(view) else view.gaps

    def show_gap(self, gap: Gap) -> None:
        """Show one of the gap lists, now or as soon as it is known."""
        self._wanted = gap
        if self._report is not None:
            self._show_wanted()

    def show_member(self, member_id: MemberId) -> None:
        """Show what one of us owns, now or as soon as it is known; without an account, among those who own none."""
        self._wanted = (member_id, None)
        if self._report is not None:
            self._show_wanted()

    def show_table(self, *, as_table: bool) -> None:
        """Show all accounts as a table, or sponsors by tier."""
        if self._report is None or not self._report.whole:
            return
        self._as_table = as_table
        if as_table:
            words = self._listing.words if self._listing else Words()
            self.view.table.show_report(self._report, words.folded)
        self.view.totals.choose(self.view.table.total if as_table else None)
        self.view.arrange(self._report, as_table=as_table)
        self.first_focus().setFocus(OTHER)
        self._remember(replace(self._memory, as_table=as_table))

    def _show(self, listing: Listing) -> None:
        report = listing.report
        focused, had_keyboard = QApplication.focusWidget(), self._has_keyboard()
        self._report, self._listing, self._lists = report, listing, Lists(report)
        if listing.memory is not None:
            self._recall(listing.memory)
        self._filling = True
        self.view.show_report(report, not_in_step(report.devices, report.as_of))
        if self._as_table:
            self.view.table.show_report(report, listing.words.folded)
        self.view.arrange(report, as_table=self._as_table and bool(report.whole))
        self._filling = False
        if self._follows and (self._source is None or self._has_lost(self._source)):
            self._source = self.view.board.spot()
        self._peek_at(self._source)
        went = focused is not None and not focused.isVisible()
        if had_keyboard and (listing.memory is not None or went):
            self.first_focus().setFocus(OTHER)
        self._show_wanted()

    def _has_lost(self, source: Source) -> bool:
        """Whether the cell that is shown stood in a column that is there no longer."""
        return isinstance(source, tuple) and not self.view.board.has_column(source[1])

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is None or self.isAncestorOf(focused)

    def _show_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        if self._as_table:
            self.show_table(as_table=False)
        if isinstance(wanted, Gap):
            self._show_gap(wanted)
        elif self.view.board.select(*wanted):
            self._enter(wanted)
        else:
            self._show_gap(Gap.NO_ACCOUNT)
            self.view.peek.list.select(wanted[0])

    def _show_gap(self, gap: Gap) -> None:
        self.view.gaps.pick(gap)
        self._peek_at(gap)
        self.view.gaps.setFocus(OTHER)

    # --- peeking -----------------------------------------------------------------------------

    def _peek_at(self, source: Source | None) -> None:
        """Show who is in a list."""
        if self._lists is None or source is None:
            return
        self._source, self._follows = source, True
        self.view.peek.show_list(self._lists.of(source))
        if not self._as_table:
            is_total = not isinstance(source, (tuple, Gap))
            self.view.totals.choose(source if is_total else None)

    def _enter(self, source: Source) -> None:
        """Show who is in a list, and give them the keyboard."""
        self._peek_at(source)
        if self.view.peek.rows.records:
            self.view.peek.list.setFocus(OTHER)

    def _leave(self) -> None:
        """Give the keyboard back to where the list was opened; pressed outside the list, close it."""
        reading, source = self.view.peek.list.hasFocus(), self._source
        # The keyboard goes first: what is hidden with it would hand it to the next list.
        if isinstance(source, Gap):
            self.view.gaps.setFocus(OTHER)
        else:
            self.first_focus().setFocus(OTHER)
        if not reading:
            self._source, self._follows = None, False
            self.view.totals.choose(None)
            self.view.peek.show_nothing()

    def _on_spot(self, spot: Spot) -> None:
        if self._follows and not self._filling:
            self._peek_at(spot)

    def _on_gap_moved(self, found: GapList | None) -> None:
        if found is not None and self.view.gaps.hasFocus() and not self._filling:
            self._peek_at(found.gap)

    def _on_gap_opened(self, found: GapList) -> None:
        self._enter(found.gap)

    def _on_gap_peeked(self, found: GapList) -> None:
        self._peek_at(found.gap)

    def _on_total(self, key: str | None) -> None:
        if self._as_table:
            self.view.table.narrow_to(key)
            self._remember(replace(self._memory, total=key))
        else:
            self._peek_at(key or self.view.board.spot())

    # --- acting ------------------------------------------------------------------------------

    def _open(self, one: Peeked) -> None:
        if isinstance(one, CoverageRow):
            self.desk.go(ToAccount(one.account_id))
        elif one.accounts:
            self._enter((one.id, None))
        else:
            self.desk.go(ToRecord("member", one.id))

    def _current(self) -> Peeked | None:
        return (
            self.view.table.table.current_record() if self._as_table else self.view.peek.current()
        )

    def suggest(self) -> None:
        """Show who should own what, in place of the board."""
        if self._may_offer():
            self.suggesting = SuggestPanel(self.desk)
            self._offer(self.suggesting)
            self.suggesting.ask()

    def show_health(self) -> None:
        """Show the health of the program, in place of the board."""
        if self._may_offer():
            from sponsor_app.ui.coverage.health_panel import HealthPanel  # noqa: PLC0415 - late

            panel = HealthPanel(self.desk)
            self._offer(panel)
            panel.ask()

    def plan_ahead(self) -> None:
        """Show who should see whom in the weeks ahead, in place of the board."""
        if self._may_offer():
            from sponsor_app.ui.coverage.plan_panel import PlanPanel  # noqa: PLC0415 - late

            panel = PlanPanel(self.desk)
            self._offer(panel)
            panel.ask()

    def _may_offer(self) -> bool:
        return bool(self._report and self._report.whole) and self.offered is None

    def _offer(self, panel: Panel) -> None:
        self.offered = panel
        panel.closed.connect(self._close_offered)
        self.view.offer(panel)

    def _close_offered(self) -> None:
        self.offered = self.suggesting = None
        self.view.offer(None)
        self.view.arrange(self._report, as_table=self._as_table)
        self.first_focus().setFocus(OTHER)

    def review(self) -> None:
        """The one-to-one with the sponsor of the cell, or of what has the keyboard in a list."""
        spot = self.view.board.spot() if self.view.board.grid.hasFocus() else None
        if spot is not None:
            self.desk.go(ToReview(spot[0]))
        else:
            self.acts.review()

    def _turn(self) -> None:
        self.show_table(as_table=not self._as_table)

    def _import(self) -> None:
        self.desk.go(ToAct("import"))

    # --- changing what is shown ------------------------------------------------------------------

    def _on_view(self, view: BoardView) -> None:
        self._remember(replace(self._memory, view=view))
        self.refresh()

    def _compare(self, day: date | None) -> None:
        self._against = day
        if day is not None:
            self._source, self._follows = MOVED, True
        elif self._source == MOVED:
            self._source = None
        self.refresh()

    def _stop_comparing(self) -> None:
        self._compare(None)

    def _on_wide(self, _wide: bool) -> None:
        if self._report is not None and self._report.view.by is not By.TIER:
            self.refresh()

    # --- remembering -------------------------------------------------------------------------

    def _recall(self, memory: CoverageMemory) -> None:
        self._memory, self._as_table = memory, memory.as_table
        self.view.table.total = memory.total
        self.view.table.table.sortByColumn(memory.column, memory.order)
        if memory.as_table:
            self.view.totals.choose(memory.total)

    def _remember(self, memory: CoverageMemory) -> None:
        if self._report is not None and memory != self._memory:
            self._memory = memory
            text = memory.to_text()
            self.desk.operations.query(
                self, lambda app: preferences.put(app, KEY, text), lambda _kept: None
            )

    def _on_sorted(self, column: int, order: Qt.SortOrder) -> None:
        down = order == Qt.SortOrder.DescendingOrder
        self._remember(replace(self._memory, column=column, down=down))

    def _on_widened(self) -> None:
        self.view.totals.choose(None)
        self._remember(replace(self._memory, total=None))

    def _listen(self) -> None:
        view = self.view
        view.board.moved.connect(self._on_spot)
        view.board.opened.connect(self._enter)
        view.board.peeked.connect(self._peek_at)
        view.gaps.moved.connect(self._on_gap_moved)
        view.gaps.opened.connect(self._on_gap_opened)
        view.gaps.peeked.connect(self._on_gap_peeked)
        view.totals.chosen.connect(self._on_total)
        view.peek.opened.connect(self._open)
        view.peek.closed.connect(self._leave)
        view.peek.acts.pressed.connect(self.acts.do)
        view.bar.changed.connect(self._on_view)
        view.bar.compared.connect(self._compare)
        view.moved.acted.connect(lambda: self._enter(MOVED))
        view.moved.closed.connect(self._stop_comparing)
        view.disputed.acted.connect(lambda: self.show_gap(Gap.SEVERAL_SPONSORS))
        view.page.widened.connect(self._on_wide)
        view.table.table.opened.connect(self._open)
        view.table.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)
        view.table.widened.connect(self._on_widened)
        view.view_button.clicked.connect(self._turn)
        view.nothing.acted.connect(self._import)
        offers = {"S": self.suggest, "N": self.plan_ahead, "H": self.show_health}
        for key, button in view.offering().items():
            button.clicked.connect(offers[key])
        at_once = {"V": self._turn, "E": self.export.choose, **offers}
        of_lists = self.acts.keys()
        at_once |= {key: of_lists.pop(key) for key in "AB"}
        bind_keys(self, at_once)
        # In the table letters are what is typed to filter it; there these keys stay away.
        for part in view.lettered():
            bind_keys(part, {**of_lists, **view.bar.keys(), "R": self.review})
