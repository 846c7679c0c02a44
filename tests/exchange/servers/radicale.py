"""A real calendar server in a folder of its own, with real passwords and real TLS, started and ended by the tests."""

import socket
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

USER, PASSWORD = "anna", "what anna was told ß"
HOME = f"/{USER}/"
_MAKE = """<?xml version="1.0"?><c:mkcalendar xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><set><prop>
<displayname>{name}</displayname><c:supported-calendar-component-set><c:comp name="{kind}"/>
</c:supported-calendar-component-set></prop></set></c:mkcalendar>"""

needs_radicale = pytest.mark.skipif(
    find_spec("radicale") is None or find_spec("caldav") is None,
    reason="Radicale or caldav is not installed: no real calendar server to ask",
)


@dataclass(frozen=True)
class Radicale:
    """A server that runs; `address` has no path."""

    address: str
    folder: Path

    def calendar(self, name: str, *, kind: str = "VEVENT") -> str:
        """Make a calendar; its address."""
        body = _MAKE.format(name=name, kind=kind)
        return self._ask("MKCALENDAR", f"{HOME}{name.lower()}/", body, "text/xml")

    def put(self, calendar: str, name: str, text: str) -> str:
        """Put an entry into a calendar; its address."""
        path = f"{calendar.removeprefix(self.address)}{name}.ics"
        return self._ask("PUT", path, text, "text/calendar; charset=utf-8")

    def delete(self, address: str) -> None:
        """Remove a calendar or an entry."""
        self._ask("DELETE", address.removeprefix(self.address))

    def _ask(self, verb: str, path: str, body: str = "", kind: str = "text/plain") -> str:
        from base64 import b64encode

        proof = b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        headers: Mapping[str, str] = {"Authorization": f"Basic {proof}", "Content-Type": kind}
        request = Request(self.address + path, body.encode(), dict(headers), method=verb)
        with urlopen(request, timeout=20):
            return self.address + path


@contextmanager
def radicale(folder: Path, *, certificates: Path | None = None) -> Generator[Radicale]:
    """Start a server, wait until it listens, end it."""
    (folder / "users").write_text(f"{USER}:{PASSWORD}\n", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "radicale", "--config", "", f"--server-hosts=127.0.0.1:{port}",
        "--auth-type=htpasswd", f"--auth-htpasswd-filename={folder / 'users'}",
        "--auth-htpasswd-encryption=plain", "--auth-delay=0",
        f"--storage-filesystem-folder={folder / 'collections'}", "--logging-level=error",
    ]  # fmt: skip
    if certificates is not None:
        command += [
            "--server-ssl", f"--server-certificate={certificates / 'server.crt'}",
            f"--server-key={certificates / 'server.key'}",
        ]  # fmt: skip
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        _wait(port, server)
        yield Radicale(f"http{'s' if certificates else ''}://127.0.0.1:{port}", folder)
    finally:
        server.terminate()
        server.communicate(timeout=20)


def _wait(port: int, server: "subprocess.Popen[str]") -> None:
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
        except OSError:
            if server.poll() is not None:
                pytest.fail(server.communicate()[1])
        else:
            return
