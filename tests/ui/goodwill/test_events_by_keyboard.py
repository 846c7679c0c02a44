"""Where customers talk, worked through by keyboard."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.domain.event import Reply
from sponsor_app.domain.ids import ContactId
from sponsor_app.services import Services, accounts, contacts, events, issues
from sponsor_app.ui.events.row_panels import InvitationPanel, ThemePanel
from sponsor_app.ui.events.screen import EventsScreen
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.goodwill.conftest import Goodwill, Opened, press, texts, write

ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space


@pytest.fixture
def screen(goodwill: Goodwill, opened: Opened, qtbot: QtBot) -> EventsScreen:
    made: EventsScreen = opened(EventsScreen)
    press(made, SPACE)
    qtbot.waitUntil(lambda: len(made.side.people.records) == 1)
    return made


def test_the_row_says_what_is_owed_and_the_side_who_came(
    screen: EventsScreen, qtmodeltester: ModelTester
) -> None:
    model = screen.view.rows
    said = str(model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole))
    assert said == (
        "Held: Round table, 1 not told, Sat 14 Nov · Focus group · 0 of 1 came, from 0 accounts · 1 theme"
    )
    assert "1 event, 0 ahead. 0 people came, 1 theme is not told what we did." in texts(screen)
    assert [stop for stop in reachable(screen) if not stop.accessibleName()] == []
    for one in (model, screen.side.people, screen.side.said):
        qtmodeltester.check(one, force_py=True)


def test_a_letter_says_that_they_came_and_the_account_was_touched(
    screen: EventsScreen, app: Services, goodwill: Goodwill, qtbot: QtBot
) -> None:
    screen.side.people_list.setFocus()
    screen.side.people_list.setCurrentIndex(screen.side.people.index(0))
    press(screen, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: events.page(app, goodwill.event).invitations[0].reply is Reply.YES)
    press(screen, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: len(accounts.page(app, goodwill.acme).timeline) == 1)
    qtbot.waitUntil(lambda: screen.side.people.records[0].attended is True)
    press(screen, ENTER)
    panel = screen.side.people_list.panel
    assert isinstance(panel, InvitationPanel)
    panel.share.setText("many")
    panel.save.click()
    qtbot.waitUntil(lambda: "no number of percent" in panel.error())
    panel.share.setText("60 %")
    panel.save.click()
    qtbot.waitUntil(lambda: "They did 100 % of the talking" in texts(screen.side))


def test_they_are_told_what_we_did_and_it_is_owed_no_longer(
    screen: EventsScreen, app: Services, goodwill: Goodwill, qtbot: QtBot
) -> None:
    screen.side.theme_list.setFocus()
    screen.side.theme_list.setCurrentIndex(screen.side.said.index(0))
    press(screen, ENTER)
    panel = screen.side.theme_list.panel
    assert isinstance(panel, ThemePanel)
    assert "We did: Filter shipped." in texts(panel)
    panel.severity.chips["3"].click()
    qtbot.waitUntil(lambda: len(issues.listed(app, account_id=goodwill.acme)) == 1)
    qtbot.waitUntil(lambda: screen.side.said.records[0].issue == 1)
    press(screen, ENTER)
    panel = screen.side.theme_list.panel
    assert isinstance(panel, ThemePanel)
    assert "Dana Reed" in panel.whom.accessibleName()
    sam = ContactId(contacts.add(app, goodwill.acme, name="Sam Ortiz").created[0])
    panel.tell(sam, "Sam Ortiz")  # as the search for a person does
    panel.told.click()
    qtbot.waitUntil(lambda: events.page(app, goodwill.event).themes[0].told_on == app.today())
    assert events.page(app, goodwill.event).themes[0].told == "Sam Ortiz"
    qtbot.waitUntil(lambda: "0 themes are not told" in texts(screen))


def test_a_pasted_list_leaves_in_the_field_what_has_to_be_put_right(
    screen: EventsScreen, qtbot: QtBot
) -> None:
    press(screen, Qt.Key.Key_I)
    form = screen.side.invite_form
    qtbot.waitUntil(lambda: form.isVisibleTo(screen))
    form.list.setPlainText("dana@acme.example\nwrong@\nwho@nowhere.example")
    form.save.click()
    qtbot.waitUntil(lambda: form.said.isVisibleTo(screen))
    assert form.said.text() == (
        "0 invited, 1 were before; left out: 1 no mail address, 1 not on file"
    )
    assert form.list.toPlainText() == "wrong@\nwho@nowhere.example"


def test_n_adds_an_event_and_t_notes_what_they_said(
    screen: EventsScreen, app: Services, qtbot: QtBot
) -> None:
    screen.view.list.setFocus()
    press(screen, Qt.Key.Key_N)
    write(screen, "Board")
    press(screen, ENTER)
    press(screen, ENTER)
    qtbot.waitUntil(lambda: "An event needs a day" in screen.form.error())
    write(screen, "3 dec")
    press(screen, ENTER)
    qtbot.waitUntil(lambda: len(events.listed(app)) == 2)
    qtbot.waitUntil(lambda: screen.opened == events.listed(app)[0].id)
    press(screen, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: screen.side.theme_form.isVisibleTo(screen))
    write(screen, "Prices")
    press(screen, ENTER)
    write(screen, "Four pages.")
    press(screen, ENTER)
    qtbot.waitUntil(lambda: events.listed(app)[0].themes == 1)
