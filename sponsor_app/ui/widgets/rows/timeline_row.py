"""One thing that happened: the day, a disc on the line that joins it to the next, what was said, who was there."""

from dataclasses import dataclass
from typing import ClassVar, TypeVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen

from sponsor_app.ui.widgets import paint, theme, typography
from sponsor_app.ui.widgets.row_canvas import RowCanvas
from sponsor_app.ui.widgets.row_delegate import RowDelegate
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import HEIGHT, ICON, ToneName

R = TypeVar("R")
DAY_ROOM, DISC, TEXT_LEFT, GAP = 92, 24, 130, 16


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """`meta` is place and intent, `tone` colours the disc of bad news."""

    day: str
    symbol: str
    title: str
    body: str = ""
    meta: str = ""
    who: str = ""
    tone: ToneName = "idle"

    @property
    def sentence(self) -> str:
        """All of it in words."""
        parts = (self.day, self.title, self.body, self.meta, self.who)
        return ", ".join(part for part in parts if part)


class TimelineRowDelegate(RowDelegate[R, TimelineRow]):
    """Two lines; the vertical line is at 104 px from the text edge."""

    height: ClassVar[int] = HEIGHT.TIMELINE
    hairline: ClassVar[bool] = False

    def draw(self, canvas: RowCanvas, face: TimelineRow) -> None:
        upper, left = canvas.rect.top() + px(18), canvas.rect.left()
        canvas.text(left, upper, px(DAY_ROOM - 8), face.day, "metaB", "text2")
        self._draw_line(canvas, upper)
        self._draw_disc(canvas, upper, face)
        left += px(TEXT_LEFT)
        for middle, words, side, bold in (
            (upper, face.title, face.meta, True),
            (upper + px(20), face.body, face.who, False),
        ):
            used = typography.width(side, "meta")
            canvas.text(canvas.right - used, middle, used, side, "meta", "text3")
            room = canvas.right - left - used - px(GAP)
            role, ink = ("strong", "text") if bold else ("body", "text2")
            canvas.text(left, middle, room, words, role, ink)

    def _draw_line(self, canvas: RowCanvas, middle: int) -> None:
        at = canvas.rect.left() + px(DAY_ROOM) + px(DISC) // 2 + 0.5
        clear = px(DISC // 2 + 2)
        canvas.painter.setPen(QPen(theme.color("line"), 1))
        if canvas.row:
            top = QPointF(at, canvas.rect.top())
            canvas.painter.drawLine(top, QPointF(at, middle - clear))
        if not canvas.last:
            bottom = QPointF(at, canvas.rect.bottom() + 1)
            canvas.painter.drawLine(QPointF(at, middle + clear), bottom)

    def _draw_disc(self, canvas: RowCanvas, middle: int, face: TimelineRow) -> None:
        tone, side = theme.tone(face.tone), px(DISC)
        left = canvas.rect.left() + px(DAY_ROOM)
        disc = QRectF(left, middle - side / 2, side, side)
        edge = theme.color("edge") if theme.current().high_contrast else None
        paint.box(canvas.painter, disc, side / 2, tone.fill, edge)
        canvas.icon(left + (side - px(ICON.META)) / 2, middle, face.symbol, tone.ink, ICON.META)
