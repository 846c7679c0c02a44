"""Read a file whole, or say why there is no information in it; that it is not there never means that anything was deleted."""

import errno
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sponsor_app.domain.sync_status import Trouble
from sponsor_app.sync.file_hub.files import Files, Form, Handle, Stat
from sponsor_app.sync.file_hub.limits import AT_ONCE, LARGEST_FILE, PIECE, PROBE, QUICK, READ_PAUSES
from sponsor_app.sync.file_hub.pace import Pace, Tell
from sponsor_app.sync.file_hub.troubles import Code, reading_failed, trouble


@dataclass(frozen=True, slots=True)
class Found:
    """A file as it was read; `steady` is False when it changed meanwhile."""

    content: bytes
    stat: Stat
    steady: bool = True


@dataclass(frozen=True, slots=True)
class Absent:
    """No file, or one of 0 bytes (`stat`): no information, and room to write it anew."""

    stat: Stat | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """There may be a file, and nobody knows what is in it: nothing is written over it."""

    trouble: Trouble
    final: bool = False


Sight = Found | Absent | Unreadable


def nobody(done: int, total: int) -> None:
    """Hears of progress and does nothing."""


def always(content: bytes) -> bool:
    """Accepts any content."""
    return True


@dataclass(frozen=True)
class Reader:
    """Reads whole files; `tell` hears how far it is, and every piece is a chance to stop."""

    files: Files
    pace: Pace
    tell: Tell = nobody
    pauses: tuple[float, ...] = field(default=READ_PAUSES)

    def read(self, path: Path, plausible: Callable[[bytes], bool] = always) -> Sight:
        """What stands at `path`; tried again while it is missing, empty, unreadable, moving or implausible."""
        seen = self.read_once(path)
        for pause in self.pauses:
            if _settled(seen, plausible):
                break
            self.pace.pause(pause)
            seen = self.read_once(path)
        return seen

    def shows(self, path: Path, content: bytes) -> bool:
        """Whether exactly `content` stands at `path`, looked at again after each pause; OSError when nobody can see."""
        for pause in self.pauses:
            with suppress(OSError):
                if self._equals(path, content):
                    return True
            self.pace.pause(pause)
        return self._equals(path, content)

    def read_once(self, path: Path) -> Sight:
        """The same, in one attempt."""
        try:
            stat = self.files.stat(path)
        except FileNotFoundError:
            return self._missing(path)
        except OSError as error:
            return _unreadable(error)
        refused = _refused(stat)
        if refused is not None:
            return Unreadable(trouble(refused), final=True)
        if not stat.size:
            return Absent(stat)
        try:
            content = self._content(path, stat.size)
            after = self.files.stat(path)
        except OSError as error:
            return Unreadable(trouble(Code.PLACEHOLDER)) if stat.placeholder else _unreadable(error)
        return Found(content, stat, after.mark == stat.mark and len(content) == stat.size)

    def _missing(self, path: Path) -> Sight:
        """Without its folder, nobody knows; in its folder, it is not there."""
        try:
            folder = self.files.stat(path.parent)
        except FileNotFoundError:
            return Unreadable(trouble(Code.NO_FOLDER), final=True)
        except OSError as error:
            return _unreadable(error)
        if folder.form is not Form.FOLDER:
            return Unreadable(trouble(Code.NO_FOLDER), final=True)
        return Absent()

    def _equals(self, path: Path, content: bytes) -> bool:
        """Compare piece by piece: nothing as large as the file is made."""
        try:
            if self.files.stat(path).size != len(content):
                return False
            handle = self.files.open(path)
        except FileNotFoundError:
            return False
        try:
            pieces = self._pieces(handle, len(content))
            return _all_equal(pieces, content)
        finally:
            with suppress(OSError):
                self.files.close(handle)

    def _content(self, path: Path, size: int) -> bytes:
        handle = self.files.open(path)
        try:
            if PIECE < size <= AT_ONCE and self._is_quick(handle):
                content = self.files.read(handle, 0, size + 1)
                if len(content) >= size:
                    self.tell(size, size)
                    return content
            return b"".join(self._pieces(handle, size))
        finally:
            with suppress(OSError):
                self.files.close(handle)

    def _is_quick(self, handle: Handle) -> bool:
        """Whether the drive answers so fast that a file may be read in one piece: half as dear as joining many."""
        before = self.pace.ticks()
        self.files.read(handle, 0, PROBE)
        return self.pace.ticks() - before < QUICK

    def _pieces(self, handle: Handle, size: int) -> Iterator[bytes]:
        at = 0
        while at <= min(size, LARGEST_FILE):
            self.pace.pause(0)
            piece = self.files.read(handle, at, min(PIECE, size - at) or 1)
            if not piece:
                break
            yield piece
            at += len(piece)
            self.tell(at, size)


def _all_equal(pieces: Iterable[bytes], content: bytes) -> bool:
    """Whether the pieces are exactly `content`, one after another."""
    at = 0
    for piece in pieces:
        if not content.startswith(piece, at):
            return False
        at += len(piece)
    return at == len(content)


def _refused(stat: Stat) -> Code | None:
    """What must not even be opened."""
    if stat.form is Form.FILE:
        return Code.TOO_LARGE if stat.size > LARGEST_FILE else None
    return Code.FOLDER if stat.form is Form.FOLDER else Code.NO_FILE


def _unreadable(error: OSError) -> Unreadable:
    if error.errno in (errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL):
        return Unreadable(trouble(Code.NO_FOLDER), final=True)
    return Unreadable(reading_failed(error), final=isinstance(error, TimeoutError))


def _settled(seen: Sight, plausible: Callable[[bytes], bool]) -> bool:
    if isinstance(seen, Found):
        return seen.steady and plausible(seen.content)
    return isinstance(seen, Unreadable) and seen.final
