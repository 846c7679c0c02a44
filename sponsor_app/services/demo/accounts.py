"""The accounts: what they are called, how they stand with us, who owns them, how well they are looked after."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.services.demo.dice import Dice, Mint, deal
from sponsor_app.services.demo.names.culture import draw_name
from sponsor_app.services.demo.names.everyone import CULTURES
from sponsor_app.services.demo.planted.everything import PLANTED
from sponsor_app.services.demo.planted.script import Planted
from sponsor_app.services.demo.team import Colleague
from sponsor_app.services.demo.world.companies import draw_trade, sister
from sponsor_app.services.demo.world.industries import BY_LABEL, INDUSTRIES, Industry
from sponsor_app.services.demo.world.places import Place, draw_place, place_in


class Habit(Enum):
    """How an account is looked after."""

    WELL = auto()
    DUE = auto()
    OVERDUE = auto()
    NEVER = auto()
    ONLY_SELLING = auto()
    NEVER_THERE = auto()
    ONE_FACE = auto()


HABITS = {
    Habit.WELL: 50.0,
    Habit.DUE: 15.0,
    Habit.OVERDUE: 12.0,
    Habit.NEVER: 5.0,
    Habit.ONLY_SELLING: 5.0,
    Habit.NEVER_THERE: 6.0,
    Habit.ONE_FACE: 7.0,
}
TIERS: dict[Tier | None, float] = {
    Tier.STRATEGIC: 10.0,
    Tier.KEY: 24.0,
    Tier.STANDARD: 59.0,
    None: 7.0,
}
STATUSES = {
    AccountStatus.CUSTOMER: 70.0,
    AccountStatus.PROSPECT: 11.0,
    AccountStatus.AT_RISK: 9.0,
    AccountStatus.LOST: 5.0,
    AccountStatus.FORMER: 5.0,
}
FAMILY_SHARE = 0.07
MOODS = {
    AccountStatus.CUSTOMER: 7.6,
    AccountStatus.PROSPECT: 6.5,
    AccountStatus.AT_RISK: 4.8,
    AccountStatus.LOST: 4.5,
    AccountStatus.FORMER: 5.5,
}


@dataclass(slots=True)
class Person:
    """A contact of an account."""

    id: str
    name: str
    short: str
    handle: str
    title: str
    function: str
    role: str | None
    boss: "Person | None" = None
    counterpart: Colleague | None = None
    left_on: date | None = None
    key: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A sponsorship."""

    member: Colleague
    start: date
    end: date | None
    reason: str | None = None


@dataclass(slots=True)
class Account:
    """An account while it is being made up."""

    id: str
    name: str
    stem: str
    domain: str
    place: Place
    industry: Industry
    status: AccountStatus
    tier: Tier | None
    habit: Habit
    since: date | None
    mood: float
    parent: "Account | None" = None
    lead: Colleague | None = None
    spans: list[Span] = field(default_factory=list[Span])
    experts: list[Colleague] = field(default_factory=list[Colleague])
    people: list[Person] = field(default_factory=list[Person])
    planted: Planted | None = None
    touches: int = 0

    @property
    def sponsor(self) -> Colleague | None:
        """Who owns it today."""
        return self.spans[-1].member if self.spans and self.spans[-1].end is None else None

    def sponsor_on(self, day: date) -> Colleague | None:
        """Who owned it on a day."""
        for span in reversed(self.spans):
            if span.start <= day and (span.end is None or day < span.end):
                return span.member
        return None

    def person(self, key: str) -> Person:
        """A planted contact by key."""
        return next(one for one in self.people if one.key == key)


def invent_accounts(dice: Dice, mint: Mint, count: int, today: date) -> list[Account]:
    """`count` accounts, the planted ones first, families of a house beside each other."""
    made = [_planted(one, mint, today) for one in PLANTED[:count]]
    for one in made:
        if one.planted and one.planted.parent:
            keyed = {other.planted.key: other for other in made if other.planted}
            one.parent = keyed.get(one.planted.parent)
    rest = count - len(made)
    habits, tiers = deal(dice, HABITS, rest), deal(dice, TIERS, rest)
    statuses = deal(dice, STATUSES, rest)
    taken = {(one.name, one.place.city) for one in made}
    domains = {one.domain for one in made}
    for habit, tier, status in zip(habits, tiers, statuses, strict=True):
        one = _drawn(dice, mint, (habit, tier, status), made, today)
        while (one.name, one.place.city) in taken:
            one.name = f"{one.name} {one.place.city}"
        taken.add((one.name, one.place.city))
        one.domain = _unused(one.domain, one.place.city, domains)
        made.append(one)
    return made


def _planted(one: Planted, mint: Mint, today: date) -> Account:
    place = place_in(one.country, one.city)
    since = _years_back(today, one.years) if one.years else None
    status = AccountStatus(one.was.get("status", one.status))
    return Account(
        mint.new(),
        one.name,
        one.name.split(maxsplit=1)[0],
        one.domain,
        place,
        BY_LABEL[one.industry],
        status,
        one.tier,
        Habit.NEVER if one.status is AccountStatus.PROSPECT else Habit.WELL,
        since,
        MOODS[one.status],
        planted=one,
    )


def _drawn(
    dice: Dice,
    mint: Mint,
    dealt: tuple[Habit, Tier | None, AccountStatus],
    made: list[Account],
    today: date,
) -> Account:
    habit, tier, status = dealt
    if habit is Habit.NEVER:
        tier, status = tier or Tier.STANDARD, AccountStatus.PROSPECT
    elder = dice.pick(made) if made and dice.chance(FAMILY_SHARE) else None
    if elder is None or elder.planted or elder.parent:
        elder = None
        place, industry = draw_place(dice), dice.pick(INDUSTRIES)
        family = draw_name(dice, CULTURES[place.country.culture]).family
        trade = draw_trade(dice, place.country, industry, family)
    else:
        industry = dice.pick(INDUSTRIES)
        country = elder.place.country
        place = Place(country, *dice.pick(country.cities))
        trade = sister(dice, elder.stem, industry, country.flavour, elder.domain)
    prospect = status is AccountStatus.PROSPECT
    since = None if prospect else today - timedelta(days=dice.whole(400, 5200))
    mood = MOODS[status] + dice.roll() * 3 - 1.5
    return Account(
        mint.new(),
        trade.name,
        trade.stem,
        trade.domain,
        place,
        industry,
        status,
        tier,
        habit,
        since,
        mood,
        elder,
    )


def _unused(domain: str, city: str, taken: set[str]) -> str:
    """A domain nobody has: with the city, then with a number."""
    host = domain.removesuffix(".example")
    town = "".join(c for c in city.casefold() if "a" <= c <= "z")
    candidate, number = domain, 1
    while candidate in taken:
        number += 1
        candidate = f"{host}-{town}.example" if number == 2 else f"{host}{number}.example"  # noqa: PLR2004
    taken.add(candidate)
    return candidate


def _years_back(today: date, years: int) -> date:
    return date(today.year - years, 1 + (years * 5) % 12, 1 + (years * 7) % 28)
