"""The weeks of a plan as a calendar: a visit is dragged onto another day; by keyboard Alt and an arrow move it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.planning import Ahead, Proposed, is_workday
from sponsor_app.domain.wording import full_day
from sponsor_app.ui.coverage.dragging import KIND, Carrying
from sponsor_app.ui.widgets import moment, paint, theme
from sponsor_app.ui.widgets.grid_view import GridView
from sponsor_app.ui.widgets.language import code, tr
from sponsor_app.ui.widgets.record_grid import GridRow, ItemRole, RecordGrid
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tip import plain
from sponsor_app.ui.widgets.tokens import RADIUS

WEEK, SHOWN, FRIDAY = 7, 2, 5
HEIGHT, HEAD, COLUMN, OFF = 58, 46, 48, 28
LINES = (12, 29, 45)
"""Where the day and the names stand below the upper edge of a cell, px at 100 %."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar: the visits proposed for it, those chosen among them, and whether one may be put there."""

    on: date
    visits: tuple[Proposed, ...]
    chosen: frozenset[AccountId]
    free: bool
    today: date

    @property
    def sentence(self) -> str:
        """All of it in words."""
        names = (one.row.account for one in self.visits)
        return ", ".join((full_day(self.on, self.today), *names))


class Days(RecordGrid[Day]):
    """The model; what does not fit into a cell is in its tip."""

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = ItemRole.DisplayRole
    ) -> object:
        if role == ItemRole.ToolTipRole:
            return plain(str(super().data(index, ItemRole.DisplayRole) or ""))
        return super().data(index, role)


def weeks_of(
    ahead: Ahead, visits: Sequence[Proposed], chosen: frozenset[AccountId]
) -> list[GridRow[Day]]:
    """The weeks of a plan, each from the first day of a week as the person's country has it."""
    by_day: dict[date, list[Proposed]] = {}
    for one in visits:
        by_day.setdefault(one.on, []).append(one)
    start = ahead.today - timedelta(days=week_order().index(ahead.today.isoweekday()))
    rows: list[GridRow[Day]] = []
    while start <= ahead.until:
        week = (start + timedelta(days=number) for number in range(WEEK))
        cells = tuple(_day(on, by_day, chosen, ahead) for on in week)
        month = QLocale(code()).monthName(start.month, QLocale.FormatType.ShortFormat)
        rows.append(GridRow(month, cells))
        start += timedelta(days=WEEK)
    return rows


def _day(
    on: date, by_day: Mapping[date, list[Proposed]], chosen: frozenset[AccountId], ahead: Ahead
) -> Day:
    free = ahead.today <= on <= ahead.until and is_workday(on)
    return Day(on, tuple(by_day.get(on, ())), chosen, free, ahead.today)


def week_order() -> tuple[int, ...]:
    """The days of a week, 1 for Monday, as the person's country begins it."""
    first = QLocale().firstDayOfWeek().value
    return tuple((first - 1 + number) % WEEK + 1 for number in range(WEEK))


class DayDelegate(QStyledItemDelegate):
    """The day above, the names below; what is chosen stands on a tint, a day off is quiet."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        day = index.data(RecordGrid.RecordRole)
        if not isinstance(day, Day):
            return
        painter.save()
        rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
        self._draw(painter, rect, day, hovered=moment.is_item_hovered(option, index))
        if moment.is_item_focused(option, index):
            paint.ring(painter, rect, px(RADIUS.CELL))
        painter.restore()

    def _draw(self, painter: QPainter, rect: QRectF, day: Day, *, hovered: bool) -> None:
        taken = [one for one in day.visits if one.row.account_id in day.chosen]
        fill = theme.color("sel") if taken else None
        edge = theme.color("edge" if hovered and day.free else "line")
        paint.box(painter, rect, px(RADIUS.CELL), fill, edge if day.free else None)
        left, room = rect.left() + px(5), rect.width() - px(6)
        first, *places = (rect.top() + px(line) for line in LINES)
        number = str(day.on.day)
        paint.text(painter, left, first, room, number, "label", ink="text2" if day.free else "off")
        shown = day.visits if len(day.visits) <= SHOWN else day.visits[: SHOWN - 1]
        for one, place in zip(shown, places, strict=False):
            ink = "sel_text" if one in taken else "text3"
            paint.text(painter, left, place, room, one.row.account, "meta", ink=ink)
        more = len(day.visits) - len(shown)
        if more:
            paint.text(painter, left, places[-1], room, f"+{more}", "meta", ink="text2")


class VisitCalendar(GridView[Day]):
    """`dropped` tells which visits were let go on which day; Enter on a day `opened` it."""

    dropped = Signal(object, object)  # list of AccountId, date

    def __init__(self, parent: QWidget | None = None) -> None:
        self.days = Days(lambda day: day.sentence)
        super().__init__(
            tr("The weeks ahead"),
            self.days,
            DayDelegate(),
            row_height=HEIGHT,
            head_width=HEAD,
            least=COLUMN,
            parent=parent,
        )
        self.days.setParent(self)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.carrying = Carrying(self, self._taken)

    def show_plan(
        self, ahead: Ahead, visits: Sequence[Proposed], chosen: frozenset[AccountId]
    ) -> None:
        """Show the visits; the keyboard stays on its day."""
        current, order = self.currentIndex(), week_order()
        self.set_widths({at: OFF for at, number in enumerate(order) if number > FRIDAY})
        words, form = QLocale(code()), QLocale.FormatType
        wide = {
            number: form.ShortFormat if number <= FRIDAY else form.NarrowFormat for number in order
        }
        names = [words.dayName(number, wide[number]) for number in order]
        self.days.show(names, weeks_of(ahead, visits, chosen))
        self.setCurrentIndex(self.days.index(max(current.row(), 0), max(current.column(), 0)))

    def day_at(self, place: QPoint) -> Day | None:
        """The day at a place of the view."""
        index = self.indexAt(place)
        return self.days.record(index.row(), index.column())

    def current_day(self) -> Day | None:
        """The day that has the keyboard."""
        index = self.currentIndex()
        return self.days.record(index.row(), index.column())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(event.mimeData().hasFormat(KIND))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        day = self.day_at(event.position().toPoint())
        accepted = day is not None and day.free and event.mimeData().hasFormat(KIND)
        if accepted:
            self.setCurrentIndex(self.indexAt(event.position().toPoint()))
        event.setAccepted(accepted)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None and day.free and event.mimeData().hasFormat(KIND):
            event.acceptProposedAction()
            accounts = json.loads(bytes(event.mimeData().data(KIND).data()))
            self.dropped.emit([AccountId(one) for one in accounts], day.on)

    def _taken(self, place: QPoint) -> list[AccountId]:
        """The visit that is dragged from a day: the one whose name is there, else the first."""
        day = self.day_at(place)
        if day is None or not day.visits:
            return []
        top = self.visualRect(self.indexAt(place)).top()
        below = place.y() - top > px((LINES[1] + LINES[2]) / 2)
        return [day.visits[min(int(below), len(day.visits) - 1)].row.account_id]
