"""One change within a step: the record, what was done to it, and each field before and after."""

from dataclasses import dataclass
from typing import ClassVar, TypeVar

from sponsor_app.ui.widgets import paint, typography
from sponsor_app.ui.widgets.row_canvas import RowCanvas
from sponsor_app.ui.widgets.row_delegate import RowDelegate
from sponsor_app.ui.widgets.rows.list_row import ICON_ROOM
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import ICON, STEP_OUT

R = TypeVar("R")
PAD, FIRST, FIELD_LINES = 8, 20, 3


@dataclass(frozen=True, slots=True)
class EntryRow:
    """`title` is the record, `what` was done, `fields` say one change each."""

    title: str
    what: str
    fields: tuple[str, ...]
    symbol: str

    @property
    def sentence(self) -> str:
        """All of it in words."""
        return ", ".join(dict.fromkeys((self.title, self.what, *self.fields)))


class EntryRowDelegate(RowDelegate[R, EntryRow]):
    """As high as its fields need; a long one breaks into three lines at most."""

    inset: ClassVar[int] = STEP_OUT

    def height_of(self, face: EntryRow, width: int) -> int:
        room = width - 2 * px(self.inset) - px(ICON_ROOM)
        lines = sum(len(paint.wrapped(one, "meta", room, FIELD_LINES)) for one in face.fields)
        what = 0 if face.what == face.title else 1
        return px(2 * PAD + FIRST) + (lines + what) * typography.line_height("meta")

    def draw(self, canvas: RowCanvas, face: EntryRow) -> None:
        left, line = canvas.rect.left() + px(ICON_ROOM), typography.line_height("meta")
        room, middle = canvas.right - left, canvas.rect.top() + px(PAD + FIRST // 2)
        canvas.icon(canvas.rect.left(), middle, face.symbol, "text3", ICON.META)
        canvas.text(left, middle, room, face.title, "medium")
        middle += px(FIRST)
        said = [] if face.what == face.title else [face.what]
        for one in face.fields:
            said += paint.wrapped(one, "meta", room, FIELD_LINES)
        for place, words in enumerate(said):
            ink = "text3" if place == 0 and face.what != face.title else "text2"
            canvas.text(left, middle, room, words, "meta", ink)
            middle += line
