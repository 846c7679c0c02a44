"""Grounds for what stands alone: a card, the paper of a brief, a side panel, a strip of tools, a foot line, a hairline."""

from typing import Literal

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget

from sponsor_app.ui.widgets import paint, theme
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import RADIUS, ColorRole

Ground = Literal["card", "paper", "side", "strip", "foot", "rail"]
CORNERS: dict[Ground, int] = {"card": RADIUS.CARD, "paper": RADIUS.PAPER}
FILLS: dict[Ground, ColorRole] = {"strip": "canvas", "foot": "canvas", "rail": "rail"}


class Surface(QFrame):
    """A ground: a card and a paper are framed, the others have a hairline at one side; None is what it stands in."""

    def __init__(
        self, ground: Ground | None, layout: QLayout, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ground: Ground | None = ground
        # A hairline keeps its pixel: what is inside never lies on it.
        self.setContentsMargins(*_hairlines(ground))
        self.setLayout(layout)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ground is not None:
            paint_ground(paint.on(self), self.rect(), self._ground)


class Rule(QFrame):
    """A hairline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.color("line"))


def paint_ground(painter: QPainter, rect: QRect, ground: Ground) -> None:
    """Fill `rect` and draw its frame, or its one hairline, in the look in force."""
    fill, line = theme.color(FILLS.get(ground, "surface")), theme.color("line")
    if ground in CORNERS:
        paint.box(painter, rect, px(CORNERS[ground]), fill, line)
        return
    painter.fillRect(rect, line)
    left, top, right, bottom = _hairlines(ground)
    painter.fillRect(rect.adjusted(left, top, -right, -bottom), fill)


def _hairlines(ground: Ground | None) -> tuple[int, int, int, int]:
    """The px that lines take at the left, top, right and bottom."""
    if ground in CORNERS:
        return 1, 1, 1, 1
    return (
        int(ground == "side"),
        int(ground == "foot"),
        int(ground == "rail"),
        int(ground == "strip"),
    )
