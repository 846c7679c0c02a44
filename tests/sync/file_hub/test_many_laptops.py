"""Many laptops, any faults, any order: after two quiet rounds everything is everywhere, and no acknowledged edit was lost."""

import os
import random
import shutil
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.sync_status import Shared
from sponsor_app.sync.file_hub.laptop import Whose
from tests.seeds import first_seed
from tests.sync.file_hub.faults import Fault, Plan
from tests.sync.file_hub.lines import Lines, digest
from tests.sync.file_hub.stage import Desk, desk, in_file

SEEDS = 60
COPIES = [
    "Team (Anna's conflicted copy 2026-11-18).sponsor",
    "Team-BOBS-LAPTOP.sponsor",
    "Team (1).sponsor",
    "Team (conflicted copy 2026-11-18 104212).sponsor",
    "Team.sync-conflict-20261118-104212-ABCDEFG.sponsor",
    "Team.sponsor.dora.part",
    "the one from last week",
]


@dataclass
class Office:
    """Some laptops around one folder where everything goes wrong that can, by one seed."""

    folder: Path
    lots: random.Random
    rate: float = 0.03
    desks: list[Desk] = field(default_factory=list[Desk])
    past: list[bytes] = field(default_factory=list[bytes])
    faults: Counter[str] = field(default_factory=Counter[str])
    syncing: set[str] = field(default_factory=set[str])

    def open(self) -> "Office":
        cloud = self.lots.random() < 0.3
        for number in range(self.lots.randint(2, 6)):
            made = desk(self.folder, f"laptop{number}", cloud=cloud)
            made.pace.lots = random.Random(self.lots.random())
            self.desks.append(made)
        self.desks[0].sync()
        return self

    @property
    def path(self) -> Path:
        return self.desks[0].place.path

    def step(self) -> None:
        acts = {self.edit: 6, self.sync: 10, self.damage: 1, self.copy: 1, self.roll_back: 1}
        self.lots.choices(list(acts), list(acts.values()))[0]()

    def edit(self) -> None:
        self.lots.choice(self.desks).laptop.edit()

    def sync(self) -> None:
        one = self.lots.choice(self.desks)
        if self.path.exists():
            self.past.append(self.path.read_bytes())
        self.sync_with_faults(one)

    def sync_with_faults(self, one: Desk) -> None:
        one.files.before = lambda call, path: self.interrupt(one, call)
        self.syncing.add(one.laptop.name)
        outcome = one.survives(self.plan())
        self.syncing.discard(one.laptop.name)
        self.faults.update({fault.value: n for fault, n in one.files.injected.items()})
        one.files.injected.clear()
        one.files.before = lambda call, path: None
        if outcome is None or self.lots.random() < 0.1:
            one.start()

    def plan(self) -> Plan:
        chosen = self.lots.choice(list(Fault))
        sticky = self.lots.random() < 0.3
        begun: list[bool] = []

        def goes_wrong(number: int, call: str) -> Fault | None:
            if begun and sticky:
                return chosen if chosen is not Fault.CLOCK else None
            if self.lots.random() < self.rate:
                begun.append(True)
                return chosen if self.lots.random() < 0.5 else self.lots.choice(list(Fault))
            return None

        return goes_wrong

    def interrupt(self, one: Desk, call: str) -> None:
        """Somebody else writes in the middle of a sync: a whole sync of theirs, or a stale copy over the file."""
        if self.lots.random() > 0.01 or len(self.syncing) > 2:
            return
        if self.past and self.lots.random() < 0.5:
            self.faults["stale overwrite in the middle"] += 1
            self.put(self.lots.choice(self.past))
            return
        idle = [d for d in self.desks if d.laptop.name not in self.syncing]
        if idle:
            self.faults["two syncs at once"] += 1
            self.sync_with_faults(self.lots.choice(idle))

    def damage(self) -> None:
        if not self.path.exists():
            return
        content = self.path.read_bytes()
        at = self.lots.randrange(len(content) + 1)
        kind = self.lots.choice(["cut", "flipped", "zeros", "deleted", "foreign", "blank"])
        self.faults[kind] += 1
        flipped = content[:at] + bytes(b ^ 1 for b in content[at : at + 1]) + content[at + 1 :]
        damaged = {"cut": content[:at], "flipped": flipped, "zeros": bytes(len(content))}
        after = damaged.get(kind, b"" if kind == "blank" else b"a letter")
        if kind == "deleted":
            self.path.unlink()
        elif not another_teams(after):
            self.put(after)

    def copy(self) -> None:
        if self.past:
            self.faults["conflicted copy"] += 1
            name = self.lots.choice(COPIES)
            self.path.with_name(name).write_bytes(self.lots.choice(self.past))

    def roll_back(self) -> None:
        if self.past:
            self.faults["rollback"] += 1
            self.put(self.lots.choice(self.past))

    def put(self, content: bytes) -> None:
        beside = self.path.with_name(".elsewhere")
        beside.write_bytes(content)
        beside.replace(self.path)

    def settle(self) -> None:
        """Two quiet rounds, then everything is everywhere."""
        for one in self.desks:
            one.start()
        for one in self.desks * 2:
            one.sync()
        everything = set[str]().union(*(one.laptop.own() for one in self.desks))
        for one in self.desks:
            assert one.laptop.held == everything
            assert one.acknowledged() <= one.laptop.own()
        assert len({digest(one.laptop) for one in self.desks}) == 1
        assert in_file(self.path) == everything
        last = [one.sync() for one in self.desks]
        assert not any(outcome.wrote for outcome in last)
        if not self.desks[0].place.cloud:
            assert all(isinstance(outcome.status, Shared) for outcome in last)


def another_teams(content: bytes) -> bool:
    """Whether nothing in it speaks for our team and its beginning for another: rightly, nobody writes over that."""
    laptop = Lines("nobody")
    return laptop.recognises(content[:64]) is Whose.OTHER_TEAM and not laptop.claims(content)


def run(folder: Path, seed: int, steps: int = 40) -> Counter[str]:
    """One office from one seed; the faults it met."""
    folder.mkdir()
    office = Office(folder, random.Random(seed)).open()
    for _ in range(steps):
        office.step()
    office.settle()
    shutil.rmtree(folder)
    return office.faults


def test_many_laptops_with_any_faults_agree_after_two_quiet_rounds(tmp_path: Path) -> None:
    seed = first_seed()
    faults: Counter[str] = Counter()
    print(f"seed {seed}: {SEEDS} offices")
    for number in range(SEEDS):
        faults.update(run(tmp_path / str(number), seed + number))
    print(f"seed {seed}: {faults.total()} faults injected: {dict(faults)}")
    assert faults.total() > SEEDS, "a run that injects nothing proves nothing"
    assert {fault.value for fault in Fault} <= set(faults)


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32), steps=st.integers(1, 60))
def test_any_office_of_any_length_agrees(
    tmp_path_factory: pytest.TempPathFactory, seed: int, steps: int
) -> None:
    run(tmp_path_factory.mktemp("office") / "of", seed, steps)


@pytest.mark.soak
def test_offices_go_on_for_as_long_as_is_asked_and_nothing_is_lost(tmp_path: Path) -> None:
    """``make soak SEED=1 MINUTES=60``."""
    seed = first_seed()
    until = time.monotonic() + 60 * float(os.environ.get("MINUTES") or 1)
    faults: Counter[str] = Counter()
    number = 0
    while time.monotonic() < until:
        faults.update(run(tmp_path / str(number), seed + number))
        number += 1
    print(f"{number} offices from seed {seed} on: {faults.total()} faults: {dict(faults)}")
    assert faults.total() > number
