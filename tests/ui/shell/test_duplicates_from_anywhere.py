"""Duplicates from wherever one is: the palette leads there, what was merged is one toast and one undo, and back again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.twins import TwinKind
from sponsor_app.services import Services, accounts, contacts
from sponsor_app.ui.accounts.list_screen import AccountsScreen
from sponsor_app.ui.accounts.page_screen import AccountScreen
from sponsor_app.ui.duplicates.screen import DuplicatesScreen
from sponsor_app.ui.places import ScreenName, ToDuplicates, ToScreen
from sponsor_app.ui.shell.window import Window
from tests.ui.shell.conftest import CONTROL, Key, press, settle, write


def twice(mine: Services) -> tuple[AccountId, AccountId]:
    first = AccountId(accounts.add(mine, fields={"name": "Acme"}).created[0])
    contacts.add(mine, first, name="Dana Reed")
    second = AccountId(accounts.add(mine, fields={"name": "Acme Inc."}).created[0])
    contacts.add(mine, second, name="Reed, Dana")
    return first, second


def names(mine: Services) -> list[str]:
    return [row.account for row in accounts.listed(mine)]


def shown(window: Window) -> DuplicatesScreen:
    screen = window.main.navigator.current()
    assert isinstance(screen, DuplicatesScreen)
    return screen


def test_the_palette_leads_there_m_merges_and_ctrl_z_takes_all_of_it_back(
    mine: Services, working: Window, qtbot: QtBot
) -> None:
    twice(mine)
    working.go(ToScreen(ScreenName.ACCOUNTS))
    settle(working, qtbot)
    press(working, Key.Key_K, CONTROL)
    settle(working, qtbot)
    write(working, "duplic")
    settle(working, qtbot)
    press(working, Key.Key_Return)
    screen = shown(working)
    qtbot.waitUntil(lambda: screen.view.side.found is not None)
    assert working.windowTitle().startswith("Duplicates")
    assert screen.view.list.hasFocus()
    press(working, Key.Key_M)
    qtbot.waitUntil(lambda: names(mine) == ["Acme"])
    qtbot.waitUntil(lambda: "Merged Acme Inc. into Acme" in working.main.toast.accessibleName())
    press(working, Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: names(mine) == ["Acme", "Acme Inc."])
    settle(working, qtbot)
    press(working, Key.Key_Escape)
    assert isinstance(working.main.navigator.current(), AccountsScreen)


def test_two_accounts_that_were_chosen_lead_to_the_one_that_is_left(
    mine: Services, working: Window, qtbot: QtBot
) -> None:
    first, second = twice(mine)
    working.go(ToDuplicates(TwinKind.ACCOUNT, (first, second)))
    screen = shown(working)
    qtbot.waitUntil(lambda: screen.view.side.found is not None)
    assert screen.view.side.kept_id == second
    QTest.mouseClick(screen.view.side.merge, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(working.main.navigator.current(), AccountScreen))
    assert names(mine) == ["Acme Inc."]
    working.go(ToDuplicates(TwinKind.CONTACT))
    qtbot.waitUntil(lambda: len(screen.view.pairs.records) == 1)
    settle(working, qtbot)
