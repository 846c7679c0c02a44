"""After a debrief: the note that stays with us, and beside it the minutes that may be sent, to be gone over first."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.saving import Saving
from sponsor_app.ui.widgets.boxes import Column, Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.field import TextEdit
from sponsor_app.ui.widgets.glyph import Glyph
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.surface import Rule

SIDE = 20


class MinutesView(QWidget):
    """C copies, S saves as a file, Esc is done. What is changed in the minutes goes only where they go."""

    copied = Signal()
    kept = Signal()
    done = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.name = ""
        self._note = Label("", "body", "text2", wrap=True, lines=6)
        self._minutes = TextEdit(tr("Minutes for them"), lines=10, most=14)
        self.copy_button = Button(tr("Copy the minutes"), "copy", kind="primary", shortcut="C")
        self.keep_button = Button(tr("Save them as a file"), "file-down", shortcut="S")
        self.done_button = Button(tr("Done"), kind="quiet", shortcut="Esc")
        self.saving = Saving(desk, self.keep_button)
        self._lay_out()
        self.copy_button.clicked.connect(self.copied)
        self.keep_button.clicked.connect(self.kept)
        self.done_button.clicked.connect(self.done)

    def show_texts(self, note: str, minutes: str, name: str) -> None:
        """Show both; `name` is what a file of the minutes is called."""
        self.name = f"{name}.txt"
        self._note.set_text(note or tr("Nothing was noted for us."))
        self._minutes.setPlainText(minutes)

    def text(self) -> str:
        """The minutes as they read now."""
        return self._minutes.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {"c": self.copied, "s": self.kept}
        act = acts.get(event.text().casefold())
        if act is not None:
            act.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = Row(
            Glyph("check", "ok", 18), 12, Label(tr("It is on file."), "heading"), None, gap=0
        )
        head.set_margins(SIDE, 14, SIDE, 12)
        ours = Column(Label(tr("For us only"), "metaB", "text2"), self._note, gap=4)
        theirs = Column(
            Label(tr("Minutes for them"), "metaB", "text2"),
            Label(
                tr("Who was there and what was agreed; nothing of the note or the mood."),
                "meta",
                "text3",
            ),
            self._minutes,
            self.saving.progress,
            gap=4,
        )
        texts = Column(ours, theirs, gap=14, margins=(SIDE, 14, SIDE, 12))
        acts = Row(self.copy_button, self.keep_button, None, self.done_button, gap=8)
        acts.set_margins(SIDE, 6, SIDE, 14)
        self.setLayout(Column(head, Rule(), texts, Rule(), acts))
