"""Tell the whole example, step by step, into an empty store."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import partial

from sponsor_app.domain.text import counted
from sponsor_app.services import Services
from sponsor_app.services.demo.accounts import Account
from sponsor_app.services.demo.chronicle import (
    Chronicle,
    attendance_rows,
    interaction_row,
    lay_touch,
)
from sponsor_app.services.demo.deeds import Deeds
from sponsor_app.services.demo.dice import Dice
from sponsor_app.services.demo.gatherings import meeting_touches
from sponsor_app.services.demo.ground import lay_account, lay_owners, lay_team, my_fields
from sponsor_app.services.demo.invention import Invention, goodwill
from sponsor_app.services.demo.laptops import Laptops, in_step
from sponsor_app.services.demo.sheets import Sheets
from sponsor_app.services.demo.stage import BEGUN, SETTLED
from sponsor_app.services.demo.visits import Touch
from sponsor_app.services.today import LOOKED
from sponsor_app.store.capture import Identity
from sponsor_app.store.models import SYNCED, member
from sponsor_app.store.queries import seen
from sponsor_app.store.queries.last_touches import LastTouches

Progress = Callable[[str], None]
Step = tuple[datetime, int, Callable[[], None]]

SETUP = "setup"
"""Steps of this kind are not offered for undoing: nobody wants to take the example back by accident."""

MORNING, NOON, EVENING = time(8, 0), time(12, 0), time(18, 30)
SMALL = 3000
"""Up to so many interactions, each account lead's laptop brings in its own; above, the office brings in all."""

TOLD_EVERY = 250
LOGGED_SINGLY, UPDATED_SINGLY = 6, 3


