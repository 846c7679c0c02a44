"""Whether two records may be one: what speaks for it, and how much."""

from collections.abc import Iterable
from dataclasses import dataclass

from sponsor_app.domain.folding import fold, words

LEGAL_FORMS = frozenset(
    {
        *("inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc"),
        *("llp", "lp", "plc", "gmbh", "ag", "kg", "kgaa", "ohg", "ug", "mbh", "ev", "eg", "se"),
        *("sa", "sas", "sarl", "spa", "srl", "bv", "nv", "oy", "oyj", "ab", "as", "asa", "aps"),
        *("sl", "slu", "kk", "pty", "bhd", "sdn", "sro", "doo", "zrt", "kft", "lda", "ltda"),
        *("holding", "holdings", "group", "the"),
    }
)
SURE = 100
_SAME_NAME, _OTHER_NAME, _SAME_CORE, _SAME_DOMAIN, _SAME_PHONE = 80, 75, 60, 70, 55
_SAME_EMAIL, _SAME_CITY = 90, 5


@dataclass(frozen=True, slots=True)
class Traits:
    """What a record is recognised by; every text as it is compared."""

    id: str
    name: str
    others: frozenset[str] = frozenset()
    domain: str = ""
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    place: str = ""

    @property
    def folded(self) -> str:
        """The name without case and accents."""
        return fold(self.name)

    @property
    def core(self) -> str:
        """The name without what says only how an organisation is set up."""
        return name_core(self.name)

    @property
    def keys(self) -> list[tuple[str, str]]:
        """Under what it is looked up: only records that share one of these can be alike."""
        names = [("name", name) for name in {self.folded, *self.others} if name]
        core = [("core", self.core)] if self.core else []
        domain = [("domain", self.domain)] if self.domain else []
        numbers = [("number", number) for number in self.phones | self.emails]
        return [*names, *core, *domain, *numbers]


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


def likeness(one: Traits, other: Traits) -> Likeness | None:
    """What speaks for two records being one; None when nothing does."""
    found = [*_by_name(one, other), *_by_contact(one, other)]
    if not found:
        return None
    found.sort(reverse=True)
    same_place = one.place and one.place == other.place
    more = sum(score for score, _ in found[1:]) // 4 + (_SAME_CITY if same_place else 0)
    return Likeness(min(SURE, found[0][0] + more), tuple(reason for _, reason in found))


def _by_name(one: Traits, other: Traits) -> Iterable[tuple[int, str]]:
    if one.folded and one.folded == other.folded:
        yield _SAME_NAME, "the same name"
    elif one.folded in other.others or other.folded in one.others or one.others & other.others:
        yield _OTHER_NAME, "another name of it"
    elif one.core and one.core == other.core:
        yield _SAME_CORE, "nearly the same name"


def _by_contact(one: Traits, other: Traits) -> Iterable[tuple[int, str]]:
    if one.emails & other.emails:
        yield _SAME_EMAIL, "the same mail address"
    if one.domain and one.domain == other.domain:
        yield _SAME_DOMAIN, "the same web address"
    if one.phones & other.phones:
        yield _SAME_PHONE, "the same phone number"
