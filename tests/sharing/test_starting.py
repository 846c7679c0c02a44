"""What is noticed when a store is opened or looked at: an older one put back, news for a later version, health."""

from pathlib import Path

import pytest

from sponsor_app.domain.errors import RefusedError
from sponsor_app.domain.team import Standing
from sponsor_app.services import backups, commitments, history, stores
from sponsor_app.services.profiles import Clocks, Unlocking
from sponsor_app.services.sharing import beginning, health, inviting, members, roster
from tests.sharing.laptops import office
from tests.sync.stores import add_account, rows

WORDS = Unlocking(passphrase="four unrelated plain words")


def test_a_laptop_without_a_store_joins_as_the_member_it_was_invited_as(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        add_account(anna, "Acme")
        bob = team.fresh("bob", team.invite(anna, "bob").code)
        assert rows(bob, "SELECT name FROM account") == [("Acme",)]
        assert rows(
            bob, "SELECT count(*) FROM undo u JOIN device d ON d.id = u.device WHERE d.mine"
        ) == [(0,)]
        team.sync(anna)
        team.settle(bob, anna)
        assert rows(anna, "SELECT count(*) FROM member") == [(2,)]
        assert bob.me == rows(anna, "SELECT id FROM member WHERE name = 'Bob'")[0][0]


def test_undo_after_joining_takes_back_what_i_did_and_never_who_i_am(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        invitation = team.invite(anna, "bob")
        bob = team.laptop("bob")
        acme = add_account(bob, "Acme")
        commitments.add(bob, acme, text="A spare valve", due=None, owner=bob.me)
        add_account(bob, "Bolt")
        beginning.join(bob, str(team.file), invitation.code, team.means)
        team.settle(anna, bob)
        assert bob.me == rows(anna, "SELECT id FROM member WHERE name = 'Bob'")[0][0]
        whose = rows(bob, "SELECT promised_by_id, owner_id, accepted_by_id FROM commitment")
        assert whose == [(bob.me,) * 3]
        assert history.undo(bob)[0].title == "Undid: Added Bolt"
        with pytest.raises(RefusedError, match="edited or built upon since"):
            history.undo(bob)
        assert rows(bob, "SELECT count(*) FROM member") == [(2,)]


def test_a_backup_that_is_put_back_is_another_laptop_before_its_first_edit(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        bob = team.fresh("bob", team.invite(anna, "bob").code)
        team.sync(anna, bob)
        add_account(bob, "Before")
        team.sync(bob)
        copy = backups.make(bob, tmp_path / "copy.sponsor-backup")
        add_account(bob, "After")
        team.sync(bob, anna)
        was = bob.store.identity().device
        bob.store.close()
        clocks = Clocks(team.clock.now, team.clock.today)
        stores.restore(bob.profile, copy.path, WORDS, clocks)
        back = stores.open_profile(bob.profile, WORDS, clocks)
        team.every.append(back)
        assert back.store.identity().device != was
        assert back.me == bob.me
        add_account(back, "Since")
        team.settle(back, anna)
        names = rows(back, "SELECT name FROM account ORDER BY name")
        assert names == [("After",), ("Before",), ("Since",)]
        again = stores.open_profile(bob.profile, WORDS, clocks)
        assert again.store.identity() == back.store.identity()
        again.store.close()


def test_doctor_says_how_sharing_is_and_what_to_do(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.laptop("dora")
        assert health.looked_at(anna, team.means) == []
        anna = team.founder()
        found = {one.name: one for one in health.looked_at(anna, team.means)}
        assert found["team"].ok
        assert not found["recovery page"].ok
        assert found["shared file"].ok
        inviting.recovery_code(anna, team.means)
        bob = team.colleague(anna, "bob")
        add_account(bob, "Globex")
        team.sync(bob, anna)
        found = {one.name: one for one in health.looked_at(anna, team.means)}
        assert "recovery page" not in found
        team.clock.advance(20)
        found = {one.name: one for one in health.looked_at(anna, team.means)}
        assert "nothing came from anybody for 20 days" in found["news"].detail
        members.remove(anna, roster.meant(roster.team(anna, team.means), "Bob"), team.means)
        team.sync(bob)
        assert roster.team(bob, team.means).standing is Standing.REMOVED
        found = {one.name: one for one in health.looked_at(bob, team.means)}
        assert not found["team"].ok
        (tmp_path / "share").rename(tmp_path / "away")
        found = {one.name: one for one in health.looked_at(anna, team.means)}
        assert not found["shared file"].ok
