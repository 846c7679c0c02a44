"""What is given to be written, as the database takes it."""

from collections.abc import Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy import Table

from sponsor_app.store.models import fields, primitive

PLAIN = frozenset({str, int, float, bytes, type(None)})

Values = Mapping[str, object]


def given_names(table: Table, rows: Sequence[Values]) -> list[str]:
    """The fields that any of `rows` gives, in the table's order; a field the table lacks is our bug."""
    given = set[str]().union(*rows)
    names = [name for name in fields(table) if name in given]
    if len(names) != len(given):
        msg = f"{table.name} has no {sorted(given.difference(names))}"
        raise KeyError(msg)
    return names


def as_tuples(names: Sequence[str], rows: Sequence[Values]) -> list[tuple[Any, ...]]:
    """The rows as tuples of what the database holds; many rows mostly need no conversion."""
    if len(rows) > 1 and len(names) > 1 and all(len(row) == len(names) for row in rows):
        values: list[tuple[Any, ...]] = list(map(itemgetter(*names), rows))
    else:
        values = [tuple(map(row.get, names)) for row in rows]
    kinds = set(map(type, chain.from_iterable(values)))
    return values if kinds <= PLAIN else [tuple(map(primitive, row)) for row in values]


def what_differs(before: Mapping[str, Any], wanted: Values) -> dict[str, Any]:
    """The fields that are to be other than before, as the database holds them."""
    plain = {name: primitive(value) for name, value in wanted.items()}
    return {name: value for name, value in plain.items() if before[name] != value}
