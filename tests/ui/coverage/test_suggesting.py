"""Suggestions on the coverage page: read with their reasons, chosen one by one, accepted as one step."""

import threading

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sponsor_app.services import Services, accounts, coverage, history
from sponsor_app.ui.coverage.screen import CoverageScreen
from sponsor_app.ui.coverage.suggest import SuggestPanel
from sponsor_app.ui.desk import Desk
from tests.ui.conftest import Trail
from tests.ui.coverage.conftest import Team


def asked(screen: CoverageScreen, qtbot: QtBot) -> SuggestPanel:
    """Press S and wait for the proposals."""
    QTest.keyClick(screen.view.board.grid, Qt.Key.Key_S)
    panel = screen.suggesting
    assert panel is not None
    qtbot.waitUntil(lambda: panel._plan is not None)
    qtbot.waitUntil(panel.list.hasFocus)
    return panel


def unsponsored(app: Services) -> int:
    return coverage.report(app).totals.unsponsored


def test_s_shows_each_proposal_with_its_reasons_and_all_are_chosen(
    screen: CoverageScreen, qtbot: QtBot
) -> None:
    panel = asked(screen, qtbot)
    [offer] = panel.rows.records
    face = panel._face(offer)
    assert face.title == "Cora → Tom Idle"
    assert face.verdict == "chosen · now nobody"
    assert face.reason == "Nobody owns it. Tom Idle owns no account yet."
    assert "Accounts without a sponsor: -1." in panel.why.text()
    assert panel.accept_button.text() == "Accept 1"
    assert not screen.view.board.isVisible()


def test_space_leaves_one_out_and_none_cannot_be_accepted(
    screen: CoverageScreen, qtbot: QtBot
) -> None:
    panel = asked(screen, qtbot)
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert panel.chosen() == []
    assert not panel.accept_button.isEnabled()
    assert panel._face(panel.rows.records[0]).verdict == "left out · now nobody"
    panel.all_button.click()
    assert [one.row.account for one in panel.chosen()] == ["Cora"]


def test_accepting_is_one_step_and_the_board_comes_back(
    app: Services, team: Team, screen: CoverageScreen, qtbot: QtBot
) -> None:
    panel = asked(screen, qtbot)
    panel.accept_button.click()
    qtbot.waitUntil(lambda: screen.suggesting is None)
    qtbot.waitUntil(screen.view.board.isVisible)
    assert accounts.details(app, team.cora).sponsorships[0].member == "Tom Idle"
    history.undo(app)
    assert unsponsored(app) == 1


def test_escape_brings_the_board_back_and_changes_nothing(
    app: Services, screen: CoverageScreen, qtbot: QtBot
) -> None:
    panel = asked(screen, qtbot)
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: screen.suggesting is None)
    qtbot.waitUntil(screen.view.board.grid.hasFocus)
    assert unsponsored(app) == 1


def test_what_is_being_worked_out_can_be_stopped(
    app: Services, desk: Desk, screen: CoverageScreen, trail: Trail, qtbot: QtBot
) -> None:
    free = threading.Event()
    for _worker in range(2):
        desk.operations.slow(desk, lambda _app, _tell, _cancel: free.wait(30), lambda _done: None)
    QTest.keyClick(screen.view.board.grid, Qt.Key.Key_S)
    panel = screen.suggesting
    assert panel is not None
    assert panel.progress.isVisible()
    panel.progress.cancelled.emit()
    assert panel.progress.words() == "Stopping"
    free.set()
    qtbot.waitUntil(lambda: screen.suggesting is None)
    assert trail.said == ["Stopped: nothing is suggested, and nothing was changed."]
    assert unsponsored(app) == 1
