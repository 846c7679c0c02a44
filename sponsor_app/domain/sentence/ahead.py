"""Lines that look ahead: what is still to be done is a plan, and restarts no clock until it was held.

A line only looks ahead when it tells of nothing that happened: no engagement behind us, no mood, no place, no day gone
by, nothing that anybody said. Then `I will call Dana on Friday` is a call planned for Friday and not a promise beside
it: nobody was promised anything, and one thing to do shall stand in one list, the plan. Said after a meeting that is
told (`coffee with Dana, I will call her on Friday`), or by a limit (`will call Dana by Friday`), it is a promise.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.sentence.days import Lean, Month, date_of
from sponsor_app.domain.sentence.kinds import is_talk
from sponsor_app.domain.sentence.languages import marked
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.parts import Clause, ClauseSort, Reader
from sponsor_app.domain.sentence.pieces import Piece
from sponsor_app.domain.sentence.senses import NOTHING, Cue, Word

_MEANT = frozenset({Cue.WILL, Cue.MUST, Cue.REMIND})
_SPOKEN = frozenset({Cue.PROMISED, Cue.TO_US})
_BESIDE = frozenset({Word.WITH, Word.AT, Word.ABOUT, Word.TO, Word.AND, Word.ADVERB, Word.FILLER})
_SHORTEST_PAST = 5
_ENGAGES = {
    "call": Kind.CALL,
    "ring": Kind.CALL,
    "phone": Kind.CALL,
    "call back": Kind.CALL,
    "ring back": Kind.CALL,
    "phone back": Kind.CALL,
    "speak to": Kind.CALL,
    "talk to": Kind.CALL,
    "anrufen": Kind.CALL,
    "zurückrufen": Kind.CALL,
    "appeler": Kind.CALL,
    "rappeler": Kind.CALL,
    "voir": Kind.MEETING,
}
"""Verbs that are an engagement themselves; the others that are one have their kind as a noun."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The clauses of a line with the plans among them, and whether the line only looks ahead."""

    clauses: list[Clause]
    only_ahead: bool


def look_ahead(
    pieces: Sequence[Piece], clauses: Sequence[Clause], code: str, today: date
) -> Outlook:
    """The clauses, where an engagement that is meant and not yet held is a meeting `ahead`."""
    return _Looker(pieces, code, today).outlook(clauses)


def engagement(piece: Piece) -> Kind | None:
    """The kind of engagement that a word is, as a noun or a verb."""
    if piece.sense.kind is not None:
        return piece.sense.kind
    return _ENGAGES.get(piece.sense.verb.infinitive) if piece.sense.verb is not None else None


def is_named(piece: Piece, *, lazy: bool = False) -> bool:
    """A known name, or a word that may be one: with a capital, unless a lazy line is typed all small."""
    unknown = piece.sense is NOTHING and piece.is_content and piece.key.isalpha()
    return piece.name is not None or (unknown and (piece.capital or lazy))


