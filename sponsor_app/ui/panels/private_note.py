"""What only I read about a record: edited where it stands, plainly marked as staying on this laptop."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.services import private_notes
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.boxes import Column, Row
from sponsor_app.ui.widgets.editable_text import EditableText
from sponsor_app.ui.widgets.glyph import Glyph
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr


class PrivateNote(QWidget):
    """`show_record` comes first. `noted` carries whether there is anything to read."""

    noted = Signal(bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record_id = ""
        self.note = EditableText(
            tr("Private note"), tr("What only you should read. Enter writes."), role="body"
        )
        words = tr("Only on this laptop: in no brief, no export, no shared file. Backups hold it.")
        self.promise = Label(words, "meta", "text3", wrap=True)
        shield = Row(
            Glyph("shield-check", "text3", 14), (self.promise, 1), gap=6, margins=(8, 0, 8, 0)
        )
        self.setLayout(Column(self.note, 2, shield))
        self.setAccessibleName(tr("Private note"))
        self.note.saved.connect(self._save)
        desk.operations.changed.connect(self._on_changed)

    def show_record(self, record_id: str) -> None:
        """Show what stands about a record, or about the same one now."""
        if record_id != self._record_id:
            self._record_id = record_id
            self._show(record_id, "")
        self._desk.operations.query(
            self, lambda app: private_notes.read(app, record_id), partial(self._show, record_id)
        )

    def _show(self, record_id: str, text: str) -> None:
        if record_id == self._record_id:
            self.note.show_text(text)
            self.noted.emit(bool(text))

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self._record_id and changes.touch(Topic.NOTE):
            self.show_record(self._record_id)

    def _save(self, words: str) -> None:
        before = self.note.text()
        sentence = tr("Noted on this laptop only") if words else tr("Private note removed")
        back = partial(self._write, self._record_id, before)
        again = partial(self._write, self._record_id, words)
        self._write(self._record_id, words, lambda _kept: self._desk.tell(sentence, back, again))

    def _write(
        self, record_id: str, words: str, then: Callable[[Changes], None] | None = None
    ) -> None:
        self._desk.operations.command(
            lambda app: private_notes.write(app, record_id, words),
            self,
            then=then,
            refused=self.note.refuse,
        )
