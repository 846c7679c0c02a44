"""Who is worst, who is missing, and that nobody falls between the cells."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.clocks import Clocks, LastTouch
from sponsor_app.domain.coverage import Cadence, Coverage, CoverageRow, assess
from sponsor_app.domain.gaps import Gap, GapList, gap_lists
from sponsor_app.domain.heat import NOT_HERE_YET, HeatColumn, heat_column, heat_map, worst_first
from sponsor_app.domain.ids import AccountId, InteractionId, MemberId
from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.load import LoadLimits, LoadState
from sponsor_app.domain.people import Member
from sponsor_app.domain.rules import Rules, cadence_of

TODAY = date(2026, 11, 18)
LIMITS = LoadLimits()


def a_row(
    name: str,
    *,
    tier: Tier | None = Tier.STRATEGIC,
    days: int | None = 1,
    sponsor: str | None = None,
    status: AccountStatus = AccountStatus.CUSTOMER,
    cadence: Cadence | None = None,
    planned: date | None = None,
    contacts: int = 2,
) -> CoverageRow:
    promise = cadence or cadence_of(Rules(), status, tier)
    last = None if days is None else TODAY - timedelta(days=days)
    return CoverageRow(
        AccountId(name),
        name,
        status,
        tier,
        None,
        None,
        None,
        MemberId(sponsor) if sponsor else None,
        sponsor,
        None,
        None,
        promise,
        assess(promise, last, TODAY),
        Clocks(),
        days,
        planned,
        0,
        contacts,
    )


def a_member(name: str, accounts: int = 0, *, leads: int = 0, most: int | None = None) -> Member:
    return Member(
        MemberId(name), name, None, None, None, None, most, None, accounts=accounts, leads=leads
    )


def gaps(rows: list[CoverageRow], members: list[Member]) -> dict[Gap, GapList]:
    return {one.gap: one for one in gap_lists(rows, members, LIMITS, TODAY)}


def names(found: GapList) -> list[str]:
    return [row.account for row in found.accounts] + [one.name for one in found.members]


def test_every_gap_counts_what_is_in_it_out_of_what_could_be() -> None:
    rows = [
        a_row("seen", sponsor="Ada"),
        a_row("late", days=200, sponsor="Ada"),
        a_row("never", days=None),
        a_row("no promise", tier=None, contacts=1),
    ]
    members = [a_member("Ada", 2), a_member("Ben"), a_member("Cleo", leads=3)]
    found = gaps(rows, members)
    assert {gap: (one.count, one.of) for gap, one in found.items()} == {
        Gap.NO_SPONSOR: (2, 4),
        Gap.NO_ACCOUNT: (1, 2),
        Gap.OVERDUE: (1, 3),
        Gap.NEVER_MET: (1, 3),
        Gap.NO_NEXT_DATE: (4, 4),
        Gap.SINGLE_THREADED: (1, 4),
        Gap.OVERLOADED: (0, 1),
        Gap.SELLING_ONLY: (0, 0),
        Gap.NO_CADENCE: (1, 4),
        Gap.SEVERAL_SPONSORS: (0, 2),
        Gap.SPONSOR_LEFT: (0, 2),
        Gap.BOSS_OF_LEAD: (0, 0),
        Gap.NOT_ON_THEIR_TURF: (0, 0),
        Gap.NO_COUNTERPART: (3, 3),
        Gap.CONTACT_LEFT: (0, 4),
        Gap.PROMISES_LATE: (0, 0),
        Gap.REFERENCE_AT_RISK: (0, 0),
    }
    assert names(found[Gap.NO_ACCOUNT]) == ["Ben"]


def test_the_longest_unseen_account_leads_the_overdue() -> None:
    found = gaps([a_row("a", days=100), a_row("b", days=300), a_row("c", days=200)], [])
    assert names(found[Gap.OVERDUE]) == ["b", "c", "a"]


def test_of_accounts_without_a_sponsor_the_strategic_come_first_and_the_lost_last() -> None:
    rows = [
        a_row("a standard", tier=Tier.STANDARD),
        a_row("b lost", status=AccountStatus.LOST),
        a_row("c strategic"),
        a_row("d key", tier=Tier.KEY),
    ]
    assert names(gaps(rows, [])[Gap.NO_SPONSOR]) == [
        "c strategic",
        "d key",
        "a standard",
        "b lost",
    ]


def test_a_date_in_the_calendar_closes_the_gap_of_the_next_date() -> None:
    rows = [a_row("planned", planned=TODAY), a_row("fine"), a_row("late", days=99)]
    assert names(gaps(rows, [])[Gap.NO_NEXT_DATE]) == ["late", "fine"]


def test_a_member_is_overloaded_at_the_limit_of_the_team_or_beyond_their_own() -> None:
    members = [a_member("six", 6), a_member("five", 5), a_member("own", 3, most=2)]
    assert names(gaps([], members)[Gap.OVERLOADED]) == ["six", "own"]


def test_whoever_left_is_not_expected_to_own_an_account() -> None:
    gone = replace(a_member("gone"), left_on=TODAY)
    going = replace(a_member("going"), left_on=TODAY + timedelta(days=1))
    excused = a_member("excused", most=0)
    found = gaps([], [gone, going, excused])[Gap.NO_ACCOUNT]
    assert (names(found), found.of) == (["going"], 1)


def test_one_overdue_strategic_account_is_worse_than_two_standard_ones() -> None:
    rows = [
        a_row("1", tier=Tier.STANDARD, days=999, sponsor="Two standard"),
        a_row("2", tier=Tier.STANDARD, days=999, sponsor="Two standard"),
        a_row("3", days=999, sponsor="One strategic"),
        a_row("4", days=50, sponsor="Due"),
        a_row("5", days=None, sponsor="Never met"),
        a_row("6", sponsor="Fine"),
        a_row("7", sponsor="Also fine"),
    ]
    members = [a_member(name, 1) for name in {row.sponsor or "" for row in rows}]
    assert [row.sponsor for row in heat_map(rows, members, LIMITS)] == [
        "One strategic",
        "Two standard",
        "Never met",
        "Due",
        "Also fine",
        "Fine",
    ]


def test_a_cell_says_how_many_are_covered_and_what_is_worst() -> None:
    rows = [
        a_row("fine", sponsor="Ada"),
        a_row("due", days=50, sponsor="Ada"),
        a_row("late", days=100, sponsor="Ada"),
        a_row("very late", days=400, sponsor="Ada"),
    ]
    cell = heat_map(rows, [a_member("Ada", 4)], LIMITS)[0].cells[HeatColumn.STRATEGIC]
    assert (cell.covered, cell.total, cell.worst, cell.worst_count) == (1, 4, Coverage.OVERDUE, 2)
    assert cell.accounts == ("very late", "late", "due", "fine")


def test_lost_and_former_accounts_stand_apart_whatever_their_tier() -> None:
    lost = a_row("x", status=AccountStatus.LOST)
    former = a_row("y", tier=None, status=AccountStatus.FORMER)
    assert {heat_column(lost), heat_column(former)} == {HeatColumn.GONE}
    assert heat_column(a_row("z", tier=None)) is HeatColumn.NO_TIER


def test_the_load_is_judged_by_the_members_own_maximum_too() -> None:
    rows = [a_row(str(number), sponsor="Ada") for number in range(3)]
    assert heat_map(rows, [a_member("Ada", 3)], LIMITS)[0].load_state is LoadState.FITS
    assert heat_map(rows, [a_member("Ada", 3, most=2)], LIMITS)[0].load_state is LoadState.OVER


def test_a_sponsor_who_has_not_reached_this_laptop_has_a_row_all_the_same() -> None:
    board = heat_map([a_row("orphan", sponsor="from another laptop")], [], LIMITS)
    assert [(row.sponsor, row.load) for row in board] == [(NOT_HERE_YET, 1)]


some_rows = st.lists(
    st.builds(
        a_row,
        st.text("abcdef", min_size=1, max_size=3),
        tier=st.none() | st.sampled_from(Tier),
        days=st.none() | st.integers(0, 800),
        sponsor=st.none() | st.sampled_from(["Ada", "Ben", "Cleo", "Dan"]),
        status=st.sampled_from(AccountStatus),
        planned=st.none() | st.just(TODAY),
        contacts=st.integers(0, 3),
    ),
    max_size=30,
)
team = [a_member("Ada", 1), a_member("Ben", 1), a_member("Cleo", 1)]


@given(some_rows)
def test_every_sponsored_account_is_in_exactly_one_cell(rows: list[CoverageRow]) -> None:
    board = heat_map(rows, team, LIMITS)
    in_cells = Counter(
        account for row in board for cell in row.cells.values() for account in cell.accounts
    )
    assert in_cells == Counter(row.account_id for row in rows if row.sponsor_id)
    assert all(row.load == sum(cell.total for cell in row.cells.values()) for row in board)


@given(some_rows)
def test_no_cell_claims_more_than_it_holds(rows: list[CoverageRow]) -> None:
    for row in heat_map(rows, team, LIMITS):
        for cell in row.cells.values():
            assert 0 <= cell.covered <= cell.total
            assert 1 <= cell.worst_count <= cell.total
            assert (cell.worst is Coverage.COVERED) == (cell.covered == cell.total)


@given(some_rows)
def test_no_gap_is_wider_than_its_whole(rows: list[CoverageRow]) -> None:
    found = gaps(rows, team)
    assert list(found) == list(Gap)
    assert all(0 <= one.count <= one.of for one in found.values())
    unsponsored = sum(row.sponsor_id is None for row in rows)
    assert found[Gap.NO_SPONSOR].count == unsponsored


@given(some_rows)
def test_worst_first_loses_nobody_and_never_puts_covered_before_overdue(
    rows: list[CoverageRow],
) -> None:
    ordered = worst_first(rows)
    assert Counter(map(id, ordered)) == Counter(map(id, rows))
    states = [row.coverage for row in ordered]
    if Coverage.COVERED in states and Coverage.OVERDUE in states:
        last_overdue = len(states) - 1 - states[::-1].index(Coverage.OVERDUE)
        assert last_overdue < states.index(Coverage.COVERED)


def a_sold_row(name: str, care: int | None, sold: int = 5, **given: object) -> CoverageRow:
    """An account last touched to sell, and with no ask before that."""

    def touch(days: int | None) -> LastTouch | None:
        on = TODAY - timedelta(days=days) if days is not None else None
        return LastTouch(on, InteractionId(name), Kind.CALL) if on else None

    clocks = Clocks(touch(sold), None, touch(care), None)
    return a_row(name, days=sold)._replace(clocks=clocks, asked_last=True, **given)


def test_an_account_last_seen_to_sell_is_selling_only_past_what_was_promised() -> None:
    rows = [
        a_sold_row("never cared for", None),
        a_sold_row("cared for in time", 90),
        a_sold_row("cared for too long ago", 91),
        a_sold_row("nothing promised", 181, cadence=None),
        a_sold_row("nobody said why", None)._replace(asked_last=False),
    ]
    found = gaps(rows, [])[Gap.SELLING_ONLY]
    assert names(found) == ["never cared for", "cared for too long ago", "nothing promised"]
    assert found.of == len(rows)
