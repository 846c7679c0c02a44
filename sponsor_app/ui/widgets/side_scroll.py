"""What stands at the side of a page and scrolls by itself: the side panel stays its ground."""

from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, holding
from sponsor_app.ui.widgets.scroll_area import ScrollArea
from sponsor_app.ui.widgets.theme import px

LOWEST = 240


class SideScroll(ScrollArea):
    """Stays readable below the page, where there is no room beside it."""

    def __init__(self, inner: Column, parent: QWidget | None = None) -> None:
        super().__init__(through=True, parent=parent)
        self.hold(holding(inner))
        theme.follow(self)
        self.restyle()

    def restyle(self) -> None:
        """Measure anew."""
        self.setMinimumHeight(px(LOWEST))

    def to_top(self) -> None:
        """Show the beginning: another record comes."""
        self.verticalScrollBar().setValue(0)
