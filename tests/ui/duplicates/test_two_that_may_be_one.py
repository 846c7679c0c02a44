"""Duplicates in the window: walked by keys and mouse, merged, said to be two, and offered before something is added twice."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.domain.twins import TwinKind
from sponsor_app.services import Services, accounts, contacts, history
from sponsor_app.ui.accounts.new_account import NewAccount
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.duplicates.screen import DuplicatesScreen
from sponsor_app.ui.duplicates.view import Listing
from sponsor_app.ui.people.list_screen import PeopleScreen
from sponsor_app.ui.places import ToAccount, ToDuplicates
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.conftest import Show, Trail

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
Opened = Callable[[], DuplicatesScreen]


def an_account(app: Services, name: str, **fields: str) -> AccountId:
    return AccountId(accounts.add(app, fields={"name": name, **fields}).created[0])


@pytest.fixture
def pair(app: Services) -> tuple[AccountId, AccountId]:
    """Acme, which is well known, and Acme Inc. with a web address; Bolt twice."""
    acme = an_account(app, "Acme", city="Oslo")
    contacts.add(app, acme, name="Dana Reed")
    twin = an_account(app, "Acme Inc.", city="Bergen", website="acme.example")
    an_account(app, "Bolt")
    an_account(app, "Bolt AG")
    return acme, twin


@pytest.fixture
def opened(desk: Desk, show: Show, qtbot: QtBot) -> Opened:
    def shown() -> DuplicatesScreen:
        made = DuplicatesScreen(desk)
        show(made)
        qtbot.waitUntil(lambda: Listing.PEOPLE in made._found)
        made.first_focus().setFocus()
        return made

    return shown


def press(key: Qt.Key) -> None:
    part = QApplication.focusWidget()
    assert part is not None
    QTest.keyClick(part, key)


def click(part: QWidget) -> None:
    QTest.mouseClick(part, LEFT, pos=QPoint(part.width() // 2, part.height() // 2))


def titles(screen: DuplicatesScreen) -> list[str]:
    return [screen.view._face(one).title for one in screen.view.pairs.records]


def beside(screen: DuplicatesScreen, qtbot: QtBot, kept: str) -> None:
    qtbot.waitUntil(lambda: screen.view.side.kept.accessibleName().startswith(f"Stays: {kept}"))


def test_a_pair_is_walked_to_swapped_and_merged_by_keys_and_taken_back(
    opened: Opened, pair: tuple[AccountId, AccountId], app: Services, qtbot: QtBot
) -> None:
    screen = opened()
    assert titles(screen) == ["Acme = Acme Inc.", "Bolt = Bolt AG"]
    beside(screen, qtbot, "Acme, 1 person")
    told = {one.field: one.fills for one in screen.view.side.differences.records}
    assert told == {"name": False, "city": False, "website": True}
    press(Key.Key_S)
    beside(screen, qtbot, "Acme Inc.")
    press(Key.Key_M)
    qtbot.waitUntil(lambda: titles(screen) == ["Bolt = Bolt AG"])
    page = accounts.page(app, pair[0])
    assert (page.details.name, page.details.city) == ("Acme Inc.", "Bergen")
    assert [one.text for one in page.facts] == ["Acme had: city Oslo"]
    assert screen.view.list.hasFocus()
    assert screen.view.list.selectionModel().hasSelection()
    screen.desk.operations.command(lambda app: history.undo(app)[0])
    qtbot.waitUntil(lambda: len(titles(screen)) == 2)
    assert len(accounts.listed(app)) == 4


def test_two_are_said_to_be_two_and_asked_about_again(
    opened: Opened, pair: tuple[AccountId, AccountId], qtbot: QtBot
) -> None:
    screen = opened()
    beside(screen, qtbot, "Acme")
    assert screen.view.chips[Listing.TWO_ACCOUNTS].isHidden()
    press(Key.Key_N)
    chip = screen.view.chips[Listing.TWO_ACCOUNTS]
    qtbot.waitUntil(chip.isVisible)
    assert titles(screen) == ["Bolt = Bolt AG"]
    click(chip)
    qtbot.waitUntil(lambda: titles(screen) == ["Acme and Acme Inc."])
    qtbot.waitUntil(screen.view.side.rejoin.isVisible)
    click(screen.view.side.rejoin)
    qtbot.waitUntil(lambda: titles(screen) == [])
    click(screen.view.chips[Listing.ACCOUNTS])
    qtbot.waitUntil(lambda: len(titles(screen)) == 2)


def test_people_are_beside_accounts_and_every_part_has_a_name(
    opened: Opened,
    pair: tuple[AccountId, AccountId],
    app: Services,
    qtbot: QtBot,
    qtmodeltester: ModelTester,
) -> None:
    twin = ContactId(
        contacts.add(app, pair[0], name="Reed, Dana", phones=("+47 1234567",)).created[0]
    )
    screen = opened()
    press(Key.Key_Return)
    assert screen.view.side.merge.hasFocus()
    press(Key.Key_Escape)
    assert screen.view.list.hasFocus()
    click(screen.view.chips[Listing.PEOPLE])
    qtbot.waitUntil(lambda: titles(screen) == ["Dana Reed = Reed, Dana"])
    beside(screen, qtbot, "Reed, Dana")
    qtmodeltester.check(screen.view.pairs)
    qtmodeltester.check(screen.view.side.differences)
    assert [part for part in reachable(screen) if not part.accessibleName()] == []
    click(screen.view.side.merge)
    qtbot.waitUntil(lambda: [one.name for one in contacts.listed(app)] == ["Reed, Dana"])
    assert screen.view.none[Listing.PEOPLE].isVisible()
    assert contacts.listed(app)[0].id < twin


def test_one_that_is_gone_meanwhile_is_said_to_be_and_nothing_is_merged(
    opened: Opened, pair: tuple[AccountId, AccountId], app: Services, trail: Trail, qtbot: QtBot
) -> None:
    screen = opened()
    beside(screen, qtbot, "Acme")
    accounts.delete(app, pair[1])
    press(Key.Key_M)
    qtbot.waitUntil(lambda: bool(trail.refused))
    assert "not here" in trail.refused[0].message
    screen._look()
    qtbot.waitUntil(lambda: bool(trail.said))
    assert titles(screen) == ["Bolt = Bolt AG"]


def test_two_that_somebody_chose_are_looked_at_first_and_lead_to_what_is_left(
    opened: Opened, pair: tuple[AccountId, AccountId], app: Services, trail: Trail, qtbot: QtBot
) -> None:
    bolt = next(one.account_id for one in accounts.listed(app) if one.account == "Bolt")
    screen = opened()
    screen.show_pair(TwinKind.ACCOUNT, pair[0], bolt)
    beside(screen, qtbot, "Bolt")
    qtbot.waitUntil(lambda: titles(screen)[0] == "Acme = Bolt")
    click(screen.view.side.merge)
    qtbot.waitUntil(lambda: ToAccount(min(pair[0], bolt)) in trail.places)


def test_an_account_that_looks_like_one_we_have_is_added_only_when_asked_twice(
    desk: Desk, show: Show, pair: tuple[AccountId, AccountId], app: Services, qtbot: QtBot
) -> None:
    host = show(QWidget(), 1280, 720)
    form = NewAccount(desk, host)
    form.ask("Zenith")
    qtbot.waitUntil(form.name.hasFocus)
    form.website.setText("https://www.acme.example")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: form.add.text() == "Add a second one")
    assert "looks like Acme Inc." in form.field.error()
    assert [hit.title for hit in form.similar.records] == ["Acme Inc."]
    assert len(accounts.listed(app)) == 4
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: not form.overlay.is_open())
    assert "Zenith" in [one.account for one in accounts.listed(app)]
    assert host.isVisible()


def test_a_person_who_is_here_is_opened_instead_of_added_and_merged_with_another(
    desk: Desk,
    show: Show,
    pair: tuple[AccountId, AccountId],
    app: Services,
    trail: Trail,
    qtbot: QtBot,
) -> None:
    [dana] = contacts.listed(app)
    screen = PeopleScreen(desk)
    show(screen)
    qtbot.waitUntil(lambda: screen.view.table.rows.rowCount() == 1)
    screen.new.begin_at(pair[0], "Acme")
    form = screen.view.form
    form.name.setText("Dr. Dana Reed")
    form.name.setFocus()
    press(Key.Key_Return)
    qtbot.waitUntil(form.twin.isVisible)
    assert "looks like Dana Reed" in form.error()
    assert len(contacts.listed(app)) == 1
    click(form.twin)
    qtbot.waitUntil(lambda: screen.view.person.contact_id == dana.id)
    lee = ContactId(contacts.add(app, pair[1], name="Lee Park").created[0])
    panel = screen.view.person.panel
    click(panel.merge_button)
    picker = panel._ask()
    QTest.keyClicks(picker.field, "Lee Park")
    qtbot.waitUntil(lambda: bool(picker.options.records))
    QTest.keyClick(picker.field, Key.Key_Return)
    qtbot.waitUntil(lambda: ToDuplicates(TwinKind.CONTACT, (dana.id, lee)) in trail.places)


def test_a_second_person_of_one_name_is_added_when_asked_twice(
    desk: Desk, show: Show, pair: tuple[AccountId, AccountId], app: Services, qtbot: QtBot
) -> None:
    screen = PeopleScreen(desk)
    show(screen)
    qtbot.waitUntil(lambda: screen.view.table.rows.rowCount() == 1)
    screen.new.begin_at(pair[0], "Acme")
    form = screen.view.form
    form.name.setText("Dana Reed")
    form.name.setFocus()
    press(Key.Key_Return)
    qtbot.waitUntil(form.twin.isVisible)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(contacts.listed(app)) == 2)
