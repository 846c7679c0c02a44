"""What this laptop shares and takes in: deeds out, deeds in, and the clashes that are left for a person."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.deeds import NOTHING_KNOWN, PRESENCE, Parcel, Vector
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.ids import DeviceId
from sponsor_app.domain.merged import Cell, Clash, Merged, Value
from sponsor_app.services import Services, following
from sponsor_app.store.models import SYNCED, fields
from sponsor_app.store.sharing import absorb, outgoing
from sponsor_app.store.sharing.absorb import Reception, Taken
from sponsor_app.store.sharing.clashes import clashing
from sponsor_app.store.store import changes_of
from sponsor_app.store.touched import TOPICS
from sponsor_app.sync.changes import digest
from sponsor_app.sync.merge import fold
from sponsor_app.sync.merge.cells import ancestor
from sponsor_app.sync.merge.text import Piece, merge


class Heads(NamedTuple):
    """How far a laptop knows each other, and the digest of what it knows."""

    vector: Vector
    digest: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """A clash with what both sides say: the field's values, what stood there before, and the text merged.

    For a deletion the values are None, and `merged` is empty.
    """

    table: str
    record_id: str
    clash: Clash
    base: Value
    winning: Value
    losing: Value
    merged: tuple[Piece, ...]


def heads(app: Services) -> Heads:
    """What the trailer of a shared file says of this laptop."""
    with app.store.write_local() as connection:
        outgoing.number(connection)
        return Heads(outgoing.vector(connection), outgoing.digest(connection, digest))


def beyond(app: Services, known: Vector = NOTHING_KNOWN) -> Parcel:
    """Every deed known here, mine or not, that somebody who knows `known` has not seen."""
    with app.store.write_local() as connection:
        outgoing.number(connection)
        return outgoing.parcel_beyond(connection, known)


def take_in(
    app: Services, parcel: Parcel, *, everything: bool = False, confirmed: bool = False
) -> Taken:
    """Join what others did, in one transaction. Raises `HeldError` when it would delete 20 records and a fifth, unless confirmed.

    `everything` looks also at deeds that the vector says are known: for equal vectors with unequal digests.
    """
    how = Reception(fold, digest, app.store.now_text(), everything=everything, confirmed=confirmed)
    with app.store.write_local() as connection:
        taken = absorb.absorb(connection, parcel, how)
    return replace(taken, topics=taken.topics | following.follow(app).topics)


def look_again(app: Services) -> Changes:
    """After an update of the program, show what only it understands."""
    with app.store.write_local() as connection:
        return Changes(absorb.look_again(connection, fold))


def join_anew(app: Services) -> Changes:
    """Make every table say again what the changes say; no topic is touched in a sound store."""
    with app.store.write_local() as connection:
        return Changes(absorb.join_anew(connection, fold))


def disputes(app: Services) -> list[Dispute]:
    """Every clash that nobody has settled yet."""
    with app.store.read() as connection:
        return [
            _dispute(merged, clash)
            for merged in clashing(connection, fold)
            for clash in merged.open
        ]


def settle(
    app: Services,
    dispute: Dispute,
    value: Value,
    beside: Sequence[tuple[Dispute, Value]] = (),
) -> Changes:
    """Give the field of a dispute this value, and say that its loser has been looked at; undo opens it again.

    For a deletion the value does not count: the record stays as it is, there or gone. Those `beside` go along.
    """
    table, clash = SYNCED[dispute.table], dispute.clash
    if clash.field != PRESENCE and clash.field not in fields(table):
        msg = f"This version of the program does not know the field {clash.field}. Nothing was changed."
        raise NotFoundError(msg, "Update the program, then settle it.")
    with app.store.write("Settled what two people changed") as writer:
        if clash.field != PRESENCE:
            writer.update(table, dispute.record_id, **{clash.field: value})
        losers = [clash.loser]
        writer.judge(table, dispute.record_id, clash.field, losers, settled=True)
        for other, given in beside:
            name, lost = other.clash.field, [other.clash.loser]
            writer.update(SYNCED[other.table], other.record_id, **{name: given})
            writer.judge(SYNCED[other.table], other.record_id, name, lost, settled=True)
    return replace(changes_of(writer), topics=writer.touched.topics | {TOPICS[table.name]})


def laptop_names(app: Services) -> dict[DeviceId, str]:
    """What each laptop calls itself."""
    with app.store.read() as connection:
        return {one.device: one.name for one in outgoing.laptops(connection)}


def _dispute(known: Merged, clash: Clash) -> Dispute:
    cells = known.given.get(clash.field, ())
    winner, loser = _cell(cells, clash.winner), _cell(cells, clash.loser)
    base = ancestor(cells, winner, loser) if winner and loser else None
    winning, losing = winner and winner.value, loser and loser.value
    texts = isinstance(winning, str) and isinstance(losing, str)
    merged = merge(str(base or ""), str(winning), str(losing)) if texts else ()
    of, record = known.table, known.record
    return Dispute(of, record, clash, base, winning, losing, merged)


def _cell(cells: Sequence[Cell], stamp: Stamp) -> Cell | None:
    return next((cell for cell in reversed(cells) if cell.stamp == stamp), None)
