"""Whether two records may be one: what speaks for it, and how much."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from sponsor_app.domain.folding import digits, fold, words
from sponsor_app.domain.language import tr
from sponsor_app.domain.phones import domain_of

LEGAL_FORMS = frozenset(
    {
        *("inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc"),
        *("llp", "lp", "plc", "gmbh", "ag", "kg", "kgaa", "ohg", "ug", "mbh", "ev", "eg", "se"),
        *("sa", "sas", "sarl", "spa", "srl", "bv", "nv", "oy", "oyj", "ab", "as", "asa", "aps"),
        *("sl", "slu", "kk", "pty", "bhd", "sdn", "sro", "doo", "zrt", "kft", "lda", "ltda"),
        *("holding", "holdings", "group", "the"),
    }
)
FORMS_OF_ADDRESS = frozenset(
    {
        *("dr", "prof", "professor", "mr", "mrs", "ms", "miss", "sir", "herr", "frau", "mag"),
        *("ing", "dipl", "mme", "mlle", "jr", "sr", "phd", "mba", "md"),
    }
)
HOSTS = frozenset(
    {
        *("facebook.com", "linkedin.com", "instagram.com", "twitter.com", "x.com", "xing.com"),
        *("google.com", "sites.google.com", "wordpress.com", "wixsite.com", "github.com"),
    }
)
"""Pages there say nothing about whose they are."""
STREETS = {
    **dict.fromkeys(("street", "strasse", "str", "st"), "str"),
    **dict.fromkeys(("avenue", "av", "ave"), "ave"),
    **dict.fromkeys(("road", "rd"), "rd"),
    **dict.fromkeys(("boulevard", "blvd", "bd"), "blvd"),
    **dict.fromkeys(("place", "platz", "pl", "square", "sq"), "pl"),
}
SURE, LEAST = 100, 50
"""Below `LEAST` a likeness is no more than chance."""
CROWD, FEW = 20, 6
"""So many records that share a trait say nothing about each other: a switchboard, a web host, an office tower."""
CROWDS = {"name": CROWD, "core": CROWD, "domain": CROWD, "email": CROWD, "brief": CROWD}
_SAME_NAME, _OTHER_NAME, _SAME_CORE, _SAME_DOMAIN, _SAME_PHONE = 80, 75, 60, 70, 55
_SAME_EMAIL, _SAME_ADDRESS, _SAME_CITY, _SHORT, _COLLEAGUES = 90, 50, 5, 40, 40
_TELLING = 7
"""Digits of a number, from the end, without which it tells nobody apart."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a record is recognised by; every text as it is compared.

    `place` is the city of an account, where a `person` works; `above` the account that an account is part of.
    `folded`, `core` and `brief` are made of the name once, because they are compared many times.
    """

    id: str
    name: str
    others: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    address: str = ""
    place: str = ""
    above: str = ""
    person: bool = False
    folded: str = field(init=False, compare=False)
    core: str = field(init=False, compare=False)
    brief: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        said = _person_words(self.name) if self.person else ()
        core = " ".join(sorted(said)) if self.person else name_core(self.name)
        object.__setattr__(self, "folded", fold(self.name))
        object.__setattr__(self, "core", core)
        object.__setattr__(self, "brief", f"{said[0][0]} {said[-1]}" if len(said) > 1 else "")

    @property
    def keys(self) -> list[tuple[str, str]]:
        """Under what it is looked up: only records that share one of these can be alike."""
        found = [("name", name) for name in {self.folded, *self.others} if name]
        for kind, value in (("core", self.core), ("address", self.address), ("brief", self.brief)):
            if value:
                found.append((kind, value))
        for kind, values in (
            ("domain", self.domains),
            ("email", self.emails),
            ("phone", self.phones),
        ):
            found += [(kind, value) for value in values]
        return found


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much speaks for two records being one, 1 to 100, the strongest reason first."""

    score: int
    reasons: tuple[str, ...]


def name_core(name: str) -> str:
    """`acme` of `The ACME Holding GmbH & Co. KG`; the whole name when nothing else is in it."""
    said = words(name)
    core = [word for word in said if word not in LEGAL_FORMS and len(word) > 1]
    return " ".join(core or said)


def number_key(normal: str) -> str:
    """The end of a phone number, alike with and without the code of its country; nothing for a short number."""
    found = digits(normal)
    return found[-_TELLING - 1 :] if len(found) >= _TELLING else ""


def telling_domain(web: str | None) -> str:
    """The host of a web address that says whose it is, else nothing."""
    domain = domain_of(web) or ""
    return "" if domain in HOSTS else domain


def address_key(address: str | None, postcode: str | None, city: str | None) -> str:
    """A street with its number and its town in one form; nothing when either is missing."""
    street = [STREETS.get(word, word) for word in words(_parted(address or ""))]
    town = fold(postcode or "") or fold(city or "")
    if not town or not any(word[0].isdigit() for word in street) or len(street) <= 1:
        return ""
    return f"{' '.join(street)}, {town}"


