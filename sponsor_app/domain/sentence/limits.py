"""Promises without a word of promising: `pricing by Friday`, `Angebot bis morgen`, `devis pour vendredi`."""

from itertools import pairwise

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.sentence.days import Period, Shift
from sponsor_app.domain.sentence.languages import marked
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.parts import Clause, ClauseSort, Reader
from sponsor_app.domain.sentence.pieces import Piece, is_conjunction
from sponsor_app.domain.sentence.senses import Word
from sponsor_app.domain.sentence.subjects import Subject
from sponsor_app.domain.sentence.values import NameKind

LONGEST_IMPLIED = 8
LONGEST_NOUN = 3


def _from_whom(piece: Piece) -> Direction | None:
    """`de leur part`: whose it is, said outright."""
    if piece.key in marked(Mark.THEIR_PART):
        return Direction.THEIRS
    return Direction.OURS if piece.key in marked(Mark.OUR_PART) else None


class Limits(Reader):
    """Finds what is promised only by setting a day for it."""

    def rest(self, first: int, end: int, before: Clause | None) -> list[Clause]:
        """A stretch without a word of promising: a promise all the same when it sets a limit, else the meeting."""
        before = self._carried(first, end, before)
        limit = next((at for at in range(first, end) if self._is_limit(at, before)), None)
        if limit is None:
            return [Clause(first, end, ClauseSort.MEETING)]
        labelled = self._label(first, limit)
        start = self.object_start(first if labelled is None else labelled.at + 2, limit)
        if before is not None and (before.end == first or is_conjunction(self.pieces[first])):
            start = first
        if start == limit or not self.says(start, limit):
            start = self.engagement_start(first, start)
        if not self._is_implied(start, limit, end, carried=before is not None):
            return [Clause(first, end, ClauseSort.MEETING)]
        said = next(
            (p.sense.who for p in self.pieces[start:limit] if p.sense.who is not None), None
        )
        if said is None:
            said = before.direction if before is not None else None
        direction = labelled.direction if labelled else said or self._implied_direction(start, end)
        stop = end if start == limit else self._implied_end(limit, end)
        found = [Clause(first, start, ClauseSort.MEETING)] if start > first else []
        found.append(Clause(start, stop, ClauseSort.PROMISE, -1, direction, labelled))
        return found + (self.rest(stop, end, found[-1]) if stop < end else [])

    def _carried(self, first: int, end: int, before: Clause | None) -> Clause | None:
        """The promise that a stretch goes on with: after a comma only `and a demo next month`, no meal and nobody."""
        if before is None or before.sort is not ClauseSort.PROMISE or before.end == first:
            return before if before is not None and before.sort is ClauseSort.PROMISE else None
        listed = is_conjunction(self.pieces[first]) and not any(
            p.name is not None
            or p.sense.who is not None
            or p.sense.mood is not None
            or (p.sense.kind is not None and p.sense.intent is None)
            for p in self.pieces[first:end]
        )
        return before if listed else None

    def _label(self, first: int, limit: int) -> Subject | None:
        """`Dana: PO by Monday`: who stands before the colon."""
        name = self.pieces[first].name
        if (
            name is None
            or name.is_account
            or first + 2 >= limit
            or self.pieces[first + 1].key != ":"
        ):
            return None
        mention = name.mention
        ours = mention.candidates[0].kind is NameKind.MEMBER
        return Subject(Direction.OURS if ours else Direction.THEIRS, first, mention.text)

    def _is_limit(self, at: int, before: Clause | None) -> bool:
        piece = self.pieces[at]
        if piece.day is None or piece.day.since or not self.is_ahead(piece):
            return False
        return (
            piece.day.by
            or self._is_soon_after_meeting(at)
            or before is not None
            or self._says_from_whom(at)
        )

    def _says_from_whom(self, at: int) -> bool:
        """`specs from them Monday`, `retour de sa part vendredi`: only what is to come is said so."""
        start = max((i for i in range(at) if self.pieces[i].is_break), default=-1) + 1
        own = self.pieces[start:at]
        told = any(p.sense.kind is not None for p in self.pieces[:start])
        led = any(p.key in marked(Mark.FROM) and q.sense.whom is not None for p, q in pairwise(own))
        return told and (led or any(_from_whom(p) is not None for p in own))

    def _is_soon_after_meeting(self, at: int) -> bool:
        """`Rückruf morgen`, `deck next week`, once the meeting was told: a day that can only be to come."""
        day = self.pieces[at].day
        sure = day is not None and isinstance(day.reading, (Shift, Period)) and not day.soft
        own = range(max((i for i in range(at) if self.pieces[i].is_break), default=-1) + 1, at)
        short = 0 < len(own) <= LONGEST_NOUN and all(self.pieces[i].name is None for i in own)
        told = any(p.sense.kind is not None for p in self.pieces[: own.start])
        return (
            sure and short and told and not any(self.pieces[i].sense.who is not None for i in own)
        )

    def _is_implied(self, start: int, limit: int, end: int, *, carried: bool) -> bool:
        stretch = self.pieces[start:limit]
        if start == limit:
            return self._is_limit_first(limit, end)
        engaged = any(p.sense.kind is not None for p in stretch)
        if not self.says(start, limit) and not engaged:
            return False
        if any(
            p.sense.word is Word.BE or p.sense.mood is not None or p.sense.place is not None
            for p in stretch
        ):
            return False
        return carried or len(stretch) <= LONGEST_IMPLIED

    def _is_limit_first(self, limit: int, end: int) -> bool:
        """`bis KW 50 Entscheidung`, `by Friday the deck`."""
        after = self.pieces[limit + 1 : end]
        plain = not any(p.sense.is_anchor or p.sense.word is Word.BE or p.name for p in after)
        return plain and self.says(limit + 1, end) and len(after) <= LONGEST_IMPLIED

    def _implied_direction(self, first: int, end: int) -> Direction:
        pieces = self.pieces[first:end]
        said = next((side for p in pieces if (side := _from_whom(p)) is not None), None)
        if said is not None:
            return said
        theirs = any(
            p.sense.who is Direction.THEIRS or p.key in marked(Mark.THEIRS_TO_GIVE) for p in pieces
        )
        theirs = theirs or any(
            p.key in marked(Mark.FROM) and (q.name is not None or q.sense.whom is Direction.THEIRS)
            for p, q in pairwise(pieces)
        )
        return Direction.THEIRS if theirs else Direction.OURS

    def _implied_end(self, limit: int, end: int) -> int:
        for at in range(limit + 1, end):
            piece = self.pieces[at]
            if is_conjunction(piece) or piece.sense.is_anchor or piece.day is not None:
                return at
        return end
