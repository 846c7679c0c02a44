"""Every way to write a name that the store knows, and the words of a line worth asking the store for."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from sponsor_app.domain.sentence.languages import VOCABULARIES, language_of
from sponsor_app.domain.sentence.plain_words import COMMON
from sponsor_app.domain.sentence.senses import Word
from sponsor_app.domain.sentence.tokens import Sort, Token, spelled_out, tokenise, word_set
from sponsor_app.domain.sentence.values import KnownName, NameKind

LONGEST_NAME = 6
SHORTEST_GENITIVE = 4
SHORTEST_DATIVE = 8
LONGEST_ASKED = 64
_PARTICLES = word_set(
    "de del della den der di do dos du el la le les van von zu y e da al bin ibn ten ter"
)
TITLES = word_set("mr mrs ms miss dr prof professor herr herrn frau m mme monsieur madame mlle sir")
LEGAL_FORMS = word_set("""gmbh ag inc ltd llc plc sa sas sarl se kg kgaa ohg co corp corporation company group holding holdings as asa ab oy
    bv nv spa srl pty limited ug sl aps""")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a name. `whole` when nothing of the name is left out."""

    words: tuple[str, ...]
    whole: bool


def candidate_words(text: str) -> tuple[str, ...]:
    """Folded words worth asking the store for: those a known name may begin with, at most 64, as they come.

    Grammar words are left out unless written large inside a sentence; a genitive is given without its s too, an umlaut both ways.
    """
    asked: dict[str, None] = {}
    opens = True
    for token in tokenise(text):
        if token.sort is Sort.WORD and _may_be_name(token, opens=opens):
            asked |= dict.fromkeys(keys_of(token, genitive=True))
        opens = token.sort is Sort.BREAK
    return tuple(asked)[:LONGEST_ASKED]


def _may_be_name(token: Token, *, opens: bool) -> bool:
    """Whether a store may know it: not a grammar word, unless it has a capital that no full stop explains."""
    key = token.key
    if len(key) < len("Li") or key.isdecimal():
        return False
    meant = token.capital and not opens and not token.text.isupper()
    return meant or key in COMMON or key not in _grammar()


def is_grammar_word(key: str) -> bool:
    """Whether a folded word only holds a sentence together, in any language."""
    return key in _grammar()


@cache
def _grammar() -> frozenset[str]:
    """Words of every language that hold a sentence together."""
    plain = {
        Word.FILLER,
        Word.AND,
        Word.BUT,
        Word.WITH,
        Word.AT,
        Word.TO,
        Word.ABOUT,
        Word.BE,
        Word.NOT,
    }
    plain |= {Word.OUR, Word.THEIR, Word.ADVERB}
    found: set[str] = set()
    for code in VOCABULARIES:
        for key, sense in language_of(code).book.meanings.items():
            if " " not in key and (sense.word in plain or sense.who or sense.whom or sense.aux):
                found.add(key)
    return frozenset(found)


def keys_of(token: Token, *, genitive: bool = False) -> Iterable[str]:
    """The ways a token may stand in a name."""
    yield token.key
    if not token.text.isascii():
        yield spelled_out(token.text)
    if genitive and _is_inflected(token.key):
        yield token.key[:-1]


def _is_inflected(key: str) -> bool:
    """`Danas`, and the dative of `Stadtwerke`."""
    return (key.endswith("s") and not key.endswith("ss") and len(key) >= SHORTEST_GENITIVE) or (
        key.endswith("n") and len(key) >= SHORTEST_DATIVE
    )


@lru_cache(maxsize=16_384)
def forms_of(name: KnownName) -> tuple[Form, ...]:
    """Every way to write a name: an account by its leading words, a person by any run of them."""
    forms: dict[tuple[str, ...], bool] = {}
    for text in (name.name, *name.aliases):
        for words in _spellings(text):
            if text != name.name:
                forms.setdefault(words, True)
            elif name.kind is NameKind.ACCOUNT:
                _add_account_forms(forms, words)
            else:
                _add_person_forms(forms, words)
    return tuple(Form(words, whole) for words, whole in forms.items() if words)


def _spellings(text: str) -> Iterable[tuple[str, ...]]:
    tokens = [t for t in tokenise(text) if t.sort is Sort.WORD][:LONGEST_NAME]
    yield tuple(t.key for t in tokens)
    if not text.isascii():
        yield tuple(spelled_out(t.text) if t.text != t.key else t.key for t in tokens)


def _add_account_forms(forms: dict[tuple[str, ...], bool], words: tuple[str, ...]) -> None:
    core = words
    while len(core) > 1 and core[-1] in LEGAL_FORMS:
        core = core[:-1]
    starts = (0, 1) if len(core) > 1 and core[0] == "the" else (0,)
    for start in starts:
        for end in range(start + 1, len(words) + 1):
            forms[words[start:end]] = forms.get(words[start:end], False) or end >= len(core)


def _add_person_forms(forms: dict[tuple[str, ...], bool], words: tuple[str, ...]) -> None:
    words = tuple(w for w in words if w not in TITLES) or words
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            part = words[start:end]
            if part[-1] not in _PARTICLES and any(len(w) > 1 for w in part):
                forms[part] = forms.get(part, False) or len(part) == len(words)
    if len(words) > 1:
        forms.setdefault((words[0], words[-1]), len(words) > 2)  # noqa: PLR2004 - a middle name left out
        forms.setdefault((words[0], words[-1][:1]), False)
        forms.setdefault((words[0][:1], words[-1]), False)
