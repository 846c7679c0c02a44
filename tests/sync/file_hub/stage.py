"""Laptops around one folder, with a clock that only a test moves."""

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sponsor_app.domain.sync_status import Shared
from sponsor_app.sync.file_hub.hub import FileHub, Outcome
from sponsor_app.sync.file_hub.memory import Memory
from sponsor_app.sync.file_hub.pace import StoppedError
from sponsor_app.sync.file_hub.place import Place
from tests.sync.file_hub.faults import FaultyDisk, Killed, Plan, quiet
from tests.sync.file_hub.lines import Lines, lines_in

NOON = datetime(2026, 11, 18, 10, 42, tzinfo=UTC)


@dataclass
class Hands:
    """A clock moved by hand: a pause passes at once."""

    at: datetime = NOON
    own: float = 0.0
    lots: random.Random = field(default_factory=lambda: random.Random(1))
    stopping: bool = False
    pauses: list[float] = field(default_factory=list[float])

    def now(self) -> datetime:
        return self.at

    def ticks(self) -> float:
        return self.own

    def pause(self, seconds: float) -> None:
        if self.stopping:
            raise StoppedError
        self.pauses.append(seconds)
        self.advance(seconds)

    def draw(self) -> float:
        return self.lots.random()

    def advance(self, seconds: float) -> None:
        self.own += seconds
        self.at += timedelta(seconds=seconds)

    def jump(self) -> None:
        self.at += timedelta(days=self.lots.choice((-400, 400)))


@dataclass
class Desk:
    """One laptop with its hub; `memory` is what its store keeps."""

    laptop: Lines
    place: Place
    pace: Hands = field(default_factory=Hands)
    memory: Memory = field(default_factory=Memory)
    times_seen: Counter[str] = field(default_factory=Counter[str])

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        """As after a restart: only the store and the file are left."""
        self.files = FaultyDisk(watched=self.place.path, on_clock=self.pace.jump)
        self.hub = FileHub(self.place, self.laptop, self.files, self.pace)

    def sync(self, plan: Plan = quiet) -> Outcome:
        self.files.plan = plan
        self.files.calls.clear()
        outcome = self.hub.sync(self.memory)
        self.memory = outcome.memory
        self.files.plan = quiet
        return outcome

    def survives(self, plan: Plan) -> Outcome | None:
        """Sync with faults; None when it was killed. What is said is checked against what the file held when read."""
        self.files.opened.clear()
        try:
            outcome = self.sync(plan)
        except Killed:
            outcome = None
        for content in self.files.opened:
            self.times_seen.update(lines_in(content))
        if outcome is None:
            return None
        if isinstance(outcome.status, Shared):
            untrue = self.laptop.held - lines_in(self.files.opened[-1])
            assert not untrue, "shared was said untruly"
        early = {line for line in self.acknowledged() if self.times_seen[line] < 2}
        assert not early, "acknowledged before a later read"
        return outcome

    def acknowledged(self) -> set[str]:
        return {f"{self.laptop.name}-{n}" for n in range(1, self.memory.acknowledged + 1)}


def place_in(folder: Path, device: str, *, cloud: bool = False) -> Place:
    share = folder / "share"
    share.mkdir(exist_ok=True)
    return Place(share / "Team.sponsor", folder / device / "quarantine", device, cloud)


def desk(folder: Path, name: str, *, cloud: bool = False) -> Desk:
    return Desk(Lines(name), place_in(folder, name, cloud=cloud))


def in_file(path: Path) -> set[str]:
    return lines_in(path.read_bytes())


def in_folder(place: Place) -> list[str]:
    return sorted(path.name for path in place.folder.iterdir())
