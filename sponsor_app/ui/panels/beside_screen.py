"""A screen of rows with one opened beside: Enter opens it and goes there, Space and a click look, Esc closes."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import Services
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.widgets.boxes import Column
from sponsor_app.ui.widgets.list_and_side import ListAndSide

R = TypeVar("R")
OTHER = Qt.FocusReason.OtherFocusReason
Work = Callable[[Services], Changes]


class BesideScreen(Screen, Generic[R]):
    """`show_beside` and `clear_beside` say how one record is shown; `key` tells records apart."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        view: ListAndSide[R],
        key: Callable[[R], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, name, parent)
        self.view, self._key = view, key
        self.opened: str | None = None
        self.wanted: str | None = None
        self.setLayout(Column((view, 1)))
        view.list.opened.connect(self.open)
        view.list.peeked.connect(self.peek)
        view.list.clicked.connect(view.list.peek_current)
        view.list.moved.connect(self._on_moved)

    def first_focus(self) -> QWidget | None:
        """The rows, or what shall be done first."""
        return self.view.first_action()

    def show_beside(self, record: R, *, enter: bool) -> None:
        """Show one record at the side; `enter` gives it the keyboard."""
        raise NotImplementedError

    def clear_beside(self) -> None:
        """Nothing is shown at the side any more."""

    def open(self, record: R) -> None:
        """Open one record beside the rows and go there."""
        self._show_one(record, enter=True)

    def peek(self, record: R) -> None:
        """Look at one record without leaving the rows."""
        self._show_one(record, enter=False)

    def show_record(self, record_id: str) -> None:
        """Open a record that another screen named."""
        self.view.choose("all")
        self.wanted = record_id
        self.refresh()

    def close_beside(self) -> None:
        """Take the side away; the keyboard goes back to the rows."""
        within = self.view.side.isAncestorOf(self.focusWidget() or self)
        self.opened = None
        self.view.show_side(shown=False)
        self.clear_beside()
        if within:
            self.view.first_action().setFocus(OTHER)

    def settle(self) -> None:
        """After new rows: show anew what is opened, close what is gone, go to what was just made."""
        if self.wanted is not None and self.view.rows.row_of(self.wanted) >= 0:
            self.view.list.select(self.wanted)
            self.opened, self.wanted = self.wanted, None
            self.view.list.setFocus(OTHER)
        if self.opened is None:
            return
        row = self.view.rows.row_of(self.opened)
        record = self.view.rows.record(row) if row >= 0 else None
        if record is None:
            self.close_beside()
        else:
            self._show_one(record, enter=False)

    def current(self) -> R | None:
        """What is opened beside, else what has the keyboard."""
        if self.opened is not None:
            row = self.view.rows.row_of(self.opened)
            if row >= 0:
                return self.view.rows.record(row)
        return self.view.list.current_record()

    def do(
        self,
        work: Work,
        then: Callable[[Changes], None] | None = None,
        refused: Callable[[SponsorError], None] | None = None,
    ) -> None:
        """Change something as one step; the whole window hears of it."""
        self.desk.operations.command(work, self, then=then, refused=refused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.opened is not None:
            self.close_beside()
        else:
            super().keyPressEvent(event)

    def _show_one(self, record: R, *, enter: bool) -> None:
        self.opened = self._key(record)
        self.view.show_side(shown=True)
        self.show_beside(record, enter=enter)

    def _on_moved(self, record: R | None) -> None:
        if record is not None and self.opened not in (None, self._key(record)):
            self.peek(record)
