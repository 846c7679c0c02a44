"""Our members, their contacts, and what we know and heard of them."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from sys import intern
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from sponsor_app.domain.account import TeamRole
from sponsor_app.domain.ids import AccountId, ContactId, InteractionId, MemberId
from sponsor_app.domain.interaction import Kind, State
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import (
    Contact,
    ContactRow,
    Fact,
    Member,
    Point,
    PointKind,
    Pulse,
    Role,
    Support,
)
from sponsor_app.domain.pulse import OWN_FEELING
from sponsor_app.domain.strength import WINDOW_DAYS, Strength, strength
from sponsor_app.domain.won_and_lost import Turning
from sponsor_app.store.models import (
    account,
    attendance,
    contact,
    contact_point,
    fact,
    interaction,
    member,
    met,
    pulse,
    team_member,
)
from sponsor_app.store.queries.as_stored import as_stored, day_of, pairs, same
from sponsor_app.store.queries.choices import by_value, choice, choice_or
from sponsor_app.store.queries.owning import current_sponsors
from sponsor_app.store.standings import met_sql, unpacked, until

Met = tuple[date | None, str | None, int | None]
"""The day of the last touch of a contact, the interaction, and how many there were."""
APART = ("date", *Turning)
"""Kinds of facts that are shown apart from the others."""


def members(
    connection: Connection,
    today: date,
    owners: Iterable[str | None] | None = None,
    leads: Iterable[str | None] | None = None,
) -> list[Member]:
    """Everyone of ours with the size of their portfolio, by name; `owners` and `leads` of the accounts, if known."""
    owned = Counter(current_sponsors(connection, today).values() if owners is None else owners)
    led = _leads(connection) if leads is None else Counter(leads)
    columns = member.c
    query = select(
        columns.id, columns.name, columns.email, columns.title, columns.function, columns.manager_id,
        columns.max_accounts, columns.left_on,
    )  # fmt: skip
    functions = by_value(Function)
    found = connection.execute(query.order_by(func.lower(columns.name), columns.id))
    return [
        Member(
            MemberId(who),
            name,
            email,
            title,
            functions.get(function),
            MemberId(manager) if manager else None,
            most,
            day_of(left_on) if left_on else None,
            owned.get(who, 0),
            led.get(who, 0),
        )
        for who, name, email, title, function, manager, most, left_on in as_stored(found)
    ]


def _leads(connection: Connection) -> dict[str | None, int]:
    """How many accounts each member leads."""
    query = select(team_member.c.member_id, func.count()).where(team_member.c.role == TeamRole.LEAD)
    return pairs(connection, query.group_by(team_member.c.member_id))


BOSS = contact.alias()
WHOLE_CONTACTS: Select[Any] = (
    select(
        contact,
        account.c.name.label("account"),
        BOSS.c.name.label("boss"),
        member.c.name.label("counterpart"),
        met.c.last_on,
        met.c.last_id,
        met.c.touches,
    )
    .outerjoin(account, account.c.id == contact.c.account_id)
    .outerjoin(BOSS, BOSS.c.id == contact.c.reports_to_id)
    .outerjoin(member, member.c.id == contact.c.counterpart_id)
    .outerjoin(met, met.c.contact_id == contact.c.id)
    .order_by(func.lower(contact.c.name), contact.c.id)
)
"""Put together once: to do it at each question takes longer than to answer it."""


def contacts(
    connection: Connection, today: date, account_ids: Sequence[str] | None = None
) -> list[Contact]:
    """The contacts of these accounts (or all), by name, with points and last touch; strength only for some accounts."""
    query = WHOLE_CONTACTS
    if account_ids is not None:
        query = query.where(contact.c.account_id.in_(account_ids))
    points = _points(connection, account_ids)
    scores = {} if account_ids is None else _strengths(connection, today, account_ids)
    found = connection.execute(query).all()
    earlier = _met_until(
        connection, today, [i.id for i in found if i.last_on and i.last_on > today]
    )
    return [
        _contact(
            row,
            earlier.get(row.id, (row.last_on, row.last_id, row.touches)),
            points.get(row.id, ()),
            scores.get(row.id),
        )
        for row in found
    ]


def _met_until(connection: Connection, day: date, contact_ids: Sequence[str]) -> dict[str, Met]:
    """The last touch of each of these contacts up to a day, for those of whom more is known than that."""
    found: dict[str, Met] = dict.fromkeys(contact_ids, (None, None, 0))
    if not found:
        return found
    where = f"{until(day)} AND a.contact_id IN (SELECT value FROM json_each(?))"
    rows = connection.exec_driver_sql(met_sql(where), (json.dumps(list(contact_ids)),))
    for contact_id, packed, count in rows:
        on, interaction, _kind = unpacked(packed)
        found[contact_id] = (day_of(on) if on else None, interaction, count)
    return found


CONTACTS = (
    select(
        contact.c.id,
        contact.c.account_id,
        account.c.name.label("account"),
        contact.c.name,
        contact.c.title,
        contact.c.role,
        contact.c.counterpart_id,
        member.c.name.label("counterpart"),
        met.c.last_on,
        contact.c.left_on,
    )
    .outerjoin(account, account.c.id == contact.c.account_id)
    .outerjoin(member, member.c.id == contact.c.counterpart_id)
    .outerjoin(met, met.c.contact_id == contact.c.id)
    .order_by(func.lower(contact.c.name), contact.c.id)
)


def first_by_name(limit: int) -> ColumnElement[bool]:
    """The first so many people in the order of `contact_rows`."""
    first = select(contact.c.id).order_by(func.lower(contact.c.name), contact.c.id).limit(limit)
    return contact.c.id.in_(first)


def in_turns(connection: Connection, many: int) -> list[ColumnElement[bool]]:
    """Everyone in parts of at most so many, as they came on file."""
    last = connection.execute(select(func.max(contact.c.seq))).scalar() or 0
    return [contact.c.seq.between(one + 1, one + many) for one in range(0, last, many)]


def contact_rows(
    connection: Connection, which: ColumnElement[bool] | None = None
) -> list[ContactRow]:
    """Everyone at every account, or `which` of them, by name, with their last touch and without points."""
    query = CONTACTS if which is None else CONTACTS.where(which)
    roles = by_value(Role)
    # By position, and equal texts once: thirty thousand rows by name would take twice the time and the room.
    return [
        ContactRow(
            ContactId(intern(who)),
            same(at),
            same(account_name),
            name,
            same(title),
            roles.get(role),
            same(counterpart_id),
            same(counterpart),
            day_of(last_on) if last_on else None,
            day_of(left_on) if left_on else None,
        )
        for who, at, account_name, name, title, role, counterpart_id, counterpart, last_on, left_on in as_stored(
            connection.execute(query)
        )
    ]


def first_points(connection: Connection) -> dict[str, Point]:
    """The first way to reach each contact that has one."""
    first = (
        select(func.min(contact_point.c.seq))
        .where(contact_point.c.contact_id.is_not(None))
        .group_by(contact_point.c.contact_id)
    )
    query = select(contact_point.c.contact_id, contact_point.c.kind, contact_point.c.raw)
    found = connection.execute(query.where(contact_point.c.seq.in_(first)))
    return {
        who: Point(choice_or(PointKind, kind, PointKind.PHONE), raw) for who, kind, raw in found
    }


def point_ids(connection: Connection, contact_id: str, raw: str) -> list[str]:
    """The ids of a contact's points that are written so."""
    query = select(contact_point.c.id).where(
        contact_point.c.contact_id == contact_id, contact_point.c.raw == raw
    )
    return list(connection.execute(query).scalars())


