"""Who of ours knows whom of theirs, how well, and when they met."""

from collections.abc import Iterable, Mapping
from datetime import date
from sys import intern

from sqlalchemy import Connection, func, select

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.coverage import Cadence
from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.interaction import State
from sponsor_app.domain.person_page import Acquaintance
from sponsor_app.domain.rules import Rules, cadence_of
from sponsor_app.domain.strength import score_of
from sponsor_app.store.models import account, attendance, interaction, member
from sponsor_app.store.queries.as_stored import listed
from sponsor_app.store.queries.choices import choice, choice_or
from sponsor_app.store.queries.decayed_points import decayed_points


def cadences(
    connection: Connection, rules: Rules, only: Iterable[str] | None = None
) -> Mapping[AccountId, Cadence | None]:
    """What was promised to each account, or `only` to these."""
    columns = account.c
    query = select(
        columns.id, columns.status, columns.tier, columns.ideal_days, columns.maximum_days
    )
    if only is not None:
        query = query.where(columns.id.in_(listed(only)))
    return {
        AccountId(record_id): cadence_of(
            rules,
            choice_or(AccountStatus, status, AccountStatus.CUSTOMER),
            choice(Tier, tier),
            (ideal, maximum),
        )
        for record_id, status, tier, ideal, maximum in connection.execute(query)
    }


def strengths(connection: Connection, today: date) -> dict[ContactId, int]:
    """The strength of every contact met in the last 365 days, as `people.strength_of` would score it."""
    touches = (
        "contact c JOIN attendance a ON a.contact_id = c.id"
        " JOIN interaction i ON i.id = a.interaction_id AND i.account_id = c.account_id"
    )
    found = decayed_points(connection, "c.id", touches, today)
    scores = {ContactId(intern(who)): score_of(points, None, today) for who, points in found}
    return {who: score for who, score in scores.items() if score is not None}


def known_by_counts(connection: Connection) -> dict[ContactId, int]:
    """How many of ours ever took part in something with each contact."""
    # What was not held is little; asking each of the others would take twice the time.
    sql = (
        "SELECT a.contact_id, count(DISTINCT m.member_id)"
        " FROM attendance a JOIN attendance m ON m.interaction_id = a.interaction_id"
        " WHERE a.contact_id IS NOT NULL AND m.member_id IS NOT NULL"
        " AND a.interaction_id NOT IN (SELECT id FROM interaction WHERE state <> 'held')"
        " GROUP BY a.contact_id"
    )
    return {ContactId(intern(who)): count for who, count in connection.exec_driver_sql(sql)}


def known_by(connection: Connection, contact_id: str, today: date) -> list[Acquaintance]:
    """Who of ours ever met a contact, whoever met them last first."""
    there, ours = attendance.alias(), attendance.alias()
    last = func.max(interaction.c.happened_on)
    query = (
        select(member.c.id, member.c.name, member.c.title, func.count(), last)
        .select_from(there)
        .join(ours, ours.c.interaction_id == there.c.interaction_id)
        .join(interaction, interaction.c.id == there.c.interaction_id)
        .join(member, member.c.id == ours.c.member_id)
        .where(there.c.contact_id == contact_id, interaction.c.state == State.HELD)
        .where(interaction.c.happened_on <= today)
        .group_by(member.c.id)
        .order_by(last.desc(), func.count().desc(), member.c.name)
    )
    return [
        Acquaintance(MemberId(who), name, title, touches, on)
        for who, name, title, touches, on in connection.execute(query)
    ]


def met_ids(connection: Connection, contact_id: str, today: date, limit: int) -> list[str]:
    """The latest interactions that a contact took part in."""
    query = (
        select(interaction.c.id)
        .join_from(attendance, interaction, interaction.c.id == attendance.c.interaction_id)
        .where(attendance.c.contact_id == contact_id, interaction.c.state == State.HELD)
        .where(interaction.c.happened_on <= today)
        .order_by(interaction.c.happened_on.desc(), interaction.c.id.desc())
        .limit(limit)
    )
    return list(connection.execute(query).scalars())
