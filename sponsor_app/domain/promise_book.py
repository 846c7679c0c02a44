"""The book of promises: what is open and whose it is, and how many of those that fell due were kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.ids import CommitmentId, MemberId

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

    @property
    def unkept(self) -> int:
        """How many were not kept: late to this day, or dropped."""
        return self.due - self.kept


def record_of(promises: Iterable[Commitment], today: date) -> KeptRecord:
    """What became of those of ours that fell due within a year before `today`."""
    since = today - timedelta(days=RECORD_DAYS)
    due = [
        one
        for one in promises
        if one.direction is Direction.OURS and one.due_on and since <= one.due_on < today
    ]
    return KeptRecord(
        due=len(due),
        kept=sum(one.kept_on is not None for one in due),
        kept_late=sum(bool(one.kept_on and one.due_on and one.kept_on > one.due_on) for one in due),
        dropped=sum(one.kept_on is None and one.dropped_on is not None for one in due),
    )


@dataclass(frozen=True, slots=True)
class KeptBy:
    """How one sponsor, or we at one account, kept what fell due within a year."""

    id: str
    name: str
    record: KeptRecord


@dataclass(frozen=True, slots=True)
class KeptRecords:
    """The records of those who promised and of the accounts, those with the most not kept first."""

    as_of: date
    whole: KeptRecord
    sponsors: tuple[KeptBy, ...]
    accounts: tuple[KeptBy, ...]


@dataclass(frozen=True, slots=True)
class PromiseBook:
    """Every open promise as of a day; `mine` are those that wait for me."""

    as_of: date
    me: MemberId
    open: tuple[Commitment, ...]
    mine: frozenset[CommitmentId]
    record: KeptRecord
    settled: int


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
