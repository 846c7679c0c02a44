"""Who has been seen: one row an account."""

import json
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from sys import intern
from typing import Any

from sqlalchemy import Connection, func, select

from sponsor_app.domain.account import AccountStatus, TeamRole, Tier
from sponsor_app.domain.clocks import Clocks
from sponsor_app.domain.coverage import Cadence, CoverageRow, state_after
from sponsor_app.domain.devices import Device
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.issue import IssueStatus, Severity
from sponsor_app.domain.rules import Rules, cadence_of
from sponsor_app.domain.strength import HALF_LIFE_DAYS, WEIGHTS, WINDOW_DAYS, score_of
from sponsor_app.store.models import (
    PLANNED,
    account,
    contact,
    device,
    interaction,
    issue,
    member,
    met,
    sponsorship,
    team_member,
)
from sponsor_app.store.queries.as_stored import as_stored, day_of, same
from sponsor_app.store.queries.choices import choice, choice_or
from sponsor_app.store.queries.last_touches import NEVER, LastTouches
from sponsor_app.store.queries.touched_accounts import touched_accounts
from sponsor_app.store.store import Store


def coverage_rows(
    connection: Connection,
    today: date,
    rules: Rules,
    account_ids: Sequence[str] | None = None,
) -> list[CoverageRow]:
    """Every account (or those asked for) against its cadence, by name."""
    facts = _Facts(connection, today, rules, account_ids)
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

    return store.kept(connection, "coverage", today, read, mend)


class _Facts:
    """What is known of every account, read once and joined in memory."""

    def __init__(
        self, connection: Connection, today: date, rules: Rules, only: Sequence[str] | None
    ) -> None:
        def pairs(query: Any, column: Any) -> dict[Any, Any]:
            return _pairs(connection, query if only is None else query.where(column.in_(only)))

        self.today, self.rules = today, rules
        self.promises: dict[Any, tuple[AccountStatus, Tier | None, Cadence | None]] = {}
        self.touches = LastTouches(connection, today, only)
        self.members = _pairs(connection, select(member.c.id, member.c.name))
        self.sponsors = pairs(_current_sponsors(today), sponsorship.c.account_id)
        self.leads = pairs(_leads(), team_member.c.account_id)
        planned = pairs(_next_planned(today), interaction.c.account_id)
        self.next = {i: day_of(day) for i, day in planned.items()}
        self.severe = pairs(_open_severe(today), issue.c.account_id)
        self.live = pairs(_live_contacts(today, rules), contact.c.account_id)
        self.asking = _asking(connection, self.touches)

    def row(self, found: Any) -> CoverageRow:
        # By position, and equal texts once: ten thousand rows cost half the time and the room so.
        record_id, name, status_text, tier_text, region, country, industry, *override = found
        status, tier, cadence = self.promise(status_text, tier_text, *override)
        sponsor = self.sponsors.get(record_id)
        lead = self.leads.get(record_id)
        touch, non_selling, their_turf = self.touches.standings.get(record_id, NEVER)
        face_to_face = self.touches.faced.get((record_id, sponsor))
        days = (self.today - touch.on).days if touch else None
        return CoverageRow(
            AccountId(intern(record_id)),
            intern(name),
            status,
            tier,
            same(region),
            same(country),
            same(industry),
            same(sponsor),
            self.members.get(sponsor),
            same(lead),
            self.members.get(lead),
            cadence,
            state_after(cadence, days),
            Clocks(touch, face_to_face, non_selling, their_turf),
            days,
            self.next.get(record_id),
            self.severe.get(record_id, 0),
            self.live.get(record_id, 0),
            touch is not None and touch.interaction_id in self.asking,
        )

    def promise(self, *texts: Any) -> tuple[AccountStatus, Tier | None, Cadence | None]:
        """The status, the tier and the cadence of an account: of ten thousand accounts a dozen differ."""
        known = self.promises.get(texts)
        if known is None:
            status_text, tier_text, ideal, maximum = texts
            status = choice_or(AccountStatus, status_text, AccountStatus.CUSTOMER)
            tier = choice(Tier, tier_text)
            cadence = cadence_of(self.rules, status, tier, (ideal, maximum))
            known = self.promises[texts] = status, tier, cadence
        return known


