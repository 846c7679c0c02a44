"""A state as symbol and word: in a tinted pill where it stands alone, without a fill in dense rows."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sponsor_app.ui.widgets import icons, paint, theme, typography
from sponsor_app.ui.widgets.painted import Painted
from sponsor_app.ui.widgets.states import State, StateKey, state
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import HEIGHT, ICON, TypeRole

LEFT_PAD, RIGHT_PAD, GAP = 8, 9, 4


class Pill(Painted):
    """A pill; at most three on a line, never inside table rows."""

    height_at_100 = HEIGHT.PILL

    def __init__(self, key: StateKey, word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._state = state(key, word)
        self.show_state(key, word)

    def show_state(self, key: StateKey, word: str = "") -> None:
        """Show another state; `word` replaces the state's own."""
        self._state = state(key, word)
        self.setAccessibleName(self._state.word)
        self.restyle()

    def sizeHint(self) -> QSize:
        return QSize(pill_width(self._state), px(HEIGHT.PILL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.on(self)
        draw_pill(painter, 0, self.height() / 2, self._state)


def pill_width(shown: State) -> int:
    """Width of a pill in px."""
    pads = px(LEFT_PAD) + px(ICON.META) + px(GAP) + px(RIGHT_PAD)
    return pads + typography.width(shown.word, "metaB")


def draw_pill(painter: QPainter, left: float, middle: float, shown: State) -> int:
    """Draw a pill; returns its width in px."""
    tone, width, height = theme.tone(shown.tone), pill_width(shown), px(HEIGHT.PILL)
    outlined = theme.current().high_contrast or shown.dashed
    frame = QRectF(left, middle - height / 2, width, height)
    paint.box(
        painter,
        frame,
        height / 2,
        tone.fill,
        tone.line if outlined else None,
        dashed=shown.dashed,
    )
    icons.draw(painter, left + px(LEFT_PAD), middle, shown.symbol, tone.ink, ICON.META)
    start = left + px(LEFT_PAD) + px(ICON.META) + px(GAP)
    paint.text(painter, start, middle, width, shown.word, "metaB", ink=tone.ink)
    return width


def inline_width(shown: State) -> int:
    """Width of symbol and word in px."""
    return px(ICON.META) + px(GAP) + typography.width(shown.word, "metaB")


def draw_inline(
    painter: QPainter,
    left: float,
    middle: float,
    room: float,
    shown: State,
    *,
    ink: theme.Ink | None = None,
    by: TypeRole | None = None,
) -> int:
    """Draw symbol and word without a fill, in the tone's ink unless told another; returns the width in px."""
    color = theme.ink(ink) if ink is not None else inline_ink(shown)
    icons.draw(painter, left, middle, shown.symbol, color, ICON.META)
    start = px(ICON.META) + px(GAP)
    return start + paint.text(
        painter, left + start, middle, room - start, shown.word, "metaB", ink=color, by=by
    )


def inline_ink(shown: State) -> theme.Ink:
    """The ink of a state on the page; the solid fill's own ink would vanish there."""
    return theme.tone("bad" if shown.tone == "solid" else shown.tone).ink
