"""Whose place it was: theirs, ours, or neither."""

from collections.abc import Sequence

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.interaction import Place, Sentiment
from sponsor_app.domain.sentence.languages import marked
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.parts import Clause
from sponsor_app.domain.sentence.pieces import Piece, Stretch
from sponsor_app.domain.sentence.senses import Word
from sponsor_app.domain.sentence.values import NameKind


def read_places(pieces: Sequence[Piece], places: Sequence[int]) -> list[tuple[Place, Stretch]]:
    """Every place said, in order; the first is where it was."""
    found: list[tuple[Place, Stretch]] = []
    for at in places:
        piece = pieces[at]
        owned = _owned_site(pieces, at) if not _is_near(pieces, at) else None
        if owned is not None:
            found.append(owned)
        elif piece.sense.place is not None and piece.sense.mood is None:
            found.append((piece.sense.place, Stretch(at, _over_site(pieces, at + 1))))
    return found


def _over_site(pieces: Sequence[Piece], at: int) -> int:
    """The end of a place with the site that follows: `bei ihr im Büro`."""
    end = at
    while end < len(pieces) and pieces[end].sense.word is Word.FILLER:
        end += 1
    return end + 1 if end < len(pieces) and pieces[end].sense.word is Word.SITE else at


def came_to_us(pieces: Sequence[Piece], clauses: Sequence[Clause], visit: Stretch | None) -> bool:
    """`Dana visited us`, `Dana hat uns besucht`, `Dana popped in`."""
    if visit is None:
        return False
    clause = next(c for c in clauses if c.first <= visit.at < c.end)
    if pieces[visit.at].key in marked(Mark.COMES) and _guest_before(pieces, clause.first, visit.at):
        return True
    for at in range(clause.first, clause.end):
        if pieces[at].sense.whom is Direction.OURS:
            after = at == visit.at + 1
            before = at < visit.at and any(
                p.sense.aux is Direction.THEIRS for p in pieces[clause.first : at]
            )
            if after or before:
                return True
    return False


def _guest_before(pieces: Sequence[Piece], first: int, at: int) -> bool:
    """Whether a contact is who came: `Dana from Acme popped in`, not `with Dana popped in at Acme`."""
    opening = pieces[first]
    name = opening.name
    return at > first and name is not None and not name.is_account and not name.possessive


def _is_near(pieces: Sequence[Piece], at: int) -> bool:
    """`near their office` is not in it."""
    return any(p.key in marked(Mark.NEAR) for p in pieces[max(0, at - 2) : at])


def _owned_site(pieces: Sequence[Piece], at: int) -> tuple[Place, Stretch] | None:
    """`their new office`, `Acme's canteen`, `the Halvorsen plant`, `unser Werk`, `locaux d'Acme`."""
    piece = pieces[at]
    if piece.sense.word in (Word.OUR, Word.THEIR, Word.GROUP):
        end = _site_after(pieces, at + 1)
        side = Place.OURS if piece.sense.word is Word.OUR else Place.THEIRS
        return (side, Stretch(at, end)) if end is not None else None
    if piece.name is not None:
        end = _site_after(pieces, at + 1)
        if _is_at_persons(pieces, at):
            return Place.THEIRS, Stretch(at - 1, at)
        ours = piece.name.mention.candidates[0].kind is NameKind.MEMBER
        return (
            (Place.OURS if ours else Place.THEIRS, Stretch(at + 1, end))
            if end is not None
            else None
        )
    if piece.sense.word is Word.SITE and at + 2 < len(pieces):
        linked = pieces[at + 1].key in marked(Mark.SITE_OF)
        name = pieces[at + 2].name
        if linked and name is not None and name.is_account:
            return Place.THEIRS, Stretch(at, at + 1)
    return None


def _is_at_persons(pieces: Sequence[Piece], at: int) -> bool:
    """`bei Petra`, `chez Claire`, `at Dana's`: where somebody is, not with whom."""
    name = pieces[at].name
    if name is None or at == 0 or pieces[at - 1].sense.word is not Word.AT:
        return False
    contact = all(c.kind is NameKind.CONTACT for c in name.mention.candidates)
    return contact and (pieces[at - 1].key not in marked(Mark.AT_OWNER) or name.possessive)


def _site_after(pieces: Sequence[Piece], at: int) -> int | None:
    """The end of a site that begins here, over one word such as `new` or a possessive s."""
    for end in range(at, min(at + 2, len(pieces))):
        piece = pieces[end]
        if piece.sense.word is Word.SITE:
            return end + 1
        if (
            not (piece.is_content or piece.key in marked(Mark.DESCRIBES))
            or piece.sense.is_anchor
            or piece.sense.cue is not None
        ):
            return None
    return None


def neutral_turf(
    pieces: Sequence[Piece],
    turf: Place | None,
    turf_at: Stretch | None,
    feeling: Sentiment | None,
    moods_at: tuple[Stretch, ...],
) -> tuple[Place | None, Stretch | None, Sentiment | None, tuple[Stretch, ...]]:
    """`neutral` alone is how they felt, unless that is said too: then it is the ground."""
    both = [f for f in moods_at if pieces[f.at].sense.place is not None]
    if not both or turf is not None or len(moods_at) == len(both):
        return turf, turf_at, feeling, moods_at
    rest = tuple(f for f in moods_at if f not in both)
    return Place.NEUTRAL, both[0], feeling, rest
