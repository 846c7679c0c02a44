"""A base: everything up to a version vector in one go, so that a file does not grow for ever."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from sponsor_app.sync.envelope.devices import Role
from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.limits import HASH_BYTES, ID_BYTES, LARGEST_SEQUENCE, NOTHING
from sponsor_app.sync.envelope.records import Record
from sponsor_app.sync.envelope.refusals import Reason, Unbelievable, demand
from sponsor_app.sync.envelope.sealing import check_signature, open_seal
from sponsor_app.sync.envelope.team import Team

LONGEST_DIGEST = 64


class BaseContent(msgspec.Struct, frozen=True):
    """What the last record of a base holds: how far each writer is in it, and the digest of its state."""

    vector: dict[bytes, Head]
    digest: bytes


@dataclass(frozen=True)
class Base:
    """A believed base; `chunks` are what was handed to it, `records` its bytes."""

    id: bytes
    writer: bytes
    vector: Mapping[bytes, Head]
    digest: bytes
    chunks: tuple[bytes, ...] = field(repr=False)
    records: tuple[bytes, ...] = field(repr=False)


def possible_vector(vector: Mapping[bytes, Head], digest: bytes) -> bool:
    """Whether a version vector and its digest are within bounds."""
    return len(digest) <= LONGEST_DIGEST and all(
        len(i) == ID_BYTES
        and 1 <= head.sequence <= LARGEST_SEQUENCE
        and len(head.hash) == HASH_BYTES
        for i, head in vector.items()
    )


def open_base(team: Team, end: Record, chunks: Mapping[bytes, Record]) -> Base:
    """The base that `end` closes, out of `chunks` by hash; refuses it whole when any piece is missing or wrong."""
    header = end.header
    epoch = team.epochs[header.epoch]
    demand(header.writer in team.tip.roster or end.hash in team.tip.bases, Reason.BASE)
    card = epoch.roster[header.writer]
    demand(card.role is Role.DEVICE, Reason.CODE)
    check_signature(end, team.file_id, card.ed)
    found = pieces(end, chunks)
    content = _content(open_seal(end, team.file_id, epoch.key))
    return Base(
        id=end.hash,
        writer=header.writer,
        vector=content.vector,
        digest=content.digest,
        chunks=tuple(open_seal(piece, team.file_id, epoch.key) for piece in found),
        records=(*(piece.content for piece in found), end.content),
    )


def pieces(end: Record, chunks: Mapping[bytes, Record]) -> Sequence[Record]:
    """The chunks of a base, first to last: each names the hash of the one before it."""
    found: list[Record] = []
    after = end.header
    while after.sequence > 1:
        piece = chunks.get(after.previous)
        if piece is None:
            raise Unbelievable(Reason.BASE)
        header = piece.header
        demand(header.sequence == after.sequence - 1, Reason.CHAIN)
        demand(header.writer == after.writer and header.epoch == after.epoch, Reason.CHAIN)
        found.append(piece)
        after = header
    demand(after.previous == NOTHING, Reason.CHAIN)
    return found[::-1]


def _content(plain: bytes) -> BaseContent:
    try:
        content = _decoder.decode(plain)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Unbelievable(Reason.CONTENT) from error
    demand(possible_vector(content.vector, content.digest), Reason.CONTENT)
    return content


_decoder = msgspec.msgpack.Decoder(BaseContent)
