"""Who speaks for us, worked through by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import RequestId
from sponsor_app.domain.reference import RequestState, Use
from sponsor_app.services import Services, history, issues, references
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ToAccount
from sponsor_app.ui.references.request_panel import RequestPanel
from sponsor_app.ui.references.screen import ReferencesScreen
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.conftest import Show, Trail
from tests.ui.goodwill.conftest import Goodwill, Opened, press, texts, write

ENTER, SPACE, ESC = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape


@pytest.fixture
def screen(goodwill: Goodwill, opened: Opened) -> ReferencesScreen:
    return opened(ReferencesScreen)


def state_of(screen: ReferencesScreen) -> str:
    model = screen.view.rows
    return str(model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole))


def test_the_list_says_who_may_be_asked_and_how_often_they_were(
    screen: ReferencesScreen, qtmodeltester: ModelTester
) -> None:
    assert "1 agreed, 1 free and 0 locked. 1 request waits, 0 requesters to be told." in texts(
        screen
    )
    assert state_of(screen) == (
        "Free to ask: Dana Reed, Acme, free, call, quote · 0 of 2 this quarter, 0 of 6 this year"
    )
    assert screen.view.chips["waiting"].isVisibleTo(screen)
    qtmodeltester.check(screen.view.rows, force_py=True)


def test_everything_within_reach_has_a_name(screen: ReferencesScreen, qtbot: QtBot) -> None:
    press(screen, SPACE)
    qtbot.waitUntil(lambda: screen.side.request_list.isVisibleTo(screen))
    assert [stop for stop in reachable(screen) if not stop.accessibleName()] == []


def test_a_severe_issue_locks_it_before_your_eyes(
    screen: ReferencesScreen, goodwill: Goodwill, qtbot: QtBot
) -> None:
    press(screen, SPACE)
    screen.do(lambda app: issues.open_issue(app, goodwill.acme, title="Down", severity=1))
    qtbot.waitUntil(lambda: "Locked: Dana Reed" in state_of(screen))
    assert "locked, tell 1" in state_of(screen)
    assert "Sev 1 open: Down." in texts(screen.side)


def test_a_request_is_approved_used_and_taken_back(
    screen: ReferencesScreen, app: Services, qtbot: QtBot
) -> None:
    press(screen, ENTER)
    screen.side.request_list.setFocus()
    press(screen, ENTER)
    panel = screen.side.request_list.panel
    assert isinstance(panel, RequestPanel)
    panel.approve.click()
    wish = RequestId(screen.side.requests.records[0].id)

    def state() -> RequestState:
        return references.one_request(app, wish).state

    qtbot.waitUntil(lambda: state() is RequestState.APPROVED)
    qtbot.waitUntil(lambda: screen.side.requests.records[0].state is RequestState.APPROVED)
    screen.side.request_list.setFocus()
    press(screen, ENTER)
    panel = screen.side.request_list.panel
    assert isinstance(panel, RequestPanel)
    panel.words.setText("They signed.")
    panel.used.click()
    qtbot.waitUntil(lambda: state() is RequestState.USED)
    qtbot.waitUntil(lambda: "1 of 2 this quarter" in state_of(screen))
    history.undo(app)
    assert state() is RequestState.APPROVED


def test_r_asks_for_it_from_the_row_and_c_logs_an_unasked_call(
    screen: ReferencesScreen, app: Services, goodwill: Goodwill, qtbot: QtBot
) -> None:
    press(screen, Qt.Key.Key_R)
    form = screen.side.ask_form
    assert form.isVisibleTo(screen)
    form.requester.setFocus()
    write(screen, "Ann")
    press(screen, ENTER)
    write(screen, "A tender")
    press(screen, ENTER)
    qtbot.waitUntil(lambda: len(references.every_request(app)) == 2)
    press(screen, ESC)
    screen.view.list.setFocus()
    press(screen, Qt.Key.Key_C)
    write(screen, "Initech")
    press(screen, ENTER, ENTER)
    qtbot.waitUntil(lambda: len(references.listed(app).unasked) == 1)


def test_what_cannot_be_is_said_in_the_form(
    screen: ReferencesScreen, app: Services, qtbot: QtBot
) -> None:
    press(screen, Qt.Key.Key_E)
    form = screen.side.agree_form
    form.until.setText("2020-01-01")
    form.save.click()
    qtbot.waitUntil(lambda: "before it begins" in form.error())
    form.until.setText("2027-03-01")
    form.scope[Use.VISIT].setChecked(True)
    form.save.click()
    qtbot.waitUntil(lambda: not form.isVisibleTo(screen))
    [known] = references.listed(app).references
    assert known.scope == (Use.CALL, Use.VISIT, Use.QUOTE)
    assert known.valid_from == app.today()
    press(screen, Qt.Key.Key_E)
    assert form.start.text() == app.today().isoformat()
    form.start.setText("1 Dec")
    form.save.click()
    qtbot.waitUntil(lambda: "greed from 1 Dec" in texts(screen.side))


def test_esc_closes_the_side_and_the_link_opens_the_account(
    screen: ReferencesScreen, goodwill: Goodwill, trail: Trail
) -> None:
    press(screen, ENTER)
    screen.side.account.click()
    assert trail.places == [ToAccount(goodwill.acme, "references")]
    press(screen, ESC)
    assert not screen.view.page.side.isVisibleTo(screen)
    assert screen.view.list.hasFocus()


def test_g_writes_the_guideline(
    screen: ReferencesScreen, tmp_path: Path, trail: Trail, qtbot: QtBot
) -> None:
    press(screen, Qt.Key.Key_G)
    dialog = screen.side.saving.dialog
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "dana.html"))
    dialog.close()
    qtbot.waitUntil((tmp_path / "dana.html").exists)
    qtbot.waitUntil(lambda: any("Wrote dana.html" in said for said in trail.said))


def test_nobody_yet_offers_to_agree_on_one(desk: Desk, show: Show, qtbot: QtBot) -> None:
    screen = ReferencesScreen(desk)
    show(screen)
    qtbot.waitUntil(lambda: screen.view.nothing.isVisibleTo(screen))
    assert screen.first_focus() is screen.view.nothing.action
    assert "Nobody has agreed to speak for us yet" in texts(screen)
