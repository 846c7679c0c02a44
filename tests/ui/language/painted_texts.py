"""What is really painted: every text of a widget with its place, as its painters were told."""

import html
import re
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

ELEMENT = re.compile(
    r'<g [^>]*?transform="matrix\(([^)]*)\)"[^>]*>|<text ([^>]*)>(.*?)</text>', re.DOTALL
)
NUMBER = re.compile(r'(x|y|font-size|font-weight)="([\d.-]+)"')


@dataclass(frozen=True)
class Painted:
    """A text and where it lies, px of the widget."""

    words: str
    left: float
    baseline: float
    width: float

    def meets(self, other: "Painted") -> bool:
        """Whether two texts lie over each other."""
        apart = abs(self.baseline - other.baseline) >= 6
        return (
            not apart
            and self.left + 2 < other.left + other.width
            and other.left + 2 < (self.left + self.width)
        )


def painted_texts(part: QWidget) -> list[Painted]:
    """Every text that `part` and what is in it paint, in the order in which they do."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture = QSvgGenerator()
    picture.setOutputDevice(buffer)
    picture.setSize(part.size())
    picture.setViewBox(QRectF(part.rect()))
    painter = QPainter(picture)
    part.render(painter, QPoint(0, 0))
    painter.end()
    return list(_texts(bytes(buffer.data().data()).decode()))


def _texts(svg: str) -> "list[Painted]":
    found: list[Painted] = []
    across, down = 0.0, 0.0
    for matrix, named, words in ELEMENT.findall(svg):
        if matrix:
            *_turn, across, down = map(float, matrix.split(","))
            continue
        at = {name: float(number) for name, number in NUMBER.findall(named)}
        text = html.unescape(words).strip()
        if text:
            font = QFont("Inter")
            font.setPixelSize(round(at.get("font-size", 13)))
            font.setWeight(QFont.Weight(int(at.get("font-weight", 400))))
            wide = QFontMetricsF(font).horizontalAdvance(text)
            found.append(Painted(text, across + at["x"], down + at["y"], wide))
    return found
