"""A poll: the first and last bytes of the file and the names beside it, every 15 to 30 seconds."""

from contextlib import suppress
from dataclasses import dataclass

from sponsor_app.sync.file_hub.copies import candidates
from sponsor_app.sync.file_hub.files import Files, Form
from sponsor_app.sync.file_hub.limits import HEAD, POLL_FROM, POLL_TO, TAIL
from sponsor_app.sync.file_hub.place import Place


@dataclass(frozen=True, slots=True)
class Glance:
    """What changes whenever a laptop writes: a signature stands in the last bytes."""

    size: int
    head: bytes
    tail: bytes


def glance_of(content: bytes) -> Glance:
    """What a poll would see of a file with this content."""
    return Glance(len(content), content[:HEAD], content[-TAIL:])


def glance_at(files: Files, place: Place) -> Glance | None:
    """The file as a poll sees it; None when it is no file. OSError when it cannot be read."""
    stat = files.stat(place.path)
    if stat.form is not Form.FILE:
        return None
    handle = files.open(place.path)
    try:
        head = files.read(handle, 0, min(HEAD, stat.size) or 1)
        tail = files.read(handle, max(0, stat.size - TAIL), TAIL + 1)
    finally:
        with suppress(OSError):
            files.close(handle)
    return Glance(stat.size, head, tail)


def names_beside(files: Files, place: Place) -> tuple[str, ...]:
    """The names that may be copies of the shared file."""
    return candidates(files.list(place.folder), place)


def next_poll(draw: float) -> float:
    """Seconds until the next poll; `draw`, from 0 up to 1, keeps the laptops of a team from polling at once."""
    return POLL_FROM + (POLL_TO - POLL_FROM) * draw
