"""What can be checked does the same when a screen reader toggles it as when it is clicked, and nothing when we check it."""

from functools import partial

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.ui.widgets.boxes import Row
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.rail_item import RailItem


def toggle(part: QWidget) -> None:
    """As a screen reader does."""
    found: QAccessibleInterface = QAccessible.queryAccessibleInterface(part)
    found.actionInterface().doAction(QAccessibleActionInterface.toggleAction())


@pytest.fixture
def chip(qtbot: QtBot) -> Chip:
    made = Chip("overdue", checkable=True)
    qtbot.addWidget(made)
    return made


def test_a_chip_that_is_toggled_counts_as_clicked(chip: Chip, qtbot: QtBot) -> None:
    for checked in (True, False):
        with qtbot.waitSignal(chip.clicked):
            toggle(chip)
        assert chip.isChecked() is checked


def test_what_we_check_ourselves_and_a_click_are_told_once(chip: Chip, qtbot: QtBot) -> None:
    clicks: list[bool] = []
    chip.clicked.connect(lambda: clicks.append(chip.isChecked()))
    chip.setChecked(True)
    chip.click()
    with qtbot.waitSignal(chip.clicked):
        toggle(chip)
    assert clicks == [False, True]


def test_a_place_of_the_rail_that_is_toggled_is_gone_to_and_the_others_are_not(
    qtbot: QtBot,
) -> None:
    items = [RailItem(name, "house") for name in ("Today", "Accounts")]
    host = QWidget()
    host.setLayout(Row(*items))
    qtbot.addWidget(host)
    clicked: list[str] = []
    for item in items:
        item.clicked.connect(partial(clicked.append, item.text()))
    items[0].setChecked(True)
    with qtbot.waitSignal(items[1].clicked):
        toggle(items[1])
    assert clicked == ["Accounts"]


def test_a_choice_of_one_is_made(qtbot: QtBot) -> None:
    choice = ChipChoice("How", [("a", "One"), ("b", "Other")], "a", needed=True)
    qtbot.addWidget(choice)
    with qtbot.waitSignal(choice.changed) as changed:
        toggle(choice.chips["b"])
    assert (changed.args, choice.value) == (["b"], "b")
