"""Where an import begins: drop a file or choose one; and what came in before, with the way to take it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.done_import import DoneImport
from sponsor_app.domain.importing import ImportKind
from sponsor_app.services import Services, imports
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.imports.words import kind_word
from sponsor_app.ui.widgets.boxes import Column
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.language import how_many, number, tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import ListRow, ListRowDelegate
from sponsor_app.ui.widgets.section import GAP, Section


class Beginning(QWidget):
    """`asked` wants a file; Enter on an earlier import takes it back."""

    asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.drop = EmptyState(
            "upload",
            tr("Drop a file anywhere in the window"),
            tr(
                "CSV, Excel, OpenDocument, address cards, calendars, mail: as your programs write them"
            ),
            action=tr("Choose a file"),
            action_icon="file-text",
        )
        self.drop.acted.connect(self.asked)
        self.done = RecordList[DoneImport](
            lambda one: one.id, lambda one: one.file, accessible=lambda one: _face(one).sentence
        )
        self.list = ListView(
            tr("Earlier imports"), self.done, ListRowDelegate[DoneImport](_face), ground="surface"
        )
        self.done.setParent(self.list)
        self.list.opened.connect(self._on_opened)
        self._earlier = Section(
            tr("Earlier imports"), self.list, note=tr("Enter takes one back, whole")
        )
        self.setLayout(Column(self.drop, GAP, self._earlier))
        self._earlier.hide()

    def ask(self) -> None:
        """Ask what came in before."""
        self._desk.operations.query(self, imports.done, self._show)

    def _show(self, found: list[DoneImport]) -> None:
        self.done.show(found)
        self._earlier.setVisible(bool(found))

    def _on_opened(self, one: DoneImport) -> None:
        if one.taken_back:
            self._desk.say(tr("{file} was taken back already.").format(file=one.file))
            return

        def work(app: Services) -> Changes:
            return imports.undo(app, one.id)[0]

        self._desk.operations.command(work, self, then=lambda _changes: self.ask())


def _face(one: DoneImport) -> ListRow:
    kind = kind_word(ImportKind(one.kind)) if one.kind in list(ImportKind) else one.kind
    counts = tr("{kind}: {added} added, {changed} changed").format(
        kind=kind, added=number(one.created), changed=number(one.updated)
    )
    when = f"{one.at:%Y-%m-%d %H:%M}"
    rows = how_many(one.records, "row")
    verdict = tr("taken back") if one.taken_back else tr("in")
    return ListRow(one.file, f"{counts}; {rows}; {when}", verdict, "file-text")
