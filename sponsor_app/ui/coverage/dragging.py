"""Accounts dragged from a list onto a sponsor of the board; by keyboard the same is `A` on a selection."""

import json
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QRubberBand

from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.ui.coverage.heat_board import HeatBoard
from sponsor_app.ui.coverage.view import CoverageView
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ToAssign

KIND = "application/x-sponsor-accounts"


class Rows(Protocol):
    """What a list or a table shows."""

    def record(self, row: int) -> object: ...


def selected_accounts(view: QAbstractItemView, rows: Rows) -> list[AccountId]:
    """The selected accounts from top to bottom."""
    chosen = sorted({index.row() for index in view.selectionModel().selectedIndexes()})
    found = (rows.record(row) for row in chosen)
    return [one.account_id for one in found if isinstance(one, CoverageRow)]


class Carrying(QObject):
    """Lets accounts be dragged out of a view; `taken` says which, by the place where the drag begins."""

    def __init__(self, view: QAbstractItemView, taken: Callable[[QPoint], list[AccountId]]) -> None:
        super().__init__(view)
        self._view, self.taken = view, taken
        self._from: QPoint | None = None
        self._taken: list[AccountId] = []
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            left = event.button() == Qt.MouseButton.LeftButton
            self._from = event.position().toPoint() if plain and left else None
            self._taken = self.taken(self._from) if self._from else []
        elif kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent) and self._taken:
            return self._begins(event)
        elif kind == QEvent.Type.MouseButtonRelease:
            self._taken = []
        return super().eventFilter(watched, event)

    def _begins(self, event: QMouseEvent) -> bool:
        start = self._from
        if start is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        way = (event.position().toPoint() - start).manhattanLength()
        if way >= QApplication.startDragDistance():
            drag = QDrag(self._view)
            drag.setMimeData(carried(self._taken))
            self._taken = []
            drag.exec(Qt.DropAction.MoveAction)
        return True  # else the list would select every row on the way


def carried(accounts: Sequence[AccountId]) -> QMimeData:
    """Accounts on their way."""
    made = QMimeData()
    made.setData(KIND, json.dumps(list(accounts)).encode())
    return made


class AccountDrag(Carrying):
    """Lets the accounts of a list be dragged: those selected when one of them is taken, else the one."""

    def __init__(self, view: QAbstractItemView, rows: Rows) -> None:
        def taken(at: QPoint) -> list[AccountId]:
            one = rows.record(view.indexAt(at).row())
            if not isinstance(one, CoverageRow):
                return []
            chosen = selected_accounts(view, rows)
            return chosen if one.account_id in chosen else [one.account_id]

        super().__init__(view, taken)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)


class SponsorDrop(QObject):
    """`dropped` tells which accounts were let go on which sponsor's row."""

    dropped = Signal(object, object)  # tuple of AccountId, MemberId

    def __init__(self, board: HeatBoard) -> None:
        super().__init__(board)
        self._board = board
        self._band: QRubberBand | None = None
        board.setAcceptDrops(True)
        board.installEventFilter(self)
        kinds = QEvent.Type
        self._calls: dict[QEvent.Type, Callable[[QDropEvent], None]] = {
            kinds.DragEnter: self._over,
            kinds.DragMove: self._over,
            kinds.Drop: self._drop,
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self._mark(None)
        call = self._calls.get(event.type())
        if call is not None and isinstance(event, QDropEvent) and event.mimeData().hasFormat(KIND):
            call(event)
            return True
        return super().eventFilter(watched, event)

    def _over(self, event: QDropEvent) -> None:
        who, rect = self._at(event.position().toPoint())
        self._mark(rect if who else None)
        event.setAccepted(who is not None)
        if who is not None and isinstance(event, QDragMoveEvent):
            event.acceptProposedAction()

    def _drop(self, event: QDropEvent) -> None:
        who, _rect = self._at(event.position().toPoint())
        self._mark(None)
        if who is not None:
            ids = json.loads(bytes(event.mimeData().data(KIND).data()))
            event.acceptProposedAction()
            self.dropped.emit(tuple(map(AccountId, ids)), who)

    def _at(self, place: QPoint) -> tuple[MemberId | None, QRect]:
        grid = self._board.grid
        inside = grid.viewport().mapFrom(self._board, place)
        row = grid.rowAt(inside.y())
        high = grid.rowHeight(row) if row >= 0 else 0
        top = grid.viewport().mapTo(self._board, QPoint(0, grid.rowViewportPosition(row))).y()
        return self._board.member_at(row), QRect(0, top, self._board.width(), high)

    def _mark(self, rect: QRect | None) -> None:
        if self._band is None:
            self._band = QRubberBand(QRubberBand.Shape.Rectangle, self._board)
        self._band.setVisible(rect is not None)
        if rect is not None:
            self._band.setGeometry(rect)


class Giving(QObject):
    """Both lists of the coverage page let their accounts go, and the board takes them."""

    def __init__(self, desk: Desk, view: CoverageView) -> None:
        super().__init__(view)
        self._lists = (view.peek.list, view.peek.rows), (view.table.table, view.table.table.rows)
        self.drags = tuple(AccountDrag(*one) for one in self._lists)
        self.drop = SponsorDrop(view.board)
        self._desk = desk
        self.drop.dropped.connect(self._give)

    def _give(self, account_ids: tuple[AccountId, ...], member_id: MemberId) -> None:
        self._desk.go(ToAssign(account_ids, member_id))

    def selected(self, *, as_table: bool) -> list[AccountId]:
        """What is selected in the table, or in the list beside the board."""
        return selected_accounts(*self._lists[as_table])
