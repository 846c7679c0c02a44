"""Interactions with those who took part."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from sponsor_app.domain.ids import AccountId, ContactId, InteractionId, MemberId
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment, State
from sponsor_app.domain.radius import Call
from sponsor_app.domain.strength import WINDOW_DAYS
from sponsor_app.domain.timeline import Interaction, Person
from sponsor_app.store.models import PLANNED, account, attendance, contact, interaction, member
from sponsor_app.store.queries.choices import choice, choice_or

NOBODY: tuple[list[Person], list[Person]] = ([], [])


def timeline(
    connection: Connection, account_id: str, until: date, limit: int | None = None
) -> list[Interaction]:
    """What was held with an account up to a day, newest first."""
    held = (
        (interaction.c.account_id == account_id)
        & (interaction.c.state == State.HELD)
        & (interaction.c.happened_on <= until)
    )
    return _interactions(connection, held, limit)


def by_ids(connection: Connection, ids: Sequence[str]) -> list[Interaction]:
    """These interactions, newest first."""
    return _interactions(connection, interaction.c.id.in_(ids))


def timeline_total(connection: Connection, account_id: str, until: date) -> int:
    """How many interactions `timeline` would give without a limit."""
    query = (
        select(func.count())
        .select_from(interaction)
        .where(interaction.c.account_id == account_id, interaction.c.state == State.HELD)
        .where(interaction.c.happened_on <= until)
    )
    return connection.execute(query).scalar_one()


def planned(
    connection: Connection, since: date, account_ids: Sequence[str] | None = None
) -> list[Interaction]:
    """What is planned from a day on, soonest first."""
    wanted = PLANNED & (interaction.c.happened_on >= since)
    if account_ids is not None:
        wanted &= interaction.c.account_id.in_(account_ids)
    return _interactions(connection, wanted)[::-1]


def planned_on(connection: Connection, account_id: str, day: date) -> list[str]:
    """The ids of what is planned with an account for one day."""
    query = select(interaction.c.id).where(
        interaction.c.account_id == account_id,
        PLANNED,
        interaction.c.happened_on == day,
    )
    return list(connection.execute(query).scalars())


def first_calls(
    connection: Connection, account_ids: Sequence[str], since: date, until: date
) -> dict[ContactId, Call]:
    """When each contact was first talked to in a span of days, and by whom."""
    wanted = (
        interaction.c.account_id.in_(account_ids)
        & (interaction.c.state == State.HELD)
        & interaction.c.happened_on.between(since, until)
    )
    found: dict[ContactId, Call] = {}
    for one in _interactions(connection, wanted):
        by = one.members[0].name if one.members else one.by
        for person in one.contacts:
            if person.contact_id:
                found[person.contact_id] = Call(one.on, by, one.quote or one.summary)
    return found


def attendance_ids(connection: Connection, interaction_id: str) -> list[str]:
    """The ids of the links to those who took part."""
    query = select(attendance.c.id).where(attendance.c.interaction_id == interaction_id)
    return list(connection.execute(query).scalars())


AUTHOR = member.alias()
INTERACTIONS = (
    select(interaction, account.c.name.label("account"), AUTHOR.c.name.label("by"))
    .outerjoin(account, account.c.id == interaction.c.account_id)
    .outerjoin(AUTHOR, AUTHOR.c.id == interaction.c.created_by)
    .order_by(
        interaction.c.happened_on.desc(), interaction.c.starts_at.desc(), interaction.c.id.desc()
    )
)
"""Put together once: to do it at each question takes longer than to answer it."""


def _interactions(
    connection: Connection, wanted: ColumnElement[bool], limit: int | None = None
) -> list[Interaction]:
    """The interactions that fit, newest first."""
    rows = connection.execute(INTERACTIONS.where(wanted).limit(limit)).all()
    people = _people(connection, [row.id for row in rows])
    return [_interaction(row, people.get(row.id, NOBODY)) for row in rows]


def touches(
    connection: Connection, account_id: str, today: date
) -> tuple[list[tuple[Kind, date]], date | None]:
    """The touches of an account in the last 365 days, and the day of its first ever."""
    held = (interaction.c.account_id == account_id) & (interaction.c.state == State.HELD)
    recent = select(interaction.c.kind, interaction.c.happened_on).where(
        held, interaction.c.happened_on >= today - timedelta(days=WINDOW_DAYS)
    )
    first = select(func.min(interaction.c.happened_on)).where(held)
    return (
        [(choice_or(Kind, k, Kind.MESSAGE), on) for k, on in connection.execute(recent)],
        connection.execute(first).scalar(),
    )


def _people(
    connection: Connection, interaction_ids: Sequence[str]
) -> dict[str, tuple[list[Person], list[Person]]]:
    query = (
        select(
            attendance.c.interaction_id,
            attendance.c.contact_id,
            attendance.c.member_id,
            func.coalesce(contact.c.name, member.c.name).label("name"),
        )
        .outerjoin(contact, contact.c.id == attendance.c.contact_id)
        .outerjoin(member, member.c.id == attendance.c.member_id)
        .where(attendance.c.interaction_id.in_(interaction_ids))
        .order_by(attendance.c.seq)
    )
    found: dict[str, tuple[list[Person], list[Person]]] = defaultdict(lambda: ([], []))
    for row in connection.execute(query):
        name = row.name or "someone deleted"
        if row.contact_id:
            found[row.interaction_id][0].append(Person(name, contact_id=ContactId(row.contact_id)))
        elif row.member_id:
            found[row.interaction_id][1].append(Person(name, member_id=MemberId(row.member_id)))
    return found


def _interaction(row: Any, people: tuple[list[Person], list[Person]]) -> Interaction:
    return Interaction(
        InteractionId(row.id),
        AccountId(row.account_id) if row.account_id else None,
        row.account,
        choice_or(Kind, row.kind, Kind.MEETING),
        choice_or(State, row.state, State.HELD),
        row.happened_on,
        row.starts_at,
        row.ends_at,
        choice(Place, row.place),
        row.city,
        choice(Intent, row.intent),
        choice(Sentiment, row.sentiment),
        row.summary,
        row.quote,
        tuple(people[0]),
        tuple(people[1]),
        row.by,
        row.created_at,
    )
