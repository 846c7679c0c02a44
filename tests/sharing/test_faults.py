"""What happens to shared files: cut, flipped, rolled back, deleted, copied, replaced; and to laptops: cloned, restored."""

import shutil
import sys
from pathlib import Path

import pytest

from sponsor_app.domain.errors import FileProblemError, RefusedError, SponsorError
from sponsor_app.domain.sync_status import NotReachable, Shared
from sponsor_app.services import Services
from sponsor_app.services.sharing import beginning, syncing
from sponsor_app.store.store import Store
from sponsor_app.system.folders import Profile
from tests.conftest import KEY
from tests.sharing.laptops import Office, digest, office
from tests.sync.stores import add_account, assert_agree, rows


def two(team: Office) -> tuple[Services, Services]:
    anna = team.founder()
    bob = team.colleague(anna, "bob")
    add_account(anna, "Acme", city="Bergen")
    team.settle(anna, bob)
    return anna, bob


def clone(team: Office, app: Services, name: str) -> Services:
    """The same profile on another disk."""
    shutil.copytree(app.profile.root, team.folder / name)
    path = team.folder / name / "store.db"
    made = Services(
        Store.open(path, KEY, team.clock.now),
        Profile(team.folder / name),
        team.clock.now,
        team.clock.today,
    )
    team.every.append(made)
    return made


def names(app: Services) -> list[str]:
    return [name for (name,) in rows(app, "SELECT name FROM account ORDER BY name")]


@pytest.mark.parametrize("part", [0.0, 0.01, 0.3, 0.7, 0.99])
def test_a_file_cut_anywhere_is_healed_by_whoever_syncs_next(tmp_path: Path, part: float) -> None:
    with office(tmp_path) as team:
        anna, bob = two(team)
        add_account(bob, "Globex")
        team.sync(bob)
        content = team.file.read_bytes()
        team.file.write_bytes(content[: int(len(content) * part)])
        [report] = team.sync(anna)
        assert isinstance(report.status, Shared)
        team.settle(anna, bob)
        assert names(anna) == ["Acme", "Globex"]


