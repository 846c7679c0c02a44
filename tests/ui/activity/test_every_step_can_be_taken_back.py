"""The activity as somebody uses it who wonders who changed that, and wants it back."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.domain.activity import KINDS, Narrowing, Whose
from sponsor_app.domain.ids import DeviceId, Identity, MemberId
from sponsor_app.services import Services, accounts, contacts, history, members
from sponsor_app.store.models import account, device, member
from sponsor_app.ui.activity.screen import ActivityScreen
from sponsor_app.ui.places import ToRecord
from sponsor_app.ui.widgets.focus import reachable
from sponsor_app.ui.widgets.picker import Picker
from sponsor_app.ui.widgets.record_list import RecordList
from tests.conftest import Clock
from tests.ui.activity.conftest import Opened, Past
from tests.ui.conftest import Trail

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # menus offscreen
ENTER, ESC, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down
ALL = [
    "Deleted Ruth Okafor",
    "Noted a fact about Dana Reed",
    "Renamed Bolt",
    "Added Ruth Okafor",
    "Added Dana Reed",
    "Added Bolt",
    "Added Mia Andersson",
    "Added Acme",
    "Joined as Grace Moreau",
]


def press(screen: ActivityScreen, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(screen.window().focusWidget() or screen, key)


def titles(screen: ActivityScreen) -> list[str]:
    return [step.title for step in screen.view.steps.records]


def texts(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part)]


def looking_at(screen: ActivityScreen, title: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: screen.view.side.accessibleName() == title)


def go_to(screen: ActivityScreen, title: str, qtbot: QtBot) -> None:
    step = next(one.step for one in screen.view.steps.records if one.title == title)
    screen.view.list.select(step)
    looking_at(screen, title, qtbot)


def choose(title: str) -> None:
    menu = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu))
    action = next(one for one in menu.actions() if one.text() == title)
    menu.setActiveAction(action)
    QTest.keyClick(menu, ENTER)


def spoken(model: RecordList[Any]) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.data(model.index(row, 0), role)) for row in range(model.rowCount())]


def test_steps_stand_by_day_with_who_did_them_and_on_which_laptop(screen: ActivityScreen) -> None:
    assert titles(screen) == ALL
    model = screen.view.steps
    said = [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]
    assert [one for one in said if one not in ALL] == ["Today", "Yesterday", "Wed 18 Nov"]
    (renamed,) = [one for one in spoken(model) if one.startswith("Renamed Bolt")]
    assert "Mia Andersson on mia-laptop · 1 change" in renamed
    assert screen.view._foot.text() == "9 of 9 steps, newest first."


def test_a_step_tells_each_field_before_and_after(screen: ActivityScreen, qtbot: QtBot) -> None:
    go_to(screen, "Renamed Bolt", qtbot)
    assert spoken(screen.view.side.entries) == [
        "Bolt Energy, account changed, name: Bolt → Bolt Energy, city: Oslo"
    ]
    assert "Mia Andersson on mia-laptop" in texts(screen.view.side)


def test_t_takes_a_step_of_anybody_back_and_back_again(
    screen: ActivityScreen, past: Past, app: Services, qtbot: QtBot
) -> None:
    go_to(screen, "Renamed Bolt", qtbot)
    press(screen, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: titles(screen)[0] == "Undid: Renamed Bolt")
    assert accounts.page(app, past.bolt).details.name == "Bolt"
    qtbot.waitUntil(lambda: not screen.view.side.back.isVisible())
    assert "It was taken back." in texts(screen.view.side)
    assert any("taken back" in one for one in spoken(screen.view.steps))
    go_to(screen, "Undid: Renamed Bolt", qtbot)
    assert screen.view.side.back.text() == "Do it again"
    screen.view.side.back.click()
    qtbot.waitUntil(lambda: titles(screen)[0] == "Renamed Bolt")
    assert accounts.page(app, past.bolt).details.name == "Bolt Energy"


def test_what_was_edited_since_stays_and_is_counted(
    screen: ActivityScreen, past: Past, app: Services, qtbot: QtBot
) -> None:
    accounts.change(app, past.bolt, {"name": "Bolt Power"})
    go_to(screen, "Renamed Bolt", qtbot)
    press(screen, Qt.Key.Key_T)
    said = "1 record edited or built upon since stayed as they are."
    qtbot.waitUntil(lambda: screen.view.side.note() == said)
    details = accounts.page(app, past.bolt).details
    assert (details.name, details.city) == ("Bolt Power", None)


def test_the_step_that_made_the_store_stays(
    screen: ActivityScreen, trail: Trail, qtbot: QtBot
) -> None:
    go_to(screen, "Joined as Grace Moreau", qtbot)
    assert not screen.view.side.back.isVisible()
    press(screen, Qt.Key.Key_T)
    assert titles(screen) == ALL
    assert trail.refused == []


def test_what_cannot_be_taken_back_any_more_is_refused_with_a_reason(
    screen: ActivityScreen, trail: Trail, qtbot: QtBot
) -> None:
    go_to(screen, "Added Acme", qtbot)
    press(screen, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: len(trail.refused) == 1)
    assert "edited or built upon since" in trail.refused[0].message


def test_enter_goes_into_a_step_and_enter_again_opens_the_record(
    screen: ActivityScreen, past: Past, trail: Trail, qtbot: QtBot
) -> None:
    go_to(screen, "Added Dana Reed", qtbot)
    press(screen, ENTER)
    assert screen.view.side.list.hasFocus()
    press(screen, DOWN, ENTER)
    assert trail.places == [ToRecord("contact", past.dana)]
    press(screen, ESC)
    assert screen.view.list.hasFocus()


def test_deleted_records_say_where_they_were_and_r_brings_one_back(
    screen: ActivityScreen, past: Past, app: Services, qtbot: QtBot
) -> None:
    gone = screen.view.filters.gone
    assert gone.accessibleName() == "Deleted, 1"
    gone.click()
    looking_at(screen, "Ruth Okafor", qtbot)
    assert spoken(screen.view.gone) == [
        "Ruth Okafor, 20 Nov, person · at Bolt Energy · by Grace Moreau"
    ]
    assert "It was at Bolt Energy." in texts(screen.view.side)
    screen.first_focus().setFocus()
    press(screen, ENTER)
    assert screen.view.side.restore.hasFocus()
    press(screen, ESC, Qt.Key.Key_R)
    qtbot.waitUntil(screen.view.nothing_gone.isVisible)
    assert past.ruth in {one.id for one in contacts.listed(app)}
    screen.view.filters.whose[Whose.ALL].click()
    qtbot.waitUntil(lambda: titles(screen)[:1] == ["Brought back “Ruth Okafor”"])


def test_words_filter_the_steps_and_esc_shows_all_again(
    screen: ActivityScreen, qtbot: QtBot
) -> None:
    QTest.keyClicks(screen.view.list, "a/")
    QTest.keyClicks(screen.window().focusWidget(), "okafor")
    assert screen.view.filters.field.text() == "okafor"
    qtbot.waitUntil(lambda: titles(screen) == ["Deleted Ruth Okafor", "Added Ruth Okafor"])
    assert screen.view._foot.text() == (
        "2 of 2 steps, newest first. 7 are left out by your filter."
    )
    press(screen, ESC)
    qtbot.waitUntil(lambda: titles(screen) == ALL)
    press(screen, ESC)
    assert screen.view.list.hasFocus()


def test_a_filter_that_fits_nothing_offers_every_step(screen: ActivityScreen, qtbot: QtBot) -> None:
    QTest.keyClicks(screen.view.filters.field, "zzz")
    qtbot.waitUntil(screen.view.no_match.isVisible)
    assert not screen.view.page.side.isVisible()
    screen.view.no_match.action.click()
    qtbot.waitUntil(lambda: titles(screen) == ALL)
    assert screen.view.page.side.isVisible()


def test_whose_steps_by_whom_and_of_which_kind(screen: ActivityScreen, qtbot: QtBot) -> None:
    filters = screen.view.filters
    filters.whose[Whose.OTHERS].click()
    qtbot.waitUntil(lambda: titles(screen) == ["Renamed Bolt"])
    filters.whose[Whose.ALL].click()
    qtbot.waitUntil(lambda: titles(screen) == ALL)
    filters.author.click()
    choose("Mia Andersson, 1")
    qtbot.waitUntil(lambda: titles(screen) == ["Renamed Bolt"])
    assert filters.author.text() == "Mia Andersson"
    filters.author.click()
    choose("Anyone")
    qtbot.waitUntil(lambda: titles(screen) == ALL)
    filters.kind.click()
    choose("fact")
    qtbot.waitUntil(lambda: titles(screen) == ["Noted a fact about Dana Reed"])
    filters.kind.click()
    choose("Any kind")
    qtbot.waitUntil(lambda: titles(screen) == ALL)


def test_steps_at_one_account_are_asked_for_by_any_scrap_of_it(
    screen: ActivityScreen, qtbot: QtBot
) -> None:
    filters = screen.view.filters
    filters.account.click()
    picker = screen.window().findChildren(Picker)[0]
    QTest.keyClicks(picker.field, "acm")
    qtbot.waitUntil(lambda: picker.options.rowCount() == 1)
    QTest.keyClick(picker.field, ENTER)
    qtbot.waitUntil(
        lambda: titles(screen) == ["Noted a fact about Dana Reed", "Added Dana Reed", "Added Acme"]
    )
    assert filters.account.text() == "Acme"
    filters.gone.click()
    qtbot.waitUntil(screen.view.no_match.isVisible)
    filters.clear()
    qtbot.waitUntil(lambda: titles(screen) == ALL)
    assert filters.account.text() == "Any account"


def test_a_large_step_is_counted_and_enter_goes_to_the_way_back(
    past: Past, app: Services, opened: Opened, qtbot: QtBot
) -> None:
    with app.store.write("Imported 70 members") as writer:
        rows = [{"name": f"Member {number}"} for number in range(70)]
        writer.insert_many(member, rows, app.store.new_ids(70))
    screen = opened()
    looking_at(screen, "Imported 70 members", qtbot)
    assert "70 × member added" in texts(screen.view.side)
    assert not screen.view.side.list.isVisible()
    press(screen, ENTER)
    assert screen.view.side.back.hasFocus()


def test_more_steps_than_fit_are_shown_when_asked_for(
    past: Past, app: Services, opened: Opened, clock: Clock, qtbot: QtBot
) -> None:
    for number in range(100):
        accounts.change(app, past.acme, {"employees": str(number + 1)})
    screen = opened()
    assert screen.view._foot.text() == "100 of 109 steps, newest first."
    screen.view.more.click()
    qtbot.waitUntil(lambda: len(titles(screen)) == 109)
    assert not screen.view.more.isVisible()


def test_a_step_done_meanwhile_comes_on_top_and_the_keyboard_stays(
    screen: ActivityScreen, past: Past, qtbot: QtBot
) -> None:
    go_to(screen, "Renamed Bolt", qtbot)
    screen.desk.operations.command(
        lambda app: contacts.change(app, past.dana, title="Chief of operations")
    )
    qtbot.waitUntil(lambda: titles(screen)[0] == "Changed Dana Reed")
    assert screen.view.side.accessibleName() == "Renamed Bolt"


def test_the_lists_are_sound_models_and_whatever_takes_the_keyboard_has_a_name(
    screen: ActivityScreen, qtmodeltester: ModelTester, qtbot: QtBot
) -> None:
    for model in (screen.view.steps, screen.view.gone, screen.view.side.entries):
        qtmodeltester.check(model)
    assert [part for part in reachable(screen) if not part.accessibleName()] == []


def test_every_kind_can_be_asked_for(app: Services, past: Past) -> None:
    for kind in KINDS:
        assert history.activity(app, Narrowing(kind=kind)).found >= 0


def test_of_many_people_one_is_found_by_a_few_letters(
    app: Services, opened: Opened, past: Past, qtbot: QtBot
) -> None:
    people = [MemberId(members.add(app, name=f"Colleague {n}").created[0]) for n in range(30)]
    with app.store.write_local() as connection:
        for n, who in enumerate(people):
            values = {"id": 1000 + n, "name": f"laptop-{n}", "member_id": who, "mine": 0}
            connection.execute(device.insert().values(**values))
    for n, who in enumerate(people):
        with app.store.write("Renamed", identity=Identity(DeviceId(1000 + n), who)) as writer:
            writer.update(account, past.bolt, city=f"Town {n}")
    screen = opened()
    screen.view.filters.author.click()
    picker = screen._picker
    assert picker is not None
    qtbot.waitUntil(picker.isVisible)
    QTest.keyClicks(picker.field, "colleague 17")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(screen.view.steps.records) == 1)
    assert screen.view.filters.author.text() == "Colleague 17"
    screen.view.filters.author.click()
    QTest.keyClicks(picker.field, "anyone")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(screen.view.steps.records) > 30)
