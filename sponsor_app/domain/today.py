"""Today: the next visits and what matters there, what needs me, who is going cold, what others did."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from sponsor_app.domain.brief import Spread
from sponsor_app.domain.clocks import ClockName
from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.coverage import WORST_FIRST, Coverage, CoverageRow
from sponsor_app.domain.handoff import days_waiting
from sponsor_app.domain.history import Step
from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.interaction import State
from sponsor_app.domain.issue import Issue, Level
from sponsor_app.domain.people import Contact
from sponsor_app.domain.reference import Asked
from sponsor_app.domain.rules import Rules
from sponsor_app.domain.timeline import Interaction

HORIZON_DAYS = 30
DEBRIEF_DAYS = 14
A_LOOK_LASTS = timedelta(minutes=30)
"""Who comes back within this time still looks at the same news."""
A_VISIT_LASTS = timedelta(hours=1)
"""How long a visit is taken to last when nobody said when it ends."""


class NeedKind(StrEnum):
    """Why something needs me."""

    ISSUE = "issue"
    PROMISE = "promise"
    ACCEPT = "accept"
    DEBRIEF = "debrief"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Visit:
    """A planned interaction of mine, with the account's standing and the worst that is open there."""

    plan: Interaction
    row: CoverageRow | None
    worst_issue: Issue | None
    late_promise: Commitment | None = None

    @property
    def has_bad_news(self) -> bool:
        """Whether the brief opens with bad news: a severe issue, or a promise of ours that is late."""
        severe = self.worst_issue is not None and self.worst_issue.severity.severe
        return severe or self.late_promise is not None


