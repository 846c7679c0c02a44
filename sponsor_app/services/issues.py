"""Issues: opened, updated, lifted up the ladder, resolved, told."""

from datetime import date

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError, RefusedError
from sponsor_app.domain.ids import AccountId, ContactId, IssueId, MemberId
from sponsor_app.domain.issue import (
    LADDER,
    Issue,
    IssueStatus,
    Level,
    Severity,
    next_level,
    next_update_due,
)
from sponsor_app.domain.issue_states import IssueStory, spans
from sponsor_app.domain.text import clean_line, clean_note
from sponsor_app.services import Services
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import escalation, issue, issue_update
from sponsor_app.store.queries import accounts, open_items, policy
from sponsor_app.store.queries.issue_history import split
from sponsor_app.store.queries.owning import leads_now
from sponsor_app.store.store import changes_of


def open_issue(
    app: Services,
    account_id: AccountId,
    *,
    title: str,
    severity: int,
    owner: MemberId | None = None,
    detail: str | None = None,
    raised_by: ContactId | None = None,
) -> Changes:
    """Record a problem they have with us. Without an owner it is the account lead's."""
    if severity not in list(Severity):
        msg = f"Severity is 1 to 4, not {severity}. Nothing was opened."
        raise InvalidError(msg, "1 stops their business, 4 is a nuisance.")
    line = clean_line("title", title)
    with app.store.write(f"Opened “{line}”") as writer:
        accounts.details(writer.connection, account_id)
        insert(
            app,
            writer,
            account_id,
            title=line,
            severity=Severity(severity),
            owner=owner,
            detail=clean_note("detail", detail) if detail else None,
            raised_by=raised_by,
        )
    return changes_of(writer)


def insert(
    app: Services,
    writer: Writer,
    account_id: AccountId,
    *,
    title: str,
    severity: Severity,
    owner: MemberId | None = None,
    detail: str | None = None,
    raised_by: ContactId | None = None,
) -> None:
    """Record within a step a problem that an account has with us."""
    lead = leads_now(writer.connection, (account_id,)).get(account_id)
    writer.insert(
        issue,
        record_id=app.store.new_id(),
        number=open_items.next_number(writer.connection, issue),
        account_id=account_id,
        title=title,
        detail=detail,
        severity=severity,
        status=IssueStatus.OPEN,
        level=Level.ACCOUNT_LEAD,
        owner_id=owner or lead,
        raised_by_id=raised_by,
        opened_on=app.today(),
    )


def update(app: Services, issue_id: IssueId, text: str) -> Changes:
    """Record what the customer was told; the next-update clock starts again."""
    with app.store.write("Updated an issue") as writer:
        known = _open(app, writer, issue_id)
        writer.insert(
            issue_update,
            record_id=app.store.new_id(),
            issue_id=issue_id,
            on_day=app.today(),
            text=clean_note("update", clean_needed("update", text)),
            member_id=app.me,
        )
        writer.update(issue, issue_id, next_update_on=None)
        writer.title = f"Updated “{known.title}”"
    return changes_of(writer)


def escalate(
    app: Services,
    issue_id: IssueId,
    *,
    to: MemberId,
    reason: str,
    level: Level | None = None,
    asked_by: MemberId | None = None,
) -> Changes:
    """Lift an issue one rung (or to `level`), to a named member, with the reason and who asked: me, unless said."""
    with app.store.write("Escalated an issue") as writer:
        known = _open(app, writer, issue_id)
        wanted = level or next_level(known.level)
        if LADDER.index(wanted) < LADDER.index(known.level):
            msg = f"“{known.title}” is already higher on the ladder. Nothing was changed."
            raise RefusedError(msg)
        writer.insert(
            escalation,
            record_id=app.store.new_id(),
            issue_id=issue_id,
            level=wanted,
            to_id=to,
            reason=clean_line("reason", reason),
            asked_by_id=asked_by or app.me,
            on_day=app.today(),
        )
        writer.update(issue, issue_id, level=wanted, owner_id=to)
        writer.title = f"Escalated “{known.title}”"
    return changes_of(writer)


