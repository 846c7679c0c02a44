from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DatabaseError

from sponsor_app.domain.changes import Topic
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.history import Op
from sponsor_app.store.capture import Writer, unpack
from sponsor_app.store.models import SYNCED, account, attendance, change, fields, interaction, shape
from sponsor_app.store.queries import history
from sponsor_app.store.store import Store, changes_of
from tests.conftest import KEY, Clock


def rows(store: Store, sql: str) -> list[tuple[object, ...]]:
    with store.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


def add(store: Store, **values: object) -> str:
    with store.write("Added") as writer:
        return writer.insert(
            account, record_id=store.new_id(), **{"name": "Acme", "status": "customer", **values}
        )


def test_an_insert_is_one_change_that_carries_only_its_fields(store: Store) -> None:
    made = add(store, tier="key")
    found = rows(
        store,
        f"SELECT op, names, payload, before FROM change JOIN shape ON shape.id = change.shape"
        f" WHERE record_id = '{made}'",
    )
    assert len(found) == 1
    op, names, payload, before = found[0]
    assert (op, names, before) == ("insert", "name status tier", None)
    assert isinstance(payload, bytes)
    assert unpack(payload) == ["Acme", "customer", "key"]


def test_an_update_carries_only_what_changed_and_the_stamp_it_replaced(store: Store) -> None:
    made = add(store, tier="key")
    [(born, device)] = rows(store, f"SELECT clock, device FROM change WHERE record_id = '{made}'")
    with store.write("Changed") as writer:
        assert writer.update(account, made, name="Acme", tier="strategic", city="Bergen")
    found = rows(
        store,
        "SELECT names, payload, before FROM change JOIN shape ON shape.id = change.shape"
        f" WHERE record_id = '{made}' AND op = 'update'",
    )
    [(names, payload, before)] = found
    assert names == "tier city"
    assert isinstance(payload, bytes)
    assert isinstance(before, bytes)
    assert unpack(payload) == [["strategic", born, device], ["Bergen", born, device]]
    assert unpack(before) == ["key", None]


def test_setting_what_is_so_already_is_no_step_and_no_change(store: Store) -> None:
    made = add(store, tier="key")
    steps = len(rows(store, "SELECT 1 FROM undo"))
    with store.write("Nothing") as writer:
        assert not writer.update(account, made, tier="key")
    assert writer.step is None
    assert len(rows(store, "SELECT 1 FROM undo")) == steps


def add_half(writer: Writer, store: Store) -> None:
    writer.insert(account, record_id=store.new_id(), name="Acme", status="customer")
    writer.insert(account, record_id=store.new_id(), no_such_field="x")


def test_a_block_that_raises_leaves_nothing(store: Store) -> None:
    before = rows(store, "SELECT count(*) FROM change")
    with pytest.raises(KeyError), store.write("Half") as writer:
        add_half(writer, store)
    assert rows(store, "SELECT count(*) FROM change") == before
    assert rows(store, "SELECT count(*) FROM account") == [(0,)]


@pytest.mark.parametrize("table", sorted(SYNCED))
@pytest.mark.parametrize(
    "sql",
    ["INSERT INTO {table} (id) VALUES ('x')", "UPDATE {table} SET id = 'x'", "DELETE FROM {table}"],
)
def test_nothing_writes_a_synced_table_past_capture(store: Store, table: str, sql: str) -> None:
    with store.read() as connection, pytest.raises(DatabaseError, match="not authorized"):
        connection.exec_driver_sql(sql.format(table=table))


def test_not_even_inside_a_write(store: Store) -> None:
    add(store)
    with store.write("Sly") as writer:
        writer.insert(account, record_id=store.new_id(), name="Zenith", status="customer")
        with pytest.raises(DatabaseError, match="not authorized"):
            writer.connection.exec_driver_sql("UPDATE account SET name = 'Mine'")
    assert rows(store, "SELECT name FROM account ORDER BY name") == [("Acme",), ("Zenith",)]


def test_the_clock_survives_being_closed_and_opened(
    store: Store, tmp_path: Path, clock: Clock
) -> None:
    add(store)
    [(last,)] = rows(store, "SELECT max(clock) FROM change")
    store.close()
    clock.advance(-400)
    opened = Store.open(tmp_path / "store.db", KEY, clock.now)
    add(opened)
    [(later,)] = rows(opened, "SELECT max(clock) FROM change")
    assert isinstance(last, int)
    assert isinstance(later, int)
    assert later > last
    opened.close()


