"""Part a line into what happened, what was promised and what comes next."""

from collections.abc import Sequence
from datetime import date

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.sentence.heads import Heads
from sponsor_app.domain.sentence.joining import Joiner
from sponsor_app.domain.sentence.languages import marked
from sponsor_app.domain.sentence.limits import Limits
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.parts import Clause, ClauseSort, Reader
from sponsor_app.domain.sentence.pieces import Piece, segments
from sponsor_app.domain.sentence.senses import Cue, Word
from sponsor_app.domain.sentence.subjects import Subject, find_subject


def find_clauses(pieces: Sequence[Piece], code: str, today: date) -> list[Clause]:
    """The clauses of a line in order; every piece but the breaks between them is in one."""
    finder = _Finder(pieces, code, today)
    found: list[Clause] = []
    for first, end in segments(pieces):
        found.extend(finder.part(first, end, found[-1] if found else None))
    return Joiner(pieces, code, today).joined(found)


class _Finder(Reader):
    """Finds the clauses between two breaks."""

    def __init__(self, pieces: Sequence[Piece], code: str, today: date) -> None:
        super().__init__(pieces, code, today)
        self.limits = Limits(pieces, code, today)
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
                found.extend(self.limits.rest(at, clause.first, found[-1] if found else before))
            found.append(clause)
            at = clause.end
        if at < end:
            found.extend(self.limits.rest(at, end, found[-1] if found else before))
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
        while start > at and (
            self.pieces[start - 1].sense.cue in (Cue.WILL, Cue.MUST, Cue.PLAN)
            or self.pieces[start - 1].sense.verb is not None
        ):
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
            content_seen = content_seen or (due_seen and self._has_said_it(head))
        return end

    def _has_said_it(self, head: int) -> bool:
        """Whether what is promised stands before its day: `pricing promised by Fri`, `credit by 1 Dec`."""
        before = self.pieces[head - 1] if head > 0 else None
        if before is not None and (before.is_content or before.day is not None):
            return True
        head_piece = self.pieces[head]
        after = self.pieces[head + 1] if head + 1 < len(self.pieces) else None
        itself = head_piece.sense.verb is not None and head_piece.sense.cue is None
        return itself and after is not None and after.day is not None

    def _begins_anew(self, at: int, end: int, *, due_seen: bool) -> bool:
        piece = self.pieces[at]
        after = at + 1
        if piece.sense.word in (Word.AND, Word.BUT):
            return self._anew_after_and(after, end, due_seen=due_seen)
        if piece.sense.cue is Cue.NEXT or piece.key in marked(Mark.ANOTHER_CLAUSE):
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
            before = self.object_start(at, head)
            if not self.says(before, head):
                before = self.engagement_start(at, before)
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

    def _direction(self, head: int, start: int, stop: int, subject: Subject | None) -> Direction:
        cue = self.pieces[head].sense.cue
        if cue is Cue.TO_US:
            return Direction.THEIRS
        if cue is Cue.AWAIT and subject is not None and self.pieces[subject.at].is_content:
            subject = None  # `PO expected by Friday`: what is awaited awaits nothing itself
        wants = self.code == "de" and self.pieces[head].key in marked(Mark.WANTS)
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
