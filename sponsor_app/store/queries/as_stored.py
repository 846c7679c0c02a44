"""Read many rows as the database holds them: days and choices are still text."""

from typing import Any


def as_stored(result: Any) -> list[tuple[Any, ...]]:
    """The rows of a result as plain tuples; of ten thousand, naming and converting each would be half the cost."""
    rows: list[tuple[Any, ...]] = result.cursor.fetchall()
    result.close()
    return rows