def test_created_and_updated_are_derived_from_changes(store: Store) -> None:
    made = add(store)
    [(created_by, created, updated)] = rows(
        store, f"SELECT created_by, created_at, updated_at FROM account WHERE id = '{made}'"
    )
    assert created_by == store.identity().member
    assert created
    assert updated is None
    with store.write("Changed") as writer:
        writer.update(account, made, city="Bergen")
    [(updated_by, updated)] = rows(
        store, f"SELECT updated_by, updated_at FROM account WHERE id = '{made}'"
    )
    assert updated_by == store.identity().member
    assert str(updated) > str(created)


def test_a_deleted_record_stays_whole_and_comes_back_as_it_was(store: Store) -> None:
    made = add(store, tier="key", story="They chose us")
    [before] = rows(store, f"SELECT * FROM account WHERE id = '{made}'")
    with store.write("Deleted") as writer:
        writer.delete(account, made)
    assert rows(store, f"SELECT 1 FROM account WHERE id = '{made}'") == []
    with store.write("Restored") as writer:
        writer.restore(made)
    [after] = rows(store, f"SELECT * FROM account WHERE id = '{made}'")
    assert after[1:] == before[1:]
    with store.read() as connection:
        ops = [entry.op for entry in history.entries(connection, [made])]
    assert ops == [Op.RESTORE, Op.DELETE, Op.INSERT]


def test_deleting_or_changing_what_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(NotFoundError, match="Nothing was changed"), store.write("x") as writer:
        writer.update(account, store.new_id(), name="Ghost")
    with pytest.raises(NotFoundError), store.write("x") as writer:
        writer.delete(account, store.new_id())
    with pytest.raises(NotFoundError), store.write("x") as writer:
        writer.restore(store.new_id())


def test_a_link_made_twice_is_one_and_one_removed_comes_back(store: Store) -> None:
    for _ in range(2):
        with store.write("Linked") as writer:
            writer.link(attendance, "link", interaction_id="i", contact_id="c")
    assert rows(store, "SELECT count(*) FROM attendance") == [(1,)]
    with store.write("Unlinked") as writer:
        writer.delete(attendance, "link")
    with store.write("Linked") as writer:
        assert writer.link(attendance, "link", interaction_id="i", contact_id="c")
    assert rows(store, "SELECT interaction_id, contact_id FROM attendance") == [("i", "c")]


def test_a_write_tells_which_topics_it_touched_and_what_it_made(store: Store) -> None:
    with store.write("Logged") as writer:
        made = writer.insert(
            interaction,
            record_id=store.new_id(),
            account_id="a",
            kind="visit",
            state="held",
            happened_on="2026-11-17",
        )
    changes = changes_of(writer)
    assert changes.topics == {Topic.INTERACTION}
    assert changes.created == (made,)
    assert changes.title == "Logged"


def test_a_field_that_a_table_lacks_is_our_bug_and_seen(store: Store) -> None:
    with pytest.raises(KeyError, match="colour"), store.write("x") as writer:
        writer.insert(account, record_id=store.new_id(), name="A", status="customer", colour="red")


def test_many_rows_that_differ_in_shape_lose_nothing(store: Store) -> None:
    given_rows = [{"name": f"A{n}", "status": "customer"} for n in range(1200)]
    given_rows[1100]["city"] = "Bergen"
    with store.write("Many") as writer:
        writer.insert_many(account, given_rows, store.new_ids(1200))
    assert rows(store, "SELECT name FROM account WHERE city = 'Bergen'") == [("A1100",)]


texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=8)
edits = st.lists(
    st.dictionaries(st.sampled_from(["name", "city", "industry"]), texts, min_size=1, max_size=3),
    max_size=6,
)


@settings(max_examples=15)
@given(first=texts, later=edits)
def test_replaying_the_changes_gives_the_record(
    store: Store, first: str, later: list[Mapping[str, str]]
) -> None:
    made = add(store, name=first)
    for edit in later:
        with store.write("Edit") as writer:
            writer.update(account, made, **edit)
    replayed: dict[str, object] = {}
    with store.read() as connection:
        for entry in reversed(history.entries(connection, [made])):
            replayed.update({field.name: field.after for field in entry.fields})
        actual = (
            connection.exec_driver_sql("SELECT * FROM account WHERE id = ?", (made,))
            .mappings()
            .one()
        )
    assert replayed == {n: actual[n] for n in fields(account) if actual[n] is not None}


def test_every_change_belongs_to_exactly_one_step(store: Store) -> None:
    for n in range(5):
        add(store, name=f"A{n}")
    orphans = rows(
        store,
        f"SELECT seq FROM {change.name} c WHERE (SELECT count(*) FROM undo u"
        " WHERE c.seq BETWEEN u.first_change AND u.last_change) != 1",
    )
    assert orphans == []
    assert rows(store, f"SELECT count(*) FROM {shape.name}") != [(0,)]
