"""Everything by keyboard and everything with a name, in a small window and a smaller one."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.services import Services
from sponsor_app.ui.places import ScreenName, ToScreen
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.shell.conftest import CONTROL, Key, Opened, press, settle

BUILT = {
    ScreenName.TODAY: Key.Key_1,
    ScreenName.ACCOUNTS: Key.Key_2,
    ScreenName.PEOPLE: Key.Key_3,
    ScreenName.ISSUES: Key.Key_4,
    ScreenName.PROMISES: Key.Key_5,
    ScreenName.EVENTS: Key.Key_6,
    ScreenName.REFERENCES: Key.Key_7,
    ScreenName.COVERAGE: Key.Key_8,
    ScreenName.ACTIVITY: Key.Key_9,
}


def nameless(part: QWidget) -> list[str]:
    return [type(stop).__name__ for stop in reachable(part) if not stop.accessibleName()]


@pytest.mark.parametrize("screen", BUILT)
def test_ctrl_and_a_number_shows_a_screen_marks_the_rail_and_names_every_stop(
    screen: ScreenName, working: Window, qtbot: QtBot
) -> None:
    press(working, BUILT[screen], CONTROL)
    settle(working, qtbot)
    assert working.main.navigator.here == ToScreen(screen)
    assert [name for name, item in working.main.rail.items.items() if item.isChecked()] == [screen]
    assert len(reachable(working)) > len(BUILT)
    assert nameless(working) == []


def test_every_key_of_the_table_is_bound_once(working: Window) -> None:
    keys = [
        QKeySequence(key).toString()
        for action in working.actions_table
        for key in (action.shortcut, *action.also)
        if key
    ]
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert all(keys)


def test_f1_shows_every_key_and_enter_runs_what_it_stands_on(
    working: Window, qtmodeltester: ModelTester
) -> None:
    press(working, Key.Key_F1)
    sheet = working.floating.sheet
    assert sheet is not None
    assert sheet.list.hasFocus()
    shown = {action.id for action in sheet.model.records}
    assert shown == {action.id for action in working.actions_table if action.shortcut}
    assert nameless(sheet) == []
    qtmodeltester.check(sheet.model, force_py=True)
    sheet.list.select("find")
    press(working, Key.Key_Return)
    assert not sheet.overlay.is_open()
    assert working.floating.palette is not None
    assert working.floating.palette.input.hasFocus()


@pytest.mark.parametrize("key", [Key.Key_L, Key.Key_K, Key.Key_Comma])
def test_what_floats_names_every_stop_and_esc_gives_the_keyboard_back(
    key: Key, working: Window, qtbot: QtBot
) -> None:
    working.main.rail.gear.setFocus()
    press(working, key, CONTROL)
    settle(working, qtbot)
    assert not working.main.rail.gear.hasFocus()
    assert nameless(working) == []
    press(working, Key.Key_Escape)
    assert working.main.rail.gear.hasFocus()


def test_before_a_store_is_open_no_key_reaches_what_needs_one(opened: Opened) -> None:
    window = opened()
    for key in (Key.Key_L, Key.Key_K, Key.Key_2, Key.Key_Z, Key.Key_Comma):
        press(window, key, CONTROL)
    assert window.first_run.isVisible()
    assert window.floating.palette is None
    assert nameless(window) == []


def test_tab_walks_from_the_rail_into_the_page(working: Window, qtbot: QtBot) -> None:
    press(working, Key.Key_8, CONTROL)
    settle(working, qtbot)
    stops = reachable(working)
    rail = [stop for stop in stops if working.main.rail.isAncestorOf(stop)]
    assert stops[: len(rail)] == rail
    assert rail[:2] == [working.main.rail.finder, working.main.rail.log]


@pytest.mark.parametrize(("width", "narrow"), [(1280, False), (900, True)])
def test_a_small_window_keeps_every_part_within_it(
    width: int, narrow: bool, mine: Services, opened: Opened, qtbot: QtBot
) -> None:
    window = opened(width=width)
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None)
    for key in BUILT.values():
        press(window, key, CONTROL)
        settle(window, qtbot)
        window.grab()
        assert window.width() == width
        current = window.main.navigator.current()
        assert current is not None
        assert current.minimumSizeHint().width() <= current.width()
    assert window.main.rail.width() == theme.px(56 if narrow else 212)
    assert nameless(window) == []


def test_zoom_and_theme_are_kept_on_this_laptop(
    working: Window, opened: Opened, qtbot: QtBot
) -> None:
    press(working, Key.Key_Plus, CONTROL)
    working.act("dark")
    assert (theme.zoom(), theme.current().dark) == (110, True)
    working.close()
    theme.set_zoom(100)
    theme.use("light")
    again = opened()
    assert (theme.zoom(), theme.current().dark) == (110, True)
    qtbot.waitUntil(lambda: again.main.navigator.current() is not None)
    again.show_settings()
    panel = again.floating.panel
    assert panel is not None
    assert panel.look.choice.value == "dark"
    panel.look.choice.chips["light"].click()
    assert not theme.current().dark
    again.act("dark")
    again.show_settings()
    assert panel.look.choice.value == "dark"
    press(again, Key.Key_0, CONTROL)


def test_alt_left_goes_back_the_way_we_came(working: Window, qtbot: QtBot) -> None:
    for key in (Key.Key_2, Key.Key_8):
        press(working, key, CONTROL)
        settle(working, qtbot)
    working.go_back()
    assert working.main.navigator.here == ToScreen(ScreenName.ACCOUNTS)
    working.go_back()
    working.go_back()
    assert working.main.navigator.here == ToScreen(ScreenName.TODAY)
    settle(working, qtbot)


def test_the_rail_has_words_again_when_what_was_enlarged_is_made_smaller(
    working: Window, qtbot: QtBot
) -> None:
    for _step in range(5):
        working.act("larger")
    qtbot.waitUntil(lambda: working.main.rail.width() == theme.px(56))
    working.act("usual")
    qtbot.waitUntil(lambda: working.main.rail.width() == 212)
