"""Add a person at an account: a name, perhaps a title and an address."""

from PySide6.QtCore import Signal

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.twins import LooksKnownError
from sponsor_app.services import Services, contacts, resembling
from sponsor_app.ui.panels.new_at_account import Work
from sponsor_app.ui.widgets.boxes import Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel


class AddPerson(Panel):
    """Enter in any field adds. `heading` says where, unless the page does.

    Who looks like somebody that is here is added only when Enter is pressed again; `twin_wanted` asks for that one.
    """

    submitted = Signal()
    twin_wanted = Signal(str)  # the id of a contact

    def __init__(self) -> None:
        self.heading = Label("", "metaB", "text2", flexible=True)
        self.name = self.first = LineEdit(tr("Name of the person"), tr("Name"))
        self.title = LineEdit(tr("What they do there"), tr("Title"))
        self.reach = LineEdit(tr("E-mail or phone of the person"), tr("E-mail or phone"))
        self.add = Button(tr("Add"), "plus")
        self.twin = Button("", "arrow-right", "link")
        self._twin_id, self._warned = "", ("", "")
        fields = Row((self.name, 3), (self.title, 3), (self.reach, 3), self.add)
        super().__init__(tr("Add a person"), self.heading, fields)
        self._column.add(Row(self.twin, None, margins=(16, 0, 0, 0)))
        self.heading.hide()
        self.twin.hide()
        self.twin.clicked.connect(self._on_twin)
        for field in (self.name, self.title, self.reach):
            field.returnPressed.connect(self.submitted)
        self.add.clicked.connect(self.submitted)

    def clear(self) -> None:
        """Ready for the next one."""
        for field in (self.name, self.title, self.reach):
            field.clear()
        self._warned = ("", "")
        self.forgive()
        self.name.setFocus()

    def refuse(self, error: SponsorError) -> None:
        """Say why not; for somebody who seems to be here, offer to open that one."""
        super().refuse(error)
        known = error.found[0] if isinstance(error, LooksKnownError) else None
        self._warned = self._typed() if known else ("", "")
        self._twin_id = known.id if known else ""
        self.twin.set_label(tr("Open {name}").format(name=known.name) if known else "")
        self.twin.setVisible(known is not None)
        self.add.set_label(tr("Add anyway") if known else tr("Add"))

    def forgive(self) -> None:
        """Take back what was wrong."""
        super().forgive()
        self.twin.hide()
        self.add.set_label(tr("Add"))

    def adding(self, account_id: AccountId) -> Work:
        """Add whoever the fields name; there must be an `@` in a mail address."""
        name, title, reach = self.name.text(), self.title.text(), self.reach.text().strip()
        sure = self._typed() == self._warned
        emails, phones = ((reach,), ()) if "@" in reach else ((), (reach,) if reach else ())

        def add(app: Services) -> Changes:
            if not sure:
                resembling.refuse_known_contact(app, account_id, name, reach)
            return contacts.add(
                app,
                account_id,
                name=name,
                title=title.strip() or None,
                emails=emails,
                phones=phones,
            )

        return add

    def _typed(self) -> tuple[str, str]:
        return (self.name.text().strip(), self.reach.text().strip())

    def _on_twin(self) -> None:
        self.twin_wanted.emit(self._twin_id)
