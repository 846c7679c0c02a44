"""Unlock a store by its passphrase, or say why it does not open and what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sponsor_app.domain.errors import SponsorError
from sponsor_app.ui.widgets.boxes import Column, Row, fix, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.field import Field, LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.progress_line import ProgressLine

WIDTH = 460


class Unlock(QWidget):
    """`given` carries a passphrase; `again` asks the key store once more; `given_up` closes the window."""

    given = Signal(str)
    again = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Unlock"))
        self._title = Label("", "title")
        self._words = Label("", "body", "text2", wrap=True)
        self.input = LineEdit(tr("Passphrase"), tr("Your passphrase"), height=36)
        self.input.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = Field(self.input)
        self.open = Button(tr("Unlock"), kind="primary", shortcut="Enter")
        self.retry = Button(tr("Try again"), "refresh-cw")
        self.close_button = Button(tr("Close"), kind="quiet")
        self.working = ProgressLine(cancel=False)
        self.input.returnPressed.connect(self._on_return)
        self.open.clicked.connect(self._on_return)
        self.retry.clicked.connect(self._on_retry)
        self.close_button.clicked.connect(self.given_up)
        buttons = Row(self.open, self.retry, self.close_button, None)
        column = holding(
            Column(self._title, 8, self._words, 20, self.field, 16, buttons, 16, self.working)
        )
        self.setLayout(
            Column(
                (Row(gap=0), 2), Row(None, fix(column, width=WIDTH), None, gap=0), (Row(gap=0), 3)
            )
        )
        self.working.hide()

    def ask_passphrase(self) -> None:
        """Ask for the passphrase."""
        self._title.set_text(tr("Your store is locked"))
        self._words.set_text(tr("It is protected by a passphrase. Nothing leaves this laptop."))
        self._show(passphrase=True)

    def lock(self, *, passphrase: bool) -> None:
        """Say that it was locked, with the way in."""
        self.working.hide()
        if passphrase:
            self.ask_passphrase()
            return
        self._title.set_text(tr("Locked"))
        self._words.set_text(tr("Its key is in this computer’s key store, which opens it again."))
        self.retry.set_label(tr("Unlock"), "lock-open")
        self._show(passphrase=False)

    def wait(self) -> None:
        """Say that we are waiting for the key store, with a way out."""
        self._title.set_text(tr("Opening your store"))
        self._words.set_text(
            tr("Waiting for this computer’s key store. If it asks for permission, say yes.")
        )
        self._show(passphrase=False)
        self._work(tr("Waiting for the key store"))

    def refuse(self, error: SponsorError, *, passphrase: bool) -> None:
        """Say why it did not open, and offer the next step."""
        self.working.hide()
        if passphrase:
            self._show(passphrase=True)
            self.field.set_error(f"{error.message} {error.next}".strip())
        else:
            self._title.set_text(tr("Your store did not open"))
            self._words.set_text(f"{error.message} {error.next}".strip())
            self._show(passphrase=False)

    def first_focus(self) -> QWidget:
        """The passphrase field, or the button that tries again."""
        return self.input if self.field.isVisibleTo(self) else self.retry

    def _show(self, *, passphrase: bool) -> None:
        self.field.setVisible(passphrase)
        self.open.setVisible(passphrase)
        self.retry.setVisible(not passphrase)
        self.input.setEnabled(True)
        self.first_focus().setFocus()

    def _work(self, words: str) -> None:
        self.working.show_working(words)
        self.working.show()

    def _on_return(self) -> None:
        if not self.input.text():
            self.field.set_error(tr("Type the passphrase."))
            return
        self.field.set_error("")
        self.input.setEnabled(False)
        self._work(tr("Unlocking; this takes about a second on purpose"))
        self.given.emit(self.input.text())
        self.input.clear()

    def _on_retry(self) -> None:
        self.wait()
        self.again.emit()
