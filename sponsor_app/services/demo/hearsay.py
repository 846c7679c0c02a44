"""How they feel and what we know of them: pulses with their words, dated facts with their source."""

from dataclasses import dataclass, field

from sponsor_app.domain.important_dates import Recurs
from sponsor_app.domain.won_and_lost import Turning
from sponsor_app.services.demo.accounts import Account
from sponsor_app.services.demo.dice import Dice, Mint
from sponsor_app.services.demo.planted.script import Feeling, Known
from sponsor_app.services.demo.stage import Stage
from sponsor_app.services.demo.tales.matters import FACTS, SOURCES
from sponsor_app.services.demo.tales.quotes import QUOTES
from sponsor_app.services.demo.tales.scene import tell
from sponsor_app.services.demo.tales.words import MONTHS
from sponsor_app.services.demo.visits import Touch, overheard, scene_of

Values = dict[str, str | int | None]
Row = tuple[str, Values]

PULSE_SHARE, FACT_SHARE = 0.085, 0.3
HAPPY, UNHAPPY, HIGHEST = 7, 5, 10
ASKED = {
    "visit": "visit",
    "coffee": "coffee",
    "meal": "lunch",
    "meeting": "meeting",
    "call": "call",
    "video": "video call",
    "event": "event",
    "review": "review",
}
PULSE_FIELDS = (
    "account_id",
    "contact_id",
    "interaction_id",
    "score",
    "quote",
    "source",
    "on_day",
    "member_id",
)


@dataclass(slots=True)
class Hearsay:
    """Collects pulses and facts."""

    dice: Dice
    mint: Mint
    stage: Stage
    pulses: list[Row] = field(default_factory=list[Row])
    facts: list[Row] = field(default_factory=list[Row])

    def after(self, touch: Touch) -> None:
        """Perhaps somebody asked how they feel."""
        dice = self.dice
        source = ASKED.get(touch.kind)
        if not dice.chance(PULSE_SHARE) or source is None:
            return
        if not touch.people or not touch.members:
            return
        score = round(touch.account.mood + dice.roll() * 3.6 - 1.8)
        score = max(1, min(HIGHEST, score))
        feeling = "positive" if score > HAPPY else "negative" if score < UNHAPPY else "neutral"
        quote = touch.quote
        if quote is None and dice.chance(0.7):
            quote = tell(overheard(dice, touch), dice.pick(QUOTES[feeling]))
        values = (
            touch.account.id,
            touch.people[0].id,
            touch.id,
            score,
            quote,
            source,
            touch.on.isoformat(),
            touch.members[0].id,
        )
        self.pulses.append((self.mint.new(), dict(zip(PULSE_FIELDS, values, strict=True))))

    def about(self, account: Account) -> None:
        """What we know of some of its people."""
        dice = self.dice
        scene = scene_of(dice, account)
        for person in account.people:
            if dice.chance(FACT_SHARE):
                on = self.stage.back(dice.whole(25, 700))
                scene.month = dice.pick(MONTHS)
                text = tell(scene, dice.pick(FACTS))
                self._fact(person.id, text, dice.pick(SOURCES), on.isoformat())

    def written(self, account: Account, known: Known) -> None:
        """A fact of a planted account."""
        on = self.stage.back(known.ago).isoformat()
        self._fact(account.person(known.who).id, known.text, known.source, on)
        if known.yearly:
            self.facts[-1][1].update(kind="date", recurs=Recurs.YEARLY.value)

    def turned(self, account: Account, ago: int, turning: Turning, because: str) -> None:
        """The day a planted account was lost or came back."""
        self._fact(None, because, None, self.stage.back(ago).isoformat())
        self.facts[-1][1].update(account_id=account.id, kind=turning.value)

    def felt(self, account: Account, feeling: Feeling, touch: Touch | None = None) -> Row:
        """A pulse of a planted account, taken at an interaction or on its own day."""
        on = touch.on if touch else self.stage.back(feeling.ago)
        values = (
            account.id,
            account.person(feeling.who).id,
            touch.id if touch else None,
            feeling.score,
            feeling.quote or None,
            feeling.source or None,
            on.isoformat(),
            self.stage.ours(account, feeling.by).id,
        )
        return self.mint.new(), dict(zip(PULSE_FIELDS, values, strict=True))

    def _fact(self, contact_id: str | None, text: str, source: str | None, on: str) -> None:
        values: Values = {
            "contact_id": contact_id,
            "account_id": None,
            "text": text,
            "kind": None,
            "source": source,
            "on_day": on,
            "recurs": None,
        }
        self.facts.append((self.mint.new(), values))
