"""Our own people: who sponsors, who leads accounts, who does neither."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from sponsor_app.domain.folding import fold
from sponsor_app.domain.member import Function
from sponsor_app.services.demo.dice import Dice, Mint
from sponsor_app.services.demo.names.culture import draw_name
from sponsor_app.services.demo.names.everyone import ALL, CULTURES
from sponsor_app.services.demo.world.places import draw_place

DOMAIN = "brightlode.example"


class Part(Enum):
    """What a colleague does in the program."""

    SPONSOR = auto()
    BUSY = auto()
    IDLE = auto()
    HEAD_OF_LEADS = auto()
    LEAD = auto()
    EXPERT = auto()
    OFFICE = auto()
    LEFT = auto()

    @property
    def sponsors(self) -> bool:
        """Whether accounts are given to them."""
        return self in (Part.SPONSOR, Part.BUSY)


@dataclass(slots=True)
class Colleague:
    """One of our people. `key` is how planted accounts name them."""

    id: str
    key: str
    name: str
    title: str
    function: Function
    part: Part
    boss: "Colleague | None"
    city: str
    country: str
    left_on: date | None = None
    me: bool = False
    regions: tuple[str, ...] = ()

    @property
    def email(self) -> str:
        """A mail address at our own invented domain."""
        plain = "".join(c for c in fold(self.name).replace(" ", ".") if c.isalnum() or c == ".")
        return f"{plain}@{DOMAIN}"

    def here(self, day: date) -> bool:
        """Whether they were with us on a day."""
        return self.left_on is None or self.left_on > day


FIRST = """
sales|Renske van Oudenaarde|Head of Sales|sales|HEAD_OF_LEADS|ceo|Eindhoven, Netherlands
lead1|Jorunn Tveitnes|Account Lead, North|sales|LEAD|sales|Ålesund, Norway
ceo|Ilse Brandstaetter-Oyelaran|Chief Executive Officer|executive|SPONSOR||Linz, Austria
lead2|Mateo Arrizabalaga Monte|Account Lead, South and Latin America|sales|LEAD|sales|Pamplona, Spain
cto|Wen-Hui Tsao|Chief Technology Officer|engineering|SPONSOR|ceo|Singapore, Singapore
cfo|Hendrik Vossmeer|Chief Financial Officer|finance|SPONSOR|ceo|Groningen, Netherlands
cmo|Aurélie Montgrillard|Chief Marketing Officer|marketing|BUSY|ceo|Nantes, France
lead3|Siobhán Mac Giolla Phádraig|Account Lead, West|sales|LEAD|sales|Galway, Ireland
engineer|Kjell-Åke Brännmark|Principal Engineer|engineering|SPONSOR|cto|Umeå, Sweden
support|Yasemin Karabulutlu|Head of Customer Support|support|SPONSOR|ceo|Bursa, Turkey
product|Vikram Chandrasekharan-Pillai|Head of Product|product|SPONSOR|cto|Kochi, India
lead4|Fatoumata Diarrassouba|Account Lead, Middle East and Asia|sales|LEAD|sales|Singapore, Singapore
legal|Cormac Lanaghan-Weir|General Counsel|legal|SPONSOR|ceo|Limerick, Ireland
people|Adaeze Nwokolobia|Head of People|hr|IDLE|ceo|Port Harcourt, Nigeria
left|Péter Molnárffy|Head of Operations until he left|operations|LEFT|ceo|Győr, Hungary
lead5|Thandeka Mthembukazi|Account Lead, Africa and North America|sales|LEAD|sales|Durban, South Africa
office|Lucía Belmonte Garrastazu|Sales Operations Analyst|sales|OFFICE|sales|Zaragoza, Spain
""".strip().splitlines()

REGIONS = {
    "lead1": ("Nordics", "Baltics", "DACH"),
    "lead2": ("Iberia", "Latin America", "Italy", "South-East Europe", "France"),
    "lead3": ("UK and Ireland", "Benelux", "Central Europe"),
    "lead4": ("Middle East", "South Asia", "East Asia", "South-East Asia", "Oceania"),
    "lead5": ("Africa", "North America"),
}

LATER = (
    (Part.SPONSOR, "Director", (Function.ENGINEERING, Function.FINANCE, Function.OPERATIONS)),
    (Part.LEAD, "Account Lead", (Function.SALES,)),
    (Part.SPONSOR, "Vice President", (Function.MARKETING, Function.PRODUCT, Function.SUPPORT)),
    (Part.EXPERT, "Senior Specialist", (Function.ENGINEERING, Function.SUPPORT, Function.PRODUCT)),
    (Part.SPONSOR, "Head of Region", (Function.OPERATIONS, Function.EXECUTIVE, Function.LEGAL)),
    (Part.LEAD, "Account Lead", (Function.SALES,)),
    (Part.EXPERT, "Field Engineer", (Function.ENGINEERING, Function.SUPPORT)),
    (Part.SPONSOR, "Senior Director", (Function.ENGINEERING, Function.HR, Function.FINANCE)),
    (Part.IDLE, "Director", (Function.HR, Function.LEGAL, Function.MARKETING)),
    (Part.HEAD_OF_LEADS, "Regional Head of Sales", (Function.SALES,)),
    (Part.LEFT, "Director until they left", (Function.OPERATIONS, Function.MARKETING)),
    (Part.OFFICE, "Coordinator", (Function.OPERATIONS, Function.OTHER)),
)


@dataclass(slots=True)
class Team:
    """Everyone, me first."""

    everyone: list[Colleague]

    @property
    def me(self) -> Colleague:
        """The one whose laptop it is."""
        return self.everyone[0]

    def of(self, *parts: Part) -> list[Colleague]:
        """Those who play one of these parts."""
        return [one for one in self.everyone if one.part in parts]

    @property
    def experts(self) -> list[Colleague]:
        """Those of any function but sales who may come along."""
        wanted = (Part.EXPERT, Part.SPONSOR, Part.BUSY)
        found = [one for one in self.of(*wanted) if one.function is not Function.SALES]
        return found or [self.me]

    def by_key(self, key: str) -> Colleague:
        """The colleague whom a planted account names; in a very small team somebody stands in."""
        found = next((one for one in self.everyone if one.key == key), None)
        if found is not None or key == "me":
            return found or self.me
        stand_ins = self.of(Part.LEAD) if key.startswith("lead") else self.experts
        return stand_ins[0] if stand_ins else self.me


def invent_team(dice: Dice, mint: Mint, me: Colleague, count: int, today: date) -> Team:
    """`count` colleagues, me included."""
    team = Team([me])
    for line in FIRST[: max(0, count - 1)]:
        team.everyone.append(_written(mint, team, line, today))
    bosses = {one.key: one for one in team.everyone}
    for line in FIRST[: max(0, count - 1)]:
        key, *_, boss, _home = line.split("|")
        bosses[key].boss = bosses.get(boss)
    me.boss = bosses.get("ceo")
    for number in range(len(FIRST) + 1, count):
        team.everyone.append(_drawn(dice, mint, team, number, today))
    return team


def _written(mint: Mint, team: Team, line: str, today: date) -> Colleague:
    key, name, title, function, part, _boss, home = line.split("|")
    city, country = home.split(", ")
    left = today - timedelta(days=290) if part == Part.LEFT.name else None
    return Colleague(
        mint.new(),
        key,
        name,
        title,
        Function(function),
        Part[part],
        None,
        city,
        country,
        left,
        regions=REGIONS.get(key, ()),
    )


def _drawn(dice: Dice, mint: Mint, team: Team, number: int, today: date) -> Colleague:
    part, title, functions = LATER[number % len(LATER)]
    place = draw_place(dice)
    culture = CULTURES[place.country.culture] if dice.chance(0.75) else dice.pick(ALL)
    function = dice.pick(functions)
    left = today - timedelta(days=dice.whole(60, 700)) if part is Part.LEFT else None
    return Colleague(
        mint.new(),
        f"colleague{number}",
        draw_name(dice, culture).full,
        title if part is Part.OFFICE else f"{title}, {place.country.region}",
        function,
        part,
        _boss_of(dice, team, part),
        place.city,
        place.country.name,
        left,
        regions=(place.country.region,) if part is Part.LEAD else (),
    )


def _boss_of(dice: Dice, team: Team, part: Part) -> Colleague | None:
    """Heads of sales are the bosses of account leads only, so that no sponsor is the boss of a lead."""
    if part is Part.LEAD:
        return dice.pick(team.of(Part.HEAD_OF_LEADS))
    heads = [one for one in team.everyone[1:14] if one.part.sponsors]
    return dice.pick(heads) if heads else None
