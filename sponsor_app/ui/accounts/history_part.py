"""Who changed the account, when, on which laptop; any step can be taken back from here."""

from collections.abc import Sequence
from datetime import date

from sponsor_app.domain.history import Entry, FieldChange, Op
from sponsor_app.domain.text import counted
from sponsor_app.services import history
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.boxes import Column, Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.day_words import row_day
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.typography import one_line
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds

FEW = 6
SYMBOLS = {Op.INSERT: "plus", Op.UPDATE: "pencil-line", Op.DELETE: "x", Op.RESTORE: "undo-2"}


def field_word(name: str) -> str:
    """A field as people call it."""
    return name.removesuffix("_id").replace("_", " ")


def said_of(change: FieldChange) -> str:
    """`tier: standard → strategic`; what is only an id here says that it changed."""
    word = field_word(change.name)
    if change.name.endswith("_id"):
        return tr("{field} changed").format(field=word)
    before, after = (
        one_line(str(v)) if v is not None else "" for v in (change.before, change.after)
    )
    if before and after:
        return f"{word}: {before} → {after}"
    if after:
        return f"{word}: {after}"
    return tr("{field} cleared").format(field=word)


def face_of(one: Entry, today: date) -> ListRow:
    """How an entry looks."""
    by = one.member or tr("somebody")
    who = tr("{name} on {laptop}").format(name=by, laptop=one.device)
    at = one.at.astimezone()
    when = f"{row_day(at.date(), today)} {at:%H:%M}"
    return ListRow(one.step_title, f"{_what(one)} · {who}", when, SYMBOLS[one.op], "text3")


def _what(one: Entry) -> str:
    if one.op is not Op.UPDATE:
        words = {Op.INSERT: tr("added"), Op.DELETE: tr("deleted"), Op.RESTORE: tr("brought back")}
        return words[one.op]
    if len(one.fields) == 1:
        return said_of(one.fields[0])
    return counted(len(one.fields), tr("field"))


class HistoryRows(Unfolds[Entry, ListRow], CompactRowDelegate[Entry]):
    """Entries that unfold."""


class EntryPanel(Panel):
    """Every field of one change, and the way back."""

    def __init__(self, one: Entry) -> None:
        self.back = Button(tr("Take this back"), "undo-2", shortcut="T")
        lines = [Label(said_of(change), "body", "text2", wrap=True) for change in one.fields]
        super().__init__(tr("What was changed"), *lines, Row(self.back, None), gap=4)


class HistoryPart(Part):
    """Asked for apart from the page, and shown a few at a time."""

    def __init__(self, desk: Desk) -> None:
        self._entries: Sequence[Entry] = ()
        self._all = False
        self.model = RecordList[Entry](
            lambda one: (one.step, one.record_id, one.op, one.fields),
            lambda one: one.step_title,
            accessible=lambda one: self._face(one).sentence,
            tip=lambda one: self._face(one).sentence,
        )
        self.list = UnfoldingList(tr("History"), self.model, HistoryRows(self._face), left=34)
        self.more = Button("", kind="link")
        column = Column(self.list)
        column.addLayout(Row(self.more, None, margins=(4, 0, 0, 0)))
        super().__init__(desk, tr("History"), column)
        self.more.clicked.connect(self._on_more)
        self.list.opened.connect(self._open)
        self.list.typed.connect(self._on_typed)

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        account_id = shown.account_id
        self.desk.operations.query(
            self,
            lambda app: history.of_record(app, account_id),
            lambda entries: self._show(account_id, entries),
        )

    def leave(self) -> None:
        self._all = False
        self.list.fold()

    def _face(self, one: Entry) -> ListRow:
        return face_of(one, self._shown.today if self._shown else date.min)

    def _show(self, account_id: str, entries: Sequence[Entry]) -> None:
        if account_id != self.shown.account_id:
            return
        self._entries = entries
        few = entries if self._all else entries[:FEW]
        self.model.show(few)
        self.set_count(f"{len(entries):,}")
        self.set_note(tr("newest first"))
        self.more.set_label(tr("Show all {count}").format(count=f"{len(entries):,}"))
        self.more.setVisible(len(few) < len(entries))

    def _on_more(self) -> None:
        self._all = True
        self._show(self.shown.account_id, self._entries)
        self.list.setFocus()

    def _open(self, one: Entry) -> None:
        if self.list.panel is not None and self.list.unfolded == self.model.key_at(
            self.list.currentIndex().row()
        ):
            self.list.fold()
            return
        panel = EntryPanel(one)
        panel.back.clicked.connect(lambda: self._take_back(one))
        panel.typed.connect(self._on_typed)
        self.list.unfold(panel)

    def _on_typed(self, text: str) -> None:
        one = self.list.current_record()
        if one is not None and text == "t":
            self._take_back(one)

    def _take_back(self, one: Entry) -> None:
        self.list.fold()
        self.do(lambda app: history.undo(app, one.step)[0])
