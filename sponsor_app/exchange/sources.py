"""The checks a file passes before anything reads it, each with a sentence of its own."""

import errno
import os
import stat
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sponsor_app.domain.errors import FileProblemError
from sponsor_app.exchange.formats import Recognised, recognise
from sponsor_app.exchange.limits import MAX_BYTES, MEBIBYTE
from sponsor_app.exchange.wide import is_wide

_HEAD = 8192
_BEHIND_A_PIPE = getattr(os, "O_NONBLOCK", 0)  # opening a pipe nobody writes to must not wait


@dataclass(frozen=True, slots=True)
class Fit:
    """How large a file may be, in bytes, and what to do with one that is empty or larger."""

    most: int
    if_empty: str
    if_larger: str


READ = Fit(
    MAX_BYTES, "Export it again, and import that file.", "Split it, or export fewer columns."
)


@dataclass(frozen=True, slots=True)
class Source:
    """A regular file of a readable size, and what it is."""

    path: Path
    name: str
    recognised: Recognised
    content: bytes | None = None
    """What came over a line instead of from a file: it never lies readable on a disk."""

    def open(self) -> BinaryIO:
        """What a reading child is given as its standard input."""
        return open_source(self.path) if self.content is None else _poured(self.content)

    def not_read(self) -> FileProblemError:
        """The refusal of a file whose format nobody reads, with what to export instead."""
        what, advice = self.recognised.what, self.recognised.advice
        return FileProblemError(
            f"“{self.name}” is {what}, which cannot be imported yet. Nothing was changed.", advice
        )


def examine(path: Path) -> Source:
    """Check a file and recognise it by its beginning. Raises `FileProblemError`."""
    with open_source(path) as file:
        try:
            head = file.read(_HEAD)
        except OSError as error:
            raise os_problem(path, error) from error
    return Source(path, _shown(path), recognise(head, path.suffix, wide=is_wide(head)))


def poured(name: str, content: bytes) -> Source:
    """What came over a line, recognised by its beginning."""
    path, head = Path(name), content[:_HEAD]
    return Source(path, _shown(path), recognise(head, path.suffix, wide=is_wide(head)), content)


def open_source(path: Path, fit: Fit = READ) -> BinaryIO:
    """Open a file for reading, unless it is missing, no regular file, empty or too large."""
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):
            raise _no_file(path, kind)
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | _BEHIND_A_PIPE)
    except (OSError, ValueError) as error:
        raise os_problem(path, error) from error
    file = os.fdopen(descriptor, "rb")
    refusal = _unfit(path, os.fstat(descriptor), fit)
    if refusal is not None:
        file.close()
        raise refusal
    return file


def _poured(content: bytes) -> BinaryIO:
    """The end of a pipe out of which `content` comes."""
    out, into = os.pipe()

    def pour() -> None:
        with suppress(BrokenPipeError), os.fdopen(into, "wb") as pipe:
            pipe.write(content)

    threading.Thread(target=pour, name="pour", daemon=True).start()
    return os.fdopen(out, "rb")


def _unfit(path: Path, status: os.stat_result, fit: Fit) -> FileProblemError | None:
    if not stat.S_ISREG(status.st_mode):
        return _no_file(path, status.st_mode)
    if status.st_size == 0:
        return problem(path, "is empty", fit.if_empty)
    if status.st_size > fit.most:
        size = f"{status.st_size / MEBIBYTE:,.0f} MiB"
        clause = f"has {size}, and at most {fit.most // MEBIBYTE} MiB are read"
        return problem(path, clause, fit.if_larger)
    return None


def _no_file(path: Path, mode: int) -> FileProblemError:
    if stat.S_ISDIR(mode):
        return problem(path, "is a folder, not a file", "Choose a file inside it.")
    return problem(path, "is not a file but a device or a pipe", "Save it as a file first.")


def os_problem(path: Path, error: OSError | ValueError) -> FileProblemError:
    """The sentence for what the system said about a file that is read."""
    if not isinstance(error, OSError):
        return problem(path, "is not the name of a file", "Check the name.")
    if (
        isinstance(error, FileNotFoundError | NotADirectoryError)
        or error.errno == errno.ENAMETOOLONG
    ):
        return problem(
            path, "was not found", "Check the name and the folder; it may have been moved."
        )
    if isinstance(error, PermissionError):
        return problem(
            path,
            "may not be read by you",
            "Close it in the program that has it open, or ask for access.",
        )
    reason = os.strerror(error.errno) if error.errno else "the system gave no reason"
    return problem(
        path, f"could not be read ({reason})", "Copy it to this computer, and try again."
    )


def _shown(path: Path) -> str:
    """The name of a file as any screen can show it, even when its bytes are no text."""
    return (path.name or str(path)).encode("utf-8", "replace").decode()


def problem(path: Path, clause: str, next_step: str) -> FileProblemError:
    """A file and what is the matter with it."""
    return FileProblemError(f"“{_shown(path)}” {clause}. Nothing was changed.", next_step)
