"""An epoch: one state of the team, and the key for exactly its laptops.

Genesis, adding, removing, making an admin are one thing: a new epoch. Each holds the key of the one before it, so that
a newcomer reads the past, and where the chains of those who left were cut.
"""

import os
import struct
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from sponsor_app.sync.envelope.devices import Card, DeviceKeys, Role
from sponsor_app.sync.envelope.limits import (
    HASH_BYTES,
    ID_BYTES,
    KEY_BYTES,
    LARGEST_SEQUENCE,
    MOST_DEVICES,
    NOTHING,
)
from sponsor_app.sync.envelope.records import Kind, Record
from sponsor_app.sync.envelope.refusals import Reason, Unbelievable, demand
from sponsor_app.sync.envelope.sealing import Draw, Sealer, derive, open_seal

HPKE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
WRAPPED_BYTES = 32 + KEY_BYTES + 16
WRAP = struct.Struct(f">{ID_BYTES}s{WRAPPED_BYTES}s")
HEAD = struct.Struct(f">{HASH_BYTES}sH")
NUMBER = struct.Struct(">Q")

Wrap = Callable[[bytes, bytes, bytes], bytes]
"""Key, public key, binding -> 80 bytes only the owner of the public key opens."""


class Head(NamedTuple):
    """How far a writer has come: the sequence and the hash of its last frame."""

    sequence: int
    hash: bytes


