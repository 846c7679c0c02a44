"""What the bytes of a change mean; bytes that mean nothing here are kept and handed on, and say nothing."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, cast

import msgspec

from sponsor_app.domain.deeds import DELETE, INSERT, REOPEN, RESTORE, SETTLE, UPDATE, Change
from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.ids import DeviceId
from sponsor_app.domain.merged import Cell, Value

_values = msgspec.msgpack.Decoder(tuple[Any, ...]).decode
_edits = msgspec.msgpack.Decoder(tuple[tuple[Any, int, int], ...]).decode
_numbers = msgspec.msgpack.Decoder(tuple[int, ...]).decode


PLAIN = frozenset({str, int, float, bytes, type(None)})


class Birth(NamedTuple):
    """A record is made with these values; a field without one is not named, so that it beats nobody's."""

    cells: Mapping[str, Cell]


class Edit(NamedTuple):
    """Fields are given values."""

    cells: Mapping[str, Cell]


class Deletion(NamedTuple):
    """A record is removed by somebody who had seen these stamps of it, the latest first."""

    seen: Sequence[Stamp]


class Return(NamedTuple):
    """A deleted record is brought back."""


class Verdict(NamedTuple):
    """Somebody looked at the losing values of a field, and settled the matter or opened it again."""

    field: str
    losers: Sequence[Stamp]
    settled: bool


Meaning = Birth | Edit | Deletion | Return | Verdict | None


def meaning(change: Change) -> Meaning:
    """What a change says, or None when a later version or damage wrote it."""
    read = _READ.get(change.op)
    if read is None:
        return None
    try:
        return read(change)
    except (msgspec.MsgspecError, ValueError):
        return None


def _birth(change: Change) -> Birth:
    pairs = zip(change.names, _values(change.payload), strict=True)
    return Birth(
        {
            name: Cell(_plain(value), change.stamp, None)
            for name, value in pairs
            if value is not None
        }
    )


def _edit(change: Change) -> Edit:
    given = zip(change.names, _edits(change.payload), strict=True)
    return Edit(
        {
            name: Cell(_plain(value), change.stamp, Stamp(clock, DeviceId(device)))
            for name, (value, clock, device) in given
        }
    )


def _deletion(change: Change) -> Deletion:
    return Deletion(_stamps(change.payload))


def _return(change: Change) -> Return:
    _stamps(change.payload)
    return Return()


def _verdict(change: Change) -> Verdict:
    [field] = change.names
    return Verdict(field, _stamps(change.payload), change.op == SETTLE)


def _plain(value: object) -> Value:
    """A value that a database column can hold; another one makes the change mean nothing here."""
    if type(value) not in PLAIN:
        msg = f"a field cannot be {value!r}"
        raise ValueError(msg)
    return cast("Value", value)


def _stamps(payload: bytes) -> list[Stamp]:
    numbers = _numbers(payload)
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return [Stamp(clock, DeviceId(device)) for clock, device in pairs]


_READ = {
    INSERT: _birth,
    UPDATE: _edit,
    DELETE: _deletion,
    RESTORE: _return,
    SETTLE: _verdict,
    REOPEN: _verdict,
}
