from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.alternative import Alternative
from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.menu import Entry, menu_of
from sponsor_app.ui.widgets.moment import hold
from sponsor_app.ui.widgets.rail_item import RailItem
from sponsor_app.ui.widgets.search_button import SearchButton

from .conftest import Shades

PRESSABLES: list[Callable[[], QAbstractButton]] = [
    lambda: Button("Brief", "file-text"),
    lambda: Button("Log", "pencil-line", "primary"),
    lambda: Button("Show map", kind="link"),
    lambda: Chip("Coffee", "coffee"),
    lambda: Alternative(1, "Fri 20 Nov"),
    lambda: RailItem("Issues", "circle-alert"),
    lambda: SearchButton("Find anything", "Ctrl+K"),
]


@pytest.mark.parametrize("make", PRESSABLES)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_everything_pressable_answers_to_enter_and_to_space(
    qtbot: QtBot, make: Callable[[], QAbstractButton], key: Qt.Key
) -> None:
    part = make()
    qtbot.addWidget(part)
    part.show()
    with qtbot.waitSignal(part.clicked):
        QTest.keyClick(part, key)


@pytest.mark.parametrize("make", PRESSABLES)
def test_everything_pressable_can_be_hit_and_is_named(
    qtbot: QtBot, make: Callable[[], QAbstractButton]
) -> None:
    part = make()
    qtbot.addWidget(part)
    assert part.sizeHint().height() >= 28
    assert part.sizeHint().width() >= 28
    assert part.accessibleName()
    assert part.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("make", PRESSABLES)
def test_focus_is_always_seen(
    qtbot: QtBot, shades: Shades, make: Callable[[], QAbstractButton]
) -> None:
    part = make()
    qtbot.addWidget(part)
    part.resize(part.sizeHint())
    before = part.grab().toImage()
    part.show()
    part.setFocus()
    qtbot.waitUntil(part.hasFocus)
    assert part.grab().toImage() != before


@pytest.mark.parametrize("kind", ["primary", "plain", "quiet", "link"])
def test_a_button_looks_different_under_the_pointer(qtbot: QtBot, kind: str) -> None:
    button = Button("Brief", "file-text", kind)  # pyright: ignore[reportArgumentType]
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    rest = button.grab().toImage()
    hold(button, hovered=True)
    assert button.grab().toImage() != rest


def test_a_button_that_is_off_is_not_clicked_and_not_hovered(qtbot: QtBot) -> None:
    button = Button("Brief")
    qtbot.addWidget(button)
    button.setEnabled(False)
    rest = button.grab().toImage()
    hold(button, hovered=True)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.grab().toImage() == rest


def test_an_icon_alone_has_a_name_and_a_tip(qtbot: QtBot) -> None:
    button = Button("", "ellipsis", "quiet", name="More")
    qtbot.addWidget(button)
    assert button.accessibleName() == "More"
    assert "More" in button.toolTip()


def test_backspace_removes_a_chip_only_where_that_is_offered(qtbot: QtBot) -> None:
    chip, fixed = Chip("Dana", removable=True), Chip("Dana")
    for part in (chip, fixed):
        qtbot.addWidget(part)
        part.show()
    with qtbot.waitSignal(chip.removed):
        QTest.keyClick(chip, Qt.Key.Key_Backspace)
    with qtbot.assertNotEmitted(fixed.removed):
        QTest.keyClick(fixed, Qt.Key.Key_Backspace)


def test_a_digit_chooses_an_alternative(qtbot: QtBot) -> None:
    chip = Chip("Fri 20 Nov", "calendar-clock", "in 2 days", opens=True)
    qtbot.addWidget(chip)
    chip.show()
    with qtbot.waitSignal(chip.chosen) as chosen:
        QTest.keyClick(chip, Qt.Key.Key_3)
    assert chosen.args == [3]


def test_a_chip_shows_its_chevron_only_with_the_keyboard(qtbot: QtBot) -> None:
    chip, other = Chip("Fri 20 Nov", "calendar-clock", opens=True), Button("Brief")
    window = holding(Row(other, chip))
    qtbot.addWidget(window)
    window.show()
    other.setFocus()
    rest = chip.sizeHint().width()
    hold(chip, hovered=True)
    assert chip.sizeHint().width() == rest
    chip.setFocus()
    qtbot.waitUntil(chip.hasFocus)
    assert chip.sizeHint().width() == rest + 16


def test_a_guess_is_dashed_and_says_so(qtbot: QtBot) -> None:
    chip = Chip("Care", "heart", "no ask", guessed=True)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Care, no ask, guessed, to be confirmed"
    chip.show_value("Care", "no ask")
    assert chip.accessibleName() == "Care, no ask"


