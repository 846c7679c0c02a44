"""Conflicts for a person: listed side by side, and settled for everybody."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.conflict import DELETED, EDITED, MINE, THEIRS, Conflict
from sponsor_app.domain.deeds import PRESENCE
from sponsor_app.domain.errors import AmbiguousError, InvalidError, NotFoundError
from sponsor_app.domain.hybrid_clock import Stamp, milliseconds
from sponsor_app.domain.ids import InteractionId
from sponsor_app.domain.merged import ClashKind, Value
from sponsor_app.services import Services, shared_changes
from sponsor_app.services.shared_changes import Dispute
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import SYNCED, attendance, commitment, interaction
from sponsor_app.store.queries import history, timeline
from sponsor_app.store.sharing import kept
from sponsor_app.store.sharing.fitting import fits
from sponsor_app.store.sharing.kept import Seen
from sponsor_app.store.store import changes_of
from sponsor_app.sync.merge.text import Agreed, Piece, clean

ID_LETTERS = 12
KEPT_BY, ACCEPTED_BY = "owner_id", "accepted_by_id"


def listed(app: Services) -> list[Conflict]:
    """Every conflict that nobody has settled, the latest first."""
    every = shared_changes.disputes(app)
    disputes = [one for one in every if not _goes_along(one, every)]
    with app.store.read() as connection:
        said = {str(value) for one in disputes for value in (one.winning, one.losing)}
        names = history.names_of(connection, {*(one.record_id for one in disputes), *said})
        laptops = {one.device: one for one in kept.devices(connection)}
        persons = kept.member_names(connection)
    found = [_conflict(app, one, names, laptops, persons) for one in disputes]
    return sorted(found, key=lambda one: (one.when, one.id), reverse=True)


def how_many(app: Services) -> int:
    """How many conflicts wait for a person."""
    every = shared_changes.disputes(app)
    return sum(not _goes_along(one, every) for one in every)


def settle(app: Services, conflict_id: str, keep: str) -> Changes:
    """Let `mine`, `theirs` or another value stand, and say that the matter was looked at; undo opens it again."""
    dispute = _dispute(app, conflict_id)
    conflict = next(one for one in listed(app) if one.id == _id(dispute))
    if dispute.clash.field == PRESENCE:
        return _settle_presence(app, dispute, conflict, keep)
    sides = {MINE: conflict.mine, THEIRS: conflict.theirs}
    value = sides[keep] if keep in sides else _typed(dispute, keep)
    beside = [
        (one, one.winning if value == dispute.winning else one.losing)
        for one in shared_changes.disputes(app)
        if _goes_along(one, [dispute])
    ]
    return shared_changes.settle(app, dispute, value, beside)


def _goes_along(one: Dispute, others: Sequence[Dispute]) -> bool:
    """Whether it is settled with another: who accepted a promise, where two accepted it for different keepers."""
    return _is_of(one, ACCEPTED_BY) and any(
        _is_of(other, KEPT_BY)
        and (other.record_id, other.clash.loser) == (one.record_id, one.clash.loser)
        for other in others
    )


def _is_of(one: Dispute, field: str) -> bool:
    return one.table == commitment.name and one.clash.field == field


def _accepted_twice(one: Dispute, who: str, names: Mapping[str, str]) -> str:
    """`Tom Okafor and you both accepted it; Mia Andersson keeps it now, it would have been Tom Okafor.`"""
    if not (_is_of(one, KEPT_BY) or _is_of(one, ACCEPTED_BY)) or one.base is not None:
        return ""
    stands, lost = (names.get(str(value), "nobody") for value in (one.winning, one.losing))
    if _is_of(one, ACCEPTED_BY):
        return f"You and {who} both accepted it; that {stands} did counts now."
    return f"You and {who} both accepted it; {stands} keeps it now, with the other it was {lost}."


def _dispute(app: Services, conflict_id: str) -> Dispute:
    wanted = conflict_id.strip().casefold()
    found = [one for one in shared_changes.disputes(app) if wanted and _id(one).startswith(wanted)]
    if len(found) > 1:
        what = "conflicts"
        raise AmbiguousError(what, conflict_id, [_id(one) for one in found])
    if not found:
        msg = f"There is no open conflict “{conflict_id}”. Nothing was changed."
        raise NotFoundError(
            msg, "It may be settled already.", "List the open ones: sponsor-app conflicts"
        )
    return found[0]


def _settle_presence(app: Services, dispute: Dispute, conflict: Conflict, keep: str) -> Changes:
    """Let the record be there or gone."""
    if keep not in (MINE, THEIRS):
        msg = "One of you deleted this record and the other edited it: there is no other value. Nothing was changed."
        raise InvalidError(msg, "Keep mine, or keep theirs.", "Say --keep mine, or --keep theirs.")
    if keep == conflict.stands:
        return shared_changes.settle(app, dispute, None)
    with app.store.write("Settled what two people changed") as writer:
        _turn(writer, dispute)
        losers = [dispute.clash.loser]
        writer.judge(SYNCED[dispute.table], dispute.record_id, PRESENCE, losers, settled=True)
    return changes_of(writer)


def _turn(writer: Writer, dispute: Dispute) -> None:
    """Delete what stands, or bring back what is gone; an interaction with those who took part."""
    connection, record = writer.connection, dispute.record_id
    if dispute.clash.kind is ClashKind.REVIVED:
        if dispute.table == interaction.name:
            writer.delete_many(
                attendance, timeline.attendance_ids(connection, InteractionId(record))
            )
        writer.delete(SYNCED[dispute.table], record)
        return
    for gone in (*history.who_was_there(connection, record), record):
        writer.restore(gone)


def _typed(dispute: Dispute, text: str) -> Value:
    """What a person typed as the field can hold it."""
    table, name = SYNCED[dispute.table], dispute.clash.field
    if name in table.c and text == "":
        value: Value = None
    elif name in table.c and table.c[name].type.python_type is int:
        value = int(text) if text.lstrip("-").isdecimal() else text
    else:
        value = text
    if name in table.c and not fits(table, name, value):
        msg = f"“{text}” cannot be what {name.replace('_', ' ')} says. Nothing was changed."
        raise InvalidError(msg, "Keep one of the two values, or give one of their kind.")
    return value


def _conflict(
    app: Services,
    one: Dispute,
    names: dict[str, str],
    laptops: dict[Any, Seen],
    persons: dict[str, str],
) -> Conflict:
    clash = one.clash
    turned = _is_mine(app, clash.loser, laptops) and not _is_mine(app, clash.winner, laptops)
    winning, losing = _sides(one)
    other = clash.winner if turned else clash.loser
    laptop = laptops.get(other.device)
    who = persons.get(laptop.member or "") or laptop.name if laptop else "somebody"
    pieces = tuple(_piece(piece, turned=turned) for piece in one.merged)
    return Conflict(
        id=_id(one),
        kind=clash.kind,
        table=one.table,
        record_id=one.record_id,
        record=names.get(one.record_id, ""),
        field=clash.field,
        mine=losing if turned else winning,
        theirs=winning if turned else losing,
        before=one.base,
        merged=clean(one.merged) if one.merged else None,
        pieces=pieces,
        stands=THEIRS if turned else MINE,
        when=datetime.fromtimestamp(milliseconds(other.clock) / 1000, UTC),
        who=who,
        message=_accepted_twice(one, who, names),
    )


def _sides(one: Dispute) -> tuple[Value, Value]:
    """What stands and what does not; for a deletion, which of the two each is."""
    if one.clash.field != PRESENCE:
        return one.winning, one.losing
    stood = one.clash.kind is ClashKind.REVIVED
    return (EDITED, DELETED) if stood else (DELETED, EDITED)


def _piece(piece: Piece, *, turned: bool) -> str | tuple[str, str, str]:
    """A piece with my side first; the merge was made with the winning side first."""
    if isinstance(piece, Agreed):
        return piece.text
    sides = (piece.theirs, piece.mine) if turned else (piece.mine, piece.theirs)
    return (piece.base, *sides)


def _is_mine(app: Services, stamp: Stamp, laptops: dict[Any, Seen]) -> bool:
    """Whether this person did it, on this laptop or another of theirs."""
    laptop = laptops.get(stamp.device)
    return laptop is not None and (laptop.mine or laptop.member == app.me)


def _id(one: Dispute) -> str:
    """A short name of a conflict that is the same on every laptop as long as the loser is."""
    clash = one.clash
    text = f"{one.table} {one.record_id} {clash.field} {clash.loser.clock} {clash.loser.device}"
    return sha256(text.encode()).hexdigest()[:ID_LETTERS]
