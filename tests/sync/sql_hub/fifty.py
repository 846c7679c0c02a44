"""Fifty laptops at one server, ten to a process: how long their syncs took, and what each holds at the end."""

import json
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from sponsor_app.sync.sql_hub.place import Place
from tests.sync.sql_hub.crowd import LAPTOPS
from tests.sync.sql_hub.server import Server

ROOT = Path(__file__).parents[3]
CROWDS = 5
EACH = LAPTOPS // CROWDS
Crowds = list[subprocess.Popen[str]]


def pushed(server: Server) -> tuple[list[float], list[tuple[int, str]]]:
    """Twenty changes of each: seconds of every sync, and (number of records, which) of every laptop after one more."""
    with _crowds(replace(server.database(), beside_others=True)) as everybody:
        assert _answers(everybody) == ["connected"] * CROWDS
        took = [seconds for crowd in _answers(everybody) for seconds in crowd]
        held = [tuple(one) for crowd in _answers(everybody) for one in crowd]
    return took, held


@contextmanager
def _crowds(place: Place) -> Generator[Crowds]:
    command = [sys.executable, "-m", "tests.sync.sql_hub.crowd", json.dumps(asdict(place))]
    started = [
        subprocess.Popen(
            [*command, str(number * EACH), str(EACH)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(CROWDS)
    ]
    try:
        yield started
    finally:
        for one in started:
            one.kill()
            one.communicate()


def _answers(everybody: Crowds) -> list[Any]:
    """What each says next; they go on when all have said it."""
    found = [json.loads(one.stdout.readline()) for one in everybody if one.stdout]
    for one in everybody:
        if one.stdin:
            one.stdin.write("\n")
            one.stdin.flush()
    return found
