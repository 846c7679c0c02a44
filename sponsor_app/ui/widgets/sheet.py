"""The ground of every page: one left edge, gutters that follow the width, and never wider than can be read."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, Item
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import RAIL_WIDTH, SPACE, STEP_OUT

WIDE = 1600 - RAIL_WIDTH  # page width from which everything gets more air
WIDEST = 1440


class Sheet(QWidget):
    """Fill `column`, or `add` to it; parts other than lists step in by `boxes.inset`. All lengths are px at 100 %."""

    widened = Signal(bool)

    def __init__(
        self,
        name: str,
        *,
        top: int = SPACE.X5,
        bottom: int = SPACE.X6,
        widest: int = WIDEST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._top, self._bottom, self._widest = top, bottom, widest
        self._wide = False
        self.setAutoFillBackground(True)
        self.setAccessibleName(name)
        self.column = Column()
        self.setLayout(self.column)
        theme.follow(self)
        self.restyle()

    @property
    def wide(self) -> bool:
        """Whether the window is 1600 px or more at 100 %."""
        return self._wide

    def add(self, *items: Item) -> None:
        """Append parts to the column; see `boxes.Box.add`."""
        self.column.add(*items)

    def restyle(self) -> None:
        """Measure gutters anew."""
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= px(WIDE)
        changed, self._wide = wide != self._wide, wide
        self._fit()
        self.column.activate()
        if changed:
            self.widened.emit(wide)

    def _fit(self) -> None:
        side = (SPACE.X7 if self._wide else SPACE.X6) - STEP_OUT
        beyond = self.width() * 100 // theme.zoom() - side - self._widest - 2 * STEP_OUT
        self.column.set_margins(side, self._top, max(side, beyond), self._bottom)
