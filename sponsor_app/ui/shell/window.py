"""The window: one page at a time, the actions that work anywhere, and undo for everything."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from sponsor_app import services
from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import (
    Back,
    Place,
    ScreenName,
    ToAct,
    ToAssign,
    ToDebrief,
    ToLog,
    ToScreen,
)
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.shell.action_table import action_table
from sponsor_app.ui.shell.actions import bind
from sponsor_app.ui.shell.floating import Floating
from sponsor_app.ui.shell.look import Look
from sponsor_app.ui.shell.main_page import MainPage
from sponsor_app.ui.shell.standing_chip import StandingChip
from sponsor_app.ui.shell.undoing import Undoing
from sponsor_app.ui.widgets.dropped import dropped_files
from sponsor_app.ui.widgets.language import tr

if TYPE_CHECKING:
    from sponsor_app.domain.people import Member
    from sponsor_app.ui.settings.first_run import FirstRun
    from sponsor_app.ui.settings.unlock import Unlock

P = TypeVar("P", bound=QWidget)
SMALLEST = (720, 480)


class Window(QMainWindow):  # a plain widget is no window to a screen reader, but a filler
    """`painted` is told once, after the first paint; `closing` may be refused by whoever must ask first."""

    painted = Signal()
    closing = Signal(QCloseEvent)
    first_run_made = Signal(object)  # FirstRun, once
    unlock_made = Signal(object)  # Unlock, once
    lock_asked = Signal()

    def __init__(self, desk: Desk, look: Look, *, example: bool = False) -> None:
        super().__init__()
        self.desk, self.look = desk, look
        self._was_painted = False
        self.setWindowTitle(tr("Sponsor"))
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.main = MainPage(desk)
        self.undoing = Undoing(desk, self.main.toast, self)
        self.chip = StandingChip(desk, self.main)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.main)
        self.setCentralWidget(self._pages)
        self.actions_table = action_table(self)
        self.floating = Floating(desk, self, self.actions_table, look, example=example)
        bind(self, self.actions_table)
        self._listen()

    # --- pages ------------------------------------------------------------------------------------

    @cached_property
    def first_run(self) -> "FirstRun":
        """The first question, made when it is asked."""
        from sponsor_app.ui.settings.first_run import FirstRun

        return self._add(FirstRun(), self.first_run_made)

    @cached_property
    def unlock(self) -> "Unlock":
        """The way in, made when it is shut."""
        from sponsor_app.ui.settings.unlock import Unlock

        return self._add(Unlock(), self.unlock_made)

    def _add(self, page: P, made: SignalInstance) -> P:
        self._pages.addWidget(page)
        made.emit(page)
        return page

    def show_main(self) -> None:
        """Work."""
        self._pages.setCurrentWidget(self.main)

    def show_first_run(self) -> None:
        """Ask the first question."""
        self._pages.setCurrentWidget(self.first_run)
        self.first_run.first_focus().setFocus()

    def show_unlock(self) -> None:
        """Ask for the way in."""
        self._pages.setCurrentWidget(self.unlock)
        self.unlock.first_focus().setFocus()

    def is_working(self) -> bool:
        """Whether the main page is shown."""
        return self._pages.currentWidget() is self.main

    # --- what was asked ---------------------------------------------------------------------------

    def go(self, place: Place) -> None:
        """Show a place, open the log line, or run an action."""
        if isinstance(place, ToLog):
            self.floating.log(place.text)
        elif isinstance(place, ToDebrief):
            self.floating.debrief(place.plan_id)
        elif isinstance(place, ToAct):
            self._act(place)
        elif isinstance(place, ToAssign):
            screen = self.main.navigator.screen(ScreenName.ACCOUNTS.value)
            screen.assign(place.account_ids, self, place.member_id)
        else:
            self.show_main()
            self.main.navigator.go(place)

    def go_to_screen(self, screen: ScreenName) -> None:
        """Show one of the rail's screens."""
        self.go(ToScreen(screen))

    def go_back(self) -> None:
        """Show where we came from."""
        self.go(Back())

    def act(self, name: str) -> None:
        """Run an action by its id."""
        for action in self.actions_table:
            if action.id == name:
                action.trigger()

    def _act(self, place: ToAct) -> None:
        if place.action == "assign" and place.account_id is not None:
            screen = self.main.navigator.screen(ScreenName.ACCOUNTS.value)
            screen.assign([place.account_id], self)
        else:
            self.act(place.action)

    def log(self) -> None:
        """Open the log line."""
        self.floating.log()

    def debrief(self) -> None:
        """Ask about the oldest visit that waits for it."""
        self.floating.debrief()

    def find_anything(self) -> None:
        """Open the palette."""
        self.floating.find()

    def bring_in(self) -> None:
        """Ask for a file and import it."""
        self.floating.bring_in()

    def show_settings(self) -> None:
        """Open the settings."""
        self.floating.settings()

    def show_shortcuts(self) -> None:
        """Open the sheet of shortcuts."""
        self.floating.shortcuts()

    def lock(self) -> None:
        """Clear everything and ask for the way in."""
        self.lock_asked.emit()

    def forget(self) -> None:
        """Show nothing of anybody any more."""
        self.floating.forget()
        self.main.navigator.forget()
        self.main.rail.show_person("")
        self.main.rail.count(dict.fromkeys(ScreenName, 0))
        self.undoing.forget()
        self.main.calm()
        self._retitle()

    def take_back(self) -> None:
        """Undo the last step, or what was done since on this laptop only."""
        self.undoing.take_back()

    def do_again(self) -> None:
        """Redo what was just taken back."""
        self.undoing.do_again()

    # --- listening ----------------------------------------------------------------------------------

    def _listen(self) -> None:
        operations, navigator = self.desk.operations, self.main.navigator
        self.desk.asked.connect(self.go)
        self.desk.said.connect(self._on_said)
        operations.changed.connect(self._on_changed)
        operations.failed.connect(self.main.complain)
        operations.opened.connect(self._on_opened)
        self.main.rail.chosen.connect(self.go_to_screen)
        self.main.rail.asked.connect(self.act)
        navigator.made.connect(self._on_made)
        navigator.arrived.connect(self._retitle)
        self._pages.currentChanged.connect(self._retitle)

    def _on_opened(self, _services: object) -> None:
        self.desk.operations.query(self, services.members.mine, self._show_me)

    def _show_me(self, me: "Member") -> None:
        self.main.rail.show_person(me.name)

    def _retitle(self, *_changed: object) -> None:
        """Name the window after what it shows: that is what a task switcher and a screen reader say."""
        shown = self.main.navigator.current() if self.is_working() else None
        where = shown.windowTitle() if shown is not None else ""
        name = tr("Sponsor")
        self.setWindowTitle(f"{where} – {name}" if where else name)

    def _on_made(self, screen: Screen) -> None:
        screen.windowTitleChanged.connect(self._retitle)
        counted = getattr(screen, "counted", None)
        if counted is not None:
            counted.connect(self._on_counted)

    def _on_counted(self, counts: Mapping[ScreenName, int]) -> None:
        self.main.rail.count(counts)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self.desk.courier:  # nobody here did anything: what was refused stays
            self.main.calm()
        if changes.touch(Topic.MEMBER):
            self.desk.operations.query(self, services.members.mine, self._show_me)

    def _on_said(self, sentence: str) -> None:
        self.main.toast.say(sentence, action="")

    # --- Qt -------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # Its parts are painted after it: whatever is begun at this moment would take their time.
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closing.emit(event)
        if event.isAccepted():
            self.look.remember(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.is_working() and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event)
        if files:
            event.acceptProposedAction()
            self.floating.bring_in(*files)
