"""The strokes every painted part is made of: a line of text, a paragraph, frames, rings, bars, hatches, shadows."""

import re
from functools import lru_cache
from math import exp
from typing import Literal

from PySide6 import QtGui
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPen,
    QRegion,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QWidget

from sponsor_app.ui.widgets import theme, typography
from sponsor_app.ui.widgets.theme import Ink, px
from sponsor_app.ui.widgets.tokens import FOCUS_WIDTH, RADIUS, TypeRole

Align = Literal["left", "center", "right"]
Side = Literal["left", "right", "top", "bottom"]
TURNED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""A letter of a script that is read from right to left."""
SHADOW_LAYERS, SHADOW_DROP, SHADOW_DEPTH = 22, 6, 4.6
# How much of the shadow lies this far out or farther: a bell, because anything steeper shows its edges.
_SHARES = tuple(exp(-((reach / 12) ** 2)) for reach in range(SHADOW_LAYERS + 2))


def on(part: QWidget) -> QPainter:
    """A painter on a part; where people read from right to left, what it draws is turned round, and no letter is."""
    painter = QPainter(part)
    turn(painter, part.rect())
    return painter


def turn(painter: QPainter, rect: QRect | QRectF) -> None:
    """Exchange left and right within `rect` where people read from right to left."""
    if QGuiApplication.isRightToLeft():
        painter.translate(2 * rect.left() + rect.width(), 0)
        painter.scale(-1, 1)


def placed(part: QRect, rect: QRect) -> QRect:
    """Where `part` of `rect` lies: on the other side where people read from right to left."""
    return QStyle.visualRect(QGuiApplication.layoutDirection(), rect, part)


def is_turned(painter: QPainter) -> bool:
    """Whether left and right are exchanged."""
    return painter.worldTransform().m11() < 0


def text(
    painter: QPainter,
    left: float,
    middle: float,
    room: float,
    words: str,
    role: TypeRole,
    *,
    ink: Ink = "text",
    align: Align = "left",
    by: TypeRole | None = None,
) -> int:
    """Draw one line in `room` px, elided, its capitals centred on `middle`; `by` borrows another role's baseline.

    Returns the width used in px.
    """
    if room <= 0 or not words:
        return 0
    shown = typography.elided(words, role, int(room))
    used = typography.width(shown, role)
    if align == "right":
        left += room - used
    elif align == "center":
        left += (room - used) / 2
    painter.setFont(typography.font(role))
    painter.setPen(theme.ink(ink))
    # Half a pixel rounds down: capitals that sit high look centred, those that sit low do not.
    baseline = round(middle + typography.cap_height(by or role) / 2 - 0.01)
    if is_turned(painter):
        painter.save()
        painter.translate(2 * round(left) + used, 0)
        painter.scale(-1, 1)
        painter.setLayoutDirection(reads(shown))
        painter.drawText(QPointF(round(left), baseline), shown)
        painter.restore()
    else:
        painter.drawText(QPointF(round(left), baseline), shown)
    return used


def reads(words: str) -> Qt.LayoutDirection:
    """Which way words are read in a window that reads from right to left: names in Latin letters keep their own.

    The full stop of "Corp." belongs behind it; figures and signs alone go with the window.
    """
    own = not TURNED.search(words) and any(map(str.isalpha, words))
    return Qt.LayoutDirection.LeftToRight if own else Qt.LayoutDirection.RightToLeft


def paragraph(
    painter: QPainter,
    rect: QRect,
    words: str,
    role: TypeRole,
    ink: Ink = "text",
    lines: int = 2,
    *,
    align: Align = "left",
) -> int:
    """Draw up to `lines` wrapped lines from the top of `rect`, the last one elided. Returns the height in px."""
    height = typography.line_height(role)
    broken = wrapped(words, role, rect.width(), lines)
    for number, line in enumerate(broken):
        middle = rect.top() + height * number + height / 2
        text(painter, rect.left(), middle, rect.width(), line, role, ink=ink, align=align)
    return height * len(broken)


def wrapped(words: str, role: TypeRole, room: int, lines: int = 0) -> tuple[str, ...]:
    """`words` broken to `room` px; with `lines`, at most that many, the last holding all the rest."""
    return _wrapped(words, role, max(1, room), lines, theme.zoom())


def box(
    painter: QPainter,
    rect: QRectF | QRect,
    radius: float,
    fill: QColor | None = None,
    line: QColor | None = None,
    *,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """Draw a rounded rectangle; `line` lies inside `rect`."""
    frame = QRectF(rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if line is not None:
        frame.adjust(width / 2, width / 2, -width / 2, -width / 2)
        pen = QPen(line, width)
        if dashed:
            pen.setDashPattern([2.5, 2.5])
        painter.setPen(pen)
    painter.setBrush(QBrush(fill) if fill is not None else QBrush())
    corner = min(radius, frame.height() / 2)
    painter.drawRoundedRect(frame, corner, corner)
    painter.restore()


def ring(painter: QPainter, rect: QRectF | QRect, radius: float) -> None:
    """Draw the focus ring along the inside of `rect`."""
    accent, look = theme.color("accent"), theme.current()
    if not look.high_contrast:
        box(painter, rect, radius, None, accent, width=FOCUS_WIDTH)
        return
    # On a filled selection of the same colour only the inner line keeps the ring visible.
    box(painter, rect, radius, None, accent, width=3)
    inner = QRectF(rect).adjusted(3, 3, -3, -3)
    box(painter, inner, max(1, radius - 3), None, theme.color("canvas"), width=2)


def bar(
    painter: QPainter, rect: QRectF, part: float, ink: QColor, *, track: QColor | None = None
) -> None:
    """Draw a bar filled to `part` (0 to 1) on its track."""
    edge = theme.color("edge") if theme.current().high_contrast else None
    corner = rect.height() / 2
    box(painter, rect, corner, track or theme.color("sunken"), edge)
    if part > 0:
        filled = QRectF(rect)
        filled.setWidth(max(rect.height(), rect.width() * min(1.0, part)))
        box(painter, filled, corner, ink)


def hatch(
    painter: QPainter, rect: QRectF | QRect, ink: QColor, radius: float = RADIUS.PAPER
) -> None:
    """Draw diagonal lines: nothing is known here, which is not zero."""
    area = QRectF(rect)
    path = QPainterPath()
    path.addRoundedRect(area, radius, radius)
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1))
    left = area.left() - area.height()
    while left < area.right():
        painter.drawLine(QPointF(left, area.bottom()), QPointF(left + area.height(), area.top()))
        left += 5
    painter.restore()


def shadow(painter: QPainter, rect: QRectF | QRect, radius: float, strength: float = 1.0) -> None:
    """Draw the soft shadow of something that floats: layered frames, because an effect would blur the text."""
    total = theme.current().shadow * SHADOW_DEPTH * strength
    if total <= 0:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    # What floats covers its own middle; not painting it there saves most of the time.
    around = QRectF(rect).adjusted(-30, -30, 30, 40).toAlignedRect()
    inside = QRectF(rect).adjusted(radius, radius, -radius, -radius).toAlignedRect()
    painter.setClipRegion(
        QRegion(around).subtracted(QRegion(inside)), Qt.ClipOperation.IntersectClip
    )
    for reach in range(SHADOW_LAYERS, 0, -1):
        alpha = round(total * _SHARES[reach]) - round(total * _SHARES[reach + 1])
        if not alpha:
            continue
        painter.setBrush(QColor(0, 0, 0, alpha))
        layer = QRectF(rect).adjusted(-reach, SHADOW_DROP - reach, reach, SHADOW_DROP + reach)
        painter.drawRoundedRect(layer, radius + reach, radius + reach)
    painter.restore()


def fade(painter: QPainter, rect: QRectF | QRect, towards: Side, ground: QColor) -> None:
    """Draw `ground` growing solid towards one side: there is more, without a scroll bar."""
    area, clear = QRectF(rect), QColor(ground)
    clear.setAlpha(0)
    across = towards in ("left", "right")
    # Named here and not above: the first mention of a gradient costs 3 ms of a cold start.
    gradient = QtGui.QLinearGradient(
        area.topLeft(), area.topRight() if across else area.bottomLeft()
    )
    ends = (ground, clear) if towards in ("left", "top") else (clear, ground)
    gradient.setColorAt(0, ends[0])
    gradient.setColorAt(1, ends[1])
    painter.fillRect(area, QBrush(gradient))


def hairline(painter: QPainter, left: float, y: float, room: float) -> None:
    """Draw a line of one pixel, decoration only."""
    painter.fillRect(QRectF(left, y, room, 1), theme.color("line"))


def avatar(
    painter: QPainter,
    left: float,
    middle: float,
    name: str,
    *,
    size: int = 24,
    fill: Ink = "sunken",
    ink: Ink = "text2",
) -> None:
    """Draw a person as a disc with two initials; `size` in px at 100 %."""
    side = px(size)
    disc = QRectF(left, middle - side / 2, side, side)
    edge = theme.color("edge") if theme.current().high_contrast else None
    box(painter, disc, side / 2, theme.ink(fill), edge)
    text(painter, left, middle, side, initials(name), "label", ink=ink, align="center")


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name."""
    words = name.replace("-", " ").split()
    return "".join(word[0] for word in (words[:1] + words[-1:] if words[1:] else words)).upper()


@lru_cache(maxsize=16_384)  # the cards of a large team, which are measured at every change of theme
def _wrapped(words: str, role: TypeRole, room: int, lines: int, _zoom: int) -> tuple[str, ...]:
    broken: list[str] = []
    for part in typography.readable(words, lines).splitlines() or [""]:
        broken += _broken(typography.BREAKS.sub(" ", part), role, room)
        if lines and len(broken) > lines:
            break
    if lines and len(broken) > lines:
        broken = [*broken[: lines - 1], " ".join(broken[lines - 1 :])]
    return tuple(broken)


def _broken(words: str, role: TypeRole, room: int) -> list[str]:
    if len(words) <= typography.LONGEST_LINE and typography.width(words, role) <= room:
        return [words.strip()]
    layout = QTextLayout(words, typography.font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = words.encode("utf-16-le", "replace")  # Qt counts these, not characters
    broken: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        start, end = line.textStart(), line.textStart() + line.textLength()
        broken.append(units[2 * start : 2 * end].decode("utf-16-le", "replace").strip())
    layout.endLayout()
    return broken or [""]
