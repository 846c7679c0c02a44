"""Bring in a file: look at it first, say what would happen, then do it with progress and a way to stop."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.text import counted
from sponsor_app.services import Services, imports
from sponsor_app.services.imports import FileReport, Options
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.operations import Cancel, Progress
from sponsor_app.ui.widgets.boxes import Column, Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.overlay import Overlay
from sponsor_app.ui.widgets.progress_line import ProgressLine

WIDTH = 560
SHOWN = 5
HUNDRED = 100


class Importing(QWidget):
    """One file at a time: `start` looks, the person decides, `done` tells what came in."""

    done = Signal(object)  # FileReport

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk, self._host = desk, host
        self._path: Path | None = None
        self._cancel: Cancel | None = None
        self._title = Label("", "heading")
        self._words = Label("", "body", "text", wrap=True)
        self._left = Label("", "meta", "text2", wrap=True)
        self.progress = ProgressLine()
        self.take = Button(tr("Import"), "download", "primary", shortcut="Enter")
        self.leave = Button(tr("Leave it"), kind="quiet")
        self.take.clicked.connect(self._on_take)
        self.leave.clicked.connect(self._on_leave)
        self.progress.cancelled.connect(self._on_leave)
        self.setLayout(
            Column(
                self._title,
                10,
                self._words,
                6,
                self._left,
                14,
                self.progress,
                14,
                Row(self.take, self.leave, None),
                margins=(24, 20, 24, 20),
            )
        )
        self.overlay = Overlay(host, self, name=tr("Import"), width=WIDTH, light=False)
        self.overlay.closed.connect(self._stop)
        desk.operations.progressed.connect(self._on_progress)

    def choose(self) -> None:
        """Ask for a file."""
        chosen, _filter = QFileDialog.getOpenFileName(
            self._host, tr("Import"), "", tr("Lists (*.csv *.tsv *.txt);;All files (*)")
        )
        if chosen:
            self.start(Path(chosen))

    def start(self, path: Path) -> None:
        """Look at a file without changing anything."""
        self._path = path
        self._title.set_text(path.name)
        self._say(tr("Looking at the file"), "")
        self.take.hide()
        self.progress.show_working(tr("Reading"))
        self.progress.show()
        self.overlay.open(self.leave)
        self._run(dry_run=True)

    def _run(self, *, dry_run: bool) -> None:
        path = self._path
        if path is None:
            return

        def work(app: Services, tell: Progress, cancel: Cancel) -> FileReport:
            options = Options(dry_run=dry_run)
            return imports.run(app, path, options, lambda text: tell(text, None), cancel)

        then = self._on_looked if dry_run else self._on_imported
        self._cancel = self._desk.operations.slow(self, work, then, self._on_refused)

    def _on_looked(self, report: FileReport) -> None:
        self._cancel = None
        self.progress.hide()
        kind = (report.read.kind or "record").removesuffix("s")
        rows = counted(report.read.records, kind)
        self._say(
            tr("{rows}: {new} new, {changed} changed, {same} as they are.").format(
                rows=rows,
                new=f"{report.created:,}",
                changed=f"{report.updated:,}",
                same=f"{report.unchanged:,}",
            ),
            left_out(report),
        )
        useful = report.created + report.updated > 0
        self.take.setVisible(useful)
        (self.take if useful else self.leave).setFocus()

    def _on_take(self) -> None:
        self.take.hide()
        self.progress.show_working(tr("Importing"))
        self.progress.show()
        self._run(dry_run=False)

    def _on_imported(self, report: FileReport) -> None:
        self._cancel = None
        self.overlay.dismiss()
        self._desk.operations.announce(report.changes)
        self.done.emit(report)

    def _on_refused(self, error: SponsorError) -> None:
        self._cancel = None
        self.progress.hide()
        self.take.hide()
        self._say(error.message, error.next)
        self.leave.setFocus()

    def _on_leave(self) -> None:
        self.overlay.dismiss()

    def _stop(self) -> None:
        if self._cancel is not None:
            self._cancel.set()
            self._cancel = None

    def _on_progress(self, who: QObject, text: str, _share: object) -> None:
        if who is self and self.progress.isVisible():
            self.progress.show_working(text)

    def _say(self, words: str, more: str) -> None:
        self._words.set_text(words)
        self._left.set_text(more)
        self._left.setVisible(bool(more))


def left_out(report: FileReport) -> str:
    """What would not come in, with the first lines and their reasons."""
    lines = [f"{one.at}: {one.reason}" for one in report.rejected[:SHOWN]]
    if len(report.rejected) > SHOWN:
        lines.append(tr("and {count} more lines").format(count=len(report.rejected) - SHOWN))
    lines += [f"{one.count:,} {one.what}: {one.reason}" for one in report.left_out]
    if report.possible_duplicates:
        lines.append(
            tr("{count} may be accounts you have under another address").format(
                count=report.possible_duplicates
            )
        )
    if report.read.unmapped:
        lines.append(tr("Columns not used: {names}").format(names=", ".join(report.read.unmapped)))
    return "\n".join(lines)
