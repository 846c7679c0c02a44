"""How far bad news went: the people who have probably heard of an issue, and their number for a whole board at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import Connection, func, select

from sponsor_app.domain.ids import IssueId
from sponsor_app.domain.interaction import State
from sponsor_app.domain.issue import Issue
from sponsor_app.domain.radius import Heard, radius
from sponsor_app.store.models import account, attendance, contact, interaction
from sponsor_app.store.queries import accounts, people, timeline


def heard(connection: Connection, known: Issue, today: date) -> list[Heard]:
    """Who has probably heard of an issue, the surest first, and who of them has been called."""
    family = accounts.family(connection, known.account_id)
    related = (known.account_id, *family)
    return radius(
        known.account_id,
        family,
        people.contacts(connection, today, related),
        known.raised_by_id,
        timeline.first_calls(connection, related, known.opened_on, today),
        today,
    )


def spreads(
    connection: Connection, issues: Sequence[Issue], today: date
) -> dict[IssueId, tuple[int, int]]:
    """(heard, called) of each issue: as many as `heard` would name, without naming them."""
    homes = {one.account_id: one.account_id for one in issues}
    related = _related(connection, homes)
    everywhere = sorted({at for places in related.values() for at in places})
    contacts = _contacts(connection, everywhere, today)
    since = min((one.opened_on for one in issues), default=today)
    talked = _last_talks(connection, everywhere, since, today)
    return {
        one.id: _count(related[one.account_id], contacts, talked, one.opened_on) for one in issues
    }


def _count(
    places: frozenset[str],
    contacts: dict[str, list[str]],
    talked: dict[tuple[str, str], date],
    since: date,
) -> tuple[int, int]:
    people = [who for one in places for who in contacts.get(one, ())]
    called = sum(any(talked.get((who, at), date.min) >= since for at in places) for who in people)
    return len(people), called


def _related(connection: Connection, homes: Iterable[str]) -> dict[str, frozenset[str]]:
    """Each account with its parent, sisters and children."""
    parents = select(account.c.parent_id).where(account.c.parent_id.is_not(None))
    query = select(account.c.id, account.c.parent_id).where(
        account.c.parent_id.is_not(None) | account.c.id.in_(parents)
    )
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

    return {home: family(home) for home in homes}


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
