"""What a record is once every laptop's edits are joined: its winning cells, what lost, and what a person should look at."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from sponsor_app.domain.deeds import Change
from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.hybrid_clock import Stamp

Value = str | int | float | bytes | None

HELD_ONE_IN, HELD_FROM = 5, 20
"""A join that deletes more than one record in so many, and at least so many, is held until a person says yes."""


class Cell(NamedTuple):
    """One value that a field was given, by whom and when, and the stamp of the value it took the place of."""

    value: Value
    stamp: Stamp
    replaced: Stamp | None


class ClashKind(StrEnum):
    """What two people did without knowing of each other."""

    EDITED = "edited"
    """Both gave a field a value; the later one stands."""
    REVIVED = "revived"
    """One deleted the record, the other edited it later: it stands."""
    REMOVED = "removed"
    """One edited the record, the other deleted it later: it is gone."""


class Clash(NamedTuple):
    """Two things that were done without knowing of each other; `loser` names what did not prevail.

    `field` is that which both edited, or `*` when one of them deleted the record. It is settled once somebody has
    looked at the loser and said so.
    """

    kind: ClashKind
    field: str
    winner: Stamp
    loser: Stamp
    settled: bool


class Merged(NamedTuple):
    """One record, the same on every laptop that holds the same changes.

    `born` is the stamp of the insert that counts, None while none is known: the record is not shown then.
    `given` are, field by field, all the values it was ever given, the winning one last; `presence` is the stamp of
    the latest deletion or return;
    `before` says of each edit, field by field, what stood there until then, as far as it is known here.
    """

    table: str
    record: str
    born: Stamp | None
    there: bool
    presence: Stamp | None
    given: Mapping[str, Sequence[Cell]]
    clashes: tuple[Clash, ...]
    before: Mapping[Change, tuple[Value, ...]]

    @property
    def cells(self) -> dict[str, Cell]:
        """The winning value of each field."""
        return {name: found[-1] for name, found in self.given.items()}

    @property
    def open(self) -> tuple[Clash, ...]:
        """The clashes that nobody has settled yet."""
        return tuple(clash for clash in self.clashes if not clash.settled)

    @property
    def edited(self) -> Stamp | None:
        """The stamp of the latest edit that counts, None for a record that is as it was made."""
        later = [cell.stamp for cell in self.cells.values() if cell.stamp != self.born]
        return max(later, default=None)


Fold = Callable[[Iterable[Change]], Merged]
"""From all changes of one record, in any order and however often, to what it is."""


def is_held(gone: int, visible: int) -> bool:
    """Whether a join that makes `gone` of `visible` records disappear must wait for a person's yes.

    Few records are few: in a small store one deletion may be a fifth of it, and each can be brought back.
    """
    return gone >= HELD_FROM and gone * HELD_ONE_IN > visible


class HeldError(SponsorError):
    """A join that would delete much: it waits for a person."""

    code = "held"

    def __init__(self, gone: int, visible: int) -> None:
        super().__init__(
            f"What the others did would delete {gone} of {visible} records here. Nothing was changed.",
            "Ask them whether that was meant, then let it in.",
        )
        self.gone = gone
        self.visible = visible
