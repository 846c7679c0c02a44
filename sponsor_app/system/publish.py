"""Put a file in its place whole or not at all: written beside, synced, replaced, the folder synced."""

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from sponsor_app.domain.errors import DiskFullError, FileProblemError

PRIVATE = 0o600


def publish(path: Path, content: bytes, *, mode: int | None = None) -> None:
    """Write `content` to `path` so that a reader sees the old file or the new one."""
    with publishing(path, mode=mode) as beside:
        beside.write_bytes(content)


@contextmanager
def publishing(path: Path, *, mode: int | None = None) -> Generator[Path]:
    """Yield a path beside `path` to write to; take its place when the block ends, vanish when it raises."""
    beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    with plain_file_errors(path):
        try:
            if mode is not None:
                os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))
            yield beside
            _sync(beside)
            beside.replace(path)
            _sync_folder(path.parent)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


@contextmanager
def plain_file_errors(path: Path) -> Generator[None]:
    """Turn what the file system says into what a person can do."""
    try:
        yield
    except OSError as error:
        raise explain(error, path) from error


def explain(error: OSError, path: Path) -> FileProblemError | DiskFullError:
    """The sentence for a file-system error."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFullError(
            f"The disk is full: {path.name} was not written. What was there before is intact.",
            "Free some space, then do it again.",
        )
    reasons = {
        errno.ENOENT: "its folder does not exist",
        errno.EACCES: "you may not write there",
        errno.EPERM: "you may not write there",
        errno.EROFS: "the place is read-only",
        errno.EISDIR: "a folder has that name",
        errno.ENAMETOOLONG: "the name is too long",
    }
    reason = reasons.get(error.errno or 0, (error.strerror or "the disk refused").lower())
    return FileProblemError(
        f"{path} was not written: {reason}. Nothing was changed.",
        "Choose another place or name, then do it again.",
    )


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
