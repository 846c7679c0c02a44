"""A file system that fails as real ones do, and counts how often; everything it does is done on the real disk."""

import errno
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from sponsor_app.sync.file_hub.disk import Disk
from sponsor_app.sync.file_hub.files import Handle, Stat


class Fault(StrEnum):
    KILL = "kill"
    KILL_AFTER = "kill after"
    ENOSPC = "no room"
    EIO = "input/output error"
    EROFS = "read-only"
    ESTALE = "stale handle"
    LOST_RENAME = "lost rename"
    LOST_ANSWER = "renamed, and the answer lost"
    SHORT_READ = "short read"
    EARLY_END = "early end"
    SHORT_WRITE = "short write"
    HELD_OPEN = "sharing violation"
    CLOCK = "clock jumps"


ERRORS = {
    Fault.ENOSPC: errno.ENOSPC,
    Fault.EIO: errno.EIO,
    Fault.EROFS: errno.EROFS,
    Fault.ESTALE: errno.ESTALE,
    Fault.HELD_OPEN: errno.EACCES,
}
WRITING = {"create", "write", "fsync", "replace", "fsync_folder", "lock", "remove", "make_folder"}
FITS: dict[Fault, set[str]] = {
    Fault.ENOSPC: {"create", "write", "fsync", "close", "lock", "make_folder"},
    Fault.EROFS: WRITING - {"write", "fsync"},
    Fault.LOST_RENAME: {"replace"},
    Fault.LOST_ANSWER: {"replace"},
    Fault.SHORT_READ: {"read"},
    Fault.EARLY_END: {"read"},
    Fault.SHORT_WRITE: {"write"},
    Fault.HELD_OPEN: {"open", "replace", "remove", "create"},
}


class Killed(BaseException):
    """The process is gone: nothing after this happens, no cleanup either."""


Plan = Callable[[int, str], Fault | None]
"""What goes wrong at the n-th call (from 0), by its name."""


def quiet(number: int, call: str) -> None:
    """Nothing goes wrong."""


def once(at: int, fault: Fault) -> Plan:
    return lambda number, call: fault if number == at else None


def always(call: str, fault: Fault) -> Plan:
    return lambda _, name: fault if name == call else None


@dataclass
class FaultyDisk:
    """Passes every call to the disk, unless the plan has another idea. `opened` is what the watched file held each time."""

    plan: Plan = quiet
    watched: Path | None = None
    on_clock: Callable[[], None] = lambda: None
    before: Callable[[str, Path | None], None] = lambda call, path: None
    disk: Disk = field(default_factory=Disk)
    calls: list[str] = field(default_factory=list[str])
    injected: Counter[Fault] = field(default_factory=Counter[Fault])
    opened: list[bytes] = field(default_factory=list[bytes])
    dead: bool = False

    def _meet(self, call: str, path: Path | None = None) -> Fault | None:
        if self.dead:
            raise Killed
        self.before(call, path)
        fault = self.plan(len(self.calls), call)
        self.calls.append(call)
        if fault is None or call not in FITS.get(fault, {call}):
            return None
        self.injected[fault] += 1
        if fault is Fault.KILL:
            self._die()
        if fault is Fault.CLOCK:
            self.on_clock()
        if fault in ERRORS:
            raise OSError(ERRORS[fault], fault.value)
        return fault

    def _die(self) -> None:
        self.dead = True
        raise Killed

    def _after(self, fault: Fault | None) -> None:
        if fault is Fault.KILL_AFTER:
            self._die()

    def resolve(self, path: Path) -> Path:
        self._after(self._meet("resolve", path))
        return self.disk.resolve(path)

    def mount(self, path: Path) -> str:
        self._after(self._meet("mount", path))
        return self.disk.mount(path)

    def stat(self, path: Path) -> Stat:
        self._after(self._meet("stat", path))
        return self.disk.stat(path)

    def list(self, folder: Path) -> tuple[str, ...]:
        self._after(self._meet("list", folder))
        return self.disk.list(folder)

    def open(self, path: Path) -> Handle:
        fault = self._meet("open", path)
        if path == self.watched and path.is_file():
            self.opened.append(path.read_bytes())
        handle = self.disk.open(path)
        if fault is Fault.KILL_AFTER:
            self.disk.close(handle)
        self._after(fault)
        return handle

    def read(self, handle: Handle, at: int, size: int) -> bytes:
        fault = self._meet("read")
        if fault is Fault.EARLY_END:
            return b""
        if fault is Fault.SHORT_READ:
            size = max(1, size // 3)
        self._after(fault)
        return self.disk.read(handle, at, size)

    def create(self, path: Path, mode: int = 0) -> Handle:
        fault = self._meet("create", path)
        handle = self.disk.create(path, mode)
        if fault is Fault.KILL_AFTER:
            self.disk.close(handle)
        self._after(fault)
        return handle

    def write(self, handle: Handle, content: bytes | memoryview) -> int:
        half = content[: len(content) // 2]
        try:
            fault = self._meet("write")
        except (Killed, OSError):
            self.disk.write(handle, half)
            raise
        taken = self.disk.write(handle, half or content if fault is Fault.SHORT_WRITE else content)
        self._after(fault)
        return taken

    def fsync(self, handle: Handle) -> None:
        fault = self._meet("fsync")
        self.disk.fsync(handle)
        self._after(fault)

    def close(self, handle: Handle) -> None:
        self.disk.close(handle)
        self._after(self._meet("close"))

    def replace(self, source: Path, target: Path) -> None:
        fault = self._meet("replace", target)
        if fault is Fault.LOST_RENAME:
            return
        self.disk.replace(source, target)
        if fault is Fault.LOST_ANSWER:
            raise OSError(errno.ESTALE, "Stale file handle")
        self._after(fault)

    def fsync_folder(self, folder: Path) -> None:
        fault = self._meet("fsync_folder", folder)
        self.disk.fsync_folder(folder)
        self._after(fault)

    def lock(self, path: Path, content: bytes) -> None:
        fault = self._meet("lock", path)
        self.disk.lock(path, content)
        self._after(fault)

    def remove(self, path: Path) -> None:
        fault = self._meet("remove", path)
        self.disk.remove(path)
        self._after(fault)

    def make_folder(self, folder: Path) -> None:
        self._after(self._meet("make_folder", folder))
        self.disk.make_folder(folder)
