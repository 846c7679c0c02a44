"""An icon beside words."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sponsor_app.ui.widgets import icons, paint, theme
from sponsor_app.ui.widgets.painted import Painted
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import ICON


class Glyph(Painted):
    """One icon; it repeats what the words beside it say, so screen readers skip it."""

    def __init__(
        self,
        name: str,
        ink: theme.Ink = "text3",
        size: int = ICON.ROW,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._size = name, size
        self._ink: theme.Ink = ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, ink: theme.Ink = "text3") -> None:
        """Show another icon."""
        self._name = name
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.draw(paint.on(self), 0, self.height() / 2, self._name, self._ink, self._size)
