"""What a person put off until a later day: it waits unseen, and comes back early when it has changed meanwhile."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from sponsor_app.domain.today import GoingCold, Need

R = TypeVar("R")
A_WEEK = 7


@dataclass(frozen=True, slots=True)
class PutOff:
    """Until when (that day it is there again), and how it stood when it was put off."""

    until: date
    was: str


def standing_of_need(need: Need) -> str:
    """What must not change unseen: how grave an issue is and where it lies, when a promise or a visit is due."""
    if need.issue is not None:
        return f"{need.kind} {need.issue.severity.value} {need.issue.level}"
    escalated = " escalated" if need.waited else ""
    return f"{need.kind} {need.due_on or ''}{escalated}"


def standing_of_cold(one: GoingCold) -> str:
    """Which clock it is, and whether it is past its ideal, its maximum, or never ran."""
    return f"{one.clock} {one.state}"


def split(
    records: Iterable[R],
    put_off: Mapping[str, PutOff],
    today: date,
    key: Callable[[R], str],
    standing: Callable[[R], str],
) -> tuple[tuple[R, ...], tuple[R, ...]]:
    """Those to be seen today, and those still put off, each in their order."""
    awake: list[R] = []
    asleep: list[R] = []
    for one in records:
        found = put_off.get(key(one))
        sleeps = found is not None and today < found.until and found.was == standing(one)
        (asleep if sleeps else awake).append(one)
    return tuple(awake), tuple(asleep)


def next_monday(today: date) -> date:
    """The Monday after today."""
    return today + timedelta(days=A_WEEK - today.weekday())
