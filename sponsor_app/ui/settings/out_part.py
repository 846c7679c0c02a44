"""Taking data out: which list, then where to and in what form."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import Services, exports
from sponsor_app.services.exports import ENDINGS, Exported, What
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.operations import Cancel, Progress
from sponsor_app.ui.widgets.boxes import Column, Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import how_many, later, tr
from sponsor_app.ui.widgets.menu import Entry, open_menu
from sponsor_app.ui.widgets.section import Section

LISTS = {
    What.ACCOUNTS: later("Accounts"),
    What.CONTACTS: later("Contacts"),
    What.MEMBERS: later("Members"),
    What.INTERACTIONS: later("Interactions"),
    What.ISSUES: later("Issues"),
    What.PROMISES: later("Promises"),
}
FORMS = {
    ".xlsx": later("Excel workbook"),
    ".csv": later("CSV table"),
    ".json": later("JSON"),
    ".vcf": later("Address cards"),
    ".ics": later("Calendar"),
}
WHOLE = ".json"


class OutPart(Section):
    """One list for another program, or everything in the form that comes back whole."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        self._desk, self._host = desk, host
        self.dialog: QFileDialog | None = None
        self.lists = Button(tr("Export a list"), "download")
        self.everything = Button(tr("Export everything"), "download")
        hint = tr(
            "A file is not encrypted: who has it can read it. Everything comes back by an import."
        )
        body = Column(
            Row(self.lists, self.everything, None), 6, Label(hint, "meta", "text3", wrap=True)
        )
        super().__init__(tr("Take data out"), body, steps_out=False)
        self.lists.clicked.connect(self._on_lists)
        self.everything.clicked.connect(partial(self.ask, What.EVERYTHING))

    def _on_lists(self) -> None:
        open_menu(
            self.lists, [Entry(tr(words), partial(self.ask, what)) for what, words in LISTS.items()]
        )

    def ask(self, what: What) -> None:
        """Ask where the file shall be, and which form it shall have."""
        whole = what is What.EVERYTHING
        endings = [WHOLE] if whole else [one for one in FORMS if one in ENDINGS[what]]
        named = tr("Everything") if whole else tr(LISTS[what])
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(place)
        dialog = QFileDialog(self._host.window(), tr("Take data out"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters([f"{tr(FORMS[one])} (*{one})" for one in endings])
        dialog.setDefaultSuffix(endings[0][1:])
        dialog.filterSelected.connect(partial(_follow, dialog))
        dialog.selectFile(f"{named}{endings[0]}")
        dialog.fileSelected.connect(partial(self.write, what))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def write(self, what: What, name: str) -> None:
        """Write the file, and say what it holds and what it does not."""

        def work(app: Services, _tell: Progress, _cancel: Cancel) -> Exported:
            return exports.export(app, what, Path(name))

        self.setEnabled(False)
        self._desk.operations.slow(self, work, self._written, self._refused)

    def _written(self, done: Exported) -> None:
        self.setEnabled(True)
        rows = how_many(done.rows, "row")
        said = tr("Wrote {file}: {rows}.").format(file=done.file.name, rows=rows)
        if done.left_out:
            kept = ", ".join(tr(one.what) for one in done.left_out)
            said = tr("{said} Not in it: {kept}.").format(said=said, kept=kept)
        self._desk.say(said)

    def _refused(self, error: SponsorError) -> None:
        self.setEnabled(True)
        self._desk.operations.failed.emit(error)


def _follow(dialog: QFileDialog, chosen: str) -> None:
    """The name ends as the form that was chosen."""
    ending = chosen.rpartition("*")[2].rstrip(")")
    dialog.setDefaultSuffix(ending[1:])
    for name in dialog.selectedFiles()[:1]:
        dialog.selectFile(Path(name).with_suffix(ending).name)
