"""Who changed what, when, on which laptop: any step can be taken back, and what was deleted comes back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.activity import ActivityPage, Author, Deleted, Narrowing, StepDetails
from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.domain.conflict import MINE, THEIRS, Conflict
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.folding import fold
from sponsor_app.domain.history import Entry, Step, Undone
from sponsor_app.domain.ids import AccountId, MemberId, StepId
from sponsor_app.services import Services, history
from sponsor_app.ui.activity.disputes import Disputes, Look, disputes, settle
from sponsor_app.ui.activity.view import ActivityView
from sponsor_app.ui.activity.words import author_row
from sponsor_app.ui.courier.courier import InStep
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.account_search import ask_for_account
from sponsor_app.ui.places import ScreenName, ToRecord, ToScreen
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.widgets.boxes import Column
from sponsor_app.ui.widgets.language import how_many, tr
from sponsor_app.ui.widgets.letter_keys import bind_keys
from sponsor_app.ui.widgets.picker import Option, Picker
from sponsor_app.ui.widgets.rows.list_row import ListRow

if TYPE_CHECKING:
    from sponsor_app.services.sharing.syncing import Report

ANYONE = "anyone"
OTHER = Qt.FocusReason.OtherFocusReason
FEW, MORE, MOST_DELETED = 100, 400, 500


@dataclass(frozen=True, slots=True)
class Past:
    """What was done, and, where that is asked for, what is gone."""

    page: ActivityPage
    deleted: Sequence[Deleted] | None
    disputes: Disputes


def read(app: Services, wanted: Narrowing, limit: int, look: Look, *, deleted: bool) -> Past:
    """The steps that fit, or the deleted records."""
    page, open_ones = history.activity(app, wanted, limit), disputes(app, look)
    if not deleted:
        return Past(page, None, open_ones)
    if wanted.account_id is not None:
        found = history.deleted_at(app, wanted.account_id, MOST_DELETED)
    else:
        found = history.lately_deleted(app, MOST_DELETED)
    words = fold(wanted.text).split()
    fitting = [one for one in found if all(word in _said(one) for word in words)]
    return Past(page, fitting, open_ones)


def look_at(app: Services, step: StepId) -> StepDetails | None:
    """What one step changed, or nothing when it is gone."""
    try:
        return history.details(app, step)
    except NotFoundError:
        return None


def _said(one: Deleted) -> str:
    return fold(f"{one.name} {one.account or ''} {one.member or ''}")


class ActivityScreen(Screen):
    """Arrows walk the steps, Enter goes into one, T takes it back, R brings back what was deleted; / filters."""

    topics = frozenset(Topic)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Activity"), parent)
        self._past: Past | None = None
        self._limit = FEW
        self._asked: StepId | None = None
        self._picker: Picker | None = None
        self._kept, self._glance = "", Look()
        self.view = ActivityView()
        self.setLayout(Column((self.view, 1)))
        self._listen()

    # --- showing --------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for the steps that fit."""
        filters, limit, look = self.view.filters, self._limit, self._glance
        wanted, deleted = filters.wanted, filters.deleted
        self.desk.operations.query(
            self,
            lambda app: read(app, wanted, limit, look, deleted=deleted),
            lambda past: self._show(past) if wanted == filters.wanted else None,
        )

    def showEvent(self, event: QShowEvent) -> None:
        self._glance, self._stale = Look(), True
        super().showEvent(event)

    def first_focus(self) -> QWidget:
        """The steps."""
        return self.view.current_list()

    def _show(self, past: Past) -> None:
        view, first = self.view, self._past is None
        self._past = past
        view.filters.show_conflicts(len(past.disputes.found))
        view.header.set_line(past.disputes.came_in())
        if view.filters.disputed:
            view.show_conflicts(past.page, past.disputes.found, past.disputes.now)
            if past.disputes.found and view.clash_list.current_record() is None:
                view.clash_list.select(past.disputes.found[0].id)
        elif past.deleted is None:
            view.show_page(past.page)
            if past.page.steps and view.list.current_record() is None:
                view.list.select(past.page.steps[0].step)
        else:
            view.show_deleted(past.page, past.deleted)
            if past.deleted and view.gone_list.current_record() is None:
                view.gone_list.select(past.deleted[0].record_id)
        self._look()
        if first and self.hasFocus():
            self.first_focus().setFocus(OTHER)

    def _look(self) -> None:
        """Show at the side what has the keyboard in the list."""
        view = self.view
        if view.filters.disputed:
            self._look_at_clash()
            return
        if view.filters.deleted:
            gone = view.gone_list.current_record()
            if gone is None or self._past is None:
                view.side.show_nothing()
            else:
                view.side.show_deleted(gone, self._past.page.as_of)
            return
        step = view.list.current_record()
        if step is None:
            view.side.show_nothing()
            return
        number = self._asked = step.step
        self.desk.operations.query(
            self, lambda app: look_at(app, number), lambda found: self._show_step(number, found)
        )

    def _look_at_clash(self) -> None:
        one, past = self.view.clash_list.current_record(), self._past
        if one is not None and past is not None:
            self.view.clash.show_conflict(one, past.disputes.names, past.disputes.now)

    def _show_step(self, number: StepId, details: StepDetails | None) -> None:
        if number != self._asked or self._past is None or self._elsewhere():
            return
        if details is None:
            self.view.side.show_nothing()
        else:
            self.view.side.show_step(details, self._past.page.as_of)
            if self._kept:
                self.view.side.say(self._kept)
                self._kept = ""

    def _elsewhere(self) -> bool:
        return self.view.filters.deleted or self.view.filters.disputed

    def _on_moved(self, _one: Step | Deleted | Conflict | None) -> None:
        if self._past is not None:
            self._look()

    def _enter(self, _one: object) -> None:
        """Go in: to the changes, or to the way back where they are too many to list."""
        side, clash = self.view.side, self.view.clash
        for part in (side.list, side.back, side.restore, clash.keep_mine):
            if part.isVisibleTo(self):
                part.setFocus(OTHER)
                return

    def _leave(self) -> None:
        self.first_focus().setFocus(OTHER)

    # --- filtering ------------------------------------------------------------------------

    def _on_filtered(self) -> None:
        self._limit = FEW
        self.refresh()

    def _more(self) -> None:
        self._limit += MORE
        self.refresh()
        self.view.list.setFocus(OTHER)

    def _ask_account(self) -> None:
        ask_for_account(
            self.desk, self._picks(), tr("Steps at which account?"), None, self._choose_account
        )

    def _ask_author(self, authors: Sequence[Author]) -> None:
        found = {one.member_id: one for one in authors}
        rows = [Option(key, author_row(one)) for key, one in found.items()]
        picker = self._picks()
        picker.ask(
            tr("Steps by whom?"),
            tr("Name"),
            lambda option: self.view.filters.choose_author(found.get(MemberId(option.key))),
        )
        picker.offer([Option(ANYONE, ListRow(tr("Anyone"), symbol="user-round")), *rows])

    def _picks(self) -> Picker:
        if self._picker is None:
            self._picker = Picker(self.window())
        return self._picker

    def _choose_account(self, account_id: AccountId, name: str) -> None:
        self.view.filters.choose_account(account_id, name)

    # --- acting -----------------------------------------------------------------------------

    def _take_back(self) -> None:
        step = self.view.list.current_record()
        if step is None or self._elsewhere() or not self.view.side.back.isVisibleTo(self):
            return
        done: list[Undone] = []

        def work(app: Services) -> Changes:
            changes, undone = history.undo(app, step.step)
            done.append(undone)
            return changes

        self.desk.operations.command(work, self, then=lambda _changes: self._tell_kept(done[0]))

    def _tell_kept(self, undone: Undone) -> None:
        """Say what stayed, because it was edited since."""
        if undone.kept:
            words = tr("{records} edited or built upon since stayed as they are.")
            self._kept = words.format(records=how_many(len(undone.kept), "record"))
            self.view.side.say(self._kept)

    def _restore(self) -> None:
        one = self.view.gone_list.current_record()
        if one is not None and self.view.filters.deleted:
            self.desk.operations.command(lambda app: history.restore(app, one.record_id), self)

    def _settle(self, conflict_id: str, keep: str) -> None:
        self.desk.operations.command(lambda app: settle(app, conflict_id, keep), self)

    def _settle_next(self) -> None:
        """Go to what is to be settled, if there is anything."""
        filters = self.view.filters
        if not filters.clashes.isHidden():
            filters.settle()

    def _keep(self, which: str) -> None:
        if self.view.filters.disputed:
            self.view.clash.keep(which)

    def _open_clash(self, one: Conflict) -> None:
        self.desk.go(ToRecord(one.table, one.record_id))

    def _show_alarms(self, standing: InStep) -> None:
        self.view.show_alarms(standing.team.alarms)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        """Every step is shown here, one that only settles something or opens it again too."""
        if changes.step is not None or changes.topics:
            self._later()

    def _on_came(self, report: "Report") -> None:
        if report.pulled:
            self._later()

    def _open_record(self, entry: Entry) -> None:
        self.desk.go(ToRecord(entry.record_kind, entry.record_id))

    def _listen(self) -> None:
        view = self.view
        view.filters.changed.connect(self._on_filtered)
        view.filters.account_asked.connect(self._ask_account)
        view.filters.author_asked.connect(self._ask_author)
        view.filters.field.left.connect(self._leave)
        view.filters.field.entered.connect(self._leave)
        view.more.clicked.connect(self._more)
        view.no_match.acted.connect(view.filters.clear)
        view.settled.acted.connect(view.filters.clear)
        view.clash.settled.connect(self._settle)
        view.clash.opened.connect(self._open_clash)
        view.alarm.acted.connect(lambda: self.desk.go(ToScreen(ScreenName.TEAM)))
        courier = self.desk.courier
        courier.told.connect(self._show_alarms)
        courier.came.connect(self._on_came)
        if courier.now is not None:
            self._show_alarms(courier.now)
        for part in (view.list, view.gone_list, view.clash_list):
            part.moved.connect(self._on_moved)
            part.opened.connect(self._enter)
            part.peeked.connect(self._enter)
        view.side.taken_back.connect(self._take_back)
        view.side.restored.connect(self._restore)
        view.side.opened.connect(self._open_record)
        keys: dict[str, Callable[[], None]] = {
            "T": self._take_back,
            "R": self._restore,
            "1": lambda: self._keep(MINE),
            "2": lambda: self._keep(THEIRS),
            "3": view.clash.keep_text,
            "C": self._settle_next,
            "/": view.filters.field.setFocus,
        }
        bind_keys(self, keys)
        bind_keys(view.side, {"Esc": self._leave})
