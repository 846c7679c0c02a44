"""Rows by somebody who has the database's password and is not of the team: refused, named, and no hindrance."""

import os
from hashlib import sha256
from typing import Any

import psycopg
import pytest

from sponsor_app.sync.envelope.limits import LARGEST_SEQUENCE
from sponsor_app.sync.sql_hub.place import Place
from tests.sync.envelope.stage import actor
from tests.sync.sql_hub.desks import Desk, Team
from tests.sync.sql_hub.server import TEAM_PASSWORD, Server, needs_server

pytestmark = needs_server
FRAME = (
    "INSERT INTO sponsor.frame (file_id, writer, seq, chain, payload) VALUES (%s, %s, %s, %s, %s)"
)


def as_the_role(place: Place) -> psycopg.Connection[Any]:
    return psycopg.connect(
        host=place.host, port=place.port, dbname=place.database, user=place.user,
        password=TEAM_PASSWORD, autocommit=True,
    )  # fmt: skip


def squat(desk: Desk, sequences: list[int], payload: bytes = b"", size: int = 700) -> None:
    """Take places of Anna's chain with rubbish before she does."""
    with as_the_role(desk.place) as intruder:
        for sequence in sequences:
            content = payload or os.urandom(size)
            name = sha256(content).digest()
            row = (desk.laptop.file_id(), actor("anna").id, sequence, name, content)
            intruder.execute(FRAME, row)


def test_nobody_can_take_the_place_of_what_a_laptop_has_yet_to_put(server: Server) -> None:
    with Team(server.database(), "bob") as team:
        anna, bob = team.desks
        anna.shares()
        squat(anna, [1, 2, 3, 7, LARGEST_SEQUENCE])
        for _ in range(3):
            anna.laptop.edit()
            anna.shares()
        bob.shares()
        assert bob.laptop.lines == anna.laptop.lines


def test_rubbish_is_fetched_once_and_not_at_every_look(server: Server) -> None:
    with Team(server.database()) as team:
        anna = team.desks[0]
        anna.shares()
        squat(anna, [1, 2, 3])
        fetched: list[int] = []
        for _ in range(3):
            anna.memory = anna.hub.sync(anna.memory, lambda done, _: fetched.append(done)).memory
        assert len(fetched) == 1


def test_nothing_can_be_put_under_the_name_of_something_else(server: Server) -> None:
    with Team(server.database()) as team, as_the_role(team.place) as intruder:
        anna = team.desks[0]
        row = (anna.laptop.file_id(), anna.laptop.keys.id, 1, bytes(32), b"not it")
        with pytest.raises(psycopg.errors.CheckViolation):
            intruder.execute(FRAME, row)


def test_where_the_engine_cannot_see_that_laptops_do(server: Server) -> None:
    place = server.database()
    with Team(place, "bob") as team:
        anna, bob = team.desks
        anna.laptop.edit()
        anna.shares()
        free = "ALTER TABLE sponsor.frame DROP CONSTRAINT frame_is_what_it_says"
        server.command(free, place.database)
        server.command("UPDATE sponsor.frame SET payload = 'not it'", place.database)
        assert bob.shares().learnt == 0


def test_a_row_that_is_moved_to_another_team_or_writer_does_not_count(server: Server) -> None:
    place = server.database()
    with Team(place, "bob") as team, Team(place, word="others") as others:
        anna, bob = team.desks
        anna.laptop.edit()
        anna.shares()
        with server.owner(place.database) as owner:
            row = owner.execute("SELECT chain, payload FROM sponsor.frame").fetchone()
            assert row is not None
            owner.execute(FRAME, (anna.laptop.file_id(), bob.laptop.keys.id, 1, *row))
            owner.execute(FRAME, (others.desks[0].laptop.file_id(), actor("anna").id, 1, *row))
        bob.shares()
        assert bob.laptop.lines == {"anna-1"}
        stranger = others.desks[0]
        stranger.move(beside_others=True)
        stranger.shares()
        assert stranger.laptop.lines == set()


def test_rows_that_are_no_records_harm_nobody(server: Server) -> None:
    with Team(server.database(), "bob") as team:
        anna, bob = team.desks
        anna.laptop.edit()
        anna.shares()
        with as_the_role(anna.place) as intruder:
            of = anna.laptop.file_id()
            for number, content in enumerate((b"", b"\0" * 4_000_000, os.urandom(5000))):
                name = sha256(content).digest()
                intruder.execute(
                    "INSERT INTO sponsor.epoch (file_id, number, hash, payload) VALUES (%s, %s, %s, %s)",
                    (of, number, name, content),
                )
                intruder.execute(
                    "INSERT INTO sponsor.base (file_id, age, hash, part, payload) VALUES (%s, %s, %s, 0, %s)",
                    (of, 1 << 60, name, content),
                )
        bob.shares()
        assert bob.laptop.lines == {"anna-1"}


def test_a_flood_of_rows_in_one_place_is_walked_past(server: Server) -> None:
    with Team(server.database(), "bob") as team:
        anna, bob = team.desks
        anna.laptop.edit()
        anna.shares()
        with as_the_role(anna.place) as intruder, intruder.cursor() as cursor:
            contents = [bytes([n % 256, n // 256]) for n in range(2500)]
            cursor.executemany(
                FRAME,
                [(anna.laptop.file_id(), actor("anna").id, 1, sha256(c).digest(), c) for c in contents],
            )  # fmt: skip
        anna.laptop.edit()
        anna.shares()
        bob.shares()
        assert bob.laptop.lines == {"anna-1", "anna-2"}


def test_the_tables_take_no_row_that_is_larger_than_any_record(server: Server) -> None:
    with Team(server.database()) as team:
        anna = team.desks[0]
        with pytest.raises(psycopg.errors.CheckViolation):
            squat(anna, [1], size=4_200_000)
