"""What stands beside a screen's rows: one record, what is done with it, and the forms that open in it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import Services
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.panel import Panel


class BesideSide(QWidget):
    """`closed` asks to take it away."""

    closed = Signal()

    def __init__(self, desk: Desk, close_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.close_button = Button("", "x", "quiet", name=close_name)
        self.close_button.clicked.connect(self.closed)

    def begin(self) -> None:
        """Give the keyboard to the first thing to do."""
        raise NotImplementedError

    def clear(self) -> None:
        """Nothing is shown any more."""
        raise NotImplementedError

    def follow(self, *forms: Panel) -> None:
        """Hide each form when it asks for it, and go on at the first thing to do."""
        for form in forms:
            form.closed.connect(form.hide)
            form.closed.connect(self.begin)

    def do(
        self,
        work: Callable[[Services], Changes],
        form: Panel | None = None,
        *,
        stays: bool = False,
    ) -> None:
        """Change something as one step; what is refused is said in the form that asked, which closes when it is done."""

        def done(_changes: Changes) -> None:
            if form is not None and not stays:
                form.hide()
                self.begin()

        refused: Callable[[SponsorError], None] = (
            self._desk.operations.failed.emit if form is None else form.refuse
        )
        self._desk.operations.command(work, self, then=done, refused=refused)
