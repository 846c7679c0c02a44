"""Thousands of histories of a team around one file; each ends with all laptops knowing the same, and nothing lost."""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.seeds import first_seed
from tests.sync.file_hub.faults import Fault

ROOT = Path(__file__).parents[3]
HISTORIES = 2000
SECONDS = 600
ATTACKS = {
    *(fault.value for fault in Fault),
    *("two syncs at once", "stale overwrite in the middle", "rollback", "conflicted copy"),
    *("cut", "flipped", "zeros", "blank", "foreign", "deleted", "clock jump"),
    *("restored laptop", "cloned laptop", "later version", "joined", "invited", "removed"),
}


def play(seed: int, histories: int, steps: int) -> Counter[str]:
    """So many histories, shared among the cores of this machine; what was played and injected."""
    workers = os.cpu_count() or 1
    each = -(-histories // workers)
    commands = [
        [
            sys.executable,
            "-m",
            "tests.sync.torture.histories",
            *map(str, (seed + worker, each, steps)),
        ]
        for worker in range(workers)
    ]
    running = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for command in commands
    ]
    total: Counter[str] = Counter()
    for one in running:
        said, _ = one.communicate()
        assert one.returncode == 0, f"seed {seed}: see above"
        total.update(json.loads(said.splitlines()[-1]))
    return total


def attacks(total: Counter[str]) -> Counter[str]:
    return Counter({name: count for name, count in total.items() if name in ATTACKS})


@pytest.mark.timeout(SECONDS)
def test_2000_histories_end_in_agreement_and_lose_nothing() -> None:
    seed = first_seed()
    began = time.monotonic()
    total = play(seed, HISTORIES, 7)
    found = attacks(total)
    print(f"seed {seed}: {total['histories']} histories in {time.monotonic() - began:.0f} s,")
    print(f"{total['edits']} edits, {found.total()} faults injected: {dict(found)}")
    assert total["histories"] >= HISTORIES
    assert set(found) == ATTACKS, "a run that injects nothing proves nothing"


@pytest.mark.soak
def test_longer_histories_go_on_for_as_long_as_is_asked() -> None:
    """``make soak SEED=1 MINUTES=60``."""
    seed = first_seed()
    until = time.monotonic() + 60 * float(os.environ.get("MINUTES") or 1)
    total: Counter[str] = Counter()
    while time.monotonic() < until:
        total.update(play(seed + total["histories"], 200, 60))
    found = attacks(total)
    print(f"seed {seed}: {total['histories']} histories of up to 60 steps,")
    print(f"{total['edits']} edits, {found.total()} faults injected: {dict(found)}")
    assert found.total() > total["histories"]
