"""A database that another program made is read no further than its first bytes, and never written."""

import sqlite3
from pathlib import Path

import pytest

from sponsor_app.domain.errors import StoreError
from sponsor_app.store.connection import APPLICATION_ID
from sponsor_app.store.store import Store
from tests.conftest import KEY, Clock

THEIRS = 0x0F055112  # another program's mark
ME = {"name": "Grace Moreau"}
Contents = dict[str, bytes]


def recipes(path: Path, *, mark: int = 0, journal: str = "DELETE") -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA journal_mode = {journal}")
    connection.execute(f"PRAGMA application_id = {mark}")
    connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.execute("INSERT INTO recipe VALUES ('Bread')")
    connection.commit()
    connection.close()


def folder(path: Path) -> Contents:
    return {file.name: file.read_bytes() for file in sorted(path.iterdir())}


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "with a key"])
@pytest.mark.parametrize("mark", [0, THEIRS], ids=["unmarked", "marked"])
@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_another_programs_database_stays_the_same_byte_by_byte(
    key: bytes | None, mark: int, journal: str, tmp_path: Path, clock: Clock
) -> None:
    path = tmp_path / "store.db"
    recipes(path, mark=mark, journal=journal)
    before = folder(tmp_path)
    with pytest.raises(StoreError, match=r"another program|not a store of this program"):
        Store.open(path, key, clock.now)
    assert folder(tmp_path) == before


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "with a key"])
def test_what_another_program_has_not_yet_written_back_stays_beside_its_database(
    key: bytes | None, tmp_path: Path, clock: Clock
) -> None:
    """Left behind by a crash: the last closing of such a database would write the log back."""
    live, left = tmp_path / "live", tmp_path / "left"
    live.mkdir()
    left.mkdir()
    connection = sqlite3.connect(live / "store.db")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE recipe (name TEXT)")
    for name, content in folder(live).items():
        (left / name).write_bytes(content)
    connection.close()
    before = folder(left)
    assert before["store.db-wal"]
    with pytest.raises(StoreError):
        Store.open(left / "store.db", key, clock.now)
    assert folder(left) == before


def test_a_store_of_ours_is_known_by_its_first_bytes_before_anything_else_is_in_it(
    tmp_path: Path, clock: Clock
) -> None:
    """A crash in the first second must not make our own store look like somebody else's."""
    made = Store.create(tmp_path / "store.db", None, clock.now, me=ME, device="laptop")
    assert (tmp_path / "store.db").read_bytes()[68:72] == APPLICATION_ID.to_bytes(4)
    made.close()
    Store.open(tmp_path / "store.db", None, clock.now).close()
