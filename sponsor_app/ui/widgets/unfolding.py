"""A list whose rows unfold in place: what can be done with one stands right below it."""

from collections.abc import Hashable
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from shiboken6 import isValid

from sponsor_app.ui.widgets import browsing, paint, typography
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.row_canvas import RowCanvas
from sponsor_app.ui.widgets.row_delegate import FaceT, Index, RowDelegate
from sponsor_app.ui.widgets.rows.list_row import ICON_ROOM
from sponsor_app.ui.widgets.theme import px

R = TypeVar("R")
ABOVE, BELOW, SIDE = 2, 10, 8


class Unfolds(RowDelegate[R, FaceT]):
    """Beside another row delegate: one row leaves `room` px below for the panel."""

    unfolded: Hashable | None = None
    room = 0
    _is_unfolded = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return size + QSize(0, self.room) if self._here(index) else size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self._is_unfolded = self._here(index)
        if self._is_unfolded:
            option = QStyleOptionViewItem(option)
            option.rect = option.rect.adjusted(0, 0, 0, -self.room)
        super().paint(painter, option, index)

    def draw_ground(self, canvas: RowCanvas) -> None:
        if not self._is_unfolded or canvas.selected or canvas.hovered:
            super().draw_ground(canvas)
        if self._is_unfolded and self.hairline and not canvas.last:
            bottom = canvas.whole.bottom() + 1 + self.room
            paint.hairline(canvas.painter, canvas.rect.left(), bottom, canvas.rect.width())

    def _here(self, index: Index) -> bool:
        model = index.model()
        if self.unfolded is None or not isinstance(model, RecordList):
            return False
        return model.key_at(index.row()) == self.unfolded


class UnfoldingList(ListView[R]):
    """`unfold` puts a panel below the row that has the keyboard; Delete is told like letters are."""

    deleted = Signal(object)  # a record
    folded = Signal()

    def __init__(
        self,
        name: str,
        model: RecordList[R],
        delegate: Unfolds[R, Any],
        *,
        left: int = SIDE,
        click_opens: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self._panel: Panel | None = None
        self._unfolds, self._left, self._model = delegate, left, model
        super().__init__(name, model, delegate, click_opens=click_opens, parent=parent)
        model.setParent(self)
        for changed in (model.modelReset, model.dataChanged):
            changed.connect(self._on_rows_changed)

    @property
    def unfolded(self) -> Hashable | None:
        """The key of the row that is unfolded."""
        return self._unfolds.unfolded

    @property
    def panel(self) -> Panel | None:
        """What stands below it."""
        return self._panel

    def cuts(self, title: str) -> bool:
        """Whether a row is too narrow for a title beside its symbol."""
        return typography.width(title, "medium") > self.viewport().width() - px(
            ICON_ROOM + 2 * SIDE
        )

    def rows_height(self) -> int:
        here = self._unfolds.room and self._model.row_of(self._unfolds.unfolded) >= 0
        return super().rows_height() + (self._unfolds.room if here else 0)

    def unfold(self, panel: Panel, first: QWidget | None = None) -> None:
        """Put `panel` below the current row in place of any other, and give it the keyboard."""
        self._drop()
        self._panel = panel
        self._unfolds.unfolded = self._model.key_at(self.currentIndex().row())
        panel.setParent(self.viewport())
        panel.installEventFilter(self)
        panel.closed.connect(self.fold)
        self._fit_panel()
        panel.begin(first)
        QTimer.singleShot(0, self, self._reveal)

    def fold(self) -> None:
        """Take the panel away; the keyboard goes back to its row."""
        if self._panel is None:
            return
        had_keyboard = self._panel.isAncestorOf(self.focusWidget() or self)
        self._drop()
        self.restyle()
        if had_keyboard:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.folded.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        record = self.current_record()
        if event.key() == Qt.Key.Key_Delete and record is not None:
            self.deleted.emit(record)
        elif event.key() == Qt.Key.Key_Escape and self._panel is not None:
            self.fold()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_panel()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._panel and event.type() == QEvent.Type.LayoutRequest:
            self._fit_panel()
        return False

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_panel()

    def _reveal(self) -> None:
        row = self._model.row_of(self._unfolds.unfolded) if self._panel is not None else -1
        if row >= 0:
            browsing.reveal(self, self._model.index(row))

    def _drop(self) -> None:
        panel, self._panel = self._panel, None
        self._unfolds.unfolded, self._unfolds.room = None, 0
        if panel is not None and isValid(panel):
            panel.removeEventFilter(self)
            panel.hide()
            panel.deleteLater()

    def _fit_panel(self) -> None:
        """Make room for the panel as high as it wants to be."""
        panel = self._panel
        if panel is None or not isValid(panel):
            return
        wide = self.viewport().width() - px(self._left) - px(SIDE)
        high = (
            panel.heightForWidth(wide) if panel.hasHeightForWidth() else panel.sizeHint().height()
        )
        room = high + px(ABOVE + BELOW)
        if room != self._unfolds.room:
            self._unfolds.room = room
            self.restyle()
            self.doItemsLayout()
        self._place_panel()

    def _place_panel(self) -> None:
        panel = self._panel
        if panel is None or not isValid(panel):
            return
        row = self._model.row_of(self._unfolds.unfolded)
        rect = self.visualRect(self._model.index(row)) if row >= 0 else QRect()
        high = self._unfolds.room - px(ABOVE + BELOW)
        top = rect.bottom() + 1 - px(BELOW) - high
        place = QRect(px(self._left), top, rect.width() - px(self._left + SIDE), high)
        panel.setGeometry(paint.placed(place, self.viewport().rect()))

    def _on_rows_changed(self) -> None:
        if self._panel is not None and self._model.row_of(self._unfolds.unfolded) < 0:
            self.fold()
        else:
            self._fit_panel()
