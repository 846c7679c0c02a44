"""Where the meetings of a watched calendar come from: a file, or a calendar of a server."""

import os
import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sponsor_app.domain.importing import ImportedRecord, ImportKind
from sponsor_app.exchange.readers import read_calendar, read_file
from sponsor_app.services.calendars import passwords
from sponsor_app.services.calendars.keeping import Watched
from sponsor_app.services.calendars.online import server_at
from sponsor_app.system.keystore import KeyStore

if TYPE_CHECKING:
    from sponsor_app.exchange.servers.calendars import CalendarServer

END, BLANK = b"END:VCALENDAR", 20


class Source(Protocol):
    """One calendar: how it is now, and what it holds. Every verb may raise `SponsorError` and `OSError`."""

    @property
    def name(self) -> str:
        """What it is called in the account of a refresh."""
        ...

    def version(self, today: date) -> str:
        """What changes whenever anything in it does."""
        ...

    def records(self, today: date, cancel: threading.Event | None) -> list[ImportedRecord]:
        """All of its meetings."""
        ...

    def is_whole(self) -> bool:
        """Whether what is missing from it is gone, rather than not written yet."""
        ...


class FileSource:
    """A calendar file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def name(self) -> str:
        """Its path."""
        return str(self._path)

    def version(self, today: date) -> str:
        """When it was written, and its size."""
        status = self._path.stat()
        return f"{status.st_mtime_ns}:{status.st_size}"

    def records(self, today: date, cancel: threading.Event | None) -> list[ImportedRecord]:
        """All of its meetings."""
        kind = ImportKind.INTERACTIONS
        with read_file(self._path, kind=kind, today=today, cancel=cancel) as reading:
            return list(reading)

    def is_whole(self) -> bool:
        """Whether it is written to its end: a program may be at it just now."""
        with self._path.open("rb") as stream:
            stream.seek(0, os.SEEK_END)
            stream.seek(max(0, stream.tell() - len(END) - BLANK))
            return stream.read().rstrip().upper().endswith(END)


class ServerSource:
    """A calendar of a server."""

    def __init__(self, one: Watched, key_store: KeyStore | None) -> None:
        self._one, self._key_store = one, key_store
        self._hrefs: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Its address."""
        return self._one.path

    def version(self, today: date) -> str:
        """What the server says about each of its entries."""
        with self._server() as server:
            found, self._hrefs = server.version(self._one.path, self._one.name, today)
        return found

    def records(self, today: date, cancel: threading.Event | None) -> list[ImportedRecord]:
        """All of its meetings within two years, read in a child like those of a file."""
        one = self._one
        with self._server() as server:
            content = server.content(one.path, one.name, self._hrefs, cancel)
        if not content.strip():
            return []
        with read_calendar(one.name, content, today=today, cancel=cancel) as reading:
            return list(reading)

    def is_whole(self) -> bool:
        """Always: what a server did not say to the end is refused."""
        return True

    def _server(self) -> "CalendarServer":
        one = self._one
        return server_at(one.path, one.user, passwords.read(one.path, one.user, self._key_store))
