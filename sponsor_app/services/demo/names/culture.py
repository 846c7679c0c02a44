"""How a language makes a name."""

from dataclasses import dataclass

from sponsor_app.domain.folding import fold
from sponsor_app.services.demo.dice import Dice


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as written, its given and family parts, and the part of a mail address before the @."""

    full: str
    given: str
    family: str
    handle: str


Words = tuple[str, ...]
Pair = tuple[Words, Words]


@dataclass(frozen=True, slots=True)
class Culture:
    """The given names and the parts of family names of one language: of women first, then of men.

    A family name is one of `families`, or a head with a tail. `joined` of all people bear two, with `joint`
    between them. `native` are whole names in their own script, each with its Latin form.
    """

    key: str
    given: Pair
    heads: Words
    tails: Pair
    families: Pair
    particles: Words = ()
    joined: float = 0.05
    joint: str = "-"
    family_first: bool = False
    native: tuple[tuple[str, str], ...] = ()


def culture(
    key: str,
    given: str,
    *,
    heads: str = "",
    tails: str = "",
    families: str = "",
    particles: Words = (),
    joined: float = 0.05,
    joint: str = "-",
    family_first: bool = False,
    native: tuple[tuple[str, str], ...] = (),
) -> Culture:
    """A culture from blank-separated words; `_` stands for a blank, `|` parts women's from men's."""
    return Culture(
        key,
        _pair(given),
        _split(heads),
        _pair(tails),
        _pair(families),
        particles,
        joined,
        joint,
        family_first,
        native,
    )


NATIVE_SHARE = 0.06
WHOLE_SHARE = 0.18
PARTICLE_SHARE = 0.35


def draw_name(dice: Dice, of: Culture) -> Name:
    """A name that could be."""
    if of.native and dice.chance(NATIVE_SHARE):
        written, latin = dice.pick(of.native)
        first, _, last = latin.partition(" ")
        return Name(written, written, written, _handle(first, last))
    gender = int(dice.roll() * 2)
    given = dice.pick(of.given[gender])
    family = _family(dice, of, gender)
    if of.joined and dice.chance(of.joined):
        other = _family(dice, of, gender)
        family = family if other == family else f"{family}{of.joint}{other}"
    full = f"{family} {given}" if of.family_first else f"{given} {family}"
    return Name(full, given, family, _handle(given, family))


def _family(dice: Dice, of: Culture, gender: int) -> str:
    families = of.families[gender]
    if families and (not of.heads or dice.chance(WHOLE_SHARE)):
        made = dice.pick(families)
    else:
        made = _joined(dice.pick(of.heads), dice.pick(of.tails[gender]))
    if of.particles and dice.chance(PARTICLE_SHARE):
        made = f"{dice.pick(of.particles)} {made}"
    return made


def _joined(head: str, tail: str) -> str:
    """Head and tail in one word, without a letter three times in a row."""
    if head and tail and head[-1] == tail[0] and head[-2:-1] == head[-1]:
        return head + tail[1:]
    return head + tail


def _handle(given: str, family: str) -> str:
    """`Åsa Maria`, `Lind-Öberg` -> `asa.lindoberg`: plain letters, short enough for a mail address."""
    first = fold(given).split()[0]
    last = fold(family).replace("’", "")
    if len(last) > LONG_HANDLE:
        last = max(last.replace("-", " ").split(), key=len)
    return f"{first}.{last}".replace("-", "").replace(" ", "")


LONG_HANDLE = 16


def _pair(words: str) -> Pair:
    women, bar, men = words.partition("|")
    return _split(women), _split(men if bar else women)


def _split(words: str) -> Words:
    return tuple(word.replace("_", " ") for word in words.split())
