"""A visit to come: when, whom, what matters there, where, and how the account stands."""

from dataclasses import dataclass
from typing import ClassVar, TypeVar

from sponsor_app.domain.coverage import Coverage
from sponsor_app.ui.widgets.row_canvas import TONES, RowCanvas
from sponsor_app.ui.widgets.row_delegate import RowDelegate
from sponsor_app.ui.widgets.states import state
from sponsor_app.ui.widgets.theme import Ink, px
from sponsor_app.ui.widgets.tokens import HEIGHT, ICON

R = TypeVar("R")
DAY_ROOM, WHEN_ROOM, PLACE_ROOM, STATE_ROOM, WIDE = 76, 132, 132, 84, 560


@dataclass(frozen=True, slots=True)
class VisitRow:
    """`place` needs 560 px of list to be shown; `matters` stands before who will be there, in its own ink."""

    day: str
    time: str
    title: str
    who: str
    place: str
    place_symbol: str
    coverage: Coverage
    matters: str = ""
    matters_ink: Ink = "text2"

    @property
    def sentence(self) -> str:
        """All of it in words."""
        head = (self.day, self.time, self.title, self.matters, self.who, self.place)
        parts = (*head, state(self.coverage).word)
        return ", ".join(part for part in parts if part)


class VisitRowDelegate(RowDelegate[R, VisitRow]):
    """Two lines between a day and a state."""

    height: ClassVar[int] = HEIGHT.VISIT

    def draw(self, canvas: RowCanvas, face: VisitRow) -> None:
        left, middle = canvas.rect.left(), canvas.middle
        canvas.text(left, middle, px(DAY_ROOM - 6), face.day, "metaB", "text2", by="medium")
        time_room = px(WHEN_ROOM - DAY_ROOM - 6)
        canvas.text(left + px(DAY_ROOM), middle, time_room, face.time, "medium")
        end = canvas.right - max(px(STATE_ROOM), canvas.verdict(middle, state(face.coverage)))
        if canvas.rect.width() > px(WIDE):
            end -= px(PLACE_ROOM)
            canvas.icon(end, middle, face.place_symbol, "text3", ICON.META)
            canvas.text(end + px(20), middle, px(PLACE_ROOM - 22), face.place, "meta", "text2")
        left += px(WHEN_ROOM)
        room = end - left - px(12)
        canvas.text(left, middle - px(9), room, face.title, "strong")
        if face.matters:
            role = "metaB" if face.matters_ink in TONES else "meta"
            ink = face.matters_ink
            used = canvas.text(left, middle + px(9), room, face.matters, role, ink, by="meta")
            left, room = left + used + px(8), room - used - px(8)
        if room > 0:
            canvas.text(left, middle + px(9), room, face.who, "meta", "text2")
