"""Take in what others did, in one transaction: all of a parcel or nothing, and nothing of it ever lost."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import Connection

from sponsor_app.domain.changes import Topic
from sponsor_app.domain.deeds import INSERT, Deed, Parcel, vector_after
from sponsor_app.domain.ids import DeviceId
from sponsor_app.domain.merged import Clash, Fold, HeldError, is_held
from sponsor_app.store import standings
from sponsor_app.store.models import SYNCED
from sponsor_app.store.search import index
from sponsor_app.store.sharing import births
from sponsor_app.store.sharing.arrivals import (
    Stored,
    introduce,
    known_records,
    stored,
    unseen,
    write,
)
from sponsor_app.store.sharing.asking import row, rows, value, values
from sponsor_app.store.sharing.outgoing import (
    Digest,
    digest,
    digest_with,
    number,
    set_setting,
    set_vector,
    setting,
    vector,
)
from sponsor_app.store.sharing.records import Bookkeeping, Joined, Outcome, show
from sponsor_app.store.sharing.understood import UNDERSTOOD, tables
from sponsor_app.store.touched import Touched


@dataclass(frozen=True, slots=True)
class Taken:
    """What a join brought: new deeds, rows that came, changed and went, clashes not known before.

    `ahead` says of laptops whose watch is ahead of ours by how many milliseconds; `parts` is how many deeds were
    not whole and wait for the rest.
    """

    topics: frozenset[Topic] = frozenset()
    deeds: int = 0
    shown: int = 0
    changed: int = 0
    gone: int = 0
    clashes: tuple[tuple[str, Clash], ...] = ()
    ahead: Mapping[DeviceId, int] = field(default_factory=dict[DeviceId, int])
    parts: int = 0

    def with_last(self, last: "Taken") -> "Taken":
        """All that came of a join that was taken in in pieces, of which `last` is another."""
        return replace(
            last,
            topics=self.topics | last.topics,
            deeds=self.deeds + last.deeds,
            shown=self.shown + last.shown,
            changed=self.changed + last.changed,
            clashes=self.clashes + last.clashes,
        )


@dataclass(frozen=True, slots=True)
class Reception:
    """How to take in: the join, the moment, and whether to look at what seems known and to delete without asking.

    `everything` is for a parcel whose vector is ours and whose digest is not.
    """

    fold: Fold
    digest: Digest
    now: str
    everything: bool = False
    confirmed: bool = False


def absorb(connection: Connection, parcel: Parcel, how: Reception) -> Taken:
    """Join a parcel into the store. Raises `HeldError`, before anything is kept, when too much would be gone.

    The clock is persisted with what it saw, the search index and the clocks of accounts are brought up to date. Where
    nothing came, nothing is written.
    """
    if parcel.deeds:
        return _absorb(connection, parcel, how)
    introduce(connection, parcel.laptops, ())
    return Taken()


def _absorb(connection: Connection, parcel: Parcel, how: Reception) -> Taken:
    number(connection)
    known = vector(connection)
    whole = [deed for deed in parcel.deeds if deed.whole]
    wanted = [d for d in whole if how.everything or d.clock > known.get(d.device, 0)]
    parts = len(parcel.deeds) - len(whole)
    introduce(connection, parcel.laptops, wanted)
    if not wanted:
        return Taken(parts=parts)
    digest(connection, how.digest)
    before = known_records(connection, wanted)
    arrivals = unseen(connection, wanted, before)
    changes = write(connection, arrivals, how.now)
    if changes:
        digest_with(connection, how.digest, (one.change for one in changes))
    book = Bookkeeping(connection, Touched(), _members(connection), Outcome())
    _join(book, changes, before, how.fold)
    if not how.confirmed:
        _hold(connection, book.outcome)
    _advance(connection, known, wanted)
    _tick(connection, wanted)
    number(connection)
    standings.refresh(connection, book.touched)
    index.refresh(connection, book.touched)
    outcome = book.outcome
    return Taken(
        book.touched.topics,
        len(arrivals),
        outcome.shown,
        outcome.changed,
        outcome.gone,
        tuple(outcome.clashes),
        _ahead(wanted, how.now),
        parts,
    )


def look_again(connection: Connection, fold: Fold) -> frozenset[Topic]:
    """After an update, show what was parked and is understood now; returns what views must ask for again."""
    if (setting(connection, UNDERSTOOD) or tables()) == tables():
        return frozenset()
    topics = _show_again(connection, fold, "SELECT record_id FROM parked ORDER BY record_id")
    set_setting(connection, UNDERSTOOD, tables())
    return topics


def join_anew(connection: Connection, fold: Fold) -> frozenset[Topic]:
    """Make every table say again what the changes say; in a sound store nothing is different afterwards."""
    return _show_again(connection, fold, "SELECT DISTINCT record_id FROM change ORDER BY record_id")


def _show_again(connection: Connection, fold: Fold, records: str) -> frozenset[Topic]:
    ids = values(connection, records)
    book = Bookkeeping(connection, Touched(), _members(connection), Outcome())
    show(book, _joined(stored(connection, ids), fold))
    standings.refresh(connection, book.touched)
    index.refresh(connection, book.touched)
    return book.touched.topics


def _hold(connection: Connection, outcome: Outcome) -> None:
    if outcome.gone:
        visible = _visible(connection) - outcome.shown + outcome.gone
        if is_held(outcome.gone, visible):
            raise HeldError(outcome.gone, visible)


def _join(
    book: Bookkeeping, changes: Sequence[Stored], before: Collection[str], fold: Fold
) -> None:
    """Show new records at once, and look closely at those that anything was known of."""
    times = Counter(one.change.record for one in changes)
    fresh = [
        one
        for one in changes
        if one.change.op == INSERT
        and times[one.change.record] == 1
        and one.change.record not in before
    ]
    left = births.add(
        book.connection, book.touched, fresh, _moments(book.connection, changes), book.members
    )
    done = {one.change.record for one in fresh} - {one.change.record for one in left}
    book.outcome.shown += len(done)
    closer = stored(book.connection, sorted(times.keys() - done))
    show(book, _joined(closer, fold))
    if row(book.connection, "SELECT 1 FROM parked LIMIT 1"):
        set_setting(book.connection, UNDERSTOOD, tables())


def _joined(changes: Iterable[Stored], fold: Fold) -> list[Joined]:
    records: dict[tuple[str, str], list[Stored]] = defaultdict(list)
    for one in changes:
        records[one.change.table, one.change.record].append(one)
    return [Joined(fold(one.change for one in of_it), of_it) for of_it in records.values()]


def _moments(connection: Connection, changes: Sequence[Stored]) -> dict[int, str]:
    """The moment of each new change, by its number."""
    if not changes:
        return {}
    first = min(one.seq for one in changes)
    sql = "SELECT at, first_change, last_change FROM undo WHERE first_change >= ?"
    spans = rows(connection, sql, (first,))
    return {seq: at for at, begin, end in spans for seq in range(begin, end + 1)}


def _members(connection: Connection) -> dict[DeviceId, str | None]:
    return dict(rows(connection, "SELECT id, member_id FROM device"))


def _visible(connection: Connection) -> int:
    """How many records a person can see."""
    counts = " + ".join(f"(SELECT count(*) FROM {name})" for name in SYNCED)
    return value(connection, f"SELECT {counts}")


def _advance(connection: Connection, known: Mapping[DeviceId, int], deeds: Sequence[Deed]) -> None:
    """Say how far we know each laptop now, counting deeds that came before the hole before them was filled."""
    reached = vector_after(known, deeds)
    for device in {deed.device for deed in deeds}:
        sql = "SELECT previous, clock FROM deed WHERE device = ? AND clock > ? ORDER BY clock"
        for previous, clock in rows(connection, sql, (device, reached.get(device, 0))):
            if previous <= reached.get(device, 0):
                reached[device] = clock
    set_vector(
        connection, {one: clock for one, clock in reached.items() if clock != known.get(one)}
    )


def _tick(connection: Connection, deeds: Sequence[Deed]) -> None:
    """Persist the latest clock seen, so that our next edit is later than all that we know."""
    clock = max((deed.clock for deed in deeds), default=0)
    if clock > int(setting(connection, "clock") or 0):
        set_setting(connection, "clock", str(clock))


def _ahead(deeds: Sequence[Deed], now: str) -> dict[DeviceId, int]:
    moment = datetime.fromisoformat(now)
    found: dict[DeviceId, int] = {}
    for deed in deeds:
        lead = int((datetime.fromisoformat(deed.at) - moment).total_seconds() * 1000)
        if lead > 0:
            found[deed.device] = max(lead, found.get(deed.device, 0))
    return found
