"""The people at an account: who decides, who reports to whom, who has left, how to reach them."""

from dataclasses import dataclass
from datetime import date, timedelta

from sponsor_app.domain.account import Tier
from sponsor_app.domain.folding import fold
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import PointKind, Role
from sponsor_app.services.demo.accounts import Account, Habit, Person
from sponsor_app.services.demo.dice import Dice, Mint, Wheel
from sponsor_app.services.demo.names.culture import draw_name
from sponsor_app.services.demo.names.everyone import ALL, CULTURES
from sponsor_app.services.demo.planted.script import Part
from sponsor_app.services.demo.team import Colleague, Team
from sponsor_app.services.demo.world.places import Reach, mail, phone

HOW_MANY = {Tier.STRATEGIC: (5, 8), Tier.KEY: (3, 6), Tier.STANDARD: (2, 4), None: (2, 3)}
FROM_ELSEWHERE = 0.12
LEFT_SHARE = 0.07

TITLES: dict[Function, tuple[str, ...]] = {
    Function.EXECUTIVE: (
        "Chief Executive",
        "Managing Director",
        "Chief Operating Officer",
        "Owner",
        "President",
        "General Manager",
        "Board Member for Operations",
    ),
    Function.OPERATIONS: (
        "Plant Manager",
        "Head of Operations",
        "Shift Lead",
        "Site Director",
        "Production Planner",
        "Warehouse Manager",
        "Head of Maintenance",
    ),
    Function.ENGINEERING: (
        "Chief Engineer",
        "Instrumentation Engineer",
        "Head of Automation",
        "Process Engineer",
        "IT Operations",
        "Quality Engineer",
        "Chief Technology Officer",
    ),
    Function.FINANCE: (
        "Chief Financial Officer",
        "Head of Procurement",
        "Purchasing Manager",
        "Controller",
        "Accounts Payable",
        "Category Buyer",
    ),
    Function.MARKETING: ("Head of Communications", "Brand Manager", "Head of Marketing"),
    Function.LEGAL: ("General Counsel", "Contracts Manager", "Compliance Officer"),
    Function.SUPPORT: ("Service Manager", "Customer Desk Lead", "Field Coordinator"),
    Function.HR: ("Head of People", "Training Manager"),
    Function.OTHER: ("Sustainability Manager", "Executive Assistant", "Project Office"),
}
LOWER = Wheel(
    {
        Function.OPERATIONS: 30.0,
        Function.ENGINEERING: 28.0,
        Function.FINANCE: 18.0,
        Function.SUPPORT: 6.0,
        Function.MARKETING: 5.0,
        Function.LEGAL: 4.0,
        Function.HR: 3.0,
        Function.OTHER: 6.0,
    }
)
ROLES: Wheel[Role | None] = Wheel(
    {
        Role.INFLUENCES: 30.0,
        Role.USES: 30.0,
        Role.CHAMPION: 14.0,
        Role.DECIDES: 6.0,
        Role.BLOCKS: 6.0,
        None: 14.0,
    }
)


@dataclass(slots=True)
class People:
    """Where contacts are made."""

    dice: Dice
    mint: Mint
    team: Team
    today: date

    def invent(self, account: Account) -> list[Person]:
        """Those of a planted account as written, else as many as its tier deserves, the head first."""
        if account.planted:
            return self._written(account, account.planted.parts)
        low, high = HOW_MANY[account.tier]
        count = self.dice.whole(low, high)
        if account.habit is Habit.NEVER:
            count = min(count, 2)
        made: list[Person] = []
        for place in range(count):
            made.append(self._drawn(account, made, place))
        return made

    def _written(self, account: Account, parts: tuple[Part, ...]) -> list[Person]:
        made = [
            Person(
                self.mint.new(),
                part.name,
                part.name.removeprefix("Dr. ").split()[0],
                _handle(part),
                part.title,
                part.function,
                part.role,
                left_on=self.today - timedelta(days=part.left) if part.left else None,
                key=part.key,
                note=part.note,
            )
            for part in parts
        ]
        keyed = {one.key: one for one in made}
        for one, part in zip(made, parts, strict=True):
            one.boss = keyed.get(part.boss)
            one.counterpart = self.team.by_key(part.counterpart) if part.counterpart else None
        return made

    def _drawn(self, account: Account, above: list[Person], place: int) -> Person:
        dice = self.dice
        native = CULTURES[account.place.country.culture]
        name = draw_name(dice, dice.pick(ALL) if dice.chance(FROM_ELSEWHERE) else native)
        head = place == 0
        function = Function.EXECUTIVE if head or dice.chance(0.06) else LOWER.spin(dice)
        role = Role.DECIDES if head else ROLES.spin(dice)
        return Person(
            self.mint.new(),
            name.full,
            name.given,
            name.handle,
            dice.pick(TITLES[function]),
            function,
            role,
            boss=dice.pick(above[:2]) if above and dice.chance(0.75) else None,
            counterpart=self._counterpart(account, role) if dice.chance(0.4) else None,
            left_on=self._left(account, place),
        )

    def _counterpart(self, account: Account, role: Role | None) -> Colleague | None:
        if role is Role.DECIDES:
            return account.sponsor
        return self.dice.pick(account.experts) if account.experts else account.lead

    def _left(self, account: Account, place: int) -> date | None:
        gone = place > 1 and self.dice.chance(LEFT_SHARE)
        return self.today - timedelta(days=self.dice.whole(40, 800)) if gone else None

    def reached_by(self, account: Account, person: Person) -> list[Reach]:
        """Mail for most, a telephone for many, a mobile for some; written as people write them."""
        found: list[Reach] = []
        dice = self.dice
        planted = account.planted is not None
        if planted or dice.chance(0.82):
            found.append(mail(person.handle, account.domain))
        if planted or dice.chance(0.6):
            found.append(phone(dice, account.place))
        if dice.chance(0.3):
            found.append(phone(dice, account.place, PointKind.MOBILE))
        return found


def _handle(part: Part) -> str:
    plain = part.name.removeprefix("Dr. ")
    if not plain.isascii() and not fold(plain).isascii():
        plain = part.title.partition("(")[2].removesuffix(")")
    words = fold(plain).replace("-", "").split()
    return f"{words[0]}.{words[-1]}"
