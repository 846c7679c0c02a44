"""Relationship strength: never a bare number, always with the factors that make it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.strength import Strength
from sponsor_app.ui.widgets import paint, theme
from sponsor_app.ui.widgets.language import later, tr
from sponsor_app.ui.widgets.painted import Painted
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tip import set_tip
from sponsor_app.ui.widgets.tokens import HEIGHT

NAME_ROOM, POINTS_ROOM, ROW, HEAD = 104, 36, 22, 30
FULL_FACTOR = 40  # points that fill a factor's bar; larger ones stretch the scale
WORDS = later(
    {
        "visits": "Visits",
        "meals": "Coffee, meals",
        "meetings": "Meetings",
        "events": "Events",
        "calls": "Calls, video",
        "messages": "Messages",
        "tenure": "Tenure",
    }
)


def factor_word(name: str) -> str:
    """The word of a factor of `sponsor_app.domain.strength`."""
    return tr(WORDS.get(name, name))


def sentence(strength: Strength | None, note: str = "") -> str:
    """The score and its factors in words."""
    if strength is None:
        said = tr("Relationship strength: none")
    else:
        score = tr("Relationship strength: {score} of 100").format(score=strength.score)
        parts = (f"{factor_word(factor.name)} {factor.points}" for factor in strength.factors)
        said = f"{score}. {', '.join(parts)}"
    return f"{said}. {note}" if note else said


class StrengthCell(Painted):
    """The fifth cell of the account's strip: one segment for each factor."""

    height_at_100 = HEIGHT.CLOCK

    def __init__(
        self, strength: Strength | None, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._strength, self._note = strength, note
        self.show_strength(strength, note)

    def show_strength(self, strength: Strength | None, note: str = "") -> None:
        """Show another score; None is not zero."""
        self._strength, self._note = strength, note
        said = sentence(strength, note)
        self.setAccessibleName(said)
        set_tip(self, said)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(140), px(self.height_at_100))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, width = paint.on(self), self.width()
        paint.text(painter, 0, px(8), width, tr("Relationship strength"), "metaB", ink="text2")
        track = QRectF(0, px(55), width, px(4))
        _draw_score(painter, self._strength, px(34), width)
        if self._strength is None:
            paint.hatch(painter, track, theme.color("edge"), px(2))
        else:
            self._paint_segments(painter, track, self._strength)
        paint.text(painter, 0, px(72), width, self._note, "meta", ink="text3")

    def _paint_segments(self, painter: QPainter, track: QRectF, strength: Strength) -> None:
        paint.bar(painter, track, 0, theme.color("accent"))
        left, gap = track.left(), px(2)
        for factor in strength.factors:
            wide = track.width() * factor.points / 100
            segment = QRectF(left, track.top(), max(px(2), wide - gap), track.height())
            paint.box(painter, segment, px(2), theme.color("accent"))
            left += wide


class StrengthFactors(Painted):
    """The full form: each factor with its bar and points; `headed` begins with the score."""

    def __init__(
        self,
        strength: Strength | None,
        note: str = "",
        *,
        headed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._strength, self._note, self._headed = strength, note, headed
        self.show_strength(strength, note)

    def show_strength(self, strength: Strength | None, note: str = "") -> None:
        """Show another score; None is not zero."""
        self._strength, self._note = strength, note
        self.setAccessibleName(sentence(strength, note))
        self.restyle()

    def sizeHint(self) -> QSize:
        rows = len(self._strength.factors) if self._strength else 0
        head = HEAD if self._headed or not self._strength else 0
        return QSize(px(240), px(head + ROW * rows + (24 if self._note else 0)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, top = paint.on(self), px(10)
        if self._headed or not self._strength:
            self._paint_head(painter)
            top += px(HEAD)
        if self._strength:
            longest = max(FULL_FACTOR, *(factor.points for factor in self._strength.factors))
            for factor in self._strength.factors:
                part = factor.points / longest
                self._paint_factor(painter, top, factor_word(factor.name), factor.points, part)
                top += px(ROW)
        paint.text(painter, 0, top + px(2), self.width(), self._note, "meta", ink="text3")

    def _paint_head(self, painter: QPainter) -> None:
        _draw_score(painter, self._strength, px(12), px(NAME_ROOM))
        track = QRectF(px(NAME_ROOM), px(11), self.width() - px(NAME_ROOM), px(6))
        if self._strength is None:
            paint.hatch(painter, track, theme.color("edge"), px(3))
        else:
            paint.bar(painter, track, self._strength.score / 100, theme.color("accent"))

    def _paint_factor(
        self, painter: QPainter, middle: int, word: str, points: int, part: float
    ) -> None:
        room = self.width() - px(NAME_ROOM) - px(POINTS_ROOM)
        track = QRectF(px(NAME_ROOM), middle - px(2), room, px(4))
        paint.text(painter, 0, middle, px(NAME_ROOM - 8), word, "meta", ink="text2")
        paint.bar(painter, track, part, theme.color("accent"))
        paint.text(
            painter, 0, middle, self.width(), f"+{points}", "metaB", ink="text2", align="right"
        )


def _draw_score(painter: QPainter, strength: Strength | None, middle: int, room: int) -> None:
    figure = tr("none") if strength is None else str(strength.score)
    used = paint.text(painter, 0, middle, room, figure, "figure")
    if strength is not None:
        left = used + px(5)
        paint.text(
            painter, left, middle, room - left, tr("of 100"), "meta", ink="text3", by="figure"
        )
