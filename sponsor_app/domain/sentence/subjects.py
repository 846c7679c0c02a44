"""Who a promise comes from: the pronoun, name or group that stands before the words of promising."""

from collections.abc import Sequence
from dataclasses import dataclass

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.sentence.languages import marked
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.pieces import Piece
from sponsor_app.domain.sentence.senses import Cue, Word
from sponsor_app.domain.sentence.values import NameKind

_LEADING = frozenset({Word.WITH, Word.AT, Word.ABOUT, Word.TO})
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """Who promises, and the piece where saying so begins."""

    direction: Direction
    at: int
    by: str | None = None
    third: bool = True


def find_subject(
    pieces: Sequence[Piece], first: int, head: int, end: int, code: str
) -> Subject | None:
    """The subject of the words at `head`, looked for in `[first, end)`."""
    if code == "de" and first < head and pieces[first].sense.aux is Direction.OURS:
        return Subject(Direction.OURS, first, third=False)  # `habe Petra versprochen, ...`
    near = _left_of(pieces, first, head, code) or _explained(pieces, first, head)
    joint = head - 1
    while joint > first and pieces[joint].sense.word is Word.ADVERB:
        joint -= 1
    if near is None and joint >= first and pieces[joint].sense.word is Word.AND:
        near = _carried(pieces, first, joint)
    if near is None and head == first and code == "en":
        near = _of_customer(pieces, head)
    if near is not None or code != "de":
        return near
    finite = next((at for at in range(first, head) if _is_finite(pieces[at])), head)
    return _left_of(pieces, first, finite, code) or _right_of(pieces, finite, end)


def _explained(pieces: Sequence[Piece], first: int, head: int) -> Subject | None:
    """`They (Summer Foods) promised`: who, with what explains it in brackets between."""
    if head != first or first < 3 or pieces[first - 1].key != ")":  # noqa: PLR2004 - who, ( and what
        return None
    opened = next((at for at in range(first - 2, 0, -1) if pieces[at].key == "("), 0)
    side = pieces[opened - 1].sense.who if opened else None
    return Subject(side, head, third=side is Direction.THEIRS) if side is not None else None


def _carried(pieces: Sequence[Piece], first: int, end: int) -> Subject | None:
    """`she liked it and will send ...`: the subject of the words before `and`."""
    breaks = 1 if end == first else 0  # `..., and will send`: over the comma before `and`
    for at in range(end - 1, -1, -1):
        breaks -= pieces[at].is_break
        if (at < first and end != first) or breaks < 0:
            return None
        side = pieces[at].sense.who
        if side is not None and pieces[at].sense.whom is None:
            return Subject(side, end, third=side is Direction.THEIRS)
    return None


def _of_customer(pieces: Sequence[Piece], head: int) -> Subject | None:
    """`he paid, will renew`: he will; `will renew`: only a customer does; `she is happy, will send` says not who."""
    after = _at(pieces, head + 1)
    if pieces[head].sense.cue is not Cue.WILL or after is None:
        return None
    return (
        Subject(Direction.THEIRS, head)
        if after.key in marked(Mark.CUSTOMER_DOES) or _he_did(pieces, head)
        else None
    )


def _he_did(pieces: Sequence[Piece], head: int) -> bool:
    """Whether they did something in the words before the comma, instead of being, wanting or saying something."""
    if head == 0 or pieces[head - 1].key != ",":
        return False
    own: list[Piece] = []
    for piece in reversed(pieces[: head - 1]):
        if piece.is_break:
            break
        own.append(piece)
    if not own or own[-1].sense.who is not Direction.THEIRS:
        return False
    rest = own[:-1]
    return any(p.is_content for p in rest) and not any(
        p.sense.word in (Word.BE, Word.NOT)
        or p.sense.mood is not None
        or p.sense.intent is not None
        or p.sense.cue is not None
        or p.sense.who is not None
        or p.key in marked(Mark.SPEAKS)
        for p in rest
    )


def _is_finite(piece: Piece) -> bool:
    return piece.sense.aux is not None


def _left_of(pieces: Sequence[Piece], first: int, head: int, code: str) -> Subject | None:
    at = head - 1
    while at >= first and (_is_passed_over(pieces[at], code) or _is_object(pieces, first, at)):
        at -= 1
    return _subject_at(pieces, first, at, head, code) if at >= first else None


def _is_passed_over(piece: Piece, code: str) -> bool:
    sense = piece.sense
    if piece.is_mark:
        return piece.key == ":"
    if sense.who is not None or piece.name or piece.day:
        return False
    if code == "fr" and piece.key in {"l", "le", "la"}:
        return True
    if sense.word in (Word.ADVERB, Word.TO, Word.BE) or sense.aux is not None:
        return True
    return code != "en" and sense.whom is not None


