"""The power fails after any call of a sync, and the drive comes back with any state that it may: nothing is lost."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sponsor_app.domain.sync_status import Handed, Shared
from sponsor_app.sync.file_hub.hub import FileHub
from sponsor_app.sync.file_hub.laptop import Composed
from sponsor_app.sync.file_hub.memory import Memory
from sponsor_app.sync.file_hub.place import Place
from tests.sync.file_hub.lines import HEAD, Lines, lines_in, signed
from tests.sync.file_hub.stage import Hands
from tests.sync.torture.drive import Drive, drive_of

SHARE, HOME = Path("/share"), Path("/home/anna/quarantine")
PATH, COPY = SHARE / "Team.sponsor", SHARE / "Team (1).sponsor"
LETTER = b"Dear grandmother, " * 100
LONG = "l" * (1 << 20)
"""A line that makes the file longer than one write."""


@dataclass
class Remembering(Lines):
    """Also knows every whole file it wrote."""

    files: list[bytes] = field(default_factory=list[bytes])

    def compose(self, found: bytes | None) -> Composed:
        composed = super().compose(found)
        self.files.append(composed.content)
        return composed


def place(name: str, *, cloud: bool = False) -> Place:
    return Place(PATH, HOME.parent.with_name(name) / "quarantine", name, cloud)


@dataclass
class Scene:
    """A share, Anna who syncs when the power fails, and Bob who syncs later."""

    drive: Drive
    anna: Remembering = field(default_factory=lambda: Remembering("anna"))
    bob: Lines = field(default_factory=lambda: Lines("bob"))
    memory: Memory = field(default_factory=Memory)

    def sync(self) -> None:
        """One sync of Anna's."""
        outcome = FileHub(place("anna"), self.anna, self.drive, Hands()).sync(self.memory)
        self.memory, self.status = outcome.memory, outcome.status


def begun() -> Scene:
    """Bob's and Anna's first edits are in the file, and acknowledged."""
    scene = Scene(Drive())
    scene.drive.put(SHARE / ".keep", b"")
    scene.drive.put(HOME.parent / "store.db", b"")
    scene.drive.put(Path("/home/bob/store.db"), b"")
    scene.bob.edit()
    FileHub(place("bob"), scene.bob, scene.drive, Hands()).sync(Memory())
    scene.anna.edit()
    scene.sync()
    scene.sync()
    scene.drive.settle()
    scene.anna.files.clear()
    return scene


def one_edit() -> Scene:
    scene = begun()
    scene.anna.edit()
    return scene


def first_file() -> Scene:
    scene = begun()
    for path in (PATH, SHARE / ".keep"):
        scene.drive.remove(path)
    scene.drive.settle()
    return scene


def long_file() -> Scene:
    scene = begun()
    scene.anna.held.add(LONG)
    return scene


def copy_beside() -> Scene:
    scene = one_edit()
    scene.drive.put(COPY, HEAD + signed("carl-1"))
    return scene


def held_open() -> Scene:
    scene = copy_beside()
    scene.drive.refuses_replacing = True
    return scene


def overwritten() -> Scene:
    scene = one_edit()
    scene.drive.put(PATH, LETTER)
    return scene


@dataclass
class Watch:
    """Looks at every state after every call."""

    scene: Scene
    old: bytes | None
    deeper: bool = False
    states: int = 0

    def __post_init__(self) -> None:
        self.copy = self.scene.drive.content(COPY)

    def look(self, call: str) -> None:
        """What must hold if the power fails now."""
        for crashed in self.scene.drive.crashes():
            self.states += 1
            content = crashed.content(PATH)
            assert content in (self.old, *self.scene.anna.files), f"half a file after {call}"
            if self.copy is not None:
                assert self.kept(crashed, COPY, self.copy), f"the copy is gone after {call}"
            if self.old == LETTER and content != LETTER:
                assert self.kept(crashed, PATH, LETTER), f"the letter is gone after {call}"
            if self.deeper:
                self.states += watched(self.after_this(crashed))
            self.heals(crashed)

    def after_this(self, crashed: Drive) -> Scene:
        """Anna and Bob on the day after, before any sync."""
        anna = Remembering("anna", set(self.scene.anna.held), self.scene.anna.mine)
        bob = Lines("bob", set(self.scene.bob.held), self.scene.bob.mine)
        return Scene(drive_of(crashed.state()), anna, bob, self.scene.memory)

    def kept(self, crashed: Drive, path: Path, content: bytes) -> bool:
        """Whether a file is where it was, or whole in the quarantine."""
        local = [p for p in crashed.names if p.parent == HOME and p.name.endswith(path.name)]
        found = [crashed.content(p) for p in (path, *local) if not p.name.startswith(".")]
        return content in found

    def heals(self, crashed: Drive) -> None:
        """Two quiet rounds later everything is everywhere."""
        day = self.after_this(crashed)
        crashed, anna, bob = day.drive, day.anna, day.bob
        for one, memory in ((anna, self.scene.memory), (bob, Memory()), (anna, Memory(seen=True))):
            outcome = FileHub(place(one.name), one, crashed, Hands()).sync(memory)
            assert isinstance(outcome.status, Shared), outcome.status
        found = crashed.content(PATH)
        assert found is not None
        assert lines_in(found) == anna.held == bob.held

    def shown(self) -> None:
        """What was said of the sync holds in every state."""
        claimed = isinstance(self.scene.status, Shared)
        for crashed in self.scene.drive.crashes():
            content = crashed.content(PATH) or b""
            if claimed:
                assert lines_in(content) == self.scene.anna.held, "shared was said untruly"
            elif isinstance(self.scene.status, Handed):
                part = crashed.content(place("anna").part) or b""
                assert lines_in(part) == self.scene.anna.held, "nothing was handed over"


SCENES = (one_edit, first_file, long_file, copy_beside, held_open, overwritten)


def watched(scene: Scene, *, deeper: bool = False) -> int:
    """Sync once while the power may fail after every call; returns how many states were looked at."""
    watch = Watch(scene, scene.drive.content(PATH), deeper)
    scene.drive.after = watch.look
    scene.sync()
    scene.drive.after = lambda call: None
    watch.shown()
    return watch.states


@pytest.mark.parametrize("make", SCENES)
def test_whatever_the_drive_comes_back_with_the_file_is_old_or_new(
    make: Callable[[], Scene],
) -> None:
    states = watched(make())
    print(f"{states} states of the drive after a power failure, 0 lost")
    assert states > 100, "a run that loses no power proves nothing"


class Forgetful(Drive):
    """Says that it is on the disk and does nothing."""

    def fsync(self, handle: int) -> None:
        pass


def test_a_drive_that_only_says_that_it_kept_the_data_is_found_out() -> None:
    scene = one_edit()
    scene.drive.__class__ = Forgetful
    with pytest.raises(AssertionError, match="half a file"):
        watched(scene)


@pytest.mark.soak
@pytest.mark.parametrize("make", [scene for scene in SCENES if scene is not long_file])
def test_the_power_fails_again_in_the_sync_after_the_failure(make: Callable[[], Scene]) -> None:
    states = watched(make(), deeper=True)
    print(f"{states} states of the drive after two power failures, 0 lost")
    assert states > 1000
