"""The home page: what is next, what needs me, who is going cold, what others did since I last looked."""

from datetime import timedelta

from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.issue_board import is_mine
from sponsor_app.domain.today import (
    DEBRIEF_DAYS,
    HORIZON_DAYS,
    Counts,
    TodayPage,
    going_cold,
    is_over,
    needs_me,
    upcoming,
)
from sponsor_app.services import Services
from sponsor_app.store.queries import coverage, mine, policy, promises, seen

LOOKED = "today"
FIRST_LOOK_DAYS = 7


def page(app: Services) -> TodayPage:
    """Everything on the Today screen."""
    now, today = app.local_now(), app.today()
    with app.store.read() as connection:
        rules = policy.rules(connection)
        own = frozenset(map(AccountId, coverage.sponsored_by(connection, app.me, today)))
        led = frozenset(map(AccountId, coverage.led_by(connection, app.me)))
        start, until = today - timedelta(days=DEBRIEF_DAYS), today + timedelta(days=HORIZON_DAYS)
        plans = mine.plans(connection, app.me, own, start, until)
        here = own | {plan.account_id for plan in plans if plan.account_id}
        rows = coverage.coverage_rows(connection, today, rules, sorted(here))
        issues = mine.open_issues(connection, rules, today, app.me, here)
        commitments = mine.pressing_promises(connection, today, app.me, here)
        visits = upcoming(plans, {row.account_id: row for row in rows}, issues, commitments, now)
        passed = [plan for plan in plans if is_over(plan, now)]
        needs = needs_me(issues, commitments, passed, mine=own, led=led, me=app.me, today=today)
        looked = seen.when(connection, LOOKED)
        news = mine.news(connection, looked or app.now() - timedelta(days=FIRST_LOOK_DAYS))
        counts = Counts(
            len(needs),
            sum(is_mine(one, app.me) for one in issues),
            len(promises.promises_of(connection, app.me)),
        )
        return TodayPage(
            now=now,
            me=app.me,
            my_name=mine.name_of(connection, app.me),
            my_accounts=len(own),
            visits=visits,
            needs=needs,
            cold=going_cold((row for row in rows if row.account_id in own), today),
            news=tuple(one.step for one in news),
            looked_at=looked,
            has_accounts=coverage.any_account(connection),
            opening=mine.opening(connection, visits, today),
            about=tuple(news),
            counts=counts,
        )


def counts(app: Services) -> Counts:
    """What waits for me, for the rail."""
    return page(app).counts


def mark_looked(app: Services) -> None:
    """Remember that everything up to now was seen."""
    with app.store.write_local() as connection:
        seen.mark(connection, LOOKED, app.now())
