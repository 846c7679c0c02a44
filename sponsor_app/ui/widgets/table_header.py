"""The head of a table: small words over a hairline, with a chevron where it is sorted."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from sponsor_app.ui.widgets import icons, paint, theme, typography
from sponsor_app.ui.widgets.paint import Align
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import HEIGHT, ICON, STEP_OUT, ColorRole

CHEVRON_GAP = 5


class TableHeader(QHeaderView):
    """`alignments` by section, left where none is given; `pad` is px at 100 %."""

    def __init__(
        self,
        alignments: dict[int, Align],
        *,
        pads: dict[int, int] | None = None,
        clickable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._alignments, self._pads = alignments, pads or {}
        self._marked = -1
        self.setSectionsClickable(clickable)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSectionSize(1)
        self.viewport().setAutoFillBackground(False)

    def mark(self, section: int) -> None:
        """Show which column the keyboard is in; -1 shows none."""
        if section != self._marked:
            self._marked = section
            self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(HEIGHT.COLUMN_HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        paint.turn(painter, rect)
        painter.fillRect(rect, theme.color("canvas"))
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        ink: ColorRole = "text" if sorted_by else "text3"
        pad = px(self._pads.get(section, STEP_OUT))
        align = self._alignments.get(section, "left")
        room, middle = rect.width() - 2 * pad, rect.top() + rect.height() // 2
        left = rect.left() + pad
        paint.text(painter, left, middle, room, words, "label", ink=ink, align=align)
        if sorted_by:
            used = min(room, typography.width(words, "label"))
            gap = px(CHEVRON_GAP)
            at = left + used + gap
            if align == "right":
                at = left + room - used - gap - px(ICON.CHEVRON)
            icons.draw(painter, at, middle, self._chevron(), ink, ICON.CHEVRON)
        paint.hairline(painter, rect.left(), rect.bottom(), rect.width())
        if section == self._marked:
            painter.fillRect(QRect(left, rect.bottom() - 1, room, 2), theme.color("accent"))
        painter.restore()

    def _chevron(self) -> str:
        descending = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        return "chevron-up" if descending else "chevron-down"
