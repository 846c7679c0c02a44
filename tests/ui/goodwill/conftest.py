"""References, an event and a reach-out at Acme, and the screens that show them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.domain.event import EventKind
from sponsor_app.domain.ids import AccountId, ContactId, EventId, ReachOutId, ReferenceId
from sponsor_app.domain.reference import Use
from sponsor_app.services import (
    Services,
    contacts,
    events,
    knowledge,
    reach_outs,
    references,
    sponsorships,
    themes,
)
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.beside_screen import BesideScreen
from tests.ui.conftest import Show


class Goodwill(NamedTuple):
    """Dana speaks for us and came to the round table, where she said something we have acted on."""

    acme: AccountId
    dana: ContactId
    reference: ReferenceId
    event: EventId
    reach_out: ReachOutId


@pytest.fixture
def goodwill(app: Services, acme: AccountId) -> Goodwill:
    made = contacts.add(app, acme, name="Dana Reed", title="CIO", emails=["dana@acme.example"])
    dana = ContactId(made.created[0])
    sponsorships.set_sponsor(app, [acme], app.me)
    knowledge.add_pulse(app, acme, 9, contact=dana, quote="You answer.")
    agreed = references.agree(app, dana, scope=(Use.CALL, Use.QUOTE), approved_by=app.me)
    references.request(app, acme, use=Use.CALL, requester="Tom Okafor", deal="Globex")
    on = app.today() - timedelta(days=4)
    event = EventId(
        events.add(app, title="Round table", kind=EventKind.FOCUS_GROUP, on=on).created[0]
    )
    events.invite(app, event, (dana,))
    themes.note(app, event, "Alarms at night", quote="No sleep.", by=dana, did="Filter shipped.")
    reach = reach_outs.add(app, title="Prices fall", because="They pay less.").created[0]
    return Goodwill(acme, dana, ReferenceId(agreed.created[0]), event, ReachOutId(reach))


Opened = Callable[..., Any]


@pytest.fixture
def opened(desk: Desk, show: Show, qtbot: QtBot) -> Opened:
    """Show a screen, wait for its rows, give it the keyboard as the shell does."""

    def shown(
        make: Callable[[Desk], BesideScreen[Any]], size: tuple[int, int] = (1068, 720)
    ) -> Any:
        screen = make(desk)
        show(screen, *size)
        qtbot.waitUntil(lambda: getattr(screen, "_found", None) is not None)
        first = screen.first_focus()
        assert first is not None
        first.setFocus()
        return screen

    return shown


def press(screen: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(screen.window().focusWidget() or screen, key)


def write(screen: QWidget, text: str) -> None:
    QTest.keyClicks(screen.window().focusWidget(), text)


def texts(part: QWidget) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part))
