"""How accounts stood on a day gone by: from what happened until then, and from the changes made since."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection

from sponsor_app.domain.account import AccountStatus, TeamRole, Tier
from sponsor_app.domain.clocks import Clocks, LastTouch
from sponsor_app.domain.coverage import Cadence, CoverageRow, state_after
from sponsor_app.domain.history import Op
from sponsor_app.domain.hybrid_clock import tick
from sponsor_app.domain.ids import AccountId, InteractionId
from sponsor_app.domain.interaction import Intent, Kind
from sponsor_app.domain.rules import Rules, cadence_of, from_policy
from sponsor_app.store.capture import unpack
from sponsor_app.store.models.columns import moment_text
from sponsor_app.store.queries.as_stored import as_stored, day_of, same
from sponsor_app.store.queries.choices import by_value, choice, choice_or
from sponsor_app.store.queries.coverage import current_sponsors
from sponsor_app.store.queries.policy import policy_values
from sponsor_app.store.standings import FACE_TO_FACE, NON_SELLING, THEIR_TURF

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
NOT_ASKED = InteractionId("")
"""Which interaction it was: nobody opens one from a day gone by, and reading it takes longer than all the rest."""

LATEST = "i.happened_on || (i.seq + 10000000000) || i.kind || '|' || coalesce(i.intent, '')"
"""A touch as text that sorts by day (10), then as it was written (11), then the kind and the intent."""

FACED = (
    f"SELECT s.account_id || s.member_id, (SELECT {LATEST} FROM interaction i"
    " WHERE i.account_id = s.account_id AND i.state = 'held' AND i.happened_on <= :day"
    f" AND {FACE_TO_FACE} AND EXISTS (SELECT 1 FROM attendance t"
    " WHERE t.interaction_id = i.id AND t.member_id = s.member_id)"
    " ORDER BY i.happened_on DESC LIMIT 1) FROM sponsorship s"
    " WHERE s.starts_on <= :day AND (s.ends_on IS NULL OR s.ends_on > :day)"
)
"""For each sponsorship of that day, when the sponsor last sat face to face with the account."""

Edits = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Past:
    """The accounts of a day gone by, by name, and how many were not on file yet or are gone since."""

    rows: tuple[CoverageRow, ...]
    rules: Rules
    not_yet: int
    gone_since: int


def rows_then(connection: Connection, day: date, since: datetime, *, faces: bool = True) -> Past:
    """Every account as it stood on a day; `since` is the moment at which that day was over.

    Without `faces` nobody asks when sponsors last sat face to face, which takes as long as all the rest.

    Touches, sponsorships and issues count by the day on which they happened. Status, tier, region, industry,
    cadence, name and the team's rules are taken back to what they were. An account counts once it was on file, or
    once anything is known to have happened with it; on a day before anything was on file at all, each counts as it
    is now. What was planned and who was in touch is not remembered: both are as known now.
    """
    rules = _rules_then(connection, since)
    facts = _Facts(connection, day, rules, faces=faces)
    before = edits_since(connection, "account", since)
    recorded = moment_text(since)
    sql = f"SELECT id, {', '.join(FIELDS)} FROM account"
    found = list(as_stored(connection.exec_driver_sql(sql)))
    begun = any(one[-1] < recorded for one in found)
    rows: list[CoverageRow] = []
    for one in found:
        on_file = one[-1] < recorded
        row = facts.row(*(_as_it_was(one, before) if on_file else one)[:-2])
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
    return Past(tuple(rows), rules, len(found) - len(rows), _gone_since(connection, since))


def _as_it_was(one: tuple[Any, ...], before: Edits) -> tuple[Any, ...]:
    """A record of FIELDS, its id first, with what its edited fields held."""
    edits = before.get(one[0])
    if not edits:
        return one
    return one[0], *(edits.get(name, now) for name, now in zip(FIELDS, one[1:], strict=True))


def edits_since(connection: Connection, table: str, since: datetime) -> dict[str, dict[str, Any]]:
    """For each record of a table edited after a moment, what its fields held then."""
    # A cross join keeps the order: the few records that were edited, then their changes by index.
    sql = (
        f"SELECT c.record_id, c.before, s.names FROM {table} r"
        " CROSS JOIN change c ON c.record_id = r.id JOIN shape s ON s.id = c.shape"
        f" WHERE r.updated_at >= ? AND c.op = '{Op.UPDATE}' AND c.clock >= ?"
        " ORDER BY c.clock DESC, c.device DESC, c.seq DESC"
    )
    found: dict[str, dict[str, Any]] = {}
    asked = connection.exec_driver_sql(sql, (moment_text(since), clock_at(since)))
    for record_id, packed, names in as_stored(asked):
        found.setdefault(record_id, {}).update(_values(packed, names))
    return found


def clock_at(moment: datetime) -> int:
    """The first clock value of a moment."""
    return tick(0, int(moment.timestamp() * 1000))


def _values(packed: bytes | None, names: str) -> dict[str, Any]:
    if packed is None:
        return {}
    try:
        return dict(zip(names.split(), unpack(packed), strict=True))
    except (msgspec.MsgspecError, TypeError, ValueError):
        return {}  # written by another laptop, and not as any version of ours writes it


def _rules_then(connection: Connection, since: datetime) -> Rules:
    """The team's numbers of that day."""
    before = edits_since(connection, "policy", since)
    values = policy_values(connection)
    found = connection.exec_driver_sql("SELECT id, key, created_at FROM policy")
    for record_id, key, created_at in as_stored(found):
        if created_at >= moment_text(since):
            values.pop(key, None)
        elif "value" in before.get(record_id, {}):
            values[key] = before[record_id]["value"]
    return from_policy(values)


