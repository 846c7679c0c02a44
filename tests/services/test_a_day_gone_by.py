"""Coverage of a day gone by is what the page showed on that day; what moved since is told with its reason."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.errors import InvalidError, SponsorError
from sponsor_app.domain.ids import AccountId, ContactId, InteractionId, MemberId
from sponsor_app.domain.interaction import Intent, Kind, Place
from sponsor_app.domain.moves import Direction
from sponsor_app.services import (
    Services,
    accounts,
    contacts,
    coverage,
    history,
    interactions,
    members,
    rules,
    sponsorships,
)
from sponsor_app.store.store import Store
from sponsor_app.system.folders import Profile
from tests.conftest import KEY, TODAY, Clock

TIERS, STATUSES = ("strategic", "key", "standard", ""), ("customer", "at_risk", "lost", "prospect")


class Stood(NamedTuple):
    """What a page says of an account."""

    account: str
    status: str
    tier: str | None
    sponsor: str | None
    cadence: tuple[int, int] | None
    coverage: str
    days: int | None
    clocks: tuple[date | None, ...]
    asked_last: bool
    lead: str | None
    planned: date | None
    live: int


def stood(row: CoverageRow) -> Stood:
    cadence = (row.cadence.ideal, row.cadence.maximum) if row.cadence else None
    clocks = tuple(touch.on if touch else None for touch in row.clocks)
    return Stood(
        row.account,
        row.status,
        row.tier,
        row.sponsor,
        cadence,
        row.coverage,
        row.days_since,
        clocks,
        row.asked_last,
        row.lead,
        row.next_planned,
        row.live_contacts,
    )


def page(app: Services) -> list[Stood]:
    return [stood(row) for row in coverage.report(app).rows]


Deed = tuple[str, int, int]
deeds = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "tier",
                "status",
                "days",
                "visit",
                "call",
                "sponsor",
                "rule",
                "add",
                "lead",
                "plan",
                "held",
                "moved",
                "off",
                "never",
                "back",
                "left",
            ]
        ),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    max_size=4,
)


class Life:
    """A store to which things happen, day by day."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock(datetime(2026, 1, 5, 9, tzinfo=UTC))
        store = Store.create(
            folder / "life.db", KEY, self.clock.now, me={"name": "Grace"}, device="g"
        )
        self.app = Services(store, Profile(folder), self.clock.now, self.clock.today)
        self.team = [
            self.app.me,
            *(MemberId(members.add(self.app, name=name).created[0]) for name in ("Ann", "Ben")),
        ]
        self.accounts: list[AccountId] = []
        self.people: list[ContactId] = []
        self.left: set[ContactId] = set()
        self.plans: list[InteractionId] = []
        self.add("First")
        self.acts: dict[str, Callable[[int, int], None]] = {
            "tier": lambda a, b: self.change(a, tier=TIERS[b]),
            "status": lambda a, b: self.change(a, status=STATUSES[b]),
            "days": lambda a, b: self.change(a, ideal_days=str(10 * b + 5)),
            "visit": lambda a, b: self.meet(a, Kind.VISIT, Place.THEIRS, b),
            "call": lambda a, b: self.meet(a, Kind.CALL, Place.REMOTE, b),
            "sponsor": self.own,
            "rule": self.rule,
            "add": lambda a, b: self.add(f"Account {len(self.accounts)}"),
            "lead": lambda a, b: self.change(a, lead=("", "Grace", "Ann", "Ben")[b]),
            "plan": self.plan,
            "held": self.hold,
            "moved": lambda a, b: self.of_plans(
                lambda app, one: interactions.move(app, one, app.today() + timedelta(9 * b - 3))
            ),
            "off": lambda a, b: self.of_plans(interactions.cancel),
            "never": lambda a, b: self.of_plans(interactions.delete),
            "back": lambda a, b: self.of_plans(history.restore),
            "left": self.leave,
        }

    def add(self, name: str) -> None:
        changes = accounts.add(self.app, fields={"name": name, "tier": "key"})
        self.accounts.append(AccountId(changes.created[0]))
        made = contacts.add(self.app, account_id=self.accounts[-1], name=f"Dana of {name}")
        self.people.append(ContactId(made.created[0]))

    def one(self, number: int) -> AccountId:
        return self.accounts[number % len(self.accounts)]

    def change(self, number: int, **fields: str) -> None:
        accounts.change(self.app, self.one(number), fields)

    def meet(self, number: int, kind: Kind, place: Place, by: int) -> None:
        intent = (Intent.CARE, Intent.SELL, Intent.FIX, None)[by]
        who = (self.team[by % len(self.team)],)
        draft = InteractionDraft(
            self.one(number),
            kind,
            self.app.today(),
            place,
            intent,
            contact_ids=(self.people[by % len(self.people)],),
            member_ids=who,
        )
        interactions.log(self.app, draft)

    def plan(self, number: int, by: int) -> None:
        on = self.app.today() + timedelta(days=7 * by + 1)
        made = interactions.log(self.app, InteractionDraft(self.one(number), Kind.VISIT, on))
        self.plans.append(InteractionId(made.created[0]))

    def of_plans(self, act: Callable[[Services, InteractionId], object]) -> None:
        """Something becomes of the plan that was made last; of some it is refused."""
        for one in self.plans[-1:]:
            with suppress(SponsorError):
                act(self.app, one)

    def hold(self, _number: int, _by: int) -> None:
        """It takes place today: what is told later of an earlier day was not known on it."""

        def today(app: Services, one: InteractionId) -> None:
            interactions.move(app, one, app.today())  # refused for what was called off
            interactions.hold(app, one)
            self.plans.remove(one)

        self.of_plans(today)

    def leave(self, number: int, _by: int) -> None:
        who = self.people[number % len(self.people)]
        if who not in self.left:
            self.left.add(who)
            contacts.change(self.app, who, left_on=self.app.today())

    def own(self, number: int, by: int) -> None:
        sponsorships.set_sponsor(self.app, [self.one(number)], self.team[by % len(self.team)])

    def rule(self, which: int, days: int) -> None:
        tier = ("strategic", "key", "standard", "gone")[which]
        rules.change(self.app, f"cadence.{tier}.ideal", str(days * 7 + 1))