def _is_object(pieces: Sequence[Piece], first: int, at: int) -> bool:
    """`ils nous envoient`, `dass unser CTO sie anruft`: after a subject stands its object."""
    if pieces[at].key not in marked(Mark.OBJECT) or at == first:
        return False
    before = pieces[at - 1]
    if pieces[at].key not in marked(Mark.SAME_AS_SUBJECT):
        return before.sense.word in (Word.ROLE, Word.GROUP)
    return (
        before.sense.who is not None
        or before.name is not None
        or before.sense.word in (Word.ROLE, Word.GROUP)
    )


def _subject_at(
    pieces: Sequence[Piece], first: int, at: int, head: int, code: str
) -> Subject | None:
    piece = pieces[at]
    if piece.sense.who is not None:
        return _pronoun(piece, at)
    if piece.name is not None:
        return None if _is_governed(pieces, first, at, head) else _named(piece, at)
    if piece.sense.word in (Word.ROLE, Word.GROUP):
        return None if _is_participle(pieces, at, head, code) else _group(pieces, first, at)
    if (
        piece.is_content
        and piece.capital
        and at == first
        and _may_be_stranger(pieces[head], _at(pieces, head + 1), code)
    ):
        return Subject(Direction.THEIRS, at, None)
    return None


def _at(pieces: Sequence[Piece], at: int) -> Piece | None:
    return pieces[at] if at < len(pieces) else None


def _pronoun(piece: Piece, at: int) -> Subject | None:
    """French `on` is us with the verb of a third person."""
    side = piece.sense.who
    if side is None:
        return None
    return Subject(side, at, third=side is Direction.THEIRS or piece.key in marked(Mark.ONE))


def _may_be_stranger(head: Piece, after: Piece | None, code: str) -> bool:
    """`Bob will send`, `Bob promised to`; but not `Samples promised`, nor a German noun without his or her verb."""
    verb = head.sense.verb
    if verb is not None and verb.bare and code == "fr":
        return False  # `RIB à envoyer`
    if head.sense.cue is Cue.PROMISED:
        told = after is not None and (
            after.sense.word is Word.TO or after.sense.whom is Direction.OURS
        )
        return code == "en" and told
    return code != "de" or (verb is not None and verb.side is Direction.THEIRS)


def _is_participle(pieces: Sequence[Piece], at: int, head: int, code: str) -> bool:
    """French `technicien promis`: without an auxiliary the technician is what was promised."""
    promised = pieces[head].sense.cue is Cue.PROMISED
    return (
        code != "en"
        and promised
        and not any(p.sense.aux is not None for p in pieces[at + 1 : head])
    )


def _named(piece: Piece, at: int) -> Subject | None:
    if piece.name is None or piece.name.possessive:
        return None
    mention = piece.name.mention
    ours = mention.candidates[0].kind is NameKind.MEMBER
    return Subject(Direction.OURS if ours else Direction.THEIRS, at, mention.text)


def _group(pieces: Sequence[Piece], first: int, at: int) -> Subject | None:
    """`our engineers`, `their CFO`, `the customer`; ours only when it says so."""
    start = at
    ours = False
    while start > first and pieces[start - 1].sense.word in (Word.OUR, Word.THEIR, Word.FILLER):
        start -= 1
        ours = ours or pieces[start].sense.word is Word.OUR
    if start > first and pieces[start - 1].sense.word in _LEADING:
        return None
    return Subject(Direction.OURS if ours else Direction.THEIRS, start)


def _is_governed(pieces: Sequence[Piece], first: int, at: int, head: int) -> bool:
    """Whether a name belongs to what stands before it: `with Dana promised ...` does not say that she did."""
    before = at - 1
    while before >= first and _leads_through(pieces[before]):
        before -= 1
    if before < first:
        return False
    piece = pieces[before]
    if piece.sense.word is Word.AND:
        active = pieces[head].sense.cue is Cue.WILL or pieces[head].sense.verb is not None
        named = before - 1 >= first and pieces[before - 1].name is not None
        return named and not active and _is_governed(pieces, first, before - 1, head)
    return (
        piece.sense.word in _LEADING
        or piece.key in marked(Mark.PREPOSITIONS)
        or piece.sense.kind is not None
    )


def _leads_through(piece: Piece) -> bool:
    return piece.sense.word in (Word.OUR, Word.THEIR, Word.ROLE) or piece.key in marked(
        Mark.TITLES_TOO
    )


def _right_of(pieces: Sequence[Piece], finite: int, end: int) -> Subject | None:
    for at in range(finite + 1, min(finite + _NEAR, end)):
        piece = pieces[at]
        if piece.sense.who is not None:
            return _pronoun(piece, finite)
        if not _is_passed_over(piece, "de"):
            return None
    return None
