"""Everything that a coverage report is made from, today or on a day gone by; kept, because it is asked for again and again."""

from datetime import date, datetime

from sqlalchemy import Connection

from sponsor_app.domain.board import Facets, facets
from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.gaps import GapList
from sponsor_app.domain.report import Known, LeftOut, all_gaps
from sponsor_app.store.queries import people, policy
from sponsor_app.store.queries.as_of import rows_then
from sponsor_app.store.queries.concerns import concerns, concerns_then
from sponsor_app.store.queries.coverage import every_row
from sponsor_app.store.store import Store


def known_on(store: Store, connection: Connection, day: date, since: datetime | None) -> Known:
    """What is known as of a day; `since` is the moment at which it was over, None while it is not."""
    if since is None:
        return store.kept(connection, "coverage now", day, lambda: _now(store, connection, day))
    return store.kept(connection, "coverage then", day, lambda: _then(connection, day, since))


def rows_before(connection: Connection, day: date, since: datetime) -> tuple[CoverageRow, ...]:
    """The accounts of a day gone by, to be compared with; nobody asks who sat face to face or was in touch."""
    return rows_then(connection, day, since, wide=False).rows


def gaps_of(store: Store, connection: Connection, known: Known) -> tuple[GapList, ...]:
    """The gap lists of all accounts."""
    return store.kept(connection, "gaps", known.as_of, lambda: all_gaps(known))


def facets_of(store: Store, connection: Connection, known: Known) -> Facets:
    """How many accounts each choice of each filter stands for."""
    return store.kept(
        connection, "facets", known.as_of, lambda: facets(known.rows, known.functions)
    )


def _now(store: Store, connection: Connection, today: date) -> Known:
    rules = policy.rules(connection)
    rows = every_row(store, connection, today, rules)
    everyone = people.members(connection, today, [row.sponsor_id for row in rows])
    return Known(today, rows, tuple(everyone), rules, concerns(store, connection, today, rules))


def _then(connection: Connection, day: date, since: datetime) -> Known:
    past = rows_then(connection, day, since)
    owners, leads = [row.sponsor_id for row in past.rows], [row.lead_id for row in past.rows]
    everyone = people.members(connection, day, owners, leads)
    left_out = (
        LeftOut("accounts", past.not_yet, "not on file on that day"),
        LeftOut("accounts", past.gone_since, "deleted or merged since"),
    )
    worries = concerns_then(connection, day, past.rules)
    unrecorded = not past.begun
    return Known(
        day, past.rows, tuple(everyone), past.rules, worries, left_out, unrecorded=unrecorded
    )
