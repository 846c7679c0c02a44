"""Real drives: one that never answers, one that became read-only, one that is full; each is said, and goes on afterwards."""

import ctypes
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sponsor_app.domain.errors import FileProblemError
from sponsor_app.domain.sync_status import NotReachable, Shared
from sponsor_app.services.sharing import beginning, syncing
from sponsor_app.services.sharing.places import Means
from sponsor_app.sync.file_hub.disk import Disk
from sponsor_app.sync.file_hub.patience import Patient
from tests.sharing.laptops import Office, office
from tests.sync.file_hub.stage import Hands
from tests.sync.stores import add_account

PATIENCE = 0.3
DEVICE, LAZY = Path("/dev/fuse"), 2
READ_ONLY, AGAIN = 1, 32
"""Flags of mount(2)."""

SYSTEM = ctypes.CDLL(None, use_errno=True)


def mounted(what: bytes, folder: Path, kind: bytes, flags: int, options: str) -> None:
    if os.name != "posix" or not hasattr(SYSTEM, "umount2") or os.geteuid() != 0:
        pytest.skip("only root on Linux may connect a drive")
    if SYSTEM.mount(what, bytes(folder), kind, flags, options.encode()):
        pytest.skip(f"no drive can be connected here: {os.strerror(ctypes.get_errno())}")


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Path]:
    """A small drive of its own."""
    folder = tmp_path / "drive"
    folder.mkdir()
    mounted(b"small", folder, b"tmpfs", 0, "size=256k,mode=755")
    yield folder
    SYSTEM.umount2(bytes(folder), LAZY)


@pytest.fixture
def dead(tmp_path: Path) -> Iterator[Path]:
    """A folder behind which a file system stands that nobody runs: every look at it waits for ever."""
    folder = tmp_path / "dead"
    folder.mkdir()
    if not os.access(DEVICE, os.R_OK | os.W_OK):
        pytest.skip("there is no FUSE here to make a drive that hangs")
    device = os.open(DEVICE, os.O_RDWR)
    try:
        mounted(b"dead", folder, b"fuse", 0, f"fd={device},rootmode=40000,user_id=0,group_id=0")
        yield folder
    finally:
        os.close(device)  # every call that still waits fails now
        SYSTEM.umount2(bytes(folder), LAZY)


def impatient(team: Office) -> Means:
    return Means(lambda _now: Hands(at=team.clock.moment), lambda: Patient(Disk(), PATIENCE))


def test_no_team_begins_on_a_drive_that_hangs_and_it_is_said(tmp_path: Path, dead: Path) -> None:
    with office(tmp_path) as team:
        anna = team.laptop("anna")
        for place in (dead / "team.sponsor", dead / "folder" / "team.sponsor"):
            with pytest.raises(FileProblemError, match=r"not answered|cannot be reached"):
                beginning.create(anna, str(place), impatient(team))
        assert syncing.addresses(anna) == []


def test_a_team_whose_drive_begins_to_hang_works_on_and_goes_on_when_it_answers(
    tmp_path: Path, dead: Path
) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        share = team.file.parent
        share.rename(tmp_path / "answers")
        share.symlink_to(dead)
        add_account(anna, "Acme")
        [report] = syncing.sync(anna, impatient(team))
        assert isinstance(report.status, NotReachable)
        assert report.status.trouble.code == "hangs"
        share.unlink()
        (tmp_path / "answers").rename(share)
        [report] = syncing.sync(anna, impatient(team))
        assert isinstance(report.status, Shared)


def test_a_drive_that_became_read_only_lets_edits_in_and_none_out(
    tmp_path: Path, drive: Path
) -> None:
    with office(tmp_path) as team:
        anna = team.laptop("anna")
        beginning.create(anna, str(drive / "team.sponsor"), team.means)
        add_account(anna, "Acme")
        mounted(b"small", drive, b"tmpfs", AGAIN | READ_ONLY, "size=256k")
        [report] = team.sync(anna)
        assert report.trouble is not None
        assert report.trouble.code == "read_only"
        assert "read-only" in report.trouble.message
        bob = team.laptop("bob")
        with pytest.raises(FileProblemError, match="read-only"):
            beginning.create(bob, str(drive / "other.sponsor"), team.means)
        mounted(b"small", drive, b"tmpfs", AGAIN, "size=256k")
        [report] = team.sync(anna)
        assert isinstance(report.status, Shared)


def test_a_full_drive_is_said_and_the_file_stays_as_it_was(tmp_path: Path, drive: Path) -> None:
    with office(tmp_path) as team:
        anna, file = team.laptop("anna"), drive / "team.sponsor"
        beginning.create(anna, str(file), team.means)
        before = file.read_bytes()
        filler = drive / "filler"
        with pytest.raises(OSError, match="No space"):
            filler.write_bytes(bytes(1 << 20))
        add_account(anna, "Acme")
        [report] = team.sync(anna)
        assert report.trouble is not None
        assert report.trouble.code == "full"
        assert file.read_bytes() == before
        filler.unlink()
        [report] = team.sync(anna)
        assert isinstance(report.status, Shared)
