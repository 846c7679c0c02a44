"""Servers as they are in life: each trouble has its name, says what is safe and what to do, and heals by itself."""

import os
import signal
import time
from collections.abc import Iterator
from datetime import timedelta
from threading import Timer

import pytest

from sponsor_app.domain.errors import KeyStoreError
from sponsor_app.domain.sync_status import Handed, Saved
from sponsor_app.sync.file_hub.pace import RealPace, StoppedError
from tests.sync.sql_hub.desks import Desk, Team, wall
from tests.sync.sql_hub.lines import Line, line_to
from tests.sync.sql_hub.server import Server, needs_server, running

pytestmark = needs_server


@pytest.fixture(scope="module")
def own_server() -> Iterator[Server]:
    """A server that is restarted and gets other certificates, so that nobody else waits for it."""
    with running() as started:
        yield started


@pytest.fixture
def line(server: Server) -> Iterator[Line]:
    with line_to(server.folder, server.port) as made:
        yield made


def refuses_to_add(server: Server, desk: Desk, state: str) -> None:
    """From now on the server answers every addition with an error of this state."""
    server.command(
        "CREATE FUNCTION sponsor.no() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '{state}'; END$$",
        desk.place.database,
    )
    server.command(
        "CREATE TRIGGER no BEFORE INSERT ON sponsor.frame EXECUTE FUNCTION sponsor.no()",
        desk.place.database,
    )


def accepts_again(server: Server, desk: Desk) -> None:
    server.command("DROP TRIGGER no ON sponsor.frame", desk.place.database)
    desk.shares()


# --- who the server is -----------------------------------------------------------------------


def test_a_certificate_by_a_stranger_is_not_trusted_and_no_password_is_sent(
    own_server: Server,
) -> None:
    with Team(own_server.database()) as team:
        anna = team.desks[0]
        own_server.certify(own_server.strangers)
        assert anna.unreachable().code == "not_trusted"
        own_server.certify(own_server.authority)
        anna.shares()


def test_a_certificate_for_another_host_is_refused(own_server: Server) -> None:
    with Team(own_server.database()) as team:
        own_server.certify(own_server.authority, "db.example")
        trouble = team.desks[0].unreachable()
        own_server.certify(own_server.authority)
        assert trouble.code == "other_name"
        assert "address" in trouble.next


@pytest.mark.parametrize(("since", "until"), [(-9, -2), (2, 9)])
def test_a_certificate_of_another_time_points_at_the_clock(
    own_server: Server, since: int, until: int
) -> None:
    with Team(own_server.database()) as team:
        own_server.certify(own_server.authority, since=since, until=until)
        trouble = team.desks[0].unreachable()
        own_server.certify(own_server.authority)
        assert trouble.code == "certificate_time"
        assert "date of this laptop" in trouble.next


def test_without_a_given_authority_the_systems_certificates_decide(server: Server) -> None:
    with Team(server.database()) as team:
        team.desks[0].move(authority="")
        assert team.desks[0].unreachable().code == "not_trusted"


def test_a_server_without_encryption_is_told_nothing(own_server: Server) -> None:
    with Team(own_server.database()) as team:
        own_server.command("ALTER SYSTEM SET ssl = off")
        own_server.reload()
        trouble = team.desks[0].unreachable()
        own_server.command("ALTER SYSTEM RESET ssl")
        own_server.reload()
        assert trouble.code == "no_encryption"


def test_a_server_that_asks_for_the_bare_password_does_not_get_it(own_server: Server) -> None:
    place = own_server.database()
    admits = own_server.data / "pg_hba.conf"
    before = admits.read_text("utf-8")
    with Team(place) as team:
        admits.write_text(before.replace("hostssl all all 127.0.0.1/32 scram-sha-256",
                                         "hostssl all all 127.0.0.1/32 password"), "utf-8")  # fmt: skip
        own_server.reload()
        trouble = team.desks[0].unreachable()
        admits.write_text(before, "utf-8")
        own_server.reload()
        assert trouble.code == "not_trusted"


# --- who I am --------------------------------------------------------------------------------


def test_a_wrong_password_is_said_and_a_new_one_goes_on(server: Server) -> None:
    with Team(server.database()) as team:
        anna = team.desks[0]
        right, anna.password = anna.password, lambda: "wrong"
        trouble = anna.unreachable()
        assert trouble.code == "wrong_password"
        assert "wrong" not in trouble.message.replace("wrong_", "")
        anna.password = right
        anna.shares()


def test_no_password_and_a_locked_key_store_are_said(server: Server) -> None:
    def locked() -> str | None:
        msg = "The key store is locked."
        raise KeyStoreError(msg, "Unlock it.")

    with Team(server.database()) as team:
        anna = team.desks[0]
        anna.password = lambda: None
        assert anna.unreachable().code == "no_password"
        anna.password = locked
        trouble = anna.unreachable()
        assert trouble.code == "key_store"
        assert trouble.next == "Unlock it."


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("ALTER ROLE {0} NOLOGIN", "not_admitted"),
        ("REVOKE CONNECT ON DATABASE {0} FROM public", "not_admitted"),
        ("ALTER ROLE {0} CONNECTION LIMIT 0", "too_many"),
        ("ALTER DATABASE {0} RENAME TO {0}_away", "no_database"),
    ],
)
def test_whoever_is_not_let_in_is_told_why(server: Server, statement: str, code: str) -> None:
    place = server.database()
    with Team(place) as team:
        server.command(statement.format(place.database))
        trouble = team.desks[0].unreachable()
        assert trouble.code == code
        assert trouble.next


