"""Choose what protects a new store when this computer has no key store: in words, never silently plain text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sponsor_app.ui.widgets.boxes import Column, Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.field import Field, LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.overlay import Overlay

WIDTH = 520
SHORTEST = 8


class Protect(QWidget):
    """`passphrase_given` or `left_open`; Esc puts it off, and the window asks again before it closes."""

    passphrase_given = Signal(str)
    left_open = Signal()
    thrown_away = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.first = LineEdit(tr("Passphrase"), tr("Four or five unrelated words"), height=36)
        self.second = LineEdit(tr("Passphrase again"), tr("Once more"), height=36)
        for editor in (self.first, self.second):
            editor.setEchoMode(QLineEdit.EchoMode.Password)
            editor.returnPressed.connect(self._on_return)
        self.field = Field(self.first, tr("Passphrase"), tr("At least eight characters."))
        self.again = Field(self.second, tr("Again"))
        self.keep = Button(tr("Protect with this passphrase"), kind="primary", shortcut="Enter")
        self.leave = Button(tr("Leave it readable by whoever has this laptop"), kind="quiet")
        self.throw = Button(tr("Throw it away"), kind="quiet")
        self.keep.clicked.connect(self._on_return)
        self.leave.clicked.connect(self._on_leave)
        self.throw.clicked.connect(self._on_throw)
        self._lay_out()
        self.overlay = Overlay(host, self, name=tr("Protection"), width=WIDTH)

    def _lay_out(self) -> None:
        words = Label(
            tr(
                "This computer has no key store that we can use. Your store is encrypted; choose what opens it"
                " the next time. If you forget the passphrase, nobody can bring your notes back."
            ),
            "body",
            "text2",
            wrap=True,
        )
        self.setLayout(
            Column(
                Label(tr("What shall protect your notes?"), "heading"),
                8,
                words,
                16,
                self.field,
                10,
                self.again,
                16,
                Row(self.keep, None),
                12,
                Row(self.leave, self.throw, None),
                margins=(24, 22, 24, 20),
            )
        )

    def ask(self, *, closing: bool = False) -> None:
        """Float over the window; `closing` also offers to throw the store away."""
        self.throw.setVisible(closing)
        self.overlay.open(self.first)

    def say_wrong(self, sentence: str) -> None:
        """Say what is wrong with the passphrase."""
        self.field.set_error(sentence)

    def _on_return(self) -> None:
        passphrase = self.first.text()
        if len(passphrase) < SHORTEST:
            self.field.set_error(tr("A passphrase needs at least eight characters."))
        elif passphrase != self.second.text():
            self.again.set_error(tr("This is not the same as above."))
        else:
            self.overlay.dismiss()
            self.first.clear()
            self.second.clear()
            self.passphrase_given.emit(passphrase)

    def _on_leave(self) -> None:
        self.overlay.dismiss()
        self.left_open.emit()

    def _on_throw(self) -> None:
        self.overlay.dismiss()
        self.thrown_away.emit()
