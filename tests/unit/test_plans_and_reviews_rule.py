"""Rules of the planner, the one-to-one and quarters, as functions of values."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.clocks import Clocks, LastTouch
from sponsor_app.domain.coverage import CoverageRow, assess, totals
from sponsor_app.domain.ids import AccountId, InteractionId, MemberId
from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.load import LoadLimits
from sponsor_app.domain.people import Member
from sponsor_app.domain.planning import Ahead, Booked, effect, next_workday, plan_visits
from sponsor_app.domain.program import outcomes, share
from sponsor_app.domain.quarters import quarters_until
from sponsor_app.domain.review import Review, talking_points
from sponsor_app.domain.rules import Rules, cadence_of

TODAY = date(2026, 11, 18)
MIA, TOM = MemberId("mia"), MemberId("tom")
CITIES = ("Bergen", "Oslo", None)
DAYS = st.one_of(st.none(), st.integers(0, 700))


def row(number: int, days: int | None, sponsor: MemberId | None = MIA) -> CoverageRow:
    """An account of the key tier, seen so many days ago, or never."""
    on = TODAY - timedelta(days=days or 0)
    last = None if days is None else LastTouch(on, InteractionId(f"i{number}"), Kind.VISIT)
    cadence = cadence_of(Rules(), AccountStatus.CUSTOMER, Tier.KEY)
    return CoverageRow(
        AccountId(f"a{number:04}"),
        f"Account {number:04}",
        AccountStatus.CUSTOMER,
        Tier.KEY,
        None,
        None,
        None,
        sponsor,
        sponsor,
        None,
        None,
        cadence,
        assess(cadence, last.on if last else None, TODAY),
        Clocks(last, None, last, None),
        days,
        None,
        0,
        1,
    )


def member(left_on: date | None = None) -> Member:
    return Member(MIA, "Mia Andersson", None, None, None, None, None, left_on, 1, 0)


def review(rows: tuple[CoverageRow, ...], one: Member) -> Review:
    return Review(TODAY, one, rows, totals(rows), LoadLimits(), (), (), (), (), {})


@given(
    st.lists(st.tuples(DAYS, st.sampled_from((MIA, TOM, None))), max_size=60),
    st.sampled_from((4, 8, 12)),
    st.integers(1, 4),
    st.lists(st.integers(0, 60), max_size=8),
)
def test_a_plan_keeps_to_the_days_and_the_room_there_is_and_forgets_nobody(
    seen: list[tuple[int | None, MemberId | None]], weeks: int, per_week: int, taken: list[int]
) -> None:
    rows = [row(number, days, who) for number, (days, who) in enumerate(seen)]
    cities: dict[str, str | None] = {
        one.account_id: CITIES[place % 3] for place, one in enumerate(rows)
    }
    booked = [Booked(MIA, TODAY + timedelta(days=one), "Bergen") for one in taken]
    here = {MIA: "Mia Andersson"}  # Tom left yesterday
    ahead = Ahead(TODAY, weeks, rows, cities, booked, here, per_week)
    plan = plan_visits(ahead)
    assert plan == plan_visits(ahead)
    assert all(TODAY < one.on <= ahead.until for one in plan.proposals)
    assert all(one.on.weekday() < 5 and one.member_id == MIA for one in plan.proposals)
    loads = Counter(one.on.isocalendar()[:2] for one in plan.proposals)
    before = Counter(one.on.isocalendar()[:2] for one in booked)
    assert all(loads[week] + before[week] <= max(per_week, before[week]) for week in loads)
    there = {(one.on, one.city) for one in plan.proposals}
    assert all(len({city for on, city in there if on == day}) == 1 for day, _city in there)
    known = [one.row.account_id for one in plan.proposals]
    known += [one.account_id for one, _why in plan.left_over]
    assert len(known) == len(set(known))
    assert plan.unowned == sum(
        one.sponsor_id != MIA and (one.days_since is None or 90 - one.days_since <= weeks * 7)
        for one in rows
    )
    without, with_plan, promised = effect(plan, plan.proposals)
    assert without <= with_plan <= promised


def test_one_sponsor_with_five_thousand_accounts_gets_what_fits_and_the_rest_is_counted() -> None:
    rows = [row(number, 400) for number in range(5000)]
    plan = plan_visits(Ahead(TODAY, 12, rows, {}, (), {MIA: "Mia"}))
    assert len(plan.proposals) + len(plan.left_over) == 5000
    assert 30 <= len(plan.proposals) <= 39


def test_a_sponsor_who_left_yesterday_hands_over_and_one_without_an_account_gets_one() -> None:
    gone = review((row(1, 10),), member(TODAY - timedelta(days=1)))
    assert talking_points(gone)[0].text == "Hand over 1 account."
    assert talking_points(review((), member()))[0].because == "Mia Andersson owns none"


@given(st.dates(date(1990, 1, 1), date(2200, 1, 1)))
def test_quarters_follow_each_other_without_a_gap_and_end_today(today: date) -> None:
    found = quarters_until(today)
    assert found[-1].last == today
    for one, after in pairwise(found):
        assert one.whole
        assert one.last + timedelta(days=1) == after.first


def test_a_share_of_nothing_is_said_and_outcomes_count_only_who_was_asked() -> None:
    assert share(0, 0) == "no share (none of 0)"
    found = outcomes([row(1, 5), row(2, 5)], {"a0001": 8})
    assert (found.asked, found.pulse, found.kept, found.customers) == (1, 8.0, 2, 2)
    assert outcomes([], {}).pulse is None


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from((-1, 1)))
def test_another_day_is_a_working_day_on_that_side(day: date, by: int) -> None:
    moved = next_workday(day, by)
    assert moved.weekday() < 5
    assert 1 <= (moved - day).days * by <= 6
    assert (moved.month, moved.day) != (12, 25)
