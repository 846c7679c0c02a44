"""The hand-off of a promise: whoever made it, it is nobody's until the account lead takes it on."""

from datetime import date, timedelta

from sponsor_app.domain.commitment import Commitment
from sponsor_app.domain.ids import MemberId

WORKING_DAYS, WEEK = 5, 7


def working_days(after: date, until: date) -> int:
    """How many days from Monday to Friday lie after one day, up to and with another; never negative."""
    if until <= after:
        return 0
    weeks, rest = divmod((until - after).days, WEEK)
    days = (after + timedelta(days=number) for number in range(1, rest + 1))
    return weeks * WORKING_DAYS + sum(day.weekday() < WORKING_DAYS for day in days)


def days_waiting(one: Commitment, today: date, accept_within: int) -> int:
    """Working days that a promise waited beyond what the account lead is given; 0 while that lasts or once accepted."""
    if not one.unowned:
        return 0
    waited = working_days(one.made_on, today)
    return waited if waited >= accept_within else 0


def may_accept(
    by: MemberId, lead: MemberId | None, sponsor: MemberId | None, *, escalated: bool
) -> bool:
    """Whether a member may take a promise on for us: the account lead; anyone where there is none.

    Once it is escalated the sponsor may too: what was promised must not wait for one person's return.
    """
    return lead is None or by == lead or (escalated and by == sponsor)
