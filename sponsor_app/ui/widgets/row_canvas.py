"""What a row is painted on: its place, whether it is selected, and inks that stay readable when it is."""

from dataclasses import dataclass
from typing import get_args

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from sponsor_app.ui.widgets import icons, paint, pill, theme
from sponsor_app.ui.widgets.paint import Align
from sponsor_app.ui.widgets.states import State
from sponsor_app.ui.widgets.theme import Ink
from sponsor_app.ui.widgets.tokens import ICON, ToneName, TypeRole

FIRST_VOICE = ("text", "accent")
TONES = get_args(ToneName)


@dataclass(frozen=True, slots=True)
class RowCanvas:
    """`rect` is where the text goes, `whole` where hover and selection reach."""

    painter: QPainter
    rect: QRect
    whole: QRect
    selected: bool
    hovered: bool
    row: int
    last: bool

    @property
    def middle(self) -> int:
        """The vertical middle of the row."""
        return self.rect.top() + self.rect.height() // 2

    @property
    def right(self) -> int:
        """The edge that verdicts are set against."""
        return self.rect.left() + self.rect.width()

    def ink(self, what: Ink) -> QColor:
        """An ink as it must be on this row: a selection has its own two, and in high contrast only those."""
        if not self.selected or isinstance(what, QColor):
            return self._plain(what)
        if what in TONES:
            flat = theme.current().high_contrast
            return theme.color("sel_text") if flat else self._plain(what)
        return theme.color("sel_text" if what in FIRST_VOICE else "sel_text2")

    def text(
        self,
        left: float,
        middle: float,
        room: float,
        words: str,
        role: TypeRole,
        ink: Ink = "text",
        *,
        align: Align = "left",
        by: TypeRole | None = None,
    ) -> int:
        """Draw one line; see `paint.text`."""
        color = self.ink(ink)
        return paint.text(
            self.painter, left, middle, room, words, role, ink=color, align=align, by=by
        )

    def icon(
        self, left: float, middle: float, name: str, ink: Ink = "text2", size: int = ICON.ROW
    ) -> None:
        """Draw an icon."""
        icons.draw(self.painter, left, middle, name, self.ink(ink), size)

    def verdict(self, middle: float, shown: State, *, by: TypeRole | None = None) -> int:
        """Draw a state against the right edge, whole; returns its width."""
        used = pill.inline_width(shown)
        self.state(self.right - used, middle, used, shown, by=by)
        return used

    def state(
        self,
        left: float,
        middle: float,
        room: float,
        shown: State,
        *,
        by: TypeRole | None = None,
    ) -> int:
        """Draw symbol and word; returns the width."""
        ink = self.ink(shown.tone)
        return pill.draw_inline(self.painter, left, middle, room, shown, ink=ink, by=by)

    def _plain(self, what: Ink) -> QColor:
        # The ink of a solid fill is made for that fill; on the page it would vanish.
        return theme.ink("bad" if what == "solid" else what)
