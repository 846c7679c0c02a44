"""Addresses, telephone numbers and postcodes as each country writes them."""

from dataclasses import dataclass
from functools import cache

from sponsor_app.domain.people import PointKind
from sponsor_app.services.demo.dice import Dice, Wheel
from sponsor_app.services.demo.world.countries import COUNTRIES, Country

LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
INVENTED = "555"
"""Every number has it after the area code, so that none is likely to ring anywhere."""

ABROAD_SHARE, TRUNK_SHARE, HOME_SHARE = 0.7, 0.1, 0.12


@dataclass(frozen=True, slots=True)
class Place:
    """A city with its country and area code."""

    country: Country
    city: str
    area: str


@dataclass(frozen=True, slots=True)
class Reach:
    """A way to reach someone, as written and as found again."""

    kind: str
    raw: str
    normal: str


@cache
def _wheel() -> Wheel[int]:
    return Wheel({index: one.weight for index, one in enumerate(COUNTRIES)})


def draw_place(dice: Dice) -> Place:
    """A city, the larger countries more often."""
    country = COUNTRIES[_wheel().spin(dice)]
    city, area = dice.pick(country.cities)
    return Place(country, city, area)


def place_in(country: str, city: str) -> Place:
    """A city of the table by its names."""
    return next(
        Place(one, name, area)
        for one in COUNTRIES
        if one.name == country
        for name, area in one.cities
        if name == city
    )


def fill_pattern(dice: Dice, pattern: str) -> str:
    """`#` becomes a digit (the first of a run is never 0), `@` a capital letter."""
    out: list[str] = []
    for sign in pattern:
        if sign == "#":
            low = 0 if out and out[-1].isdigit() else 1
            out.append(str(dice.whole(low, 9)))
        else:
            out.append(dice.pick(LETTERS) if sign == "@" else sign)
    return "".join(out)


def phone(dice: Dice, place: Place, kind: PointKind = PointKind.PHONE) -> Reach:
    """A number, mostly as one writes it abroad, now and then as at home or with the trunk zero in brackets."""
    country = place.country
    last = f"{dice.whole(0, 9999):04d}"
    area = place.area if kind is PointKind.PHONE else str(dice.whole(70, 79))
    national = f"{area}{INVENTED}{last}"
    normal = f"+{country.dial} {national.lstrip('0')}"
    lot = dice.roll()
    if lot < ABROAD_SHARE or not country.trunk:
        return Reach(kind.value, f"+{country.dial} {area} {INVENTED} {last}", normal)
    if lot < ABROAD_SHARE + TRUNK_SHARE and country.trunk == "0":
        return Reach(kind.value, f"+{country.dial} (0){area} {INVENTED}{last}", normal)
    if lot < ABROAD_SHARE + TRUNK_SHARE + HOME_SHARE:
        at_home = f"{country.trunk}{national}".lstrip("0")
        return Reach(kind.value, f"{country.trunk}{area}-{INVENTED} {last[:2]} {last[2:]}", at_home)
    return Reach(kind.value, f"00{country.dial} {area} {INVENTED}{last}", normal)


def mail(handle: str, domain: str) -> Reach:
    """A mail address at a domain that is reserved for examples."""
    address = f"{handle}@{domain}"
    return Reach(PointKind.EMAIL.value, address, address.casefold())


def street(dice: Dice, country: Country, stem: str) -> str:
    """A street named after nobody."""
    pattern = dice.pick(country.street)
    named = pattern.replace("%", stem.capitalize())
    return fill_pattern(dice, named) if "#" in named else f"{dice.whole(1, 240)} {named}"
