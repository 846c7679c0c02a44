"""The time as the hub is told it: what it is, how to wait, and whether the person wants to stop."""

import secrets
import time
from collections.abc import Callable
from datetime import datetime
from threading import Event
from typing import Protocol

from sponsor_app.domain.errors import RefusedError

Tell = Callable[[int, int], None]
"""Hears how many bytes of how many were read."""


class StoppedError(RefusedError):
    """The person stopped the sync."""

    code = "stopped"

    def __init__(self) -> None:
        super().__init__(
            "The sync was stopped. Everything is saved on this laptop, and the shared file is whole.",
            "Sync again whenever you like.",
        )


class Pace(Protocol):
    """The clock on the wall, my own clock, waiting, and lots for jitter."""

    def now(self) -> datetime:
        """The moment, aware; it may jump."""
        ...

    def ticks(self) -> float:
        """Seconds of my own clock, which only goes on."""
        ...

    def pause(self, seconds: float) -> None:
        """Wait; raises StoppedError as soon as the person wants to stop, with 0 seconds too."""
        ...

    def draw(self) -> float:
        """A number from 0 up to 1, different on every laptop."""
        ...


class RealPace:
    """Real time; `stop` ends a wait at once, and so does whoever sets the event it was given."""

    def __init__(self, now: Callable[[], datetime], stopping: Event | None = None) -> None:
        self.now = now
        self.stopping = stopping or Event()
        self._lots = secrets.SystemRandom()

    def ticks(self) -> float:
        """Seconds of my own clock, which only goes on."""
        return time.monotonic()

    def pause(self, seconds: float) -> None:
        """Wait, unless stopped."""
        if self.stopping.wait(seconds):
            raise StoppedError

    def draw(self) -> float:
        """A number from 0 up to 1."""
        return self._lots.random()

    def stop(self) -> None:
        """End the sync at its next step; from any thread."""
        self.stopping.set()
