"""The schema: migrations and models agree, a newer store is left alone, an older one is backed up and brought up."""

import re
import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from sponsor_app.domain.errors import (
    NoStoreError,
    StoreBusyError,
    StoreDamagedError,
    StoreError,
    StoreLockedError,
    StoreNewerError,
)
from sponsor_app.store import schema
from sponsor_app.store.connection import make_engine, sqlcipher, wal_is_safe
from sponsor_app.store.models import SYNCED, account, metadata
from sponsor_app.store.store import Store
from tests.conftest import KEY, Clock

ME = {"name": "Grace Moreau"}


def shape(path: Path) -> dict[str, str]:
    """Every table, index and trigger as the database itself keeps it, white space aside."""
    engine = make_engine(path, KEY)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
        found = {row.name: re.sub(r"\s+", "", row.sql) for row in rows}
    engine.dispose()
    return found


def migrated(path: Path, migrations: Path = schema.MIGRATIONS) -> None:
    engine = make_engine(path, KEY)
    with engine.connect().execution_options(immediate=True) as connection, connection.begin():
        schema.upgrade(connection, migrations)
    engine.dispose()


def test_the_schema_of_the_migrations_is_the_schema_of_the_models(
    store: Store, tmp_path: Path
) -> None:
    migrated(tmp_path / "migrated.db")
    assert shape(tmp_path / "migrated.db") == shape(store.path)


def test_every_table_is_strict_and_every_synced_one_has_the_four_stamps(store: Store) -> None:
    made = shape(store.path)
    assert [name for name in metadata.tables if "STRICT" not in made[name]] == []
    for table in SYNCED.values():
        assert {"created_at", "created_by", "updated_at", "updated_by"} <= set(table.c.keys())
        assert not table.foreign_keys


def test_the_store_is_durable_and_its_temporary_files_stay_in_memory(store: Store) -> None:
    with store.read() as connection:
        pragma = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "temp_store", "foreign_keys")
        }
    assert pragma == {
        "journal_mode": "wal" if wal_is_safe() else "delete",
        "synchronous": 2,
        "temp_store": 2,
        "foreign_keys": 1,
    }


def test_no_word_of_the_store_is_readable_on_the_disk(store: Store, clock: Clock) -> None:
    with store.write("Canary Wharf") as writer:
        writer.insert(account, record_id=store.new_id(), name="CanaryWharf", status="customer")
    for file in store.path.parent.iterdir():
        content = file.read_bytes()
        for word in ("CanaryWharf", "canarywharf", "Grace", "SQLite format", "account"):
            assert word.encode() not in content
            assert word.encode("utf-16-le") not in content


def test_a_newer_store_is_refused_and_left_as_it_is(store: Store, clock: Clock) -> None:
    with store.write_local() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    before = store.path.read_bytes()
    with pytest.raises(StoreNewerError, match="later version") as refused:
        Store.open(store.path, KEY, clock.now)
    assert "Update the program" in refused.value.next
    assert store.path.read_bytes() == before


def test_an_older_store_is_copied_then_brought_up_to_date(
    store: Store, tmp_path: Path, clock: Clock
) -> None:
    with store.write("Added") as writer:
        made = writer.insert(account, record_id=store.new_id(), name="Acme", status="customer")
    store.close()
    migrations = with_one_more_revision(tmp_path)
    copies: list[str] = []

    def keep(old: Store, version: str) -> None:
        old.copy_to(tmp_path / "copy.db")
        copies.append(version)

    opened = Store.open(store.path, KEY, clock.now, keep, migrations)
    with opened.read() as connection:
        row = connection.exec_driver_sql("SELECT name, motto FROM account").one()
        assert tuple(row) == ("Acme", "none")
    opened.close()
    assert copies == [schema.HEAD]
    assert "motto" not in shape(tmp_path / "copy.db")["account"]
    assert "motto" in shape(store.path)["account"]
    assert made


