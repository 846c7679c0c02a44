"""Fill the blanks of a phrase with what fits the account: its site, its machine, its people, a number."""

from collections.abc import Callable
from dataclasses import dataclass

from sponsor_app.services.demo.dice import Dice
from sponsor_app.services.demo.tales import words
from sponsor_app.services.demo.world.industries import Industry

Slot = Callable[["Scene"], str]


@dataclass(slots=True)
class Scene:
    """Where a phrase is said: the account's trade and city, who is there from them and from us."""

    dice: Dice
    industry: Industry
    city: str
    stem: str
    who: str = "their team"
    other: str = "a colleague"
    ours: str = "our engineer"
    month: str = "spring"
    size: str = "some"
    years: str = "some"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Text with blanks, taken apart once: the beginning, then each blank with the text after it."""

    head: str
    rest: tuple[tuple[Slot, str], ...]


def tell(scene: Scene, phrase: Phrase) -> str:
    """The phrase with its blanks filled, beginning with a capital."""
    if not phrase.rest:
        return phrase.head
    out = [phrase.head]
    for slot, after in phrase.rest:
        out.append(slot(scene))
        out.append(after)
    text = "".join(out)
    return text if phrase.head else text[0].upper() + text[1:]


def _from(items: tuple[str, ...]) -> Slot:
    return lambda scene: scene.dice.pick(items)


def _whole(low: int, high: int) -> Slot:
    return lambda scene: str(scene.dice.whole(low, high))


def _code(scene: Scene) -> str:
    dice = scene.dice
    return f"{dice.pick(words.SERIES)}-{dice.whole(100, 9999)}"


SLOTS: dict[str, Slot] = {
    "who": lambda scene: scene.who,
    "other": lambda scene: scene.other,
    "ours": lambda scene: scene.ours,
    "city": lambda scene: scene.city,
    "stem": lambda scene: scene.stem,
    "month": lambda scene: scene.month,
    "size": lambda scene: scene.size,
    "years": lambda scene: scene.years,
    "site": lambda scene: scene.dice.pick(scene.industry.sites),
    "gear": lambda scene: scene.dice.pick(scene.industry.gear),
    "matter": lambda scene: scene.dice.pick(scene.industry.matters),
    "product": _from(words.PRODUCTS),
    "part": _from(words.PARTS),
    "team": _from(words.TEAMS),
    "feeling": _from(words.FEELINGS),
    "drink": _from(words.DRINKS),
    "dish": _from(words.DISHES),
    "hobby": _from(words.HOBBIES),
    "paper": _from(words.PAPERS),
    "fault": _from(words.FAULTS),
    "praise": _from(words.PRAISE),
    "worry": _from(words.WORRIES),
    "when": _from(words.WHEN),
    "weekday": _from(words.WEEKDAYS),
    "code": _code,
    "few": _whole(2, 9),
    "some": _whole(10, 60),
    "many": _whole(80, 4800),
    "percent": _whole(3, 38),
    "order": lambda scene: f"{scene.dice.whole(20, 26)}-{scene.dice.whole(1000, 99999):05d}",
}


def phrases(text: str) -> tuple[Phrase, ...]:
    """One phrase a line; `{site}` is a blank. A blank that nobody can fill is our bug."""
    return tuple(_phrase(line.strip()) for line in text.strip().splitlines())


def _phrase(line: str) -> Phrase:
    head, *pieces = line.split("{")
    rest = (piece.partition("}") for piece in pieces)
    return Phrase(head, tuple((SLOTS[name], after) for name, _, after in rest))
