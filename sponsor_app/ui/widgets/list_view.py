"""A list to walk through: arrows move, Enter opens, Space peeks, and the ring shows where the keyboard is."""

from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import QItemSelection, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QWidget

from sponsor_app.ui.widgets import browsing, paint, theme
from sponsor_app.ui.widgets.fades import paint_fades
from sponsor_app.ui.widgets.record_list import Index, RecordList
from sponsor_app.ui.widgets.row_delegate import RowDelegate
from sponsor_app.ui.widgets.scroll_bar import with_grips
from sponsor_app.ui.widgets.selection_memory import SelectionMemory
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import ColorRole

R = TypeVar("R")
Flow = Literal["down", "across"]
Never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class ListView(QListView, Generic[R]):
    """`fit` makes it as high as its rows, for a list within a page; `across` lays tiles side by side.

    `selects` keeps a row selected beside the one that has the keyboard; `click_opens` is for lists that have
    no peek. `ground` is what its ends fade into.
    """

    opened = Signal(object)  # a record: Enter, click or double click
    peeked = Signal(object)  # a record: Space
    moved = Signal(object)  # the record that has the keyboard now, or None
    typed = Signal(str)  # a letter, for the field that filters

    def __init__(
        self,
        name: str,
        model: RecordList[R],
        delegate: RowDelegate[R, Any],
        *,
        fit: bool = True,
        flow: Flow = "down",
        selects: bool = False,
        click_opens: bool = True,
        fades: bool = False,
        ground: ColorRole = "canvas",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._records, self._rows = model, delegate
        self._fit, self._fades, self._click_opens = fit, fades, click_opens
        self._across = flow == "across"
        self._ground: ColorRole = ground
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(delegate)
        delegate.setParent(self)
        SelectionMemory(self, model, model)
        self._dress(selects)
        self._listen()
        theme.follow(self)
        self._refit()

    def restyle(self) -> None:
        """Measure the rows anew."""
        self.scheduleDelayedItemsLayout()
        self._refit()
        self.viewport().update()

    def current_record(self) -> R | None:
        """The record that has the keyboard."""
        return self._records.record(self.currentIndex().row())

    def select(self, key: object) -> None:
        """Select the record with this key and give it the keyboard; nothing when it is not here."""
        row = self._records.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self._records.index(row))

    def step(self, by: int) -> None:
        """Move down, or up when `by` is negative, over headings, without taking the keyboard."""
        row, rows = self.currentIndex().row() + by, self._records.rowCount()
        while 0 <= row < rows and self._records.record(row) is None:
            row += 1 if by > 0 else -1
        if 0 <= row < rows:
            self.setCurrentIndex(self._records.index(row))
            browsing.reveal(self, self.currentIndex())

    def open_current(self) -> None:
        """Open the record that has the keyboard."""
        record = self.current_record()
        if record is not None:
            self.opened.emit(record)

    def peek_current(self) -> None:
        """Peek at the record that has the keyboard."""
        record = self.current_record()
        if record is not None:
            self.peeked.emit(record)

    def pass_on(self, text: str) -> None:
        """Tell what was typed."""
        self.typed.emit(text)

    def rows_height(self) -> int:
        """The height in px at which every row is seen."""
        width = self.viewport().width()
        heights = [self._rows.row_height(row, width) for row in self._records.rows]
        return max(heights, default=0) if self._across else sum(heights)

    def sizeHint(self) -> QSize:
        return QSize(px(200), self.rows_height() if self._fit else px(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not browsing.take_key(self, event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        if self._across and abs(turn.y()) > abs(turn.x()):
            event.ignore()  # the page scrolls; Qt would turn the wheel sideways and hold it up
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            browsing.reveal(self, current)
        self.moved.emit(self._records.record(current.row()))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()  # hairlines beside a selection come and go

    def doItemsLayout(self) -> None:
        """Rows that nobody sees are laid out when they are shown: a change of the theme asks every list for it."""
        if self.isVisible():
            super().doItemsLayout()
        else:
            self.scheduleDelayedItemsLayout()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self._fades:
            self.viewport().update()  # the fade stays while the rows move

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._fades:
            paint_fades(paint.on(self.viewport()), self, self._ground, across=self._across)

    def _dress(self, selects: bool) -> None:
        mode = self.SelectionMode
        self.setSelectionMode(mode.SingleSelection if selects else mode.NoSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Never)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAutoFillBackground(False)
        if self._across:
            self.setFlow(QListView.Flow.LeftToRight)
            self.setWrapping(False)
        if self._fit or self._fades or self._across:
            self.setVerticalScrollBarPolicy(Never)
        with_grips(self)
        policy = QSizePolicy.Policy
        high = policy.Fixed if self._fit else policy.Expanding
        self.setSizePolicy(policy.Expanding, high)

    def _listen(self) -> None:
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        for changed in (
            self._records.modelReset,
            self._records.rowsInserted,
            self._records.rowsRemoved,
            self._records.dataChanged,
        ):
            changed.connect(self._refit)

    def _on_clicked(self, _index: QModelIndex) -> None:
        if self._click_opens:
            self.open_current()

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        if not self._click_opens:
            self.open_current()

    def _refit(self) -> None:
        if self._fit:
            self.setFixedHeight(self.rows_height())
