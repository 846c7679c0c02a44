"""A real PostgreSQL in a folder of its own, with real TLS and real passwords, started and ended by the tests."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, LiteralString, cast

import psycopg
import pytest

from sponsor_app.sync.sql_hub.place import Place
from sponsor_app.sync.sql_hub.schema import CREATE, GUARDS, grants
from tests.sync.sql_hub.certificates import Authority, authority

HOST = "127.0.0.1"
TEAM_PASSWORD, OWNER_PASSWORD = "what the team was told", "what the owner knows"
SETTINGS = """
listen_addresses = '127.0.0.1'
ssl = on
ssl_cert_file = 'server.crt'
ssl_key_file = 'server.key'
password_encryption = 'scram-sha-256'
max_connections = 120
shared_buffers = 32MB
min_wal_size = 32MB
max_wal_size = 64MB
wal_level = minimal
max_wal_senders = 0
dynamic_shared_memory_type = posix
logging_collector = off
log_min_messages = fatal
"""
ADMITS = """
local all all scram-sha-256
hostssl all all 127.0.0.1/32 scram-sha-256
"""
NUMBERS = count(1)


def binaries() -> Path | None:
    """Where initdb and postgres are; None when there is no server to start."""
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((place for place in places if (place / "postgres").is_file()), None)


needs_server = pytest.mark.skipif(
    binaries() is None,
    reason="no PostgreSQL server is installed (initdb, postgres): nothing real to sync with",
)


@dataclass
class Server:
    """A cluster in a folder; `socket` is the folder of its local socket."""

    folder: Path
    bin: Path
    port: int
    authority: Authority
    strangers: Authority

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def start(self) -> None:
        options = f"-p {self.port} -k {self.folder}"
        self.run("pg_ctl", "-D", str(self.data), "-o", options, "-l", str(self.folder / "log"),
                  "-w", "-t", "30", "start")  # fmt: skip

    def stop(self, mode: str = "fast") -> None:
        self.run("pg_ctl", "-D", str(self.data), "-m", mode, "-w", "stop")

    def reload(self) -> None:
        self.run("pg_ctl", "-D", str(self.data), "reload")

    def certify(self, by: Authority, host: str = HOST, *, since: int = -1, until: int = 30) -> None:
        """Another certificate, from the next connection on."""
        by.issue(self.data, host, since=since, until=until)
        self.own(self.data / "server.crt", self.data / "server.key")
        self.stop()
        self.start()

    def owner(self, database: str = "postgres") -> psycopg.Connection[Any]:
        return psycopg.connect(
            host=str(self.folder), port=self.port, dbname=database, user="owner",
            password=OWNER_PASSWORD, autocommit=True, sslmode="disable",
        )  # fmt: skip

    def command(self, statement: str, database: str = "postgres") -> None:
        with self.owner(database) as connection:
            connection.execute(cast("LiteralString", statement))

    def database(self, *, prepared: bool = True) -> Place:
        """A new database and a role that may only read and add; what a laptop is told of it."""
        name = f"team{next(NUMBERS)}"
        self.command(f"CREATE DATABASE {name}")
        self.command(f"CREATE ROLE {name} LOGIN PASSWORD '{TEAM_PASSWORD}'")
        if prepared:
            for statement in (*CREATE, *grants(name), *GUARDS):
                self.command(statement, name)
        return Place(HOST, name, name, self.port, str(self.authority.file))

    def run(self, program: str, *arguments: str) -> None:
        command = [str(self.bin / program), *arguments]
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=60, check=False, cwd=self.folder,
            env={"PATH": os.defpath, "LC_ALL": "C", "HOME": str(self.folder)}, **_as_nobody(),
            stdin=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        assert done.returncode == 0, f"{done.stdout}{done.stderr}"

    def own(self, *paths: Path) -> None:
        if os.getuid() == 0:
            user, group = _nobody()
            for path in paths:
                os.chown(path, user, group)


@contextmanager
def running() -> Generator[Server]:
    """A fresh server; everything of it is gone afterwards."""
    place = binaries()
    assert place is not None
    folder = Path(tempfile.mkdtemp(prefix="hub", dir=_quick_disk()))
    folder.chmod(0o755)
    ours = authority(folder, "ours")
    server = Server(folder, place, _free_port(), ours, authority(folder, "strangers"))
    server.own(folder)
    password = folder / "password"
    password.write_text(OWNER_PASSWORD, "utf-8")
    server.own(password)
    try:
        server.run("initdb", "-D", str(server.data), "-U", "owner", "--pwfile", str(password),
                    "-A", "scram-sha-256", "-E", "UTF8", "--locale", "C", "--no-sync")  # fmt: skip
        with (server.data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write(SETTINGS)
        (server.data / "pg_hba.conf").write_text(ADMITS, "utf-8")
        ours.issue(server.data, HOST)
        server.own(server.data / "server.crt", server.data / "server.key")
        server.start()
        yield server
    finally:
        if (server.data / "postmaster.pid").exists():
            server.stop("immediate")  # nothing is to be kept
        shutil.rmtree(folder)


def _quick_disk() -> str | None:
    """Memory, where there is plenty: a database is a thousand small files, and none of these outlives the tests."""
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > 4 << 30
    return str(memory) if roomy and os.access(memory, os.W_OK) else None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _nobody() -> tuple[int, int]:
    """Somebody who is not root: PostgreSQL refuses to run as root."""
    known = {user.pw_name: user for user in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    return user.pw_uid, user.pw_gid


def _as_nobody() -> dict[str, Any]:
    if os.getuid() != 0:
        return {}
    user, group = _nobody()
    return {"user": user, "group": group, "extra_groups": []}
