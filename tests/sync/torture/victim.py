"""A process whose children do one thing, each stopped until somebody watches its system calls: the victim of `test_strace`.

For each line `WHAT FOLDER SHARE` on its input it forks a child and prints its number; when that has ended, how, and what
it said. WHAT is a verb of `DEEDS`.
"""

import ctypes
import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import backups
from sponsor_app.services.sharing.places import Means
from sponsor_app.services.sharing.syncing import Visit
from sponsor_app.store.store import Store
from sponsor_app.sync.file_hub.disk import Disk
from tests.conftest import KEY
from tests.sync.stores import add_account
from tests.sync.torture.desks import STORE, Desk

SAVED, BACKUP, LATER, DONE = "Saved", "Backup.zip", "migrations", "done"
PR_SET_PTRACER, ANY = 0x59616D61, -1


def sync(desk: Desk) -> Iterator[str]:
    visit = Visit(desk.app, str(desk.path), Means(lambda _now: desk.pace, Disk))
    yield "ready"
    yield type(visit.sync().status).__name__


def compact(desk: Desk) -> Iterator[str]:
    desk.compacts()
    yield from sync(desk)


def save(desk: Desk) -> Iterator[str]:
    yield "ready"
    add_account(desk.app, SAVED)
    yield DONE


def backup(desk: Desk) -> Iterator[str]:
    yield "ready"
    backups.make(desk.app, desk.folder / BACKUP)
    yield DONE


def migrate(desk: Desk) -> Iterator[str]:
    desk.close()
    yield "ready"
    Store.open(desk.folder / STORE[0], KEY, desk.clock.now, None, desk.folder.parent / LATER)
    yield DONE


DEEDS = {one.__name__: one for one in (sync, compact, save, backup, migrate)}


def child(what: str, folder: Path, share: Path, pipe: int) -> None:
    """Wait to be watched, do it, and say what came of it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PTRACER, ANY, 0, 0, 0)
    deed = DEEDS[what](Desk(folder, share))
    next(deed)
    os.kill(os.getpid(), signal.SIGSTOP)
    try:
        said = next(deed)
    except SponsorError as error:
        said = error.code
    os.write(pipe, said.encode())
    os._exit(0)


def main() -> None:
    for line in sys.stdin:
        what, folder, share = line.split()
        reader, writer = os.pipe()
        number = os.fork()
        if number == 0:
            os.close(reader)
            child(what, Path(folder), Path(share), writer)
        os.close(writer)
        os.waitpid(number, os.WUNTRACED)
        print(number, flush=True)
        _number, how = os.waitpid(number, 0)
        with os.fdopen(reader, encoding="utf-8") as said:
            killed = os.WIFSIGNALED(how)
            print(json.dumps({"killed": killed, "said": said.read()}), flush=True)


if __name__ == "__main__":
    main()
