"""Whole laptops in processes of their own, killed at any moment while the file is rolled back, cut and copied: nothing is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sponsor_app.domain.sync_status import Shared
from sponsor_app.services import shared_changes
from sponsor_app.store.sharing import kept
from tests.seeds import first_seed
from tests.sync.stores import assert_agree
from tests.sync.torture.desks import Desk, make_template

ROOT = Path(__file__).parents[3]
NAMES = tuple(f"laptop{number}" for number in range(12))

needs_fork = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="needs fork to start killed laptops again at once"
)


def raced(folder: Path, names: tuple[str, ...], seconds: float, seed: int) -> dict[str, int]:
    """Let them race, then see that everything is everywhere; returns what was done to them."""
    make_template(folder / "team", names, ())
    command = [sys.executable, "-m", "tests.sync.torture.race"]
    command += [str(folder / "team"), str(seconds), str(seed), *names]
    said = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
    done = json.loads(said.splitlines()[-1])
    desks = [Desk(folder / "team" / name, folder / "team" / "share") for name in names]
    for one in desks * 2:
        one.sync(confirmed=True)
    assert all(isinstance(one.sync().status, Shared) for one in desks)
    done["written"], done["acknowledged"] = everything_is_everywhere(desks)
    for one in desks:
        one.close()
    return done


def everything_is_everywhere(desks: list[Desk]) -> tuple[int, int]:
    """How many edits were committed, and how many deeds the file had acknowledged."""
    assert len({shared_changes.heads(one.app).digest for one in desks}) == 1
    promised = {line for one in desks for line in noted(one, "written")}
    for one in desks:
        with one.app.store.read() as connection:
            names = connection.exec_driver_sql("SELECT name FROM account").scalars().all()
        assert promised <= set(names), "an edit that was saved is lost"
    acknowledged = 0
    for one in desks:
        upto = max((int(line) for line in noted(one, "acknowledged")), default=0)
        with one.app.store.read() as connection:
            assert kept.written(connection) >= upto
        acknowledged += len(one.mine(upto))
    assert_agree([one.app for one in desks[:2]])
    return len(promised), acknowledged


def noted(one: Desk, what: str) -> list[str]:
    """The whole lines that a laptop noted; the last one may have been cut by a kill."""
    path = one.folder / what
    return path.read_text("utf-8").split("\n")[:-1] if path.exists() else []


@needs_fork
@pytest.mark.timeout(180)
def test_six_laptops_that_are_killed_for_twenty_seconds_lose_nothing(tmp_path: Path) -> None:
    seed = first_seed()
    done = raced(tmp_path, NAMES[:6], 20, seed)
    print(f"seed {seed}: {done}, 0 lost")
    assert done["kill"] > 20
    assert done["acknowledged"] > 20, "a run that acknowledges nothing proves nothing"


@needs_fork
@pytest.mark.soak
def test_twelve_laptops_that_are_killed_for_as_long_as_is_asked_lose_nothing(
    tmp_path: Path,
) -> None:
    """``make soak SEED=1 MINUTES=60``."""
    seed = first_seed()
    done = raced(tmp_path, NAMES, 60 * float(os.environ.get("MINUTES") or 1), seed)
    print(f"seed {seed}: {done}, 0 lost")
    assert done["acknowledged"]
