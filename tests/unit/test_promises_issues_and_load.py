from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.commitment import CommitmentState, commitment_state
from sponsor_app.domain.issue import Level, Severity, next_level, next_update_due
from sponsor_app.domain.load import LoadLimits, LoadState, assess_load

TODAY = date(2026, 11, 18)
days = st.dates(date(2020, 1, 1), date(2032, 1, 1))
maybe = st.none() | days


def test_a_promise_due_today_is_still_open_and_tomorrow_it_is_late() -> None:
    assert commitment_state(TODAY, None, None, TODAY) is CommitmentState.OPEN
    tomorrow = TODAY + timedelta(days=1)
    assert commitment_state(TODAY, None, None, tomorrow) is CommitmentState.LATE


@given(maybe, days, maybe, days)
def test_a_kept_promise_stays_kept_whatever_else_happens(
    due: date | None, kept: date, dropped: date | None, today: date
) -> None:
    assert commitment_state(due, kept, dropped, today) is CommitmentState.KEPT


@given(maybe, days, days)
def test_a_dropped_promise_is_never_late(due: date | None, dropped: date, today: date) -> None:
    assert commitment_state(due, None, dropped, today) is CommitmentState.DROPPED


@given(days)
def test_a_promise_without_a_day_is_never_late(today: date) -> None:
    assert commitment_state(None, None, None, today) is CommitmentState.OPEN


@pytest.mark.parametrize(("severity", "days_allowed"), [(1, 1), (2, 2), (3, 5), (4, 10)])
def test_the_customer_hears_again_after_1_2_5_or_10_days(severity: int, days_allowed: int) -> None:
    due = next_update_due(Severity(severity), TODAY)
    assert due == TODAY + timedelta(days=days_allowed)


@given(st.sampled_from(Level))
def test_the_ladder_only_climbs_and_ends_with_the_executive_team(level: Level) -> None:
    order = [Level.ACCOUNT_LEAD, Level.SPONSOR, Level.EXECUTIVE_TEAM]
    assert order.index(next_level(level)) == min(order.index(level) + 1, 2)


def test_sev_1_and_2_are_severe() -> None:
    assert [severity.severe for severity in Severity] == [True, True, False, False]


@pytest.mark.parametrize(
    ("accounts", "state"),
    [
        (0, LoadState.NONE),
        (1, LoadState.FITS),
        (3, LoadState.FITS),
        (4, LoadState.HIGH),
        (5, LoadState.HIGH),
        (6, LoadState.OVER),
    ],
)
def test_load_warns_at_four_and_flags_at_six(accounts: int, state: LoadState) -> None:
    assert assess_load(accounts, LoadLimits()) is state


def test_a_members_own_maximum_counts_before_the_teams() -> None:
    assert assess_load(2, LoadLimits(), maximum=1) is LoadState.OVER


@given(st.integers(0, 50), st.integers(0, 50))
def test_load_never_lightens_with_more_accounts(some: int, more: int) -> None:
    order = list(LoadState)
    heavier, lighter = assess_load(some + more, LoadLimits()), assess_load(some, LoadLimits())
    assert order.index(heavier) >= order.index(lighter)
