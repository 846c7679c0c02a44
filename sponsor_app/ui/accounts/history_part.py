"""Who changed the account, when, on which laptop; any step can be taken back and what was deleted comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.activity import Deleted
from sponsor_app.domain.history import Entry
from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, history
from sponsor_app.ui.accounts.entry_panel import EntryPanel
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.history_face import deleted_face, face_of
from sponsor_app.ui.widgets.boxes import Column, Row, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds

FEW = 6


@dataclass(frozen=True, slots=True)
class Past:
    """What changed, and what is gone."""

    entries: Sequence[Entry]
    deleted: Sequence[Deleted]


def read(app: Services, account_id: AccountId) -> Past:
    """The past of one account."""
    return Past(history.of_record(app, account_id), history.deleted_at(app, account_id))


class HistoryRows(Unfolds[Entry, ListRow], CompactRowDelegate[Entry]):
    """Entries that unfold."""


class DeletedRows(Unfolds[Deleted, ListRow], CompactRowDelegate[Deleted]):
    """Deleted records that unfold."""


class DeletedPanel(Panel):
    """The way back for something deleted."""

    def __init__(self) -> None:
        self.back = Button(tr("Bring back"), "undo-2", shortcut="R")
        super().__init__(tr("What was deleted"), Row(self.back, None))


class HistoryPart(Part):
    """T takes a step back, R brings back what was deleted. Asked for apart from the page, shown a few at a time."""

    def __init__(self, desk: Desk) -> None:
        self._past = Past((), ())
        self._all = False
        self.model = RecordList[Entry](
            lambda one: (one.step, one.record_id, one.op, one.fields),
            lambda one: one.step_title,
            sentence=lambda one: face_of(one, self._today()).sentence,
        )
        rows = HistoryRows(lambda one: face_of(one, self._today()))
        self.list = UnfoldingList(tr("History"), self.model, rows, left=34)
        self.gone = RecordList[Deleted](
            lambda one: one.record_id,
            lambda one: one.name,
            sentence=lambda one: deleted_face(one, self._today()).sentence,
        )
        gone_rows = DeletedRows(lambda one: deleted_face(one, self._today()))
        self.gone_list = UnfoldingList(tr("Deleted here"), self.gone, gone_rows, left=34)
        self.more = Button("", kind="link")
        self._caption = Label(tr("Deleted here"), "metaB", "text3", flexible=True)
        column = Column(self.list)
        column.addLayout(Row(self.more, None, margins=(4, 0, 0, 0)))
        column.add(8, inset(self._caption), self.gone_list)
        super().__init__(desk, tr("History"), column)
        for later in (self.more, self._caption, self.gone_list):
            later.hide()  # until it is known what there is
        self.more.clicked.connect(self._on_more)
        self.list.opened.connect(self._open)
        self.list.typed.connect(self._on_typed)
        self.gone_list.opened.connect(self._open_gone)
        self.gone_list.typed.connect(self._on_typed_gone)

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        account_id = shown.account_id
        self.desk.operations.query(
            self,
            lambda app: read(app, account_id),
            lambda past: self._show(account_id, past),
        )

    def leave(self) -> None:
        self._all = False
        self.list.fold()
        self.gone_list.fold()

    def _today(self) -> date:
        return self._shown.today if self._shown else date.min

    def _show(self, account_id: AccountId, past: Past) -> None:
        if account_id != self.shown.account_id:
            return
        self._past = past
        entries = past.entries
        few = entries if self._all else entries[:FEW]
        self.model.show(few)
        self.set_count(number(len(entries)))
        self.set_note(tr("newest first"))
        self.more.set_label(tr("Show all {count}").format(count=number(len(entries))))
        self.more.setVisible(len(few) < len(entries))
        self.gone.show(past.deleted)
        self.gone_list.setVisible(bool(past.deleted))
        self._caption.setVisible(bool(past.deleted))

    def _on_more(self) -> None:
        self._all = True
        self._show(self.shown.account_id, self._past)
        self.list.setFocus()

    # --- taking back ----------------------------------------------------------------------

    def _open(self, one: Entry) -> None:
        if self.list.unfolded == self.model.key_at(self.list.currentIndex().row()):
            self.list.fold()
            return
        panel = EntryPanel(self.desk, one)
        panel.taken_back.connect(lambda: self._take_back(one))
        panel.typed.connect(self._on_typed)
        self.list.unfold(panel)

    def _on_typed(self, text: str) -> None:
        """T first shows what goes back, and then takes it back."""
        one = self.list.current_record()
        if one is None or text != "t":
            return
        if isinstance(self.list.panel, EntryPanel):
            self.list.panel.take_back()
        else:
            self._open(one)

    def _take_back(self, one: Entry) -> None:
        self.list.fold()
        self.do(lambda app: history.undo(app, one.step)[0])

    def _open_gone(self, one: Deleted) -> None:
        if self.gone_list.unfolded == one.record_id:
            self.gone_list.fold()
            return
        panel = DeletedPanel()
        panel.back.clicked.connect(lambda: self._restore(one))
        panel.typed.connect(self._on_typed_gone)
        self.gone_list.unfold(panel)

    def _on_typed_gone(self, text: str) -> None:
        one = self.gone_list.current_record()
        if one is not None and text == "r":
            self._restore(one)

    def _restore(self, one: Deleted) -> None:
        self.gone_list.fold()
        self.do(lambda app: history.restore(app, one.record_id))
