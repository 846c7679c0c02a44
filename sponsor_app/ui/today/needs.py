"""What needs me: each row unfolds to what can be done about it, right there."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from sponsor_app import services
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.ids import InteractionId
from sponsor_app.domain.putting_off import standing_of_need
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.today import Need, NeedKind, TodayPage
from sponsor_app.services import Services
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.issue_panel import KEYS, IssuePanel
from sponsor_app.ui.panels.promise_panel import PromisePanel
from sponsor_app.ui.places import ToDebrief, ToLog, ToRecord
from sponsor_app.ui.today.put_off import PuttingOff, Sleeper, put_off_button
from sponsor_app.ui.today.reference_panel import ReferencePanel
from sponsor_app.ui.today.rows import FirstFew
from sponsor_app.ui.today.visit_words import log_words
from sponsor_app.ui.today.words import need_face
from sponsor_app.ui.widgets.boxes import Column, Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import ListRow, ListRowDelegate
from sponsor_app.ui.widgets.section import Section
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds

MOST = (8, 8)
LEFT = 34
PROMISE_KEYS = {"d": "drop", "m": "move"}
KINDS = {
    NeedKind.ISSUE: "issue",
    NeedKind.PROMISE: "commitment",
    NeedKind.ACCEPT: "commitment",
    NeedKind.DEBRIEF: "interaction",
    NeedKind.REFERENCE: "reference",
}


class NeedRows(Unfolds[Need, ListRow], ListRowDelegate[Need]):
    """Rows that unfold."""


class DebriefPanel(Panel):
    """What became of a visit that nobody has logged."""

    def __init__(self, title: str) -> None:
        self.debrief = Button(tr("Debrief"), "pencil-line", shortcut="D")
        self.log = Button(tr("Log a line"), kind="quiet", shortcut="L")
        self.held = Button(tr("It took place"), "check", "quiet", shortcut="H")
        self.off = Button(tr("It was called off"), "x", "quiet", shortcut="C")
        super().__init__(title, Row(self.debrief, self.log, self.held, self.off, None))


class Needs(Section):
    """Enter unfolds, S puts off, O opens the account; U R E for an issue, K A D M a promise, D L H C a visit that is over."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._page: TodayPage | None = None
        self.model = RecordList[Need](
            lambda need: (need.kind, need.record_id),
            lambda need: need_face(need, self._page).title,
            sentence=lambda need: need_face(need, self._page).sentence,
        )
        self.list = UnfoldingList(
            tr("Needs you"),
            self.model,
            NeedRows(lambda need: need_face(need, self._page)),
            left=LEFT,
        )
        self.rows = FirstFew(self.list, self.model, MOST, tr("Nothing waits for you."))
        super().__init__(tr("Needs you"), self.rows)
        self.putting_off = PuttingOff(desk, self.list)
        self.rows.woken.connect(self._show)
        self.list.opened.connect(self.unfold)
        self.list.peeked.connect(self.unfold)
        self.list.typed.connect(self._on_typed)

    def show_page(self, page: TodayPage) -> None:
        """Show what waits, the most pressing first."""
        self._page = page
        self._show()
        panel, unfolded = self.list.panel, self.list.unfolded
        if isinstance(panel, IssuePanel):
            here = [one.issue for one in page.needs if (one.kind, one.record_id) == unfolded]
            panel.follow([one for one in here if one is not None], page.today)

    def _show(self) -> None:
        page = self._page
        if page is None:
            return
        self.rows.offer_asleep(len(page.needs_put_off))
        asleep = page.needs_put_off if self.rows.shows_asleep else ()
        self.rows.show_records((*page.needs, *asleep))
        self.set_count(number(len(page.needs)) if page.needs else "")
        self.list.restyle()

    def unfold(self, need: Need) -> None:
        """Show what can be done about it, or fold it again."""
        if self.list.unfolded == (need.kind, need.record_id):
            self.list.fold()
        else:
            self._unfold(need, "")

    def _unfold(self, need: Need, verb: str) -> None:
        panel = self._panel_of(need)
        if panel is None:
            return
        account = Button(tr("Open {account}").format(account=need.account), "arrow-right", "quiet")
        account.clicked.connect(lambda: self._open(need))
        later = put_off_button()
        later.clicked.connect(lambda: self._put_off(need))
        layout = panel.layout()
        if isinstance(layout, Column):
            layout.add(Row(account, later, None) if need.account_id else Row(later, None))
        panel.typed.connect(self._on_typed)
        self.list.unfold(panel)
        if isinstance(panel, IssuePanel | PromisePanel):
            panel.choose(verb)

    def _panel_of(self, need: Need) -> Panel | None:
        page = self._page
        if page is None:
            return None
        cut = self.list.cuts(need_face(need, page).title)
        if need.issue is not None:
            sponsor = (page.me, page.my_name) if need.issue.sponsor_id == page.me else None
            panel = IssuePanel(self.desk, need.issue, page.today, sponsor, cut=cut)
            panel.finished.connect(self.list.fold)
            return panel
        if need.commitment is not None:
            made = PromisePanel(self.desk, need.commitment, page.today, page.me, cut=cut)
            made.finished.connect(self.list.fold)
            return made
        if need.reference is not None:
            asked = ReferencePanel(self.desk, need.reference, need.title)
            asked.finished.connect(self.list.fold)
            return asked
        return self._debrief_panel(need, page)

    def _debrief_panel(self, need: Need, page: TodayPage) -> Panel | None:
        plan = need.plan
        if plan is None:
            return None
        panel = DebriefPanel(need_face(need, page).title)
        panel.debrief.clicked.connect(lambda: self.desk.go(ToDebrief(plan.id)))
        panel.log.clicked.connect(lambda: self._log(plan))
        panel.held.clicked.connect(lambda: self._hold(plan.id))
        panel.off.clicked.connect(lambda: self._cancel(plan.id))
        return panel

    # --- acting ---------------------------------------------------------------------------

    def _on_typed(self, text: str) -> None:
        need = self.list.current_record()
        if need is None:
            return
        if text == "o":
            self._open(need)
        elif text == "s":
            self._put_off(need)
        elif need.issue is not None and text in KEYS:
            self._unfold(need, KEYS[text])
        elif need.commitment is not None:
            self._on_promise_key(need, text)
        elif need.plan is not None:
            self._on_plan_key(need.plan, text)

    def _put_off(self, need: Need) -> None:
        """Ask until when; what is put off already is taken up again."""
        page = self._page
        if page is None:
            return
        title = need_face(need, None).title or need.account
        one = Sleeper(need.record_id, title, standing_of_need(need))
        if need in page.needs_put_off:
            self.putting_off.take_up(one, page.until[one.record_id])
        else:
            self.putting_off.ask(one, page.today)

    def _on_promise_key(self, need: Need, text: str) -> None:
        one, me = need.commitment, self._page.me if self._page else None
        if one is None or me is None:
            return
        if text in PROMISE_KEYS:
            self._unfold(need, PROMISE_KEYS[text])
        elif text == "k":
            self._do(lambda app: services.commitments.keep(app, one.id))
        elif text == "a" and one.unowned and one.due_on is None:
            self._unfold(need, "accept")
        elif text == "a" and one.unowned:
            self._do(lambda app: services.commitments.accept(app, one.id, owner=me))

    def _on_plan_key(self, plan: Interaction, text: str) -> None:
        if text == "d":
            self.desk.go(ToDebrief(plan.id))
        elif text == "l":
            self._log(plan)
        elif text == "h":
            self._hold(plan.id)
        elif text == "c":
            self._cancel(plan.id)

    def _open(self, need: Need) -> None:
        if need.account_id:
            self.desk.go(ToRecord(KINDS[need.kind], need.record_id, need.account_id))

    def _log(self, plan: Interaction) -> None:
        if self._page is not None:
            self.desk.go(ToLog(log_words(plan, self._page.today)))

    def _hold(self, plan_id: InteractionId) -> None:
        self._do(lambda app: services.interactions.hold(app, plan_id))

    def _cancel(self, plan_id: InteractionId) -> None:
        self._do(lambda app: services.interactions.cancel(app, plan_id))

    def _do(self, work: Callable[[Services], Changes]) -> None:
        self.list.fold()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.operations.command(work, self)
