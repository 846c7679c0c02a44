"""The recovery page: printed, or saved as a file; what losing it means is said before it matters."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.courier.courier import Courier
from sponsor_app.ui.sharing import verbs
from sponsor_app.ui.sharing.form import FilePicker, Form
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.language import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter


class RecoveryForm(Form):
    """`written` carries the file, `printed` nothing: then the page is nowhere but on paper."""

    written = Signal(object)  # Path
    printed = Signal()

    def __init__(self, courier: Courier, host: QWidget) -> None:
        self.save = Button(tr("Save it as a file …"))
        self.choose = FilePicker(
            tr("Save the page …"), tr("Recovery page"), new="Sponsor recovery page.pdf"
        )
        self.dialog: QPrintDialog | None = None
        super().__init__(
            courier,
            host,
            tr("A page for when every admin’s laptop is gone"),
            tr(
                "Whoever has the page and can reach the shared file can become an admin, once. Keep it on paper, where"
                " you keep contracts; if you save it as a file, print that and delete it. A page that was made before"
                " is void from then on. If the page is lost, nothing is lost while one admin’s laptop works: make a"
                " new one. If the page and every admin’s laptop are lost, everybody keeps what they have, and nobody"
                " can be let in or taken out any more."
            ),
            act=tr("Print the page …"),
            more=(self.save,),
        )
        self.choose.picked.connect(self.write)
        self.save.clicked.connect(self.choose.click)

    def first_field(self) -> QWidget:
        return self.act

    def write(self, name: str) -> None:
        """Make the page and write it, as PDF, HTML or text by its ending."""
        self._run(
            tr("Making the page"),
            lambda errand: verbs.recovery_page(errand, Path(name)),
            self._written,
        )

    def print_on(self, paper: "QPrinter") -> None:
        """Make the page and print it; where that would make a file, ours is written."""
        file = paper.outputFileName()
        if file:
            self.write(file if Path(file).suffix.lower() == ".pdf" else f"{file}.pdf")
            return
        self._run(
            tr("Making the page"), verbs.recovery_sheet, lambda html: self._print(html, paper)
        )

    def _on_act(self) -> None:
        from sponsor_app.ui.panels import printing

        paper = printing.printer(tr("Recovery page"))
        self.dialog = printing.ask(paper, self.window(), lambda: self.print_on(paper))

    def _print(self, html: Callable[[int], str], paper: "QPrinter") -> None:
        from sponsor_app.ui.panels import printing

        printing.print_page(html, paper)
        self.overlay.dismiss()
        self.printed.emit()

    def _written(self, path: Path) -> None:
        self.overlay.dismiss()
        self.written.emit(path)
