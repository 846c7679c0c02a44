"""A file that a sync program keeps elsewhere is fetched by reading it; when it is not fetched, nobody writes over it."""

import errno
from dataclasses import replace
from pathlib import Path

from sponsor_app.domain.sync_status import NotReachable, Shared
from sponsor_app.sync.file_hub.disk import Disk
from sponsor_app.sync.file_hub.files import Handle, Stat
from sponsor_app.sync.file_hub.hub import FileHub
from sponsor_app.sync.file_hub.memory import Memory
from tests.sync.file_hub.lines import HEAD, Lines, signed
from tests.sync.file_hub.stage import Hands, place_in


class CloudFolder(Disk):
    """Some names have their content elsewhere; opening one fetches it, as long as the sync program runs."""

    def __init__(self, *away: str, runs: bool = True) -> None:
        self.away = set(away)
        self.runs = runs
        self.opened: list[str] = []

    def stat(self, path: Path) -> Stat:
        return replace(super().stat(path), placeholder=path.name in self.away)

    def open(self, path: Path) -> Handle:
        self.opened.append(path.name)
        if path.name in self.away and not self.runs:
            raise OSError(errno.EIO, "The cloud file provider is not running")
        return super().open(path)


def test_a_file_that_can_be_fetched_is_read(tmp_path: Path) -> None:
    place = place_in(tmp_path, "anna")
    place.path.write_bytes(HEAD + signed("carl-1"))
    laptop = Lines("anna")
    outcome = FileHub(place, laptop, CloudFolder("Team.sponsor"), Hands()).sync(Memory())
    assert laptop.held == {"carl-1"}
    assert isinstance(outcome.status, Shared)


def test_a_file_that_cannot_be_fetched_is_no_information_and_is_not_overwritten(
    tmp_path: Path,
) -> None:
    place = place_in(tmp_path, "anna")
    place.path.write_bytes(HEAD + signed("carl-1"))
    laptop = Lines("anna")
    laptop.edit()
    hub = FileHub(place, laptop, CloudFolder("Team.sponsor", runs=False), Hands())
    outcome = hub.sync(Memory(seen=True))
    assert isinstance(outcome.status, NotReachable)
    assert outcome.status.trouble.code == "placeholder"
    assert place.path.read_bytes() == HEAD + signed("carl-1")


def test_other_peoples_files_are_not_fetched_to_look_into_them(tmp_path: Path) -> None:
    place = place_in(tmp_path, "anna")
    for name in ("film.mp4", "Team (1).sponsor"):
        (place.folder / name).write_bytes(HEAD + signed("carl-1"))
    drive = CloudFolder("film.mp4", "Team (1).sponsor")
    FileHub(place, Lines("anna"), drive, Hands()).sync(Memory())
    assert "film.mp4" not in drive.opened
    assert "Team (1).sponsor" in drive.opened
