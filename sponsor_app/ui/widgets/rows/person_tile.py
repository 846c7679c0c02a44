"""One of their people: what they do and decide, when we last met, how close we are, and who looks after them."""

from dataclasses import dataclass
from typing import ClassVar, TypeVar

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtWidgets import QStyleOptionViewItem

from sponsor_app.domain.coverage import Coverage
from sponsor_app.ui.widgets import paint, theme
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.row_canvas import RowCanvas
from sponsor_app.ui.widgets.row_delegate import Index
from sponsor_app.ui.widgets.rows.card_delegate import CardDelegate
from sponsor_app.ui.widgets.states import state
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import ICON

R = TypeVar("R")
WIDTH, HEIGHT, APART = 194, 120, 10
VALUE_ROOM = 30


@dataclass(frozen=True, slots=True)
class PersonTile:
    """`last` is short, `61 d`; without `strength` we never met, without `counterpart` nobody looks after them."""

    name: str
    role: str
    influence: str
    last: str
    coverage: Coverage
    strength: int | None = None
    counterpart: str = ""

    @property
    def sentence(self) -> str:
        """All of it in words."""
        word = state(self.coverage).word
        met = word if self.strength is None else f"{word}, {self.last}"
        score = tr("none") if self.strength is None else tr("{n} of 100").format(n=self.strength)
        strength = tr("strength {score}").format(score=score)
        with_whom = tr("counterpart {name}").format(name=self.counterpart)
        nobody = tr("no counterpart")
        parts = (self.name, self.role, self.influence, met, strength)
        said = ", ".join(part for part in parts if part)
        return f"{said}, {with_whom if self.counterpart else nobody}"


class PersonTileDelegate(CardDelegate[R, PersonTile]):
    """A tile of 194 x 120; dashed when we never met."""

    height: ClassVar[int] = HEIGHT + 4

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(WIDTH + APART), px(self.height))

    def card_rect(self, rect: QRect) -> QRect:
        return rect.adjusted(0, px(2), -px(APART), -px(2))

    def is_dashed(self, face: PersonTile) -> bool:
        return face.strength is None

    def draw(self, canvas: RowCanvas, face: PersonTile) -> None:
        left, room, top = canvas.rect.left(), canvas.rect.width(), canvas.whole.top()
        canvas.text(left, top + px(19), room, face.name, "strong")
        canvas.text(left, top + px(37), room, face.role, "meta", "text2")
        used = canvas.verdict(top + px(60), state(face.coverage, face.last))
        canvas.text(left, top + px(60), room - used - px(8), face.influence, "metaB", "text2")
        self._draw_strength(canvas, top + px(80), face)
        self._draw_counterpart(canvas, top + px(101), face)

    def _draw_strength(self, canvas: RowCanvas, middle: int, face: PersonTile) -> None:
        left, room = canvas.rect.left(), canvas.rect.width()
        bar = QRectF(left, middle - px(2), room - px(VALUE_ROOM + 6), px(4))
        if face.strength is None:
            paint.hatch(canvas.painter, bar, theme.color("edge"), px(2))
            canvas.text(left, middle, room, tr("none"), "meta", "text3", align="right")
        else:
            paint.bar(canvas.painter, bar, face.strength / 100, canvas.ink("accent"))
            canvas.text(left, middle, room, str(face.strength), "metaB", "text2", align="right")

    def _draw_counterpart(self, canvas: RowCanvas, middle: int, face: PersonTile) -> None:
        left, room = canvas.rect.left(), canvas.rect.width() - px(20)
        if face.counterpart:
            canvas.icon(left, middle, "handshake", "text3", ICON.META)
            canvas.text(left + px(20), middle, room, face.counterpart, "meta", "text2")
        else:
            canvas.icon(left, middle, "user-plus", "accent", ICON.META)
            words = tr("give a counterpart")
            canvas.text(left + px(20), middle, room, words, "metaB", "accent")
