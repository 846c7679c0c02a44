"""Ways between screens: assign from coverage, open from a list, and what a row leads to."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.gaps import Gap
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.interaction import Kind
from sponsor_app.services import Services, accounts, interactions, members
from sponsor_app.ui.coverage.screen import CoverageScreen
from sponsor_app.ui.places import Back, ScreenName, ToAccount, ToAct, ToBrief, ToScreen
from sponsor_app.ui.shell.window import Window
from tests.ui.shell.conftest import CONTROL, Key, peeked, press, settle, write


@pytest.fixture
def nobodys(mine: Services) -> AccountId:
    members.add(mine, name="Mia Andersson", function="sales")
    acme = AccountId(accounts.add(mine, fields={"name": "Acme", "tier": "key"}).created[0])
    on = mine.today() - timedelta(days=20)
    interactions.log(mine, InteractionDraft(acme, Kind.COFFEE, on))
    return acme


@pytest.fixture
def gaps(nobodys: AccountId, working: Window, qtbot: QtBot) -> CoverageScreen:
    working.go(ToScreen(ScreenName.COVERAGE, Gap.NO_SPONSOR))
    screen = working.main.navigator.current()
    assert isinstance(screen, CoverageScreen)
    qtbot.waitUntil(lambda: peeked(screen) == nobodys)
    return screen


def test_a_on_a_gap_chooses_a_sponsor_here_and_one_undo_takes_it_back(
    gaps: CoverageScreen, working: Window, mine: Services, nobodys: AccountId, qtbot: QtBot
) -> None:
    def sponsor() -> str | None:
        return next(row.sponsor for row in accounts.listed(mine) if row.account_id == nobodys)

    press(working, Key.Key_A)
    settle(working, qtbot)
    write(working, "mia")
    press(working, Key.Key_Return)
    qtbot.waitUntil(lambda: sponsor() == "Mia Andersson")
    qtbot.waitUntil(lambda: gaps.view.totals.buttons[-1].accessibleName().startswith("0 of"))
    assert working.main.navigator.current() is gaps
    press(working, Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: sponsor() is None)
    settle(working, qtbot)


def test_enter_twice_leads_from_a_gap_to_the_account_and_back_to_the_same_list(
    gaps: CoverageScreen, working: Window, nobodys: AccountId, qtbot: QtBot
) -> None:
    press(working, Key.Key_Return)
    press(working, Key.Key_Return)
    assert working.main.navigator.here == ToAccount(nobodys)
    assert working.main.rail.items[ScreenName.ACCOUNTS].isChecked()
    settle(working, qtbot)
    working.go(Back())
    assert working.main.navigator.current() is gaps
    assert peeked(gaps) == nobodys


def test_the_brief_of_a_row_keeps_the_rail_where_it_was_asked_for(
    gaps: CoverageScreen, working: Window, nobodys: AccountId, qtbot: QtBot
) -> None:
    press(working, Key.Key_B)
    assert working.main.navigator.here == ToBrief(nobodys)
    assert working.main.rail.items[ScreenName.COVERAGE].isChecked()
    settle(working, qtbot)


def test_the_rail_leads_by_mouse_and_the_keyboard_lands_in_the_page(
    gaps: CoverageScreen, working: Window, qtbot: QtBot
) -> None:
    rail = working.main.rail
    QTest.mouseClick(rail.items[ScreenName.ACCOUNTS], Qt.MouseButton.LeftButton)
    settle(working, qtbot)
    focused = QApplication.focusWidget()
    current = working.main.navigator.current()
    assert focused is not None
    assert current is not None
    assert current.isAncestorOf(focused)


def test_an_action_nobody_knows_does_nothing(working: Window) -> None:
    here = working.main.navigator.here
    working.go(ToAct("dance"))
    assert working.main.navigator.here == here
