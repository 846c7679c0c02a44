from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.moment import hold
from sponsor_app.ui.widgets.record_list import Heading, RecordList
from sponsor_app.ui.widgets.rows.issue_card import IssueCardDelegate
from sponsor_app.ui.widgets.rows.list_row import ListRow, ListRowDelegate
from sponsor_app.ui.widgets.rows.palette_row import match, pieces
from sponsor_app.ui.widgets.rows.person_tile import PersonTileDelegate
from tests.screenshots import samples

from .conftest import Shades


@dataclass(frozen=True, slots=True)
class Need:
    """A record with a key."""

    key: int
    title: str
    group: str = ""


NEEDS = [Need(1, "one"), Need(2, "two"), Need(3, "three"), Need(4, "four")]


def face(need: Need) -> ListRow:
    return ListRow(need.title, "why", "late", "handshake", "bad", "bad")


def a_model(**more: Any) -> RecordList[Need]:
    model = RecordList[Need](
        lambda need: need.key,
        lambda need: need.title,
        accessible=lambda need: face(need).sentence,
        **more,
    )
    model.show(NEEDS)
    return model


def a_view(qtbot: QtBot, model: RecordList[Need], **more: Any) -> ListView[Need]:
    view = ListView("Needs you", model, ListRowDelegate(face), **more)
    qtbot.addWidget(view)
    view.resize(400, 208)
    view.show()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


def test_the_list_model_obeys_qt(qtmodeltester: Any) -> None:
    plain, grouped = a_model(), a_model(group=lambda need: need.group)
    qtmodeltester.check(plain)
    qtmodeltester.check(grouped)
    assert plain.index(0).data(RecordList.RecordRole) == NEEDS[0]
    assert plain.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "one, late, why"
    assert plain.records == grouped.records == tuple(NEEDS)


def test_selection_and_keyboard_survive_the_replacement_of_every_row(qtbot: QtBot) -> None:
    model = a_model()
    view = a_view(qtbot, model, selects=True)
    view.select(3)
    model.show([Need(9, "new"), *reversed(NEEDS)])
    assert view.current_record() == NEEDS[2]
    assert [index.row() for index in view.selectedIndexes()] == [2]


def test_when_the_current_row_goes_the_keyboard_stays_about_there(qtbot: QtBot) -> None:
    model = a_model()
    view = a_view(qtbot, model, selects=True)
    view.select(4)
    model.show(NEEDS[:3])
    assert view.current_record() == NEEDS[2]
    assert view.selectedIndexes() == []
    model.show([])
    assert view.current_record() is None


def test_only_rows_that_differ_are_told(qtbot: QtBot) -> None:
    model = a_model()
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    with qtbot.assertNotEmitted(model.modelReset):
        model.show([*NEEDS[:2], replace(NEEDS[2], title="3"), NEEDS[3]])
        model.replace(replace(NEEDS[0], title="1"))
    assert told == [2, 0]
    with pytest.raises(KeyError):
        model.replace(Need(99, "unknown"))


def test_arrow_keys_step_over_headings(qtbot: QtBot) -> None:
    model = a_model(group=lambda need: "odd" if need.key % 2 else "even")
    view = a_view(qtbot, model, selects=True)
    headings = [
        model.index(row).data() for row in range(model.rowCount()) if model.record(row) is None
    ]
    assert headings == ["odd", "even", "odd", "even"]
    seen = [view.current_record()]
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down)
        seen.append(view.current_record())
    assert seen == NEEDS
    assert isinstance(model.index(0).data(RecordList.RecordRole), Heading)


def test_a_field_above_steps_through_the_list_below(qtbot: QtBot) -> None:
    model = a_model(group=lambda need: "odd" if need.key % 2 else "even")
    view, field = ListView("Finds", model, ListRowDelegate(face), selects=True), LineEdit("Find")
    window = holding(Column(field, view))
    qtbot.addWidget(window)
    window.show()
    field.stepped.connect(view.step)
    field.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(field, key)
    assert view.current_record() == NEEDS[1]
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert view.current_record() == NEEDS[0]


def test_enter_opens_space_peeks_and_letters_are_passed_on(qtbot: QtBot) -> None:
    view = a_view(qtbot, a_model())
    QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.peeked) as peeked:
        QTest.keyClick(view, Qt.Key.Key_Space)
    with qtbot.waitSignal(view.typed) as typed:
        QTest.keyClicks(view, "h")
    assert (opened.args, peeked.args, typed.args) == ([NEEDS[1]], [NEEDS[1]], ["h"])


def test_control_keys_are_left_to_the_window(qtbot: QtBot) -> None:
    view = a_view(qtbot, a_model())
    with qtbot.assertNotEmitted(view.typed), qtbot.assertNotEmitted(view.opened):
        QTest.keyClick(view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("click_opens", [True, False])
def test_a_click_opens_or_a_double_click_does(qtbot: QtBot, click_opens: bool) -> None:
    view = a_view(qtbot, a_model(), click_opens=click_opens)
    where = view.visualRect(view.model().index(1, 0)).center()
    opened: list[Need] = []
    view.opened.connect(opened.append)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened == ([NEEDS[1]] if click_opens else [])
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened == [NEEDS[1]]


def test_the_ring_follows_the_keyboard_also_after_a_click(qtbot: QtBot, shades: Shades) -> None:
    view = a_view(qtbot, a_model())
    assert theme.current().accent in shades(view)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 130))
    assert view.current_record() == NEEDS[2]
    assert theme.current().accent in shades(view)
    view.clearFocus()
    assert theme.current().accent not in shades(view)


