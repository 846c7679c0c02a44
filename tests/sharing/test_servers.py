"""A team that meets at a real PostgreSQL server, alone or beside a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.sync_status import Shared
from sponsor_app.domain.team import Standing
from sponsor_app.services.sharing import beginning, roster, syncing
from tests.sharing.laptops import office
from tests.sync.sql_hub.server import TEAM_PASSWORD, Server, needs_server, running
from tests.sync.stores import add_account, assert_agree, rows

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
        begun = beginning.create(anna, place, team.means)
        assert isinstance(begun.report.status, Shared)
        assert TEAM_PASSWORD not in begun.report.place
        code = team.invite(anna, "bob").code
        with pytest.raises(SponsorError, match="no shared file at"):
            beginning.join(bob, place, "000-000-000-000-000-000-000", team.means)
        beginning.join(bob, place, code, team.means)
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
        report = beginning.meet_at(anna, place, also=True, means=team.means)
        assert isinstance(report.status, Shared)
        carol = team.laptop("carol")
        beginning.join(carol, place, team.invite(anna, "carol").code, team.means)
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
            beginning.create(anna, wrong, team.means)
        assert roster.team(anna, team.means).standing is Standing.ALONE
