"""Put something off: it leaves the page until a day, chosen with one key or typed, and one undo brings it back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from sponsor_app import services
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.putting_off import A_WEEK, next_monday
from sponsor_app.domain.wording import full_day, near_day
from sponsor_app.services import Services
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.due_field import DueField
from sponsor_app.ui.widgets.boxes import Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.unfolding import UnfoldingList


@dataclass(frozen=True, slots=True)
class Sleeper:
    """What is put off: the record, what it is called, and how it stands now."""

    record_id: str
    title: str
    standing: str


class PutOffPanel(Panel):
    """1 tomorrow, 2 on Monday, 3 in a week; or a day in words and Enter."""

    chosen = Signal(object)  # date

    def __init__(self, desk: Desk, title: str, day: date) -> None:
        self._desk = desk
        self._days = {
            "1": day + timedelta(days=1),
            "2": next_monday(day),
            "3": day + timedelta(days=A_WEEK),
        }
        words = {
            "1": tr("1 · Tomorrow"),
            "2": tr("2 · {day}").format(day=full_day(self._days["2"], day)),
            "3": tr("3 · In a week"),
        }
        self.days = ChipChoice(tr("Until when"), list(words.items()))
        self.due = DueField(desk)
        caption = Label(tr("Not before"), "meta", "text2", whole=True)
        super().__init__(
            tr("Put off: {title}").format(title=title), Row(caption, self.days, (self.due, 1))
        )
        self.days.changed.connect(self._on_chip)
        self.due.field.returnPressed.connect(self._on_typed)

    def _on_chip(self, number: str) -> None:
        if number:
            self.chosen.emit(self._days[number])

    def _on_typed(self) -> None:
        said = self.due.text()
        # Read anew: Enter may come before what was typed has been understood.
        self._desk.operations.query(
            self, lambda app: services.sentences.read_due(said, app.today()), self._on_read
        )

    def _on_read(self, day: date | None) -> None:
        if day is not None:
            self.chosen.emit(day)
        else:
            msg = tr("That is no day this laptop understands.")
            self.refuse(InvalidError(msg, tr("Write it as Fri, in 2 weeks or 1 Dec.")))


class PuttingOff(QObject):
    """Asks below a row until when; `changed` once the page has to be asked for again."""

    changed = Signal()

    def __init__(self, desk: Desk, view: UnfoldingList[Any]) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def ask(self, one: Sleeper, day: date) -> None:
        """Until when?"""
        panel = PutOffPanel(self._desk, one.title, day)
        panel.chosen.connect(partial(self._put, one, day, panel))
        self._view.unfold(panel)

    def take_up(self, one: Sleeper, until: date) -> None:
        """Show it again now, although it was put off `until` then."""
        said = tr("{title} is there again").format(title=one.title)
        again = partial(self._wake, one)
        back = partial(self._sleep, one, until)
        self._wake(one, lambda: self._desk.tell(said, back, again))

    def _wake(self, one: Sleeper, then: Callable[[], None] | None = None) -> None:
        self._do(lambda app: services.today.take_up(app, one.record_id), then)

    def _sleep(self, one: Sleeper, until: date) -> None:
        self._do(
            lambda app: services.today.put_off_until(app, one.record_id, until, was=one.standing)
        )

    def _put(self, one: Sleeper, day: date, panel: PutOffPanel, until: date) -> None:
        said = tr("Put off until {day}: {title}")
        said = said.format(day=near_day(until, day), title=one.title)

        def then() -> None:
            self._desk.tell(said, partial(self._wake, one), partial(self._sleep, one, until))

        self._desk.operations.command(
            lambda app: services.today.put_off_until(app, one.record_id, until, was=one.standing),
            self,
            then=lambda _changes: self._done(then),
            refused=panel.refuse,
        )

    def _do(
        self, work: Callable[[Services], Changes], then: Callable[[], None] | None = None
    ) -> None:
        self._desk.operations.command(work, self, then=lambda _changes: self._done(then))

    def _done(self, then: Callable[[], None] | None) -> None:
        had_panel = self._view.panel is not None
        self._view.fold()
        if had_panel:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
        if then is not None:
            then()


def put_off_button() -> Button:
    """The button that stands last in a panel."""
    return Button(tr("Put off"), "clock", "quiet", shortcut="S")
