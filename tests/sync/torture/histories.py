"""``python -m tests.sync.torture.histories SEED COUNT STEPS`` plays so many histories and prints what was injected."""

import itertools
import json
import os
import sys
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sync.torture.desks import make_template
from tests.sync.torture.machine import Office, faults, played
from tests.sync.torture.tour import tour

MEMORY = Path("/dev/shm")
"""Where histories are played when there is one: nothing here depends on a disk, and it is spared."""
SHRINKS = int(os.environ.get("SHRINK") or 0)
"""With SHRINK=1 a history that fails is made as short as it goes, which takes minutes."""


def play(folder: Path, first: int, count: int, steps: int) -> dict[str, int]:
    """The tour, then so many histories from a seed; what was played and what was injected."""
    folder.mkdir(parents=True)
    given = {"template": make_template(folder / "template"), "scene": folder / "scene"}
    office = type("Office", (Office,), given)
    tour(office)
    rounds = itertools.count(first, 10**6)
    while (missing := count - played["histories"]) > 0:
        asked = max(missing * 23 // 25, 1)  # some more are played than are asked for
        run_state_machine_as_test(seed(next(rounds))(office), settings=_settings(asked, steps))
    return {**played, **faults}


def _settings(count: int, steps: int) -> settings:
    return settings(
        max_examples=count,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=[Phase.generate, *[Phase.shrink] * SHRINKS],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def main() -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        print(json.dumps(play(Path(folder) / "office", *map(int, sys.argv[1:]))))


if __name__ == "__main__":
    main()
