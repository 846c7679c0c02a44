"""Everything that can hinder a sync, in plain words: what happened, what is safe, what to do next."""

import errno
from enum import StrEnum

from sponsor_app.domain.sync_status import Trouble

SAFE = "Everything is saved on this laptop."


class Code(StrEnum):
    """Stable names of the troubles."""

    NO_FOLDER = "no_folder"
    NOT_CONNECTED = "not_connected"
    FOLDER = "is_folder"
    NO_FILE = "is_no_file"
    TOO_LARGE = "too_large"
    OTHER_TEAM = "other_team"
    NOT_OURS = "not_ours"
    PLACEHOLDER = "placeholder"
    HANGS = "hangs"
    MAY_NOT_READ = "may_not_read"
    UNREADABLE = "unreadable"
    READ_ONLY = "read_only"
    MAY_NOT_WRITE = "may_not_write"
    FULL = "full"
    NOT_WRITTEN = "not_written"
    HELD_OPEN = "held_open"
    NOT_KEPT = "not_kept"
    NOT_WRITABLE = "not_writable"


def trouble(code: Code, also: str = "") -> Trouble:
    """The sentences of a code; `also` goes before what is safe."""
    happened, then = _SAID[code]
    said = f"{happened} {also} {SAFE}" if also else f"{happened} {SAFE}"
    return Trouble(code.value, said, then)


def reading_failed(error: OSError) -> Trouble:
    """Why the file cannot be read."""
    if isinstance(error, TimeoutError):
        return trouble(Code.HANGS)
    if error.errno in (errno.EACCES, errno.EPERM):
        return trouble(Code.MAY_NOT_READ)
    return trouble(Code.UNREADABLE, _system_says(error))


def writing_failed(error: OSError) -> Trouble:
    """Why nothing can be written."""
    if isinstance(error, TimeoutError):
        return trouble(Code.HANGS)
    code = _WRITING.get(error.errno or 0, Code.NOT_WRITTEN)
    return trouble(code, _system_says(error) if code is Code.NOT_WRITTEN else "")


def _system_says(error: OSError) -> str:
    return f"The system says: {error.strerror}." if error.strerror else ""


_WRITING = {
    errno.EROFS: Code.READ_ONLY,
    errno.EACCES: Code.MAY_NOT_WRITE,
    errno.EPERM: Code.MAY_NOT_WRITE,
    errno.ENOSPC: Code.FULL,
    errno.EDQUOT: Code.FULL,
}
_LATER = "Nothing needs doing: it is tried again by itself."
_CHOOSE = "Choose the shared file, or a new name for it."
_SAID: dict[Code, tuple[str, str]] = {
    Code.NO_FOLDER: (
        "The folder of the shared file is not there.",
        "Connect the drive or the network; it goes on by itself.",
    ),
    Code.NOT_CONNECTED: (
        "The drive of the shared file is not connected: its folder is empty for now.",
        "Connect the drive; it goes on by itself. If the file was moved for good, choose it again.",
    ),
    Code.FOLDER: ("A folder has the name of the shared file.", _CHOOSE),
    Code.NO_FILE: (
        "What has the name of the shared file is no file but a pipe or a device; it was not opened.",
        _CHOOSE,
    ),
    Code.TOO_LARGE: (
        "The file is larger than any shared file (512 MiB); it was neither read nor changed.",
        _CHOOSE,
    ),
    Code.OTHER_TEAM: (
        "This shared file belongs to another team. Nothing was read from it and nothing written.",
        "Choose your team's file. If this is its place, move the other one away: yours is written again.",
    ),
    Code.NOT_OURS: ("This is no shared file of this program; it was left as it is.", _CHOOSE),
    Code.PLACEHOLDER: (
        "The folder's sync program has not fetched the shared file to this laptop.",
        "Let it fetch the file: “Always keep on this device”.",
    ),
    Code.HANGS: (
        "The drive of the shared file has not answered for 10 seconds.",
        "Check the network; it goes on by itself as soon as the drive answers.",
    ),
    Code.MAY_NOT_READ: (
        "You may not read the shared file.",
        "Ask whoever owns the folder for access to it.",
    ),
    Code.UNREADABLE: ("The shared file cannot be read now.", _LATER),
    Code.READ_ONLY: (
        "The place of the shared file is read-only: edits of others come in, yours do not go out.",
        "Ask whoever owns the folder for the right to write.",
    ),
    Code.MAY_NOT_WRITE: (
        "You may not write in the folder of the shared file: edits of others come in, yours do not go out.",
        "Ask whoever owns the folder for the right to write.",
    ),
    Code.FULL: (
        "There is no room left where the shared file is; it is as it was.",
        "Free some space there; it goes on by itself.",
    ),
    Code.NOT_WRITTEN: ("The shared file could not be written; it is as it was.", _LATER),
    Code.HELD_OPEN: (
        "Another program holds the shared file open, so your edits lie beside it; the next laptop that syncs takes them in.",
        "Close the program that holds it, if you know which.",
    ),
    Code.NOT_KEPT: (
        "The folder did not keep what was written, or others wrote at the same time.",
        _LATER,
    ),
    Code.NOT_WRITABLE: ("Nothing of this laptop may be written to the shared file now.", ""),
}
