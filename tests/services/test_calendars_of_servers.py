"""Calendars of a real server: connected with a password in the key store, read when they change, never written to."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from sponsor_app.domain.errors import FileProblemError, InvalidError, NotFoundError, RefusedError
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.interaction import State
from sponsor_app.exchange.servers.addresses import read_address
from sponsor_app.services import Services, calendars, contacts, history
from sponsor_app.services.calendars import Login
from sponsor_app.system.keystore import KeyStore
from tests.exchange.servers.radicale import (
    PASSWORD,
    USER,
    Radicale,
    needs_radicale,
    radicale,
)
from tests.services.test_imported_meetings import everything, meeting
from tests.sync.sql_hub.certificates import authority

pytestmark = needs_radicale


class OpenKeyStore(KeyStore):
    """Keeps passwords as long as it lives; the real one is tested where there is a Secret Service."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[str, str] = {}

    def password(self, server: str) -> str | None:
        return self.kept.get(server)

    def keep_password(self, server: str, password: str) -> None:
        self.kept[server] = password

    def forget_password(self, server: str) -> None:
        self.kept.pop(server, None)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    with radicale(tmp_path_factory.mktemp("radicale")) as found:
        yield found


@pytest.fixture
def keys() -> OpenKeyStore:
    return OpenKeyStore()


@pytest.fixture
def work(server: Radicale, app: Services, acme: AccountId) -> Iterator[str]:
    """The address of a calendar with one meeting ahead, with somebody of an account."""
    contacts.add(app, acme, name="Dana Reed", emails=["dana@acme.example"])
    address = server.calendar("Work")
    server.put(address, "one", meeting("20261120"))
    yield address
    server.delete(address)


def login(server: Radicale, password: str = PASSWORD) -> Login:
    return Login(server.address, USER, password)


def test_the_meetings_of_a_server_come_in_and_change_and_are_called_off(
    app: Services, server: Radicale, work: str, keys: OpenKeyStore
) -> None:
    (found,) = calendars.connect(app, login(server), key_store=keys)
    assert (found.path, found.user, found.name) == (work, USER, "Work")
    assert calendars.refresh(app, key_store=keys).created == 1
    steps = len(history.steps(app))
    again = calendars.refresh(app, key_store=keys)
    assert (again.files, again.import_id, again.problems) == (0, None, ())
    server.put(work, "one", meeting("20261127"))
    assert calendars.refresh(app, key_store=keys).updated == 1
    assert everything(app)[0].on.day == 27
    server.delete(f"{work}one.ics")
    calendars.refresh(app, key_store=keys)
    assert everything(app)[0].state is State.CANCELLED
    assert len(history.steps(app)) == steps + 2


def test_the_password_is_in_the_key_store_alone_and_leaves_it_with_the_last_calendar(
    app: Services, server: Radicale, work: str, keys: OpenKeyStore, tmp_path: Path
) -> None:
    calendars.connect(app, login(server), key_store=keys)
    assert list(keys.kept.values()) == [PASSWORD]
    assert PASSWORD not in repr(login(server))
    raw = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(PASSWORD.encode() in one for one in raw)
    known, kept = calendars.watched(app), dict(keys.kept)
    gone = calendars.forget(app, work, keys)
    assert keys.kept == {}
    assert calendars.watched(app) == ()
    assert PASSWORD not in repr(gone)
    calendars.watch_again(app, gone, keys)
    assert (calendars.watched(app), keys.kept) == (known, kept)


def test_of_several_calendars_one_is_named_and_lists_of_tasks_are_none(
    app: Services, server: Radicale, work: str, keys: OpenKeyStore
) -> None:
    other, tasks = server.calendar("Board"), server.calendar("Tasks", kind="VTODO")
    try:
        assert {one.name for one in calendars.offered(login(server))} == {"Board", "Work"}
        with pytest.raises(InvalidError, match="“Board”"):
            calendars.connect(app, login(server), key_store=keys)
        with pytest.raises(NotFoundError, match="no calendar “Golf”"):
            calendars.connect(app, login(server), ["Golf"], key_store=keys)
        assert keys.kept == {}
        (found,) = calendars.connect(app, login(server), ["board"], key_store=keys)
        assert found.path == other
        (own,) = calendars.offered(Login(work, USER, PASSWORD))
        assert own.name == "Work"
    finally:
        server.delete(other)
        server.delete(tasks)


