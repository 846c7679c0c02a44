"""Two columns that fold into one where there is no room for both."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QWidget

from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import holding
from sponsor_app.ui.widgets.section import GAP
from sponsor_app.ui.widgets.sheet import WIDE
from sponsor_app.ui.widgets.theme import px

Shares = tuple[int, int]
Direction = QBoxLayout.Direction


class Columns(QWidget):
    """`shares` divide the room, `wide_shares` that of a wide window; below `fold_below` px the right one is under the left."""

    def __init__(
        self,
        left: QLayout,
        right: QLayout,
        *,
        shares: Shares = (2, 1),
        wide_shares: Shares | None = None,
        gap: int = 24,
        wide_gap: int = 32,
        fold_below: int = 760,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shares, self._wide_shares = shares, wide_shares or shares
        self._gap, self._wide_gap, self._fold_below = gap, wide_gap, fold_below
        self._left, self._right = holding(left), holding(right)
        self._box = QBoxLayout(Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        for side in (self._left, self._right):
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._box.addWidget(side)
        self.setLayout(self._box)
        theme.follow(self)
        self.restyle()

    @property
    def folded(self) -> bool:
        """Whether the right column is below the left."""
        return self._box.direction() == Direction.TopToBottom

    def restyle(self) -> None:
        """Divide the room anew."""
        width = self.width()
        folded, wide = width < px(self._fold_below), width >= px(WIDE - 2 * 48)
        self._box.setDirection(Direction.TopToBottom if folded else Direction.LeftToRight)
        gap = GAP if folded else self._wide_gap if wide else self._gap
        self._box.setSpacing(px(gap))
        left, right = self._wide_shares if wide else self._shares
        self._box.setStretch(0, 0 if folded else left)
        self._box.setStretch(1, 0 if folded else right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()
        self._box.activate()
