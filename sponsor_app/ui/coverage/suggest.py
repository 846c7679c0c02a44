"""Suggest who should own what: proposals with their reasons, each chosen or not, accepted as one step."""

from dataclasses import dataclass

from PySide6.QtCore import QObject
from shiboken6 import isValid

from sponsor_app.domain.brief.phrasing import clipped
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.suggesting.plan import Plan, Proposal, choice_of, short_words
from sponsor_app.services import Services, suggestions
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.operations import Cancel, Progress
from sponsor_app.ui.widgets.boxes import Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.progress_line import ProgressLine
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import ListRow, PeekRowDelegate

LONGEST, WHOLE = 28, 10_000
"""How many letters of a name a line shows; what is read aloud has all of them."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A proposal, and whether it is chosen."""

    proposal: Proposal
    taken: bool


class SuggestPanel(Panel):
    """Space, Enter or a click chooses a proposal or leaves it out; `closed` asks to be taken away."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._plan: Plan | None = None
        self._chosen: set[AccountId] = set()
        self._cancel: Cancel | None = None
        self.progress = ProgressLine()
        self.head = Label("", "strong", wrap=True)
        self.left_over = Label("", "body", "warn", wrap=True)
        self.why = Label("", "body", "text2", wrap=True)
        self.accept_button = Button("", "check", "primary")
        self.all_button = Button(tr("Choose all"), kind="quiet")
        self.none_button = Button(tr("Choose none"), kind="quiet")
        self.close_button = Button(tr("Close"), kind="quiet", shortcut="Esc")
        self.rows = RecordList[Offer](
            lambda one: one.proposal.row.account_id,
            lambda one: self._face(one, WHOLE).title,
            accessible=lambda one: self._face(one, WHOLE).sentence,
            tip=lambda one: " ".join(one.proposal.because),
        )
        self.list = ListView(
            tr("Suggestions"),
            self.rows,
            PeekRowDelegate[Offer](self._face),
            fit=False,
            selects=True,
            ground="surface",
        )
        self.rows.setParent(self.list)
        self.list.setUniformItemSizes(True)
        choosing = (self.all_button, self.none_button)
        actions = Row(self.accept_button, *choosing, None, self.close_button)
        super().__init__(
            tr("Suggested sponsors"),
            *(self.head, self.left_over, self.progress, (self.list, 1), self.why, actions),
        )
        self._listen()

    def ask(self) -> None:
        """Work out what to suggest; it may take some seconds, and can be stopped."""
        self.forgive()
        self._show(None)
        self.head.set_text(tr("Weighing who fits which account"))
        self.begin(self.close_button)

        def work(app: Services, tell: Progress, cancel: Cancel) -> Plan:
            return suggestions.propose(app, tell, cancel)

        self._cancel = self._desk.operations.slow(self, work, self._show, self._refused)

    def chosen(self) -> list[Proposal]:
        """The proposals that would be accepted, in their order."""
        known = self._plan.proposals if self._plan else ()
        return [one for one in known if one.row.account_id in self._chosen]

    def _show(self, plan: Plan | None) -> None:
        """Show a plan with everything chosen, or that it is being made."""
        self._plan = plan
        found = plan.proposals if plan else ()
        self._chosen = {one.row.account_id for one in found}
        self.progress.setVisible(plan is None)
        self.list.setVisible(bool(found))
        for button in (self.accept_button, self.all_button, self.none_button):
            button.setVisible(bool(found))
        self._fill()
        self.left_over.setVisible(plan is not None and bool(_left_over(plan)))
        if plan is None:
            self.progress.show_working(tr("Weighing accounts"))
            self.why.set_text("")
            return
        self._cancel = None
        nothing = tr("Nothing to suggest: no account would be better off.")
        self.head.set_text(" ".join(plan.delta.words()) or ("" if found else nothing))
        self.head.setVisible(bool(self.head.text()))
        self.left_over.set_text(_left_over(plan))
        if found:
            self.list.select(found[0].row.account_id)
        self._count()
        self.begin(self.list if found else self.close_button)

    def _face(self, offer: Offer, longest: int = LONGEST) -> ListRow:
        """A line in which long names leave room for one another."""
        one, taken = offer.proposal, offer.taken
        before = clipped(one.before.name, longest) if one.before else tr("nobody")
        account, member = clipped(one.row.account, longest), clipped(one.member.name, longest)
        return ListRow(
            f"{account} → {member}",
            " ".join(one.because),
            (tr("chosen") if taken else tr("left out")) + " · " + tr("now") + f" {before}",
            "circle-check" if taken else "circle",
            "accent" if taken else "text3",
        )

    def _fill(self) -> None:
        found = self._plan.proposals if self._plan else ()
        self.rows.show([Offer(one, one.row.account_id in self._chosen) for one in found])

    def _turn(self, offer: Offer) -> None:
        self._choose(self._chosen ^ {offer.proposal.row.account_id})

    def _choose(self, wanted: set[AccountId]) -> None:
        self._chosen = wanted
        self._fill()
        self._count()

    def _choose_all(self) -> None:
        self._choose({one.proposal.row.account_id for one in self.rows.records})

    def _choose_none(self) -> None:
        self._choose(set())

    def _count(self) -> None:
        chosen = len(self._chosen)
        self.accept_button.set_label(tr("Accept {count}").format(count=number(chosen)))
        self.accept_button.setEnabled(chosen > 0)

    def _explain(self, offer: Offer | None) -> None:
        one = offer.proposal if offer else None
        said = [*one.because, *one.delta.words()] if one else []
        self.why.set_text(" ".join(said))

    def _accept(self) -> None:
        choices = [choice_of(one) for one in self.chosen()]
        self._desk.operations.command(
            lambda app: suggestions.accept(app, choices),
            self,
            then=self._accepted,
            refused=self.refuse,
        )

    def _accepted(self, _changes: Changes) -> None:
        self.closed.emit()

    def _refused(self, error: SponsorError) -> None:
        stopped = self._cancel is not None and self._cancel.is_set()
        self._cancel = None
        if stopped:
            self._desk.say(error.message)
        else:
            self._desk.operations.failed.emit(error)
        if isValid(self):
            self.closed.emit()

    def _give_up(self) -> None:
        if self._cancel is not None:
            self._cancel.set()

    def stop(self) -> None:
        """Give up what is being worked out."""
        if self._cancel is not None:
            self._cancel.set()
            self.progress.show_working(tr("Stopping"))
        else:
            self.closed.emit()

    def _told(self, owner: QObject, words: str, _share: float | None) -> None:
        if owner is self and self._cancel is not None and not self._cancel.is_set():
            self.progress.show_working(words)

    def _listen(self) -> None:
        self.list.opened.connect(self._turn)
        self.list.peeked.connect(self._turn)
        self.list.moved.connect(self._explain)
        self.accept_button.clicked.connect(self._accept)
        self.all_button.clicked.connect(self._choose_all)
        self.none_button.clicked.connect(self._choose_none)
        self.close_button.clicked.connect(self.stop)
        self.progress.cancelled.connect(self.stop)
        self.closed.connect(self._give_up)
        self._desk.operations.progressed.connect(self._told)


def _left_over(plan: Plan) -> str:
    """What does not fit and what somebody must say."""
    asked = tr("{account} has several sponsors, {members}: say who it is.")
    said = [
        asked.format(account=one.row.account, members=", ".join(one.members))
        for one in plan.disputed
    ]
    return " ".join(filter(None, (short_words(plan), *said)))