def test_a_database_that_was_not_prepared_names_the_script(server: Server) -> None:
    with Team(server.database(prepared=False)) as team:
        trouble = team.desks[0].unreachable()
        assert trouble.code == "no_tables"
        assert "script" in trouble.next


def test_a_role_that_may_not_read_is_told_so(server: Server) -> None:
    place = server.database()
    with Team(place) as team:
        server.command(f"REVOKE SELECT ON sponsor.frame FROM {place.user}", place.database)
        assert team.desks[0].unreachable().code == "may_not_read"


def test_the_role_of_the_team_can_neither_change_nor_remove_anything(server: Server) -> None:
    import psycopg

    place = server.database()
    with Team(place) as team:
        team.desks[0].laptop.edit()
        team.desks[0].shares()
        for statement in (
            "DELETE FROM sponsor.frame",
            "UPDATE sponsor.frame SET payload = ''",
            "TRUNCATE sponsor.frame",
            "DROP TABLE sponsor.frame",
            "UPDATE sponsor.layout SET number = 9",
            "INSERT INTO sponsor.layout VALUES (9)",
            "CREATE TABLE sponsor.more ()",
        ):
            with (
                psycopg.connect(
                    host=place.host, port=place.port, dbname=place.database, user=place.user,
                    password=team.desks[0].password(),
                ) as connection,
                pytest.raises(psycopg.errors.InsufficientPrivilege),
            ):  # fmt: skip
                connection.execute(statement)  # type: ignore[arg-type]


# --- whose database --------------------------------------------------------------------------


def test_another_teams_database_is_neither_read_nor_written(server: Server) -> None:
    place = server.database()
    with Team(place) as first, Team(place, word="others") as second:
        first.desks[0].laptop.edit()
        first.desks[0].shares()
        other = second.desks[0]
        other.laptop.edit("something else")
        assert other.unreachable().code == "other_team"
        other.move(beside_others=True)
        other.shares()
        first.desks[0].shares()
        assert first.desks[0].laptop.lines == {"anna-1"}
        assert other.laptop.lines == {"something else"}


def test_tables_of_a_later_version_are_left_alone(server: Server) -> None:
    place = server.database()
    with Team(place) as team:
        server.command("INSERT INTO sponsor.layout VALUES (2)", place.database)
        trouble = team.desks[0].unreachable()
        assert trouble.code == "newer_layout"
        assert "Update" in trouble.next


def test_a_team_that_uses_a_later_version_is_read_and_not_written(server: Server) -> None:
    place = server.database()
    with Team(place, "bob") as team:
        anna, bob = team.desks
        anna.laptop.edit()
        anna.shares()
        server.command(
            "INSERT INTO sponsor.team SELECT file_id, 2 FROM sponsor.team", place.database
        )
        bob.laptop.edit()
        trouble = bob.hindered()
        assert trouble.code == "not_writable"
        assert "newer version" in trouble.message
        assert "anna-1" in bob.laptop.lines


# --- what it can take ------------------------------------------------------------------------


def test_a_server_that_only_reads_lets_edits_in_and_none_out(server: Server) -> None:
    place = server.database()
    with Team(place, "bob") as team:
        anna, bob = team.desks
        anna.laptop.edit()
        anna.shares()
        server.command(f"ALTER ROLE {place.user} SET default_transaction_read_only = on")
        bob.laptop.edit()
        assert bob.hindered().code == "read_only"
        assert isinstance(bob.hub.status(bob.memory), Saved)
        assert "anna-1" in bob.laptop.lines
        server.command(f"ALTER ROLE {place.user} RESET default_transaction_read_only")
        bob.restart()
        bob.shares()


@pytest.mark.parametrize(
    ("state", "code"), [("53100", "full"), ("42501", "may_not_write"), ("XX000", "refused")]
)
def test_a_server_that_takes_nothing_is_asked_again_later(
    server: Server, state: str, code: str
) -> None:
    with Team(server.database(), "bob") as team:
        anna, bob = team.desks
        anna.shares()
        refuses_to_add(server, bob, state)
        bob.laptop.edit()
        assert bob.hindered().code == code
        assert isinstance(bob.hub.status(bob.memory), Saved)
        accepts_again(server, bob)
        anna.shares()
        assert "bob-1" in anna.laptop.lines


def test_a_conflict_of_transactions_is_tried_again_and_then_said(server: Server) -> None:
    with Team(server.database()) as team:
        anna = team.desks[0]
        anna.shares()
        refuses_to_add(server, anna, "40001")
        anna.laptop.edit()
        assert anna.hindered().code == "busy"
        accepts_again(server, anna)


