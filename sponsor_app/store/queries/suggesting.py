"""What a suggestion is made from: who owns what, who has met whom, who sits where and speaks what."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.interaction import Kind, State
from sponsor_app.domain.people import Member
from sponsor_app.domain.strength import WEIGHTS, WINDOW_DAYS, decayed
from sponsor_app.domain.suggesting.facts import Charge, Colleague, Tie, Ties
from sponsor_app.domain.suggesting.fitness import fold
from sponsor_app.domain.suggesting.seniority import level_of
from sponsor_app.store.models import (
    account,
    attendance,
    contact,
    interaction,
    member,
    sponsorship,
)
from sponsor_app.store.queries.as_stored import as_stored, day_of
from sponsor_app.store.queries.choices import choice_or


def owners(
    connection: Connection, today: date, account_ids: Sequence[str] | None = None
) -> dict[str, tuple[MemberId, ...]]:
    """Everybody whose sponsorship of an account (or of those asked for) is in force on a day, each once."""
    return _held(connection, today, sponsorship.c.starts_on <= today, account_ids)


def coming(
    connection: Connection, today: date, account_ids: Sequence[str] | None = None
) -> dict[str, tuple[MemberId, ...]]:
    """Everybody whose sponsorship of an account (or of those asked for) begins after a day, each once."""
    return _held(connection, today, sponsorship.c.starts_on > today, account_ids)


def _held(
    connection: Connection,
    today: date,
    when: ColumnElement[bool],
    account_ids: Sequence[str] | None,
) -> dict[str, tuple[MemberId, ...]]:
    query = (
        select(sponsorship.c.account_id, sponsorship.c.member_id)
        .where(when, sponsorship.c.ends_on.is_(None) | (sponsorship.c.ends_on > today))
        .order_by(sponsorship.c.starts_on, sponsorship.c.id)
    )
    if account_ids is not None:
        query = query.where(sponsorship.c.account_id.in_(account_ids))
    found: dict[str, dict[MemberId, None]] = defaultdict(dict)
    for account_id, member_id in as_stored(connection.execute(query)):
        if account_id and member_id:
            found[account_id][MemberId(member_id)] = None
    return {account_id: tuple(who) for account_id, who in found.items()}


def colleagues(connection: Connection, members: Iterable[Member]) -> list[Colleague]:
    """Our members with where they are and what they speak."""
    query = select(member.c.id, member.c.city, member.c.country, member.c.language)
    known = {row[0]: row[1:] for row in as_stored(connection.execute(query))}
    return [Colleague(one, *known.get(one.id, (None, None, None))) for one in members]


def charges(connection: Connection, today: date, rows: Iterable[CoverageRow]) -> list[Charge]:
    """The accounts with their owners and what is known of their people."""
    owned, later = owners(connection, today), coming(connection, today)
    cities: dict[str, Any] = dict(
        as_stored(connection.execute(select(account.c.id, account.c.city)))
    )
    people = _People(connection, today)
    return [
        Charge(
            row,
            owned.get(row.account_id, ()),
            later.get(row.account_id, ()),
            cities.get(row.account_id),
            frozenset(people.languages.get(row.account_id, ())),
            people.levels.get(row.account_id),
            people.counterparts.get(row.account_id, {}),
        )
        for row in rows
    ]


class _People:
    """The contacts who are still there, by account."""

    def __init__(self, connection: Connection, today: date) -> None:
        self.languages: dict[str, set[str]] = defaultdict(set)
        self.levels: dict[str, int] = {}
        self.counterparts: dict[str, dict[MemberId, str]] = defaultdict(dict)
        query = (
            select(
                contact.c.account_id,
                contact.c.name,
                contact.c.title,
                contact.c.language,
                contact.c.counterpart_id,
            )
            .where(contact.c.account_id.is_not(None))
            .where(contact.c.left_on.is_(None) | (contact.c.left_on > today))
            .order_by(contact.c.name, contact.c.id)
        )
        for at, name, title, language, counterpart in as_stored(connection.execute(query)):
            if language:
                self.languages[at].add(fold(language))
            level = level_of(title)
            if level is not None:
                self.levels[at] = max(level, self.levels.get(at, 0))
            if counterpart:
                self.counterparts[at].setdefault(MemberId(counterpart), name)


def ties(connection: Connection, today: date) -> Ties:
    """What members and accounts have had together in the last 365 days, in points that fade like strength."""
    query = (
        select(
            interaction.c.account_id,
            attendance.c.member_id,
            interaction.c.kind,
            interaction.c.happened_on,
        )
        .join_from(interaction, attendance, attendance.c.interaction_id == interaction.c.id)
        .where(interaction.c.state == State.HELD, attendance.c.member_id.is_not(None))
        .where(interaction.c.account_id.is_not(None), interaction.c.happened_on <= today)
        .where(interaction.c.happened_on >= today - timedelta(days=WINDOW_DAYS))
    )
    points: dict[tuple[AccountId, MemberId], float] = defaultdict(float)
    last: dict[tuple[AccountId, MemberId], str] = {}
    for at, who, kind, on in sorted(as_stored(connection.execute(query))):
        pair = AccountId(at), MemberId(who)
        age = (today - day_of(on)).days
        points[pair] += decayed(WEIGHTS[choice_or(Kind, kind, Kind.MESSAGE)], age)
        last[pair] = max(on, last.get(pair, on))
    return {pair: Tie(worth, day_of(last[pair])) for pair, worth in points.items()}
