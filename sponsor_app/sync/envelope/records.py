"""Where records begin and end in bytes nobody vouches for: bounds only, no cryptography.

A file is a header of 32 bytes and records one after another; nothing else stands in clear.
"""

import os
import struct
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from sponsor_app.sync.envelope.limits import (
    FORMAT,
    LARGEST_FILE,
    LARGEST_RECORD,
    LARGEST_SEQUENCE,
    MAGIC,
    MARKER,
    MOST_DAMAGES,
    MOST_LOOSE,
    MOST_RECORDS,
    READER,
    SIGNATURE_BYTES,
    SMALLEST_PADDED,
    TAG_BYTES,
)

FILE_HEADER = struct.Struct(f">{len(MAGIC)}sHH16s")
RECORD_HEADER = struct.Struct(">4sBI32s16sQ32s32s")
LARGE = 1 << 16
"""Bytes of a record from which its hash is worth a core of its own."""
SMALLEST_BODY = SMALLEST_PADDED + TAG_BYTES + SIGNATURE_BYTES


class Kind(IntEnum):
    """What a record is."""

    EPOCH = 1
    CHUNK = 2
    BASE = 3
    FRAME = 4
    CARD = 5
    TRAILER = 6


class FileHeader(NamedTuple):
    """What stands in clear: two versions and the file's id."""

    format: int
    min_reader: int
    file_id: bytes

    def packed(self) -> bytes:
        """The first 32 bytes of a file."""
        return FILE_HEADER.pack(MAGIC, self.format, self.min_reader, self.file_id)


class RecordHeader(NamedTuple):
    """What is visible of a record; `length` counts the bytes after this header."""

    kind: int
    length: int
    epoch: bytes
    writer: bytes
    sequence: int
    previous: bytes
    salt: bytes

    def packed(self) -> bytes:
        """The header's 129 bytes."""
        return RECORD_HEADER.pack(MARKER, *self)


@dataclass(frozen=True)
class Record:
    """Bytes that have the shape of a record, from `at` up to `end` in those of a file."""

    header: RecordHeader
    source: bytes = field(repr=False)
    at: int
    end: int

    @property
    def view(self) -> memoryview:
        """Its bytes where they stand: most records of a file are known, and only looked at."""
        return memoryview(self.source)[self.at : self.end]

    @cached_property
    def content(self) -> bytes:
        """Its bytes."""
        return self.source[self.at : self.end]

    @cached_property
    def hash(self) -> bytes:
        """Its name: SHA-256 of all its bytes."""
        return _hash(self)

    @cached_property
    def body(self) -> bytes:
        """What stands between header and signature."""
        return self.content[RECORD_HEADER.size : -SIGNATURE_BYTES]


class Span(NamedTuple):
    """Bytes from `start` up to `end` that are no record."""

    start: int
    end: int


def file_header(content: bytes) -> FileHeader | None:
    """What the first bytes say; None when they are not ours or the file is larger than any we write."""
    if not content.startswith(MAGIC) or not FILE_HEADER.size <= len(content) <= LARGEST_FILE:
        return None
    return FileHeader(*FILE_HEADER.unpack_from(content)[1:])


def new_header(file_id: bytes) -> FileHeader:
    """The header this version writes."""
    return FileHeader(FORMAT, READER, file_id)


def record_at(content: bytes, at: int) -> Record | None:
    """The record that begins at `at`, or None when its header or its size is impossible."""
    if len(content) - at < RECORD_HEADER.size or not content.startswith(MARKER, at):
        return None
    header = RecordHeader(*RECORD_HEADER.unpack_from(content, at)[1:])
    end = at + RECORD_HEADER.size + header.length
    if not SMALLEST_BODY <= header.length <= LARGEST_RECORD or end > len(content):
        return None
    if not 1 <= header.sequence <= LARGEST_SEQUENCE:
        return None
    return Record(header, content, at, end)


def header_of(beginning: bytes) -> RecordHeader:
    """The header of a record that was believed once, from its first bytes."""
    return RecordHeader(*RECORD_HEADER.unpack_from(beginning)[1:])


def parse(content: bytes) -> Record | None:
    """One whole record that stood alone, as in a database; None when it is not exactly that."""
    record = record_at(content, 0)
    return record if record is not None and record.end == len(content) else None


def scan(content: bytes, start: int = FILE_HEADER.size) -> Iterator[Record | Span]:
    """All that looks like a record from `start` on, and the spans between that do not.

    A record whose end meets neither the next marker nor the end of the file is yielded too, and the search goes on at
    the next marker inside or after it: either its neighbour is damaged or its own length is.
    """
    at, damages, loose = start, 0, 0
    for _ in range(MOST_RECORDS):
        if at >= len(content):
            return
        record = record_at(content, at)
        end = record.end if record else at
        if record is not None:
            yield record
            if end == len(content) or content.startswith(MARKER, end):
                at = end
                continue
            loose += 1
        after = content.find(MARKER, at + len(MARKER))
        after = len(content) if after < 0 else after
        damages += 1
        if damages > MOST_DAMAGES or loose > MOST_LOOSE:
            break
        if after > end:
            yield Span(end, after)
        at = after
    if at < len(content):
        yield Span(at, len(content))


def hash_together(records: Iterable[Record]) -> None:
    """Have the names of large records at hand, found on every core: one after another they are half of a first look."""
    large = [one for one in records if one.end - one.at >= LARGE]
    if len(large) > 1:
        with ThreadPoolExecutor(min(len(large), os.cpu_count() or 1)) as cores:
            for one, name in zip(large, cores.map(_hash, large), strict=True):
                one.__dict__["hash"] = name  # a cached property, which would compute one at a time


def _hash(record: Record) -> bytes:
    return sha256(record.view).digest()


def last_record(content: bytes) -> Record | None:
    """The record that ends where `content` ends, found from the back; a poll reads no more than this."""
    at = content.rfind(MARKER)
    for _ in range(MOST_LOOSE):
        if at < 0:
            return None
        record = record_at(content, at)
        if record is not None and record.end == len(content):
            return record
        at = content.rfind(MARKER, 0, at)
    return None
