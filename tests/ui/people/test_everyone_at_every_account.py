"""The page of all people as a sponsor uses it before a trip: filter, look closer, write down, open the account."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import ContactId
from sponsor_app.services import Services, accounts, contacts, history, people
from sponsor_app.ui.people.chips import Quick
from sponsor_app.ui.people.list_screen import PeopleScreen
from sponsor_app.ui.places import ToAccount, ToAct, ToBrief, ToLog
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.focus import reachable
from sponsor_app.ui.widgets.picker import Picker
from tests.ui.conftest import Trail
from tests.ui.people.conftest import Known, Opened

ENTER, SPACE, ESC, DOWN = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Down,
)


def press(screen: PeopleScreen, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(screen.window().focusWidget() or screen, key)


def names(screen: PeopleScreen) -> list[str]:
    return [line.person.row.name for line in screen.view.table.rows.records]


def texts(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part)]


def foot(screen: PeopleScreen) -> str:
    return screen.view._foot.text()


def peeking(screen: PeopleScreen, name: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: screen.view.person.accessibleName() == name)
    qtbot.waitUntil(screen.view.person.isVisible)


def test_everyone_who_is_there_is_listed_and_who_left_is_counted(screen: PeopleScreen) -> None:
    assert names(screen) == ["Dana Reed", "Ruth Okafor", "Sid Aasen"]
    assert foot(screen) == "3 of 4 people. 1 who left are left out."
    assert screen.view.table.hasFocus()


def test_a_row_says_all_of_it_to_a_screen_reader(screen: PeopleScreen) -> None:
    model = screen.view.table.rows
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [model.data(model.index(row, 0), role) for row in range(3)] == [
        "Dana Reed, Operations, at Acme, decides, met 10 days ago, covered, strength 55, known by 2 of ours",
        "Ruth Okafor, at Bolt, never met, strength none, known by nobody",
        "Sid Aasen, at Bolt, met 300 days ago, overdue, strength 10, known by 1 of ours",
    ]


def test_typing_filters_by_name_account_and_title_and_esc_shows_everyone_again(
    screen: PeopleScreen,
) -> None:
    QTest.keyClicks(screen.view.table, "bolt")
    assert screen.view.field.hasFocus()
    assert screen.view.field.text() == "bolt"
    assert names(screen) == ["Ruth Okafor", "Sid Aasen"]
    assert foot(screen) == "2 of 4 people. Filter: “bolt”."
    press(screen, ESC)
    assert len(names(screen)) == 3
    press(screen, ESC)
    assert screen.view.table.hasFocus()
    QTest.keyClicks(screen.view.table, "OPERA")
    assert names(screen) == ["Dana Reed"]


def test_filtering_puts_the_keyboard_on_the_first_who_fits_and_space_shows_them(
    screen: PeopleScreen, qtbot: QtBot
) -> None:
    QTest.keyClicks(screen.view.table, "bolt")
    press(screen, DOWN)
    assert screen.view.table.hasFocus()
    assert [one.row() for one in screen.view.table.selectionModel().selectedRows()] == [0]
    press(screen, SPACE)
    peeking(screen, "Ruth Okafor", qtbot)


def test_a_long_account_gives_way_to_the_side(
    screen: PeopleScreen, known: Known, app: Services, qtbot: QtBot
) -> None:
    accounts.change(app, known.acme, {"name": "Internationale Maschinenbaugesellschaft " * 3})
    press(screen, SPACE)
    peeking(screen, "Dana Reed", qtbot)
    side = screen.view.person
    qtbot.waitUntil(lambda: side.account.width() < side.width())
    assert side.panel.width() <= side.width()


def test_a_filter_that_fits_nobody_says_so_and_offers_everyone(screen: PeopleScreen) -> None:
    QTest.keyClicks(screen.view.table, "zzz")
    assert screen.view.no_match.isVisible()
    assert not screen.view.table.isVisible()
    screen.view.no_match.action.click()
    assert len(names(screen)) == 3
    assert screen.view.field.text() == ""


@pytest.mark.parametrize(
    ("quick", "who"),
    [
        (Quick.DECIDE, ["Dana Reed"]),
        (Quick.COLD, ["Sid Aasen"]),
        (Quick.NEVER, ["Ruth Okafor"]),
        (Quick.LEFT, ["Otto Gone"]),
        (Quick.MINE, []),
    ],
)
def test_each_chip_counts_what_it_shows(screen: PeopleScreen, quick: Quick, who: list[str]) -> None:
    chip = screen.view.chips[quick]
    assert chip.accessibleName().endswith(f", {len(who)}")
    chip.click()
    assert names(screen) == who
    assert chip.isChecked()


def test_space_shows_a_person_beside_and_arrows_go_on(
    screen: PeopleScreen, known: Known, qtbot: QtBot
) -> None:
    press(screen, SPACE)
    peeking(screen, "Dana Reed", qtbot)
    assert screen.view.table.hasFocus()
    said = texts(screen.view.person)
    face = screen.view.person.dates.list.model().index(0, 0)
    assert "Birthday, Fri 20 Nov" in face.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "role not known" not in said
    assert [one.name for one in screen.view.person.known.records] == [
        "Grace Moreau",
        "Mia Andersson",
    ]
    press(screen, DOWN)
    peeking(screen, "Ruth Okafor", qtbot)
    assert "“What are you proud of this year, apart from us?”" in texts(screen.view.person)
    assert "Nobody of ours ever met them." in texts(screen.view.person)
    press(screen, ESC)
    assert not screen.view.person.isVisible()


def test_enter_goes_in_to_write_a_fact_and_esc_comes_back(
    screen: PeopleScreen, known: Known, app: Services, qtbot: QtBot
) -> None:
    press(screen, DOWN, ENTER)
    peeking(screen, "Ruth Okafor", qtbot)
    qtbot.waitUntil(screen.view.person.panel.fact.hasFocus)
    QTest.keyClicks(screen.window().focusWidget(), "Collects stamps")
    press(screen, ENTER)
    qtbot.waitUntil(lambda: screen.view.person.panel.facts.rowCount() == 1)
    assert [one.text for one in people.page(app, known.ruth).facts] == ["Collects stamps"]
    press(screen, ESC)
    assert screen.view.table.hasFocus()
    assert not screen.view.person.isVisible()


def test_ctrl_enter_opens_the_account_from_the_row_and_from_the_person(
    screen: PeopleScreen, known: Known, trail: Trail, qtbot: QtBot
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(screen.view.table, ENTER, control)
    assert trail.places == [ToAccount(known.acme, "people")]
    press(screen, DOWN, ENTER)
    peeking(screen, "Ruth Okafor", qtbot)
    qtbot.waitUntil(screen.view.person.panel.fact.hasFocus)
    QTest.keyClick(screen.window().focusWidget(), ENTER, control)
    assert trail.places[1:] == [ToAccount(known.bolt, "people")]
    screen.view.person.account.click()
    assert trail.places[2:] == [ToAccount(known.bolt, "people")]


def test_log_and_brief_begin_with_the_person(
    screen: PeopleScreen, known: Known, trail: Trail, qtbot: QtBot
) -> None:
    press(screen, SPACE)
    peeking(screen, "Dana Reed", qtbot)
    screen.view.person.panel.log_button.click()
    screen.view.person.panel.brief_button.click()
    assert trail.places == [
        ToLog("with Dana Reed at Acme: "),
        ToBrief(known.acme, (known.dana,)),
    ]
    screen.view.person.met_list.opened.emit(screen.view.person.met.records[0])
    assert trail.places[2:] == [ToAccount(known.acme, "timeline")]


def test_somebody_who_left_goes_to_those_who_left_and_comes_back(
    screen: PeopleScreen, app: Services, qtbot: QtBot
) -> None:
    press(screen, SPACE)
    peeking(screen, "Dana Reed", qtbot)
    screen.view.person.panel.left_button.click()
    qtbot.waitUntil(lambda: names(screen) == ["Ruth Okafor", "Sid Aasen"])
    history.undo(app)
    screen.refresh()
    qtbot.waitUntil(lambda: len(names(screen)) == 3)


def test_delete_removes_and_undo_brings_back(
    screen: PeopleScreen, known: Known, app: Services, qtbot: QtBot
) -> None:
    press(screen, SPACE)
    peeking(screen, "Dana Reed", qtbot)
    press(screen, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Dana Reed" not in names(screen))
    assert not screen.view.person.isVisible()
    assert screen.view.table.hasFocus()
    history.undo(app)
    assert known.dana in {one.id for one in contacts.listed(app)}


def test_somebody_deleted_elsewhere_gives_way_to_whoever_has_the_row_now(
    screen: PeopleScreen, known: Known, app: Services, qtbot: QtBot
) -> None:
    press(screen, SPACE)
    peeking(screen, "Dana Reed", qtbot)
    contacts.delete(app, known.dana, "Dana Reed")
    screen.refresh()
    peeking(screen, "Ruth Okafor", qtbot)


def test_a_new_person_is_asked_for_at_an_account_and_then_shown(
    screen: PeopleScreen, app: Services, qtbot: QtBot
) -> None:
    QTest.keyClick(screen.view.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    picker = screen.window().findChildren(Picker)[0]
    QTest.keyClicks(picker.field, "bol")
    qtbot.waitUntil(lambda: picker.options.rowCount() == 1)
    QTest.keyClick(picker.field, ENTER)
    qtbot.waitUntil(screen.view.form.name.hasFocus)
    assert screen.view.form.heading.text() == "At Bolt"
    QTest.keyClicks(screen.view.form.name, "Anna Lind")
    QTest.keyClicks(screen.view.form.reach, "not a mail address @")
    press(screen, ENTER)
    qtbot.waitUntil(lambda: bool(screen.view.form.error()))
    screen.view.form.reach.setText("anna@bolt.example")
    QTest.keyClick(screen.view.form.reach, ENTER)
    peeking(screen, "Anna Lind", qtbot)
    assert names(screen)[0] == "Anna Lind"
    assert not screen.view.form.isVisible()
    assert contacts.reaches(app)[ContactId(screen.view.person.contact_id or "")].raw == (
        "anna@bolt.example"
    )


def test_without_anyone_the_page_says_how_to_begin(opened: Opened, trail: Trail) -> None:
    screen = opened()
    assert screen.view.none_yet.isVisible()
    assert not screen.view.field.isVisible()
    assert screen.first_focus() is screen.view.none_yet.action
    screen.view.none_yet.action.click()
    assert trail.places == [ToAct("import")]


def test_sorting_by_what_comes_later_puts_the_unknown_last(screen: PeopleScreen) -> None:
    table = screen.view.table
    table.sortByColumn(6, Qt.SortOrder.DescendingOrder)
    assert names(screen) == ["Dana Reed", "Sid Aasen", "Ruth Okafor"]
    table.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    assert names(screen) == ["Sid Aasen", "Dana Reed", "Ruth Okafor"]


def test_the_rows_and_lists_are_sound_models(
    screen: PeopleScreen, qtmodeltester: ModelTester, qtbot: QtBot
) -> None:
    press(screen, SPACE)
    peeking(screen, "Dana Reed", qtbot)
    for model in (screen.view.table.rows, screen.view.person.known, screen.view.person.met):
        qtmodeltester.check(model)


def test_whatever_takes_the_keyboard_has_a_name(screen: PeopleScreen, qtbot: QtBot) -> None:
    press(screen, SPACE)
    peeking(screen, "Dana Reed", qtbot)
    nameless = [part for part in reachable(screen) if not part.accessibleName()]
    assert nameless == []


def test_names_that_look_like_html_stay_as_they_are_and_a_long_address_gives_way(
    screen: PeopleScreen, known: Known, app: Services, qtbot: QtBot
) -> None:
    contacts.change(app, known.dana, name="<b>Dana</b> & Söhne")
    contacts.add_point(app, known.dana, f"{'d' * 60}@acme.example")
    screen.refresh()
    qtbot.waitUntil(lambda: "<b>Dana</b> & Söhne" in names(screen))
    screen.view.table.select(known.dana)
    press(screen, SPACE)
    peeking(screen, "<b>Dana</b> & Söhne", qtbot)
    panel = screen.view.person.panel
    assert panel.name.textFormat() == Qt.TextFormat.PlainText
    qtbot.waitUntil(lambda: panel.points.chips[0].width() <= panel.width())
    theme.set_zoom(150)
    qtbot.waitUntil(lambda: panel.points.chips[0].width() <= panel.width())


def test_a_point_is_copied_as_it_is_written(
    screen: PeopleScreen, known: Known, app: Services, trail: Trail, qtbot: QtBot
) -> None:
    contacts.add_point(app, known.dana, "+47 555 01 02")
    press(screen, SPACE)
    peeking(screen, "Dana Reed", qtbot)
    screen.view.person.panel.points.chips[0].click()
    assert QApplication.clipboard().text() == "+47 555 01 02"
    assert trail.said == ["Copied +47 555 01 02"]
