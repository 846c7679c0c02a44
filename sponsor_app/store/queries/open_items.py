"""Issues and commitments."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, select, true

from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.ids import (
    AccountId,
    CommitmentId,
    InteractionId,
    MemberId,
)
from sponsor_app.domain.issue import (
    Escalation,
    Issue,
    IssueStatus,
    IssueUpdate,
    Level,
    Severity,
    next_update_due,
)
from sponsor_app.domain.rules import Rules
from sponsor_app.store.models import (
    account,
    commitment,
    contact,
    escalation,
    issue,
    issue_update,
    member,
)
from sponsor_app.store.queries.as_stored import as_stored, day_of
from sponsor_app.store.queries.choices import choice_or
from sponsor_app.store.queries.owning import current_sponsors

FEW = 500
"""Up to how many accounts are asked for by name rather than by reading all."""

STORED = (
    *("id", "number", "account_id", "title", "detail", "severity", "status", "level"),
    *("owner_id", "raised_by_id", "opened_on", "next_update_on"),
    *("resolved_on", "resolution", "lesson", "told_on"),
)
"""What is read of an issue, in the order in which `_issue` takes it."""

ACCOUNT_ID = STORED.index("account_id")

STILL_BINDS = commitment.c.kept_on.is_(None) & commitment.c.dropped_on.is_(None)
OWNER = member.alias()
PROMISER = select(func.coalesce(member.c.name, "")).where(
    member.c.id == commitment.c.promised_by_id
)
THEIR_PROMISER = select(contact.c.name).where(contact.c.id == commitment.c.promised_by_id)
ACCEPTER = select(member.c.name).where(member.c.id == commitment.c.accepted_by_id)
ISSUES = (
    select(*(issue.c[name] for name in STORED), account.c.name, OWNER.c.name)
    .outerjoin(account, account.c.id == issue.c.account_id)
    .outerjoin(OWNER, OWNER.c.id == issue.c.owner_id)
    .order_by(issue.c.status != IssueStatus.OPEN, issue.c.severity, issue.c.opened_on, issue.c.id)
)
COMMITMENTS = (
    select(
        commitment,
        account.c.name.label("account"),
        OWNER.c.name.label("owner"),
        ACCEPTER.scalar_subquery().label("accepted_by"),
        func.coalesce(PROMISER.scalar_subquery(), THEIR_PROMISER.scalar_subquery()).label("by"),
    )
    .outerjoin(account, account.c.id == commitment.c.account_id)
    .outerjoin(OWNER, OWNER.c.id == commitment.c.owner_id)
)
"""Put together once: to do it at each question takes longer than to answer it."""


def issues(
    connection: Connection,
    rules: Rules,
    today: date,
    *,
    account_ids: Sequence[str] | None = None,
    ids: Sequence[str] | None = None,
    only_open: bool = False,
    unfinished: bool = False,
) -> list[Issue]:
    """The issues that fit all conditions: open ones first, then by severity, then oldest first.

    `unfinished` are the open ones and those that are solved and not told.
    """
    wanted = _of(issue, account_ids, ids)
    if only_open:
        wanted &= issue.c.status == IssueStatus.OPEN
    if unfinished:
        wanted &= issue.c.status != IssueStatus.CLOSED
    rows = list(as_stored(connection.execute(ISSUES.where(wanted))))
    updates = _last_updates(connection, wanted)
    places = {row[ACCOUNT_ID] for row in rows}
    sponsors = current_sponsors(connection, today, places if len(places) < FEW else None)
    return [_issue(row, rules, updates.get(row[0]), sponsors.get(row[ACCOUNT_ID])) for row in rows]


def issue_of(connection: Connection, rules: Rules, today: date, issue_id: str) -> Issue:
    """One issue; refuses one that is not here."""
    found = issues(connection, rules, today, ids=(issue_id,))
    if not found:
        raise _not_here(issue)
    return found[0]


def commitment_of(connection: Connection, commitment_id: str) -> Commitment:
    """One promise; refuses one that is not here."""
    found = commitments(connection, ids=(commitment_id,))
    if not found:
        raise _not_here(commitment)
    return found[0]


def commitments(
    connection: Connection,
    *,
    account_ids: Sequence[str] | None = None,
    ids: Sequence[str] | None = None,
    only_open: bool = False,
) -> list[Commitment]:
    """The promises that fit all conditions, soonest due first."""
    wanted = _of(commitment, account_ids, ids)
    if only_open:
        wanted &= STILL_BINDS
    return commitments_where(connection, wanted)


def commitments_where(connection: Connection, wanted: ColumnElement[bool]) -> list[Commitment]:
    """The promises that fit a condition, soonest due first."""
    order = (commitment.c.due_on.is_(None), commitment.c.due_on, commitment.c.id)
    return select_commitments(connection, wanted, order)


def select_commitments(
    connection: Connection,
    wanted: ColumnElement[bool],
    order: Sequence[Any],
    limit: int | None = None,
) -> list[Commitment]:
    """The promises that fit a condition, in an order."""
    query = COMMITMENTS.where(wanted).order_by(*order).limit(limit)
    return [_commitment(row) for row in connection.execute(query).all()]


def updates(connection: Connection, issue_id: str) -> list[IssueUpdate]:
    """What the customer was told about an issue, newest first."""
    query = (
        select(issue_update, member.c.name.label("member"))
        .outerjoin(member, member.c.id == issue_update.c.member_id)
        .where(issue_update.c.issue_id == issue_id)
        .order_by(issue_update.c.on_day.desc(), issue_update.c.id.desc())
    )
    return [IssueUpdate(row.on_day, row.text, row.member) for row in connection.execute(query)]


def escalations(connection: Connection, issue_id: str) -> list[Escalation]:
    """How an issue climbed the ladder, newest first."""
    asker = member.alias()
    query = (
        select(escalation, member.c.name.label("to"), asker.c.name.label("asked_by"))
        .outerjoin(member, member.c.id == escalation.c.to_id)
        .outerjoin(asker, asker.c.id == escalation.c.asked_by_id)
        .where(escalation.c.issue_id == issue_id)
        .order_by(escalation.c.on_day.desc(), escalation.c.id.desc())
    )
    return [
        Escalation(
            row.on_day,
            choice_or(Level, row.level, Level.SPONSOR),
            row.to,
            row.reason,
            row.asked_by,
            row.id,
        )
        for row in connection.execute(query)
    ]


def last_climbs(connection: Connection, issue_ids: Sequence[str]) -> dict[str, date]:
    """The day on which each of these issues was lifted, or came back, the last time."""
    query = (
        select(escalation.c.issue_id, func.max(escalation.c.on_day))
        .where(escalation.c.issue_id.in_(issue_ids))
        .group_by(escalation.c.issue_id)
    )
    return {row[0]: row[1] for row in connection.execute(query).all()}


def next_number(connection: Connection, table: Table) -> int:
    """The next short number; two laptops may give the same, then ids tell them apart."""
    return connection.execute(select(func.coalesce(func.max(table.c.number), 0))).scalar_one() + 1


def by_number(connection: Connection, table: Table, number: int) -> list[str]:
    """The ids that bear a short number; more than one after two offline laptops met."""
    query = select(table.c.id).where(table.c.number == number).order_by(table.c.id)
    return list(connection.execute(query).scalars())


def _not_here(table: Table) -> NotFoundError:
    what = "issue" if table is issue else "promise"
    msg = f"This {what} is not here: it was deleted, or has not reached this laptop yet."
    return NotFoundError(msg, "See what was deleted in Activity.")


def _of(
    table: Table, account_ids: Sequence[str] | None, ids: Sequence[str] | None
) -> ColumnElement[bool]:
    wanted: ColumnElement[bool] = true()
    if account_ids is not None:
        wanted &= table.c.account_id.in_(account_ids)
    if ids is not None:
        wanted &= table.c.id.in_(ids)
    return wanted


def _last_updates(
    connection: Connection, wanted: ColumnElement[bool]
) -> dict[str, tuple[date, str]]:
    """The last update of each of these issues: the day, and what was said."""
    query = (
        select(issue_update.c.issue_id, issue_update.c.on_day, issue_update.c.text)
        .where(issue_update.c.issue_id.in_(select(issue.c.id).where(wanted)))
        .order_by(issue_update.c.on_day, issue_update.c.id)
    )
    last = {of: (day, said) for of, day, said in as_stored(connection.execute(query))}
    return {of: (day_of(day), said) for of, (day, said) in last.items()}


def _issue(
    row: tuple[Any, ...], rules: Rules, update: tuple[date, str] | None, sponsor: str | None
) -> Issue:
    """An issue of what is stored of it, with the names of its account and its owner behind."""
    issue_id, number, account_id, title, detail, stored_severity, stored_status, level, *more = row
    owner_id, raised_by_id, opened, next_update, resolved, resolution, lesson, told, *names = more
    severity = choice_or(Severity, stored_severity, Severity.SEV4)
    status = choice_or(IssueStatus, stored_status, IssueStatus.OPEN)
    opened_on, (place, owner) = day_of(opened), names
    last = max(update[0], opened_on) if update else opened_on
    due = _day(next_update) or next_update_due(severity, last, rules.update_days)
    return Issue(
        issue_id,
        number,
        account_id,
        place or "an account that is not here yet",
        title,
        detail,
        severity,
        status,
        choice_or(Level, level, Level.ACCOUNT_LEAD),
        owner_id or None,
        owner,
        MemberId(sponsor) if sponsor else None,
        raised_by_id or None,
        opened_on,
        update[0] if update else None,
        update[1] if update else None,
        due if status is IssueStatus.OPEN else None,
        _day(resolved),
        resolution,
        _day(told),
        lesson,
    )


def _day(text: str | None) -> date | None:
    return day_of(text) if text else None


def _commitment(row: Any) -> Commitment:
    return Commitment(
        CommitmentId(row.id),
        row.number,
        AccountId(row.account_id),
        row.account or "an account that is not here yet",
        row.text,
        choice_or(Direction, row.direction, Direction.OURS),
        row.made_on,
        row.due_on,
        row.by,
        MemberId(row.owner_id) if row.owner_id else None,
        row.owner,
        row.accepted_on,
        row.kept_on,
        row.dropped_on,
        row.drop_reason,
        InteractionId(row.interaction_id) if row.interaction_id else None,
        row.promised_by_id,
        row.accepted_by,
    )
