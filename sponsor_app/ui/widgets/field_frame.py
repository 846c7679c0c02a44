"""The frame of a field: its edge says where the keyboard is and what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets import paint, theme
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import FOCUS_WIDTH, RADIUS

BESIDE, ABOVE = 10, 6  # px at 100 % between the edge and the words


class FieldFrame:
    """Painted below the text of `part`; a bare one has neither ground nor edge."""

    def __init__(self, part: QWidget, *, bare: bool) -> None:
        self._part, self._bare = part, bare
        self.wrong = False

    def padding(self) -> tuple[int, int]:
        """The px between the outside and the words, beside and above; the edge is one of them."""
        return (0, 0) if self._bare else (px(BESIDE) + 1, px(ABOVE) + 1)

    def paint(self, painter: QPainter) -> None:
        """Draw ground and edge as things stand."""
        if self._bare:
            return
        look, part = theme.current(), self._part
        width, edge = 1, theme.color("edge" if part.isEnabled() else "line")
        if part.hasFocus():
            width = FOCUS_WIDTH + look.high_contrast
            edge = theme.color("accent")
        elif self.wrong:
            edge = theme.tone("bad").bar
        rect = part.rect()
        paint.box(painter, rect, px(RADIUS.CONTROL), theme.color("surface"), edge, width=width)


def see_through() -> QPalette:
    """A palette in which only the ground is said, and is not there; all else follows the look."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
    return palette
