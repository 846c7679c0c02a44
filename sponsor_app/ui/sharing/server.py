"""A server instead of a file: its password, asked for where its address is typed, and kept elsewhere where there is no key store."""

from PySide6.QtWidgets import QLineEdit, QWidget

from sponsor_app.domain.errors import PasswordPlaceError, SponsorError
from sponsor_app.ui.sharing.form import Form
from sponsor_app.ui.sharing.verbs import Secret
from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.field import Field, LineEdit
from sponsor_app.ui.widgets.language import tr

HIGH = 34


def is_server(text: str) -> bool:
    """Whether somebody typed the address of a server."""
    return "://" in text


class ServerPassword(QWidget):
    """Shown while the address of a server stands in `place`; what is typed goes to the key store and nowhere else."""

    def __init__(self, place: QLineEdit) -> None:
        super().__init__()
        self.field = LineEdit(tr("Password of the server"), height=HIGH)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.here = Chip(tr("Keep it in the encrypted store here"), "lock", checkable=True)
        hint = tr(
            "It goes to this computer’s key store. The server itself never sees it, nor what is shared."
        )
        self._choice = holding(Row(self.here, None))
        self.setLayout(
            Column(Field(self.field, tr("Password of the server"), hint), self._choice, gap=8)
        )
        self._choice.hide()
        place.textChanged.connect(self._on_place)
        self._on_place(place.text())

    def secret(self) -> Secret:
        """What was typed and chosen."""
        if self.isHidden():
            return Secret()
        return Secret(self.field.text(), not self._choice.isHidden() and self.here.isChecked())

    def offer(self, error: SponsorError) -> None:
        """Offer the other place for a password, when that is what is missing."""
        if isinstance(error, PasswordPlaceError):
            self._choice.show()
            self.here.setFocus()

    def clear(self) -> None:
        """Show no password any more."""
        self.field.clear()

    def _on_place(self, text: str) -> None:
        self.setVisible(is_server(text))


class ServerForm(Form):
    """A form whose place may be a server."""

    password: ServerPassword

    def _refuse(self, error: SponsorError) -> None:
        super()._refuse(error)
        self.password.offer(error)

    def _on_closed(self) -> None:
        super()._on_closed()
        self.password.clear()
