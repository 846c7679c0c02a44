"""What is on file about an account itself: address, size, money, story, the other scraps it is known by."""

from dataclasses import dataclass

from sponsor_app.domain.account import AccountStatus, AliasKind, Tier
from sponsor_app.domain.folding import fold
from sponsor_app.domain.money import decimals
from sponsor_app.services.demo.accounts import Account
from sponsor_app.services.demo.dice import Dice
from sponsor_app.services.demo.names.culture import draw_name
from sponsor_app.services.demo.names.everyone import CULTURES
from sponsor_app.services.demo.stage import Stage
from sponsor_app.services.demo.tales import matters
from sponsor_app.services.demo.tales.scene import Scene, tell
from sponsor_app.services.demo.tales.words import MONTHS
from sponsor_app.services.demo.visits import scene_of
from sponsor_app.services.demo.world.companies import STEMS
from sponsor_app.services.demo.world.places import fill_pattern, street

Values = dict[str, str | int | None]

TOLD = {Tier.STRATEGIC: 1.0, Tier.KEY: 0.85, Tier.STANDARD: 0.3, None: 0.15}
SIZES = {
    Tier.STRATEGIC: (900, 24000),
    Tier.KEY: (220, 5200),
    Tier.STANDARD: (18, 900),
    None: (8, 300),
}
IN_EUROS = {
    "SEK": 11,
    "NOK": 11,
    "DKK": 7,
    "ISK": 150,
    "PLN": 4,
    "CZK": 25,
    "HUF": 400,
    "RON": 5,
    "TRY": 40,
    "AED": 4,
    "SAR": 4,
    "TND": 3,
    "DZD": 145,
    "NGN": 1700,
    "GHS": 16,
    "KES": 140,
    "ZAR": 20,
    "INR": 90,
    "JPY": 160,
    "KRW": 1450,
    "TWD": 35,
    "VND": 27000,
    "IDR": 17000,
    "THB": 39,
    "MXN": 20,
    "BRL": 6,
    "CLP": 1000,
    "COP": 4300,
    "ARS": 1100,
}
"""Roughly how many of a currency make a euro; unlisted ones about one."""

NATIVE = {
    "japanese": ("星", "海", "山", "風", "川", "林"),
    "chinese": ("明", "海", "元", "泰", "龍", "新"),
    "korean": ("한", "대", "진", "성", "화"),
    "arabic": ("نور", "صقر", "بحر", "نجم"),
}
NATIVE_TRADE = {"japanese": "精機", "chinese": "工業", "korean": "산업", "arabic": "للصناعة"}


