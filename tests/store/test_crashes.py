"""Killed at any moment, the store loses nothing it acknowledged and is never damaged."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sponsor_app.store import checks
from sponsor_app.store.store import Store
from tests.conftest import KEY, Clock
from tests.seeds import first_seed

ROOT = Path(__file__).parents[2]
KILLS = 200


needs_fork = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="needs fork to kill 200 writers in seconds"
)


@needs_fork
def test_200_kills_in_a_write_loop_lose_no_acknowledged_write(store: Store, clock: Clock) -> None:
    store.close()
    seed = first_seed()
    assert killed_while_writing(store.path, seed, clock) > KILLS // 4, "killed before they wrote"


@needs_fork
@pytest.mark.soak
def test_kills_go_on_for_as_long_as_is_asked_and_nothing_is_lost(
    store: Store, clock: Clock
) -> None:
    """``make soak SEED=1 MINUTES=60``: one store, killed again and again."""
    store.close()
    seed = first_seed()
    until = time.monotonic() + 60 * float(os.environ.get("MINUTES") or 1)
    rounds = 0
    while time.monotonic() < until:
        killed_while_writing(store.path, seed + rounds, clock)
        rounds += 1
    print(f"{rounds * KILLS} kills from seed {seed} on")
    assert rounds


def killed_while_writing(path: Path, seed: int, clock: Clock) -> int:
    """Kill 200 writers, then see that all they acknowledged is there and whole; returns how much that was."""
    acknowledged = _acknowledged(path, seed)
    print(f"seed {seed}: {KILLS} kills, {len(acknowledged)} acknowledged writes")
    opened = Store.open(path, KEY, clock.now)
    with opened.read() as connection:
        kept = set(connection.exec_driver_sql("SELECT id FROM interaction").scalars())
        halves = connection.exec_driver_sql(
            "SELECT count(*) FROM interaction i WHERE"
            " (SELECT count(*) FROM attendance a WHERE a.interaction_id = i.id) != 1"
            " OR (SELECT count(*) FROM commitment c WHERE c.interaction_id = i.id) != 1"
        ).scalar()
        assert checks.without_change(connection) == 0
        assert checks.stale_standings(connection) == 0
    assert acknowledged - kept == set()
    assert halves == 0
    assert opened.problems() == []
    opened.close()
    return len(acknowledged)


def _acknowledged(path: Path, seed: int) -> set[str]:
    script = Path(__file__).with_name("writer_loop.py")
    done = subprocess.run(
        [sys.executable, str(script), str(path), KEY.hex(), str(KILLS), str(seed)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    return {line.split()[1] for line in done.stdout.splitlines()}
