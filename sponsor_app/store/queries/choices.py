"""Read words that a newer laptop may have written: an unknown choice is nothing, not an error."""

from enum import Enum
from typing import TypeVar

C = TypeVar("C", bound=Enum)


def choice(kind: type[C], text: str | int | None) -> C | None:
    """The choice that `text` names, or None."""
    try:
        return kind(text) if text is not None else None
    except ValueError:
        return None


def choice_or(kind: type[C], text: str | int | None, otherwise: C) -> C:
    """The choice that `text` names, or `otherwise`."""
    return choice(kind, text) or otherwise
