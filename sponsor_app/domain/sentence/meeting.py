"""What the words of the meeting say of it: what, where, why and how they felt."""

from collections.abc import Sequence
from dataclasses import dataclass

from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment
from sponsor_app.domain.sentence.feelings import is_denied, read_feelings
from sponsor_app.domain.sentence.kinds import is_cancelled, is_talk, read_kind
from sponsor_app.domain.sentence.languages import marked
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.parts import Clause, ClauseSort
from sponsor_app.domain.sentence.pieces import Piece, Stretch
from sponsor_app.domain.sentence.turf import came_to_us, neutral_turf, read_places


@dataclass(frozen=True, slots=True)
class Meeting:
    """The fields of the meeting that were said; places in the pieces where, for spans."""

    kind: Kind | None
    place: Place | None
    intent: Intent | None
    sentiment: Sentiment | None
    kind_at: Stretch | None
    place_at: Stretch | None
    intent_at: Stretch | None
    moods_at: tuple[Stretch, ...]
    used: frozenset[int]
    cancelled: bool


def read_meeting(pieces: Sequence[Piece], clauses: Sequence[Clause]) -> Meeting:
    """The fields said in the clauses of the meeting."""
    places = [at for c in clauses if c.sort is ClauseSort.MEETING for at in range(c.first, c.end)]
    kind, kind_at = read_kind(pieces, clauses)
    talk = {
        at
        for c in clauses
        if c.sort is ClauseSort.MEETING and not c.ahead
        for at in range(c.first, c.end)
        if is_talk(pieces, c.first, at)
    }
    turfs = read_places(pieces, [at for at in places if at not in talk])
    turf, turf_at = turfs[0] if turfs else (None, None)
    feeling, moods_at = read_feelings(pieces, places)
    turf, turf_at, feeling, moods_at = neutral_turf(pieces, turf, turf_at, feeling, moods_at)
    if kind is Kind.MESSAGE:
        turf = None
    if kind is Kind.VISIT and turf is None and came_to_us(pieces, clauses, kind_at):
        turf = Place.OURS
    intent, intent_at = _intent(pieces, places)
    if intent is None:
        intent, intent_at = _fix_promised(pieces, clauses)
    if (
        kind is Kind.CALL
        and turf in (Place.THEIRS, Place.OURS, Place.NEUTRAL)
        and _is_faint(pieces, kind_at)
    ):
        kind = Kind.MEETING
    found = [f for f in (kind_at, turf_at, intent_at, *moods_at) if f is not None]
    found += [f for _, f in turfs]
    used = frozenset(at for f in found for at in range(f.at, f.end))
    off = is_cancelled(pieces, clauses)
    return Meeting(kind, turf, intent, feeling, kind_at, turf_at, intent_at, moods_at, used, off)


def _is_faint(pieces: Sequence[Piece], found: Stretch | None) -> bool:
    return found is not None and pieces[found.at].sense.weight == 0


def _intent(pieces: Sequence[Piece], places: Sequence[int]) -> tuple[Intent | None, Stretch | None]:
    """The first purpose said; that there was none wins over what came up."""
    said = [
        at for at in places if pieces[at].sense.intent is not None and not is_denied(pieces, at, 2)
    ]
    if not said:
        return None, None
    plain = [at for at in said if pieces[at].key.split(" ")[0] in marked(Mark.NO_PURPOSE)]
    first = (plain or said)[0]
    return pieces[first].sense.intent, Stretch(first, first + 1)


def _fix_promised(
    pieces: Sequence[Piece], clauses: Sequence[Clause]
) -> tuple[Intent | None, Stretch | None]:
    """A repair that is promised says why we met; a price that is promised does not."""
    for clause in clauses:
        if clause.sort is ClauseSort.PROMISE:
            for at in range(clause.first, clause.end):
                said = pieces[at].sense.intent is Intent.FIX and pieces[at].key not in marked(
                    Mark.NOT_SURE
                )
                if said and not is_denied(pieces, at, 2):
                    return Intent.FIX, None
    return None, None
