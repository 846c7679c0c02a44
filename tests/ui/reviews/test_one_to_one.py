"""The one-to-one as a sales lead meets it: opened from a sponsor's row, agreed on, done, taken back."""

from time import process_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sponsor_app.domain.gaps import Gap
from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.leaf import Leaf, LeafLine, LeafSection
from sponsor_app.services import Services, coverage, history, reviews
from sponsor_app.ui.coverage.screen import CoverageScreen
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.leaf_view import LeafView
from sponsor_app.ui.places import Back, ToAccount, ToReview
from sponsor_app.ui.reviews.screen import ReviewScreen
from tests.ui.conftest import Show, Trail
from tests.ui.coverage.conftest import Team, opened, screen, team

__all__ = ["opened", "screen", "team"]


@pytest.fixture
def page(desk: Desk, team: Team, show: Show, qtbot: QtBot) -> ReviewScreen:
    """Mia’s page: Bolt is overdue, Dune was promised nothing."""
    made = ReviewScreen(desk)
    made.show_member(team.mia)
    show(made)
    qtbot.waitUntil(lambda: made._prepared is not None)
    made.view.text.setFocus()
    qtbot.waitUntil(made.view.text.hasFocus)
    return made


def test_r_on_a_sponsor_of_the_board_opens_the_one_to_one(
    screen: CoverageScreen, team: Team, trail: Trail
) -> None:
    screen.view.board.select(team.mia, "key")
    QTest.keyClick(screen.view.board.grid, Qt.Key.Key_R)
    assert trail.places == [ToReview(team.mia)]


def test_the_page_says_what_to_talk_about_and_opens_what_it_is_about(
    page: ReviewScreen, team: Team, trail: Trail
) -> None:
    said = page.view.text.toPlainText()
    assert "One-to-one with Mia Andersson" in said
    assert "When do you see Bolt?" in said
    assert "1 without a cadence left out" in said
    page.view.text.activated.emit(f"record:account/{team.bolt}")
    assert trail.places == [ToAccount(team.bolt)]
    QTest.keyClick(page.view.text, Qt.Key.Key_Escape)
    assert trail.places[-1] == Back()


def test_what_is_agreed_is_kept_done_with_a_key_and_comes_back_by_undo(
    page: ReviewScreen, app: Services, team: Team, qtbot: QtBot
) -> None:
    QTest.keyClick(page.view.text, Qt.Key.Key_N)
    qtbot.waitUntil(page.panel.text.hasFocus)
    QTest.keyClicks(page.panel.text, "see Bolt with Tom")
    QTest.keyClick(page.panel.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.agreed.rows.records))
    QAbstractItemModelTester(page.agreed.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert page.agreed.list.accessibleName()
    page.agreed.list.setFocus()
    QTest.keyClick(page.agreed.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.agreed.rows.records)
    [action] = reviews.compose_review(app, team.mia).actions
    assert (action.text, action.done_on) == ("see Bolt with Tom", app.today())
    history.undo(app)
    assert reviews.compose_review(app, team.mia).actions[0].done_on is None


def test_nothing_agreed_is_refused_in_place_and_a_member_who_is_gone_is_said(
    page: ReviewScreen, desk: Desk, qtbot: QtBot
) -> None:
    QTest.keyClick(page.view.text, Qt.Key.Key_N)
    QTest.keyClick(page.panel.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.panel.error()))
    page.show_member(MemberId("nobody"))
    qtbot.waitUntil(page.gone.isVisible)
    assert not page.view.isVisible()


def test_who_left_is_told_with_a_key_their_accounts_are_a_gap_and_a_key_takes_it_back(
    page: ReviewScreen, app: Services, team: Team, qtbot: QtBot
) -> None:
    def without() -> set[str]:
        return {row.account for row in coverage.report(app).gap(Gap.SPONSOR_LEFT).accounts}

    assert (page.left.text(), without()) == ("Has left", set())
    QTest.keyClick(page.view.text, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: page.left.text() == "Is back")
    assert without() == {"Bolt", "Dune"}
    assert "Left on Wed 18 Nov" in page.view.text.toPlainText()
    QTest.keyClick(page.view.text, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: page.left.text() == "Has left")
    assert without() == set()


def test_five_thousand_accounts_of_one_sponsor_do_not_hold_the_window_up(
    show: Show, qtbot: QtBot
) -> None:
    lines = tuple(LeafLine(f"Account {number}", "never met") for number in range(5_000))
    view = LeafView("One-to-one")
    show(view)
    began = process_time()
    view.show_leaf(Leaf("One-to-one", "today", "", (LeafSection("Portfolio", "", lines),)))
    QApplication.processEvents()
    assert process_time() - began < 3
    assert "and 4800 more" in view.text.toPlainText()
