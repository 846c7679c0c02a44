"""One laptop in a process of its own: edits, syncs, and says what was acknowledged, until it is killed.

Arguments: folder, name, whether to lock, seconds. Its store is `NAME/held`, its promises are lines in `NAME/acknowledged`.
"""

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from sponsor_app.sync.file_hub.disk import Disk
from sponsor_app.sync.file_hub.hub import FileHub
from sponsor_app.sync.file_hub.memory import Memory
from sponsor_app.sync.file_hub.pace import RealPace
from sponsor_app.sync.file_hub.patience import Patient
from sponsor_app.sync.file_hub.place import Place
from tests.sync.file_hub.lines import Lines


def stored(folder: Path, name: str) -> Lines:
    """The laptop as its store has it."""
    path = folder / name / "held"
    own = path.read_text("utf-8").split() if path.exists() else []
    return Lines(name, set(own), len(own))


def keep(path: Path, line: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
        file.flush()
        os.fsync(file.fileno())


def place_of(folder: Path, name: str, *, locks: bool) -> Place:
    return Place(folder / "share" / "Team.sponsor", folder / name / "quarantine", name, not locks)


def race(folder: Path, name: str, locks: bool, seconds: float) -> None:
    laptop = stored(folder, name)
    files = Patient(Disk())
    pace = RealPace(lambda: datetime.now(UTC))
    hub = FileHub(place_of(folder, name, locks=locks), laptop, files, pace)
    memory, until = Memory(), time.monotonic() + seconds
    while time.monotonic() < until:
        line = f"{name}-{laptop.mine + 1}"
        keep(folder / name / "held", line)
        laptop.edit()
        before = memory.acknowledged
        memory = hub.sync(memory).memory
        for number in range(before + 1, memory.acknowledged + 1):
            keep(folder / name / "acknowledged", f"{name}-{number}")
    files.end()


if __name__ == "__main__":
    race(Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "lock", float(sys.argv[4]))
