"""What kind of meeting it was, where, why and how they felt, from the words of the meeting alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment
from sponsor_app.domain.sentence.clauses import Clause, ClauseSort
from sponsor_app.domain.sentence.pieces import Piece
from sponsor_app.domain.sentence.senses import Cue, Word
from sponsor_app.domain.sentence.tokens import word_set
from sponsor_app.domain.sentence.values import NameKind

DISTANT = frozenset({Kind.CALL, Kind.VIDEO, Kind.MESSAGE})
CARING = frozenset({Kind.COFFEE, Kind.MEAL, Kind.VISIT})
SPECIFIC = 3
_NEGATION_REACH = 3
_OPEN_CARE = (
    "no ",
    "without ",
    "just ",
    "ohne ",
    "kein",
    "nur ",
    "sans ",
    "pas ",
    "rien ",
    "nichts ",
    "nothing ",
    "not ",
    "purely ",
    "rein ",
    "aucun",
)
_OCCASIONS = word_set(
    "evening day time session discussion discussions exchange conversation people crowd morning gesprach abend tag moment echange soiree"
)
_COMES = frozenset(
    {
        "popped in",
        "popped by",
        "popped over",
        "dropped by",
        "dropped in",
        "stopped by",
        "came by",
        "came over",
        "swung by",
    }
)
_WILLING = word_set("happy glad pleased delighted")


@dataclass(frozen=True, slots=True)
class Found:
    """A field and the piece that said it."""

    at: int
    end: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """The fields of the meeting that were said; places in the pieces where, for spans."""

    kind: Kind | None
    place: Place | None
    intent: Intent | None
    sentiment: Sentiment | None
    kind_at: Found | None
    place_at: Found | None
    intent_at: Found | None
    moods_at: tuple[Found, ...]
    used: frozenset[int]
    cancelled: bool


def read_meeting(pieces: Sequence[Piece], clauses: Sequence[Clause]) -> Meeting:
    """The fields said in the clauses of the meeting."""
    places = [at for c in clauses if c.sort is ClauseSort.MEETING for at in range(c.first, c.end)]
    kind, kind_at = _kind(pieces, clauses)
    talk = {
        at
        for c in clauses
        if c.sort is ClauseSort.MEETING
        for at in range(c.first, c.end)
        if is_talk(pieces, c.first, at)
    }
    turfs = _places(pieces, [at for at in places if at not in talk])
    turf, turf_at = turfs[0] if turfs else (None, None)
    feeling, moods_at = _sentiment(pieces, places)
    turf, turf_at, feeling, moods_at = _neutral_turf(pieces, turf, turf_at, feeling, moods_at)
    if kind is Kind.MESSAGE:
        turf = None
    if kind is Kind.VISIT and turf is None and _came_to_us(pieces, clauses, kind_at):
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
    off = _is_cancelled(pieces, clauses)
    return Meeting(kind, turf, intent, feeling, kind_at, turf_at, intent_at, moods_at, used, off)


def _is_faint(pieces: Sequence[Piece], found: Found | None) -> bool:
    return found is not None and pieces[found.at].sense.weight == 0


def _is_cancelled(pieces: Sequence[Piece], clauses: Sequence[Clause]) -> bool:
    """`Acme visit cancelled`; not `they cancelled the order`."""
    for clause in clauses:
        own = pieces[clause.first : clause.end]
        kinds = [at for at, p in enumerate(own) if p.sense.kind is not None]
        called_off = [at for at, p in enumerate(own) if p.sense.cue is Cue.CANCELLED]
        if clause.sort is ClauseSort.MEETING and kinds and called_off:
            after = own[called_off[0] + 1 :]
            told_after = kinds[0] == called_off[0] + 1
            return told_after or (kinds[0] < called_off[0] and not any(p.is_content for p in after))
    return False


def _kind(pieces: Sequence[Piece], clauses: Sequence[Clause]) -> tuple[Kind | None, Found | None]:
    """The first thing that was done; a word like `met` gives way to one that says more."""
    best: int | None = None
    for clause in clauses:
        if clause.sort is not ClauseSort.MEETING:
            continue
        for at in _kinds_in(pieces, clause):
            if best is None or _says_more(pieces, at, best, clause):
                best = at
    if best is None or pieces[best].sense.weight <= 1:
        stay = _stay(pieces, clauses)
        if stay is not None:
            return Kind.VISIT, stay
    if best is None:
        return None, None
    kind = pieces[best].sense.kind
    return kind, Found(best, best + 1)


def _stay(pieces: Sequence[Piece], clauses: Sequence[Clause]) -> Found | None:
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
                return Found(at, at + 1)
    return None


def _says_we_were(pieces: Sequence[Piece], clause: Clause) -> bool:
    if pieces[clause.end - 1].key == "gewesen":
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
        if not _is_topic(pieces, clause.first, at) and not is_talk(pieces, clause.first, at)
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
        if pieces[before].key.endswith((" about", " uber", " de", " du", " des")) or pieces[
            before
        ].key in {"discussed", "discussing"}:
            return True
        before -= 1
    if before < first:
        return False
    sense = pieces[before].sense
    return sense.word is Word.ABOUT and pieces[before].key not in {
        "over",
        "a",
        "de",
        "sur",
        "after",
        "um",
        "nach",
        "around",
    }


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
    while before > first and pieces[before].key in {
        "a",
        "an",
        "einen",
        "ein",
        "un",
        "une",
        "quick",
    }:
        before -= 1
    return before >= first and pieces[before].key in {"for", "zum", "auf", "pour"}


def _places(pieces: Sequence[Piece], places: Sequence[int]) -> list[tuple[Place, Found]]:
    """Every place said, in order; the first is where it was."""
    found: list[tuple[Place, Found]] = []
    for at in places:
        piece = pieces[at]
        owned = _owned_site(pieces, at)
        if owned is not None:
            found.append(owned)
        elif piece.sense.place is not None and piece.sense.mood is None:
            found.append((piece.sense.place, Found(at, _over_site(pieces, at + 1))))
    return found


def _guest_before(pieces: Sequence[Piece], first: int, at: int) -> bool:
    """Whether a contact is who came: `Dana from Acme popped in`, not `with Dana popped in at Acme`."""
    opening = pieces[first]
    name = opening.name
    return at > first and name is not None and not name.is_account and not name.possessive


def _over_site(pieces: Sequence[Piece], at: int) -> int:
    """The end of a place with the site that follows: `bei ihr im Büro`."""
    end = at
    while end < len(pieces) and pieces[end].sense.word is Word.FILLER:
        end += 1
    return end + 1 if end < len(pieces) and pieces[end].sense.word is Word.SITE else at


def _came_to_us(pieces: Sequence[Piece], clauses: Sequence[Clause], visit: Found | None) -> bool:
    """`Dana visited us`, `Dana hat uns besucht`, `Dana popped in`."""
    if visit is None:
        return False
    clause = next(c for c in clauses if c.first <= visit.at < c.end)
    if pieces[visit.at].key in _COMES and _guest_before(pieces, clause.first, visit.at):
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


def _owned_site(pieces: Sequence[Piece], at: int) -> tuple[Place, Found] | None:
    """`their new office`, `Acme's canteen`, `the Halvorsen plant`, `unser Werk`, `locaux d'Acme`."""
    piece = pieces[at]
    if piece.sense.word in (Word.OUR, Word.THEIR, Word.GROUP):
        end = _site_after(pieces, at + 1)
        side = Place.OURS if piece.sense.word is Word.OUR else Place.THEIRS
        return (side, Found(at, end)) if end is not None else None
    if piece.name is not None:
        end = _site_after(pieces, at + 1)
        ours = piece.name.mention.candidates[0].kind is NameKind.MEMBER
        return (
            (Place.OURS if ours else Place.THEIRS, Found(at + 1, end)) if end is not None else None
        )
    if piece.sense.word is Word.SITE and at + 2 < len(pieces):
        linked = pieces[at + 1].key in {"of", "de", "d", "von", "bei", "du", "chez", "at"}
        name = pieces[at + 2].name
        if linked and name is not None and name.is_account:
            return Place.THEIRS, Found(at, at + 1)
    return None


def _site_after(pieces: Sequence[Piece], at: int) -> int | None:
    """The end of a site that begins here, over one word such as `new` or a possessive s."""
    for end in range(at, min(at + 2, len(pieces))):
        piece = pieces[end]
        if piece.sense.word is Word.SITE:
            return end + 1
        if (
            not (piece.is_content or piece.key == "s")
            or piece.sense.is_anchor
            or piece.sense.cue is not None
        ):
            return None
    return None


def _intent(pieces: Sequence[Piece], places: Sequence[int]) -> tuple[Intent | None, Found | None]:
    """The first purpose said; that there was none wins over what came up."""
    said = [
        at for at in places if pieces[at].sense.intent is not None and not _is_denied(pieces, at, 2)
    ]
    if not said:
        return None, None
    plain = [at for at in said if pieces[at].key.startswith(_OPEN_CARE)]
    first = (plain or said)[0]
    return pieces[first].sense.intent, Found(first, first + 1)


def _fix_promised(
    pieces: Sequence[Piece], clauses: Sequence[Clause]
) -> tuple[Intent | None, Found | None]:
    """A repair that is promised says why we met; a price that is promised does not."""
    for clause in clauses:
        if clause.sort is ClauseSort.PROMISE:
            for at in range(clause.first, clause.end):
                if pieces[at].sense.intent is Intent.FIX and not _is_denied(pieces, at, 2):
                    return Intent.FIX, None
    return None, None


def _is_denied(pieces: Sequence[Piece], at: int, reach: int) -> bool:
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
    return pieces[at].key == "noch" and any(p.key == "weder" for p in near)


def _sentiment(
    pieces: Sequence[Piece], places: Sequence[int]
) -> tuple[Sentiment | None, tuple[Found, ...]]:
    """All feelings said together: good and bad are neutral."""
    moods: list[tuple[Sentiment, int]] = []
    for at in places:
        mood = _mood(pieces, at)
        if mood is not None:
            moods.append((mood, at))
    values = {mood for mood, _ in moods}
    if _neither(pieces, moods):
        values = {Sentiment.NEUTRAL}
    found = tuple(Found(at, at + 1) for _, at in moods)
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
    denied = _is_denied(pieces, at, _NEGATION_REACH) or _is_denied_after(pieces, at)
    if not denied:
        return sense.mood
    return Sentiment.NEUTRAL if sense.mood is Sentiment.NEGATIVE else Sentiment.NEGATIVE


def _is_denied_after(pieces: Sequence[Piece], at: int) -> bool:
    """German: `zufrieden war sie nicht`."""
    ends = at + 1
    while ends < len(pieces) and not pieces[ends].is_break:
        ends += 1
    return (
        at + 1 < ends <= at + 4
        and pieces[ends - 1].key == "nicht"
        and pieces[at + 1].sense.word is Word.BE
    )


def _is_willing(pieces: Sequence[Piece], at: int) -> bool:
    """`happy to help` says what they will do, not how they are."""
    after = pieces[at + 1 : at + 3]
    ready = pieces[at].key in _WILLING and len(after) == 2  # noqa: PLR2004
    return ready and after[0].sense.word is Word.TO and after[1].sense.verb is not None


def _is_soft_mood(pieces: Sequence[Piece], at: int) -> bool:
    """`good` is a feeling beside `meeting`, or when it says nothing else of anything."""
    after = _solid(pieces, range(at + 1, len(pieces)))
    if after is None:
        return True
    return (
        after.sense.kind is not None
        or after.key
        in {"mood", "atmosphere", "stimmung", "ambiance", "humeur", "vibe", "spirits"} | _OCCASIONS
    )


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


def _neutral_turf(
    pieces: Sequence[Piece],
    turf: Place | None,
    turf_at: Found | None,
    feeling: Sentiment | None,
    moods_at: tuple[Found, ...],
) -> tuple[Place | None, Found | None, Sentiment | None, tuple[Found, ...]]:
    """`neutral` alone is how they felt, unless that is said too: then it is the ground."""
    both = [f for f in moods_at if pieces[f.at].sense.place is not None]
    if not both or turf is not None or len(moods_at) == len(both):
        return turf, turf_at, feeling, moods_at
    rest = tuple(f for f in moods_at if f not in both)
    return Place.NEUTRAL, both[0], feeling, rest
