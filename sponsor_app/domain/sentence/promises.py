"""What was promised, in words short enough for a list, and by when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.sentence.days import Lean, date_of, is_explicit
from sponsor_app.domain.sentence.languages import marked
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.parts import Clause
from sponsor_app.domain.sentence.pieces import Piece
from sponsor_app.domain.sentence.senses import Cue, Verb, Word
from sponsor_app.domain.sentence.values import PromiseDraft

_EDGE_MARKS = ' \t\n,;:.!?()[]{}–—-…"“”«»'
_TAKES_PERSON = frozenset({Cue.PROMISED, Cue.OWE, Cue.TO_US, Cue.REQUEST})


@dataclass(frozen=True, slots=True)
class Drafted:
    """A promise, the piece that says its day, and a day of the past said at its end."""

    promise: PromiseDraft
    due_at: int | None
    past_at: int | None


def draft(text: str, pieces: Sequence[Piece], clause: Clause, code: str, today: date) -> Drafted:
    """The promise that a clause makes."""
    due_at, due = _due(pieces, clause, today)
    past_at = _trailing_past(pieces, clause, due_at)
    hidden = {at for at in (due_at, past_at) if at is not None} | _impossible(pieces, clause)
    said = _said(text, pieces, clause, hidden, code)
    by = clause.subject.by if clause.subject is not None else None
    return Drafted(PromiseDraft(said, clause.direction, due, by), due_at, past_at)


def _due(pieces: Sequence[Piece], clause: Clause, today: date) -> tuple[int | None, date | None]:
    """The day said as a limit, else the last that lies ahead."""
    found = [
        (at, due)
        for at in range(clause.first, clause.end)
        if (due := _due_of(pieces[at], today)) is not None
    ]
    limits = [(at, due) for at, due in found if _is_limit(pieces[at])]
    return limits[0] if limits else found[-1] if found else (None, None)


def _is_limit(piece: Piece) -> bool:
    return piece.day is not None and piece.day.by


def _due_of(piece: Piece, today: date) -> date | None:
    day = piece.day
    if day is None or day.reading is None or day.since:
        return None
    due = date_of(day.reading, today, Lean.DUE, by=day.by)
    if due is None or (due < today and not (is_explicit(day.reading) and day.by)):
        return None
    return due


def _trailing_past(pieces: Sequence[Piece], clause: Clause, due_at: int | None) -> int | None:
    """`promised pricing yesterday`: the last word is when it was said."""
    last = clause.end - 1
    day = pieces[last].day
    found = (
        day is not None and last != due_at and day.reading is not None and not (day.since or day.by)
    )
    return last if found else None


def _impossible(pieces: Sequence[Piece], clause: Clause) -> set[int]:
    places = range(clause.first, clause.end)
    return {at for at in places if (day := pieces[at].day) is not None and day.reading is None}


def _said(text: str, pieces: Sequence[Piece], clause: Clause, hidden: set[int], code: str) -> str:
    if code == "de":
        kept, verb = _german(pieces, clause, hidden)
        words = _tidy(text, pieces, kept, strip_articles=True)
        said = f"{words} {verb}".strip() if verb else words
    else:
        kept, verb = _verb_first(pieces, clause, hidden)
        rest = kept[1:] if verb else kept
        words = _tidy(text, pieces, rest, strip_articles=not verb)
        said = f"{verb[:1].upper()}{verb[1:]} {words}".strip() if verb else words
    return said or _whole(text, pieces, clause, hidden)


def _whole(text: str, pieces: Sequence[Piece], clause: Clause, hidden: set[int]) -> str:
    """For a promise that says nothing else: its own words without the day."""
    kept = [at for at in range(clause.first, clause.end) if at not in hidden]
    words = _tidy(text, pieces, kept, strip_articles=True)
    if words:
        return words
    whole = text[pieces[clause.first].start : pieces[clause.end - 1].stop]
    return " ".join(whole.split()).strip(_EDGE_MARKS) or whole.strip()


def _verb_first(pieces: Sequence[Piece], clause: Clause, hidden: set[int]) -> tuple[list[int], str]:
    """English and French: what follows the words of promising, or stands before them; and its verb."""
    head = clause.head
    if head < 0:
        return _object(pieces, range(clause.first, clause.end), hidden), ""
    start, verb = _after_head(pieces, clause, hidden)
    right = [at for at in range(start, clause.end) if at not in hidden]
    left = _object(pieces, range(clause.first, head), hidden) if start == head else []
    if verb is not None and right and (len(right) > 1 or not left):
        return right, verb.infinitive
    if verb is not None and left:
        return left, ""
    if any(_says(pieces[at]) for at in right):
        return right, ""
    return _object(pieces, range(clause.first, head), hidden), ""


def _says(piece: Piece) -> bool:
    return (
        piece.is_content
        or piece.sense.is_anchor
        or piece.sense.intent is not None
        or piece.name is not None
    )


def _object(pieces: Sequence[Piece], places: Iterable[int], hidden: set[int]) -> list[int]:
    """The pieces in `places` from the first that says something to the last."""
    kept = [at for at in places if at not in hidden]
    while kept and not _says(pieces[kept[0]]) and pieces[kept[0]].key not in marked(Mark.ARTICLES):
        kept.pop(0)
    while kept and not _says(pieces[kept[-1]]):
        kept.pop()
    return kept


def _after_head(
    pieces: Sequence[Piece], clause: Clause, hidden: set[int]
) -> tuple[int, Verb | None]:
    """Where what is promised begins, after `to`, `them`, `that we will`; and the verb there."""
    head = clause.head
    cue = pieces[head].sense.cue
    if pieces[head].sense.verb is not None and cue in (None, Cue.AGAIN):
        return head, pieces[head].sense.verb
    at, led = head + 1, cue in (Cue.WILL, Cue.MUST, Cue.TO_DO)
    while at < clause.end and (at in hidden or _is_passed(pieces, at, clause)):
        led = led or pieces[at].sense.word is Word.TO or pieces[at].sense.cue is Cue.WILL
        at += 1
    if at >= clause.end or not led or (cue is Cue.TO_DO and _is_item(pieces, at, clause.end)):
        return at, None
    return at, pieces[at].sense.verb


def _is_item(pieces: Sequence[Piece], at: int, end: int) -> bool:
    """Whether a word that may be a verb is a thing to do: `quote by Friday`, not `quote the new price`."""
    sense = pieces[at].sense
    after = pieces[at + 1] if at + 1 < end else None
    noun = sense.intent is not None or sense.kind is not None
    return noun and (
        after is None or after.day is not None or after.key in marked(Mark.THING_AFTER)
    )


def _is_passed(pieces: Sequence[Piece], at: int, clause: Clause) -> bool:
    piece = pieces[at]
    sense = piece.sense
    if piece.is_break or piece.is_mark or sense.cue in (Cue.WILL, Cue.MUST, Cue.PROMISED):
        return True
    if piece.name is not None:
        person = pieces[clause.head].sense.cue in _TAKES_PERSON and not piece.name.possessive
        return person and any(_says(p) for p in pieces[at + 1 : clause.end])
    if sense.verb is not None or sense.kind is not None:
        return False
    return sense.word in (Word.ADVERB, Word.TO) or sense.whom is not None or sense.who is not None


def _german(pieces: Sequence[Piece], clause: Clause, hidden: set[int]) -> tuple[list[int], str]:
    """German: what stands around the verb, then the verb as it is looked up."""
    verb = _german_verb(pieces, clause)
    subject = clause.subject.at if clause.subject is not None else -1
    places = range(clause.first, clause.end)
    kept = [
        at for at in places if at not in hidden and at != subject and not _is_scaffold(pieces[at])
    ]
    kept = _without_person(pieces, clause, kept)
    while kept and pieces[kept[0]].is_mark:
        kept.pop(0)
    while kept and (_is_idle_mark(pieces[kept[-1]]) or _is_particle(pieces[kept[-1]], verb)):
        kept.pop()
    return kept, verb


def _without_person(pieces: Sequence[Piece], clause: Clause, kept: list[int]) -> list[int]:
    """`Sabine eine Demo versprochen`: to whom is not what."""
    if clause.head < 0 or pieces[clause.head].sense.cue not in _TAKES_PERSON:
        return kept
    rest = [
        at
        for at in kept
        if pieces[at].name is None or (at - 1 in kept and pieces[at - 1].is_grammar)
    ]
    return rest if any(_says(pieces[at]) for at in rest) else kept


def _is_particle(piece: Piece, verb: str) -> bool:
    return piece.key in marked(Mark.PARTICLES) and bool(verb)


def _german_verb(pieces: Sequence[Piece], clause: Clause) -> str:
    verbs = [
        v
        for p in pieces[clause.first : clause.end]
        if (v := p.sense.verb) is not None and p.sense.kind is None
    ]
    bare = [v for v in verbs if v.bare]
    return (bare or verbs)[-1].infinitive if verbs else ""


def _is_scaffold(piece: Piece) -> bool:
    """Words of promising and of grammar that the text of a promise does without."""
    sense = piece.sense
    if piece.is_break or sense.aux is not None or sense.cue not in (None, Cue.AGAIN):
        return True
    if sense.verb is not None and sense.kind is None:
        return True
    if sense.who is not None or sense.whom is not None:
        return piece.key not in marked(Mark.ARTICLES)
    return (
        sense.word in (Word.ADVERB, Word.TO, Word.AND)
        and not piece.is_content
        and sense.word is not Word.AND
    )


def _tidy(text: str, pieces: Sequence[Piece], kept: list[int], *, strip_articles: bool) -> str:
    """The kept pieces as they were typed, without what only leads in or trails off."""
    kept = list(kept)
    while kept and strip_articles and _leads_in(pieces[kept[0]]):
        kept.pop(0)
    while kept and (
        pieces[kept[-1]].key in marked(Mark.TRAILING)
        or pieces[kept[-1]].is_break
        or _is_idle_mark(pieces[kept[-1]])
    ):
        kept.pop()
    runs: list[str] = []
    for index, at in enumerate(kept):
        if index and kept[index - 1] == at - 1:
            runs[-1] += text[pieces[at - 1].stop : pieces[at].stop]
        else:
            runs.append(text[pieces[at].start : pieces[at].stop])
    said = " ".join(" ".join(runs).split()).strip(_EDGE_MARKS)
    return f"{said})" if said.count("(") > said.count(")") else said


def _is_idle_mark(piece: Piece) -> bool:
    """A mark that says nothing: not the sign of a share."""
    return piece.is_mark and piece.key != "%"


def _leads_in(piece: Piece) -> bool:
    return (
        piece.key in marked(Mark.ARTICLES)
        or piece.is_mark
        or piece.is_break
        or piece.sense.word in (Word.AND, Word.BUT)
    )
