"""The past: every account's interactions in order, and what came out of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, time

from sponsor_app.domain.ids import link_id
from sponsor_app.domain.interaction import Intent, Kind, Place, State
from sponsor_app.services.demo.accounts import Account, Habit
from sponsor_app.services.demo.dice import Dice, Mint
from sponsor_app.services.demo.hearsay import Hearsay
from sponsor_app.services.demo.issues import Issues
from sponsor_app.services.demo.planted.script import Meet, Plan, Planted
from sponsor_app.services.demo.promises import Promises
from sponsor_app.services.demo.rhythm import Rhythm
from sponsor_app.services.demo.sheets import Sheets
from sponsor_app.services.demo.stage import Stage
from sponsor_app.services.demo.visits import MINUTES, Touch, Visits

NEXT_SHARE = {
    Habit.WELL: 0.55,
    Habit.DUE: 0.4,
    Habit.OVERDUE: 0.22,
    Habit.NEVER: 0.35,
    Habit.ONLY_SELLING: 0.4,
    Habit.NEVER_THERE: 0.5,
    Habit.ONE_FACE: 0.35,
}
WEEKS_AHEAD = 42
MOST_PLANS = 5
"""At most a fifth of all interactions are plans."""


@dataclass(slots=True)
class Chronicle:
    """Writes the past of accounts. What happened in the last days is kept back, to be logged step by step."""

    dice: Dice
    mint: Mint
    stage: Stage
    visits: Visits
    rhythm: Rhythm
    promises: Promises
    issues: Issues
    hearsay: Hearsay
    recent: list[Touch] = field(default_factory=list[Touch])
    touch_ids: dict[str, str] = field(default_factory=dict[str, str])

    def write(self, sheets: Sheets, account: Account) -> None:
        """Everything of one account until the last days."""
        for touch in self._touches(account):
            if touch.on > self.stage.settled and touch.state == State.HELD:
                self.recent.append(touch)
                continue
            lay_touch(sheets, touch)
            if touch.state == State.HELD and account.planted is None:
                self.promises.after(touch)
                self.hearsay.after(touch)
        if account.planted:
            self._aftermath(sheets, account, account.planted)
        else:
            self.issues.invent(account)
            self.hearsay.about(account)

    def _touches(self, account: Account) -> Iterator[Touch]:
        yield from self.visits.held(account)
        if account.planted:
            for meet in account.planted.meets:
                touch = self.staged(account, meet)
                self.touch_ids[f"{account.domain}/{meet.key}"] = touch.id
                yield touch

    def _aftermath(self, sheets: Sheets, account: Account, planted: Planted) -> None:
        keyed = {
            meet.key: self.touch_ids[f"{account.domain}/{meet.key}"]
            for meet in planted.meets
            if meet.key
        }
        for trouble in planted.troubles:
            self.issues.written(account, trouble)
        for word in planted.promises:
            self.promises.written(account, word, keyed)
        for feeling in planted.feelings:
            self.hearsay.pulses.append(self.hearsay.felt(account, feeling))
        for known in planted.facts:
            self.hearsay.written(account, known)
        for ago, turning, because in planted.turns:
            self.hearsay.turned(account, ago, turning, because)

    def staged(self, account: Account, meet: Meet, on: date | None = None) -> Touch:
        """A planted interaction, on its working day or on the day given."""
        stage = self.stage
        in_town = meet.place in (Place.THEIRS, Place.NEUTRAL)
        touch = Touch(
            self.mint.new(),
            account,
            on or self.rhythm.workday(meet.ago),
            meet.kind.value,
            meet.place.value,
            meet.intent.value,
            [account.person(key) for key in meet.with_],
            stage.all_of(account, meet.by),
            meet.text,
            meet.quote or None,
            meet.sentiment.value if meet.sentiment else None,
            account.place.city if in_town else None,
        )
        if meet.kind is not Kind.MESSAGE:
            hour = 8 + len(meet.text) % 9
            self.visits.set_time(touch, time(hour, 0), MINUTES[touch.kind])
        return touch

    def planned(self, account: Account, plan: Plan) -> Touch:
        """A planted plan; those of today stay on today, whatever the weekday."""
        stage, ahead = self.stage, plan.ahead
        on = self.rhythm.coming(ahead) if ahead > 0 else stage.workday(-ahead)
        touch = Touch(
            self.mint.new(),
            account,
            on,
            plan.kind.value,
            plan.place.value,
            Intent.CARE.value,
            [account.person(key) for key in plan.with_],
            stage.all_of(account, plan.by),
            plan.text or None,
            state=State.PLANNED.value,
        )
        if plan.place in (Place.THEIRS, Place.NEUTRAL):
            touch.city = account.place.city
        hours, minutes = plan.at.split(":")
        self.visits.set_time(touch, time(int(hours), int(minutes)), plan.minutes)
        return touch


def plans_for(dice: Dice, accounts: Iterable[Account], most: int) -> list[tuple[Account, int]]:
    """Which generated accounts have a next date, and how many days ahead."""
    found: list[tuple[Account, int]] = []
    for one in accounts:
        share = 0.0 if one.planted else NEXT_SHARE[one.habit]
        if one.status.gone:
            share /= 2
        if dice.chance(share) and len(found) < most:
            found.append((one, dice.whole(0, WEEKS_AHEAD)))
    return found


def lay_touch(sheets: Sheets, touch: Touch) -> None:
    """An interaction with those who took part: theirs, then ours, the author first."""
    sheets.add("interaction", touch.id, interaction_row(touch))
    for record_id, row in attendance_rows(touch):
        sheets.add("attendance", record_id, row)


def interaction_row(touch: Touch) -> dict[str, str | int | None]:
    """The row of an interaction."""
    return {
        "account_id": touch.account.id,
        "kind": touch.kind,
        "state": touch.state,
        "happened_on": touch.on.isoformat(),
        "starts_at": touch.starts_at,
        "ends_at": touch.ends_at,
        "zone": touch.zone,
        "place": touch.place,
        "city": touch.city,
        "intent": touch.intent,
        "sentiment": touch.sentiment,
        "summary": touch.summary,
        "quote": touch.quote,
    }


def attendance_rows(touch: Touch) -> list[tuple[str, dict[str, str | int | None]]]:
    """The links of an interaction to people, by the ids that every laptop would give them."""
    rows: list[tuple[str, dict[str, str | int | None]]] = []
    for one in touch.people:
        link: dict[str, str | int | None] = {
            "interaction_id": touch.id,
            "contact_id": one.id,
            "member_id": None,
        }
        rows.append((link_id(touch.id, one.id), link))
    for one in touch.members:
        link = {"interaction_id": touch.id, "contact_id": None, "member_id": one.id}
        rows.append((link_id(touch.id, one.id), link))
    return rows
