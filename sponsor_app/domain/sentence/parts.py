"""The clauses of a line as values, and what their pieces tell alike to all who part it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.sentence.days import Lean, date_of
from sponsor_app.domain.sentence.pieces import Piece
from sponsor_app.domain.sentence.senses import Cue, Word
from sponsor_app.domain.sentence.subjects import Subject

_IN_OBJECTS = frozenset({None, Cue.WILL, Cue.MUST, Cue.PLAN, Cue.AGAIN, Cue.TO_DO})


class ClauseSort(StrEnum):
    """What a clause tells of."""

    MEETING = "meeting"
    PROMISE = "promise"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Clause:
    """Pieces `[first, end)`. `head` is the piece that makes it a promise, -1 when only its limit does.

    A meeting `ahead` is one that is meant and was not held.
    """

    first: int
    end: int
    sort: ClauseSort
    head: int = -1
    direction: Direction = Direction.OURS
    subject: Subject | None = None
    ahead: bool = False


class Reader:
    """The pieces of a line, read on a day."""

    def __init__(self, pieces: Sequence[Piece], code: str, today: date) -> None:
        self.pieces = pieces
        self.code = code
        self.today = today

    def is_ahead(self, piece: Piece) -> bool:
        """Whether a day may lie ahead, so that something can be due on it."""
        return is_ahead(piece, self.today)

    def says(self, first: int, end: int) -> bool:
        """Whether a stretch names anything."""
        return any(p.is_content or p.sense.intent is not None for p in self.pieces[first:end])

    def object_start(self, first: int, head: int) -> int:
        """Where the words before `head` begin that it speaks of: after the last thing that is of the meeting."""
        at = head
        while at > first and self._may_be_object(first, at - 1):
            at -= 1
        return self._past_reason(at, head)

    def _past_reason(self, at: int, head: int) -> int:
        """`verärgert wegen Ausfall Bericht bis morgen`: what follows a feeling and `wegen` is the reason for it."""
        felt = 0 < at < head and self.pieces[at - 1].sense.mood is not None
        if not felt or self.pieces[at].sense.word is not Word.ABOUT:
            return at
        after = at + 1
        while after < head and self.pieces[after].is_grammar:
            after += 1
        return after + 1 if self.says(after + 1, head) else at

    def _may_be_object(self, first: int, at: int) -> bool:
        piece = self.pieces[at]
        if piece.day is not None:
            return self.is_ahead(piece)
        if piece.name is not None:
            governed = at > first and (
                self.pieces[at - 1].sense.word in (Word.WITH, Word.AT)
                or self.pieces[at - 1].sense.kind is not None
            )
            return not governed
        if piece.sense.cue not in _IN_OBJECTS:
            return False
        return not piece.sense.is_anchor and piece.sense.word not in (Word.WITH, Word.AT)

    def engagement_start(self, first: int, at: int) -> int:
        """`demo by Friday` after the meeting was told: what else would be held is what is promised."""
        said = any(p.sense.kind is not None for p in self.pieces[:first])
        if not said or at - 1 < first or self.pieces[at - 1].sense.kind is None:
            return at
        start = at - 1
        while start > first and self.pieces[start - 1].is_grammar:
            start -= 1
        return start if start == first else at


def is_ahead(piece: Piece, today: date) -> bool:
    """Whether the day of a piece, said of something to come, is not past."""
    if piece.day is None or piece.day.reading is None:
        return False
    found = date_of(piece.day.reading, today, Lean.FUTURE, by=piece.day.by)
    return found is not None and found >= today