def resolve(app: Services, issue_id: IssueId, text: str, *, lesson: str | None = None) -> Changes:
    """Record how it was solved. The customer still has to be told."""
    with app.store.write("Resolved an issue") as writer:
        known = _open(app, writer, issue_id)
        writer.update(
            issue,
            issue_id,
            status=IssueStatus.RESOLVED,
            resolved_on=app.today(),
            resolution=clean_note("resolution", clean_needed("resolution", text)),
            lesson=clean_note("lesson", lesson) if lesson else None,
        )
        writer.title = f"Resolved “{known.title}”"
    return changes_of(writer)


def told(app: Services, issue_id: IssueId, on: date | None = None) -> Changes:
    """Record that the customer knows it is solved, since today or another day."""
    with app.store.write("Told the customer") as writer:
        known = _one(app, writer, issue_id)
        if known.status is not IssueStatus.RESOLVED:
            msg = f"“{known.title}” is not resolved yet. Nothing was changed."
            raise RefusedError(msg, "Resolve it first.")
        day = on or app.today()
        if day > app.today() or (known.resolved_on and day < known.resolved_on):
            msg = f"They cannot have been told on {day}: it was solved on {known.resolved_on}. Nothing was changed."
            raise InvalidError(msg, "Give a day from then to today.")
        writer.update(issue, issue_id, status=IssueStatus.CLOSED, told_on=day)
        writer.title = f"Told them about “{known.title}”"
    return changes_of(writer)


def reopen(app: Services, issue_id: IssueId, reason: str = "") -> Changes:
    """They still have the problem. What had been thought to solve it stays in the history, and the clock starts anew."""
    with app.store.write("Reopened an issue") as writer:
        known = _one(app, writer, issue_id)
        if known.is_open:
            msg = f"“{known.title}” is open. Nothing was changed."
            raise RefusedError(msg)
        rules = policy.rules(writer.connection)
        writer.insert(
            escalation,
            record_id=app.store.new_id(),
            issue_id=issue_id,
            level=known.level,
            to_id=known.owner_id,
            reason=clean_line("reason", reason or "They still have the problem"),
            asked_by_id=app.me,
            on_day=app.today(),
        )
        writer.update(
            issue,
            issue_id,
            status=IssueStatus.OPEN,
            resolved_on=None,
            resolution=None,
            lesson=None,
            told_on=None,
            next_update_on=next_update_due(known.severity, app.today(), rules.update_days),
        )
        writer.title = f"Reopened “{known.title}”"
    return changes_of(writer)


def listed(
    app: Services, *, account_id: AccountId | None = None, only_open: bool = False
) -> list[Issue]:
    """Issues, open ones first, then by severity."""
    only = (account_id,) if account_id else None
    with app.store.read() as connection:
        rules = policy.rules(connection)
        return open_items.issues(
            connection, rules, app.today(), account_ids=only, only_open=only_open
        )


def one(app: Services, issue_id: IssueId) -> IssueStory:
    """An issue with what was said, how it climbed, and how long it stood where; refuses one that is not here."""
    today = app.today()
    with app.store.read() as connection:
        rules = policy.rules(connection)
        known = open_items.issue_of(connection, rules, today, issue_id)
        said = open_items.updates(connection, issue_id)
        climbs, again = split(connection, issue_id, open_items.escalations(connection, issue_id))
    times = spans(known, climbs, again, today)
    return IssueStory(known, tuple(said), tuple(climbs), tuple(again), times)


def clean_needed(name: str, text: str) -> str:
    """Text that may not be empty."""
    if not text.strip():
        msg = f"The {name} is empty. Nothing was changed."
        raise InvalidError(msg)
    return text.strip()


def _one(app: Services, writer: Writer, issue_id: IssueId) -> Issue:
    rules = policy.rules(writer.connection)
    return open_items.issue_of(writer.connection, rules, app.today(), issue_id)


def _open(app: Services, writer: Writer, issue_id: IssueId) -> Issue:
    found = _one(app, writer, issue_id)
    if not found.is_open:
        msg = f"“{found.title}” was resolved on {found.resolved_on}. Nothing was changed."
        raise RefusedError(msg, "Reopen it first, or open a new one.")
    return found