def test_a_damaged_beginning_and_a_flipped_bit_are_healed(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna, bob = two(team)
        content = bytearray(team.file.read_bytes())
        content[3] ^= 1
        team.file.write_bytes(content)
        assert isinstance(team.sync(anna)[0].status, Shared)
        content = bytearray(team.file.read_bytes())
        content[len(content) // 2] ^= 1
        team.file.write_bytes(content)
        [report] = team.sync(bob)
        assert report.healed
        assert report.alarms
        team.settle(anna, bob)


def test_a_rollback_is_said_and_healed_and_nothing_goes_back(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna, bob = two(team)
        old = team.file.read_bytes()
        add_account(bob, "Globex")
        team.sync(bob, anna)
        team.file.write_bytes(old)
        [report] = team.sync(anna)
        assert any("older than it was" in said for said in report.alarms)
        assert report.healed
        assert names(anna) == ["Acme", "Globex"]
        team.settle(anna, bob)


def test_a_deleted_file_is_put_back_whole(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna, bob = two(team)
        team.file.unlink()
        [report] = team.sync(bob)
        assert any("missing" in said for said in report.alarms)
        carol = team.colleague(anna, "carol")
        team.settle(anna, bob, carol)


def test_copies_beside_the_file_are_taken_in_once(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna, bob = two(team)
        before = team.file.read_bytes()
        add_account(bob, "Globex")
        team.sync(bob)
        copy = team.file.with_name("Team (conflicted copy 2026-11-18 120000).sponsor")
        copy.write_bytes(team.file.read_bytes())
        team.file.write_bytes(before)
        [report] = team.sync(anna)
        assert report.adopted == 1
        assert names(anna) == ["Acme", "Globex"]
        assert not copy.exists()
        team.settle(anna, bob)


def test_the_file_of_another_team_in_our_place_is_left_alone(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna, _bob = two(team)
        carol = team.laptop("carol")
        other = tmp_path / "share" / "other.sponsor"
        beginning.create(carol, str(other), team.means)
        mine, theirs = team.file.read_bytes(), other.read_bytes()
        team.file.write_bytes(theirs)
        [report] = team.sync(anna)
        assert isinstance(report.status, NotReachable)
        assert report.trouble is not None
        assert report.trouble.code == "other_team"
        assert team.file.read_bytes() == theirs
        team.file.write_bytes(mine)
        assert isinstance(team.sync(anna)[0].status, Shared)


def test_a_cloned_laptop_goes_on_under_a_number_of_its_own_and_no_edit_is_lost(
    tmp_path: Path,
) -> None:
    with office(tmp_path) as team:
        anna, bob = two(team)
        twin = clone(team, bob, "twin")
        assert twin.store.identity() == bob.store.identity()
        add_account(bob, "From Bob")
        add_account(twin, "From the twin")
        team.sync(bob)
        [report] = team.sync(twin)
        assert any("cloned, or restored" in said for said in report.alarms)
        assert twin.store.identity().device != bob.store.identity().device
        assert twin.me == bob.me
        add_account(bob, "Again from Bob")
        add_account(twin, "Again from the twin")
        team.sync(twin, bob, anna)
        team.settle(anna, bob, twin)
        assert len(names(anna)) == 5


def test_both_of_two_clones_that_wrote_before_they_met_keep_everything(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna, bob = two(team)
        twin = clone(team, bob, "twin")
        for number in range(3):
            add_account(bob, f"Bob {number}")
            add_account(twin, f"Twin {number}")
        old = team.file.read_bytes()
        team.sync(bob)
        mine = team.file.read_bytes()
        team.file.write_bytes(old)
        team.sync(twin)  # at the same time, elsewhere
        team.file.with_name("Team-OTHER.sponsor").write_bytes(mine)
        team.sync(anna, bob, twin)
        team.settle(anna, bob, twin)
        assert len(names(anna)) == 7


def test_a_laptop_restored_from_a_backup_gets_its_published_edits_back(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna, bob = two(team)
        backup = tmp_path / "kept.db"
        bob.store.copy_to(backup)
        add_account(bob, "After the backup")
        team.sync(bob)
        bob.store.close()
        for leftover in bob.profile.root.glob("store.db*"):
            leftover.unlink()
        shutil.copy(backup, bob.profile.store)
        back = Services(
            Store.open(bob.profile.store, KEY, team.clock.now),
            bob.profile,
            team.clock.now,
            team.clock.today,
        )
        team.every.append(back)
        add_account(back, "After the restore")
        team.sync(back)
        assert names(back) == ["Acme", "After the backup", "After the restore"]
        team.settle(anna, back)


def test_a_team_needs_a_place_that_can_be_written(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.laptop("anna")
        folder = tmp_path / "share" / "folder"
        folder.mkdir()
        with pytest.raises(FileProblemError, match="A folder has the name"):
            beginning.create(anna, str(folder), team.means)
        with pytest.raises(FileProblemError, match="folder of the shared file is not there") as no:
            beginning.create(anna, str(tmp_path / "none" / "team.sponsor"), team.means)
        assert "by itself" not in no.value.next, "nothing was begun that could go on"
        if sys.platform == "linux":
            with pytest.raises(FileProblemError, match="Nothing can be written at /proc/x") as no:
                beginning.create(anna, "/proc/x", team.means)
            assert "No team was made" in no.value.message
            assert no.value.next == "Choose a file in a folder where you may write."
        notes = tmp_path / "share" / "notes.txt"
        notes.write_text("mine")
        with pytest.raises(SponsorError, match="something else"):
            beginning.create(anna, str(notes), team.means)
        assert notes.read_text() == "mine"
        assert syncing.addresses(anna) == []
        beginning.create(anna, str(team.file), team.means)
        bob = team.laptop("bob")
        with pytest.raises(RefusedError, match="already"):
            beginning.create(bob, str(team.file), team.means)
        with pytest.raises(RefusedError, match="in a team already"):
            beginning.create(anna, str(tmp_path / "share" / "second.sponsor"), team.means)


def test_a_pipe_in_the_place_of_the_file_is_not_opened(tmp_path: Path) -> None:
    import os

    with office(tmp_path) as team:
        pipe = tmp_path / "share" / "pipe"
        os.mkfifo(pipe)
        with pytest.raises(FileProblemError, match="pipe or a device"):
            beginning.create(team.laptop("anna"), str(pipe), team.means)


def test_an_unreachable_place_leaves_everything_saved_and_says_since_when(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna, bob = two(team)
        (tmp_path / "share").rename(tmp_path / "elsewhere")
        add_account(anna, "Globex")
        [report] = team.sync(anna)
        assert isinstance(report.status, NotReachable)
        (tmp_path / "elsewhere").rename(tmp_path / "share")
        team.settle(anna, bob)
        assert digest(anna) == digest(bob)
        assert_agree([anna, bob])


def test_a_file_that_was_moved_is_chosen_again_and_another_teams_is_not(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna, bob = two(team)
        moved = tmp_path / "moved"
        (tmp_path / "share").rename(moved)
        add_account(anna, "Globex")
        place = str(moved / "Team.sponsor")
        for one in (anna, bob):
            report = beginning.meet_at(one, place, means=team.means)
            assert isinstance(report.status, Shared)
            assert syncing.addresses(one) == [place]
        carol = team.laptop("carol")
        other = moved / "other.sponsor"
        beginning.create(carol, str(other), team.means)
        with pytest.raises(RefusedError, match="already"):
            beginning.meet_at(anna, str(other), means=team.means)
        assert syncing.addresses(anna) == [place]
        assert_agree([anna, bob])


def test_a_second_place_is_another_way_to_the_same_team(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna, bob = two(team)
        beside = str(tmp_path / "share" / "second.sponsor")
        with pytest.raises(RefusedError, match="copy of the other"):
            beginning.meet_at(anna, beside, also=True, means=team.means)
        second = tmp_path / "second" / "Team.sponsor"
        second.parent.mkdir()
        beginning.meet_at(anna, str(second), also=True, means=team.means)
        beginning.meet_at(bob, str(second), means=team.means)
        add_account(bob, "Globex")
        team.sync(bob, anna)
        assert names(anna) == ["Acme", "Globex"]
        carol = team.colleague(anna, "carol")
        team.sync(bob, anna, carol, anna, bob, anna)
        assert_agree([anna, bob, carol])
