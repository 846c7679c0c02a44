"""The people of an account, from their tiles: added by a name, opened, changed in place, deleted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sponsor_app.domain.account_page import AccountPage
from sponsor_app.domain.people import Contact, Role
from sponsor_app.services import Services, contacts
from sponsor_app.ui.accounts.page_screen import AccountScreen
from sponsor_app.ui.panels.person_panel import PersonPanel
from sponsor_app.ui.places import Back, ToBrief, ToLog
from tests.ui.accounts.conftest import Book, Life, choose, choose_in_menu, enter, press, rows, said
from tests.ui.conftest import Trail

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # menus offscreen


@pytest.fixture
def dana(screen: AccountScreen, qtbot: QtBot) -> PersonPanel:
    """Dana, opened below the tiles."""
    enter(screen.body.people.tiles)
    QTest.keyClick(screen.body.people.tiles, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.body.people.panel.isVisible)
    return screen.body.people.panel


def first(page: AccountPage) -> Contact:
    return page.contacts[0]


def test_a_tile_says_all_of_a_person_in_words(screen: AccountScreen) -> None:
    assert said(screen.body.people.tiles) == [
        "Dana Reed, Operations, covered, 8 d, strength 66 of 100, no counterpart"
    ]


def test_a_name_is_enough_and_the_form_is_ready_for_the_next(
    screen: AccountScreen, book: Book, qtbot: QtBot
) -> None:
    people = screen.body.people

    def act() -> None:
        people.action.click()
        press(people, "Sigurd Aasen", Qt.Key.Key_Tab, "Chief Engineer", Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: people.form.name.text() == "")

    names = ["Dana Reed", "Sigurd Aasen"]
    book.changes(lambda page: [one.name for one in page.contacts], act, names)
    assert people.form.name.hasFocus()
    press(people, Qt.Key.Key_Escape)
    assert not people.form.isVisible()
    assert people.tiles.hasFocus()


def test_nobody_is_added_without_a_name(screen: AccountScreen, qtbot: QtBot) -> None:
    people = screen.body.people
    people.action.click()
    press(people, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "empty" in people.form.error())


def test_an_opened_person_shows_what_makes_the_strength(dana: PersonPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "66 of 100" in dana.strength.accessibleName())
    assert dana.strength.accessibleName() == (
        "Relationship strength: 66 of 100. Coffee, meals 45, Calls, video 21. 2 touches, last Tue 10 Nov"
    )


def test_the_title_the_role_and_the_counterpart_are_changed_in_place(
    dana: PersonPanel, book: Book, qtbot: QtBot
) -> None:
    def title() -> None:
        dana.title.begin()
        dana.title.editor.selectAll()
        QTest.keyClicks(dana.title.editor, "Chief Operating Officer")
        QTest.keyClick(dana.title.editor, Qt.Key.Key_Return)

    def role() -> None:
        dana.role.click()
        choose_in_menu("decides", qtbot)

    def counterpart() -> None:
        dana.counterpart.click()
        choose(dana, "mia", qtbot)

    book.changes(lambda page: first(page).title, title, "Chief Operating Officer")
    book.changes(lambda page: first(page).role, role, Role.DECIDES)
    book.changes(lambda page: first(page).counterpart, counterpart, "Mia Andersson")


def test_who_they_report_to(
    screen: AccountScreen, book: Book, life: Life, app: Services, dana: PersonPanel, qtbot: QtBot
) -> None:
    screen.desk.operations.command(lambda s: contacts.add(s, life.acme, name="Øystein Bakke"))
    qtbot.waitUntil(lambda: len(rows(screen.body.people.tiles)) == 2)

    def boss() -> None:
        dana.boss.click()
        choose(dana, "oystein", qtbot)

    book.changes(lambda page: first(page).reports_to, boss, "Øystein Bakke")


def test_ways_to_reach_them_are_added_copied_and_removed(
    dana: PersonPanel, book: Book, trail: Trail, qtbot: QtBot
) -> None:
    def points(page: AccountPage) -> list[str]:
        return [point.raw for point in first(page).points]

    def add() -> None:
        dana.points.field.setFocus()
        press(dana, "dana@acme.example", Qt.Key.Key_Return)

    book.changes(points, add, ["dana@acme.example"])
    add()
    qtbot.waitUntil(lambda: [chip.text() for chip in dana.points.chips] == ["dana@acme.example"])
    dana.points.chips[0].click()
    assert QApplication.clipboard().text() == "dana@acme.example"
    assert trail.said == ["Copied dana@acme.example"]
    book.changes(
        points, lambda: QTest.keyClick(dana.points.chips[0], Qt.Key.Key_Delete), list[str]()
    )


def test_a_fact_is_kept_by_enter_and_stands_among_all_facts(
    screen: AccountScreen, dana: PersonPanel, book: Book, qtbot: QtBot
) -> None:
    def facts(page: AccountPage) -> list[str]:
        return [one.text for one in page.facts]

    def add() -> None:
        dana.fact.setFocus()
        press(dana, "Sails", Qt.Key.Key_Return)

    book.changes(facts, add, ["Sails", "Her daughter rows for the club"])
    add()
    qtbot.waitUntil(lambda: rows(screen.body.facts.list)[:1] == ["Sails"])
    enter(screen.body.facts.list, 1)
    listed = screen.body.facts.list
    book.changes(facts, lambda: QTest.keyClick(listed, Qt.Key.Key_Delete), ["Sails"])


def test_who_has_left_stands_last_and_can_be_there_again(
    dana: PersonPanel, book: Book, qtbot: QtBot
) -> None:
    dana.left_button.click()
    book.until(lambda page: first(page).left_on, book.app.today())
    qtbot.waitUntil(lambda: dana.left_button.text() == "Is there again")
    dana.left_button.click()
    book.until(lambda page: first(page).left_on, None)


def test_delete_closes_the_person_and_the_tiles_keep_the_keyboard(
    screen: AccountScreen, dana: PersonPanel, book: Book, qtbot: QtBot
) -> None:
    tiles = screen.body.people.tiles
    book.changes(
        lambda page: len(page.contacts), lambda: QTest.keyClick(tiles, Qt.Key.Key_Delete), 0
    )
    assert not dana.isVisible()


def test_log_and_brief_know_whom_they_are_about(
    dana: PersonPanel, life: Life, trail: Trail
) -> None:
    dana.log_button.click()
    dana.brief_button.click()
    assert trail.places == [ToLog("with Dana Reed at Acme: "), ToBrief(life.acme, (life.dana,))]


def test_esc_closes_the_person_and_then_goes_back(
    screen: AccountScreen, dana: PersonPanel, trail: Trail
) -> None:
    screen.body.people.tiles.setFocus()
    press(screen, Qt.Key.Key_Escape)
    assert not dana.isVisible()
    assert trail.places == []
    press(screen, Qt.Key.Key_Escape)
    assert trail.places == [Back()]
