"""Old Excel workbooks made for tests: a BIFF8 stream ([MS-XLS]) in a compound file ([MS-CFB]), byte by byte."""

import struct
from collections.abc import Sequence
from pathlib import Path

_SECTOR = 512
_SMALLEST = 4096  # shorter streams would live in a stream of streams
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_GLOBALS, _SHEET = 0x0005, 0x0010

Span = tuple[int, int, int, int]
"""First and last row, first and last column, from 0."""


def xls(
    path: Path, rows: Sequence[Sequence[str]], merged: Sequence[Span] = (), *, locked: bool = False
) -> Path:
    """A workbook of one sheet with text cells, of which some are merged; a `locked` one says that it has a password."""
    sheet = _begin(_SHEET) + _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, 256, 0))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            head = struct.pack("<HHHHB", number, column, 0, len(text), 1)
            sheet += _record(0x0204, head + text.encode("utf-16-le")) if text else b""
    spans = b"".join(struct.pack("<4H", *span) for span in merged)
    sheet += _record(0x00E5, struct.pack("<H", len(merged)) + spans) + _record(0x000A)
    password = _record(0x002F, struct.pack("<HHH", 1, 1, 1) + bytes(48)) if locked else b""
    head, end = (
        _begin(_GLOBALS) + password + _record(0x0042, struct.pack("<H", 1200)),
        _record(0x000A),
    )
    length = len(head) + len(_named(0)) + len(end)
    path.write_bytes(compound("Workbook", head + _named(length) + end + sheet))
    return path


def compound(name: str, content: bytes) -> bytes:
    """A compound file with one stream: its header, the table of its sectors, its directory, the stream."""
    content = content.ljust(_SMALLEST, b"\0")
    content += bytes(-len(content) % _SECTOR)
    count = len(content) // _SECTOR
    chain = [_TABLE, _END, *range(3, count + 2), _END]
    table = struct.pack("<128I", *chain, *([_FREE] * (128 - len(chain))))
    directory = _entry("Root Entry", 5, 1, _END, 0) + _entry(name, 2, _FREE, 2, len(content))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, _SMALLEST, _END, 0, _END, 0)
    head += struct.pack("<109I", 0, *([_FREE] * 108))
    return head + table + directory.ljust(_SECTOR, b"\0") + content


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<HBBIII", len(raw), kind, 1, _FREE, _FREE, child)
    return raw.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)


def _named(at: int) -> bytes:
    """Where the sheet begins in the stream, and what it is called."""
    return _record(0x0085, struct.pack("<IBBBB", at, 0, 0, 1, 0) + b"S")


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 1996, 0, 6))


def _record(number: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", number, len(content)) + content
