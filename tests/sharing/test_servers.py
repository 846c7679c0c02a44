"""A team that meets at a real PostgreSQL server, alone or beside a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import LiteralString, cast

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from sponsor_app.domain.errors import (
    InvalidError,
    KeyStoreError,
    PasswordPlaceError,
    SponsorError,
)
from sponsor_app.domain.sync_status import Shared
from sponsor_app.domain.team import Standing
from sponsor_app.services.sharing import beginning, passwords, roster, servers, syncing
from sponsor_app.services.sharing.passwords import with_password
from sponsor_app.store.sharing import outgoing
from sponsor_app.sync.sql_hub.place import Place
from sponsor_app.sync.sql_hub.schema import TABLES
from tests.sharing.laptops import office
from tests.sync.sql_hub.server import HOST, TEAM_PASSWORD, Server, needs_server, running
from tests.sync.stores import add_account, assert_agree, rows
from tests.system.secret_service import in_session, needs_service

pytestmark = needs_server


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as started:
        yield started


def address(server: Server) -> str:
    place = server.database()
    return place.address.replace("@", f":{TEAM_PASSWORD.replace(' ', '%20')}@", 1)


def test_a_team_begins_and_is_joined_at_a_server(tmp_path: Path, server: Server) -> None:
    with office(tmp_path) as team:
        place = address(server)
        anna, bob = team.laptop("anna"), team.laptop("bob")
        add_account(anna, "Acme")
        begun = beginning.create(anna, place, team.means, password_here=True)
        assert isinstance(begun.report.status, Shared)
        assert TEAM_PASSWORD not in begun.report.place
        code = team.invite(anna, "bob").code
        with pytest.raises(SponsorError, match="no shared file at"):
            beginning.join(bob, place, "000-000-000-000-000-000-000", team.means)
        beginning.join(bob, place, code, team.means, password_here=True)
        assert rows(bob, "SELECT name FROM account") == [("Acme",)]
        team.sync(anna, bob)
        assert roster.team(bob, team.means).standing is Standing.IN
        add_account(bob, "Globex")
        team.sync(bob, anna)
        assert_agree([anna, bob])
        assert rows(anna, "SELECT count(*) FROM account") == [(2,)]


def test_a_laptop_with_a_file_and_a_server_is_a_gateway(tmp_path: Path, server: Server) -> None:
    with office(tmp_path) as team:
        anna = team.founder()
        bob = team.colleague(anna, "bob")
        add_account(anna, "Acme")
        place = address(server)
        report = beginning.meet_at(anna, place, also=True, means=team.means, password_here=True)
        assert isinstance(report.status, Shared)
        carol = team.laptop("carol")
        code = team.invite(anna, "carol").code
        beginning.join(carol, place, code, team.means, password_here=True)
        team.sync(anna, carol)
        add_account(carol, "From the server")
        add_account(bob, "From the file")
        team.sync(carol, bob, anna, anna, bob, carol)
        assert_agree([anna, bob, carol])
        assert len(syncing.addresses(anna)) == 2


def test_a_wrong_password_makes_no_team(tmp_path: Path, server: Server) -> None:
    with office(tmp_path) as team:
        wrong = server.database().address.replace("@", ":wrong@", 1)
        anna = team.laptop("anna")
        with pytest.raises(SponsorError, match="No team was made"):
            beginning.create(anna, wrong, team.means, password_here=True)
        assert roster.team(anna, team.means).standing is Standing.ALONE
        assert rows(anna, "SELECT 1 FROM setting WHERE key LIKE '%password%'") == []


def test_what_the_administrator_runs_by_hand_makes_a_role_that_reads_and_adds_and_nothing_else(
    tmp_path: Path, server: Server
) -> None:
    server.command("CREATE DATABASE by_hand")
    server.command(servers.script("by_hand"), "by_hand")
    server.command(f"ALTER ROLE by_hand PASSWORD '{TEAM_PASSWORD}'")
    place = Place(HOST, "by_hand", "by_hand", server.port, str(server.authority.file))
    with office(tmp_path) as team:
        anna, typed = team.laptop("anna"), with_password(place.address, TEAM_PASSWORD)
        add_account(anna, "Acme")
        begun = beginning.create(anna, typed, team.means, password_here=True)
        assert isinstance(begun.report.status, Shared)
    options = {"host": HOST, "port": server.port, "user": "by_hand", "dbname": "by_hand"}
    with psycopg.connect(**options, password=TEAM_PASSWORD) as connection:
        for table in TABLES:
            with pytest.raises(InsufficientPrivilege), connection.transaction():
                connection.execute(cast("LiteralString", f"DELETE FROM sponsor.{table}"))
    with pytest.raises(InvalidError, match="no plain name"):
        servers.script("x; DROP TABLE team")


# --- where its password is kept ----------------------------------------------------------------


def test_without_a_key_store_the_choice_is_said_in_words_and_nothing_was_changed(
    tmp_path: Path,
) -> None:
    with office(tmp_path) as team:
        anna = team.laptop("anna")
        with pytest.raises(PasswordPlaceError, match="no place for the server's password") as no:
            beginning.create(anna, "postgresql://anna:secret@db.example/team", team.means)
        assert "Nothing was changed" in no.value.message
        assert "encrypted store" in no.value.next
        assert "--password-here" in no.value.typed
        assert "secret" not in f"{no.value.message}{no.value.next}{no.value.typed}"
        assert roster.team(anna, team.means).standing is Standing.ALONE
        assert rows(anna, "SELECT 1 FROM setting WHERE key LIKE '%password%'") == []


def test_a_password_of_an_earlier_version_serves_on_where_there_is_no_key_store(
    tmp_path: Path,
) -> None:
    with office(tmp_path) as team:
        anna, place = team.laptop("anna"), "postgresql://anna@db.example:5432/team"
        with anna.store.write_local() as connection:
            outgoing.set_setting(connection, passwords.OLD + place, "secret")
        assert passwords.password_of(anna, place) == "secret"
        assert passwords.whereabouts(anna, place) is passwords.Kept.HERE
        passwords.forget(anna, [place])
        with pytest.raises(KeyStoreError, match="no key store") as no:
            passwords.password_of(anna, place)
        assert "--password-here" in no.value.typed


@pytest.mark.parametrize("password", ["plain", "sp ace", "a/b:c@d?e#f%25", "ß☃"])
def test_a_password_given_beside_an_address_is_the_one_that_is_read(password: str) -> None:
    typed = passwords.with_password("postgresql://anna@db.example/team", password)
    found = passwords.keeping(typed)
    assert (found.password, found.address) == (password, "postgresql://anna@db.example:5432/team")
    with pytest.raises(InvalidError, match="Two passwords"):
        passwords.with_password(typed, "another")
    with pytest.raises(InvalidError, match="for a file"):
        passwords.with_password("/share/team.sponsor", password)


AT_A_SERVER = """
from sponsor_app.services import profiles, stores
from sponsor_app.services.profiles import Me, Unlocking, system_clocks
from sponsor_app.services.sharing import beginning, health, passwords, syncing
from sponsor_app.store.sharing import outgoing
from sponsor_app.system.keystore import KeyStore
app = stores.create(profiles.profile_at(FOLDER), Me("Grace"), Unlocking(), system_clocks())
def inside():
    with app.store.read() as connection:
        sql = "SELECT count(*) FROM setting WHERE value LIKE ?"
        return connection.exec_driver_sql(sql, (f"%{PASSWORD}%",)).scalar()
