"""What kind of meeting it was: the first thing that was done, said as closely as the line says it."""

from collections.abc import Sequence

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.sentence.languages import marked
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.parts import Clause, ClauseSort
from sponsor_app.domain.sentence.pieces import Piece, Stretch
from sponsor_app.domain.sentence.senses import Cue, Word
from sponsor_app.domain.sentence.values import NameKind

SPECIFIC = 3
DISTANT = frozenset({Kind.CALL, Kind.VIDEO, Kind.MESSAGE})
CARING = frozenset({Kind.COFFEE, Kind.MEAL, Kind.VISIT})


def read_kind(
    pieces: Sequence[Piece], clauses: Sequence[Clause]
) -> tuple[Kind | None, Stretch | None]:
    """The first thing that was done; a word like `met` gives way to one that says more."""
    best = _first_denied(pieces, clauses) if _nothing_held(pieces, clauses) else None
    for clause in clauses:
        if clause.sort is not ClauseSort.MEETING:
            continue
        for at in _kinds_in(pieces, clause):
            if best is None or _says_more(pieces, at, best, clause):
                best = at
    if best is None or pieces[best].sense.weight <= 1:
        stay = _stay(pieces, clauses) or _opening_stay(pieces, clauses, best)
        if stay is not None:
            return Kind.VISIT, stay
    if best is None:
        return None, None
    kind = pieces[best].sense.kind
    return kind, Stretch(best, best + 1)


def is_cancelled(pieces: Sequence[Piece], clauses: Sequence[Clause]) -> bool:
    """`Acme visit cancelled`, `she never showed up`; not `they cancelled the order`."""
    if _nothing_held(pieces, clauses):
        return True
    for clause in clauses:
        own = pieces[clause.first : clause.end]
        kinds = [at for at, p in enumerate(own) if p.sense.kind is not None]
        called_off = [at for at, p in enumerate(own) if p.sense.cue is Cue.CANCELLED]
        if clause.sort is ClauseSort.MEETING and any(_nobody_came(own, at) for at in called_off):
            return True
        if clause.sort is ClauseSort.MEETING and kinds and called_off:
            after = own[called_off[0] + 1 :]
            between = own[called_off[0] + 1 : kinds[0]]
            told_after = kinds[0] > called_off[0] and all(p.is_grammar for p in between)
            return told_after or (kinds[0] < called_off[0] and not any(p.is_content for p in after))
    return False


def _first_denied(pieces: Sequence[Piece], clauses: Sequence[Clause]) -> int | None:
    places = (at for c in clauses for at in range(c.first, c.end))
    return next((at for at in places if pieces[at].sense.kind is not None), None)


def _nothing_held(pieces: Sequence[Piece], clauses: Sequence[Clause]) -> bool:
    """`no meeting with Dana tomorrow`, `kein Treffen`: all that might have been held was not."""
    kinds = [
        at
        for c in clauses
        if c.sort is ClauseSort.MEETING
        for at in range(c.first, c.end)
        if pieces[at].sense.kind is not None
    ]
    return bool(kinds) and all(_is_none(pieces, at) for at in kinds)


def _is_none(pieces: Sequence[Piece], at: int) -> bool:
    """Whether `no` stands right before a word."""
    return at > 0 and pieces[at - 1].key in marked(Mark.NONE) and pieces[at].sense.intent is None


def _nobody_came(own: Sequence[Piece], at: int) -> bool:
    """`stood me up`, `did not meet Dana`, `didn't show`; not `did not meet the target`."""
    key = own[at].key
    if key.endswith(" up"):
        return True
    return key.endswith((" meet", " show")) and not any(p.is_content for p in own[at + 1 :])


def _stay(pieces: Sequence[Piece], clauses: Sequence[Clause]) -> Stretch | None:
    """`was at Acme`, `waren gestern bei Acme`, `étais chez Acme`: we were there, so it was a visit."""
    for clause in clauses:
        if clause.sort is not ClauseSort.MEETING or not _says_we_were(pieces, clause):
            continue
        for at in range(clause.first, clause.end - 1):
            after = at + 1
            while after + 1 < clause.end and pieces[after].sense.word is Word.FILLER:
                after += 1
            name = pieces[after].name
            if pieces[at].sense.word is Word.AT and name is not None and name.is_account:
                return Stretch(at, at + 1)
    return None


