"""What travels between laptops: deeds, each one thing that one person did on one laptop, made of changes.

A deed is all or nothing. Its changes are kept byte for byte as they were made, so that a laptop hands on
faithfully what it does not itself understand: tables, columns and operations of a later version.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.ids import DeviceId

INSERT, UPDATE, DELETE, RESTORE, SETTLE, REOPEN = (
    "insert",
    "update",
    "delete",
    "restore",
    "settle",
    "reopen",
)
"""What a change does. A later version may know more; here those are kept and handed on."""

PRESENCE = "*"
"""The register, beside the fields, that says whether a record is there."""

Vector = Mapping[DeviceId, int]
"""How far each laptop's deeds are known: all of them up to and including this clock."""

NOTHING_KNOWN: Vector = MappingProxyType({})


class Change(NamedTuple):
    """What one deed did to one record.

    `names` are the fields it gives. `payload` is MessagePack, by operation: insert, a list of values; update, a
    list of [value, clock, device], where the stamp is that of the value it replaced; delete, the stamps of all that
    its author saw of the record, fields and additions, the latest first, in one flat list; restore, the stamp of
    the deletion it took back; settle and reopen, the stamps of the losing values that were looked at, flat.
    """

    table: str
    op: str
    names: tuple[str, ...]
    record: str
    stamp: Stamp
    payload: bytes


class Deed(NamedTuple):
    """One transaction of one laptop.

    `clock` is that of its last change and `previous` that of the same laptop's deed before (0 for the first), so
    that a hole is noticed. `size` is how many changes it has: with fewer it is a part, and waits for the others.
    `at` is the moment by the author's own watch (UTC text), which orders nothing.
    """

    device: DeviceId
    previous: int
    clock: int
    size: int
    at: str
    kind: str
    title: str
    undoes: Stamp | None
    changes: tuple[Change, ...]

    @property
    def stamp(self) -> Stamp:
        """What names this deed on every laptop."""
        return Stamp(self.clock, self.device)

    @property
    def whole(self) -> bool:
        """Whether every change is here."""
        return len(self.changes) == self.size


class Laptop(NamedTuple):
    """A laptop as it introduces itself; `member` is the id of the person who works on it."""

    device: DeviceId
    name: str
    member: str | None
    app_version: str | None


class Parcel(NamedTuple):
    """Deeds on their way, with the laptops that did them."""

    laptops: tuple[Laptop, ...]
    deeds: tuple[Deed, ...]


def vector_after(known: Vector, deeds: Iterable[Deed]) -> dict[DeviceId, int]:
    """How far `known` reaches once these whole deeds are taken in; a hole stops it, later deeds notwithstanding."""
    reached = dict(known)
    for deed in sorted(deeds, key=lambda one: one.clock):
        have = reached.get(deed.device, 0)
        if deed.previous <= have < deed.clock:
            reached[deed.device] = deed.clock
    return reached


def joined_vectors(one: Vector, other: Vector) -> dict[DeviceId, int]:
    """How far two laptops reach together."""
    return {device: max(one.get(device, 0), other.get(device, 0)) for device in {**one, **other}}


def covers(one: Vector, other: Vector) -> bool:
    """Whether whoever knows `one` knows all that `other` says."""
    return all(one.get(device, 0) >= clock for device, clock in other.items())
