"""The home page: what is next, what needs me, who is going cold, what others did since I last looked."""

from datetime import date, datetime, timedelta

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.putting_off import PutOff, split, standing_of_cold
from sponsor_app.domain.today import A_LOOK_LASTS, Counts, TodayPage, going_cold, upcoming
from sponsor_app.services import Services
from sponsor_app.store.queries import coverage, mine, put_off, seen
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
        asleep = put_off.put_off(connection)
        cold = going_cold((row for row in rows if row.account_id in found.own), today)
        cold, later = split(cold, asleep, today, lambda one: one.row.account_id, standing_of_cold)
        return TodayPage(
            now=now,
            me=app.me,
            my_name=mine.name_of(connection, app.me),
            my_accounts=len(found.own),
            visits=visits,
            needs=found.needs,
            cold=cold,
            news=tuple(mine.news(connection, since)),
            looked_at=looked,
            has_accounts=coverage.any_account(connection),
            opening=mine.opening(connection, visits, today),
            counts=found.counts,
            needs_put_off=found.needs_put_off,
            cold_put_off=later,
            until={record: one.until for record, one in asleep.items()},
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


def put_off_until(app: Services, record_id: str, until: date, *, was: str) -> Changes:
    """Do not show something on my page before a day, unless it no longer stands as it `was`.

    On this laptop and for me only; nothing about the record itself changes.
    """
    if until <= app.today():
        msg = f"{until} is not after today. Nothing was put off."
        raise InvalidError(msg, "Give a day to come, like Mon or in a week.")
    with app.store.write_local() as connection:
        put_off.keep(connection, record_id, PutOff(until, was), app.today())
    return Changes()


def take_up(app: Services, record_id: str) -> Changes:
    """Show again what was put off."""
    with app.store.write_local() as connection:
        put_off.forget(connection, record_id)
    return Changes()


def _is_new_look(last: datetime, now: datetime) -> bool:
    return now - last > A_LOOK_LASTS
