"""A day with everything in it, and the screen that shows it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.interaction import Intent, Kind, Place
from sponsor_app.services import (
    Services,
    accounts,
    commitments,
    contacts,
    interactions,
    issues,
    sponsorships,
)
from sponsor_app.store.capture import Identity
from sponsor_app.store.models import account, device, member
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.today.screen import TodayScreen
from tests.ui.conftest import Show


class Day(NamedTuple):
    """Acme is mine, with Dana: a visit today, a Sev 1 issue, a late promise, a visit that nobody logged."""

    acme: AccountId
    dana: ContactId
    bolt: AccountId
    visit: str
    later: str
    passed: str


def planned(app: Services, at: AccountId, days: int, **more: object) -> str:
    """Something planned weeks ago for a day, counted from today."""
    on = app.today() + timedelta(days=days)
    draft = InteractionDraft(at, Kind.VISIT, on, Place.THEIRS, **more)  # pyright: ignore[reportArgumentType]
    return interactions.log(app.as_of(app.today() - timedelta(days=40)), draft).created[0]


def by_another(app: Services) -> None:
    """Mia adds Calder on her laptop."""
    who = MemberId(app.store.new_id())
    with app.store.write_local() as connection:
        values = {"id": 7, "name": "mia-laptop", "member_id": who, "mine": 0}
        connection.execute(device.insert().values(values))
    with app.store.write("Added Calder", identity=Identity(7, who)) as writer:  # pyright: ignore[reportArgumentType]
        writer.insert(member, record_id=who, name="Mia Andersson")
        writer.insert(account, record_id=app.store.new_id(), name="Calder", status="customer")


@pytest.fixture
def day(app: Services, acme: AccountId) -> Day:
    sponsorships.set_sponsor(app, [acme], app.me)
    bolt = AccountId(accounts.add(app, fields={"name": "Bolt", "tier": "key"}).created[0])
    sponsorships.set_sponsor(app, [bolt], app.me)
    dana = ContactId(contacts.add(app, acme, name="Dana Reed", title="COO").created[0])
    long_ago = app.today() - timedelta(days=60)
    interactions.log(app, InteractionDraft(acme, Kind.VISIT, long_ago, Place.THEIRS, Intent.CARE))
    nine = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
    visit = planned(app, acme, 0, starts_at=nine, contact_ids=(dana,))
    later = planned(app, bolt, 2)
    passed = planned(app, acme, -2, contact_ids=(dana,))
    six_ago = app.as_of(app.today() - timedelta(days=6))
    issues.open_issue(six_ago, acme, title="Crane stops", severity=1)
    commitments.add(
        app.as_of(app.today() - timedelta(days=14)),
        acme,
        text="Send pricing",
        due=app.today() - timedelta(days=5),
        owner=app.me,
    )
    by_another(app)
    return Day(acme, dana, bolt, visit, later, passed)


Opened = Callable[[], TodayScreen]


@pytest.fixture
def opened(desk: Desk, show: Show, qtbot: QtBot) -> Opened:
    """Show a new screen and wait until it has its page."""

    def shown() -> TodayScreen:
        screen = TodayScreen(desk)
        with qtbot.waitSignal(screen.counted):
            show(screen)
            screen.first_focus().setFocus()
        return screen

    return shown


@pytest.fixture
def screen(day: Day, opened: Opened) -> TodayScreen:
    return opened()
