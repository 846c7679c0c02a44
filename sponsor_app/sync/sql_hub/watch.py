"""Nothing is waited for longer than its time: a connection that says nothing, or is not wanted any more, is cut."""

import socket
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Thread

from sponsor_app.sync.file_hub.pace import Pace, StoppedError
from sponsor_app.sync.sql_hub.limits import WATCHED_EVERY


@dataclass
class Watch:
    """One step that is waited for; `late` is whether its time was over."""

    descriptor: int
    seconds: float
    pace: Pace
    late: bool = False
    done: Event = field(default_factory=Event)

    def run(self) -> None:
        """Cut the connection when the time is over or the person wants to stop; end when the step is done."""
        until = time.monotonic() + self.seconds
        while not self.done.wait(WATCHED_EVERY):
            try:
                self.pace.pause(0)
            except StoppedError:
                return self._cut()
            if time.monotonic() > until:
                self.late = True
                return self._cut()
        return None

    def _cut(self) -> None:
        """Through a second handle, so that closing it leaves the driver's own alone."""
        family, kind = socket.AF_INET, socket.SOCK_STREAM
        with suppress(OSError), socket.fromfd(self.descriptor, family, kind) as line:
            line.shutdown(socket.SHUT_RDWR)


@contextmanager
def limited(descriptor: int, seconds: float, pace: Pace) -> Generator[Watch]:
    """Watch a step on the connection with this descriptor."""
    watch = Watch(descriptor, seconds, pace)
    thread = Thread(target=watch.run, daemon=True, name="server watch")
    thread.start()
    try:
        yield watch
    finally:
        watch.done.set()
        thread.join()