def likeness(one: Traits, other: Traits) -> Likeness | None:
    """What speaks for two records being one; None when nothing does, or too little."""
    found = [*_by_name(one, other), *_by_contact(one, other)]
    if one.person and not _may_meet(one, other, found):
        return None
    if not found:
        return None
    found.sort(reverse=True)
    same_place = one.place and one.place == other.place
    more = sum(score for score, _ in found[1:]) // 4 + (_SAME_CITY if same_place else 0)
    score = min(SURE, found[0][0] + more)
    return Likeness(score, tuple(reason for _, reason in found)) if score >= LEAST else None


def alike(
    found: Iterable[Traits], *, seen: Callable[[int, int], None] = lambda _done, _whole: None
) -> Iterator[tuple[Traits, Traits, Likeness]]:
    """Every two records that may be one; `seen` is told how many groups of a whole were compared.

    A crowd of one name is compared with its oldest only, so that 2,000 of a name make 1,999 pairs and not two millions.
    """
    by_key: dict[tuple[str, str], list[Traits]] = defaultdict(list)
    for one in found:
        for key in one.keys:
            by_key[key].append(one)
    told: set[tuple[str, str]] = set()
    for number, (key, group) in enumerate(by_key.items()):
        if number % 5000 == 0:
            seen(number, len(by_key))
        for one, other in _pairs(key[0], group) if len(group) > 1 else ():
            ids = (one.id, other.id) if one.id < other.id else (other.id, one.id)
            if ids in told or one.id == other.id:
                continue
            told.add(ids)
            like = likeness(one, other)
            if like is not None:
                yield (one, other, like) if one.id == ids[0] else (other, one, like)


def _pairs(kind: str, group: list[Traits]) -> Iterable[tuple[Traits, Traits]]:
    """Who of those that share a trait is compared with whom."""
    if len(group) <= CROWDS.get(kind, FEW):
        return combinations(group, 2)
    if kind != "name":
        return ()
    by_place: dict[str, list[Traits]] = defaultdict(list)
    for one in group:
        by_place[one.place if one.person else ""].append(one)
    oldest = {place: min(there, key=lambda one: one.id) for place, there in by_place.items()}
    return ((oldest[place], one) for place, there in by_place.items() for one in there)


def _by_name(one: Traits, other: Traits) -> Iterable[tuple[int, str]]:
    if one.folded and one.folded == other.folded:
        yield _SAME_NAME, tr("the same name")
    elif one.folded in other.others or other.folded in one.others or one.others & other.others:
        yield _OTHER_NAME, tr("another name of it")
    elif _related(one, other):
        return
    elif one.core and one.core == other.core:
        yield _SAME_CORE, tr("nearly the same name")
    elif one.brief and one.brief == other.brief and _abbreviates(one, other):
        yield _SHORT, tr("a name that may be short for it")


def _by_contact(one: Traits, other: Traits) -> Iterable[tuple[int, str]]:
    if one.emails & other.emails:
        yield _SAME_EMAIL, tr("the same mail address")
    if _related(one, other):
        return
    if one.domains & other.domains:
        yield _SAME_DOMAIN, tr("the same web address")
    if one.phones & other.phones:
        yield _COLLEAGUES if one.person else _SAME_PHONE, tr("the same phone number")
    if one.address and one.address == other.address:
        yield _SAME_ADDRESS, tr("the same address")


def _related(one: Traits, other: Traits) -> bool:
    """Parts of one family share a house, a switchboard and half a name, and are two all the same."""
    return (one.above != "" and one.above in (other.id, other.above)) or other.above == one.id != ""


def _may_meet(one: Traits, other: Traits, found: list[tuple[int, str]]) -> bool:
    """People of one name at two accounts are two, unless an address or a number says that one has moved."""
    if one.emails & other.emails or (one.place and one.place == other.place):
        return True
    named = any(score >= _SAME_CORE for score, _ in found)
    return named and bool(one.phones & other.phones or not (one.place and other.place))


def _abbreviates(one: Traits, other: Traits) -> bool:
    """Whether one of two names has only the first letter of the first name."""
    return any(len(_person_words(each.name)[0]) == 1 for each in (one, other))


def _person_words(name: str) -> Sequence[str]:
    """`dana`, `reed` of `Dr. Dana Reed` and of `Reed, Dana`."""
    last, comma, first = name.partition(",")
    said = words(f"{first} {last}" if comma else name)
    return [word for word in said if word not in FORMS_OF_ADDRESS] or said


def _parted(address: str) -> str:
    """`Hauptstr. 5` and `Hauptstraße 5` as `haupt str 5`."""
    folded = fold(address)
    for end in ("strasse", "str."):
        folded = folded.replace(end, " str ")
    return folded
