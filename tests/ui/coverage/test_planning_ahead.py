"""The weeks ahead in place of the board: chosen, moved by keyboard, planned as one step, taken back."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QModelIndex, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.planning import next_workday
from sponsor_app.services import Services, accounts, history, planning
from sponsor_app.ui.coverage.dragging import carried
from sponsor_app.ui.coverage.plan_panel import PlanPanel
from sponsor_app.ui.coverage.screen import CoverageScreen
from sponsor_app.ui.coverage.visit_calendar import Day, VisitCalendar
from tests.ui.coverage.conftest import Team


@pytest.fixture
def panel(screen: CoverageScreen, qtbot: QtBot) -> PlanPanel:
    """Opened with N; Bolt is overdue, and its sponsor has room."""
    QTest.keyClick(screen.view.board.grid, Qt.Key.Key_N)
    made = screen.offered
    assert isinstance(made, PlanPanel)
    qtbot.waitUntil(lambda: made.plan is not None)
    qtbot.waitUntil(made.list.hasFocus)
    return made


def test_a_visit_is_moved_by_keyboard_planned_and_taken_back_as_one_step(
    panel: PlanPanel, screen: CoverageScreen, app: Services, team: Team, qtbot: QtBot
) -> None:
    QAbstractItemModelTester(panel.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert panel.list.accessibleName() == "Proposed visits"
    panel.list.select(team.bolt)
    offer = panel.list.current_record()
    assert offer is not None
    assert offer.visit.because[0].startswith("200 days ago")
    QTest.keyClick(panel.list, Qt.Key.Key_Right)
    moved = next(one for one in panel.chosen() if one.row.account_id == team.bolt)
    assert moved.on == next_workday(offer.visit.on, 1)
    for _each in range(5):
        QTest.keyClick(panel.list, Qt.Key.Key_Left)
    first = next(one for one in panel.chosen() if one.row.account_id == team.bolt)
    assert first.on == app.today()
    panel.accept_button.click()
    qtbot.waitUntil(lambda: screen.offered is None)
    [plan] = accounts.page(app, team.bolt).planned
    assert plan.on == app.today()
    history.undo(app)
    assert accounts.page(app, team.bolt).planned == ()


def where(calendar: VisitCalendar, wanted: Callable[[Day], bool]) -> QModelIndex:
    """The first day of the calendar that is wanted."""
    days = calendar.days
    places = product(range(days.rowCount()), range(days.columnCount()))
    return next(days.index(*at) for at in places if (day := days.record(*at)) and wanted(day))


def let_go(calendar: VisitCalendar, account: AccountId, on: date) -> None:
    """Drag a visit onto a day of the calendar."""
    place = calendar.visualRect(where(calendar, lambda day: day.on == on)).center()
    mime, left, none = carried([account]), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move = Qt.DropAction.MoveAction
    enter = QDragEnterEvent(place, move, mime, left, none)
    QApplication.sendEvent(calendar.viewport(), enter)
    QApplication.sendEvent(calendar.viewport(), QDragMoveEvent(place, move, mime, left, none))
    QApplication.sendEvent(calendar.viewport(), QDropEvent(QPointF(place), move, mime, left, none))


def test_a_visit_is_dragged_onto_a_day_and_moved_by_weeks_but_never_onto_a_day_off(
    panel: PlanPanel, app: Services, team: Team, qtbot: QtBot
) -> None:
    calendar = panel.calendar
    QAbstractItemModelTester(calendar.days, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert calendar.accessibleName() == "The weeks ahead"
    wednesday, sunday = date(2026, 12, 2), date(2026, 12, 6)
    let_go(calendar, team.bolt, wednesday)
    [bolt] = [one for one in panel.chosen() if one.row.account_id == team.bolt]
    assert (bolt.on, bolt.because[-1]) == (wednesday, "moved by hand")
    let_go(calendar, team.bolt, sunday)
    [bolt] = [one for one in panel.chosen() if one.row.account_id == team.bolt]
    assert bolt.on == wednesday
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    [bolt] = [one for one in panel.chosen() if one.row.account_id == team.bolt]
    assert bolt.on == wednesday + timedelta(days=7)
    there = where(calendar, lambda day: bolt in day.visits)
    assert calendar.carrying.taken(calendar.visualRect(there).center()) == [team.bolt]
    calendar.setCurrentIndex(there)
    assert "Wed 9 Dec, Bolt" in str(there.data(Qt.ItemDataRole.AccessibleTextRole))
    QTest.keyClick(calendar, Qt.Key.Key_Return)
    assert panel.list.hasFocus()
    offer = panel.list.current_record()
    assert offer is not None
    assert offer.visit == bolt


@pytest.mark.parametrize(
    ("country", "first"),
    [(QLocale.Country.Germany, "Mon"), (QLocale.Country.UnitedStates, "Sun")],
)
def test_a_week_begins_as_in_the_country(
    panel: PlanPanel, country: QLocale.Country, first: str
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, country))
    panel._fill()
    days = panel.calendar.days
    assert first.startswith(str(days.headerData(0, Qt.Orientation.Horizontal)))
    assert (
        next(one.on for row in range(days.rowCount()) if (one := days.record(row, 0))).strftime(
            "%a"
        )
        == first
    )
    QLocale.setDefault(before)


def test_what_is_left_out_is_not_planned_and_the_effect_is_said_anew(
    panel: PlanPanel, team: Team, qtbot: QtBot
) -> None:
    before = panel.head.text()
    panel.list.select(team.bolt)
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert team.bolt not in {one.row.account_id for one in panel.chosen()}
    assert panel.head.text() != before
    panel.none_button.click()
    assert not panel.accept_button.isEnabled()
    panel.weeks.choose("12")
    panel.ask()
    qtbot.waitUntil(lambda: panel.plan is not None and panel.plan.ahead.weeks == 12)


def test_a_plan_that_is_out_of_date_is_refused_whole(
    panel: PlanPanel, app: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    calendar = planning.write_calendar(app, panel.chosen(), tmp_path / "plan.ics")
    assert b"BEGIN:VEVENT" in calendar.read_bytes()
    late = [one.moved(one.on.replace(year=2020)) for one in panel.chosen()]
    panel._visits = {one.row.account_id: one for one in late}
    panel.accept_button.click()
    qtbot.waitUntil(lambda: "Nothing was planned" in panel.error())
