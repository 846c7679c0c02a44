"""From a reading of the shared file into the store: one short transaction, all of it or nothing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sponsor_app.domain.deeds import Deed, Parcel
from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.services import Services, following
from sponsor_app.services.sharing.bases import BASE_DUE, hollow
from sponsor_app.services.sharing.numbers import go_on_under_a_new_number
from sponsor_app.services.sharing.parcels import Unpacked, deeds_in_name, unpack
from sponsor_app.services.sharing.standing import (
    Holdings,
    Standing,
    hash_of,
    holdings,
    pack_vector,
    save_team,
)
from sponsor_app.store.sharing import absorb, kept, outgoing
from sponsor_app.store.sharing.absorb import Reception, Taken
from sponsor_app.store.sharing.asking import roomy
from sponsor_app.store.sharing.kept import ASIDE, JOINED, KEPT, Connection, KeptBase, Sealed
from sponsor_app.sync.changes import digest
from sponsor_app.sync.envelope.bases import Base
from sponsor_app.sync.envelope.chains import Frame
from sponsor_app.sync.envelope.reading import Reading
from sponsor_app.sync.envelope.records import Kind, parse
from sponsor_app.sync.merge import fold

SLICE = 5000
"""Changes of a first join that are taken in at once, so that whoever edits meanwhile waits for a moment only."""


@dataclass(frozen=True)
class Manner:
    """How to take in: also what seems known, and what would delete much without asking."""

    everything: bool = False
    confirmed: bool = False


@dataclass(frozen=True)
class Received:
    """What came of a reading: what the store took, how many records are new, and what is to be said."""

    taken: Taken
    fresh: int
    aside: tuple[bytes, ...] = ()
    cloned: bool = False


def take(app: Services, standing: Standing, reading: Reading, how: Manner) -> Received:
    """Join what a reading brought; raises `HeldError`, with nothing kept, when it would delete much."""
    unpacked = unpack(reading.bases, reading.frames, standing)
    before = _first_slices(app, unpacked.parcel)
    reception = Reception(
        fold, digest, app.store.now_text(), everything=how.everything, confirmed=how.confirmed
    )
    with app.store.write_local() as connection:
        fresh = save_team(connection, reading.team)
        if standing.kept.code is not None and not standing.waits:
            kept.let_in(connection)
        cloned = _is_cloned(connection, standing, reading.frames)
        if cloned:
            go_on_under_a_new_number(connection, standing)
        taken = before.with_last(absorb.absorb(connection, unpacked.parcel, reception))
        fresh += _keep(connection, standing, reading, unpacked)
        _introduce(connection, standing, unpacked.parcel)
    app.store.forget_identity()
    if taken.deeds:
        taken = replace(taken, topics=taken.topics | following.follow(app).topics)
    return Received(taken, fresh, unpacked.aside, cloned)


def take_team(app: Services, reading: Reading) -> int:
    """Keep only what a reading says of the team; returns how many of its states are new."""
    with app.store.write_local() as connection:
        return save_team(connection, reading.team)


def _first_slices(app: Services, parcel: Parcel) -> Taken:
    """Take in most of a first join in pieces; nothing when much is here already."""
    taken, size = Taken(), sum(len(deed.changes) for deed in parcel.deeds)
    if size <= SLICE or app.store.latest_change() * 4 > size:
        return taken
    for piece in _slices(parcel):
        with app.store.write_local() as connection, roomy(connection):
            reception = Reception(fold, digest, app.store.now_text())
            taken = taken.with_last(absorb.absorb(connection, piece, reception))
    return taken


def _slices(parcel: Parcel) -> Iterator[Parcel]:
    piece, size = list[Deed](), 0
    for deed in parcel.deeds:
        piece.append(deed)
        size += len(deed.changes)
        if size >= SLICE:
            yield Parcel(parcel.laptops, tuple(piece))
            piece, size = [], 0


def _is_cloned(connection: Connection, standing: Standing, frames: Iterable[Frame]) -> bool:
    """Whether somebody else works under my number: a clone of this laptop, or this one before it was restored."""
    own = [frame for frame in frames if frame.writer == standing.own.id]
    if not own:
        return False
    number, _name, _member = kept.me(connection)
    deeds = deeds_in_name(own, number)
    return any(not kept.knows(connection, Stamp(one.clock, one.device)) for one in deeds)


def _keep(connection: Connection, standing: Standing, reading: Reading, unpacked: Unpacked) -> int:
    """Remember the records, so that they are skipped from now on and can be put back; returns how many are new."""
    before = holdings(connection)
    held = {one.hash: one.fate for one in before.records}
    records = [
        one for one in (*_frames(reading, unpacked), *_kept(reading)) if _is_news(one[0], held)
    ]
    lacking = hollow(connection, standing, before, reading, unpacked.stamps)
    if lacking:
        outgoing.set_setting(connection, BASE_DUE, "1")
    for base in reading.bases:
        if base.id in lacking:
            continue
        vector = pack_vector(base.vector)
        kept.add_base(connection, KeptBase(base.id, vector, base.digest))
        records += _pieces(base, unpacked.fates.get(base.id, JOINED))
    kept.add_sealed(connection, records)
    prune(connection, standing)
    return sum(about.hash not in held for about, _content in records)


def _is_news(about: Sealed, held: Mapping[bytes, int]) -> bool:
    """Whether a record is not held, or held with another fate."""
    return held.get(about.hash) != about.fate


def _frames(reading: Reading, unpacked: Unpacked) -> Iterator[tuple[Sealed, bytes]]:
    for one in reading.frames:
        fate = unpacked.fates[one.hash]
        about = Sealed(one.hash, Kind.FRAME, one.writer, one.sequence, None, None, fate)
        yield about, one.record
    roster = reading.team.tip.roster
    for record in reading.records:
        header = record.header
        if header.kind == Kind.CARD and header.writer in roster:
            about = Sealed(record.hash, Kind.CARD, header.writer, 1, None, None, JOINED)
            yield about, record.content


def _kept(reading: Reading) -> Iterator[tuple[Sealed, bytes]]:
    for record in reading.kept:
        parsed = parse(record)
        if parsed is not None:
            header = parsed.header
            about = Sealed(
                parsed.hash, header.kind, header.writer, header.sequence, None, None, KEPT
            )
            yield about, record


def _pieces(base: Base, fate: int) -> Iterator[tuple[Sealed, bytes]]:
    last = len(base.records)
    for number, record in enumerate(base.records, 1):
        kind = Kind.BASE if number == last else Kind.CHUNK
        yield Sealed(hash_of(record), kind, base.writer, number, base.id, None, fate), record


def prune(connection: Connection, standing: Standing) -> None:
    """Keep no record that a base holds, no base that another holds, and nothing of codes that are used up."""
    held = holdings(connection)
    for one in _needless_bases(held):
        kept.drop_base(connection, one)
    kept.drop_sealed(connection, _needless(holdings(connection), standing))


def _needless_bases(held: Holdings) -> Iterator[bytes]:
    """Bases whose every writer another base has as far; of two that reach equally far the smaller id stays."""
    ranked = sorted(held.bases.items())
    for i, vector in ranked:
        for j, other in ranked:
            reaches = all(other.get(w, (0,))[0] >= head[0] for w, head in vector.items())
            back = all(vector.get(w, (0,))[0] >= head[0] for w, head in other.items())
            twice = back and held.digests.get(i) == held.digests.get(j) and j < i
            if i != j and reaches and (twice or not back):
                yield i
                break


def _needless(held: Holdings, standing: Standing) -> Iterator[bytes]:
    roster, frozen = standing.team.tip.roster, standing.team.tip.frozen
    for one in held.records:
        if one.kind == Kind.CARD and one.writer not in roster:
            yield one.hash
    spent: list[Sealed] = []
    for one in held.frames:
        end, cut = held.covered.get(one.writer), frozen.get(one.writer)
        if one.fate != ASIDE and cut is not None and one.number > cut.sequence:
            yield one.hash
        elif one.fate != ASIDE and end is not None and one.number <= end.sequence:
            spent.append(one)
    if spent:
        places = Counter((one.writer, one.number) for one in held.frames)
        yield from (one.hash for one in spent if places[one.writer, one.number] == 1)


def _introduce(connection: Connection, standing: Standing, parcel: Parcel) -> None:
    """Call every laptop as the roster does, with the version it told last."""
    versions = {one.device: one.app_version for one in parcel.laptops}
    kept.introduce(
        connection,
        (
            (one.device, card.name, card.member or None, versions.get(one.device))
            for one in kept.devices(connection)
            if (card := standing.card_of(one.device)) is not None
        ),
    )
