"""A process whose children sync once, each stopped until somebody watches its system calls: the victim of `test_strace`.

For each line `FOLDER SHARE` on its input it forks a child and prints its number; when that has ended, how, and what it said.
"""

import ctypes
import json
import os
import signal
import sys
from pathlib import Path

from sponsor_app.domain.errors import SponsorError
from sponsor_app.services.sharing.places import Means
from sponsor_app.services.sharing.syncing import Visit
from sponsor_app.sync.file_hub.disk import Disk
from tests.sync.torture.desks import Desk

PR_SET_PTRACER, ANY = 0x59616D61, -1


def child(folder: Path, share: Path, pipe: int) -> None:
    """Wait to be watched, sync, and say what came of it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PTRACER, ANY, 0, 0, 0)
    desk = Desk(folder, share)
    visit = Visit(desk.app, str(desk.path), Means(lambda _now: desk.pace, Disk))
    os.kill(os.getpid(), signal.SIGSTOP)
    try:
        said = type(visit.sync().status).__name__
    except SponsorError as error:
        said = error.code
    os.write(pipe, said.encode())
    os._exit(0)


def main() -> None:
    for line in sys.stdin:
        folder, share = map(Path, line.split())
        reader, writer = os.pipe()
        number = os.fork()
        if number == 0:
            os.close(reader)
            child(folder, share, writer)
        os.close(writer)
        os.waitpid(number, os.WUNTRACED)
        print(number, flush=True)
        _number, how = os.waitpid(number, 0)
        with os.fdopen(reader, encoding="utf-8") as said:
            killed = os.WIFSIGNALED(how)
            print(json.dumps({"killed": killed, "said": said.read()}), flush=True)


if __name__ == "__main__":
    main()
