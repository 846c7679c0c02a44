"""Reach-outs, what became of them account by account, and who starts: they or we."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.ids import AccountId, MemberId, ReachOutId
from sponsor_app.domain.interaction import State
from sponsor_app.domain.reach_out import (
    RATIO_DAYS,
    Place,
    Ratio,
    ReachOut,
    Target,
    criteria_from,
    ratio_of,
)
from sponsor_app.store.models import (
    account,
    interaction,
    member,
    reach_out,
    reach_out_target,
)
from sponsor_app.store.queries.as_stored import as_stored
from sponsor_app.store.queries.owning import current_sponsors


def reach_outs(connection: Connection, ids: Sequence[str] | None = None) -> list[ReachOut]:
    """Every reach-out (or those asked for), the latest first."""
    query = select(reach_out).order_by(reach_out.c.created_at.desc(), reach_out.c.id.desc())
    if ids is not None:
        query = query.where(reach_out.c.id.in_(ids))
    return [_reach_out(row) for row in connection.execute(query).all()]


def reach_out_of(connection: Connection, reach_out_id: str) -> ReachOut:
    """One reach-out; refuses one that is not here."""
    found = reach_outs(connection, (reach_out_id,))
    if not found:
        msg = "This reach-out is no longer here. Nothing was changed."
        raise NotFoundError(msg, "Look at the list.", "List them: sponsor-app reach-out list")
    return found[0]


def places(connection: Connection, today: date) -> list[Place]:
    """Every account as a reach-out looks at it, by name."""
    sponsors = current_sponsors(connection, today)
    names = {row[0]: row[1] for row in connection.execute(select(member.c.id, member.c.name))}
    one = account.c
    query = select(one.id, one.name, one.tier, one.status, one.industry, one.country)
    ordered = query.order_by(func.lower(one.name), one.id)
    return [
        Place(
            AccountId(at), name, tier, status, industry, country, MemberId(owner), names.get(owner)
        )
        if owner
        else Place(AccountId(at), name, tier, status, industry, country, None, None)
        for at, name, tier, status, industry, country, owner in (
            (*row, sponsors.get(row[0])) for row in as_stored(connection.execute(ordered))
        )
    ]


def targets(
    connection: Connection, *, ids: Sequence[str] | None = None, account_id: str | None = None
) -> dict[str, dict[AccountId, Target]]:
    """What became of each reach-out, by account."""
    query = select(reach_out_target, member.c.name.label("member")).outerjoin(
        member, member.c.id == reach_out_target.c.member_id
    )
    if ids is not None:
        query = query.where(reach_out_target.c.reach_out_id.in_(ids))
    if account_id is not None:
        query = query.where(reach_out_target.c.account_id == account_id)
    found: dict[str, dict[AccountId, Target]] = defaultdict(dict)
    for row in connection.execute(query).all():
        found[row.reach_out_id][AccountId(row.account_id)] = Target(
            AccountId(row.account_id),
            row.done_on,
            row.skipped_on,
            row.outcome,
            MemberId(row.member_id) if row.member_id else None,
            row.member,
        )
    return found


def ratios(
    connection: Connection, today: date, account_ids: Sequence[str] | None = None
) -> dict[str, Ratio]:
    """Who starts, at each of these accounts (or all) that had a touch within a year."""
    query = (
        select(interaction.c.account_id, interaction.c.intent, func.count())
        .where(
            interaction.c.state == State.HELD,
            interaction.c.account_id.is_not(None),
            interaction.c.happened_on > today - timedelta(days=RATIO_DAYS),
            interaction.c.happened_on <= today,
        )
        .group_by(interaction.c.account_id, interaction.c.intent)
    )
    if account_ids is not None:
        query = query.where(interaction.c.account_id.in_(account_ids))
    counts: dict[str, dict[str | None, int]] = defaultdict(dict)
    for at, intent, count in connection.execute(query).all():
        counts[at][intent] = count
    return {at: ratio_of(found) for at, found in counts.items()}


def _reach_out(row: Any) -> ReachOut:
    made: datetime = row.created_at
    return ReachOut(
        ReachOutId(row.id),
        row.title,
        row.because,
        criteria_from(row.criteria),
        row.template,
        made.date(),
    )
