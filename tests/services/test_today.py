"""What the home page asks of the services: mine and not others', in the order in which it presses."""

from datetime import UTC, datetime, timedelta

import pytest

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.interaction import Kind, Place
from sponsor_app.domain.today import Counts, NeedKind
from sponsor_app.services import (
    Services,
    accounts,
    commitments,
    contacts,
    interactions,
    issues,
    members,
    sponsorships,
    today,
)
from sponsor_app.store.capture import Identity
from sponsor_app.store.models import account, attendance, device, member
from sponsor_app.store.queries import timeline
from tests.conftest import TODAY, Clock


@pytest.fixture
def mine(app: Services, acme: AccountId) -> AccountId:
    """Acme, which I own."""
    sponsorships.set_sponsor(app, [acme], app.me)
    return acme


def plan(
    app: Services,
    at: AccountId,
    days: int,
    starts: datetime | None = None,
    who: tuple[ContactId, ...] = (),
    kind: Kind = Kind.VISIT,
) -> str:
    """Something planned long ago for a day, counted from today."""
    draft = InteractionDraft(
        at, kind, TODAY + timedelta(days=days), Place.THEIRS, starts_at=starts, contact_ids=who
    )
    return interactions.log(app.as_of(TODAY - timedelta(days=40)), draft).created[0]


def an_issue(app: Services, at: AccountId, title: str, severity: int) -> None:
    before = app.as_of(TODAY - timedelta(days=6))
    issues.open_issue(before, at, title=title, severity=severity)


def a_promise(app: Services, at: AccountId, text: str, days: int, **more: object) -> None:
    before, due = app.as_of(TODAY - timedelta(days=20)), TODAY + timedelta(days=days)
    commitments.add(before, at, text=text, due=due, **more)  # pyright: ignore[reportArgumentType]


def by_another(app: Services, title: str, *, laptop: int = 7) -> None:
    """A colleague adds an account on a laptop that this store has heard of."""
    who = MemberId(app.store.new_id())
    with app.store.write_local() as connection:
        values = {"id": laptop, "name": "mia-laptop", "member_id": who, "mine": 0}
        connection.execute(device.insert().values(values))
    with app.store.write(title, identity=Identity(laptop, who)) as writer:  # pyright: ignore[reportArgumentType]
        writer.insert(member, record_id=who, name="Mia Andersson")
        writer.insert(account, record_id=app.store.new_id(), name="Bolt", status="customer")


def titles(app: Services) -> list[str]:
    return [one.title for one in today.page(app).needs]


def test_an_empty_store_has_nothing_for_me_and_says_that_there_is_no_account(app: Services) -> None:
    page = today.page(app)
    assert not page.has_accounts
    assert (page.visits, page.needs, page.cold, page.news) == ((), (), (), ())
    assert today.counts(app) == Counts()


def test_visits_come_soonest_first_and_those_without_an_hour_last_in_their_day(
    app: Services, mine: AccountId
) -> None:
    nine = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
    plan(app, mine, 5)
    someday = plan(app, mine, 0)
    at_nine = plan(app, mine, 0, nine)
    plan(app, mine, 31)
    page = today.page(app)
    assert [visit.plan.id for visit in page.visits][:2] == [at_nine, someday]
    assert len(page.visits) == 3
    assert page.visits_today == 2


def test_a_plan_of_others_at_their_account_is_not_mine(app: Services, acme: AccountId) -> None:
    mia = MemberId(members.add(app, name="Mia").created[0])
    sponsorships.set_sponsor(app, [acme], mia)
    visit = plan(app, acme, 3)
    assert [one.plan.id for one in today.page(app).visits] == [visit]
    with app.store.write("Without me") as writer:
        writer.delete_many(attendance, timeline.attendance_ids(writer.connection, visit))
    assert today.page(app).visits == ()


def test_the_next_visit_knows_who_comes_and_who_has_heard_of_its_worst_issue(
    app: Services, mine: AccountId
) -> None:
    dana = ContactId(contacts.add(app, mine, name="Dana Reed", title="COO").created[0])
    contacts.add(app, mine, name="Tom Hale")
    plan(app, mine, 1, who=(dana,))
    an_issue(app, mine, "Crane stops", 1)
    page = today.page(app)
    assert [one.name for one in page.opening.people] == ["Dana Reed"]
    assert page.opening.spread is not None
    assert page.visits[0].has_bad_news


