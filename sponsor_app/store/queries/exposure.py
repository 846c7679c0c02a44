"""Who of ours met whom of theirs, at one account or at a few."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, func, select

from sponsor_app.domain.exposure import WINDOW_DAYS, Known, Ours, Pair, Theirs
from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.interaction import State
from sponsor_app.domain.load import LoadLimits, LoadState, assess_load
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Role
from sponsor_app.store.models import account, attendance, contact, interaction, team_member
from sponsor_app.store.queries import people
from sponsor_app.store.queries.as_stored import as_stored, day_of
from sponsor_app.store.queries.choices import choice


def known(
    connection: Connection,
    account_ids: Sequence[str],
    today: date,
    limits: LoadLimits,
    owners: Mapping[str, str],
) -> Known:
    """Everybody of ours and of these accounts who has not left, and who of them met; `owners` are all sponsors by account."""
    ours, theirs = (
        _ours(connection, account_ids, today, limits, owners),
        _theirs(connection, account_ids, today),
    )
    here, there = {one.id for one in ours}, {one.id for one in theirs}
    pairs = [
        pair
        for pair in _pairs(connection, account_ids, today)
        if pair.member_id in here and pair.contact_id in there
    ]
    return Known(ours, theirs, pairs)


def account_names(connection: Connection, account_ids: Sequence[str]) -> dict[AccountId, str]:
    """What these accounts are called."""
    query = select(account.c.id, account.c.name).where(account.c.id.in_(account_ids))
    return {AccountId(one): name for one, name in connection.execute(query)}


def _ours(
    connection: Connection,
    account_ids: Sequence[str],
    today: date,
    limits: LoadLimits,
    owners: Mapping[str, str],
) -> list[Ours]:
    teams: dict[str, set[AccountId]] = defaultdict(set)
    for account_id in account_ids:
        if owner := owners.get(AccountId(account_id)):
            teams[owner].add(AccountId(account_id))
    query = select(team_member.c.member_id, team_member.c.account_id)
    for who, at in connection.execute(query.where(team_member.c.account_id.in_(account_ids))):
        teams[who].add(AccountId(at))
    full = (LoadState.HIGH, LoadState.OVER)
    return [
        Ours(
            one.id,
            one.name,
            one.function,
            one.accounts,
            assess_load(one.accounts, limits, one.max_accounts) not in full,
            frozenset(teams[one.id]),
        )
        for one in people.members(connection, today, owners.values(), leads=())
        if one.left_on is None or one.left_on > today
    ]


def _theirs(connection: Connection, account_ids: Sequence[str], today: date) -> list[Theirs]:
    columns = contact.c
    query = select(
        columns.id,
        columns.account_id,
        account.c.name.label("account"),
        columns.name,
        columns.title,
        columns.function,
        columns.role,
        columns.counterpart_id,
    )
    query = query.join(account, account.c.id == columns.account_id).where(
        columns.account_id.in_(account_ids), columns.left_on.is_(None) | (columns.left_on > today)
    )
    return [
        Theirs(
            ContactId(who),
            AccountId(at),
            account_name,
            name,
            title,
            choice(Function, function),
            choice(Role, role),
            MemberId(counterpart) if counterpart else None,
        )
        for who, at, account_name, name, title, function, role, counterpart in as_stored(
            connection.execute(query)
        )
    ]


def _pairs(connection: Connection, account_ids: Sequence[str], today: date) -> list[Pair]:
    there, ours = attendance.alias(), attendance.alias()
    lately: ColumnElement[bool] = interaction.c.happened_on >= today - timedelta(days=WINDOW_DAYS)
    query = (
        select(
            ours.c.member_id,
            there.c.contact_id,
            func.max(interaction.c.happened_on),
            func.count().filter(lately),
        )
        .select_from(interaction)
        .join(there, there.c.interaction_id == interaction.c.id)
        .join(ours, ours.c.interaction_id == interaction.c.id)
        .where(interaction.c.account_id.in_(account_ids), interaction.c.state == State.HELD)
        .where(interaction.c.happened_on <= today)
        .where(there.c.contact_id.is_not(None), ours.c.member_id.is_not(None))
        .group_by(ours.c.member_id, there.c.contact_id)
    )
    return [
        Pair(MemberId(who), ContactId(whom), day_of(last), times)
        for who, whom, last, times in as_stored(connection.execute(query))
    ]
