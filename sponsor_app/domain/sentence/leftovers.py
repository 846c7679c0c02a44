"""What was not understood, as it was typed, and the spans of all that was."""

from collections.abc import Iterable, Sequence

from sponsor_app.domain.sentence.languages import marked
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.pieces import Piece, is_conjunction
from sponsor_app.domain.sentence.senses import Word
from sponsor_app.domain.sentence.values import Role, Span

_EDGES = " \t\n,;:.!?()[]{}|•·–—-…\"“”'"


def left_over(
    pieces: Sequence[Piece], taken: frozenset[int], told: frozenset[int]
) -> list[tuple[int, int]]:
    """The stretches of pieces nobody took, as [first, end). `told` are pieces whose every word is kept elsewhere."""
    found: list[tuple[int, int]] = []
    for at in range(len(pieces)):
        if at in told or at in taken or not _is_left(pieces, at):
            continue
        if found and _runs_on(pieces, found[-1][1], at, taken | told):
            found[-1] = (found[-1][0], at + 1)
        else:
            end = found[-1][1] if found else 0
            found.append((_lead(pieces, at, end, taken | told), at + 1))
    return [(first, _trail(pieces, end, taken | told)) for first, end in found]


def _trail(pieces: Sequence[Piece], end: int, taken: frozenset[int]) -> int:
    """The end with the small words that follow, when nothing else does before the next break."""
    last = end
    while last < len(pieces) and not pieces[last].is_break:
        if last in taken or not (
            pieces[last].is_grammar or pieces[last].is_mark or pieces[last].sense.cue is not None
        ):
            return end
        last += 1
    return last


def _is_left(pieces: Sequence[Piece], at: int) -> bool:
    piece = pieces[at]
    if piece.name is not None or piece.day is not None:
        return True
    if piece.key in marked(Mark.MINUTES) and at > 0 and pieces[at - 1].key.isdecimal():
        return False
    if (
        piece.key.isdecimal()
        and at + 1 < len(pieces)
        and pieces[at + 1].key in marked(Mark.MINUTES)
    ):
        return False
    if not piece.is_content or piece.sense.is_anchor or piece.sense.intent is not None:
        return False
    if piece.sense.cue is not None and piece.sense.verb is None:
        return False
    return not (piece.sense.word in (Word.ROLE, Word.SITE) and _beside_name(pieces, at))


def _beside_name(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a role or site only describes somebody who is named."""
    for step in (-1, 1):
        for distance in (1, 2):
            place = at + step * distance
            if 0 <= place < len(pieces) and pieces[place].name is not None:
                return True
    return False


def _runs_on(pieces: Sequence[Piece], end: int, at: int, taken: frozenset[int]) -> bool:
    """Whether only small words stand between two pieces that are left."""
    return all(
        (p.is_grammar or p.is_mark) and place not in taken
        for place, p in enumerate(pieces[end:at], end)
    )


def _lead(pieces: Sequence[Piece], at: int, floor: int, taken: frozenset[int]) -> int:
    """Where a leftover begins with the small words that lead to it."""
    start = at
    while start > floor and start - 1 not in taken and pieces[start - 1].is_grammar:
        start -= 1
    while start < at and is_conjunction(pieces[start]):
        start += 1
    return start


def joined(text: str, stretches: Iterable[tuple[int, int]]) -> str | None:
    """The characters `[start, end)` of each stretch, tidied, with semicolons between; None when there are none."""
    said = [" ".join(text[start:end].split()).strip(_EDGES) for start, end in stretches]
    return "; ".join(s for s in said if s) or None


def ordered_spans(text: str, marks: Iterable[tuple[int, int, Role]]) -> tuple[Span, ...]:
    """The marks as spans in order; of two that overlap the earlier stays and the later keeps what is left of it."""
    spans: list[Span] = []
    for start, end, role in sorted(marks, key=lambda m: (m[0], m[1])):
        begin = max(start, spans[-1].end) if spans else start
        while begin < end and text[begin].isspace():
            begin += 1
        if begin < end:
            spans.append(Span(begin, end, role, text[begin:end]))
    return tuple(spans)


def tidied(text: str) -> str:
    """The whole text: blanks joined, lines kept, empty lines dropped; no other character is touched."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