def test_an_update_that_fails_half_way_leaves_the_store_as_it_was(
    store: Store, tmp_path: Path, clock: Clock
) -> None:
    store.close()
    before = shape(store.path)
    migrations = with_one_more_revision(tmp_path, broken=True)
    with pytest.raises(ZeroDivisionError):
        Store.open(store.path, KEY, clock.now, None, migrations)
    assert shape(store.path) == before
    Store.open(store.path, KEY, clock.now).close()


def with_one_more_revision(tmp_path: Path, *, broken: bool = False) -> Path:
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    lines = [
        '"""A motto for every account."""',
        "from alembic import op",
        f"revision, down_revision = '9998', '{schema.HEAD}'",
        "def upgrade() -> None:",
        "    sql = \"ALTER TABLE account ADD COLUMN motto TEXT NOT NULL DEFAULT 'none'\"",
        "    op.get_bind().exec_driver_sql(sql)",
        "    1 / 0" if broken else "",
    ]
    (folder / "versions" / "r9998_motto.py").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_a_wrong_key_is_refused_in_words(store: Store, clock: Clock) -> None:
    store.close()
    with pytest.raises(StoreLockedError, match="does not open") as refused:
        Store.open(store.path, bytes(32), clock.now)
    assert "Nothing was changed" in refused.value.message


def test_a_store_that_is_not_there_is_said(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(NoStoreError, match="no store"):
        Store.open(tmp_path / "none.db", KEY, clock.now)


@pytest.mark.parametrize(
    "content", [b"", b"hello\n", b"\x89PNG\r\n\x1a\n" + bytes(5000), bytes(4096), b"x" * 100_000]
)
def test_a_file_that_is_no_store_is_refused_and_left_as_it_is(
    tmp_path: Path, clock: Clock, content: bytes
) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(content)
    with pytest.raises(StoreError) as refused:
        Store.open(path, KEY, clock.now)
    assert refused.value.next
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "store.db"
    connection = sqlcipher.connect(str(path))
    connection.execute("CREATE TABLE notes (text)")
    connection.commit()
    connection.close()
    with pytest.raises(StoreDamagedError, match="another program"):
        Store.open(path, None, clock.now)


def read_all(store: Store) -> None:
    with store.read() as connection:
        for name in metadata.tables:
            connection.exec_driver_sql(f"SELECT * FROM {name}").fetchall()


def test_a_damaged_store_is_found_out_and_says_what_to_do(store: Store, clock: Clock) -> None:
    with store.write("Many") as writer:
        rows = [{"name": f"Account {n}", "status": "customer"} for n in range(3000)]
        writer.insert_many(account, rows, store.new_ids(3000))
    store.close()
    content = bytearray(store.path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 32 * 4096] = bytes(32 * 4096)
    store.path.write_bytes(content)
    opened = Store.open(store.path, KEY, clock.now)
    with pytest.raises(StoreError) as refused:
        read_all(opened)
    assert "backup" in refused.value.next
    opened.close()


def test_another_writer_makes_us_wait_and_then_say_so(store: Store, clock: Clock) -> None:
    rival = Store(store.path, KEY, clock.now, wait=50)
    with store.write("Holding") as writer:
        writer.insert(account, record_id=store.new_id(), name="Acme", status="customer")
        with pytest.raises(StoreBusyError, match="writing to this store just now"):
            rival.write("Too").__enter__()
    rival.close()
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM account").scalar() == 1


def test_a_new_store_never_replaces_an_old_one(store: Store, clock: Clock) -> None:
    with pytest.raises(StoreError, match="already a store"):
        Store.create(store.path, KEY, clock.now, me=ME, device="x")


def test_a_copy_holds_everything_under_the_same_key(
    store: Store, tmp_path: Path, clock: Clock
) -> None:
    with store.write("Added") as writer:
        writer.insert(account, record_id=store.new_id(), name="Acme", status="customer")
    store.copy_to(tmp_path / "copy.db")
    copy = Store.open(tmp_path / "copy.db", KEY, clock.now)
    with copy.read() as connection:
        assert connection.exec_driver_sql("SELECT name FROM account").scalar() == "Acme"
    assert copy.problems() == []
    copy.close()
    assert b"Acme" not in (tmp_path / "copy.db").read_bytes()
