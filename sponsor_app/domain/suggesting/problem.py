"""From what is known to numbers: what each pair costs, and what it costs to leave an account as it is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sponsor_app.domain.account import Tier
from sponsor_app.domain.coverage import Coverage
from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.suggesting import eligible
from sponsor_app.domain.suggesting.facts import Charge, Situation
from sponsor_app.domain.suggesting.fitness import Fitness
from sponsor_app.domain.suggesting.flow import LEFT, NEVER, Costs

STRANGER = 100
"""What a pair costs that has nothing in common; every point of fitness takes one away."""
KEEP = {
    Coverage.COVERED: 80,
    Coverage.DUE: 60,
    Coverage.NO_CADENCE: 60,
    Coverage.OVERDUE: 30,
    Coverage.NEVER_MET: 20,
}
"""What moving an account costs: a relationship that works is left alone."""
AGAINST, OVERFULL = 120, 200
"""What it costs that a sponsor stays who should not, and each account above what a member can carry."""
NOBODY, GONE, BURNING = 1000, 300, 50
TIERS: dict[Tier | None, int] = {Tier.STRATEGIC: 400, Tier.KEY: 200, Tier.STANDARD: 100, None: 0}


@dataclass(frozen=True)
class Problem:
    """The situation as the solver sees it: open charges in a fixed order, members by position."""

    situation: Situation

    @cached_property
    def fitness(self) -> Fitness:
        """How well everyone fits."""
        return Fitness(self.situation)

    @cached_property
    def column(self) -> dict[MemberId, int]:
        """Each member's position."""
        return {one.member.id: at for at, one in enumerate(self.situation.colleagues)}

    @cached_property
    def managers(self) -> dict[str, str | None]:
        """Who leads whom."""
        return {one.member.id: one.member.manager_id for one in self.situation.colleagues}

    @cached_property
    def charges(self) -> list[Charge]:
        """The accounts to decide on, those that need somebody most first.

        Not the disputed, nor those for which somebody has decided already, nor those of a stranger.
        """
        known = [one for one in self.situation.charges if self._is_open(one)]
        return sorted(
            known,
            key=lambda one: (
                -(self._weight(one) if self.owner(one) == LEFT else 0),
                one.row.account.casefold(),
                one.row.account_id,
            ),
        )

    def owner(self, charge: Charge) -> int:
        """The position of the member who owns an account and is here, or LEFT."""
        for who in charge.owners:
            at = self.column.get(who, LEFT)
            if at != LEFT and not self.has_left(at):
                return at
        return LEFT

    def has_left(self, at: int) -> bool:
        """Whether a member is no longer with us."""
        left_on = self.situation.colleagues[at].member.left_on
        return left_on is not None and left_on <= self.situation.today

    @cached_property
    def now(self) -> list[int]:
        """The assignment as it is."""
        return [self.owner(one) for one in self.charges]

    @cached_property
    def elsewhere(self) -> Counter[int]:
        """How many accounts each member owns that are not decided here."""
        return Counter(
            self.column[who]
            for one in self.situation.charges
            if not self._is_open(one)
            for who in {*one.owners, *one.coming}
            if who in self.column
        )

    def _is_open(self, one: Charge) -> bool:
        return not one.coming and len(one.owners) <= 1 and self.column.keys() >= set(one.owners)

    @cached_property
    def reasons_not(self) -> list[str | None]:
        """Why a member is given nothing new; None for those who may be."""
        everyone = self.situation.colleagues
        return [eligible.why_not(one.member, self.situation) for one in everyone]

    @cached_property
    def carries(self) -> list[int]:
        """How many of the accounts decided here each member can carry."""
        limits = self.situation.limits
        return [
            0
            if self.has_left(at)
            else max(0, eligible.most(one.member, limits) - self.elsewhere[at])
            for at, one in enumerate(self.situation.colleagues)
        ]

    @cached_property
    def owned(self) -> Counter[int]:
        """How many of the accounts decided here each member owns now."""
        return Counter(at for at in self.now if at != LEFT)

    @cached_property
    def open(self) -> list[bool]:
        """Who may be given something new: not those who already own too much."""
        return [
            why is None and self.owned[at] <= self.carries[at]
            for at, why in enumerate(self.reasons_not)
        ]

    @cached_property
    def costs(self) -> Costs:
        """The numbers to solve."""
        limits, everyone = self.situation.limits, self.situation.colleagues
        places = [
            eligible.place_costs(one.member, limits)[self.elsewhere[at] :]
            for at, one in enumerate(everyone)
        ]
        return Costs(
            [self.row(charge, now) for charge, now in zip(self.charges, self.now, strict=True)],
            [
                self._weight(charge) if now == LEFT else NEVER
                for charge, now in zip(self.charges, self.now, strict=True)
            ],
            [own[: self.carries[at]] for at, own in enumerate(places)],
            [
                OVERFULL if self.owned[at] > self.carries[at] else NEVER
                for at in range(len(everyone))
            ],
        )

    def row(self, charge: Charge, now: int) -> list[int]:
        """What an account costs with each member."""
        row = [
            STRANGER - points if may else NEVER
            for points, may in zip(self.fitness.scores(charge), self.open, strict=True)
        ]
        everyone, lead = self.situation.colleagues, charge.row.lead_id
        if now != LEFT:
            score = self.fitness.scores(charge)[now]
            row[now] = STRANGER - score - KEEP[charge.row.coverage]
        if lead is None:
            return row
        for who in (lead, self.managers.get(lead)):
            at = self.column.get(MemberId(who), LEFT) if who else LEFT
            if at != LEFT and eligible.against(everyone[at].member, charge, self.managers):
                row[at] = row[at] + AGAINST if at == now else NEVER
        return row

    def _weight(self, charge: Charge) -> int:
        row = charge.row
        weight = NOBODY + (0 if row.status.gone else TIERS[row.tier])
        return weight - GONE * row.status.gone + BURNING * (row.open_sev12 > 0)


def room(problem: Problem) -> int:
    """How many accounts could be given to somebody."""
    free = zip(problem.carries, range(len(problem.carries)), strict=True)
    return sum(can - problem.owned[at] for can, at in free if problem.open[at])


def excess(problem: Problem, owners: Sequence[int]) -> Counter[int]:
    """By how many each member would own more than they can carry."""
    loads = Counter(at for at in owners if at != LEFT)
    return Counter(
        {at: load - problem.carries[at] for at, load in loads.items() if load > problem.carries[at]}
    )
