"""Read words that were typed in haste: one letter missing, doubled, wrong or swapped, never the first."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sponsor_app.domain.sentence.languages import Language, language_of
from sponsor_app.domain.sentence.senses import Sense
from sponsor_app.domain.sentence.tokens import Sort, Token, word_set

SHORTEST = 5
SURE = 7
# Good words that are one letter away from one of ours.
_RIGHT = word_set("""launch match matching coach tough though through caller waiting wanting morning closer closed price prices priced
    pride caring calling cable table visa visor later letter latter better matter meter center cement content context
    contact contacts contest contract planned plant plane place places reviewer preview positive position native sunny
    money honey weeks months hours house horse course source force former formal format lunched bench branch match watch
    happen happens happily metering messaging message massage passage dinner winner diner thinner coffer offered often
    offer offers order orders older folder holder angry anger hungry worried married carried email emails emailed
    mailing promise premise premises promised prime market marked parked worked walked talked tasked asked masked
    owned owner power tower lower flower called culled failed mailed sailed nailed trial train brain drain grain
    bericht gericht gesicht dienst dienste kaffee karte kunde kunden stunde stunden kurz kurs preis kreis reise
    reisen weise vertrag betrag antrag auftrag beitrag vertrieb betrieb woche wochen sagen tagen fragen tragen lagen
    suite huit point points joint poids voix prix choix mois trois froid droit avait avant devant vivant venait
    unterschrieben geschrieben beschrieben gestiegen semaine romaine marche marque manque banque""")
_FUZZY_LISTS = ("relative", "weekday", "month", "unit", "turn")


def corrected(tokens: Sequence[Token], masked: Sequence[bool], spoken: Language) -> Sequence[Token]:
    """The tokens with the keys of misspelt words put right; what was typed stays in `text`."""
    index = _deletions(spoken.code)
    return [
        token if hidden or not _is_doubtful(token, spoken) else _put_right(token, index)
        for token, hidden in zip(tokens, masked, strict=True)
    ]


def _is_doubtful(token: Token, spoken: Language) -> bool:
    key = token.key
    if token.sort is not Sort.WORD or len(key) < SHORTEST - 1 or not key.isalpha():
        return False
    return key not in _RIGHT and key not in spoken.words


def _put_right(token: Token, index: dict[str, tuple[str, ...]]) -> Token:
    near = {word for shape in _shapes(token.key) for word in index.get(shape, ())}
    slips = [word for word in near if _is_slip(token.key, word)]
    longer = [word for word in slips if len(word) != len(token.key)]
    candidates = longer or slips
    return replace(token, key=candidates[0]) if len(candidates) == 1 else token


@cache
def _deletions(code: str) -> dict[str, tuple[str, ...]]:
    """For every word worth putting right, and every such word short of a letter, the words it may be."""
    spoken = language_of(code)
    words = {key for key, sense in spoken.book.meanings.items() if _is_worth_it(key, sense)}
    for use, book in spoken.almanac.books.items():
        if use.value in _FUZZY_LISTS:
            words |= {k for k in book.meanings if len(k) >= SHORTEST and k.isalpha()}
    index: dict[str, tuple[str, ...]] = {}
    for word in sorted(words):
        for shape in _shapes(word):
            index[shape] = (*index.get(shape, ()), word)
    return index


def _is_worth_it(key: str, sense: Sense) -> bool:
    if len(key) < SHORTEST or not key.isalpha():
        return False
    return (
        sense.kind is not None
        or sense.mood is not None
        or sense.intent is not None
        or sense.cue is not None
    )


def _shapes(word: str) -> set[str]:
    return {word} | {word[:at] + word[at + 1 :] for at in range(1, len(word))}


def _is_slip(typed: str, meant: str) -> bool:
    """Whether one slip of the finger after the first letter makes one from the other."""
    if abs(len(typed) - len(meant)) > 1 or typed[0] != meant[0]:
        return False
    start = 0
    while start < min(len(typed), len(meant)) and typed[start] == meant[start]:
        start += 1
    a, b = typed[start:], meant[start:]
    swapped = len(a) >= 2 and len(b) >= 2 and a[:2] == b[1::-1] and a[2:] == b[2:]  # noqa: PLR2004
    if len(typed) < SHORTEST:
        return a == b[1:] and start > 0 and meant[start] == meant[start - 1]
    wrong = len(meant) >= SURE and a[1:] == b[1:]
    return swapped or wrong or a[1:] == b or a == b[1:]
