"""One laptop of the team at the side: who, which, its fingerprint in words, and what can be done with it."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.team import Kind, Team
from sponsor_app.ui.sharing.words import Line, reason_of, seen
from sponsor_app.ui.widgets.boxes import Column, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr


class TeamSide(QWidget):
    """`asked` names what shall be done with the line that is shown."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: Line | None = None
        self._name = Label("", "heading", wrap=True, lines=3)
        self._reason = Label("", "body", "text2", wrap=True)
        self._seen = Label("", "meta", "text3", wrap=True)
        self._caption = Label(tr("Fingerprint"), "label", "text3")
        self.fingerprint = Label("", "lead", wrap=True, selectable=True)
        self._hint = Label("", "meta", "text3", wrap=True)
        self.buttons = {
            "admin": Button(tr("Let it change the team"), "user-plus"),
            "member": Button(tr("No longer an admin"), "user-round"),
            "rename": Button(tr("Rename"), "pencil-line"),
            "again": Button(tr("Invite for a second laptop"), "laptop"),
            "remove": Button(tr("Remove"), "user-x", ink="bad"),
            "end": Button(tr("End this code"), "x", ink="bad"),
            "leave": Button(tr("Leave the team"), "arrow-right", ink="bad"),
            "back": Button(tr("Take back what it wrote"), "undo-2", ink="bad"),
        }
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self.asked.emit(key))
        self._acts = holding(Flow(*self.buttons.values()))
        words = Column(
            self._name, 2, self._reason, self._seen, 16, self._caption, 2, self.fingerprint, 4, self._hint
        )  # fmt: skip
        self.setLayout(Column(inset(words), 16, inset(self._acts), None, margins=(0, 0, 0, 12)))
        self.show_nothing()

    def show_line(self, line: Line, team: Team, now: datetime) -> None:
        """Show a line, and what I may do with it."""
        self.line, one = line, line.laptop
        self.setAccessibleName(f"{one.name}, {one.device}".rstrip(", "))
        self._name.set_text(one.name)
        self._reason.set_text(reason_of(one))
        self._seen.set_text(seen(line, now))
        laptop = one.kind is Kind.LAPTOP
        self.fingerprint.set_text(one.fingerprint if laptop else "")
        for part in (self._caption, self.fingerprint):
            part.setVisible(laptop)
        self._hint.set_text(_hint(line))
        self._offer(line, team)

    def show_nothing(self) -> None:
        """Say how to fill it."""
        self.line = None
        for label in (self._name, self._reason, self._seen):
            label.set_text("")
        self._caption.hide()
        self.fingerprint.hide()
        self._hint.set_text(tr("Choose a laptop to see what can be done with it."))
        for button in self.buttons.values():
            button.hide()

    def _offer(self, line: Line, team: Team) -> None:
        one, laptop = line.laptop, line.laptop.kind is Kind.LAPTOP
        there = team.admin and not line.past
        wanted = {
            "admin": there and laptop and not one.admin,
            "member": there and laptop and one.admin,
            "rename": there and laptop,
            "again": there and laptop and one.mine,
            "remove": there and laptop and not one.mine,
            "end": there and not laptop,
            "leave": one.mine and not line.past,
            "back": laptop and not one.mine,
        }
        for key, button in self.buttons.items():
            button.setVisible(wanted[key])


def _hint(line: Line) -> str:
    one = line.laptop
    if one.kind is Kind.INVITATION:
        return tr("Whoever has the code can join once. End it if it went to the wrong person.")
    if one.kind is Kind.RECOVERY:
        return tr("Whoever has the page can become an admin once. A new page makes it void.")
    if line.past:
        return tr("It reads nothing new and can add nothing. What it had, it keeps.")
    if one.mine:
        return tr("Read it aloud when a colleague compares it with what their laptop shows.")
    return tr(
        "Compare it on the phone with what that laptop shows of itself: the same words mean that nobody is in between."
    )
