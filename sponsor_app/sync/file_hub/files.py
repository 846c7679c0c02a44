"""The small seam between the hub and any file system: every call that can fail is here, so that a fault can stand for each."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

Handle = int


class Form(StrEnum):
    """What stands under a name."""

    FILE = "file"
    FOLDER = "folder"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Stat:
    """A name in a folder: `mark` changes with every new content, `placeholder` has its content elsewhere."""

    form: Form
    size: int
    mark: tuple[int, ...] = ()
    mode: int = 0
    placeholder: bool = False


class Files(Protocol):
    """A file system. Every call raises OSError, and TimeoutError (one of them) when the drive hangs."""

    def resolve(self, path: Path) -> Path:
        """The file behind symbolic links; `path` itself when there is none."""
        ...

    def mount(self, path: Path) -> str:
        """The folder where the drive of `path` is connected."""
        ...

    def stat(self, path: Path) -> Stat:
        """What stands there, without opening it; FileNotFoundError when nothing does."""
        ...

    def list(self, folder: Path) -> tuple[str, ...]:
        """The names in a folder, sorted."""
        ...

    def open(self, path: Path) -> Handle:
        """Open a file for reading; a pipe does not wait for its other end."""
        ...

    def read(self, handle: Handle, at: int, size: int) -> bytes:
        """At most `size` bytes from `at` on; fewer are no error, none means the end."""
        ...

    def create(self, path: Path, mode: int = 0) -> Handle:
        """Open a new file for writing; FileExistsError. `mode` is that of the file it will replace, 0 for the usual one."""
        ...

    def write(self, handle: Handle, content: bytes | memoryview) -> int:
        """Append; how many bytes were taken."""
        ...

    def fsync(self, handle: Handle) -> None:
        """Return when what was written is on the disk."""
        ...

    def close(self, handle: Handle) -> None:
        """Let go of an open file."""
        ...

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` in the place of `target` in the same folder, in one step."""
        ...

    def fsync_folder(self, folder: Path) -> None:
        """Return when the names in a folder are on the disk, where the platform can say so."""
        ...

    def lock(self, path: Path, content: bytes) -> None:
        """Make a new file with `content`; FileExistsError when somebody else did."""
        ...

    def remove(self, path: Path) -> None:
        """Take a file away; FileNotFoundError when it is gone already."""
        ...

    def make_folder(self, folder: Path) -> None:
        """Make a local folder for this person only, and those above it; nothing when it is there."""
        ...