def test_what_goes_wrong_is_said_and_nothing_is_changed(
    app: Services, server: Radicale, work: str, keys: OpenKeyStore
) -> None:
    calendars.connect(app, login(server), key_store=keys)
    calendars.refresh(app, key_store=keys)
    with pytest.raises(FileProblemError, match="does not accept this name with this password"):
        calendars.offered(login(server, "no"))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        gone = silent.getsockname()[1]
    with pytest.raises(FileProblemError, match="cannot be reached"):
        calendars.offered(Login(f"http://127.0.0.1:{gone}", USER, PASSWORD))
    with pytest.raises(InvalidError, match="name and a password"):
        calendars.offered(login(server, ""))
    name, kept = next(iter(keys.kept.items()))
    keys.kept[name] = "changed since"
    ((told, why),) = calendars.refresh(app, every=True, key_store=keys).problems
    assert told == work
    assert "does not accept" in why
    keys.kept.clear()
    assert "has no password" in calendars.refresh(app, key_store=keys).problems[0][1]
    keys.kept[name] = kept
    server.delete(work)
    assert "no longer on" in calendars.refresh(app, key_store=keys).problems[0][1]
    assert [one.state for one in everything(app)] == [State.PLANNED]
    server.calendar("Work")


def test_a_server_that_nobody_vouches_for_is_not_told_the_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signer = authority(tmp_path, "nobody")
    signer.issue(tmp_path, "127.0.0.1")
    with radicale(tmp_path, certificates=tmp_path) as server:
        server_login = login(server)
        with pytest.raises(FileProblemError, match="certificate is not trusted"):
            calendars.offered(server_login)
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(signer.file))
        with pytest.raises(FileProblemError, match="no calendar with meetings"):
            calendars.offered(server_login)


class Elsewhere(BaseHTTPRequestHandler):
    """Sends on to an address of plain http, or answers with a page."""

    def do_PROPFIND(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == "/":
            self.send_response(302)
            self.send_header("Location", "http://192.0.2.1/calendars/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "6")
        self.end_headers()
        self.wfile.write(b"<html>")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name for it
        return


@pytest.mark.parametrize(
    ("path", "told"), [("/", "without protection"), ("/page", "not as a calendar server")]
)
def test_a_server_that_sends_on_to_plain_http_or_is_none_is_refused(path: str, told: str) -> None:
    with HTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with pytest.raises(FileProblemError, match=told):
            calendars.offered(Login(f"http://127.0.0.1:{server.server_port}{path}", USER, "x"))
        server.shutdown()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cal.example.com", "https://cal.example.com/"),
        (" https://cal.example.com/dav/a b ", None),
        ("https://cal.example.com/dav#x", "https://cal.example.com/dav"),
        ("http://cal.example.com/", None),
        ("http://localhost:5232", "http://localhost:5232/"),
        ("https://anna:secret@cal.example.com", None),
        ("ftp://cal.example.com", None),
        ("https://", None),
        ("https://[::1", None),
    ],
)
def test_an_address_is_one_that_keeps_a_password_safe(typed: str, meant: str | None) -> None:
    if meant is None:
        with pytest.raises(InvalidError) as refused:
            read_address(typed)
        assert "secret" not in refused.value.message
    else:
        assert read_address(typed) == meant


def test_without_the_optional_part_it_is_said_what_to_install(
    app: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "sponsor_app.exchange.servers.calendars", None)
    with pytest.raises(RefusedError) as refused:
        calendars.offered(Login("https://cal.example.com", USER, "x"))
    assert "sponsor-app[calendar]" in refused.value.typed
