"""What helps them, told account by account; and the same on the account's page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.services import Services, accounts, reach_outs, references
from sponsor_app.ui.accounts.page_screen import AccountScreen
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ToRecord
from sponsor_app.ui.reach_outs.note_panel import NotePanel
from sponsor_app.ui.reach_outs.screen import ReachOutsScreen
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.conftest import Show, Trail
from tests.ui.goodwill.conftest import Goodwill, Opened, press, texts, write

ENTER = Qt.Key.Key_Return


@pytest.fixture
def screen(goodwill: Goodwill, opened: Opened) -> ReachOutsScreen:
    made: ReachOutsScreen = opened(ReachOutsScreen)
    press(made, ENTER)
    return made


def unfolded(screen: ReachOutsScreen, qtbot: QtBot) -> NotePanel:
    screen.side.list.setFocus()
    screen.side.list.setCurrentIndex(screen.side.places.index(0))
    press(screen, ENTER)
    panel = screen.side.list.panel
    assert isinstance(panel, NotePanel)
    qtbot.waitUntil(lambda: panel.made is not None)
    return panel


def test_my_accounts_come_first_and_everything_has_a_name(
    screen: ReachOutsScreen, qtmodeltester: ModelTester
) -> None:
    model = screen.view.rows
    said = str(model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole))
    assert said == "Prices fall, 1 of yours, 0 of 1 told · They pay less."
    assert "Your accounts in a year: no touch in 365 days." in texts(screen)
    assert [stop for stop in reachable(screen) if not stop.accessibleName()] == []
    for one in (model, screen.side.places):
        qtmodeltester.check(one, force_py=True)


def test_the_note_is_copied_or_handed_to_the_mail_program_and_never_sent(
    screen: ReachOutsScreen, trail: Trail, qtbot: QtBot
) -> None:
    panel = unfolded(screen, qtbot)
    panel.copy.click()
    assert QGuiApplication.clipboard().text().startswith("Dear Dana Reed,")
    assert trail.said == ["The note is copied. Say so here once they were told."]
    link = panel.link().toString()
    assert link.startswith("mailto:dana@acme.example?subject=Prices")


def test_done_is_a_touch_and_goes_away_with_undo(
    screen: ReachOutsScreen, app: Services, goodwill: Goodwill, qtbot: QtBot
) -> None:
    panel = unfolded(screen, qtbot)
    panel.outcome.setText("Glad")
    panel.done.click()
    qtbot.waitUntil(lambda: reach_outs.listed(app).progress[0].done == 1)
    assert [touch.summary for touch in accounts.page(app, goodwill.acme).timeline] == [
        "Prices fall. Glad"
    ]
    screen.view.choose("all")
    qtbot.waitUntil(lambda: "1 proactive : 0 reactive" in texts(screen))


def test_skipping_needs_a_reason(screen: ReachOutsScreen, app: Services, qtbot: QtBot) -> None:
    panel = unfolded(screen, qtbot)
    panel.skip.click()
    qtbot.waitUntil(lambda: "reason is empty" in panel.error())
    panel.outcome.setText("They wrote it")
    panel.skip.click()
    qtbot.waitUntil(lambda: reach_outs.listed(app).progress[0].skipped == 1)


def test_n_adds_one_for_the_accounts_it_fits(
    screen: ReachOutsScreen, app: Services, qtbot: QtBot
) -> None:
    screen.view.list.setFocus()
    press(screen, Qt.Key.Key_N)
    write(screen, "Fix shipped")
    press(screen, ENTER)
    write(screen, "It works again.")
    screen.form.tiers["key"].click()
    screen.form.because.setFocus()
    press(screen, ENTER)
    qtbot.waitUntil(lambda: len(reach_outs.listed(app).progress) == 2)
    newest = reach_outs.listed(app).progress[0]
    assert (newest.reach_out.criteria.words, len(newest.fitting)) == ("tier key", 0)


def test_the_accounts_page_shows_it_all_in_parts_and_opens_each(
    desk: Desk, show: Show, goodwill: Goodwill, trail: Trail, qtbot: QtBot
) -> None:
    screen = AccountScreen(desk)
    show(screen, 1068, 720)
    screen.show_account(goodwill.acme)
    body = screen.body
    # What stands further down comes a part in each turn, this one last.
    qtbot.waitUntil(lambda: "0 proactive : 0 reactive in a year" in texts(body.reach_outs))
    parts = [str(body.health.model.data(body.health.model.index(row))) for row in range(2)]
    assert parts == ["How they feel", "Being seen"]
    assert [body.references.face(one).title for one in body.references.model.records] == [
        "Dana Reed"
    ]
    assert "1 said and not told what we did" in texts(body.events)
    assert "1 promote us, 0 say nothing, 0 warn others." in texts(body.pulse)
    for part in (body.references, body.events, body.reach_outs):
        part.list.setCurrentIndex(part.model.index(0))
        part.list.open_current()
    assert trail.places == [
        ToRecord("reference", goodwill.reference, goodwill.acme),
        ToRecord("event", goodwill.event, goodwill.acme),
        ToRecord("reach_out", goodwill.reach_out, goodwill.acme),
    ]
    desk.operations.command(lambda app: references.end(app, goodwill.reference), screen)
    qtbot.waitUntil(lambda: body.references.none.isVisibleTo(body))
