"""The home page: what is next, what needs me, who is going cold, what others did since I last looked."""

from datetime import timedelta

from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.today import (
    DEBRIEF_DAYS,
    TodayPage,
    going_cold,
    needs_me,
    upcoming,
)
from sponsor_app.services import Services
from sponsor_app.store.queries import coverage, history, open_items, people, policy, seen, timeline

LOOKED = "today"
FIRST_LOOK_DAYS = 7
NEWS = 12
SETUP = "setup"


def page(app: Services) -> TodayPage:
    """Everything on the Today screen."""
    now, today = app.local_now(), app.today()
    with app.store.read() as connection:
        rules = policy.rules(connection)
        looked = seen.when(connection, LOOKED)
        mine_ids = coverage.sponsored_by(connection, app.me, today)
        mine = coverage.coverage_rows(connection, today, rules, mine_ids)
        by_id = {row.account_id: row for row in mine}
        led = frozenset(map(AccountId, coverage.led_by(connection, app.me)))
        issues = open_items.issues(connection, rules, today, only_open=True)
        commitments = open_items.commitments(connection, only_open=True)
        start = today - timedelta(days=DEBRIEF_DAYS)
        plans = timeline.planned(connection, start)
        me = next(one for one in people.members(connection, today) if one.id == app.me)
        since = looked or app.now() - timedelta(days=FIRST_LOOK_DAYS)
        steps = history.steps_since(connection, since, mine=False)
        return TodayPage(
            now=now,
            me=app.me,
            my_name=me.name,
            my_accounts=len(mine),
            visits=upcoming(plans, by_id, issues, app.me, today),
            needs=needs_me(
                issues,
                commitments,
                [plan for plan in plans if plan.on < today],
                mine=by_id,
                led=led,
                me=app.me,
                today=today,
            ),
            cold=going_cold(mine, today),
            news=tuple(step for step in steps if step.kind != SETUP)[:NEWS],
            looked_at=looked,
            has_accounts=coverage.any_account(connection),
        )


def mark_looked(app: Services) -> None:
    """Remember that everything up to now was seen."""
    with app.store.write_local() as connection:
        seen.mark(connection, LOOKED, app.now())
