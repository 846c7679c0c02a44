"""Add a person at an account: a name, perhaps a title and an address."""

from PySide6.QtCore import Signal

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, contacts
from sponsor_app.ui.panels.new_at_account import Work
from sponsor_app.ui.widgets.boxes import Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel


class AddPerson(Panel):
    """Enter in any field adds. `heading` says where, unless the page does."""

    submitted = Signal()

    def __init__(self) -> None:
        self.heading = Label("", "metaB", "text2", flexible=True)
        self.name = self.first = LineEdit(tr("Name of the person"), tr("Name"))
        self.title = LineEdit(tr("What they do there"), tr("Title"))
        self.reach = LineEdit(tr("E-mail or phone of the person"), tr("E-mail or phone"))
        self.add = Button(tr("Add"), "plus")
        fields = Row((self.name, 3), (self.title, 3), (self.reach, 3), self.add)
        super().__init__(tr("Add a person"), self.heading, fields)
        self.heading.hide()
        for field in (self.name, self.title, self.reach):
            field.returnPressed.connect(self.submitted)
        self.add.clicked.connect(self.submitted)

    def clear(self) -> None:
        """Ready for the next one."""
        for field in (self.name, self.title, self.reach):
            field.clear()
        self.forgive()
        self.name.setFocus()

    def adding(self, account_id: AccountId) -> Work:
        """Add whoever the fields name; there must be an `@` in a mail address."""
        name, title, reach = self.name.text(), self.title.text(), self.reach.text().strip()
        emails, phones = ((reach,), ()) if "@" in reach else ((), (reach,) if reach else ())

        def add(app: Services) -> Changes:
            return contacts.add(
                app,
                account_id,
                name=name,
                title=title.strip() or None,
                emails=emails,
                phones=phones,
            )

        return add
