"""Read a shared file: everything believable in it comes out, everything else is named, nothing is ever raised.

Reading changes nothing; reading twice gives the same. What a laptop holds already is skipped by its hash.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sponsor_app.sync.envelope.bases import Base, open_base, pieces
from sponsor_app.sync.envelope.chains import Chains, Cuts, Frame, Known, last_heads
from sponsor_app.sync.envelope.devices import Card, DeviceKeys, Role
from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.findings import (
    Cut,
    Damaged,
    Excluded,
    Finding,
    NewerFormat,
    NotOurs,
    OtherTeam,
    Refused,
    Split,
    TooMuch,
)
from sponsor_app.sync.envelope.joining import read_join_card
from sponsor_app.sync.envelope.limits import MOST_REFUSED, READER
from sponsor_app.sync.envelope.records import (
    FILE_HEADER,
    FileHeader,
    Kind,
    Record,
    file_header,
    hash_together,
    scan,
)
from sponsor_app.sync.envelope.refusals import Reason, Unbelievable, demand
from sponsor_app.sync.envelope.sealing import check_signature
from sponsor_app.sync.envelope.team import Team, admit
from sponsor_app.sync.envelope.trailers import Trailer, open_trailer


@dataclass(frozen=True)
class Reading:
    """All that a file says.

    `frames` are new ones only, each writer's in order; `cards` are laptops that ask to join, by the code they used.
    `reached` is how far each writer has come in the file and what was known. `present` are the hashes of the records
    worth keeping in it and `records` these in file order; `kept` are those of them that this version cannot judge.
    """

    team: Team
    header: FileHeader | None = None
    bases: tuple[Base, ...] = ()
    frames: tuple[Frame, ...] = ()
    cards: Mapping[bytes, tuple[Card, ...]] = field(default_factory=dict[bytes, tuple[Card, ...]])
    trailer: Trailer | None = None
    reached: Mapping[bytes, Head] = field(default_factory=dict[bytes, Head])
    present: frozenset[bytes] = frozenset()
    records: tuple[Record, ...] = ()
    kept: tuple[bytes, ...] = ()
    findings: tuple[Finding, ...] = ()
    writable: bool = True

    @property
    def body(self) -> tuple[bytes, ...]:
        """The bytes of `records`."""
        return tuple(record.content for record in self.records)


class _Session:
    """One reading while it goes on."""

    def __init__(self, team: Team, known: Known) -> None:
        self.team = team
        self.known = known
        self.findings: list[Finding] = []
        self.records: list[Record] = []
        self.present: set[bytes] = set()
        self.kept: list[bytes] = []
        self.bases: list[Base] = []
        self.trailer: Trailer | None = None
        self.refused = 0

    def keep(self, record: Record) -> None:
        self.kept.append(record.content)
        self.present.add(record.hash)

    def refuse(self, record: Record, reason: Reason) -> None:
        header = record.header
        self.findings.append(Refused(reason, header.writer, header.sequence, record.at))
        self.refused += 1

    def tired(self) -> bool:
        """Whether so much was refused that nobody can have meant well."""
        return self.refused > MOST_REFUSED


def read(
    content: bytes,
    team: Team,
    me: DeviceKeys,
    known: Known | None = None,
    start: int = FILE_HEADER.size,
) -> Reading:
    """Everything believable in `content` that goes beyond `known`. Raises nothing for any bytes.

    With `start` only what stands from there on is looked at, and named in the reading: for a caller that found the
    bytes before it to be those it read last time. Whenever such a reading has findings, read the whole file.
    """
    header = file_header(content)
    if header is None:
        return Reading(team, findings=(NotOurs(len(content)),), writable=False)
    if header.file_id != team.file_id:
        return Reading(team, header, findings=(OtherTeam(header.file_id),), writable=False)
    session = _Session(team, known or Known())
    groups = _sorted_out(content, session, start)
    session.team, refusals = admit(team, groups[Kind.EPOCH], me)
    session.findings += refusals
    session.refused += len(refusals)
    session.present |= {r.hash for r in groups[Kind.EPOCH]} & (
        session.team.epochs.keys() | session.team.closed.keys()
    )
    if not session.team.trunk:
        return Reading(session.team, header, findings=tuple(session.findings), writable=False)
    chains = _contents(groups, session)
    _end(content, groups[Kind.TRAILER], session)
    return _reading(header, chains, session)


def _contents(groups: Mapping[int, list[Record]], session: _Session) -> Chains:
    _bases(groups, session)
    covered = dict(session.known.covered)
    for base in session.bases:
        for writer, head in base.vector.items():
            covered[writer] = max(head, covered.get(writer, head))
    chains = Chains(session.team, session.known, covered)
    _chains([*groups[Kind.FRAME], *groups[Kind.CARD]], chains, session)
    for kind in groups.keys() - set(Kind):
        _unknown(groups[kind], session)
    return chains


def _reading(header: FileHeader, chains: Chains, session: _Session) -> Reading:
    accepted = [
        frame for place in sorted(chains.accepted) for frame in chains.accepted[place].values()
    ]
    trailer = session.trailer
    asked = max(header.min_reader, trailer.min_reader if trailer else 0)
    if asked > READER:
        session.findings.append(NewerFormat(asked))
    excluded = _excluded(session.team)
    findings = [*session.findings, *chains.findings(), *excluded]
    if session.tired():
        findings.append(TooMuch(MOST_REFUSED))
    cards = _cards(accepted, session)
    frames = [frame for frame in accepted if not frame.card]
    return Reading(
        team=session.team,
        header=header,
        bases=tuple(session.bases),
        frames=tuple(frames),
        cards=cards,
        trailer=trailer,
        reached=last_heads(accepted, chains.covered),
        present=frozenset(session.present),
        records=tuple(r for r in session.records if r.hash in session.present),
        kept=tuple(session.kept),
        findings=tuple(dict.fromkeys(findings)),
        writable=asked <= READER
        and not any(isinstance(e, Excluded) and e.latest for e in excluded),
    )


def _sorted_out(content: bytes, session: _Session, start: int) -> dict[int, list[Record]]:
    """Records by kind, each once, in file order; what is no record is named."""
    groups: dict[int, list[Record]] = defaultdict(list)
    seen: set[bytes] = set()
    every = list(scan(content, start))
    hash_together(one for one in every if isinstance(one, Record))
    for found in every:
        if not isinstance(found, Record):
            session.findings.append(Damaged(*found))
        elif found.hash not in seen:
            seen.add(found.hash)
            session.records.append(found)
            groups[found.header.kind].append(found)
    return groups


def _placed(record: Record, session: _Session) -> bool:
    """Whether a record stands in a state of the team that counts; False when it waits for an admin or is not for me."""
    header, team = record.header, session.team
    if header.epoch in team.closed:
        return False
    epoch = team.epochs.get(header.epoch)
    if epoch is None:
        raise Unbelievable(Reason.EPOCH)
    demand(header.writer in epoch.roster, Reason.STRANGER)
    if header.epoch in team.counted:
        return True
    check_signature(record, team.file_id, epoch.roster[header.writer].ed)
    session.keep(record)
    return False


def _bases(groups: Mapping[int, list[Record]], session: _Session) -> None:
    """Whole bases; pieces that belong to none are named once for each writer."""
    chunks = {record.hash: record for record in groups[Kind.CHUNK]}
    named: set[bytes] = set()
    for end in groups[Kind.BASE]:
        if session.tired():
            return
        try:
            if _placed(end, session):
                _base(end, chunks, session)
        except Unbelievable as refusal:
            named.add(end.header.writer)
            session.refuse(end, refusal.reason)
    for i, record in chunks.items():
        writer = record.header.writer
        if (
            i not in session.present
            and writer not in named
            and record.header.epoch not in session.team.closed
        ):
            named.add(writer)
            session.refuse(record, Reason.BASE)


def _base(end: Record, chunks: Mapping[bytes, Record], session: _Session) -> None:
    if end.hash not in session.known.bases:
        session.bases.append(open_base(session.team, end, chunks))
    session.present.update(piece.hash for piece in pieces(end, chunks))
    session.present.add(end.hash)


def _chains(records: Iterable[Record], chains: Chains, session: _Session) -> None:
    by_hash = {record.hash: record for record in records}
    cuts = Cuts(session.team.tip.frozen, by_hash)
    for record in sorted(by_hash.values(), key=lambda r: (r.header.writer, r.header.sequence)):
        if session.tired():
            return
        header = record.header
        held = session.known.frames.get((header.writer, header.sequence), ())
        if record.hash in held:
            session.present.add(record.hash)
            continue
        try:
            if _placed(record, session):
                _take(record, chains, cuts, session, bool(held))
        except Unbelievable as refusal:
            session.refuse(record, refusal.reason)


def _take(record: Record, chains: Chains, cuts: Cuts, session: _Session, held: bool) -> None:
    header = record.header
    if not cuts.admits(record):
        demand(not held, Reason.REMOVED)
        chains.waiting.setdefault(header.writer, []).append(header.sequence)
    elif chains.take(record):
        session.present.add(record.hash)


def _unknown(records: Iterable[Record], session: _Session) -> None:
    """Kinds of a later version: kept byte for byte when somebody of the team signed them."""
    for record in records:
        if session.tired():
            return
        try:
            if _placed(record, session):
                card = session.team.epochs[record.header.epoch].roster[record.header.writer]
                check_signature(record, session.team.file_id, card.ed)
                session.keep(record)
        except Unbelievable:
            session.refuse(record, Reason.KIND)


def _end(content: bytes, trailers: Iterable[Record], session: _Session) -> None:
    """The last believable trailer, and whether it stands where its writer put it; every wrong one is named."""
    last: Record | None = None
    for record in trailers:
        if session.tired() or record.header.epoch in session.team.closed:
            return
        try:
            session.trailer = open_trailer(record, session.team)
            last = record
        except Unbelievable as refusal:
            session.refuse(record, refusal.reason)
    if last is None or session.trailer is None:
        session.findings.append(Cut(None, len(content)))
    elif session.trailer.length != last.at or last.end != len(content):
        session.findings.append(Cut(session.trailer.length, last.at))


def _cards(accepted: Iterable[Frame], session: _Session) -> dict[bytes, tuple[Card, ...]]:
    """Cards handed in under codes; those of codes that are used up are left out, wrong ones named."""
    team = session.team
    cards: dict[bytes, tuple[Card, ...]] = {}
    for frame in accepted:
        code = team.tip.roster.get(frame.writer)
        if code is None or code.role is Role.DEVICE:
            continue
        cards.setdefault(frame.writer, ())
        try:
            cards[frame.writer] += (read_join_card(team.file_id, code, frame.payload),)
        except Unbelievable as refusal:
            found = Refused(refusal.reason, frame.writer, frame.sequence, 0)
            session.findings.append(found)
    return cards


def _excluded(team: Team) -> list[Excluded | Split | Refused]:
    """States of the team that do not count, or not for this laptop."""
    found: list[Excluded | Split | Refused] = [
        Excluded(epoch.signer, epoch.number, epoch.parent == team.tip.id)
        for epoch in team.closed.values()
    ]
    for epoch in team.epochs.values():
        if epoch.id in team.counted or epoch.parent not in team.counted:
            continue
        trusted = epoch.signer in team.tip.admins
        found.append(
            Split(epoch.signer, epoch.number)
            if trusted
            else Refused(Reason.REMOVED, epoch.signer, epoch.number, 0)
        )
    return found
