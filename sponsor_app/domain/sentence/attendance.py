"""Who was there and at which account: the known names of a line, sorted by where they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sponsor_app.domain.sentence.languages import marked
from sponsor_app.domain.sentence.marks import Mark
from sponsor_app.domain.sentence.parts import Clause, ClauseSort
from sponsor_app.domain.sentence.pieces import Piece
from sponsor_app.domain.sentence.senses import Word
from sponsor_app.domain.sentence.values import KnownName, Mention, NameKind


@dataclass(frozen=True, slots=True)
class Attendance:
    """Mentions by register, and the pieces they stand at."""

    account: Mention | None
    contacts: tuple[Mention, ...]
    members: tuple[Mention, ...]
    used: frozenset[int]


def read_attendance(pieces: Sequence[Piece], clauses: Sequence[Clause]) -> Attendance:
    """Who was there: those named in the meeting; when nobody is, those who promised or were promised to."""
    sorts = {at: c for c in clauses for at in range(c.first, c.end)}
    named = [at for at, p in enumerate(pieces) if p.name is not None]
    account_at = _account(pieces, named, sorts)
    if account_at is not None and _is_aside(pieces, named, sorts, account_at):
        account_at = None
    account = _mention(pieces[account_at]) if account_at is not None else None
    people = [at for at in named if not _is_account(pieces[at])]
    there = [at for at in people if _was_there(pieces, at, sorts) or _promises(at, sorts)]
    if not any(_has_kind(pieces[at], NameKind.CONTACT) for at in there):
        spoken_of = [at for at in people if at not in there and not _is_absent(pieces, at)]
        there += [at for at in spoken_of if _has_kind(pieces[at], NameKind.CONTACT)]
    used = {at for at in people if at in there} | (
        {account_at} if account_at is not None else set[int]()
    )
    mentions = _distinct(_chosen(_mention(pieces[at]), account) for at in sorted(there))
    contacts = tuple(m for m in mentions if m.candidates[0].kind is NameKind.CONTACT)
    members = tuple(m for m in mentions if m.candidates[0].kind is NameKind.MEMBER)
    same = {c.id for m in (*contacts, *members) for c in m.candidates}
    again = {
        at
        for at in people
        if {c.id for c in _mention(pieces[at]).candidates} & same and not _is_absent(pieces, at)
    }
    twice = {
        at
        for at in named
        if account is not None and _mention(pieces[at]).candidates == account.candidates
    }
    return Attendance(account, contacts, members, frozenset(used | again | twice))


def _mention(piece: Piece) -> Mention:
    if piece.name is None:
        raise ValueError(piece)
    return piece.name.mention


def _is_account(piece: Piece) -> bool:
    return piece.name is not None and piece.name.is_account


def _has_kind(piece: Piece, kind: NameKind) -> bool:
    return piece.name is not None and any(c.kind is kind for c in piece.name.mention.candidates)


def _account(
    pieces: Sequence[Piece], named: Sequence[int], clauses: dict[int, Clause]
) -> int | None:
    """The account the line is about: the first after `at`, else the first in the meeting, else the first."""
    accounts = [at for at in named if _is_account(pieces[at])]

    def order(at: int) -> tuple[bool, bool, bool, int]:
        meeting = clauses[at].sort is ClauseSort.MEETING
        before = _before(pieces, at)
        led = (
            before is None or before.key in marked(Mark.TO_ACCOUNT) or before.sense.kind is not None
        )
        topic = (
            before is not None
            and before.sense.word is Word.ABOUT
            and before.key not in marked(Mark.TO_ACCOUNT)
        )
        return topic, not meeting, not led, at

    return min(accounts, key=order, default=None)


def _is_aside(
    pieces: Sequence[Piece], named: Sequence[int], clauses: dict[int, Clause], account_at: int
) -> bool:
    """`lunch with Bill, he moves to Globex`: named in what was said, while who was met is of another account."""
    if clauses[account_at].sort is ClauseSort.MEETING:
        return False
    ids = {c.id for c in _mention(pieces[account_at]).candidates}
    met = [
        at
        for at in named
        if clauses[at].sort is ClauseSort.MEETING and _has_kind(pieces[at], NameKind.CONTACT)
    ]
    homes = [{c.account_id for c in _mention(pieces[at]).candidates} for at in met]
    if not homes:
        subjects = (c.subject.at for c in clauses.values() if c.subject is not None)
        met = [at for at in subjects if _has_kind(pieces[at], NameKind.CONTACT)]
        homes = [{c.account_id for c in _mention(pieces[at]).candidates} for at in met]
    return bool(homes) and not any(ids & home for home in homes)


def _before(pieces: Sequence[Piece], at: int) -> Piece | None:
    """The piece that leads to a name, over articles and titles; None at the start of a stretch."""
    for piece in reversed(pieces[:at]):
        if piece.is_break:
            return None
        skipped = piece.sense.word in (Word.OUR, Word.THEIR, Word.ROLE) or piece.key in marked(
            Mark.BEFORE_NAME
        )
        if not skipped:
            return piece
    return None


def _was_there(pieces: Sequence[Piece], at: int, clauses: dict[int, Clause]) -> bool:
    """Whether a person stands in the meeting and not only in what was spoken of."""
    name = pieces[at].name
    if clauses[at].sort is not ClauseSort.MEETING or name is None or _is_absent(pieces, at):
        return False
    before = _before(pieces, at)
    if before is None:
        return not name.possessive or at == 0
    spoken_of = before.sense.word is Word.ABOUT and before.key not in marked(Mark.TO_PERSON)
    passed_on = before.key in marked(Mark.PASSED_ON) and not _has_kind_before(pieces, at)
    if spoken_of or passed_on:
        return False
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    own = after is not None and (after.sense.kind is not None or after.sense.word is Word.SITE)
    if name.possessive and not own:
        return False
    return before.sense.verb is None or before.sense.kind is not None


def _has_kind_before(pieces: Sequence[Piece], at: int) -> bool:
    """`email to Rose`, not `escalated to Jonas`."""
    for piece in reversed(pieces[:at]):
        if piece.is_break:
            return False
        if not piece.is_grammar:
            return piece.sense.kind is not None
    return False


def _promises(at: int, clauses: dict[int, Clause]) -> bool:
    """Whether a person is the one who promises."""
    subject = clauses[at].subject
    return subject is not None and subject.at == at


def _is_absent(pieces: Sequence[Piece], at: int) -> bool:
    """`Will not there`, `Katrin nicht dabei`: named because they did not come."""
    denied = False
    for piece in pieces[at + 1 : at + 4]:
        if piece.is_break or piece.name is not None:
            return False
        if piece.key in marked(Mark.ABSENT) or (denied and piece.key in marked(Mark.PRESENT)):
            return True
        denied = denied or piece.sense.word is Word.NOT
    return False


def _chosen(mention: Mention, account: Mention | None) -> Mention:
    """The candidates with those of the named account first; of two registers the likelier one."""
    ids = {c.id for c in account.candidates} if account is not None else set[str]()

    def order(name: KnownName) -> tuple[bool, bool]:
        return name.account_id not in ids or not ids, name.kind is NameKind.MEMBER and not ids

    candidates = sorted(mention.candidates, key=order)
    if ids and not any(c.account_id in ids for c in candidates):
        candidates = sorted(candidates, key=lambda c: c.kind is not NameKind.MEMBER)
    return replace(mention, candidates=tuple(candidates))


def _distinct(mentions: Iterable[Mention]) -> list[Mention]:
    """Each person once: `Dana` after `Dana Reed` is the same one."""
    found: list[Mention] = []
    for mention in mentions:
        ids = {c.id for c in mention.candidates}
        if not any(ids & {c.id for c in other.candidates} for other in found):
            found.append(mention)
    return found
