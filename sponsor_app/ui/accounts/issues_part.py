"""Problems they have with us: opened, updated, lifted and solved from the row, without leaving the page."""

from datetime import date

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.ids import IssueId
from sponsor_app.domain.issue import Issue, IssueStatus
from sponsor_app.domain.wording import short_day
from sponsor_app.services import issues
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.issue_panel import KEYS, IssuePanel
from sponsor_app.ui.panels.open_issue import OpenIssue
from sponsor_app.ui.widgets.boxes import Column, Row, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.day_words import due_day, late
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.states import LATE_UPDATE, State, state
from sponsor_app.ui.widgets.theme import Ink
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds


def face_of(one: Issue, shown: Shown | None) -> ListRow:
    """How an issue looks: how severe, whose it is, when they must hear from us."""
    signs = state(one.severity)
    owner = shown.name_of(one.owner_id, one.owner) if shown else one.owner
    ink: Ink = "bad" if one.severity.severe else signs.tone
    today = shown.today if shown else date.min
    reason = f"{signs.word} · {owner or tr('nobody owns it')}"
    return ListRow(one.title, reason, _verdict(one, today), signs.symbol, ink)


def _verdict(one: Issue, today: date) -> str | State:
    if one.status is IssueStatus.RESOLVED:
        return state(IssueStatus.RESOLVED)
    if one.status is IssueStatus.CLOSED:
        day = one.told_on or one.resolved_on or today
        return tr("closed {day}").format(day=short_day(day, today))
    days = one.days_late(today)
    if days:
        return state(LATE_UPDATE, tr("update {late}").format(late=late(days)))
    return due_day(one.next_update_due, today) if one.next_update_due else ""


class IssueRows(Unfolds[Issue, ListRow], CompactRowDelegate[Issue]):
    """Issues that unfold."""


class IssuesPart(Part):
    """U update, R resolve, E escalate, T they know, O open again; Enter unfolds all of it."""

    def __init__(self, desk: Desk) -> None:
        self._all = False
        self.model = RecordList[Issue](
            lambda one: one.id,
            lambda one: one.title,
            sentence=lambda one: face_of(one, self._shown).sentence,
        )
        self.list = UnfoldingList(
            tr("Issues"), self.model, IssueRows(lambda one: face_of(one, self._shown))
        )
        self.form = OpenIssue()
        self.none = Label(tr("No open issue. I opens one."), "body", "text3", wrap=True)
        self.more = Button("", kind="link")
        more = Row(self.more, None, margins=(4, 0, 0, 0))
        column = Column(inset(self.form), self.list, inset(self.none))
        column.addLayout(more)
        super().__init__(desk, tr("Issues"), column, action=tr("Add"))
        self.form.hide()
        self.acted.connect(self.add)
        self.form.submitted.connect(self._on_submitted)
        self.form.closed.connect(self._close_form)
        self.more.clicked.connect(self._on_more)
        self.list.opened.connect(self.open_issue)
        self.list.typed.connect(self._on_typed)

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        found = shown.page.issues
        closed = [one for one in found if one.status is IssueStatus.CLOSED]
        rows = [one for one in found if self._all or one.status is not IssueStatus.CLOSED]
        self.model.show(rows)
        self.list.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self.set_note(_note(found))
        self.more.set_label(tr("Show {count} closed").format(count=len(closed)))
        self.more.setVisible(bool(closed) and not self._all)
        panel = self.list.panel
        if isinstance(panel, IssuePanel):
            panel.follow(found, shown.today)

    def leave(self) -> None:
        self._all = False
        self.form.hide()
        self.list.fold()

    def add(self) -> None:
        """Ask what is wrong."""
        self.form.clear()
        self.form.begin(self.form.title)

    def open_issue(self, one: Issue) -> None:
        """Unfold an issue, or fold it again."""
        if self.list.unfolded == one.id:
            self.list.fold()
        else:
            self._unfold(one, "")

    def _unfold(self, one: Issue, verb: str) -> None:
        row, cut = self.shown.page.row, self.list.cuts(one.title)
        sponsor = (row.sponsor_id, row.sponsor or "") if row.sponsor_id else None
        panel = IssuePanel(self.desk, one, self.shown.today, sponsor, cut=cut)
        panel.finished.connect(self.list.fold)
        panel.typed.connect(self._on_typed)
        self.list.unfold(panel)
        panel.choose(verb)

    def _on_typed(self, text: str) -> None:
        one = self.list.current_record()
        if one is None:
            return
        if text in KEYS and one.is_open:
            self._unfold(one, KEYS[text])
        elif text == "t" and one.status is IssueStatus.RESOLVED:
            self.do(lambda app: issues.told(app, one.id))
        elif text == "o" and not one.is_open:
            self.do(lambda app: issues.reopen(app, one.id))

    def _on_submitted(self) -> None:
        account_id, title = self.shown.account_id, self.form.title.text()
        severity = int(self.form.severity.value)
        self.do(
            lambda app: issues.open_issue(app, account_id, title=title, severity=severity),
            self._on_opened,
            self.form.refuse,
        )

    def _on_opened(self, changes: Changes) -> None:
        self._close_form()
        self.list.select(IssueId(changes.created[0]))

    def _close_form(self) -> None:
        self.form.hide()
        (self.list if self.model.rowCount() else self.action).setFocus()

    def _on_more(self) -> None:
        self._all = True
        self.show_page(self.shown)
        self.list.setFocus()


def _note(found: tuple[Issue, ...]) -> str:
    """`3 open, 2 at Sev 1–2`."""
    still = [one for one in found if one.is_open]
    severe = sum(one.severity.severe for one in still)
    parts = [tr("{count} open").format(count=len(still))] if found else []
    if severe:
        parts.append(tr("{count} at Sev 1–2").format(count=severe))
    return ", ".join(parts)
