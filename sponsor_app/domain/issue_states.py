"""How long an issue stood where: on which rung, fixed but not told, closed; and what was tried before it came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from sponsor_app.domain.issue import LADDER, Escalation, Issue, IssueStatus, IssueUpdate, Level


class IssueState(StrEnum):
    """Where an issue stands: the rungs of the ladder, then what is solved."""

    ACCOUNT_LEAD = Level.ACCOUNT_LEAD.value
    SPONSOR = Level.SPONSOR.value
    EXECUTIVE_TEAM = Level.EXECUTIVE_TEAM.value
    FIXED = "fixed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class StateSpan:
    """A time in one state; `until` is None for the state it is in now. Days are whole, and 0 within one."""

    state: IssueState
    since: date
    until: date | None
    days: int


@dataclass(frozen=True, slots=True)
class Reopening:
    """They still had the problem: when that came out, why, who said so, and what had been thought to solve it."""

    on: date
    reason: str
    by: str | None
    resolved_on: date | None
    resolution: str | None
    lesson: str | None
    told_on: date | None


class IssueStory(NamedTuple):
    """One issue from its opening to today: what was said, how it climbed, how often it came back; newest first."""

    issue: Issue
    updates: tuple[IssueUpdate, ...]
    climbs: tuple[Escalation, ...]
    reopenings: tuple[Reopening, ...]
    states: tuple[StateSpan, ...]


Event = tuple[date, int, IssueState]


def state_of(one: Issue) -> IssueState:
    """Where an issue stands now."""
    if one.status is IssueStatus.OPEN:
        return IssueState(one.level.value)
    return IssueState.FIXED if one.status is IssueStatus.RESOLVED else IssueState.CLOSED


def spans(
    one: Issue, climbs: Sequence[Escalation], reopenings: Sequence[Reopening], today: date
) -> tuple[StateSpan, ...]:
    """The states of an issue in their order, from its opening to `today`; the days add up to its age."""
    steps: list[tuple[date, IssueState]] = []
    for on, _rank, state in sorted(_events(one, climbs, reopenings)):
        if on <= today and (not steps or steps[-1][1] is not state):
            steps.append((on, state))
    now = state_of(one)
    if steps[-1][1] is not now:
        steps.append((steps[-1][0], now))
    found = [
        StateSpan(state, on, end, (end - on).days) for (on, state), (end, _next) in pairwise(steps)
    ]
    last = steps[-1][0]
    return (*found, StateSpan(now, last, None, max(0, (today - last).days)))


def totals(found: Sequence[StateSpan]) -> dict[IssueState, int]:
    """The days in each state it was in, in the order of the ladder."""
    return {
        state: sum(span.days for span in found if span.state is state)
        for state in IssueState
        if any(span.state is state for span in found)
    }


def _events(
    one: Issue, climbs: Sequence[Escalation], reopenings: Sequence[Reopening]
) -> list[Event]:
    def rung(on: date) -> IssueState:
        known = [climb.level for climb in climbs if climb.on <= on]
        return IssueState(max(known, key=LADDER.index, default=Level.ACCOUNT_LEAD).value)

    events: list[Event] = [(one.opened_on, 0, IssueState.ACCOUNT_LEAD)]
    events += [(climb.on, 1, IssueState(climb.level.value)) for climb in climbs]
    solved = [(again.resolved_on, again.told_on) for again in reopenings]
    for resolved_on, told_on in (*solved, (one.resolved_on, one.told_on)):
        events += [(resolved_on, 2, IssueState.FIXED)] if resolved_on else []
        events += [(told_on, 3, IssueState.CLOSED)] if told_on else []
    events += [(again.on, 4, rung(again.on)) for again in reopenings]
    return [event for event in events if event[0] >= one.opened_on]
