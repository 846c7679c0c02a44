"""One sync: join what is there, put back what is missing, read it back, and say only what was seen."""

import os
from pathlib import Path

import pytest

from sponsor_app.domain.sync_status import Handed, NotReachable, Saved, Shared
from sponsor_app.sync.file_hub.pace import StoppedError
from tests.sync.file_hub.faults import Fault, always
from tests.sync.file_hub.lines import HEAD, OTHER_HEAD, Lines, signed
from tests.sync.file_hub.stage import NOON, Desk, desk, in_file, in_folder, place_in


@pytest.fixture
def anna(tmp_path: Path) -> Desk:
    return desk(tmp_path, "anna")


@pytest.fixture
def bob(tmp_path: Path) -> Desk:
    return desk(tmp_path, "bob")


def test_an_edit_goes_into_the_file_and_comes_out_at_a_colleague(anna: Desk, bob: Desk) -> None:
    line = anna.laptop.edit()
    outcome = anna.sync()
    assert outcome.status == Shared(anna.pace.now())
    assert outcome.wrote
    assert bob.sync().learnt == 1
    assert line in bob.laptop.held
    assert in_folder(anna.place) == ["Team.sponsor"]


def test_nothing_is_written_when_the_file_has_all(anna: Desk, bob: Desk) -> None:
    anna.laptop.edit()
    anna.sync()
    before = anna.place.path.stat()
    assert not bob.sync().wrote
    assert not anna.sync().wrote
    assert anna.place.path.stat() == before
    assert not {"create", "write", "replace", "lock", "remove"} & set(anna.files.calls)


def test_everything_is_on_disk_before_it_counts_and_read_back_before_it_is_said(
    anna: Desk,
) -> None:
    anna.sync()
    anna.laptop.edit()
    anna.sync()
    order = ["create", "write", "fsync", "close", "replace", "remove", "fsync_folder", "stat"]
    at = anna.files.calls.index("create")
    assert anna.files.calls[at : at + 10] == [*order, "open", "read"]


def test_an_edit_is_acknowledged_only_when_a_later_read_still_shows_it(anna: Desk) -> None:
    anna.laptop.edit()
    anna.sync()
    assert anna.memory.acknowledged == 0
    anna.sync()
    assert anna.memory.acknowledged == 1


def test_an_edit_that_was_overwritten_before_a_later_read_is_put_back_first(anna: Desk) -> None:
    anna.sync()
    old = anna.place.path.read_bytes()
    anna.laptop.edit()
    anna.sync()
    anna.place.path.write_bytes(old)
    assert anna.sync().wrote
    assert anna.memory.acknowledged == 0
    anna.sync()
    assert anna.memory.acknowledged == 1


@pytest.mark.parametrize("what", ["deleted", "emptied", "zeros", "cut", "bytes of no one", "head"])
def test_whatever_happened_to_the_file_nothing_here_is_lost_and_it_is_healed(
    anna: Desk, bob: Desk, what: str
) -> None:
    lines = {anna.laptop.edit(), anna.laptop.edit()}
    anna.sync()
    bob.sync()
    path = anna.place.path
    content = path.read_bytes()
    damage = {
        "emptied": b"",
        "zeros": bytes(len(content)),
        "cut": content[:20],
        "bytes of no one": b"%PDF-1.7 somebody saved over it",
        "head": b"x" + content[1:],
    }
    if what == "deleted":
        path.unlink()
    else:
        path.write_bytes(damage[what])
    outcome = bob.sync()
    assert outcome.wrote
    assert outcome.said
    assert in_file(path) == lines == bob.laptop.held


def test_what_was_saved_over_the_file_is_kept_on_this_laptop(anna: Desk) -> None:
    anna.sync()
    anna.place.path.write_bytes(b"a letter")
    anna.sync()
    kept = list(anna.place.quarantine.iterdir())
    assert [path.read_bytes() for path in kept] == [b"a letter"]


def test_a_file_cut_or_flipped_anywhere_is_healed_and_never_raises(anna: Desk, bob: Desk) -> None:
    anna.laptop.edit()
    bob.laptop.edit()
    anna.sync()
    bob.sync()
    anna.sync()
    whole = anna.place.path.read_bytes()
    everything = set(anna.laptop.held)
    for at in range(len(whole)):
        for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 0x20]) + whole[at + 1 :]):
            anna.place.path.write_bytes(damaged)
            anna.sync()
            bob.sync()
            assert anna.laptop.held == bob.laptop.held == everything
            assert in_file(anna.place.path) == everything


def test_the_file_of_another_team_is_neither_read_nor_written(anna: Desk) -> None:
    foreign = OTHER_HEAD + b"something sealed\n"
    anna.place.path.write_bytes(foreign)
    anna.laptop.edit()
    outcome = anna.sync()
    assert isinstance(outcome.status, NotReachable)
    assert outcome.status.trouble.code == "other_team"
    assert anna.place.path.read_bytes() == foreign


