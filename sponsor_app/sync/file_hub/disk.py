"""The real file system behind the seam, on every platform."""

import errno
import os
import stat as bits
import sys
from contextlib import suppress
from pathlib import Path

from sponsor_app.sync.file_hub.files import Form, Handle, Stat

USUAL_MODE = 0o666
"""Minus the umask: the content is sealed, and colleagues with other accounts must be able to read the file."""
_BINARY = getattr(os, "O_BINARY", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_AWAY_WINDOWS = 0x1000 | 0x40000 | 0x400000  # offline, recall on open, recall on data access
_AWAY_MACOS = 0x40000000  # dataless
_UNABLE = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM, errno.ENOSYS}


class Disk:
    """What `files.Files` asks for, done by the operating system."""

    def resolve(self, path: Path) -> Path:
        """The file behind symbolic links; `path` itself when there is none."""
        try:
            return path.resolve()
        except (RuntimeError, ValueError) as error:  # links in a ring, a name that cannot be
            raise OSError(errno.EINVAL, "No such name is possible") from error

    def mount(self, path: Path) -> str:
        """The folder where the drive of `path` is connected."""
        return str(next((p for p in (path, *path.parents) if os.path.ismount(p)), path.anchor))

    def stat(self, path: Path) -> Stat:
        """What stands there, without opening it."""
        found = path.stat()
        if bits.S_ISREG(found.st_mode):
            form = Form.FILE
        else:
            form = Form.FOLDER if bits.S_ISDIR(found.st_mode) else Form.OTHER
        mark = (found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size)
        return Stat(form, found.st_size, mark, bits.S_IMODE(found.st_mode), _placeholder(found))

    def list(self, folder: Path) -> tuple[str, ...]:
        """The names in a folder, sorted."""
        return tuple(sorted(os.listdir(folder)))  # noqa: PTH208 - names are all that is wanted

    def open(self, path: Path) -> Handle:
        """Open a file for reading."""
        return os.open(path, os.O_RDONLY | _BINARY | _NO_WAIT)

    def read(self, handle: Handle, at: int, size: int) -> bytes:
        """At most `size` bytes from `at` on."""
        os.lseek(handle, at, os.SEEK_SET)
        return os.read(handle, size)

    def create(self, path: Path, mode: int = 0) -> Handle:
        """Open a new file for writing."""
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY
        handle = os.open(path, flags, mode or USUAL_MODE)
        if mode and hasattr(os, "fchmod"):
            with suppress(OSError):  # many shares have no modes
                os.fchmod(handle, mode)
        return handle

    def write(self, handle: Handle, content: bytes | memoryview) -> int:
        """Append; how many bytes were taken."""
        return os.write(handle, content)

    def fsync(self, handle: Handle) -> None:
        """Return when what was written is on the disk."""
        os.fsync(handle)

    def close(self, handle: Handle) -> None:
        """Let go of an open file."""
        os.close(handle)

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` in the place of `target`; the hub does what `system/publish.py` does, with read-back."""
        source.replace(target)

    def fsync_folder(self, folder: Path) -> None:
        """Return when the names in a folder are on the disk, where the platform can say so."""
        if sys.platform == "win32":
            return
        try:
            handle = os.open(folder, os.O_RDONLY)
        except PermissionError:  # a folder to write into that may not be listed
            return
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _UNABLE:
                raise
        finally:
            os.close(handle)

    def lock(self, path: Path, content: bytes) -> None:
        """Make a new file with `content`."""
        handle = self.create(path)
        try:
            os.write(handle, content)
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise
        finally:
            os.close(handle)

    def remove(self, path: Path) -> None:
        """Take a file away."""
        path.unlink()

    def make_folder(self, folder: Path) -> None:
        """Make a local folder for this person only."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _placeholder(found: os.stat_result) -> bool:
    """Whether a sync program keeps the content elsewhere until somebody reads it."""
    windows = getattr(found, "st_file_attributes", 0) & _AWAY_WINDOWS
    return bool(windows or getattr(found, "st_flags", 0) & _AWAY_MACOS)