def test_a_server_that_keeps_something_else_is_not_called_shared(server: Server) -> None:
    place = server.database()
    with Team(place) as team:
        anna = team.desks[0]
        anna.shares()
        server.command(
            "CREATE FUNCTION sponsor.other() RETURNS trigger LANGUAGE plpgsql AS"
            " $$BEGIN NEW.payload := 'x'; NEW.chain := sha256('x'); RETURN NEW; END$$",
            place.database,
        )
        server.command(
            "CREATE TRIGGER other BEFORE INSERT ON sponsor.frame FOR EACH ROW"
            " EXECUTE FUNCTION sponsor.other()",
            place.database,
        )
        anna.laptop.edit()
        assert anna.hindered().code == "not_kept"
        status = anna.hub.status(anna.memory)
        assert isinstance(status, Handed)
        assert "server" in status.said(anna.clock.now())


# --- whether it answers ----------------------------------------------------------------------


def test_a_server_that_restarts_is_waited_for(own_server: Server) -> None:
    with Team(own_server.database()) as team:
        anna = team.desks[0]
        anna.hub.close()
        anna.seat(RealPace(wall))
        anna.shares()
        own_server.stop()
        starting = Timer(0.5, own_server.start)
        starting.start()
        anna.laptop.edit()
        anna.shares()
        starting.join()


def test_a_server_that_is_down_is_not_reached_since_then(own_server: Server) -> None:
    with Team(own_server.database()) as team:
        anna = team.desks[0]
        anna.shares()
        own_server.stop("immediate")
        anna.laptop.edit()
        assert anna.unreachable().code == "not_reached"
        since = anna.memory.unreachable_since
        anna.unreachable()
        assert anna.memory.unreachable_since == since
        own_server.start()
        anna.shares()


def test_a_name_that_nobody_knows_is_not_reached(server: Server) -> None:
    with Team(server.database()) as team:
        team.desks[0].move(host="no-such-host.invalid")
        assert team.desks[0].unreachable().code == "not_reached"


def test_a_server_that_hangs_is_left_and_found_again(server: Server, line: Line) -> None:
    with Team(server.database(), "bob") as team:
        anna = team.desks[0]
        anna.move(host=str(line.folder))
        anna.shares()
        line.hanging.set()
        stopping = Timer(0.5, anna.pace.stop)
        stopping.start()
        anna.laptop.edit()
        with pytest.raises(StoppedError):
            anna.hub.sync(anna.memory)
        stopping.join()
        anna.pace.stopping.clear()
        line.hanging.clear()
        anna.shares()


def test_a_server_process_that_stands_still_is_given_up_after_its_time(own_server: Server) -> None:
    with Team(own_server.database()) as team, own_server.owner() as owner:
        anna = team.desks[0]
        anna.hub.close()
        anna.seat(anna.pace, patience=1)
        anna.shares()
        [backend] = owner.execute(
            "SELECT pid FROM pg_stat_activity WHERE usename = %s", (anna.place.user,)
        ).fetchone() or (0,)
        os.kill(backend, signal.SIGSTOP)
        anna.laptop.edit()
        before = time.monotonic()
        try:
            trouble = anna.unreachable()
        finally:
            os.kill(backend, signal.SIGCONT)
        assert trouble.code == "hangs"
        assert 1 <= time.monotonic() - before < 5
        anna.shares()


def test_a_program_that_is_too_old_is_named(server: Server, line: Line) -> None:
    with Team(server.database()) as team, server.owner() as owner:
        anna = team.desks[0]
        version = owner.info.parameter_status("server_version") or ""
        short = version.split()[0].encode()
        line.change = (b"server_version\0" + short, b"server_version\0" + b"9.6.24"[: len(short)])
        anna.move(host=str(line.folder))
        assert anna.unreachable().code == "too_old"


def test_a_line_cut_after_any_number_of_bytes_loses_and_doubles_nothing(
    server: Server, line: Line
) -> None:
    place = server.database()
    with Team(place, "bob") as team:
        anna, bob = team.desks
        anna.move(host=str(line.folder))
        anna.shares()
        before = line.carried
        anna.laptop.edit()
        anna.shares()
        whole = line.carried - before
        for room in range(0, whole, max(1, whole // 40)):
            anna.laptop.edit()
            line.carried, line.room = 0, room
            anna.shares()
        bob.shares()
        print(f"{line.cuts} cuts, {line.connections} connections")
        assert line.cuts >= 30
        assert bob.laptop.lines == anna.laptop.lines


@pytest.mark.parametrize("days", [-400, 400])
def test_a_wrong_clock_is_said_and_hinders_nothing(server: Server, days: int) -> None:
    place = server.database()
    with Team(place) as team:
        anna = team.desks[0]
        anna.clock.wrong_by = timedelta(days=days)
        anna.laptop.edit()
        outcome = anna.shares()
        assert any("clock is 4" in one or "clock is 3" in one for one in outcome.said)
        assert not any("clock" in one for one in anna.shares().said)
