"""What I did on three days and what Mia did on her laptop, and the screen that shows it."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import AccountId, ContactId, DeviceId, MemberId
from sponsor_app.services import Services, accounts, contacts, knowledge, members
from sponsor_app.store.models import account, device
from sponsor_app.store.store import Identity
from sponsor_app.ui.activity.screen import ActivityScreen
from sponsor_app.ui.desk import Desk
from tests.conftest import Clock
from tests.ui.conftest import Show


class Past(NamedTuple):
    """Acme and Dana there; Bolt, which Mia renamed; Ruth at Bolt, deleted."""

    acme: AccountId
    bolt: AccountId
    dana: ContactId
    ruth: ContactId
    mia: MemberId


@pytest.fixture
def past(app: Services, acme: AccountId, clock: Clock) -> Past:
    mia = MemberId(members.add(app, name="Mia Andersson").created[0])
    clock.advance(1)
    bolt = AccountId(accounts.add(app, fields={"name": "Bolt"}).created[0])
    dana = ContactId(contacts.add(app, acme, name="Dana Reed", title="Operations").created[0])
    ruth = ContactId(contacts.add(app, bolt, name="Ruth Okafor").created[0])
    clock.advance(1)
    with app.store.write_local() as connection:
        connection.execute(device.insert().values(id=77, name="mia-laptop", member_id=mia, mine=0))
    hers = Identity(DeviceId(77), mia)
    with app.store.write("Renamed Bolt", identity=hers) as writer:
        writer.update(account, bolt, name="Bolt Energy", city="Oslo")
    knowledge.add_fact(app, dana, "rows for the club")
    contacts.delete(app, ruth, "Ruth Okafor")
    return Past(acme, bolt, dana, ruth, mia)


Opened = Callable[[], ActivityScreen]


@pytest.fixture
def opened(desk: Desk, show: Show, qtbot: QtBot) -> Opened:
    """Show a new screen, wait for its answers, and give it the keyboard as the shell does."""

    def shown() -> ActivityScreen:
        made = ActivityScreen(desk)
        show(made)
        qtbot.waitUntil(lambda: bool(made.view.side.accessibleName()))
        made.first_focus().setFocus()
        return made

    return shown


@pytest.fixture
def screen(past: Past, opened: Opened) -> ActivityScreen:
    return opened()
