"""Identity: UUIDs as text, so that two laptops never mint the same one and a link is the same on both."""

import re
from typing import NamedTuple, NewType

RecordId = NewType("RecordId", str)
AccountId = NewType("AccountId", str)
ContactId = NewType("ContactId", str)
MemberId = NewType("MemberId", str)
InteractionId = NewType("InteractionId", str)
IssueId = NewType("IssueId", str)
CommitmentId = NewType("CommitmentId", str)
ReferenceId = NewType("ReferenceId", str)
RequestId = NewType("RequestId", str)
EventId = NewType("EventId", str)
ReachOutId = NewType("ReachOutId", str)
DeviceId = NewType("DeviceId", int)
StepId = NewType("StepId", int)


class Identity(NamedTuple):
    """Who writes, on which laptop."""

    device: DeviceId
    member: MemberId | None


ID_SHAPE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
LINKS = bytes.fromhex("5b1f0a529c5e5d0e8a398f3c1d7e2a64")
"""The namespace of the ids of links."""
_RANDOM_BITS = 74


def uuid7(milliseconds: int, randomness: int) -> str:
    """UUIDv7 text (RFC 9562, 5.7): 48 bits of Unix milliseconds, then 74 random bits."""
    random_a, random_b = divmod(randomness & ((1 << _RANDOM_BITS) - 1), 1 << 62)
    high = f"{milliseconds & 0xFFFF_FFFF_FFFF:012x}7{random_a:03x}"
    low = f"{(0b10 << 62) | random_b:016x}"
    return f"{high[:8]}-{high[8:12]}-{high[12:]}-{low[:4]}-{low[4:]}"


def link_id(*parts: str) -> str:
    """The id of a link row: UUIDv5 (RFC 9562, 5.5) of what it links, so that two laptops make the same row."""
    from hashlib import sha1  # noqa: PLC0415 - 2 ms of every start

    hashed = sha1(LINKS + "\x1f".join(parts).encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(hashed[16], 16) & 0b11]
    return f"{hashed[:8]}-{hashed[8:12]}-5{hashed[13:16]}-{variant}{hashed[17:20]}-{hashed[20:32]}"


def looks_like_id(text: str) -> bool:
    """Whether `text` has the shape of one of our ids."""
    return ID_SHAPE.fullmatch(text) is not None


def is_link_id(text: str) -> bool:
    """Whether an id was made of what it links (UUIDv5), so that two laptops make the same one."""
    return text[14:15] == "5"
