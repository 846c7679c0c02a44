"""The example team, and whatever a deed needs there before it can be done."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.event import EventKind
from sponsor_app.domain.ids import (
    AccountId,
    CommitmentId,
    ContactId,
    EventId,
    InteractionId,
    IssueId,
    MemberId,
    ReachOutId,
    ReferenceId,
    RequestId,
)
from sponsor_app.domain.interaction import Kind, Place
from sponsor_app.domain.reference import Use
from sponsor_app.services import (
    Services,
    accounts,
    attachments,
    commitments,
    contacts,
    events,
    interactions,
    issues,
    knowledge,
    members,
    private_notes,
    reach_outs,
    references,
    themes,
)
from tests.conftest import TODAY

YESTERDAY, SOON = TODAY - timedelta(days=1), TODAY + timedelta(days=9)


@dataclass(frozen=True)
class World:
    """The team, two of its accounts with their people, and new records in whatever state a deed begins from."""

    app: Services
    folder: Path

    # --- who is here ----------------------------------------------------------------------

    @cached_property
    def accounts(self) -> Sequence[AccountId]:
        """Accounts that have a sponsor, those with the most people first."""
        rows = [row for row in accounts.listed(self.app) if row.sponsor_id]
        people = Counter(one.account_id for one in contacts.rows(self.app))
        return sorted((row.account_id for row in rows), key=lambda one: (-people[one], one))

    @property
    def account(self) -> AccountId:
        """The account at which most is done."""
        return self.accounts[0]

    @property
    def other(self) -> AccountId:
        """Another one."""
        return self.accounts[1]

    @cached_property
    def people(self) -> Sequence[ContactId]:
        """Those who are still at the account, by name."""
        there = contacts.listed(self.app, self.account)
        return [one.id for one in there if one.left_on is None]

    @property
    def names(self) -> Sequence[str]:
        """What they are called."""
        return [one.name for one in contacts.listed(self.app, self.account)]

    @cached_property
    def colleague(self) -> MemberId:
        """One of ours who is not me and neither owns nor leads the account."""
        row = next(r for r in accounts.listed(self.app) if r.account_id == self.account)
        taken = {self.app.me, row.sponsor_id, row.lead_id}
        here = (one for one in members.listed(self.app) if one.left_on is None)
        return next(one.id for one in here if one.id not in taken)

    # --- what there is to begin from ------------------------------------------------------

    def draft(self, on: date = YESTERDAY, *, planned: bool = False) -> InteractionDraft:
        """A coffee with the first of them."""
        who = (self.people[0],)
        return InteractionDraft(
            self.account, Kind.COFFEE, on, Place.THEIRS, contact_ids=who, planned=planned
        )

    def plan(self, on: date = TODAY) -> InteractionId:
        """Something planned."""
        made = interactions.log(self.app, self.draft(on, planned=True))
        return InteractionId(made.created[0])

    def held(self) -> InteractionId:
        """Something that took place."""
        return InteractionId(interactions.log(self.app, self.draft()).created[0])

    def issue(self) -> IssueId:
        """An open problem."""
        made = issues.open_issue(self.app, self.account, title="Leaking valve", severity=2)
        return IssueId(made.created[0])

    def resolved(self) -> IssueId:
        """One that is solved."""
        known = self.issue()
        issues.resolve(self.app, known, "New seal", lesson="Check seals")
        return known

    def promise(self, *, accepted: bool = True) -> CommitmentId:
        """A promise of ours."""
        owner = self.app.me if accepted else None
        made = commitments.add(self.app, self.account, text="A spare valve", due=SOON, owner=owner)
        return CommitmentId(made.created[0])

    def event(self) -> EventId:
        """A round table of last week, with two of theirs invited."""
        made = events.add(
            self.app, title="Round table", kind=EventKind.FOCUS_GROUP, on=TODAY - timedelta(days=7)
        )
        events.invite(self.app, EventId(made.created[0]), self.people[:2], [self.app.me])
        return EventId(made.created[0])

    def theme(self) -> str:
        """What one of them said there."""
        said = themes.note(
            self.app, self.event(), "Too many hotlines", quote="Which one?", by=self.people[0]
        )
        return said.created[0]

    def reference(self) -> ReferenceId:
        """Somebody at a quiet account who agreed to be asked."""
        quiet = AccountId(accounts.add(self.app, fields={"name": "Quiet"}).created[0])
        who = ContactId(contacts.add(self.app, quiet, name="Dana Reed").created[0])
        knowledge.add_pulse(self.app, quiet, 9, contact=who)
        made = references.agree(self.app, who, scope=(Use.CALL,), approved_by=self.app.me)
        return ReferenceId(made.created[0])

    def request(self, *, approved: bool = False) -> RequestId:
        """A wish to ask them."""
        known, _standing = references.one(self.app, self.reference())
        made = references.request(self.app, known.account_id, use=Use.CALL, requester="Prospect")
        wish = RequestId(made.created[0])
        if approved:
            references.approve(self.app, wish)
        return wish

    def reach_out(self) -> ReachOutId:
        """A reason to write to everybody."""
        made = reach_outs.add(self.app, title="New rule", because="It saves them a fine")
        return ReachOutId(made.created[0])

    def noted(self, *records: str) -> None:
        """A private note and an attachment at each."""
        for record in records:
            private_notes.write(self.app, record, f"Only mine, of {record}")
            file = self.folder / f"{record}.txt"
            file.write_text(record)
            attachments.take(self.app, record, [file])

    def file(self, name: str, text: str) -> Path:
        """A file with a text."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8", newline="")
        return path
