"""The issue board as an account lead walks it before the Monday call, by keyboard."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.issue import IssueStatus, Level
from sponsor_app.domain.issue_board import BoardTally, IssueBoard
from sponsor_app.services import Services, accounts, contacts, history, issues, members
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.issues.board import Board
from sponsor_app.ui.issues.screen import IssuesScreen
from sponsor_app.ui.issues.words import MINE, SEVERE, board_line
from sponsor_app.ui.places import ToAccount, ToAct, ToLog, ToRecord
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.conftest import Show, Trail
from tests.ui.issues.conftest import Ladder, Opened

ENTER, SPACE, ESC = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape
RIGHT, LEFT, DOWN = Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down


def press(screen: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(screen.window().focusWidget() or screen, key)


def write(screen: QWidget, text: str) -> None:
    QTest.keyClicks(screen.window().focusWidget(), text)
    press(screen, ENTER)


def titles(board: Board) -> list[list[str]]:
    return [[card.issue.title for card in one.model.records] for one in board.columns]


def test_thousands_are_written_as_thousands() -> None:
    tally = BoardTally(2_168, 1_716, 1_779, 2_262, 1_409, 1_553, 6)
    assert board_line(IssueBoard(date(2026, 11, 18), (), 10_000, tally)).startswith(
        "2,168 open at 1,779 of 10,000 accounts, 1,716 fixed but not told. 2,262 updates are late"
    )


def current(screen: IssuesScreen) -> str:
    card = screen.view.board.current()
    return card.issue.title if card else ""


def texts(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part)]


def peeking(screen: IssuesScreen, title: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: screen.view.peek.accessibleName() == title)
    qtbot.waitUntil(screen.view.peek.isVisible)


def test_each_rung_has_its_column_and_the_worst_stands_on_top(screen: IssuesScreen) -> None:
    assert titles(screen.view.board) == [
        ["Portal log-in fails", "Crane drops out"],
        ["Meter is blind"],
        [],
        ["Typing error"],
    ]
    said = "3 open at 2 of 2 accounts, 1 fixed but not told. 1 update is late, none is due today."
    assert said in texts(screen.view.header)


def test_a_card_says_its_severity_its_clock_and_who_heard(screen: IssuesScreen) -> None:
    columns = screen.view.board.columns
    role = Qt.ItemDataRole.AccessibleTextRole
    first = columns[0].model.data(columns[0].model.index(0), role)
    assert first == "Sev 2, Portal log-in fails, Acme, 1 day late, 1 heard · 0 called"
    fixed = columns[3].model.data(columns[3].model.index(0), role)
    assert "tell them" in str(fixed)


def test_arrows_walk_within_a_column_and_over_empty_ones(screen: IssuesScreen) -> None:
    assert current(screen) == "Portal log-in fails"
    press(screen, DOWN)
    assert current(screen) == "Crane drops out"
    press(screen, RIGHT)
    assert current(screen) == "Meter is blind"
    press(screen, RIGHT)
    assert current(screen) == "Typing error"
    press(screen, RIGHT, LEFT, LEFT)
    assert current(screen) == "Portal log-in fails"
    chosen = [one.cards.selectionModel().hasSelection() for one in screen.view.board.columns]
    assert chosen == [True, False, False, False]


def test_enter_opens_the_account_at_its_issues(
    screen: IssuesScreen, ladder: Ladder, trail: Trail
) -> None:
    press(screen, RIGHT, ENTER)
    assert trail.places == [ToAccount(ladder.bolt, "issues")]


def test_space_shows_the_issue_beside_the_board_and_the_arrows_take_it_along(
    screen: IssuesScreen, qtbot: QtBot
) -> None:
    press(screen, SPACE)
    peeking(screen, "Portal log-in fails", qtbot)
    assert screen.view.board.has_keyboard()
    press(screen, DOWN)
    peeking(screen, "Crane drops out", qtbot)
    press(screen, ESC)
    assert not screen.view.peek.isVisible()
    assert screen.view.board.has_keyboard()


def test_a_click_shows_the_issue_too(screen: IssuesScreen, qtbot: QtBot) -> None:
    cards = screen.view.board.columns[1].cards
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
    peeking(screen, "Meter is blind", qtbot)


def test_an_update_is_said_in_place_and_restarts_the_clock(
    screen: IssuesScreen, app: Services, ladder: Ladder, qtbot: QtBot
) -> None:
    press(screen, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: "What were they told?" in _focused(screen))
    write(screen, "Patch on Friday")
    qtbot.waitUntil(lambda: issues.one(app, ladder.portal)[0].last_update == "Patch on Friday")
    qtbot.waitUntil(screen.view.board.has_keyboard)
    assert current(screen) == "Portal log-in fails"
    qtbot.waitUntil(lambda: any("Patch on Friday" in one for one in texts(screen.view.peek)))
    line = "No update is late, none is due today."
    qtbot.waitUntil(lambda: any(line in one for one in texts(screen.view.header)))
    history.undo(app)
    assert issues.one(app, ladder.portal)[0].last_update is None


def test_what_is_missing_is_said_where_it_is_missing(screen: IssuesScreen, qtbot: QtBot) -> None:
    press(screen, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: "What were they told?" in _focused(screen))
    write(screen, "   ")
    panel = screen.view.peek.panel
    assert panel is not None
    qtbot.waitUntil(lambda: "The update is empty" in panel.error())


def test_an_issue_climbs_to_the_sponsor_with_its_reason(
    screen: IssuesScreen, app: Services, ladder: Ladder, qtbot: QtBot
) -> None:
    press(screen, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: "go up" in _focused(screen))
    write(screen, "night shift stands")
    qtbot.waitUntil(lambda: issues.one(app, ladder.portal)[0].level is Level.SPONSOR)
    assert issues.one(app, ladder.portal)[0].owner_id == ladder.mia
    qtbot.waitUntil(
        lambda: titles(screen.view.board)[1] == ["Meter is blind", "Portal log-in fails"]
    )
    qtbot.waitUntil(screen.view.board.columns[1].cards.hasFocus)
    assert current(screen) == "Portal log-in fails"


def test_what_is_solved_waits_until_they_know(
    screen: IssuesScreen, app: Services, ladder: Ladder, qtbot: QtBot
) -> None:
    press(screen, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: "How was it solved?" in _focused(screen))
    write(screen, "New certificate")
    qtbot.waitUntil(lambda: "Portal log-in fails" in titles(screen.view.board)[3])
    qtbot.waitUntil(screen.view.board.columns[3].cards.hasFocus)
    press(screen, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: titles(screen.view.board)[3] == ["Typing error"])
    assert issues.one(app, ladder.portal)[0].status is IssueStatus.CLOSED
    peeking(screen, "Typing error", qtbot)
    assert screen.view.board.has_keyboard()


def test_what_they_still_have_is_opened_again(
    screen: IssuesScreen, app: Services, ladder: Ladder, qtbot: QtBot
) -> None:
    press(screen, RIGHT, RIGHT, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: "Typing error" in titles(screen.view.board)[0])
    assert issues.one(app, ladder.typo)[0].is_open


def test_keys_for_open_issues_leave_a_fixed_one_alone(screen: IssuesScreen, qtbot: QtBot) -> None:
    press(screen, RIGHT, RIGHT, Qt.Key.Key_U)
    assert current(screen) == "Typing error"
    assert screen.view.board.has_keyboard()
    assert screen._peeked is None


def test_a_report_asks_who_has_the_problem_and_then_what_is_wrong(
    screen: IssuesScreen, app: Services, ladder: Ladder, qtbot: QtBot
) -> None:
    press(screen, Qt.Key.Key_N)
    picker = screen.new._picker
    assert picker is not None
    QTest.keyClicks(picker.field, "Bolt")
    qtbot.waitUntil(lambda: [one.row.title for one in picker.options.records] == ["Bolt"])
    QTest.keyClick(picker.field, ENTER)
    qtbot.waitUntil(lambda: "What is wrong" in _focused(screen))
    assert "At Bolt" in texts(screen.view.form)
    screen.view.form.severity.choose("1")
    write(screen, "Pump leaks")
    qtbot.waitUntil(lambda: "Pump leaks" in titles(screen.view.board)[0])
    qtbot.waitUntil(lambda: current(screen) == "Pump leaks")
    assert not screen.view.form.isVisible()
    history.undo(app)
    assert [one.title for one in issues.listed(app, account_id=ladder.bolt)] == [
        "Meter is blind",
        "Typing error",
    ]


def test_esc_leaves_a_report_and_gives_the_keyboard_back(
    screen: IssuesScreen, ladder: Ladder, qtbot: QtBot
) -> None:
    screen.new.begin_at(ladder.bolt, "Bolt")
    qtbot.waitUntil(lambda: "What is wrong" in _focused(screen))
    press(screen, ESC)
    assert not screen.view.form.isVisible()
    assert screen.view.board.has_keyboard()


def test_filters_say_how_many_they_show(screen: IssuesScreen) -> None:
    chips = screen.view.chips
    assert [chip.accessibleName() for chip in chips.values()] == ["All, 4", "Sev 1–2, 2", "Mine, 1"]
    chips[SEVERE].click()
    assert titles(screen.view.board) == [["Portal log-in fails"], ["Meter is blind"], [], []]
    chips[MINE].click()
    assert titles(screen.view.board) == [[], ["Meter is blind"], [], []]


def test_a_filter_that_fits_nothing_offers_the_way_back(
    app: Services, ladder: Ladder, opened: Opened, qtbot: QtBot
) -> None:
    issues.resolve(app, ladder.meter, "new meter")
    issues.told(app, ladder.meter)
    screen = opened()
    screen.view.choose_filter(MINE)
    assert screen.first_focus() is screen.view.show_all
    screen.view.show_all.click()
    assert screen.view.board.isVisible()


def test_the_issue_names_who_heard_and_how_they_tell_us(
    screen: IssuesScreen, app: Services, ladder: Ladder, trail: Trail, qtbot: QtBot
) -> None:
    press(screen, SPACE)
    peeking(screen, "Portal log-in fails", qtbot)
    peek = screen.view.peek
    assert "0 of 1 called" in texts(peek)
    assert any("not on file" in one for one in texts(peek))
    accounts.change(app, ladder.acme, {"issue_channel": "hotline, day and night"})
    screen.refresh()
    qtbot.waitUntil(lambda: any("hotline, day and night" in one for one in texts(peek)))
    peek.heard.list.setFocus()
    peek.heard.list.select(peek.heard.model.key_at(0))
    press(screen, ENTER)
    place = trail.places[-1]
    assert isinstance(place, ToRecord)
    assert (place.kind, place.account_id) == ("contact", ladder.acme)
    peek.account.click()
    assert trail.places[-1] == ToAccount(ladder.acme, "issues")


def test_when_an_issue_is_taken_back_the_side_closes_and_the_page_says_what_to_do(
    acme: AccountId, app: Services, opened: Opened, qtbot: QtBot
) -> None:
    issues.open_issue(app, acme, title="Only one", severity=3)
    screen = opened()
    press(screen, SPACE)
    peeking(screen, "Only one", qtbot)
    history.undo(app)
    screen.refresh()
    qtbot.waitUntil(lambda: not screen.view.peek.isVisible())
    qtbot.waitUntil(screen.view.nothing.action.hasFocus)


def test_the_keyboard_is_on_the_first_card_though_the_answer_came_later(
    ladder: Ladder, desk: Desk, show: Show, qtbot: QtBot
) -> None:
    screen = IssuesScreen(desk)
    show(screen)
    first = screen.first_focus()
    assert first is not None
    first.setFocus()
    qtbot.waitUntil(lambda: current(screen) == "Portal log-in fails")
    assert screen.view.board.has_keyboard()


def test_an_empty_board_encourages_them_to_speak(
    acme: str, opened: Opened, trail: Trail, qtbot: QtBot
) -> None:
    screen = opened()
    assert screen.view.nothing.isVisible()
    assert not screen.view.board.isVisible()
    assert "ask them" in screen.view.nothing.accessibleName()
    press(screen, ENTER)
    assert screen.new._picker is not None
    assert trail.places == []


def test_without_any_account_the_first_thing_is_a_list_of_them(
    opened: Opened, trail: Trail
) -> None:
    screen = opened()
    press(screen, ENTER)
    assert trail.places == [ToAct("import")]


def test_columns_scroll_sideways_where_they_would_be_too_narrow(
    screen: IssuesScreen, qtbot: QtBot
) -> None:
    screen.resize(600, 640)
    board = screen.view.board
    qtbot.waitUntil(lambda: board.horizontalScrollBar().maximum() > 0)
    press(screen, RIGHT, RIGHT)
    qtbot.waitUntil(lambda: board.horizontalScrollBar().value() > 0)
    qtbot.waitUntil(lambda: screen.view._below.indexOf(screen.view._filters) >= 0)
    theme.set_zoom(200)
    screen.resize(1700, 1000)
    qtbot.waitUntil(lambda: screen.view._beside.indexOf(screen.view._filters) >= 0)


def test_two_hundred_issues_and_long_names_are_walked_at_once(
    app: Services, ladder: Ladder, opened: Opened, qtbot: QtBot
) -> None:
    long = AccountId(
        accounts.add(app, fields={"name": "Donaudampfschifffahrtsgesellschaft " * 4}).created[0]
    )
    for number in range(200):
        issues.open_issue(app, long, title=f"{number} " + "goes on and on " * 9, severity=4)
    screen = opened()
    assert len(titles(screen.view.board)[0]) == 202
    press(screen, Qt.Key.Key_End)
    assert screen.view.board.columns[0].cards.verticalScrollBar().value() > 0
    assert not screen.grab().isNull()


def test_the_columns_and_who_heard_are_proper_models(
    screen: IssuesScreen, qtmodeltester: ModelTester
) -> None:
    for column in screen.view.board.columns:
        qtmodeltester.check(column.model, force_py=True)
    qtmodeltester.check(screen.view.peek.heard.model, force_py=True)


def test_every_stop_of_the_keyboard_has_a_name(screen: IssuesScreen, qtbot: QtBot) -> None:
    press(screen, SPACE)
    peeking(screen, "Portal log-in fails", qtbot)
    stops = reachable(screen)
    assert len(stops) > 8
    assert [type(part).__name__ for part in stops if not part.accessibleName()] == []


def test_it_shows_what_others_changed_when_it_is_seen_again(
    screen: IssuesScreen, app: Services, ladder: Ladder, qtbot: QtBot
) -> None:
    contacts.add(app, ladder.acme, name="Ruth Okafor")
    screen.hide()
    made = issues.open_issue(app, ladder.acme, title="Another", severity=4)
    screen.desk.operations.changed.emit(made, None)
    assert "Another" not in titles(screen.view.board)[0]
    screen.show()
    qtbot.waitUntil(lambda: "Another" in titles(screen.view.board)[0])


def _focused(screen: QWidget) -> str:
    part = QApplication.focusWidget() or screen
    return part.accessibleName()


def test_v_shows_the_same_issues_as_a_list_and_keeps_the_keyboard_on_one(
    screen: IssuesScreen, qtbot: QtBot
) -> None:
    press(screen, DOWN)
    press(screen, Qt.Key.Key_V)
    listed = screen.view.table
    assert listed.isVisible()
    assert not screen.view.board.isVisible()
    assert listed.view.hasFocus()
    assert listed.view.accessibleName() == "Issues as a list"
    kept = listed.current()
    assert kept is not None
    assert kept.issue.title == "Crane drops out"
    assert {card.issue.title for card in listed.rows.records} == {
        one for column in titles(screen.view.board) for one in column
    }
    press(screen, SPACE)
    peeking(screen, "Crane drops out", qtbot)
    press(screen, ESC, Qt.Key.Key_V)
    assert screen.view.board.has_keyboard()
    assert current(screen) == "Crane drops out"


def test_ctrl_and_the_arrows_move_an_issue_on_and_say_that_none_goes_down(
    screen: IssuesScreen, app: Services, ladder: Ladder, trail: Trail, qtbot: QtBot
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(screen.window().focusWidget(), Qt.Key.Key_Left, control)
    assert trail.said == ["The ladder only goes up: whoever holds it solves it."]
    QTest.keyClick(screen.window().focusWidget(), RIGHT, control)
    qtbot.waitUntil(lambda: "Why does it have to go up?" in _focused(screen))
    write(screen, "third time")
    qtbot.waitUntil(lambda: issues.one(app, ladder.portal).issue.level is Level.SPONSOR)
    [climb] = issues.one(app, ladder.portal).climbs
    assert (climb.reason, climb.asked_by) == ("third time", members.mine(app).name)


def test_what_was_learned_is_kept_and_a_solution_that_did_not_last_stays_in_the_story(
    screen: IssuesScreen, app: Services, ladder: Ladder, qtbot: QtBot
) -> None:
    issues.resolve(app, ladder.portal, "New certificate", lesson="Renew them in time")
    issues.told(app, ladder.portal, app.today())
    assert issues.one(app, ladder.portal).issue.lesson == "Renew them in time"
    issues.reopen(app, ladder.portal, "It failed again")
    story = issues.one(app, ladder.portal)
    [again] = story.reopenings
    assert (again.reason, again.resolution) == ("It failed again", "New certificate")
    assert (again.lesson, again.told_on) == ("Renew them in time", app.today())
    assert (story.issue.resolution, story.climbs) == (None, ())
    history.undo(app)
    assert issues.one(app, ladder.portal).reopenings == ()


def test_c_on_the_call_list_logs_a_call_to_whoever_it_is(
    screen: IssuesScreen, trail: Trail, qtbot: QtBot
) -> None:
    press(screen, SPACE)
    heard = screen.view.peek.heard.list
    qtbot.waitUntil(heard.isVisible)
    heard.setFocus()
    press(screen, Qt.Key.Key_C)
    [place] = trail.places
    assert isinstance(place, ToLog)
    assert place.text.startswith("called ")
    assert place.text.endswith(" today to put it right: ")


def test_the_list_is_a_proper_model_and_sorts_by_what_is_due(
    screen: IssuesScreen, qtmodeltester: ModelTester
) -> None:
    rows = screen.view.table.rows
    qtmodeltester.check(rows)
    rows.sort(len(rows.columns) - 1)
    due = [card.issue.next_update_due for card in rows.records if card.issue.next_update_due]
    assert due == sorted(due)
