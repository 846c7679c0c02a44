"""Read many rows as the database holds them: days and choices are still text."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from sys import intern
from typing import Any

from sqlalchemy import Connection, Select, func, select

day_of = lru_cache(maxsize=8192)(date.fromisoformat)
"""The day that a text says: of hundreds of thousands of texts a few thousand differ."""


def same(text: Any) -> Any:
    """One and the same object for equal texts: of ten thousand names of countries a few dozen differ."""
    return intern(text) if text else None


def as_stored(result: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a result as plain tuples, one after the other: named, converted or all at once they cost twice."""
    yield from result.cursor
    result.close()


def listed(values: Iterable[str]) -> Select[tuple[str]]:
    """These values for an `IN`: one variable however many they are."""
    each = func.json_each(json.dumps(list(values))).table_valued("value")
    return select(each.c.value)


def pairs(connection: Connection, query: Any) -> dict[Any, Any]:
    """The first column of a query to its second; of several rows the last counts."""
    return dict(as_stored(connection.execute(query)))


def pairs_of(
    connection: Connection, query: Any, column: Any, only: Sequence[str] | None
) -> dict[Any, Any]:
    """The same for some values of `column` only; None for all."""
    return pairs(connection, query if only is None else query.where(column.in_(only)))
