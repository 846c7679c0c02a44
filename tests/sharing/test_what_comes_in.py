"""What may come in: only in one's own name, whole, and not so much deleted that nobody would believe it."""

from datetime import timedelta
from pathlib import Path

from sponsor_app.domain.deeds import Deed, Laptop, Parcel
from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.ids import DeviceId
from sponsor_app.services import Services, accounts, shared_changes
from sponsor_app.services.sharing import beginning, putting, syncing
from sponsor_app.services.sharing.standing import hash_of, holdings, required
from sponsor_app.store.models import account
from sponsor_app.store.sharing import absorb, kept, outgoing
from sponsor_app.store.sharing.kept import WAITS
from sponsor_app.sync.changes import digest, encode, split
from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.records import Kind, Record, scan
from sponsor_app.sync.envelope.writing import START, compose, seal_frame
from sponsor_app.sync.merge import fold
from tests.conftest import Clock
from tests.sharing.laptops import Office, office
from tests.sync.stores import NOON, add_account, laptop, rows


def hand_in(team: Office, app: Services, *parcels: Parcel) -> None:
    """Put frames with these parcels into the file, signed by this laptop, past its own rules."""
    with app.store.read() as connection:
        standing, held = required(connection), holdings(connection)
    head = held.heads(Kind.FRAME).get(standing.own.id, START)
    found = [one for one in scan(team.file.read_bytes()) if isinstance(one, Record)]
    records = [one.content for one in found if one.header.kind != Kind.TRAILER]
    for parcel in parcels:
        record = seal_frame(standing.team, standing.own, head, encode(parcel))
        head = Head(head.sequence + 1, hash_of(record))
        records.append(record)
    vector = {**held.vector, standing.own.id: head}
    team.file.write_bytes(compose(standing.team, standing.own, records, vector, bytes(16)))


def last_deed(app: Services) -> Deed:
    return shared_changes.beyond(app).deeds[-1]


