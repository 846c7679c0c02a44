"""What the reading child says: frames of MessagePack, each behind its length."""

import struct
from typing import IO

import msgspec

from sponsor_app.domain.importing import (
    ExtraCells,
    FieldValue,
    ImportedRecord,
    ImportKind,
    LeftOut,
    Rejected,
    Shape,
)

MAX_FRAME = 256 << 20
OUT_OF_MEMORY = "memory"
_LENGTH = struct.Struct(">I")

Row = tuple[int, dict[str, FieldValue], list[tuple[str, str, str]]]


class Opening(msgspec.Struct, tag="opening", array_like=True, frozen=True):
    """How the file was understood."""

    shape: Shape


class Batch(msgspec.Struct, tag="batch", array_like=True, frozen=True):
    """Some records as (line, fields, points); how many rows are read, and which share of the file.

    `kinds` are those of the rows where a table mixes them; `records` are those of formats that are no tables: each
    says itself what it is.
    """

    rows: list[Row]
    rejected: list[Rejected]
    rows_read: int
    share: float
    records: list[ImportedRecord] = []
    kinds: list[ImportKind] = []


class Closing(msgspec.Struct, tag="closing", array_like=True, frozen=True):
    """All is read: what was left out, and what was noticed on the way."""

    rows_read: int
    left_out: list[LeftOut]
    extra_cells: list[ExtraCells]
    notes: list[str]


class Refusal(msgspec.Struct, tag="refusal", array_like=True, frozen=True):
    """The file cannot be read: why, and what to do."""

    clause: str
    next: str


class Failure(msgspec.Struct, tag="failure", array_like=True, frozen=True):
    """The child failed: out of memory, or an error of ours and where in the code."""

    kind: str
    where: str = ""


Frame = Opening | Batch | Closing | Refusal | Failure

_encoder = msgspec.msgpack.Encoder()
_decoder: msgspec.msgpack.Decoder[Frame] = msgspec.msgpack.Decoder(Frame)


def send(stream: IO[bytes], frame: Frame) -> None:
    """Write one frame."""
    body = _encoder.encode(frame)
    stream.write(_LENGTH.pack(len(body)))
    stream.write(body)
    stream.flush()


def receive(stream: IO[bytes]) -> Frame | None:
    """The next frame; None at the end, or when what comes is no frame."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    length = _LENGTH.unpack(head)[0]
    if length > MAX_FRAME:
        return None
    body = stream.read(length)
    try:
        return _decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
