from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.strength import decayed, score_of, strength, tenure_points

TODAY = date(2026, 11, 18)
touches = st.lists(
    st.tuples(
        st.sampled_from(Kind), st.integers(-30, 900).map(lambda n: TODAY - timedelta(days=n))
    ),
    max_size=30,
)


def test_a_touch_is_worth_half_after_120_days() -> None:
    assert decayed(5, 120) == pytest.approx(2.5)
    assert decayed(5, 366) == 0


def test_no_touch_in_a_year_is_none_and_not_zero() -> None:
    assert strength([], date(2015, 1, 1), TODAY) is None
    assert strength([(Kind.VISIT, TODAY - timedelta(days=366))], None, TODAY) is None


def test_two_fresh_visits_saturate() -> None:
    found = strength([(Kind.VISIT, TODAY), (Kind.VISIT, TODAY)], date(2010, 1, 1), TODAY)
    assert found is not None
    assert found.score == 100
    assert {factor.name: factor.points for factor in found.factors} == {"visits": 94, "tenure": 6}


@given(touches, st.dates(date(2005, 1, 1), TODAY))
def test_the_factors_add_up_to_the_score(happened: list[tuple[Kind, date]], since: date) -> None:
    found = strength(happened, since, TODAY)
    if found:
        assert sum(factor.points for factor in found.factors) == found.score
        assert 0 <= found.score <= 100
        assert all(factor.points > 0 for factor in found.factors)


@given(touches, st.sampled_from(Kind))
def test_one_more_touch_never_weakens(happened: list[tuple[Kind, date]], kind: Kind) -> None:
    before = strength(happened, None, TODAY)
    after = strength([*happened, (kind, TODAY)], None, TODAY)
    assert after is not None
    assert after.score >= (before.score if before else 0)


@given(touches, st.dates(date(2005, 1, 1), TODAY))
def test_lists_and_pages_give_the_same_score(
    happened: list[tuple[Kind, date]], since: date
) -> None:
    from sponsor_app.domain.strength import WEIGHTS

    points = sum(decayed(WEIGHTS[kind], (TODAY - on).days) for kind, on in happened)
    found = strength(happened, since, TODAY)
    listed = score_of(points, since, TODAY)
    assert (found.score if found else None) == listed


@pytest.mark.parametrize(("years", "points"), [(0, 0), (1, 1), (5, 5), (6, 6), (20, 6)])
def test_tenure_is_a_point_a_year_and_at_most_six(years: int, points: int) -> None:
    assert tenure_points(TODAY - timedelta(days=365 * years), TODAY) == points
