"""Promises both ways: made, accepted, kept or dropped from the row."""

from datetime import date

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.ids import CommitmentId
from sponsor_app.domain.promise_book import record_of
from sponsor_app.domain.sentence.due import parse_due
from sponsor_app.services import Services, commitments
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.add_promise import AddPromise
from sponsor_app.ui.panels.promise_panel import PromisePanel
from sponsor_app.ui.panels.promise_words import SYMBOLS, record_words, verdict_of
from sponsor_app.ui.widgets.boxes import Column, Row, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds


def face_of(one: Commitment, shown: Shown | None) -> ListRow:
    """How a promise looks: whose it is, who will keep it, and what became of it."""
    today = shown.today if shown else date.min
    return ListRow(
        one.text, _reason(one, shown), verdict_of(one, today), SYMBOLS[one.direction], "text3"
    )


def _reason(one: Commitment, shown: Shown | None) -> str:
    if one.direction is Direction.THEIRS:
        who = one.promised_by or one.owner
        return tr("theirs · {name}").format(name=who) if who else tr("theirs")
    lead = shown.page.row.lead if shown else None
    if one.unowned:
        waits = tr("waits for {name}").format(name=lead) if lead else tr("nobody has accepted it")
        return tr("ours · {name}").format(name=waits)
    owner = shown.name_of(one.owner_id, one.owner) if shown else one.owner
    return tr("ours · {name}").format(name=owner) if owner else tr("ours")


class PromiseRows(Unfolds[Commitment, ListRow], CompactRowDelegate[Commitment]):
    """Promises that unfold."""


class PromisesPart(Part):
    """A accept, K kept, D drop with a reason, M move; Enter unfolds."""

    def __init__(self, desk: Desk) -> None:
        self._all = False
        self.model = RecordList[Commitment](
            lambda one: one.id,
            lambda one: one.text,
            sentence=lambda one: face_of(one, self._shown).sentence,
        )
        self.list = UnfoldingList(
            tr("Promises"), self.model, PromiseRows(lambda one: face_of(one, self._shown))
        )
        self.form = AddPromise(desk)
        self.none = Label(tr("No open promise. P adds one."), "body", "text3", wrap=True)
        self.more = Button("", kind="link")
        column = Column(inset(self.form), self.list, inset(self.none))
        column.addLayout(Row(self.more, None, margins=(4, 0, 0, 0)))
        super().__init__(desk, tr("Promises"), column, action=tr("Add"))
        self.form.hide()
        self.acted.connect(self.add)
        self.form.submitted.connect(self._on_submitted)
        self.form.closed.connect(self._close_form)
        self.more.clicked.connect(self._on_more)
        self.list.opened.connect(self._open)
        self.list.typed.connect(self._on_typed)

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        found = shown.page.commitments
        still = [one for one in found if one.is_open()]
        rows = [*still, *(one for one in found if not one.is_open())] if self._all else still
        self.model.show(rows)
        self.list.setVisible(bool(rows))
        self.none.setVisible(not rows)
        record = record_words(record_of(found, shown.today))
        notes = (_note(still), record) if found else ()
        self.set_note(" · ".join(note for note in notes if note))
        done = len(found) - len(still)
        self.more.set_label(tr("Show {count} kept or dropped").format(count=done))
        self.more.setVisible(bool(done) and not self._all)

    def leave(self) -> None:
        self._all = False
        self.form.hide()
        self.list.fold()

    def add(self) -> None:
        """Ask what was promised."""
        self.form.clear()
        self.form.begin(self.form.text)

    def _open(self, one: Commitment) -> None:
        if self.list.unfolded == one.id:
            self.list.fold()
        else:
            self._unfold(one, "")

    def _unfold(self, one: Commitment, verb: str) -> None:
        cut = self.list.cuts(one.text)
        panel = PromisePanel(self.desk, one, self.shown.today, self.shown.me, cut=cut)
        panel.finished.connect(self.list.fold)
        panel.typed.connect(self._on_typed)
        self.list.unfold(panel)
        panel.choose(verb)

    def _on_typed(self, text: str) -> None:
        one, me = self.list.current_record(), self.shown.me
        if one is None or not one.is_open():
            return
        if text == "k":
            self.do(lambda app: commitments.keep(app, one.id))
        elif text == "a" and one.unowned and one.due_on is None:
            self._unfold(one, "accept")
        elif text == "a":
            self.do(lambda app: commitments.accept(app, one.id, owner=me))
        elif text in ("d", "m"):
            self._unfold(one, {"d": "drop", "m": "move"}[text])

    def _on_submitted(self) -> None:
        account_id, text = self.shown.account_id, self.form.text.text()
        direction = Direction(self.form.direction.value)
        said = self.form.due.text()

        def add(app: Services) -> Changes:
            due = parse_due(said, app.today())
            return commitments.add(app, account_id, text=text, due=due, direction=direction)

        self.do(add, self._on_added, self.form.refuse)

    def _on_added(self, changes: Changes) -> None:
        self._close_form()
        self.list.select(CommitmentId(changes.created[0]))

    def _close_form(self) -> None:
        self.form.hide()
        (self.list if self.model.rowCount() else self.action).setFocus()

    def _on_more(self) -> None:
        self._all = True
        self.show_page(self.shown)
        self.list.setFocus()


def _note(still: list[Commitment]) -> str:
    """`2 ours, 1 theirs`."""
    ours = sum(one.direction is Direction.OURS for one in still)
    theirs = len(still) - ours
    words = tr("{ours} ours, {theirs} theirs")
    return words.format(ours=ours, theirs=theirs) if still else tr("none open")
