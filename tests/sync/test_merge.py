"""The join: the same records on every laptop, whatever came first, however often, and nothing lost on the way."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.deeds import INSERT, UPDATE, Change
from sponsor_app.domain.hybrid_clock import Stamp, tick
from sponsor_app.domain.ids import DeviceId
from sponsor_app.domain.merged import Clash, ClashKind, Value, is_held
from sponsor_app.sync.merge import fold, join, project, state_of
from sponsor_app.sync.merge.cells import ancestor
from sponsor_app.sync.merge.meaning import Birth, Edit, meaning
from sponsor_app.sync.merge.state import digest
from tests.sync.laptops import DAY, LINKS, NOON, RECORDS, Laptop, meet, pack, team

ACME = RECORDS[0]
SKEWS = st.sampled_from([0, 0, 0, 3_600_000, -3_600_000, 400 * DAY, -400 * DAY])
VALUES = st.sampled_from(["a", "b", "c", None, 3, b"\x00"])
NAMES = st.sampled_from(["name", "city", "story"])
Deed = Callable[[list[Laptop]], None]


@st.composite
def deeds(draw: st.DrawFn) -> Deed:
    """Something that one laptop does, or two share; laptops are taken by number, modulo how many there are."""
    who, other = draw(st.integers(0, 3)), draw(st.integers(0, 3))
    record = draw(st.sampled_from([*RECORDS[:2], LINKS[0]]))
    name, value = draw(NAMES), draw(VALUES)
    now = NOON + draw(st.integers(0, 3)) * draw(st.sampled_from([0, 1, DAY]))
    kind = draw(st.sampled_from(["put", "put", "put", "delete", "receive", "receive", "judge"]))

    def do(every: list[Laptop]) -> None:
        one = every[who % len(every)]
        if kind == "put":
            one.put(record, now, "account", **{name: value})
        elif kind == "delete":
            one.delete(record, now)
        elif kind == "receive":
            one.receive(every[other % len(every)])
        else:
            seen = one.see(record)
            for clash in seen.clashes if seen else ():
                one.judge(record, clash.field, clash.loser, now=now)

    return do


@st.composite
def histories(draw: st.DrawFn) -> list[Laptop]:
    """Laptops after a while of working on their own and hearing from each other now and then."""
    every = team(draw(st.integers(2, 4)), *draw(st.lists(SKEWS, min_size=4, max_size=4)))
    for deed in draw(st.lists(deeds(), max_size=25)):
        deed(every)
    return every


@settings(max_examples=300)
@given(histories())
def test_joining_is_idempotent_commutative_and_associative(every: list[Laptop]) -> None:
    a, b, c = (every[n % len(every)].state for n in range(3))
    assert join(a, a) == a
    assert join(a, b) == join(b, a)
    assert join(join(a, b), c) == join(a, join(b, c))
    assert project(join(a, b)) == project(join(b, a))
    assert digest(join(a, b)) == digest(join(b, a))
    assert (digest(a) == digest(b)) == (a == b)


@settings(max_examples=300)
@given(histories(), st.randoms())
def test_every_order_of_arrival_gives_the_same_records_and_the_same_history(
    every: list[Laptop], lots: Random
) -> None:
    changes = [c for one in every for done in one.state.values() for c in done]
    expected = project(state_of(changes))
    lots.shuffle(changes)
    received = state_of([])
    for change in changes:
        received = join(received, state_of([change]))
    assert project(received) == expected
    for done in received.values():
        shuffled = list(done) * 2
        lots.shuffle(shuffled)
        assert fold(shuffled) == fold(done)
    meet(*every)
    assert all(project(one.state) == expected for one in every)
    assert all(one.state == received for one in every)
    assert len({digest(one.state) for one in every}) == 1


@settings(max_examples=300)
@given(histories())
def test_every_edit_is_the_value_or_in_the_history(every: list[Laptop]) -> None:
    written = {c for one in every for done in one.state.values() for c in done}
    meet(*every)
    kept = {c for done in every[0].state.values() for c in done}
    assert kept == written
    for done, merged in zip(every[0].state.values(), project(every[0].state).values(), strict=True):
        told = [said for said in map(meaning, done) if isinstance(said, Birth | Edit)]
        values = {(name, cell) for said in told for name, cell in said.cells.items()}
        assert values == {(name, cell) for name, found in merged.given.items() for cell in found}
        for name, cell in merged.cells.items():
            assert cell.stamp == max(other.stamp for of, other in values if of == name)


@settings(max_examples=200)
@given(histories(), st.sampled_from(["x", "y"]), st.integers(0, 3))
def test_my_later_edit_beats_whatever_i_had_seen(every: list[Laptop], value: str, who: int) -> None:
    me = every[who % len(every)]
    me.put(ACME, NOON - 900 * DAY, name=value)
    shown = me.shows(ACME)
    assert shown is not None
    assert shown["name"] == value
    meet(*every)
    found = every[0].see(ACME)
    seen_by_me = found is not None and found.cells["name"].stamp.device == me.device
    assert not seen_by_me or (found is not None and found.cells["name"].value == value)


@settings(max_examples=200)
@given(st.lists(deeds(), max_size=25))
def test_laptops_that_hear_of_everything_at_once_never_clash(done: list[Deed]) -> None:
    every = team(3)
    for deed in done:
        deed(every)
        meet(*every)
    assert all(merged.open == () for merged in project(every[0].state).values())


def two_who_share(**values: Value) -> tuple[Laptop, Laptop]:
    anna, bob = team(2)
    anna.put(ACME, NOON, "account", **values)
    meet(anna, bob)
    return anna, bob


def test_two_who_edit_different_fields_both_prevail_and_do_not_clash() -> None:
    anna, bob = two_who_share(name="Acme", city="Oslo")
    anna.put(ACME, name="Acme AS")
    bob.put(ACME, city="Bergen")
    meet(anna, bob)
    assert anna.shows(ACME) == bob.shows(ACME) == {"name": "Acme AS", "city": "Bergen"}
    assert fold(anna.state["account", ACME]).open == ()


def test_two_who_edit_one_field_clash_on_both_laptops_and_the_loser_stays_in_the_history() -> None:
    anna, bob = two_who_share(name="Acme")
    anna.put(ACME, NOON + 1, name="Acme AS")
    bob.put(ACME, NOON + 2, name="Acme ASA")
    meet(anna, bob)
    for one in (anna, bob):
        seen = one.see(ACME)
        assert seen is not None
        [clash] = seen.open
        assert (clash.kind, clash.field) == (ClashKind.EDITED, "name")
        assert (clash.winner.device, clash.loser.device) == (bob.device, anna.device)
        cells = seen.given["name"]
        assert [cell.value for cell in cells] == ["Acme", "Acme AS", "Acme ASA"]
        assert ancestor(cells, cells[1], cells[2]) == "Acme"
    assert anna.shows(ACME) == {"name": "Acme ASA"}


def test_a_clash_ends_when_somebody_settles_it_and_not_before_and_can_be_opened_again() -> None:
    anna, bob = two_who_share(name="Acme")
    anna.put(ACME, NOON + 1, name="Acme AS")
    bob.put(ACME, NOON + 2, name="Acme ASA")
    meet(anna, bob)
    bob.put(ACME, NOON + 3, name="Acme Group")
    seen = bob.see(ACME)
    assert seen is not None
    [clash] = seen.open
    anna.judge(ACME, "name", clash.loser, now=NOON + 4)
    meet(anna, bob)
    assert fold(bob.state["account", ACME]).open == ()
    assert bob.shows(ACME) == {"name": "Acme Group"}
    bob.judge(ACME, "name", clash.loser, settled=False, now=NOON + 5)
    assert fold(bob.state["account", ACME]).open == (clash,)


def test_two_who_write_the_same_do_not_clash() -> None:
    anna, bob = two_who_share(name="Acme")
    anna.put(ACME, name="Acme AS")
    bob.put(ACME, name="Acme AS")
    meet(anna, bob)
    assert fold(anna.state["account", ACME]).open == ()


def test_an_edit_later_than_the_deletion_revives_the_record_and_says_so() -> None:
    anna, bob = two_who_share(name="Acme", city="Oslo")
    anna.delete(ACME, NOON + 1)
    bob.put(ACME, NOON + 2, city="Bergen")
    meet(anna, bob)
    assert anna.shows(ACME) == bob.shows(ACME) == {"name": "Acme", "city": "Bergen"}
    seen = anna.see(ACME)
    assert seen is not None
    [clash] = seen.open
    assert clash.kind is ClashKind.REVIVED
    assert (clash.winner.device, clash.loser.device) == (bob.device, anna.device)
    anna.judge(ACME, clash.field, clash.loser, now=NOON + 3)
    assert fold(anna.state["account", ACME]).open == ()


def test_a_deletion_later_than_an_edit_it_had_not_seen_stands_and_says_so() -> None:
    anna, bob = two_who_share(name="Acme", city="Oslo")
    bob.put(ACME, NOON + 1, city="Bergen")
    anna.delete(ACME, NOON + 2)
    meet(anna, bob)
    assert anna.shows(ACME) is bob.shows(ACME) is None
    seen = bob.see(ACME)
    assert seen is not None
    assert [clash.kind for clash in seen.open] == [ClashKind.REMOVED]
    assert seen.cells["city"].value == "Bergen"
    bob.put(ACME, NOON + 3, city="Bergen")
    meet(anna, bob)
    assert anna.shows(ACME) == {"name": "Acme", "city": "Bergen"}
    assert fold(anna.state["account", ACME]).open == ()


def test_an_edit_that_the_deletion_had_not_seen_is_said_even_if_a_later_one_was_seen() -> None:
    anna, bob = two_who_share(name="Acme", city="Oslo")
    anna.put(ACME, NOON + 1, city="Bergen")
    bob.put(ACME, NOON + 2, name="Acme AS")
    bob.delete(ACME, NOON + 3)
    meet(anna, bob)
    seen = anna.see(ACME)
    assert seen is not None
    [clash] = seen.open
    assert (clash.kind, clash.loser.device) == (ClashKind.REMOVED, anna.device)


def test_a_deletion_of_what_was_seen_is_nobodys_surprise() -> None:
    anna, bob = two_who_share(name="Acme")
    bob.put(ACME, NOON + 1, name="Acme AS")
    meet(anna, bob)
    anna.delete(ACME, NOON + 2)
    meet(anna, bob)
    assert bob.shows(ACME) is None
    assert fold(bob.state["account", ACME]).open == ()


def test_a_link_that_one_adds_while_another_removes_it_is_there() -> None:
    link = LINKS[0]
    anna, bob, carol = team(3)
    anna.put(link, NOON, role="lead")
    meet(anna, carol)
    bob.put(link, NOON, role="lead")
    carol.delete(link, NOON + DAY)
    meet(anna, bob, carol)
    assert anna.shows(link) == {"role": "lead"}
    assert fold(anna.state["account", link]).open == ()
    carol.delete(link, NOON + 2 * DAY)
    meet(anna, bob, carol)
    assert anna.shows(link) is bob.shows(link) is None
    bob.put(link, NOON + 3 * DAY)
    meet(anna, bob, carol)
    assert anna.shows(link) == {"role": "lead"}


def test_what_two_added_under_one_link_id_is_joined_field_by_field() -> None:
    anna, bob = team(2)
    anna.put(LINKS[0], NOON + 1, role="lead", note="since May")
    bob.put(LINKS[0], NOON + 2, role="deputy", note=None)
    meet(anna, bob)
    assert anna.shows(LINKS[0]) == bob.shows(LINKS[0]) == {"role": "deputy", "note": "since May"}


def test_an_edit_that_comes_before_the_record_waits_for_it() -> None:
    anna, bob, carol = team(3)
    anna.put(ACME, name="Acme")
    bob.receive(anna)
    bob.put(ACME, name="Acme AS")
    only_bobs = [c for c in bob.state["account", ACME] if c.stamp.device == bob.device]
    carol.absorb(state_of(only_bobs))
    assert carol.shows(ACME) is None
    carol.receive(anna)
    assert carol.shows(ACME) == {"name": "Acme AS"}


@pytest.mark.parametrize("days", [-400, 400])
def test_a_clock_a_year_off_neither_loses_nor_traps_anybody(days: int) -> None:
    anna, bob = team(2, 0, days * DAY)
    bob.put(ACME, name="Acme")
    meet(anna, bob)
    anna.put(ACME, NOON + 1, name="Acme AS")
    meet(anna, bob)
    assert bob.shows(ACME) == {"name": "Acme AS"}
    bob.put(ACME, NOON + 2, name="Acme ASA")
    meet(anna, bob)
    assert anna.shows(ACME) == {"name": "Acme ASA"}
    assert fold(anna.state["account", ACME]).open == ()


def test_seventy_thousand_edits_in_one_millisecond_keep_their_order() -> None:
    device = DeviceId(1)
    anna = Laptop(device)
    anna.put(ACME, name="0")
    born = anna.clock
    for _number in range(1, 70_000):
        anna.clock = tick(anna.clock, NOON)
    changes = [
        Change(
            "account",
            UPDATE,
            ("name",),
            ACME,
            Stamp(born + n, device),
            pack([[str(n), born + n - 1, device]]),
        )
        for n in range(1, 70_000)
    ]
    assert anna.clock == changes[-1].stamp.clock
    Random(7).shuffle(changes)
    anna.absorb(state_of(changes))
    assert anna.shows(ACME) == {"name": "69999"}
    assert fold(anna.state["account", ACME]).open == ()


def test_two_clones_that_wrote_at_the_same_tick_agree_which_wins() -> None:
    one, other = Laptop(DeviceId(1)), Laptop(DeviceId(1))
    one.put(ACME, name="Acme AS")
    other.put(ACME, name="Acme ASA")
    assert one.clock == other.clock
    meet(one, other)
    assert one.shows(ACME) == other.shows(ACME) == {"name": "Acme ASA"}
    assert one.state == other.state


@given(
    st.binary(max_size=12),
    st.sampled_from(["insert", "update", "delete", "restore", "settle", "forget"]),
)
def test_what_is_not_understood_says_nothing_and_is_kept(payload: bytes, op: str) -> None:
    anna, bob = two_who_share(name="Acme")
    odd = Change("account", op, ("name", "linkedin"), ACME, Stamp(1, DeviceId(9)), payload)
    bob.absorb(state_of([odd]))
    meet(anna, bob)
    shown = bob.shows(ACME)
    assert shown is not None
    assert shown["name"] == "Acme"
    assert odd in anna.state["account", ACME]


def test_a_table_nobody_here_knows_is_joined_like_any_other() -> None:
    anna, bob = team(2)
    anna.put(ACME, NOON, "gift", what="book")
    meet(anna, bob)
    bob.put(ACME, NOON + 1, "gift", what="wine")
    meet(anna, bob)
    assert anna.shows(ACME, "gift") == {"what": "wine"}
    assert anna.see(ACME) is None


def test_values_that_name_themselves_as_their_own_past_do_no_harm() -> None:
    ring = [
        Change("account", INSERT, ("name",), ACME, Stamp(1, DeviceId(1)), pack(["a"])),
        Change("account", UPDATE, ("name",), ACME, Stamp(2, DeviceId(1)), pack([["b", 3, 1]])),
        Change("account", UPDATE, ("name",), ACME, Stamp(3, DeviceId(1)), pack([["c", 2, 1]])),
    ]
    merged = fold(ring)
    assert merged.cells["name"].value == "c"
    assert merged.clashes == (
        Clash(
            ClashKind.EDITED, "name", Stamp(3, DeviceId(1)), Stamp(1, DeviceId(1)), settled=False
        ),
    )


@pytest.mark.parametrize(
    ("gone", "visible", "held"),
    [
        *((0, 0, False), (1, 4, False), (19, 19, False), (20, 20, True)),
        *((20, 99, True), (20, 100, False), (21, 100, True)),
    ],
)
def test_a_join_that_deletes_twenty_records_and_over_a_fifth_is_held(
    gone: int, visible: int, held: bool
) -> None:
    assert is_held(gone, visible) is held
