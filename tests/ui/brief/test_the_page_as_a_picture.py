"""The brief as it looks, light and dark, against pictures that a person has looked at.

`KEEP_PICTURES=1` keeps new ones after a change that was meant; look at them before they are committed.
"""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from sponsor_app.domain.brief import BriefSource, compose
from sponsor_app.ui.brief.paper import Paper
from sponsor_app.ui.brief.room_bar import RoomBar
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.tokens import ThemeName
from tests.ui.conftest import Show
from tests.unit.brief.pages import contact, fact, held, issue, promise, pulse, source

PICTURES = Path(__file__).parent / "pictures"
SIZE = QSize(880, 760)
GRAIN = 8
"""Pictures are compared in squares of 8 px: a letter that is smoothed otherwise is no other letter."""
WORST, MEAN = 40, 1.0
"""How far the grey of one square, and of all on average, may be off, of 255."""


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


def coarse(picture: QImage) -> list[int]:
    small = picture.scaled(
        picture.size() / GRAIN,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    return [
        small.pixelColor(x, y).red() for y in range(small.height()) for x in range(small.width())
    ]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_brief_looks_as_it_was_agreed(name: ThemeName, show: Show, qtbot: QtBot) -> None:
    picture, kept = taken(name, show, qtbot), PICTURES / f"brief-{name}.png"
    if os.environ.get("KEEP_PICTURES"):
        PICTURES.mkdir(exist_ok=True)
        picture.save(str(kept))
    agreed = QImage(str(kept))
    assert agreed.size() == picture.size()
    off = [abs(a - b) for a, b in zip(coarse(picture), coarse(agreed), strict=True)]
    assert max(off) <= WORST
    assert sum(off) / len(off) <= MEAN
