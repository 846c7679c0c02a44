"""One local store: open it with its key, read from it, write to it one step at a time."""

import secrets
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date, datetime
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import NoStoreError, StoreDamagedError, StoreError
from sponsor_app.domain.ids import DeviceId, MemberId, StepId, uuid7
from sponsor_app.domain.language import in_english
from sponsor_app.domain.search import Hit, HitKind
from sponsor_app.store import schema, standings
from sponsor_app.store.capture import Identity, Writer
from sponsor_app.store.connection import (
    BUSY_MILLISECONDS,
    key_pragma,
    make_engine,
    mark_as_ours,
    plain_errors,
    refuse_others,
    sqlcipher,
)
from sponsor_app.store.models import member
from sponsor_app.store.models.columns import moment_text
from sponsor_app.store.search import index
from sponsor_app.store.search.find import by_ids, find, read_vocabulary

T = TypeVar("T")
Clock = Callable[[], datetime]
BeforeUpgrade = Callable[["Store", str], None]


class Store:
    """A local database. `key` is 32 raw bytes, or None for a store that its owner left unencrypted."""

    def __init__(
        self, path: Path, key: bytes | None, clock: Clock, wait: int = BUSY_MILLISECONDS
    ) -> None:
        self.path = path
        self.encrypted = key is not None
        self._key = key
        self._clock = clock
        self._engine: Engine = make_engine(path, key, wait=wait)
        self._writing: Engine = self._engine.execution_options(immediate=True)
        self._identity: Identity | None = None
        self._kept: dict[str, tuple[tuple[int, date | None], Any]] = {}
        self._keeping: dict[str, RLock] = {}

    # --- life -----------------------------------------------------------------------------

    @classmethod
    def create(
        cls,
        path: Path,
        key: bytes | None,
        clock: Clock,
        *,
        me: Mapping[str, str | None],
        device: str,
        who: Identity | None = None,
    ) -> "Store":
        """Make a new store for one member on this laptop; refuses a path that is taken.

        With `who` the member is known to a team already, whose records come from there: none is made here.
        """
        if path.exists():
            msg = f"There is already a store at {path}. Nothing was changed."
            raise StoreError(msg, "Open it, or choose another profile folder.")
        store = cls(path, key, clock)
        try:
            mark_as_ours(path, key)
            store._fill(me, device, who)
        except BaseException:
            store.close()
            for file in path.parent.glob(f"{path.name}*"):
                file.unlink()
            raise
        return store

    def _fill(
        self, me: Mapping[str, str | None], device: str, known: Identity | None = None
    ) -> None:
        """Make the tables and the first member."""
        who = known or Identity(DeviceId(secrets.randbits(63)), MemberId(self.new_id()))
        with self._plain_begin(immediate=True) as connection:
            schema.create(connection)
            connection.exec_driver_sql(
                "INSERT INTO device (id, name, member_id, mine) VALUES (?, ?, ?, 1)",
                (who.device, device, who.member),
            )
        if known is None:
            with self.write(f"Joined as {me['name']}", kind="setup") as writer:
                writer.insert(member, record_id=str(who.member), **me)

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes | None,
        clock: Clock,
        before_upgrade: BeforeUpgrade | None = None,
        migrations: Path = schema.MIGRATIONS,
    ) -> "Store":
        """Open an existing store, bringing it up to date first.

        `before_upgrade(store, version)` makes a backup before a migration touches anything.
        """
        if not path.exists():
            msg = f"There is no store at {path} yet."
            raise NoStoreError(msg, "Make one.", 'Make one: sponsor-app init --me "Your Name".')
        if path.stat().st_size == 0:
            msg = f"{path.name} is empty: it is not a store. It is left as it is."
            raise StoreDamagedError(msg, "Restore a backup, or move the empty file aside.")
        refuse_others(path)
        store = cls(path, key, clock)
        try:
            store._bring_up_to_date(before_upgrade, migrations)
            store.identity()
        except BaseException:
            store.close()
            raise
        return store

    def _bring_up_to_date(self, before: BeforeUpgrade | None, migrations: Path) -> None:
        with self.read() as connection:
            found = schema.version(connection)
        if found == schema.HEAD and migrations == schema.MIGRATIONS:
            return
        if before:
            before(self, found)
        with plain_errors(self.path), self._engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            driver.execute("PRAGMA foreign_keys = OFF")  # before BEGIN, or it has no effect
            with connection.execution_options(immediate=True).begin():
                schema.upgrade(connection, migrations)
        self._engine.dispose()

    def close(self) -> None:
        """Release the file."""
        self._engine.dispose()

    # --- transactions -----------------------------------------------------------------------

    @contextmanager
    def read(self) -> Generator[Connection]:
        """A consistent view for as long as the block lasts."""
        with self._plain_begin(immediate=False) as connection:
            yield connection

    @contextmanager
    def write(
        self,
        title: str,
        *,
        kind: str = "do",
        undoes: StepId | None = None,
        identity: Identity | None = None,
        now: datetime | None = None,
    ) -> Generator[Writer]:
        """One step: commit when the block ends, leave nothing when it raises.

        `identity` and `now` are given only to write in the name of another laptop (example data).
        """
        with self._plain_begin(immediate=True) as connection:
            writer = Writer(
                connection,
                identity=identity or self._whose(connection),
                now=now or self._clock(),
                title=title,
                kind=kind,
                undoes=undoes,
            )
            yield writer
            writer.finish()
            standings.refresh(connection, writer.touched)
            index.refresh(connection, writer.touched)

    @contextmanager
    def write_local(self) -> Generator[Connection]:
        """Write what never leaves this laptop: settings, private notes, what was seen."""
        with self._plain_begin(immediate=True) as connection:
            yield connection

    @contextmanager
    def _plain_begin(self, *, immediate: bool) -> Generator[Connection]:
        engine = self._writing if immediate else self._engine
        # What is stored does not depend on the language of whoever wrote it.
        spoken = in_english() if immediate else nullcontext()
        with plain_errors(self.path), spoken, engine.connect() as connection, connection.begin():
            yield connection

    # --- copies and checks ----------------------------------------------------------------------

    def copy_to(self, path: Path) -> None:
        """Copy every page, under the same key, while others may read and write."""
        path.unlink(missing_ok=True)
        with plain_errors(self.path), self._engine.connect() as connection:
            target = sqlcipher.connect(str(path), isolation_level=None)
            try:
                if self._key is not None:
                    target.execute(key_pragma(self._key))
                driver: Any = connection.connection.driver_connection
                driver.backup(target)
                problems = target.execute("PRAGMA quick_check").fetchall()
            finally:
                target.close()
        if problems != [("ok",)]:
            path.unlink(missing_ok=True)
            msg = "The copy could not be read back. Nothing was changed."
            raise StoreDamagedError(msg, "Check the disk, then try again.")

    def problems(self) -> list[str]:
        """What is wrong with the file, in the database's words; empty when every page is sound.

        What waits beside the file is moved into it first: after a loss of power, pages may be torn that are whole there,
        and the check of the seals looks at the file alone.
        """
        with self._engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            driver.execute("PRAGMA wal_checkpoint(PASSIVE)")
        with self.read() as connection:
            found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA quick_check")]
            sealed = (
                connection.exec_driver_sql("PRAGMA cipher_integrity_check") if self._key else ()
            )
            found += [str(row[0]) for row in sealed]
            lost = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        return [said for said in found if said != "ok"] + [
            f"{row[0]} refers to nothing" for row in lost
        ]

    # --- search -------------------------------------------------------------------------------

    def find(self, text: str, *, limit: int, kinds: Sequence[HitKind]) -> list[Hit]:
        """The best records for a scrap, best first."""

        def vocabulary(connection: Connection, name: str) -> str:
            return self.kept(connection, name, None, lambda: read_vocabulary(connection, name))

        with self.read() as connection:
            return find(connection, text, limit=limit, kinds=kinds, vocabulary=vocabulary)

    def by_ids(self, refs: Sequence[tuple[HitKind, str]]) -> list[Hit]:
        """These records as they would be found by their names, in this order; those that are gone left out."""
        with self.read() as connection:
            return by_ids(connection, refs)

    def kept(
        self,
        connection: Connection,
        name: str,
        day: date | None,
        make: Callable[[], T],
        mend: Callable[[T, int], T | None] | None = None,
    ) -> T:
        """What is much to read and often asked for, made again only after a write or for another day.

        `mend` may bring what is kept up to date with the changes after a number, or answer None to have it made again.
        """
        with self._keeping.setdefault(name, RLock()):  # who comes second waits for the first
            latest = _latest(connection)
            known = self._kept.get(name)
            if known is None or known[0] != (latest, day):
                mended = None
                if known and mend and known[0][1] == day and known[0][0] < latest:
                    mended = mend(known[1], known[0][0])
                known = ((latest, day), make() if mended is None else mended)
                self._kept[name] = known
            return known[1]

    def is_kept(self, connection: Connection, name: str, day: date | None) -> bool:
        """Whether `kept` has its answer for this day from before."""
        known = self._kept.get(name)
        return known is not None and known[0] == (_latest(connection), day)

    # --- identity -----------------------------------------------------------------------------

    def identity(self) -> Identity:
        """Who writes on this laptop."""
        if self._identity is None:
            with self.read() as connection:
                return self._whose(connection)
        return self._identity

    def _whose(self, connection: Connection) -> Identity:
        """The same, asked anew: another window or command may have let this laptop join a team."""
        found = connection.exec_driver_sql(
            "SELECT id, member_id FROM device WHERE mine = 1"
        ).one_or_none()
        if found is None:
            msg = "This store does not say whose it is. It is left as it is."
            raise StoreDamagedError(msg, "Restore a backup.")
        self._identity = Identity(DeviceId(found.id), MemberId(found.member_id))
        return self._identity

    def forget_identity(self) -> None:
        """Ask anew who writes on this laptop; call it when that was changed."""
        self._identity = None

    def new_id(self) -> str:
        """A fresh UUIDv7."""
        return uuid7(int(self._clock().timestamp() * 1000), secrets.randbits(74))

    def new_ids(self, count: int) -> list[str]:
        """Many of them, in order."""
        milliseconds = int(self._clock().timestamp() * 1000)
        return sorted(uuid7(milliseconds, secrets.randbits(74)) for _ in range(count))

    def latest_change(self) -> int:
        """The number of the newest change: when it grew, somebody wrote."""
        with self.read() as connection:
            return _latest(connection)

    def now_text(self) -> str:
        """The present moment as the store writes it."""
        return moment_text(self._clock())


def _latest(connection: Connection) -> int:
    return connection.exec_driver_sql("SELECT max(seq) FROM change").scalar() or 0


def changes_of(writer: Writer) -> Changes:
    """What a finished step tells the views."""
    topics, created = writer.touched.topics, tuple(writer.created)
    return Changes(topics, writer.step, writer.title, created, writer.took_back, writer.did_again)