def current_sponsors(
    connection: Connection, today: date, account_ids: Collection[str] | None = None
) -> dict[str, str]:
    """The sponsor of each account (or of those asked for) on a day; of two at once, the one who started later."""
    query = _current_sponsors(today)
    if account_ids is not None:
        query = query.where(sponsorship.c.account_id.in_(account_ids))
    return _pairs(connection, query)


def every_sponsor(store: Store, connection: Connection, today: date) -> dict[str, str]:
    """The sponsor of every account on a day, read once for all who ask before the next write."""
    return store.kept(connection, "sponsors", today, lambda: current_sponsors(connection, today))


def sponsored_by(connection: Connection, member_id: str, today: date) -> list[str]:
    """The accounts that a member owns on a day."""
    ever = select(sponsorship.c.account_id).where(sponsorship.c.member_id == member_id)
    owned = current_sponsors(connection, today, list(connection.execute(ever).scalars()))
    return [i for i, who in owned.items() if who == member_id]


def led_by(connection: Connection, member_id: str) -> list[str]:
    """The accounts that a member leads."""
    query = select(team_member.c.account_id).where(
        team_member.c.member_id == member_id, team_member.c.role == TeamRole.LEAD
    )
    return list(connection.execute(query).scalars())


def any_account(connection: Connection) -> bool:
    """Whether there is any account at all."""
    return connection.execute(select(account.c.id).limit(1)).first() is not None


def strengths(connection: Connection, today: date) -> dict[str, int]:
    """The relationship strength of every account with a touch in the last 365 days."""
    weight = " ".join(f"WHEN '{kind}' THEN {weight}" for kind, weight in WEIGHTS.items())
    age = f"CAST(julianday('{today.isoformat()}') - julianday(i.happened_on) AS INTEGER)"
    # Not every SQLite knows pow(); what a touch is worth at each age is a short list instead. Asked account by
    # account, the index that the clocks use answers alone; by the day, every interaction would be read.
    worth = json.dumps([0.5 ** (age / HALF_LIFE_DAYS) for age in range(WINDOW_DAYS + 1)])
    sql = (
        f"SELECT a.id, sum(CASE i.kind {weight} ELSE 0 END * json_extract(?, '$[' || {age} || ']'))"
        f" FROM account a CROSS JOIN interaction i ON i.account_id = a.id"
        " WHERE i.state = 'held' AND i.happened_on BETWEEN ? AND ?"
        " GROUP BY a.id"
    )
    window = (today - timedelta(days=WINDOW_DAYS)).isoformat(), today.isoformat()
    points = connection.exec_driver_sql(sql, (worth, *window))
    since = {
        i: day_of(day)
        for i, day in _pairs(connection, select(account.c.id, account.c.customer_since)).items()
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


def _current_sponsors(today: date) -> Any:
    return (
        select(sponsorship.c.account_id, sponsorship.c.member_id)
        .where(sponsorship.c.starts_on <= today)
        .where(sponsorship.c.ends_on.is_(None) | (sponsorship.c.ends_on > today))
        .order_by(sponsorship.c.starts_on, sponsorship.c.id)
    )


def _leads() -> Any:
    return select(team_member.c.account_id, team_member.c.member_id).where(
        team_member.c.role == TeamRole.LEAD
    )


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


def _live_contacts(today: date, rules: Rules) -> Any:
    return (
        select(contact.c.account_id, func.count())
        .join_from(contact, met, met.c.contact_id == contact.c.id)
        .where(met.c.last_on >= today - timedelta(days=rules.live_contact_days))
        .where(contact.c.left_on.is_(None) | (contact.c.left_on > today))
        .group_by(contact.c.account_id)
    )


def _asking(connection: Connection, touches: LastTouches) -> frozenset[str]:
    """The last touches that asked for something; one that restarted the clock of no ask did not."""
    last = [
        touch.interaction_id
        for touch, non_selling, _turf in touches.standings.values()
        if touch and (non_selling is None or non_selling.on < touch.on)
    ]
    sql = (
        "SELECT id FROM interaction"
        " WHERE id IN (SELECT value FROM json_each(?)) AND intent = 'sell'"
    )
    found = connection.exec_driver_sql(sql, (json.dumps(last),))
    return frozenset(row[0] for row in as_stored(found))


def _pairs(connection: Connection, query: Any) -> dict[Any, Any]:
    return dict(as_stored(connection.execute(query)))
