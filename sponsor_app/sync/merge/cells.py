"""One field: every value it was ever given, which of them wins, which lost without being seen, where they parted."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.merged import Cell, Value

_pack = msgspec.msgpack.Encoder().encode


def rank(cell: Cell) -> tuple[int, int, bytes]:
    """Later wins; of two clones of one laptop that wrote at the same tick, the greater bytes do."""
    return (cell.stamp.clock, cell.stamp.device, _pack(cell.value))


def winner(cells: Iterable[Cell]) -> Cell:
    """The value that stands."""
    return max(cells, key=rank)


def losers(cells: Sequence[Cell]) -> list[Cell]:
    """The values that lost although whoever wrote the winning one had not replaced them; the latest of each, in order.

    A value is concurrent with the winner when no later edit names it as the one it replaced. What the winner's
    own line once said is no news to anybody, and neither is what it says now.
    """
    best = winner(cells)
    replaced = {cell.replaced for cell in cells}
    known = [_pack(cell.value) for cell in line(cells, best)]
    found: dict[bytes, Cell] = {}
    for cell in sorted(cells, key=rank):
        value = _pack(cell.value)
        if cell.stamp not in replaced and value not in known:
            found[value] = cell
    return sorted(found.values(), key=rank)


def line(cells: Iterable[Cell], last: Cell) -> Iterator[Cell]:
    """A value and those it came from, the newest first."""
    known = by_stamp(cells)
    at: Cell | None = last
    while at is not None:
        yield at
        parent = at.replaced
        # A parent is older than its child; anything else is no parent, and would make us walk in a ring.
        older = parent is not None and parent < at.stamp
        at = known.get(parent) if older and parent is not None else None


def ancestor(cells: Sequence[Cell], one: Cell, other: Cell) -> Value:
    """The value from which two others parted; None when nothing stood there."""
    mine = {cell.stamp for cell in line(cells, one)}
    shared = (cell for cell in line(cells, other) if cell.stamp in mine)
    found = next(shared, None)
    return None if found is None else found.value


def by_stamp(cells: Iterable[Cell]) -> dict[Stamp, Cell]:
    """The values by their stamps; of clones' twins the one that wins."""
    return {cell.stamp: cell for cell in sorted(cells, key=rank)}
