"""Who may do what, who goes, and what becomes of what they wrote."""

from pathlib import Path

import pytest

from sponsor_app.domain.errors import NotFoundError, RefusedError
from sponsor_app.domain.team import Laptop, Standing
from sponsor_app.services import Services, accounts, history
from sponsor_app.services import members as our_people
from sponsor_app.services.sharing import beginning, inviting, members, roster
from tests.sharing.laptops import Office, office
from tests.sync.stores import add_account, rows


def line(team: Office, host: Services, name: str) -> Laptop:
    [found] = roster.meant(roster.team(host, team.means), name)
    return found


def test_the_last_admin_can_neither_go_nor_be_taken_the_right_from(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        bob = team.colleague(anna, "bob")
        with pytest.raises(RefusedError, match="no admin left"):
            members.set_admin(anna, line(team, anna, "Anna"), admin=False, means=team.means)
        with pytest.raises(RefusedError, match="no admin left"):
            members.leave(anna, team.means)
        with pytest.raises(RefusedError, match="your own laptop"):
            members.remove(anna, [line(team, anna, "Anna")], team.means)
        members.set_admin(anna, line(team, anna, "Bob"), admin=True, means=team.means)
        team.sync(bob)
        members.set_admin(bob, line(team, bob, "Anna"), admin=False, means=team.means)
        team.sync(anna)
        assert not roster.team(anna, team.means).admin
        team.settle(anna, bob)


def test_an_admin_leaves_without_any_alarm_and_what_they_did_stays(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        bob = team.colleague(anna, "bob")
        members.set_admin(anna, line(team, anna, "Bob"), admin=True, means=team.means)
        team.sync(bob)
        add_account(anna, "Acme")
        members.leave(anna, team.means)
        assert roster.team(anna, team.means).standing is Standing.ALONE
        [report] = team.sync(bob)
        assert report.alarms == ()
        assert [one.name for one in roster.team(bob, team.means).laptops] == ["Bob"]
        assert rows(bob, "SELECT name FROM account") == [("Acme",)]
        assert team.sync(bob)[0].alarms == ()


def test_whoever_is_no_admin_stops_here_and_is_listed_until_removed(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        bob = team.colleague(anna, "bob")
        add_account(bob, "Globex")
        members.leave(bob, team.means)
        team.sync(anna)
        assert rows(anna, "SELECT name FROM account") == [("Globex",)]
        members.remove(anna, [line(team, anna, "Bob")], team.means)
        assert len(roster.team(anna, team.means).laptops) == 1


def test_a_laptop_that_left_may_begin_and_join_other_teams_with_all_it_has(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        bob = team.colleague(anna, "bob")
        add_account(anna, "Acme")
        add_account(bob, "Globex")
        team.settle(anna, bob)
        beginning.forget(bob)
        team.folder.joinpath("other").mkdir()
        other = Office(team.folder / "other", team.clock)
        beginning.create(bob, str(other.file), team.means)
        carol = other.laptop("carol")
        code = inviting.invite(bob, "Carol", means=team.means).code
        beginning.join(carol, str(other.file), code, team.means)
        other.settle(bob, carol)
        assert rows(carol, "SELECT name FROM account ORDER BY name") == [("Acme",), ("Globex",)]
        carol.store.close()


def test_an_invitation_may_promise_to_make_an_admin(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        code = inviting.invite(anna, "Bob", admin=True, means=team.means).code
        bob = team.ask("bob", code)
        team.sync(anna, bob)
        assert roster.team(bob, team.means).admin
        carol = team.colleague(bob, "carol")
        team.settle(anna, bob, carol)


def test_a_second_laptop_of_one_person_is_the_same_member(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        code = team.invite(anna, "anna").code
        second = team.ask("annas-other", code)
        team.sync(anna, second)
        assert second.me == anna.me
        found = roster.team(anna, team.means)
        assert [one.name for one in found.laptops] == ["Anna", "Anna"]
        assert {one.device for one in found.laptops} == {"anna-laptop", "annas-other-laptop"}
        members.remove(anna, [line(team, anna, "annas-other-laptop")], team.means)
        team.sync(second)
        assert roster.team(second, team.means).standing is Standing.REMOVED


def test_a_laptop_is_called_otherwise_for_everybody(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        bob = team.colleague(anna, "bob")
        add_account(bob, "Globex")
        team.settle(anna, bob)
        members.rename(anna, line(team, anna, "Bob"), "Bob's old Dell", team.means)
        team.settle(anna, bob)
        assert line(team, bob, "Bob").device == "Bob's old Dell"
        assert history.steps(anna)[0].device in ("Bob's old Dell", "anna-laptop")
        with pytest.raises(NotFoundError, match="Nobody in the team"):
            line(team, anna, "zzz")


def test_what_a_removed_laptop_wrote_can_still_be_taken_back(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        acme = add_account(anna, "Acme", city="Bergen")
        bob = team.colleague(anna, "bob")
        accounts.change(bob, acme, {"city": "Rome"})
        team.settle(anna, bob)
        members.remove(anna, [line(team, anna, "Bob")], team.means)
        [gone] = roster.meant(roster.team(anna, team.means), "bob-laptop", past=True)
        members.take_back(anna, gone)
        assert rows(anna, "SELECT city FROM account") == [("Bergen",)]
        with pytest.raises(RefusedError, match="nothing of Bob"):
            members.take_back(anna, gone)


def test_what_a_removed_laptop_wrote_unseen_stays_out_is_said_and_nothing_else_is_lost(
    tmp_path: Path,
) -> None:
    """Its last frames lay in a state of the file that nobody saw until it was out."""
    with office(tmp_path) as team:
        anna = team.founder()
        bob, carol = team.colleague(anna, "bob"), team.colleague(anna, "carol")
        add_account(bob, "Seen of Bob")
        team.settle(anna, bob, carol)
        before = team.file.read_bytes()
        add_account(bob, "Late of Bob")
        add_account(carol, "Of Carol")
        team.sync(carol, bob)
        unseen = team.file.read_bytes()
        team.file.write_bytes(before)
        members.remove(anna, [line(team, anna, "Bob")], team.means)
        team.file.with_name("Team (conflicted copy).sponsor").write_bytes(unseen)
        [report] = team.sync(anna)
        assert any("in the name of Bob" in said and "removed" in said for said in report.alarms)
        team.settle(anna, carol)
        known = [("Of Carol",), ("Seen of Bob",)]
        for one in (anna, carol):
            assert rows(one, "SELECT name FROM account ORDER BY name") == known
        [report] = team.sync(bob)
        assert any("removed this laptop" in said for said in report.alarms)
        assert ("Late of Bob",) in rows(bob, "SELECT name FROM account")


def test_take_back_keeps_what_others_built_on_it(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        acme = add_account(anna, "Acme", city="Bergen")
        bob = team.colleague(anna, "bob")
        accounts.change(bob, acme, {"city": "Rome"})
        spam = add_account(bob, "Spam")
        kept = add_account(bob, "Kept")
        team.settle(anna, bob)
        accounts.change(anna, kept, {"city": "Oslo"})
        changes, undone = members.take_back(anna, line(team, anna, "Bob"))
        assert "Took back what Bob wrote" in changes.title
        assert undone.kept == (kept,)
        names = rows(anna, "SELECT name, city FROM account ORDER BY name")
        assert names == [("Acme", "Bergen"), ("Kept", "Oslo")]
        team.settle(anna, bob)
        assert rows(bob, "SELECT name FROM account ORDER BY name") == [("Acme",), ("Kept",)]
        history.undo(anna, changes.step)
        team.settle(anna, bob)
        assert ("Spam",) in rows(bob, "SELECT name FROM account")
        assert spam


def test_fingerprints_are_the_same_words_on_every_screen(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        bob = team.colleague(anna, "bob")
        mine = {one.id: one.fingerprint for one in roster.team(anna, team.means).laptops}
        theirs = {one.id: one.fingerprint for one in roster.team(bob, team.means).laptops}
        assert mine == theirs
        assert all(len(words.split()) == 6 for words in mine.values())
        assert len(our_people.listed(anna)) == 2
