"""What stands at the side of a page and scrolls by itself: the side panel stays its ground."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, holding
from sponsor_app.ui.widgets.theme import px

LOWEST = 240


class SideScroll(QScrollArea):
    """Stays readable below the page, where there is no room beside it."""

    def __init__(self, inner: Column, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        body = holding(inner)
        self.setObjectName("within")
        self.setWidget(body)
        body.setAutoFillBackground(False)  # Qt fills what scrolls
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.follow(self)
        self.restyle()

    def restyle(self) -> None:
        """Measure anew."""
        self.setMinimumHeight(px(LOWEST))

    def to_top(self) -> None:
        """Show the beginning: another record comes."""
        self.verticalScrollBar().setValue(0)
