"""Whatever admins did at once, every laptop that knows the same follows the same state of the team."""

from dataclasses import replace
from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.sync.envelope.devices import Card
from sponsor_app.sync.envelope.epochs import Epoch
from sponsor_app.sync.envelope.trunk import trunk

ADMINS = tuple(bytes([i]) * 16 for i in range(1, 5))
GENESIS = b"genesis".ljust(32, b"\0")


def card(admin: bool) -> Card:
    return Card(ed=bytes(32), x=bytes(32), admin=admin)


def state(
    name: bytes, parent: Epoch | None, signer: bytes, gone: frozenset[bytes] = frozenset()
) -> Epoch:
    roster = {i: card(True) for i in ADMINS} if parent is None else dict(parent.roster)
    return Epoch(
        id=name.ljust(32, b"\0"),
        number=parent.number + 1 if parent else 1,
        parent=parent.id if parent else bytes(32),
        signer=signer,
        key=bytes(32),
        roster={i: c for i, c in roster.items() if i not in gone},
        keys={},
        frozen={},
        bases=frozenset(),
        record=b"",
    )


@st.composite
def trees(draw: st.DrawFn) -> list[Epoch]:
    """Genesis and up to a dozen states, each on any earlier one, signed by one of its admins."""
    states = [state(GENESIS, None, ADMINS[0])]
    for number in range(draw(st.integers(0, 12))):
        parent = draw(st.sampled_from(states))
        signer = draw(st.sampled_from(sorted(parent.admins)))
        gone = draw(st.frozensets(st.sampled_from(ADMINS), max_size=2))
        if parent.admins <= gone:
            gone = frozenset()
        name = draw(st.binary(min_size=4, max_size=4)) + bytes([number + 1])
        states.append(state(name, parent, signer, gone))
    return states


def by_id(states: list[Epoch]) -> dict[bytes, Epoch]:
    return {epoch.id: epoch for epoch in states}


@given(trees(), st.randoms(use_true_random=False))
def test_the_order_in_which_states_arrive_does_not_matter(states: list[Epoch], draw) -> None:
    shuffled = list(states)
    draw.shuffle(shuffled)
    assert trunk(by_id(states), GENESIS) == trunk(by_id(shuffled), GENESIS)


@given(trees())
def test_a_trunk_goes_from_genesis_to_an_end_parent_by_parent(states: list[Epoch]) -> None:
    path = trunk(by_id(states), GENESIS)
    assert path[0].id == GENESIS
    assert all(b.parent == a.id for a, b in pairwise(path))
    assert not any(epoch.parent == path[-1].id for epoch in states)


@given(trees(), st.data())
def test_a_laptop_never_follows_a_removed_admin_away_from_what_it_knows(
    states: list[Epoch], data: st.DataObject
) -> None:
    known = data.draw(st.sampled_from(states))
    path = trunk(by_id(states), GENESIS, known.id)
    if known not in path:
        way = {known.id}
        at = known
        while at.parent in by_id(states):
            at = by_id(states)[at.parent]
            way.add(at.id)
        leaving = next(epoch for epoch in path if epoch.id not in way)
        assert leaving.signer in known.admins


@given(trees())
def test_following_what_counts_again_changes_nothing(states: list[Epoch]) -> None:
    path = trunk(by_id(states), GENESIS)
    settled = trunk(by_id(states), GENESIS, path[-1].id)
    assert trunk(by_id(states), GENESIS, settled[-1].id)[-1].number >= 1
    assert trunk(by_id(list(path)), GENESIS, path[-1].id) == path


def fork() -> Epoch:
    return state(GENESIS, None, ADMINS[0])


def test_who_removes_the_other_wins_whatever_the_seniority() -> None:
    start = fork()
    junior = state(b"z", start, ADMINS[3], gone=frozenset({ADMINS[0]}))
    senior = state(b"a", start, ADMINS[0])
    longer = state(b"b", senior, ADMINS[0])
    states = by_id([start, junior, senior, longer])
    assert trunk(states, GENESIS)[-1] == junior
    assert trunk(states, GENESIS, junior.id)[-1] == junior
    assert trunk(states, GENESIS, longer.id)[-1] == junior


def test_when_each_removes_the_other_the_senior_wins_for_newcomers_and_nobody_else_moves() -> None:
    start = fork()
    senior = state(b"z", start, ADMINS[0], gone=frozenset({ADMINS[1]}))
    junior = state(b"a", start, ADMINS[1], gone=frozenset({ADMINS[0]}))
    longer = state(b"b", junior, ADMINS[1])
    states = by_id([start, senior, junior, longer])
    assert trunk(states, GENESIS)[-1] == senior
    assert trunk(states, GENESIS, junior.id)[-1] == longer
    assert trunk(states, GENESIS, senior.id)[-1] == senior


def test_three_admins_who_remove_each_other_in_a_circle_have_one_winner_everywhere() -> None:
    start = fork()
    ring = [
        state(bytes([65 + n]), start, ADMINS[n], gone=frozenset({ADMINS[(n + 1) % 3]}))
        for n in range(3)
    ]
    ends = {trunk(by_id([start, *order]), GENESIS)[-1].id for order in permutations(ring)}
    assert len(ends) == 1


def test_without_a_removal_the_longer_branch_wins_then_the_senior_then_the_smaller_id() -> None:
    start = fork()
    one, other = state(b"b", start, ADMINS[1]), state(b"a", start, ADMINS[2])
    behind = state(b"c", other, ADMINS[2])
    assert trunk(by_id([start, one, other]), GENESIS)[-1] == one
    assert trunk(by_id([start, one, other, behind]), GENESIS)[-1] == behind
    same = replace(one, id=b"0".ljust(32, b"\0"))
    assert trunk(by_id([start, one, same]), GENESIS)[-1] == same
