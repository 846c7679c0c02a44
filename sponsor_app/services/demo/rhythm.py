"""How often and when: each account gets its share of all interactions, at the rhythm of its tier and its habit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import log

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.coverage import Cadence
from sponsor_app.domain.rules import Rules, cadence_of
from sponsor_app.services.demo.accounts import Account, Habit
from sponsor_app.services.demo.dice import Dice, shares

BY_TIER = {Tier.STRATEGIC: 5.0, Tier.KEY: 2.6, Tier.STANDARD: 1.25, None: 1.0}
BY_HABIT = {
    Habit.WELL: 1.0,
    Habit.DUE: 0.8,
    Habit.OVERDUE: 0.6,
    Habit.NEVER: 0.0,
    Habit.ONLY_SELLING: 0.6,
    Habit.NEVER_THERE: 0.8,
    Habit.ONE_FACE: 0.7,
}
BY_STATUS = {
    AccountStatus.CUSTOMER: 1.0,
    AccountStatus.AT_RISK: 1.3,
    AccountStatus.PROSPECT: 0.5,
    AccountStatus.LOST: 0.5,
    AccountStatus.FORMER: 0.5,
}
HORIZON = 1150
"""How many days back the oldest touches lie."""

MOST_OVERDUE = 300
FRIDAY, WEEK = 4, 7


def allocate(dice: Dice, accounts: Iterable[Account], total: int) -> None:
    """Split `total` generated touches over the accounts."""
    weights: dict[int, float] = {}
    by_number = dict(enumerate(accounts))
    fixed = 0
    for number, one in by_number.items():
        if one.planted and one.planted.more:
            one.touches = min(one.planted.more, max(0, total - fixed))
            fixed += one.touches
            continue
        weight = BY_TIER[one.tier] * BY_HABIT[one.habit] * BY_STATUS[one.status]
        weights[number] = weight * (0.6 + 0.8 * dice.roll()) * (0.7 if one.planted else 1.0)
    counts = shares(weights, max(0, total - fixed))
    for number, count in counts.items():
        by_number[number].touches = count


@dataclass(slots=True)
class Rhythm:
    """Draws the days of an account's touches."""

    dice: Dice
    today: date
    rules: Rules

    def cadence(self, account: Account) -> Cadence | None:
        """What was promised to this account."""
        return cadence_of(self.rules, account.status, account.tier)

    def days(self, account: Account) -> list[date]:
        """The days of its generated touches, oldest first; never a weekend, never today or later."""
        count = account.touches
        if not count:
            return []
        last = self._last(account)
        dice = self.dice
        gaps = [0.25 - log(1.0 - dice.roll()) for _ in range(count - 1)]
        room = max(0, self._horizon(account) - last)
        scale = room * (0.75 + 0.25 * dice.roll()) / (sum(gaps) or 1.0)
        back, found = float(last), [last]
        for gap in gaps:
            back += gap * scale
            found.append(int(back))
        return [self.workday(ago) for ago in reversed(found)]

    def workday(self, ago: int) -> date:
        """The day `ago` days back, or the Friday before when that is a weekend."""
        day = self.today - timedelta(days=ago)
        weekday = day.weekday()
        return day - timedelta(days=weekday - FRIDAY) if weekday > FRIDAY else day

    def coming(self, ahead: int) -> date:
        """The day `ahead` days from today, or the Monday after when that is a weekend."""
        day = self.today + timedelta(days=ahead)
        weekday = day.weekday()
        return day + timedelta(days=WEEK - weekday) if weekday > FRIDAY else day

    def _horizon(self, account: Account) -> int:
        if account.since is None:
            return HORIZON // 3
        known = (self.today - account.since).days + 200
        return min(HORIZON, known)

    def _last(self, account: Account) -> int:
        """How many days ago the newest generated touch lies."""
        dice = self.dice
        if account.planted and account.planted.meets:
            oldest = max(meet.ago for meet in account.planted.meets)
            return oldest + dice.whole(15, 45)
        cadence = self.cadence(account)
        if cadence is None:
            return dice.whole(4, 320)
        if account.habit is Habit.OVERDUE:
            return cadence.maximum + dice.whole(2, min(MOST_OVERDUE, cadence.maximum))
        if account.habit is Habit.DUE:
            return dice.whole(cadence.ideal + 1, cadence.maximum - 3)
        newest = dice.roll() * dice.roll() if dice.chance(0.5) else dice.roll()
        return 1 + int(newest * (cadence.ideal - 4))
