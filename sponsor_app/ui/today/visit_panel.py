"""What can be done about a visit to come, right below it: log it, move it, call it off."""

from datetime import date

from PySide6.QtCore import Signal

from sponsor_app import services
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.timeline import Interaction
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.calendar_button import CalendarButton
from sponsor_app.ui.panels.due_field import DueField
from sponsor_app.ui.panels.remind_button import RemindButton
from sponsor_app.ui.places import ToAccount, ToLog
from sponsor_app.ui.today.visit_words import log_words, title_of
from sponsor_app.ui.widgets.boxes import Row, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel


def log(desk: Desk, plan: Interaction, today: date) -> None:
    """The log line, begun with what was planned."""
    desk.go(ToLog(log_words(plan, today)))


def open_account(desk: Desk, plan: Interaction) -> None:
    """The account that it is with."""
    if plan.account_id is not None:
        desk.go(ToAccount(plan.account_id))


def call_off(desk: Desk, plan: Interaction) -> None:
    """It will not take place; one undo plans it again."""
    desk.operations.command(lambda app: services.interactions.cancel(app, plan.id))


class VisitPanel(Panel):
    """`ask_day` asks to which day it shall be moved; `finished` when it was."""

    finished = Signal()

    def __init__(self, desk: Desk, plan: Interaction, today: date) -> None:
        self._desk, self._plan, self._today = desk, plan, today
        self.log = Button(tr("Log it"), "pencil-line", shortcut="L")
        self.move_button = Button(tr("Move"), "calendar-clock", "quiet", shortcut="M")
        self.off = Button(tr("Call it off"), "x", "quiet", shortcut="C")
        self.account = Button(tr("Open account"), "arrow-right", "quiet", shortcut="O")
        self.calendar = CalendarButton(desk, plan)
        self.remind = RemindButton(desk, plan)
        self.due = DueField(desk)
        self.save = Button(tr("Move"))
        self._fields = holding(Row((self.due, 1), self.save))
        title = tr("What becomes of it: {visit}").format(visit=title_of(plan))
        acts = (self.log, self.move_button, self.off, self.account, self.calendar, self.remind)
        buttons = holding(Flow(*acts, gap=4, line_gap=2))
        super().__init__(title, buttons, self.calendar.saving.progress, self._fields)
        self._fields.hide()
        self._listen()

    def ask_day(self) -> None:
        """To which day?"""
        self._fields.show()
        self.due.field.setFocus()

    def _listen(self) -> None:
        self.log.clicked.connect(lambda: log(self._desk, self._plan, self._today))
        self.move_button.clicked.connect(self.ask_day)
        self.off.clicked.connect(lambda: call_off(self._desk, self._plan))
        self.account.clicked.connect(lambda: open_account(self._desk, self._plan))
        self.save.clicked.connect(self._move)
        self.due.field.returnPressed.connect(self._move)
        self.account.setEnabled(self._plan.account_id is not None)

    def _move(self) -> None:
        plan_id, said = self._plan.id, self.due.text()
        self._desk.operations.command(
            lambda app: services.interactions.move(app, plan_id, _day(said, app.today())),
            self,
            then=lambda _changes: self.finished.emit(),
            refused=self.refuse,
        )


def _day(said: str, today: date) -> date:
    day = services.sentences.parse_due(said, today)
    if day is None:
        msg = "There is no day to move it to. Nothing was changed."
        raise InvalidError(msg, "Write it as Fri, in 2 weeks, 1 Dec or 2026-12-01.")
    return day
