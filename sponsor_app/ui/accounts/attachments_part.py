"""Files at this account: dropped or chosen, kept on this laptop, opened by another program only after a warning."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from sponsor_app.domain.attachments import Attachment, Taken, size_words, together
from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.domain.errors import FileProblemError, SponsorError
from sponsor_app.domain.wording import short_day
from sponsor_app.services import Services, attachments
from sponsor_app.ui.accounts.attachment_panel import AttachmentPanel, warn_first
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.operations import Cancel, Progress
from sponsor_app.ui.panels.saving import Asked
from sponsor_app.ui.widgets.boxes import Column, Row, inset
from sponsor_app.ui.widgets.dropped import dropped_files
from sponsor_app.ui.widgets.glyph import Glyph
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.progress_line import ProgressLine
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds

NOTICED = 300
"""Milliseconds before it is said that something takes its time."""


def face_of(one: Attachment, shown: Shown | None) -> ListRow:
    """How an attachment looks."""
    about = " · ".join(part for part in (size_words(one.size), one.by) if part)
    day = one.added_at.astimezone().date()
    return ListRow(
        one.name, about, short_day(day, shown.today) if shown else "", "file-text", "text3"
    )


class AttachmentRows(Unfolds[Attachment, ListRow], CompactRowDelegate[Attachment]):
    """Attachments that unfold."""


class AttachmentsPart(Part):
    """Enter unfolds, O opens, S saves a copy, Del removes. `counted` says how many there are."""

    counted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        self.model = RecordList[Attachment](
            lambda one: one.id,
            lambda one: one.name,
            accessible=lambda one: face_of(one, self._shown).sentence,
            tip=lambda one: one.name,
        )
        self.list = UnfoldingList(
            tr("Attachments"),
            self.model,
            AttachmentRows(lambda one: face_of(one, self._shown)),
        )
        self.none = Label(
            tr("Nothing yet. Drop a file here, or attach one of up to 10\u00a0MB."),
            "body",
            "text3",
            wrap=True,
        )
        self.progress = ProgressLine()
        words = tr("Only on this laptop, and shared with nobody yet. Backups hold them.")
        self.promise = Label(words, "meta", "text3", wrap=True)
        shield = Row(Glyph("shield-check", "text3", 14), (self.promise, 1), gap=6)
        column = Column(self.list, inset(self.none), inset(self.progress), 2, inset(shield))
        super().__init__(desk, tr("Attachments"), column, action=tr("Attach"))
        self.dialog: QFileDialog | None = None
        self._waiting: list[Path] = []
        self._cancel: Cancel | None = None
        self.patience = QTimer(self)
        self.patience.setSingleShot(True)
        self.patience.setInterval(NOTICED)
        self.patience.timeout.connect(self.progress.show)
        self.progress.hide()
        self.list.hide()
        self.setAcceptDrops(True)
        self._listen()

    def show_page(self, shown: Shown) -> None:
        if self._shown is None or shown.account_id != self._shown.account_id:
            self._show(shown.account_id, ())
        super().show_page(shown)
        self._ask()

    def leave(self) -> None:
        self.list.fold()

    # --- taking -------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask which files."""
        dialog = QFileDialog(self.window(), tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _on_chosen(self, names: Sequence[str]) -> None:
        self.take([Path(name) for name in names])

    def take(self, paths: Sequence[Path]) -> None:
        """Attach files, after those that are being read."""
        self._waiting += paths
        if self._cancel is None and self._waiting:
            self._begin()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._shown is not None and dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(dropped_files(event))

    def _begin(self) -> None:
        paths, self._waiting = self._waiting, []
        account_id = self.shown.account_id

        def work(app: Services, tell: Progress, cancel: Cancel) -> Taken:
            return attachments.take(app, account_id, paths, tell, cancel)

        self.progress.show_working(tr("Attaching"))
        self.patience.start()
        self._cancel = self.desk.operations.slow(self, work, self._on_taken, self._on_failed)

    def _on_taken(self, taken: Taken) -> None:
        self._rest()
        if taken.ids:
            self.desk.operations.announce(attachments.CHANGED)
            back = partial(self._put, attachments.remove, taken.ids)
            again = partial(self._put, attachments.bring_back, taken.ids)
            self.desk.tell(_said(taken), back, again)
        elif taken.twice:
            self.desk.say(tr("{file} is attached already").format(file=taken.twice[0]))
        elif not taken.refused:
            self.desk.say(tr("Nothing was attached"))
        if taken.refused:
            self.desk.operations.failed.emit(together(taken.refused))
        self.take(())

    def _on_failed(self, error: SponsorError) -> None:
        self._rest()
        self._waiting = []
        self.desk.operations.failed.emit(error)

    def _rest(self) -> None:
        self._cancel = None
        self.patience.stop()
        self.progress.hide()

    def _on_cancelled(self) -> None:
        self._waiting = []
        if self._cancel is not None:
            self._cancel.set()

    def _on_progress(self, who: QObject, name: str, share: float | None) -> None:
        if who is self:
            self.progress.show_share(tr("Attaching {file}").format(file=name), share)

    # --- one of them --------------------------------------------------------------------------

    def _unfold(self, one: Attachment) -> None:
        if self.list.unfolded == one.id:
            self.list.fold()
            return
        panel = AttachmentPanel(self.desk, one, self.shown, cut=self.list.cuts(one.name))
        panel.open_button.clicked.connect(lambda: self.open_file(one))
        panel.save_button.clicked.connect(lambda: self._save(one, panel))
        panel.remove_button.clicked.connect(lambda: self._remove(one))
        panel.typed.connect(self._on_typed)
        self.list.unfold(panel, panel.open_button)

    def _on_typed(self, text: str) -> None:
        one = self.list.current_record()
        if one is None:
            return
        if text == "o":
            self.open_file(one)
        elif text == "s":
            if self.list.unfolded != one.id:
                self._unfold(one)
            panel = self.list.panel
            if isinstance(panel, AttachmentPanel):
                self._save(one, panel)

    def open_file(self, one: Attachment) -> None:
        """Give a copy to the program of this computer, after the warning."""
        warn_first(self.window(), one, lambda: self._open(one))

    def _open(self, one: Attachment) -> None:
        def work(app: Services, _tell: Progress, _cancel: Cancel) -> Path:
            return attachments.open_copy(app, one.id)

        self.desk.operations.slow(self, work, self._on_laid_out)

    def _on_laid_out(self, copy: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            msg = tr("No program of this computer opens “{file}”. Nothing was changed.")
            refusal = FileProblemError(
                msg.format(file=copy.name), tr("Save a copy, and open that where you can.")
            )
            self.desk.operations.failed.emit(refusal)

    def _save(self, one: Attachment, panel: AttachmentPanel) -> None:
        ending = Path(one.name).suffix.removeprefix(".") or "*"
        formats = ((ending, tr("As it is")),)
        panel.saving.ask(
            Asked(
                tr("Save a copy"),
                one.name,
                formats,
                lambda app, path: attachments.save_copy(app, one.id, path),
            )
        )

    def _remove(self, one: Attachment) -> None:
        self.list.fold()
        said = tr("Removed {file}").format(file=one.name)
        back = partial(self._put, attachments.bring_back, (one.id,))
        again = partial(self._put, attachments.remove, (one.id,))
        self.do(
            lambda app: attachments.remove(app, [one.id]),
            lambda _changes: self.desk.tell(said, back, again),
        )

    def _put(self, verb: "attachments.Verb", file_ids: Sequence[str]) -> None:
        self.do(lambda app: verb(app, file_ids))

    # --- showing ------------------------------------------------------------------------------

    def _ask(self) -> None:
        account_id = self.shown.account_id
        self.desk.operations.query(
            self, lambda app: attachments.listed(app, account_id), partial(self._show, account_id)
        )

    def _show(self, account_id: str, found: Sequence[Attachment]) -> None:
        if self._shown is not None and account_id != self.shown.account_id:
            return
        self.model.show(found)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        self.set_count(str(len(found)) if found else "")
        self.counted.emit(len(found))

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self._shown is not None and changes.touch(Topic.ATTACHMENT):
            self._ask()

    def _listen(self) -> None:
        self.acted.connect(self.choose)
        self.list.opened.connect(self._unfold)
        self.list.typed.connect(self._on_typed)
        self.list.deleted.connect(self._remove)
        self.progress.cancelled.connect(self._on_cancelled)
        self.desk.operations.progressed.connect(self._on_progress)
        self.desk.operations.changed.connect(self._on_changed)


def _said(taken: Taken) -> str:
    if len(taken.names) == 1:
        return tr("Attached {file}, on this laptop only").format(file=taken.names[0])
    return tr("Attached {count} files, on this laptop only").format(count=len(taken.names))
