"""What can be wrong inside a sound file, and making anew what can be recomputed."""

from sqlalchemy import Connection

from sponsor_app.store import standings
from sponsor_app.store.capture import INSERT
from sponsor_app.store.connection import sqlcipher
from sponsor_app.store.models import SYNCED
from sponsor_app.store.references import TARGETS
from sponsor_app.store.search import index


def sqlite_version() -> str:
    """The version of the bundled SQLite."""
    return str(sqlcipher.sqlite_version)


def cipher_version() -> str:
    """The version of the bundled SQLCipher."""
    connection = sqlcipher.connect(":memory:")
    try:
        return str(connection.execute("PRAGMA cipher_version").fetchone()[0])
    finally:
        connection.close()


def dangling(connection: Connection) -> dict[str, int]:
    """How many records of each table refer to something that is not here."""
    found: dict[str, int] = {}
    for name, table in SYNCED.items():
        for column, targets in TARGETS.items():
            if column in table.c:
                sql = f"SELECT count(*) FROM {name} c WHERE c.{column} IS NOT NULL" + "".join(
                    f" AND NOT EXISTS (SELECT 1 FROM {target} t WHERE t.id = c.{column})"
                    for target in targets
                )
                count = connection.exec_driver_sql(sql).scalar() or 0
                if count:
                    found[name] = found.get(name, 0) + count
    return found


def without_change(connection: Connection) -> int:
    """How many records have no change that made them: something wrote past capture."""
    total = 0
    for name in SYNCED:
        sql = (
            f"SELECT count(*) FROM {name} r WHERE NOT EXISTS"
            f" (SELECT 1 FROM change c WHERE c.record_id = r.id AND c.op = '{INSERT}')"
        )
        total += connection.exec_driver_sql(sql).scalar() or 0
    return total


def stale_standings(connection: Connection) -> int:
    """How many derived rows differ from what the interactions say."""
    return sum(
        connection.exec_driver_sql(f"SELECT count(*) FROM ({sql})").scalar() or 0
        for sql in standings.differences()
    )


def rebuild(connection: Connection) -> None:
    """Recompute the clocks and the search index."""
    standings.rebuild(connection)
    index.rebuild(connection)
