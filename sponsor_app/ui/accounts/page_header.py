"""The top of an account's page: its name, how it stands, and the four facts that say who looks after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.account import Tier
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.issue import Issue
from sponsor_app.services import accounts
from sponsor_app.ui.accounts.assign import AssignSponsor
from sponsor_app.ui.accounts.list_line import tier_word
from sponsor_app.ui.accounts.part import Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.account_search import ask_for_account
from sponsor_app.ui.panels.member_options import candidate_options, nobody_option
from sponsor_app.ui.places import ToAccount
from sponsor_app.ui.widgets.boxes import Column
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.day_words import late
from sponsor_app.ui.widgets.fact_button import FactButton
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.menu import Entry, open_menu
from sponsor_app.ui.widgets.page import Header
from sponsor_app.ui.widgets.picker import Picker
from sponsor_app.ui.widgets.pill import Pill
from sponsor_app.ui.widgets.states import SELLING_ONLY, state


@dataclass(frozen=True, slots=True)
class Mark:
    """A pill after the name."""

    key: str
    word: str = ""


def severe_marks(issues: Sequence[Issue], shown: Shown) -> list[Mark]:
    """At most two pills: the worst open issue with its delay, and the other or how many others."""
    severe = [one for one in issues if one.is_open and one.severity.severe]
    if not severe:
        return []
    worst = min(severe, key=lambda one: (one.severity, -one.days_late(shown.today)))
    word, days = state(worst.severity).word, worst.days_late(shown.today)
    if days:
        word = tr("{severity}, update {late}").format(severity=word, late=late(days))
    marks = [Mark(f"sev{worst.severity.value}", word)]
    others = [one for one in severe if one is not worst]
    if len(others) == 1:
        marks.append(Mark(f"sev{others[0].severity.value}"))
    elif others:
        marks.append(Mark("sev2", tr("{count} more at Sev 1–2").format(count=len(others))))
    return marks


class PageHeader(QWidget):
    """Tier, sponsor, account lead and parent are changed by pressing them."""

    brief_wanted = Signal()
    log_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: Shown | None = None
        self._picker: Picker | None = None
        self._assign: AssignSponsor | None = None
        self.header = Header("")
        self.pills = [Pill("customer") for _ in range(3)]
        self.brief = Button(tr("Brief"), "file-text", shortcut="B")
        self.log = Button(tr("Log"), "pencil-line", shortcut="L")
        self.more = Button("", "ellipsis", "quiet", name=tr("More"))
        self.tier = FactButton(tr("Tier"))
        self.sponsor = FactButton(tr("Sponsor"))
        self.lead = FactButton(tr("Account lead"))
        self.parent_account = FactButton(tr("Parent"))
        for pill in self.pills:
            self.header.add_mark(pill)
        for action in (self.brief, self.log, self.more):
            self.header.add_action(action)
        facts = Flow(self.tier, self.sponsor, self.lead, self.parent_account, gap=16, line_gap=0)
        below = Column(facts, margins=(4, 0, 4, 0))
        column = Column(self.header)
        column.addLayout(below)
        self.setLayout(column)
        self._listen()

    def show_page(self, shown: Shown) -> None:
        """Show an account, or the same at another time."""
        self._shown = shown
        row, details = shown.page.row, shown.page.details
        self.header.set_title(row.account)
        marks = [Mark(row.status), *severe_marks(shown.page.issues, shown)]
        if row.selling_only(shown.today):
            marks.append(Mark(SELLING_ONLY))
        for place, pill in enumerate(self.pills):
            pill.setVisible(place < len(marks))
            if place < len(marks):
                pill.show_state(marks[place].key, marks[place].word)
        self.tier.show_value(tier_word(row.tier), ink="text" if row.tier else "text3")
        if row.sponsor:
            self.sponsor.show_value(shown.name_of(row.sponsor_id, row.sponsor))
        else:
            self.sponsor.show_value(tr("no sponsor"), symbol="user-x", ink="warn")
        lead = shown.name_of(row.lead_id, row.lead)
        self.lead.show_value(lead or tr("nobody"), ink="text" if lead else "text3")
        parent = details.parent
        self.parent_account.show_value(parent or tr("none"), ink="text" if parent else "text3")

    def assign(self) -> None:
        """Choose a sponsor."""
        shown = self._known()
        if self._assign is None:
            self._assign = AssignSponsor(self._desk, self.window())
        self._assign.assign([shown.account_id], shown.account)

    def _listen(self) -> None:
        self.brief.clicked.connect(self.brief_wanted)
        self.log.clicked.connect(self.log_wanted)
        self.more.clicked.connect(self.more_wanted)
        self.tier.clicked.connect(self._choose_tier)
        self.sponsor.clicked.connect(self.assign)
        self.lead.clicked.connect(self._choose_lead)
        self.parent_account.clicked.connect(self._choose_parent)

    # --- changing -------------------------------------------------------------------------

    def _set(self, field: str, value: str) -> None:
        account_id = self._known().account_id
        self._desk.operations.command(
            lambda app: accounts.change(app, account_id, {field: value}), self
        )

    def _choose_tier(self) -> None:
        now = self._known().page.row.tier
        tiers: list[Entry | None] = [
            Entry(tier_word(tier), partial(self._set, "tier", tier), checked=tier is now)
            for tier in Tier
        ]
        none = Entry(tier_word(None), partial(self._set, "tier", ""), checked=now is None)
        open_menu(self.tier, [*tiers, None, none])

    def _choose_lead(self) -> None:
        shown, picker = self._known(), self._ask()
        title = tr("Account lead of {account}").format(account=shown.account)
        picker.ask(title, tr("Type a name"), lambda option: self._set("lead", option.key))
        nobody = [nobody_option(tr("Nobody"), "")] if shown.page.row.lead else []
        self._desk.operations.query(
            picker, candidate_options, lambda found: picker.offer([*found, *nobody])
        )

    def _choose_parent(self) -> None:
        details = self._known().page.details
        if details.parent_id is None:
            self._pick_parent()
            return
        parent_id = details.parent_id
        name = details.parent or ""
        entries = [
            Entry(
                tr("Go to {name}").format(name=name), partial(self._go, parent_id), "arrow-right"
            ),
            Entry(tr("Another parent"), self._pick_parent, "pencil-line"),
            Entry(tr("No parent"), partial(self._set, "parent", ""), "x"),
        ]
        open_menu(self.parent_account, entries)

    def _pick_parent(self) -> None:
        shown = self._known()
        title = tr("Parent of {account}").format(account=shown.account)
        ask_for_account(
            self._desk,
            self._ask(),
            title,
            shown.account_id,
            lambda found, _name: self._set("parent", found),
        )

    def _go(self, account_id: AccountId) -> None:
        self._desk.go(ToAccount(account_id))

    def _ask(self) -> Picker:
        if self._picker is None:
            self._picker = Picker(self.window())
        return self._picker

    def _known(self) -> Shown:
        if self._shown is None:
            msg = "an account is changed before it is shown"
            raise LookupError(msg)
        return self._shown
