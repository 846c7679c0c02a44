"""Ask the store without ceremony: one sync asks a hundred small questions, each ten times as dear through SQLAlchemy."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection

from sponsor_app.store.connection import ANSWERED

ROOM_KIB = 65536
"""Pages of so much stay decrypted while very much is written at once; a first join of 100,000 records fits."""

Row = tuple[Any, ...]
T = TypeVar("T")


def rows(connection: Connection, sql: str, parameters: Row = ()) -> list[Row]:
    """Every row, as plain tuples."""
    return _driver(connection).execute(sql, parameters).fetchall()


def each(connection: Connection, sql: str, parameters: Row = ()) -> Iterator[Row]:
    """One row after the other, for what would be much to hold at once."""
    return _driver(connection).execute(sql, parameters)


def row(connection: Connection, sql: str, parameters: Row = ()) -> Row | None:
    """The first row, if there is one."""
    return _driver(connection).execute(sql, parameters).fetchone()


def value(connection: Connection, sql: str, parameters: Row = ()) -> Any:
    """The first column of the first row; None when there is none."""
    found = row(connection, sql, parameters)
    return None if found is None else found[0]


def values(connection: Connection, sql: str, parameters: Row = ()) -> list[Any]:
    """The first column of every row."""
    return [one for one, *_rest in rows(connection, sql, parameters)]


def run(connection: Connection, sql: str, parameters: Row = ()) -> None:
    """Write."""
    _driver(connection).execute(sql, parameters)


def run_each(connection: Connection, sql: str, parameters: Iterable[Row]) -> None:
    """Write once for each."""
    _driver(connection).executemany(sql, parameters)


@contextmanager
def roomy(connection: Connection) -> Generator[None]:
    """Keep more in memory for as long as this transaction lasts: what is written once need not be read again."""
    driver = _driver(connection)
    (usual,) = driver.execute("PRAGMA cache_size").fetchone()
    driver.execute(f"PRAGMA cache_size = -{ROOM_KIB}")
    try:
        yield
    finally:
        driver.execute(f"PRAGMA cache_size = {usual}")


def while_unwritten(connection: Connection, question: str, answer: Callable[[], T]) -> T:
    """What `answer` says, asked again only after anything was written here: by this connection or by another one.

    Two counters of the database say so. A transaction that is taken back forgets every answer.
    """
    driver = _driver(connection)
    return _answered(connection, question, (_others(driver), driver.total_changes), answer)


def until_told(connection: Connection, question: str, answer: Callable[[], T]) -> T:
    """The same, but what this connection writes counts only when it tells: whoever writes it must `tell`."""
    return _answered(connection, question, (_others(_driver(connection)),), answer)


def tell(connection: Connection) -> None:
    """Say that what `until_told` answers may be otherwise from now on."""
    connection.info.pop(ANSWERED, None)


def _answered(connection: Connection, question: str, now: Row, answer: Callable[[], T]) -> T:
    answered: dict[str, tuple[Row, Any]] = connection.info.setdefault(ANSWERED, {})
    known = answered.get(question)
    if known is None or known[0] != now:
        known = answered[question] = (now, answer())
    return known[1]


def _others(driver: Any) -> int:
    """A number that is another one after every commit of another connection."""
    return driver.execute("PRAGMA data_version").fetchone()[0]


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection
