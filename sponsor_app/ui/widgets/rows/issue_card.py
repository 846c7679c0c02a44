"""An issue on the board: how severe, when they must hear from us, who has heard and who was called."""

from dataclasses import dataclass
from typing import Literal, TypeVar

from PySide6.QtCore import QRect

from sponsor_app.domain.issue import Severity
from sponsor_app.ui.widgets import paint, pill, theme, typography
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.row_canvas import RowCanvas
from sponsor_app.ui.widgets.rows.card_delegate import CardDelegate
from sponsor_app.ui.widgets.states import state
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import ICON, ToneName

R = TypeVar("R")
Urgency = Literal["", "today", "late"]
TONES: dict[Urgency, ToneName] = {"": "idle", "today": "warn", "late": "bad"}
APART, AVATAR = 8, 22


@dataclass(frozen=True, slots=True)
class IssueCard:
    """`due` is the next update in words; `owner` is drawn as a disc, and named for screen readers."""

    severity: Severity
    title: str
    account: str
    due: str
    urgency: Urgency = ""
    heard: int = 0
    called: int = 0
    owner: str = ""

    @property
    def spread(self) -> str:
        """How far the bad news went, and how many of them we called."""
        words = tr("{heard} heard · {called} called")
        return words.format(heard=self.heard, called=self.called)

    @property
    def sentence(self) -> str:
        """All of it in words."""
        parts = (state(self.severity).word, self.title, self.account, self.due, self.spread)
        said = ", ".join(part for part in parts if part)
        return f"{said}, {self.owner}" if self.owner else said


class IssueCardDelegate(CardDelegate[R, IssueCard]):
    """114 px high with a title of one line, 134 with two."""

    def card_rect(self, rect: QRect) -> QRect:
        return rect.adjusted(0, 0, 0, -px(APART))

    def height_of(self, face: IssueCard, width: int) -> int:
        room = width - 2 * px(self.pad)
        lines = len(paint.wrapped(face.title, "strong", room, 2))
        return px(102 + APART - 8) + lines * typography.line_height("strong")

    def draw(self, canvas: RowCanvas, face: IssueCard) -> None:
        top, bottom = canvas.whole.top(), canvas.whole.bottom()
        self._draw_head(canvas, top + px(20), face)
        left, room = canvas.rect.left(), canvas.rect.width()
        place = QRect(left, top + px(38), room, px(40))
        ink = canvas.ink("text")
        used = paint.paragraph(canvas.painter, place, face.title, "strong", ink, 2)
        canvas.text(left, top + px(50) + used, room, face.account, "meta", "text2")
        self._draw_foot(canvas, bottom - px(19), face)

    def _draw_head(self, canvas: RowCanvas, middle: int, face: IssueCard) -> None:
        left, severity = canvas.rect.left(), state(face.severity)
        if canvas.selected and theme.current().high_contrast:
            canvas.state(left, middle, px(90), severity)
        else:
            pill.draw_pill(canvas.painter, left - px(2), middle, severity)
        due, tone = typography.width(face.due, "metaB"), TONES[face.urgency]
        start = canvas.right - due
        canvas.text(start, middle, due, face.due, "metaB", tone)
        symbol = "clock-alert" if face.urgency == "late" else "clock"
        canvas.icon(start - px(18), middle, symbol, tone, ICON.META)

    def _draw_foot(self, canvas: RowCanvas, middle: int, face: IssueCard) -> None:
        left = canvas.rect.left()
        canvas.icon(left, middle, "megaphone", "text3", ICON.META)
        room = canvas.rect.width() - px(20 + AVATAR + 8)
        canvas.text(left + px(20), middle, room, face.spread, "meta", "text2")
        if face.owner:
            fill = "surface" if canvas.selected else "sunken"
            at = canvas.right - px(AVATAR)
            paint.avatar(canvas.painter, at, middle, face.owner, size=AVATAR, fill=fill)
