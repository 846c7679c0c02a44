from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column as Below
from sponsor_app.ui.widgets.boxes import holding
from sponsor_app.ui.widgets.cell import Cell
from sponsor_app.ui.widgets.grid_view import GridView
from sponsor_app.ui.widgets.heat_cell import HeatCellDelegate
from sponsor_app.ui.widgets.moment import hold
from sponsor_app.ui.widgets.record_grid import RecordGrid
from sponsor_app.ui.widgets.record_table import Column, RecordTable
from sponsor_app.ui.widgets.states import state
from sponsor_app.ui.widgets.table_view import TableView
from tests.screenshots import samples

from .conftest import Shades

DOWN, UP = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True, slots=True)
class Row:
    """A record with a number that may be unknown."""

    key: int
    name: str
    days: int | None
    tier: str = ""


COLUMNS = (
    Column[Row]("Name", lambda row: row.name),
    Column[Row]("Days", lambda row: str(row.days), lambda row: row.days, width=80, right=True),
    Column[Row]("Tier", lambda row: row.tier, width=100, hide_below=500),
    Column[Row](
        "State",
        lambda row: "overdue",
        cell=lambda row: Cell("9", state=state("overdue")),
        width=120,
    ),
)
ROWS = [
    Row(1, "Zeta", 10, "Key"),
    Row(2, "alpha", 9, "Standard"),
    Row(3, "Beta", None, "Key"),
    Row(4, "gamma", 100, "Standard"),
]


def a_model() -> RecordTable[Row]:
    model = RecordTable(COLUMNS, lambda row: row.key)
    model.show(ROWS)
    return model


def a_view(qtbot: QtBot, model: RecordTable[Row], **more: Any) -> TableView[Row]:
    view = TableView("Accounts", model, **more)
    qtbot.addWidget(view)
    view.resize(600, 220)
    view.show()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


def keys(model: RecordTable[Row]) -> list[int]:
    return [row.key for row in model.records]


def test_the_table_model_obeys_qt(qtmodeltester: Any) -> None:
    model = a_model()
    qtmodeltester.check(model)
    assert model.index(1, 1).data() == "9"
    assert model.index(1, 1).data(RecordTable.SortRole) == 9
    assert model.index(1, 0).data(RecordTable.RecordRole) == ROWS[1]
    assert model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "9, overdue"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Name"


def test_ten_sorts_after_nine_and_the_unknown_last_either_way() -> None:
    model = a_model()
    model.sort(1, DOWN)
    assert keys(model) == [2, 1, 4, 3]
    model.sort(1, UP)
    assert keys(model) == [4, 1, 2, 3]


def test_names_sort_whatever_their_case() -> None:
    model = a_model()
    model.sort(0, DOWN)
    assert [row.name for row in model.records] == ["alpha", "Beta", "gamma", "Zeta"]


@pytest.mark.parametrize("order", [DOWN, UP])
def test_equal_rows_keep_the_order_they_had_also_after_new_rows_came(order: Qt.SortOrder) -> None:
    model = a_model()
    model.sort(0, DOWN)
    model.sort(2, order)
    within = [
        [row.name for row in model.records if row.tier == tier] for tier in ("Key", "Standard")
    ]
    assert within == [["Beta", "Zeta"], ["alpha", "gamma"]]
    before = keys(model)
    model.show([*reversed(ROWS)])
    assert keys(model) == before


def test_sorting_takes_selection_and_keyboard_along(qtbot: QtBot) -> None:
    model = a_model()
    view = a_view(qtbot, model)
    view.select(4)
    view.sortByColumn(1, UP)
    assert view.current_record() == ROWS[3]
    assert {index.row() for index in view.selectedIndexes()} == {0}


def test_selection_and_sorting_survive_the_replacement_of_every_row(qtbot: QtBot) -> None:
    model = a_model()
    view = a_view(qtbot, model)
    view.select(1)
    model.show([Row(7, "Aaron", 3), *reversed(ROWS)])
    assert [row.name for row in model.records] == ["Aaron", "alpha", "Beta", "gamma", "Zeta"]
    assert view.current_record() == ROWS[0]
    assert {index.row() for index in view.selectedIndexes()} == {4}


