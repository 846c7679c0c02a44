"""The table: sorted, filtered, remembered, and quick with ten thousand accounts."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.services import Services, preferences
from sponsor_app.ui.coverage.memory import COLUMNS, KEY, CoverageMemory, remembered
from sponsor_app.ui.coverage.screen import CoverageScreen, Listing
from sponsor_app.ui.coverage.table_part import Words
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ToAccount, ToAct
from tests.conftest import TODAY
from tests.ui.conftest import Show, Trail
from tests.ui.coverage.conftest import Opened, Team
from tests.ui.coverage.large import Sizes, large_report

ALT = Qt.KeyboardModifier.AltModifier


def names(screen: CoverageScreen) -> list[str]:
    return [row.account for row in screen.view.table.table.rows.records]


@pytest.fixture
def table(screen: CoverageScreen, qtbot: QtBot) -> CoverageScreen:
    QTest.keyClick(screen.view.board.grid, Qt.Key.Key_V)
    qtbot.waitUntil(screen.view.table.table.hasFocus)
    return screen


def test_v_turns_the_board_into_a_table_and_back(table: CoverageScreen) -> None:
    assert names(table) == ["Acme", "Bolt", "Cora", "Dune"]
    assert not table.view.board.isVisible()
    QTest.keyClick(table.view.table.table, Qt.Key.Key_V)
    assert table.view.board.grid.hasFocus()
    assert not table.view.table.isVisible()


def test_a_total_narrows_the_table_and_the_foot_says_what_is_left_out(
    table: CoverageScreen,
) -> None:
    QTest.mouseClick(table.view.totals.buttons[2], Qt.MouseButton.LeftButton)
    assert names(table) == ["Bolt"]
    said = table.view.table._foot.text()
    assert said == "1 of 4 accounts. 3 are left out by your filter: overdue."


def test_letters_filter_by_account_or_sponsor_whatever_their_accents(
    table: CoverageScreen,
) -> None:
    part = table.view.table
    QTest.keyClicks(part.table, "m")
    part.field.insert("ía")  # QTest knows ASCII keys only
    assert part.field.hasFocus()
    assert names(table) == ["Bolt", "Dune"]
    QTest.keyClick(part.field, Qt.Key.Key_Down)
    assert part.table.hasFocus()


def test_a_filter_that_fits_nobody_offers_everybody_again(table: CoverageScreen) -> None:
    part = table.view.table
    QTest.mouseClick(table.view.totals.buttons[2], Qt.MouseButton.LeftButton)
    QTest.keyClicks(part.field, "zzz")
    assert part.no_match.isVisible()
    part.no_match.action.click()
    assert len(names(table)) == 4
    assert not any(button.isChecked() for button in table.view.totals.buttons)
    assert part.table.hasFocus()


def test_enter_opens_and_a_assigns_the_row_that_has_the_keyboard(
    table: CoverageScreen, trail: Trail, team: Team
) -> None:
    QTest.keyClick(table.view.table.table, Qt.Key.Key_Down)
    QTest.keyClick(table.view.table.table, Qt.Key.Key_Return)
    QTest.keyClick(table.view.table.table, Qt.Key.Key_A)
    assert trail.places == [ToAccount(team.bolt), ToAct("assign", team.bolt)]


def test_the_next_time_the_page_is_as_it_was_left(
    table: CoverageScreen, app: Services, opened: Opened, qtbot: QtBot
) -> None:
    grid = table.view.table.table
    grid.setCurrentIndex(grid.rows.index(0, COLUMNS.index("sponsor")))
    QTest.keyClick(grid, Qt.Key.Key_Up, ALT)
    table.view.totals.buttons[-1].click()
    wanted = CoverageMemory(as_table=True, column=3, down=True, total="unsponsored")
    qtbot.waitUntil(lambda: remembered(preferences.get(app, KEY)) == wanted)
    again = opened()
    assert names(again) == ["Cora"]
    assert again.view.totals.buttons[-1].isChecked()
    assert again.view.table.table.hasFocus()
    again.view.totals.buttons[-1].click()
    assert names(again) == ["Bolt", "Dune", "Acme", "Cora"]


@pytest.mark.parametrize(
    "text", [None, "", "nonsense", "[]", '{"sort": 7, "total": "gone", "down": null}']
)
def test_a_memory_that_cannot_be_read_is_none(text: str | None) -> None:
    assert remembered(text) == CoverageMemory()


def test_the_names_of_the_columns_fit_the_table(table: CoverageScreen) -> None:
    assert len(COLUMNS) == table.view.table.table.rows.columnCount()


@pytest.mark.parametrize("width", [1068, 1708])
def test_no_column_needs_the_table_to_scroll_sideways(table: CoverageScreen, width: int) -> None:
    table.resize(QSize(width, 720))
    table.grab()
    assert not table.view.table.table.horizontalScrollBar().isVisible()


def filled(desk: Desk, show: Show, accounts: int) -> CoverageScreen:
    screen = CoverageScreen(desk)
    show(screen)
    report = large_report(TODAY, Sizes(accounts))
    screen._show(Listing(report, Words().add(report), CoverageMemory(as_table=True)))
    return screen


def test_a_thousand_times_the_accounts_make_not_one_widget_more(desk: Desk, show: Show) -> None:
    counts = {len(filled(desk, show, rows).findChildren(QWidget)) for rows in (30, 10_000)}
    assert len(counts) == 1


def test_a_key_stroke_among_ten_thousand_keeps_the_row_that_still_fits(
    desk: Desk, show: Show
) -> None:
    part = filled(desk, show, 10_000).view.table
    part.table.select("a00140")
    QTest.keyClicks(part.field, "halvorsen 0014")
    row = part.table.current_record()
    assert row is not None
    assert row.account == "Halvorsen 00140"
