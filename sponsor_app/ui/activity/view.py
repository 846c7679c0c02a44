"""How the activity is laid out: filters above, steps by day, one of them at the side."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.activity import ActivityPage, Deleted
from sponsor_app.domain.conflict import Conflict
from sponsor_app.domain.history import Step
from sponsor_app.ui.activity.clash_side import ClashSide
from sponsor_app.ui.activity.clash_words import clash_face
from sponsor_app.ui.activity.filters import ActivityFilters
from sponsor_app.ui.activity.side import ActivitySide
from sponsor_app.ui.activity.words import day_of, deleted_face, step_face
from sponsor_app.ui.widgets.boxes import Column, Row, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr, understood
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.message_bar import MessageBar
from sponsor_app.ui.widgets.page import Header
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import ListRow, ListRowDelegate
from sponsor_app.ui.widgets.side_page import SidePage
from sponsor_app.ui.widgets.surface import Rule

R = TypeVar("R")
SIDE, WIDE_SIDE = 340, 420


class ActivityView(QWidget):
    """The parts and their places; it knows pages, but asks nobody for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self._now: datetime | None = None
        self.header = Header(tr("Activity"))
        self.filters = ActivityFilters()
        self.steps = RecordList[Step](
            lambda one: one.step,
            lambda one: one.title,
            sentence=lambda one: step_face(one).sentence,
            group=lambda one: day_of(one.at, self._today),
        )
        self.list = _rows(tr("Steps, newest first"), self.steps, step_face)
        self.gone = RecordList[Deleted](
            lambda one: one.record_id,
            lambda one: one.name,
            sentence=lambda one: deleted_face(one, self._today).sentence,
        )
        self.gone_list = _rows(
            tr("Deleted, the latest first"),
            self.gone,
            lambda one: deleted_face(one, self._today),
        )
        self.clashes = RecordList[Conflict](
            lambda one: one.id,
            lambda one: one.record,
            sentence=lambda one: self._clash_face(one).sentence,
        )
        self.clash_list = _rows(tr("To settle, the latest first"), self.clashes, self._clash_face)
        self._make_rest()
        self._lay_out()

    def _make_rest(self) -> None:
        self.side, self.clash = ActivitySide(), ClashSide()
        self.alarm = MessageBar(icon="triangle-alert")
        self.no_match = EmptyState(
            "list-filter",
            tr("No step fits this filter"),
            tr("Steps are found by their words, by whom, at which account and by kind."),
            action=tr("Show every step"),
        )
        self.nothing_gone = EmptyState(
            "circle-check",
            tr("Nothing is deleted"),
            tr("What is deleted waits here, whole, until somebody brings it back."),
        )
        self.settled = EmptyState(
            "circle-check",
            tr("Nothing is left to settle"),
            tr(
                "Where two people change one thing without knowing of each other, it is asked here."
            ),
            action=tr("Show every step"),
        )
        self.more = Button("", kind="link")
        self._foot = Label("", "meta", "text3", flexible=True)

    def show_page(self, page: ActivityPage) -> None:
        """Show the steps that fit."""
        self._today = page.as_of
        self.filters.show_counts(page)
        self.steps.show(page.steps)
        shown, whole = len(page.steps), page.counts[next(iter(page.counts))]
        words = tr("{shown} of {found} steps, newest first.").format(
            shown=number(shown), found=number(page.found)
        )
        if page.found < whole:
            left = tr("{count} are left out by your filter.").format(
                count=number(whole - page.found)
            )
            words = f"{words} {left}"
        self._foot.set_text(words)
        self.more.setVisible(shown < page.found)
        self.more.set_label(tr("Show more"))
        self._arrange(self.list if page.steps else self.no_match)

    def show_alarms(self, alarms: Sequence[str]) -> None:
        """One line for what the last look at the shared file noticed."""
        self._alarms.setVisible(bool(alarms))
        if alarms:
            self.alarm.say(
                understood(alarms[0])
                if len(alarms) == 1
                else tr("{count} things were noticed: {first}").format(
                    count=len(alarms), first=understood(alarms[0])
                ),
                "warn",
                "triangle-alert",
                action=tr("Show"),
            )

    def show_deleted(self, page: ActivityPage, found: Sequence[Deleted]) -> None:
        """Show what can be brought back."""
        self._today = page.as_of
        self.filters.show_counts(page)
        self.gone.show(found)
        words = tr("{shown} of {whole} deleted records, the latest first.")
        self._foot.set_text(words.format(shown=number(len(found)), whole=number(page.deleted)))
        self.more.setVisible(False)
        empty = self.nothing_gone if not page.deleted else self.no_match
        self._arrange(self.gone_list if found else empty)

    def show_conflicts(self, page: ActivityPage, found: Sequence[Conflict], now: datetime) -> None:
        """Show what two people changed without knowing of each other."""
        self._today, self._now = page.as_of, now
        self.filters.show_counts(page)
        self.clashes.show(found)
        self._foot.set_text(
            tr("{count} to settle, the latest first.").format(count=number(len(found)))
        )
        self.more.setVisible(False)
        self._arrange(self.clash_list if found else self.settled)

    def _clash_face(self, one: Conflict) -> ListRow:
        return clash_face(one, self._now) if self._now else ListRow(one.record)

    def current_list(self) -> QWidget:
        """The rows that are shown, or what shall be done where there are none."""
        for part in (self.list, self.gone_list, self.clash_list):
            if part.isVisibleTo(self):
                return part
        for part in (self.no_match, self.settled):
            if part.isVisibleTo(self):
                return part.action
        return self.filters.gone

    def _arrange(self, shown: QWidget) -> None:
        lists = (self.list, self.gone_list, self.clash_list)
        empties = (self.no_match, self.nothing_gone, self.settled)
        had_keyboard = any(part.hasFocus() for part in lists)
        for part in (*lists, *empties):
            part.setVisible(part is shown)
        empty = shown in empties
        self.side.setVisible(shown is not self.clash_list)
        self.clash.setVisible(shown is self.clash_list)
        self._hints.setVisible(empty)
        self.page.show_side(not empty)
        self._back_key.setVisible(shown is self.list)
        self._restore_key.setVisible(shown is self.gone_list)
        self._enter_key.setVisible(not empty)
        self._settle_key.setVisible(shown is self.clash_list)
        waits = not self.filters.clashes.isHidden() and shown is not self.clash_list
        self._clash_key.setVisible(waits)
        if had_keyboard and not any(part.hasFocus() for part in lists):
            self.current_list().setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._alarms = holding(Column(inset(self.alarm), 10))
        self._alarms.hide()
        self._hints = holding(
            Column(inset(self.no_match), inset(self.nothing_gone), inset(self.settled), None)
        )
        self._back_key = KeyCap("T", tr("take back"))
        self._restore_key = KeyCap("R", tr("bring back"))
        self._clash_key = KeyCap("C", tr("settle"))
        self._clash_key.hide()
        self._settle_key = KeyCap("1 2 3", tr("mine, theirs, both"))
        self._enter_key = KeyCap("Enter", tr("look closer"))
        caps = (self._enter_key, self._back_key, self._restore_key, self._settle_key)
        foot = Row(
            (self._foot, 1),
            self.more,
            *caps,
            KeyCap("/", tr("filter")),
            self._clash_key,
            gap=14,
            margins=(8, 7, 8, 9),
        )
        main = Column(
            self.header,
            12,
            self._alarms,
            self.filters,
            6,
            (self.list, 1),
            (self.gone_list, 1),
            (self.clash_list, 1),
            (self._hints, 1),
            inset(Rule()),
            foot,
        )
        side = Column((self.side, 1), (self.clash, 1), margins=(12, 25, 12, 0))
        self.page = SidePage(tr("Activity"), main, side, side_width=SIDE, wide_side_width=WIDE_SIDE)
        self.setLayout(Column((self.page, 1)))
        for part in (self.gone_list, self.clash_list, self.clash, self._hints, self.more):
            part.hide()


def _rows(name: str, model: RecordList[R], face: Callable[[R], ListRow]) -> ListView[R]:
    view = ListView(name, model, ListRowDelegate(face), fit=False, selects=True, click_opens=False)
    model.setParent(view)
    return view
