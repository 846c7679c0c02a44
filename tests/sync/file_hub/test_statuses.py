"""The four things a person may be told, and that the best of them is never said too early."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from sponsor_app.domain.sync_status import Handed, NotReachable, Saved, Shared, moment
from sponsor_app.sync.file_hub.memory import Memory, status
from sponsor_app.sync.file_hub.troubles import Code, trouble
from tests.sync.file_hub.faults import Fault, always
from tests.sync.file_hub.stage import NOON, desk

BERLIN = timezone(timedelta(hours=1))
NOW = NOON.astimezone(BERLIN)


def test_each_status_has_one_plain_sentence() -> None:
    assert Saved().said(NOW) == "Saved on this laptop"
    assert Handed(NOON).said(NOW) == "Handed to the folder (11:42)"
    assert Shared(NOON).said(NOW) == "Shared (read back 11:42)"
    why = trouble(Code.NO_FOLDER)
    since = NOON - timedelta(days=1)
    assert NotReachable(since, why).said(NOW) == "Not reachable since 17 Nov 11:42"


def test_a_moment_of_another_year_says_the_year() -> None:
    assert moment(datetime(2025, 3, 1, 8, 5, tzinfo=UTC), NOW) == "1 Mar 2025 09:05"


def test_a_laptop_that_never_reached_the_file_says_saved() -> None:
    assert status(Memory(), 0, cloud=False) == Saved()
    assert status(Memory(), 3, cloud=False) == Saved()


def test_an_edit_after_the_last_sync_is_only_saved(tmp_path: Path) -> None:
    anna = desk(tmp_path, "anna")
    anna.laptop.edit()
    assert isinstance(anna.sync().status, Shared)
    anna.laptop.edit()
    assert anna.hub.status(anna.memory) == Saved()


def test_an_edit_made_while_the_file_is_written_is_not_called_shared(tmp_path: Path) -> None:
    anna = desk(tmp_path, "anna")
    anna.laptop.edit()

    def type_on(call: str, path: Path | None) -> None:
        if call == "replace":
            anna.laptop.edit()

    anna.files.before = type_on
    assert anna.sync().status == Saved()


def test_in_a_cloud_folder_it_is_shared_when_a_colleagues_writing_shows_it(tmp_path: Path) -> None:
    anna, bob = desk(tmp_path, "anna", cloud=True), desk(tmp_path, "bob", cloud=True)
    anna.laptop.edit()
    assert isinstance(anna.sync().status, Handed)
    assert isinstance(anna.sync().status, Handed)
    bob.laptop.edit()
    bob.sync()
    assert isinstance(anna.sync().status, Shared)


def test_a_file_that_went_back_and_cannot_be_healed_is_not_called_shared(tmp_path: Path) -> None:
    anna = desk(tmp_path, "anna")
    anna.sync()
    old = anna.place.path.read_bytes()
    anna.laptop.edit()
    anna.sync()
    anna.place.path.write_bytes(old)
    assert isinstance(anna.sync(always("create", Fault.ENOSPC)).status, Saved)
    anna.place.path.unlink()
    assert isinstance(anna.sync(always("create", Fault.ENOSPC)).status, Saved)


def test_edits_of_others_that_the_file_has_lost_are_not_called_shared_either(
    tmp_path: Path,
) -> None:
    anna, bob = desk(tmp_path, "anna"), desk(tmp_path, "bob")
    anna.laptop.edit()
    anna.sync()
    old = anna.place.path.read_bytes()
    bob.laptop.edit()
    bob.sync()
    anna.sync()
    anna.place.path.write_bytes(old)
    assert isinstance(anna.sync(always("create", Fault.ENOSPC)).status, Handed)


def test_a_file_that_went_back_takes_shared_back_until_it_is_healed(tmp_path: Path) -> None:
    anna = desk(tmp_path, "anna")
    anna.laptop.edit()
    anna.sync()
    anna.place.path.unlink()
    memory = anna.memory.gone("")
    assert status(memory, 1, cloud=False) == Saved()
    assert isinstance(anna.sync().status, Shared)
