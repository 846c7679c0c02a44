"""Where people read from right to left, every part is turned round, and its letters are not."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from sponsor_app.ui.widgets.boxes import Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.message_bar import MessageBar
from sponsor_app.ui.widgets.paint import reads
from sponsor_app.ui.widgets.rail_item import RailItem
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import ListRow, ListRowDelegate
from tests.ui.conftest import Show
from tests.ui.language.painted_texts import painted_texts

WIDTH = 400


@pytest.fixture
def turned(qapp: QApplication) -> Iterator[Callable[[], None]]:
    """Turns the direction of reading round until the test is over."""
    yield lambda: qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _rows() -> QWidget:
    model = RecordList[ListRow](lambda row: row.title, lambda row: row.title)
    model.show([ListRow("Send the quote", "Acme", "late", "handshake")])
    view = ListView("Rows", model, ListRowDelegate[ListRow](lambda row: row))
    model.setParent(view)
    return view


def _line() -> QWidget:
    made = QWidget()
    made.setLayout(Row(Label("One"), None, Button("Two", "x"), margins=(3, 0, 20, 0)))
    return made


def _flow() -> QWidget:
    made, outer = QWidget(), QHBoxLayout()
    outer.addLayout(Flow(Chip("One", "coffee"), Chip("Two"), Chip("Three", detail="4")))
    made.setLayout(outer)
    return made


PARTS: dict[str, Callable[[], QWidget]] = {
    "rail": lambda: RailItem("Issues", "circle-alert", "Ctrl+4"),
    "label": lambda: Label("Two words"),
    "paragraph": lambda: Label("Many words " * 20, wrap=True),
    "message": lambda: MessageBar("It is done", action="Undo"),
    "rows": _rows,
    "line": _line,
    "flow": _flow,
}


@pytest.mark.parametrize("part", PARTS)
def test_what_lay_left_lies_right_and_reads_the_same(
    part: str, show: Show, turned: Callable[[], None]
) -> None:
    before = painted_texts(show(PARTS[part](), WIDTH, 120))
    turned()
    after = painted_texts(show(PARTS[part](), WIDTH, 120))
    assert before
    assert sorted(one.words for one in after) == sorted(one.words for one in before)
    lies = {one.words: one.left for one in after}
    for one in before:
        mirrored = WIDTH - one.left - one.width
        assert lies[one.words] == pytest.approx(mirrored, abs=2.5), one.words


@pytest.mark.parametrize("words", ["Coppergate Turbines Corp.", "Íñigo Zubitalbán Quebaceta (CEO)"])
def test_a_name_in_latin_letters_looks_the_same_to_its_full_stop(
    words: str, show: Show, turned: Callable[[], None]
) -> None:
    label = Label(words)
    width = label.sizeHint().width()
    before = show(label, width, 24).grab().toImage()
    turned()
    after = show(Label(words), width, 24).grab().toImage()
    assert after == before


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("Acme Corp.", Qt.LayoutDirection.LeftToRight),
        ("Acme Corp. مغطى", Qt.LayoutDirection.RightToLeft),
        ("45 / 90", Qt.LayoutDirection.RightToLeft),
        ("אבג", Qt.LayoutDirection.RightToLeft),
    ],
)
def test_figures_and_our_own_words_go_with_the_window(words: str, way: Qt.LayoutDirection) -> None:
    assert reads(words) is way
