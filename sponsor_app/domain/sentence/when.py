"""The day of the meeting and the day of the next one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.sentence.days import Lean, date_of
from sponsor_app.domain.sentence.meeting import Meeting
from sponsor_app.domain.sentence.parts import Clause, ClauseSort
from sponsor_app.domain.sentence.pieces import Piece
from sponsor_app.domain.sentence.promises import Drafted
from sponsor_app.domain.sentence.senses import Cue


@dataclass(frozen=True, slots=True)
class When:
    """The days said, None where none was, and the pieces that say them."""

    on: date | None
    next_on: date | None
    on_at: int | None
    next_at: int | None
    used: frozenset[int]


def read_when(
    pieces: Sequence[Piece],
    clauses: Sequence[Clause],
    meeting: Meeting,
    promises: Sequence[Drafted],
    today: date,
) -> When:
    """The first day said of the meeting, and the first said of the next time or in a second engagement ahead.

    Where nothing is told that happened, the next time is the meeting: a plan, not a touch of today.
    """
    on_at, on = _first(pieces, clauses, ClauseSort.MEETING, today)
    next_at, next_on = _first(pieces, clauses, ClauseSort.NEXT, today)
    if next_on is None:
        later_at, later = _second_engagement(pieces, clauses, meeting, today)
        if later is not None and later_at == on_at:
            on_at, on = _first(pieces, clauses, ClauseSort.MEETING, today, skip=later_at)
        next_at, next_on = (later_at, later) if later is not None else (None, None)
    if on is None:
        on_at, on = _said_with_promise(pieces, promises, today)
    used = {at for at in (on_at, next_at) if at is not None}
    used |= {
        at
        for at, p in enumerate(pieces)
        if _date(p, Lean.PAST, today) == on and on is not None and _is_plain(p)
    }
    told = any(c.sort is ClauseSort.MEETING and _says_anything(pieces, c) for c in clauses)
    if on is None and not told:
        return When(next_on, None, next_at, None, frozenset(used))
    return When(on, next_on, on_at, next_at, frozenset(used))


def _says_anything(pieces: Sequence[Piece], clause: Clause) -> bool:
    """Whether a clause is more than an article: `der nächste Besuch ist am 9.`."""
    return any(not (p.is_grammar or p.is_mark) for p in pieces[clause.first : clause.end])


def _is_plain(piece: Piece) -> bool:
    return piece.day is not None and not piece.day.since


def _date(piece: Piece, lean: Lean, today: date) -> date | None:
    if piece.day is None or piece.day.reading is None:
        return None
    return date_of(piece.day.reading, today, lean, by=piece.day.by)


def _first(
    pieces: Sequence[Piece],
    clauses: Sequence[Clause],
    sort: ClauseSort,
    today: date,
    skip: int | None = None,
) -> tuple[int | None, date | None]:
    for clause in clauses:
        if clause.sort is not sort:
            continue
        lean = _lean(pieces, clause)
        for at in range(clause.first, clause.end):
            found = _date(pieces[at], lean, today) if _is_plain(pieces[at]) and at != skip else None
            if found is None or (sort is ClauseSort.NEXT and found < today):
                continue
            if sort is ClauseSort.NEXT or _may_be_held(pieces, clause, at, found, today):
                return at, found
    return None, None


def _may_be_held(
    pieces: Sequence[Piece], clause: Clause, at: int, found: date, today: date
) -> bool:
    """A day gone by; one to come only beside what will be held: `retires in March` is no meeting."""
    own = pieces[clause.first : clause.end]
    meets = any(p.sense.kind is not None for p in own)
    planned = clause.ahead or any(
        p.sense.cue is Cue.PLAN or (p.sense.cue is Cue.WILL and meets) for p in own
    )
    wished = any(p.sense.cue is Cue.REQUEST for p in pieces[clause.first : at])
    if wished and not clause.ahead:
        return False
    day = pieces[at].day
    if day is None or (day.soft and not planned):
        return False
    return (
        planned
        or meets
        or (found <= today and not day.by)
        or all(p.day is not None or p.is_grammar for p in own)
    )


def _lean(pieces: Sequence[Piece], clause: Clause) -> Lean:
    """A meeting lies behind unless it is said to be planned."""
    if clause.sort is not ClauseSort.MEETING:
        return Lean.FUTURE
    own = pieces[clause.first : clause.end]
    planned = clause.ahead or any(
        p.sense.cue in (Cue.PLAN, Cue.WILL) or (p.day is not None and p.day.by) for p in own
    )
    return Lean.FUTURE if planned else Lean.PAST


def _second_engagement(
    pieces: Sequence[Piece], clauses: Sequence[Clause], meeting: Meeting, today: date
) -> tuple[int | None, date | None]:
    """`coffee with Dana, lunch on 3 Dec`: another engagement, on a day to come."""
    if meeting.kind_at is None:
        return None, None
    for clause in clauses:
        own = clause.first <= meeting.kind_at.at < clause.end
        if clause.sort is not ClauseSort.MEETING or own:
            continue
        if not any(
            p.sense.kind is not None or p.sense.cue is Cue.PLAN
            for p in pieces[clause.first : clause.end]
        ):
            continue
        for at in range(clause.first, clause.end):
            found = (
                _date(pieces[at], _lean(pieces, clause), today) if _is_plain(pieces[at]) else None
            )
            if found is not None and found > today:
                return at, found
    return None, None


def _said_with_promise(
    pieces: Sequence[Piece], promises: Sequence[Drafted], today: date
) -> tuple[int | None, date | None]:
    for drafted in promises:
        if drafted.past_at is not None:
            found = _date(pieces[drafted.past_at], Lean.PAST, today)
            if found is not None and found <= today:
                return drafted.past_at, found
    return None, None
