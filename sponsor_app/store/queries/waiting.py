"""What a member has to do with, in one read: for their home page, and without the rest of it for the rail."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.issue_board import is_mine
from sponsor_app.domain.putting_off import split, standing_of_need
from sponsor_app.domain.reference_needs import reference_needs
from sponsor_app.domain.today import (
    DEBRIEF_DAYS,
    HORIZON_DAYS,
    Counts,
    Waiting,
    is_over,
    needs_me,
    pressing,
)
from sponsor_app.store.queries import mine, owning, policy, promises, put_off, references


def waiting(connection: Connection, me: MemberId, now: datetime) -> Waiting:
    """What waits for a member at a moment (local time), and what it was found from."""
    today, rules = now.date(), policy.rules(connection)
    own = frozenset(map(AccountId, owning.sponsored_by(connection, me, today)))
    led = frozenset(map(AccountId, owning.led_by(connection, me)))
    start, until = today - timedelta(days=DEBRIEF_DAYS), today + timedelta(days=HORIZON_DAYS)
    plans = mine.plans(connection, me, own, start, until)
    here = own | {plan.account_id for plan in plans if plan.account_id}
    issues = mine.open_issues(connection, rules, today, me, here)
    commitments = mine.pressing_promises(connection, today, me, here)
    passed = [plan for plan in plans if is_over(plan, now)]
    pressing_needs = needs_me(
        issues,
        commitments,
        passed,
        mine=own,
        led=led,
        me=me,
        today=today,
        accept_within=rules.accept_working_days,
    )
    known = references.looked_after(connection, today, rules, me, own)
    asked = reference_needs(known, rules.references, mine=own, me=me, today=today)
    everything = sorted((*pressing_needs, *asked), key=pressing)
    asleep = put_off.put_off(connection)
    needs, later = split(everything, asleep, today, lambda need: need.record_id, standing_of_need)
    counts = Counts(
        len(needs),
        sum(is_mine(one, me) for one in issues),
        len(promises.promises_of(connection, me)),
        len(asked),
    )
    found = (tuple(plans), tuple(issues), tuple(commitments))
    return Waiting(rules, own, here, *found, needs, counts, later)
