"""The weeks ahead, in place of the board: visits by day, each chosen or not, moved by keyboard or dragged, planned as one step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.planning import (
    WEEKS,
    Proposed,
    VisitPlan,
    next_week,
    next_workday,
    plan_words,
)
from sponsor_app.domain.wording import full_day
from sponsor_app.services import Services, planning
from sponsor_app.ui.coverage.dragging import Carrying
from sponsor_app.ui.coverage.visit_calendar import VisitCalendar
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.saving import Asked, Saving
from sponsor_app.ui.widgets.boxes import Row, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.letter_keys import bind_keys
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import ListRow, PeekRowDelegate
from sponsor_app.ui.widgets.spoken import announce

USUAL, UP_DOWN = 8, {"Up": -1, "Down": 1}


@dataclass(frozen=True, slots=True)
class Offer:
    """A proposed visit, and whether it is chosen."""

    visit: Proposed
    taken: bool


class PlanPanel(Panel):
    """Space, Enter or a click chooses a visit or leaves it out, Alt and an arrow or a drag onto the calendar moves it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.plan: VisitPlan | None = None
        self._visits: dict[AccountId, Proposed] = {}
        self._chosen: set[AccountId] = set()
        self.head = Label("", "strong", wrap=True)
        choices = [(str(weeks), tr("{count} weeks").format(count=weeks)) for weeks in WEEKS]
        self.weeks = ChipChoice(tr("How far ahead"), choices, needed=True)
        self.weeks.choose(str(USUAL))
        self.accept_button = Button("", "check", "primary")
        self.all_button = Button(tr("Choose all"), kind="quiet")
        self.none_button = Button(tr("Choose none"), kind="quiet")
        self.save_button = Button(tr("Calendar"), "calendar-days", "quiet", shortcut="K")
        self.close_button = Button(tr("Close"), kind="quiet", shortcut="Esc")
        self.saving = Saving(desk, self.save_button)
        self.rows = RecordList[Offer](
            lambda one: one.visit.row.account_id,
            lambda one: self._face(one).title,
            accessible=lambda one: self._face(one).sentence,
            tip=lambda one: "; ".join(one.visit.because),
        )
        self.list = self._make_list()
        self.calendar = VisitCalendar()
        self.carrying = Carrying(self.list, self._taken)
        choosing = (self.all_button, self.none_button, self.save_button)
        acts = Row(self.accept_button, *choosing, None, self.close_button)
        keys = KeyCap("Space", tr("choose")), KeyCap("Alt ← ↑ → ↓", tr("another day"))
        self.both = holding(Row((self.list, 4), (self.calendar, 5), gap=16))
        body = (self.head, Row((self.weeks, 1), *keys), (self.both, 1), self.saving.progress, acts)
        super().__init__(tr("Plan the weeks ahead"), *body)
        self._listen()

    def ask(self) -> None:
        """Work out who should see whom."""
        weeks = int(self.weeks.value or USUAL)
        self.forgive()
        self.begin(self.close_button)
        self._desk.operations.query(self, lambda app: planning.propose(app, weeks), self._show)

    def chosen(self) -> list[Proposed]:
        """The visits that would be planned, by day."""
        found = [one for at, one in self._visits.items() if at in self._chosen]
        return sorted(found, key=lambda one: (one.on, one.row.account))

    def put_off(self, day: Callable[[date, int], date], by: int) -> None:
        """Put the visit that has the keyboard a `day` later or earlier, as `next_workday` or `next_week` says."""
        offer = self.list.current_record()
        if offer is not None:
            self.put_on([offer.visit.row.account_id], day(offer.visit.on, by))

    def put_on(self, accounts: Sequence[AccountId], on: date) -> None:
        """Put visits on a day of the plan; the keyboard stays with the first."""
        if self.plan is None or not self.plan.ahead.today <= on <= self.plan.ahead.until:
            return
        for account_id in accounts:
            if account_id in self._visits:
                self._visits[account_id] = self._visits[account_id].moved(on)
        self._fill()
        if accounts:
            self.list.select(accounts[0])
            announce(self, self._face(Offer(self._visits[accounts[0]], taken=True)).title)

    def save(self) -> None:
        """Ask where the calendar shall be."""
        visits, plan = self.chosen(), self.plan
        if not visits or plan is None:
            return

        def write(app: Services, path: Path) -> Path:
            return planning.write_calendar(app, visits, path)

        name = tr("Visits from {day}").format(day=plan.ahead.today.isoformat())
        self.saving.ask(Asked(tr("Save the plan"), f"{name}.ics", (("ics", "Calendar"),), write))

    def _make_list(self) -> ListView[Offer]:
        made = ListView(
            tr("Proposed visits"),
            self.rows,
            PeekRowDelegate[Offer](self._face),
            fit=False,
            selects=True,
            ground="surface",
        )
        self.rows.setParent(made)
        made.setUniformItemSizes(True)
        return made

    def _show(self, plan: VisitPlan) -> None:
        self.plan = plan
        self._visits = {one.row.account_id: one for one in plan.proposals}
        self._chosen = set(self._visits)
        self._fill()
        found = bool(self._visits)
        self.both.setVisible(found)
        for button in (self.accept_button, self.all_button, self.none_button, self.save_button):
            button.setVisible(found)
        if found:
            self.list.select(plan.proposals[0].row.account_id)
        self.begin(self.list if found else self.close_button)

    def _face(self, offer: Offer) -> ListRow:
        one, taken = offer.visit, offer.taken
        today = self.plan.ahead.today if self.plan else one.on
        where = f" · {one.city}" if one.city else ""
        return ListRow(
            f"{full_day(one.on, today)} · {one.row.account}{where}",
            "; ".join((one.member, *one.because)),
            tr("chosen") if taken else tr("left out"),
            "circle-check" if taken else "circle",
            "accent" if taken else "text3",
        )

    def _fill(self) -> None:
        visits = sorted(
            self._visits.values(), key=lambda one: (one.on, one.member, one.row.account)
        )
        self.rows.show([Offer(one, one.row.account_id in self._chosen) for one in visits])
        if self.plan is not None:
            self.calendar.show_plan(self.plan.ahead, visits, frozenset(self._chosen))
        chosen = self.chosen()
        self.head.set_text(" ".join(plan_words(self.plan, chosen)) if self.plan else "")
        self.accept_button.set_label(tr("Plan {count}").format(count=number(len(chosen))))
        self.accept_button.setEnabled(bool(chosen))

    def _taken(self, place: QPoint) -> list[AccountId]:
        offer = self.rows.record(self.list.indexAt(place).row())
        return [offer.visit.row.account_id] if isinstance(offer, Offer) else []

    def _enter_day(self, _row: int, _column: int) -> None:
        """Give the keyboard to the first visit of a day."""
        day = self.calendar.current_day()
        if day is not None and day.visits:
            self.list.select(day.visits[0].row.account_id)
            self.list.setFocus()

    def _choose(self, wanted: Sequence[AccountId] | set[AccountId]) -> None:
        self._chosen = set(wanted)
        self._fill()

    def _turn(self, offer: Offer) -> None:
        self._choose(self._chosen ^ {offer.visit.row.account_id})

    def _accept(self) -> None:
        visits = self.chosen()
        self._desk.operations.command(
            lambda app: planning.accept(app, visits),
            self,
            then=self._accepted,
            refused=self._refused,
        )

    def _accepted(self, _changes: Changes) -> None:
        self.closed.emit()

    def _on_weeks(self, _weeks: str) -> None:
        self.ask()

    def _refused(self, error: SponsorError) -> None:
        self.refuse(error)

    def _listen(self) -> None:
        self.list.opened.connect(self._turn)
        self.list.peeked.connect(self._turn)
        self.weeks.changed.connect(self._on_weeks)
        self.accept_button.clicked.connect(self._accept)
        self.all_button.clicked.connect(lambda: self._choose(set(self._visits)))
        self.none_button.clicked.connect(lambda: self._choose(()))
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.closed)
        bind_keys(self, {"K": self.save, "Esc": self.closed.emit})
        ways = {"Left": -1, "Right": 1, "Alt+Left": -1, "Alt+Right": 1}
        calls = {key: partial(self.put_off, next_workday, by) for key, by in ways.items()}
        calls |= {f"Alt+{key}": partial(self.put_off, next_week, by) for key, by in UP_DOWN.items()}
        bind_keys(self.list, calls)
        self.calendar.dropped.connect(self.put_on)
        self.calendar.opened.connect(self._enter_day)
