"""Deeds as bytes: the one MessagePack form that frames seal, taken apart only after its bounds are checked.

A parcel is `[laptops, deeds]`; a laptop `[device, name, member, app version]`; a deed `[device, previous, clock,
size, at, kind, title, undoes, runs]`; a run, which is what one tick of the clock wrote alike, `[table, op, clock,
names, [[record, payload], ...]]`. These lists never grow: what a later version adds are tables, columns and
operations. The same parcel always gives the same bytes.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import Annotated, NamedTuple

import msgspec
from msgspec import Meta

from sponsor_app.domain.deeds import Change, Deed, Laptop, Parcel, Vector
from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.ids import DeviceId

LATEST_CLOCK = 1 << 62
"""The year 4199; a clock beyond it could not tick on in a signed 64-bit number."""

DIGEST_BYTES = 16
DIGEST_SPACE = 1 << (8 * DIGEST_BYTES)
WORD = re.compile(r"[a-z][a-z0-9_]*")
FIELD = re.compile(r"[a-z][a-z0-9_]*|\*")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
SIDE = 4096
"""Roughly what a deed weighs beside its changes, when a parcel is cut."""

Clock = Annotated[int, Meta(ge=0, lt=LATEST_CLOCK)]
Device = Annotated[int, Meta(ge=0, le=(1 << 63) - 1)]
Word = Annotated[str, Meta(min_length=1, max_length=64)]
Line = Annotated[str, Meta(max_length=1000)]


class MalformedError(ValueError):
    """Bytes that are no parcel; whoever reads them takes them as no information."""


class _Laptop(NamedTuple):
    device: Device
    name: Line
    member: Line | None
    app_version: Line | None


class _Run(NamedTuple):
    table: Word
    op: Word
    clock: Clock
    names: tuple[Word, ...]
    rows: tuple[tuple[Word, bytes], ...]


class _Deed(NamedTuple):
    device: Device
    previous: Clock
    clock: Clock
    size: Annotated[int, Meta(ge=1, lt=1 << 32)]
    at: Word
    kind: Word
    title: Line
    undoes: tuple[Clock, Device] | None
    runs: tuple[_Run, ...]


class _Parcel(NamedTuple):
    laptops: tuple[_Laptop, ...]
    deeds: tuple[_Deed, ...]


_RUN = itemgetter(4, 0, 1, 2)
"""What the changes of a run have in common: stamp, table, operation, names."""
_ROW = itemgetter(3, 5)
"""What each of them has for itself: record and payload."""
_IN_RUNS = itemgetter(4, 0, 1, 2, 3, 5)

_Changes = dict[Change, None]
"""Changes of a deed, each once, in the order in which they came: sorting them takes a fifth of the time then."""

_pack = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder(_Parcel).decode
_EMPTY = blake2b(digest_size=DIGEST_BYTES)
"""To be copied: making one costs twice as much."""


def encode(parcel: Parcel) -> bytes:
    """The bytes of a parcel, deeds in the order of their stamps; equal parcels give equal bytes."""
    laptops = sorted(parcel.laptops, key=repr)
    return _pack([laptops, [_wire(deed) for deed in sorted(parcel.deeds, key=_order)]])


def decode(content: bytes) -> Parcel:
    """The parcel in these bytes; raises `MalformedError` for anything that `encode` would not write."""
    try:
        wire = _unpack(content)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        msg = f"no parcel: {error}"
        raise MalformedError(msg) from error
    laptops = tuple(Laptop(DeviceId(one.device), *one[1:]) for one in wire.laptops)
    return Parcel(laptops, tuple(map(_deed, wire.deeds)))


def split(parcel: Parcel, limit: int) -> Iterator[Parcel]:
    """The parcel in pieces of about `limit` bytes each; a deed too large for one is cut into parts."""
    piece: list[Deed] = []
    size = 0
    laptops = parcel.laptops
    for deed in parcel.deeds:
        for part, weight in _parts(deed, limit):
            if piece and size + weight > limit:
                yield Parcel(laptops, tuple(piece))
                piece, size, laptops = [], 0, ()
            piece.append(part)
            size += weight
    yield Parcel(laptops, tuple(piece))


def gather(parcels: Iterable[Parcel]) -> Parcel:
    """The pieces as one parcel; parts of one deed become whole again, in whatever order and however often they come.

    What is whole is never mixed with another: clones may do two things at one tick that only differ in their changes.
    """
    laptops = dict[Laptop, None]()
    found = dict[Deed, tuple[_Changes, dict[frozenset[Change], _Changes]]]()
    for parcel in parcels:
        laptops.update(dict.fromkeys(parcel.laptops))
        for deed in parcel.deeds:
            parts, wholes = found.setdefault(deed._replace(changes=()), ({}, {}))
            changes = dict.fromkeys(deed.changes)
            if deed.whole:
                wholes[frozenset(changes)] = changes
            else:
                parts.update(changes)
    deeds = [
        name._replace(changes=tuple(sorted(one)))
        for name, (parts, wholes) in found.items()
        for one in ({**wholes, frozenset(parts): parts} if parts else wholes).values()
    ]
    said = set(map(id, _parts_of_whole(deeds)))
    needed = (deed for deed in deeds if id(deed) not in said)
    return Parcel(tuple(sorted(laptops, key=repr)), tuple(sorted(needed, key=_order)))


def _parts_of_whole(deeds: Collection[Deed]) -> Iterator[Deed]:
    """The parts that say nothing which a whole deed of the same name does not say."""
    wholes: dict[Stamp, list[Deed]] = {}
    for deed in deeds:
        if deed.whole:
            wholes.setdefault(deed.stamp, []).append(deed)
    for deed in deeds:
        if not deed.whole:
            said = frozenset(deed.changes)
            if any(said <= frozenset(one.changes) for one in wholes.get(deed.stamp, ())):
                yield deed


def digest(changes: Iterable[Change]) -> int:
    """What these changes add to the digest of a state.

    The digest is the sum, modulo 2^128, of the hashes of all cells ever written, those that lost included; an
    insert counts as one cell. So it grows with each change, in any order, and is never computed anew.
    """
    total = 0
    for packed in map(_pack, changes):
        cell = _EMPTY.copy()
        cell.update(packed)
        total += int.from_bytes(cell.digest(), "big")
    return total % DIGEST_SPACE


def joined_digest(one: int, added: int) -> int:
    """The digest of a state and of what it took in."""
    return (one + added) % DIGEST_SPACE


def beyond(deeds: Iterable[Deed], known: Vector) -> tuple[Deed, ...]:
    """The deeds that somebody who knows `known` has not seen."""
    return tuple(deed for deed in deeds if deed.clock > known.get(deed.device, 0))


def _order(deed: Deed) -> tuple[object, ...]:
    """By stamp; only clones of one laptop have two deeds with the same."""
    return (deed.stamp, *deed[1:7], deed.undoes or (), deed.changes)


def _wire(deed: Deed) -> Sequence[object]:
    ordered = sorted(deed.changes, key=_IN_RUNS)
    runs = [
        (table, op, stamp.clock, names, list(map(_ROW, same)))
        for (stamp, table, op, names), same in groupby(ordered, key=_RUN)
    ]
    return (*deed[:8], runs)


def _deed(wire: _Deed) -> Deed:
    device = DeviceId(wire.device)
    changes = tuple(_changes(device, wire.runs))
    clocks = [run.clock for run in wire.runs]
    if not changes or len(changes) > wire.size or max(clocks) > wire.clock:
        msg = "a deed that does not hold what it says"
        raise MalformedError(msg)
    if min(clocks) <= wire.previous:
        msg = "a deed older than the one before it"
        raise MalformedError(msg)
    if not is_moment(wire.at):
        msg = "a deed of no day"
        raise MalformedError(msg)
    undoes = None if wire.undoes is None else Stamp(wire.undoes[0], DeviceId(wire.undoes[1]))
    return Deed(device, *wire[1:7], undoes, changes)


def is_moment(text: str) -> bool:
    """Whether this is a moment as stores write it: `2026-11-18T09:30:00.000Z`."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return MOMENT.fullmatch(text) is not None


def _changes(device: DeviceId, runs: Iterable[_Run]) -> Iterator[Change]:
    """The changes of some runs, one a record."""
    for run in runs:
        words = all(map(WORD.fullmatch, (run.table, run.op)))
        if not words or not all(map(FIELD.fullmatch, run.names)):
            msg = "a name that is none"
            raise MalformedError(msg)
        stamp = Stamp(run.clock, device)
        for record, payload in run.rows:
            yield Change(run.table, run.op, run.names, record, stamp, payload)


def _parts(deed: Deed, limit: int) -> Iterator[tuple[Deed, int]]:
    part: list[Change] = []
    size = SIDE
    for change in deed.changes:
        weight = len(change.payload) + len(change.record) + 64
        if part and size + weight > limit:
            yield deed._replace(changes=tuple(part)), size
            part, size = [], SIDE
        part.append(change)
        size += weight
    yield deed._replace(changes=tuple(part)), size
