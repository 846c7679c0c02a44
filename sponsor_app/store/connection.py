"""Open the encrypted database: the key first, then durability, then the gate that only `capture` opens."""

import errno
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2  # pyright: ignore[reportMissingTypeStubs]

from sponsor_app.domain.errors import (
    DiskFullError,
    SponsorError,
    StoreBusyError,
    StoreDamagedError,
    StoreError,
    StoreLockedError,
)
from sponsor_app.store.models import SYNCED
from sponsor_app.store.search.documents import FOLDED, folded_line

sqlcipher: Any = dbapi2  # it ships no types

APPLICATION_ID = 0x53504E53  # "SPNS", so that `file` and doctor know what this is
PLAIN_HEAD, MARK = b"SQLite format 3\0", slice(68, 72)
"""How an unencrypted database begins, and where it bears the mark of the program that made it."""
WAL_SAFE_SINCE = (3, 51, 3)  # older ones may corrupt a WAL that two connections reset
BUSY_MILLISECONDS = 5000
CACHE_KIB = 20480  # SQLCipher decrypts every page it reads again: less makes reading slower, more is memory for each connection
CHECKPOINT_PAGES = 8192  # 32 MiB: copying the log back is left to quiet moments, not to a save

STATEMENTS = 1000
"""How many statements are remembered as SQL, for all stores of this process together."""

FULL_BELOW = 1 << 20  # bytes free
ANSWERED = "answered"
"""Under which a connection keeps what was asked of it since anybody wrote."""

SAFE = "Nothing was changed."


class Gate(Protocol):
    """Whether writes to synced tables are being captured on this connection."""

    open: bool


class _Gate:
    open = False


def make_engine(path: Path, key: bytes | None, *, wait: int = BUSY_MILLISECONDS) -> Engine:
    """An engine on the store at `path`; `key` is 32 raw bytes, or None for a store left in plain text."""

    def connect() -> Any:
        connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
        try:
            _prepare(connection, key, wait)
        except BaseException:
            connection.close()
            raise
        return connection

    speaks = _speaking()
    engine = Engine(
        # One connection may lie idle: each keeps a cache.
        QueuePool(connect, pool_size=1, max_overflow=3, dialect=speaks.dialect),
        speaks.dialect,
        speaks.url,
        hide_parameters=True,
        execution_options=speaks.get_execution_options(),
    )
    event.listen(engine, "connect", _add_gate)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "rollback", _forget)
    return engine


@cache
def _speaking() -> Engine:
    """What every engine puts its statements into SQL with: each statement once a process, not once a store."""
    options = {"compiled_cache": LRUCache[Any, Any](STATEMENTS)}
    engine = create_engine("sqlite://", module=sqlcipher, execution_options=options)
    engine.connect().close()  # the first connection tells the dialect which SQLite it speaks to
    engine.dispose()
    return engine


def mark_as_ours(path: Path, key: bytes | None) -> None:
    """Make the file with our mark in its first bytes, so that a crash in the next moment leaves no stranger's."""
    with plain_errors(path):
        path.touch(mode=0o600)
        connection = sqlcipher.connect(str(path), isolation_level=None)
        try:
            if key is not None:
                connection.execute(key_pragma(key))
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        finally:
            connection.close()


def refuse_others(path: Path) -> None:
    """Refuse another program's database by its first bytes: connecting to it would already write to it."""
    try:
        with path.open("rb") as file:
            head = file.read(MARK.stop)
    except OSError as error:
        raise _unopened(path) from error
    if len(head) < MARK.stop:
        raise _damaged(path)
    if head.startswith(PLAIN_HEAD) and head[MARK] != APPLICATION_ID.to_bytes(4, "big"):
        raise made_by_others()


def made_by_others() -> StoreDamagedError:
    """The sentence for a database that is not ours."""
    msg = "This database was made by another program. It is left as it is."
    return StoreDamagedError(msg, "Choose another profile folder.")


def key_pragma(key: bytes) -> str:
    """The first statement of every connection: 32 raw bytes, so that no derivation is repeated."""
    return f"PRAGMA key = \"x'{key.hex()}'\""


