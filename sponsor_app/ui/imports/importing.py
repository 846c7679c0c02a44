"""Bring in a file: look at it, decide what it means and what it may change, take it with progress, take it back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.import_look import DuplicatePolicy, ImportLook
from sponsor_app.domain.importing import SUFFIXES, ImportKind, Shape, UpdatePolicy
from sponsor_app.services import Services, imports
from sponsor_app.services.imports import FileReport, Options
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.imports.form import Form
from sponsor_app.ui.imports.left_out import came_in, left_out, totals
from sponsor_app.ui.operations import Cancel, Progress
from sponsor_app.ui.widgets.language import number, tr, understood
from sponsor_app.ui.widgets.overlay import Overlay

WIDTH, TOP = 1080, 40
FILES = " ".join(f"*{suffix}" for suffix in SUFFIXES)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a look found; without a kind there is no report yet."""

    options: Options
    shape: Shape
    report: FileReport | None = None
    look: ImportLook | None = None


class Importing(Form):
    """One file at a time: `start` looks, the person decides, `done` tells what came in."""

    done = Signal(object)  # FileReport

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(desk, host)
        self._host = host
        self._waiting: list[Path] = []
        self._path: Path | None = None
        self._options = Options()
        self._report: FileReport | None = None
        self._look: ImportLook | None = None
        self._cancel: Cancel | None = None
        self._turn = 0
        self.overlay = Overlay(host, self, name=tr("Import"), width=WIDTH, top=TOP, light=False)
        self.overlay.closed.connect(self._stop)
        desk.operations.progressed.connect(self._on_progress)
        desk.operations.lasts.connect(self._on_lasting)
        desk.operations.ended.connect(self._on_ended)
        self._listen()

    # --- asked --------------------------------------------------------------------------------

    def choose(self) -> None:
        """Begin: drop or choose a file, or take an earlier import back."""
        self._path = None
        self.show_beginning()
        self.overlay.open(self.beginning.drop.action)

    def start(self, path: Path, *others: Path) -> None:
        """Look at a file without changing anything; the others follow when it is done."""
        self._waiting = list(others)
        self._path, self._options, self._report, self._look = path, Options(), None, None
        self.show_file(path.name)
        self.overlay.open(self.leave)
        self._look_again(first=True)

    # --- looking ------------------------------------------------------------------------------

    def _look_again(self, *, first: bool = False) -> None:
        path, options = self._path, self._options
        if path is None:
            return

        def work(app: Services, tell: Progress, cancel: Cancel) -> _Seen:
            shape = imports.peek(app, path, options, cancel)
            chosen = imports.recall(app, shape.columns, options) if first else options
            if (chosen.kind or shape.kind) is None:
                return _Seen(chosen, shape)
            report, look = imports.look(app, path, chosen, lambda text: tell(text, None), cancel)
            return _Seen(chosen, shape, report, look)

        self._begin(tr("Reading"))
        turn = self._turn

        def then(seen: _Seen) -> None:
            if turn == self._turn:
                self._on_looked(seen, first=first)

        def refused(error: SponsorError) -> None:
            if turn == self._turn:
                self._on_refused(error)

        self._cancel = self._desk.operations.slow(self, work, then, refused)

    def _on_looked(self, seen: _Seen, *, first: bool) -> None:
        self._rest()
        self._options, self._report, self._look = seen.options, seen.report, seen.look
        report, look = seen.report, seen.look
        if report is None or look is None:
            self.show_unknown(seen.shape)
            return
        shape = replace(look.shape, sheets=seen.shape.sheets, unit=seen.shape.unit)
        self.show_look(look, shape, self._options, totals(report), left_out(report))
        useful = report.created + report.updated > 0
        self.take.setVisible(useful)
        if first or not useful:
            (self.take if useful else self.leave).setFocus()

    def _change(self, options: Options) -> None:
        self._options = options
        self._look_again()

    def _on_fact(self, key: str, value: str) -> None:
        again = replace(self._options, mapping={}, decisions={}, duplicates=None)
        chosen = {
            "kind": lambda: replace(again, kind=ImportKind(value)),
            "sheet": lambda: replace(again, sheet=value, header=None),
            "encoding": lambda: replace(again, encoding=value),
            "delimiter": lambda: replace(again, delimiter=value),
            "header": lambda: replace(again, header=int(value)),
        }
        self._change(chosen[key]())

    def _on_column(self, column: str, field: str) -> None:
        others = {c: f for c, f in self._options.mapping.items() if f != field or f == "-"}
        self._change(replace(self._options, mapping={**others, column: field}))

    def _on_policy(self, policy: str) -> None:
        self._change(replace(self._options, policy=UpdatePolicy(policy)))

    def _on_decided(self, at: str, answer: str) -> None:
        decisions = {**self._options.decisions, at: answer}
        self._change(replace(self._options, decisions=decisions))

    def _on_for_all(self, policy: str) -> None:
        chosen = DuplicatePolicy(policy) if policy else None
        self._change(replace(self._options, duplicates=chosen))

    # --- taking -------------------------------------------------------------------------------

    def _on_take(self) -> None:
        path, options, look = self._path, self._options, self._look
        if path is None or look is None:
            return

        def work(app: Services, tell: Progress, cancel: Cancel) -> FileReport:
            report = imports.run(app, path, options, lambda text: tell(text, None), cancel)
            if options.kind or options.mapping or options.policy is not UpdatePolicy.OVERWRITE:
                imports.remember(app, look.shape.columns, options)
            return report

        self.take.hide()
        self._begin(tr("Importing"))
        self._cancel = self._desk.operations.slow(self, work, self._on_imported, self._on_refused)

    def _on_imported(self, report: FileReport) -> None:
        self._rest()
        self._report = report
        self._desk.operations.announce(report.changes)
        self.done.emit(report)
        if report.rejected:
            self.show_done(came_in(report), left_out(report))
            self.leave.setFocus()
            return
        self._next()

    def _on_take_back(self) -> None:
        report = self._report
        if report is None or report.import_id is None:
            return
        import_id = report.import_id

        def work(app: Services) -> Changes:
            return imports.undo(app, import_id)[0]

        self._desk.operations.command(
            work,
            self,
            then=lambda _changes: self.overlay.dismiss(),
            refused=self._on_not_taken_back,
        )

    def _on_not_taken_back(self, error: SponsorError) -> None:
        if self.isVisible():
            self._on_refused(error)
        else:
            self._desk.operations.failed.emit(error)

    def _on_save(self) -> None:
        report = self._report
        if report is None:
            return
        name = f"{Path(report.file).stem} {tr('left out')}.csv"
        dialog = QFileDialog(self._host, tr("Save what is left out"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("*.csv")
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._on_place)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_place(self, name: str) -> None:
        self.save_left_out(Path(name))

    def save_left_out(self, path: Path) -> None:
        """Write what is left out to a file."""
        report = self._report
        if report is None:
            return

        def work(_app: Services, _tell: Progress, _cancel: Cancel) -> int:
            return imports.save_left_out(report, path)

        def then(rows: int) -> None:
            said = tr("Wrote {count} rows to {file}.")
            self._desk.say(said.format(count=number(rows), file=path.name))

        self._desk.operations.slow(self, work, then)

    # --- ends -----------------------------------------------------------------------------------

    def _next(self) -> None:
        """The next of several files, or nothing more."""
        if self._waiting:
            path, *others = self._waiting
            self.start(path, *others)
        else:
            self.overlay.dismiss()

    def _on_leave(self) -> None:
        if self._waiting:
            self._stop()
            self._next()
        else:
            self.overlay.dismiss()

    def _on_refused(self, error: SponsorError) -> None:
        self._rest()
        self.show_refused(error.message, error.next)
        self.leave.setFocus()

    def _begin(self, words: str) -> None:
        """A new turn: what the last one still says is not heard any more."""
        self._stop()
        self._turn += 1
        self.progress.show_working(words)
        self.progress.show()

    def _on_ended(self, cancel: Cancel) -> None:
        if cancel is self._cancel:
            self._rest()

    def _rest(self) -> None:
        self._cancel = None
        self.progress.hide()

    def _stop(self) -> None:
        self._turn += 1
        if self._cancel is not None:
            self._cancel.set()
            self._cancel = None

    def _on_lasting(self, cancel: Cancel, what: str, share: float) -> None:
        if self.isVisible():
            self._cancel = cancel
            self.progress.show_share(understood(what), share)
            self.progress.show()

    def _on_progress(self, who: QObject, text: str, _share: object) -> None:
        if who is self and self.progress.isVisible():
            self.progress.show_working(text)

    def _listen(self) -> None:
        self.beginning.asked.connect(self._on_asked)
        self.take.clicked.connect(self._on_take)
        self.leave.clicked.connect(self._on_leave)
        self.progress.cancelled.connect(self.overlay.dismiss)
        self.facts.chosen.connect(self._on_fact)
        self.columns.chosen.connect(self._on_column)
        self.policy.changed.connect(self._on_policy)
        self.doubts.decided.connect(self._on_decided)
        self.for_all.changed.connect(self._on_for_all)
        self.save.clicked.connect(self._on_save)
        self.back.clicked.connect(self._on_take_back)

    def _on_asked(self) -> None:
        names: Sequence[str]
        names, _filter = QFileDialog.getOpenFileNames(
            self._host, tr("Import"), "", tr("Files ({files});;All files (*)").format(files=FILES)
        )
        if names:
            first, *others = map(Path, names)
            self.start(first, *others)
