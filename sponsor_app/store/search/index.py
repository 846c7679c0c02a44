"""Keep the index in step: two full-text tables over folded words, one for names, one for what people wrote."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from sponsor_app.store.search.documents import (
    DOCUMENTS,
    FOLDED,
    NAMES,
    SHORTEST_IN_TEXT,
    TEXTS,
    Document,
    indexed_text,
    query,
)
from sponsor_app.store.touched import Touched

CHUNK = 500

INDEX_OPTIONS = "text, content='', contentless_delete=1, detail=none, tokenize=ascii"
INDEX_DDL = tuple(
    statement
    for name, begun in ((NAMES, 1), (TEXTS, SHORTEST_IN_TEXT))
    for statement in (
        f"CREATE VIRTUAL TABLE {name} USING fts5({INDEX_OPTIONS}, prefix='{begun}')",
        f"CREATE VIRTUAL TABLE {name}_words USING fts5vocab({name}, row)",
    )
)
"""Contentless, because the words stand in the records already; split by us, so that a query is split alike.

The shortest beginnings of a word have an index of their own: they are what a person types first, and fit most.
"""


def refresh(connection: Connection, touched: Touched) -> None:
    """Index what this transaction wrote, forget what it removed."""
    for document in DOCUMENTS:
        gone = touched.gone.get(document.table, ())
        _forget(connection, document, gone)
        for start, end in touched.ranges.get(document.table, ()):
            _index_new(connection, document, start, end)
        _index_ids(connection, document, _stale_ids(connection, document, touched))


def rebuild(connection: Connection) -> None:
    """Index every record anew."""
    for name in (NAMES, TEXTS):
        connection.exec_driver_sql(f"INSERT INTO {name} ({name}) VALUES ('delete-all')")
    for document in DOCUMENTS:
        _index(connection, document, "1", ())


def _stale_ids(connection: Connection, document: Document, touched: Touched) -> set[str]:
    ids = {row["id"] for row in touched.rows.get(document.table, ())}
    for part in document.parts:
        ids.update(row[part.owner] for row in touched.rows.get(part.table, ()))
        for start, end in touched.ranges.get(part.table, ()):
            sql = f"SELECT DISTINCT {part.owner} FROM {part.table} WHERE seq >= ? AND seq < ?"
            ids.update(connection.exec_driver_sql(sql, (start, end)).scalars())
    for table, column in document.after:
        for chunk in _chunks({row["id"] for row in touched.rows.get(table, ())}):
            marks = ", ".join("?" * len(chunk))
            sql = f"SELECT id FROM {document.table} WHERE {column} IN ({marks})"
            ids.update(connection.exec_driver_sql(sql, chunk).scalars())
    return ids


def _index_ids(connection: Connection, document: Document, ids: Iterable[str | None]) -> None:
    for chunk in _chunks(ids):
        _index(connection, document, f"r.id IN ({', '.join('?' * len(chunk))})", chunk)


def _chunks(ids: Iterable[str | None]) -> Iterator[tuple[str, ...]]:
    """At most so many ids as one statement takes."""
    wanted = sorted(i for i in ids if i is not None)
    for start in range(0, len(wanted), CHUNK):
        yield tuple(wanted[start : start + CHUNK])


def _index_new(connection: Connection, document: Document, start: int, end: int) -> None:
    """Index fresh rows; what their children add comes when the children are looked at."""
    connection.exec_driver_sql(
        f"INSERT INTO {document.index} (rowid, text)"
        f" SELECT {document.first} + r.seq, {FOLDED}(concat_ws(' ', {', '.join(document.columns)}))"
        f" FROM {document.table} r WHERE r.seq >= ? AND r.seq < ?",
        (start, end),
    )


def _index(
    connection: Connection, document: Document, where: str, parameters: tuple[Any, ...]
) -> None:
    found = connection.exec_driver_sql(query(document, where), parameters).all()
    rows = [
        (document.first + seq, indexed_text(document, values))
        for seq, _id, _title, _account, _day, *values in found
    ]
    if rows:
        connection.exec_driver_sql(
            f"INSERT OR REPLACE INTO {document.index} (rowid, text) VALUES (?, ?)", rows
        )


def _forget(connection: Connection, document: Document, seqs: Sequence[int]) -> None:
    if seqs:
        sql = f"DELETE FROM {document.index} WHERE rowid = ?"
        connection.exec_driver_sql(sql, [(document.first + seq,) for seq in seqs])