def last_readings(connection: Connection, today: date) -> list[tuple[int, date]]:
    """(score, day) of everybody's last reading until a day; what one of ours felt is none."""
    asked = func.coalesce(pulse.c.contact_id, pulse.c.account_id)
    query = (
        select(pulse.c.score, func.max(pulse.c.on_day))
        .where(pulse.c.on_day <= today, func.coalesce(pulse.c.source, "") != OWN_FEELING)
        .group_by(asked)
    )
    return [(score, date.fromisoformat(str(on))) for score, on in connection.execute(query).all()]


def facts(connection: Connection, account_id: str, contact_ids: Sequence[str] = ()) -> list[Fact]:
    """What we know about the account and its people, newest first."""
    of_people = fact.c.contact_id.in_(
        select(contact.c.id).where(contact.c.account_id == account_id)
    )
    wanted = of_people | (fact.c.account_id == account_id)
    if contact_ids:
        wanted &= fact.c.contact_id.in_(contact_ids)
    return _facts(connection, wanted)


def facts_of(connection: Connection, contact_id: str) -> list[Fact]:
    """What we know about one person, newest first."""
    return _facts(connection, fact.c.contact_id == contact_id)


def bosses(connection: Connection, contact_id: str) -> list[tuple[str, str]]:
    """(id, name) of a contact and of everybody above, from below; a ring is walked once."""
    found: dict[str, str] = {}
    at: str | None = contact_id
    while at is not None and at not in found:
        query = select(contact.c.name, contact.c.reports_to_id).where(contact.c.id == at)
        row = connection.execute(query).one_or_none()
        if row is None:
            break
        found[at], at = row.name, row.reports_to_id
    return list(found.items())


