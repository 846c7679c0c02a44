"""How far bad news went: the people who have probably heard of an issue, and their number for a whole board at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy import Connection, func, or_, select

from sponsor_app.domain.ids import AccountId, ContactId, IssueId
from sponsor_app.domain.interaction import State
from sponsor_app.domain.issue import Issue
from sponsor_app.domain.radius import Circle, Heard, radius
from sponsor_app.store.models import (
    account,
    attendance,
    contact,
    event,
    interaction,
    invitation,
    reference,
)
from sponsor_app.store.queries import accounts, people, timeline

A_YEAR = 365
"""How long people who were at one event still talk to each other, in days."""


def heard(connection: Connection, known: Issue, today: date) -> list[Heard]:
    """Who has probably heard of an issue, the surest first, and who of them has been called."""
    family = accounts.family(connection, known.account_id)
    met = _met_at_events(connection, (known.account_id,), today).get(known.account_id, {})
    related = tuple({known.account_id, *family, *(AccountId(at) for _who, at in met)})
    titles = {ContactId(who): title for (who, _at), title in met.items()}
    circle = Circle(_references(connection, related, today), titles)
    return radius(
        known.account_id,
        family,
        people.contacts(connection, today, related),
        known.raised_by_id,
        timeline.first_calls(connection, related, known.opened_on, today),
        today,
        circle=circle,
    )


def spreads(
    connection: Connection, issues: Sequence[Issue], today: date
) -> dict[IssueId, tuple[int, int]]:
    """(heard, called) of each issue: as many as `heard` would name, without naming them."""
    homes = {one.account_id: one.account_id for one in issues}
    families = _related(connection, homes)
    met = _met_at_events(connection, list(homes), today)
    beside = {home: frozenset(met.get(home, {})) for home in homes}
    related = {home: families[home] | {at for _who, at in beside[home]} for home in homes}
    everywhere = sorted({at for places in related.values() for at in places})
    contacts = _contacts(connection, everywhere, today)
    since = min((one.opened_on for one in issues), default=today)
    talked: dict[str, list[tuple[str, date]]] = defaultdict(list)
    for (who, at), on in _last_talks(connection, everywhere, since, today).items():
        talked[who].append((at, on))
    return {
        one.id: _count(
            related[one.account_id],
            _people(families[one.account_id], beside[one.account_id], contacts),
            talked,
            one.opened_on,
        )
        for one in issues
    }


def _people(
    family: frozenset[str], beside: frozenset[tuple[str, str]], contacts: dict[str, list[str]]
) -> frozenset[str]:
    """Everybody of the family, and of others those who were at an event with them and have not left."""
    near = {who for who, at in beside if who in contacts.get(at, ())}
    return frozenset(near.union(*(contacts.get(one, ()) for one in family)))


def _count(
    places: frozenset[str],
    people: frozenset[str],
    talked: dict[str, list[tuple[str, date]]],
    since: date,
) -> tuple[int, int]:
    called = sum(
        any(on >= since and at in places for at, on in talked[who])
        for who in people
        if who in talked
    )
    return len(people), called


def _related(connection: Connection, homes: Iterable[str]) -> dict[str, frozenset[str]]:
    """Each account with its parent, sisters and children."""
    named = list(homes)
    parents = select(account.c.parent_id).where(account.c.id.in_(named), account.c.parent_id > "")
    near = [
        column.in_(ids)
        for column in (account.c.id, account.c.parent_id)
        for ids in (named, parents)
    ]
    query = select(account.c.id, account.c.parent_id).where(or_(*near))
    found = [(row[0], row[1]) for row in connection.execute(query).all()]
    here = {one for one, _parent in found}
    parent_of = {one: parent for one, parent in found if parent}
    children: dict[str, set[str]] = defaultdict(set)
    for one, parent in parent_of.items():
        children[parent].add(one)
    none = set[str]()

    def family(home: str) -> frozenset[str]:
        parent = parent_of.get(home, "")
        above = {parent} if parent in here else none
        return frozenset({home} | above | children.get(parent, none) | children.get(home, none))

    return {home: family(home) for home in named}


def _met_at_events(
    connection: Connection, homes: Sequence[str], today: date
) -> dict[str, dict[tuple[str, str], str]]:
    """By account: (contact, account) of others who were at an event with its people within a year, and its title."""
    theirs, other, host, guest = (
        invitation.alias(),
        invitation.alias(),
        contact.alias(),
        contact.alias(),
    )
    query = (
        select(host.c.account_id, guest.c.id, guest.c.account_id, event.c.title)
        .join_from(host, theirs, theirs.c.contact_id == host.c.id)
        .join(event, event.c.id == theirs.c.event_id)
        .join(other, other.c.event_id == theirs.c.event_id)
        .join(guest, guest.c.id == other.c.contact_id)
        .where(host.c.account_id.in_(homes), theirs.c.attended == 1, other.c.attended == 1)
        .where(guest.c.account_id != host.c.account_id)
        .where(event.c.on_day.between(today - timedelta(days=A_YEAR), today))
        .order_by(event.c.on_day, event.c.id)
    )
    found: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for home, who, at, title in connection.execute(query).all():
        found[home][who, at] = title
    return found


def _references(connection: Connection, places: Sequence[str], today: date) -> frozenset[ContactId]:
    """Those at these accounts who speak for us now."""
    query = (
        select(reference.c.contact_id)
        .where(reference.c.account_id.in_(places), reference.c.valid_from <= today)
        .where(reference.c.valid_until.is_(None) | (reference.c.valid_until >= today))
    )
    return frozenset(ContactId(one) for one in connection.execute(query).scalars() if one)


def _contacts(connection: Connection, places: Sequence[str], today: date) -> dict[str, list[str]]:
    """The people at each account who have not left."""
    query = (
        select(contact.c.account_id, contact.c.id)
        .where(contact.c.account_id.in_(places))
        .where(contact.c.left_on.is_(None) | (contact.c.left_on > today))
    )
    found: dict[str, list[str]] = defaultdict(list)
    for at, who in connection.execute(query).all():
        found[at].append(who)
    return found


def _last_talks(
    connection: Connection, places: Sequence[str], since: date, until: date
) -> dict[tuple[str, str], date]:
    """When each contact was last talked to, at which account, in a span of days."""
    query = (
        select(
            attendance.c.contact_id, interaction.c.account_id, func.max(interaction.c.happened_on)
        )
        .join_from(interaction, attendance, attendance.c.interaction_id == interaction.c.id)
        .where(interaction.c.account_id.in_(places), interaction.c.state == State.HELD)
        .where(interaction.c.happened_on.between(since, until))
        .where(attendance.c.contact_id.is_not(None))
        .group_by(attendance.c.contact_id, interaction.c.account_id)
    )
    return {(who, at): on for who, at, on in connection.execute(query).all()}
