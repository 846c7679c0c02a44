"""The health of the program, in place of the board: read, saved, closed."""

from sponsor_app.domain.program import Program, program_page
from sponsor_app.services import Services, leaves, program
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.leaf_view import LeafView, file_of
from sponsor_app.ui.panels.saving import Saving
from sponsor_app.ui.widgets.boxes import Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.letter_keys import bind_keys
from sponsor_app.ui.widgets.panel import Panel


def read(app: Services) -> Program:
    """What is shown; the template is read here, so that the window need not wait for it."""
    found = program.compose_program(app)
    leaves.html(program_page(found))
    return found


class HealthPanel(Panel):
    """`closed` asks to be taken away."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.program: Program | None = None
        self.view = LeafView(tr("Program health"))
        self.save_button = Button(tr("PDF"), "file-down", "quiet", shortcut="Ctrl+S")
        self.close_button = Button(tr("Close"), kind="quiet", shortcut="Esc")
        self.saving = Saving(desk, self.save_button)
        acts = Row(None, self.save_button, self.close_button)
        super().__init__(
            tr("Program health"), (self.view, 1), self.saving.progress, acts, framed=False
        )
        self.view.opened.connect(desk.go)
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.closed)
        bind_keys(self, {"Ctrl+S": self.save, "Esc": self.closed.emit})

    def ask(self) -> None:
        """Ask for the figures."""
        self.begin(self.close_button)
        self._desk.operations.query(self, read, self._show)

    def save(self) -> None:
        """Ask where the page shall be."""
        if self.program is not None:
            self.saving.ask(file_of(program_page(self.program), self.program.as_of))

    def _show(self, found: Program) -> None:
        self.program = found
        self.view.show_leaf(program_page(found))
        self.view.text.setFocus()