def test_a_file_of_another_program_is_left_as_it_is(anna: Desk) -> None:
    anna.place.path.write_bytes(b"PK\x03\x04 a document")
    anna.laptop.edit()
    outcome = anna.sync()
    assert isinstance(outcome.status, NotReachable)
    assert outcome.status.trouble.code == "not_ours"
    assert anna.place.path.read_bytes() == b"PK\x03\x04 a document"


def test_a_laptop_that_may_not_write_joins_and_writes_nothing(anna: Desk, bob: Desk) -> None:
    line = anna.laptop.edit()
    anna.sync()
    bob.laptop.writable = False
    bob.laptop.edit()
    before = bob.place.path.read_bytes()
    outcome = bob.sync()
    assert isinstance(outcome.status, Saved)
    assert line in bob.laptop.held
    assert bob.place.path.read_bytes() == before


def test_a_rename_that_was_lost_is_noticed_and_done_again(anna: Desk) -> None:
    anna.laptop.edit()
    seen: list[int] = []

    def first_replace(number: int, call: str) -> Fault | None:
        if call == "replace" and not seen:
            seen.append(number)
            return Fault.LOST_RENAME
        return None

    assert isinstance(anna.sync(first_replace).status, Shared)
    assert anna.files.injected[Fault.LOST_RENAME] == 1
    assert in_file(anna.place.path) == anna.laptop.held


def test_a_folder_that_loses_every_rename_is_never_called_shared(anna: Desk) -> None:
    anna.laptop.edit()
    outcome = anna.survives(always("replace", Fault.LOST_RENAME))
    assert outcome is not None
    assert isinstance(outcome.status, Saved)
    assert outcome.status.trouble is not None
    assert outcome.status.trouble.code == "not_kept"


def test_a_rename_whose_answer_was_lost_counts_as_what_the_read_shows(anna: Desk) -> None:
    anna.laptop.edit()
    assert isinstance(anna.sync(always("replace", Fault.LOST_ANSWER)).status, Shared)


def test_names_that_are_not_on_disk_yet_are_handed_and_not_shared(anna: Desk) -> None:
    anna.laptop.edit()
    assert isinstance(anna.sync(always("fsync_folder", Fault.EIO)).status, Handed)
    assert isinstance(anna.sync().status, Shared)


def test_a_file_held_open_is_tried_for_ten_seconds_and_then_written_beside(
    anna: Desk, bob: Desk
) -> None:
    anna.sync()
    line = anna.laptop.edit()
    began = anna.pace.ticks()

    def held(path: Path | None, call: str) -> None:
        if call == "replace" and path == anna.place.path:
            raise PermissionError(13, "held open")

    anna.files.before = lambda call, path: held(path, call)
    outcome = anna.sync()
    assert 9 <= anna.pace.ticks() - began <= 12
    assert isinstance(outcome.status, Handed)
    assert outcome.status.trouble is not None
    assert "holds the shared file open" in outcome.status.trouble.message
    assert in_folder(anna.place) == ["Team.sponsor", "Team.sponsor.anna.part"]
    assert line in in_file(anna.place.part)
    bob.sync()
    assert line in in_file(bob.place.path)
    assert in_folder(bob.place) == ["Team.sponsor"]
    assert isinstance(anna.sync().status, Shared)
    assert anna.memory.acknowledged == 0, "this was the first read that showed it"
    anna.sync()
    assert anna.memory.acknowledged == 1


def test_a_folder_without_any_rename_still_gets_the_part(anna: Desk) -> None:
    anna.sync()
    line = anna.laptop.edit()
    outcome = anna.sync(always("replace", Fault.HELD_OPEN))
    assert isinstance(outcome.status, Handed)
    assert line in in_file(anna.place.part)


@pytest.mark.parametrize(
    ("fault", "code"),
    [(Fault.ENOSPC, "full"), (Fault.EROFS, "read_only"), (Fault.EIO, "not_written")],
)
def test_edits_of_others_come_in_when_mine_cannot_go_out(
    anna: Desk, bob: Desk, fault: Fault, code: str
) -> None:
    theirs = bob.laptop.edit()
    bob.sync()
    before = anna.place.path.read_bytes()
    anna.laptop.edit()
    outcome = anna.sync(always("create", fault))
    assert isinstance(outcome.status, Saved)
    assert outcome.status.trouble is not None
    assert outcome.status.trouble.code == code
    assert "saved on this laptop" in outcome.status.trouble.message
    assert theirs in anna.laptop.held
    assert anna.place.path.read_bytes() == before
    assert in_folder(anna.place) == ["Team.sponsor"]


