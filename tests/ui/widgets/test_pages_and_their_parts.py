from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.domain.coverage import Cadence, Coverage
from sponsor_app.domain.strength import Factor, Strength
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, fix, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.clock_cell import Clock, ClockCell
from sponsor_app.ui.widgets.columns import Columns
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.page import Header, Page
from sponsor_app.ui.widgets.pill import Pill
from sponsor_app.ui.widgets.section import Section
from sponsor_app.ui.widgets.section_links import SectionLinks
from sponsor_app.ui.widgets.sheet import Sheet
from sponsor_app.ui.widgets.strength import StrengthCell, StrengthFactors, sentence
from sponsor_app.ui.widgets.total import Total
from tests.screenshots import components

from .conftest import Shades


def middle_of(part: QWidget, within: QWidget) -> QPoint:
    return part.mapTo(within, part.rect().center())


@pytest.mark.parametrize("extras", [0, 1, 2])
def test_every_page_has_its_title_in_the_same_place(qtbot: QtBot, extras: int) -> None:
    page, header = Page("Accounts"), Header("Accounts", "200 of 214 accounts." if extras else "")
    for _ in range(extras):
        header.add_mark(Pill("at_risk"))
        header.add_action(Button("Import", "upload", "quiet"))
    page.add(header, None)
    qtbot.addWidget(page)
    page.resize(1068, 700)
    page.show()
    title = header.findChildren(Label)[0]
    left = title.mapTo(page, QPoint(0, 0)).x()
    assert (left, middle_of(title, page).y()) == (32, 38)


def test_gutters_follow_the_window_and_the_page_stops_growing(qtbot: QtBot) -> None:
    sheet, part = Sheet("Accounts"), QWidget()
    sheet.add(part)
    qtbot.addWidget(sheet)
    sheet.resize(1068, 600)
    sheet.show()
    assert (part.mapTo(sheet, QPoint()).x(), part.width()) == (24, 1068 - 48)
    with qtbot.waitSignal(sheet.widened) as widened:
        sheet.resize(1708, 600)
    assert widened.args == [True]
    qtbot.waitUntil(lambda: part.mapTo(sheet, QPoint()).x() == 40)
    assert part.width() == 1440 + 16


def test_columns_fold_where_there_is_no_room_for_two(qtbot: QtBot) -> None:
    left, right = Label("left"), Label("right")
    columns = Columns(Column(left, None), Column(right, None), shares=(2, 1))
    qtbot.addWidget(columns)
    columns.resize(1000, 400)
    columns.show()
    assert not columns.folded
    assert middle_of(left, columns).y() == middle_of(right, columns).y()
    columns.resize(700, 400)
    qtbot.waitUntil(lambda: columns.folded)
    columns.resize(1000, 400)
    qtbot.waitUntil(lambda: not columns.folded)
    theme.set_zoom(200)
    assert columns.folded


def a_page(qtbot: QtBot) -> tuple[Page, SectionLinks, list[Section]]:
    page = Page("Account")
    links = SectionLinks("Sections", page)
    page.add(fix(QWidget(), height=100), links)
    sections: list[Section] = []
    for name in ("Story", "People", "Timeline"):
        body = holding(Column(Button(f"In {name}"), None))
        section = Section(name, fix(body, height=500))
        page.add(section)
        links.add(name, section)
        sections.append(section)
    page.add(None)
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 1000)
    return page, links, sections


def test_section_links_jump_and_tell_where_the_page_is(qtbot: QtBot) -> None:
    page, links, sections = a_page(qtbot)
    assert links.current() == "Story"
    links.jump(links.add("Facts", sections[1]))
    assert links.current() == "Facts"
    top = sections[1].mapTo(page.viewport(), QPoint()).y()
    assert 36 <= top <= 60
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert links.current() == "Timeline"
    page.verticalScrollBar().setValue(0)
    assert links.current() == "Story"


def test_section_links_stay_in_view_while_the_page_scrolls(qtbot: QtBot) -> None:
    page, links, _sections = a_page(qtbot)
    assert links.mapTo(page.viewport(), QPoint()).y() == 24 + 100
    page.verticalScrollBar().setValue(400)
    assert links.mapTo(page.viewport(), QPoint()).y() == 0
    page.verticalScrollBar().setValue(0)
    assert links.mapTo(page.viewport(), QPoint()).y() == 24 + 100