def test_nobody_writes_in_the_name_of_somebody_else(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        bob = team.colleague(anna, "bob")
        add_account(anna, "Acme")
        team.settle(anna, bob)
        deed = last_deed(anna)
        forged = tuple(
            one._replace(stamp=Stamp(one.stamp.clock + 1, deed.device), payload=one.payload)
            for one in deed.changes
        )
        later = deed._replace(previous=deed.clock, clock=deed.clock + 1, changes=forged)
        hand_in(team, bob, Parcel((), (later,)))
        [report] = team.sync(anna)
        assert any("does not belong to whoever signed it" in said for said in report.alarms)
        assert rows(anna, "SELECT count(*) FROM account") == [(1,)]


def test_a_laptop_cannot_say_that_somebody_else_works_on_it(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        bob = team.colleague(anna, "bob")
        add_account(bob, "Globex")
        with bob.store.write_local() as connection:
            number, _name, _member = kept.me(connection)
            sql = "UPDATE device SET member_id = ?, name = 'annas laptop' WHERE id = ?"
            connection.exec_driver_sql(sql, (anna.me, number))
        team.sync(bob, anna)
        sql = f"SELECT name, member_id FROM device WHERE id = {number}"
        assert rows(anna, sql) == [("bob-laptop", str(_bob(anna)))]
        assert rows(anna, "SELECT created_by FROM account") == [(str(_bob(anna)),)]


def _bob(app: Services) -> str:
    return rows(app, "SELECT id FROM member WHERE name = 'Bob'")[0][0]


def test_what_is_no_parcel_is_set_aside_and_the_chain_goes_on(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        bob = team.colleague(anna, "bob")
        number = bob.store.identity().device
        stranger = Parcel((Laptop(DeviceId(7), "someone", None, None),), ())
        assert number != 7
        hand_in(team, bob, stranger)
        [report] = team.sync(anna)
        assert report.alarms == () or all("set aside" not in one for one in report.alarms)
        assert rows(anna, "SELECT count(*) FROM device WHERE id = 7") == [(0,)]
        add_account(bob, "Globex")
        team.settle(anna, bob)


def test_a_deed_in_parts_waits_for_the_others_and_comes_in_whole(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        bob = team.colleague(anna, "bob")
        with bob.store.write("Many") as writer:
            from sponsor_app.store.models import account

            lines = [{"name": f"Account {n}", "status": "customer"} for n in range(200)]
            writer.insert_many(account, lines, bob.store.new_ids(200))
        with bob.store.write_local() as connection:
            outgoing.number(connection)
            number, _name, _member = kept.me(connection)
            deeds = outgoing.deeds_of(connection, number, kept.upto(connection))
        first, *others = split(Parcel((), deeds), 5000)
        assert others
        hand_in(team, bob, first)
        team.sync(anna)
        assert rows(anna, "SELECT count(*) FROM account") == [(0,)]
        with anna.store.read() as connection:
            assert [one.fate for one in holdings(connection).records].count(WAITS) == 1
        team.sync(bob, anna)
        team.settle(anna, bob)
        assert rows(anna, "SELECT count(*) FROM account") == [(200,)]
        with anna.store.read() as connection:
            assert WAITS not in [one.fate for one in holdings(connection).records]


def test_deleting_a_fifth_waits_for_a_yes_and_stays_in_the_file_meanwhile(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        made = [add_account(anna, f"Account {n}") for n in range(30)]
        bob = team.colleague(anna, "bob")
        team.settle(anna, bob)
        accounts.delete_all(bob, made[:20])
        team.sync(bob)
        add_account(anna, "Mine")
        [report] = team.sync(anna)
        assert report.held == 20
        assert any("would delete 20 of" in said for said in report.alarms)
        assert rows(anna, "SELECT count(*) FROM account") == [(31,)]
        assert team.sync(anna)[0].held == 20
        [again] = syncing.sync(anna, team.means, confirmed=True)
        assert again.held == 0
        assert rows(anna, "SELECT count(*) FROM account") == [(11,)]
        team.settle(anna, bob)


def test_equal_vectors_with_unequal_digests_are_found_out_and_healed(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        bob = team.colleague(anna, "bob")
        add_account(anna, "Acme")
        team.settle(anna, bob)
        carol = team.laptop("carol")
        add_account(carol, "Only Anna heard of it")
        with anna.store.write_local() as connection:
            parcel = shared_changes.beyond(carol)
            absorb.absorb(connection, parcel, absorb.Reception(fold, digest, anna.store.now_text()))
        team.sync(bob)
        [report] = team.sync(anna)
        assert report.trouble is None
        team.settle(anna, bob)
        assert ("Only Anna heard of it",) in rows(bob, "SELECT name FROM account")


def test_a_year_with_three_bases_and_an_old_laptop_with_5000_edits_learns_and_tells_everything(
    tmp_path: Path,
) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        bob = team.colleague(anna, "bob")
        late = team.colleague(anna, "late")
        for month in range(3):
            for number in range(2):
                add_account(anna, f"Account {month} {number}")
                team.sync(anna)
            with anna.store.write_local() as connection:
                outgoing.set_setting(connection, putting.BASE_DUE, "1")
            add_account(anna, f"In the base {month}")
            [report] = team.sync(anna)
            assert report.pushed == 1
            with anna.store.read() as connection:
                held = holdings(connection)
            assert len(held.bases) == 1
            assert not [one for one in held.records if one.kind == Kind.FRAME]
            team.clock.advance(122)
        for day in range(20):
            many = [{"name": f"Long away {day}", "status": "prospect"}] * 250
            with late.store.write("Long away") as writer:
                writer.insert_many(account, many, late.store.new_ids(250))
        [report] = team.sync(late)
        assert (report.pushed, report.held) == (20, 0)
        team.sync(bob)
        team.settle(anna, bob, late)
        assert rows(anna, "SELECT count(*) FROM account") == [(9 + 5000,)]


def test_two_bases_at_once_hurt_nobody(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        bob = team.colleague(anna, "bob")
        before = team.file.read_bytes()
        add_account(anna, "Acme")
        add_account(bob, "Globex")
        for one in (anna, bob):
            with one.store.write_local() as connection:
                outgoing.set_setting(connection, putting.BASE_DUE, "1")
        team.sync(anna)
        mine = team.file.read_bytes()
        team.file.write_bytes(before)
        team.sync(bob)
        team.file.with_name("Team (1).sponsor").write_bytes(mine)
        carol = team.colleague(anna, "carol")
        team.settle(anna, bob, carol)


def test_a_clock_that_is_days_ahead_is_said_and_my_later_edit_still_counts(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        code = team.invite(anna, "bob").code
        hurried = Clock(NOON + timedelta(days=3))
        bob = laptop(team.folder, "bob", hurried)
        team.every.append(bob)
        beginning.join(bob, str(team.file), code, team.means)
        team.sync(anna, bob)
        acme = add_account(bob, "Acme", city="Bergen")
        team.sync(bob)
        [report] = team.sync(anna)
        assert any("Bob's laptop is 3 days ahead" in said for said in report.alarms)
        accounts.change(anna, acme, {"city": "Oslo"})
        team.settle(anna, bob)
        assert rows(bob, "SELECT city FROM account") == [("Oslo",)]