def test_hover_and_selection_are_painted(qtbot: QtBot, shades: Shades) -> None:
    view = a_view(qtbot, a_model(), selects=True)
    assert theme.current().sel not in shades(view)
    view.select(2)
    hold(view, hovered=2)
    assert {theme.current().hover, theme.current().sel} <= shades(view)


def test_a_list_is_as_high_as_its_rows_at_any_zoom(qtbot: QtBot) -> None:
    model = a_model()
    view = a_view(qtbot, model)
    assert view.height() == 4 * 52
    model.show(NEEDS[:2])
    assert view.height() == 2 * 52
    theme.set_zoom(150)
    assert view.height() == 2 * 78
    model.show([])
    assert view.maximumHeight() == 0


def test_cards_are_higher_with_two_lines_of_title(qtbot: QtBot) -> None:
    model = RecordList[samples.IssueCard](lambda card: card.title, lambda card: card.title)
    model.show(samples.CARDS)
    view = ListView("Board", model, IssueCardDelegate(lambda card: card))
    qtbot.addWidget(view)
    view.resize(239, 100)
    view.show()
    heights = [view.visualRect(model.index(row)).height() for row in range(4)]
    assert heights == [142, 142, 122, 122]
    view.resize(700, 100)
    qtbot.waitUntil(lambda: view.height() == 4 * 122)


def test_the_wheel_scrolls_the_page_and_not_the_tiles(qtbot: QtBot) -> None:
    model = RecordList[samples.PersonTile](lambda tile: tile.name, lambda tile: tile.name)
    model.show(samples.PEOPLE)
    view = ListView(
        "People", model, PersonTileDelegate(lambda tile: tile), flow="across", fades=True
    )
    qtbot.addWidget(view)
    view.resize(420, 124)
    view.show()
    assert view.height() == 124
    assert view.horizontalScrollBar().maximum() > 0
    down = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), down)
    assert view.horizontalScrollBar().value() == 0
    view.setFocus()
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.horizontalScrollBar().value() > 0
    assert not view.grab().isNull()


def test_the_page_follows_the_row_that_has_the_keyboard(qtbot: QtBot) -> None:
    model = a_model()
    view = ListView("Needs you", model, ListRowDelegate(face))
    page = QScrollArea()
    page.setWidgetResizable(True)
    page.setWidget(holding(Column(view)))
    qtbot.addWidget(page)
    model.show([Need(n, str(n)) for n in range(30)])
    page.resize(300, 200)
    page.show()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    for _ in range(20):
        QTest.keyClick(view, Qt.Key.Key_Down)
    shown = page.verticalScrollBar().value()
    assert shown <= 20 * 52
    assert shown + 200 >= 21 * 52


def test_tab_leaves_a_list(qtbot: QtBot) -> None:
    view, button = ListView("Needs you", a_model(), ListRowDelegate(face)), Button("Brief")
    window = holding(Column(view, button))
    qtbot.addWidget(window)
    window.show()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    qtbot.waitUntil(button.hasFocus)


@pytest.mark.parametrize(
    ("title", "query", "bold"),
    [
        ("Halvorsen", "hal", ["Hal"]),
        ("Peter Hale", "hal", ["Hal"]),
        ("Nordlys", "hal", []),
        ("x", "", []),
    ],
)
def test_what_was_found_is_bold(title: str, query: str, bold: list[str]) -> None:
    cut = pieces(title, match(title, query))
    assert "".join(words for words, _found in cut) == title
    assert [words for words, found in cut if found] == bold


FACES: list[Callable[[], list[str]]] = [
    lambda: [row.sentence for row in samples.NEEDS],
    lambda: [row.sentence for row in samples.EVENTS],
    lambda: [row.sentence for row in samples.VISITS],
    lambda: [row.sentence for row in samples.COLD],
    lambda: [row.sentence for row in samples.CHANGES],
    lambda: [row.sentence for row in samples.GAPS],
    lambda: [row.sentence for row in samples.CARDS],
    lambda: [row.sentence for row in samples.PEOPLE],
    lambda: [find.row.sentence for find in samples.FINDS],
]


@pytest.mark.parametrize("sentences", FACES)
def test_every_row_says_all_of_it_in_words(sentences: Callable[[], list[str]]) -> None:
    for sentence in sentences():
        assert len(sentence.split()) >= 3
        assert ", ," not in sentence


def test_a_person_and_an_issue_are_said_in_full() -> None:
    assert samples.PEOPLE[2].sentence == (
        "Øystein Bakke, Chief Financial Officer, decides, never met, strength none, no counterpart"
    )
    assert samples.CARDS[0].sentence == (
        "Sev 1, Crane telemetry drops out at sea, three ships of the northern fleet, Halvorsen Maritime, "
        "1 day late, 27 heard · 6 called, Tomás Iglesias"
    )
