"""Real processes around one real folder, killed at any moment: nothing that was acknowledged is lost."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sponsor_app.domain.sync_status import Shared
from tests.seeds import first_seed
from tests.sync.file_hub.lines import Lines
from tests.sync.file_hub.racer import place_of, stored
from tests.sync.file_hub.stage import Desk, in_file

ROOT = Path(__file__).parents[3]
LAPTOPS = [f"laptop{number}" for number in range(4)]


def start(folder: Path, name: str, seconds: float, mode: str) -> "subprocess.Popen[bytes]":
    (folder / name).mkdir(exist_ok=True)
    command = [sys.executable, "-m", "tests.sync.file_hub.racer", str(folder), name, mode]
    return subprocess.Popen([*command, str(seconds)], cwd=ROOT)


def disturb(share: Path, lots: random.Random, old: list[bytes]) -> str:
    """What goes wrong between two kills: nothing, a rollback, a cut, or a conflicted copy."""
    path = share / "Team.sponsor"
    if not path.exists():
        return "nothing"
    content = path.read_bytes()
    old.append(content)
    kind = lots.choice(["nothing", "nothing", "rollback", "cut", "conflicted copy"])
    beside = share / ".elsewhere"
    if kind == "conflicted copy":
        (share / f"Team ({len(old)}).sponsor").write_bytes(lots.choice(old))
    elif kind != "nothing":
        beside.write_bytes(lots.choice(old) if kind == "rollback" else content[: len(content) // 2])
        beside.replace(path)
    return kind


@pytest.mark.parametrize("mode", ["lock", "no lock"])
def test_processes_that_are_killed_lose_nothing_they_acknowledged(
    tmp_path: Path, mode: str
) -> None:
    seed = first_seed()
    lots, seconds = random.Random(seed), 4.0
    (tmp_path / "share").mkdir()
    running = {name: start(tmp_path, name, seconds, mode) for name in LAPTOPS}
    until, kills, faults, old = time.monotonic() + seconds, 0, 0, list[bytes]()
    while (left := until - time.monotonic()) > 0:
        name = lots.choice(LAPTOPS)
        try:
            running[name].wait(lots.uniform(0.1, 0.4))
        except subprocess.TimeoutExpired:
            running[name].kill()
            running[name].wait()
            kills += 1
            running[name] = start(tmp_path, name, max(left, 0.5), mode)
        faults += disturb(tmp_path / "share", lots, old) != "nothing"
    assert [one.wait(60) for one in running.values()] == [0] * len(LAPTOPS)
    promised = everything_agrees(tmp_path, mode)
    print(f"seed {seed}: {kills} kills, {faults} faults, {promised} acknowledged edits, 0 lost")
    assert kills + faults
    assert promised


def everything_agrees(folder: Path, mode: str) -> int:
    """Two quiet rounds; returns how many edits had been acknowledged."""
    desks = [quiet_desk(folder, name, mode) for name in LAPTOPS]
    for one in desks * 2:
        one.sync()
    everything = set[str]().union(*(one.laptop.own() for one in desks))
    promised = {
        line for path in folder.glob("*/acknowledged") for line in path.read_text("utf-8").split()
    }
    assert promised <= everything
    assert all(one.laptop.held == everything for one in desks)
    assert in_file(desks[0].place.path) == everything
    assert mode != "lock" or all(isinstance(one.sync().status, Shared) for one in desks)
    shutil.rmtree(folder / "share")
    return len(promised)


def quiet_desk(folder: Path, name: str, mode: str) -> Desk:
    laptop: Lines = stored(folder, name)
    return Desk(laptop, place_of(folder, name, locks=mode == "lock"))
