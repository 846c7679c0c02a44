"""Program health in place of the board: opened with H, closed with Esc, the keyboard back where it was."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sponsor_app.ui.coverage.health_panel import HealthPanel
from sponsor_app.ui.coverage.screen import CoverageScreen


def test_h_shows_the_health_of_the_program_and_escape_the_board_again(
    screen: CoverageScreen, qtbot: QtBot
) -> None:
    QTest.keyClick(screen.view.board.grid, Qt.Key.Key_H)
    panel = screen.offered
    assert isinstance(panel, HealthPanel)
    qtbot.waitUntil(lambda: panel.program is not None)
    said = panel.view.text.toPlainText()
    assert "association, not cause" in said
    assert "n = 3" in said
    assert not screen.view.board.isVisible()
    assert panel.view.text.accessibleName() == "Program health"
    QTest.keyClick(panel.view.text, Qt.Key.Key_Escape)
    qtbot.waitUntil(screen.view.board.grid.hasFocus)
    assert screen.offered is None
