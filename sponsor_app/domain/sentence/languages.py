"""The three languages, each with its phrase book and calendar, and which of them a line is in."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sponsor_app.domain.sentence.almanac import Almanac, almanac
from sponsor_app.domain.sentence.english import ENGLISH
from sponsor_app.domain.sentence.french import FRENCH
from sponsor_app.domain.sentence.german import GERMAN
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.senses import Book, Sense, bound, listed, phrase_book, spellings
from sponsor_app.domain.sentence.tokens import Sort, Token, word_set

VOCABULARIES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH}
DEFAULT = "en"
# English words that people who write German or French use as they are.
LOANS = word_set("""and at call calls meeting meetings lunch dinner breakfast workshop demo review qbr event webinar email mail message zoom
    teams whatsapp linkedin coffee kickoff happy unhappy renewal deal pitch upsell rfp pricing outage bug incident
    sell care fix escalation hq onsite remote online ok neutral feedback update golf drinks""")
_GERMAN_LETTERS = frozenset("äöüßÄÖÜ")
_FRENCH_LETTERS = frozenset("éèêàâçîïôûùœ")
_LETTER_WEIGHT = 0.5
_LOAN_WEIGHT = 0.3
_MIXED = 1.5


@dataclass(frozen=True, slots=True)
class Language:
    """One language ready for reading. `words` are all single words of its phrases."""

    code: str
    book: Book[Sense]
    almanac: Almanac
    words: frozenset[str]
    compounds: tuple[str, ...] = ()


@cache
def language_of(code: str) -> Language:
    """The language with this code; English for any other."""
    vocabulary = VOCABULARIES.get(code, ENGLISH)
    meanings = phrase_book(vocabulary)
    if vocabulary is not ENGLISH:
        english = phrase_book(ENGLISH)
        meanings = {word: english[word] for word in LOANS if word in english} | meanings
    days = almanac(vocabulary)
    phrases = [*meanings, *(phrase for book in days.books.values() for phrase in book.meanings)]
    words = frozenset(word for phrase in phrases for word in phrase.split(" "))
    compounds = tuple(listed(vocabulary.compounds))
    return Language(vocabulary.code, bound(meanings), days, words, compounds)


@cache
def marked(mark: Mark) -> frozenset[str]:
    """The folded words and phrases that every language lists for a rule; a line may mix them."""
    return frozenset(
        key
        for vocabulary in VOCABULARIES.values()
        for phrase in listed(vocabulary.marks.get(mark, ""))
        for key in spellings(phrase)
    )


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """For each single word, the languages it speaks for; a word of all three says little."""
    speakers: dict[str, list[str]] = {}
    for code in VOCABULARIES:
        spoken = language_of(code)
        words = set(spoken.book.meanings).union(
            *(b.meanings for b in spoken.almanac.books.values())
        )
        for word in words:
            if " " not in word and not (code != DEFAULT and word in LOANS):
                speakers.setdefault(word, []).append(code)
    return {
        word: tuple(
            (code, _LOAN_WEIGHT if word in LOANS else 1 / len(codes) ** 2) for code in codes
        )
        for word, codes in speakers.items()
    }


def detect(tokens: Sequence[Token], masked: Sequence[bool]) -> str:
    """The likeliest language of the tokens that are not masked; English when nothing speaks for another."""
    return spoken_in(tokens, masked)[0]


def spoken_in(tokens: Sequence[Token], masked: Sequence[bool]) -> tuple[str, ...]:
    """The likeliest language of a line, then those of which it holds more than a stray word."""
    scores = dict.fromkeys(VOCABULARIES, 0.0)
    weights = _weights()
    for token, hidden in zip(tokens, masked, strict=True):
        if hidden or token.sort is not Sort.WORD:
            continue
        for code, weight in weights.get(token.key, ()):
            scores[code] += weight
        letters = set(token.text)
        scores["de"] += _LETTER_WEIGHT * bool(letters & _GERMAN_LETTERS)
        scores["fr"] += _LETTER_WEIGHT * bool(letters & _FRENCH_LETTERS)
    first = max(scores, key=lambda code: scores[code])
    return first, *(code for code in scores if code != first and scores[code] >= _MIXED)
