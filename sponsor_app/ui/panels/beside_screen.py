"""A screen of rows, one opened beside, a form that adds: Enter opens it and goes there, Space looks, Esc closes."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import Services
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.beside_side import BesideSide
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.widgets.boxes import Column
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.list_and_side import ListAndSide
from sponsor_app.ui.widgets.panel import Panel

R = TypeVar("R")
OTHER = Qt.FocusReason.OtherFocusReason
Work = Callable[[Services], Changes]


class BesideScreen(Screen, Generic[R]):
    """`arrange` fills the rows, `show_beside` shows one record, `add` begins another; `key` tells records apart."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        view: ListAndSide[R],
        key: Callable[[R], str],
        parts: tuple[BesideSide, Panel, Button],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, name, parent)
        self.view, self._key = view, key
        self._side, self._form, new_button = parts
        self.opened: str | None = None
        self.wanted: str | None = None
        self.setLayout(Column((view, 1)))
        view.list.opened.connect(self.open)
        view.list.peeked.connect(self.peek)
        view.list.clicked.connect(view.list.peek_current)
        view.list.moved.connect(self._on_moved)
        view.narrowed.connect(self.arrange)
        view.nothing.acted.connect(self.add)
        new_button.clicked.connect(self.add)
        self._form.closed.connect(self._form.hide)
        self._form.closed.connect(self._to_rows)
        self._side.closed.connect(self.close_beside)

    def first_focus(self) -> QWidget | None:
        """The rows, or what shall be done first."""
        return self.view.first_action()

    def show_beside(self, record: R, *, enter: bool) -> None:
        """Show one record at the side; `enter` gives it the keyboard."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Fill the rows from what was read last."""
        raise NotImplementedError

    def add(self) -> None:
        """Begin another record."""
        raise NotImplementedError

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
        self._side.clear()
        if within:
            self._to_rows()

    def rearrange(self) -> None:
        """After a reading: the new rows, what is opened shown anew, the keyboard where it was."""
        had_keyboard = self.view.list.hasFocus() or self.view.nothing.action.hasFocus()
        self.arrange()
        self.settle()
        if had_keyboard:
            self._to_rows()

    def made(self, changes: Changes) -> None:
        """What the form added is opened beside; the form goes."""
        self._form.hide()
        self.view.choose("all")
        self.wanted = changes.created[0] if changes.created else None
        self.refresh()

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

    def _to_rows(self) -> None:
        self.view.first_action().setFocus(OTHER)

    def _on_moved(self, record: R | None) -> None:
        if record is not None and self.opened not in (None, self._key(record)):
            self.peek(record)
