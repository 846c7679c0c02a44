"""Every edit on an account's page happens where it stands, ends in the store as one step, and can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.twins import TwinKind
from sponsor_app.services import Services, accounts
from sponsor_app.ui.accounts.details_form import DetailsForm
from sponsor_app.ui.accounts.page_screen import AccountScreen
from sponsor_app.ui.places import ToDuplicates
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.editable_text import EditableText
from sponsor_app.ui.widgets.field import LineEdit, TextEdit
from tests.ui.accounts.conftest import Book, Life, choose, choose_in_menu, settle
from tests.ui.conftest import Trail

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # menus offscreen

CTRL = Qt.KeyboardModifier.ControlModifier


def write(text: EditableText, words: str) -> None:
    """Enter, words, Ctrl+Enter."""
    text.face.setFocus()
    QTest.keyClick(text.face, Qt.Key.Key_Return)
    text.editor.selectAll()
    QTest.keyClicks(text.editor, words)
    QTest.keyClick(text.editor, Qt.Key.Key_Return, CTRL)


def test_the_story_and_what_they_want(screen: AccountScreen, book: Book) -> None:
    part = screen.body.story
    book.changes(
        lambda page: page.details.story,
        lambda: write(part.story, "They chose us over a cheaper bid."),
        "They chose us over a cheaper bid.",
    )
    book.changes(
        lambda page: page.details.wants, lambda: write(part.wants, "An engineer"), "An engineer"
    )


def test_leaving_the_story_saves_and_esc_restores(
    screen: AccountScreen, book: Book, qtbot: QtBot
) -> None:
    story = screen.body.story.story
    story.begin()
    QTest.keyClicks(story.editor, "Half a thought")
    QTest.keyClick(story.editor, Qt.Key.Key_Escape)
    assert story.text() == ""
    assert story.face.hasFocus()
    story.begin()
    QTest.keyClicks(story.editor, "A whole thought")
    screen.body.top.brief.setFocus()
    book.until(lambda page: page.details.story, "A whole thought")
    qtbot.waitUntil(lambda: story.text() == "A whole thought")


def test_what_somebody_writes_survives_a_change_from_elsewhere(
    screen: AccountScreen, life: Life, app: Services, qtbot: QtBot
) -> None:
    story = screen.body.story.story
    story.begin()
    QTest.keyClicks(story.editor, "I am writing")
    screen.desk.operations.command(lambda s: accounts.change(s, life.acme, {"city": "Bergen"}))
    qtbot.waitUntil(lambda: ("Address", "Bergen") in screen.body.file.lines.lines())
    assert story.editing
    assert isinstance(story.editor, TextEdit)
    assert story.editor.toPlainText() == "I am writing"


def test_a_refusal_is_said_below_what_was_written(screen: AccountScreen, qtbot: QtBot) -> None:
    story = screen.body.story.story
    story.begin()
    assert isinstance(story.editor, TextEdit)
    story.editor.setPlainText("word\n" * 20_000 + "s")
    QTest.keyClick(story.editor, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "100,000" in story.field.error())
    assert story.editing
    assert len(story.editor.toPlainText()) == 100_001


def test_the_tier_by_its_menu(screen: AccountScreen, book: Book, qtbot: QtBot) -> None:
    def act() -> None:
        screen.body.top.tier.setFocus()
        QTest.keyClick(screen.body.top.tier, Qt.Key.Key_Space)
        choose_in_menu("Key", qtbot)

    book.changes(lambda page: page.row.tier, act, Tier.KEY)


def test_the_sponsor_the_lead_and_nobody_again(
    screen: AccountScreen, book: Book, qtbot: QtBot
) -> None:
    top = screen.body.top

    def assign(words: str) -> None:
        screen.body.care.action.click()
        choose(screen, words, qtbot)

    book.changes(lambda page: page.row.sponsor, lambda: assign("mia"), "Mia Andersson")
    assign("mia")
    book.until(lambda page: page.row.sponsor, "Mia Andersson")
    settle(screen, qtbot)
    assert ("Sponsor", "Mia Andersson, since 18 Nov") in screen.body.care.lines.lines()
    book.changes(lambda page: page.row.sponsor, lambda: assign("nobody"), None)

    def lead() -> None:
        top.lead.click()
        choose(screen, "mia", qtbot)

    book.changes(lambda page: page.row.lead, lead, "Mia Andersson")


def test_the_parent_is_another_account_found_by_a_scrap(
    screen: AccountScreen, book: Book, app: Services, trail: Trail, qtbot: QtBot
) -> None:
    bolt = accounts.add(app, fields={"name": "Bolt Holding"}).created[0]

    def act() -> None:
        screen.body.top.parent_account.click()
        choose(screen, "bolt", qtbot)

    book.changes(lambda page: page.details.parent_id, act, bolt)


def test_the_form_saves_only_what_was_changed(
    screen: AccountScreen, book: Book, qtbot: QtBot
) -> None:
    def act() -> None:
        screen.body.file.action.click()
        form = screen.window().findChild(DetailsForm)
        assert form is not None
        name = form.fields["name"]
        qtbot.waitUntil(name.hasFocus)
        assert isinstance(name, LineEdit)
        name.setText("Acme & Sons")
        QTest.keyClick(name, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not form.overlay.is_open())

    book.changes(lambda page: page.details.name, act, "Acme & Sons")
    assert book.page().row.status is AccountStatus.CUSTOMER


def test_a_new_status_asks_why_and_the_answer_is_kept_with_its_day(
    screen: AccountScreen, book: Book, qtbot: QtBot
) -> None:
    screen.body.file.action.click()
    form = screen.window().findChild(DetailsForm)
    assert form is not None
    qtbot.waitUntil(form.fields["name"].hasFocus)
    status = form.fields["status"]
    assert isinstance(status, ChipChoice)
    assert not form.why.isVisible()
    status.chips["lost"].click()
    assert form.why.accessibleName() == "Why we lost them"
    QTest.keyClicks(form.why, "Price")
    QTest.keyClick(form.why, Qt.Key.Key_Return)
    book.until(lambda page: [(one.turning, one.because) for one in page.turns], [("lost", "Price")])
    assert book.page().row.status is AccountStatus.LOST
    assert book.page().details.lost_because == "Price"


def test_delete_goes_back_and_undo_brings_everything_back(
    screen: AccountScreen, book: Book, life: Life, trail: Trail, qtbot: QtBot
) -> None:
    screen.body.top.more.click()
    choose_in_menu("Delete", qtbot)
    qtbot.waitUntil(lambda: len(trail.places) == 1)
    assert life.acme not in [row.account_id for row in accounts.listed(book.app)]


def test_merging_puts_both_accounts_side_by_side_first(
    screen: AccountScreen, book: Book, life: Life, app: Services, trail: Trail, qtbot: QtBot
) -> None:
    bolt = accounts.add(app, fields={"name": "Bolt"}).created[0]
    screen.body.top.more.click()
    choose_in_menu("Merge with another account …", qtbot)
    choose(screen, "bolt", qtbot)
    qtbot.waitUntil(lambda: bool(trail.places))
    assert trail.places == [ToDuplicates(TwinKind.ACCOUNT, (life.acme, bolt))]
    assert len(accounts.listed(app)) == 2
