"""What merging two records of any kind has in common."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Table

from sponsor_app.domain.folding import fold
from sponsor_app.domain.text import LONGEST_LINE
from sponsor_app.store.capture import Writer
from sponsor_app.store.queries import linked

SOURCE = "merged"


def above(
    writer: Writer, table: Table, column: str, rows: Sequence[Mapping[str, Any]]
) -> str | None:
    """Who stands above one record made of two: the first of those above them that is not below it."""
    pair = [row["id"] for row in rows]
    return next(
        (
            row[column]
            for row in rows
            if row[column] and not _is_below(writer, table, column, row[column], pair)
        ),
        None,
    )


def drop_doubles(
    writer: Writer, table: Table, owner: str, same: Sequence[str], gone: str, kept: str
) -> None:
    """Remove what hangs on both, as `same` columns tell, from the record that goes."""

    def key(row: Mapping[str, Any]) -> tuple[str, ...]:
        return tuple(fold(str(row[name])) for name in same)

    theirs, ours = (
        [linked.row(writer.connection, table, one) for one in found]
        for found in (
            linked.ids_with(writer.connection, table, owner, gone),
            linked.ids_with(writer.connection, table, owner, kept),
        )
    )
    known = {key(row) for row in ours}
    writer.delete_many(table, [row["id"] for row in theirs if key(row) in known])


def lost_words(
    loses: Mapping[str, Any],
    wins: Mapping[str, Any],
    names: Iterable[str],
    said: Callable[[str], str] = lambda name: name.replace("_", " "),
) -> str:
    """`Acme Inc had: city Bergen; tier key`: plain values that gave way to others; nothing when none did."""
    lost = [
        f"{said(name)} {loses[name]}"
        for name in names
        if loses[name] not in (None, "", wins[name]) and wins[name] not in (None, "")
    ]
    return f"{loses['name']} had: {'; '.join(lost)}"[:LONGEST_LINE] if lost else ""


def _is_below(writer: Writer, table: Table, column: str, start: str, pair: Collection[str]) -> bool:
    """Whether a record is one of a pair, or stands below one of them; a ring that was there ends the way."""
    passed: set[str] = set()
    at: str | None = start
    while at is not None and at not in passed:
        if at in pair:
            return True
        passed.add(at)
        at = linked.value(writer.connection, table, column, at)
    return False
