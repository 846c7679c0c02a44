"""Read many rows as the database holds them: days and choices are still text."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from sys import intern
from typing import Any

day_of = lru_cache(maxsize=8192)(date.fromisoformat)
"""The day that a text says: of hundreds of thousands of texts a few thousand differ."""


def same(text: Any) -> Any:
    """One and the same object for equal texts: of ten thousand names of countries a few dozen differ."""
    return intern(text) if text else None


def as_stored(result: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a result as plain tuples, one after the other: named, converted or all at once they cost twice."""
    yield from result.cursor
    result.close()