def test_section_links_are_one_stop_for_tab_and_enter_takes_the_keyboard_along(
    qtbot: QtBot,
) -> None:
    page, links, _sections = a_page(qtbot)
    stops = [b for b in links.findChildren(QWidget) if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [stop.accessibleName() for stop in stops] == ["Story"]
    stops[0].setFocus()
    qtbot.waitUntil(stops[0].hasFocus)
    QTest.keyClick(stops[0], Qt.Key.Key_Right)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "People"
    QTest.keyClick(focused, Qt.Key.Key_Return)
    inside = QApplication.focusWidget()
    assert inside is not None
    assert inside.accessibleName() == "In People"
    assert page.verticalScrollBar().value() > 0


def test_a_section_offers_its_action_to_the_keyboard(qtbot: QtBot) -> None:
    section = Section("Issues", Label("none"), count="3 of 214", action="Add")
    qtbot.addWidget(section)
    section.show()
    with qtbot.waitSignal(section.acted):
        QTest.keyClick(section.action, Qt.Key.Key_Return)
    with_action = section.sizeHint().height()
    section.set_action("")
    assert section.action.isHidden()
    assert section.sizeHint().height() == with_action


def test_an_empty_state_says_why_and_offers_one_thing(qtbot: QtBot) -> None:
    state = EmptyState("calendar-days", "No visit", "Drop a file here.", action="Plan a visit")
    qtbot.addWidget(state)
    state.show()
    assert state.accessibleName() == "No visit. Drop a file here."
    with qtbot.waitSignal(state.acted):
        state.action.click()
    bare = EmptyState("calendar-days", "No visit")
    qtbot.addWidget(bare)
    bare.show()
    assert bare.action.isHidden()


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        (
            Clock("Their turf", Coverage.OVERDUE, 103, Cadence(45, 90), "Fri 7 Aug, visit"),
            "Their turf: overdue, 103 days, ideal 45, maximum 90, last Fri 7 Aug, visit",
        ),
        (
            Clock("No ask", Coverage.NEVER_MET, None, Cadence(45, 90)),
            "No ask: never met, ideal 45, maximum 90",
        ),
        (
            Clock("No ask", Coverage.NO_CADENCE, 3, None, "Mon"),
            "No ask: no cadence, 3 days, last Mon",
        ),
    ],
)
@pytest.mark.parametrize("width", [90, 150, 300])
def test_a_clock_says_all_of_it_at_any_width(
    qtbot: QtBot, clock: Clock, said: str, width: int
) -> None:
    cell = ClockCell(clock)
    qtbot.addWidget(cell)
    cell.resize(width, 92)
    assert cell.accessibleName() == said
    assert not cell.grab().isNull()


def test_strength_is_never_a_bare_number(qtbot: QtBot) -> None:
    strength = Strength(26, (Factor("visits", 20), Factor("tenure", 6)))
    assert sentence(strength) == "Relationship strength: 26 of 100. Visits 20, Tenure 6"
    assert sentence(None) == "Relationship strength: none"
    for part in (
        StrengthCell(strength),
        StrengthFactors(strength, headed=True),
        StrengthCell(None),
    ):
        qtbot.addWidget(part)
        part.resize(part.sizeHint())
        assert part.accessibleName().startswith("Relationship strength")
        assert not part.grab().isNull()
    full = StrengthFactors(strength)
    qtbot.addWidget(full)
    assert full.sizeHint().height() == 44


def test_a_total_names_its_whole(qtbot: QtBot) -> None:
    total = Total(13, 198, "overdue")
    qtbot.addWidget(total)
    assert total.accessibleName() == "13 of 198, overdue"


@pytest.mark.parametrize("name", components.SHEETS)
def test_every_part_that_takes_the_keyboard_has_a_name(qtbot: QtBot, name: str) -> None:
    build, width, height = components.SHEETS[name]
    sheet = build()
    qtbot.addWidget(sheet)
    sheet.resize(width, height)
    sheet.show()
    takers = [
        part
        for part in sheet.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not part.isHidden()
    ]
    assert [type(part).__name__ for part in takers if not part.accessibleName()] == []
    assert name == "toast" or takers
    low = [
        (type(part).__name__, part.height())
        for part in takers
        if part.isVisible() and part.height() < 28
    ]
    assert low == []


def tree(part: QAccessibleInterface) -> Iterator[tuple[QAccessible.Role, str]]:
    yield part.role(), part.text(QAccessible.Text.Name)
    for at in range(part.childCount()):
        child = part.child(at)
        if child is not None and child.isValid():
            yield from tree(child)


def test_the_screen_reader_tree_says_rows_and_cells_in_full(qtbot: QtBot) -> None:
    build, width, height = components.SHEETS["lists"]
    sheet = build()
    qtbot.addWidget(sheet)
    sheet.resize(width, height)
    sheet.show()
    said = list(tree(QAccessible.queryAccessibleInterface(sheet)))
    role = QAccessible.Role
    rows = [name for kind, name in said if kind == role.ListItem]
    cells = [name for kind, name in said if kind == role.Cell]
    assert (
        "Thu 19, 12:15, Kestrel Aerospace Components, Tobias Achterberg and 2 more, Lunch, neutral, due"
        in rows
    )
    assert "Katharina Lindqvist-Osei, Strategic: 0 of 2 covered, 1 overdue" in cells
    assert "49, due" in cells
    assert {name for kind, name in said if kind == role.ColumnHeader} >= {"Sponsor", "Strategic"}
    assert all(name for kind, name in said if kind in (role.ListItem, role.List, role.Table))


@pytest.mark.parametrize("name", components.SHEETS)
def test_every_sheet_looks_its_own_in_every_theme(qtbot: QtBot, name: str, shades: Shades) -> None:
    build, width, height = components.SHEETS[name]
    sheet = build()
    sheet.setAutoFillBackground(True)
    qtbot.addWidget(sheet)
    sheet.resize(width, height)
    sheet.show()
    pictures = [sheet.grab().toImage()]
    theme.use("dark")
    pictures.append(sheet.grab().toImage())
    theme.use("contrast")
    pictures.append(sheet.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]
