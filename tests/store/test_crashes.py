"""Killed at any moment, the store loses nothing it acknowledged and is never damaged."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from sponsor_app.store import checks
from sponsor_app.store.store import Store
from tests.conftest import KEY, Clock

ROOT = Path(__file__).parents[2]
KILLS = 200


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork to kill 200 writers in seconds")
def test_200_kills_in_a_write_loop_lose_no_acknowledged_write(store: Store, clock: Clock) -> None:
    store.close()
    seed = int(os.environ.get("SEED", secrets.randbelow(10**6)))
    script = Path(__file__).with_name("writer_loop.py")
    done = subprocess.run(
        [sys.executable, str(script), str(store.path), KEY.hex(), str(KILLS), str(seed)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=110,
    )
    acknowledged = {line.split()[1] for line in done.stdout.splitlines()}
    print(f"seed {seed}: {KILLS} kills, {len(acknowledged)} acknowledged writes")
    assert len(acknowledged) > KILLS, "the writers were killed before they wrote anything"
    opened = Store.open(store.path, KEY, clock.now)
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
