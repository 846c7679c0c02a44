"""A page with a side panel at its right, which moves below where there is no room for both."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, holding
from sponsor_app.ui.widgets.scroll_area import ScrollArea
from sponsor_app.ui.widgets.sheet import WIDE, WIDEST
from sponsor_app.ui.widgets.surface import Surface
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import SPACE, STEP_OUT

Direction = QBoxLayout.Direction
SIDE, WIDE_SIDE, FOLD_BELOW = 296, 360, 860
APART, WIDE_APART = 12, 32  # between what is left and the panel


class SidePage(ScrollArea):
    """`main` scrolls by itself; the whole page scrolls only where its parts need more height than there is."""

    widened = Signal(bool)

    def __init__(
        self,
        name: str,
        main: Column,
        side: QLayout,
        *,
        side_width: int = SIDE,
        wide_side_width: int = WIDE_SIDE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._main, self._widths = main, (side_width, wide_side_width)
        self._wide = False
        self.side = Surface("side", side)
        self._box = QBoxLayout(Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(holding(main), 1)
        self._box.addWidget(self.side)
        body = holding(self._box, ground=True)
        body.setAccessibleName(name)
        self.setAccessibleName(name)
        self.hold(body)
        theme.follow(self)
        self.restyle()

    @property
    def wide(self) -> bool:
        """Whether the window is 1600 px or more at 100 %."""
        return self._wide

    @property
    def folded(self) -> bool:
        """Whether the panel is below."""
        return self._box.direction() == Direction.TopToBottom

    def show_side(self, shown: bool) -> None:
        """Give the panel's room to the page, or take it back."""
        self.side.setVisible(shown)
        self.restyle()

    def restyle(self) -> None:
        """Divide the room anew."""
        room = self.width()
        folded = room < px(FOLD_BELOW)
        self._box.setDirection(Direction.TopToBottom if folded else Direction.LeftToRight)
        width = px(self._widths[self._wide])
        self.side.setMinimumWidth(0 if folded else width)
        self.side.setMaximumWidth(0xFFFFFF if folded else width)
        alone = folded or self.side.isHidden()
        gutter = (SPACE.X7 if self._wide else SPACE.X6) - STEP_OUT
        right = gutter if alone else WIDE_APART if self._wide else APART
        left_room = room if alone else room - width
        beyond = left_room * 100 // theme.zoom() - gutter - WIDEST - 2 * STEP_OUT
        self._main.set_margins(gutter, SPACE.X5, max(right, beyond), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= px(WIDE)
        changed, self._wide = wide != self._wide, wide
        self.restyle()
        if changed:
            self.widened.emit(wide)
