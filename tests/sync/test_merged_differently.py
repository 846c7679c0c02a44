"""Two laptops that merge overlapping accounts, or people, in any directions agree, and nobody hangs in the air."""

import tempfile
from itertools import permutations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.twins import TwinKind
from sponsor_app.services import (
    Services,
    accounts,
    apart,
    contacts,
    duplicates,
    history,
    interactions,
    merging,
    merging_contacts,
)
from sponsor_app.store import checks
from tests.conftest import TODAY
from tests.sync.stores import add_account, assert_agree, laptops, meet, send, visit

PAIRS = list(permutations(range(3), 2))


def everyone(app: Services) -> set[str]:
    """The people who are seen on the page of some account."""
    pages = [accounts.page(app, row.account_id) for row in accounts.listed(app)]
    return {person.name for page in pages for person in page.contacts}


@given(st.sampled_from(PAIRS), st.sampled_from(PAIRS))
@settings(max_examples=6)
def test_whatever_pairs_two_laptops_merge_everyone_is_still_at_an_account(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        laptops(Path(folder), "grace", "tom") as (grace, tom),
    ):
        ids: list[AccountId] = []
        for name in ("Acme", "Bolt", "Corp"):
            ids.append(add_account(grace, name))
            contacts.add(grace, ids[-1], name=f"Somebody of {name}")
        send(grace, tom)
        merging.merge_accounts(grace, ids[one[0]], ids[one[1]])
        merging.merge_accounts(tom, ids[other[0]], ids[other[1]])
        meet(grace, tom)
        assert_agree((grace, tom))
        for laptop in (grace, tom):
            assert everyone(laptop) == {f"Somebody of {name}" for name in ("Acme", "Bolt", "Corp")}
            with laptop.store.read() as connection:
                assert checks.dangling(connection) == {}


def test_what_is_logged_offline_at_an_account_that_was_merged_elsewhere_follows_it(
    tmp_path: Path,
) -> None:
    with laptops(tmp_path, "grace", "tom") as (grace, tom):
        acme, twin = add_account(grace, "Acme"), add_account(grace, "Acme Inc")
        send(grace, tom)
        merging.merge_accounts(grace, twin, acme)
        merged = history.steps(grace, 1)[0].step
        visit(tom, twin)
        meet(grace, tom)
        assert_agree((grace, tom))
        for laptop in (grace, tom):
            page = accounts.page(laptop, acme)
            assert [one.summary for one in page.timeline] == ["Delay"]
            assert [one.name for one in page.contacts] == ["Dana Reed"]
        changes, _ = history.undo(grace)
        assert changes.title == "Undid: Merged Acme Inc into Acme"
        assert merged != changes.step


def test_a_meeting_with_somebody_who_was_merged_elsewhere_is_one_with_who_is_left(
    tmp_path: Path,
) -> None:
    with laptops(tmp_path, "grace", "tom") as (grace, tom):
        acme = add_account(grace, "Acme")
        dana, twin = (
            ContactId(contacts.add(grace, acme, name=name).created[0])
            for name in ("Dana Reed", "D. Reed")
        )
        send(grace, tom)
        merging_contacts.merge_contacts(grace, twin, dana)
        interactions.log(tom, InteractionDraft(acme, Kind.CALL, TODAY, contact_ids=(twin,)))
        meet(grace, tom)
        assert_agree((grace, tom))
        for laptop in (grace, tom):
            [call] = accounts.page(laptop, acme).timeline
            assert [one.name for one in call.contacts] == ["Dana Reed"]


def test_what_is_said_to_be_two_is_known_to_everybody_and_of_whom_they_become(
    tmp_path: Path,
) -> None:
    with laptops(tmp_path, "grace", "tom") as (grace, tom):
        ids = [add_account(grace, name) for name in ("Acme", "Acme Inc", "Acme AG")]
        send(grace, tom)
        apart.say(grace, TwinKind.ACCOUNT, ids[0], ids[2])
        apart.say(tom, TwinKind.ACCOUNT, ids[2], ids[0])
        meet(grace, tom)
        assert_agree((grace, tom))
        keys = [pair.key for pair in duplicates.accounts(tom)]
        assert sorted(keys) == [(ids[0], ids[1]), (ids[1], ids[2])]
        merging.merge_accounts(tom, ids[2], ids[1])
        assert duplicates.accounts(tom) == []
        history.undo(tom)
        assert len(duplicates.accounts(tom)) == len(keys)
        apart.forget(tom, ids[2], ids[0])
        assert len(duplicates.accounts(tom)) > len(keys)
