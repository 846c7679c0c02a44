"""Two clones of one laptop that did two things at the same tick of their clock: all show the same all the same."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sponsor_app.services import accounts, shared_changes
from sponsor_app.store.store import Store
from sponsor_app.sync.changes import gather
from tests.conftest import KEY, Clock
from tests.sync.stores import NOON, add_account, knowledge, laptops, meet, rows, send


def test_two_edits_with_one_stamp_are_shown_alike_whoever_heard_of_which_first(
    tmp_path: Path,
) -> None:
    with laptops(tmp_path, "anna", "bob", "carol") as (anna, bob, carol):
        acme = add_account(anna, "Acme")
        meet(anna, bob, carol)
        anna.store.copy_to(tmp_path / "clone.db")
        slow = Clock(NOON - timedelta(days=2))
        store = Store.open(tmp_path / "clone.db", KEY, slow.now)
        clone = replace(anna, store=store, now=slow.now, today=slow.today)
        late = Clock(NOON - timedelta(days=1))
        anna.store.close()
        path = anna.store.path
        first = replace(anna, store=Store.open(path, KEY, late.now), now=late.now)
        accounts.change(first, acme, {"city": "Oslo"})
        accounts.change(clone, acme, {"postcode": "5003"})
        send(first, bob, everything=True)
        send(clone, bob, everything=True)
        send(clone, carol, everything=True)
        send(first, carol, everything=True)
        assert knowledge(bob)["account"] == knowledge(carol)["account"]
        for one in (first, clone):
            one.store.close()


def test_two_deeds_of_clones_that_differ_only_in_their_changes_stay_two(tmp_path: Path) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        acme = add_account(anna, "Acme")
        accounts.change(anna, acme, {"city": "Oslo"})
        parcel = shared_changes.beyond(anna)
        last = parcel.deeds[-1]
        [change] = last.changes
        twin = last._replace(changes=(change._replace(names=("postcode",)),))
        both = gather([parcel, parcel._replace(deeds=(twin,))])
        assert {last, twin} <= set(both.deeds)
        shared_changes.take_in(bob, both, everything=True)
        [(city, postcode)] = rows(bob, "SELECT city, postcode FROM account")
        assert (city, postcode) == ("Oslo", "Oslo")
