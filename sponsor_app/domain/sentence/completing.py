"""The name that is being typed at the end of a line, and what it becomes when one is taken."""

from dataclasses import dataclass
from functools import cache

from sponsor_app.domain.folding import words as words_of
from sponsor_app.domain.sentence.languages import VOCABULARIES, language_of
from sponsor_app.domain.sentence.plain_words import COMMON, meaningful_words
from sponsor_app.domain.sentence.senses import Word
from sponsor_app.domain.sentence.tokens import Sort, Token, tokenise
from sponsor_app.domain.sentence.values import KnownName

SHORTEST = 2
NEAR = 120
"""So many characters before the cursor are looked at; no name is longer."""
_LEADS = frozenset({Word.WITH, Word.AT, Word.AND, Word.TO, Word.OUR})


@dataclass(frozen=True, slots=True)
class Begun:
    """A name that may be begun at `text[start:end]`; `before` is the word right before it, folded, with its place.

    `at_account`: it stands where an account is said, after `at` or `bei`.
    """

    start: int
    end: int
    begun: str
    before: str = ""
    before_start: int = -1
    at_account: bool = False


def begun_name(text: str, cursor: int) -> Begun | None:
    """The name that is typed at the cursor: two letters or more, where a name may stand and no other word is begun."""
    from_here = max(0, cursor - NEAR)
    if text[cursor : cursor + 1].isalnum():
        return None
    tokens = tokenise(text[from_here:cursor])
    if not tokens or tokens[-1].end != cursor - from_here or not tokens[-1].text.isalpha():
        return None
    last, before = tokens[-1], tokens[-2] if len(tokens) > 1 else None
    if len(last.key) < SHORTEST or not _may_be_name(last, before):
        return None
    at = from_here + last.start
    if before is None or before.sort is not Sort.WORD:
        return Begun(at, cursor, last.key)
    led = before.key in _words_as(frozenset({Word.AT}))
    return Begun(at, cursor, last.key, before.key, from_here + before.start, led)


def _may_be_name(token: Token, before: Token | None) -> bool:
    """After `with`, with a capital inside the line, or where no word of ours begins so."""
    if before is not None and (token.capital or before.key in _words_as(_LEADS)):
        return True
    return token.key not in _beginnings()


@cache
def _words_as(kinds: frozenset[Word]) -> frozenset[str]:
    """Words of every language of these sorts: `with`, `bei`, `et`."""
    return frozenset(
        key
        for code in VOCABULARIES
        for key, sense in language_of(code).book.meanings.items()
        if sense.word in kinds
    )


@cache
def _beginnings() -> frozenset[str]:
    """Every beginning of two letters or more of every word that means something."""
    words = (word for code in VOCABULARIES for word in meaningful_words(code) - COMMON)
    return frozenset(word[:end] for word in words for end in range(SHORTEST, len(word) + 1))


def completed(text: str, begun: Begun, name: KnownName) -> tuple[str, int]:
    """The line with the whole name in place of what was begun, and where the cursor goes."""
    start = begun.start
    parts = words_of(name.name)
    fits = [at for at, part in enumerate(parts) if part.startswith(begun.begun)]
    if begun.before and any(at and parts[at - 1] == begun.before for at in fits):
        start = begun.before_start
    return text[:start] + name.name + text[begun.end :], start + len(name.name)
