"""A drive that hangs is given up after 10 s: its calls run in a thread of their own, which nobody waits for any longer."""

import errno
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, Generic, TypeVar

from sponsor_app.sync.file_hub.files import Files, Handle, Stat
from sponsor_app.sync.file_hub.limits import PATIENCE, PIECE, SLOWEST

T = TypeVar("T")


class _Answer(Generic[T]):
    """What a call gives, in a thread of its own; `late` undoes it when nobody waits for it any more.

    A lock tells that it is there: a sync asks fifty times, and a `Future` takes three times as long.
    """

    def __init__(self, call: Callable[[], T], late: Callable[[T], object] | None) -> None:
        self._call, self._late = call, late
        self._given: list[T] = []
        self._error: BaseException | None = None
        self._there, self._deciding = Lock(), Lock()
        self._forsaken = False
        self.done = False
        self._there.acquire()

    def find(self) -> None:
        """Make the call."""
        try:
            self._given.append(self._call())
        except BaseException as error:  # noqa: BLE001 - handed over to whoever asked
            self._error = error
        with self._deciding:
            self.done = True
        self._there.release()
        if self._forsaken and self._late is not None and self._given:
            with suppress(OSError):
                self._late(self._given[0])

    def came(self, seconds: float) -> bool:
        """Wait for so long; False when it did not come, and is then nobody's."""
        if self._there.acquire(timeout=seconds):
            return True
        with self._deciding:
            self._forsaken = not self.done
        return self.done

    def result(self) -> T:
        """What the call gave, or raised."""
        if self._error is not None:
            raise self._error
        return self._given[0]


class Patient:
    """Another file system, asked in one thread of its own; raises TimeoutError when it does not answer.

    While an answer is outstanding every further call fails at once, so that a dead drive costs one thread and not one a
    poll. When the answer comes after all, the drive is used again.
    """

    def __init__(self, inner: Files, patience: float = PATIENCE) -> None:
        self._inner = inner
        self._patience = patience
        self._jobs: SimpleQueue[_Answer[Any] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._outstanding: _Answer[Any] | None = None
        self._written: dict[Handle, int] = {}

    def end(self) -> None:
        """Let the thread go when it has nothing to do any more."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread = None

    def resolve(self, path: Path) -> Path:
        """The file behind symbolic links."""
        return self._ask(lambda: self._inner.resolve(path))

    def mount(self, path: Path) -> str:
        """The folder where the drive of `path` is connected."""
        return self._ask(lambda: self._inner.mount(path))

    def stat(self, path: Path) -> Stat:
        """What stands there, without opening it."""
        return self._ask(lambda: self._inner.stat(path))

    def list(self, folder: Path) -> tuple[str, ...]:
        """The names in a folder, sorted."""
        return self._ask(lambda: self._inner.list(folder))

    def open(self, path: Path) -> Handle:
        """Open a file for reading."""
        return self._ask(lambda: self._inner.open(path), late=self._inner.close)

    def read(self, handle: Handle, at: int, size: int) -> bytes:
        """At most `size` bytes from `at` on."""
        slow = size / SLOWEST if size > PIECE else 0.0
        return self._ask(lambda: self._inner.read(handle, at, size), slow)

    def create(self, path: Path, mode: int = 0) -> Handle:
        """Open a new file for writing."""
        handle = self._ask(lambda: self._inner.create(path, mode), late=self._inner.close)
        self._written[handle] = 0
        return handle

    def write(self, handle: Handle, content: bytes | memoryview) -> int:
        """Append; how many bytes were taken."""
        slow = len(content) / SLOWEST
        taken = self._ask(lambda: self._inner.write(handle, content), slow)
        self._written[handle] = self._written.get(handle, 0) + taken
        return taken

    def fsync(self, handle: Handle) -> None:
        """Return when what was written is on the disk."""
        self._ask(lambda: self._inner.fsync(handle), self._written.get(handle, 0) / SLOWEST)

    def close(self, handle: Handle) -> None:
        """Let go of an open file; some shares only now send what was written."""
        slow = self._written.pop(handle, 0) / SLOWEST
        self._ask(lambda: self._inner.close(handle), slow)

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` in the place of `target`."""
        self._ask(lambda: self._inner.replace(source, target))

    def fsync_folder(self, folder: Path) -> None:
        """Return when the names in a folder are on the disk."""
        self._ask(lambda: self._inner.fsync_folder(folder))

    def lock(self, path: Path, content: bytes) -> None:
        """Make a new file with `content`."""
        self._ask(lambda: self._inner.lock(path, content))

    def remove(self, path: Path) -> None:
        """Take a file away."""
        self._ask(lambda: self._inner.remove(path))

    def make_folder(self, folder: Path) -> None:
        """Make a local folder for this person only."""
        self._ask(lambda: self._inner.make_folder(folder))

    def _ask(
        self, call: Callable[[], T], more: float = 0.0, late: Callable[[T], object] | None = None
    ) -> T:
        """The answer, or TimeoutError; `late` undoes an answer that nobody waits for any more."""
        if self._outstanding is not None and not self._outstanding.done:
            raise _no_answer()
        answer = _Answer(call, late)
        self._working().put(answer)
        if not answer.came(self._patience + more):
            self._outstanding = answer
            raise _no_answer()
        return answer.result()

    def _working(self) -> SimpleQueue[_Answer[Any] | None]:
        if self._thread is None:
            self._thread = Thread(target=_work, args=(self._jobs,), daemon=True, name="shared file")
            self._thread.start()
        return self._jobs


def _work(jobs: SimpleQueue[_Answer[Any] | None]) -> None:
    while (answer := jobs.get()) is not None:
        answer.find()


def _no_answer() -> TimeoutError:
    return TimeoutError(errno.ETIMEDOUT, "The drive does not answer")
