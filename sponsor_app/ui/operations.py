"""The one door from widgets to services: work goes to the background, answers and changes come back to the window."""

import itertools
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import NoStoreError, RefusedError, SponsorError
from sponsor_app.domain.lasting import heard_by
from sponsor_app.services import Services
from sponsor_app.ui.widgets.language import understood

logger = logging.getLogger(__name__)

WAIT_FOR_TURN = 0.0002
"""Seconds until a worker gives way to the window. Python's own 5 ms are paid each time that Qt is called, and make a
screen take three times as long to open while a worker computes."""

PATIENCE = 0.3
"""Seconds after which a command says that it is still at work."""

T = TypeVar("T")
Opener = Callable[[], Services]
Progress = Callable[[str, float | None], None]


class Cancel(threading.Event):
    """Set when a person no longer wants what they asked for."""


class _NotOpenYetError(NoStoreError):
    """A view asked before there was a store to ask."""


class Operations(QObject):
    """One worker owns the store, so nothing waits for a lock; a second one serves slow files and paper.

    `open` is the worker's first task: whatever a view asks before the store is open waits for it.
    """

    opened = Signal(object)  # Services
    closing = Signal()  # the store that was open is about to be released
    not_opened = Signal(object)  # SponsorError
    changed = Signal(object, object)  # Changes, who asked
    failed = Signal(object)  # SponsorError
    progressed = Signal(object, str, object)  # who asked, what is being done, share or None
    lasts = Signal(object, str, float)  # a Cancel, what a command is doing in English, share
    ended = Signal(object)  # the Cancel of a command that is over
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(WAIT_FOR_TURN)
        self._services: Services | None = None
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._slow = ThreadPoolExecutor(max_workers=2, thread_name_prefix="files")
        self._cancels: set[Cancel] = set()
        self._latest = 0
        self._is_over = False
        self._finished.connect(self._call, Qt.ConnectionType.QueuedConnection)

    # --- life -----------------------------------------------------------------------------

    def open(self, opener: Opener) -> None:
        """Open a store in the background; `opened` or `not_opened` follows."""

        def work() -> Services:
            services = opener()
            self._close_store()
            self._services = services
            self._latest = services.store.latest_change()
            return services

        self._submit(self._worker, work, self.opened.emit, self.not_opened.emit)

    def close(self, then: Callable[[], None]) -> None:
        """Finish what was asked for and release the store with its key; what views ask before the next `open` is dropped."""
        self.closing.emit()
        self._submit(self._worker, self._close_store, lambda _none: then(), self._report)

    def shutdown(self) -> None:
        """Finish what was asked for, give up what can wait, release the store; what is asked later is dropped."""
        was_over, self._is_over = self._is_over, True
        for cancel in self._cancels:
            cancel.set()
        self._slow.shutdown(wait=True, cancel_futures=True)
        self._worker.shutdown(wait=True)
        if not was_over:
            self.closing.emit()
        self._close_store()

    def _close_store(self) -> None:
        if self._services is not None:
            self._services.store.close()
            self._services = None

    # --- asking -----------------------------------------------------------------------------

    def query(
        self, owner: QObject, work: Callable[[Services], T], then: Callable[[T], None]
    ) -> None:
        """Read in the background, then show, unless `owner` is gone by then."""
        self._submit(
            self._worker,
            lambda: work(self._app()),
            lambda answer: then(answer) if isValid(owner) else None,
            self._report,
        )

    def in_turns(
        self,
        owner: QObject,
        work: Callable[[Services], Iterator[T]],
        then: Callable[[T], None],
    ) -> Cancel:
        """Read one part after the other and show each; whatever else is asked is answered between two of them."""
        cancel = Cancel()
        begun: list[tuple[Services, Iterator[T]]] = []

        def turn(app: Services) -> list[T]:
            if not begun:
                begun.append((app, work(app)))
            asked, parts = begun[0]
            return [] if cancel.is_set() or app is not asked else list(itertools.islice(parts, 1))

        def show(found: list[T]) -> None:
            if found and not cancel.is_set():
                then(found[0])
                ask()

        def ask() -> None:
            self.query(owner, turn, show)

        ask()
        return cancel

    def command(
        self,
        work: Callable[[Services], Changes],
        initiator: object = None,
        *,
        then: Callable[[Changes], None] | None = None,
        refused: Callable[[SponsorError], None] | None = None,
    ) -> None:
        """Write in the background, then announce. `refused` takes the place of the message bar.

        What takes longer than `PATIENCE` says how far it is, if it can: `lasts` has how to stop it, and `ended` follows.
        """
        cancel, begun = Cancel(), monotonic()

        def hear(what: str, share: float) -> None:
            if cancel.is_set():
                msg = "Stopped. Nothing was changed."
                raise RefusedError(msg)
            if monotonic() - begun > PATIENCE:
                self.lasts.emit(cancel, what, share)

        def write() -> Changes:
            try:
                with heard_by(hear):
                    changes = work(self._app())
            finally:
                if isValid(self):
                    self.ended.emit(cancel)
            self._see_latest()
            return changes

        def announce(changes: Changes) -> None:
            self.changed.emit(changes, initiator)
            if then:
                then(changes)

        self._submit(self._worker, write, announce, refused or self._report)

    def slow(
        self,
        owner: QObject,
        work: Callable[[Services, Progress, Cancel], T],
        then: Callable[[T], None],
        refused: Callable[[SponsorError], None] | None = None,
    ) -> Cancel:
        """Do something that takes its time, beside the store's worker; the result says how to stop it."""
        cancel = Cancel()
        self._cancels.add(cancel)

        def tell(text: str, share: float | None = None) -> None:
            self.progressed.emit(owner, understood(text), share)

        def settle(answer: T) -> None:
            self._cancels.discard(cancel)
            if isValid(owner):
                then(answer)

        def give_up(error: SponsorError) -> None:
            self._cancels.discard(cancel)
            (refused or self._report)(error)

        self._submit(self._slow, lambda: work(self._app(), tell, cancel), settle, give_up)
        return cancel

    def announce(self, changes: Changes, initiator: object = None) -> None:
        """Tell the views what slow work has changed."""
        self._submit(self._worker, self._see_latest, lambda _seen: None, lambda _error: None)
        self.changed.emit(changes, initiator)

    def _see_latest(self) -> int:
        self._latest = self._app().store.latest_change()
        return self._latest

    def look_outside(self) -> None:
        """See whether another process wrote to this store since, and tell the views."""

        def look() -> Changes:
            latest = self._app().store.latest_change()
            seen, self._latest = self._latest, latest
            return Changes(frozenset() if latest == seen else Changes.everything())

        def tell(changes: Changes) -> None:
            if changes.topics:
                self.changed.emit(changes, self)

        self._submit(self._worker, look, tell, lambda _error: None)

    # --- threads ------------------------------------------------------------------------------

    def _app(self) -> Services:
        if self._services is None:
            msg = "The store is not open."
            raise _NotOpenYetError(msg)
        return self._services

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        work: Callable[[], T],
        then: Callable[[T], None],
        refused: Callable[[SponsorError], None],
    ) -> None:
        if self._is_over:
            return

        def settle(done: Future[T]) -> None:
            if not done.cancelled() and isValid(self):
                self._finished.emit(lambda: self._settle(done, then, refused))

        pool.submit(work).add_done_callback(settle)

    def _settle(
        self,
        done: Future[T],
        then: Callable[[T], None],
        refused: Callable[[SponsorError], None],
    ) -> None:
        try:
            answer = done.result()
        except _NotOpenYetError:
            logger.info("asked.before.open")
        except SponsorError as error:
            logger.info("refused.%s", error.code)
            error.message, error.next = understood(error.message), understood(error.next)
            if not self._is_over:
                refused(error)
        else:
            if not self._is_over:
                then(answer)

    def _report(self, error: SponsorError) -> None:
        self.failed.emit(error)

    @Slot(object)
    def _call(self, thunk: Callable[[], Any]) -> None:
        thunk()
