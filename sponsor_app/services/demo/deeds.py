"""The last days, step by step: what each colleague did, on their own laptop, as the app itself would have written it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sponsor_app.domain.issue import UPDATE_DAYS, IssueStatus, Level, Severity
from sponsor_app.services import Services
from sponsor_app.services.demo.accounts import Account
from sponsor_app.services.demo.chronicle import Chronicle, attendance_rows, interaction_row
from sponsor_app.services.demo.dice import Mint
from sponsor_app.services.demo.laptops import Laptops
from sponsor_app.services.demo.planted.script import Deed
from sponsor_app.services.demo.stage import SETTLED, Stage
from sponsor_app.services.demo.team import Colleague
from sponsor_app.services.demo.visits import Touch
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import (
    SYNCED,
    account,
    attendance,
    commitment,
    escalation,
    interaction,
    issue,
    issue_update,
    pulse,
)

ON_ANY_DAY = frozenset({"update", "escalate"})


@dataclass(frozen=True, slots=True)
class Doing:
    """A deed about to be written: by whom, on which account, with which writer."""

    writer: Writer
    deed: Deed
    account: Account
    by: Colleague
    on: date


@dataclass(slots=True)
class Deeds:
    """Writes deeds as small steps."""

    app: Services
    mint: Mint
    stage: Stage
    laptops: Laptops
    chronicle: Chronicle

    def written(self, accounts: list[Account]) -> Iterator[tuple[Account, Deed]]:
        """The deeds of planted accounts, oldest first."""
        found = [(one, deed) for one in accounts if one.planted for deed in one.planted.deeds]
        found.sort(key=lambda pair: (-pair[1].ago, pair[1].at, pair[0].name))
        yield from found

    def do(self, account: Account, deed: Deed) -> None:
        """One step in the name of a colleague."""
        by = self.stage.ours(account, deed.by)
        now = self.moment(deed)
        with self._write(deed.what, by, now) as writer:
            WAYS[deed.what](self, Doing(writer, deed, account, by, now.date()))

    def moment(self, deed: Deed) -> datetime:
        """When: a severe issue knows no weekend, everything else is done on a working day."""
        exact = deed.what in ON_ANY_DAY or deed.ago >= SETTLED
        on = self.stage.back(deed.ago) if exact else self.stage.workday(deed.ago)
        return datetime.combine(on, time.fromisoformat(deed.at), tzinfo=UTC)

    def log(self, touch: Touch, at: time) -> None:
        """A generated interaction of the last days, logged by its author."""
        now = datetime.combine(touch.on, at, tzinfo=UTC)
        title = f"Logged {touch.kind} with {touch.account.name}"
        with self._write(title, touch.members[0], now) as writer:
            insert_touch(writer, touch)

    def _write(self, title: str, by: Colleague, now: datetime) -> AbstractContextManager[Writer]:
        """A step that somebody did; one that this laptop would have done is no offer to undo."""
        identity = self.laptops.of(by)
        kind = "setup" if identity == self.app.store.identity() else "do"
        return self.app.store.write(title, kind=kind, identity=identity, now=now)

    def log_call(self, doing: Doing) -> None:
        """Log what was held, and how they felt."""
        deed = doing.deed
        if deed.meet is None:
            return
        touch = self.chronicle.staged(doing.account, deed.meet, doing.on)
        insert_touch(doing.writer, touch)
        doing.writer.title = f"Logged {touch.kind} with {doing.account.name}"
        if deed.feeling:
            new, values = self.chronicle.hearsay.felt(doing.account, deed.feeling, touch)
            doing.writer.insert(pulse, record_id=new, **values)

    def plan(self, doing: Doing) -> None:
        """Plan a next date."""
        if doing.deed.plan is None:
            return
        touch = self.chronicle.planned(doing.account, doing.deed.plan)
        insert_touch(doing.writer, touch)
        doing.writer.title = f"Planned {touch.kind} with {doing.account.name}"

    def update(self, doing: Doing) -> None:
        """Tell the customer where an issue stands."""
        doing.writer.insert(
            issue_update,
            record_id=self.mint.new(),
            issue_id=self._issue(doing),
            on_day=doing.on,
            text=doing.deed.text,
            member_id=doing.by.id,
        )
        doing.writer.title = f"Updated “{self._title(doing)}”"

    def escalate(self, doing: Doing) -> None:
        """Lift an issue, perhaps with a worse severity."""
        fields = dict(doing.deed.fields)
        to = self.stage.ours(doing.account, str(fields.pop("to"))).id
        doing.writer.insert(
            escalation,
            record_id=self.mint.new(),
            issue_id=self._issue(doing),
            level=fields["level"],
            to_id=to,
            reason=doing.deed.text,
            asked_by_id=doing.by.id,
            on_day=doing.on,
        )
        doing.writer.update(issue, self._issue(doing), owner_id=to, **fields)
        doing.writer.title = f"Escalated “{self._title(doing)}”"

    def tell(self, doing: Doing) -> None:
        """Tell them that it is solved."""
        changed = {"status": IssueStatus.CLOSED.value, "told_on": doing.on}
        doing.writer.update(issue, self._issue(doing), **changed)
        doing.writer.title = f"Told them about “{self._title(doing)}”"

    def reopen(self, doing: Doing) -> None:
        """They still have the problem: what had solved it for a time stays in the history."""
        known = self._issue(doing)
        doing.writer.insert(
            escalation,
            record_id=self.mint.new(),
            issue_id=known,
            level=Level.ACCOUNT_LEAD,
            to_id=doing.by.id,
            reason=doing.deed.text,
            asked_by_id=doing.by.id,
            on_day=doing.on,
        )
        gone = dict.fromkeys(("resolved_on", "resolution", "lesson", "told_on"))
        due = doing.on + timedelta(days=UPDATE_DAYS[Severity.SEV3])
        changed = {"status": IssueStatus.OPEN.value, "next_update_on": due}
        doing.writer.update(issue, known, **gone, **changed)
        doing.writer.title = f"Reopened “{self._title(doing)}”"

    def accept(self, doing: Doing) -> None:
        """Take a promise on, perhaps for a colleague who will keep it."""
        who = doing.by.id
        named = dict(doing.deed.fields).get("owner")
        owner = self.stage.ours(doing.account, str(named)).id if named else who
        changed = {"owner_id": owner, "accepted_by_id": who, "accepted_on": doing.on}
        doing.writer.update(commitment, self._promise(doing), **changed)
        doing.writer.title = f"Accepted “{self._text(doing)}”"

    def keep(self, doing: Doing) -> None:
        """Keep a promise."""
        doing.writer.update(commitment, self._promise(doing), kept_on=doing.on)
        doing.writer.title = f"Kept “{self._text(doing)}”"

    def change(self, doing: Doing) -> None:
        """Change fields of the account."""
        doing.writer.update(account, doing.account.id, **dict(doing.deed.fields))
        doing.writer.title = f"Changed {doing.account.name}"

    def fact(self, doing: Doing) -> None:
        """Note something worth knowing."""
        doing.writer.insert(
            SYNCED["fact"],
            record_id=self.mint.new(),
            contact_id=doing.account.person(doing.deed.on).id,
            text=doing.deed.text,
            source="conversation",
            on_day=doing.on,
        )
        doing.writer.title = "Noted a fact"

    def _issue(self, doing: Doing) -> str:
        return self.chronicle.issues.by_key[f"{doing.account.domain}/{doing.deed.on}"]

    def _promise(self, doing: Doing) -> str:
        return self.chronicle.promises.by_key[f"{doing.account.domain}/{doing.deed.on}"]

    def _title(self, doing: Doing) -> str:
        planted = doing.account.planted
        troubles = planted.troubles if planted else ()
        return next(one.title for one in troubles if one.key == doing.deed.on)

    def _text(self, doing: Doing) -> str:
        planted = doing.account.planted
        promises = planted.promises if planted else ()
        return next(one.text for one in promises if one.key == doing.deed.on)


WAYS: dict[str, Callable[[Deeds, Doing], None]] = {
    "log": Deeds.log_call,
    "plan": Deeds.plan,
    "update": Deeds.update,
    "escalate": Deeds.escalate,
    "tell": Deeds.tell,
    "reopen": Deeds.reopen,
    "accept": Deeds.accept,
    "keep": Deeds.keep,
    "change": Deeds.change,
    "fact": Deeds.fact,
}


def insert_touch(writer: Writer, touch: Touch) -> None:
    """An interaction with its attendance, as one small step writes it."""
    writer.insert(interaction, record_id=touch.id, **interaction_row(touch))
    for record_id, row in attendance_rows(touch):
        writer.insert(attendance, record_id=record_id, **row)
