"""What can be done about an account or a member where they stand in a list: assign, plan, log, promise a cadence."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.gaps import Gap
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.interaction import Intent, Kind, Place
from sponsor_app.domain.people import Member
from sponsor_app.domain.report import CoverageReport
from sponsor_app.services import accounts, interactions, sponsorships
from sponsor_app.ui.coverage import choosing
from sponsor_app.ui.coverage.words import reason
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ToAccount, ToAct, ToAssign, ToBrief, ToLog, ToRecord, ToReview
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.language import later, tr
from sponsor_app.ui.widgets.picker import Option, Picker
from sponsor_app.ui.widgets.rows.list_row import ListRow


class Act(StrEnum):
    """Something to do about what has the keyboard in a list."""

    ASSIGN = "assign"
    PLAN = "plan"
    LOG = "log"
    CADENCE = "cadence"
    BRIEF = "brief"
    PEOPLE = "people"
    PROMISES = "promises"
    REVIEW = "review"


FACES: Mapping[Act, tuple[str, str, str]] = {
    Act.ASSIGN: (later("Assign"), "user-plus", "A"),
    Act.PLAN: (later("Plan a visit"), "calendar-days", "P"),
    Act.LOG: (later("Log"), "pencil-line", "L"),
    Act.CADENCE: (later("Cadence"), "clock", "C"),
    Act.BRIEF: (later("Brief"), "file-text", "B"),
    Act.PEOPLE: (later("People"), "users-round", "Y"),
    Act.PROMISES: (later("Promises"), "handshake", "I"),
    Act.REVIEW: (later("One-to-one"), "presentation", "R"),
}
SEEN = (Act.PLAN, Act.LOG, Act.ASSIGN, Act.BRIEF)
OWNED = (Act.ASSIGN, Act.BRIEF)
KNOWN = (Act.PEOPLE, Act.PLAN, Act.BRIEF)
FITTING: Mapping[Gap, tuple[Act, ...]] = {
    Gap.NO_SPONSOR: OWNED,
    Gap.SEVERAL_SPONSORS: OWNED,
    Gap.SPONSOR_LEFT: OWNED,
    Gap.BOSS_OF_LEAD: OWNED,
    Gap.NO_ACCOUNT: (Act.ASSIGN,),
    Gap.OVERLOADED: (Act.REVIEW,),
    Gap.NO_CADENCE: (Act.CADENCE, Act.ASSIGN, Act.BRIEF),
    Gap.SINGLE_THREADED: KNOWN,
    Gap.CONTACT_LEFT: KNOWN,
    Gap.NO_COUNTERPART: KNOWN,
    Gap.PROMISES_LATE: (Act.PROMISES, Act.LOG, Act.BRIEF),
    Gap.REFERENCE_AT_RISK: (Act.PEOPLE, Act.LOG, Act.BRIEF),
}
"""What helps most against each gap; against the others, being seen."""


class ActButtons(QWidget):
    """Only those that help are shown; all of them work by their keys. `pressed` tells which."""

    pressed = Signal(object)  # Act

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {
            act: Button(tr(words), icon, shortcut=key) for act, (words, icon, key) in FACES.items()
        }
        flow = Flow(*self.buttons.values(), gap=8, line_gap=8)
        self.setLayout(flow)
        for act, button in self.buttons.items():
            button.clicked.connect(partial(self.pressed.emit, act))

    def fit(self, source: object) -> None:
        """Show what helps against a gap, or in any other list."""
        shown = FITTING.get(source, SEEN) if isinstance(source, Gap) else SEEN
        for act, button in self.buttons.items():
            button.setVisible(act in shown)


Current = Callable[[], CoverageRow | Member | None]


class Acts(QObject):
    """Does it to what has the keyboard, wherever that is."""

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        current: Current,
        report: Callable[[], CoverageReport | None],
    ) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._current, self._report = current, report
        self._asks: Picker | None = None
        self.selected: Callable[[], Sequence[AccountId]] = tuple
        self._calls: Mapping[Act, Callable[[], None]] = {
            Act.ASSIGN: self.assign,
            Act.PLAN: self.plan,
            Act.LOG: self.log,
            Act.CADENCE: self.set_cadence,
            Act.BRIEF: self.brief,
            Act.PEOPLE: self.people,
            Act.PROMISES: self.promises,
            Act.REVIEW: self.review,
        }

    def keys(self) -> dict[str, Callable[[], None]]:
        """The letters that act."""
        return {FACES[act][2]: call for act, call in self._calls.items()}

    def do(self, act: Act) -> None:
        """Do one of them."""
        self._calls[act]()

    def assign(self) -> None:
        """Give the account, or all that are selected, a sponsor, or the member an account."""
        one, several = self._current(), tuple(self.selected())
        if len(several) > 1:
            self._desk.go(ToAssign(several))
        elif isinstance(one, CoverageRow):
            self._desk.go(ToAct("assign", one.account_id))
        elif one is not None:
            self._give_account(one)

    def brief(self) -> None:
        """The one page before a meeting."""
        row = self._account()
        if row is not None:
            self._desk.go(ToBrief(row.account_id))

    def log(self) -> None:
        """The log line, at the account."""
        row = self._account()
        if row is not None:
            self._desk.go(ToLog(tr("at {account}: ").format(account=row.account)))

    def people(self) -> None:
        """Who is there."""
        row = self._account()
        if row is not None:
            self._desk.go(ToAccount(row.account_id, "people"))

    def promises(self) -> None:
        """What was promised."""
        row = self._account()
        if row is not None:
            self._desk.go(ToAccount(row.account_id, "promises"))

    def review(self) -> None:
        """The one-to-one with the member, or with the sponsor of the account."""
        one = self._current()
        who = one.sponsor_id if isinstance(one, CoverageRow) else one.id if one else None
        if who is not None:
            self._desk.go(ToReview(who))

    def plan(self) -> None:
        """Ask for a day, and plan a visit at their site by their sponsor."""
        row, report = self._account(), self._report()
        if row is None or report is None:
            return
        picker, today = self._picker(), report.as_of

        def offer(text: str) -> None:
            picker.offer(choosing.coming_options(text, today))

        title = tr("Visit {account} on").format(account=row.account)
        chosen = partial(self._on_day, row)
        picker.ask(title, tr("Fri, in 2 weeks, 1 Dec"), chosen, offer)

    def set_cadence(self) -> None:
        """Ask how often the account shall be seen."""
        row, report = self._account(), self._report()
        if row is None or report is None:
            return
        picker = self._picker()

        def offer(text: str) -> None:
            picker.offer(choosing.cadence_options(text, row, report.rules))

        title = tr("How often {account} is seen").format(account=row.account)
        chosen = partial(self._on_cadence, row.account_id)
        picker.ask(title, tr("A tier, or days: 60/120"), chosen, offer)

    def _on_day(self, row: CoverageRow, option: Option) -> None:
        draft = InteractionDraft(
            row.account_id,
            Kind.VISIT,
            date.fromisoformat(option.key),
            Place.THEIRS,
            Intent.CARE,
            member_ids=(row.sponsor_id,) if row.sponsor_id else (),
            planned=True,
        )
        self._desk.operations.command(lambda app: interactions.log(app, draft), self)

    def _on_cadence(self, account_id: AccountId, option: Option) -> None:
        fields = choosing.cadence_fields(option.key)
        self._desk.operations.command(lambda app: accounts.change(app, account_id, fields), self)

    def _give_account(self, member: Member) -> None:
        report = self._report()
        free = report.gap(Gap.NO_SPONSOR).accounts if report else ()
        if report is None or not free:
            self._desk.go(ToRecord("member", member.id))
            return
        options = [
            Option(
                row.account_id,
                ListRow(
                    row.account,
                    reason(row, report.as_of, Gap.NO_SPONSOR),
                    symbol="building-2",
                    symbol_ink="text3",
                ),
            )
            for row in free
        ]
        picker = self._picker()
        title = tr("An account for {member}").format(member=member.name)
        picker.ask(title, tr("Accounts without a sponsor"), partial(self._on_account, member))
        picker.offer(options)

    def _on_account(self, member: Member, option: Option) -> None:
        wanted = AccountId(option.key)

        self._desk.operations.command(
            lambda app: sponsorships.set_sponsor(app, [wanted], member.id), self
        )

    def _account(self) -> CoverageRow | None:
        one = self._current()
        return one if isinstance(one, CoverageRow) else None

    def _picker(self) -> Picker:
        if self._asks is None:
            self._asks = Picker(self._page.window())
        return self._asks
