"""Codes: wrong ones, used ones, old ones, one for two people, one taken back, the printed page."""

from pathlib import Path

import pytest

from sponsor_app.cli.team_documents import report_text
from sponsor_app.domain.errors import InvalidError, RefusedError, SponsorError
from sponsor_app.domain.team import Kind, Standing
from sponsor_app.services.sharing import beginning, inviting, members, roster
from sponsor_app.services.sharing.saying import ENDED
from sponsor_app.sync.envelope.codes import new_code
from tests.sharing.laptops import Office, office
from tests.sync.stores import add_account


def standing(team: Office, app: object) -> Standing:
    return roster.team(app, team.means).standing  # type: ignore[arg-type]


def test_a_mistyped_code_is_refused_and_nothing_is_made(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        code = team.invite(anna, "bob").code
        wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
        with pytest.raises(InvalidError, match="character of this code is wrong"):
            team.fresh("bob", wrong)
        assert not (tmp_path / "bob").exists()
        with pytest.raises(RefusedError, match="does not open this file"):
            team.fresh("bob", new_code())
        assert not (tmp_path / "bob").exists()


def test_a_code_works_once_and_only_in_its_days(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        code = team.invite(anna, "bob").code
        bob = team.ask("bob", code)
        team.sync(anna, bob)
        assert standing(team, bob) is Standing.IN
        with pytest.raises(RefusedError, match="used already"):
            team.ask("carol", code)
        late = team.invite(anna, "dora").code
        team.clock.advance(8)
        with pytest.raises(RefusedError, match="expired"):
            team.ask("dora", late)
        team.sync(anna)
        kinds = [one.kind for one in roster.team(anna, team.means).laptops]
        assert kinds == [Kind.LAPTOP, Kind.LAPTOP]


def test_two_people_with_one_code_are_both_kept_out_and_told(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        code = team.invite(anna, "bob").code
        bob, carol = team.ask("bob", code), team.ask("carol", code)
        [report] = team.sync(anna)
        [said] = report.alarms
        assert said.startswith("The code for Bob was used by two laptops, so neither was let in.")
        assert "Nothing is lost" in said
        assert "code of its own" in said
        assert team.sync(anna)[0].alarms == ()
        assert len(roster.team(anna, team.means).laptops) == 1
        for one in (bob, carol):
            [report] = team.sync(one)
            assert standing(team, one) is Standing.REMOVED
            assert any("code" in said and "new one" in said for said in report.alarms)
        again = team.invite(anna, "bob").code
        beginning.join(bob, str(team.file), again, team.means)
        team.sync(anna, bob)
        assert standing(team, bob) is Standing.IN
        team.settle(anna, bob)
        [bobs], [carols] = team.sync(bob), team.sync(carol)
        assert bobs.alarms == ()
        assert carols.alarms == (ENDED,), "what goes on without it is no alarm of its own"
        assert report_text(carols, carol.local_now()).count(ENDED) == 1


def test_an_invitation_can_be_taken_back(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        code = team.invite(anna, "bob").code
        lines = roster.meant(roster.team(anna, team.means), "Bob")
        members.remove(anna, lines, team.means)
        with pytest.raises(RefusedError, match="taken back"):
            team.ask("bob", code)


def test_a_code_of_another_team_and_a_file_that_is_none_are_told_apart(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        code = team.invite(team.founder(), "bob").code
        other = tmp_path / "share" / "other.sponsor"
        carol = team.laptop("carol")
        beginning.create(carol, str(other), team.means)
        dora = team.laptop("dora")
        with pytest.raises(RefusedError, match="does not open this file"):
            beginning.join(dora, str(other), code, team.means)
        notes = tmp_path / "share" / "notes.txt"
        notes.write_text("not ours")
        with pytest.raises(InvalidError, match="not a shared file"):
            beginning.join(dora, str(notes), code, team.means)
        with pytest.raises(SponsorError, match="no shared file at"):
            beginning.join(dora, str(tmp_path / "share" / "none.sponsor"), code, team.means)


def test_whoever_waits_can_work_and_nothing_of_it_is_called_shared(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        bob = team.ask("bob", team.invite(anna, "bob").code)
        add_account(bob, "Globex")
        [report] = team.sync(bob)
        assert type(report.status).__name__ == "Saved"
        with pytest.raises(RefusedError, match="waits until an admin"):
            inviting.invite(bob, "Carol", means=team.means)
        team.sync(anna, bob)
        team.settle(anna, bob)


def test_the_recovery_page_makes_an_admin_at_once_and_is_used_up(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        add_account(anna, "Acme")
        first = inviting.recovery_code(anna, team.means).code
        page = inviting.recovery_code(anna, team.means).code
        with pytest.raises(RefusedError, match="used already, or taken back"):
            team.ask("dora", first)
        bob = team.ask("bob", page)
        found = roster.team(bob, team.means)
        assert (found.standing, found.admin, found.recovery) == (Standing.IN, True, False)
        with pytest.raises(RefusedError, match="used already"):
            team.ask("emma", page)
        carol = team.colleague(bob, "carol")
        team.settle(anna, bob, carol)


@pytest.mark.parametrize("days", [0, -1, 91])
def test_an_invitation_is_for_some_days_and_not_for_ever(tmp_path: Path, days: int) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        with pytest.raises(InvalidError, match="1 to 90 days"):
            inviting.invite(anna, "Bob", days=days, means=team.means)


def test_only_an_admin_invites_and_nobody_is_added_for_nothing(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        bob = team.colleague(anna, "bob")
        with pytest.raises(RefusedError, match="Only an admin"):
            inviting.invite(bob, "Carol", means=team.means)
        team.settle(anna, bob)
        assert len({one.name for one in roster.team(bob, team.means).laptops}) == 2


def test_a_card_that_lay_in_a_copy_beside_the_file_is_answered_too(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        code = team.invite(anna, "bob").code
        before = team.file.read_bytes()
        bob = team.ask("bob", code)
        team.file.with_name("Team (1).sponsor").write_bytes(team.file.read_bytes())
        team.file.write_bytes(before)
        team.sync(anna, anna, bob)
        assert standing(team, bob) is Standing.IN
        team.settle(anna, bob)
