"""People across all accounts: the list of everyone, how close we are, and one of them whole."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.coverage import Cadence
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.people import ContactRow
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
FIRST, TURN = 200, 2_500
"""How many people come at once, and how many with each turn after that."""


def listed(app: Services) -> PeopleList:
    """Everyone at every account, by name; mine are my counterparts and the people at my accounts."""
    with app.store.read() as connection:
        around = _Around(
            app.today(),
            app.me,
            frozenset(owning.sponsored_by(connection, app.me, app.today())),
            acquaintances.cadences(connection, policy.rules(connection)),
        )
        return around.list_of(people.contact_rows(connection))


def in_turns(app: Services) -> Iterator[PeopleList]:
    """The `FIRST` by name at once; when there are more, everyone in parts, so that others are answered in between."""
    today, me = app.today(), app.me
    with app.store.read() as connection:
        rules = policy.rules(connection)
        own = frozenset(owning.sponsored_by(connection, me, today))
        rows = people.contact_rows(connection, people.first_by_name(FIRST))
        few = acquaintances.cadences(connection, rules, [row.account_id or "" for row in rows])
    yield _Around(today, me, own, few).list_of(rows)
    if len(rows) == FIRST:
        with app.store.read() as connection:
            around = _Around(today, me, own, acquaintances.cadences(connection, rules))
            parts = people.in_turns(connection, TURN)
        yield around.list_of(())
        for part in parts:
            with app.store.read() as connection:
                rows = people.contact_rows(connection, part)
            yield around.list_of(rows)


@dataclass(frozen=True, slots=True)
class _Around:
    """What every person's line is read against."""

    today: date
    me: MemberId
    own: frozenset[str]
    cadences: Mapping[AccountId, Cadence | None]

    def list_of(self, rows: Iterable[ContactRow]) -> PeopleList:
        return PeopleList(self.today, tuple(map(self._row, rows)))

    def _row(self, row: ContactRow) -> PersonRow:
        cadence = self.cadences.get(row.account_id) if row.account_id else None
        return PersonRow(row, cadence, row.counterpart_id == self.me or row.account_id in self.own)


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
