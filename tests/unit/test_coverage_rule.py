from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.coverage import Cadence, Coverage, assess
from sponsor_app.domain.rules import Rules, cadence_of, from_policy

TODAY = date(2026, 11, 18)
STRATEGIC = Cadence(45, 90)
cadences = st.tuples(st.integers(1, 400), st.integers(0, 400)).map(
    lambda pair: Cadence(pair[0], pair[0] + pair[1])
)
days = st.dates(date(2015, 1, 1), date(2035, 1, 1))


@pytest.mark.parametrize(
    ("last", "state"),
    [
        (None, Coverage.NEVER_MET),
        (TODAY, Coverage.COVERED),
        (TODAY - timedelta(days=45), Coverage.COVERED),
        (TODAY - timedelta(days=46), Coverage.DUE),
        (TODAY - timedelta(days=90), Coverage.DUE),
        (TODAY - timedelta(days=91), Coverage.OVERDUE),
        (TODAY + timedelta(days=1), Coverage.NEVER_MET),
    ],
)
def test_a_strategic_account_is_yellow_past_45_days_and_red_past_90(
    last: date | None, state: Coverage
) -> None:
    assert assess(STRATEGIC, last, TODAY) is state


def test_without_a_promise_there_is_no_cadence_to_break() -> None:
    assert assess(None, TODAY - timedelta(days=999), TODAY) is Coverage.NO_CADENCE


@given(cadences, days, st.integers(0, 1000), st.integers(0, 1000))
def test_coverage_never_gets_better_by_waiting(
    cadence: Cadence, last: date, wait: int, more: int
) -> None:
    order = [Coverage.COVERED, Coverage.DUE, Coverage.OVERDUE]
    now = assess(cadence, last, last + timedelta(days=wait))
    later = assess(cadence, last, last + timedelta(days=wait + more))
    assert order.index(later) >= order.index(now)


@given(cadences, days)
def test_a_touch_today_always_covers(cadence: Cadence, today: date) -> None:
    assert assess(cadence, today, today) is Coverage.COVERED


@pytest.mark.parametrize(
    ("tier", "ideal", "maximum"),
    [(Tier.STRATEGIC, 45, 90), (Tier.KEY, 90, 180), (Tier.STANDARD, 180, 365)],
)
def test_the_tier_gives_the_cadence(tier: Tier, ideal: int, maximum: int) -> None:
    assert cadence_of(Rules(), AccountStatus.CUSTOMER, tier) == Cadence(ideal, maximum)


@pytest.mark.parametrize("status", [AccountStatus.LOST, AccountStatus.FORMER])
@pytest.mark.parametrize("tier", [None, *Tier])
def test_lost_and_former_accounts_keep_a_cadence_of_their_own(
    status: AccountStatus, tier: Tier | None
) -> None:
    assert cadence_of(Rules(), status, tier) == Cadence(180, 365)


def test_an_account_may_override_its_cadence() -> None:
    found = cadence_of(Rules(), AccountStatus.CUSTOMER, Tier.STANDARD, (30, None))
    assert found == Cadence(30, 365)
    assert cadence_of(Rules(), AccountStatus.CUSTOMER, None, (30, None)) == Cadence(30, 60)


@given(st.integers(1, 3650) | st.none(), st.integers(1, 3650) | st.none(), st.sampled_from(Tier))
def test_the_maximum_is_never_below_the_ideal(
    ideal: int | None, maximum: int | None, tier: Tier
) -> None:
    found = cadence_of(Rules(), AccountStatus.CUSTOMER, tier, (ideal, maximum))
    assert found is not None
    assert found.ideal <= found.maximum


def test_the_teams_own_numbers_win_and_unknown_rules_are_left_to_newer_versions() -> None:
    rules = from_policy({"cadence.key.ideal": "30", "load.flag": "9", "from.the.future": "x"})
    assert rules.cadences[Tier.KEY] == Cadence(30, 180)
    assert rules.load.flag == 9
    assert rules.load.warn == 4
