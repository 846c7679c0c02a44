"""Which accounts a board shows and what its columns are: nobody is lost, nothing broken is believed."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.board import (
    NONE,
    NOWHERE,
    OTHERS,
    WINDOWS,
    BoardView,
    By,
    Family,
    facets,
    filter_words,
    from_plain,
    to_plain,
)
from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.heat import HeatRules, columns_by, heat_map
from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.member import Function
from sponsor_app.domain.report import Known, compose
from sponsor_app.domain.rules import Rules
from sponsor_app.domain.saved_view import named, read_view
from tests.unit.test_gaps_and_heat import LIMITS, TODAY, a_member, a_row

FUNCTIONS = {MemberId("Ada"): Function.FINANCE, MemberId("Ben"): None}
PLACES = st.none() | st.sampled_from(["Nordics", "DACH", "Benelux", "Iberia", "nordics"])

rows = st.lists(
    st.builds(
        lambda row, region, industry, lead: row._replace(
            region=region, industry=industry, lead_id=lead, lead=lead
        ),
        st.builds(
            a_row,
            st.text("abc", min_size=1, max_size=2),
            tier=st.none() | st.sampled_from(Tier),
            days=st.none() | st.integers(0, 400),
            sponsor=st.none() | st.sampled_from(["Ada", "Ben"]),
            status=st.sampled_from(AccountStatus),
        ),
        PLACES,
        PLACES,
        st.none() | st.just(MemberId("Lee")),
    ),
    max_size=25,
)
choices = st.frozensets(
    st.one_of(
        st.tuples(st.just(Family.TIER), st.sampled_from([*Tier, NONE])),
        st.tuples(st.just(Family.STATUS), st.sampled_from(AccountStatus)),
        st.tuples(st.just(Family.FUNCTION), st.sampled_from([Function.FINANCE, NONE])),
        st.tuples(st.just(Family.REGION), st.sampled_from(["Nordics", "DACH", NONE])),
        st.tuples(st.just(Family.INDUSTRY), st.sampled_from(["Iberia", NONE])),
        st.tuples(st.just(Family.LEAD), st.sampled_from(["Lee", NONE])),
    ),
    max_size=5,
)
views = st.builds(BoardView, st.sampled_from(By), st.none() | st.sampled_from(WINDOWS), choices)


@given(rows, choices)
def test_every_family_must_fit_and_within_one_any_choice_will_do(
    found: list[CoverageRow], chosen: frozenset[tuple[Family, str]]
) -> None:
    keeps = BoardView(choices=chosen).test(FUNCTIONS)
    for row in found:
        function = FUNCTIONS.get(row.sponsor_id) if row.sponsor_id else None
        values = {
            Family.FUNCTION: function or NONE,
            Family.REGION: row.region or NONE,
            Family.INDUSTRY: row.industry or NONE,
            Family.TIER: row.tier or NONE,
            Family.STATUS: row.status,
            Family.LEAD: row.lead_id or NONE,
        }
        families = {family for family, _ in chosen}
        fits = all((family, values[family]) in chosen for family in families)
        assert (keeps is None or keeps(row)) == fits


@given(rows)
def test_the_choices_of_each_family_count_every_account_once(found: list[CoverageRow]) -> None:
    for counts in facets(found, FUNCTIONS).values():
        assert sum(counts.values()) == len(found)
        assert all(counts.values())


@given(rows, st.sampled_from(By), st.none() | st.integers(2, 5))
def test_every_owned_account_is_in_a_column_of_the_board(
    found: list[CoverageRow], by: By, most: int | None
) -> None:
    owned = [row for row in found if row.sponsor_id]
    columns = columns_by(by, owned, most)
    assert {columns.of(row) for row in owned} == set(columns.names)
    if most is not None and by is not By.TIER:
        assert len([name for name in columns.names if name != NOWHERE]) <= most
        assert OTHERS not in columns.names or len(columns.names) >= most
    board = heat_map(found, [a_member("Ada", 1)], LIMITS, HeatRules(columns))
    assert sum(cell.total for row in board for cell in row.cells.values()) == len(owned)


@given(rows, views)
def test_a_report_says_how_many_its_filter_leaves_out(
    found: list[CoverageRow], view: BoardView
) -> None:
    members = (a_member("Ada", 1), a_member("Ben", 1))
    report = compose(Known(TODAY, tuple(found), members, Rules()), view)
    left = {one.reason: one.count for one in report.left_out}
    assert report.whole == len(found)
    assert left.get("not wanted by the filter", 0) == len(found) - report.totals.accounts
    if view.window is None:
        assert report.seen is None
    else:
        assert report.seen == sum(
            row.days_since is not None and row.days_since <= view.window for row in report.rows
        )
    for one in report.gaps:
        assert 0 <= one.count <= one.of
        assert set(one.because) <= {row.account_id for row in one.accounts}


@given(views)
def test_a_view_is_read_as_it_was_kept(view: BoardView) -> None:
    assert from_plain(to_plain(view)) == view
    saved = named("  Monday  ", view, shared=True)
    assert read_view(saved.to_text(), shared=True) == named("Monday", view, shared=True)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["by", "window", "choices", "name"]), inner, max_size=4
            )
        ),
        max_leaves=8,
    )
)
def test_what_no_version_of_ours_wrote_is_a_plain_board(kept: Any) -> None:
    assert isinstance(from_plain(kept), BoardView)


def test_a_filter_is_said_in_words() -> None:
    view = BoardView(
        choices=frozenset(
            {
                (Family.TIER, "key"),
                (Family.TIER, NONE),
                (Family.REGION, NONE),
                (Family.STATUS, "at_risk"),
                (Family.LEAD, "m1"),
            }
        )
    )
    said = filter_words(view, {MemberId("m1"): "Mia Fox"})
    assert said == "no region; tier key or none; status at risk; account lead Mia Fox"
