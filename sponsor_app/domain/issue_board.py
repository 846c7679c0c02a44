"""The board of issues: whose turn it is, how far each piece of bad news went, and what is late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.issue import Escalation, Issue, IssueUpdate, Level
from sponsor_app.domain.issue_states import Reopening, StateSpan
from sponsor_app.domain.people import Member
from sponsor_app.domain.radius import Heard


class Rung(StrEnum):
    """The columns of the board: the rungs of the ladder, then what is solved but not told."""

    ACCOUNT_LEAD = Level.ACCOUNT_LEAD.value
    SPONSOR = Level.SPONSOR.value
    EXECUTIVE_TEAM = Level.EXECUTIVE_TEAM.value
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class BoardCard:
    """An issue that is not over, with how many have probably heard of it and how many of them were called.

    `since` is the day on which it came to where it stands.
    """

    issue: Issue
    heard: int
    called: int
    mine: bool
    since: date | None = None

    @property
    def rung(self) -> Rung:
        """The column it stands in."""
        return Rung(self.issue.level.value) if self.issue.is_open else Rung.FIXED

    @property
    def to_tell(self) -> int:
        """How many of those who heard nobody has talked to since."""
        return self.heard - self.called


@dataclass(frozen=True, slots=True)
class BoardTally:
    """How many issues there are where not all have a card; `accounts` have an open one."""

    open: int
    fixed: int
    accounts: int
    late: int
    due_today: int
    severe: int
    mine: int


@dataclass(frozen=True, slots=True)
class IssueBoard:
    """The issues that are open, or solved and not told; `accounts` is how many accounts there are in all.

    With a tally the cards are only the most pressing, and what is counted comes from it.
    """

    as_of: date
    cards: tuple[BoardCard, ...]
    accounts: int
    tally: BoardTally | None = None

    @property
    def left_out(self) -> int:
        """How many have no card here."""
        return self.how_many_open + self.fixed - len(self.cards)

    @property
    def how_many_open(self) -> int:
        """How many they still have."""
        return self.tally.open if self.tally else len(self.open)

    @property
    def open(self) -> tuple[Issue, ...]:
        """The issues they still have."""
        return tuple(card.issue for card in self.cards if card.issue.is_open)

    @property
    def fixed(self) -> int:
        """How many are solved and not told."""
        return self.tally.fixed if self.tally else len(self.cards) - len(self.open)

    @property
    def accounts_with_open(self) -> int:
        """At how many accounts something is open."""
        if self.tally:
            return self.tally.accounts
        return len({one.account_id for one in self.open})

    @property
    def late(self) -> int:
        """How many updates are past their day."""
        if self.tally:
            return self.tally.late
        return sum(one.days_late(self.as_of) > 0 for one in self.open)

    @property
    def due_today(self) -> int:
        """How many updates are due today."""
        if self.tally:
            return self.tally.due_today
        return sum(one.next_update_due == self.as_of for one in self.open)


@dataclass(frozen=True, slots=True)
class IssueDetails:
    """One issue whole: what was said, how it climbed, who has probably heard, who could take it over."""

    as_of: date
    me: MemberId
    issue: Issue
    raised_by: str | None
    channel: str | None
    updates: tuple[IssueUpdate, ...]
    escalations: tuple[Escalation, ...]
    heard: tuple[Heard, ...]
    members: tuple[Member, ...]
    reopenings: tuple[Reopening, ...] = ()
    states: tuple[StateSpan, ...] = ()

    @property
    def called(self) -> int:
        """How many of those who heard were talked to since it was opened."""
        return sum(one.called_on is not None for one in self.heard)


def is_mine(one: Issue, me: MemberId) -> bool:
    """Whether I hold an issue, or own the account it is at."""
    return me in (one.owner_id, one.sponsor_id)


def candidates(details: IssueDetails) -> Sequence[Member]:
    """Whom to escalate to: the account's sponsor first, then by name; never those who left or hold it now."""
    issue, today = details.issue, details.as_of
    here = [
        one
        for one in details.members
        if one.id != issue.owner_id and (one.left_on is None or one.left_on > today)
    ]
    return sorted(here, key=lambda one: one.id != issue.sponsor_id)