def _gone_since(connection: Connection, since: datetime) -> int:
    sql = "SELECT count(*) FROM tombstone WHERE table_name = 'account' AND clock >= ?"
    return connection.exec_driver_sql(sql, (clock_at(since),)).scalar() or 0


class _Facts:
    """What is known of every account on that day, read once and joined in memory."""

    def __init__(self, connection: Connection, day: date, rules: Rules, *, faces: bool) -> None:
        self._connection, self._day, self._rules = connection, day, rules
        self._kinds = by_value(Kind)
        self._made: dict[str, LastTouch] = {}
        self._promises: dict[Any, tuple[AccountStatus, Tier | None, Cadence | None]] = {}
        live = day - timedelta(days=rules.live_contact_days)
        self._days = {"day": day.isoformat(), "live": live.isoformat()}
        self.sponsors = current_sponsors(connection, day)
        self.names = self._pairs("SELECT id, name FROM member")
        self.leads = self._pairs(
            f"SELECT account_id, member_id FROM team_member WHERE role = '{TeamRole.LEAD}'"
        )
        self.severe = self._pairs(
            "SELECT account_id, count(*) FROM issue WHERE severity <= 2 AND opened_on <= :day"
            " AND (resolved_on IS NULL OR resolved_on > :day) GROUP BY account_id"
        )
        # Latest first: the soonest is what a dictionary keeps, and the index of the planned answers.
        self.next = self._pairs(
            "SELECT account_id, happened_on FROM interaction"
            " WHERE state = 'planned' AND happened_on >= :day ORDER BY happened_on DESC"
        )
        self.live = dict(
            self._ask(
                "SELECT c.account_id, count(*) FROM contact c JOIN met m ON m.contact_id = c.id"
                " WHERE m.last_on >= :live AND (c.left_on IS NULL OR c.left_on > :day)"
                " GROUP BY c.account_id"
            )
        )
        self.touches = dict(self._touches())
        self.faced = self._pairs(FACED) if faces else {}

    def row(self, record_id: str, name: str, *found: Any) -> CoverageRow:
        """One account; `found` are FIELDS from the status to the cadence."""
        status_text, tier_text, region, country, industry, *override = found
        status, tier, cadence = self._promise(status_text, tier_text, *override)
        sponsor, lead = self.sponsors.get(record_id), self.leads.get(record_id)
        latest, non_selling, turf = self.touches.get(record_id, (None, None, None))
        touch = self._touch(latest)
        face = self._touch(self.faced.get(f"{record_id}{sponsor}")) if sponsor else None
        days = (self._day - touch.on).days if touch else None
        return CoverageRow(
            AccountId(record_id),
            name,
            status,
            tier,
            same(region),
            same(country),
            same(industry),
            same(sponsor),
            self.names.get(sponsor),
            same(lead),
            self.names.get(lead),
            cadence,
            state_after(cadence, days),
            Clocks(touch, face, self._touch(non_selling), self._touch(turf)),
            days,
            day_of(planned) if (planned := self.next.get(record_id)) else None,
            self.severe.get(record_id, 0),
            self.live.get(record_id, 0),
            _asked(latest, non_selling),
        )

    def _promise(self, *texts: Any) -> tuple[AccountStatus, Tier | None, Cadence | None]:
        """Status, tier and cadence: of ten thousand accounts a dozen differ."""
        known = self._promises.get(texts)
        if known is None:
            status = choice_or(AccountStatus, texts[0], AccountStatus.CUSTOMER)
            tier = choice(Tier, texts[1])
            cadence = cadence_of(self._rules, status, tier, (texts[2], texts[3]))
            known = self._promises[texts] = status, tier, cadence
        return known

    def _touch(self, packed: str | None) -> LastTouch | None:
        if not packed:
            return None
        told = packed[:10] + packed[21:]
        made = self._made.get(told)
        if made is None:
            kind = self._kinds.get(packed[21:].partition("|")[0], Kind.MEETING)
            made = self._made[told] = LastTouch(day_of(packed[:10]), NOT_ASKED, kind)
        return made

    def _touches(self) -> Iterator[tuple[str, tuple[str | None, str | None, str | None]]]:
        """The latest of each clock. The index of the interactions answers alone: the table is never opened."""
        kinds = (f"max(CASE WHEN {when} THEN {LATEST} END)" for when in (NON_SELLING, THEIR_TURF))
        sql = (
            f"SELECT i.account_id, max({LATEST}), {', '.join(kinds)} FROM interaction i"
            " WHERE i.account_id IS NOT NULL AND i.state = 'held' AND i.happened_on <= :day"
            " GROUP BY i.account_id"
        )
        for account_id, *latest in self._ask(sql):
            touch, non_selling, turf = latest
            yield account_id, (touch, non_selling, turf)

    def _pairs(self, sql: str) -> dict[Any, Any]:
        return dict(self._ask(sql))

    def _ask(self, sql: str) -> Iterator[tuple[Any, ...]]:
        asked = {name: text for name, text in self._days.items() if f":{name}" in sql}
        return as_stored(self._connection.exec_driver_sql(sql, asked))


def _asked(latest: str | None, non_selling: str | None) -> bool:
    """Whether the last touch was one to sell, and none on that day came without an ask."""
    if not latest or not latest.endswith(f"|{Intent.SELL}"):
        return False
    return not non_selling or non_selling[:10] < latest[:10]
