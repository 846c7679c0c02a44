"""The derived clocks always say what the interactions say, and as the domain's rules say it."""

from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.clocks import ClockName, restarts
from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import AccountId, InteractionId
from sponsor_app.domain.interaction import Intent, Kind, Place
from sponsor_app.services import (
    Services,
    accounts,
    contacts,
    history,
    interactions,
    members,
    sponsorships,
)
from sponsor_app.store import checks
from tests.conftest import TODAY, Clock

drafts = st.lists(
    st.tuples(
        st.sampled_from(Kind),
        st.none() | st.sampled_from(Place),
        st.none() | st.sampled_from(Intent),
        st.integers(0, 700),
    ),
    min_size=1,
    max_size=8,
)


def stale(app: Services) -> int:
    with app.store.read() as connection:
        return checks.stale_standings(connection)


@settings(max_examples=15)
@given(drafts, st.randoms(use_true_random=False))
def test_each_clock_shows_the_latest_touch_that_restarts_it(
    app: Services, happened: list[tuple[Kind, Place | None, Intent | None, int]], dice: Random
) -> None:
    account = AccountId(accounts.add(app, fields={"name": "Acme", "tier": "key"}).created[0])
    sponsorships.set_sponsor(app, [account], app.me, TODAY - timedelta(days=1000))
    expected: dict[ClockName, date] = {}
    for kind, place, intent, days in happened:
        on = TODAY - timedelta(days=days)
        interactions.log(app, InteractionDraft(account, kind, on, place, intent))
        for name in restarts(kind, place, intent, sponsor_present=True):
            expected[name] = max(on, expected.get(name, on))
    row = next(row for row in accounts.listed(app) if row.account_id == account)
    actual = {name: last.on for name in ClockName if (last := row.clocks.last(name))}
    assert actual == expected
    assert stale(app) == 0


def test_correcting_moving_deleting_and_undoing_keep_the_clocks_true(
    app: Services, acme: AccountId
) -> None:
    other = AccountId(accounts.add(app, fields={"name": "Zenith", "tier": "key"}).created[0])
    dana = contacts.add(app, acme, name="Dana Reed").created[0]
    draft = InteractionDraft(
        acme,
        Kind.VISIT,
        TODAY - timedelta(days=3),
        Place.THEIRS,
        Intent.CARE,
        contact_ids=(dana,),  # pyright: ignore[reportArgumentType]
    )
    logged = InteractionId(interactions.log(app, draft).created[0])
    steps = (
        lambda: interactions.change(app, logged, happened_on=TODAY - timedelta(days=9)),
        lambda: interactions.change(app, logged, account_id=other),
        lambda: interactions.change(app, logged, kind=Kind.CALL, place=None),
        lambda: interactions.delete(app, logged),
        lambda: history.undo(app),
        lambda: history.redo(app),
        lambda: history.undo(app),
    )
    for step in steps:
        step()
        assert stale(app) == 0
    touches = {row.account: row.clocks.touch for row in accounts.listed(app)}
    assert touches["Acme"] is None
    assert touches["Zenith"] is not None


def test_rebuilding_gives_the_same_clocks(app: Services, acme: AccountId) -> None:
    for days in (1, 40, 300):
        draft = InteractionDraft(acme, Kind.COFFEE, TODAY - timedelta(days=days), Place.THEIRS)
        interactions.log(app, draft)
    before = accounts.listed(app)
    with app.store.write_local() as connection:
        checks.rebuild(connection)
    assert accounts.listed(app) == before


def test_a_day_gone_by_is_answered_from_the_interactions(app: Services, acme: AccountId) -> None:
    for days in (400, 100, 5):
        draft = InteractionDraft(acme, Kind.VISIT, TODAY - timedelta(days=days), Place.THEIRS)
        interactions.log(app, draft)
    then = app.as_of(TODAY - timedelta(days=50))
    row = accounts.listed(then)[0]
    assert row.days_since == 50
    assert row.clocks.their_turf is not None
    assert row.clocks.their_turf.on == TODAY - timedelta(days=100)


def test_the_face_to_face_clock_is_that_of_the_present_sponsor(
    app: Services, acme: AccountId, clock: Clock
) -> None:
    tom = members.add(app, name="Tom Okafor", function="sales").created[0]
    sponsorships.set_sponsor(app, [acme], app.me, TODAY - timedelta(days=100))
    draft = InteractionDraft(acme, Kind.VISIT, TODAY - timedelta(days=3), Place.THEIRS)
    interactions.log(app, draft)
    assert accounts.listed(app)[0].clocks.face_to_face is not None
    clock.advance(1)
    sponsorships.set_sponsor(app, [acme], tom)  # pyright: ignore[reportArgumentType]
    row = accounts.listed(app)[0]
    assert row.sponsor == "Tom Okafor"
    assert row.clocks.face_to_face is None
    assert row.clocks.touch is not None


def test_a_plan_is_no_touch_until_it_is_held(app: Services, acme: AccountId, clock: Clock) -> None:
    soon = TODAY + timedelta(days=2)
    planned = interactions.log(app, InteractionDraft(acme, Kind.VISIT, soon, Place.THEIRS))
    row = accounts.listed(app)[0]
    assert row.next_planned == soon
    assert row.clocks.touch is None
    clock.advance(3)
    assert accounts.listed(app)[0].clocks.touch is None
    interactions.hold(app, InteractionId(planned.created[0]))
    row = accounts.listed(app)[0]
    assert row.days_since == 1
    assert row.next_planned is None


def test_logging_what_was_planned_for_the_day_does_not_stand_beside_it(
    app: Services, acme: AccountId, clock: Clock
) -> None:
    soon = TODAY + timedelta(days=2)
    planned = interactions.log(app, InteractionDraft(acme, Kind.VISIT, soon, Place.THEIRS))
    clock.advance(2)
    held = interactions.log(
        app, InteractionDraft(acme, Kind.VISIT, soon, Place.THEIRS, summary="Walked the yard")
    )
    assert held.created[0] == planned.created[0]
    assert accounts.page(app, acme).timeline_total == 1
