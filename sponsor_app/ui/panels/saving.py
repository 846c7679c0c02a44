"""A file that a button makes: asked where to and as what, written beside the work, told when it is there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import Services
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.progress_line import ProgressLine

Format = tuple[str, str]
UNFIT = '<>:"/\\|?*'  # what a file name cannot hold on one system or another


@dataclass(frozen=True, slots=True)
class Asked:
    """What the dialog is called, the name it proposes, the formats by ending, and who writes the file."""

    title: str
    name: str
    formats: Sequence[Format]
    write: Callable[[Services, Path], Path]


class Saving(QObject):
    """Hangs on the button that asks for a file; `ask` asks where, `progress` is shown while it is written."""

    def __init__(self, desk: Desk, button: Button) -> None:
        super().__init__(button)
        self._desk, self._button = desk, button
        self.progress = ProgressLine(cancel=False)
        self.progress.hide()
        self.dialog: QFileDialog | None = None

    def ask(self, asked: Asked) -> None:
        """Ask where the file shall be; its ending says what it becomes."""
        if not self._button.isEnabled():
            return
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(place)
        dialog = QFileDialog(self._button.window(), asked.title, folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters([f"{tr(words)} (*.{ending})" for ending, words in asked.formats])
        dialog.setDefaultSuffix(asked.formats[0][0])
        dialog.filterSelected.connect(partial(_follow_filter, dialog, asked.formats))
        dialog.selectFile(asked.name)
        dialog.fileSelected.connect(partial(self.write, asked))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def write(self, asked: Asked, name: str) -> None:
        """Write the file `name`, without asking where."""
        path = Path(name)
        self.progress.show_working(tr("Writing {file}").format(file=path.name))
        self._busy(busy=True)
        self._desk.operations.slow(
            self,
            lambda app, _tell, _cancel: asked.write(app, path),
            self._written,
            self._refused,
        )

    def _written(self, path: Path) -> None:
        self._busy(busy=False)
        said = tr("Wrote {file} to {folder}")
        self._desk.say(said.format(file=path.name, folder=path.parent.name))

    def _refused(self, error: SponsorError) -> None:
        self._busy(busy=False)
        self._desk.operations.failed.emit(error)

    def _busy(self, *, busy: bool) -> None:
        self._button.setEnabled(not busy)
        self.progress.setVisible(busy)


def fitting(name: str) -> str:
    """A name without what a disk refuses, in one line of at most 80 letters."""
    plain = "".join(" " if c in UNFIT or not c.isprintable() else c for c in name)
    return " ".join(plain.split())[:80]


def _follow_filter(dialog: QFileDialog, formats: Sequence[Format], chosen: str) -> None:
    for ending, words in formats:
        if chosen.startswith(tr(words)):
            dialog.setDefaultSuffix(ending)
