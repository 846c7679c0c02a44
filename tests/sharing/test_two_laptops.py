"""A team of two: create, invite, join, edit, sync, and both know the same."""

from pathlib import Path

from sponsor_app.domain.sync_status import Shared
from sponsor_app.domain.team import Kind, Standing
from sponsor_app.services import accounts, members
from sponsor_app.services.sharing import beginning, roster
from tests.sharing.laptops import office
from tests.sync.stores import add_account, visit


def test_whoever_joins_with_a_code_learns_everything_and_is_let_in_by_the_next_sync(
    tmp_path: Path,
) -> None:
    with office(tmp_path) as team:
        anna = team.laptop("anna")
        acme = add_account(anna, "Acme", city="Bergen")
        visit(anna, acme)
        begun = beginning.create(anna, str(team.file), team.means)
        assert isinstance(begun.report.status, Shared)
        code = team.invite(anna, "bob").code
        bob = team.laptop("bob")
        begun = beginning.join(bob, str(team.file), code, team.means)
        assert begun.report.pulled == 4, "what came in before its own first sync is said too"
        assert begun.report.records == 7
        assert roster.team(bob, team.means).standing is Standing.WAITS
        accounts.change(bob, acme, {"city": "Oslo"})
        team.sync(anna)
        assert roster.team(anna, team.means).laptops[1].kind is Kind.LAPTOP
        [report] = team.sync(bob)
        assert roster.team(bob, team.means).standing is Standing.IN
        assert isinstance(report.status, Shared)
        assert report.alarms == ()
        team.settle(anna, bob)
        assert {one.name for one in members.listed(anna)} == {"Anna", "Bob"}
        assert accounts.page(anna, acme).details.city == "Oslo"
