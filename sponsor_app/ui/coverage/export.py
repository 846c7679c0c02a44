"""Coverage as a file: for a spreadsheet, for a printer, for a browser."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.report import CoverageReport
from sponsor_app.services import Services, coverage
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.operations import Cancel, Progress
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.language import later, tr
from sponsor_app.ui.widgets.menu import Entry, open_menu
from sponsor_app.ui.widgets.progress_line import ProgressLine

FORMATS = (
    ("pdf", later("PDF, one sheet of paper"), "file-down"),
    ("xlsx", later("Excel workbook"), "download"),
    ("csv", later("CSV table"), "download"),
    ("html", later("Web page"), "file-text"),
)


class Export(QObject):
    """A button's menu of formats; each asks where to, and writes the whole report, which can be stopped."""

    def __init__(
        self,
        desk: Desk,
        button: Button,
        progress: ProgressLine,
        report: Callable[[], CoverageReport | None],
    ) -> None:
        super().__init__(button)
        self._desk, self._button, self._report = desk, button, report
        self._progress = progress
        self._cancel: Cancel | None = None
        self.dialog: QFileDialog | None = None
        button.clicked.connect(self.choose)
        progress.cancelled.connect(self._stop)

    def choose(self) -> None:
        """Ask for the format."""
        if self._report() is None or not self._button.isVisible():
            return
        open_menu(
            self._button,
            [Entry(tr(words), partial(self.ask, ending), icon) for ending, words, icon in FORMATS],
        )

    def ask(self, ending: str) -> None:
        """Ask where the file shall be."""
        report = self._report()
        if report is None:
            return
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(place)
        dialog = QFileDialog(self._button.window(), tr("Export coverage"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(f"*.{ending}")
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"Coverage {report.as_of.isoformat()}.{ending}")
        dialog.fileSelected.connect(partial(self._write, report))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _write(self, report: CoverageReport, name: str) -> None:
        path = Path(name)

        def work(app: Services, _tell: Progress, cancel: Cancel) -> Path:
            return coverage.write(app, report, path, cancel)

        self._progress.show_working(tr("Writing {file}").format(file=path.name))
        self._busy(busy=True)
        self._cancel = self._desk.operations.slow(self, work, self._written, self._refused)

    def _stop(self) -> None:
        if self._cancel is not None:
            self._cancel.set()
            self._progress.show_working(tr("Stopping"))

    def _written(self, path: Path) -> None:
        self._busy(busy=False)
        said = tr("Wrote {file} to {folder}")
        self._desk.say(said.format(file=path.name, folder=path.parent.name))

    def _refused(self, error: SponsorError) -> None:
        stopped = self._cancel is not None and self._cancel.is_set()
        self._busy(busy=False)
        if stopped:
            self._desk.say(error.message)
        else:
            self._desk.operations.failed.emit(error)

    def _busy(self, *, busy: bool) -> None:
        if not busy:
            self._cancel = None
        self._button.setEnabled(not busy)
        self._progress.setVisible(busy)


def export_button(parent: QWidget | None = None) -> Button:
    """The button that the menu hangs on."""
    return Button(tr("Export"), "download", "quiet", shortcut="E", parent=parent)