@settings(max_examples=12)
@given(history=st.lists(deeds, min_size=2, max_size=6), gaps=st.integers(1, 40))
def test_as_of_any_day_the_page_is_as_it_was_on_that_day(
    tmp_path_factory: pytest.TempPathFactory, history: list[list[Deed]], gaps: int
) -> None:
    life = Life(tmp_path_factory.mktemp("life"))
    seen: dict[date, list[Stood]] = {}
    for day in history:
        for act, first, second in day:
            life.acts[act](first, second)
        seen[life.app.today()] = page(life.app)
        life.clock.advance(gaps)
    for day, then in seen.items():
        past = coverage.report(life.app.as_of(day))
        assert [stood(row) for row in past.rows] == then
        since = coverage.report(life.app, against=day).moved
        assert since is not None
        assert since.before == past.totals
    life.app.store.close()


@pytest.fixture
def bolt(app: Services) -> AccountId:
    """On file for a year."""
    return AccountId(accounts.add(app, fields={"name": "Bolt", "tier": "strategic"}).created[0])


def visit(app: Services, account: AccountId, on: date) -> None:
    interactions.log(app, InteractionDraft(account, Kind.VISIT, on, Place.THEIRS, Intent.CARE))


def moved(app: Services, since: date) -> dict[str, tuple[str, tuple[str, ...]]]:
    found = coverage.report(app, against=since).moved
    assert found is not None
    return {one.row.account: (one.direction, one.why) for one in found.moved}


def test_a_visit_makes_it_better_and_time_makes_it_worse(
    app: Services, clock: Clock, acme: AccountId, bolt: AccountId
) -> None:
    visit(app, bolt, TODAY)
    since = TODAY
    clock.advance(60)
    visit(app, acme, app.today())
    assert moved(app, since) == {
        "Acme": (Direction.BETTER, ("visit on 17 Jan",)),
        "Bolt": (Direction.WORSE, ("ideal of 45 days passed on 3 Jan",)),
    }


def test_another_tier_status_and_sponsor_are_reasons_too(
    app: Services, clock: Clock, acme: AccountId
) -> None:
    visit(app, acme, TODAY)
    clock.advance(10)
    accounts.change(app, acme, {"tier": "standard", "status": "at_risk"})
    sponsorships.set_sponsor(app, [acme], app.me)
    assert moved(app, TODAY)["Acme"] == (
        Direction.OTHER,
        (
            "status customer → at risk",
            "tier strategic → standard",
            "promise 45/90 days → 180/365 days",
            "sponsor nobody → Grace Moreau",
        ),
    )


def test_an_account_put_on_file_later_is_new_and_one_deleted_is_counted_as_gone(
    app: Services, clock: Clock, acme: AccountId, bolt: AccountId
) -> None:
    clock.advance(10)
    late = AccountId(accounts.add(app, fields={"name": "Late"}).created[0])
    accounts.delete(app, acme)
    assert moved(app, TODAY)["Late"][0] is Direction.NEW
    then = coverage.report(app.as_of(TODAY))
    assert late not in {row.account_id for row in then.rows}
    assert {(one.count, one.reason) for one in then.left_out} == {
        (1, "not on file on that day"),
        (1, "deleted or merged since"),
    }


def test_before_anything_was_on_file_each_account_counts_as_it_is_now(
    app: Services, acme: AccountId
) -> None:
    before = app.as_of(TODAY - timedelta(days=400))
    assert [row.tier for row in coverage.report(before).rows] == ["strategic"]


@pytest.mark.parametrize("days", [0, 1, 4000])
def test_nothing_is_compared_with_a_day_to_come(app: Services, acme: AccountId, days: int) -> None:
    with pytest.raises(InvalidError, match="compared with a day before 2026-11-18"):
        coverage.report(app, against=TODAY + timedelta(days=days))


def test_dates_to_come_have_not_happened(app: Services, acme: AccountId) -> None:
    visit(app, acme, TODAY - timedelta(days=3))
    later = app.as_of(TODAY + timedelta(days=400))
    assert coverage.report(later).totals.overdue == 1
    assert coverage.report(app).totals.covered == 1
