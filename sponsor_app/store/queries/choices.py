"""Read words that a newer laptop may have written: an unknown choice is nothing, not an error."""

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar

C = TypeVar("C", bound=Enum)


def choice(kind: type[C], text: str | int | None) -> C | None:
    """The choice that `text` names, or None."""
    return by_value(kind).get(text)


def choice_or(kind: type[C], text: str | int | None, otherwise: C) -> C:
    """The choice that `text` names, or `otherwise`."""
    return choice(kind, text) or otherwise


@cache
def by_value(kind: type[Enum]) -> Mapping[Any, Any]:
    """Every choice under what is stored for it: looked up some 50,000 times for a large team."""
    return {one.value: one for one in kind}
