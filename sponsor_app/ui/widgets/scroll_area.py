"""What scrolls down: without a frame, as wide as its room, out of the way of Tab."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from sponsor_app.ui.widgets.scroll_bar import with_grips


class ScrollArea(QScrollArea):
    """`hold` gives it what it scrolls; with `through` the ground behind shows, else it has the page's."""

    def __init__(self, *, through: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._through = through
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        with_grips(self)

    def hold(self, content: QWidget) -> None:
        """Scroll `content`."""
        self.setWidget(content)
        content.setAutoFillBackground(not self._through)  # Qt fills what scrolls
        self.viewport().setAutoFillBackground(not self._through)
