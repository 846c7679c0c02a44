"""The home page: what is next, what needs me, who is going cold, what others did since I last looked."""

from datetime import datetime, timedelta

from sponsor_app.domain.today import A_LOOK_LASTS, Counts, TodayPage, going_cold, upcoming
from sponsor_app.services import Services
from sponsor_app.store.queries import coverage, mine, seen
from sponsor_app.store.queries.waiting import waiting

LOOKED = "today"
LOOKED_BEFORE = "today.before"
FIRST_LOOK_DAYS = 7


def page(app: Services) -> TodayPage:
    """Everything on the Today screen."""
    now, today = app.local_now(), app.today()
    with app.store.read() as connection:
        found = waiting(connection, app.me, now)
        rows = coverage.coverage_rows(connection, today, found.rules, sorted(found.here))
        by_account = {row.account_id: row for row in rows}
        visits = upcoming(found.plans, by_account, found.issues, found.commitments, now)
        last = seen.when(connection, LOOKED)
        looked = last
        if last is not None and not _is_new_look(last, app.now()):
            looked = seen.when(connection, LOOKED_BEFORE)
        since = looked or app.now() - timedelta(days=FIRST_LOOK_DAYS)
        return TodayPage(
            now=now,
            me=app.me,
            my_name=mine.name_of(connection, app.me),
            my_accounts=len(found.own),
            visits=visits,
            needs=found.needs,
            cold=going_cold((row for row in rows if row.account_id in found.own), today),
            news=tuple(mine.news(connection, since)),
            looked_at=looked,
            has_accounts=coverage.any_account(connection),
            opening=mine.opening(connection, visits, today),
            counts=found.counts,
        )


def counts(app: Services) -> Counts:
    """What waits for me, for the rail: neither coverage nor news are read for it."""
    with app.store.read() as connection:
        return waiting(connection, app.me, app.local_now()).counts


def mark_looked(app: Services) -> None:
    """Remember that everything up to now was seen; what this look began with stays on the page while it lasts."""
    now = app.now()
    with app.store.write_local() as connection:
        last = seen.when(connection, LOOKED)
        if last is not None and _is_new_look(last, now):
            seen.mark(connection, LOOKED_BEFORE, last)
        seen.mark(connection, LOOKED, now)


def _is_new_look(last: datetime, now: datetime) -> bool:
    return now - last > A_LOOK_LASTS
