"""What somebody did since you last looked."""

from dataclasses import dataclass
from typing import ClassVar, TypeVar

from sponsor_app.ui.widgets.row_canvas import RowCanvas
from sponsor_app.ui.widgets.row_delegate import RowDelegate
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import HEIGHT

R = TypeVar("R")
WHEN_ROOM = 48


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """`08:12 Tomás Iglesias raised the crane issue to Sev 1`, and where."""

    when: str
    who: str
    what: str
    where: str = ""

    @property
    def sentence(self) -> str:
        """All of it in words."""
        said = f"{self.when}: {self.who} {self.what}"
        return f"{said}, {self.where}" if self.where else said


class ChangeRowDelegate(RowDelegate[R, ChangeRow]):
    """Two lines beside the time."""

    height: ClassVar[int] = HEIGHT.CHANGE_ROW

    def draw(self, canvas: RowCanvas, face: ChangeRow) -> None:
        left, upper = canvas.rect.left(), canvas.middle - px(8)
        canvas.text(left, upper, px(WHEN_ROOM - 4), face.when, "meta", "text3")
        left += px(WHEN_ROOM)
        who = canvas.text(left, upper, (canvas.right - left) * 0.6, face.who, "metaB")
        start = left + who + px(5)
        canvas.text(start, upper, canvas.right - start, face.what, "meta", "text2")
        lower = canvas.middle + px(9)
        canvas.text(left, lower, canvas.right - left, face.where, "meta", "text3")
