"""The brief as a file: asked where to and as what, written beside the work, told when it is there."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from sponsor_app.domain.brief import Brief
from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import briefs
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.progress_line import ProgressLine

FORMATS = (
    ("pdf", "PDF"),
    ("html", "Web page"),
    ("md", "Markdown"),
    ("txt", "Text"),
)
UNFIT = '<>:"/\\|?*'  # what a file name cannot hold on one system or another


class Saving(QObject):
    """Hangs on the button that asks for a file; `save` asks where, `progress` is shown while it is written."""

    def __init__(self, desk: Desk, button: Button) -> None:
        super().__init__(button)
        self._desk, self._button = desk, button
        self.progress = ProgressLine(cancel=False)
        self.progress.hide()
        self.dialog: QFileDialog | None = None

    def save(self, brief: Brief) -> None:
        """Ask where the file shall be; its ending says what it becomes."""
        if not self._button.isEnabled():
            return
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(place)
        dialog = QFileDialog(self._button.window(), tr("Save the brief"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters([f"{tr(words)} (*.{ending})" for ending, words in FORMATS])
        dialog.setDefaultSuffix(FORMATS[0][0])
        dialog.filterSelected.connect(partial(_follow_filter, dialog))
        dialog.selectFile(file_name(brief))
        dialog.fileSelected.connect(partial(self._write, brief))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _write(self, brief: Brief, name: str) -> None:
        path = Path(name)
        self.progress.show_working(tr("Writing {file}").format(file=path.name))
        self._busy(busy=True)
        self._desk.operations.slow(
            self,
            lambda app, _tell, _cancel: briefs.write(app, brief, path),
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


def file_name(brief: Brief) -> str:
    """`Brief Acme 2026-11-18.pdf`, with nothing that a disk refuses."""
    account = "".join(" " if c in UNFIT or not c.isprintable() else c for c in brief.account)
    return f"Brief {' '.join(account.split())[:80]} {brief.as_of:%Y-%m-%d}.pdf"


def _follow_filter(dialog: QFileDialog, chosen: str) -> None:
    for ending, words in FORMATS:
        if chosen.startswith(tr(words)):
            dialog.setDefaultSuffix(ending)