def test_what_needs_me_is_ordered_by_how_it_presses(app: Services, mine: AccountId) -> None:
    plan(app, mine, -2)
    a_promise(app, mine, "Send pricing", -5, owner=app.me)
    a_promise(app, mine, "Not due yet", 5, owner=app.me)
    a_promise(app, mine, "Their promise", -5, direction=Direction.THEIRS)
    an_issue(app, mine, "Invoice layout", 4)
    an_issue(app, mine, "Parts are late", 2)
    an_issue(app, mine, "Crane stops", 1)
    assert titles(app) == ["Crane stops", "Parts are late", "Send pricing", "Acme"]
    assert today.page(app).needs[-1].kind is NeedKind.DEBRIEF


def test_an_unowned_promise_waits_for_the_account_lead(app: Services, acme: AccountId) -> None:
    mia = members.add(app, name="Mia").created[0]
    accounts.change(app, acme, {"lead": mia})
    commitments.add(app, acme, text="Name the engineer", due=TODAY)
    assert titles(app) == []
    accounts.change(app, acme, {"lead": members.mine(app).name})
    assert [one.kind for one in today.page(app).needs] == [NeedKind.ACCEPT]


def test_a_promise_left_unaccepted_for_two_working_days_is_escalated_to_who_made_it(
    app: Services, acme: AccountId
) -> None:
    mia = members.add(app, name="Mia").created[0]
    accounts.change(app, acme, {"lead": mia})
    friday = app.as_of(TODAY - timedelta(days=5))
    commitments.add(friday, acme, text="Name the engineer", due=TODAY + timedelta(days=9))
    assert today.page(app.as_of(TODAY - timedelta(days=2))).needs == ()  # Monday: one working day
    [need] = today.page(app.as_of(TODAY - timedelta(days=1))).needs
    assert (need.kind, need.waited) == (NeedKind.ACCEPT, 2)


def test_a_visit_from_more_than_two_weeks_ago_is_let_go(app: Services, mine: AccountId) -> None:
    plan(app, mine, -14)
    assert len(today.page(app).needs) == 1
    plan(app, mine, -15)
    assert len(today.page(app).needs) == 1


def test_a_visit_is_debriefed_once_its_hour_is_over(
    app: Services, mine: AccountId, clock: Clock
) -> None:
    plan(app, mine, 0, datetime(2026, 11, 18, 8, 0, tzinfo=UTC))
    assert len(today.page(app).visits) == 1
    clock.moment += timedelta(minutes=30)
    page = today.page(app)
    assert (page.visits, [one.kind for one in page.needs]) == ((), [NeedKind.DEBRIEF])


def test_the_rail_counts_what_the_page_counts(app: Services, mine: AccountId) -> None:
    plan(app, mine, -2)
    plan(app, mine, 4)
    a_promise(app, mine, "Send pricing", -5, owner=app.me)
    a_promise(app, mine, "Not due yet", 5, owner=app.me)
    an_issue(app, mine, "Invoice layout", 4)
    an_issue(app, mine, "Crane stops", 1)
    assert today.counts(app) == today.page(app).counts == Counts(needs=3, issues=2, promises=2)


def test_news_are_what_others_did_since_the_last_look_and_the_account_they_did_it_to(
    app: Services, acme: AccountId
) -> None:
    by_another(app, "Added Bolt")
    page = today.page(app)
    assert page.looked_at is None
    assert [(one.step.title, one.step.member, one.account) for one in page.news] == [
        ("Added Bolt", "Mia Andersson", "Bolt")
    ]


def test_news_stay_while_a_look_lasts_and_are_gone_at_the_next(app: Services, clock: Clock) -> None:
    by_another(app, "Added Bolt")
    today.mark_looked(app)
    clock.moment += timedelta(minutes=20)
    assert len(today.page(app).news) == 1
    today.mark_looked(app)
    clock.moment += timedelta(minutes=31)
    page = today.page(app)
    assert page.news == ()
    assert page.looked_at is not None
    began = page.looked_at
    today.mark_looked(app)
    assert today.page(app).looked_at == began


def test_what_came_while_i_was_away_is_there_when_i_come_back(app: Services, clock: Clock) -> None:
    today.mark_looked(app)
    clock.moment += timedelta(hours=5)
    by_another(app, "Added Bolt")
    assert len(today.page(app).news) == 1
    today.mark_looked(app)
    clock.moment += timedelta(minutes=5)
    assert len(today.page(app).news) == 1


def test_going_cold_names_the_worst_clock_of_each_account_of_mine(
    app: Services, mine: AccountId
) -> None:
    visit = InteractionDraft(mine, Kind.CALL, TODAY - timedelta(days=100))
    interactions.log(app, visit)
    accounts.add(app, fields={"name": "Not mine", "tier": "strategic"})
    found = today.page(app).cold
    assert [(one.row.account, one.days) for one in found] == [("Acme", 100)]
