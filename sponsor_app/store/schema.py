"""The schema of a store: made whole for a new one, brought up to date for an old one, left alone for a newer one."""

from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_mock_engine, inspect
from sqlalchemy.schema import ExecutableDDLElement

from sponsor_app.domain.errors import StoreDamagedError, StoreNewerError
from sponsor_app.store.connection import APPLICATION_ID, made_by_others
from sponsor_app.store.models import metadata
from sponsor_app.store.search.index import INDEX_DDL

HEAD = "0007"
"""The newest revision; compared before Alembic is imported, which would cost 90 ms of every start."""

MIGRATIONS = Path(__file__).parent / "migrations"
VERSION_DDL = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
    " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def create(connection: Connection) -> None:
    """Make every table and index of a new store."""
    driver: Any = connection.connection.driver_connection
    for statement in _statements():
        driver.execute(statement)
    driver.execute("INSERT INTO alembic_version VALUES (?)", (HEAD,))


@cache
def _statements() -> tuple[str, ...]:
    """What makes an empty store, composed once a process: that takes longer than to run it."""
    made: list[str] = []

    def keep(statement: ExecutableDDLElement, *_values: object) -> None:
        made.append(str(statement.compile(dialect=composer.dialect)))

    composer = create_mock_engine("sqlite://", keep)
    metadata.create_all(composer, checkfirst=False)
    return (*made, *INDEX_DDL, VERSION_DDL)


def version(connection: Connection) -> str:
    """The store's revision; refuses a file that is not ours or that a later version wrote."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        raise made_by_others()
    if not inspect(connection).has_table("alembic_version"):
        msg = "This store was never finished. It holds nothing yet."
        raise StoreDamagedError(msg, "Move it aside and start again.")
    found = str(
        connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or ""
    )
    if found > HEAD:
        msg = (
            f"This store was written by a later version of the program ({found}; this one knows {HEAD})."
            " Nothing was changed."
        )
        raise StoreNewerError(msg, "Update the program on this laptop, then open the store again.")
    return found


def upgrade(connection: Connection, migrations: Path = MIGRATIONS) -> None:
    """Run the missing revisions in the connection's transaction, then check every reference."""
    from alembic import command  # noqa: PLC0415 - 90 ms, needed once in a release
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(migrations))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if dangling:
        msg = f"The update would have lost {len(dangling)} references. Nothing was changed."
        raise StoreDamagedError(msg, "Keep using the previous version and send us the log.")
