"""A real drive that never answers: whoever waits for it is told after a while, and goes on when it is gone."""

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


@pytest.fixture
def dead(tmp_path: Path) -> Iterator[Path]:
    """A folder behind which a file system stands that nobody runs: every look at it waits for ever."""
    folder = tmp_path / "dead"
    folder.mkdir()
    if not DEVICE.exists() or os.geteuid() != 0:
        pytest.skip("only root may mount a drive that hangs")
    system, device = ctypes.CDLL(None, use_errno=True), os.open(DEVICE, os.O_RDWR)
    options = f"fd={device},rootmode=40000,user_id=0,group_id=0".encode()
    if system.mount(b"dead", bytes(folder), b"fuse", 0, options):
        os.close(device)
        pytest.skip(f"no drive can be mounted here: {os.strerror(ctypes.get_errno())}")
    yield folder
    os.close(device)  # every call that still waits fails now
    system.umount2(bytes(folder), LAZY)


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
