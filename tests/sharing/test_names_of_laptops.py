"""Numbers and names of laptops: whose deeds a frame may hold, words to compare aloud, a number given up for another."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.ids import DeviceId
from sponsor_app.domain.team import fingerprint
from sponsor_app.services import Services, accounts, history, shared_changes
from sponsor_app.store.sharing import kept
from sponsor_app.store.sharing.renaming import rename
from sponsor_app.sync.signers import may_name, new_number
from tests.sync.stores import add_account, assert_sound, rows, send, visit

IDS = st.binary(min_size=16, max_size=16)


@given(IDS, IDS)
def test_a_number_is_of_one_signer_and_fits_the_database(one: bytes, other: bytes) -> None:
    number = new_number(one)
    assert 0 <= number < 1 << 63
    assert may_name(one, number)
    assert may_name(other, number) == (one[:6] == other[:6])


@given(IDS, IDS)
def test_a_fingerprint_is_six_words_and_differs_with_its_bits(one: bytes, other: bytes) -> None:
    words = fingerprint(one)
    assert [len(word) for word in words.split()] == [5] * 6
    assert (words == fingerprint(other)) == (one[:12] == other[:12])


def busy(app: Services) -> int:
    """A bit of everything; returns the clock in the middle of it."""
    acme = add_account(app, "Acme", city="Bergen")
    visit(app, acme)
    accounts.change(app, acme, {"city": "Oslo"})
    with app.store.read() as connection:
        middle = kept.written(connection)
    accounts.change(app, acme, {"city": "Rome", "story": "Long"})
    gone = add_account(app, "Gone")
    accounts.delete(app, gone)
    back = add_account(app, "Back")
    accounts.delete(app, back)
    history.undo(app)
    return middle


def test_a_laptop_without_a_team_gets_another_number_with_all_it_did(app: Services) -> None:
    busy(app)
    shared_changes.heads(app)
    was = app.store.identity()
    with app.store.write_local() as connection:
        rename(connection, DeviceId(77))
    app.store.forget_identity()
    assert app.store.identity() == (77, was.member)
    assert_sound(app)
    for table in ("change", "undo", "deed", "cell", "tombstone", "known"):
        assert rows(app, f"SELECT count(*) FROM {table} WHERE device = {was.device}") == [(0,)]
    digest = shared_changes.heads(app).digest
    with app.store.write_local() as connection:
        connection.exec_driver_sql("DELETE FROM setting WHERE key = 'digested'")
    assert shared_changes.heads(app).digest == digest


def test_only_what_nobody_saw_gets_the_other_number_and_a_stranger_understands_both(
    app: Services, tmp_path: Path
) -> None:
    from tests.sync.stores import laptops

    middle = busy(app)
    was = app.store.identity().device
    with app.store.write_local() as connection:
        rename(connection, DeviceId(77), after=middle)
    app.store.forget_identity()
    assert_sound(app)
    assert rows(app, f"SELECT max(clock) FROM change WHERE device = {was}") == [(middle,)]
    assert rows(
        app, "SELECT min(clock) > ? FROM change WHERE device = 77".replace("?", str(middle))
    )[0][0]
    with laptops(tmp_path / "others", "bob") as (bob,):
        send(app, bob, confirmed=True)
        assert shared_changes.heads(bob).vector.items() >= shared_changes.heads(app).vector.items()
        names = "SELECT name, city FROM account ORDER BY name"
        assert rows(bob, names) == rows(app, names)
        assert shared_changes.disputes(bob) == []
