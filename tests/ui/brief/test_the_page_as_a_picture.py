"""The brief as it looks, light and dark, against pictures that a person has looked at; see `tests.ui.pictures`."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from sponsor_app.domain.brief import BriefSource
from sponsor_app.domain.brief.compose import compose
from sponsor_app.ui.brief.paper import Paper
from sponsor_app.ui.brief.room_bar import RoomBar
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.tokens import ThemeName
from tests.ui.conftest import Show
from tests.ui.pictures import differences
from tests.unit.brief.pages import contact, fact, held, issue, promise, pulse, source

PICTURES = Path(__file__).parent / "pictures"
SIZE = QSize(880, 760)


def everything() -> BriefSource:
    """Acme with something of every kind."""
    return source(
        contacts=(contact(),),
        timeline=(held(3, summary="She was calm."), held(40)),
        issues=(issue(6, 1), issue(20, 4)),
        commitments=(promise(-3), promise(4)),
        pulses=(pulse(1, 4), pulse(90, 8)),
        facts=(fact(),),
    )


def taken(name: ThemeName, show: Show, qtbot: QtBot) -> QImage:
    theme.use(name)
    room = RoomBar()
    paper = Paper(room)
    room.hide()
    paper.show_brief(compose(everything()))
    show(paper, SIZE.width(), SIZE.height())
    sheet = paper.text.parentWidget()
    assert sheet is not None
    qtbot.waitUntil(lambda: sheet.rect().contains(paper.text.geometry()))
    return paper.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_brief_looks_as_it_was_agreed(name: ThemeName, show: Show, qtbot: QtBot) -> None:
    assert not differences(taken(name, show, qtbot), PICTURES / f"brief-{name}.png")
