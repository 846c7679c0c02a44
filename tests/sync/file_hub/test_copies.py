"""Copies beside the shared file are taken in once, and moved away only after a read showed that nothing is missing."""

from pathlib import Path

import pytest

from sponsor_app.domain.sync_status import Shared
from sponsor_app.sync.file_hub.place import Style, style_of
from tests.sync.file_hub.faults import Fault, always
from tests.sync.file_hub.lines import HEAD, OTHER_HEAD, signed
from tests.sync.file_hub.stage import Desk, desk, in_file, in_folder

NAMES = {
    "Team (Anna's conflicted copy 2026-11-18).sponsor": Style.DROPBOX,
    "Team (Anna's MacBook's conflicted copy 2026-11-18 (1)).sponsor": Style.DROPBOX,
    "Team (Selective Sync Case Conflict).sponsor": Style.DROPBOX,
    "Team-ANNAS-LAPTOP.sponsor": Style.ONEDRIVE,
    "Team-ANNAS-LAPTOP-2.sponsor": Style.ONEDRIVE,
    "Team (1).sponsor": Style.GOOGLE_DRIVE,
    "Team [Conflict].sponsor": Style.GOOGLE_DRIVE,
    "Copy of Team.sponsor": Style.GOOGLE_DRIVE,
    "Team (conflicted copy 2026-11-18 104212).sponsor": Style.NEXTCLOUD,
    "Team_conflict-20261118-104212.sponsor": Style.NEXTCLOUD,
    "Team.sync-conflict-20261118-104212-ABCDEFG.sponsor": Style.SYNCTHING,
    "Team.sponsor.bob.part": Style.PART,
    "Team.sponsor.bak": Style.OTHER,
    "the old one.txt": Style.OTHER,
    "Team - Copy.sponsor": Style.OTHER,
}


@pytest.fixture
def anna(tmp_path: Path) -> Desk:
    return desk(tmp_path, "anna")


@pytest.mark.parametrize(("name", "style"), NAMES.items(), ids=str)
def test_a_copy_is_known_by_its_name_and_taken_in_by_its_content(
    anna: Desk, name: str, style: Style
) -> None:
    assert style_of(name, "Team.sponsor") is style
    anna.sync()
    copy = HEAD + signed("carl-7")
    (anna.place.folder / name).write_bytes(copy)
    outcome = anna.sync()
    assert anna.laptop.held == {"carl-7"} == in_file(anna.place.path)
    assert outcome.moved == (name,)
    assert any(name in sentence for sentence in outcome.said)
    assert in_folder(anna.place) == ["Team.sponsor"]
    assert [path.read_bytes() for path in anna.place.quarantine.iterdir()] == [copy]


def test_a_copy_is_taken_in_once_even_where_it_cannot_be_removed(anna: Desk) -> None:
    anna.sync()
    (anna.place.folder / "Team (1).sponsor").write_bytes(HEAD + signed("carl-7"))
    for _ in range(3):
        anna.sync(always("remove", Fault.EIO))
    assert anna.laptop.joined_copies == ["Team (1).sponsor"]
    anna.sync()
    assert in_folder(anna.place) == ["Team.sponsor"]


def test_a_copy_stays_when_what_it_held_could_not_be_put_into_the_file(anna: Desk) -> None:
    anna.sync()
    (anna.place.folder / "Team (1).sponsor").write_bytes(HEAD + signed("carl-7"))
    assert anna.sync(always("replace", Fault.LOST_RENAME)).moved == ()
    assert "Team (1).sponsor" in in_folder(anna.place)


def test_a_copy_stays_when_there_is_no_room_to_keep_it_here(anna: Desk) -> None:
    anna.sync()
    anna.laptop.held.add("carl-7")
    anna.sync()
    (anna.place.folder / "Team (1).sponsor").write_bytes(HEAD + signed("carl-7"))
    outcome = anna.sync(always("create", Fault.ENOSPC))
    assert outcome.moved == ()
    assert isinstance(outcome.status, Shared)
    assert "Team (1).sponsor" in in_folder(anna.place)


