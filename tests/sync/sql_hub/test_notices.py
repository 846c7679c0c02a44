"""The server says by itself that somebody wrote; where it cannot, laptops look every quarter or half minute."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Timer

import pytest

from sponsor_app.domain.sync_status import NotReachable
from tests.sync.sql_hub.desks import Team
from tests.sync.sql_hub.lines import Line, line_to
from tests.sync.sql_hub.server import Server, needs_server

pytestmark = needs_server
LONG = 20.0


@pytest.fixture
def line(server: Server) -> Iterator[Line]:
    with line_to(server.folder, server.port) as made:
        yield made


def test_a_laptop_that_waits_hears_at_once_what_another_put(server: Server) -> None:
    with Team(server.database(), "bob") as team, ThreadPoolExecutor(1) as pool:
        anna, bob = team.desks
        team.agree()
        assert bob.hub.poll(bob.memory) is None
        before = time.monotonic()
        waiting = pool.submit(bob.hub.wait, LONG)
        anna.laptop.edit()
        anna.shares()
        waiting.result(LONG)
        assert time.monotonic() - before < LONG / 2
        outcome = bob.hub.poll(bob.memory)
        assert outcome is not None
        assert outcome.learnt == 1


def test_a_laptop_does_not_wake_itself(server: Server) -> None:
    with Team(server.database()) as team:
        anna = team.desks[0]
        anna.laptop.edit()
        anna.shares()
        anna.shares()
        assert anna.hub.poll(anna.memory) is None


def test_an_edit_ends_the_wait_at_once(server: Server) -> None:
    with Team(server.database()) as team:
        anna = team.desks[0]
        anna.shares()
        anna.shares()
        for _ in range(2):  # a second wait must not remember the first call
            edit = Timer(0.1, lambda: (anna.laptop.edit(), anna.hub.wake()))
            edit.start()
            before = time.monotonic()
            anna.hub.wait(LONG)
            assert 0.05 < time.monotonic() - before < LONG / 2
            edit.join()
            assert anna.hub.poll(anna.memory) is not None
            anna.shares()


def test_laptops_look_less_often_once_the_server_has_told_them_something(server: Server) -> None:
    with Team(server.database(), "bob") as team:
        anna, bob = team.desks
        assert 15 <= bob.hub.next_poll() <= 30
        bob.shares()
        anna.laptop.edit()
        anna.shares()
        assert (
            15 <= bob.hub.next_poll() <= 30
        )  # a pooler may have taken our LISTEN and deliver nothing
        bob.hub.wait(LONG)
        assert 240 <= bob.hub.next_poll() <= 360


def test_where_the_server_cannot_tell_laptops_look_more_often(server: Server, line: Line) -> None:
    """As behind a pooler, or on an engine without LISTEN: the word is spoilt on its way."""
    line.change = (b"LISTEN ", b"LISTEM ")
    with Team(server.database(), "bob") as team:
        anna, bob = team.desks
        bob.move(host=str(line.folder))
        bob.shares()
        bob.shares()
        anna.laptop.edit()
        anna.shares()
        assert 15 <= bob.hub.next_poll() <= 30
        bob.hub.wait(0.01)
        assert bob.hub.poll(bob.memory) is None
        bob.pace.late += 30
        outcome = bob.hub.poll(bob.memory)
        assert outcome is not None
        assert outcome.learnt == 1


def test_where_nobody_can_be_told_what_was_put_is_shared_all_the_same(
    server: Server, line: Line
) -> None:
    line.change = (b"pg_notify", b"pg_notifx")
    with Team(server.database()) as team:
        anna = team.desks[0]
        anna.move(host=str(line.folder))
        for _ in range(2):
            anna.laptop.edit()
            anna.shares()


def test_a_connection_that_ends_while_waiting_is_made_again(server: Server) -> None:
    place = server.database()
    with Team(place) as team:
        anna = team.desks[0]
        anna.shares()
        anna.shares()
        end = (
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{place.user}'"
        )
        Timer(0.1, lambda: server.command(end)).start()
        before = time.monotonic()
        anna.hub.wait(LONG)
        assert time.monotonic() - before < LONG / 2
        outcome = anna.hub.poll(anna.memory)
        assert outcome is not None
        assert not isinstance(outcome.status, NotReachable)


def test_the_next_looks_of_a_team_are_spread(server: Server) -> None:
    with Team(server.database()) as team:
        looks = {team.desks[0].hub.next_poll() for _ in range(50)}
        assert len(looks) > 40
