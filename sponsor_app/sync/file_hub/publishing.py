"""Put the file in its place whole or not at all, and believe only what is read back."""

import errno
import secrets
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sponsor_app.domain.sync_status import Trouble
from sponsor_app.sync.file_hub.files import Files, Handle, Stat
from sponsor_app.sync.file_hub.limits import PIECE, READ_BACK_PAUSES, REPLACE_PAUSES
from sponsor_app.sync.file_hub.pace import Pace
from sponsor_app.sync.file_hub.place import Place
from sponsor_app.sync.file_hub.reading import Reader
from sponsor_app.sync.file_hub.troubles import writing_failed

_HELD = {errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY}
"""The other file is held open, perhaps only for a moment."""
_NEVER = {errno.EXDEV, errno.ENOTSUP, errno.ENOSYS}
"""This folder knows no replacing."""
_FINAL = {errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.ETIMEDOUT}


class Seen(StrEnum):
    """What a read after the replace showed."""

    SAME = "same"
    OTHER = "other"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Put:
    """The file was replaced, or so the system said; only `seen` is true. `durable` is whether the folder is on disk."""

    seen: Seen
    durable: bool = True


@dataclass(frozen=True, slots=True)
class Beside:
    """The file cannot be replaced; the same bytes lie beside it."""


@dataclass(frozen=True, slots=True)
class NotPut:
    """Nothing was changed."""

    trouble: Trouble


@dataclass(frozen=True)
class Publisher:
    """Writes the shared file of one place."""

    files: Files
    pace: Pace
    place: Place

    def put(self, content: bytes, before: Stat | None) -> Put | Beside | NotPut:
        """Replace the file by `content` and read it back; `before` is what stood there, for its mode."""
        beside = self.place.temporary(secrets.token_hex(6))
        try:
            write_new(self.files, self.pace, beside, content, before.mode if before else 0)
            refused = self._replace(beside, self.place.path)
            if refused is not None:
                return self._leave_beside(beside, content, refused)
        except OSError as error:
            return NotPut(writing_failed(error))
        finally:
            take_away(self.files, beside)
        durable = self._keep_names()
        return Put(self._read_back(self.place.path, content), durable)

    def _keep_names(self) -> bool:
        try:
            self.files.fsync_folder(self.place.folder)
        except OSError:
            return False
        return True

    def _replace(self, source: Path, target: Path) -> OSError | None:
        """Replace, again for 10 s while the target is held open; the error when it never went."""
        deadline = self.pace.ticks() + sum(REPLACE_PAUSES)
        for pause in (*REPLACE_PAUSES, None):
            try:
                self.files.replace(source, target)
            except OSError as error:
                if error.errno in _FINAL:
                    raise
                if error.errno not in _HELD | _NEVER:
                    return None  # a share may have done it and lost its answer: reading back tells
                if error.errno in _NEVER or pause is None or self.pace.ticks() >= deadline:
                    return error
                self.pace.pause(pause)
            else:
                return None
        return None

    def _leave_beside(self, written: Path, content: bytes, refused: OSError) -> Beside | NotPut:
        """Put the bytes beside the file that cannot be replaced, by renaming them or by writing them there."""
        part = self.place.part
        try:
            self.files.replace(written, part)
        except OSError:
            take_away(self.files, part)
            write_new(self.files, self.pace, part, content)
        if self._keep_names() and self._read_back(part, content) is Seen.SAME:
            return Beside()
        return NotPut(writing_failed(refused))

    def _read_back(self, path: Path, content: bytes) -> Seen:
        reader = Reader(self.files, self.pace, pauses=READ_BACK_PAUSES)
        try:
            return Seen.SAME if reader.shows(path, content) else Seen.OTHER
        except OSError:
            return Seen.NOTHING


def keep_copy(files: Files, pace: Pace, target: Path, content: bytes) -> None:
    """Write a local file whole and read it back; nothing when it is there already. OSError when it did not stay."""
    reader = Reader(files, pace, pauses=())
    with suppress(OSError):
        if reader.shows(target, content):
            return
    files.make_folder(target.parent)
    files.fsync_folder(
        target.parent.parent
    )  # a folder made now could be gone after a power failure
    beside = target.with_name(f".{target.name}.tmp")
    take_away(files, beside)
    try:
        write_new(files, pace, beside, content)
        files.replace(beside, target)
        files.fsync_folder(target.parent)
    finally:
        take_away(files, beside)
    if not reader.shows(target, content):
        raise OSError(errno.EIO, "The disk did not keep what was written")


def write_new(files: Files, pace: Pace, path: Path, content: bytes, mode: int = 0) -> None:
    """Write a new file and have it on the disk when this returns."""
    handle = files.create(path, mode)
    try:
        _write_all(files, pace, handle, content)
        files.fsync(handle)
    except BaseException:
        with suppress(OSError):
            files.close(handle)
        raise
    files.close(handle)  # some shares say only now that there is no room


def _write_all(files: Files, pace: Pace, handle: Handle, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        pace.pause(0)
        taken = files.write(handle, rest[:PIECE])
        if taken <= 0:
            raise OSError(errno.EIO, "The drive takes nothing more")
        rest = rest[taken:]


def take_away(files: Files, path: Path) -> None:
    """Remove a file of ours, if it is there and goes."""
    with suppress(OSError):
        files.remove(path)
