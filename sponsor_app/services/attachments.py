"""Files at a record: on this laptop only, in the encrypted store and its backups, in no step, no export, no shared file."""

import os
import threading
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from sponsor_app.domain.attachments import (
    KEPT_AFTER_REMOVAL,
    Attachment,
    Taken,
    fitting_name,
    refuse_program,
)
from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.domain.errors import FileProblemError, NotFoundError, StoreDamagedError
from sponsor_app.exchange.whole_file import read_whole
from sponsor_app.services import Services
from sponsor_app.store.queries import attached
from sponsor_app.system.publish import PRIVATE, plain_file_errors, publish

CHANGED = Changes(frozenset({Topic.ATTACHMENT}))
READ_ONLY = 0o400
Tell = Callable[[str, float | None], None]
Verb = Callable[[Services, Sequence[str]], Changes]


def listed(app: Services, record_id: str) -> list[Attachment]:
    """What stands at a record, the latest first."""
    with app.store.read() as connection:
        return attached.of_record(connection, record_id)


def take(
    app: Services,
    record_id: str,
    paths: Sequence[Path],
    tell: Tell = lambda _text, _share: None,
    cancel: threading.Event | None = None,
) -> Taken:
    """Attach files one after the other; one that cannot be leaves the others alone, and what is given up leaves no trace."""
    taken, over = Taken(), cancel or threading.Event()
    for path in paths:
        if over.is_set():
            break
        try:
            taken = _take_one(app, record_id, path, taken, tell, over)
        except FileProblemError as error:
            taken = Taken(taken.ids, taken.names, taken.twice, (*taken.refused, error))
    return taken


def _take_one(
    app: Services,
    record_id: str,
    path: Path,
    taken: Taken,
    tell: Tell,
    cancel: threading.Event,
) -> Taken:
    name = fitting_name(path.name)
    refuse_program(name, b"")
    content = read_whole(path, lambda share: tell(name, share), cancel.is_set)
    if content is None:
        return taken
    refuse_program(name, content[:8])
    mark = sha256(content).hexdigest()
    one = Attachment(app.store.new_id(), name, len(content), app.now(), app.me)
    with app.store.write_local() as connection:
        known = attached.same(connection, record_id, mark)
        if known is not None:
            return Taken(taken.ids, taken.names, (*taken.twice, known), taken.refused)
        attached.keep(connection, record_id, one, mark, content)
    return Taken((*taken.ids, one.id), (*taken.names, name), taken.twice, taken.refused)


def remove(app: Services, file_ids: Sequence[str]) -> Changes:
    """Take files away; for a day they can be brought back, then they are forgotten for good."""
    return _mark(app, file_ids, gone=True)


def bring_back(app: Services, file_ids: Sequence[str]) -> Changes:
    """Let removed files stand where they stood."""
    return _mark(app, file_ids, gone=False)


def _mark(app: Services, file_ids: Sequence[str], *, gone: bool) -> Changes:
    now = app.now()
    with app.store.write_local() as connection:
        attached.sweep(connection, now - KEPT_AFTER_REMOVAL)
        for one in file_ids:
            if attached.mark(connection, one, now if gone else None) is None:
                raise _not_here()
    return CHANGED


def save_copy(app: Services, file_id: str, path: Path) -> Path:
    """Write the file as it was to `path`, outside the store."""
    _name, content = _content(app, file_id)
    publish(path, content, mode=PRIVATE)
    return path


def open_copy(app: Services, file_id: str) -> Path:
    """Lay a copy that only this person can read where another program can open it; `profiles.forget_opened` takes it away."""
    name, content = _content(app, file_id)
    folder = app.profile.opened / os.urandom(6).hex()
    path = folder / name
    with plain_file_errors(path):
        app.profile.opened.mkdir(mode=0o700, exist_ok=True)
        folder.mkdir(mode=0o700)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags, PRIVATE), "wb") as file:
            file.write(content)
        path.chmod(READ_ONLY)  # what is written into a copy would be lost
    return path


def _content(app: Services, file_id: str) -> tuple[str, bytes]:
    with app.store.read() as connection:
        found = attached.content_of(connection, file_id)
    if found is None:
        raise _not_here()
    name, mark, content = found
    if sha256(content).hexdigest() != mark:
        msg = f"“{name}” is not what it was when it was attached. It was not opened."
        raise StoreDamagedError(msg, "Restore a backup, or attach it again.")
    return name, content


def _not_here() -> NotFoundError:
    msg = "This attachment is not here any more. Nothing was changed."
    return NotFoundError(msg, "Look at the list again.")
