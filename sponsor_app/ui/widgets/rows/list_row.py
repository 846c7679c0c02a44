"""The row of most lists: who or what, why below, and the verdict at the right edge, never cut."""

from dataclasses import dataclass
from typing import ClassVar, TypeVar

from sponsor_app.ui.widgets import pill, typography
from sponsor_app.ui.widgets.row_canvas import TONES, RowCanvas
from sponsor_app.ui.widgets.row_delegate import RowDelegate
from sponsor_app.ui.widgets.states import State
from sponsor_app.ui.widgets.theme import Ink, px
from sponsor_app.ui.widgets.tokens import HEIGHT, ICON, TypeRole

R = TypeVar("R")
ICON_ROOM, GAP = 26, 20


@dataclass(frozen=True, slots=True)
class ListRow:
    """`verdict` is words or a state; without a symbol the text begins at the edge."""

    title: str
    reason: str = ""
    verdict: str | State = ""
    symbol: str = ""
    symbol_ink: Ink = "text2"
    verdict_ink: Ink = "text2"

    @property
    def sentence(self) -> str:
        """All of it in words."""
        verdict = self.verdict.word if isinstance(self.verdict, State) else self.verdict
        return ", ".join(part for part in (self.title, verdict, self.reason) if part)


def verdict_width(face: ListRow) -> int:
    """The width in px that the verdict needs."""
    if isinstance(face.verdict, State):
        return pill.inline_width(face.verdict)
    return typography.width(face.verdict, _verdict_role(face))


def draw_verdict(
    canvas: RowCanvas, middle: float, face: ListRow, by: TypeRole | None = None
) -> None:
    """Draw the verdict against the right edge, on the baseline of what it stands beside."""
    used = verdict_width(face)
    if isinstance(face.verdict, State):
        canvas.verdict(middle, face.verdict, by=by)
    else:
        left = canvas.right - used
        role = _verdict_role(face)
        canvas.text(left, middle, used, face.verdict, role, face.verdict_ink, by=by)


def _verdict_role(face: ListRow) -> TypeRole:
    """A verdict that needs somebody has a tone and weight, any other has neither."""
    return "metaB" if face.verdict_ink in TONES else "meta"


class ListRowDelegate(RowDelegate[R, ListRow]):
    """Two lines, the verdict beside the title."""

    height: ClassVar[int] = HEIGHT.LIST_ROW
    spread: ClassVar[int] = 9  # of the two lines about the middle
    title_role: ClassVar[TypeRole] = "strong"

    def draw(self, canvas: RowCanvas, face: ListRow) -> None:
        left, middle = canvas.rect.left(), canvas.middle
        upper, lower = middle - px(self.spread), middle + px(self.spread + 1)
        if face.symbol:
            canvas.icon(left, upper, face.symbol, face.symbol_ink, ICON.ROW)
            left += px(ICON_ROOM)
        used = verdict_width(face)
        room = canvas.right - left - (used + px(GAP) if used else 0)
        canvas.text(left, upper, room, face.title, self.title_role)
        canvas.text(left, lower, canvas.right - left, face.reason, "meta", "text2")
        draw_verdict(canvas, upper, face, self.title_role)


class PeekRowDelegate(ListRowDelegate[R]):
    """The same, airier, for a side panel."""

    height: ClassVar[int] = 58


class CompactRowDelegate(ListRowDelegate[R]):
    """Two lines, the verdict beside the reason: for a narrow column where titles are long."""

    height: ClassVar[int] = HEIGHT.CHANGE_ROW
    spread: ClassVar[int] = 8
    title_role: ClassVar[TypeRole] = "medium"

    def draw(self, canvas: RowCanvas, face: ListRow) -> None:
        left, middle = canvas.rect.left(), canvas.middle
        upper, lower = middle - px(self.spread), middle + px(self.spread + 1)
        if face.symbol:
            canvas.icon(left, upper, face.symbol, face.symbol_ink, ICON.ROW)
            left += px(ICON_ROOM)
        canvas.text(left, upper, canvas.right - left, face.title, self.title_role)
        room = canvas.right - left - verdict_width(face) - px(12)
        canvas.text(left, lower, room, face.reason, "meta", "text2")
        draw_verdict(canvas, lower, face)
