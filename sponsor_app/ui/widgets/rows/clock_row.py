"""An account that goes cold: which clock, how far it ran, and the bar that shows it."""

from dataclasses import dataclass
from typing import ClassVar, TypeVar

from PySide6.QtCore import QRectF

from sponsor_app.ui.widgets import pill
from sponsor_app.ui.widgets.clock_cell import Clock, draw_track
from sponsor_app.ui.widgets.row_canvas import RowCanvas
from sponsor_app.ui.widgets.row_delegate import RowDelegate
from sponsor_app.ui.widgets.states import state
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import HEIGHT

R = TypeVar("R")
BAR_ROOM = 104


@dataclass(frozen=True, slots=True)
class ClockRow:
    """`reason` names the clock and its days, `face to face · 97 of 180 days`."""

    title: str
    reason: str
    clock: Clock

    @property
    def sentence(self) -> str:
        """All of it in words."""
        return f"{self.title}, {self.clock.sentence}"


class ClockRowDelegate(RowDelegate[R, ClockRow]):
    """Two lines, the bar below the verdict."""

    height: ClassVar[int] = HEIGHT.CLOCK_ROW

    def draw(self, canvas: RowCanvas, face: ClockRow) -> None:
        left, middle = canvas.rect.left(), canvas.middle
        shown = state(face.clock.coverage)
        room = canvas.rect.width() - pill.inline_width(shown) - px(12)
        canvas.text(left, middle - px(9), room, face.title, "strong")
        canvas.verdict(middle - px(9), shown, by="strong")
        room = canvas.rect.width() - px(BAR_ROOM) - px(12)
        canvas.text(left, middle + px(10), room, face.reason, "meta", "text2")
        bar = QRectF(canvas.right - px(BAR_ROOM), middle + px(8), px(BAR_ROOM), px(4))
        draw_track(canvas.painter, bar, face.clock)
