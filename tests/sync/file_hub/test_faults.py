"""Every fault at every call of a sync: the file is old or new, nothing is lost, and *shared* is never said untruly."""

from pathlib import Path

import pytest

from sponsor_app.domain.sync_status import Shared
from tests.sync.file_hub.faults import Fault, FaultyDisk, once
from tests.sync.file_hub.lines import HEAD, lines_in, signed
from tests.sync.file_hub.stage import Desk, desk, in_file

STICKY = [Fault.ENOSPC, Fault.EIO, Fault.EROFS, Fault.ESTALE, Fault.HELD_OPEN]


def scene(folder: Path) -> tuple[Desk, Desk]:
    """A file with a copy beside it, an edit of Anna's that is in neither, and Bob who will sync later."""
    folder.mkdir()
    anna, bob = desk(folder, "anna"), desk(folder, "bob")
    bob.laptop.edit()
    bob.sync()
    anna.sync()
    anna.laptop.edit()
    (anna.place.folder / "Team (1).sponsor").write_bytes(HEAD + signed("carl-1"))
    return anna, bob


def calls_of_a_sync(folder: Path) -> list[str]:
    anna, _ = scene(folder)
    anna.sync()
    return list(anna.files.calls)


def heals(anna: Desk, bob: Desk, old: bytes) -> None:
    """After the fault: a whole file, and two quiet rounds bring everything everywhere."""
    if anna.place.path.exists():
        content = anna.place.path.read_bytes()
        assert content == old or lines_in(content) >= {"anna-1", "bob-1"}
    anna.start()
    for one in (anna, bob, anna, bob):
        one.sync()
    everything = {"anna-1", "bob-1", "carl-1"}
    assert anna.laptop.held == bob.laptop.held == in_file(anna.place.path) == everything
    assert isinstance(anna.sync().status, Shared)
    assert not (anna.place.folder / "Team (1).sponsor").exists()


@pytest.mark.parametrize("fault", list(Fault), ids=str)
def test_any_fault_at_any_call_leaves_old_or_new_and_heals(tmp_path: Path, fault: Fault) -> None:
    injected = 0
    for at in range(len(calls_of_a_sync(tmp_path / "plain"))):
        anna, bob = scene(tmp_path / str(at))
        old = anna.place.path.read_bytes()
        anna.survives(once(at, fault))
        injected += anna.files.injected.total()
        heals(anna, bob, old)
    print(f"{fault.value}: {injected} faults injected")
    assert injected, "a run that injects nothing proves nothing"


@pytest.mark.parametrize("fault", STICKY, ids=str)
def test_a_fault_that_stays_from_any_call_on_leaves_old_or_new_and_heals(
    tmp_path: Path, fault: Fault
) -> None:
    injected = 0
    for at in range(len(calls_of_a_sync(tmp_path / "plain"))):
        anna, bob = scene(tmp_path / str(at))
        old = anna.place.path.read_bytes()

        def from_here(number: int, call: str, at: int = at) -> Fault | None:
            return fault if number >= at else None

        anna.survives(from_here)
        injected += anna.files.injected.total()
        heals(anna, bob, old)
    print(f"{fault.value} from then on: {injected} faults injected")
    assert injected


def test_a_disk_that_is_told_to_fail_does_fail(tmp_path: Path) -> None:
    disk = FaultyDisk(once(0, Fault.EIO))
    with pytest.raises(OSError, match="input/output"):
        disk.stat(tmp_path)
    assert disk.injected.total() == 1
