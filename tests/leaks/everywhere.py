"""One of the words in every field of every table that a person can write into."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import cycle
from typing import Any

from sqlalchemy import Column, Integer, LargeBinary, Table, Text

from sponsor_app.domain.attachments import Attachment
from sponsor_app.services import Services
from sponsor_app.store.models import SYNCED
from sponsor_app.store.models.columns import Day, Moment
from sponsor_app.store.queries import attached

NOBODY = "0198c0de-0000-7000-8000-000000000001"
CHOSEN = {
    "kind": "visit", "state": "held", "status": "customer", "level": "sponsor", "direction": "ours",
    "function": None, "tier": None, "currency": "EUR", "support": None, "role": "owner", "recurs": None,
    "sentiment": None, "birthday": None, "zone": None, "sha256": "00", "normal": "1", "applies_to": "account",
    "key": "pulse_days", "country": None, "language": None, "intent": None, "issue_channel": None,
    "created_by": None, "updated_by": None, "reply": None, "media_type": "text/plain",
}  # fmt: skip
"""Columns in which a person chooses and does not write."""


def fill(app: Services, words: list[str]) -> int:
    """Put a record into every table; returns how many fields hold a word."""
    spread = cycle(words)
    used = 0
    for table in SYNCED.values():
        with app.store.write(f"Wrote {next(spread)}") as writer:
            fields = dict(_fields(table, spread))
            used += sum(isinstance(value, str) and " " in value for value in fields.values())
            writer.insert_many(table, [fields], [app.store.new_id()])
    _attach(app, spread)
    return used


def _attach(app: Services, spread: Iterator[str]) -> None:
    """A file stands at a record, on this laptop only."""
    file = Attachment(app.store.new_id(), f"{next(spread)}.pdf", 1, app.now(), NOBODY)
    with app.store.write_local() as connection:
        attached.keep(connection, NOBODY, file, "00", next(spread).encode())


def _fields(table: Table, spread: Iterator[str]) -> Iterator[tuple[str, Any]]:
    for column in table.columns:
        if column.name in {
            "id",
            "created_at",
            "updated_at",
            "created_by",
            "updated_by",
            "seq",
            "rowid",
        }:
            continue
        if column.name in CHOSEN and isinstance(column.type, Text):
            if CHOSEN[column.name] is not None:
                yield column.name, CHOSEN[column.name]
        elif (value := _value(column, spread)) is not None:
            yield column.name, value


def _value(column: Column[Any], spread: Iterator[str]) -> Any:
    if isinstance(column.type, Day):
        return date(2026, 11, 17)
    if isinstance(column.type, Moment):
        return datetime.fromisoformat("2026-11-17T10:00:00+00:00")
    if isinstance(column.type, Integer):
        return 1
    if isinstance(column.type, LargeBinary):
        return next(spread).encode()
    if isinstance(column.type, Text):
        return NOBODY if "ref" in column.info else f"{next(spread)} {next(spread)}"
    return None
