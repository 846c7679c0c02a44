"""Columns, windows, filters, comparing and saved views, by keys; and acting on a gap where it stands."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.domain.board import BoardView, By, Family
from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.gaps import Gap
from sponsor_app.services import Services, accounts, coverage, saved_views, sponsorships
from sponsor_app.store.models import sponsorship
from sponsor_app.ui.coverage.acts import FACES, Act
from sponsor_app.ui.coverage.screen import CoverageScreen
from sponsor_app.ui.places import ToAccount, ToAct, ToLog
from sponsor_app.ui.widgets.picker import Picker
from tests.conftest import Clock
from tests.ui.conftest import Trail
from tests.ui.coverage.conftest import Opened, Team, seen

Key = Qt.Key


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def asked(part: QWidget) -> Picker:
    """What floats over the window now."""
    found = [one for one in part.window().findChildren(Picker) if one.overlay.isVisible()]
    assert len(found) == 1
    return found[0]


def choose(screen: CoverageScreen, key: Qt.Key, text: str, qtbot: QtBot, row: int = 0) -> None:
    """Press a letter, type, and take what is offered."""
    press(key)
    qtbot.waitUntil(
        lambda: any(one.overlay.isVisible() for one in screen.window().findChildren(Picker))
    )
    picker = asked(screen)
    QTest.keyClicks(picker.field, text)
    for _ in range(row):
        QTest.keyClick(picker.field, Key.Key_Down)
    QTest.keyClick(picker.field, Key.Key_Return)


def shown(screen: CoverageScreen) -> list[str]:
    report = screen._report
    return [row.account for row in report.rows] if report else []


def test_a_filter_leaves_the_others_out_everywhere_and_one_key_brings_them_back(
    screen: CoverageScreen, qtbot: QtBot
) -> None:
    choose(screen, Key.Key_F, "tier key", qtbot)
    qtbot.waitUntil(lambda: shown(screen) == ["Bolt"])
    said = [part.accessibleName() for part in screen.view.header.findChildren(QWidget)]
    assert "1 of 4 accounts fit; 1 of them count." in said
    assert [row.sponsor for row in screen.view.board._rows] == ["Mia Andersson"]
    (chip,) = screen.view.bar.chosen.values()
    assert chip.accessibleName() == "Tier: key"
    chip.setFocus()
    QTest.keyClick(chip, Key.Key_Backspace)
    qtbot.waitUntil(lambda: len(shown(screen)) == 4)
    assert screen.view.bar.filter.hasFocus()


def test_a_filter_that_leaves_nobody_keeps_the_page_and_its_chips(
    screen: CoverageScreen, qtbot: QtBot
) -> None:
    screen.view.bar._take(BoardView(choices=frozenset({(Family.STATUS, "lost")})))
    qtbot.waitUntil(lambda: shown(screen) == [])
    assert screen.view.bar.isVisible()
    assert not screen.view.nothing.isVisible()


def test_columns_and_window_are_said_in_the_board(
    screen: CoverageScreen, team: Team, qtbot: QtBot
) -> None:
    screen.view.bar._take_by(By.REGION)
    screen.view.bar._take_window(30)
    qtbot.waitUntil(lambda: screen._report is not None and screen._report.seen == 2)
    assert screen._report is not None
    assert screen._report.view == BoardView(By.REGION, 30)
    board = screen.view.board
    heads = [
        board.model.headerData(column, Qt.Orientation.Horizontal)
        for column in range(board.model.columnCount())
    ]
    assert heads == ["No region", "Load"]
    cell = board.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "1 of 2 seen in 30 days, 1 overdue" in cell
    board.select(team.mia, board._columns[0])
    screen.view.bar._take_by(By.TIER)  # the cell that is shown stands in no column any more
    qtbot.waitUntil(lambda: screen._report is not None and screen._report.view.by is By.TIER)
    assert screen.view.peek._shown is not None
    assert screen.view.peek._shown.source == board.spot()


def test_compared_with_a_day_the_totals_say_what_they_were_and_the_list_why(
    screen: CoverageScreen, clock: Clock, app: Services, team: Team, qtbot: QtBot
) -> None:
    clock.advance(60)
    seen(app, team.bolt, 1)
    screen.refresh()
    qtbot.waitUntil(lambda: screen._report is not None and screen._report.as_of == app.today())
    choose(screen, Key.Key_M, "60 days", qtbot)
    qtbot.waitUntil(lambda: screen._report is not None and screen._report.moved is not None)
    assert screen.view.moved.isVisible()
    assert "1 worse, 1 better" in screen.view.moved.sentence()
    assert screen.view.totals.buttons[0].accessibleName() == "1 of 3, covered, was 1"
    faces = [screen.view.peek._face(one) for one in screen.view.peek.rows.records]
    assert [(one.title, one.reason) for one in faces] == [
        ("Acme", "ideal of 45 days passed on 24 Dec 2026"),
        ("Bolt", "visit on 16 Jan"),
    ]
    screen.view.moved.closed.emit()
    qtbot.waitUntil(lambda: screen._report is not None and screen._report.moved is None)
    assert screen.view.moved.isHidden()


def test_a_view_is_saved_for_the_team_and_opened_by_its_name(
    screen: CoverageScreen, app: Services, qtbot: QtBot
) -> None:
    screen.view.bar._take(BoardView(window=90, choices=frozenset({(Family.TIER, "key")})))
    qtbot.waitUntil(lambda: shown(screen) == ["Bolt"])
    choose(screen, Key.Key_O, "Monday", qtbot, row=1)
    qtbot.waitUntil(lambda: [one.shared for one in saved_views.listed(app)] == [True])
    screen.view.bar._take(BoardView())
    qtbot.waitUntil(lambda: len(shown(screen)) == 4)
    choose(screen, Key.Key_O, "mon", qtbot)
    qtbot.waitUntil(lambda: shown(screen) == ["Bolt"])
    assert screen.view.bar.window_chip.text() == "Seen in 90 days"


def test_the_next_time_the_board_shows_what_it_showed(
    screen: CoverageScreen, opened: Opened, qtbot: QtBot
) -> None:
    screen.view.bar._take(BoardView(By.INDUSTRY, 7, frozenset({(Family.TIER, "key")})))
    qtbot.waitUntil(lambda: shown(screen) == ["Bolt"])
    again = opened()
    assert shown(again) == ["Bolt"]
    assert again.view.bar.by.text() == "By industry"


@pytest.fixture
def cadence_gap(screen: CoverageScreen) -> CoverageScreen:
    screen._enter(Gap.NO_CADENCE)
    assert screen.view.peek.list.hasFocus()
    return screen


def test_an_account_without_a_cadence_gets_one_where_it_stands(
    cadence_gap: CoverageScreen, app: Services, team: Team, qtbot: QtBot
) -> None:
    screen = cadence_gap
    shown_acts = [act for act, one in screen.view.peek.acts.buttons.items() if one.isVisible()]
    assert shown_acts == [Act.ASSIGN, Act.CADENCE, Act.BRIEF]
    choose(screen, Key.Key_C, "60/120", qtbot)
    qtbot.waitUntil(lambda: coverage.report(app).gap(Gap.NO_CADENCE).count == 0)
    assert accounts.texts(app, team.dune)["maximum_days"] == "120"


def test_a_visit_is_planned_where_the_account_stands(
    screen: CoverageScreen, app: Services, team: Team, qtbot: QtBot
) -> None:
    screen._enter(Gap.OVERDUE)
    choose(screen, Key.Key_P, "in 2 weeks", qtbot)
    day = app.today() + timedelta(days=14)
    qtbot.waitUntil(lambda: accounts.page(app, team.bolt).row.next_planned == day)


def test_a_member_without_an_account_is_given_one_where_they_stand(
    screen: CoverageScreen, app: Services, team: Team, qtbot: QtBot
) -> None:
    screen._enter(Gap.NO_ACCOUNT)
    choose(screen, Key.Key_A, "cora", qtbot)
    qtbot.waitUntil(lambda: coverage.report(app).gap(Gap.NO_ACCOUNT).count == 0)
    assert accounts.page(app, team.cora).row.sponsor_id == team.tom


def test_letters_lead_to_the_log_line_people_and_promises(
    screen: CoverageScreen, trail: Trail, team: Team
) -> None:
    screen._enter(Gap.OVERDUE)
    for key in (Key.Key_L, Key.Key_Y, Key.Key_I, Key.Key_A):
        press(key)
    assert trail.places == [
        ToLog("at Bolt: "),
        ToAccount(team.bolt, "people"),
        ToAccount(team.bolt, "promises"),
        ToAct("assign", team.bolt),
    ]


def test_two_sponsors_are_asked_about_above_the_board(
    screen: CoverageScreen, app: Services, team: Team, qtbot: QtBot
) -> None:
    with app.store.write("from another laptop") as writer:
        values = {"account_id": team.acme, "member_id": team.tom, "starts_on": app.today()}
        writer.insert(sponsorship, record_id=app.store.new_id(), **values)
    screen.refresh()
    qtbot.waitUntil(screen.view.disputed.isVisible)
    assert screen.view.disputed.sentence().startswith("1 account with several sponsors")
    screen.view.disputed.acted.emit()
    (row,) = screen.view.peek.rows.records
    assert isinstance(row, CoverageRow)
    assert "both own it" in screen.view.peek._face(row).reason
    sponsorships.set_sponsor(app, [team.acme], team.tom)
    screen.refresh()
    qtbot.waitUntil(screen.view.disputed.isHidden)


def test_everything_that_takes_the_keyboard_has_a_name(screen: CoverageScreen) -> None:
    bar = screen.view.bar
    chips = (bar.by, bar.window_chip, bar.filter, bar.compare, bar.views)
    assert all(chip.accessibleName() for chip in chips)
    assert all(chip.toolTip().endswith(")") for chip in chips)
    named = {one.accessibleName() for one in screen.view.peek.acts.findChildren(QWidget)}
    assert {words for words, _, _ in FACES.values()} <= {name.split(",")[0] for name in named}
    assert not screen.findChildren(QPushButton)