def _prepare(connection: Any, key: bytes | None, wait: int) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(key_pragma(key))
    connection.execute(f"PRAGMA busy_timeout = {wait}")
    connection.create_function(FOLDED, 1, folded_line, deterministic=True)
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    connection.execute("PRAGMA foreign_keys = ON")
    mode = "WAL" if wal_is_safe() else "DELETE"
    connection.execute(f"PRAGMA journal_mode = {mode}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")


def wal_is_safe() -> bool:
    """Whether the bundled SQLite has the fix for resetting a WAL under two connections."""
    return tuple(sqlcipher.sqlite_version_info) >= WAL_SAFE_SINCE


def _add_gate(connection: Any, record: Any) -> None:
    """Refuse every statement that writes a synced table while `capture` does not hold the gate open.

    SQLite asks when it prepares a statement, so this costs nothing a row; a trigger cost a third of an import.
    """
    gate = _Gate()
    record.info["gate"] = gate
    closed = {
        sqlcipher.SQLITE_INSERT: SYNCED,
        sqlcipher.SQLITE_UPDATE: SYNCED,
        sqlcipher.SQLITE_DELETE: SYNCED,
    }

    def authorize(action: int, table: str | None, *_rest: object) -> int:
        refused = not gate.open and action in closed and table in closed[action]
        return sqlcipher.SQLITE_DENY if refused else sqlcipher.SQLITE_OK

    connection.set_authorizer(authorize)


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate")
    driver: Any = connection.connection.driver_connection
    driver.execute("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _forget(connection: Connection) -> None:
    """What was answered in the middle of a transaction is not true any more once that is taken back."""
    connection.info.pop(ANSWERED, None)


def gate_of(connection: Connection) -> Gate:
    """The gate of this connection; `capture` alone opens it."""
    return connection.info["gate"]


@contextmanager
def plain_errors(path: Path) -> Generator[None]:
    """Turn what the database says into what a person can do."""
    try:
        yield
    except DBAPIError as error:
        raise explain(str(error.orig), path) or error from error
    except sqlcipher.DatabaseError as error:
        raise explain(str(error), path) or error from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise _full() from error
        raise


def _full() -> DiskFullError:
    return DiskFullError(
        f"The disk is full. {SAFE} Everything saved before is intact.",
        "Free some space, then do it again.",
    )


def _damaged(path: Path) -> StoreDamagedError:
    return StoreDamagedError(
        f"{path.name} is damaged. {SAFE} It is left as it is.",
        "Restore the last backup, on the command line: sponsor-app backup list, then sponsor-app restore FILE.",
    )


def _unopened(path: Path) -> StoreError:
    return StoreError(
        f"{path.name} cannot be opened. {SAFE}", "Check that the folder exists and is yours."
    )


def _unanswered(path: Path) -> SponsorError:
    """A disk without a byte left cannot even hold the index of the log: that is not told from a broken one."""
    if shutil.disk_usage(path.parent).free < FULL_BELOW:
        return _full()
    return StoreError(
        f"The disk did not answer while reading or writing {path.name}. {SAFE}",
        "Check the disk, then do it again.",
    )


def explain(said: str, path: Path) -> SponsorError | None:
    """The sentence for a database error, or None when it is our bug."""
    name = path.name
    known: dict[str, SponsorError] = {
        "database is locked": StoreBusyError(
            f"Another window or command is writing to this store just now. {SAFE}",
            "Wait until it has finished, then do it again.",
        ),
        "disk is full": _full(),
        "file is not a database": StoreLockedError(
            f"The key does not open {name}, or it is not a store of this program. {SAFE}",
            "Check the passphrase or the profile, or restore a backup.",
        ),
        "malformed": _damaged(path),
        "disk I/O error": _unanswered(path),
        "readonly database": StoreError(
            f"{name} may not be written. {SAFE}", "Check the folder's permissions."
        ),
        "unable to open database": _unopened(path),
    }
    return next((answer for phrase, answer in known.items() if phrase in said), None)