@dataclass(slots=True)
class Story:
    """Writes what was invented, the past first."""

    app: Services
    made: Invention
    laptops: Laptops
    chronicle: Chronicle
    deeds: Deeds
    progress: Progress
    dice: Dice = field(init=False)

    def __post_init__(self) -> None:
        self.dice = self.made.dice.part("steps")

    def tell(self) -> None:
        """Everything, in the order of the pretended moments."""
        self._begin()
        deeds = list(self.deeds.written(self.made.accounts))
        for account, deed in deeds:
            if deed.ago >= SETTLED:
                self.deeds.do(account, deed)
        for identity, accounts in self._groups():
            self._bring_in(identity, accounts)
        self._bring_in_open_items()
        self._bring_in_goodwill()
        steps: list[Step] = []
        for account, deed in deeds:
            if deed.ago < SETTLED:
                at = self.deeds.moment(deed)
                steps.append((at, len(steps), partial(self.deeds.do, account, deed)))
        steps += self._recent_touches(len(steps))
        steps += self._late_updates(len(steps))
        for _at, _number, act in sorted(steps, key=lambda step: step[:2]):
            act()
        in_step(self.app)
        with self.app.store.write_local() as connection:
            looked = datetime.combine(self.made.stage.workday(2), time(15, 10), tzinfo=UTC)
            seen.mark(connection, LOOKED, looked)

    def _begin(self) -> None:
        """The day the team began: people, accounts, who owns what."""
        made = self.made
        now = datetime.combine(self._back(BEGUN), MORNING, tzinfo=UTC)
        identity = self.laptops.office
        with self.app.store.write(
            "Set up the team", kind=SETUP, identity=identity, now=now
        ) as writer:
            sheets = Sheets(writer)
            lay_team(sheets, made.team)
            for number, account in enumerate(made.accounts):
                if number % TOLD_EVERY == 0:
                    self.progress(f"Accounts: {number:,} of {len(made.accounts):,}")
                lay_account(sheets, made.mint, account, made.particulars, made.people)
                lay_owners(sheets, made.mint, account)
            sheets.finish()
            me = made.team.me
            writer.update(member, me.id, **my_fields(me, made.my_title, made.my_function))

    def _groups(self) -> Iterable[tuple[Identity, list[Account]]]:
        """Whose laptop brings in the past of which accounts."""
        accounts = self.made.accounts
        if self.made.interactions > SMALL:
            return [(self.laptops.office, accounts)]
        groups: dict[Identity, list[Account]] = {}
        for one in accounts:
            identity = self.laptops.of(one.lead) if one.lead else self.laptops.office
            groups.setdefault(identity, []).append(one)
        return groups.items()

    def _bring_in(self, identity: Identity, accounts: Sequence[Account]) -> None:
        """The interactions of some accounts until the last days, and what is planned with them."""
        now = datetime.combine(self.made.stage.settled, NOON, tzinfo=UTC)
        with self.app.store.write("", kind=SETUP, identity=identity, now=now) as writer:
            sheets = Sheets(writer)
            for number, account in enumerate(accounts):
                if number % TOLD_EVERY == 0:
                    self.progress(f"Interactions: {number:,} of {len(accounts):,} accounts")
                self.chronicle.write(sheets, account)
                for touch in self._planned(account):
                    lay_touch(sheets, touch)
            sheets.finish()
            writer.title = f"Brought in {sheets.laid['interaction']:,} interactions from calendars"

    def _planned(self, account: Account) -> list[Touch]:
        plans = account.planted.plans if account.planted else ()
        found = [self.chronicle.planned(account, plan) for plan in plans]
        ahead = self.made.plans.get(account.id)
        if ahead is not None:
            found.append(self.chronicle.visits.planned(account, ahead))
        return found

    def _bring_in_open_items(self) -> None:
        """Issues, promises, pulses and facts until the last days."""
        self.progress("Issues and promises")
        now = datetime.combine(self.made.stage.settled, time(13, 0), tzinfo=UTC)
        issues, promises = self.chronicle.issues, self.chronicle.promises
        hearsay = self.chronicle.hearsay
        for meeting in self.made.meetings:
            promises.at_event(meeting)
        rows = {
            "issue": issues.numbered(),
            "issue_update": issues.updates,
            "escalation": issues.escalations,
            "commitment": promises.numbered(),
            "pulse": hearsay.pulses,
            "fact": hearsay.facts,
        }
        title = "Brought in issues, promises and pulses"
        with self.app.store.write(
            title, kind=SETUP, identity=self.laptops.office, now=now
        ) as writer:
            sheets = Sheets(writer)
            for table, found in rows.items():
                for record_id, values in found:
                    sheets.add(table, record_id, values)
            sheets.finish()

    def _bring_in_goodwill(self) -> None:
        """References, events and reach-outs, and the touches that the events left."""
        self.progress("References and events")
        now = datetime.combine(self.made.stage.settled, time(14, 0), tzinfo=UTC)
        with self.app.store.write(
            "Brought in references, events and reach-outs",
            kind=SETUP,
            identity=self.laptops.office,
            now=now,
        ) as writer:
            sheets = Sheets(writer)
            for one in self.made.meetings:
                for touch, event_id in meeting_touches(one):
                    row = {**interaction_row(touch), "event_id": event_id}
                    sheets.add("interaction", touch.id, row)
                    for record_id, link in attendance_rows(touch):
                        sheets.add("attendance", record_id, link)
            last = LastTouches(writer.connection, self.made.stage.today).standings
            told = {at: touch.on.isoformat() for at, (touch, *_rest) in last.items() if touch}
            promised = self.chronicle.promises.by_key
            for table, record_id, values in goodwill(self.made, told).rows():
                linked = {"commitment_id": promised.get(str(values.get("text")))}
                sheets.add(table, record_id, values | linked if table == "theme" else values)
            sheets.finish()

    def _recent_touches(self, first: int) -> list[Step]:
        """Some interactions of the last days as steps of their own, the rest a day at a time."""
        steps: list[Step] = []
        rest: dict[date, list[Touch]] = {}
        for touch in self.chronicle.recent:
            author = touch.members[0] if touch.members else None
            known = author and self.laptops.heard_from(author.id)
            if known and len(steps) < LOGGED_SINGLY:
                at = time(self.dice.whole(8, 17), self.dice.whole(0, 59))
                moment = datetime.combine(touch.on, at, tzinfo=UTC)
                steps.append((moment, first + len(steps), partial(self.deeds.log, touch, at)))
            else:
                rest.setdefault(touch.on, []).append(touch)
        for on, touches in rest.items():
            moment = datetime.combine(on, EVENING, tzinfo=UTC)
            steps.append((moment, first + len(steps), partial(self._log_many, moment, touches)))
        return steps

    def _log_many(self, moment: datetime, touches: Sequence[Touch]) -> None:
        title = f"Brought in {counted(len(touches), 'more interaction')} from calendars"
        with self.app.store.write(
            title, kind=SETUP, identity=self.laptops.office, now=moment
        ) as writer:
            sheets = Sheets(writer)
            for touch in touches:
                lay_touch(sheets, touch)
            sheets.finish()

    def _late_updates(self, first: int) -> list[Step]:
        """What customers were told in the last days: some singly, the rest a day at a time."""
        titles = {new: str(row["title"]) for _day, new, row in self.chronicle.issues.opened}
        rest: dict[date, list[tuple[str, dict[str, str | int | None]]]] = {}
        steps: list[Step] = []
        for on, (record_id, row) in self.chronicle.issues.late_updates:
            author = self.laptops.heard_from(str(row["member_id"]))
            if author and len(steps) < UPDATED_SINGLY:
                title = f"Updated “{titles[str(row['issue_id'])]}”"
                at = time(self.dice.whole(8, 17), self.dice.whole(0, 59))
                moment = datetime.combine(on, at, tzinfo=UTC)
                act = partial(self._update, [(record_id, row)], author, (title, "do"), moment)
                steps.append((moment, first + len(steps), act))
            else:
                rest.setdefault(on, []).append((record_id, row))
        for on, rows in rest.items():
            moment = datetime.combine(on, time(18, 45), tzinfo=UTC)
            said = (f"Brought in {counted(len(rows), 'more update')} of issues", SETUP)
            act = partial(self._update, rows, self.laptops.office, said, moment)
            steps.append((moment, first + len(steps), act))
        return steps

    def _update(
        self,
        rows: Sequence[tuple[str, dict[str, str | int | None]]],
        identity: Identity,
        said: tuple[str, str],
        now: datetime,
    ) -> None:
        title, kind = said
        with self.app.store.write(title, kind=kind, identity=identity, now=now) as writer:
            ids = [record_id for record_id, _row in rows]
            writer.insert_many(SYNCED["issue_update"], [row for _id, row in rows], ids)

    def _back(self, days: int) -> date:
        return self.made.stage.back(days)
