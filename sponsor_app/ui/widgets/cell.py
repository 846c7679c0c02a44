"""What a table cell shows: words, a number, a state, a small bar."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF

from sponsor_app.ui.widgets import paint, pill, typography
from sponsor_app.ui.widgets.row_canvas import RowCanvas
from sponsor_app.ui.widgets.states import State
from sponsor_app.ui.widgets.theme import Ink, px
from sponsor_app.ui.widgets.tokens import ICON, TypeRole

NUMBER_ROOM, NUMBER_GAP, BAR, BAR_GAP, BAR_NEEDS = 34, 10, 40, 44, 70


@dataclass(frozen=True, slots=True)
class Cell:
    """Words first; with a `state`, its symbol and word follow, and the words are a number set against them.

    `symbol` stands before the words; `part` (0 to 1) is a bar before a number where there is room.
    A quiet state carries no colour here, since it needs nobody.
    """

    text: str = ""
    role: TypeRole = "body"
    ink: Ink = "text2"
    state: State | None = None
    state_ink: Ink | None = None  # where a state asks for more than elsewhere: no sponsor, in warn
    symbol: str = ""
    part: float | None = None

    @property
    def sentence(self) -> str:
        """All of it in words."""
        return ", ".join(
            part for part in (self.text, self.state.word if self.state else "") if part
        )


def draw_cell(canvas: RowCanvas, cell: Cell, *, right: bool) -> None:
    """Draw a cell; `right` sets words against the right edge."""
    left, middle, room = canvas.rect.left(), canvas.middle, canvas.rect.width()
    if cell.state is not None:
        _draw_state(canvas, cell, cell.state)
        return
    used = min(room, typography.width(cell.text, cell.role))
    if cell.symbol:
        at = canvas.right - used - px(ICON.META + 4) if right else left
        canvas.icon(at, middle, cell.symbol, cell.ink, ICON.META)
        left += 0 if right else px(ICON.META + 4)
        room -= px(ICON.META + 4)
    if right:
        left = canvas.right - used
        room = used
    canvas.text(left, middle, room, cell.text, cell.role, cell.ink, by="body")
    if cell.part is not None and canvas.rect.width() > px(BAR_NEEDS):
        _draw_bar(canvas, cell.part)


def _draw_state(canvas: RowCanvas, cell: Cell, shown: State) -> None:
    left, middle, room = canvas.rect.left(), canvas.middle, canvas.rect.width()
    if cell.text:
        number = px(NUMBER_ROOM)
        canvas.text(left, middle, number, cell.text, cell.role, cell.ink, align="right", by="body")
        left += number + px(NUMBER_GAP)
        room -= number + px(NUMBER_GAP)
    quiet: Ink = "text2" if shown.quiet else shown.tone
    ink = canvas.ink(cell.state_ink or quiet)
    pill.draw_inline(canvas.painter, left, middle, room, shown, ink=ink)


def _draw_bar(canvas: RowCanvas, part: float) -> None:
    frame = QRect(canvas.rect)
    left = frame.left() + frame.width() - px(28) - px(BAR_GAP)
    bar = QRectF(left, canvas.middle - px(2), px(BAR), px(4))
    paint.bar(canvas.painter, bar, part, canvas.ink("text3"))