def _opening_stay(
    pieces: Sequence[Piece], clauses: Sequence[Clause], best: int | None
) -> Stretch | None:
    """`chez Acme hier pour la démo`, `with Lena at Kestrel on Tuesday, Rose pleased`: a line that opens with where."""
    if not clauses or clauses[0].sort is not ClauseSort.MEETING or clauses[0].ahead:
        return None
    end = clauses[0].end if best is None else min(best, clauses[0].end)
    at = 0
    while at < end and _leads_to_stay(pieces, at):
        at += 1
    name = pieces[at + 1].name if at + 1 < end and pieces[at].sense.word is Word.AT else None
    if name is None or not name.is_account:
        return None
    told = best is not None and best < clauses[0].end and not _is_purpose(pieces, best, 0)
    return None if told else Stretch(at, at + 1)


def _leads_to_stay(pieces: Sequence[Piece], at: int) -> bool:
    """A day, small words, and one of ours: what may stand before where it was."""
    piece = pieces[at]
    if piece.sense.word is Word.AT:
        return False
    ours = piece.name is not None and piece.name.mention.candidates[0].kind is NameKind.MEMBER
    return ours or piece.day is not None or (piece.is_grammar and not piece.sense.is_anchor)


def _says_we_were(pieces: Sequence[Piece], clause: Clause) -> bool:
    if pieces[clause.end - 1].key in marked(Mark.BEEN):
        return True
    for piece in pieces[clause.first : clause.end]:
        if piece.sense.word is Word.BE or piece.sense.aux is Direction.OURS:
            return True
        ours = (
            piece.sense.who is Direction.OURS
            or piece.day is not None
            or piece.sense.word is Word.ADVERB
        )
        if not ours:
            return False
    return False


def _kinds_in(pieces: Sequence[Piece], clause: Clause) -> list[int]:
    found = [at for at in range(clause.first, clause.end) if pieces[at].sense.kind is not None]
    return [
        at
        for at in found
        if not _is_topic(pieces, clause.first, at)
        and not _is_none(pieces, at)
        and (clause.ahead or not is_talk(pieces, clause.first, at))
        and not (at > found[0] and pieces[at - 1].key == "to" and pieces[at].sense.verb is not None)
    ]


def is_talk(pieces: Sequence[Piece], first: int, at: int) -> bool:
    """Whether a word stands in what somebody wants or will do, so that it did not happen: `he wants to visit our lab`."""
    engaged = False
    for piece in pieces[first:at]:
        engaged = engaged or piece.sense.kind is not None
        wish = piece.sense.cue in (Cue.WILL, Cue.MUST, Cue.REQUEST)
        if wish and (engaged or piece.sense.cue is Cue.REQUEST or first > 0):
            return True
    return False


def _is_topic(pieces: Sequence[Piece], first: int, at: int) -> bool:
    """Whether a word only says what they spoke about: `about the event`."""
    before = at - 1
    while before >= first and pieces[before].sense.word in (
        Word.FILLER,
        Word.THEIR,
        Word.OUR,
        Word.ADVERB,
    ):
        if pieces[before].key in marked(Mark.DISCUSSED):
            return True
        before -= 1
    if before < first:
        return False
    sense = pieces[before].sense
    return sense.word is Word.ABOUT and pieces[before].key not in marked(Mark.NOT_TOPIC)


def _says_more(pieces: Sequence[Piece], at: int, best: int, clause: Clause) -> bool:
    new, old = pieces[at].sense, pieces[best].sense
    if new.kind is Kind.VIDEO and old.kind is Kind.CALL:
        return True
    if old.kind is Kind.VISIT and new.kind in CARING and _is_purpose(pieces, at, clause.first):
        return clause.first <= best
    if old.weight >= SPECIFIC or new.weight <= old.weight:
        return False
    same = clause.first <= best
    return same or old.weight == 0 or new.kind not in DISTANT


def _is_purpose(pieces: Sequence[Piece], at: int, first: int) -> bool:
    """`popped in for a tea`."""
    before = at - 1
    while before > first and pieces[before].key in marked(Mark.BEFORE_PURPOSE):
        before -= 1
    return before >= first and pieces[before].key in marked(Mark.PURPOSE)
