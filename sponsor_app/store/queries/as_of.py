"""How accounts stood on a day gone by: from what happened until then, and from the changes made since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from sponsor_app.domain.account import TeamRole
from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.interaction import State
from sponsor_app.domain.rules import Rules, from_policy
from sponsor_app.store.queries.as_stored import as_stored
from sponsor_app.store.queries.coverage import facts_on
from sponsor_app.store.queries.owning import leads_now
from sponsor_app.store.queries.policy import policy_values
from sponsor_app.store.queries.remembered import Remembered
from sponsor_app.store.queries.row_facts import Said

FIELDS = [
    "name",
    "status",
    "tier",
    "region",
    "country",
    "industry",
    "ideal_days",
    "maximum_days",
    "customer_since",
    "created_at",
]

Edits = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Past:
    """The accounts of a day gone by, by name, and how many were not on file yet or are gone since.

    `begun`: something was on file by then. Before, names, tiers and leads are as now, and nothing was planned.
    """

    rows: tuple[CoverageRow, ...]
    rules: Rules
    not_yet: int
    gone_since: int
    begun: bool


def rows_then(connection: Connection, day: date, since: datetime, *, wide: bool = True) -> Past:
    """Every account as it stood on a day; `since` is the moment at which that day was over.

    Without `wide` nobody asks when sponsors last sat face to face and who is in touch.

    Touches, sponsorships and issues count by the day on which they happened. Status, tier, region, industry,
    cadence, name, lead, what was planned and the team's rules are taken back to what they were. An account counts
    once it was on file, or once anything is known to have happened with it; one put on file later as it is now.
    """
    then = Remembered(connection, since)
    found = list(
        as_stored(connection.exec_driver_sql(f"SELECT id, {', '.join(FIELDS)} FROM account"))
    )
    begun = any(one[-1] < then.moment for one in found)
    rules = _rules_then(connection, then)
    late = {one[0] for one in found if one[-1] >= then.moment}
    leads = leads_now(connection) if late else {}
    planned: dict[str, str] = {}
    before: Edits = {}
    if begun:
        leads = {at: who for at, who in leads.items() if at in late} | _leads_then(then)
        planned, before = _planned_then(then, day), then.edits("account")
    facts = facts_on(connection, day, rules, Said(leads, planned), wide=wide)
    rows: list[CoverageRow] = []
    for one in found:
        on_file = one[0] not in late
        row = facts.row((_as_it_was(one, before) if on_file else one)[:-2])
        customer_since = one[-2]
        if (
            on_file
            or not begun
            or row.clocks.touch
            or row.sponsor_id
            or (customer_since and customer_since <= day.isoformat())
        ):
            rows.append(row)
    rows.sort(key=lambda row: (row.account.lower(), row.account_id))
    not_yet = len(found) - len(rows)
    return Past(tuple(rows), rules, not_yet, then.gone("account"), begun)


def _as_it_was(one: tuple[Any, ...], before: Edits) -> tuple[Any, ...]:
    """A record of FIELDS, its id first, with what its edited fields held."""
    edits = before.get(one[0])
    if not edits:
        return one
    return one[0], *(edits.get(name, now) for name, now in zip(FIELDS, one[1:], strict=True))


def _rules_then(connection: Connection, then: Remembered) -> Rules:
    """The team's numbers of that day."""
    before = then.edits("policy")
    values = policy_values(connection)
    found = connection.exec_driver_sql("SELECT id, key, created_at FROM policy")
    for record_id, key, created_at in as_stored(found):
        if created_at >= then.moment:
            values.pop(key, None)
        elif "value" in before.get(record_id, {}):
            values[key] = before[record_id]["value"]
    return from_policy(values)


def _leads_then(then: Remembered) -> dict[str, str]:
    """Who led each account on that day, as far as anybody wrote it down until then."""
    fields = ("account_id", "member_id", "role")
    found = then.records("team_member", fields, f"r.role = '{TeamRole.LEAD}'")
    return {one["account_id"]: one["member_id"] for one in found if one["role"] == TeamRole.LEAD}


def _planned_then(then: Remembered, day: date) -> dict[str, str]:
    """The next day that was planned with each account, as it stood in the calendar then."""
    soonest: dict[str, str] = {}
    fields = ("account_id", "state", "happened_on")
    for one in then.records(
        "interaction", fields, f"r.state = '{State.PLANNED}' AND r.happened_on > ''"
    ):
        on, at = one["happened_on"], one["account_id"]
        if one["state"] == State.PLANNED and on >= day.isoformat():
            soonest[at] = min(on, soonest.get(at, on))
    return soonest