def test_a_copy_that_changes_while_it_is_taken_in_is_not_removed(anna: Desk) -> None:
    anna.sync()
    path = anna.place.folder / "Team (1).sponsor"
    path.write_bytes(HEAD + signed("carl-7"))

    def goes_on(call: str, at: Path | None) -> None:
        if call == "make_folder" and path.exists():
            path.write_bytes(HEAD + signed("carl-7") + signed("carl-8"))

    anna.files.before = goes_on
    assert anna.sync().moved == ()
    anna.files.before = lambda call, at: None
    assert anna.sync().moved == (path.name,)
    assert anna.laptop.held == {"carl-7", "carl-8"} == in_file(anna.place.path)


def test_an_older_backup_named_differently_takes_nothing_back(anna: Desk) -> None:
    anna.laptop.edit()
    anna.sync()
    old = anna.place.path.read_bytes()
    anna.laptop.edit()
    anna.sync()
    (anna.place.folder / "Team before the holidays.sponsor").write_bytes(old)
    anna.sync()
    assert in_file(anna.place.path) == anna.laptop.own() == anna.laptop.held


def test_a_file_that_was_renamed_by_hand_is_found_and_put_back(tmp_path: Path, anna: Desk) -> None:
    carl = desk(tmp_path, "carl")
    carl.laptop.edit()
    carl.sync()
    anna.sync()
    carl.laptop.edit()
    carl.sync()
    anna.place.path.rename(anna.place.folder / "Team 2026.sponsor")
    assert anna.sync().moved == ("Team 2026.sponsor",)
    assert in_file(anna.place.path) == carl.laptop.own()


def test_a_copy_deleted_before_anybody_saw_it_is_put_back_by_its_author(
    tmp_path: Path, anna: Desk
) -> None:
    bob = desk(tmp_path, "bob")
    anna.sync()
    old = anna.place.path.read_bytes()
    line = bob.laptop.edit()
    bob.sync()
    anna.place.path.write_bytes(old)
    bob.sync()
    anna.sync()
    assert line in anna.laptop.held


def test_files_of_others_in_the_folder_are_not_touched(anna: Desk) -> None:
    others = {
        "Team (2).sponsor": OTHER_HEAD + b"x",
        "letter.docx": b"PK",
        "empty.sponsor": b"",
        "notes.txt": b"",
    }
    for name, content in others.items():
        (anna.place.folder / name).write_bytes(content)
    (anna.place.folder / "Team (folder).sponsor").mkdir()
    anna.sync()
    anna.files.calls.clear()
    anna.sync()
    assert in_folder(anna.place) == sorted([*others, "Team (folder).sponsor", "Team.sponsor"])
    assert anna.laptop.joined_copies == []


def test_a_folder_with_thousands_of_other_files_is_not_opened_file_by_file(anna: Desk) -> None:
    for number in range(3000):
        (anna.place.folder / f"{number}.jpg").write_bytes(b"\xff\xd8\xff")
    anna.sync()
    assert anna.files.calls.count("open") < 300
    (anna.place.folder / "Team (1).sponsor").write_bytes(HEAD + signed("carl-7"))
    anna.sync()
    assert "carl-7" in anna.laptop.held


def test_a_folder_that_may_not_be_listed_still_shares(anna: Desk) -> None:
    anna.laptop.edit()
    assert isinstance(anna.sync(always("list", Fault.EIO)).status, Shared)


def test_what_a_killed_laptop_left_is_swept_after_an_hour_by_my_own_clock(anna: Desk) -> None:
    anna.sync()
    left = anna.place.temporary("dead")
    left.write_bytes(b"half")
    anna.sync()
    anna.pace.advance(3000)
    left.write_bytes(b"half and more")
    anna.sync()
    anna.pace.advance(3000)
    anna.sync()
    assert left.exists(), "it went on meanwhile"
    anna.pace.advance(3601)
    anna.sync()
    assert not left.exists()
