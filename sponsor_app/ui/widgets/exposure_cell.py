"""A cell of the exposure grid: how recently one function met another, and whom to bring next."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from sponsor_app.ui.widgets import icons, moment, paint, theme, typography
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.record_grid import RecordGrid
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import ICON, RADIUS

RECENT_DAYS, STALE_DAYS = 45, 90
RING_RADIUS, PAD = 6, 6


@dataclass(frozen=True, slots=True)
class ExposureCell:
    """Days since they last met, or None; `next_up` proposes to bring the two together; `said` is more of it in words."""

    days: int | None
    next_up: bool = False
    said: str = ""

    @property
    def sentence(self) -> str:
        """All of it in words."""
        if self.said:
            return self.said
        never = tr("never met, bring next") if self.next_up else tr("never met")
        return never if self.days is None else tr("met {n} days ago").format(n=self.days)


class ExposureCellDelegate(QStyledItemDelegate):
    """Darker is more recent, and always the number beside it; an empty cell is an outline."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        paint.turn(painter, option.rect)
        cell = index.data(RecordGrid.RecordRole)
        focused = moment.is_item_focused(option, index)
        whole = QRectF(option.rect)
        step = 4 if focused else 2
        rect = whole.adjusted(step, step, -step, -step)
        hovered = moment.is_item_hovered(option, index)
        if isinstance(cell, ExposureCell) and cell.next_up:
            _draw_next(painter, rect)
        elif isinstance(cell, ExposureCell) and cell.days is not None:
            _draw_days(painter, rect, cell.days, hovered)
        else:
            line = theme.color("edge" if hovered else "line")
            paint.box(painter, rect, px(RADIUS.SMALL), None, line)
        if focused:
            paint.ring(painter, whole, px(RING_RADIUS))
        painter.restore()


def _draw_days(painter: QPainter, rect: QRectF, days: int, hovered: bool) -> None:
    step = 0 if days <= RECENT_DAYS else 1 if days <= STALE_DAYS else 2
    swatch = theme.current().ramp[step]
    outlined = hovered or theme.current().high_contrast
    edge = theme.color("edge") if outlined else None
    paint.box(painter, rect, px(RADIUS.SMALL), QColor(swatch.fill), edge)
    words, middle = tr("{n} d").format(n=days), rect.center().y()
    ink = QColor(swatch.ink)
    paint.text(painter, rect.left(), middle, rect.width(), words, "metaB", ink=ink, align="center")


def _draw_next(painter: QPainter, rect: QRectF) -> None:
    accent, middle = theme.color("accent"), rect.center().y()
    paint.box(painter, rect, px(RADIUS.SMALL), theme.color("surface"), accent, width=1.5)
    icon, words = px(ICON.META + 4), tr("bring next")
    room = rect.width() - 2 * px(PAD)
    used = min(room, icon + typography.width(words, "metaB"))
    left = rect.center().x() - used / 2
    icons.draw(painter, left, middle, "plus", accent, ICON.META)
    paint.text(painter, left + icon, middle, room - icon, words, "metaB", ink=accent)