def test_somebody_who_writes_in_between_is_not_overwritten_unread(anna: Desk, bob: Desk) -> None:
    anna.sync()
    anna.laptop.edit()
    theirs = bob.laptop.edit()
    done: list[str] = []

    def interfere(call: str, path: Path | None) -> None:
        if call == "lock" and not done:
            done.append(call)
            bob.hub = type(bob.hub)(bob.place, bob.laptop, bob.files, bob.pace)
            bob.sync()

    anna.files.before = interfere
    outcome = anna.sync()
    assert isinstance(outcome.status, Shared)
    assert theirs in anna.laptop.held
    assert in_file(anna.place.path) == anna.laptop.held


def test_two_writers_at_the_very_last_moment_lose_nothing_after_two_rounds(
    anna: Desk, bob: Desk
) -> None:
    anna.sync()
    mine, theirs = anna.laptop.edit(), bob.laptop.edit()

    def interfere(call: str, path: Path | None) -> None:
        if call == "replace" and theirs not in in_file(anna.place.path):
            bob.sync()

    anna.files.before = interfere
    anna.sync()
    anna.files.before = lambda call, path: None
    for one in (bob, anna):
        one.sync()
    assert anna.laptop.held == bob.laptop.held == {mine, theirs}


def test_a_sync_that_is_stopped_leaves_the_file_whole_and_nothing_beside_it(anna: Desk) -> None:
    anna.sync()
    before = anna.place.path.read_bytes()
    anna.laptop.edit()

    def stop(call: str, path: Path | None) -> None:
        if call == "create":
            anna.pace.stopping = True

    anna.files.before = stop
    with pytest.raises(StoppedError):
        anna.sync()
    assert anna.place.path.read_bytes() == before
    assert in_folder(anna.place) == ["Team.sponsor"]


def test_a_first_join_says_how_far_it_is(anna: Desk, bob: Desk) -> None:
    for _ in range(100):
        anna.laptop.edit()
    anna.sync()
    told: list[tuple[int, int]] = []
    bob.hub.sync(bob.memory, lambda done, total: told.append((done, total)))
    size = anna.place.path.stat().st_size
    assert told[-1] == (size, size)


def test_the_mode_of_the_file_stays_so_that_colleagues_can_read_it(anna: Desk, bob: Desk) -> None:
    anna.sync()
    anna.place.path.chmod(0o664)
    bob.laptop.edit()
    bob.sync()
    if os.name == "posix":
        assert anna.place.path.stat().st_mode & 0o777 == 0o664


def test_a_link_to_the_shared_file_stays_a_link(tmp_path: Path, anna: Desk) -> None:
    anna.sync()
    link = tmp_path / "link.sponsor"
    link.symlink_to(anna.place.path)
    other = Desk(Lines("bob"), place_in(tmp_path, "bob").at(link))
    line = other.laptop.edit()
    assert isinstance(other.sync().status, Shared)
    assert link.is_symlink()
    assert line in in_file(anna.place.path)


def test_an_empty_folder_where_a_drive_was_is_not_written_to(anna: Desk) -> None:
    anna.sync()
    anna.laptop.edit()
    anna.sync()
    anna.place.path.unlink()
    inside = str(anna.place.folder)
    anna.memory = type(anna.memory)(seen=True, mount=inside, read_at=NOON)
    outcome = anna.sync()
    assert isinstance(outcome.status, NotReachable)
    assert outcome.status.trouble.code == "not_connected"
    assert in_folder(anna.place) == []


def test_a_drive_that_comes_back_is_shared_again(tmp_path: Path, anna: Desk) -> None:
    anna.sync()
    away = tmp_path / "away"
    anna.place.folder.rename(away)
    anna.laptop.edit()
    first = anna.sync().status
    anna.pace.advance(3600)
    assert anna.sync().status == first, "since when it is not reachable does not move"
    assert isinstance(first, NotReachable)
    assert first.trouble.code == "no_folder"
    away.rename(anna.place.folder)
    assert isinstance(anna.sync().status, Shared)


def test_a_year_offline_is_one_ordinary_sync(anna: Desk, bob: Desk) -> None:
    bob.sync()
    mine = {anna.laptop.edit() for _ in range(5000)}
    theirs = {bob.laptop.edit() for _ in range(50)}
    bob.sync()
    anna.pace.advance(365 * 86400)
    anna.sync()
    bob.sync()
    assert anna.laptop.held == bob.laptop.held == mine | theirs


def test_lines_that_nobody_signed_are_not_taken_in(anna: Desk) -> None:
    anna.place.path.write_bytes(HEAD + signed("carl-1") + b"carl-2 " + b"0" * 64 + b"\n")
    anna.sync()
    assert anna.laptop.held == {"carl-1"}
