"""Everything at once: every row of every table that travels."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO

from sponsor_app.exchange.outgoing.columns import Sheet
from sponsor_app.exchange.outgoing.whole import (
    Whole,
    whole_fields,
    whole_headings,
    whole_lines,
    whole_sheets,
)
from sponsor_app.store.queries import policy
from sponsor_app.store.queries.everything import Reader, fields, tables

__all__ = ["sheets", "table_of_text", "tables", "write_document"]


def sheets(reader: Reader) -> Iterator[Sheet]:
    """A sheet of contents and one for each table with rows."""
    return whole_sheets(_tables(reader), reader.counts())


def table_of_text(reader: Reader) -> tuple[list[str], Iterator[list[Any]]]:
    """Headings and lines of one table that holds all others; only those with rows add columns."""
    counts = reader.counts()
    every = [one for one in _tables(reader) if counts[one.name]]
    named = whole_fields(every)
    return whole_headings(named), whole_lines(every, named)


def write_document(reader: Reader, stream: BinaryIO, now: datetime) -> int:
    """The JSON document that `resources/manual/export.md` describes."""
    from sponsor_app.exchange.outgoing.documents import write_everything  # noqa: PLC0415 - 35 ms

    return write_everything(
        stream,
        exported_at=now,
        policy=policy.policy_values(reader.connection),
        counts=reader.counts(),
        tables=((one.name, one.rows) for one in _tables(reader)),
    )


def _tables(reader: Reader) -> list[Whole]:
    return [Whole(name, fields(name), reader.records(name)) for name in tables()]
