"""A gap and how wide it is: `No next date, 62 of 214`."""

from dataclasses import dataclass
from typing import ClassVar, TypeVar

from sponsor_app.ui.widgets import typography
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.row_canvas import RowCanvas
from sponsor_app.ui.widgets.row_delegate import RowDelegate
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import HEIGHT, ICON

R = TypeVar("R")
ICON_ROOM, WHOLE_ROOM = 26, 42


@dataclass(frozen=True, slots=True)
class GapRow:
    """`count` of `of` have the gap."""

    name: str
    symbol: str
    count: int
    of: int

    @property
    def whole(self) -> str:
        """The denominator in words."""
        return tr("of {whole}").format(whole=number(self.of))

    @property
    def sentence(self) -> str:
        """All of it in words."""
        return f"{self.name}, {number(self.count)} {self.whole}"


class GapRowDelegate(RowDelegate[R, GapRow]):
    """One line; the counts stand below each other."""

    height: ClassVar[int] = HEIGHT.GAP_ROW
    hairline: ClassVar[bool] = False

    def draw(self, canvas: RowCanvas, face: GapRow) -> None:
        left, middle = canvas.rect.left(), canvas.middle
        canvas.icon(left, middle, face.symbol, "text2", ICON.ROW)
        whole = max(px(WHOLE_ROOM), typography.width(face.whole, "meta") + px(5))
        count = typography.width(number(face.count), "strong")
        end = canvas.right - whole - count
        left += px(ICON_ROOM)
        canvas.text(left, middle, end - left - px(8), face.name, "medium")
        canvas.text(end, middle, count, number(face.count), "strong")
        quiet = "text2" if canvas.selected else "text3"
        canvas.text(
            end + count, middle, whole, face.whole, "meta", quiet, align="right", by="strong"
        )
