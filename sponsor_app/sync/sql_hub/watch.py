"""Nothing is waited for longer than its time: a connection that says nothing, or is not wanted any more, is cut."""

import socket
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from threading import Condition, Thread

from sponsor_app.sync.file_hub.pace import Pace, StoppedError
from sponsor_app.sync.sql_hub.limits import WATCHED_EVERY


class Watch:
    """Watches one connection from a thread of its own; `late` is whether the time of the last step was over."""

    def __init__(self, descriptor: int, pace: Pace) -> None:
        self._descriptor = descriptor
        self._pace = pace
        self._changed = Condition()
        self._until: float | None = None
        self._resting = False
        self._ended = False
        self.late = False
        Thread(target=self._run, daemon=True, name="server watch").start()

    @contextmanager
    def limited(self, seconds: float) -> Generator[None]:
        """Watch one step."""
        with self._changed:
            self.late = False
            self._until = time.monotonic() + seconds
            if self._resting:
                self._changed.notify()
        try:
            yield
        finally:
            with self._changed:
                self._until = None

    def end(self) -> None:
        """Watch no longer; to be called before the connection is let go."""
        with self._changed:
            self._ended = True
            self._changed.notify()

    def _run(self) -> None:
        with self._changed:
            while not self._ended:
                if self._until is None:
                    self._resting = True
                    self._changed.wait()
                    self._resting = False
                else:
                    self._changed.wait(WATCHED_EVERY)
                    self._look()

    def _look(self) -> None:
        """Cut the connection when the time of a step is over, or the person wants to stop."""
        if self._until is None or self._ended:
            return
        try:
            self._pace.pause(0)
            self.late = time.monotonic() > self._until
            unwanted = self.late
        except StoppedError:
            unwanted = True
        if unwanted:
            self._cut()
            self._until = None

    def _cut(self) -> None:
        """Through a second handle, so that closing it leaves the driver's own alone."""
        family, kind = socket.AF_INET, socket.SOCK_STREAM
        with suppress(OSError), socket.fromfd(self._descriptor, family, kind) as line:
            line.shutdown(socket.SHUT_RDWR)