class _Looker(Reader):
    """Tells what was held from what is to come."""

    def __init__(self, pieces: Sequence[Piece], code: str, today: date) -> None:
        super().__init__(pieces, code, today)
        plain = (p for p in pieces[1:] if p.name is None and p.day is None)
        self.lazy = not any(p.capital and p.key != "i" for p in plain)

    def outlook(self, clauses: Sequence[Clause]) -> Outlook:
        joined = self._called_back(clauses)
        marked = [replace(c, ahead=True) if self._is_meant(c) else c for c in joined]
        if any(self._tells(c) for c in marked):
            return Outlook(marked, only_ahead=False)
        plans = [self._as_plan(c) if self._is_plan(c) else c for c in marked]
        engaged = any(c.ahead or c.sort is not ClauseSort.MEETING for c in plans)
        if not engaged and not any(self._is_after(p) for p in self.pieces):
            return Outlook(plans, only_ahead=False)
        return Outlook([self._leaning(c) for c in plans], only_ahead=True)

    def _leaning(self, clause: Clause) -> Clause:
        """`wir sehen Acme am Dienstag`: any day in a line that only looks ahead does; `retires in March` is no meeting."""
        own = self.pieces[clause.first : clause.end]
        dated = any(p.day is not None and not isinstance(p.day.reading, Month) for p in own)
        meets = clause.sort is ClauseSort.MEETING and dated
        return replace(clause, ahead=True) if meets else clause

    def _called_back(self, clauses: Sequence[Clause]) -> list[Clause]:
        """`call Dana back tomorrow` is one engagement, and `back tomorrow` no other."""
        found: list[Clause] = []
        for clause in clauses:
            before = found[-1] if found else None
            back = clause.sort is ClauseSort.NEXT and clause.head == clause.first
            if before is not None and back and before.end == clause.first and self._orders(before):
                found[-1] = replace(before, end=clause.end)
            else:
                found.append(clause)
        return found

    def _orders(self, clause: Clause) -> bool:
        own = self.pieces[clause.first : clause.end]
        named = len(own) > 1 and own[1].name is not None
        return clause.sort is ClauseSort.MEETING and named and own[0].key in marked(Mark.ORDERS)

    def _as_plan(self, clause: Clause) -> Clause:
        return Clause(clause.first, clause.end, ClauseSort.MEETING, ahead=True)

    def _is_meant(self, clause: Clause) -> bool:
        """`remind me to call Dana`, `lunch planned for Friday`, `I'm seeing Dana on Friday`."""
        if clause.sort is not ClauseSort.MEETING:
            return False
        own = self.pieces[clause.first : clause.end]
        first = next((at for at, p in enumerate(own) if engagement(p) is not None), None)
        if first is None:
            return False
        before = own[:first]
        theirs = any(p.sense.who is Direction.THEIRS for p in before)
        wished = any(p.sense.cue is Cue.REQUEST for p in before) and any(
            p.sense.who is Direction.OURS for p in before
        )
        if (wished or any(p.sense.cue in _MEANT for p in before)) and not theirs:
            return True
        after = any(self._is_after(p) for p in own) and not any(self._is_over(p) for p in own)
        planned = any(p.sense.cue is Cue.PLAN for p in own) or any(
            p.key in marked(Mark.ARRANGED) for p in before
        )
        return after and (planned or self._is_present(own, first))

    def _is_present(self, own: Sequence[Piece], first: int) -> bool:
        """`call Dana on Friday`, `visiting Acme on Friday`, `we're having lunch on Friday`; not `call with Dana`."""
        if self.code == "de":
            return self._is_german_present(own, first)
        if self.code != "en":
            return False
        before = [p for p in own[:first] if p.day is None and not p.is_mark]
        ours = any(p.sense.who is Direction.OURS for p in before)
        if any(p.key in marked(Mark.WE_ARE) or (ours and p.key in marked(Mark.AM)) for p in before):
            return True
        named = first + 1 < len(own) and is_named(own[first + 1])
        return (
            not before
            and named
            and own[first].key in (marked(Mark.ORDERS) | marked(Mark.UNDER_WAY))
        )

    def _is_german_present(self, own: Sequence[Piece], first: int) -> bool:
        """`ich treffe Dana am Freitag`, `am Dienstag besuche ich Acme`, `Dana morgen zurückrufen`."""
        if any(p.sense.aux is not None for p in own) or own[first].capital:
            return False
        ours = any(p.sense.who is Direction.OURS for p in own)
        verb = own[first].sense.verb
        return (ours and own[first].key in marked(Mark.PRESENT_MEETS)) or (
            verb is not None and verb.bare
        )

    def _is_after(self, piece: Piece) -> bool:
        """Whether a day, said of something to come, is after today."""
        return self._day(piece, Lean.FUTURE) > self.today

    def _is_over(self, piece: Piece) -> bool:
        """Whether a day is today or gone by, however it is read."""
        return date.min < self._day(piece, Lean.FUTURE) <= self.today

    def _day(self, piece: Piece, lean: Lean) -> date:
        if piece.day is None or piece.day.reading is None or piece.day.since:
            return date.min
        return date_of(piece.day.reading, self.today, lean, by=piece.day.by) or date.min

    def _tells(self, clause: Clause) -> bool:
        """Whether a clause says that something happened."""
        own = self.pieces[clause.first : clause.end]
        if any(p.key in marked(Mark.SAID) for p in own):
            return True
        if clause.sort is ClauseSort.PROMISE:
            return self._was_voiced(clause, own)
        if clause.sort is ClauseSort.NEXT or clause.ahead:
            return False
        if any(self._is_over(p) or self._is_past(p) for p in own):
            return True
        if any(p.sense.mood is not None or p.sense.place is not None for p in own):
            return not any(self._is_surely_after(p) for p in own)
        held = any(
            p.sense.kind is not None and not is_talk(self.pieces, clause.first, at)
            for at, p in enumerate(own, clause.first)
        )
        return held and not any(self._is_surely_after(p) for p in own)

    def _is_surely_after(self, piece: Piece) -> bool:
        """Whether a day is after today even when it is read as one gone by."""
        return self._day(piece, Lean.PAST) > self.today

    def _was_voiced(self, clause: Clause, own: Sequence[Piece]) -> bool:
        """`Dana promised`, `she wants`: somebody said so; not `Dana will` and `we owe`."""
        cue = self.pieces[clause.head].sense.cue if clause.head >= 0 else None
        if self._is_plan(clause):
            return False
        wish = cue is Cue.REQUEST and clause.direction is Direction.OURS
        return wish or any(p.sense.cue in _SPOKEN for p in own)

    def _is_past(self, piece: Piece) -> bool:
        if piece.key in marked(Mark.PAST) or (
            piece.sense.aux is not None and piece.sense.word is None
        ):
            return True
        plain = self.code == "en" and piece.is_content and piece.sense.verb is None
        return plain and len(piece.key) >= _SHORTEST_PAST and piece.key.endswith("ed")

    def _is_plan(self, clause: Clause) -> bool:
        """Whether what we mean to do, or was agreed to, is an engagement with somebody, and nothing is to be handed over in it."""
        if clause.sort is not ClauseSort.PROMISE or clause.head < 0:
            return False
        own = self.pieces[clause.first : clause.end]
        head = self.pieces[clause.head]
        ours = clause.direction is Direction.OURS and head.sense.cue in (None, *_MEANT)
        if not ours and head.key not in marked(Mark.AGREED):
            return False
        if any(p.day is not None and p.day.by for p in own):
            return False
        at = next((at for at, p in enumerate(own) if engagement(p) is not None), None)
        if at is None:
            return False
        whom = self._whom(own, at)
        return all(i in whom or self._goes_with(p, at, i) for i, p in enumerate(own))

    def _whom(self, own: Sequence[Piece], engaged: int) -> range:
        """Where somebody nobody knows is named: right after the verb, in German also right before it."""
        end = engaged + 1
        while end < len(own) and is_named(own[end], lazy=self.lazy):
            end += 1
        start = engaged
        while self.code == "de" and start > 0 and self._may_be_whom(own[start - 1]):
            start -= 1
        return range(start, end)

    def _may_be_whom(self, piece: Piece) -> bool:
        return piece.day is not None or is_named(piece, lazy=self.lazy)

    def _goes_with(self, piece: Piece, engaged: int, at: int) -> bool:
        """Whether a word may stand beside an engagement without being what is promised."""
        if (
            at == engaged
            or piece.key in marked(Mark.AGREED)
            or not piece.is_content
            or piece.sense.is_anchor
        ):
            return True
        if at > engaged and piece.sense.intent is not None:
            return True
        return at > engaged and piece.sense.word in (*_BESIDE, Word.ROLE, Word.SITE, Word.GROUP)
