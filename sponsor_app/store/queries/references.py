"""References with everything that may lock them, and the wishes to use them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.coverage import Coverage, assess
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.ids import (
    AccountId,
    ContactId,
    IssueId,
    MemberId,
    ReferenceId,
    RequestId,
)
from sponsor_app.domain.issue import IssueStatus, Severity
from sponsor_app.domain.people import Pulse
from sponsor_app.domain.reference import (
    Reference,
    ReferenceRequest,
    ReferenceUse,
    RequestState,
    SevereIssue,
    Use,
)
from sponsor_app.domain.rules import Rules, cadence_of
from sponsor_app.store.models import (
    account,
    contact,
    issue,
    member,
    pulse,
    reference,
    reference_request,
    reference_use,
)
from sponsor_app.store.queries.as_stored import as_stored
from sponsor_app.store.queries.choices import choice, choice_or
from sponsor_app.store.queries.last_touches import NEVER, LastTouches

NOT_KEPT = frozenset({Coverage.OVERDUE, Coverage.NEVER_MET})


def references(
    connection: Connection,
    today: date,
    rules: Rules,
    *,
    account_ids: Sequence[str] | None = None,
    ids: Sequence[str] | None = None,
    judged: bool = False,
) -> list[Reference]:
    """The references that fit all conditions, by account and contact.

    `judged`: whether somebody keeps them happy is found out too; it is taken to be so else.
    """
    rows = _rows(connection, account_ids, ids)
    homes = sorted({row.account_id for row in rows})
    severe, readings = _severe(connection, homes), _pulses(connection, homes)
    uses = _uses(connection, [row.id for row in rows], [row.contact_id for row in rows])
    wishes: dict[str | None, list[ReferenceRequest]] = defaultdict(list)
    for one in requests(connection, reference_ids=[row.id for row in rows]):
        wishes[one.reference_id].append(one)
    kept = _kept(connection, today, rules, homes) if judged else {}
    return [
        _reference(
            row,
            severe.get(row.account_id, ()),
            _own(readings.get(row.account_id, ()), row.contact_id),
            uses.get(row.id, ()),
            wishes.get(row.id, ()),
            cared_for=kept.get(row.account_id, True),
        )
        for row in rows
    ]


def _kept(
    connection: Connection, today: date, rules: Rules, homes: Sequence[str]
) -> dict[str, bool]:
    """Which of these accounts are seen as they were promised; of all that coverage knows, only this is read."""
    touches = LastTouches(connection, today, homes).standings
    columns = account.c
    query = select(
        columns.id, columns.status, columns.tier, columns.ideal_days, columns.maximum_days
    ).where(columns.id.in_(homes))
    found: dict[str, bool] = {}
    for home, status, tier, *override in as_stored(connection.execute(query)):
        known = choice_or(AccountStatus, status, AccountStatus.CUSTOMER)
        ideal, maximum = override
        cadence = cadence_of(rules, known, choice(Tier, tier), (ideal, maximum))
        touch = touches.get(home, NEVER).touch
        found[home] = assess(cadence, touch.on if touch else None, today) not in NOT_KEPT
    return found


def reference_of(connection: Connection, today: date, rules: Rules, reference_id: str) -> Reference:
    """One reference; refuses one that is not here."""
    found = references(connection, today, rules, ids=(reference_id,))
    if not found:
        msg = "This reference is no longer here. Nothing was changed."
        raise NotFoundError(msg, "Activity shows by whom it was taken off the list.")
    return found[0]


def requests(
    connection: Connection,
    *,
    ids: Sequence[str] | None = None,
    reference_ids: Sequence[str] | None = None,
    account_ids: Sequence[str] | None = None,
) -> list[ReferenceRequest]:
    """The wishes that fit all conditions, the latest first."""
    query = (
        select(reference_request, account.c.name.label("account"), contact.c.name.label("contact"))
        .outerjoin(account, account.c.id == reference_request.c.account_id)
        .outerjoin(reference, reference.c.id == reference_request.c.reference_id)
        .outerjoin(contact, contact.c.id == reference.c.contact_id)
        .order_by(reference_request.c.on_day.desc(), reference_request.c.id.desc())
    )
    for column, wanted in (
        (reference_request.c.id, ids),
        (reference_request.c.reference_id, reference_ids),
        (reference_request.c.account_id, account_ids),
    ):
        if wanted is not None:
            query = query.where(column.in_(wanted))
    return [_request(row) for row in connection.execute(query).all()]


def request_of(connection: Connection, request_id: str) -> ReferenceRequest:
    """One wish; refuses one that is not here."""
    found = requests(connection, ids=(request_id,))
    if not found:
        msg = "This reference request is no longer here. Nothing was changed."
        raise NotFoundError(msg, "Look at the list.", "List them: sponsor-app reference list")
    return found[0]


def unasked_uses(
    connection: Connection, account_ids: Sequence[str] | None = None
) -> list[tuple[str, ReferenceUse]]:
    """(contact, use) of every call that nobody approved, the latest first."""
    query = (
        select(reference_use, contact.c.name.label("contact"))
        .join(contact, contact.c.id == reference_use.c.contact_id)
        .where(reference_use.c.approved == 0)
        .order_by(reference_use.c.on_day.desc(), reference_use.c.id.desc())
    )
    if account_ids is not None:
        query = query.where(contact.c.account_id.in_(account_ids))
    return [(row.contact, _use(row)) for row in connection.execute(query).all()]


def looked_after(
    connection: Connection, today: date, rules: Rules, me: str, accounts: Collection[str]
) -> list[Reference]:
    """The references at these accounts, and those that a member approved."""
    query = select(reference.c.id).where(
        reference.c.approved_by_id.is_not(None) & (reference.c.approved_by_id == me)
        | reference.c.account_id.in_(accounts)
    )
    ids = list(connection.execute(query).scalars())
    return references(connection, today, rules, ids=ids) if ids else []


APPROVER = member.alias()
REFERENCES = (
    select(
        reference,
        account.c.name.label("account"),
        contact.c.name.label("contact"),
        contact.c.title.label("title"),
        contact.c.left_on,
        contact.c.account_id.label("home"),
        APPROVER.c.name.label("approver"),
    )
    .join(contact, contact.c.id == reference.c.contact_id)
    .join(account, account.c.id == reference.c.account_id)
    .outerjoin(APPROVER, APPROVER.c.id == reference.c.approved_by_id)
    .order_by(func.lower(account.c.name), func.lower(contact.c.name), reference.c.id)
)
"""Put together once: to do it at each question takes longer than to answer it."""


def _rows(
    connection: Connection, account_ids: Sequence[str] | None, ids: Sequence[str] | None
) -> Sequence[Any]:
    query = REFERENCES
    if account_ids is not None:
        query = query.where(reference.c.account_id.in_(account_ids))
    if ids is not None:
        query = query.where(reference.c.id.in_(ids))
    return connection.execute(query).all()


def _reference(
    row: Any,
    severe: Iterable[SevereIssue],
    pulses: Iterable[Pulse],
    uses: Iterable[ReferenceUse],
    wishes: Iterable[ReferenceRequest],
    *,
    cared_for: bool,
) -> Reference:
    named = (choice(Use, word) for word in row.scope.split(","))
    return Reference(
        ReferenceId(row.id),
        AccountId(row.account_id),
        row.account,
        ContactId(row.contact_id),
        row.contact,
        row.title,
        row.left_on,
        tuple(use for use in named if use is not None),
        MemberId(row.approved_by_id) if row.approved_by_id else None,
        row.approver,
        row.valid_from,
        row.valid_until,
        row.note,
        tuple(severe),
        tuple(pulses),
        tuple(uses),
        tuple(wishes),
        cared_for,
    )


def _own(pulses: Iterable[Pulse], contact_id: str) -> list[Pulse]:
    """What they said themselves; what others of the account said where they were never asked."""
    every = list(pulses)
    return [one for one in every if one.contact_id == contact_id] or every


def _severe(connection: Connection, homes: Sequence[str]) -> dict[str, list[SevereIssue]]:
    query = select(
        issue.c.id,
        issue.c.account_id,
        issue.c.number,
        issue.c.severity,
        issue.c.title,
        issue.c.status,
        issue.c.opened_on,
        issue.c.resolved_on,
    ).where(issue.c.account_id.in_(homes), issue.c.severity <= Severity.SEV2.value)
    found: dict[str, list[SevereIssue]] = defaultdict(list)
    for row in connection.execute(query.order_by(issue.c.severity, issue.c.opened_on)).all():
        still = row.status == IssueStatus.OPEN
        solved = None if still else row.resolved_on or row.opened_on
        one = SevereIssue(
            IssueId(row.id), row.number, row.severity, row.title, row.opened_on, solved
        )
        found[row.account_id].append(one)
    return found


def _pulses(connection: Connection, homes: Sequence[str]) -> dict[str, list[Pulse]]:
    one = pulse.c
    query = (
        select(
            one.account_id,
            one.id,
            one.contact_id,
            contact.c.name,
            one.score,
            one.quote,
            one.source,
            one.on_day,
        )
        .outerjoin(contact, contact.c.id == one.contact_id)
        .where(one.account_id.in_(homes))
    )
    found: dict[str, list[Pulse]] = defaultdict(list)
    for home, pulse_id, who, name, score, quote, source, on in connection.execute(query).all():
        known = ContactId(who) if who else None
        found[home].append(Pulse(pulse_id, known, name, score, quote, source, on))
    return found


def _uses(
    connection: Connection, ids: Sequence[str], contacts: Sequence[str]
) -> dict[str, list[ReferenceUse]]:
    """The uses of each reference, those of its contact that name no reference among them."""
    query = select(reference_use).where(
        reference_use.c.reference_id.in_(ids) | reference_use.c.contact_id.in_(contacts)
    )
    here, by_contact = set(ids), dict(zip(contacts, ids, strict=True))
    found: dict[str, list[ReferenceUse]] = defaultdict(list)
    for row in connection.execute(query.order_by(reference_use.c.on_day.desc())).all():
        known = row.reference_id if row.reference_id in here else by_contact.get(row.contact_id)
        if known:
            found[known].append(_use(row))
    return found


def _use(row: Any) -> ReferenceUse:
    return ReferenceUse(row.id, row.on_day, row.caller, row.outcome, bool(row.approved))


def _request(row: Any) -> ReferenceRequest:
    return ReferenceRequest(
        RequestId(row.id),
        ReferenceId(row.reference_id) if row.reference_id else None,
        AccountId(row.account_id or ""),
        row.account or "",
        row.contact,
        choice(Use, row.kind),
        row.requester,
        row.deal,
        choice_or(RequestState, row.state, RequestState.DECLINED),
        row.on_day,
        row.outcome,
    )
