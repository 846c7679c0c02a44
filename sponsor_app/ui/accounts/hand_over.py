"""Before accounts change hands: who gets how many, what goes with them, and a note for whoever takes them."""

from PySide6.QtWidgets import QWidget

from sponsor_app.domain.handing_over import HandOver, preview_words
from sponsor_app.services import handing_over
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.boxes import Column, Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import how_many, tr
from sponsor_app.ui.widgets.overlay import Overlay
from sponsor_app.ui.widgets.surface import Rule

WIDTH = 560


class HandOverBox(QWidget):
    """Enter hands over, Esc leaves everything as it was."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        self._found: HandOver | None = None
        self.title = Label("", "heading", flexible=True)
        self.said = Label("", "body", "text2", wrap=True)
        self.note = LineEdit(tr("A note for whoever takes over"), tr("What should they know?"))
        self.hand_over_button = Button(tr("Hand over"), "user-plus", shortcut="Enter")
        self.close_button = Button(tr("Cancel"), kind="quiet", shortcut="Esc")
        acts = Row(self.hand_over_button, self.close_button, None, gap=8)
        keys = Row(KeyCap("Ctrl+Z", tr("takes it back as one step")), None)
        body = Column(self.title, 8, self.said, 14, self.note, 12, acts, margins=(20, 18, 20, 14))
        self.setLayout(Column(body, Rule(), Row(keys, None, margins=(20, 8, 20, 10))))
        self.overlay = Overlay(host, self, name=tr("Hand over"), width=WIDTH)
        self.note.returnPressed.connect(self._submit)
        self.hand_over_button.clicked.connect(self._submit)
        self.close_button.clicked.connect(self.overlay.dismiss)

    def ask(self, found: HandOver) -> None:
        """Show what would happen, and ask for a note."""
        self._found = found
        many = how_many(len(found.partings), "account")
        what = found.partings[0].account if len(found.partings) == 1 else many
        self.title.set_text(tr("Hand {what} over to {who}").format(what=what, who=found.to.name))
        self.said.set_text("\n".join(preview_words(found)))
        self.note.clear()
        self.overlay.open(self.note)

    def _submit(self) -> None:
        found, note = self._found, self.note.text()
        self.overlay.dismiss()
        if found is None:
            return
        ids = [one.account_id for one in found.partings]
        if len(ids) == 1:
            self._desk.operations.command(
                lambda app: handing_over.hand_over(app, ids, found.to.id, found.on, note), self
            )
        else:  # a brief of each is composed, and nobody else shall wait for that
            self._desk.operations.slow(
                self,
                lambda app, _tell, _cancel: handing_over.hand_over(
                    app, ids, found.to.id, found.on, note
                ),
                lambda changes: self._desk.operations.announce(changes, self),
            )
