"""A commitment: a promise, ours or theirs, with an owner and a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sponsor_app.domain.ids import AccountId, CommitmentId, InteractionId, MemberId


class Direction(StrEnum):
    """Who promised."""

    OURS = "ours"
    THEIRS = "theirs"


class CommitmentState(StrEnum):
    """What became of a promise. Late is a matter of the calendar only, never of opinion."""

    OPEN = "open"
    LATE = "late"
    KEPT = "kept"
    DROPPED = "dropped"


def commitment_state(
    due: date | None, kept_on: date | None, dropped_on: date | None, today: date
) -> CommitmentState:
    """Kept beats dropped beats late: a promise due today is still open."""
    if kept_on is not None:
        return CommitmentState.KEPT
    if dropped_on is not None:
        return CommitmentState.DROPPED
    return CommitmentState.LATE if due is not None and due < today else CommitmentState.OPEN


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise as lists show it; `promised_by_id` is a member or one of theirs."""

    id: CommitmentId
    number: int
    account_id: AccountId
    account: str
    text: str
    direction: Direction
    made_on: date
    due_on: date | None
    promised_by: str | None
    owner_id: MemberId | None
    owner: str | None
    accepted_on: date | None
    kept_on: date | None
    dropped_on: date | None
    drop_reason: str | None
    interaction_id: InteractionId | None
    promised_by_id: str | None = None
    accepted_by: str | None = None

    def state(self, today: date) -> CommitmentState:
        """Open, late, kept or dropped as of `today`."""
        return commitment_state(self.due_on, self.kept_on, self.dropped_on, today)

    def is_open(self) -> bool:
        """Whether it still binds someone."""
        return self.kept_on is None and self.dropped_on is None

    @property
    def unowned(self) -> bool:
        """Ours, open, and not yet accepted by anyone who will do it."""
        return self.direction is Direction.OURS and self.accepted_on is None and self.is_open()

    def days_late(self, today: date) -> int:
        """Days past due while open, else 0."""
        if self.due_on is None or not self.is_open():
            return 0
        return max(0, (today - self.due_on).days)
