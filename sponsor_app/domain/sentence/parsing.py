"""Read one line about a meeting: what it was, who was there, what was promised and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sponsor_app.domain.interaction import Intent, Kind, Place
from sponsor_app.domain.sentence.ahead import engagement, look_ahead
from sponsor_app.domain.sentence.attendance import Attendance, read_attendance
from sponsor_app.domain.sentence.clauses import find_clauses
from sponsor_app.domain.sentence.facts import (
    Told,
    drafts,
    find_facts,
    says_nothing_else,
    without_facts,
)
from sponsor_app.domain.sentence.kinds import CARING, DISTANT
from sponsor_app.domain.sentence.languages import VOCABULARIES, detect, language_of, spoken_in
from sponsor_app.domain.sentence.leftovers import joined, left_over, ordered_spans, tidied
from sponsor_app.domain.sentence.meeting import Meeting, read_meeting
from sponsor_app.domain.sentence.names import find_names
from sponsor_app.domain.sentence.parts import Clause, ClauseSort
from sponsor_app.domain.sentence.pieces import Piece, cut
from sponsor_app.domain.sentence.promises import Drafted, draft
from sponsor_app.domain.sentence.strangers import Stranger, find_strangers
from sponsor_app.domain.sentence.tokens import Token, readable, tokenise
from sponsor_app.domain.sentence.values import KnownName, PromiseDraft, Role, Sentence
from sponsor_app.domain.sentence.when import When, read_when


@dataclass(frozen=True, slots=True)
class _Read:
    """Everything found in a line, before it is put together."""

    text: str
    pieces: tuple[Piece, ...]
    clauses: list[Clause]
    meeting: Meeting
    people: Attendance
    strangers: list[Stranger]
    promises: list[tuple[Clause, Drafted]]
    when: When
    only_ahead: bool


def parse(
    text: str, names: Sequence[KnownName], today: date, language: str | None = None
) -> Sentence:
    """The sentence in `text`, said on `today`, where `names` are the records that might be meant.

    `language` is `en`, `de` or `fr`; None finds out. Never raises; what is not understood is in `unparsed`.
    """
    tokens = tokenise(text)
    unmasked = [False] * len(tokens)
    given = language if language in VOCABULARIES else None
    sightings = find_names(tokens, names, given or detect(tokens, unmasked))
    masked = [False] * len(tokens)
    for sighting in sightings:
        masked[sighting.first : sighting.end] = [True] * (sighting.end - sighting.first)
    codes = (given,) if given else spoken_in(tokens, masked)
    code = codes[0]
    pieces = cut(tokens, sightings, language_of(code), [language_of(one) for one in codes[1:]])
    told = find_facts(text, pieces)
    if not told:
        return _sentence(_read(text, tokens, pieces, code, today), code, today)
    rest = without_facts(pieces, told)
    return _with_facts(_sentence(_read(text, tokens, rest, code, today), code, today), pieces, told)


def _with_facts(sentence: Sentence, pieces: Sequence[Piece], told: Sequence[Told]) -> Sentence:
    """The sentence with what was told of people; where it says nothing else, nothing happened."""
    only = says_nothing_else(without_facts(pieces, told))
    marks = [(one.start, one.end, one.role) for one in sentence.spans]
    marks += [(pieces[one.says].start, pieces[one.end - 1].stop, Role.FACT) for one in told]
    return replace(
        sentence,
        kind=None if only else sentence.kind,
        facts=drafts(sentence.text, pieces, told),
        only_facts=only,
        spans=ordered_spans(sentence.text, marks),
    )


def _read(
    text: str, tokens: Sequence[Token], pieces: tuple[Piece, ...], code: str, today: date
) -> _Read:
    outlook = look_ahead(pieces, find_clauses(pieces, code, today), code, today)
    clauses = outlook.clauses
    promises = [
        (c, draft(text, pieces, c, code, today)) for c in clauses if c.sort is ClauseSort.PROMISE
    ]
    meeting = read_meeting(pieces, clauses)
    return _Read(
        text,
        pieces,
        clauses,
        meeting,
        read_attendance(pieces, clauses),
        find_strangers(pieces, clauses, tokens, code),
        promises,
        read_when(pieces, clauses, meeting, [d for _, d in promises], today),
        outlook.only_ahead,
    )


def _sentence(read: _Read, code: str, today: date) -> Sentence:
    meeting, people = read.meeting, read.people
    kind, kind_guessed = _kind(read, code)
    place, place_guessed = _place(meeting.place, kind)
    intent, intent_guessed = _intent(meeting.intent, kind)
    stretches = _stretches(read)
    unknown_people, unknown_account = _unknown(read)
    return Sentence(
        text=read.text,
        language=code,
        kind=kind,
        kind_guessed=kind_guessed,
        account=people.account,
        contacts=people.contacts,
        members=people.members,
        unknown_people=unknown_people,
        unknown_account=unknown_account,
        on=read.when.on or _first_due(read, today) or today,
        on_guessed=read.when.on is None,
        place=place,
        place_guessed=place_guessed,
        intent=intent,
        intent_guessed=intent_guessed,
        sentiment=meeting.sentiment,
        promises=_promises(read),
        next_on=read.when.next_on,
        summary=tidied(read.text),
        unparsed=joined(read.text, stretches),
        cancelled=meeting.cancelled,
        planned=read.only_ahead and not meeting.cancelled,
        spans=ordered_spans(
            read.text, [*_marks(read), *((a, b, Role.UNPARSED) for a, b in stretches)]
        ),
    )


def _promises(read: _Read) -> tuple[PromiseDraft, ...]:
    """The promises with their places in the line."""
    starts = (-1 if d.due_at is None else read.pieces[d.due_at].start for _, d in read.promises)
    return tuple(
        replace(drafted.promise, number=number, due_start=start)
        for number, ((_, drafted), start) in enumerate(zip(read.promises, starts, strict=True))
    )


def _first_due(read: _Read, today: date) -> date | None:
    """The day of a line that only looks ahead to what was promised: where that is due."""
    if not read.only_ahead or _engaged_ahead(read, promised=False) is not None:
        return None
    due = [d.promise.due for _, d in read.promises if d.promise.due is not None]
    return min((day for day in due if day > today), default=None)


def _kind(read: _Read, code: str) -> tuple[Kind | None, bool]:
    """What was said; else a visit to their place or a meeting with somebody, guessed."""
    kind = read.meeting.kind or _planned_kind(read, code)
    if kind is not None:
        return kind, False
    if read.only_ahead and read.promises:
        return None, False
    told = (
        p
        for c in read.clauses
        if c.sort is ClauseSort.MEETING
        for p in read.pieces[c.first : c.end]
    )
    if not read.strangers and not any(p.name for p in told):
        return None, False
    if read.meeting.place is Place.THEIRS:
        return Kind.VISIT, True
    return (Kind.CALL if read.meeting.place is Place.REMOTE else Kind.MEETING), True


def _planned_kind(read: _Read, code: str) -> Kind | None:
    """What is planned, in a line that tells of nothing that happened; `next visit` is one phrase of two words."""
    if read.only_ahead:
        return _engaged_ahead(read, promised=True) or _next_kind(read, code)
    return (
        None if any(c.sort is ClauseSort.MEETING for c in read.clauses) else _next_kind(read, code)
    )


def _engaged_ahead(read: _Read, *, promised: bool) -> Kind | None:
    """What we, or when `promised` they, will do together: `anrufen` and `Dana will call me` are calls."""
    kinds = (
        engagement(piece)
        for c in read.clauses
        if c.ahead or (promised and c.sort is ClauseSort.PROMISE)
        for piece in read.pieces[c.first : c.end]
    )
    return next((kind for kind in kinds if kind is not None), None)


def _next_kind(read: _Read, code: str) -> Kind | None:
    meanings = language_of(code).book.meanings
    keys = (
        word
        for c in read.clauses
        if c.sort is ClauseSort.NEXT
        for p in read.pieces[c.first : c.end]
        for word in (p.key, p.key.rpartition(" ")[2])
    )
    said = [sense for key in keys if (sense := meanings.get(key)) is not None and sense.kind]
    return max(said, key=lambda sense: sense.weight).kind if said else None


def _place(said: Place | None, kind: Kind | None) -> tuple[Place | None, bool]:
    if said is not None or kind is None:
        return said, False
    if kind in DISTANT:
        return Place.REMOTE, False
    return (Place.THEIRS, True) if kind is Kind.VISIT else (None, False)


def _intent(said: Intent | None, kind: Kind | None) -> tuple[Intent | None, bool]:
    if said is not None:
        return said, False
    return (Intent.CARE, True) if kind in CARING else (None, False)


def _unknown(read: _Read) -> tuple[tuple[str, ...], str | None]:
    said = [
        (s.is_account, read.text[read.pieces[s.at].start : read.pieces[s.end - 1].stop])
        for s in read.strangers
    ]
    people = tuple(dict.fromkeys(_as_name(t) for is_account, t in said if not is_account))
    accounts = [_as_name(t) for is_account, t in said if is_account]
    return people, accounts[0] if accounts and read.people.account is None else None


def _as_name(text: str) -> str:
    """A name as it is kept: with its capitals when it was typed all small."""
    name = " ".join(text.split())
    return name.title() if name.islower() else name


def _stretches(read: _Read) -> list[tuple[int, int]]:
    """The characters not understood: leftovers, and all beyond the part that was read."""
    taken = set(read.meeting.used | read.people.used | read.when.used)
    told: set[int] = set()
    for clause, drafted in read.promises:
        told |= {
            at for at in range(clause.first, clause.end) if not _is_impossible(read.pieces[at])
        }
        taken |= {at for at in (drafted.due_at,) if at is not None}
    one_account = read.people.account is None
    for stranger in read.strangers:
        if not stranger.is_account or one_account:
            taken |= set(range(stranger.at, stranger.end))
    for clause in read.clauses:
        if clause.ahead:
            places = range(clause.first, clause.end)
            told |= {at for at in places if engagement(read.pieces[at]) is not None}
        if clause.sort is ClauseSort.NEXT:
            told |= {
                at
                for at in range(clause.first, clause.end)
                if at == clause.head or read.pieces[at].sense.verb is not None
            }
            told |= {
                at for at in range(clause.first, clause.end) if read.pieces[at].name is not None
            }
    found = [
        (read.pieces[first].start, read.pieces[end - 1].stop)
        for first, end in left_over(read.pieces, frozenset(taken), frozenset(told))
    ]
    seen = len(readable(read.text))
    return [*found, (seen, len(read.text))] if seen < len(read.text) else found


def _is_impossible(piece: Piece) -> bool:
    return piece.day is not None and piece.day.reading is None


def _marks(read: _Read) -> list[tuple[int, int, Role]]:
    pieces, meeting = read.pieces, read.meeting
    marks: list[tuple[int, int, Role]] = []
    fields = (
        (meeting.kind_at, Role.KIND),
        (meeting.place_at, Role.PLACE),
        (meeting.intent_at, Role.INTENT),
    )
    for found, role in (*fields, *((f, Role.SENTIMENT) for f in meeting.moods_at)):
        if found is not None:
            marks.append((pieces[found.at].start, pieces[found.end - 1].stop, role))
    people = read.people
    named = ((people.contacts, Role.CONTACT), (people.members, Role.MEMBER))
    marks += [(m.start, m.end, role) for mentions, role in named for m in mentions]
    if people.account is not None:
        marks.append((people.account.start, people.account.end, Role.ACCOUNT))
    marks += _stranger_marks(read) + _promise_marks(read)
    dates = ((read.when.on_at, Role.DATE), (read.when.next_at, Role.NEXT_DATE))
    return marks + [
        (pieces[at].start, pieces[at].stop, role) for at, role in dates if at is not None
    ]


def _stranger_marks(read: _Read) -> list[tuple[int, int, Role]]:
    known = read.people.account is not None
    return [
        (
            read.pieces[s.at].start,
            read.pieces[s.end - 1].stop,
            Role.UNKNOWN_ACCOUNT if s.is_account else Role.UNKNOWN_PERSON,
        )
        for s in read.strangers
        if not (s.is_account and known)
    ]


def _promise_marks(read: _Read) -> list[tuple[int, int, Role]]:
    """Each promise without its days and names, which are spans of their own."""
    marks: list[tuple[int, int, Role]] = []
    taken = {m.start for m in (*read.people.contacts, *read.people.members)}
    for clause, drafted in read.promises:
        own = {drafted.due_at, drafted.past_at}
        run: list[int] = []
        for at in [*range(clause.first, clause.end), -1]:
            stops = (
                at < 0
                or at in own
                or _is_impossible(read.pieces[at])
                or read.pieces[at].start in taken
            )
            if stops and run:
                marks.append((read.pieces[run[0]].start, read.pieces[run[-1]].stop, Role.PROMISE))
            run = [] if stops else [*run, at]
        if drafted.due_at is not None:
            due = read.pieces[drafted.due_at]
            marks.append((due.start, due.stop, Role.DUE))
    return marks
