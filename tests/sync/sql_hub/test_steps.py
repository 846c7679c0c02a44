"""Sync with a real PostgreSQL, step by step: what is there comes in, what is missing goes out and is read back."""

from pathlib import Path

from sponsor_app.domain.sync_status import Saved, Shared
from sponsor_app.sync.file_hub.disk import Disk
from sponsor_app.sync.file_hub.hub import FileHub
from sponsor_app.sync.file_hub.memory import Memory
from sponsor_app.sync.file_hub.place import Place as FilePlace
from tests.sync.envelope.stage import actor
from tests.sync.sql_hub.desks import Team
from tests.sync.sql_hub.sealed import FileSide, Sealed
from tests.sync.sql_hub.server import Server, needs_server

pytestmark = needs_server


def test_what_one_writes_the_other_reads(server: Server) -> None:
    with Team(server.database(), "bob") as team:
        anna, bob = team.desks
        anna.laptop.edit("the visit was fine")
        first = anna.shares()
        assert first.wrote
        assert bob.shares().learnt == 1
        assert bob.laptop.lines == {"the visit was fine"}


def test_an_edit_is_saved_then_shared_then_acknowledged(server: Server) -> None:
    with Team(server.database()) as team:
        anna = team.desks[0]
        anna.laptop.edit()
        assert isinstance(anna.hub.status(anna.memory), Saved)
        assert isinstance(anna.shares().status, Shared)
        assert anna.memory.acknowledged == 0
        again = anna.shares()
        assert not again.wrote
        assert anna.memory.acknowledged == 1


def test_laptops_that_were_offline_converge_in_two_rounds(server: Server) -> None:
    with Team(server.database(), "bob", "carl", "dora") as team:
        for number in range(5):
            for desk in team.desks:
                desk.laptop.edit()
            team.desks[number % 4].shares()
        team.agree()
        assert len(team.desks[0].laptop.lines) == 20


def test_a_second_sync_fetches_only_what_is_new(server: Server) -> None:
    with Team(server.database(), "bob") as team:
        anna, bob = team.desks
        for _ in range(30):
            anna.laptop.edit()
            anna.shares()
        bob.shares()
        heard: list[int] = []
        anna.laptop.edit()
        anna.shares()
        bob.memory = bob.hub.sync(bob.memory, lambda done, total: heard.append(total)).memory
        assert len(heard) == 1
        assert heard[0] < 1000


def test_a_database_put_back_to_last_week_gets_everything_again(server: Server) -> None:
    place = server.database()
    with Team(place, "bob") as team:
        anna, bob = team.desks
        for _ in range(4):
            anna.laptop.edit()
            anna.shares()
        bob.shares()
        server.command("DELETE FROM sponsor.frame WHERE seq > 1", place.database)
        outcome = bob.shares()
        assert outcome.wrote
        assert any("put back" in one for one in outcome.said)
        newcomer = team.seat(Sealed("anna", anna.laptop.team, actor("anna")))
        newcomer.shares()
        assert newcomer.laptop.lines == anna.laptop.lines


def test_rows_lost_in_the_middle_are_put_back_within_the_hour(server: Server) -> None:
    place = server.database()
    with Team(place) as team:
        anna = team.desks[0]
        for _ in range(4):
            anna.laptop.edit()
            anna.shares()
        server.command("DELETE FROM sponsor.frame WHERE seq = 2", place.database)
        assert not anna.shares().wrote
        anna.restart()  # or an hour later
        assert anna.shares().wrote


def test_an_emptied_database_deletes_nothing_and_is_filled_again(server: Server) -> None:
    place = server.database()
    with Team(place, "bob") as team:
        anna, bob = team.desks
        anna.laptop.edit()
        team.agree()
        for table in ("team", "epoch", "base", "frame"):
            server.command(f"DELETE FROM sponsor.{table}", place.database)
        outcome = bob.shares()
        assert any("put back" in one for one in outcome.said)
        assert outcome.wrote
        assert len(anna.laptop.lines) == 1
        team.agree()


def test_both_sides_of_a_fork_reach_everybody_and_it_is_said(server: Server) -> None:
    with Team(server.database(), "bob") as team:
        anna, bob = team.desks
        anna.laptop.edit("before")
        team.agree()
        clone = team.seat(
            Sealed("clone", anna.laptop.team, anna.laptop.keys, set(anna.laptop.lines))
        )
        for name in ("records", "places", "reached"):
            setattr(clone.laptop, name, dict(getattr(anna.laptop, name)))
        anna.laptop.edit("here")
        clone.laptop.edit("there")
        clone.laptop.compose(())  # sealed before it could see what the other one wrote
        anna.shares()
        outcome = clone.shares()
        assert any("cloned" in one for one in outcome.said)
        bob.shares()
        assert bob.laptop.lines == {"before", "here", "there"}
        bob.restart()
        anna.restart()
        team.agree()


