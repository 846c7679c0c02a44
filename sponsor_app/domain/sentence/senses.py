"""What words can mean in a line, and the phrase books that say so for one language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Generic, TypeVar

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.tokens import APOSTROPHES, Sort, spelled_out, tokenise

Meaning = TypeVar("Meaning")


class Cue(StrEnum):
    """Words that begin a promise, or speak of the next time."""

    PROMISED = "promised"
    TO_US = "to_us"  # we were promised
    WILL = "will"
    MUST = "must"
    OWE = "owe"
    TO_DO = "to_do"
    REQUEST = "request"  # what they want of us, or we of them: a promise only with a day
    AWAIT = "await"  # what we are waiting for: theirs
    NEXT = "next"
    AGAIN = "again"
    PLAN = "plan"
    REMIND = "remind"  # what we shall not forget: a plan, or a promise
    CANCELLED = "cancelled"


class Word(StrEnum):
    """Words that only hold a sentence together."""

    FILLER = "filler"
    ADVERB = "adverb"
    AND = "and"
    BUT = "but"
    WITH = "with"
    AT = "at"
    ABOUT = "about"
    TO = "to"
    BE = "be"
    NOT = "not"
    OUR = "our"
    THEIR = "their"
    ROLE = "role"  # CFO, buyer: a person without a name
    GROUP = "group"  # team, everyone, customer: people in general
    SITE = "site"  # office, plant: with an owner before it, a place


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of an action verb: who says it so (None when the form does not tell)."""

    infinitive: str
    side: Direction | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Sense:
    """Everything one word or phrase can mean; most mean one thing. `weight` ranks rival kinds."""

    kind: Kind | None = None
    weight: int = 0
    place: Place | None = None
    intent: Intent | None = None
    mood: Sentiment | None = None
    soft: bool = False
    cue: Cue | None = None
    who: Direction | None = None
    whom: Direction | None = None
    aux: Direction | None = None
    verb: Verb | None = None
    word: Word | None = None

    @property
    def is_anchor(self) -> bool:
        """Whether it fills a field of the meeting by itself."""
        return self.kind is not None or self.place is not None or self.mood is not None


NOTHING = Sense()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language as people list them: phrases with commas between; `*` takes the endings.

    `compounds` are the last parts by which joined nouns are known.
    """

    code: str
    endings: tuple[str, ...]
    kinds: Mapping[Kind, str]
    generic_kinds: Mapping[Kind, str]
    faint_kinds: Mapping[Kind, str]
    occasions: Mapping[Kind, str]
    places: Mapping[Place, str]
    intents: Mapping[Intent, str]
    moods: Mapping[Sentiment, str]
    soft_moods: Mapping[Sentiment, str]
    cues: Mapping[Cue, str]
    auxiliaries: Mapping[Direction, str]
    who: Mapping[Direction, str]
    whom: Mapping[Direction, str]
    verbs: Mapping[str, Verb]
    words: Mapping[Word, str]
    calendar: Mapping[str, str]
    marks: Mapping[Mark, str]
    compounds: str = ""


def phrase_keys(phrase: str) -> str:
    """The folded words of a phrase with single blanks between, as phrase books are keyed."""
    return " ".join(
        t.key for t in tokenise(phrase) if t.sort is not Sort.BREAK and t.key not in APOSTROPHES
    )


def listed(text: str) -> list[str]:
    """The phrases of a list with commas."""
    return [phrase for part in text.split(",") if (phrase := part.strip())]


def spellings(phrase: str, endings: Sequence[str] = ("",)) -> Iterable[str]:
    """Every key a phrase can be typed as: with each ending where a `*` stands, and with ae for ä."""
    for ending in endings if "*" in phrase else ("",):
        said = phrase.replace("*", ending)
        yield phrase_keys(said)
        if not said.isascii():
            yield phrase_keys(" ".join(spelled_out(word) for word in said.split()))


def phrase_book(vocabulary: Vocabulary) -> dict[str, Sense]:
    """Every phrase of a language with what it means; one listed twice means both."""
    book: dict[str, Sense] = {}
    for phrases, sense in _entries(vocabulary):
        for phrase in listed(phrases):
            for key in spellings(phrase, vocabulary.endings):
                book[key] = _both(book[key], sense) if key in book else sense
    for form, verb in vocabulary.verbs.items():
        for key in spellings(form):
            sense = Sense(verb=verb)
            book[key] = _both(book[key], sense) if key in book else sense
    return book


def _entries(v: Vocabulary) -> Iterable[tuple[str, Sense]]:
    yield from _kind_entries(v)
    yield from ((p, Sense(place=place)) for place, p in v.places.items())
    yield from ((p, Sense(intent=intent)) for intent, p in v.intents.items())
    yield from ((p, Sense(mood=mood)) for mood, p in v.moods.items())
    yield from ((p, Sense(mood=mood, soft=True)) for mood, p in v.soft_moods.items())
    yield from ((p, Sense(cue=cue)) for cue, p in v.cues.items())
    yield from ((p, Sense(aux=side)) for side, p in v.auxiliaries.items())
    yield from ((p, Sense(who=side)) for side, p in v.who.items())
    yield from ((p, Sense(whom=side)) for side, p in v.whom.items())
    yield from ((p, Sense(word=word)) for word, p in v.words.items())


def _kind_entries(v: Vocabulary) -> Iterable[tuple[str, Sense]]:
    for weight, kinds in ((3, v.kinds), (2, v.occasions), (1, v.generic_kinds), (0, v.faint_kinds)):
        yield from ((p, Sense(kind=kind, weight=weight)) for kind, p in kinds.items())


def _both(first: Sense, second: Sense) -> Sense:
    """One sense with the fields of two; the first wins where both say something."""
    return Sense(*(getattr(first, f.name) or getattr(second, f.name) for f in fields(Sense)))


@dataclass(frozen=True)
class Book(Generic[Meaning]):
    """Phrases and what they mean. `reach` says how many words the longest phrase from a first word has."""

    meanings: Mapping[str, Meaning]
    reach: Mapping[str, int]

    def longest(self, keys: Sequence[str], at: int) -> tuple[int, Meaning] | None:
        """The longest phrase that begins at `at`, as (end, meaning)."""
        reach = self.reach.get(keys[at], 0) if at < len(keys) else 0
        for end in range(min(at + reach, len(keys)), at, -1):
            found = self.meanings.get(" ".join(keys[at:end]))
            if found is not None:
                return end, found
        return None


def bound(meanings: Mapping[str, Meaning]) -> Book[Meaning]:
    """A book of these phrases."""
    reach: dict[str, int] = {}
    for phrase in meanings:
        words = phrase.split(" ")
        reach[words[0]] = max(reach.get(words[0], 0), len(words))
    return Book(meanings, reach)
