"""A row of people that breaks into lines, and scrolls where there are more than fit."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import holding
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.scroll_area import ScrollArea
from sponsor_app.ui.widgets.theme import px

GAP, MOST_HIGH = (
    6,
    130,
)  # px at 100 %: a little more than three and a half lines, so that one sees there are more


class Crowd(ScrollArea):
    """As high as its chips need, up to three and a half lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(through=True, parent=parent)
        self._flow = Flow(gap=GAP)
        self._inner = holding(self._flow)
        self.hold(self._inner)
        theme.follow(self)

    def restyle(self) -> None:
        """Measure anew."""
        wanted = self._flow.heightForWidth(max(1, self.viewport().width()))
        high = min(wanted, px(MOST_HIGH))
        if high != self.height():
            self.setFixedHeight(high)

    def add(self, chip: Chip) -> None:
        """Show one more."""
        self._flow.addWidget(chip)
        self.restyle()

    def remove(self, chip: Chip) -> None:
        """Take one away."""
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()
