"""Coverage as a sales lead walks through it on Monday, by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.gaps import Gap
from sponsor_app.domain.heat import HeatColumn
from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, accounts, sponsorships
from sponsor_app.ui.coverage.acts import Act
from sponsor_app.ui.coverage.peek import Peek, key_of
from sponsor_app.ui.coverage.screen import CoverageScreen
from sponsor_app.ui.coverage.words import MEANINGS
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ToAccount, ToAct, ToBrief, ToRecord
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.conftest import Show, Trail
from tests.ui.coverage.conftest import Opened, Team, seen


def press(part: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(part.window().focusWidget() or part, key)


def totals(screen: CoverageScreen) -> list[str]:
    return [button.accessibleName() for button in screen.view.totals.buttons]


def peeked(peek: Peek) -> list[str]:
    return [str(peek.rows.data(peek.rows.index(row))) for row in range(peek.rows.rowCount())]


def test_every_total_says_of_how_many(screen: CoverageScreen) -> None:
    assert totals(screen) == [
        "1 of 3, covered",
        "0 of 3, due",
        "1 of 3, overdue",
        "1 of 3, never met",
        "1 of 4, no sponsor",
    ]
    line = screen.view.header.findChildren(QWidget)
    said = [part.accessibleName() for part in line]
    assert "3 of 4 accounts count; 1 without a cadence is left out." in said


def test_the_board_opens_on_the_worst_cell_with_its_accounts_beside_it(
    screen: CoverageScreen, team: Team
) -> None:
    assert screen.view.board.spot() == (team.mia, HeatColumn.KEY)
    assert peeked(screen.view.peek) == ["Bolt"]
    rows, role = screen.view.peek.rows, Qt.ItemDataRole.AccessibleTextRole
    assert "200 of 180 days" in str(rows.data(rows.index(0), role))
    assert screen.view.board.grid.hasFocus()


def test_enter_goes_from_a_cell_to_its_accounts_to_an_account_and_esc_comes_back(
    screen: CoverageScreen, trail: Trail, team: Team
) -> None:
    press(screen, Qt.Key.Key_Return)
    assert screen.view.peek.list.hasFocus()
    press(screen, Qt.Key.Key_Return)
    assert trail.places == [ToAccount(team.bolt)]
    press(screen, Qt.Key.Key_Escape)
    assert screen.view.board.grid.hasFocus()
    assert peeked(screen.view.peek) == ["Bolt"]


def test_the_load_stands_for_all_a_sponsor_owns_the_worst_first(
    screen: CoverageScreen, team: Team
) -> None:
    assert screen.view.board.select(team.mia, None)
    assert peeked(screen.view.peek) == ["Bolt", "Dune"]


def test_every_gap_is_there_with_its_count_and_its_meaning(screen: CoverageScreen) -> None:
    gaps = screen.view.gaps.gaps
    role = Qt.ItemDataRole
    said = [gaps.data(gaps.index(row), role.AccessibleTextRole) for row in range(gaps.rowCount())]
    assert said == [
        "No sponsor, 1 of 4",
        "Executive, no account, 1 of 3",
        "Overdue, 1 of 3",
        "Never met, 1 of 3",
        "No next date, 4 of 4",
        "Single-threaded, 0 of 4",
        "Overloaded, 0 of 2",
        "Selling only, 0 of 3",
        "No cadence, 1 of 4",
        "Not on their turf, 1 of 2",
        "No counterpart, 1 of 1",
    ]
    assert gaps.data(gaps.index(0), role.ToolTipRole) == MEANINGS[Gap.NO_SPONSOR]


def test_a_gap_lists_its_accounts_and_a_assigns_the_one_that_has_the_keyboard(
    screen: CoverageScreen, trail: Trail, team: Team
) -> None:
    screen.view.gaps.setFocus()
    screen.view.gaps.pick(Gap.NO_SPONSOR)
    press(screen, Qt.Key.Key_Return)
    assert peeked(screen.view.peek) == ["Cora"]
    press(screen, Qt.Key.Key_A)
    assert trail.places == [ToAct("assign", team.cora)]
    press(screen, Qt.Key.Key_B)
    assert trail.places[-1] == ToBrief(team.cora)
    press(screen, Qt.Key.Key_Escape)
    assert screen.view.gaps.hasFocus()


def test_a_gap_asked_for_before_the_answer_is_shown_when_it_comes(
    desk: Desk, team: Team, show: Show, qtbot: QtBot
) -> None:
    screen = CoverageScreen(desk)
    screen.show_gap(Gap.NEVER_MET)
    show(screen)
    qtbot.waitUntil(lambda: peeked(screen.view.peek) == ["Cora"])
    assert screen.view.gaps.hasFocus()
    screen.show_gap(Gap.OVERDUE)
    assert peeked(screen.view.peek) == ["Bolt"]


def test_an_executive_without_an_account_is_shown_by_name_and_only_an_account_can_be_given(
    screen: CoverageScreen, trail: Trail, team: Team
) -> None:
    screen.show_gap(Gap.NO_ACCOUNT)
    assert peeked(screen.view.peek) == ["Tom Idle"]
    shown = [act for act, one in screen.view.peek.acts.buttons.items() if one.isVisible()]
    assert shown == [Act.ASSIGN]
    press(screen, Qt.Key.Key_B)
    press(screen, Qt.Key.Key_P)
    assert trail.places == []
    screen.view.peek.list.open_current()
    assert trail.places == [ToRecord("member", team.tom)]


def test_an_empty_gap_says_that_it_is_good_news(screen: CoverageScreen) -> None:
    screen.show_gap(Gap.OVERLOADED)
    assert peeked(screen.view.peek) == []
    assert screen.view.peek._hint.text() == "Nobody owns too many."


def test_a_total_shows_the_accounts_it_counts_and_pressed_again_the_cell(
    screen: CoverageScreen,
) -> None:
    unsponsored = screen.view.totals.buttons[-1]
    QTest.mouseClick(unsponsored, Qt.MouseButton.LeftButton)
    assert (unsponsored.isChecked(), peeked(screen.view.peek)) == (True, ["Cora"])
    QTest.mouseClick(unsponsored, Qt.MouseButton.LeftButton)
    assert (unsponsored.isChecked(), peeked(screen.view.peek)) == (False, ["Bolt"])


def test_an_assignment_moves_the_account_and_leaves_the_keyboard_in_the_list(
    screen: CoverageScreen, desk: Desk, team: Team, qtbot: QtBot
) -> None:
    screen.show_gap(Gap.NO_NEXT_DATE)
    screen.view.peek.list.select(team.acme)
    desk.operations.command(lambda app: sponsorships.set_sponsor(app, [team.cora], team.tom))
    qtbot.waitUntil(lambda: totals(screen)[-1] == "0 of 4, no sponsor")
    current = screen.view.peek.current()
    assert current is not None
    assert key_of(current) == team.acme
    assert len(screen.view.board._rows) == 3


def test_closing_the_list_keeps_it_closed_while_the_keyboard_walks_on(
    screen: CoverageScreen,
) -> None:
    QTest.mouseClick(screen.view.peek.close_button, Qt.MouseButton.LeftButton)
    press(screen, Qt.Key.Key_Down, Qt.Key.Key_Left)
    assert peeked(screen.view.peek) == []
    press(screen, Qt.Key.Key_Space)
    assert peeked(screen.view.peek) == ["Acme"]


def test_an_empty_store_says_what_this_page_is_for_and_how_to_begin(
    opened: Opened, trail: Trail
) -> None:
    screen = opened()
    assert screen.view.nothing.isVisible()
    assert not screen.view.export_button.isVisible()
    press(screen, Qt.Key.Key_Return)
    assert trail.places == [ToAct("import")]
    for key in (Qt.Key.Key_V, Qt.Key.Key_A, Qt.Key.Key_E):
        press(screen, key)
    assert screen.view.nothing.isVisible()


def test_without_any_sponsor_the_page_says_so_and_the_gaps_have_the_keyboard(
    app: Services, opened: Opened
) -> None:
    accounts.add(app, fields={"name": "Alone", "tier": "key"})
    screen = opened()
    assert screen.view._nobody.isVisible()
    assert screen.view.gaps.hasFocus()


def test_a_column_that_appears_takes_nobody_the_keyboard(
    screen: CoverageScreen, desk: Desk, app: Services, team: Team, qtbot: QtBot
) -> None:
    before = screen.view.board.model.columnCount()
    desk.operations.command(
        lambda app: accounts.change(app, team.bolt, {"status": "lost"}), then=lambda _done: None
    )
    qtbot.waitUntil(lambda: screen.view.board.model.columnCount() == before + 1)
    qtbot.waitUntil(screen.view.board.grid.hasFocus)


def test_names_of_customers_are_shown_as_they_are(
    app: Services, opened: Opened, team: Team
) -> None:
    hostile = "<img src='file:///etc/passwd'><b>Evil & Sons</b>"
    new = accounts.add(app, fields={"name": hostile, "tier": "strategic"}).created[0]
    screen = opened()
    screen.show_gap(Gap.NO_SPONSOR)
    assert hostile in peeked(screen.view.peek)
    tip = screen.view.peek.rows.data(
        screen.view.peek.rows.index(screen.view.peek.rows.row_of(new)), Qt.ItemDataRole.ToolTipRole
    )
    assert "<img" not in str(tip)
    screen.grab()


def test_the_lists_behave_as_qt_expects(screen: CoverageScreen, qtmodeltester: ModelTester) -> None:
    view = screen.view
    screen.show_table(as_table=True)
    for model in (view.board.model, view.gaps.gaps, view.peek.rows, view.table.table.rows):
        qtmodeltester.check(model, force_py=True)


def test_whatever_takes_the_keyboard_has_a_name(screen: CoverageScreen) -> None:
    for as_table in (False, True):
        screen.show_table(as_table=as_table)
        stops = reachable(screen)
        assert len(stops) > 6
        assert [type(part).__name__ for part in stops if not part.accessibleName()] == []


def test_every_cell_of_the_board_is_a_sentence(screen: CoverageScreen) -> None:
    model, role = screen.view.board.model, Qt.ItemDataRole.AccessibleTextRole
    spoken = [
        str(model.data(model.index(row, column), role))
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert any("Mia Andersson" in one and "Key" in one and "1 overdue" in one for one in spoken)
    assert all(spoken)


def test_a_word_of_state_is_never_cut_on_a_small_window(
    app: Services, opened: Opened, team: Team, qtbot: QtBot
) -> None:
    sponsorships.set_sponsor(app, [team.cora], team.mia)
    gone = accounts.add(app, fields={"name": "Eske", "status": "lost"}).created[0]
    sponsorships.set_sponsor(app, [AccountId(gone)], team.mia)
    screen = opened()
    board = screen.view.board
    assert board.model.columnCount() == 6
    widest = theme.px(8 + 18 + 4) + 84  # beside and of `1 no cadence`
    qtbot.waitUntil(lambda: all(board.grid.columnWidth(column) >= widest for column in range(5)))


def test_at_twice_the_size_the_lists_move_below_the_board(
    screen: CoverageScreen, qtbot: QtBot
) -> None:
    assert not screen.view.page.folded
    theme.set_zoom(200)
    qtbot.waitUntil(lambda: screen.view.page.folded)
    assert screen.view.board.height() >= theme.px(200)


def test_something_logged_elsewhere_shows_at_once(
    screen: CoverageScreen, desk: Desk, team: Team, qtbot: QtBot
) -> None:
    def log(app: Services) -> Changes:
        seen(app, team.cora, 1)
        return accounts.change(app, team.cora, {"industry": "Ferries"})

    desk.operations.command(log)
    qtbot.waitUntil(lambda: totals(screen)[3] == "0 of 3, never met")


def test_one_of_us_is_shown_with_what_they_own_or_among_those_who_own_nothing(
    screen: CoverageScreen, team: Team
) -> None:
    screen.show_table(as_table=True)
    screen.show_member(team.mia)
    assert peeked(screen.view.peek) == ["Bolt", "Dune"]
    assert screen.view.peek.list.hasFocus()
    screen.show_member(team.tom)
    assert peeked(screen.view.peek) == ["Tom Idle"]


def test_the_first_account_takes_the_keyboard_from_the_empty_page_into_the_gaps(
    opened: Opened, desk: Desk, qtbot: QtBot
) -> None:
    screen = opened()
    desk.operations.command(lambda app: accounts.add(app, fields={"name": "Acme", "tier": "key"}))
    qtbot.waitUntil(lambda: totals(screen)[-1] == "1 of 1, no sponsor")
    assert screen.view.gaps.hasFocus()
    assert screen.view._nobody.height() < screen.height() // 2
