"""Lucide icons in any colour and size, crisp on every screen."""

from functools import lru_cache
from pathlib import Path

from PySide6 import QtGui
from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.tokens import ICON

POINTING = frozenset(
    {"arrow-right", "arrow-up-right", "chevron-left", "chevron-right", "corner-down-left", "undo-2"}
)
"""Icons that point where reading goes: they turn with it."""
STROKE = "1.75"  # Lucide's own 2 is heavier than Inter beside it


def draw(
    painter: QPainter, left: float, middle: float, name: str, ink: theme.Ink, size: int = ICON.ROW
) -> None:
    """Draw icon `name` with its left edge and vertical middle given; `size` in px at 100 %."""
    side = theme.px(size)
    pixmap = pixmap_of(name, side, theme.ink(ink), painter.device().devicePixelRatioF())
    at = QPointF(round(left), round(middle - side / 2))
    if painter.worldTransform().m11() < 0 and name not in POINTING:
        painter.save()
        painter.translate(2 * at.x() + side, 0)
        painter.scale(-1, 1)
        painter.drawPixmap(at, pixmap)
        painter.restore()
    else:
        painter.drawPixmap(at, pixmap)


def pixmap_of(name: str, side: int, ink: QColor, ratio: float = 1.0) -> QPixmap:
    """Icon `name`, `side` px square at a device ratio; FileNotFoundError when we do not ship it."""
    return _pixmap(theme.resources(), name, side, ink.rgba(), ratio)


def icon_of(name: str, ink: theme.Ink = "text", size: int = ICON.ROW) -> "QtGui.QIcon":
    """Icon `name` for a menu, at one and two device pixels a pixel."""
    made = QtGui.QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap_of(name, theme.px(size), theme.ink(ink), ratio))
    return made


@lru_cache(maxsize=1024)
def _pixmap(root: Path, name: str, side: int, rgba: int, ratio: float) -> QPixmap:
    ink = QColor.fromRgba(rgba)
    svg = _svg(root, name).replace("currentColor", ink.name())
    pixmap = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(ink.alphaF())
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


@lru_cache(maxsize=128)
def _svg(root: Path, name: str) -> str:
    text = (root / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', f'stroke-width="{STROKE}"')
