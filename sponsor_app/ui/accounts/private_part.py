"""What only I read about this account."""

from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.private_note import PrivateNote
from sponsor_app.ui.widgets.language import tr


class PrivatePart(Part):
    """Never leaves this laptop."""

    def __init__(self, desk: Desk) -> None:
        self.private = PrivateNote(desk)
        super().__init__(desk, tr("Private note"), self.private, action=tr("Edit"))
        self.acted.connect(self.private.note.begin)

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        self.private.show_record(shown.account_id)
