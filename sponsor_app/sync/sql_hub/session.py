"""One connection to the server: made safely, asked with a time limit, told of what others put. The only user of the driver."""

import secrets
import select
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from socket import socket
from typing import Any, LiteralString

import psycopg
from psycopg import Connection, Notify, errors, sql
from psycopg.conninfo import make_conninfo

from sponsor_app.sync.file_hub.pace import Pace
from sponsor_app.sync.sql_hub.authorities import out_of_time, system_file
from sponsor_app.sync.sql_hub.failures import asking_failed, connecting_failed
from sponsor_app.sync.sql_hub.limits import CONNECTING, OLDEST, PATIENCE, SLOWEST
from sponsor_app.sync.sql_hub.place import Place
from sponsor_app.sync.sql_hub.troubles import Code, hindered
from sponsor_app.sync.sql_hub.watch import Watch

Row = tuple[Any, ...]
AT_ONCE_DURABLE = (
    "SET synchronous_commit = on",
    "SET statement_timeout = 60000",
    "SET idle_in_transaction_session_timeout = 60000",
)
"""Where an engine does not know one of these, it goes without."""


class Session:
    """An open connection, in the hands of one thread at a time. Every verb raises HinderedError, and StoppedError."""

    def __init__(self, connection: Connection[Row], pace: Pace, patience: float) -> None:
        self._connection = connection
        self._pace = pace
        self._patience = patience
        self._watch = Watch(connection.fileno(), pace)
        self._heard = False
        self._notifies = True
        self._token = secrets.token_hex(8)
        self.listening = False
        self.proven = False

    def ask(self, query: LiteralString, values: Sequence[object] = (), size: int = 0) -> list[Row]:
        """The rows of a statement; `size` is about how many bytes will come."""
        with self._limited(size):
            try:
                return self._connection.execute(query, values, binary=True).fetchall()
            except psycopg.Error as error:
                raise self._failed(error, self._watch.late) from error

    def add(self, query: LiteralString, rows: Sequence[Sequence[object]], size: int) -> None:
        """Put rows in one transaction, which one row is by itself; `size` is about how many bytes go."""
        with self._limited(size):
            try:
                if len(rows) == 1:
                    self._connection.execute(query, rows[0])
                    return
                with self._connection.transaction(), self._connection.cursor() as cursor:
                    cursor.executemany(query, rows)
            except psycopg.Error as error:
                raise self._failed(error, self._watch.late, writing=True) from error

    def set_up(self) -> None:
        """Ask for durable commits and for limits on the server's side too."""
        for statement in AT_ONCE_DURABLE:
            self._if_able(statement)

    def listen(self, channel: str) -> None:
        """Hear of what others put from now on, where the server lets us: `listening` tells.

        A pooler in between may say yes and never deliver: `proven` is whether somebody was heard already.
        """
        self.listening = self._if_able(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))

    def tell(self, channel: str) -> None:
        """Let others hear that something was put; nothing when the server cannot."""
        if self._notifies:
            self._notifies = self._if_able("SELECT pg_notify(%s, %s)", (channel, self._token))

    @property
    def told(self) -> bool:
        """Whether others put something since `heard` was last asked, as far as it came in."""
        return self._heard

    def heard(self) -> bool:
        """Whether others put something since the last time."""
        self._take_in()
        heard, self._heard = self._heard, False
        return heard

    def wait(self, seconds: float, bell: socket) -> None:
        """Return when something comes from the server or through `bell`, or after `seconds`."""
        until = time.monotonic() + seconds
        while not self._heard and (left := until - time.monotonic()) > 0:
            ready, _, _ = select.select([self._connection.fileno(), bell], [], [], left)
            if bell in ready:
                return
            self._take_in()

    def close(self) -> None:
        """Let the connection go."""
        self._watch.end()
        with suppress(psycopg.Error):
            self._connection.close()

    def _take_in(self) -> None:
        try:
            for said in self._connection.notifies(timeout=0):
                self._hear(said)
        except psycopg.Error as error:
            raise self._failed(error, late=False) from error

    def _hear(self, said: Notify) -> None:
        if said.payload != self._token:
            self._heard = self.proven = True

    def _limited(self, size: int = 0) -> AbstractContextManager[None]:
        """Waits for one step, longer for `size` bytes on a slow line."""
        seconds = self._patience + size / SLOWEST
        return self._watch.limited(seconds)

    def _if_able(self, query: LiteralString | sql.Composed, values: Sequence[object] = ()) -> bool:
        """Do something that some engines cannot; whether this one could."""
        with self._limited():
            try:
                self._connection.execute(query, values)
            except (errors.OperationalError, errors.InterfaceError) as error:
                raise self._failed(error, self._watch.late) from error
            except psycopg.Error:
                return False
        return True

    def _failed(self, error: psycopg.Error, late: bool, *, writing: bool = False) -> Exception:
        self._pace.pause(0)  # raises when the connection was cut because the person wants to stop
        return hindered(Code.HANGS) if late else asking_failed(error, writing=writing)


def connect(place: Place, password: str, pace: Pace, patience: float = PATIENCE) -> Session:
    """A connection to exactly the server that the address names, by its certificate, with a password it never sees.

    SCRAM alone is answered, so that not even a server with a stolen certificate is told the password.
    """
    pace.pause(0)
    authority = "" if place.local else place.authority or system_file()
    safety = "" if place.local else _safety(authority)
    try:
        connection = psycopg.connect(
            safety,
            host=place.host,
            port=place.port,
            dbname=place.database,
            user=place.user,
            password=password,
            autocommit=True,
            prepare_threshold=None,  # statements of a name do not live through a pooler
            connect_timeout=CONNECTING,
            application_name="sponsor-app",
            options="",
            gssencmode="disable",
        )
    except psycopg.Error as error:
        failed = connecting_failed(error)
        untrusted = failed.trouble.code == Code.NOT_TRUSTED
        if untrusted and out_of_time(place, authority):
            failed = hindered(Code.CERTIFICATE_TIME)
        raise failed from error
    session = Session(connection, pace, patience)
    try:
        _new_enough(connection)
        session.set_up()
    except BaseException:
        session.close()
        raise
    return session


def _new_enough(connection: Connection[Row]) -> None:
    if connection.info.server_version < OLDEST * 10_000:
        raise hindered(Code.TOO_OLD)


def _safety(authority: str) -> str:
    return make_conninfo(
        sslmode="verify-full",
        sslrootcert=authority,
        sslcertmode="disable",
        require_auth="scram-sha-256",
        ssl_min_protocol_version="TLSv1.2",
        tcp_user_timeout=int(PATIENCE * 1000),
        keepalives_idle=60,
        keepalives_interval=10,
        keepalives_count=3,
    )
