"""When a reference may be asked, why it locks itself, and what opens it again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.ids import AccountId, ContactId, IssueId, MemberId, ReferenceId, RequestId
from sponsor_app.domain.people import Pulse
from sponsor_app.domain.reference import (
    LockKind,
    Reference,
    ReferenceRequest,
    ReferenceUse,
    RequestState,
    SevereIssue,
    Use,
    UseLimits,
    best_for,
    beyond_care,
    check_dates,
    months_after,
    on_hold,
    parse_scope,
    standing,
    uses_until,
    verdict,
)

TODAY = date(2026, 11, 18)
LIMITS = UseLimits()


def back(days: int) -> date:
    return TODAY - timedelta(days=days)


def felt(ago: int, score: int) -> Pulse:
    return Pulse(f"{ago}-{score}", ContactId("dana"), "Dana", score, None, None, back(ago))


def severe(opened: int, solved: int | None = None) -> SevereIssue:
    on = None if solved is None else back(solved)
    return SevereIssue(IssueId("i"), 1, 1, "Down", back(opened), on)


def used(*ago: int) -> tuple[ReferenceUse, ...]:
    return tuple(ReferenceUse(str(days), back(days), "Ann", None, True) for days in ago)


def wish(state: RequestState) -> ReferenceRequest:
    named = (RequestId(state), ReferenceId("r"), AccountId("a"), "Acme", "Dana", Use.CALL, "Ann")
    return ReferenceRequest(*named, None, state, TODAY, None)


def known(
    *,
    approved: int = 30,
    until: date | None = None,
    left: date | None = None,
    issues: tuple[SevereIssue, ...] = (),
    pulses: tuple[Pulse, ...] = (felt(5, 9),),
    uses: tuple[ReferenceUse, ...] = (),
    requests: tuple[ReferenceRequest, ...] = (),
    name: str = "Dana",
    cared_for: bool = True,
) -> Reference:
    return Reference(
        ReferenceId("r"),
        AccountId("a"),
        "Acme",
        ContactId("dana"),
        name,
        None,
        left,
        (Use.CALL, Use.QUOTE),
        MemberId("tom"),
        "Tom",
        back(approved),
        until,
        None,
        issues,
        pulses,
        uses,
        requests,
        cared_for,
    )


def kinds(one: Reference, today: date = TODAY) -> list[LockKind]:
    return [lock.kind for lock in standing(one, LIMITS, today).locks]


def test_somebody_happy_whom_nothing_stands_against_is_free() -> None:
    assert kinds(known()) == []
    assert standing(known(approved=0), LIMITS, TODAY).approve_by == date(2027, 5, 18)


@pytest.mark.parametrize(
    ("one", "kind", "words"),
    [
        (known(left=back(3)), LockKind.LEFT, "Dana has left"),
        (known(issues=(severe(2),)), LockKind.ISSUE, "Sev 1 open: Down"),
        (known(pulses=(felt(40, 10), felt(5, 8))), LockKind.PULSE, "the pulse is falling, 8 of 10"),
        (known(pulses=(felt(5, 6),)), LockKind.PULSE, "the last pulse is 6 of 10"),
        (known(pulses=(felt(31, 9),)), LockKind.STALE, "the last pulse is 31 days old"),
        (known(pulses=()), LockKind.STALE, "nobody has asked how they feel"),
        (known(approved=-5), LockKind.NOT_YET, "agreed from 23 Nov"),
        (known(until=back(1)), LockKind.EXPIRED, "the agreement ended 17 Nov"),
        (known(approved=200), LockKind.APPROVAL, "last approved 2 May, 6 months are up"),
        (known(uses=used(1, 20)), LockKind.OVER_USED, "used 2 of 2 times this quarter"),
        (
            known(approved=20, uses=used(60, 70, 150, 160, 280, 290)),
            LockKind.OVER_USED,
            "used 6 of 6 times this year",
        ),
    ],
)
def test_it_locks_itself_and_says_why(one: Reference, kind: LockKind, words: str) -> None:
    found = standing(one, LIMITS, TODAY)
    assert [(lock.kind, lock.words) for lock in found.locks] == [(kind, words)]
    assert not found.free


def test_after_a_severe_issue_was_solved_they_are_asked_again() -> None:
    solved = known(approved=30, issues=(severe(12, 4),))
    assert kinds(solved) == [LockKind.RELEASED]
    assert kinds(known(approved=3, issues=(severe(12, 4),))) == []


def test_after_a_bad_reading_a_better_one_is_not_enough() -> None:
    worse = (felt(60, 9), felt(20, 5), felt(2, 9))
    assert kinds(known(approved=30, pulses=worse)) == [LockKind.RELEASED]
    assert kinds(known(approved=10, pulses=worse)) == []


def test_a_fresh_reading_opens_what_was_only_stale() -> None:
    assert kinds(known(approved=100, pulses=(felt(90, 9), felt(1, 9)))) == []


def test_uses_beyond_the_agreed_are_asked_about_once_the_quarter_is_over() -> None:
    often = known(approved=120, uses=used(60, 70, 80))
    assert kinds(often) == [LockKind.RELEASED]
    assert uses_until(often.uses, TODAY) == (0, 3)


def test_scope_comes_before_the_lock_because_a_lock_opens_again() -> None:
    locked = known(issues=(severe(2),))
    assert verdict(known(), Use.CALL, LIMITS, TODAY) is RequestState.IN_SCOPE
    assert verdict(locked, Use.CALL, LIMITS, TODAY) is RequestState.LOCKED
    assert verdict(locked, Use.VISIT, LIMITS, TODAY) is RequestState.OUT_OF_SCOPE


def test_the_one_who_can_be_asked_and_was_used_least_is_asked() -> None:
    fresh, worn = known(name="Fresh"), known(name="Worn", uses=used(100))
    locked = known(name="Locked", issues=(severe(1),))
    assert best_for((locked, worn, fresh), Use.CALL, LIMITS, TODAY) is fresh
    assert best_for((), Use.CALL, LIMITS, TODAY) is None


def test_whoever_counts_on_a_locked_one_is_to_be_told() -> None:
    wishes = tuple(map(wish, RequestState))
    assert on_hold(known(requests=wishes), LIMITS, TODAY) == ()
    held = on_hold(known(requests=wishes, issues=(severe(1),)), LIMITS, TODAY)
    assert {one.state for one in held} == {RequestState.IN_SCOPE, RequestState.APPROVED}


def test_the_laundry_list_is_whom_nobody_keeps_happy() -> None:
    unseen, unhappy = known(cared_for=False), known(pulses=(felt(2, 4),))
    assert beyond_care((known(), unseen, unhappy), TODAY) == (unseen, unhappy)


def test_an_agreement_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InvalidError, match="before it begins"):
        check_dates(TODAY, back(1))
    check_dates(TODAY, TODAY)


def test_a_scope_is_read_in_our_order_and_nonsense_refused() -> None:
    assert parse_scope("quote, Call") == (Use.CALL, Use.QUOTE)
    for nonsense in ("", " , ", "call,dance"):
        with pytest.raises(InvalidError):
            parse_scope(nonsense)


@given(st.dates(), st.integers(1, 60))
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int
) -> None:
    later = months_after(day, months)
    if later == date.max:
        return
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day


@given(
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 10)), max_size=6),
    st.lists(st.integers(0, 300), max_size=8),
    st.integers(0, 250),
)
def test_whatever_happened_it_is_free_or_says_why(
    pulses: list[tuple[int, int]], uses: list[int], approved: int
) -> None:
    one = known(approved=approved, pulses=tuple(felt(*pair) for pair in pulses), uses=used(*uses))
    found = standing(one, LIMITS, TODAY)
    assert found.free == (found.why == ())
    assert all(found.why)
    assert found.this_quarter <= found.this_year <= len(uses)
