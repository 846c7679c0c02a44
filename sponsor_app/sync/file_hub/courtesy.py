"""A lock that is courtesy: it spares others a second attempt, and nothing depends on it."""

import secrets
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace

from sponsor_app.sync.file_hub.files import Files
from sponsor_app.sync.file_hub.limits import LARGEST_LOCK, LEASE, LOCK_PATIENCE, LOCK_PAUSE
from sponsor_app.sync.file_hub.pace import Pace
from sponsor_app.sync.file_hub.place import Place


@dataclass(frozen=True, slots=True)
class _Seen:
    """Somebody's lock, and when my own clock first saw this content."""

    content: bytes
    since: float
    waited: bool = False


class Courtesy:
    """The lock of one place; what it saw of others' locks is kept from one sync to the next.

    A lock belongs to nobody when its content has stood still for 60 s by my own clock: no clock of others is believed.
    While somebody holds it, 2 s are waited, once for each content, and then it is written without: two writers at once
    cannot hurt.
    """

    def __init__(self, files: Files, pace: Pace, place: Place) -> None:
        self._files = files
        self._pace = pace
        self._path = place.lock
        self._token = f"{place.device} {secrets.token_hex(8)}".encode()[:LARGEST_LOCK]
        self._seen: _Seen | None = None
        self._cloud = place.cloud
        self._left = False

    @contextmanager
    def held(self) -> Generator[bool]:
        """Hold the lock, or go on without it (False): in a cloud folder, or where it cannot be had."""
        mine = not self._cloud and self._take()
        try:
            yield mine
        finally:
            if mine:
                self._release()

    def tidy(self) -> None:
        """Take away the lock of an earlier sync of mine that could not."""
        if self._left:
            self._release()

    def _take(self) -> bool:
        deadline = self._pace.ticks() + LOCK_PATIENCE
        for _ in range(2 * int(LOCK_PATIENCE / LOCK_PAUSE)):  # a clock of mine may stand still
            try:
                self._files.lock(self._path, self._token)
            except FileExistsError:
                content = self._content()
                if content == self._token:
                    return True  # an earlier sync of mine could not take it away
                if self._abandoned(content):
                    continue
            except OSError:
                return False
            else:
                return True
            if not self._wait(deadline):
                return False
        return False

    def _wait(self, deadline: float) -> bool:
        """Give the owner time; False when that was long enough, or this same lock was waited for before."""
        seen = self._seen
        if seen is not None and (seen.waited or self._pace.ticks() >= deadline):
            self._seen = replace(seen, waited=True)
            return False
        self._pace.pause(LOCK_PAUSE * (0.5 + self._pace.draw()))
        return True

    def _abandoned(self, content: bytes | None) -> bool:
        """Whether the lock is gone, or was nobody's any more and was taken away."""
        if content is None:
            self._seen = None
            return True
        if self._seen is None or self._seen.content != content:
            self._seen = _Seen(content, self._pace.ticks())
            return False
        if self._pace.ticks() - self._seen.since < LEASE:
            return False
        self._seen = None
        with suppress(OSError):
            self._files.remove(self._path)
        return True

    def _release(self) -> None:
        """Take my own lock away, not the one of somebody who thought that I was gone."""
        self._left = self._content() == self._token
        if self._left:
            with suppress(OSError):
                self._files.remove(self._path)
                self._left = False

    def _content(self) -> bytes | None:
        """What stands in the lock; None when there is none, or it cannot be read."""
        try:
            handle = self._files.open(self._path)
        except OSError:
            return None
        try:
            return self._files.read(handle, 0, LARGEST_LOCK)
        except OSError:
            return None
        finally:
            with suppress(OSError):
                self._files.close(handle)