@dataclass(frozen=True, slots=True)
class Opening:
    """What is worth knowing of the next visit: who will be there, and who has heard of its worst issue."""

    people: tuple[Contact, ...] = ()
    spread: Spread | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that waits for me; `days_late` is 0 when it is not late yet.

    `waited`: for how many working days nobody has accepted an escalated promise.
    """

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
    reference: Asked | None = None
    waited: int = 0


@dataclass(frozen=True, slots=True)
class GoingCold:
    """An account of mine whose worst clock is past its ideal, or never ran."""

    row: CoverageRow
    clock: ClockName
    state: Coverage
    days: int | None


@dataclass(frozen=True, slots=True)
class News:
    """A step of somebody else, and the account it was about if there is one."""

    step: Step
    account_id: AccountId | None
    account: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What waits for me, for the rail: on this page, open issues, open promises, what references ask of me."""

    needs: int = 0
    issues: int = 0
    promises: int = 0
    references: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a member, and what it was found from: accounts `here` are theirs, or those they will see."""

    rules: Rules
    own: frozenset[AccountId]
    here: frozenset[AccountId]
    plans: tuple[Interaction, ...]
    issues: tuple[Issue, ...]
    commitments: tuple[Commitment, ...]
    needs: tuple[Need, ...]
    counts: Counts
    needs_put_off: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class TodayPage:
    """Everything on the Today screen, as of a moment; `looked_at` is None on the first look.

    What was put off is there too: `until` says until when, by record.
    """

    now: datetime
    me: MemberId
    my_name: str
    my_accounts: int
    visits: tuple[Visit, ...]
    needs: tuple[Need, ...]
    cold: tuple[GoingCold, ...]
    news: tuple[News, ...]
    looked_at: datetime | None
    has_accounts: bool
    opening: Opening = Opening()
    counts: Counts = Counts()
    needs_put_off: tuple[Need, ...] = ()
    cold_put_off: tuple[GoingCold, ...] = ()
    until: Mapping[str, date] = field(default_factory=dict[str, date])

    @property
    def today(self) -> date:
        """The day it is about."""
        return self.now.date()

    @property
    def visits_today(self) -> int:
        """How many visits are still to come today."""
        return sum(visit.plan.on == self.today for visit in self.visits)


def is_over(plan: Interaction, now: datetime) -> bool:
    """Whether a planned interaction must have taken place, or fallen through, by now."""
    if plan.on != now.date():
        return plan.on < now.date()
    if plan.starts_at is None:
        return False
    return (plan.ends_at or plan.starts_at + A_VISIT_LASTS) <= now


def upcoming(
    plans: Iterable[Interaction],
    rows: Mapping[AccountId, CoverageRow],
    issues: Sequence[Issue],
    promises: Sequence[Commitment],
    now: datetime,
) -> tuple[Visit, ...]:
    """What is still to come of `plans` in the next 30 days, soonest first, those without an hour last in their day."""
    today = now.date()
    until = today + timedelta(days=HORIZON_DAYS)
    wanted = [plan for plan in plans if not is_over(plan, now) and plan.on <= until]
    wanted.sort(key=lambda plan: (plan.on, plan.starts_at is None, str(plan.starts_at), plan.id))
    return tuple(_visit(plan, rows, issues, promises, today) for plan in wanted)


def needs_me(
    issues: Sequence[Issue],
    commitments: Sequence[Commitment],
    passed: Sequence[Interaction],
    *,
    mine: Collection[AccountId],
    led: Collection[AccountId],
    me: MemberId,
    today: date,
    accept_within: int = Rules().accept_working_days,
) -> tuple[Need, ...]:
    """Issues, promises and unlogged visits that wait for me, the most pressing first."""
    found = [_of_issue(one, today) for one in issues if _is_my_issue(one, mine, me)]
    found += [
        _of_commitment(one, today, accept_within)
        for one in commitments
        if one.is_open()
        and (
            _is_my_promise(one, mine, led, me, today)
            or _is_escalated_to_me(one, mine, me, today, accept_within)
        )
    ]
    found += [_of_plan(one, today) for one in passed if _is_my_plan(one, mine, me, today)]
    return tuple(sorted(found, key=pressing))


def going_cold(mine: Iterable[CoverageRow], today: date) -> tuple[GoingCold, ...]:
    """My accounts with a clock past its ideal, the worst and oldest first."""
    worst = (GoingCold(row, *row.worst_clock(today)) for row in mine if row.cadence is not None)
    cold = [one for one in worst if one.state is not Coverage.COVERED]
    return tuple(
        sorted(
            cold, key=lambda one: (WORST_FIRST.index(one.state), -(one.days or 0), one.row.account)
        )
    )


def invited(plan: Interaction) -> tuple[ContactId, ...]:
    """The contacts that a plan names."""
    return tuple(person.contact_id for person in plan.contacts if person.contact_id)


def _visit(
    plan: Interaction,
    rows: Mapping[AccountId, CoverageRow],
    issues: Sequence[Issue],
    promises: Sequence[Commitment],
    today: date,
) -> Visit:
    here = plan.account_id
    worst = (one for one in issues if one.is_open and one.account_id == here)
    late = (
        one
        for one in promises
        if one.account_id == here and one.direction is Direction.OURS and one.days_late(today)
    )
    row = rows.get(here) if here else None
    return Visit(plan, row, next(worst, None), next(late, None))


def _is_my_issue(one: Issue, mine: Collection[AccountId], me: MemberId) -> bool:
    if not one.is_open:
        return False
    escalated = one.level is not Level.ACCOUNT_LEAD
    return one.owner_id == me or (one.account_id in mine and (one.severity.severe or escalated))


def _is_my_promise(
    one: Commitment,
    mine: Collection[AccountId],
    led: Collection[AccountId],
    me: MemberId,
    today: date,
) -> bool:
    if one.direction is Direction.THEIRS:
        return False
    if one.unowned and one.account_id in led:
        return True
    late = one.days_late(today) > 0
    return late and (one.owner_id == me or (one.owner_id is None and one.account_id in mine))


def _is_escalated_to_me(
    one: Commitment, mine: Collection[AccountId], me: MemberId, today: date, accept_within: int
) -> bool:
    """Whether the lead left a promise unaccepted too long that I made, or that was made at an account of mine."""
    concerned = one.promised_by_id == me or one.account_id in mine
    return concerned and days_waiting(one, today, accept_within) > 0


def _is_my_plan(one: Interaction, mine: Collection[AccountId], me: MemberId, today: date) -> bool:
    recent = today - timedelta(days=DEBRIEF_DAYS) <= one.on <= today
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


def _of_commitment(one: Commitment, today: date, accept_within: int) -> Need:
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
        waited=days_waiting(one, today, accept_within),
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


def pressing(one: Need) -> tuple[int, int, str, str]:
    """What comes before what: severe issues, our promises, then the rest; the latest first."""
    severe = one.issue is not None and one.issue.severity.severe
    order = 0 if severe else 1 if one.kind is NeedKind.PROMISE or one.waited else 2
    return (
        (one.issue.severity.value if severe and one.issue else 9) * 10 + order,
        -one.days_late,
        one.title,
        one.record_id,
    )
