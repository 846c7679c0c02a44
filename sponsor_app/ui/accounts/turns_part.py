"""Why we lost them, why they came back, and what we still owe them: an account that is gone is looked after too."""

from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.still_owed import Owed, still_owed
from sponsor_app.domain.won_and_lost import Turning
from sponsor_app.domain.wording import near_day, short_day
from sponsor_app.services import won_and_lost
from sponsor_app.ui.accounts.captioned_lines import CaptionedLines
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ToRecord
from sponsor_app.ui.widgets.boxes import Column, Row, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.states import State

SYMBOLS = {"commitment": "arrow-up-right", "issue": "circle-alert", "event": "calendar-days"}


class TurnPanel(Panel):
    """Asks for the reason."""

    def __init__(self) -> None:
        self.why = LineEdit(tr("Why"), tr("One honest sentence, Enter keeps it"))
        self.keep = Button(tr("Keep"), "check", "quiet")
        super().__init__(tr("Why"), Row((self.why, 1), self.keep, gap=8))


class TurnsPart(Part):
    """Shown for what is gone and for what once was; the action turns it round."""

    def __init__(self, desk: Desk) -> None:
        self.lines = CaptionedLines(tr("Won and lost"))
        self.panel = TurnPanel()
        self.model = RecordList[Owed](
            lambda one: (one.kind, one.id),
            lambda one: one.text,
            sentence=lambda one: self._face(one).sentence,
        )
        self.list = ListView(
            tr("What we still owe them"), self.model, CompactRowDelegate[Owed](self._face)
        )
        self.model.setParent(self.list)
        self.owed = Label(tr("What we still owe them"), "metaB", "text3", flexible=True)
        self.none = Label(tr("We owe them nothing that is on record."), "body", "text3", wrap=True)
        body = Column(
            inset(self.lines), inset(self.panel), 6, inset(self.owed), self.list, inset(self.none)
        )
        super().__init__(desk, tr("Won and lost"), body, action=tr("Won back"))
        self.panel.hide()
        self.acted.connect(self.ask)
        self.list.opened.connect(self._open)
        self.panel.closed.connect(self._close)
        self.panel.why.returnPressed.connect(self._keep)
        self.panel.keep.clicked.connect(self._keep)

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        gone = shown.page.row.status.gone
        self.setVisible(gone or bool(shown.page.turns) or self.panel.isVisibleTo(self))
        self.set_action(tr("Won back") if gone else tr("Lost again"))
        self.lines.show_lines(_lines(shown))
        found = still_owed(shown.page)
        self.model.show(found)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        late = sum(one.late for one in found)
        self.set_count(
            tr("{count} owed, {late} late").format(count=len(found), late=late) if found else ""
        )

    def leave(self) -> None:
        self._close()

    def ask(self) -> None:
        """Ask why it turned."""
        self.show()
        self.panel.why.clear()
        self.panel.forgive()
        self.panel.begin(self.panel.why)

    def _keep(self) -> None:
        shown, why = self.shown, self.panel.why.text()
        turn = won_and_lost.won_back if shown.page.row.status.gone else won_and_lost.lost
        self.do(
            lambda app: turn(app, shown.account_id, why),
            lambda _changes: self._close(),
            self._refuse,
        )

    def _refuse(self, error: SponsorError) -> None:
        self.panel.refuse(error)

    def _close(self) -> None:
        self.panel.hide()

    def _open(self, one: Owed) -> None:
        self.desk.go(ToRecord(one.kind, one.id, self.shown.account_id))

    def _face(self, one: Owed) -> ListRow:
        owner = one.owner or tr("nobody has it in hand")
        if one.due is None or self._shown is None:
            return ListRow(one.text, owner, "", SYMBOLS[one.kind], "text3")
        day = near_day(one.due, self._shown.today)
        verdict: str | State = tr("due {day}").format(day=day)
        if one.late:
            verdict = State("triangle-alert", tr("late, {day}").format(day=day), "bad")
        return ListRow(one.text, owner, verdict, SYMBOLS[one.kind], "text3")


def _lines(shown: Shown) -> list[tuple[str, str]]:
    """Each turn with its day; the reason on file where nobody kept the day."""
    words = {Turning.LOST: tr("Lost {day}"), Turning.WON_BACK: tr("Won back {day}")}
    lines = [
        (words[one.turning].format(day=short_day(one.on, shown.today)), one.because)
        for one in shown.page.turns
    ]
    why = shown.page.details.lost_because
    if why and not any(one.turning is Turning.LOST for one in shown.page.turns):
        lines.append((tr("Why we lost"), why))
    if shown.page.row.status.gone and not lines:
        lines.append((tr("Why we lost"), tr("Nobody wrote it down: ask, and edit the details.")))
    return lines
