"""Connect a calendar of a server: its address, who asks, the password, and which calendar where there are several."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sponsor_app import services
from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import Services
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.operations import Cancel, Progress
from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.field import Field, LineEdit
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from sponsor_app.services.calendars import Login, ServerCalendar, Watched

HIGH = 32


class Connect(Protocol):
    """What connects calendars by their addresses."""

    def __call__(
        self, app: Services, login: "Login", names: Sequence[str] = ()
    ) -> "tuple[Watched, ...]":
        """The calendars that are watched from now on."""
        ...


def connect_calendars(
    app: Services, login: "Login", names: Sequence[str] = ()
) -> "tuple[Watched, ...]":
    """As the command does, with the password in this computer's key store."""
    return services.calendars.connect(app, login, names)


class CalendarServerForm(QWidget):
    """`connected` tells that something more is watched, `closed` that the form is no longer wanted."""

    connected = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, connect: Connect = connect_calendars) -> None:
        super().__init__()
        self._desk, self._connect = desk, connect
        self._there: dict[str, Chip] = {}
        self.address = LineEdit(tr("Address of the server"), height=HIGH)
        self.user = LineEdit(tr("Name on the server"), height=HIGH)
        self.password = LineEdit(tr("Password on the server"), height=HIGH)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.act = Button(tr("Look there"), kind="plain")
        self.back = Button(tr("Cancel"), kind="quiet")
        self.progress = ProgressLine()
        self._choice_words = Label(tr("Which of them?"), "metaB", "text2")
        self._choice = QWidget()
        self._chips = Flow()
        self._choice.setLayout(Column(self._choice_words, 4, self._chips))
        hint = tr(
            "As your calendar program has it, for CalDAV. The calendar is read, and never written to."
        )
        secret = tr(
            "It goes to this computer’s key store, and to that server. Many want one made for one program."
        )
        self._field = Field(self.address, tr("Address of the server"), hint)
        fields = Column(
            self._field, Field(self.user, tr("Name")),
            Field(self.password, tr("Password"), secret), gap=10,
        )  # fmt: skip
        buttons = holding(Row(self.act, self.back, None, gap=8))
        self.setLayout(Column(fields, 10, self._choice, 10, buttons, self.progress))
        self._choice.hide()
        self.progress.hide()
        self._listen()

    def open(self) -> None:
        """Ask anew."""
        self._forget_choice()
        self._field.set_error("")
        self.password.clear()
        self.show()
        self.address.setFocus()

    def _listen(self) -> None:
        self.act.clicked.connect(self._on_act)
        self.back.clicked.connect(self._on_back)
        for field in (self.address, self.user, self.password):
            field.returnPressed.connect(self._on_act)
            field.textEdited.connect(self._forget_choice)

    def _login(self) -> "Login":
        user = self.user.text().strip()
        return services.calendars.Login(self.address.text(), user, self.password.text())

    def _on_act(self) -> None:
        if self.progress.isVisibleTo(self):
            return
        chosen = [address for address, chip in self._there.items() if chip.isChecked()]
        if self._there and not chosen:
            self._field.set_error(tr("Choose at least one of the calendars below."))
            return
        self._field.set_error("")
        self.act.setEnabled(False)
        self.progress.show_working(tr("Asking the server"))
        self.progress.show()
        if chosen:
            self._join(chosen)
        else:
            self._look()

    def _look(self) -> None:
        login = self._login()

        def work(_app: Services, _tell: Progress, _cancel: Cancel) -> "tuple[ServerCalendar, ...]":
            return services.calendars.offered(login)

        self._desk.operations.slow(self, work, self._on_offered, self._on_refused)

    def _on_offered(self, there: "tuple[ServerCalendar, ...]") -> None:
        if len(there) == 1:
            self._join([there[0].address])
            return
        self._rest()
        for one in there:
            chip = Chip(one.name, "calendar-days", checkable=True)
            self._there[one.address] = chip
            self._chips.addWidget(chip)
        self._choice.show()
        self.act.setText(tr("Connect"))
        self._there[there[0].address].setFocus()

    def _join(self, addresses: Sequence[str]) -> None:
        login = self._login()

        def work(app: Services, _tell: Progress, _cancel: Cancel) -> "tuple[Watched, ...]":
            return self._connect(app, login, addresses)

        self._desk.operations.slow(self, work, self._on_connected, self._on_refused)

    def _on_connected(self, _found: "tuple[Watched, ...]") -> None:
        self._rest()
        self.password.clear()
        self._forget_choice()
        self.hide()
        self.connected.emit()

    def _on_refused(self, error: SponsorError) -> None:
        self._rest()
        self._field.set_error(f"{error.message} {error.next}".strip())
        self.address.setFocus()

    def _on_back(self) -> None:
        self.password.clear()
        self.hide()
        self.closed.emit()

    def _rest(self) -> None:
        self.act.setEnabled(True)
        self.progress.hide()

    def _forget_choice(self) -> None:
        for chip in self._there.values():
            self._chips.removeWidget(chip)
            chip.deleteLater()
        self._there.clear()
        self._choice.hide()
        self.act.setText(tr("Look there"))
