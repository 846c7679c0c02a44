"""A part that is shown before it has a place is a window for a moment: it flickers and takes the keyboard away."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.field import Field, LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.message_bar import MessageBar
from sponsor_app.ui.widgets.page import Header
from sponsor_app.ui.widgets.progress_line import ProgressLine
from sponsor_app.ui.widgets.section import Section

MAKERS: dict[str, Callable[[], QWidget]] = {
    "empty state": lambda: EmptyState("plus", "Nothing yet", "Begin", action="New"),
    "section": lambda: Section("Title", Label("body"), count="1", action="Act"),
    "progress": ProgressLine,
    "message bar": lambda: MessageBar("Something", action="Show", closable=True),
    "header": lambda: Header("Title", "line"),
    "field": lambda: Field(LineEdit("Name"), "Name", "as on the card"),
}


class Shown(QObject):
    """Every window that was shown since."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's spelling
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[Shown]:
    watching = Shown()
    qapp.installEventFilter(watching)
    yield watching
    qapp.removeEventFilter(watching)


@pytest.mark.parametrize("name", MAKERS)
def test_a_part_opens_no_window_while_it_is_made(name: str, shown: Shown, qtbot: QtBot) -> None:
    qtbot.addWidget(MAKERS[name]())
    assert shown.windows == []
