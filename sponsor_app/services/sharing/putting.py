"""From the store into the shared file: what I did is sealed now, what is missing is put back, what grew long becomes a base."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sponsor_app.domain.deeds import Laptop, Parcel
from sponsor_app.domain.ids import DeviceId
from sponsor_app.services import Services
from sponsor_app.services.sharing import token
from sponsor_app.services.sharing.bases import BASE_DUE
from sponsor_app.services.sharing.rereading import Read, read_anew
from sponsor_app.services.sharing.standing import (
    Holdings,
    Standing,
    hash_of,
    holdings,
    pack_vector,
    required,
)
from sponsor_app.services.sharing.taking import prune
from sponsor_app.store.sharing import kept, outgoing
from sponsor_app.store.sharing.asking import until_told
from sponsor_app.store.sharing.kept import JOINED, WAITS, Connection, KeptBase, Sealed
from sponsor_app.sync.changes import DIGEST_BYTES, digest, encode, split
from sponsor_app.sync.envelope.bases import Base
from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.limits import FORMAT, READER
from sponsor_app.sync.envelope.records import FileHeader, Kind, Record
from sponsor_app.sync.envelope.writing import START, compose, seal_base, seal_frame

FRAME_BYTES = 3 << 20
"""Of deeds in one frame, before they are packed; what does not pack still fits the bound of a record."""
CHUNK_BYTES = 1 << 20
TAIL_FRAMES = 400
TAIL_SHARE = 4
TAIL_BYTES = 1 << 16
"""A base is due when more frames than these follow it, or more bytes than a quarter of it and than this."""


@dataclass(frozen=True)
class Put:
    """The bytes of a file, how many deeds of mine were sealed for it, and the clock of the last one in it."""

    content: bytes
    sealed: int
    upto: int


def unsealed(connection: Connection) -> bool:
    """Whether this laptop did something that is in no frame yet."""
    return kept.written(connection) > kept.upto(connection)


@dataclass(frozen=True)
class PutRecords:
    """Records that are missing somewhere, how many deeds of mine were sealed for them, and the clock of the last."""

    records: list[bytes]
    sealed: int
    upto: int


def put_records(app: Services, there: Collection[bytes]) -> PutRecords:
    """Everything held here that is not `there`, for a place that keeps records and no file."""
    sealed = _base_if_due(app)
    with app.store.write_local() as connection:
        standing = required(connection)
        sealed += _seal_anew(connection, standing)
        held = holdings(connection)
        states = [one for one in kept.epochs(connection) if hash_of(one) not in there]
        bases = {base for base in held.bases if base not in there}
        missing = [
            one.hash
            for one in held.records
            if (one.base in bases if one.base is not None else one.hash not in there)
        ]
        records = [*states, *kept.contents(connection, missing)]
        word = token.renew(connection) if sealed else ""
        upto = kept.upto(connection)
    if word:
        token.lay_down(app.profile, word)
    return PutRecords(records, sealed, upto)


def _seal_anew(connection: Connection, standing: Standing) -> int:
    return _seal_mine(connection, standing) if standing.writes else 0


def put(app: Services, found: Read | None) -> Put:
    """A file with everything held here; what was `found` in it stays in its order at the beginning."""
    based = _base_if_due(app)
    with app.store.write_local() as connection:
        standing = required(connection)
        sealed = based + _seal_anew(connection, standing)
        word = token.renew(connection) if sealed else ""
        held = holdings(connection)
        records = list(_records(connection, standing, held, found))
        total = outgoing.digest(connection, digest).to_bytes(DIGEST_BYTES, "big")
        upto = kept.upto(connection)
    if word:
        token.lay_down(app.profile, word)
    team = standing.team
    if not team.trunk or standing.reads.id not in team.tip.roster:
        header = FileHeader(FORMAT, READER, team.file_id)
        return Put(b"".join([header.packed(), *records]), 0, upto)
    return Put(compose(team, standing.reads, records, held.vector, total), sealed, upto)


def _seal_mine(connection: Connection, standing: Standing) -> int:
    """Seal what I did since the last time, as one or more frames; returns how many deeds."""
    parcel = _mine(connection)
    if parcel.deeds:
        clock = max(deed.clock for deed in parcel.deeds)
        _seal(connection, standing, split(parcel, FRAME_BYTES), clock)
    return len(parcel.deeds)


def _mark(connection: Connection, standing: Standing) -> int:
    """Seal an empty frame: a base that holds more than the frames before it must reach further than they do.

    What I did since the last time counts as sealed, because it goes into the base; returns how many deeds.
    """
    outgoing.number(connection)
    number, upto = kept.me(connection)[0], kept.upto(connection)
    count, clock = outgoing.how_far(connection, number, upto)
    _seal(connection, standing, [Parcel(_introduction(connection, number), ())], max(clock, upto))
    return count


def _mine(connection: Connection) -> Parcel:
    """What I did and have not sealed yet."""
    outgoing.number(connection)
    number, upto = kept.me(connection)[0], kept.upto(connection)
    deeds = outgoing.deeds_of(connection, number, upto)
    return Parcel(_introduction(connection, number) if deeds else (), deeds)


def _introduction(connection: Connection, number: DeviceId) -> tuple[Laptop, ...]:
    return tuple(one for one in outgoing.laptops(connection) if one.device == number)


def _seal(connection: Connection, standing: Standing, pieces: Iterable[Parcel], clock: int) -> None:
    """Seal pieces as my next frames; with the last of them all up to `clock` is out."""
    head = holdings(connection).vector.get(standing.own.id, START)
    for piece in pieces:
        record = seal_frame(standing.team, standing.own, head, encode(piece))
        head = Head(head.sequence + 1, hash_of(record))
        upto = max((deed.clock for deed in piece.deeds if deed.whole), default=None)
        about = Sealed(head.hash, Kind.FRAME, standing.own.id, head.sequence, None, upto, JOINED)
        kept.add_sealed(connection, [(about, record)])
    kept.set_last_upto(connection, head.hash, clock)


def _records(
    connection: Connection, standing: Standing, held: Holdings, found: Read | None
) -> Iterator[bytes | memoryview]:
    """What a file should hold, what is in it already first."""
    present = found.reading.present if found else frozenset[bytes]()
    if found is not None:
        yield from _found(standing, held, found)
    yield from (one for one in kept.epochs(connection) if hash_of(one) not in present)
    yield from kept.contents(connection, held.hashes - present)


def _found(standing: Standing, held: Holdings, found: Read) -> Iterator[memoryview]:
    """What is in a file and still of use; its beginning in one piece, when all of that is."""
    sure = _sure(standing, held)
    if found.before and found.solid and found.before - sure <= standing.team.epochs.keys():
        yield found.beginning
    elif found.before:
        found = read_anew(found.content, standing, held)
    reading = found.reading
    unjoined = any(not _is_needless(base, held) for base in reading.bases)
    for one in reading.records:
        if one.hash in sure or _is_worth(one, held, standing, unjoined=unjoined):
            yield one.view


def _sure(standing: Standing, held: Holdings) -> frozenset[bytes]:
    """The records that were taken in for good and count still, whoever left since."""
    frozen = standing.team.tip.frozen
    late = (one for one in held.frames if one.writer in frozen)
    gone = {one.hash for one in late if one.number > frozen[one.writer].sequence}
    return held.joined - gone if gone else held.joined


def _is_needless(base: Base, held: Holdings) -> bool:
    """Whether a base in the file is one of those held, or holds no more than they do."""
    reaches = (held.covered.get(w, START)[0] >= head[0] for w, head in base.vector.items())
    return base.id in held.bases or all(reaches)


def _is_worth(record: Record, held: Holdings, standing: Standing, *, unjoined: bool) -> bool:
    """Whether a record in the file is still of use: a base may hold it, its writer may have been removed before it."""
    header = record.header
    if header.kind == Kind.FRAME:
        end, cut = held.covered.get(header.writer), standing.team.tip.frozen.get(header.writer)
        if cut is not None and header.sequence > cut.sequence:
            return False
        return end is None or header.sequence > end.sequence or record.hash in held.hashes
    if header.kind == Kind.CARD:
        return header.writer in standing.team.tip.roster
    if header.kind in (Kind.CHUNK, Kind.BASE):
        return unjoined or not held.bases or record.hash in held.hashes
    return True


# --- bases --------------------------------------------------------------------------------


def base_is_due(connection: Connection, held: Holdings) -> bool:
    """Whether the tail has grown long, or something here is in nobody's frames."""
    if outgoing.setting(connection, BASE_DUE) == "1":
        return True
    frames = sum(one.fate == JOINED for one in held.frames)
    if frames > TAIL_FRAMES:
        return True
    weights = until_told(connection, "weights", lambda: kept.weights(connection, Kind.FRAME))
    tail, base = weights
    return tail > max(TAIL_BYTES, base // TAIL_SHARE)


def _base_if_due(app: Services) -> int:
    """Seal all that is known here as a base, outside of any transaction; returns how many deeds of mine are new in it."""
    with app.store.write_local() as connection:
        standing = required(connection)
        held = holdings(connection)
        waiting = any(one.fate == WAITS for one in held.records)
        if not standing.writes or waiting or not base_is_due(connection, held):
            return 0
        count = _mark(connection, standing)
        held = holdings(connection)
        parcel = outgoing.parcel_beyond(connection)
        total = outgoing.digest(connection, digest, parcel.deeds).to_bytes(DIGEST_BYTES, "big")
        upto = kept.upto(connection)
    chunks = (encode(piece) for piece in split(parcel, CHUNK_BYTES))
    records = seal_base(standing.team, standing.own, chunks, held.vector, total)
    with app.store.write_local() as connection:
        _keep_base(connection, records, held, upto, total)
        prune(connection, required(connection))
    return count


def _keep_base(
    connection: Connection, records: Iterable[bytes], held: Holdings, upto: int, total: bytes
) -> None:
    pieces = [(hash_of(record), record) for record in records]
    base = pieces[-1][0]
    kept.add_base(connection, KeptBase(base, pack_vector(held.vector), total))
    sealed: list[tuple[Sealed, bytes]] = []
    for number, (name, record) in enumerate(pieces, 1):
        last = name == base
        kind = Kind.BASE if last else Kind.CHUNK
        writer = required(connection).own.id
        about = Sealed(name, kind, writer, number, base, upto if last else None, JOINED)
        sealed.append((about, record))
    kept.add_sealed(connection, sealed)
    kept.set_upto(connection, max(upto, kept.upto(connection)))
    outgoing.set_setting(connection, BASE_DUE, "0")