@dataclass(slots=True)
class Particulars:
    """Draws the fields of accounts."""

    dice: Dice
    stage: Stage

    def values(self, account: Account) -> Values:
        """The row of an account."""
        dice, place = self.dice, account.place
        country = place.country
        heads, tails = STEMS[country.flavour]
        way = dice.pick(heads.split()) + dice.pick(tails.split())
        employees, revenue = self._size(account)
        known = dice.chance(0.8) or account.planted is not None
        values: Values = {
            "name": account.name,
            "status": account.status.value,
            "tier": account.tier.value if account.tier else None,
            "industry": account.industry.label,
            "region": country.region,
            "country": country.name,
            "city": place.city,
            "postcode": fill_pattern(dice, country.postcode),
            "address": street(dice, country, way),
            "website": f"https://www.{account.domain}" if known else None,
            "email": f"{dice.pick(('info', 'office', 'contact', 'mail'))}@{account.domain}",
            "employees": employees if known else None,
            "revenue_minor": revenue if known and dice.chance(0.75) else None,
            "currency": country.currency,
            "parent_id": account.parent.id if account.parent else None,
            "ideal_days": None,
            "maximum_days": None,
            "customer_since": account.since.isoformat() if account.since else None,
            "external_id": f"CRM-{dice.whole(10000, 99999)}" if dice.chance(0.4) else None,
        }
        values.update(self._texts(account, employees))
        if not account.planted and account.tier and dice.chance(0.04):
            values["ideal_days"], values["maximum_days"] = dice.pick(
                ((30, 60), (60, 120), (120, 240))
            )
        return values

    def _size(self, account: Account) -> tuple[int, int]:
        low, high = SIZES[account.tier]
        employees = int(low * (high / low) ** self.dice.roll())
        if account.planted:
            employees = account.planted.employees
        euros = employees * self.dice.whole(90, 420) * 1000
        currency = account.place.country.currency
        scale = 10 ** decimals(currency)
        return employees, euros * IN_EUROS.get(currency, 1) * scale

    def _texts(self, account: Account, employees: int) -> Values:
        planted = account.planted
        gone = account.status in (AccountStatus.LOST, AccountStatus.FORMER)
        if planted:
            since = account.since.year if account.since else self.stage.today.year
            return {
                "story": planted.story.format(since=since) or None,
                "wants": planted.wants or None,
                "issue_channel": planted.channel or None,
                "lost_because": planted.lost_because or None,
            }
        dice = self.dice
        scene = self._scene(account)
        scene.size = f"{employees:,}"
        if account.since:
            scene.years = str(max(2, self.stage.today.year - account.since.year))
        told = dice.chance(TOLD[account.tier])
        return {
            "story": self._story(account, scene) if told else None,
            "wants": tell(scene, dice.pick(matters.WANTS)) if told else None,
            "issue_channel": tell(scene, dice.pick(matters.CHANNELS)) if dice.chance(0.4) else None,
            "lost_because": tell(scene, dice.pick(matters.LOST)) if gone else None,
        }

    def _story(self, account: Account, scene: Scene) -> str:
        dice = self.dice
        if account.status is AccountStatus.PROSPECT:
            return tell(scene, dice.pick(matters.STORY_PROSPECT))
        kinds = (matters.STORY_TRADE, matters.STORY_TURN, matters.STORY_NOW)
        return " ".join(tell(scene, dice.pick(kind)) for kind in kinds)

    def _scene(self, account: Account) -> Scene:
        scene = scene_of(self.dice, account)
        scene.month = self.dice.pick(MONTHS)
        if account.people:
            scene.who = account.people[0].name
            scene.other = self.dice.pick(account.people).name
        expert = account.experts[0] if account.experts else account.lead
        scene.ours = expert.name if expert else "our engineer"
        return scene

    def aliases(self, account: Account) -> list[tuple[str, str]]:
        """Former and short names, order numbers, foreign ids, other mail domains."""
        if account.planted:
            return list(account.planted.aliases)
        dice = self.dice
        found: list[tuple[str, str]] = []
        if dice.chance(0.09):
            found.append((AliasKind.FORMER_NAME, self._former(account)))
        if dice.chance(0.1):
            found.append((AliasKind.NAME, self._short(account)))
        native = NATIVE.get(account.place.country.culture)
        if native and dice.chance(0.5):
            trade = NATIVE_TRADE[account.place.country.culture]
            found.append((AliasKind.NAME, f"{dice.pick(native)}{dice.pick(native)}{trade}"))
        if account.since:
            for _ in range(dice.whole(0, 2)):
                year = dice.whole(18, self.stage.today.year % 100)
                found.append((AliasKind.ORDER_NUMBER, f"{year}-{dice.whole(0, 99999):05d}"))
        if dice.chance(0.06):
            found.append((AliasKind.DOMAIN, f"{account.domain.split('.')[0]}-group.example"))
        return [(str(kind), value) for kind, value in found]

    def _former(self, account: Account) -> str:
        dice = self.dice
        noun = dice.pick(account.industry.nouns["english"])
        family = draw_name(dice, CULTURES[account.place.country.culture]).family
        return f"{family} {noun}" if dice.chance(0.6) else f"{account.place.city} {noun}"

    def _short(self, account: Account) -> str:
        letters = "".join(word[0] for word in fold(account.name).split() if word[0].isalpha())
        return letters.upper() if len(letters) > 1 else account.stem.upper()
