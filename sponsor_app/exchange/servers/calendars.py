"""Calendars of a CalDAV server (RFC 4791), only ever read. Imported late: the library takes 600 ms."""

import hashlib
import logging
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Self, cast
from xml.sax.saxutils import escape

from caldav.davclient import DAVClient
from caldav.lib import error as library
from caldav.response import CalendarQueryResult, DAVResponse

from sponsor_app.domain.importing import ReadCancelledError
from sponsor_app.exchange.limits import MAX_BYTES, MAX_ROWS, MEBIBYTE
from sponsor_app.exchange.servers.addresses import ServerCalendar, host_of, origin_of, read_address
from sponsor_app.exchange.servers.failures import explained, gone, nothing, too_large, unreadable
from sponsor_app.exchange.tabular.captive import Flag

SECONDS = 30
AWAY = timedelta(days=731)  # two years each way, as for what repeats
WELL_KNOWN = "/.well-known/caldav"  # RFC 6764
_AT_ONCE = 50
_NOT_THERE = (404, 410)
_NAMESPACES = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'
_WHICH = (
    f"<c:calendar-query {_NAMESPACES}><d:prop><d:getetag/></d:prop><c:filter>"
    '<c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">'
    '<c:time-range start="{first:%Y%m%d}T000000Z" end="{last:%Y%m%d}T000000Z"/>'
    "</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"
)
_WHAT = (
    f"<c:calendar-multiget {_NAMESPACES}><d:prop><d:getetag/><c:calendar-data/></d:prop>"
    "{hrefs}</c:calendar-multiget>"
)


class CalendarServer:
    """A server with somebody's calendars; close it, or use it with `with`. Every verb raises `FileProblemError`."""

    def __init__(self, address: str, user: str, password: str) -> None:
        safe = read_address(address)
        self._host = host_of(safe)
        _be_silent()
        with explained(self._host):
            self._client: Any = cast("Any", DAVClient)(
                url=safe, username=user, password=password, timeout=SECONDS, enable_rfc6764=False
            )
            _keep_safe(self._client, safe, self._host)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def calendars(self) -> tuple[ServerCalendar, ...]:
        """Those that hold meetings; refuses when there is none."""
        with explained(self._host):
            try:
                found = self._found()
            except (library.NotFoundError, library.PropfindError, library.ReportError):
                found = []
            if not found:
                self._client.url = self._client.url.join(WELL_KNOWN)
                found = self._found()
        if not found:
            raise nothing(self._host)
        return tuple(found)

    def version(self, address: str, name: str, today: date) -> tuple[str, tuple[str, ...]]:
        """What changes whenever anything in a calendar does, and where its entries near `today` lie."""
        asked = _WHICH.format(first=today - AWAY, last=today + AWAY)
        found = {one.href: one.etag or "" for one in self._report(address, name, asked, depth=1)}
        hrefs = sorted(found)
        if len(hrefs) > MAX_ROWS:
            raise too_large(self._host, MAX_BYTES // MEBIBYTE)
        told = "\x1f".join(f"{href}\x1e{found[href]}" for href in hrefs)
        return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest(), tuple(hrefs)

    def content(
        self, address: str, name: str, hrefs: Sequence[str], cancel: Flag | None = None
    ) -> bytes:
        """All entries at some addresses, one calendar behind the other as in a file."""
        whole = bytearray()
        for start in range(0, len(hrefs), _AT_ONCE):
            if cancel is not None and cancel.is_set():
                stopped = f"Asking “{self._host}” was cancelled. Nothing was changed."
                raise ReadCancelledError(stopped)
            some = "".join(f"<d:href>{escape(one)}</d:href>" for one in hrefs[start:][:_AT_ONCE])
            for one in self._report(address, name, _WHAT.format(hrefs=some), depth=None):
                whole += (one.calendar_data or "").encode("utf-8", "replace").rstrip() + b"\r\n"
            if len(whole) > MAX_BYTES:
                raise too_large(self._host, MAX_BYTES // MEBIBYTE)
        return bytes(whole)

    def _found(self) -> list[ServerCalendar]:
        every: Any = self._client.get_principal().get_calendars()
        here = str(self._client.url).rstrip("/")
        found = [
            ServerCalendar(
                str(one.url), str(one.get_display_name() or "").strip() or host_of(str(one.url))
            )
            for one in every
            if _holds_meetings(one)
        ]
        return [one for one in found if one.address.rstrip("/") == here] or found

    def _report(
        self, address: str, name: str, asked: str, *, depth: int | None
    ) -> Iterator[CalendarQueryResult]:
        with explained(self._host):
            answer: DAVResponse = self._client.report(address, asked, depth)
            there = answer.status not in _NOT_THERE
            found = answer.parse_calendar_query() if there else []
        if not there:
            raise gone(name, self._host)
        yield from (one for one in found if one.status not in _NOT_THERE)


def _holds_meetings(calendar: Any) -> bool:
    """Whether it is for events: beside them servers keep lists of tasks."""
    kinds = cast("list[str]", calendar.get_supported_components())
    return not kinds or "VEVENT" in kinds


def _be_silent() -> None:
    """The library prints what servers say, and on a wish of the environment writes passwords into files."""
    library.debug_dump_communication = False
    logging.getLogger("caldav").disabled = True


def _keep_safe(client: Any, address: str, host: str) -> None:
    """No line without protection, wherever the server sends on to; and no answer that is a page, or is too long."""
    session = client.session
    plain = session.adapters.pop("http://", None)
    if address.startswith("http://"):
        session.mount(f"{origin_of(address)}/", plain)

    def look(response: Any, **_: object) -> None:
        length = str(response.headers.get("Content-Length") or "0")
        if length.isdigit() and int(length) > MAX_BYTES:
            raise too_large(host, MAX_BYTES // MEBIBYTE)
        kind = str(response.headers.get("Content-Type") or "")
        if response.status_code < 300 and kind.startswith("text/html"):  # noqa: PLR2004 - an answer
            raise unreadable(host)

    session.hooks["response"].append(look)
