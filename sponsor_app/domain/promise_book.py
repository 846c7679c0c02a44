"""The book of promises: what is open and whose it is, and how many of those that fell due were kept."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.ids import CommitmentId, MemberId
from sponsor_app.domain.people import Member

RECORD_DAYS = 365


class Pile(StrEnum):
    """Where an open promise lies: ours by their day, theirs apart."""

    LATE = "late"
    THIS_WEEK = "this_week"
    LATER = "later"
    NO_DAY = "no_day"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """Of our promises that fell due in the last 365 days: how many, kept, of those after their day, dropped."""

    due: int
    kept: int
    kept_late: int
    dropped: int


@dataclass(frozen=True, slots=True)
class PromiseBook:
    """Every open promise as of a day; `mine` are those that wait for me."""

    as_of: date
    me: MemberId
    open: tuple[Commitment, ...]
    mine: frozenset[CommitmentId]
    record: KeptRecord
    settled: int
    members: tuple[Member, ...]


def pile_of(one: Commitment, today: date) -> Pile:
    """The group a promise is shown in; a week ends with its Sunday."""
    if one.direction is Direction.THEIRS:
        return Pile.THEIRS
    if one.due_on is None:
        return Pile.NO_DAY
    if one.due_on < today:
        return Pile.LATE
    sunday = today + timedelta(days=6 - today.weekday())
    return Pile.THIS_WEEK if one.due_on <= sunday else Pile.LATER
