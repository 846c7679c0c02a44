"""Write what others will read: frames, a base, the end of a file, and a file of all of them.

Everything is sealed under the state of the team that counts now, when it is published and not when it is saved.
"""

import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256

import msgspec

from sponsor_app.domain.errors import RefusedError
from sponsor_app.sync.envelope.bases import BaseContent
from sponsor_app.sync.envelope.devices import DeviceKeys
from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.limits import FORMAT, NOTHING, READER, SALT_BYTES
from sponsor_app.sync.envelope.records import FileHeader, Kind, RecordHeader
from sponsor_app.sync.envelope.sealing import Draw, Sealer, pack
from sponsor_app.sync.envelope.team import Team
from sponsor_app.sync.envelope.trailers import TrailerContent

START = Head(0, NOTHING)
"""Where a writer stands before its first frame."""


def seal_frame(
    team: Team, me: DeviceKeys, head: Head, payload: bytes, draw: Draw = os.urandom
) -> bytes:
    """The next frame after `head` in my chain; `payload` is one MessagePack value of at most 8 MiB."""
    sealer, tip = _sealer(team, me, draw), team.tip
    return sealer.seal(Kind.FRAME, tip.id, tip.key, head.sequence + 1, head.hash, payload)


def seal_base(
    team: Team,
    me: DeviceKeys,
    chunks: Iterable[bytes],
    vector: Mapping[bytes, Head],
    digest: bytes,
    draw: Draw = os.urandom,
) -> tuple[bytes, ...]:
    """The records of a base: each chunk one MessagePack value, and the end that says how far they reach.

    Chunks are packed on every core while the next ones are made; sealed they are one after another, for each names
    the one before it.
    """
    sealer, tip = _sealer(team, me, draw), team.tip
    records: list[bytes] = []
    previous = NOTHING
    with ThreadPoolExecutor(os.cpu_count()) as cores:
        for number, packed in enumerate(cores.map(partial(pack, writer=me.id), chunks), 1):
            salt = draw(SALT_BYTES)
            header = RecordHeader(Kind.CHUNK, 0, tip.id, me.id, number, previous, salt)
            records.append(sealer.seal_packed(header, tip.key, packed, b""))
            previous = sha256(records[-1]).digest()
    plain = msgspec.msgpack.encode(BaseContent(dict(sorted(vector.items())), digest))
    number = len(records) + 1
    records.append(sealer.seal(Kind.BASE, tip.id, tip.key, number, previous, plain))
    return tuple(records)


def seal_trailer(
    team: Team,
    me: DeviceKeys,
    vector: Mapping[bytes, Head],
    digest: bytes,
    length: int,
    draw: Draw = os.urandom,
) -> bytes:
    """The last record of a file; `length` counts the bytes before it."""
    content = TrailerContent(dict(sorted(vector.items())), digest, length, READER)
    plain, tip = msgspec.msgpack.encode(content), team.tip
    return _sealer(team, me, draw).seal(Kind.TRAILER, tip.id, tip.key, 1, NOTHING, plain)


def compose(
    team: Team,
    me: DeviceKeys,
    records: Iterable[bytes | memoryview],
    vector: Mapping[bytes, Head],
    digest: bytes,
    draw: Draw = os.urandom,
) -> bytes:
    """A whole file of `records` in their order; whoever appends keeps the order, so that the beginning stays the same."""
    pieces = [FileHeader(FORMAT, READER, team.file_id).packed(), *records]
    length = sum(map(len, pieces))
    return b"".join([*pieces, seal_trailer(team, me, vector, digest, length, draw)])


def _sealer(team: Team, me: DeviceKeys, draw: Draw) -> Sealer:
    if me.id not in team.tip.roster:
        msg = "This laptop is not in the team any more, so nothing of it can be shared. All is saved here."
        raise RefusedError(msg, "Ask an admin for a new invitation.")
    return Sealer(team.file_id, me.id, me.signing, draw)
