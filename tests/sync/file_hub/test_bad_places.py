"""A place that cannot be the shared file is said so in plain words, and nothing there is touched."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from sponsor_app.domain.sync_status import NotReachable, Saved, Shared
from sponsor_app.sync.file_hub.disk import Disk
from sponsor_app.sync.file_hub.files import Handle, Stat
from sponsor_app.sync.file_hub.hub import FileHub
from sponsor_app.sync.file_hub.memory import Memory
from sponsor_app.sync.file_hub.patience import Patient
from sponsor_app.sync.file_hub.troubles import Code, trouble
from tests.sync.file_hub.lines import Lines
from tests.sync.file_hub.stage import Desk, Hands, desk, in_folder, place_in

posix_only = pytest.mark.skipif(os.name != "posix", reason="needs pipes and modes of POSIX")


@pytest.fixture
def anna(tmp_path: Path) -> Desk:
    made = desk(tmp_path, "anna")
    made.laptop.edit()
    return made


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def five_gigabytes(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5 << 30)


def a_file_as_folder(path: Path) -> None:
    path.parent.rmdir()
    path.parent.write_bytes(b"")


def no_folder(path: Path) -> None:
    path.parent.rmdir()


def a_ring_of_links(path: Path) -> None:
    path.symlink_to(path)


@posix_only
@pytest.mark.parametrize(
    ("make", "code"),
    [
        (a_folder, "is_folder"),
        (a_pipe, "is_no_file"),
        (five_gigabytes, "too_large"),
        (a_file_as_folder, "no_folder"),
        (no_folder, "no_folder"),
        (a_ring_of_links, "unreadable"),
    ],
)
def test_an_impossible_place_is_said_and_left_alone(
    anna: Desk, make: Callable[[Path], None], code: str
) -> None:
    make(anna.place.path)
    outcome = anna.sync()
    assert isinstance(outcome.status, NotReachable)
    assert outcome.status.trouble.code == code
    assert "saved on this laptop" in outcome.status.trouble.message
    assert outcome.status.trouble.next
    assert not {"open", "create", "replace", "remove"} & set(anna.files.calls)


@posix_only
@pytest.mark.skipif(os.geteuid() == 0 if os.name == "posix" else True, reason="root may do all")
def test_a_read_only_folder_lets_edits_in_and_none_out(tmp_path: Path, anna: Desk) -> None:
    anna.sync()
    anna.place.folder.chmod(0o555)
    anna.laptop.edit()
    outcome = anna.sync()
    anna.place.folder.chmod(0o755)
    assert isinstance(outcome.status, Saved)
    assert outcome.status.trouble is not None
    assert outcome.status.trouble.code == "may_not_write"


class Hanging(Disk):
    """A drive that does not answer until it is let go."""

    def __init__(self, call: str) -> None:
        self.call = call
        self.released = threading.Event()
        self.hung = 0
        self.closed: list[Handle] = []

    def _hang(self, call: str) -> None:
        if call == self.call and not self.released.is_set():
            self.hung += 1
            self.released.wait(60)

    def stat(self, path: Path) -> Stat:
        self._hang("stat")
        return super().stat(path)

    def open(self, path: Path) -> Handle:
        self._hang("open")
        return super().open(path)

    def fsync(self, handle: Handle) -> None:
        self._hang("fsync")
        super().fsync(handle)

    def close(self, handle: Handle) -> None:
        self.closed.append(handle)
        super().close(handle)


def hub_on(tmp_path: Path, drive: Hanging, laptop: Lines) -> tuple[FileHub, Patient]:
    patient = Patient(drive, patience=0.05)
    return FileHub(place_in(tmp_path, "anna"), laptop, patient, Hands()), patient


@pytest.mark.parametrize("call", ["stat", "open", "fsync"])
def test_a_drive_that_hangs_is_given_up_said_and_used_again_when_it_answers(
    tmp_path: Path, call: str
) -> None:
    laptop = Lines("anna")
    laptop.edit()
    drive = Hanging(call)
    drive.released.set()
    hub, patient = hub_on(tmp_path, drive, laptop)
    memory = hub.sync(Memory()).memory
    laptop.edit()
    drive.released.clear()
    outcome = hub.sync(memory)
    assert isinstance(outcome.status, Saved | NotReachable)
    assert outcome.status.trouble == trouble(Code.HANGS)
    again = hub.sync(outcome.memory)
    assert isinstance(again.status, NotReachable)
    assert drive.hung == 1, "a dead drive costs one thread, not one a poll"
    drive.released.set()
    patient_again(patient, tmp_path)
    healed = hub.sync(again.memory)
    assert isinstance(healed.status, Shared)
    patient.end()


def patient_again(patient: Patient, folder: Path) -> None:
    """Wait for the drive's late answer by asking until it takes questions again."""
    pulse = threading.Event()
    for _ in range(500):
        try:
            patient.stat(folder)
        except TimeoutError:
            pulse.wait(0.01)
        else:
            return
    msg = "the drive was never used again"
    raise AssertionError(msg)


def test_a_file_opened_too_late_for_anybody_is_closed_again(tmp_path: Path) -> None:
    drive = Hanging("open")
    patient = Patient(drive, patience=0.05)
    path = tmp_path / "file"
    path.write_bytes(b"x")
    with pytest.raises(TimeoutError):
        patient.open(path)
    drive.released.set()
    patient_again(patient, tmp_path)
    assert len(drive.closed) == 1
    patient.end()


def test_a_patient_drive_passes_on_what_the_system_says(tmp_path: Path) -> None:
    patient = Patient(Disk())
    with pytest.raises(FileNotFoundError):
        patient.stat(tmp_path / "none")
    hub = FileHub(place_in(tmp_path, "anna"), Lines("anna"), patient, Hands())
    assert isinstance(hub.sync(Memory()).status, Shared)
    assert in_folder(place_in(tmp_path, "anna")) == ["Team.sponsor"]
    patient.end()


@pytest.mark.parametrize("code", list(Code))
def test_every_trouble_says_what_is_safe(code: Code) -> None:
    said = trouble(code)
    assert said.message.endswith("Everything is saved on this laptop.")
    assert said.message[0].isupper()
