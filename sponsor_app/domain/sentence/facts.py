"""What a line tells about a person: `Dana likes rowing`, `her daughter studies in Lyon`, `fact: prefers mornings`.

Only what is plainly said of somebody is taken for a fact; the rest of the line is read as if it were not there.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sponsor_app.domain.fact_guard import private_in
from sponsor_app.domain.sentence import fact_words as w
from sponsor_app.domain.sentence.pieces import Piece, is_conjunction, segments
from sponsor_app.domain.sentence.senses import NOTHING
from sponsor_app.domain.sentence.values import FactDraft, Mention, NameKind

_EDGES = " \t\n,;:.!?()[]{}–—-…\"“”'’"
_NEAR = 5  # words between `is` and what is nobody's business


@dataclass(frozen=True, slots=True)
class Told:
    """Pieces `[first, end)` that tell a fact; `about` is the piece that names whom, `says` where what is told begins."""

    first: int
    end: int
    says: int
    about: int | None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Pieces `[first, end)` as words for a pattern, and where each piece begins in them."""

    first: int
    end: int
    words: str
    starts: tuple[int, ...]

    def piece_at(self, character: int) -> int:
        return self.first + max(0, bisect_right(self.starts, character) - 1)


def find_facts(text: str, pieces: Sequence[Piece]) -> tuple[Told, ...]:
    """The stretches of a line that tell facts, in order."""
    found: list[Told] = []
    for first, end in segments(pieces):
        for start, stop in _begun(pieces, first, end):
            if found and start < found[-1].end:
                continue
            told = _marked(pieces, start, stop) or _told(text, pieces, start, stop)
            if told is not None:
                found.append(told)
    return tuple(found)


def without_facts(pieces: Sequence[Piece], facts: Sequence[Told]) -> tuple[Piece, ...]:
    """The pieces with the facts as one long break; whom and what they are about stays where nobody else is named."""
    inside = {at for told in facts for at in range(told.first, told.end)}
    elsewhere = any(one.name is not None for at, one in enumerate(pieces) if at not in inside)
    people = any(_is_person(one) for at, one in enumerate(pieces) if at not in inside)
    kept = set[int | None]() if people else {told.about for told in facts}
    if not elsewhere:
        kept |= {at for at in inside if (name := pieces[at].name) is not None and name.is_account}
    return tuple(
        replace(one, key="", sense=NOTHING, name=None, day=None, is_break=True, is_mark=False)
        if at in inside and at not in kept
        else one
        for at, one in enumerate(pieces)
    )


def drafts(text: str, pieces: Sequence[Piece], facts: Sequence[Told]) -> tuple[FactDraft, ...]:
    """The facts in words, each with whom it names."""
    return tuple(
        FactDraft(_said(text, pieces, told), _about(pieces, told), number)
        for number, told in enumerate(facts)
    )


def says_nothing_else(pieces: Sequence[Piece]) -> bool:
    """Whether nothing but names and small words stands beside the facts: then nothing happened."""
    return all(
        one.is_break or one.is_mark or one.name is not None or one.is_grammar for one in pieces
    )


def _begun(pieces: Sequence[Piece], first: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a fact may begin within a stretch, and how far it may go: to the next thing that happened or is promised."""
    starts = [first, *(at for at in range(first + 1, end) if is_conjunction(pieces[at]))]
    for at in starts:
        stops = (
            stop
            for stop in range(at + 1, end)
            if is_conjunction(pieces[stop]) and _goes_on(pieces[stop + 1 : end])
        )
        yield at, next(stops, end)


def _goes_on(rest: Sequence[Piece]) -> bool:
    """Whether something is promised or happens there; whom we know may be the subject of another fact."""
    return any(
        one.sense.cue is not None or one.sense.kind is not None or _is_person(one) for one in rest
    )


def _is_person(piece: Piece) -> bool:
    name = piece.name
    return name is not None and any(c.kind is NameKind.CONTACT for c in name.mention.candidates)


def _stretch(pieces: Sequence[Piece], first: int, end: int) -> _Stretch:
    words: list[str] = []
    starts: list[int] = []
    length = 0
    for piece in pieces[first:end]:
        word = _word(piece)
        starts.append(length)
        words.append(word)
        length += len(word) + 1
    return _Stretch(first, end, " ".join(words), tuple(starts))


def _word(piece: Piece) -> str:
    if piece.name is not None:
        return ("P" if piece.name.possessive else "N") if _is_person(piece) else "A"
    return "D" if piece.day is not None else piece.key


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The ways to tell a fact; the group `who` is whom it is about, `says` where what is told begins."""
    lead = rf"(?:[AN] : )?(?:(?:{w.LEAD}) )*"
    subject = rf"{lead}(?P<who>N|{w.HE}) "
    owner = rf"{lead}(?P<who>P|{w.HER}) "
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{subject}(?P<says>(?:{w.LIKES}) (?!(?:{w.NOT_LIKED})\b)(?!.*\b(?:{w.BUSINESS})\b).+)",
            rf"{subject}(?P<says>(?:{w.STATES})\b.*)",
            rf"{subject}(?P<says>(?:{w.HAS}) {w.COUNT} (?:\w+ )?(?:{w.RELATIVE})\b.*)",
            rf"{owner}(?P<says>(?:\w+ ){{0,2}}?(?:{w.RELATIVE}) (?!(?:\w+ )?(?:{w.ABSENT})\b).+)",
            rf"{owner}(?P<says>(?:{w.BIRTHDAY})\b.*(?:\d|D).*)",
            rf"{lead}(?P<says>(?:l )?(?:{w.BIRTHDAY}) (?:de|von|of|d) (?P<who>N)\b.*(?:\d|D).*)",
            rf"{lead}(?P<says>(?:la|le|les|l) (?:{w.RELATIVE}) de (?P<who>N) .+)",
        )
    )


