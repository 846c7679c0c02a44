"""Whom a plan names, why, what it leaves alone, and what it says when not everything fits."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.load import LoadLimits
from sponsor_app.domain.member import Function
from sponsor_app.domain.suggesting import eligible
from sponsor_app.domain.suggesting.facts import Charge, Colleague, Situation, Tie
from sponsor_app.domain.suggesting.flow import LEFT
from sponsor_app.domain.suggesting.plan import Plan, short_words
from sponsor_app.domain.suggesting.problem import Problem
from sponsor_app.domain.suggesting.seniority import level_of
from sponsor_app.domain.suggesting.suggest import suggest
from tests.unit.suggesting.situations import TODAY, account, situation, who

YESTERDAY = TODAY - timedelta(days=1)


def pairs(plan: Plan) -> dict[str, str]:
    return {one.row.account: one.member.name for one in plan.proposals}


def because(plan: Plan) -> str:
    [one] = plan.proposals
    return " ".join(one.because)


def test_who_is_near_is_chosen_and_the_reason_is_said() -> None:
    team = [who("Ann", country="Spain"), who("Bob", country="France", city="Lyon")]
    plan = suggest(situation(team, [account("Acme", country="France", city="Paris")]))
    assert pairs(plan) == {"Acme": "Bob"}
    assert because(plan) == "Nobody owns it. Near them: France. Bob owns no account yet."
    assert plan.proposals[0].delta.words() == [
        "Accounts without a sponsor: -1.",
        "Executives without an account: -1.",
    ]


def test_a_region_is_known_from_the_accounts_of_a_country() -> None:
    team = [who("Ann", country="Spain"), who("Bob", country="Japan")]
    known = account("Old", "Ann", country="Japan", region="Asia", days=1)
    plan = suggest(situation(team, [known, account("New", country="Korea", region="Asia")]))
    assert pairs(plan) == {"New": "Bob"}
    assert "Near them: Asia." in because(plan)


def test_ties_counterparts_language_rank_and_industry_all_count() -> None:
    team = [who("Ann"), who("Bob", title="VP Finance", language="German")]
    bob = MemberId("Bob")
    mine = account("Old", "Bob", industry="Steel")
    new = account(
        "New",
        industry="steel",
        languages=frozenset({"german"}),
        level=level_of("Vice President Purchasing"),
        counterparts={bob: "Dana Reed"},
    )
    ties = {(AccountId("New"), bob): Tie(4.0, date(2026, 10, 1))}
    plan = suggest(situation(team, [mine, new], ties))
    assert pairs(plan) == {"New": "Bob"}
    assert because(plan) == (
        "Nobody owns it. Counterpart of Dana Reed. They know each other: last together on Thu 1 Oct."
        " Owns one account in the same industry: steel. Speaks their language: German."
        " Same rank as their most senior contact: vice president."
        " Bob owns 1 account; the aim is 2."
    )


def test_neither_the_lead_nor_the_boss_of_the_lead_is_proposed() -> None:
    team = [
        who("Ann", country="France"),
        who("Bob"),
        who("Lea", function=Function.OTHER, manager="Ann", country="France"),
    ]
    plan = suggest(situation(team, [account("Acme", lead="Lea", country="France")]))
    assert pairs(plan) == {"Acme": "Bob"}


def test_sales_leads_those_who_are_excused_and_those_who_go_get_nothing_new() -> None:
    team = [
        who("Sal", function=Function.SALES),
        who("Lea", leads=3),
        who("Exc", most=0),
        who("Gone", left=YESTERDAY),
        who("Going", left=TODAY + timedelta(days=9)),
    ]
    plan = suggest(situation(team, [account("Acme")]))
    assert (plan.proposals, plan.short, plan.room) == ((), 1, 0)
    assert plan.unplaced[0].why == "Nobody may be given an account."
    assert [one.member.name for one in plan.passed_over] == ["Exc", "Going", "Lea", "Sal"]


def test_what_works_stays_although_somebody_fits_a_little_better() -> None:
    team = [who("Ann"), who("Bob", country="France", city="Lyon")]
    plan = suggest(situation(team, [account("Acme", "Ann", country="France", city="Lyon")]))
    assert (plan.proposals, plan.objective) == ((), 0)


def test_a_sponsor_who_left_yesterday_is_replaced_and_it_is_said() -> None:
    team = [who("Ann", left=YESTERDAY), who("Bob")]
    plan = suggest(situation(team, [account("Acme", "Ann")]))
    assert pairs(plan) == {"Acme": "Bob"}
    assert because(plan).startswith("Ann left on 2026-11-17.")
    assert plan.delta.sponsor_left == -1


def test_the_boss_of_the_lead_hands_over_when_somebody_has_room() -> None:
    team = [who("Ann"), who("Bob"), who("Lea", leads=1, manager="Ann")]
    plan = suggest(situation(team, [account("Acme", "Ann", lead="Lea")]))
    assert pairs(plan) == {"Acme": "Bob"}
    assert because(plan).startswith("Ann is the boss of the account lead, Lea.")


def test_two_sponsors_at_once_are_shown_and_nothing_is_guessed() -> None:
    team = [who("Ann"), who("Bob"), who("Cat")]
    plan = suggest(situation(team, [account("Acme", "Ann", "Bob")]))
    assert plan.proposals == ()
    assert [(one.row.account, one.members) for one in plan.disputed] == [("Acme", ("Ann", "Bob"))]


def test_an_owner_who_has_not_reached_this_laptop_keeps_the_account() -> None:
    plan = suggest(situation([who("Ann")], [account("Acme", "Stranger")]))
    assert (plan.proposals, plan.unplaced) == ((), ())


def test_no_sponsors_at_all_is_a_plan_that_says_so() -> None:
    plan = suggest(situation([], [account("Acme"), account("Zenith")]))
    assert (plan.proposals, plan.need, plan.room, plan.short) == ((), 2, 0, 2)
    assert suggest(situation([], [])) == replace(plan, unplaced=(), need=0)


def test_when_it_does_not_fit_the_weightiest_are_placed_and_the_rest_is_counted() -> None:
    team = [who("Ann", most=1), who("Bob", most=1)]
    charges = [
        account("Standard", tier=Tier.STANDARD),
        account("Strategic", tier=Tier.STRATEGIC),
        account("Lost", tier=Tier.STRATEGIC, status=AccountStatus.LOST),
        account("Key"),
    ]
    plan = suggest(situation(team, charges))
    assert sorted(pairs(plan)) == ["Key", "Strategic"]
    assert (plan.need, plan.room, plan.short) == (4, 2, 2)
    assert "room for 2: 2 do not fit." in short_words(plan)


def test_one_with_too_many_gives_some_away_and_the_rest_is_named() -> None:
    team = [who("Ann"), who("Bob", most=2)]
    charges = [account(f"A{number}", "Ann") for number in range(9)]
    plan = suggest(situation(team, charges))
    assert set(pairs(plan).values()) == {"Bob"}
    assert len(plan.proposals) == 2
    assert [(one.member.name, one.by) for one in plan.overfull] == [("Ann", 2)]
    assert plan.short == 2
    assert plan.proposals[0].because[0] == "Ann owns 9 accounts; 5 are the most."


def test_accounts_are_spread_before_anybody_gets_a_third() -> None:
    team = [who(name) for name in ("Ann", "Bob", "Cat")]
    plan = suggest(situation(team, [account(f"A{number}") for number in range(6)]))
    assert sorted(pairs(plan).values()) == ["Ann", "Ann", "Bob", "Bob", "Cat", "Cat"]


def test_titles_have_ranks() -> None:
    titles = {"CIO": 4, "Chief of Staff": 4, "SVP Sales": 3, "Vice President": 3, "Clerk": None}
    assert {title: level_of(title) for title in titles} == titles
    assert (level_of("Senior Director"), level_of("Plant manager"), level_of(None)) == (2, 1, None)


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    countries = st.sampled_from([None, "France", "Spain"])
    names = ["Ann", "Bob", "Cat"]
    team = [
        who(
            name,
            most=draw(st.sampled_from([None, 0, 1, 2])),
            function=draw(st.sampled_from([None, Function.FINANCE, Function.SALES])),
            manager=draw(st.sampled_from([None, *names])),
            left=draw(st.sampled_from([None, None, None, YESTERDAY])),
            country=draw(countries),
        )
        for name in names
    ]
    owners = st.lists(st.sampled_from(names), max_size=2, unique=True)
    charges = [
        account(
            f"A{number}",
            *draw(owners),
            tier=draw(st.sampled_from([None, *Tier])),
            days=draw(st.sampled_from([None, 1, 100, 500])),
            lead=draw(st.sampled_from([None, *names])),
            country=draw(countries),
        )
        for number in range(draw(st.integers(0, 5)))
    ]
    return situation(team, charges, limits=LoadLimits(1, 2, draw(st.integers(1, 4))))


@settings(max_examples=80)
@given(situations())
def test_no_other_assignment_is_better_by_the_same_rules(given_: Situation) -> None:
    problem = Problem(given_)
    every = product(range(LEFT, len(given_.colleagues)), repeat=len(problem.charges))
    least = min(problem.costs.total(owners) for owners in every)
    assert suggest(given_).objective == problem.costs.total(problem.now) - least


@settings(max_examples=80)
@given(situations(), st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_listed_changes_nothing(
    given_: Situation, lots: random.Random
) -> None:
    colleagues: list[Colleague] = list(given_.colleagues)
    charges: list[Charge] = list(given_.charges)
    lots.shuffle(colleagues)
    lots.shuffle(charges)
    shuffled = replace(given_, colleagues=colleagues, charges=charges)
    assert suggest(shuffled) == suggest(given_)


@settings(max_examples=80)
@given(situations())
def test_a_plan_never_makes_a_list_longer_nor_breaks_a_limit(given_: Situation) -> None:
    plan = suggest(given_)
    assert plan.delta.unsponsored <= 0
    assert plan.delta.overloaded <= 0
    assert plan.objective >= 0
    assert {one.row.account for one in plan.unplaced}.isdisjoint(pairs(plan))


@settings(max_examples=80)
@given(situations())
def test_no_account_is_left_without_an_owner_while_somebody_who_may_has_room(
    given_: Situation,
) -> None:
    plan, problem = suggest(given_), Problem(given_)
    load = Counter(problem.owned)
    load.update(problem.column[one.member.id] for one in plan.proposals)
    load.subtract(problem.column[one.before.id] for one in plan.proposals if one.before)
    charges = {one.row.account_id: one for one in given_.charges}
    for one in plan.unplaced:
        charge = charges[one.row.account_id]
        for at, colleague in enumerate(given_.colleagues):
            may = problem.open[at] and not eligible.against(
                colleague.member, charge, problem.managers
            )
            assert not may or load[at] >= problem.carries[at]
