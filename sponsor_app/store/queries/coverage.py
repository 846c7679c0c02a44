"""Who has been seen: one row an account."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.devices import Device
from sponsor_app.domain.issue import IssueStatus, Severity
from sponsor_app.domain.rules import Rules
from sponsor_app.domain.strength import score_of
from sponsor_app.store.models import (
    PLANNED,
    account,
    device,
    interaction,
    issue,
    member,
    sponsorship,
)
from sponsor_app.store.queries.as_stored import as_stored, day_of, pairs, pairs_of
from sponsor_app.store.queries.decayed_points import decayed_points
from sponsor_app.store.queries.last_touches import LastTouches
from sponsor_app.store.queries.owning import leads_now, sponsors_on
from sponsor_app.store.queries.row_facts import RowFacts, Said
from sponsor_app.store.queries.touched_accounts import touched_accounts
from sponsor_app.store.store import Store

EVERY_ROW = "coverage"
"""Under which name the store keeps the rows of all accounts."""


def coverage_rows(
    connection: Connection,
    today: date,
    rules: Rules,
    account_ids: Sequence[str] | None = None,
) -> list[CoverageRow]:
    """Every account (or those asked for) against its cadence, by name."""
    leads = leads_now(connection, account_ids)
    planned = pairs_of(connection, _next_planned(today), interaction.c.account_id, account_ids)
    facts = facts_on(connection, today, rules, Said(leads, planned), account_ids)
    query = select(
        account.c.id,
        account.c.name,
        account.c.status,
        account.c.tier,
        account.c.region,
        account.c.country,
        account.c.industry,
        account.c.ideal_days,
        account.c.maximum_days,
    )
    if account_ids is not None:
        query = query.where(account.c.id.in_(account_ids))
    ordered = query.order_by(func.lower(account.c.name), account.c.id)
    return [facts.row(one) for one in as_stored(connection.execute(ordered))]


def every_row(
    store: Store, connection: Connection, today: date, rules: Rules
) -> tuple[CoverageRow, ...]:
    """The rows of all accounts, by name, read once for all the screens that show them."""

    def read() -> tuple[CoverageRow, ...]:
        return tuple(coverage_rows(connection, today, rules))

    def mend(rows: tuple[CoverageRow, ...], since: int) -> tuple[CoverageRow, ...] | None:
        accounts = touched_accounts(connection, since)
        if not accounts:
            return None if accounts is None else rows
        fresh = {row.account_id: row for row in coverage_rows(connection, today, rules, accounts)}
        return tuple(fresh.get(row.account_id, row) for row in rows)

    return store.kept(connection, EVERY_ROW, today, read, mend)


def facts_on(
    connection: Connection,
    day: date,
    rules: Rules,
    said: Said,
    only: Sequence[str] | None = None,
    *,
    wide: bool = True,
) -> RowFacts:
    """What rows are made of, as of a day, of all accounts or of those asked for; `said` by whoever knows it of that day.

    Without `wide` nobody asks when sponsors last sat face to face and who is in touch, which of a day gone by takes long.
    """
    live = day - timedelta(days=rules.live_contact_days) if wide else None
    return RowFacts(
        day,
        rules,
        said,
        members=pairs(connection, select(member.c.id, member.c.name)),
        sponsors=pairs_of(connection, sponsors_on(day), sponsorship.c.account_id, only),
        touches=LastTouches(connection, day, only, live),
        severe=pairs_of(connection, _open_severe(day), issue.c.account_id, only),
    )


def any_account(connection: Connection) -> bool:
    """Whether there is any account at all."""
    return connection.execute(select(account.c.id).limit(1)).first() is not None


def strengths(connection: Connection, today: date) -> dict[str, int]:
    """The relationship strength of every account with a touch in the last 365 days."""
    # Asked account by account, the index that the clocks use answers alone; by the day, every interaction would be read.
    touches = "account a CROSS JOIN interaction i ON i.account_id = a.id"
    points = decayed_points(connection, "a.id", touches, today)
    since = {
        i: day_of(day)
        for i, day in pairs(connection, select(account.c.id, account.c.customer_since)).items()
        if day
    }
    scores = {i: score_of(total, since.get(i), today) for i, total in points}
    return {i: score for i, score in scores.items() if score is not None}


def devices(connection: Connection) -> list[Device]:
    """The laptops this store has heard of, this one first."""
    query = (
        select(device.c.name, member.c.name.label("member"), device.c.mine, device.c.last_synced_at)
        .outerjoin(member, member.c.id == device.c.member_id)
        .order_by(device.c.mine.desc(), device.c.name)
    )
    return [
        Device(row.name, row.member, bool(row.mine), row.last_synced_at)
        for row in connection.execute(query)
    ]


def _next_planned(today: date) -> Any:
    # Latest first, so that the soonest is what a dictionary keeps; grouping would read every interaction.
    return (
        select(interaction.c.account_id, interaction.c.happened_on)
        .where(PLANNED, interaction.c.happened_on >= today)
        .order_by(interaction.c.happened_on.desc())
    )


def _open_severe(today: date) -> Any:
    return (
        select(issue.c.account_id, func.count())
        .where(issue.c.severity <= Severity.SEV2.value, issue.c.opened_on <= today)
        .where((issue.c.status == IssueStatus.OPEN) | (issue.c.resolved_on > today))
        .group_by(issue.c.account_id)
    )
