"""Coverage as a file: for a spreadsheet, for a printer, for a browser."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.report import CoverageReport
from sponsor_app.services import coverage
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.menu import Entry, open_menu

FORMATS = (
    ("pdf", "PDF, one sheet of paper", "file-down"),
    ("xlsx", "Excel workbook", "download"),
    ("csv", "CSV table", "download"),
    ("html", "Web page", "file-text"),
)


class Export(QObject):
    """A button's menu of formats; each asks where to, and writes what is on the screen."""

    def __init__(
        self, desk: Desk, button: Button, report: Callable[[], CoverageReport | None]
    ) -> None:
        super().__init__(button)
        self._desk, self._button, self._report = desk, button, report
        self.dialog: QFileDialog | None = None
        button.clicked.connect(self.choose)

    def choose(self) -> None:
        """Ask for the format."""
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
        self._busy(busy=True)
        self._desk.operations.slow(
            self,
            lambda app, _tell, _cancel: coverage.write(app, report, path),
            self._written,
            self._refused,
        )

    def _written(self, path: Path) -> None:
        self._busy(busy=False)
        self._desk.say(tr("Wrote coverage to {file}").format(file=path.name))

    def _refused(self, error: SponsorError) -> None:
        self._busy(busy=False)
        self._desk.operations.failed.emit(error)

    def _busy(self, *, busy: bool) -> None:
        self._button.setEnabled(not busy)
        self._button.set_label(tr("Writing …") if busy else tr("Export"))


def export_button(parent: QWidget | None = None) -> Button:
    """The button that the menu hangs on."""
    return Button(tr("Export"), "download", "quiet", shortcut="E", parent=parent)
