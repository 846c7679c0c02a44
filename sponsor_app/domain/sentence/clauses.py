"""Part a line into what happened, what was promised and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.sentence.days import Lean, Period, Shift, date_of
from sponsor_app.domain.sentence.heads import Heads
from sponsor_app.domain.sentence.pieces import Piece, is_conjunction, segments
from sponsor_app.domain.sentence.senses import Cue, Word
from sponsor_app.domain.sentence.subjects import Subject, find_subject

LONGEST_IMPLIED = 8
LONGEST_NOUN = 3
_IN_OBJECTS = frozenset({None, Cue.WILL, Cue.MUST, Cue.PLAN, Cue.AGAIN, Cue.TO_DO})
_ANOTHER_CLAUSE = frozenset({"when", "while", "als", "wahrend", "quand", "lorsque", "pendant que"})


class ClauseSort(StrEnum):
    """What a clause tells of."""

    MEETING = "meeting"
    PROMISE = "promise"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Clause:
    """Pieces `[first, end)`. `head` is the piece that makes it a promise, -1 when only its limit does."""

    first: int
    end: int
    sort: ClauseSort
    head: int = -1
    direction: Direction = Direction.OURS
    subject: Subject | None = None


def find_clauses(pieces: Sequence[Piece], code: str, today: date) -> list[Clause]:
    """The clauses of a line in order; every piece but the breaks between them is in one."""
    finder = _Finder(pieces, code, today)
    found: list[Clause] = []
    for first, end in segments(pieces):
        found.extend(finder.part(first, end, found[-1] if found else None))
    return finder.joined(found)


class _Finder:
    def __init__(self, pieces: Sequence[Piece], code: str, today: date) -> None:
        self.pieces = pieces
        self.code = code
        self.today = today
        self.heads = Heads(pieces, code, today)

    def part(self, first: int, end: int, before: Clause | None) -> list[Clause]:
        """The clauses of one stretch between breaks."""
        found: list[Clause] = []
        at = first
        while at < end:
            head = self.heads.first_in(at, end)
            if head is None:
                break
            clause = self._clause(at, head, end)
            if clause.first > at:
                found.extend(self._rest(at, clause.first, found[-1] if found else None))
            found.append(clause)
            at = clause.end
        if at < end:
            found.extend(self._rest(at, end, found[-1] if found else None))
        return found

    def _clause(self, at: int, head: int, end: int) -> Clause:
        subject = find_subject(self.pieces, at, head, end, self.code)
        if self.heads.is_next(head, at, end):
            start = min(head, subject.at) if subject is not None else head
            start = self._over_modal(start, at)
            return Clause(start, self._next_end(head, end), ClauseSort.NEXT, head)
        stop = self._promise_end(head, end)
        start = self._promise_start(at, head, stop, subject)
        direction = self._direction(head, start, stop, subject)
        return Clause(start, stop, ClauseSort.PROMISE, head, direction, subject)

    def _over_modal(self, start: int, at: int) -> int:
        while start > at and self.pieces[start - 1].sense.cue in (Cue.WILL, Cue.MUST, Cue.PLAN):
            start -= 1
        return start

    def _next_end(self, head: int, end: int) -> int:
        for at in range(head + 1, end):
            if self.heads.is_promise(at, head + 1, end) and self.pieces[at].sense.kind is None:
                subject = find_subject(self.pieces, head + 1, at, end, self.code)
                return subject.at if subject is not None else at
        return end

    def _promise_end(self, head: int, end: int) -> int:
        """Where the promise ends: at the next one, or after its day when something else begins."""
        due_seen = content_seen = False
        for at in range(head + 1, end):
            piece = self.pieces[at]
            if content_seen and self._begins_anew(at, end, due_seen=due_seen):
                return at
            if piece.day is not None and self.is_ahead(piece):
                due_seen = True
            content_seen = (
                content_seen or piece.is_content or piece.sense.is_anchor or piece.name is not None
            )
            content_seen = content_seen or (due_seen and self._has_left_object(head))
        return end

    def _has_left_object(self, head: int) -> bool:
        return head > 0 and (
            self.pieces[head - 1].is_content or self.pieces[head - 1].day is not None
        )

    def _begins_anew(self, at: int, end: int, *, due_seen: bool) -> bool:
        piece = self.pieces[at]
        after = at + 1
        if piece.sense.word in (Word.AND, Word.BUT):
            return self._anew_after_and(after, end, due_seen=due_seen)
        if piece.sense.cue is Cue.NEXT or piece.key in _ANOTHER_CLAUSE:
            return True
        if piece.sense.who is not None or piece.name is not None:
            return self._is_predicate(after, end)
        if not due_seen:
            return False
        return piece.sense.is_anchor or piece.sense.cue in (Cue.PROMISED, Cue.OWE, Cue.AGAIN)

    def _anew_after_and(self, at: int, end: int, *, due_seen: bool) -> bool:
        if at >= end:
            return True
        if due_seen:
            return True
        while at < end and self.pieces[at].sense.word in (
            Word.ADVERB,
            Word.THEIR,
            Word.OUR,
            Word.FILLER,
        ):
            at += 1
        if at >= end:
            return False
        sense = self.pieces[at].sense
        if sense.cue in (Cue.PROMISED, Cue.OWE, Cue.WILL, Cue.NEXT):
            return True
        subject = (
            sense.who is not None
            or self.pieces[at].name is not None
            or sense.word in (Word.ROLE, Word.GROUP)
        )
        return subject and self._is_predicate(at + 1, end)

    def _is_predicate(self, at: int, end: int) -> bool:
        """Whether a finite verb stands here, so that what is before it is a new subject."""
        while at < end and self.pieces[at].sense.word is Word.ADVERB:
            at += 1
        if at >= end:
            return False
        sense = self.pieces[at].sense
        if sense.word is Word.BE or sense.cue in (Cue.PROMISED, Cue.WILL, Cue.OWE, Cue.MUST):
            return True
        return sense.verb is not None and sense.verb.side is Direction.THEIRS

    def _promise_start(self, at: int, head: int, stop: int, subject: Subject | None) -> int:
        start = min(head, subject.at) if subject is not None else head
        if not self._has_content(head + 1, stop) or self._ends_german(head, stop):
            before = self._object_start(at, head)
            if not self._says(before, head):
                before = self._engagement_start(at, before)
            start = min(start, before)
            if self.code == "de":
                start = min(
                    [start, *(i for i in range(at, head) if self.pieces[i].sense.aux is not None)]
                )
        while start > at and self._leads(self.pieces[start - 1]):
            start -= 1
        return start

    def _ends_german(self, head: int, stop: int) -> bool:
        return self.code == "de" and head == stop - 1

    def _leads(self, piece: Piece) -> bool:
        """Words before a promise that belong to it: its limit, and, an auxiliary."""
        if piece.day is not None:
            return piece.day.by and self.is_ahead(piece)
        sense = piece.sense
        return sense.aux is not None or sense.word in (Word.AND, Word.BUT, Word.ADVERB, Word.TO)

    def _has_content(self, first: int, end: int) -> bool:
        return any(p.is_content or p.sense.is_anchor for p in self.pieces[first:end])

    def _object_start(self, first: int, head: int) -> int:
        """Where the words before `head` begin that it speaks of: after the last thing that is of the meeting."""
        at = head
        while at > first and self._may_be_object(first, at - 1):
            at -= 1
        return at

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

    def _direction(self, head: int, start: int, stop: int, subject: Subject | None) -> Direction:
        cue = self.pieces[head].sense.cue
        if cue is Cue.TO_US:
            return Direction.THEIRS
        wants = self.code == "de" and self.pieces[head].key in {"will", "wollen", "wollte"}
        if wants and any(p.sense.verb is not None for p in self.pieces[head:stop]):
            return subject.direction if subject is not None else Direction.THEIRS
        if wants or cue in (Cue.REQUEST, Cue.AWAIT):
            from_us = cue is Cue.AWAIT if subject is None else subject.direction is Direction.OURS
            return Direction.THEIRS if from_us else Direction.OURS
        if subject is not None:
            return subject.direction
        return self._unsaid_direction(head, start, stop)

    def _unsaid_direction(self, head: int, start: int, stop: int) -> Direction:
        sense = self.pieces[head].sense
        for piece in self.pieces[start:head]:
            if piece.sense.aux is not None and (
                piece.sense.word is not Word.TO or sense.cue is Cue.PROMISED
            ):
                return piece.sense.aux
        near = self.pieces[max(start, head - 1) : min(head + 2, stop)]
        if sense.cue is Cue.OWE and any(p.sense.whom is Direction.OURS for p in near):
            return Direction.THEIRS
        if sense.verb is not None and sense.cue is None:
            return sense.verb.side or Direction.OURS
        return Direction.OURS

    def is_ahead(self, piece: Piece) -> bool:
        """Whether a day may lie ahead, so that something can be due on it."""
        return is_ahead(piece, self.today)

    def _rest(self, first: int, end: int, before: Clause | None) -> list[Clause]:
        """A stretch without a word of promising: a promise all the same when it sets a limit, else the meeting."""
        limit = next((at for at in range(first, end) if self._is_limit(at, before)), None)
        if limit is None:
            return [Clause(first, end, ClauseSort.MEETING)]
        start = self._object_start(first, limit)
        if start == limit or not self._says(start, limit):
            start = self._engagement_start(first, start)
        carried = before is not None and before.sort is ClauseSort.PROMISE
        if not self._is_implied(start, limit, end, carried=carried):
            return [Clause(first, end, ClauseSort.MEETING)]
        said = next(
            (p.sense.who for p in self.pieces[start:limit] if p.sense.who is not None), None
        )
        if said is None:
            said = before.direction if carried and before is not None else None
        direction = said or self._implied_direction(start, end)
        stop = end if start == limit else self._implied_end(limit, end)
        found = [Clause(first, start, ClauseSort.MEETING)] if start > first else []
        found.append(Clause(start, stop, ClauseSort.PROMISE, -1, direction))
        return found + (self._rest(stop, end, found[-1]) if stop < end else [])

    def _says(self, first: int, end: int) -> bool:
        return any(p.is_content or p.sense.intent is not None for p in self.pieces[first:end])

    def _engagement_start(self, first: int, at: int) -> int:
        """`demo by Friday` after the meeting was told: what else would be held is what is promised."""
        said = any(p.sense.kind is not None for p in self.pieces[:first])
        if not said or at - 1 < first or self.pieces[at - 1].sense.kind is None:
            return at
        start = at - 1
        while start > first and self.pieces[start - 1].is_grammar:
            start -= 1
        return start if start == first else at

    def _is_limit(self, at: int, before: Clause | None) -> bool:
        piece = self.pieces[at]
        if piece.day is None or piece.day.since or not self.is_ahead(piece):
            return False
        return (
            piece.day.by
            or self._is_soon_after_meeting(at)
            or (before is not None and before.sort is ClauseSort.PROMISE)
        )

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
        if not self._says(start, limit) and not engaged:
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
        return plain and self._says(limit + 1, end) and len(after) <= LONGEST_IMPLIED

    def _implied_direction(self, first: int, end: int) -> Direction:
        pieces = self.pieces[first:end]
        theirs = any(p.sense.who is Direction.THEIRS for p in pieces) or any(
            p.key in {"from", "von", "de"}
            and (q.name is not None or q.sense.whom is Direction.THEIRS)
            for p, q in pairwise(pieces)
        )
        return Direction.THEIRS if theirs else Direction.OURS

    def _implied_end(self, limit: int, end: int) -> int:
        for at in range(limit + 1, end):
            piece = self.pieces[at]
            if is_conjunction(piece) or piece.sense.is_anchor or piece.day is not None:
                return at
        return end

    def joined(self, clauses: list[Clause]) -> list[Clause]:
        """The clauses with promises put together that a comma parted."""
        result: list[Clause] = []
        for clause in clauses:
            merged = self._merged(result[-1], clause) if result else None
            if merged is not None:
                result[-1] = merged
            else:
                result.append(clause)
        return result

    def _merged(self, before: Clause, clause: Clause) -> Clause | None:
        if before.sort is ClauseSort.NEXT:
            return self._merged_next(before, clause)
        if before.sort is not ClauseSort.PROMISE or before.end == clause.first:
            return None
        if not self._text_in(before):
            return self._after_bare_head(before, clause)
        if self._due_in(before):
            return None
        if clause.sort is ClauseSort.PROMISE and clause.head < 0 and self._has_limit(clause):
            return replace(before, end=clause.end)
        return replace(before, end=clause.end) if self._is_day_only(clause) else None

    def _merged_next(self, before: Clause, clause: Clause) -> Clause | None:
        dated = any(p.day is not None for p in self.pieces[before.first : before.end])
        begins = next((p for p in self.pieces[clause.first : clause.end] if not p.is_grammar), None)
        ahead = begins is not None and begins.day is not None and self.is_ahead(begins)
        if dated or clause.sort is not ClauseSort.MEETING or not ahead:
            return None
        return replace(before, end=clause.end)

    def _after_bare_head(self, before: Clause, clause: Clause) -> Clause | None:
        """`versprochen, bis Freitag die Preise zu schicken`, `actions: send pricing`."""
        if clause.sort is ClauseSort.MEETING and any(
            p.sense.is_anchor for p in self.pieces[clause.first : clause.end]
        ):
            return None
        if clause.sort is ClauseSort.NEXT:
            return None
        own = clause.sort is ClauseSort.PROMISE and clause.subject is not None
        direction = clause.direction if own else before.direction
        head = (
            clause.head if clause.sort is ClauseSort.PROMISE and clause.head >= 0 else before.head
        )
        return Clause(
            before.first,
            clause.end,
            ClauseSort.PROMISE,
            head,
            direction,
            clause.subject or before.subject,
        )

    def _text_in(self, clause: Clause) -> bool:
        return any(
            at != clause.head and (p.is_content or p.sense.is_anchor or p.sense.intent is not None)
            for at, p in enumerate(self.pieces[clause.first : clause.end], clause.first)
        ) or (clause.head >= 0 and self.pieces[clause.head].sense.verb is not None)

    def _has_limit(self, clause: Clause) -> bool:
        return any(p.day is not None and p.day.by for p in self.pieces[clause.first : clause.end])

    def _due_in(self, clause: Clause) -> bool:
        return any(
            p.day is not None and self.is_ahead(p) for p in self.pieces[clause.first : clause.end]
        )

    def _is_day_only(self, clause: Clause) -> bool:
        pieces = self.pieces[clause.first : clause.end]
        if not any(p.day is not None and not p.day.since and self.is_ahead(p) for p in pieces):
            return False
        return all(p.day is not None or p.is_grammar or p.is_mark for p in pieces)


def is_ahead(piece: Piece, today: date) -> bool:
    """Whether the day of a piece, said of something to come, is not past."""
    if piece.day is None or piece.day.reading is None:
        return False
    found = date_of(piece.day.reading, today, Lean.FUTURE, by=piece.day.by)
    return found is not None and found >= today
