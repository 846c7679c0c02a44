"""Something new where no account is open: first at which one, then the form in place."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.account_search import ask_for_account
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.picker import Picker

Work = Callable[[Services], Changes]


class Form(Protocol):
    """A panel that asks for what is new."""

    @property
    def heading(self) -> Label: ...
    @property
    def first(self) -> QWidget: ...
    def clear(self) -> None: ...
    def begin(self, first: QWidget | None = None) -> None: ...
    def hide(self) -> None: ...
    def refuse(self, error: SponsorError) -> None: ...


class NewAtAccount(QObject):
    """`ask` begins; `made` tells the new record's id, `left` that the form was closed without one."""

    made = Signal(str)
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        screen: QWidget,
        form: Form,
        question: str,
        work: Callable[[AccountId], Work],
    ) -> None:
        super().__init__(screen)
        self._desk, self._screen, self._form = desk, screen, form
        self._question, self._work = question, work
        self._picker: Picker | None = None
        self._account_id: AccountId | None = None

    def ask(self) -> None:
        """Ask at which account."""
        if self._picker is None:
            self._picker = Picker(self._screen.window())
        ask_for_account(self._desk, self._picker, self._question, None, self.begin_at)

    def begin_at(self, account_id: AccountId, name: str) -> None:
        """Show the form for an account."""
        self._account_id = account_id
        self._form.clear()
        self._form.heading.set_text(tr("At {account}").format(account=name))
        self._form.heading.show()
        self._form.begin(self._form.first)

    def submit(self) -> None:
        """Make it; what is wrong is said in the form."""
        if self._account_id is not None:
            self._desk.operations.command(
                self._work(self._account_id),
                self,
                then=self._on_made,
                refused=self._form.refuse,
            )

    def leave(self) -> None:
        """Close the form."""
        self._form.hide()
        self.left.emit()

    def _on_made(self, changes: Changes) -> None:
        self._form.hide()
        self.made.emit(changes.created[0])
