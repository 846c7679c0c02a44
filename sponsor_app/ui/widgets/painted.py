"""A part that paints itself and measures itself anew when colours or zoom change."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from sponsor_app.ui.widgets import theme


class Painted(QWidget):
    """The base of painted parts: `height_at_100` px high at 100 %, as wide as there is room."""

    height_at_100 = 20

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.follow(self)

    def restyle(self) -> None:
        """Measure and paint anew."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(self.height_at_100))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.px(self.height_at_100))
