"""Four people at two accounts, one of whom has left, and the screen that shows them."""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.interaction import Kind
from sponsor_app.services import Services, accounts, contacts, interactions, knowledge, members
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.people.list_screen import PeopleScreen
from tests.ui.conftest import Show


class Known(NamedTuple):
    """`dana` met lately by two of ours, `ruth` never, `sid` long ago, `otto` gone."""

    acme: AccountId
    bolt: AccountId
    dana: ContactId
    ruth: ContactId
    sid: ContactId
    otto: ContactId
    mia: MemberId


@pytest.fixture
def known(app: Services, acme: AccountId) -> Known:
    def person(
        account: AccountId, name: str, title: str | None = None, role: str | None = None
    ) -> ContactId:
        made = contacts.add(app, account, name=name, title=title, role=role)
        return ContactId(made.created[0])

    def met(who: ContactId, account: AccountId, days: int, *ours: MemberId) -> None:
        on = app.today() - timedelta(days=days)
        draft = InteractionDraft(
            account, Kind.VISIT, on, contact_ids=(who,), member_ids=ours, quote="Come again"
        )
        interactions.log(app, draft)

    bolt = AccountId(accounts.add(app, fields={"name": "Bolt", "tier": "key"}).created[0])
    mia = MemberId(members.add(app, name="Mia Andersson", title="Account Lead").created[0])
    dana = person(acme, "Dana Reed", title="Operations", role="decides")
    ruth, sid = person(bolt, "Ruth Okafor"), person(bolt, "Sid Aasen")
    otto = person(acme, "Otto Gone")
    met(dana, acme, 10, mia)
    met(sid, bolt, 300)
    contacts.change(app, otto, left_on=app.today() - timedelta(days=9))
    contacts.change(app, dana, birthday="1970-11-20")
    knowledge.add_fact(app, dana, "Her daughter rows for the club", source="coffee")
    return Known(acme, bolt, dana, ruth, sid, otto, mia)


Opened = Callable[[], PeopleScreen]


@pytest.fixture
def opened(desk: Desk, show: Show, qtbot: QtBot) -> Opened:
    """Show a new screen, wait for its answers, and give it the keyboard as the shell does."""

    def shown() -> PeopleScreen:
        made = PeopleScreen(desk)
        show(made)
        qtbot.waitUntil(lambda: made._listing is not None and made._around.closeness is not None)
        made.first_focus().setFocus()
        return made

    return shown


@pytest.fixture
def screen(known: Known, opened: Opened) -> PeopleScreen:
    return opened()
