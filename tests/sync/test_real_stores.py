"""Real laptops that work on their own and then hear from each other: they agree on everything and lose nothing."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest

from sponsor_app.domain.deeds import Change, Deed, Parcel
from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.ids import AccountId, DeviceId, link_id
from sponsor_app.domain.merged import ClashKind, HeldError
from sponsor_app.domain.search import HitKind
from sponsor_app.services import (
    Services,
    accounts,
    history,
    interactions,
    rules,
    shared_changes,
)
from sponsor_app.store.capture import pack
from sponsor_app.store.queries.history import steps_since
from sponsor_app.store.sharing import understood
from sponsor_app.store.store import Store
from sponsor_app.sync.changes import encode
from tests.conftest import KEY, Clock
from tests.sync.stores import (
    NOON,
    add_account,
    assert_agree,
    assert_sound,
    knowledge,
    laptop,
    laptops,
    meet,
    rows,
    send,
    visit,
)


def name_of(app: Services, account: AccountId) -> list[str]:
    return [name for (name,) in rows(app, f"SELECT name FROM account WHERE id = '{account}'")]


def test_a_new_laptop_learns_everything_and_can_find_it(tmp_path: Path) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        acme = add_account(anna, "Acme Rørteknikk", city="Bergen")
        visit(anna, acme)
        accounts.change(anna, acme, {"city": "Oslo"})
        add_account(bob, "Globex")
        meet(anna, bob)
        assert_agree([anna, bob])
        [hit] = bob.store.find("rorteknikk", limit=5, kinds=(HitKind.ACCOUNT,))
        assert hit.id == acme
        [told] = [one for one in history.of_record(bob, acme) if one.fields[0].name == "city"]
        assert (told.member, told.device, told.fields[0].before) == (
            "Anna",
            "anna-laptop",
            "Bergen",
        )


def test_taking_in_twice_changes_nothing_and_is_no_step(tmp_path: Path) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        visit(anna, add_account(anna, "Acme"))
        assert send(anna, bob).deeds > 0
        before = knowledge(bob)
        again = send(anna, bob, everything=True)
        assert (again.deeds, again.shown, again.changed, again.gone) == (0, 0, 0, 0)
        assert send(anna, bob).deeds == 0
        assert knowledge(bob) == before


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_three_edit_one_record_and_hear_of_each_other_in_any_order(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    with laptops(tmp_path, "anna", "bob", "carol") as every:
        acme = add_account(every[0], "Acme", city="Bergen")
        gone = add_account(every[0], "Gone")
        meet(*every)
        for number, one in enumerate(every):
            accounts.change(one, acme, {"city": f"City {number}", "postcode": str(number)})
        accounts.delete(every[1], gone)
        accounts.change(every[2], gone, {"city": "Oslo"})
        for giver in order:
            for taker in order:
                if giver != taker:
                    send(every[giver], every[taker], confirmed=True)
        meet(*every)
        assert_agree(every)
        disputes = shared_changes.disputes(every[0])
        assert {one.clash.kind for one in disputes} >= {ClashKind.EDITED, ClashKind.REVIVED}
        values = [one.losing for one in disputes if one.clash.field == "city"]
        assert set(values) == {"City 0", "City 1"}
        assert {one.base for one in disputes if one.clash.field == "city"} == {"Bergen"}
        assert name_of(every[1], gone) == ["Gone"]


def test_a_clash_is_settled_for_everybody_and_undo_opens_it_again(tmp_path: Path) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        acme = add_account(anna, "Acme", story="Met Jana. The delay is ours.")
        meet(anna, bob)
        accounts.change(anna, acme, {"story": "Met Jana Novak. The delay is ours."})
        accounts.change(bob, acme, {"story": "Met Jana. The second delay is ours."})
        meet(anna, bob)
        [dispute] = shared_changes.disputes(anna)
        both = "".join(piece[0] for piece in dispute.merged)
        assert both == "Met Jana Novak. The second delay is ours."
        settled = shared_changes.settle(anna, dispute, both)
        assert shared_changes.disputes(anna) == []
        meet(anna, bob)
        assert shared_changes.disputes(bob) == []
        assert_agree([anna, bob])
        history.undo(anna, settled.step)
        meet(anna, bob)
        [opened] = shared_changes.disputes(bob)
        assert opened.clash.loser == dispute.clash.loser
        assert_agree([anna, bob])


def test_what_one_deleted_and_another_edited_later_comes_back_with_its_clocks(
    tmp_path: Path,
) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        acme = add_account(anna, "Acme")
        meeting = visit(anna, acme)
        meet(anna, bob)
        interactions.delete(anna, meeting)
        interactions.change(bob, meeting, summary="Second delay")
        meet(anna, bob)
        assert_agree([anna, bob])
        [dispute] = shared_changes.disputes(anna)
        assert dispute.clash.kind is ClashKind.REVIVED
        found = rows(anna, "SELECT id, summary FROM interaction")
        assert found == [(meeting, "Second delay")]
        shared_changes.settle(bob, dispute, None)
        meet(anna, bob)
        assert shared_changes.disputes(anna) == []
        assert_agree([anna, bob])


def test_what_one_edited_and_another_deleted_later_is_gone_said_and_brought_back_as_edited(
    tmp_path: Path,
) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        meeting = visit(anna, add_account(anna, "Acme"))
        meet(anna, bob)
        interactions.change(bob, meeting, summary="Second delay")
        interactions.delete(anna, meeting)
        meet(anna, bob)
        assert rows(bob, "SELECT id FROM interaction") == []
        [dispute] = shared_changes.disputes(bob)
        assert dispute.clash.kind is ClashKind.REMOVED
        history.restore(anna, meeting)
        meet(anna, bob)
        assert_agree([anna, bob])
        assert rows(bob, "SELECT summary FROM interaction") == [("Second delay",)]
        assert len(rows(bob, "SELECT id FROM attendance")) > 1
        assert shared_changes.disputes(bob) == []


def test_a_link_added_by_one_and_removed_by_another_is_there_and_can_be_removed(
    tmp_path: Path,
) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        acme = add_account(anna, "Acme")
        meet(anna, bob)
        who = anna.me
        link = link_id(acme, who, "lead")

        def lead(app: Services, member: str | None) -> None:
            with app.store.write("Changed the lead") as writer:
                accounts.set_lead(writer, acme, member)

        lead(anna, who)
        lead(bob, who)
        meet(anna, bob)
        lead(anna, None)
        lead(bob, None)
        lead(bob, who)
        meet(anna, bob)
        assert_agree([anna, bob])
        assert rows(anna, f"SELECT role FROM team_member WHERE id = '{link}'") == [("lead",)]
        lead(anna, None)
        meet(anna, bob)
        assert_agree([anna, bob])
        assert rows(bob, "SELECT id FROM team_member") == []


def test_two_who_set_one_rule_for_the_first_time_agree_on_the_later(tmp_path: Path) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        key = rules.listed(anna)[0].key
        before = rules.listed(anna)[0].value
        rules.change(anna, key, str(before))
        rules.change(bob, key, str(before))
        meet(anna, bob)
        assert_agree([anna, bob])
        assert len(rows(anna, f"SELECT 1 FROM policy WHERE key = '{key}'")) == 1


def test_a_step_that_one_took_back_is_taken_back_for_all(tmp_path: Path) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        acme = add_account(anna, "Acme")
        meet(anna, bob)
        accounts.change(bob, acme, {"name": "Akme"})
        meet(anna, bob)
        step = next(one for one in history.steps(anna) if not one.mine and one.kind == "do")
        history.undo(anna, step.step)
        meet(anna, bob)
        assert_agree([anna, bob])
        assert name_of(bob, acme) == ["Acme"]
        mine = next(one for one in history.steps(bob) if one.title == step.title)
        assert mine.undone_by is not None


def test_a_join_that_would_delete_a_fifth_is_held_until_it_is_confirmed(tmp_path: Path) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        made = [add_account(anna, f"Account {n}") for n in range(30)]
        meet(anna, bob)
        accounts.delete_all(anna, made[:20])
        before = knowledge(bob)
        with pytest.raises(HeldError, match="20 of 3") as held:
            send(anna, bob)
        assert "Nothing was changed" in held.value.message
        assert knowledge(bob) == before
        assert send(anna, bob, confirmed=True).gone == 20
        assert_agree([anna, bob])


def test_in_a_small_store_what_one_deletes_goes_everywhere_unasked(tmp_path: Path) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        made = [add_account(anna, f"Account {n}") for n in range(3)]
        meet(anna, bob)
        accounts.delete(anna, made[0])
        assert send(anna, bob).gone == 1
        assert_agree([anna, bob])


@pytest.mark.parametrize("days", [-400, 400])
def test_a_laptop_whose_watch_is_a_year_off_works_with_the_others(
    tmp_path: Path, days: int
) -> None:
    anna = laptop(tmp_path, "anna", Clock(NOON))
    bob = laptop(tmp_path, "bob", Clock(NOON + timedelta(days=days)))
    acme = add_account(bob, "Acme")
    taken = send(bob, anna)
    assert bool(taken.ahead) is (days > 0)
    accounts.change(anna, acme, {"name": "Acme AS"})
    send(anna, bob)
    assert name_of(bob, acme) == ["Acme AS"]
    accounts.change(bob, acme, {"name": "Acme ASA"})
    meet(anna, bob)
    assert_agree([anna, bob])
    assert name_of(anna, acme) == ["Acme ASA"]
    assert shared_changes.disputes(anna) == []
    anna.store.close()
    bob.store.close()


def test_a_watch_that_is_set_back_orders_nothing(tmp_path: Path) -> None:
    clock = Clock(NOON)
    anna, bob = laptop(tmp_path, "anna", clock), laptop(tmp_path, "bob", clock)
    acme = add_account(anna, "Acme")
    clock.advance(-400)
    accounts.change(anna, acme, {"name": "Acme AS"})
    meet(anna, bob)
    accounts.change(bob, acme, {"name": "Acme ASA"})
    meet(anna, bob)
    assert name_of(anna, acme) == ["Acme ASA"]
    assert shared_changes.disputes(anna) == []
    assert_agree([anna, bob])
    anna.store.close()
    bob.store.close()


def test_what_was_done_long_ago_is_news_on_the_day_it_comes(tmp_path: Path) -> None:
    clock = Clock(NOON)
    anna, bob = laptop(tmp_path, "anna", clock), laptop(tmp_path, "bob", clock)
    add_account(anna, "Acme")
    clock.advance(7)
    since = clock.now()
    send(anna, bob)
    with bob.store.read() as connection:
        news = steps_since(connection, since, mine=False)
        assert "Added Acme" in {one.title for one in news}
        assert steps_since(connection, clock.now(), mine=False) == []
    anna.store.close()
    bob.store.close()


def deed(changes: tuple[Change, ...], previous: int = 0) -> Deed:
    device = changes[0].stamp.device
    last = max(change.stamp.clock for change in changes)
    at = "2026-11-18T11:00:00.000Z"
    return Deed(device, previous, last, len(changes), at, "do", "From later", None, changes)


LATER = DeviceId(77)
RECORD = "0198c0de-0000-7000-8000-0000000000aa"


def of_a_later_version() -> Parcel:
    """A gift, which is no table here; an account with a field, and an operation, that are unknown here."""
    changes = (
        Change("gift", "insert", ("what",), "g1", Stamp(10, LATER), pack(["book"])),
        Change(
            "account",
            "insert",
            ("linkedin", "name", "status"),
            RECORD,
            Stamp(11, LATER),
            pack(["acme-inc", "Acme", "customer"]),
        ),
        Change("account", "forget", (), RECORD, Stamp(12, LATER), b"\xc1 not even MessagePack"),
        Change(
            "account", "update", ("employees",), RECORD, Stamp(13, LATER), pack([["many", 11, 77]])
        ),
        Change("account", "update", ("name",), RECORD, Stamp(14, LATER), pack([[None, 11, 77]])),
        Change("account", "insert", ("name",), "half", Stamp(15, LATER), pack(["No status"])),
        Change("account", "insert", ("name",), "odd", Stamp(16, LATER), b"\xc1"),
    )
    return Parcel((), (deed(changes),))


def test_what_a_later_version_wrote_goes_through_us_byte_for_byte(tmp_path: Path) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        parcel = of_a_later_version()
        shared_changes.take_in(anna, parcel)
        assert rows(anna, "SELECT id, name, employees FROM account") == [(RECORD, "Acme", None)]
        handed_on = shared_changes.beyond(anna)
        [found] = [one for one in handed_on.deeds if one.device == LATER]
        assert encode(Parcel((), (found,))) == encode(parcel)
        accounts.change(anna, AccountId(RECORD), {"city": "Oslo"})
        meet(anna, bob)
        assert_agree([anna, bob])
        assert {one for (one,) in rows(bob, "SELECT record_id FROM parked")} >= {"g1", RECORD}
        told = history.of_record(bob, RECORD)
        assert {"linkedin", "city"} <= {one.name for entry in told for one in entry.fields}
        history.details(bob, told[-1].step)
        with pytest.raises(SponsorError):
            history.undo(bob, told[-1].step)
        accounts.delete(bob, AccountId(RECORD))
        history.undo(bob)
        meet(anna, bob)
        assert_agree([anna, bob])


def test_what_was_parked_is_shown_once_the_program_understands_it(tmp_path: Path) -> None:
    with laptops(tmp_path, "anna") as (anna,):
        shared_changes.take_in(anna, of_a_later_version())
        late = Change(
            "account", "update", ("status",), "half", Stamp(20, LATER), pack([["customer", 15, 77]])
        )
        with anna.store.write_local() as connection:
            connection.exec_driver_sql(
                "UPDATE setting SET value = 'older' WHERE key = 'understood'"
            )
        assert shared_changes.look_again(anna).topics == frozenset()
        shared_changes.take_in(anna, Parcel((), (deed((late,), previous=16),)))
        assert rows(anna, "SELECT name, status FROM account WHERE id = 'half'") == [
            ("No status", "customer")
        ]
        assert "half" not in {one for (one,) in rows(anna, "SELECT record_id FROM parked")}
        assert_sound(anna)


def test_a_hole_in_what_came_is_filled_later_and_nothing_before_it_is_taken_for_known(
    tmp_path: Path,
) -> None:
    with laptops(tmp_path, "anna", "bob", "carol") as (anna, bob, carol):
        acme = add_account(anna, "Acme")
        for name in ("Acme AS", "Acme ASA", "Acme Group"):
            accounts.change(anna, acme, {"name": name})
        parcel = shared_changes.beyond(anna)
        holed = parcel._replace(deeds=(*parcel.deeds[:1], *parcel.deeds[3:]))
        shared_changes.take_in(bob, holed)
        me = anna.store.identity().device
        assert shared_changes.heads(bob).vector[me] == parcel.deeds[0].clock
        assert name_of(bob, acme) == []
        send(bob, carol)
        assert shared_changes.heads(carol).vector[me] == parcel.deeds[0].clock
        send(anna, carol)
        assert name_of(carol, acme) == ["Acme Group"]
        meet(anna, bob, carol)
        assert_agree([anna, bob, carol])


def test_a_deed_of_which_a_part_is_missing_is_not_taken_in_by_halves(tmp_path: Path) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        add_account(anna, "Acme")
        parcel = shared_changes.beyond(anna)
        cut = tuple(d._replace(size=d.size + 1) for d in parcel.deeds)
        taken = shared_changes.take_in(bob, parcel._replace(deeds=cut))
        assert (taken.parts, taken.deeds) == (len(cut), 0)
        assert rows(bob, "SELECT name FROM account") == []


def test_two_clones_of_one_laptop_lose_nothing_once_their_digests_are_compared(
    tmp_path: Path,
) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        acme = add_account(anna, "Acme")
        meet(anna, bob)
        anna.store.copy_to(tmp_path / "clone.db")
        (tmp_path / "clone.db").replace(tmp_path / "bob" / "other.db")
        clone = laptop_of(tmp_path / "bob" / "other.db", anna)
        accounts.change(anna, acme, {"city": "Oslo"})
        accounts.change(clone, acme, {"city": "Bergen"})
        accounts.change(clone, acme, {"postcode": "5003"})
        for _round in range(2):
            for giver in (anna, clone, bob):
                for taker in (anna, clone, bob):
                    if giver is not taker:
                        send(giver, taker, everything=True)
        heads = {shared_changes.heads(one).digest for one in (anna, clone, bob)}
        assert len(heads) == 1
        found = [knowledge(one)["account"] for one in (anna, clone, bob)]
        assert found[0] == found[1] == found[2]
        clone.store.close()


def laptop_of(path: Path, other: Services) -> Services:
    return replace(other, store=Store.open(path, KEY, other.now))


def test_absorbing_keeps_the_clock_in_the_same_transaction(tmp_path: Path) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        add_account(anna, "Acme")
        far = deed(
            (
                Change(
                    "account",
                    "insert",
                    ("name", "status"),
                    RECORD,
                    Stamp((1 << 61) + 5, LATER),
                    pack(["From the future", "customer"]),
                ),
            )
        )
        shared_changes.take_in(bob, Parcel((), (far,)))
        accounts.change(bob, AccountId(RECORD), {"name": "From now"})
        assert name_of(bob, AccountId(RECORD)) == ["From now"]
        meet(anna, bob)
        assert_agree([anna, bob])
        assert name_of(anna, AccountId(RECORD)) == ["From now"]
        assert understood.tables().startswith("account:seq,id,name")
