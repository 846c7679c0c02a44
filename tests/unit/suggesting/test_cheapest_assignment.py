"""The cheapest assignment is the cheapest there is: against trying everything, and against an independent solver."""

from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sponsor_app.domain.suggesting.flow import LEFT, NEVER, Costs, cheapest

FORBIDDEN = NEVER // 2
FEW = st.integers(-20, 20)


@st.composite
def problems(draw: st.DrawFn, accounts: int = 5, members: int = 3) -> Costs:
    """A few accounts and members; some pairs forbidden, some accounts not to be left, some members without end."""
    rows, columns = draw(st.integers(0, accounts)), draw(st.integers(0, members))
    pair = st.one_of(FEW, FEW, st.just(NEVER))
    pairs = draw(
        st.lists(st.lists(pair, min_size=columns, max_size=columns), min_size=rows, max_size=rows)
    )
    places = [sorted(draw(st.lists(st.integers(0, 15), max_size=3))) for _member in range(columns)]
    beyond = [draw(st.sampled_from([NEVER, 16, 40])) for _member in range(columns)]
    left = st.one_of(st.integers(0, 50), st.integers(0, 50), st.just(NEVER))
    leave = draw(st.lists(left, min_size=rows, max_size=rows))
    return Costs(pairs, leave, places, beyond)


def by_trying_everything(costs: Costs) -> int:
    choices = range(LEFT, len(costs.places))
    every = product(choices, repeat=len(costs.pairs))
    return min(costs.total(owners) for owners in every)


def by_tables(costs: Costs) -> int:
    """Dynamic programming over everybody's load: exact, and nothing like a flow."""
    best = {(0,) * len(costs.places): 0}
    for pairs, leave in zip(costs.pairs, costs.leave, strict=True):
        following = {loads: cost + leave for loads, cost in best.items()}
        for loads, cost in best.items():
            for member, pair in enumerate(pairs):
                grown = (*loads[:member], loads[member] + 1, *loads[member + 1 :])
                with_it = cost + pair + costs.place(member, loads[member])
                following[grown] = min(following.get(grown, with_it), with_it)
        best = following
    return min(best.values())


@settings(max_examples=150)
@given(problems())
def test_nothing_is_cheaper_of_all_that_can_be_tried(costs: Costs) -> None:
    least = by_trying_everything(costs)
    assume(least < FORBIDDEN)
    assert costs.total(cheapest(costs)) == least


@settings(max_examples=40)
@given(problems(accounts=14, members=3))
def test_an_independent_solver_finds_nothing_cheaper(costs: Costs) -> None:
    least = by_tables(costs)
    assume(least < FORBIDDEN)
    assert costs.total(cheapest(costs)) == least


@settings(max_examples=100)
@given(problems(accounts=12, members=5))
def test_the_same_question_has_the_same_answer(costs: Costs) -> None:
    assert cheapest(costs) == cheapest(costs)


def test_an_account_that_may_not_be_left_is_not_left() -> None:
    costs = Costs([[3], [1], [2]], [NEVER, 5, 5], [[0]], [NEVER])
    assert cheapest(costs) == [0, LEFT, LEFT]


def test_whoever_watches_can_stop_it() -> None:
    def stop(done: int, of: int) -> None:
        raise KeyError(done, of)

    with pytest.raises(KeyError, match="0, 1"):
        cheapest(Costs([[3]], [5], [[0]], [NEVER]), stop)
