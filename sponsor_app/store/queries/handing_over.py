"""What of a sponsor's goes with an account: the promises they took on, the visits planned with them."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.errors import NotFoundError, RefusedError
from sponsor_app.domain.handing_over import HandOver, Parting
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.people import Member
from sponsor_app.store.queries import coverage, people, policy, suggesting
from sponsor_app.store.queries.as_stored import as_stored

Owned = dict[tuple[str, MemberId], list[str]]
"""By account and member, the ids of what is theirs."""


def look(
    connection: Connection,
    today: date,
    account_ids: Sequence[AccountId],
    to: MemberId,
    on: date,
) -> HandOver:
    """What handing accounts to a member from a day would do; refuses who is not with us then."""
    ids, rules = list(dict.fromkeys(account_ids)), policy.rules(connection)
    everyone = {one.id: one for one in people.members(connection, today)}
    member = everyone.get(to)
    if member is None or (member.left_on and member.left_on <= on):
        msg = "This member is not with us on that day. Nothing was changed."
        raise RefusedError(msg, "Choose somebody else.")
    rows = {row.account_id: row for row in coverage.coverage_rows(connection, today, rules, ids)}
    if len(rows) < len(ids):
        msg = "One of these accounts is no longer here. Nothing was changed."
        raise NotFoundError(msg, "Look at the list again.")
    owned = suggesting.owners(connection, on, ids)
    theirs = open_promises(connection, ids, on, today)
    visits = planned_visits(connection, ids, max(on, today))
    partings: list[Parting] = []
    for at in ids:
        before = tuple(who for who in owned.get(at, ()) if who != to)
        if not before and to in owned.get(at, ()):
            continue
        partings.append(
            Parting(
                at,
                rows[at].account,
                tuple((who, _name(everyone, who)) for who in before),
                tuple(one for who in before for one in theirs.get((at, who), ())),
                tuple((one, who) for who in before for one in visits.get((at, who), ())),
                _led_by(rows[at], everyone, to),
            )
        )
    return HandOver(member, on, today, rules.load, tuple(partings), len(ids) - len(partings))


def _name(everyone: Mapping[MemberId, Member], who: MemberId) -> str:
    return everyone[who].name if who in everyone else "someone who is not here yet"


def _led_by(row: CoverageRow, everyone: Mapping[MemberId, Member], to: MemberId) -> str:
    """The account lead, where the new sponsor leads them or is the one."""
    lead = everyone.get(row.lead_id) if row.lead_id else None
    return lead.name if lead is not None and to in (lead.manager_id, lead.id) else ""


def open_promises(
    connection: Connection, account_ids: Sequence[str], on: date, today: date
) -> Owned:
    """Open promises of ours that somebody took on; for a day to come, only those due from then."""
    sql = (
        "SELECT account_id, owner_id, id FROM commitment WHERE direction = 'ours'"
        " AND owner_id IS NOT NULL AND kept_on IS NULL AND dropped_on IS NULL"
        " AND (:on <= :today OR due_on IS NULL OR due_on >= :on)"
        " AND account_id IN (SELECT value FROM json_each(:wanted)) ORDER BY id"
    )
    days = {"on": on.isoformat(), "today": today.isoformat()}
    return _by_owner(connection, sql, {**days, "wanted": json.dumps(list(account_ids))})


def planned_visits(connection: Connection, account_ids: Sequence[str], on: date) -> Owned:
    """What is planned from a day, with each of ours who shall be there."""
    sql = (
        "SELECT i.account_id, t.member_id, i.id FROM interaction i"
        " JOIN attendance t ON t.interaction_id = i.id WHERE i.state = 'planned'"
        " AND i.happened_on >= :on AND t.member_id IS NOT NULL"
        " AND i.account_id IN (SELECT value FROM json_each(:wanted)) ORDER BY i.id"
    )
    asked = {"on": on.isoformat(), "wanted": json.dumps(list(account_ids))}
    return _by_owner(connection, sql, asked)


def attending(connection: Connection, visits: Sequence[tuple[str, MemberId]]) -> list[str]:
    """The rows that say that each of these members will be at that interaction."""
    sql = (
        "SELECT t.id FROM json_each(?) v JOIN attendance t"
        " ON t.interaction_id = v.value ->> 0 AND t.member_id = v.value ->> 1"
    )
    found = connection.exec_driver_sql(sql, (json.dumps(list(visits)),))
    return [row[0] for row in found]


def begun(
    connection: Connection, account_ids: Sequence[str], member_id: MemberId
) -> dict[AccountId, str]:
    """The open sponsorship of each account by a member."""
    sql = (
        "SELECT account_id, id FROM sponsorship WHERE member_id = ? AND ends_on IS NULL"
        " AND account_id IN (SELECT value FROM json_each(?))"
    )
    found = connection.exec_driver_sql(sql, (member_id, json.dumps(list(account_ids))))
    return {AccountId(row[0]): row[1] for row in found}


def _by_owner(connection: Connection, sql: str, asked: dict[str, str]) -> Owned:
    found: Owned = defaultdict(list)
    for at, who, record_id in as_stored(connection.exec_driver_sql(sql, asked)):
        found[at, MemberId(who)].append(record_id)
    return found
