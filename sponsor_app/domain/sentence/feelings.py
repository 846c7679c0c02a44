"""How they felt, with what denies it."""

from collections.abc import Iterable, Sequence

from sponsor_app.domain.interaction import Sentiment
from sponsor_app.domain.sentence.languages import marked
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.pieces import Piece, Stretch
from sponsor_app.domain.sentence.senses import Word

_NEGATION_REACH = 3


def read_feelings(
    pieces: Sequence[Piece], places: Sequence[int]
) -> tuple[Sentiment | None, tuple[Stretch, ...]]:
    """All feelings said together: good and bad are neutral."""
    moods: list[tuple[Sentiment, int]] = []
    for at in places:
        mood = _mood(pieces, at)
        if mood is not None:
            moods.append((mood, at))
    values = {mood for mood, _ in moods}
    if _neither(pieces, moods):
        values = {Sentiment.NEUTRAL}
    found = tuple(Stretch(at, at + 1) for _, at in moods)
    if not values:
        return None, ()
    if {Sentiment.POSITIVE, Sentiment.NEGATIVE} <= values:
        return Sentiment.NEUTRAL, found
    for mood in (Sentiment.NEGATIVE, Sentiment.POSITIVE):
        if mood in values:
            return mood, found
    return Sentiment.NEUTRAL, found


def _neither(pieces: Sequence[Piece], moods: Sequence[tuple[Sentiment, int]]) -> bool:
    """`neither happy nor angry`: both denied."""
    denied = {pieces[at].sense.mood for mood, at in moods if mood is not pieces[at].sense.mood}
    return {Sentiment.POSITIVE, Sentiment.NEGATIVE} <= denied


def _mood(pieces: Sequence[Piece], at: int) -> Sentiment | None:
    sense = pieces[at].sense
    if (
        sense.mood is None
        or (sense.soft and not _is_soft_mood(pieces, at))
        or _is_willing(pieces, at)
    ):
        return None
    denied = is_denied(pieces, at, _NEGATION_REACH) or _is_denied_after(pieces, at)
    if not denied:
        return sense.mood
    return Sentiment.NEUTRAL if sense.mood is Sentiment.NEGATIVE else Sentiment.NEGATIVE


def is_denied(pieces: Sequence[Piece], at: int, reach: int) -> bool:
    """Whether a word like `not` stands within `reach` pieces before, in the same stretch."""
    for before in range(at - 1, max(-1, at - 1 - reach), -1):
        piece = pieces[before]
        if piece.sense.word is Word.NOT or _is_nor(pieces, before):
            return True
        stops = piece.is_break or piece.sense.word in (Word.AND, Word.BUT) or piece.name is not None
        if stops or piece.sense.mood is not None or piece.day is not None:
            return False
    return False


def _is_nor(pieces: Sequence[Piece], at: int) -> bool:
    """German `noch` after `weder`."""
    near = pieces[max(0, at - 4) : at]
    return pieces[at].key in marked(Mark.NOR) and any(p.key in marked(Mark.NEITHER) for p in near)


def _is_denied_after(pieces: Sequence[Piece], at: int) -> bool:
    """German: `zufrieden war sie nicht`."""
    ends = at + 1
    while ends < len(pieces) and not pieces[ends].is_break:
        ends += 1
    return (
        at + 1 < ends <= at + 4
        and pieces[ends - 1].key in marked(Mark.NOT)
        and pieces[at + 1].sense.word is Word.BE
    )


def _is_willing(pieces: Sequence[Piece], at: int) -> bool:
    """`happy to help` says what they will do, not how they are."""
    after = pieces[at + 1 : at + 3]
    ready = pieces[at].key in marked(Mark.WILLING) and len(after) == 2  # noqa: PLR2004
    return ready and after[0].sense.word is Word.TO and after[1].sense.verb is not None


def _is_soft_mood(pieces: Sequence[Piece], at: int) -> bool:
    """`good` is a feeling beside `meeting`, or when it says nothing else of anything."""
    after = _solid(pieces, range(at + 1, len(pieces)))
    if after is None or after.sense.cue is not None:
        return True
    return after.sense.kind is not None or after.key in marked(Mark.OCCASIONS)


def _solid(pieces: Sequence[Piece], places: Iterable[int]) -> Piece | None:
    """The next piece of the stretch that is more than an adverb; None at its end."""
    for at in places:
        piece = pieces[at]
        if piece.is_break or piece.sense.word in (Word.AND, Word.BUT):
            return None
        if piece.sense.word is Word.ADVERB or piece.is_mark:
            continue
        return piece
    return None
