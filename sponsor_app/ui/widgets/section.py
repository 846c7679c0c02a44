"""A section: heading, count, note and one action over a hairline, then its body. No box."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from sponsor_app.ui.widgets.boxes import Column, Row, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.surface import Rule

GAP = 23  # between sections, px at 100 %


class Section(QWidget):
    """`body` is a list, which steps out by 8 px, or anything else, which the section steps in."""

    acted = Signal()

    def __init__(
        self,
        title: str,
        body: QWidget | QLayout,
        *,
        count: str = "",
        note: str = "",
        action: str = "",
        steps_out: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.heading = Label(title, "heading")
        self._count = Label(count, "meta", "text3", beside="heading")
        self._note = Label(note, "meta", "text3", flexible=True, beside="heading")
        self.action = Button(action, kind="link", role="metaB", parent=self)
        self.action.clicked.connect(self.acted)
        self.action.setVisible(bool(action))
        head = Row(self.heading, self._count, (self._note, 1), self.action, margins=(8, 0, 4, 0))
        self._body = Column((body if steps_out else inset(body), 1))
        # The action is taller than the heading, which 28 leaves room for, so heads never jump.
        self._strut = Column(28)
        head.addLayout(self._strut)
        self.setLayout(Column(head, 4, inset(Rule()), 4, (self._body, 1)))
        self.set_count(count)
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Say what it is about."""
        self.heading.set_text(title)
        self.setAccessibleName(title)

    def set_count(self, count: str) -> None:
        """Say how many, with the denominator where there is one."""
        self._count.set_text(count)
        self._count.setVisible(bool(count))

    def set_note(self, note: str) -> None:
        """Say what is shown, or left out."""
        self._note.set_text(note)

    def set_action(self, action: str) -> None:
        """Offer one action; an empty text offers none."""
        self.action.set_label(action)
        self.action.setVisible(bool(action))