def test_a_filter_shows_that_it_is_on(qtbot: QtBot, shades: Shades) -> None:
    chip = Chip("Mine", detail="4", checkable=True)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    assert theme.current().sel not in shades(chip)
    chip.click()
    assert chip.isChecked()
    assert theme.current().sel in shades(chip)


def test_the_rail_says_how_many_wait_and_shrinks_to_icons(qtbot: QtBot) -> None:
    item = RailItem("Issues", "circle-alert", "Ctrl+4")
    qtbot.addWidget(item)
    item.set_count(2)
    assert item.accessibleName() == "Issues, 2 need you"
    wide = item.sizeHint().width()
    item.set_narrow(True)
    assert item.sizeHint().width() <= 56 < wide
    assert "Ctrl+4" in item.toolTip()
    item.resize(item.sizeHint())
    assert not item.grab().isNull()


def test_in_the_rail_one_page_is_open(qtbot: QtBot) -> None:
    items = [RailItem(name, "circle-alert") for name in ("Today", "Accounts", "People")]
    rail = holding(Column(*items))
    qtbot.addWidget(rail)
    items[0].click()
    items[2].click()
    assert [item.isChecked() for item in items] == [False, False, True]


def test_arrows_move_along_the_rail_and_enter_opens(qtbot: QtBot) -> None:
    items = [RailItem(name, "circle-alert") for name in ("Today", "Accounts", "People")]
    rail = holding(Column(*items))
    qtbot.addWidget(rail)
    rail.show()
    items[0].setChecked(True)
    items[0].setFocus()
    qtbot.waitUntil(items[0].hasFocus)
    QTest.keyClick(items[0], Qt.Key.Key_Down)
    QTest.keyClick(items[1], Qt.Key.Key_Down)
    assert items[2].hasFocus()
    assert items[0].isChecked()
    QTest.keyClick(items[2], Qt.Key.Key_Return)
    assert items[2].isChecked()
    QTest.keyClick(items[2], Qt.Key.Key_Down)
    assert items[0].hasFocus()


def test_a_key_cap_is_read_as_key_and_meaning(qtbot: QtBot) -> None:
    cap = KeyCap("Enter", "open")
    qtbot.addWidget(cap)
    assert cap.accessibleName() == "Enter: open"


def test_a_very_long_value_leaves_room_for_the_other_chips(qtbot: QtBot) -> None:
    chip = Chip("Kestrel Aerospace Components Holding " * 4, "building-2")
    qtbot.addWidget(chip)
    assert chip.sizeHint().width() < 340
    assert "Holding" in chip.toolTip()


def test_chips_break_into_lines_where_there_is_no_room(qtbot: QtBot) -> None:
    chips = [Chip(name) for name in ("All", "Mine", "At risk", "No sponsor")]
    line = holding(Flow(*chips))
    qtbot.addWidget(line)
    wide = line.sizeHint().width()
    assert line.heightForWidth(wide) == 28
    assert line.heightForWidth(wide * 2 // 3) == 28 * 2 + 8
    chips[3].hide()
    assert line.sizeHint().width() < wide
    line.resize(wide // 3, 100)
    line.show()
    assert chips[2].y() > chips[0].y()


def test_a_menu_shows_names_as_they_are_and_calls_what_was_chosen(qtbot: QtBot) -> None:
    button = Button("", "ellipsis", "quiet", name="More")
    qtbot.addWidget(button)
    button.show()
    called: list[str] = []
    menu = menu_of(
        button,
        (
            Entry("Merge into Pellworm & Söhne", lambda: called.append("merge"), "copy", "M"),
            None,
            Entry("Delete", lambda: called.append("delete"), enabled=False),
        ),
    )
    merge, line, delete = menu.actions()
    assert merge.text() == "Merge into Pellworm && Söhne\tM"
    assert line.isSeparator()
    assert not delete.isEnabled()
    assert menu.accessibleName() == "More"
    merge.trigger()
    assert called == ["merge"]


def test_gaps_and_margins_follow_the_zoom(qtbot: QtBot) -> None:
    row = Row(Button("A"), 10, Button("B"), gap=8, margins=(4, 4, 4, 4))
    window = holding(row)
    qtbot.addWidget(window)
    before = row.sizeHint().height()
    theme.set_zoom(200)
    assert row.spacing() == 16
    assert row.contentsMargins().left() == 8
    assert row.sizeHint().height() == 2 * before
