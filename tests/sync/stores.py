"""Real stores of real laptops, on the disk, that send each other real bytes."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import AccountId, InteractionId
from sponsor_app.domain.interaction import Kind, Place
from sponsor_app.services import Services, accounts, interactions, shared_changes
from sponsor_app.store import checks
from sponsor_app.store.models import SYNCED
from sponsor_app.store.sharing.absorb import Taken
from sponsor_app.store.store import Store
from sponsor_app.sync.changes import decode, encode, gather, split
from sponsor_app.system.folders import Profile
from tests.conftest import KEY, TODAY, Clock

NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)
PIECE = 2000
"""Small enough that every larger deed travels in parts."""


def laptop(folder: Path, name: str, clock: Clock) -> Services:
    """A laptop of somebody called so."""
    (folder / name).mkdir(parents=True)
    me = {"name": name.title(), "function": "engineering"}
    store = Store.create(folder / name / "store.db", KEY, clock.now, me=me, device=f"{name}-laptop")
    return Services(store, Profile(folder / name), clock.now, clock.today)


@contextmanager
def laptops(folder: Path, *names: str) -> Iterator[list[Services]]:
    """Laptops of people whose watches agree."""
    clock = Clock(NOON)
    every = [laptop(folder, name, clock) for name in names]
    try:
        yield every
    finally:
        for one in every:
            one.store.close()


def add_account(app: Services, name: str, **fields: str) -> AccountId:
    fields = {"name": name, "tier": "key", **fields}
    return AccountId(accounts.add(app, fields=fields).created[0])


def visit(app: Services, account: AccountId, days_ago: int = 3) -> InteractionId:
    on = TODAY - timedelta(days=days_ago)
    draft = InteractionDraft(
        account, Kind.MEETING, on, Place.THEIRS, summary="Delay", new_contacts=("Dana Reed",)
    )
    return InteractionId(interactions.log(app, draft).created[0])


def send(giver: Services, taker: Services, **how: bool) -> Taken:
    """Hand on what the taker does not know, in bytes and in pieces."""
    known = {} if how.get("everything") else shared_changes.heads(taker).vector
    parcel = shared_changes.beyond(giver, known)
    pieces = [decode(encode(piece)) for piece in split(parcel, PIECE)]
    return shared_changes.take_in(taker, gather(pieces[::-1]), **how)


def meet(*every: Services) -> None:
    """Everybody hears from everybody, and again, so that news travels through others too."""
    for _round in range(2):
        for giver in every:
            for taker in every:
                if giver is not taker:
                    send(giver, taker, confirmed=True)


def rows(app: Services, sql: str) -> list[tuple[Any, ...]]:
    with app.store.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


def knowledge(app: Services) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that must be the same on every laptop of a team that is at rest."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for name, table in SYNCED.items():
        columns = ", ".join(column for column in table.c.keys() if column != "seq")  # noqa: SIM118
        found[name] = rows(app, f"SELECT {columns} FROM {name} ORDER BY id")
    found["changes"] = rows(
        app,
        "SELECT s.table_name, s.names, c.op, c.record_id, c.clock, c.device, c.payload,"
        " iif(c.op = 'update', c.before, NULL)"
        " FROM change c JOIN shape s ON s.id = c.shape ORDER BY 1, 2, 3, 4, 5, 6, 7",
    )
    found["steps"] = rows(
        app,
        "SELECT d.clock, d.device, d.previous, d.undoes_clock, u.at, u.kind, u.title,"
        " u.last_change - u.first_change, o.title, p.title FROM deed d JOIN undo u USING (step)"
        " LEFT JOIN undo o ON o.step = u.undoes LEFT JOIN undo p ON p.step = u.undone_by"
        " ORDER BY 1, 2",
    )
    for name in ("tombstone", "known", "parked"):
        found[name] = rows(app, f"SELECT * FROM {name} ORDER BY 1, 2")
    found["cell"] = rows(app, "SELECT * FROM cell ORDER BY record_id, field")
    found["laptops"] = rows(
        app,
        "SELECT id, name, member_id FROM device WHERE id IN (SELECT device FROM deed) ORDER BY id",
    )
    found["disputes"] = [tuple(one) for one in map(_dispute, shared_changes.disputes(app))]
    return found


def _dispute(one: shared_changes.Dispute) -> tuple[Any, ...]:
    return (one.table, one.record_id, one.clash, one.base, one.winning, one.losing)


def assert_agree(every: Sequence[Services]) -> None:
    """All know the same, show the same, and what is derived of it is in order."""
    first = knowledge(every[0])
    heads = shared_changes.heads(every[0])
    for one in every[1:]:
        other = knowledge(one)
        for name, found in other.items():
            differing = {*map(repr, found)} ^ {*map(repr, first[name])}
            assert not differing, f"{name}: {sorted(differing)}"
        assert shared_changes.heads(one) == heads
    for one in every:
        assert_sound(one)


def assert_sound(app: Services) -> None:
    """Clocks of accounts, search and history agree with the records, and these with their changes."""
    with app.store.read() as connection:
        assert checks.stale_standings(connection) == 0
        assert checks.without_change(connection) == 0
    before, said = words(app), knowledge(app)
    with app.store.write_local() as connection:
        checks.rebuild(connection)
    assert before == words(app)
    assert shared_changes.join_anew(app).topics == frozenset()
    assert knowledge(app) == said


def words(app: Services) -> list[tuple[Any, ...]]:
    """Every word of the search index with how many records hold it."""
    return [
        row
        for name in ("name_search", "text_search")
        for row in rows(app, f"SELECT term, doc FROM {name}_words ORDER BY 1")
    ]
