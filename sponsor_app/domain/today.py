"""Today: the next visits and what matters there, what needs me, who is going cold, what others did."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sponsor_app.domain.clocks import ClockName
from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.coverage import WORST_FIRST, Coverage, CoverageRow
from sponsor_app.domain.history import Step
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.interaction import State
from sponsor_app.domain.issue import Issue, Level
from sponsor_app.domain.timeline import Interaction

HORIZON_DAYS = 30
DEBRIEF_DAYS = 14
ON_TODAY = 6


class NeedKind(StrEnum):
    """Why something needs me."""

    ISSUE = "issue"
    PROMISE = "promise"
    ACCEPT = "accept"
    DEBRIEF = "debrief"


@dataclass(frozen=True, slots=True)
class Visit:
    """A planned interaction of mine, with the account's standing and its worst open issue."""

    plan: Interaction
    row: CoverageRow | None
    worst_issue: Issue | None


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that waits for me; `days_late` is 0 when it is not late yet."""

    kind: NeedKind
    record_id: str
    account_id: AccountId
    account: str
    title: str
    days_late: int
    due_on: date | None
    since: date
    issue: Issue | None = None
    commitment: Commitment | None = None
    plan: Interaction | None = None


@dataclass(frozen=True, slots=True)
class GoingCold:
    """An account of mine whose worst clock is past its ideal, or never ran."""

    row: CoverageRow
    clock: ClockName
    state: Coverage
    days: int | None


@dataclass(frozen=True, slots=True)
class TodayPage:
    """Everything on the Today screen, as of a moment."""

    now: datetime
    me: MemberId
    my_name: str
    my_accounts: int
    visits: tuple[Visit, ...]
    needs: tuple[Need, ...]
    cold: tuple[GoingCold, ...]
    news: tuple[Step, ...]
    looked_at: datetime | None
    has_accounts: bool

    @property
    def today(self) -> date:
        """The day it is about."""
        return self.now.date()

    @property
    def visits_today(self) -> int:
        """How many visits are today."""
        return sum(visit.plan.on == self.today for visit in self.visits)


def upcoming(
    plans: Iterable[Interaction],
    mine: dict[AccountId, CoverageRow],
    issues: Sequence[Issue],
    me: MemberId,
    today: date,
) -> tuple[Visit, ...]:
    """What I attend, or what is planned with my accounts, in the next 30 days, soonest first."""
    until = today + timedelta(days=HORIZON_DAYS)
    wanted = [
        plan
        for plan in plans
        if today <= plan.on <= until
        and (plan.account_id in mine or me in {who.member_id for who in plan.members})
    ]
    wanted.sort(key=lambda plan: (plan.on, plan.starts_at is None, str(plan.starts_at), plan.id))
    return tuple(
        Visit(
            plan,
            mine.get(plan.account_id) if plan.account_id else None,
            next(
                (one for one in issues if one.is_open and one.account_id == plan.account_id), None
            ),
        )
        for plan in wanted
    )


def needs_me(
    issues: Sequence[Issue],
    commitments: Sequence[Commitment],
    passed: Sequence[Interaction],
    *,
    mine: dict[AccountId, CoverageRow],
    led: frozenset[AccountId],
    me: MemberId,
    today: date,
) -> tuple[Need, ...]:
    """Issues, promises and unlogged visits that wait for me, the most pressing first."""
    found = [_of_issue(one, today) for one in issues if _is_my_issue(one, mine, me)]
    found += [
        _of_commitment(one, today)
        for one in commitments
        if one.is_open() and _is_my_promise(one, mine, led, me, today)
    ]
    found += [_of_plan(one, today) for one in passed if _is_my_plan(one, mine, me, today)]
    return tuple(sorted(found, key=_pressing))


def going_cold(mine: Iterable[CoverageRow], today: date) -> tuple[GoingCold, ...]:
    """My accounts with a clock past its ideal, the worst and oldest first."""
    worst = (GoingCold(row, *row.worst_clock(today)) for row in mine if row.cadence is not None)
    cold = [one for one in worst if one.state is not Coverage.COVERED]
    return tuple(
        sorted(
            cold, key=lambda one: (WORST_FIRST.index(one.state), -(one.days or 0), one.row.account)
        )
    )


def _is_my_issue(one: Issue, mine: dict[AccountId, CoverageRow], me: MemberId) -> bool:
    if not one.is_open:
        return False
    escalated = one.level is not Level.ACCOUNT_LEAD
    return one.owner_id == me or (one.account_id in mine and (one.severity.severe or escalated))


def _is_my_promise(
    one: Commitment,
    mine: dict[AccountId, CoverageRow],
    led: frozenset[AccountId],
    me: MemberId,
    today: date,
) -> bool:
    if one.direction is Direction.THEIRS:
        return False
    if one.unowned and one.account_id in led:
        return True
    late = one.days_late(today) > 0
    return late and (one.owner_id == me or (one.owner_id is None and one.account_id in mine))


def _is_my_plan(
    one: Interaction, mine: dict[AccountId, CoverageRow], me: MemberId, today: date
) -> bool:
    recent = today - timedelta(days=DEBRIEF_DAYS) <= one.on < today
    attends = me in {who.member_id for who in one.members}
    return one.state is State.PLANNED and recent and (attends or one.account_id in mine)


def _of_issue(one: Issue, today: date) -> Need:
    return Need(
        NeedKind.ISSUE,
        one.id,
        one.account_id,
        one.account,
        one.title,
        one.days_late(today),
        one.next_update_due,
        one.opened_on,
        issue=one,
    )


def _of_commitment(one: Commitment, today: date) -> Need:
    return Need(
        NeedKind.ACCEPT if one.unowned and not one.days_late(today) else NeedKind.PROMISE,
        one.id,
        one.account_id,
        one.account,
        one.text,
        one.days_late(today),
        one.due_on,
        one.made_on,
        commitment=one,
    )


def _of_plan(one: Interaction, today: date) -> Need:
    return Need(
        NeedKind.DEBRIEF,
        one.id,
        one.account_id or AccountId(""),
        one.account or "",
        one.account or "",
        (today - one.on).days,
        one.on,
        one.on,
        plan=one,
    )


def _pressing(one: Need) -> tuple[int, int, str]:
    severe = one.issue is not None and one.issue.severity.severe
    order = 0 if severe else 1 if one.kind is NeedKind.PROMISE else 2
    return (
        (one.issue.severity.value if severe and one.issue else 9) * 10 + order,
        -one.days_late,
        one.title,
    )
