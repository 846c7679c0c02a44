"""Who leads and who owns each account, and who owned it before."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.services.demo.accounts import Account, Span
from sponsor_app.services.demo.dice import Dice
from sponsor_app.services.demo.planted.script import Planted
from sponsor_app.services.demo.team import Colleague, Part, Team

OWNED = {Tier.STRATEGIC: 1.0, Tier.KEY: 0.92, Tier.STANDARD: 0.84, None: 0.75}
LED = 0.94
BUSY_WEIGHT = 2.2
CANDIDATES = 20
HANDED_OVER, ONCE_OWNED = 0.3, 0.45
REASONS = (
    "moved to another function",
    "rebalanced the load",
    "closer to their business",
    "speaks their language",
)
EXPERTS = {Tier.STRATEGIC: (2, 3), Tier.KEY: (1, 2), Tier.STANDARD: (0, 1), None: (0, 1)}


@dataclass(slots=True)
class Owners:
    """Gives accounts to people, evenly but for one who has too many."""

    dice: Dice
    team: Team
    today: date
    load: Counter[str] = field(default_factory=Counter[str])

    def assign(self, accounts: list[Account]) -> None:
        """Leads, sponsors with their past, and those who come along; one sponsor is the boss of the lead."""
        for one in accounts:
            if one.planted:
                self._as_written(one, one.planted)
            else:
                self._draw(one)
        self._plant_a_boss([one for one in accounts if not one.planted])

    def _as_written(self, account: Account, planted: Planted) -> None:
        team = self.team
        account.lead = team.by_key(planted.lead) if team.of(Part.LEAD) else None
        for key, start, end, reason in planted.before:
            account.spans.append(Span(team.by_key(key), self._back(start), self._back(end), reason))
        if planted.sponsor:
            sponsor = team.by_key(planted.sponsor)
            account.spans.append(Span(sponsor, self._back(planted.sponsored), None))
            self.load[sponsor.id] += 1
        keys = {key for meet in planted.meets for key in meet.by} - {"me", planted.lead}
        found = {one.id: one for one in map(team.by_key, sorted(keys)) if one is not account.lead}
        account.experts = list(found.values())

    def _draw(self, account: Account) -> None:
        dice = self.dice
        leads = self._leads(account)
        account.lead = dice.pick(leads) if leads and dice.chance(LED) else None
        low, high = EXPERTS[account.tier]
        account.experts = dice.some(self.team.experts, dice.whole(low, high))
        share = OWNED[account.tier] * (0.8 if account.status is AccountStatus.PROSPECT else 1.0)
        if dice.chance(share):
            sponsor = self._least_loaded()
            self.load[sponsor.id] += 1
            account.spans = self._with_past(account, sponsor)
        elif dice.chance(ONCE_OWNED):
            account.spans = self._ended()

    def _leads(self, account: Account) -> list[Colleague]:
        """Those who cover the account's part of the world, or all."""
        every = self.team.of(Part.LEAD)
        near = [one for one in every if account.place.country.region in one.regions]
        return near or every

    def _least_loaded(self) -> Colleague:
        dice = self.dice
        pool = [one for one in self.team.of(Part.SPONSOR, Part.BUSY) if not one.me]
        some = dice.some(pool, CANDIDATES) if len(pool) > CANDIDATES else pool
        if not some:
            return self.team.me

        def weight(one: Colleague) -> float:
            capacity = BUSY_WEIGHT if one.part is Part.BUSY else 1.0
            return (self.load[one.id] + dice.roll() * 0.9) / capacity

        return min(some, key=weight)

    def _with_past(self, account: Account, sponsor: Colleague) -> list[Span]:
        dice = self.dice
        start = self._back(dice.whole(60, 1000))
        if account.since and start < account.since:
            start = account.since
        before = self._predecessor(sponsor)
        if before is None or not dice.chance(HANDED_OVER):
            return [Span(sponsor, start, None)]
        start = before.left_on or start
        reason = "left us" if before.left_on else dice.pick(REASONS)
        earlier = start - timedelta(days=dice.whole(150, 900))
        return [Span(before, earlier, start, reason), Span(sponsor, start, None)]

    def _predecessor(self, sponsor: Colleague) -> Colleague | None:
        parts = (Part.LEFT,) if self.dice.chance(0.4) else (Part.SPONSOR, Part.BUSY, Part.IDLE)
        found = [one for one in self.team.of(*parts) if one is not sponsor and not one.me]
        return self.dice.pick(found) if found else None

    def _ended(self) -> list[Span]:
        before = self._predecessor(self.team.me)
        if before is None:
            return []
        end = before.left_on or self._back(self.dice.whole(30, 500))
        reason = "left us" if before.left_on else self.dice.pick(REASONS)
        return [Span(before, end - timedelta(days=self.dice.whole(150, 900)), end, reason)]

    def _plant_a_boss(self, accounts: list[Account]) -> None:
        """The one violation of the rule that a sponsor is not the account lead's boss."""
        for one in accounts:
            if one.lead and one.lead.boss and one.sponsor:
                self.load[one.sponsor.id] -= 1
                start = one.spans[-1].start
                one.spans[-1] = Span(one.lead.boss, start, None)
                return

    def _back(self, days: int) -> date:
        return self.today - timedelta(days=days)