def test_a_newcomer_begins_with_the_base_and_not_with_the_frames_below_it(server: Server) -> None:
    place = server.database()
    with Team(place, "bob", "carl") as team:
        anna, bob, carl = team.desks
        for _ in range(6):
            anna.laptop.edit()
            anna.shares()
        bob.laptop.edit()
        bob.shares()
        bob.laptop.make_base()
        bob.shares()
        anna.laptop.edit()
        anna.shares()
        carl.shares()
        assert carl.laptop.lines == anna.laptop.lines | bob.laptop.lines
        assert len(carl.laptop.records) == 1


def test_a_base_that_a_gateway_brings_again_is_there_once(server: Server) -> None:
    place = server.database()
    with Team(place, "bob", "carl") as team:
        anna, bob, carl = team.desks
        anna.laptop.edit()
        team.agree()
        bob.laptop.make_base()
        carl.laptop.base, carl.laptop.bases = bob.laptop.base, set(bob.laptop.bases)
        bob.shares()
        assert not carl.shares().wrote
        with server.owner(place.database) as owner:
            assert owner.execute("SELECT count(*) FROM sponsor.base").fetchone() == (2,)


def test_frames_that_the_administrator_cleared_away_come_from_the_base(server: Server) -> None:
    place = server.database()
    with Team(place, "bob", "carl") as team:
        anna, bob, carl = team.desks
        anna.laptop.edit()
        team.agree()
        for _ in range(5):
            anna.laptop.edit()
            anna.shares()
        bob.shares()
        bob.laptop.make_base()
        bob.shares()
        server.command("DELETE FROM sponsor.frame WHERE seq < 6", place.database)
        anna.laptop.records.clear()
        anna.laptop.edit()
        anna.shares()
        carl.restart()
        carl.shares()
        assert carl.laptop.lines == anna.laptop.lines


def test_a_laptop_that_was_removed_reads_and_adds_nothing_more(server: Server) -> None:
    with Team(server.database(), "bob") as team:
        anna, bob = team.desks
        bob.laptop.edit()
        team.agree()
        stage = team.stage
        stage.heads = dict(anna.laptop.reached)
        anna.laptop.hand_in(stage.remove("bob"))
        anna.laptop.edit("behind closed doors")
        anna.shares()
        bob.laptop.drafts.clear()
        outcome = bob.sync()
        assert "behind closed doors" not in bob.laptop.lines
        assert any("removed" in one or "out of the team" in one for one in outcome.said), outcome


def test_a_gateway_brings_file_and_server_together(server: Server, tmp_path: Path) -> None:
    """Row 13 of the torture: same digest on all."""
    with Team(server.database(), "bob", "carl") as team:
        anna, bob, carl = team.desks  # Carl sees the file only, Anna the server only
        share = tmp_path / "share"
        share.mkdir()

        def at_the_file(laptop: Sealed) -> FileHub:
            place = FilePlace(share / "Team.sponsor", tmp_path / laptop.name, laptop.name)
            return FileHub(place, FileSide(laptop), Disk(), bob.pace)

        gateway, outpost = at_the_file(bob.laptop), at_the_file(carl.laptop)
        for desk in team.desks:
            desk.laptop.edit()
        for _ in range(2):
            anna.shares()
            bob.shares()
            outpost.sync(Memory())
            gateway.sync(Memory())
        bob.shares()
        anna.shares()
        outpost.sync(Memory())
        assert len({desk.laptop.digest() for desk in team.desks}) == 1
        assert len(anna.laptop.lines) == 3


def test_nothing_that_a_person_wrote_is_readable_in_the_database(server: Server) -> None:
    place = server.database()
    with Team(place) as team:
        anna = team.desks[0]
        anna.laptop.edit("Ptolemaios visits Zanzibar")
        anna.shares()
    with server.owner(place.database) as owner:
        rows = owner.execute("SELECT payload FROM sponsor.frame").fetchall()
        rows += owner.execute("SELECT payload FROM sponsor.epoch").fetchall()
    assert rows
    assert not any(word in bytes(row[0]) for row in rows for word in (b"Ptolemaios", b"anna"))
