"""A mail as a person sees it: who wrote to whom, when, about what; and the invitations it carries."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from typing import Any

from sponsor_app.domain.importing import ImportedPerson
from sponsor_app.exchange.properties.letters import Letters
from sponsor_app.exchange.tabular.cells import clean, clean_notes
from sponsor_app.exchange.tabular.html_text import text_of_html
from sponsor_app.exchange.tabular.problems import UnreadableError

_WESTERN = Letters("cp1252")
_LONGEST, _LONGEST_EMAIL = 500, 254
_LONGEST_HEADER, _LONGEST_HEAD = 100_000, 1_000_000
_BROKEN = re.compile(rb"(\r\n|\n)(=\?[^\s:]{2,200}\?=)")
_MOST_PARTS = 1_000
_MOST_PEOPLE = 500
_CALENDARS = frozenset({"text/calendar", "application/ics", "text/x-vcalendar"})
_KNOWN = frozenset({"from", "to", "cc", "subject", "date", "message-id", "received"})


@dataclass(frozen=True, slots=True)
class Mail:
    """`sent` is UTC, None when nothing says; the writer is the organizer among `people`; `attachments` are counted."""

    subject: str
    sent: datetime | None
    identity: str
    people: tuple[ImportedPerson, ...]
    text: str
    invitations: tuple[bytes, ...] = ()
    attachments: int = 0


def parse_mail(content: bytes) -> Mail:
    """Read a message. Raises `UnreadableError` when it is none."""
    try:
        message: Message[Any, Any] = BytesParser(policy=policy.compat32).parsebytes(
            _mended(content)
        )
        parts = _leaves(message)
    except (RecursionError, MessageError, ValueError, LookupError) as error:
        broken = UnreadableError(
            "its parts lie too deep in each other, or are no mail", "Save the message again."
        )
        raise broken from error
    headers = headers_of(message)
    if not _KNOWN & headers.keys():
        none = UnreadableError("it is no mail message", "Save the message as .eml again.")
        raise none
    carried = [_content(one) for one in parts if _is_calendar(one)]
    invitations = {b"".join(one.split()): one for one in reversed(carried) if one.strip()}
    return Mail(
        subject=decoded(headers.get("subject", [""])[0])[:_LONGEST],
        sent=sent_at(headers),
        identity=clean(headers.get("message-id", [""])[0]).strip("<> ")[:_LONGEST],
        people=people_of(headers),
        text=_body(parts),
        invitations=tuple(reversed(invitations.values())),
        attachments=sum(_is_attachment(one) for one in parts),
    )


def _mended(content: bytes) -> bytes:
    """The message with header lines that some program broke without indenting what follows."""
    for sign in (b"\r\n\r\n", b"\n\n", b"\r\r"):
        head, blank, body = content.partition(sign)
        if blank and len(head) < _LONGEST_HEAD:
            return _BROKEN.sub(rb"\1 \2", head) + blank + body
    return content


def headers_of(message: "Message[Any, Any]") -> dict[str, list[str]]:
    """The headers by their names in small letters, decoded to text but not from their encoded words."""
    found: dict[str, list[str]] = {}
    for name, value in message.raw_items():
        raw = str(value)[:_LONGEST_HEADER].encode("utf-8", "surrogateescape")
        text = _WESTERN.text(raw).replace("\r", "").replace("\n", "")
        found.setdefault(name.lower(), []).append(text)
    return found


def decoded(header: str) -> str:
    """A header with its encoded words as text on one line."""
    try:
        pieces = decode_header(header)
    except (MessageError, ValueError):
        return clean(header)
    words = (
        _WESTERN.text(piece, charset or "") if isinstance(piece, bytes) else piece
        for piece, charset in pieces
    )
    return clean("".join(words))


def people_of(headers: dict[str, list[str]]) -> tuple[ImportedPerson, ...]:
    """Who wrote, and who was written to."""
    found: list[ImportedPerson] = []
    for name in ("from", "to", "cc"):
        for shown, address in getaddresses(headers.get(name, []))[:_MOST_PEOPLE]:
            person = person_named(decoded(shown), address, writer=name == "from")
            if person is not None:
                found.append(person)
    return tuple(dict.fromkeys(found))[:_MOST_PEOPLE]


def person_named(name: str, address: str, *, writer: bool) -> ImportedPerson | None:
    """Somebody with an address or at least a name."""
    email = clean(address).strip("<>'\" ").lower()
    if "@" not in email or " " in email or len(email) > _LONGEST_EMAIL:
        email = ""
    plain = name.strip("'\" ")[:_LONGEST]
    if plain.lower() == email:
        plain = ""
    return ImportedPerson(email, plain, organizer=writer) if email or plain else None


def sent_at(headers: dict[str, list[str]]) -> datetime | None:
    """When a message was sent, or first received, in UTC."""
    arrived = [one.rpartition(";")[2] for one in headers.get("received", ())]
    for text in (*headers.get("date", ()), *reversed(arrived)):
        try:
            found = parsedate_to_datetime(text.strip())
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if 1970 <= found.year < 2200:  # noqa: PLR2004 - when there was mail
            return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    return None


def _leaves(message: "Message[Any, Any]") -> "list[Message[Any, Any]]":
    """The parts that hold no others, in order, without those of forwarded messages."""
    found: list[Message[Any, Any]] = []
    waiting = [message]
    while waiting and len(found) < _MOST_PARTS:
        part = waiting.pop(0)
        inner: Any = part.get_payload()
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            waiting[:0] = list(inner)
        else:
            found.append(part)
    return found


def _content(part: "Message[Any, Any]") -> bytes:
    try:
        found: Any = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return b""
    return found if isinstance(found, bytes) else b""


def _is_calendar(part: "Message[Any, Any]") -> bool:
    return part.get_content_type() in _CALENDARS or _name(part).lower().endswith((".ics", ".vcs"))


def _is_attachment(part: "Message[Any, Any]") -> bool:
    if _is_calendar(part):
        return False
    return bool(_name(part)) or part.get_content_maintype() != "text"


def _name(part: "Message[Any, Any]") -> str:
    try:
        return str(part.get_filename() or "")
    except (ValueError, LookupError, TypeError, AttributeError):
        return "?"


def _body(parts: "Sequence[Message[Any, Any]]") -> str:
    """The plain text of a message, else the words of its HTML."""
    for kind, read in (("text/plain", clean_notes), ("text/html", text_of_html)):
        texts = (
            read(_text(one)) for one in parts if one.get_content_type() == kind and not _name(one)
        )
        found = "\n\n".join(text for text in texts if text)
        if found:
            return found
    return ""


def _text(part: "Message[Any, Any]") -> str:
    return _WESTERN.text(_content(part), _charset(part))


def _charset(part: "Message[Any, Any]") -> str:
    try:
        return str(part.get_content_charset() or "")
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""
