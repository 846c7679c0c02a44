"""Reminders speak up once for each moment, the digest once a morning, and what was chosen stays chosen."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.errors import RefusedError
from sponsor_app.domain.ids import AccountId, InteractionId
from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.reminding import Digest, Remind, digest_is_due, moment_of
from sponsor_app.services import Services, calm, commitments, history, interactions, sponsorships
from tests.conftest import TODAY, Clock

days = st.dates(date(2020, 1, 1), date(2040, 1, 1))


def plan(app: Services, acme: AccountId, on: date, hour: int | None = None) -> str:
    starts = datetime.combine(on, time(hour), UTC) if hour is not None else None
    draft = InteractionDraft(acme, Kind.VISIT, on, planned=True, starts_at=starts)
    return interactions.log(app, draft).created[0]


def waiting(app: Services) -> list[str]:
    return [one.plan.id for one in calm.pending(app).reminders]


def test_a_reminder_speaks_up_when_its_moment_has_passed_and_stays_until_it_was_seen(
    app: Services, acme: AccountId, clock: Clock
) -> None:
    visit = plan(app, acme, TODAY + timedelta(days=2))
    calm.remind(app, visit, Remind.EVENING)
    assert (calm.reminder_of(app, visit), waiting(app)) == (Remind.EVENING, [])
    clock.moment = datetime(2026, 11, 19, 21, tzinfo=UTC)
    assert waiting(app) == waiting(app) == [visit]
    calm.seen(app, calm.pending(app).reminders)
    assert waiting(app) == []
    assert calm.reminder_of(app, visit) is Remind.EVENING


def test_a_visit_that_is_moved_reminds_again_and_one_that_is_over_or_off_does_not(
    app: Services, acme: AccountId, clock: Clock
) -> None:
    visit = plan(app, acme, TODAY + timedelta(days=2))
    calm.remind(app, visit, Remind.MORNING)
    clock.moment = datetime(2026, 11, 20, 12, tzinfo=UTC)
    calm.seen(app, calm.pending(app).reminders)
    interactions.move(app, InteractionId(visit), TODAY + timedelta(days=5))
    assert waiting(app) == []
    clock.moment = datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert waiting(app) == [visit]
    interactions.cancel(app, InteractionId(visit))
    assert waiting(app) == []
    history.undo(app)
    assert waiting(app) == [visit]
    clock.advance(1)
    assert waiting(app) == []


def test_many_that_passed_while_the_window_was_closed_come_together(
    app: Services, acme: AccountId, clock: Clock
) -> None:
    visits = [plan(app, acme, TODAY + timedelta(days=ahead)) for ahead in (3, 1, 2)]
    for visit in visits:
        calm.remind(app, visit, Remind.WEEK)
    assert waiting(app) == [visits[1], visits[2], visits[0]]


def test_an_hour_before_needs_an_hour_and_nothing_is_remembered_of_what_is_not_planned(
    app: Services, acme: AccountId
) -> None:
    visit = plan(app, acme, TODAY + timedelta(days=1))
    with pytest.raises(RefusedError, match="Nobody said when"):
        calm.remind(app, visit, Remind.HOUR)
    interactions.cancel(app, InteractionId(visit))
    with pytest.raises(RefusedError, match="not planned any more"):
        calm.remind(app, visit, Remind.EVENING)
    assert calm.reminder_of(app, visit) is None
    calm.remind(app, visit, None)


def test_what_is_chosen_here_is_no_step_of_the_history(app: Services, acme: AccountId) -> None:
    visit = plan(app, acme, TODAY + timedelta(days=1))
    before = app.store.latest_change()
    calm.remind(app, visit, Remind.EVENING)
    calm.want_digest(app, wanted=True)
    calm.lock_after(app, 5)
    assert app.store.latest_change() == before
    assert calm.read(app) == calm.Calm(digest=True, lock_minutes=5)


def test_a_digest_is_told_once_a_morning_and_only_when_it_is_wanted(
    app: Services, acme: AccountId, clock: Clock
) -> None:
    sponsorships.set_sponsor(app, [acme], app.me)
    plan(app, acme, TODAY)
    commitments.add(app, acme, text="Send prices", due=TODAY, owner=app.me)
    clock.moment = datetime.combine(TODAY, time(9)).astimezone()
    assert calm.pending(app).digest is None
    calm.want_digest(app, wanted=True)
    found = calm.pending(app).digest
    assert found is not None
    assert (found.visits, found.promises) == (1, 1)
    calm.told(app)
    assert calm.pending(app).digest is None
    clock.advance(1)
    assert calm.pending(app).digest is not None
    assert Digest(0, 0, 0).is_empty


@given(on=days, begins=st.times())
def test_every_reminder_comes_before_the_visit_or_on_its_morning(on: date, begins: time) -> None:
    start = datetime.combine(on, begins)
    assert moment_of(Remind.HOUR, on, start) == start - timedelta(hours=1)
    moments = [moment_of(one, on, None) for one in (Remind.WEEK, Remind.EVENING, Remind.MORNING)]
    assert moments == sorted(moments)
    assert moments[-1].date() == on


@given(last=st.none() | days, day=days, at=st.times())
def test_a_digest_never_comes_twice_a_day_nor_at_night(
    last: date | None, day: date, at: time
) -> None:
    now = datetime.combine(day, at)
    if digest_is_due(last, now):
        assert 7 <= now.hour < 12
        assert last is None or last < now.date()
        assert not digest_is_due(now.date(), now)
