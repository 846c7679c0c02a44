"""Join a team on a laptop that has nothing yet: the file, the code, a name, and a passphrase where there is no key store."""

from PySide6.QtWidgets import QLineEdit, QWidget

from sponsor_app.domain.errors import InvalidError, KeyStoreError, PasswordPlaceError, SponsorError
from sponsor_app.services import profiles
from sponsor_app.services.profiles import Clocks, Profile, Unlocking
from sponsor_app.ui.courier.courier import Courier
from sponsor_app.ui.sharing import verbs
from sponsor_app.ui.sharing.forms import JoinForm
from sponsor_app.ui.sharing.server import HIGH
from sponsor_app.ui.widgets.boxes import Column, holding
from sponsor_app.ui.widgets.field import Field, LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr

SHORTEST = 8


class JoinAnewForm(JoinForm):
    """`joined` carries the store that was made. What is stopped or refused leaves nothing behind."""

    def __init__(self, courier: Courier, host: QWidget, profile: Profile, clocks: Clocks) -> None:
        self._profile, self._clocks = profile, clocks
        self.name = LineEdit(tr("Your name"), height=HIGH)
        self.first = LineEdit(tr("Passphrase"), tr("Four or five unrelated words"), height=HIGH)
        self.second = LineEdit(tr("Passphrase again"), tr("Once more"), height=HIGH)
        self.passphrases = holding(
            Column(
                Label(
                    tr(
                        "This computer has no key store that we can use. Choose the passphrase that opens what is kept"
                        " here. If you forget it, nobody can open it."
                    ),
                    "body",
                    "text2",
                    wrap=True,
                ),
                self.first,
                self.second,
                gap=8,
            )
        )
        words = tr(
            "You need the file, and a code from somebody who may change the team. Everything the team knows comes to"
            " this laptop; you can stop at any time, and nothing is left here then."
        )
        super().__init__(
            courier,
            host,
            Field(self.name, tr("Your name, as the team sees it")),
            self.passphrases,
            words=words,
        )
        self.name.setText(profiles.person_name())
        self.passphrases.hide()
        for editor in (self.first, self.second):
            editor.setEchoMode(QLineEdit.EchoMode.Password)
        for editor in (self.name, self.first, self.second):
            editor.returnPressed.connect(self._on_act)

    def _on_act(self) -> None:
        asked = (self.place.text().strip(), self.code.text().strip(), self.name.text().strip())
        if self._lacks(*asked[:2]) or self._wrong(asked[2]):
            return
        profile, clocks = self._profile, self._clocks
        unlocking, secret = self._unlocking(), self.password.secret()
        self._run(
            tr("Looking for the shared file"),
            lambda errand: verbs.join_anew(errand, profile, clocks, asked, unlocking, secret),
            self._joined,
            self._refused,
        )

    def _wrong(self, name: str) -> bool:
        said = ""
        if not name:
            said = tr("Type your name.")
        elif not self.passphrases.isHidden():
            if len(self.first.text()) < SHORTEST:
                said = tr("A passphrase needs at least eight characters.")
            elif self.first.text() != self.second.text():
                said = tr("The passphrases are not the same.")
        if said:
            self.panel.refuse(InvalidError(f"{said} {tr('Nothing was made.')}"))
        return bool(said)

    def _unlocking(self) -> Unlocking:
        hidden = self.passphrases.isHidden()
        return Unlocking() if hidden else Unlocking(passphrase=self.first.text())

    def _refused(self, error: SponsorError) -> None:
        known = isinstance(error, PasswordPlaceError) or not self.passphrases.isHidden()
        if isinstance(error, KeyStoreError) and not known:
            self.passphrases.show()
            self.first.setFocus()
            return
        self._refuse(error)

    def _on_closed(self) -> None:
        super()._on_closed()
        self.first.clear()
        self.second.clear()
