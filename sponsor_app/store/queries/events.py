"""Events, who was invited, who came, and what was said there."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, case, func, select

from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.event import (
    AtEvent,
    Attendance,
    Event,
    EventKind,
    Invitation,
    Reply,
    Theme,
)
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import (
    AccountId,
    CommitmentId,
    ContactId,
    EventId,
    InteractionId,
    IssueId,
    MemberId,
)
from sponsor_app.domain.interaction import Place
from sponsor_app.domain.people import PointKind
from sponsor_app.store.models import (
    account,
    commitment,
    contact,
    contact_point,
    event,
    interaction,
    invitation,
    issue,
    member,
    theme,
)
from sponsor_app.store.queries.choices import choice


def events(connection: Connection, ids: Sequence[str] | None = None) -> list[Event]:
    """Every event (or those asked for), the latest day first, with its counts."""
    query = (
        select(event, member.c.name.label("host"))
        .outerjoin(member, member.c.id == event.c.host_id)
        .order_by(event.c.on_day.desc(), event.c.number.desc())
    )
    if ids is not None:
        query = query.where(event.c.id.in_(ids))
    counts, said = _counts(connection, ids), _themes_counted(connection, ids)
    return [
        Event(
            EventId(row.id),
            row.number,
            row.title,
            choice(EventKind, row.kind),
            row.on_day,
            choice(Place, row.place),
            row.note,
            MemberId(row.host_id) if row.host_id else None,
            row.host,
            counts.get(row.id, Attendance()),
            *said.get(row.id, (0, 0)),
        )
        for row in connection.execute(query).all()
    ]


def event_of(connection: Connection, event_id: str) -> Event:
    """One event; refuses one that is not here."""
    found = events(connection, (event_id,))
    if not found:
        msg = "This event is no longer here. Nothing was changed."
        raise NotFoundError(msg, "Activity shows by whom it was deleted.")
    return found[0]


def invitations(
    connection: Connection, event_id: str | None = None, *, account_id: str | None = None
) -> list[Invitation]:
    """Who was invited to an event, or from an account to any: theirs by account and name, then ours."""
    query = (
        select(
            invitation.c.id,
            invitation.c.event_id,
            invitation.c.contact_id,
            invitation.c.member_id,
            contact.c.name,
            contact.c.title,
            member.c.name,
            member.c.title,
            member.c.email,
            account.c.id,
            account.c.name,
            invitation.c.reply,
            invitation.c.attended,
            invitation.c.speaking_share,
        )
        .outerjoin(contact, contact.c.id == invitation.c.contact_id)
        .outerjoin(member, member.c.id == invitation.c.member_id)
        .outerjoin(account, account.c.id == contact.c.account_id)
        .order_by(
            invitation.c.member_id.is_not(None),
            func.lower(account.c.name),
            func.lower(contact.c.name),
            func.lower(member.c.name),
            invitation.c.id,
        )
    )
    if event_id is not None:
        query = query.where(invitation.c.event_id == event_id)
    if account_id is not None:
        of_account = select(contact.c.id).where(contact.c.account_id == account_id)
        query = query.where(invitation.c.contact_id.in_(of_account))
    rows = connection.execute(query).all()
    addresses = _addresses(connection, event_id) if event_id is not None else {}
    return [_invitation(row, addresses) for row in rows]


LISTENER = contact.alias()
THEMES = (
    select(
        theme,
        LISTENER.c.name.label("told"),
        event.c.title.label("event"),
        event.c.on_day.label("event_on"),
        contact.c.name.label("contact"),
        contact.c.account_id.label("account_id"),
        issue.c.number.label("issue"),
        commitment.c.number.label("promise"),
    )
    .join(event, event.c.id == theme.c.event_id)
    .outerjoin(contact, contact.c.id == theme.c.contact_id)
    .outerjoin(LISTENER, LISTENER.c.id == theme.c.told_id)
    .outerjoin(issue, issue.c.id == theme.c.issue_id)
    .outerjoin(commitment, commitment.c.id == theme.c.commitment_id)
    .order_by(event.c.on_day.desc(), theme.c.id)
)
"""Put together once: to do it at each question takes longer than to answer it."""


def themes(
    connection: Connection,
    *,
    event_id: str | None = None,
    theme_id: str | None = None,
    account_id: str | None = None,
) -> list[Theme]:
    """What was said: at an event, or by people of an account, the latest event first."""
    query = THEMES
    if event_id is not None:
        query = query.where(theme.c.event_id == event_id)
    if theme_id is not None:
        query = query.where(theme.c.id == theme_id)
    if account_id is not None:
        of_account = select(contact.c.id).where(contact.c.account_id == account_id)
        query = query.where(theme.c.contact_id.in_(of_account))
    return [_theme(row) for row in connection.execute(query).all()]


def theme_of(connection: Connection, theme_id: str) -> Theme:
    """One theme; refuses one that is not here."""
    found = themes(connection, theme_id=theme_id)
    if not found:
        msg = "This theme is no longer here. Nothing was changed."
        raise NotFoundError(msg, "Activity shows by whom it was deleted.")
    return found[0]


def at_account(connection: Connection, account_id: str) -> list[AtEvent]:
    """The events that people of an account were invited to, the latest first."""
    invited = invitations(connection, account_id=account_id)
    by_event: dict[str, list[Invitation]] = {}
    for one in invited:
        by_event.setdefault(one.event_id, []).append(one)
    if not by_event:
        return []
    query = select(interaction.c.event_id, interaction.c.id).where(
        interaction.c.account_id == account_id, interaction.c.event_id.in_(by_event)
    )
    touches = {row[0]: InteractionId(row[1]) for row in connection.execute(query).all()}
    return [
        AtEvent(one, tuple(by_event[one.id]), touches.get(one.id))
        for one in events(connection, sorted(by_event))
    ]


def contacts_by_address(
    connection: Connection, normals: Sequence[str]
) -> dict[str, list[ContactId]]:
    """Who is on file under each of these mail addresses in their normal form, those who left not."""
    found: dict[str, list[ContactId]] = {}
    for start in range(0, len(normals), 500):
        query = (
            select(contact_point.c.normal, contact_point.c.contact_id)
            .join(contact, contact.c.id == contact_point.c.contact_id)
            .where(
                contact_point.c.kind == PointKind.EMAIL,
                contact_point.c.normal.in_(normals[start : start + 500]),
                contact.c.left_on.is_(None),
            )
            .order_by(contact_point.c.seq)
        )
        for normal, who in connection.execute(query).all():
            known = found.setdefault(normal, [])
            if who not in known:
                known.append(ContactId(who))
    return found


def contacts_by_name(connection: Connection, names: Sequence[str]) -> dict[str, list[ContactId]]:
    """Who is called so, folded, those who left not."""
    if not names:
        return {}
    wanted = set(names)
    found: dict[str, list[ContactId]] = {}
    query = select(contact.c.id, contact.c.name).where(contact.c.left_on.is_(None))
    for who, name in connection.execute(query).all():
        folded = fold(name)
        if folded in wanted:
            found.setdefault(folded, []).append(ContactId(who))
    return found


def who_came(connection: Connection, event_id: str) -> tuple[list[tuple[str, str]], list[str]]:
    """((contact, account) of theirs, members of ours) that attended."""
    query = (
        select(invitation.c.contact_id, contact.c.account_id, invitation.c.member_id)
        .outerjoin(contact, contact.c.id == invitation.c.contact_id)
        .where(invitation.c.event_id == event_id, invitation.c.attended == 1)
    )
    rows = connection.execute(query).all()
    theirs = [(row[0], row[1]) for row in rows if row[0] and row[1]]
    return theirs, [row[2] for row in rows if row[2]]


def is_invited(connection: Connection, invitation_id: str) -> bool:
    """Whether there is such an invitation."""
    query = select(invitation.c.id).where(invitation.c.id == invitation_id)
    return connection.execute(query).first() is not None


def invited_to(connection: Connection, event_id: str) -> frozenset[str]:
    """The contacts who are invited to an event."""
    query = select(invitation.c.contact_id).where(
        invitation.c.event_id == event_id, invitation.c.contact_id.is_not(None)
    )
    return frozenset(connection.execute(query).scalars())


def which_are_ours(connection: Connection, who: Sequence[str]) -> frozenset[str]:
    """Those of these people who are members."""
    return frozenset(connection.execute(select(member.c.id).where(member.c.id.in_(who))).scalars())


def touches_of(connection: Connection, event_id: str) -> dict[str, str]:
    """The interaction that an event left at each account."""
    query = select(interaction.c.account_id, interaction.c.id).where(
        interaction.c.event_id == event_id, interaction.c.account_id.is_not(None)
    )
    return {row[0]: row[1] for row in connection.execute(query).all()}


def _counts(connection: Connection, ids: Sequence[str] | None) -> dict[str, Attendance]:
    theirs = invitation.c.contact_id.is_not(None)
    came = theirs & (invitation.c.attended == 1)

    def number(condition: Any) -> Any:
        return func.count(case((condition, 1)))

    query = (
        select(
            invitation.c.event_id,
            number(theirs),
            number(theirs & (invitation.c.reply == Reply.YES)),
            number(theirs & (invitation.c.reply == Reply.NO)),
            number(came),
            func.count(case((came, contact.c.account_id)).distinct()),
            number(invitation.c.member_id.is_not(None)),
        )
        .outerjoin(contact, contact.c.id == invitation.c.contact_id)
        .group_by(invitation.c.event_id)
    )
    if ids is not None:
        query = query.where(invitation.c.event_id.in_(ids))
    return {row[0]: Attendance(*row[1:]) for row in connection.execute(query).all()}


def _themes_counted(
    connection: Connection, ids: Sequence[str] | None
) -> dict[str, tuple[int, int]]:
    owed = theme.c.did.is_not(None) & theme.c.told_on.is_(None)
    query = select(theme.c.event_id, func.count(), func.count(case((owed, 1))))
    if ids is not None:
        query = query.where(theme.c.event_id.in_(ids))
    found = connection.execute(query.group_by(theme.c.event_id)).all()
    return {row[0]: (row[1], row[2]) for row in found}


def _addresses(connection: Connection, event_id: str) -> dict[str, str]:
    query = (
        select(contact_point.c.contact_id, contact_point.c.raw)
        .join(invitation, invitation.c.contact_id == contact_point.c.contact_id)
        .where(invitation.c.event_id == event_id, contact_point.c.kind == PointKind.EMAIL)
        .order_by(contact_point.c.seq.desc())
    )
    return {row[0]: row[1] for row in connection.execute(query).all()}


def _invitation(row: Any, addresses: Mapping[str, str]) -> Invitation:
    # By position: two thousand rows by name would take twice the time.
    key, event_id, who, ours, name, title, our_name, our_title, our_email, at, home, *said = row
    reply, attended, share = said
    return Invitation(
        key,
        EventId(event_id),
        ContactId(who) if who else None,
        MemberId(ours) if ours else None,
        (our_name if ours else name) or "",
        our_title if ours else title,
        AccountId(at) if at else None,
        home,
        our_email if ours else addresses.get(who),
        choice(Reply, reply),
        None if attended is None else bool(attended),
        share,
    )


def _theme(row: Any) -> Theme:
    return Theme(
        row.id,
        EventId(row.event_id),
        row.event,
        row.event_on,
        row.text,
        row.quote,
        ContactId(row.contact_id) if row.contact_id else None,
        row.contact,
        AccountId(row.account_id) if row.account_id else None,
        IssueId(row.issue_id) if row.issue_id else None,
        row.issue,
        CommitmentId(row.commitment_id) if row.commitment_id else None,
        row.promise,
        row.did,
        row.told_on,
        ContactId(row.told_id) if row.told_id else None,
        row.told,
    )
