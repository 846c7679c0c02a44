"""The lock is courtesy: it is respected, it is given up, and nothing depends on it."""

from pathlib import Path

import pytest

from sponsor_app.domain.sync_status import Shared
from tests.sync.file_hub.faults import Fault, always
from tests.sync.file_hub.stage import Desk, desk, in_folder


@pytest.fixture
def anna(tmp_path: Path) -> Desk:
    made = desk(tmp_path, "anna")
    made.sync()
    return made


def test_the_lock_says_whose_it_is_and_is_gone_afterwards(anna: Desk) -> None:
    seen: list[bytes] = []

    def look(call: str, path: Path | None) -> None:
        if call == "create":
            seen.append(anna.place.lock.read_bytes())

    anna.laptop.edit()
    anna.files.before = look
    anna.sync()
    assert seen[0].startswith(b"anna ")
    assert in_folder(anna.place) == ["Team.sponsor"]


def test_a_lock_that_is_held_is_waited_for_and_then_written_without(anna: Desk) -> None:
    anna.place.lock.write_bytes(b"bob 1")
    anna.laptop.edit()
    began = anna.pace.ticks()
    assert isinstance(anna.sync().status, Shared)
    assert 2 <= anna.pace.ticks() - began <= 3
    assert anna.place.lock.read_bytes() == b"bob 1", "it is his until it stood still for 60 s"
    anna.laptop.edit()
    began = anna.pace.ticks()
    assert isinstance(anna.sync().status, Shared)
    assert anna.pace.ticks() - began < 0.1, "the same lock is waited for once"


def test_a_lock_that_is_let_go_is_taken_at_once(anna: Desk) -> None:
    anna.place.lock.write_bytes(b"bob 1")

    def let_go(call: str, path: Path | None) -> None:
        if len(anna.pace.pauses) > 3:
            anna.place.lock.unlink(missing_ok=True)

    anna.pace.pauses.clear()
    anna.laptop.edit()
    anna.files.before = let_go
    began = anna.pace.ticks()
    assert isinstance(anna.sync().status, Shared)
    assert anna.pace.ticks() - began < 1
    assert in_folder(anna.place) == ["Team.sponsor"]


def test_a_lock_that_stands_still_for_sixty_seconds_of_my_clock_belongs_to_nobody(
    anna: Desk,
) -> None:
    anna.place.lock.write_bytes(b"bob 1")
    anna.laptop.edit()
    anna.sync()
    anna.pace.advance(61)
    anna.laptop.edit()
    anna.sync()
    assert in_folder(anna.place) == ["Team.sponsor"]


def test_a_clock_on_the_wall_that_jumps_takes_nobodys_lock(anna: Desk) -> None:
    anna.place.lock.write_bytes(b"bob 1")
    anna.laptop.edit()
    anna.sync()
    anna.pace.jump()
    anna.laptop.edit()
    anna.sync()
    assert anna.place.lock.exists()


def test_a_lock_whose_content_goes_on_is_left_to_its_owner(anna: Desk) -> None:
    for number in range(5):
        anna.place.lock.write_bytes(b"bob %d" % number)
        anna.laptop.edit()
        anna.sync()
        anna.pace.advance(40)
    assert anna.place.lock.exists()


def test_a_lock_that_somebody_took_from_me_stays_theirs(anna: Desk) -> None:
    def stolen(call: str, path: Path | None) -> None:
        if call == "replace":
            anna.place.lock.write_bytes(b"bob 9")

    anna.laptop.edit()
    anna.files.before = stolen
    anna.sync()
    assert anna.place.lock.read_bytes() == b"bob 9"


def test_in_a_cloud_folder_nobody_locks(tmp_path: Path) -> None:
    anna = desk(tmp_path, "anna", cloud=True)
    anna.laptop.edit()
    anna.sync()
    assert "lock" not in anna.files.calls


@pytest.mark.parametrize("fault", [Fault.EROFS, Fault.EIO, Fault.ENOSPC])
def test_where_no_lock_can_be_made_it_is_written_without(anna: Desk, fault: Fault) -> None:
    anna.laptop.edit()
    assert isinstance(anna.sync(always("lock", fault)).status, Shared)