class EpochContent(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an epoch's seal holds."""

    number: int
    roster: list[Card]
    keys: dict[bytes, bytes] = {}  # epochs of the past -> their keys; the parent's is always there
    frozen: dict[bytes, Head] = {}  # laptops that left -> the last frame of theirs that counts
    bases: list[bytes] = []  # bases of theirs that stay valid


@dataclass(frozen=True)
class Epoch:
    """A verified state of the team; the roster is in order of seniority."""

    id: bytes
    number: int
    parent: bytes
    signer: bytes
    key: bytes = field(repr=False)
    roster: Mapping[bytes, Card]
    keys: Mapping[bytes, bytes] = field(repr=False)
    frozen: Mapping[bytes, Head]
    bases: frozenset[bytes]
    record: bytes = field(repr=False)

    @cached_property
    def admins(self) -> frozenset[bytes]:
        """Who may change the team next."""
        return frozenset(i for i, card in self.roster.items() if card.admin)


@dataclass(frozen=True)
class ClosedEpoch:
    """A state of the team signed by one of its admins that was not sealed for this laptop."""

    id: bytes
    number: int
    parent: bytes
    signer: bytes
    record: bytes = field(repr=False)


@dataclass(frozen=True)
class Chance:
    """Where an epoch's randomness comes from; anything but the operating system's is for tests."""

    draw: Draw
    wrap: Wrap


def hpke_wrap(key: bytes, public: bytes, bound: bytes) -> bytes:
    """Seal a key for one laptop (HPKE, RFC 9180: X25519, HKDF-SHA-256, AES-256-GCM)."""
    return HPKE.encrypt(key, X25519PublicKey.from_public_bytes(public), info=bound)


SYSTEM = Chance(os.urandom, hpke_wrap)
_packer = msgspec.msgpack.Encoder()
_content = msgspec.msgpack.Decoder(EpochContent)


# --- making -------------------------------------------------------------------------------


def make_epoch(
    file_id: bytes,
    signer: DeviceKeys,
    content: EpochContent,
    parent: bytes = NOTHING,
    chance: Chance = SYSTEM,
) -> bytes:
    """The record of a new epoch under a fresh key; `content.number` is its parent's plus one."""
    key = chance.draw(KEY_BYTES)
    commitment = commit(key, file_id, content.number, parent)
    cards = sorted(content.roster, key=lambda card: card.id)
    clear = HEAD.pack(commitment, len(cards)) + b"".join(
        card.id
        + chance.wrap(
            key,
            card.x,
            wrap_bound(file_id, content.number, parent, card.id, signer.id, commitment),
        )
        for card in cards
    )
    plain = _packer.encode(content)
    sealer = Sealer(file_id, signer.id, signer.signing, chance.draw)
    return sealer.seal(Kind.EPOCH, parent, key, content.number, parent, plain, clear)


def commit(key: bytes, file_id: bytes, number: int, parent: bytes) -> bytes:
    """What ties an epoch to one key: AES-GCM alone does not."""
    return derive(key, b"", "commitment", file_id, NUMBER.pack(number), parent)


def wrap_bound(
    file_id: bytes, number: int, parent: bytes, reader: bytes, signer: bytes, commitment: bytes
) -> bytes:
    """HPKE's `info` for one wrapped key."""
    parts = (file_id, NUMBER.pack(number), parent, reader, signer, commitment)
    return b"sponsor 1 wrap\x00" + b"".join(parts)


# --- opening ------------------------------------------------------------------------------


def clear_size(record: Record) -> int:
    """How many bytes of an epoch stand before its seal; refuses impossible counts."""
    demand(len(record.body) >= HEAD.size, Reason.SIZE)
    count = HEAD.unpack_from(record.body)[1]
    size = HEAD.size + count * WRAP.size
    demand(1 <= count <= MOST_DEVICES and size < len(record.body), Reason.WRAPS)
    return size


def readers(record: Record) -> list[bytes]:
    """The ids of the laptops an epoch's key is wrapped for, in their order; refuses any but ascending."""
    table = record.body[HEAD.size : clear_size(record)]
    ids = [table[at : at + ID_BYTES] for at in range(0, len(table), WRAP.size)]
    demand(all(a < b for a, b in pairwise(ids)), Reason.WRAPS)
    return ids


def unwrap(record: Record, file_id: bytes, me: DeviceKeys) -> bytes | None:
    """The key of an epoch when it is wrapped for `me`, None when it is not; no other wrap is touched."""
    ids = readers(record)
    if me.id not in ids:
        return None
    header, body = record.header, record.body
    commitment = HEAD.unpack_from(body)[0]
    wrapped = WRAP.unpack_from(body, HEAD.size + ids.index(me.id) * WRAP.size)[1]
    bound = wrap_bound(file_id, header.sequence, header.previous, me.id, header.writer, commitment)
    try:
        return HPKE.decrypt(wrapped, me.opening, info=bound)
    except (InvalidTag, ValueError) as error:
        raise Unbelievable(Reason.WRAPS) from error


def open_epoch(record: Record, file_id: bytes, key: bytes) -> EpochContent:
    """What an epoch says, under a key that it commits to; nothing of it is judged yet."""
    header = record.header
    committed = HEAD.unpack_from(record.body)[0]
    demand(commit(key, file_id, header.sequence, header.previous) == committed, Reason.COMMITMENT)
    try:
        return _content.decode(open_seal(record, file_id, key, clear_size(record)))
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Unbelievable(Reason.CONTENT) from error


def judge(record: Record, content: EpochContent, key: bytes, parent: Epoch | None) -> Epoch:
    """The epoch as a value, when it is a possible next state of the team after `parent`."""
    number = parent.number + 1 if parent else 1
    demand(content.number == record.header.sequence == number, Reason.ORDER)
    roster = {card.id: card for card in content.roster}
    demand(len(roster) == len(content.roster), Reason.ROSTER)
    demand(all(card.possible for card in content.roster), Reason.ROSTER)
    demand(has_admin(content.roster), Reason.ROSTER)
    demand(sorted(roster) == readers(record), Reason.WRAPS)
    _judge_past(content, roster, parent)
    return Epoch(
        id=record.hash,
        number=number,
        parent=record.header.previous,
        signer=record.header.writer,
        key=key,
        roster=roster,
        keys=content.keys,
        frozen=content.frozen,
        bases=frozenset(content.bases),
        record=record.content,
    )


def has_admin(roster: Iterable[Card]) -> bool:
    """Whether somebody with a laptop can still change this team."""
    return any(card.admin and card.role is Role.DEVICE for card in roster)


def _judge_past(content: EpochContent, roster: Mapping[bytes, Card], parent: Epoch | None) -> None:
    kept = {parent.id: parent.key} if parent else {}
    demand(all(content.keys.get(i) == key for i, key in kept.items()), Reason.HISTORY)
    demand(
        all(len(i) == HASH_BYTES and len(k) == KEY_BYTES for i, k in content.keys.items()),
        Reason.HISTORY,
    )
    frozen = content.frozen
    demand(roster.keys().isdisjoint(frozen), Reason.FROZEN)
    demand(all(_possible(head) for head in frozen.values()), Reason.FROZEN)
    before = parent.frozen.items() if parent else ()
    demand(all(frozen.get(i) == head for i, head in before), Reason.FROZEN)
    left = parent.roster.keys() - roster.keys() if parent else frozenset[bytes]()
    demand(left <= frozen.keys(), Reason.FROZEN)


def _possible(head: Head) -> bool:
    return 0 <= head.sequence <= LARGEST_SEQUENCE and len(head.hash) == HASH_BYTES
