"""What was sealed in a state of the team that lost against another one: everybody gets it all the same."""

from pathlib import Path

import pytest

from sponsor_app.domain.sync_status import Shared
from sponsor_app.services.sharing import inviting, members, roster
from tests.sync.stores import add_account, assert_agree
from tests.sync.torture.desks import Desk, make_template


@pytest.mark.parametrize("also_a_base", [False, True], ids=["frames", "a base"])
def test_an_edit_sealed_in_a_state_that_lost_is_shared_only_when_all_can_read_it(
    tmp_path: Path, also_a_base: bool
) -> None:
    make_template(tmp_path / "team", ("anna", "bob", "carol"), ("dora",))
    share = tmp_path / "team" / "share"
    anna, bob, carol = (Desk(tmp_path / "team" / name, share) for name in ("anna", "bob", "carol"))
    inviting.invite(bob.app, "Emil", means=bob.means)
    add_account(carol.app, "Only here")
    if also_a_base:
        carol.compacts()
    assert isinstance(carol.sync().status, Shared)
    carol.path.unlink()
    [his] = [one for one in roster.team(anna.app, anna.means).laptops if one.id == bob.own.hex()]
    members.remove(anna.app, [his], anna.means)
    carol.sync()
    anna.sync()
    assert_agree([anna.app, carol.app])
    assert anna.sync().pushed == carol.sync().pushed == 0
    for one in (anna, bob, carol):
        one.close()
