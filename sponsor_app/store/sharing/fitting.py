"""Which values of another laptop a table of this version can hold; the others wait, untouched, in the changes."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from functools import cache
from types import MappingProxyType
from typing import Any

from sqlalchemy import Column, Integer, LargeBinary, Table

from sponsor_app.domain.deeds import PRESENCE, REOPEN, SETTLE, Change
from sponsor_app.domain.history import Op
from sponsor_app.domain.merged import Merged, Value
from sponsor_app.store.models import SYNCED, fields
from sponsor_app.store.models.columns import Day, Moment

LARGEST = 1 << 63
"""SQLite's whole numbers are signed 64-bit ones."""

Check = Callable[[Any], bool]


def _is_whole(value: object) -> bool:
    return type(value) is int and -LARGEST <= value < LARGEST


def _is_day(value: object) -> bool:
    try:
        return type(value) is str and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_moment(value: object) -> bool:
    try:
        return type(value) is str and datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _is_text(value: object) -> bool:
    return type(value) is str


def _is_bytes(value: object) -> bool:
    return type(value) is bytes


CHECKS: Mapping[type[Any], Check] = MappingProxyType(
    {Day: _is_day, Moment: _is_moment, Integer: _is_whole, LargeBinary: _is_bytes}
)


@cache
def checks_of(name: str) -> Mapping[str, tuple[Check, bool]]:
    """For each field of a table: what it can hold, and whether it must hold something."""
    table = SYNCED[name]
    return {name: (_check(table.c[name]), not table.c[name].nullable) for name in fields(table)}


def _check(column: Column[Any]) -> Check:
    return CHECKS.get(type(column.type), _is_text)


def fits(table: Table, name: str, value: Value) -> bool:
    """Whether a field can hold this value."""
    check, needed = checks_of(table.name)[name]
    return not needed if value is None else check(value)


def columns_fit(table: Table, names: Collection[str], columns: Collection[Collection[Any]]) -> bool:
    """Whether new records made of these columns of values can all be shown; each needed field is among them."""
    checks = checks_of(table.name)
    needed = {name for name, (_check, needed) in checks.items() if needed}
    return needed <= set(names) and all(
        _all_fit(*checks[name], column) for name, column in zip(names, columns, strict=True)
    )


def _all_fit(check: Check, needed: bool, column: Collection[Any]) -> bool:
    """Whether every value of a column fits; most are text, and asked for their type alone."""
    kinds = set(map(type, column))
    if needed and type(None) in kinds:
        return False
    if check is _is_text:
        return kinds <= {str, type(None)}
    return all(check(value) for value in column if value is not None)


def fitting(merged: Merged) -> dict[str, Value] | None:
    """The fields of a record as its table can hold them; None when one that is needed is missing.

    Of the values that a field was given, the latest that fits counts.
    """
    table = SYNCED[merged.table]
    found: dict[str, Value] = {}
    for name, (_check, needed) in checks_of(table.name).items():
        given = reversed(merged.given.get(name, ()))
        found[name] = next((cell.value for cell in given if fits(table, name, cell.value)), None)
        if needed and found[name] is None:
            return None
    return found


def is_understood(table: str, op: str, names: Collection[str]) -> bool:
    """Whether this version knows the table, the operation and every field."""
    if table not in SYNCED or op not in tuple(Op):
        return False
    known = checks_of(table)
    return all(name in known or (name == PRESENCE and op in (SETTLE, REOPEN)) for name in names)


def shows_all(merged: Merged, changes: Collection[Change], shown: Mapping[str, Value]) -> bool:
    """Whether nothing of a record is left out of what its table shows."""
    if not all(is_understood(change.table, change.op, change.names) for change in changes):
        return False
    return all(shown.get(name) == cell.value for name, cell in merged.cells.items())
