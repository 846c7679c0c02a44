"""A file that was read before is read on from where it changed, and that says the same as reading all of it."""

from pathlib import Path

import pytest

from sponsor_app.services import Services, accounts
from sponsor_app.services.sharing.rereading import Read, read_anew, read_on
from sponsor_app.services.sharing.standing import holdings, required
from sponsor_app.store.sharing import kept, outgoing
from sponsor_app.store.sharing.asking import until_told, value, while_unwritten
from sponsor_app.store.sharing.kept import Connection
from sponsor_app.sync.changes import digest
from sponsor_app.sync.envelope.records import FILE_HEADER
from tests.sharing.laptops import Office
from tests.sync.stores import add_account


def both(app: Services, before: Read | None, content: bytes) -> tuple[Read, Read]:
    """What a laptop reads when it knows the file as it was, and what it reads anew."""
    with app.store.read() as connection:
        standing, held = required(connection), holdings(connection)
    return read_on(before, content, standing, held), read_anew(content, standing, held)


def said(one: Read) -> tuple[object, ...]:
    reading = one.reading
    frames = [frame.hash for frame in reading.frames]
    about = (reading.present, reading.trailer, reading.findings, reading.reached)
    return (*about, frames, reading.cards, reading.kept, reading.writable)


def body(one: Read) -> bytes:
    return b"".join([one.beginning, *(record.view for record in one.reading.records)])


def flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def test_what_is_read_on_is_what_is_read_anew_whatever_happened_to_the_file(tmp_path: Path) -> None:
    office = Office(tmp_path)
    anna = office.founder()
    bob = office.colleague(anna, "bob")
    acme = add_account(anna, "Acme")
    office.settle(anna, bob)
    first = office.file.read_bytes()
    _, before = both(anna, None, first)
    for number in range(3):
        accounts.change(bob, acme, {"city": f"City {number}"})
        office.sync(bob)
    later = office.file.read_bytes()
    found, anew = both(anna, before, later)
    assert found.start > FILE_HEADER.size
    assert found.solid
    assert said(found) == said(anew)
    assert body(found) == body(anew)
    again, anew = both(anna, found, later)
    assert said(again) == said(anew), "before what was read was taken in"
    office.sync(anna)
    again, anew = both(anna, found, later)
    assert said(again) == said(anew)
    assert body(again) == body(anew)


def test_a_file_that_was_damaged_or_put_back_is_read_on_as_it_is_read_anew(tmp_path: Path) -> None:
    office = Office(tmp_path)
    anna = office.founder()
    first = office.file.read_bytes()
    add_account(anna, "Acme")
    office.sync(anna, anna)
    later = office.file.read_bytes()
    _, before = both(anna, None, later)
    end = before.reading.records[-1]
    twice = later[: end.end] + later[end.at :]
    office.invite(anna, "carol")
    invited = office.file.read_bytes()
    damaged = [flipped(later, at) for at in range(40, len(later), 997)]
    for content in (first, twice, invited, later[:-1], later[:5000], b"", *damaged):
        found, anew = both(anna, before, content)
        assert said(found) == said(anew)
        if found.solid and not found.reading.findings:
            assert body(found) == body(anew)


def test_an_answer_of_a_transaction_that_was_taken_back_is_forgotten(tmp_path: Path) -> None:
    anna = Office(tmp_path).laptop("anna")

    def ask(connection: Connection) -> set[str | None]:
        sql = "SELECT value FROM setting WHERE key = 'word'"
        one = while_unwritten(connection, "one", lambda: value(connection, sql))
        return {one, until_told(connection, "other", lambda: value(connection, sql))}

    def take_back() -> None:
        with anna.store.write_local() as connection:
            outgoing.set_setting(connection, "word", "said")
            assert ask(connection) == {"said"}
            raise RuntimeError

    with pytest.raises(RuntimeError):
        take_back()
    with anna.store.read() as connection:
        assert ask(connection) == {None}


def test_what_another_window_wrote_is_seen(tmp_path: Path) -> None:
    office = Office(tmp_path)
    anna = office.founder()
    with anna.store.read() as connection:
        before = len(holdings(connection).records)
        with anna.store.write_local() as other:
            kept.drop_sealed(other, holdings(other).hashes)
    with anna.store.read() as connection:
        assert before
        assert not holdings(connection).records


def test_a_digest_that_grew_with_what_was_written_is_the_one_computed_anew(tmp_path: Path) -> None:
    office = Office(tmp_path)
    anna = office.founder()
    add_account(anna, "Acme")
    bob = office.colleague(anna, "bob")
    add_account(bob, "Globex")
    office.settle(anna, bob)
    for one in (anna, bob):
        with one.store.write_local() as connection:
            grown = outgoing.digest(connection, digest)
            outgoing.set_setting(connection, outgoing.DIGESTED, "0 0")
            assert outgoing.digest(connection, digest) == grown
