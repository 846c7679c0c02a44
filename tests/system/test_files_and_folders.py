"""Files appear whole or not at all; a store refuses folders where it would lose data."""

import errno
from pathlib import Path

import pytest

from sponsor_app.domain.errors import DiskFullError, FileProblemError, StoreError
from sponsor_app.system.folders import Profile, make_profile, refuse_shared_folder, resources
from sponsor_app.system.publish import explain, publish, publishing


def test_a_file_is_replaced_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("old")
    publish(path, b"new")
    assert path.read_bytes() == b"new"
    assert [file.name for file in tmp_path.iterdir()] == ["brief.txt"]


def test_a_writer_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError):
        half_write(path)
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["brief.txt"]


def half_write(path: Path) -> None:
    with publishing(path) as beside:
        beside.write_text("half")
        _ = 1 / 0


@pytest.mark.parametrize(
    ("place", "said"), [("none/brief.txt", "folder does not exist"), ("folder", "")]
)
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, place: str, said: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileProblemError, match="Nothing was changed") as refused:
        publish(tmp_path / place, b"x")
    assert said in refused.value.message


def test_a_full_disk_is_said_and_what_was_there_is_intact() -> None:
    error = explain(OSError(errno.ENOSPC, "No space left"), Path("brief.pdf"))
    assert isinstance(error, DiskFullError)
    assert "intact" in error.message


def test_a_private_file_is_private_from_its_first_byte(tmp_path: Path) -> None:
    with publishing(tmp_path / "key", mode=0o600) as beside:
        assert beside.stat().st_mode & 0o777 == 0o600
        beside.write_bytes(b"x")
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "folder", ["Dropbox/sponsor", "OneDrive - Northwind/x", "Google Drive/My Drive", "Nextcloud"]
)
def test_a_store_refuses_a_cloud_folder(tmp_path: Path, folder: str) -> None:
    with pytest.raises(StoreError, match="synced folder") as refused:
        make_profile(Profile(tmp_path / folder))
    assert "this laptop's own disk" in refused.value.next
    assert not (tmp_path / folder).exists()


def test_a_folder_that_syncthing_watches_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    with pytest.raises(StoreError, match="synced folder"):
        refuse_shared_folder(tmp_path / "deep" / "er")


def test_a_profile_is_readable_by_nobody_else(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "one" / "two")
    make_profile(profile)
    assert profile.root.stat().st_mode & 0o077 == 0


def test_the_resources_are_found(tmp_path: Path) -> None:
    assert (resources() / "templates" / "brief.html").is_file()
    assert list((resources() / "fonts").glob("Inter-*.otf"))
    assert tmp_path
