"""What the invented accounts do: their trade by language, their sites, their machines, what they care about."""

from dataclasses import dataclass

from sponsor_app.services.demo.world.heavy_industries import HEAVY
from sponsor_app.services.demo.world.light_industries import LIGHT


@dataclass(frozen=True, slots=True)
class Industry:
    """`nouns` end a company's name, by the sound of the country; the rest are what people there talk about."""

    label: str
    nouns: dict[str, tuple[str, ...]]
    sites: tuple[str, ...]
    gear: tuple[str, ...]
    matters: tuple[str, ...]


FLAVOURS = ("english", "nordic", "germanic", "romance", "slavic", "asian")


def _industry(text: str) -> Industry:
    label, *lines = (line.strip() for line in text.strip().splitlines())
    named = dict(line.split(": ", 1) for line in lines)
    nouns = {key: _listed(named[key]) for key in FLAVOURS if key in named}
    return Industry(
        label, nouns, _listed(named["sites"]), _listed(named["gear"]), _listed(named["matters"])
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split("; "))


INDUSTRIES = tuple(_industry(text) for text in (*LIGHT, *HEAVY))
BY_LABEL = {one.label: one for one in INDUSTRIES}