def test_narrowing_keeps_order_and_selection_and_can_be_taken_back(qtbot: QtBot) -> None:
    model = a_model()
    view = a_view(qtbot, model)
    view.select(4)
    model.narrow(lambda row: row.tier == "Standard")
    assert keys(model) == [2, 4]
    assert view.current_record() == ROWS[3]
    model.show([*ROWS, Row(5, "Delta", 1, "Standard")])
    assert keys(model) == [2, 5, 4]
    model.narrow(None)
    assert len(keys(model)) == 5
    assert view.current_record() == ROWS[3]


def test_the_scroll_position_survives_the_replacement_of_every_row(qtbot: QtBot) -> None:
    model = a_model()
    view = a_view(qtbot, model)
    many = [Row(n, f"{n:03}", n) for n in range(200)]
    model.show(many)
    view.verticalScrollBar().setValue(2000)
    model.show([replace(row, name=row.name + "!") for row in many] + [Row(999, "999", 1)])
    assert view.verticalScrollBar().value() == 2000


def test_only_what_differs_is_told_where_rows_stay(qtbot: QtBot) -> None:
    model = a_model()
    with qtbot.waitSignal(model.dataChanged) as told, qtbot.assertNotEmitted(model.modelReset):
        model.show([*ROWS[:2], replace(ROWS[2], days=5), ROWS[3]])
    assert told.args is not None
    assert [index.row() for index in told.args[:2]] == [2, 2]
    model.replace(replace(ROWS[0], name="One"))
    assert model.record(0) == replace(ROWS[0], name="One")
    with pytest.raises(KeyError):
        model.replace(Row(99, "nobody", 1))


def test_enter_opens_space_peeks_letters_are_passed_on_and_tab_leaves(qtbot: QtBot) -> None:
    view = a_view(qtbot, a_model())
    view.select(2)
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.peeked) as peeked:
        QTest.keyClick(view, Qt.Key.Key_Space)
    with qtbot.waitSignal(view.typed) as typed:
        QTest.keyClicks(view, "z")
    assert (opened.args, peeked.args, typed.args) == ([ROWS[1]], [ROWS[1]], ["z"])
    assert not view.tabKeyNavigation()


def test_alt_and_an_arrow_sort_by_the_column_the_keyboard_is_in(qtbot: QtBot) -> None:
    model = a_model()
    view = a_view(qtbot, model)
    view.setCurrentIndex(model.index(0, 1))
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert keys(model) == [2, 1, 4, 3]
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert keys(model) == [4, 1, 2, 3]


def test_a_click_on_a_heading_sorts_by_it(qtbot: QtBot) -> None:
    model = a_model()
    view = a_view(qtbot, model)
    head = view.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(1) + 20, 10)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert keys(model) == [2, 1, 4, 3]


def test_columns_give_way_where_room_is_short(qtbot: QtBot) -> None:
    view = a_view(qtbot, a_model())
    assert not view.isColumnHidden(2)
    assert sum(view.columnWidth(n) for n in range(4)) == view.viewport().width()
    view.resize(420, 220)
    qtbot.waitUntil(lambda: view.isColumnHidden(2))
    assert view.columnWidth(0) == view.viewport().width() - 200
    view.resize(600, 220)
    view.leave_out(frozenset({1}))
    assert view.isColumnHidden(1)


def test_the_ring_spans_the_row_and_hover_too(qtbot: QtBot) -> None:
    view = a_view(qtbot, a_model())
    view.select(2)
    row = view.row_rect(view.currentIndex().row())
    assert row.width() == view.viewport().width()
    picture = view.viewport().grab().toImage()
    accent = theme.color("accent").rgb()
    edges = [picture.pixel(x, row.center().y()) for x in (0, row.right())]
    assert edges == [accent, accent]


