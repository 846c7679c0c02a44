"""A line cut into pieces: names, days, phrases that mean something, other words, and the breaks between."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sponsor_app.domain.sentence.day_numbers import clock_end
from sponsor_app.domain.sentence.day_words import DayPhrase, find_days
from sponsor_app.domain.sentence.languages import Language
from sponsor_app.domain.sentence.names import Sighting
from sponsor_app.domain.sentence.senses import NOTHING, Cue, Sense, Verb, Word
from sponsor_app.domain.sentence.spelling import corrected
from sponsor_app.domain.sentence.tokens import Sort, Token

_SUPPORTING = frozenset(
    {Cue.WILL, Cue.MUST, Cue.PLAN, Cue.REMIND, Cue.REQUEST, Cue.AWAIT, Cue.CANCELLED}
)
# Whose the items after a colon are: `ours: quote, theirs: specs`.
_LABELS = dict.fromkeys(
    ["ours", "us", "me", "we", "wir", "uns", "ich", "nous"], Cue.TO_DO
) | dict.fromkeys(
    ["theirs", "them", "they", "her", "him", "sie", "ihr", "ihnen", "eux", "elle", "lui"], Cue.TO_US
)
_SHORTEST_COMPOUND = 7
_CLOCK = Sense(word=Word.FILLER)


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `[first, end)`, characters `[start, stop)`."""

    first: int
    end: int
    start: int
    stop: int
    key: str
    sense: Sense = NOTHING
    name: Sighting | None = None
    day: DayPhrase | None = None
    is_break: bool = False
    is_mark: bool = False
    capital: bool = False

    @property
    def is_content(self) -> bool:
        """A word that is neither a name nor a day and that says something of its own."""
        return not (self.is_break or self.is_mark or self.name or self.day or self.is_grammar)

    @property
    def is_grammar(self) -> bool:
        """A word that only holds the sentence together."""
        sense = self.sense
        if sense.is_anchor or sense.intent is not None:
            return False
        if sense.cue in _SUPPORTING and sense.verb is None:
            return True
        plain = sense.word is not None and sense.word not in (Word.ROLE, Word.SITE)
        return plain or sense.who is not None or sense.whom is not None or sense.aux is not None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces `[at, end)` that say something together."""

    at: int
    end: int


def cut(
    tokens: Sequence[Token],
    names: Sequence[Sighting],
    language: Language,
    mixed: Sequence[Language] = (),
) -> tuple[Piece, ...]:
    """All tokens as pieces, in order; what `language` does not know may be said in one of `mixed`."""
    masked = [False] * len(tokens)
    for sighting in names:
        masked[sighting.first : sighting.end] = [True] * (sighting.end - sighting.first)
    tokens = corrected(tokens, masked, language)
    days = {day.first: day for day in _days(tokens, masked, language, mixed)}
    by_first = {sighting.first: sighting for sighting in names}
    taken = list(masked)
    for day in days.values():
        taken[day.first : day.end] = [True] * (day.end - day.first)
    keys = ["" if hidden else token.key for token, hidden in zip(tokens, taken, strict=True)]
    pieces: list[Piece] = []
    at = 0
    while at < len(tokens):
        piece = _piece(tokens, at, by_first.get(at), days.get(at), keys, language)
        foreign = (
            _piece(tokens, at, None, None, keys, other)
            for other in mixed
            if piece.is_content and piece.sense is NOTHING
        )
        piece = next((one for one in foreign if one.sense is not NOTHING), piece)
        pieces.append(piece)
        at = piece.end
    return tuple(pieces)


def _days(
    tokens: Sequence[Token], masked: Sequence[bool], language: Language, mixed: Sequence[Language]
) -> list[DayPhrase]:
    """The days of a line, those said in another language where its own names none."""
    found = find_days(tokens, masked, language.almanac)
    for other in mixed:
        taken = {at for day in found for at in range(day.first, day.end)}
        for day in find_days(tokens, masked, other.almanac):
            own = range(day.first, day.end)
            known = all(tokens[at].key in language.words for at in own)
            if not known and not taken & set(own):
                found.append(day)
    return found


def _piece(
    tokens: Sequence[Token],
    at: int,
    name: Sighting | None,
    day: DayPhrase | None,
    keys: Sequence[str],
    language: Language,
) -> Piece:
    token = tokens[at]
    if name is not None or day is not None:
        end = name.end if name is not None else day.end if day is not None else at + 1
        return Piece(
            at, end, token.start, tokens[end - 1].end, "", NOTHING, name, day, capital=token.capital
        )
    found = language.book.longest(keys, at)
    if found is None:
        return _plain(tokens, at, language)
    end, sense = found
    if end < len(tokens) and tokens[end].key == ":" and keys[at] in _LABELS and end == at + 1:
        sense = Sense(cue=_LABELS[keys[at]])
    if sense.verb is not None and _is_participle(tokens[end - 1], sense.verb, language):
        sense = replace(sense, verb=None)
    if language.code == "de" and _is_noun(tokens, at) and end == at + 1:
        sense = replace(sense, verb=None, cue=None if sense.cue is Cue.PLAN else sense.cue)
    key = " ".join(keys[at:end])
    return Piece(at, end, token.start, tokens[end - 1].end, key, sense, capital=token.capital)


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """German writes nouns large: `Zahlen` are numbers, `zahlen` is to pay."""
    inside = at > 0 and (tokens[at - 1].sort is Sort.WORD or tokens[at - 1].text == ",")
    return inside and tokens[at].capital and not tokens[at].text.isupper()


def _is_participle(token: Token, verb: Verb, language: Language) -> bool:
    """French `montré` is done, `montre` is to come; only the accent tells."""
    return (
        language.code == "fr"
        and not verb.bare
        and token.text.endswith(("é", "ée", "és", "ées", "É"))
    )


def _plain(tokens: Sequence[Token], at: int, language: Language) -> Piece:
    """A break, a mark, a time of day, a compound by its last part, or a word we do not know."""
    token = tokens[at]
    clock = clock_end(tokens, at)
    if clock > at:
        return Piece(at, clock, token.start, tokens[clock - 1].end, token.key, _CLOCK)
    return Piece(
        at,
        at + 1,
        token.start,
        token.end,
        token.key,
        _compound(token.key, language),
        is_break=token.sort is Sort.BREAK,
        is_mark=token.sort is Sort.MARK,
        capital=token.capital,
    )


def _compound(key: str, language: Language) -> Sense:
    """Where nouns are joined they are known by their last part: `Serverausfall`."""
    if len(key) < _SHORTEST_COMPOUND:
        return NOTHING
    for suffix in language.compounds:
        if key.endswith((suffix, suffix + "n")) and key != suffix:
            return language.book.meanings.get(suffix, NOTHING)
    return NOTHING


def segments(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """The stretches between breaks, as [first, end) over the pieces."""
    found: list[tuple[int, int]] = []
    start = 0
    for at, piece in enumerate(pieces):
        if piece.is_break:
            if at > start:
                found.append((start, at))
            start = at + 1
    if start < len(pieces):
        found.append((start, len(pieces)))
    return found


def is_conjunction(piece: Piece) -> bool:
    """And, but, then."""
    return piece.sense.word in (Word.AND, Word.BUT)


def speaks_of_next(piece: Piece) -> bool:
    """Whether it speaks of the next time outright."""
    return piece.sense.cue is Cue.NEXT
