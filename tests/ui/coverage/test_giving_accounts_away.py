"""Several accounts to one sponsor: chosen in a list and A pressed, or dragged onto the sponsor's row."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, accounts, history
from sponsor_app.ui.accounts.list_screen import AccountsScreen
from sponsor_app.ui.coverage.dragging import carried
from sponsor_app.ui.coverage.screen import CoverageScreen
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ToAssign
from tests.ui.conftest import Trail
from tests.ui.coverage.conftest import Team


def let_go(screen: CoverageScreen, ids: list[AccountId], at: QPoint) -> None:
    """Drop accounts at a place of the board."""
    board, mime = screen.view.board, carried(ids)
    none = Qt.KeyboardModifier.NoModifier
    left, move = Qt.MouseButton.LeftButton, Qt.DropAction.MoveAction
    QApplication.sendEvent(board, QDragEnterEvent(at, move, mime, left, none))
    QApplication.sendEvent(board, QDropEvent(QPointF(at), move, mime, left, none))


def row_of(screen: CoverageScreen, team: Team) -> QPoint:
    """The middle of Mia’s row, in the board."""
    board = screen.view.board
    grid = board.grid
    row = next(number for number in range(9) if board.member_at(number) == team.mia)
    y = grid.rowViewportPosition(row) + grid.rowHeight(row) // 2
    return QPoint(20, grid.viewport().mapTo(board, QPoint(0, y)).y())


def test_a_on_a_selection_asks_for_one_sponsor_of_all(
    screen: CoverageScreen, team: Team, trail: Trail
) -> None:
    screen.show_table(as_table=True)
    table = screen.view.table.table
    table.select(team.acme)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_A)
    assert trail.places == [ToAssign((team.acme, team.bolt))]


def test_accounts_dropped_on_a_sponsor_are_asked_for_and_beside_the_rows_nothing_happens(
    screen: CoverageScreen, team: Team, trail: Trail
) -> None:
    let_go(screen, [team.cora, team.acme], QPoint(20, screen.view.board.height() - 2))
    assert trail.places == []
    let_go(screen, [team.cora, team.acme], row_of(screen, team))
    assert trail.places == [ToAssign((team.cora, team.acme), team.mia)]


def test_a_drag_carries_the_account_under_the_mouse(screen: CoverageScreen, team: Team) -> None:
    screen.show_member(team.mia)
    view = screen.view.peek.list
    where = view.visualRect(view.model().index(1, 0)).center()
    first = screen.view.peek.rows.record(1)
    assert screen.giving.drags[0].taken(where) == [getattr(first, "account_id", None)]
    view.selectAll()
    assert sorted(screen.giving.drags[0].taken(where)) == sorted([team.bolt, team.dune])


def test_what_was_dropped_is_handed_over_as_one_step(
    desk: Desk, app: Services, screen: CoverageScreen, team: Team, qtbot: QtBot
) -> None:
    owner = AccountsScreen(desk)
    qtbot.addWidget(owner)
    owner.assign([team.cora, team.acme], screen, team.mia)
    qtbot.waitUntil(lambda: bool(owner._assign and owner._assign.box))
    box = owner._assign.box if owner._assign else None
    assert box is not None
    assert "Mia Andersson takes 2 accounts: owns 2 now, 4 then" in box.said.text()
    assert box.overlay.accessibleName() == "Hand over"
    box.hand_over_button.click()

    def owners() -> list[str]:
        return [accounts.details(app, at).sponsorships[0].member for at in (team.cora, team.acme)]

    qtbot.waitUntil(
        lambda: owner._assign is not None and bool(accounts.details(app, team.cora).sponsorships)
    )
    assert owners() == ["Mia Andersson", "Mia Andersson"]
    history.undo(app)
    assert accounts.details(app, team.cora).sponsorships == ()
