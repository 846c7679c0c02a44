"""What the board shows, as one line of chips: its columns, the days it counts by, filters, comparing, saved views."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.board import EVERYTHING, WINDOWS, BoardView, By, Choice, window_words
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.report import CoverageReport
from sponsor_app.domain.saved_view import SavedView
from sponsor_app.domain.wording import capital, full_day
from sponsor_app.services import Services, saved_views
from sponsor_app.ui.coverage import choosing
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.boxes import Column, holding, inset
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.language import later, tr, understood
from sponsor_app.ui.widgets.menu import Entry, open_menu
from sponsor_app.ui.widgets.picker import Option, Picker
from sponsor_app.ui.widgets.tip import set_tip

BYS = (
    (By.TIER, later("By tier")),
    (By.REGION, later("By region")),
    (By.INDUSTRY, later("By industry")),
)


class BoardBar(QWidget):
    """`changed` tells what is wanted now, `compared` with which day, None for none."""

    changed = Signal(object)  # BoardView
    compared = Signal(object)  # date or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._report: CoverageReport | None = None
        self._asks: Picker | None = None
        self.view = EVERYTHING
        self.by = Chip("", "layout-grid", opens=True)
        self.window_chip = Chip("", "clock", opens=True)
        self.filter = Chip("", "list-filter", opens=True)
        self.compare = Chip("", "history", opens=True)
        self.views = Chip("", "star", opens=True)
        self.chosen: dict[Choice, Chip] = {}
        self._flow = Flow(self.by, self.window_chip, self.filter, self.compare, self.views)
        self.setLayout(Column(inset(holding(self._flow))))
        self.setAccessibleName(tr("What the board shows"))
        self._mark()
        self._listen()

    def work_at(self, desk: Desk) -> None:
        """Where saved views are kept."""
        self._desk = desk

    def show_report(self, report: CoverageReport) -> None:
        """Show what a report was made of."""
        self._report, self.view = report, report.view
        self._mark()

    def keys(self) -> dict[str, Callable[[], None]]:
        """The letters that choose."""
        return {
            "T": self.choose_by,
            "W": self.choose_window,
            "F": self.choose_filter,
            "M": self.choose_day,
            "O": self.choose_view,
        }

    def choose_by(self) -> None:
        """Ask for the columns."""
        entries = [
            Entry(tr(words), partial(self._take_by, by), checked=self.view.by is by)
            for by, words in BYS
        ]
        open_menu(self.by, entries)

    def choose_window(self) -> None:
        """Ask for the days within which it is counted who was seen."""
        entries = [
            Entry(
                capital(tr(window_words(days))),
                partial(self._take_window, days),
                checked=self.view.window == days,
            )
            for days in (None, *WINDOWS)
        ]
        open_menu(self.window_chip, entries)

    def choose_filter(self) -> None:
        """Ask for one thing to filter by, or to filter by no longer."""
        if self._report is not None:
            picker = self._picker()
            picker.ask(tr("Show only"), tr("A region, a tier, a name"), self._on_filter)
            picker.offer(choosing.filter_options(self._report))

    def choose_day(self) -> None:
        """Ask for the day to compare with."""
        if self._report is None:
            return
        picker, today = self._picker(), self._report.as_of

        def offer(text: str) -> None:
            picker.offer(choosing.past_options(text, today))

        picker.ask(tr("Compare with"), tr("1 Aug, 3 weeks, 2026-08-20"), self._on_day, offer)

    def choose_view(self) -> None:
        """Ask for a saved view, or for the name of a new one."""
        if self._desk is not None and self._report is not None:
            self._desk.operations.query(self, saved_views.listed, self._offer_views)

    def _offer_views(self, found: list[SavedView]) -> None:
        picker = self._picker()

        def offer(text: str) -> None:
            picker.offer(choosing.view_options(text, found, self.view))

        title = tr("Saved views") if found else tr("Save what you see as a view")
        hint = tr("A view, or a name for this one")
        picker.ask(title, hint, partial(self._on_view, found), offer)

    def _picker(self) -> Picker:
        if self._asks is None:
            self._asks = Picker(self.window())
        return self._asks

    def _on_filter(self, option: Option) -> None:
        if option.key == choosing.EVERYTHING:
            self._take(replace(self.view, choices=frozenset()))
        else:
            self._turn(choosing.choice_of(option.key))

    def _on_day(self, option: Option) -> None:
        self.compared.emit(date.fromisoformat(option.key))

    def _on_view(self, found: list[SavedView], option: Option) -> None:
        act, _, rest = option.key.partition(":")
        if act in (choosing.SAVE_MINE, choosing.SAVE_TEAM):
            self._save(rest, shared=act == choosing.SAVE_TEAM)
            return
        one = next(known for known in found if f"{known.key}:{known.shared}" == rest)
        if act == choosing.FORGET:
            self._run(lambda app: saved_views.forget(app, one))
        else:
            self._take(one.view)

    def _save(self, name: str, *, shared: bool) -> None:
        view = self.view
        self._run(lambda app: saved_views.save(app, name, view, shared=shared))

    def _run(self, work: Callable[[Services], Changes]) -> None:
        """Do it; what stays on this laptop is no step, but told with the way back."""
        here: list[str] = []

        def watched(app: Services) -> Changes:
            before = saved_views.kept_here(app)
            changes = work(app)
            here.extend((before, saved_views.kept_here(app)))
            return changes

        def then(changes: Changes) -> None:
            if changes.step is None and self._desk is not None:
                back, again = (partial(self._keep_here, one) for one in here)
                self._desk.tell(understood(changes.title), back, again)

        if self._desk is not None:
            self._desk.operations.command(watched, self, then=then)

    def _keep_here(self, text: str) -> None:
        if self._desk is not None:
            self._desk.operations.command(lambda app: saved_views.keep_here(app, text), self)

    def _turn(self, choice: Choice) -> None:
        self._take(self.view.turned(choice))

    def _take_by(self, by: By) -> None:
        self._take(replace(self.view, by=by))

    def _take_window(self, days: int | None) -> None:
        self._take(replace(self.view, window=days))

    def _take(self, view: BoardView) -> None:
        self.view = view
        self._mark()
        self.changed.emit(view)

    def _mark(self) -> None:
        moved = self._report.moved if self._report else None
        since = full_day(moved.since, self._report.as_of) if moved and self._report else ""
        compared = tr("Since {day}").format(day=since) if since else tr("Compare")
        for chip, words, tip, key in (
            (self.by, tr(dict(BYS)[self.view.by]), tr("Columns of the board"), "T"),
            (
                self.window_chip,
                capital(tr(window_words(self.view.window))),
                tr("Count who was seen within days"),
                "W",
            ),
            (self.filter, tr("Filter"), tr("Filter the accounts"), "F"),
            (self.compare, compared, tr("Compare with a day gone by"), "M"),
            (self.views, tr("Views"), tr("Saved views"), "O"),
        ):
            chip.show_value(words)
            set_tip(chip, tr("{what} ({key})").format(what=tip, key=key))
        self._show_choices()

    def _show_choices(self) -> None:
        for choice in [one for one in self.chosen if one not in self.view.choices]:
            chip = self.chosen.pop(choice)
            if chip.hasFocus():
                self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        if self._report is None:
            return
        for choice in sorted(self.view.choices - self.chosen.keys()):
            chip = Chip(choosing.choice_word(choice, self._report), "x", removable=True)
            set_tip(chip, tr("{only}: press to show the others too").format(only=chip.text()))
            chip.setChecked(True)
            chip.clicked.connect(partial(self._turn, choice))
            chip.removed.connect(partial(self._turn, choice))
            self.chosen[choice] = chip
            self._flow.addWidget(chip)

    def _listen(self) -> None:
        self.by.clicked.connect(self.choose_by)
        self.window_chip.clicked.connect(self.choose_window)
        self.filter.clicked.connect(self.choose_filter)
        self.compare.clicked.connect(self.choose_day)
        self.views.clicked.connect(self.choose_view)
