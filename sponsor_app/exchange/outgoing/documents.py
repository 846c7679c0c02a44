"""Records for programs: JSON with stable keys, null for unknown, one record a line."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, BinaryIO

import msgspec

from sponsor_app.exchange.outgoing.columns import Row

FORMAT = "sponsor-app-everything"
VERSION = 1
BUFFER = 500

encode = msgspec.json.Encoder(decimal_format="number").encode


def write_records(stream: BinaryIO, rows: Iterable[Row], indent: bytes = b"") -> int:
    """Write an array with one record a line; returns how many."""
    stream.write(b"[")
    written, between = 0, b"\n" + indent
    waiting: list[bytes] = []
    for row in rows:
        waiting.append(encode(row))
        written += 1
        if len(waiting) >= BUFFER:
            stream.write(between + (b",\n" + indent).join(waiting))
            waiting.clear()
            between = b",\n" + indent
    if waiting:
        stream.write(between + (b",\n" + indent).join(waiting))
    stream.write(b"\n]" if written else b"]")
    return written


def write_document(stream: BinaryIO, document: Mapping[str, Any]) -> None:
    """Write one document, readable to people as well."""
    stream.write(msgspec.json.format(encode(document), indent=1) + b"\n")


def write_everything(
    stream: BinaryIO,
    *,
    exported_at: datetime,
    policy: Mapping[str, str],
    counts: Mapping[str, int],
    tables: Iterable[tuple[str, Iterable[Row]]],
) -> int:
    """Write the document that `resources/manual/export.md` describes; returns how many records it holds."""
    head = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": exported_at.isoformat(),
        "policy": policy,
        "counts": counts,
    }
    parts = b",\n".join(encode(key) + b": " + encode(value) for key, value in head.items())
    stream.write(b"{\n" + parts + b',\n"records": {')
    written = 0
    for place, (name, rows) in enumerate(tables):
        stream.write((b",\n" if place else b"\n") + encode(name) + b": ")
        written += write_records(stream, rows)
    stream.write(b"\n}\n}\n")
    return written
