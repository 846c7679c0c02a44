"""Some of a large team in a process of their own, because laptops share no interpreter.

Usage: ``python -m tests.sync.sql_hub.crowd PLACE FIRST COUNT`` with the place as JSON. After each line that comes in, one
line of JSON goes out: connected; the seconds of every sync with a change; what each holds at the end.
"""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

from sponsor_app.domain.sync_status import Shared
from sponsor_app.sync.file_hub.memory import Memory
from sponsor_app.sync.file_hub.pace import RealPace
from sponsor_app.sync.sql_hub.hub import SqlHub
from sponsor_app.sync.sql_hub.place import Place
from tests.sync.sql_hub.desks import wall
from tests.sync.sql_hub.light import Light
from tests.sync.sql_hub.server import TEAM_PASSWORD

LAPTOPS, CHANGES = 50, 20
TEAM = b"a team of fifty."
NAMES = tuple(sha256(bytes([n])).digest()[:16] for n in range(LAPTOPS))


class Colleague:
    """One of the fifty: pushes every change by itself, as somebody does who logs visits."""

    def __init__(self, name: bytes, place: Place) -> None:
        self.laptop = Light(name, TEAM, NAMES)
        self.hub = SqlHub(place, self.laptop, lambda: TEAM_PASSWORD, RealPace(wall))
        self.memory = Memory()
        self.took: list[float] = []

    def sync(self) -> None:
        """Once, and it has to come to an end."""
        before = time.perf_counter()
        outcome = self.hub.sync(self.memory)
        self.took.append(time.perf_counter() - before)
        self.memory = outcome.memory
        assert isinstance(outcome.status, Shared), outcome

    def work(self) -> None:
        """Twenty changes, with a quarter of a second between two on average."""
        pace = RealPace(wall)
        self.took.clear()
        for _ in range(CHANGES):
            self.laptop.edit()
            self.sync()
            pace.pause(pace.draw() / 2)

    def holds(self) -> tuple[int, str]:
        """How many records, and which."""
        records = self.laptop.records
        return len(records), sha256(b"".join(sorted(records))).hexdigest()


def answer(found: object) -> None:
    """Tell, and wait until all others are as far."""
    print(json.dumps(found), flush=True)
    sys.stdin.readline()


def main(place: Place, names: tuple[bytes, ...]) -> None:
    """Connect, work, settle."""
    crowd = [Colleague(name, place) for name in names]
    with ThreadPoolExecutor(len(crowd)) as pool:
        list(pool.map(Colleague.sync, crowd))  # connected, as they are all day
        answer("connected")
        list(pool.map(Colleague.work, crowd))
        answer([seconds for one in crowd for seconds in one.took])
        list(pool.map(Colleague.sync, crowd))
    answer([one.holds() for one in crowd])


if __name__ == "__main__":
    first, count = map(int, sys.argv[2:])
    main(Place(**json.loads(sys.argv[1])), NAMES[first : first + count])
