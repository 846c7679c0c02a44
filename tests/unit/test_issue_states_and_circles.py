"""How long an issue stood where, and who is in the circle of bad news."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.domain.issue import Escalation, IssueStatus, Level
from sponsor_app.domain.issue_states import IssueState, Reopening, spans, state_of, totals
from sponsor_app.domain.radius import Call, Circle, radius
from tests.conftest import TODAY
from tests.unit.brief import pages

LEVELS = st.sampled_from(list(Level))
DAYS = st.integers(0, 60)


def day(days_ago: int) -> date:
    return TODAY - timedelta(days=days_ago)


def lifted(days_ago: int, level: Level) -> Escalation:
    return Escalation(day(days_ago), level, "Tom", "why", None)


def came_back(days_ago: int, solved: int, told: int | None = None) -> Reopening:
    known = None if told is None else day(told)
    return Reopening(day(days_ago), "again", None, day(solved), "a patch", None, known)


def test_the_days_in_each_state_are_told_in_the_order_of_the_ladder() -> None:
    issue = pages.issue(opened_on=day(30), level=Level.SPONSOR)
    again = came_back(5, solved=12, told=10)
    found = spans(issue, [lifted(20, Level.SPONSOR)], [again], TODAY)
    assert [(one.state, one.days) for one in found] == [
        (IssueState.ACCOUNT_LEAD, 10),
        (IssueState.SPONSOR, 8),
        (IssueState.FIXED, 2),
        (IssueState.CLOSED, 5),
        (IssueState.SPONSOR, 5),
    ]
    assert list(totals(found).items())[1] == (IssueState.SPONSOR, 13)


@given(
    DAYS,
    st.lists(st.tuples(DAYS, LEVELS), max_size=4),
    st.lists(st.tuples(DAYS, DAYS), max_size=3),
    st.sampled_from(list(IssueStatus)),
    LEVELS,
)
def test_the_days_add_up_to_the_age_whatever_happened(
    age: int,
    climbs: list[tuple[int, Level]],
    reopened: list[tuple[int, int]],
    status: IssueStatus,
    level: Level,
) -> None:
    solved = None if status is IssueStatus.OPEN else day(min(age, 3))
    issue = pages.issue(opened_on=day(age), status=status, level=level, resolved_on=solved)
    known = [lifted(min(ago, age), one) for ago, one in climbs]
    again = [came_back(min(back, fixed), min(fixed, age)) for back, fixed in reopened]
    found = spans(issue, known, again, TODAY)
    assert sum(one.days for one in found) == age
    assert (found[-1].state, found[-1].until) == (state_of(issue), None)
    assert [one.until for one in found[:-1]] == [one.since for one in found[1:]]


HOME, SISTER, FAR = AccountId("acme"), AccountId("sister"), AccountId("far")


def test_the_circle_holds_references_and_those_met_at_events_and_explains_each() -> None:
    dana = replace(pages.contact(pages.DANA, title="Head of Operations"), account_id=HOME)
    tom = replace(pages.contact(pages.TOM, title="CEO, board"), account_id=FAR, name="Tom Berg")
    away = replace(pages.contact(ContactId("away"), name="Una Falk"), account_id=FAR)
    circle = Circle(frozenset({pages.DANA}), {pages.TOM: "Crane day"})
    calls = {pages.DANA: Call(TODAY, "Grace Moreau", "Fix it by Friday")}
    found = radius(HOME, {}, [dana, tom, away], None, calls, TODAY, circle=circle)
    assert [(one.name, one.weight, one.likelihood) for one in found] == [
        ("Dana Reyes", 80, "surely"),
        ("Tom Berg", 30, "perhaps"),
    ]
    first, second = found
    assert first.because == (
        "works there",
        "speaks for us as a reference",
        "heads a part of it",
    )
    assert second.because == ("was with them at “Crane day”", "leads the house")
    assert (first.called_by, first.said) == ("Grace Moreau", "Fix it by Friday")
