"""Interactions: who met whom, where, why, and what was written down about it."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta

from sponsor_app.domain.account import AccountStatus
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment, State
from sponsor_app.services.demo.accounts import Account, Habit, Person
from sponsor_app.services.demo.dice import Dice, Mint, Wheel
from sponsor_app.services.demo.rhythm import Rhythm
from sponsor_app.services.demo.tales.notes import BEGINNINGS, ENDINGS, MIDDLES
from sponsor_app.services.demo.tales.quotes import QUOTES
from sponsor_app.services.demo.tales.scene import Scene, tell
from sponsor_app.services.demo.tales.words import MONTHS
from sponsor_app.services.demo.team import Colleague
from sponsor_app.services.demo.world.hours import moment
from sponsor_app.services.demo.world.places import place_in
from sponsor_app.store.models.columns import moment_text


@dataclass(slots=True)
class Touch:
    """An interaction while it is being made up; choices are held as the text the store keeps."""

    id: str
    account: Account
    on: date
    kind: str
    place: str | None
    intent: str | None
    people: list[Person]
    members: list[Colleague]
    summary: str | None = None
    quote: str | None = None
    sentiment: str | None = None
    city: str | None = None
    state: str = State.HELD.value
    starts_at: str | None = None
    ends_at: str | None = None
    zone: str | None = None


def _wheel(**weights: float) -> Wheel[str]:
    return Wheel(weights)


BY_SPONSOR = _wheel(
    visit=20, coffee=14, meal=12, meeting=18, call=14, video=9, message=3, event=3, review=7
)
BY_OTHERS = _wheel(
    visit=13, coffee=5, meal=4, meeting=20, call=25, video=14, message=11, event=3, review=5
)
COMING = _wheel(visit=30, meeting=25, video=14, call=8, meal=9, coffee=6, review=8)
PLACES = {
    "visit": _wheel(theirs=96, neutral=4),
    "coffee": _wheel(theirs=35, neutral=50, ours=15),
    "meal": _wheel(neutral=80, theirs=14, ours=6),
    "meeting": _wheel(theirs=48, ours=27, neutral=5, remote=20),
    "event": _wheel(ours=50, neutral=40, remote=10),
    "review": _wheel(theirs=55, ours=25, remote=20),
}
WHY_SPONSOR = _wheel(care=62, fix=20, sell=18)
WHY_OTHERS = _wheel(care=30, fix=28, sell=42)
FEEL_WELL = _wheel(positive=52, neutral=38, negative=10)
FEEL_BADLY = _wheel(positive=20, neutral=38, negative=42)
MINUTES = {
    "visit": 120,
    "coffee": 45,
    "meal": 90,
    "meeting": 60,
    "call": 30,
    "video": 45,
    "message": 0,
    "event": 180,
    "review": 90,
}
HOURS = (8, 9, 9, 10, 10, 11, 13, 14, 14, 15, 16)
HOME = place_in("Netherlands", "Eindhoven")
UNHAPPY = 5.5
TIMED_DAYS = 45
CANCELLED_SHARE, NOBODY_SHARE, UNSAID_SHARE, MOOD_SHARE = 0.015, 0.03, 0.05, 0.72
ALONE, TWO = 0.83, 0.97
ONE_FACE_DAYS = 400


@dataclass(slots=True)
class Visits:
    """Makes up the interactions of one account after the other."""

    dice: Dice
    mint: Mint
    rhythm: Rhythm
    today: date
    scenes: dict[str, Scene] = field(default_factory=dict[str, Scene])

    def held(self, account: Account) -> list[Touch]:
        """The generated touches of an account, oldest first."""
        if not account.people:
            return []
        scene = scene_of(self.dice, account)
        return [self._touch(account, scene, on) for on in self.rhythm.days(account)]

    def _touch(self, account: Account, scene: Scene, on: date) -> Touch:
        dice = self.dice
        owner = account.sponsor_on(on)
        sponsored = owner is not None and dice.chance(0.42)
        author = (
            owner if sponsored else (account.lead or owner or dice.pick(account.experts or [None]))
        )
        kind = (BY_SPONSOR if sponsored else BY_OTHERS).spin(dice)
        members = self._members(account, author, on)
        touch = Touch(
            self.mint.new(),
            account,
            on,
            kind,
            self._place(account, kind),
            self._intent(account, sponsored=sponsored),
            self._people(account, on),
            members,
        )
        if dice.chance(MOOD_SHARE):
            wheel = FEEL_BADLY if account.mood < UNHAPPY else FEEL_WELL
            touch.sentiment = wheel.spin(dice)
        if touch.place in ("theirs", "neutral"):
            touch.city = account.place.city
        if dice.chance(CANCELLED_SHARE):
            touch.state = State.CANCELLED.value
        elif (self.today - on).days <= TIMED_DAYS and kind != "message":
            self.set_time(touch, time(dice.pick(HOURS), 30 * dice.whole(0, 1)), MINUTES[kind])
        self.write_up(touch, scene)
        return touch

    def planned(self, account: Account, ahead: int) -> Touch:
        """Something in the next weeks, by the sponsor or the lead."""
        dice = self.dice
        kind = COMING.spin(dice)
        on = self.rhythm.coming(ahead)
        author = account.sponsor if account.sponsor and dice.chance(0.6) else account.lead
        people = [one for one in account.people if one.left_on is None]
        touch = Touch(
            self.mint.new(),
            account,
            on,
            kind,
            self._place(account, kind),
            None,
            dice.some(people, dice.whole(1, 2)),
            [author] if author else [],
            state=State.PLANNED.value,
        )
        if touch.place in ("theirs", "neutral"):
            touch.city = account.place.city
        if dice.chance(0.85):
            self.set_time(touch, time(dice.pick(HOURS), 15 * dice.whole(0, 3)), MINUTES[kind])
        return touch

    def set_time(self, touch: Touch, at: time, minutes: int) -> None:
        """Give a touch its hours, by the clocks where it takes place."""
        at_ours = touch.place == Place.OURS
        country = HOME.country if at_ours else touch.account.place.country
        starts = moment(country, touch.on, at)
        touch.starts_at = moment_text(starts)
        touch.ends_at = moment_text(starts + timedelta(minutes=minutes))
        touch.zone = country.zone

    def write_up(self, touch: Touch, scene: Scene) -> None:
        """What somebody wrote down afterwards."""
        dice = self.dice
        cast_scene(scene, touch)
        parts = [tell(scene, dice.pick(BEGINNINGS[touch.kind]))]
        parts.append(tell(scene, dice.pick(MIDDLES[touch.intent or Intent.CARE.value])))
        if touch.kind != Kind.MESSAGE and dice.chance(0.45):
            parts.append(tell(scene, dice.pick(ENDINGS)))
        touch.summary = " ".join(parts)
        feeling = touch.sentiment
        if feeling and dice.chance(0.18 if feeling == Sentiment.NEUTRAL else 0.4):
            touch.quote = tell(scene, dice.pick(QUOTES[feeling]))

    def _members(self, account: Account, author: Colleague | None, on: date) -> list[Colleague]:
        """The author first, now and then with somebody who knows the machine."""
        if author is None or not author.here(on):
            author = account.lead if account.lead and account.lead.here(on) else None
        members = [author] if author else []
        if account.experts and self.dice.chance(0.13):
            other = self.dice.pick(account.experts)
            if other.here(on) and other is not author:
                members.append(other)
        return members

    def _people(self, account: Account, on: date) -> list[Person]:
        dice = self.dice
        if account.habit is Habit.ONE_FACE and (self.today - on).days < ONE_FACE_DAYS:
            return account.people[:1]
        here = [one for one in account.people if one.left_on is None or on < one.left_on]
        lot = dice.roll()
        if lot < NOBODY_SHARE or not here:
            return []
        if lot < ALONE or len(here) == 1:
            return [here[int(dice.roll() ** 1.5 * len(here))]]
        return dice.some(here, 2 if lot < TWO else 3)

    def _place(self, account: Account, kind: str) -> str:
        wheel = PLACES.get(kind)
        place = wheel.spin(self.dice) if wheel else Place.REMOTE.value
        if account.habit is Habit.NEVER_THERE and place == Place.THEIRS:
            return Place.OURS.value
        return place

    def _intent(self, account: Account, *, sponsored: bool) -> str | None:
        if account.habit is Habit.ONLY_SELLING:
            return Intent.SELL.value
        if self.dice.chance(UNSAID_SHARE):
            return None
        if account.status in (AccountStatus.LOST, AccountStatus.FORMER):
            return WHY_SPONSOR.spin(self.dice)
        why = (WHY_SPONSOR if sponsored else WHY_OTHERS).spin(self.dice)
        nothing_to_fix = account.status is AccountStatus.PROSPECT and why == Intent.FIX
        return Intent.CARE.value if nothing_to_fix else why


def scene_of(dice: Dice, account: Account) -> Scene:
    """The scene of an account."""
    return Scene(dice, account.industry, account.place.city, account.stem)


def cast_scene(scene: Scene, touch: Touch) -> None:
    """Put those who took part into the scene."""
    dice = scene.dice
    if touch.people:
        one = touch.people[0]
        scene.who = one.name if dice.chance(0.6) else one.short
    scene.other = _another(dice, touch)
    colleague = touch.members[-1] if touch.members else touch.account.lead
    if touch.account.experts and dice.chance(0.5):
        colleague = dice.pick(touch.account.experts)
    scene.ours = colleague.name if colleague else "our engineer"
    scene.month = MONTHS[(touch.on.month - 1 - dice.whole(0, 4)) % 12]


def _another(dice: Dice, touch: Touch) -> str:
    """Somebody else of theirs, best someone who was there."""
    first = touch.people[0] if touch.people else None
    others = touch.people[1:] or [one for one in touch.account.people if one is not first]
    return dice.pick(others).name if others else "a colleague"


def overheard(dice: Dice, touch: Touch) -> Scene:
    """The scene of a touch, for what came out of it."""
    scene = scene_of(dice, touch.account)
    cast_scene(scene, touch)
    return scene
