"""Conflicts as a person sees them: my side and theirs, deletions, texts that merge; settled for everybody."""

from pathlib import Path

import pytest

from sponsor_app.domain.errors import InvalidError, NotFoundError
from sponsor_app.domain.merged import ClashKind
from sponsor_app.services import Services, accounts, history, interactions
from sponsor_app.services.sharing import disputing
from tests.sharing.laptops import Office, office
from tests.sync.stores import add_account, rows, visit


def two(team: Office) -> tuple[Services, Services]:
    """With so much in the store that deleting a meeting is no fifth of it."""
    anna = team.founder()
    for number in range(30):
        add_account(anna, f"Account {number}")
    return anna, team.colleague(anna, "bob")


def test_two_texts_are_offered_as_one_and_either_side_sees_its_own_first(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna, bob = two(team)
        acme = add_account(anna, "Acme", story="Met Jana. The delay is ours.")
        team.settle(anna, bob)
        accounts.change(anna, acme, {"story": "Met Jana Novak. The delay is ours."})
        accounts.change(bob, acme, {"story": "Met Jana. The second delay is ours."})
        team.settle(anna, bob)
        for one, mine in ((anna, "Met Jana Novak"), (bob, "The second delay")):
            [conflict] = disputing.listed(one)
            assert mine in str(conflict.mine)
            assert mine not in str(conflict.theirs)
            assert conflict.merged == "Met Jana Novak. The second delay is ours."
        disputing.settle(bob, conflict.id, conflict.merged)
        team.settle(anna, bob)
        assert disputing.listed(anna) == []
        assert rows(anna, "SELECT story FROM account WHERE story <> ''") == [(conflict.merged,)]


@pytest.mark.parametrize("keep", ["mine", "theirs"])
def test_a_record_that_one_deleted_and_another_edited_stays_or_goes_as_somebody_says(
    tmp_path: Path, keep: str
) -> None:
    with office(tmp_path) as team:
        anna, bob = two(team)
        meeting = visit(anna, add_account(anna, "Acme"))
        team.settle(anna, bob)
        interactions.delete(anna, meeting)
        interactions.change(bob, meeting, summary="Second delay")
        team.settle(anna, bob)
        [conflict] = disputing.listed(anna)
        assert (conflict.kind, conflict.mine, conflict.theirs) == (
            ClashKind.REVIVED,
            "deleted",
            "edited",
        )
        with pytest.raises(InvalidError, match="no other value"):
            disputing.settle(anna, conflict.id, "something")
        disputing.settle(anna, conflict.id, keep)
        team.settle(anna, bob)
        left = rows(bob, "SELECT count(*) FROM interaction")
        assert left == ([(0,)] if keep == "mine" else [(1,)])
        assert disputing.listed(bob) == []


@pytest.mark.parametrize("keep", ["mine", "theirs"])
def test_a_record_that_was_deleted_after_another_edited_it_comes_back_if_somebody_says_so(
    tmp_path: Path, keep: str
) -> None:
    with office(tmp_path) as team:
        anna, bob = two(team)
        meeting = visit(anna, add_account(anna, "Acme"))
        team.settle(anna, bob)
        interactions.change(bob, meeting, summary="Second delay")
        interactions.delete(anna, meeting)
        team.settle(anna, bob)
        [conflict] = disputing.listed(bob)
        assert (conflict.mine, conflict.theirs) == ("edited", "deleted")
        disputing.settle(bob, conflict.id, keep)
        team.settle(anna, bob)
        found = rows(anna, "SELECT summary FROM interaction")
        assert found == ([("Second delay",)] if keep == "mine" else [])
        there = rows(anna, "SELECT count(*) FROM attendance")[0][0]
        assert bool(there) is (keep == "mine")
        assert disputing.listed(anna) == []


def test_a_value_must_be_one_the_field_can_hold_and_undo_opens_the_matter_again(
    tmp_path: Path,
) -> None:
    with office(tmp_path) as team:
        anna, bob = two(team)
        acme = add_account(anna, "Acme", employees="10")
        team.settle(anna, bob)
        accounts.change(anna, acme, {"employees": "20"})
        accounts.change(bob, acme, {"employees": "30"})
        team.settle(anna, bob)
        [conflict] = disputing.listed(anna)
        with pytest.raises(InvalidError, match="cannot be what employees says"):
            disputing.settle(anna, conflict.id, "many")
        with pytest.raises(NotFoundError, match="no open conflict"):
            disputing.settle(anna, "zzz", "mine")
        changes = disputing.settle(anna, conflict.id[:6], "25")
        team.settle(anna, bob)
        assert rows(bob, "SELECT employees FROM account WHERE employees") == [(25,)]
        history.undo(anna, changes.step)
        team.settle(anna, bob)
        assert len(disputing.listed(bob)) == 1