def test_hover_colours_the_whole_row(qtbot: QtBot, shades: Shades) -> None:
    view = a_view(qtbot, a_model())
    hold(view, hovered=3)
    picture = view.viewport().grab().toImage()
    place = view.row_rect(3)
    seen = {picture.pixel(x, place.top() + 4) for x in (20, 200, place.right() - 20)}
    assert seen == {theme.color("hover").rgb()}
    assert theme.current().hover in shades(view)


def test_rows_grow_with_the_zoom_and_a_fitted_table_with_its_rows(qtbot: QtBot) -> None:
    model = a_model()
    view = a_view(qtbot, model, fit=True)
    assert view.height() == 32 + 4 * 36
    theme.set_zoom(150)
    assert view.rowHeight(0) == 54
    model.show(ROWS[:1])
    assert view.height() >= 48 + 54


def test_ten_thousand_rows_are_narrowed_while_somebody_types(qtbot: QtBot) -> None:
    model = a_model()
    view = a_view(qtbot, model)
    model.show([Row(n, f"Account {n}", n) for n in range(10_000)])
    view.select(7777)
    for query in ("7", "77", "777", "7777"):
        model.narrow(lambda row, query=query: query in row.name)
        assert view.current_record() == Row(7777, "Account 7777", 7777)
    assert len(model.records) == 1


def a_grid(qtbot: QtBot) -> tuple[RecordGrid[samples.Heat], GridView[samples.Heat]]:
    model = RecordGrid[samples.Heat](lambda cell: cell.sentence)
    model.show(samples.HEAT_HEADS, samples.HEAT)
    view = GridView("Sponsors by tier", model, HeatCellDelegate(), widths={4: 56}, fit=True)
    qtbot.addWidget(view)
    view.resize(800, 200)
    view.show()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return model, view


def test_the_grid_model_obeys_qt_and_says_row_column_and_counts(
    qtmodeltester: Any,
    qtbot: QtBot,
) -> None:
    model, _view = a_grid(qtbot)
    qtmodeltester.check(model)
    said = [model.index(0, n).data(Qt.ItemDataRole.AccessibleTextRole) for n in (0, 3, 4)]
    assert said == [
        "Katharina Lindqvist-Osei, Strategic: 0 of 2 covered, 1 overdue",
        "Katharina Lindqvist-Osei, Lost, former: empty",
        "Katharina Lindqvist-Osei, Load: 4 accounts, high",
    ]


def test_a_grid_is_walked_cell_by_cell(qtbot: QtBot) -> None:
    _model, view = a_grid(qtbot)
    QTest.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.moved) as moved:
        QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.peeked) as peeked:
        QTest.keyClick(view, Qt.Key.Key_Space)
    assert moved.args == opened.args == peeked.args == [1, 1]


def test_the_columns_of_a_grid_share_the_room(qtbot: QtBot) -> None:
    _model, view = a_grid(qtbot)
    assert view.columnWidth(4) == 56
    assert sum(view.columnWidth(n) for n in range(5)) == view.viewport().width()
    assert view.height() == 32 + 3 * 48


def test_two_pixels_of_page_lie_between_the_ring_and_a_solid_cell(qtbot: QtBot) -> None:
    _model, view = a_grid(qtbot)
    window = holding(Below(view))
    qtbot.addWidget(window)
    window.setAutoFillBackground(True)
    window.resize(800, 200)
    window.show()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    cell = view.visualRect(view.model().index(0, 0))
    corner = view.viewport().mapTo(window, cell.topLeft())
    picture = window.grab().toImage()
    ring, page, solid = theme.color("accent"), theme.color("canvas"), theme.tone("solid").fill
    across = [picture.pixel(corner.x() + x, corner.y() + 12) for x in range(5)]
    assert across == [c.rgb() for c in (ring, ring, page, page, solid)]


def test_a_grid_keeps_its_cell_when_only_counts_change(qtbot: QtBot) -> None:
    model, view = a_grid(qtbot)
    view.setCurrentIndex(model.index(1, 1))
    with qtbot.assertNotEmitted(model.modelReset):
        model.show(samples.HEAT_HEADS, samples.HEAT)
    assert view.currentIndex().row() == 1