@cache
def _markers() -> re.Pattern[str]:
    return re.compile(rf"(?:^|.* )(?P<mark>(?:{w.MARKER}) (?P<how>:|(?:{w.THAT})) )(?P<says>.+)")


@cache
def _private() -> re.Pattern[str]:
    lead = rf"(?:[AN] : )?(?:(?:{w.LEAD}) )*"
    return re.compile(rf"{lead}(?:(?P<who>N|{w.HE}) (?P<says>(?:{w.IS}) .+)|(?P<own>P|{w.HER}) .+)")


@cache
def _us() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{w.US})\b")


def _told(text: str, pieces: Sequence[Piece], first: int, end: int) -> Told | None:
    stretch = _stretch(pieces, first, end)
    ours = _us().search(stretch.words) or any(p.sense.cue is not None for p in pieces[first:end])
    for pattern in () if ours else _patterns():
        found = pattern.fullmatch(stretch.words)
        if found is not None:
            return _made(pieces, stretch, found, found.start("says"))
    return _nobodys_business(text, pieces, stretch)


def _nobodys_business(text: str, pieces: Sequence[Piece], stretch: _Stretch) -> Told | None:
    """`she is pregnant`, `Dana's illness`: taken for a fact, so that it is refused and not kept in the text."""
    found = _private().fullmatch(stretch.words)
    if found is None:
        return None
    says = found.start("says") if found["who"] else found.end("own") + 1
    near = pieces[stretch.piece_at(says) : stretch.end][:_NEAR]
    for one in near:
        if private_in(text[near[0].start : one.stop]) is not None:
            return _made(pieces, stretch, found, says, "who" if found["who"] else "own")
        if one.sense.is_anchor:  # `is happy with the therapy`: a feeling about something else
            return None
    return None


def _marked(pieces: Sequence[Piece], first: int, end: int) -> Told | None:
    """`learned: her daughter studies in Lyon`."""
    stretch = _stretch(pieces, first, end)
    found = _markers().fullmatch(stretch.words)
    if found is None:
        return None
    begins = stretch.piece_at(found.start("mark"))
    says = stretch.piece_at(found.start("says"))
    meant = found["how"] == ":" or not any(p.sense.cue is not None for p in pieces[says:end])
    if not meant or (found["how"] != ":" and _us().search(found["says"])):
        return None
    if begins > first and is_conjunction(pieces[begins - 1]):
        begins -= 1
    inner = _stretch(pieces, says, end)
    for pattern in _patterns():
        told = pattern.fullmatch(inner.words)
        if told is not None:
            return replace(_made(pieces, inner, told, told.start("says")), first=begins)
    about = next((at for at in range(says, end) if _is_person(pieces[at])), None)
    return Told(begins, end, says, about)


def _made(
    pieces: Sequence[Piece], stretch: _Stretch, found: re.Match[str], says: int, who: str = "who"
) -> Told:
    about = stretch.piece_at(found.start(who))
    named = about if _is_person(pieces[about]) else None
    return Told(stretch.first, stretch.end, stretch.piece_at(says), named)


def _said(text: str, pieces: Sequence[Piece], told: Told) -> str:
    """What is told, as it was typed from where it begins, with a capital."""
    words = text[pieces[told.says].start : pieces[told.end - 1].stop]
    said = " ".join(words.split()).strip(_EDGES) or " ".join(words.split())
    return said[:1].upper() + said[1:]


def _about(pieces: Sequence[Piece], told: Told) -> Mention | None:
    """Whom it names, else who was named last before it."""
    places = [told.about] if told.about is not None else range(told.first - 1, -1, -1)
    for at in places:
        name = pieces[at].name
        if name is not None and _is_person(pieces[at]):
            return name.mention
    return None
