"""One record: from all that was ever done to it, by anybody and in any order, to what it is.

Field by field, the later stamp wins. A record is gone when a deletion is the latest thing that happened to it;
an edit later than that brings it back. A link, whose id is made of what it links, is there as long as somebody
added it whom no deletion had seen.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sponsor_app.domain.deeds import PRESENCE, Change
from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.ids import is_link_id
from sponsor_app.domain.merged import Cell, Clash, ClashKind, Merged, Value
from sponsor_app.sync.merge import cells as cells_of
from sponsor_app.sync.merge.meaning import (
    Birth,
    Deletion,
    Edit,
    Meaning,
    Return,
    Verdict,
    meaning,
)


@dataclass(slots=True)
class _Told:
    """What the changes of one record say, sorted by what they say it about."""

    births: list[Stamp] = field(default_factory=list[Stamp])
    edits: list[Stamp] = field(default_factory=list[Stamp])
    returns: list[Stamp] = field(default_factory=list[Stamp])
    deletions: dict[Stamp, Deletion] = field(default_factory=dict[Stamp, Deletion])
    cells: dict[str, list[Cell]] = field(default_factory=lambda: defaultdict(list))
    verdicts: dict[tuple[str, Stamp], tuple[Stamp, bool]] = field(
        default_factory=dict[tuple[str, Stamp], tuple[Stamp, bool]]
    )

    def hear(self, stamp: Stamp, said: Meaning) -> None:
        """Take in what one change says."""
        match said:
            case Birth():
                self.births.append(stamp)
            case Edit():
                self.edits.append(stamp)
            case Deletion():
                known = self.deletions.get(stamp, said)
                self.deletions[stamp] = Deletion((*known.seen, *said.seen))
            case Return():
                self.returns.append(stamp)
            case Verdict():
                self._judge(stamp, said)
            case None:
                pass

    def _judge(self, stamp: Stamp, said: Verdict) -> None:
        for loser in said.losers:
            spoken = self.verdicts.get((said.field, loser), (stamp, said.settled))
            self.verdicts[said.field, loser] = max(spoken, (stamp, said.settled))

    @property
    def last_sign(self) -> Stamp | None:
        """The latest thing that makes a record be there."""
        return max((*self.births, *self.edits, *self.returns), default=None)

    @property
    def last_deletion(self) -> Stamp | None:
        """The latest deletion."""
        return max(self.deletions, default=None)

    def clash(self, kind: ClashKind, name: str, winner: Stamp, loser: Stamp) -> Clash:
        """A clash, settled if whoever spoke last of it said so."""
        _when, settled = self.verdicts.get((name, loser), (loser, False))
        return Clash(kind, name, winner, loser, settled)


def fold(changes: Iterable[Change]) -> Merged:
    """What one record is, from all its changes; the same for the same changes in any order.

    They must all name the same record of the same table. A record without an insert is not there yet.
    """
    known = sorted(set(changes))
    said = [(change, meaning(change)) for change in known]
    told = _Told()
    for change, what in said:
        told.hear(change.stamp, what)
        _collect(told, what)
    born = max(told.births, default=None)
    there = born is not None and _is_there(told, known[0].record)
    return Merged(
        table=known[0].table,
        record=known[0].record,
        born=born,
        there=there,
        presence=max((*told.deletions, *told.returns), default=None),
        given={
            name: tuple(sorted(found, key=cells_of.rank))
            for name, found in sorted(told.cells.items())
        },
        clashes=tuple(_clashes(told, known[0].record, there=there)),
        before=_before(told, said),
    )


def _collect(told: _Told, said: Meaning) -> None:
    if isinstance(said, Birth | Edit):
        for name, cell in said.cells.items():
            told.cells[name].append(cell)


def _is_there(told: _Told, record: str) -> bool:
    sign, deletion = told.last_sign, told.last_deletion
    if deletion is None or sign is None or sign >= deletion:
        return True
    return is_link_id(record) and bool(_unseen_additions(told))


def _unseen_additions(told: _Told) -> set[Stamp]:
    seen = {stamp for deletion in told.deletions.values() for stamp in deletion.seen}
    return {*told.births, *told.returns} - seen


def _before(told: _Told, said: Iterable[tuple[Change, Meaning]]) -> dict[Change, tuple[Value, ...]]:
    known = {name: cells_of.by_stamp(found) for name, found in told.cells.items()}
    return {
        change: tuple(_value(known[name], what.cells[name].replaced) for name in change.names)
        for change, what in said
        if isinstance(what, Edit)
    }


def _value(known: Mapping[Stamp, Cell], stamp: Stamp | None) -> Value:
    found = None if stamp is None else known.get(stamp)
    return None if found is None else found.value


def _clashes(told: _Told, record: str, *, there: bool) -> Iterator[Clash]:
    if there:
        for name, found in sorted(told.cells.items()):
            best = cells_of.winner(found)
            for loser in cells_of.losers(found):
                yield told.clash(ClashKind.EDITED, name, best.stamp, loser.stamp)
    deletion = told.last_deletion
    if deletion is not None and told.births and not is_link_id(record):
        yield from _deletion_clashes(told, deletion, there=there)


def _deletion_clashes(told: _Told, deletion: Stamp, *, there: bool) -> Iterator[Clash]:
    """An edit against a deletion, neither of which had seen the other."""
    edit = max(told.edits, default=None)
    returned = max(told.returns, default=None)
    if edit is None or (returned is not None and returned > deletion):
        return
    if there:
        yield told.clash(ClashKind.REVIVED, PRESENCE, edit, deletion)
        return
    stand = {cells_of.winner(found).stamp for found in told.cells.values()}
    unseen = stand - {*told.deletions[deletion].seen, *told.births}
    if unseen:
        yield told.clash(ClashKind.REMOVED, PRESENCE, deletion, max(unseen))
