"""People across all accounts: the list of everyone, how close we are, and one of them whole."""

from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.ids import ContactId
from sponsor_app.domain.person_page import Closeness, PeopleList, PersonPage, PersonRow
from sponsor_app.services import Services
from sponsor_app.store.models import contact
from sponsor_app.store.queries import (
    acquaintances,
    history,
    important_dates,
    linked,
    owning,
    people,
    policy,
    timeline,
)

LATEST = 5
"""How many meetings a person's page shows."""


def listed(app: Services) -> PeopleList:
    """Everyone at every account, by name; mine are my counterparts and the people at my accounts."""
    today, me = app.today(), app.me
    with app.store.read() as connection:
        cadences = acquaintances.cadences(connection, policy.rules(connection))
        own = frozenset(owning.sponsored_by(connection, me, today))
        return PeopleList(
            today,
            tuple(
                PersonRow(
                    row,
                    cadences.get(row.account_id) if row.account_id else None,
                    row.counterpart_id == me or row.account_id in own,
                )
                for row in people.contact_rows(connection)
            ),
        )


def closeness(app: Services) -> Closeness:
    """How close we are to everyone, and how many of ours know them: slower than the list, so asked apart."""
    with app.store.read() as connection:
        return Closeness(
            acquaintances.strengths(connection, app.today()),
            acquaintances.known_by_counts(connection),
        )


def page(app: Services, contact_id: ContactId) -> PersonPage:
    """One person whole."""
    today = app.today()
    with app.store.read() as connection:
        if not history.is_here(connection, contact, contact_id):
            msg = "This person is not here any more."
            raise NotFoundError(msg, "Activity brings back who was deleted.")
        at = linked.account_of(connection, contact, contact_id)
        there = people.contacts(connection, today, (at,) if at else None)
        colleagues = tuple(one for one in there if one.account_id == at)
        met = acquaintances.met_ids(connection, contact_id, today, LATEST)
        return PersonPage(
            as_of=today,
            me=app.me,
            person=next(one for one in colleagues if one.id == contact_id),
            contacts=colleagues if at else (),
            facts=tuple(people.facts_of(connection, contact_id)),
            known_by=tuple(acquaintances.known_by(connection, contact_id, today)),
            met=tuple(timeline.by_ids(connection, met)),
            dates=tuple(important_dates.of_contact(connection, contact_id)),
        )
