"""The everyday of a first join: records that nobody here knew and that were only made, written many at a time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection

from sponsor_app.domain.deeds import INSERT
from sponsor_app.domain.ids import DeviceId
from sponsor_app.domain.merged import Value
from sponsor_app.store.capture import unguarded
from sponsor_app.store.models import SYNCED
from sponsor_app.store.sharing.arrivals import Stored
from sponsor_app.store.sharing.fitting import columns_fit, is_understood
from sponsor_app.store.touched import Touched

Moments = Mapping[int, str]
"""The moment of each change by its number."""

AT_ONCE = 5000
"""Records written and indexed in one go; more would only cost memory."""

Shape = tuple[str, tuple[str, ...]]

_values = msgspec.msgpack.Decoder(tuple[Any, ...]).decode


def add(
    connection: Connection,
    touched: Touched,
    made: Iterable[Stored],
    moments: Moments,
    members: Mapping[DeviceId, str | None],
) -> list[Stored]:
    """Show records that have one change, their insert; returns those that need a closer look."""
    groups: dict[Shape, list[Stored]] = defaultdict(list)
    for one in made:
        groups[one.change.table, one.change.names].append(one)
    left: list[Stored] = []
    for (name, names), group in groups.items():
        for start in range(0, len(group), AT_ONCE):
            some = group[start : start + AT_ONCE]
            rows = _rows(name, names, some)
            if rows is None:
                left += some
                continue
            stamped = (
                (one.change.record, *row, moments[one.seq], members.get(one.change.stamp.device))
                for one, row in zip(some, rows, strict=True)
            )
            _insert(connection, touched, name, names, list(stamped))
    return left


def _rows(
    name: str, names: tuple[str, ...], group: Sequence[Stored]
) -> list[tuple[Value, ...]] | None:
    """The values of the records, or None when one of them does not fit the table as it is."""
    if not is_understood(name, INSERT, names) or len(set(names)) != len(names):
        return None
    try:
        rows = [_values(one.change.payload) for one in group]
        columns = list(zip(*rows, strict=True))
    except (msgspec.MsgspecError, ValueError):
        return None
    if len(columns) != len(names) or not columns_fit(SYNCED[name], names, columns):
        return None
    return rows


def _insert(
    connection: Connection,
    touched: Touched,
    name: str,
    names: tuple[str, ...],
    rows: list[tuple[Any, ...]],
) -> None:
    columns = ("id", *names, "created_at", "created_by")
    first = connection.exec_driver_sql(f"SELECT coalesce(max(seq), 0) + 1 FROM {name}").scalar_one()
    touched.inserted(name, first, len(rows))
    with unguarded(connection):
        connection.exec_driver_sql(
            f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
            rows,
        )
