"""An issue: a problem they have with us, who holds it, and when they must hear from us next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from sponsor_app.domain.ids import AccountId, ContactId, IssueId, MemberId


class Severity(IntEnum):
    """1 stops their business, 4 is a nuisance."""

    SEV1 = 1
    SEV2 = 2
    SEV3 = 3
    SEV4 = 4

    @property
    def severe(self) -> bool:
        """Sev 1 and 2 reach the sponsor the same day."""
        return self <= Severity.SEV2


class IssueStatus(StrEnum):
    """Open; resolved but the customer not told; closed."""

    OPEN = "open"
    RESOLVED = "resolved"
    CLOSED = "closed"


class Level(StrEnum):
    """The rungs of the ladder."""

    ACCOUNT_LEAD = "account_lead"
    SPONSOR = "sponsor"
    EXECUTIVE_TEAM = "executive_team"


LADDER = tuple(Level)
UPDATE_DAYS: dict[Severity, int] = {
    Severity.SEV1: 1,
    Severity.SEV2: 2,
    Severity.SEV3: 5,
    Severity.SEV4: 10,
}


def next_update_due(
    severity: Severity, last_update: date, update_days: Mapping[Severity, int] = UPDATE_DAYS
) -> date:
    """The day by which the customer must hear from us again, counted from the last word."""
    return last_update + timedelta(days=update_days[severity])


def next_level(level: Level) -> Level:
    """The rung above; the executive team is the last."""
    return LADDER[min(LADDER.index(level) + 1, len(LADDER) - 1)]


@dataclass(frozen=True, slots=True)
class IssueUpdate:
    """What the customer was told, when, by whom."""

    on: date
    text: str
    member: str | None


@dataclass(frozen=True, slots=True)
class Escalation:
    """One lift up the ladder."""

    on: date
    level: Level
    to: str | None
    reason: str
    asked_by: str | None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue as lists and boards show it."""

    id: IssueId
    number: int
    account_id: AccountId
    account: str
    title: str
    detail: str | None
    severity: Severity
    status: IssueStatus
    level: Level
    owner_id: MemberId | None
    owner: str | None
    sponsor_id: MemberId | None
    raised_by_id: ContactId | None
    opened_on: date
    last_update_on: date | None
    last_update: str | None
    next_update_due: date | None
    resolved_on: date | None
    resolution: str | None
    told_on: date | None
    lesson: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether they still have the problem."""
        return self.status is IssueStatus.OPEN

    def days_open(self, today: date) -> int:
        """Days from opening to resolution, or to today."""
        return ((self.resolved_on or today) - self.opened_on).days

    def days_late(self, today: date) -> int:
        """Days past the promised update; 0 when on time or not open."""
        if not self.is_open or self.next_update_due is None:
            return 0
        return max(0, (today - self.next_update_due).days)
