"""`calendar connect` with a real server and a real key store, as a person types it."""

from pathlib import Path

from tests.exchange.documents.texts import event
from tests.exchange.servers.radicale import PASSWORD, USER, needs_radicale, radicale
from tests.system.secret_service import in_session, needs_service

RUN = """
import io, sys
from sponsor_app.cli.run import run
profile, address = {profile!r}, {address!r}
def do(*words, typed=""):
    sys.stdin = io.StringIO(typed)
    return run(["--profile", profile, *words])
do("init", "--me", "Grace Moreau", "--unencrypted")
do("account", "add", "Acme")
do("contact", "add", "Acme", "Dana Reed", "--email", "dana@acme.example")
print(do("calendar", "connect", address, "--user", "anna", typed="wrong\\n"))
print(do("calendar", "connect", address, "--user", "anna", typed={password!r} + "\\n"))
print(do("calendar", "refresh", "--as-of", "2026-11-18"))
print(do("calendar", "list", "--as-of", "2026-11-18"))
print(do("calendar", "forget", address + "/anna/work/"))
"""


@needs_radicale
@needs_service
def test_a_calendar_of_a_server_is_connected_read_and_forgotten(tmp_path: Path) -> None:
    with radicale(tmp_path) as server:
        work = server.calendar("Work")
        text = event(
            "DTSTART:20261120T090000Z", "SUMMARY:Board", "ATTENDEE:mailto:dana@acme.example"
        )
        server.put(work, "one", text)
        profile = str(tmp_path / "profile")
        program = RUN.format(profile=profile, address=server.address, password=PASSWORD)
        said = in_session(program, tmp_path).splitlines()
    codes = [line for line in said if line.isdigit()]
    assert codes == ["1", "0", "0", "0", "0"]
    assert f"Connected “Work” of {USER} at {work}." in said
    assert "1 calendar read: 1 meeting added, 0 updated, 0 unchanged" in said
    assert f"“Work” of {USER} at {work}: read on 2026-11-18" in said
    assert PASSWORD not in "\n".join(said)
