"""Create a team, join one, let somebody in, call a laptop by another name, meet elsewhere."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.sync_status import moment
from sponsor_app.domain.team import Laptop
from sponsor_app.ui.courier.courier import Courier
from sponsor_app.ui.sharing import verbs
from sponsor_app.ui.sharing.form import FilePicker, Form
from sponsor_app.ui.sharing.server import HIGH, ServerForm, ServerPassword, is_server
from sponsor_app.ui.sharing.verbs import Code
from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.field import Field, LineEdit
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import later, tr

DAYS = (1, 7, 30)
LATER = later("It goes out as soon as the shared file can be reached.")


class CreateForm(ServerForm):
    """`created` tells that there is a team."""

    created = Signal(object)  # Begun

    def __init__(self, courier: Courier, host: QWidget) -> None:
        self.name = LineEdit(tr("Name of the team"), height=HIGH)
        self.folder = LineEdit(tr("Folder of the shared file"), height=HIGH)
        self.choose = FilePicker(tr("Choose …"), tr("A folder your team can reach"), folder=True)
        self.place = Label("", "meta", "text3", wrap=True)
        hint = tr(
            "A network drive, or a folder that Dropbox, OneDrive, Nextcloud carries; or postgresql://NAME@SERVER/DATABASE."
        )
        self.password = ServerPassword(self.folder)
        folder = Row(
            (Field(self.folder, tr("Folder that your whole team can reach"), hint), 1),
            holding(Column(21, self.choose, None)),
        )
        super().__init__(
            courier,
            host,
            tr("Share with a team"),
            tr(
                "Everybody’s laptop keeps everything it knows and meets the others in one file. Only the team can"
                " read it: to the owner of the folder, and to anybody else, it is noise. What is on this laptop goes"
                " into it; you are the first who may change the team."
            ),
            Field(self.name, tr("Name of the team")),
            folder,
            self.password,
            self.place,
            act=tr("Create the team"),
        )
        self.name.setText(tr("Team"))
        self.choose.picked.connect(self.folder.setText)
        self.password.field.returnPressed.connect(self._on_act)
        for field in (self.name, self.folder):
            field.textChanged.connect(self._on_typed)
            field.returnPressed.connect(self._on_act)

    def first_field(self) -> QWidget:
        return self.folder

    def address(self) -> str:
        """The place as it is asked for."""
        folder, name = self.folder.text().strip(), self.name.text().strip()
        if not folder or is_server(folder):
            return folder
        stem = "".join(" " if c in '<>:"/\\|?*' else c for c in name).strip() or tr("Team")
        return str(Path(folder) / f"{stem}{verbs.ENDING}")

    def _on_typed(self, _text: str) -> None:
        address = self.address()
        said = tr("The shared file: {file}").format(file=address)
        self.place.set_text(said if address and not is_server(address) else "")

    def _on_act(self) -> None:
        address = self.address()
        if not address:
            said = tr("Choose a folder that your team can reach. Nothing was changed.")
            self.panel.refuse(InvalidError(said))
            return
        secret = self.password.secret()
        self._run(
            tr("Making the shared file and reading it back"),
            lambda errand: verbs.create(errand, address, secret),
            self._created,
        )

    def _created(self, begun: object) -> None:
        self.overlay.dismiss()
        self.created.emit(begun)


class JoinForm(ServerForm):
    """`joined` tells that this laptop is in, or waits to be let in."""

    joined = Signal(object)  # Begun

    def __init__(self, courier: Courier, host: QWidget, *more: QWidget, words: str = "") -> None:
        self.place = LineEdit(tr("The shared file"), height=HIGH)
        self.choose = FilePicker(tr("Choose …"), tr("The shared file of the team"))
        self.code = LineEdit(tr("Code of your invitation"), height=HIGH)
        self.password = ServerPassword(self.place)
        place = Row(
            (Field(self.place, tr("The shared file of the team")), 1),
            holding(Column(21, self.choose, None)),
        )
        code_hint = tr("Spaces and dashes do not matter; O and 0 are the same, so are I, L and 1.")
        super().__init__(
            courier,
            host,
            tr("Join a team"),
            words
            or tr(
                "You need the file, and a code from somebody who may change the team. What is on this laptop goes"
                " into the team too. The code of a recovery page works as well."
            ),
            place,
            self.password,
            Field(self.code, tr("Code of your invitation"), code_hint),
            *more,
            act=tr("Join"),
        )
        self.choose.picked.connect(self.place.setText)
        for field in (self.place, self.password.field, self.code):
            field.returnPressed.connect(self._on_act)

    def first_field(self) -> QWidget:
        return self.place

    def _on_act(self) -> None:
        place, code = self.place.text().strip(), self.code.text().strip()
        if self._lacks(place, code):
            return
        secret = self.password.secret()
        self._run(
            tr("Looking for the shared file"),
            lambda errand: verbs.join(errand, place, code, secret),
            self._joined,
        )

    def _lacks(self, place: str, code: str) -> bool:
        if not place or not code:
            said = tr("Choose the shared file and type the code. Nothing was changed.")
            self.panel.refuse(InvalidError(said))
        return not (place and code)

    def _joined(self, begun: object) -> None:
        self.code.clear()
        self.overlay.dismiss()
        self.joined.emit(begun)


class InviteForm(Form):
    """Asks for whom, then shows the code, once."""

    def __init__(self, courier: Courier, host: QWidget, now: Callable[[], datetime]) -> None:
        self._now = now
        self.name = LineEdit(tr("Name of the person"), height=HIGH)
        self.admin = Chip(tr("May change the team"), "user-plus", checkable=True)
        self.days = {days: Chip(_days(days), checkable=True) for days in DAYS}
        self.code = Label("", "title", selectable=True)
        self.until = Label("", "body", "text2", wrap=True)
        self.warning = Label("", "body", "warn", wrap=True)
        self.copy = Button(tr("Copy the code"), "copy")
        self._asking = holding(
            Column(
                Field(
                    self.name,
                    tr("Who is it for?"),
                    tr("For a second laptop of yours, type your own name."),
                ),
                holding(Flow(*self.days.values(), self.admin)),
                gap=10,
            )
        )
        self._showing = holding(
            Column(self.code, Row(self.copy, None), self.until, self.warning, gap=10)
        )
        super().__init__(
            courier, host, tr("Let somebody in"), "", self._asking, self._showing, act=""
        )
        self.name.returnPressed.connect(self._on_act)
        self.copy.clicked.connect(self._on_copy)
        for days, chip in self.days.items():
            chip.clicked.connect(lambda _checked=False, days=days: self._choose(days))
        self.ask_for("")

    def ask_for(self, name: str) -> None:
        """Begin anew; the code that was shown before is gone."""
        self.name.setText(name)
        self.code.set_text("")
        self.admin.setChecked(False)
        self._choose(7)
        self.words.set_text(
            tr("A code lets one laptop in, once. You get it here, and hand it over yourself.")
        )
        self.act.set_label(tr("Make a code"))
        self.back.set_label(tr("Cancel"))
        self._asking.show()
        self._showing.hide()
        self.act.show()

    def first_field(self) -> QWidget:
        return self.name

    def _choose(self, days: int) -> None:
        for number, chip in self.days.items():
            chip.setChecked(number == days)

    def _on_act(self) -> None:
        name, admin = self.name.text().strip(), self.admin.isChecked()
        days = next(days for days, chip in self.days.items() if chip.isChecked())
        if not name:
            said = tr("Type the name of whoever the code is for. Nothing was changed.")
            self.panel.refuse(InvalidError(said))
            return
        self._run(
            tr("Making a code and telling the shared file"),
            lambda errand: verbs.invite(errand, name, admin=admin, days=days),
            self._show,
        )

    def _show(self, code: Code) -> None:
        said = tr("Code for {name}. It is shown here once and kept nowhere.")
        self.words.set_text(said.format(name=code.name))
        self.code.set_text(code.code)
        self.code.setAccessibleName(tr("Code {code}").format(code=code.code))
        until = moment(code.until, self._now()) if code.until else ""
        rest = "" if code.reached else f" {tr(LATER)}"
        said = tr("Good until {until}, for one laptop.").format(until=until)
        self.until.set_text(f"{said}{rest}")
        self.warning.set_text(code.warning)
        self._asking.hide()
        self._showing.show()
        self.act.hide()
        self.back.set_label(tr("Done"))
        self.copy.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code.text())
        self.copy.set_label(tr("Copied"), "check")

    def _on_closed(self) -> None:
        super()._on_closed()
        self.copy.set_label(tr("Copy the code"), "copy")
        self.ask_for("")


class RenameForm(Form):
    """`renamed` tells the new name and whether the others know of it."""

    renamed = Signal(str, bool)

    def __init__(self, courier: Courier, host: QWidget) -> None:
        self.name = LineEdit(tr("Name of the laptop"), height=HIGH)
        self._line: Laptop | None = None
        super().__init__(
            courier,
            host,
            tr("Call this laptop by another name"),
            tr("Everybody in the team sees the new name."),
            Field(self.name),
            act=tr("Rename"),
        )
        self.name.returnPressed.connect(self._on_act)

    def ask_for(self, line: Laptop) -> None:
        """Rename this one."""
        self._line = line
        self.name.setText(line.device)
        self.name.selectAll()

    def first_field(self) -> QWidget:
        return self.name

    def _on_act(self) -> None:
        line, name = self._line, self.name.text()
        if line is not None:
            self._run(
                tr("Telling the team"),
                lambda errand: verbs.rename(errand, line, name),
                lambda reached: self._renamed(name.strip(), reached),
            )

    def _renamed(self, name: str, reached: bool) -> None:
        self.overlay.dismiss()
        self.renamed.emit(name, reached)


class PlaceForm(ServerForm):
    """`met` carries what hinders the team at the new place, or nothing."""

    met = Signal(str)

    def __init__(self, courier: Courier, host: QWidget) -> None:
        self.place = LineEdit(tr("Where the shared file is"), height=HIGH)
        self.choose = FilePicker(tr("Choose …"), tr("The shared file"), new=f"Team{verbs.ENDING}")
        self.also = Chip(tr("As well as where it is now"), "plus", checkable=True)
        self.password = ServerPassword(self.place)
        row = Row((Field(self.place), 1), holding(Column(2, self.choose, None)))
        super().__init__(
            courier,
            host,
            tr("The shared file is somewhere else"),
            tr(
                "Choose it where it is now. Where there is none, it is written anew from what this laptop knows;"
                " tell the others where, each chooses it on their own laptop."
            ),
            row,
            self.password,
            holding(Flow(self.also)),
            act=tr("Meet there"),
        )
        self.choose.picked.connect(self.place.setText)
        for field in (self.place, self.password.field):
            field.returnPressed.connect(self._on_act)

    def first_field(self) -> QWidget:
        return self.place

    def _on_act(self) -> None:
        place, also = self.place.text().strip(), self.also.isChecked()
        secret = self.password.secret()
        if not place:
            self.panel.refuse(InvalidError(tr("Choose a file. Nothing was changed.")))
            return
        self._run(
            tr("Looking there"),
            lambda errand: verbs.meet_at(errand, place, secret, also=also),
            self._met,
        )

    def _met(self, trouble: str) -> None:
        self.overlay.dismiss()
        self.met.emit(trouble)


def _days(days: int) -> str:
    return tr("Good for a day") if days == 1 else tr("Good for {days} days").format(days=days)