def status():
    [report] = syncing.sync(app)
    return type(report.status).__name__, report.trouble.code if report.trouble else ""
begun = beginning.create(app, TYPED)
place = begun.report.place
print("made", KeyStore().password(place) == PASSWORD, inside(), *status())
print([one.detail for one in health.looked_at(app) if one.name == "server's password"])
KeyStore().forget_password(place)
print("gone", *status())
beginning.meet_at(app, TYPED)
print("again", KeyStore().password(place) == PASSWORD, *status())
KeyStore().forget_password(place)
with app.store.write_local() as connection:
    outgoing.set_setting(connection, passwords.OLD + place, PASSWORD)
print("moved", inside(), *status(), KeyStore().password(place) == PASSWORD, inside())
beginning.forget(app)
print("forgotten", KeyStore().password(place), inside())
app.store.close()
"""


@needs_service
def test_with_a_real_key_store_the_password_is_there_and_nowhere_else(
    tmp_path: Path, server: Server
) -> None:
    given = {"FOLDER": str(tmp_path / "mine"), "TYPED": address(server), "PASSWORD": TEAM_PASSWORD}
    program = "".join(f"{name} = {value!r}\n" for name, value in given.items()) + AT_A_SERVER
    assert in_session(program, tmp_path).splitlines() == [
        "made True 0 Shared ",
        "['in the key store']",
        "gone NotReachable no_password",
        "again True Shared ",
        "moved 1 Shared  True 0",
        "forgotten None 0",
    ]
