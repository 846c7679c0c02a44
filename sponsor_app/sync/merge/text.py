"""Two people rewrote one text: put both rewritings into what they started from, and show where they cannot both be.

The classic three-way merge (Khanna, Kunal, Pierce, "A Formal Investigation of Diff3", 2007): first by lines, then
by words where lines disagree. It is offered to a person, never done on its own.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
MOST_TOKENS = 20_000
"""Longer texts are disputed as a whole: comparing them would take longer than reading them."""


class Agreed(NamedTuple):
    """Text that both accept: neither changed it, or one did, or both alike."""

    text: str


class Disputed(NamedTuple):
    """What both rewrote, each otherwise, and what stood there."""

    base: str
    mine: str
    theirs: str


Piece = Agreed | Disputed
Tokens = Sequence[str]


def merge(base: str, mine: str, theirs: str) -> tuple[Piece, ...]:
    """The pieces of the merged text, in order; neighbours of one kind are joined."""
    lines = _merge(*(text.splitlines(keepends=True) for text in (base, mine, theirs)))
    pieces = [
        finer
        for piece in lines
        for finer in (_by_words(piece) if isinstance(piece, Disputed) else [piece])
    ]
    return tuple(_joined(pieces))


def clean(pieces: Sequence[Piece]) -> str | None:
    """The merged text, or None while something is disputed."""
    agreed = [piece.text for piece in pieces if isinstance(piece, Agreed)]
    return "".join(agreed) if len(agreed) == len(pieces) else None


def _by_words(piece: Disputed) -> list[Piece]:
    return list(_merge(*(TOKENS.findall(text) for text in piece)))


def _merge(base: Tokens, mine: Tokens, theirs: Tokens) -> Iterator[Piece]:
    if max(map(len, (base, mine, theirs))) > MOST_TOKENS:
        yield _settle("".join(base), "".join(mine), "".join(theirs))
        return
    common = [Common(0, 0, 0, 0), *_common(base, mine, theirs)]
    common.append(Common(len(base), len(mine), len(theirs), 0))
    for left, right in pairwise(common):
        yield Agreed("".join(base[left.base : left.base + left.size]))
        yield _settle(
            "".join(base[left.base + left.size : right.base]),
            "".join(mine[left.mine + left.size : right.mine]),
            "".join(theirs[left.theirs + left.size : right.theirs]),
        )


class Common(NamedTuple):
    """A run of tokens that all three texts have, and where it begins in each."""

    base: int
    mine: int
    theirs: int
    size: int


def _common(base: Tokens, mine: Tokens, theirs: Tokens) -> Iterator[Common]:
    ours = SequenceMatcher(None, base, mine, autojunk=False).get_matching_blocks()
    others = SequenceMatcher(None, base, theirs, autojunk=False).get_matching_blocks()
    i = j = 0
    while i < len(ours) and j < len(others):
        one, other = ours[i], others[j]
        start = max(one.a, other.a)
        end = min(one.a + one.size, other.a + other.size)
        if start < end:
            yield Common(start, start - one.a + one.b, start - other.a + other.b, end - start)
        if one.a + one.size < other.a + other.size:
            i += 1
        else:
            j += 1


def _settle(base: str, mine: str, theirs: str) -> Piece:
    if mine in (base, theirs):
        return Agreed(theirs)
    return Agreed(mine) if theirs == base else Disputed(base, mine, theirs)


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    text = ""
    for piece in pieces:
        if isinstance(piece, Agreed):
            text += piece.text
            continue
        if text:
            yield Agreed(text)
        text = ""
        yield piece
    if text:
        yield Agreed(text)
