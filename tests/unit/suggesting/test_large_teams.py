"""200 members and 2,000 accounts: what it costs in processor time, however tight the room is."""

import random
import time

import pytest

from sponsor_app.domain.account import Tier
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.load import LoadLimits
from sponsor_app.domain.suggesting.facts import Situation, Tie
from sponsor_app.domain.suggesting.suggest import suggest
from tests.unit.suggesting.situations import TODAY, account, situation, who

COUNTRIES = ["France", "Spain", "Japan", "Chile", "Kenya", "Canada", None]
INDUSTRIES = [f"Industry {number}" for number in range(20)]
SECONDS = 5


def a_large_team(limits: LoadLimits, owned: float) -> Situation:
    lots = random.Random(7)
    names = [f"Member {number}" for number in range(200)]
    team = [
        who(name, country=lots.choice(COUNTRIES), title=lots.choice(["CFO", "VP", "Director"]))
        for name in names
    ]
    charges = [
        account(
            f"Account {number}",
            *([lots.choice(names)] if lots.random() < owned else []),
            tier=lots.choice([None, *Tier]),
            days=lots.choice([None, 10, 100, 400]),
            country=lots.choice(COUNTRIES),
            city=lots.choice(["Lyon", "Osaka", "Lima", None]),
            industry=lots.choice(INDUSTRIES),
            level=lots.choice([None, 1, 2, 3, 4]),
        )
        for number in range(2000)
    ]
    met = {
        (AccountId(f"Account {lots.randrange(2000)}"), MemberId(lots.choice(names))): Tie(
            lots.uniform(0, 9), TODAY
        )
        for _tie in range(6000)
    }
    return situation(team, charges, met, limits)


@pytest.mark.parametrize("owned", [0.0, 0.6, 1.0])
@pytest.mark.parametrize("limits", [LoadLimits(), LoadLimits(8, 12, 16)], ids=["tight", "roomy"])
def test_a_large_team_has_its_plan_in_seconds(limits: LoadLimits, owned: float) -> None:
    large = a_large_team(limits, owned)
    began = time.process_time()
    plan = suggest(large)
    took = time.process_time() - began
    print(f"{took:.2f} s, {len(plan.proposals)} proposals, {plan.short} short")
    assert took < SECONDS
    assert plan.delta.unsponsored <= 0
