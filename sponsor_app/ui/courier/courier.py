"""Keeps this laptop in step while the window is open, and does for a person what meets the shared file."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import NoStoreError, SponsorError
from sponsor_app.services import Services
from sponsor_app.ui.courier.errands import Errands, News
from sponsor_app.ui.operations import Cancel, Operations
from sponsor_app.ui.widgets.language import understood

if TYPE_CHECKING:
    from sponsor_app.domain.team import Team
    from sponsor_app.services.sharing.places import Means

T = TypeVar("T")
AFTER_SAVE, SLOW, TICK = 700, 5_000, 5_000
ASLEEP = 30.0
"""Seconds by which the clock may be ahead of our own ticks before the laptop is said to have slept."""


@dataclass(frozen=True)
class Errand:
    """What work that meets the shared file is given: the open store, the means, and whom to tell how far it is."""

    services: Services | None
    means: "Means"
    tell: Callable[[int, int], None]

    @property
    def app(self) -> Services:
        """The open store."""
        if self.services is None:
            msg = "No store is open."
            raise NoStoreError(msg)
        return self.services


@dataclass(frozen=True, slots=True)
class InStep:
    """What may be believed now: the team, whether something was saved since the last look, whether a place is slow."""

    team: "Team"
    edited: bool = False
    waits_since: datetime | None = None


class Courier(QObject):
    """`told` says how this laptop stands with its team; None while that is not known yet.

    `means_for` says how places are visited until an event is set; a test brings its own drive. It looks when a poll is due, after every save, when the window gets the keyboard and when the laptop woke up.
    """

    told = Signal(object)  # InStep
    came = Signal(object)  # a Report of every place that was more than glanced at
    _finished = Signal(object)

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.means_for: Callable[[Event], Means] = _real
        self._errands: Errands | None = None
        self._app: Services | None = None
        self._cancels: set[Cancel] = set()
        self.now: InStep | None = None
        self._last: datetime | None = None
        self._save = self._timer(AFTER_SAVE, self._on_saved)
        self._slow = self._timer(SLOW, self._on_slow)
        self._tick = self._timer(TICK, self._on_tick, once=False)
        self._finished.connect(self._call, Qt.ConnectionType.QueuedConnection)
        operations.opened.connect(self._on_opened)
        operations.closing.connect(self.stop)
        operations.changed.connect(self._on_changed)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state)

    # --- asking -----------------------------------------------------------------------------

    def run(
        self,
        owner: QObject,
        work: Callable[[Errand], T],
        then: Callable[[T], None],
        refused: Callable[[SponsorError], None],
        tell: Callable[[int, int], None] = lambda _done, _whole: None,
    ) -> Cancel:
        """Do what meets the shared file, then look again; `owner` gets the answer unless it is gone by then.

        The result says how to stop it. `tell` is called in the window's thread, with bytes done and in all.
        """
        cancel = Cancel()
        self._cancels.add(cancel)
        app = self._app

        def progress(done: int, whole: int) -> None:
            self._later(lambda: tell(done, whole) if isValid(owner) else None)

        def settle(done: "Future[T]") -> None:
            self._later(lambda: self._answer(owner, done, cancel, then, refused))

        self._thread().ask(lambda means: work(Errand(app, means, progress)), cancel, settle)
        return cancel

    def look(self, *, whole: bool = True, confirmed: bool = False) -> None:
        """Look at every place now; `confirmed` lets in what would delete much."""
        if self._app is not None:
            self._thread().look(whole=whole, confirmed=confirmed)

    def stop(self) -> None:
        """The store is about to be closed: hand on what can go at once, and let go of everything."""
        for timer in (self._save, self._slow, self._tick):
            timer.stop()
        for cancel in self._cancels:
            cancel.set()
        self._cancels.clear()
        errands, self._errands, self._app = self._errands, None, None
        now, self.now = self.now, None
        if errands is not None:
            if now is not None and self._watched(now.team):
                errands.look()
            errands.end()

    # --- answers ----------------------------------------------------------------------------

    def _answer(
        self,
        owner: QObject,
        done: "Future[T]",
        cancel: Cancel,
        then: Callable[[T], None],
        refused: Callable[[SponsorError], None],
    ) -> None:
        self._cancels.discard(cancel)
        if not isValid(owner):
            return
        try:
            answer = done.result()
        except SponsorError as error:
            refused(error)
        else:
            then(answer)
        self._operations.look_outside()
        if self._app is not None:
            self._thread().look()

    def _left(self, errands: Errands) -> None:
        if errands is self._errands:
            self._slow.start()

    def _arrived(self, errands: Errands, done: "Future[News | None]") -> None:
        if errands is not self._errands:
            return
        self._slow.stop()
        try:
            news = done.result()
        except SponsorError as error:
            error.message, error.next = understood(error.message), understood(error.next)
            self._operations.failed.emit(error)
            return
        if news is None:
            return
        topics = frozenset(topic for one in news.reports for topic in one.topics)
        if topics:
            self._operations.announce(Changes(topics), self)
        if self._watched(news.team) and not self._tick.isActive():
            self._tick.start()
        self._say(InStep(news.team))
        for one in news.reports:
            self.came.emit(one)

    def _watched(self, team: "Team") -> bool:
        from sponsor_app.domain.team import Standing

        return team.standing is not Standing.ALONE

    def _say(self, now: InStep) -> None:
        before, self.now = self.now, now
        if now != before:
            self.told.emit(now)

    # --- when to look -----------------------------------------------------------------------

    def _on_opened(self, app: Services) -> None:
        if self._errands is not None:
            self.stop()
        self._app = app
        self._operations.query(self, _shares, self._on_known)

    def _on_known(self, shares: bool) -> None:
        if shares:
            self.look(whole=False)
        elif self.now is None:
            from sponsor_app.domain.team import Standing, Team

            self._say(InStep(Team(Standing.ALONE)))

    def _on_changed(self, _changes: Changes, initiator: object) -> None:
        if initiator is not self and self.now is not None and self._watched(self.now.team):
            self._say(replace(self.now, edited=True))
            self._save.start()

    def _on_saved(self) -> None:
        self.look(whole=False)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        active = state == Qt.ApplicationState.ApplicationActive
        if active and self.now is not None and self._watched(self.now.team):
            self.look(whole=False)

    def _on_tick(self) -> None:
        """Look at once after the laptop slept: the next poll may be half a minute away."""
        if self._app is None:
            return
        last, self._last = self._last, self._app.now()
        if last is not None and (self._last - last).total_seconds() > ASLEEP:
            self.look(whole=False)

    def _on_slow(self) -> None:
        if self._app is not None:
            from sponsor_app.domain.team import Standing, Team

            known = self.now or InStep(Team(Standing.IN))  # its places are asked by whoever waits
            self._say(replace(known, waits_since=self._app.now()))

    # --- threads ----------------------------------------------------------------------------

    def _thread(self) -> Errands:
        if self._errands is None:
            made = Errands(
                self._app,
                self.means_for,
                lambda: self._later(partial(self._left, made)),
                lambda done: self._later(partial(self._arrived, made, done)),
            )
            self._errands = made
        return self._errands

    def _later(self, thunk: Callable[[], object]) -> None:
        if isValid(self):
            self._finished.emit(thunk)

    @Slot(object)
    def _call(self, thunk: Callable[[], object]) -> None:
        thunk()

    def _timer(self, milliseconds: int, call: Callable[[], None], *, once: bool = True) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(once)
        timer.setInterval(milliseconds)
        timer.timeout.connect(call)
        return timer


def _real(event: Event) -> "Means":
    from sponsor_app.services.sharing import places

    return places.stopping(event)


def _shares(app: Services) -> bool:
    from sponsor_app.services.sharing import membership

    return membership.shares(app)
