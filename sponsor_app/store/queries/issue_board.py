"""The most pressing of many issues, and how many there are in all: a board of thousands must be there at once."""

from collections.abc import Callable, Collection
from datetime import date
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection

from sponsor_app.domain.issue import IssueStatus, Severity, next_update_due
from sponsor_app.domain.issue_board import BoardTally
from sponsor_app.domain.rules import Rules
from sponsor_app.store.queries.as_stored import as_stored, day_of
from sponsor_app.store.queries.choices import choice_or

MOST_OPEN, MOST_FIXED, MOST_MINE = 200, 60, 60
UNFINISHED = (
    "SELECT i.id, i.status, i.severity, i.owner_id, i.account_id, i.opened_on, i.next_update_on,"
    " CASE i.status WHEN 'open' THEN"
    " (SELECT max(u.on_day) FROM issue_update u WHERE u.issue_id = i.id) END"
    " FROM issue i WHERE i.status < 'closed' OR i.status > 'closed'"
)


class _Line(NamedTuple):
    id: str
    fixed: bool
    severity: int
    due: date
    mine: bool
    account: str


def how_many_unfinished(connection: Connection) -> int:
    """How many issues are open, or solved and not told."""
    sql = "SELECT count(*) FROM issue WHERE status < 'closed' OR status > 'closed'"
    return int(connection.exec_driver_sql(sql).scalar() or 0)


def pressing(
    connection: Connection, rules: Rules, me: str, own: Collection[str], today: date
) -> tuple[list[str], BoardTally]:
    """The ids of the most pressing (the most severe, then those due soonest, mine whatever they are), and the tally."""
    rows, places = as_stored(connection.exec_driver_sql(UNFINISHED)), frozenset(own)

    @cache  # of thousands a few hundred differ
    def due_after(severity: int, last: str) -> date:
        grave = choice_or(Severity, severity, Severity.SEV4)
        return next_update_due(grave, day_of(last), rules.update_days)

    lines = sorted((_line(row, due_after, me, places) for row in rows), key=itemgetter(1, 2, 3))
    still = [one for one in lines if not one.fixed]
    fixed = [one for one in lines if one.fixed]
    mine = [one for one in lines if one.mine]
    shown = (*still[:MOST_OPEN], *fixed[:MOST_FIXED], *mine[:MOST_MINE])
    tally = BoardTally(
        open=len(still),
        fixed=len(fixed),
        accounts=len({one.account for one in still}),
        late=sum(one.due < today for one in still),
        due_today=sum(one.due == today for one in still),
        severe=sum(one.severity <= Severity.SEV2 for one in lines),
        mine=len(mine),
    )
    return list(dict.fromkeys(one.id for one in shown)), tally


def _line(
    row: tuple[Any, ...], due_after: Callable[[int, str], date], me: str, own: Collection[str]
) -> _Line:
    record, status, severity, owner, account, opened, next_on, said = row
    due = day_of(next_on) if next_on else due_after(severity, max(said or opened, opened))
    fixed = status != IssueStatus.OPEN
    mine = owner == me or account in own
    return _Line(record, fixed, severity, due, mine, account)