def _facts(connection: Connection, wanted: ColumnElement[bool]) -> list[Fact]:
    query = (
        select(fact, contact.c.name.label("contact"))
        .outerjoin(contact, contact.c.id == fact.c.contact_id)
        .where(wanted, fact.c.kind.is_(None) | fact.c.kind.not_in(APART))
        .order_by(fact.c.on_day.desc(), fact.c.id.desc())
    )
    return [
        Fact(
            row.id,
            ContactId(row.contact_id) if row.contact_id else None,
            row.contact,
            row.text,
            row.source,
            row.on_day,
        )
        for row in connection.execute(query)
    ]


def pulses(connection: Connection, account_id: str) -> list[Pulse]:
    """The readings of an account and its people, newest first."""
    query = (
        select(pulse, contact.c.name.label("contact"))
        .outerjoin(contact, contact.c.id == pulse.c.contact_id)
        .where(pulse.c.account_id == account_id)
        .order_by(pulse.c.on_day.desc(), pulse.c.id.desc())
    )
    return [
        Pulse(
            row.id,
            ContactId(row.contact_id) if row.contact_id else None,
            row.contact,
            row.score,
            row.quote,
            row.source,
            row.on_day,
        )
        for row in connection.execute(query)
    ]


def _contact(row: Any, met_last: Met, points: Sequence[Point], score: int | None) -> Contact:
    last_on, last_id, touches = met_last
    return Contact(
        ContactId(row.id),
        AccountId(row.account_id) if row.account_id else None,
        row.account,
        row.name,
        row.title,
        choice(Function, row.function),
        choice(Role, row.role),
        ContactId(row.reports_to_id) if row.reports_to_id else None,
        row.boss,
        MemberId(row.counterpart_id) if row.counterpart_id else None,
        row.counterpart,
        row.birthday,
        row.left_on,
        row.note,
        tuple(points),
        last_on,
        InteractionId(last_id) if last_id else None,
        touches or 0,
        score,
        choice(Support, row.support),
    )


def _points(connection: Connection, account_ids: Sequence[str] | None) -> dict[str, list[Point]]:
    query = select(contact_point.c.contact_id, contact_point.c.kind, contact_point.c.raw)
    if account_ids is not None:
        of_these = select(contact.c.id).where(contact.c.account_id.in_(account_ids))
        query = query.where(contact_point.c.contact_id.in_(of_these))
    found: dict[str, list[Point]] = defaultdict(list)
    for owner, kind, raw in connection.execute(query.order_by(contact_point.c.seq)):
        if owner:
            found[owner].append(Point(choice_or(PointKind, kind, PointKind.PHONE), raw))
    return found


def _strengths(connection: Connection, today: date, account_ids: Sequence[str]) -> dict[str, int]:
    query = _touches(today).where(interaction.c.account_id.in_(account_ids))
    touches: dict[str, list[tuple[Kind, date]]] = defaultdict(list)
    for who, kind, on in connection.execute(query):
        touches[who].append((choice_or(Kind, kind, Kind.MESSAGE), on))
    scored = {who: strength(happened, None, today) for who, happened in touches.items()}
    return {who: score.score for who, score in scored.items() if score}


def strength_of(connection: Connection, today: date, contact_id: str) -> Strength | None:
    """The strength of one contact with its factors, from what `contacts` takes the score of."""
    own = select(contact.c.account_id).where(contact.c.id == contact_id).scalar_subquery()
    query = _touches(today).where(attendance.c.contact_id == contact_id)
    found = connection.execute(query.where(interaction.c.account_id == own))
    touches = [(choice_or(Kind, kind, Kind.MESSAGE), on) for _who, kind, on in found]
    return strength(touches, None, today)


def _touches(today: date) -> Select[Any, Any, Any]:
    return (
        select(attendance.c.contact_id, interaction.c.kind, interaction.c.happened_on)
        .join_from(interaction, attendance, attendance.c.interaction_id == interaction.c.id)
        .where(interaction.c.state == State.HELD, attendance.c.contact_id.is_not(None))
        .where(interaction.c.happened_on >= today - timedelta(days=WINDOW_DAYS))
    )
