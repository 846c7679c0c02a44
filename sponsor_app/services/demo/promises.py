"""Promises made at interactions, ours and theirs: kept, late, dropped, open, some not yet accepted by anybody."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from sponsor_app.domain.commitment import Direction
from sponsor_app.services.demo.accounts import Account
from sponsor_app.services.demo.dice import Dice, Mint
from sponsor_app.services.demo.gatherings import Meeting
from sponsor_app.services.demo.planted.script import Word
from sponsor_app.services.demo.stage import Stage
from sponsor_app.services.demo.tales.matters import DROPPED, OURS, THEIRS
from sponsor_app.services.demo.tales.scene import Scene, tell
from sponsor_app.services.demo.visits import Touch, overheard

MADE_SHARE = 0.13
THEIRS_SHARE = 0.3
LONG_PAST, RECENT = 20, 12
PROMISED_DAYS = 60

Values = dict[str, str | int | None]


@dataclass(slots=True)
class Promises:
    """Collects promises with the day they were made; numbered once all are known."""

    dice: Dice
    mint: Mint
    stage: Stage
    made: list[tuple[str, str, Values]] = field(default_factory=list[tuple[str, str, Values]])
    by_key: dict[str, str] = field(default_factory=dict[str, str])

    def after(self, touch: Touch) -> None:
        """Perhaps a promise came out of this interaction."""
        dice = self.dice
        if not dice.chance(MADE_SHARE) or not touch.members:
            return
        scene = overheard(dice, touch)
        theirs = bool(touch.people) and dice.chance(THEIRS_SHARE)
        values = _blank(touch.account, touch.id, touch.on)
        values["text"] = tell(scene, dice.pick(THEIRS if theirs else OURS))
        values["direction"] = (Direction.THEIRS if theirs else Direction.OURS).value
        voice = touch.people[0].id if theirs else touch.members[0].id
        values["promised_by_id"] = voice
        due = touch.on + timedelta(days=dice.whole(4, 40))
        values["due_on"] = due.isoformat()
        if theirs:
            lead = touch.account.lead
            values["owner_id"] = lead.id if lead and dice.chance(0.5) else None
        else:
            self._accept(touch, values)
        self._settle(values, touch.on, due, scene)
        self._keep(values)

    def _accept(self, touch: Touch, values: Values) -> None:
        dice = self.dice
        open_days = (self.stage.today - touch.on).days
        if open_days < RECENT and dice.chance(0.35):
            return
        lead = touch.account.lead
        owner = lead if lead and dice.chance(0.6) else touch.members[0]
        accepted = min(touch.on + timedelta(days=dice.whole(0, 2)), self.stage.settled)
        values["owner_id"] = values["accepted_by_id"] = owner.id
        values["accepted_on"] = accepted.isoformat()

    def _settle(self, values: Values, made: date, due: date, scene: Scene) -> None:
        """What became of it; an old one is hardly ever still open."""
        dice = self.dice
        past = (self.stage.today - due).days
        lot = dice.roll()
        if past < 0:
            kept, late = 0.2, 0.8
        elif past <= LONG_PAST:
            kept, late = 0.68, 0.27
        else:
            kept, late = 0.9, 0.012
        unowned = values["owner_id"] is None and values["direction"] == Direction.OURS
        if lot < kept and not unowned:
            latest = min(due + timedelta(days=9), self.stage.settled)
            span = max(0, (latest - made).days)
            values["kept_on"] = (made + timedelta(days=dice.whole(0, span))).isoformat()
        elif lot >= kept + late:
            day = min(due, self.stage.settled)
            values["dropped_on"] = max(made, day).isoformat()
            values["drop_reason"] = tell(scene, dice.pick(DROPPED))

    def written(self, account: Account, word: Word, touches: dict[str, str]) -> None:
        """A promise of a planted account."""
        made = self.stage.back(word.ago)
        values = _blank(account, touches.get(word.meet), made)
        values["text"] = word.text
        values["direction"] = (Direction.THEIRS if word.theirs else Direction.OURS).value
        values["promised_by_id"] = self.stage.anyone(account, word.by)
        values["due_on"] = self.stage.back(-word.due).isoformat()
        if word.owner:
            values["owner_id"] = self.stage.anyone(account, word.owner)
        if word.accepted is not None:
            values["accepted_by_id"] = values["owner_id"]
            values["accepted_on"] = self.stage.back(word.accepted).isoformat()
        if word.dropped is not None:
            values["dropped_on"] = self.stage.back(word.dropped[0]).isoformat()
            values["drop_reason"] = word.dropped[1]
        if word.kept is not None:
            values["kept_on"] = self.stage.back(word.kept).isoformat()
        self.by_key[f"{account.domain}/{word.key}"] = self._keep(values)

    def at_event(self, one: Meeting) -> None:
        """What was promised about what was said there, to whoever said it; the lead has it in hand."""
        for place, said in enumerate(one.told.said if one.held else ()):
            if not said.promise:
                continue
            account, _person = one.guests[place % len(one.guests)]
            values = _blank(account, None, one.on)
            values["text"] = said.promise
            values["direction"] = Direction.OURS.value
            values["due_on"] = (one.on + timedelta(days=PROMISED_DAYS)).isoformat()
            keeper = account.lead or next(iter(one.ours), None)
            if keeper:
                values["promised_by_id"] = values["owner_id"] = keeper.id
                values["accepted_by_id"] = keeper.id
                values["accepted_on"] = one.on.isoformat()
            self.by_key[said.text] = self._keep(values)

    def _keep(self, values: Values) -> str:
        new = self.mint.new()
        self.made.append((str(values["made_on"]), new, values))
        return new

    def numbered(self) -> list[tuple[str, Values]]:
        """All promises in the order in which they were made, numbered from 1."""
        self.made.sort(key=lambda one: one[:2])
        for number, (_day, _id, values) in enumerate(self.made, 1):
            values["number"] = number
        return [(new, values) for _day, new, values in self.made]


def _blank(account: Account, touch_id: str | None, made: date) -> Values:
    return {
        "number": 0,
        "account_id": account.id,
        "interaction_id": touch_id,
        "text": "",
        "direction": "",
        "promised_by_id": None,
        "owner_id": None,
        "made_on": made.isoformat(),
        "due_on": None,
        "accepted_by_id": None,
        "accepted_on": None,
        "kept_on": None,
        "dropped_on": None,
        "drop_reason": None,
    }
