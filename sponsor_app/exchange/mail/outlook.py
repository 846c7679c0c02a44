"""Messages that Outlook saves as .msg: streams of properties in a compound file."""

import io
import struct
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email import policy
from email.parser import HeaderParser
from typing import Any, cast

from sponsor_app.domain.importing import ImportedPerson
from sponsor_app.exchange.mail.messages import Mail, headers_of, people_of, person_named, sent_at
from sponsor_app.exchange.mail.outlook_meetings import meeting_of
from sponsor_app.exchange.mail.packed_rtf import unpacked
from sponsor_app.exchange.mail.reading import MailFile
from sponsor_app.exchange.mail.rtf_text import text_of_rtf
from sponsor_app.exchange.properties.letters import Letters
from sponsor_app.exchange.tabular.cells import clean, clean_notes
from sponsor_app.exchange.tabular.html_text import text_of_html
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.tabular.wishes import Wishes

Streams = Mapping[str, bytes]

_STREAM = "__substg1.0_"
_ATTACHED, _RECIPIENT = "__attach_version1.0_", "__recip_version1.0_"
_PROPERTIES = "__properties_version1.0"
_SUBJECT, _BODY, _HTML, _IDENTITY, _HEADERS = "0037", "1000", "1013", "1035", "007D"
_RTF = "1009"
_SENDERS = (("5D02", "0042"), ("5D01", "0C1A"), ("0065", "0042"), ("0C1F", "0C1A"))
_ADDRESSES, _NAME = ("39FE", "3003"), "3001"
_SENT, _DELIVERED = 0x0039, 0x0E06
_HEAD, _ENTRY = 32, 16
_TIME = 0x0040
_WESTERN = Letters("cp1252")
_LONGEST = 500
_MOST = 3_000
_LARGEST = 20 << 20
_STUMBLES = (
    *(OSError, ValueError, LookupError, ArithmeticError, struct.error, RecursionError),
    *(TypeError, AttributeError, AssertionError),
)
"""What the library raises where it believes a damaged file."""
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


class OutlookFile(MailFile):
    """One message of Outlook."""

    def __init__(self, content: bytes, wishes: Wishes) -> None:
        self._read(mail_of(streams_of(content)), wishes, "msg")


def streams_of(content: bytes) -> Streams:
    """The streams of a compound file by their paths. Raises `UnreadableError` when it is none."""
    from olefile import OleFileIO  # noqa: PLC0415 - in the reading child

    found: dict[str, bytes] = {}
    try:
        with cast("Any", OleFileIO)(io.BytesIO(content)) as file:
            for path in file.listdir()[:_MOST]:
                name = "/".join(path)
                if not name.startswith(_ATTACHED) or name.count("/") == 1:
                    wanted = _STREAM in name or _PROPERTIES in name
                    found[name] = file.openstream(path).read(_LARGEST) if wanted else b""
    except _STUMBLES as error:
        broken = UnreadableError(
            "it is damaged, or no message", "Save it as .eml, and import that."
        )
        raise broken from error
    return found


def mail_of(streams: Streams) -> Mail:
    """The message in some streams. Raises `UnreadableError` when there is none."""
    if not any(name.startswith(_STREAM) for name in streams):
        none = UnreadableError("it holds no message", "Save it as .eml, and import that.")
        raise none
    message = HeaderParser(policy=policy.compat32).parsestr(_text(streams, _HEADERS))
    headers = headers_of(message)
    text = clean_notes(_text(streams, _BODY)) or text_of_html(_text(streams, _HTML))
    text = text or text_of_rtf(unpacked(streams.get(f"{_STREAM}{_RTF}0102", b"")))
    identity = _text(streams, _IDENTITY) or headers.get("message-id", [""])[0]
    attached = {name.partition("/")[0] for name in streams if name.startswith(_ATTACHED)}
    subject = clean(_text(streams, _SUBJECT))[:_LONGEST]
    people = _people(streams) or people_of(headers)
    meeting = meeting_of(streams, title=subject, people=people)
    return Mail(
        subject=subject,
        sent=_sent(streams.get(_PROPERTIES, b"")) or sent_at(headers),
        identity=clean(identity).strip("<> ")[:_LONGEST],
        people=people,
        text=text,
        invitations=(meeting,) if meeting else _invitations(streams),
        attachments=len(attached),
    )


def _invitations(streams: Streams) -> tuple[bytes, ...]:
    """The attached files that are calendars."""
    found = (
        content
        for name, content in streams.items()
        if name.startswith(_ATTACHED) and name.endswith(f"{_STREAM}37010102")
    )
    return tuple(one for one in found if one.lstrip()[:15].upper() == b"BEGIN:VCALENDAR")


def _people(streams: Streams) -> tuple[ImportedPerson, ...]:
    found: list[ImportedPerson | None] = []
    for address, name in _SENDERS:
        if "@" in _text(streams, address):
            found.append(
                person_named(clean(_text(streams, name)), _text(streams, address), writer=True)
            )
            break
    places = {name.partition("/")[0] for name in streams if name.startswith(_RECIPIENT)}
    for place in sorted(places):
        addresses = (_text(streams, one, f"{place}/") for one in _ADDRESSES)
        address = next((one for one in addresses if "@" in one), "")
        found.append(person_named(clean(_text(streams, _NAME, f"{place}/")), address, writer=False))
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _text(streams: Streams, number: str, place: str = "") -> str:
    """A property as text: Unicode, of the code page, or bytes."""
    name = f"{place}{_STREAM}{number}"
    wide = streams.get(f"{name}001F")
    if wide is not None:
        return wide.decode("utf-16-le", "replace").rstrip("\0")
    narrow = streams.get(f"{name}001E") or streams.get(f"{name}0102") or b""
    return _WESTERN.text(narrow).rstrip("\0")


def _sent(properties: bytes) -> datetime | None:
    """When it was sent, else when it arrived, of the properties of fixed size."""
    found: dict[int, int] = {}
    for start in range(_HEAD, len(properties) - _ENTRY + 1, _ENTRY):
        kind, number, _, value = struct.unpack_from("<HHIQ", properties, start)
        if kind == _TIME:
            found.setdefault(number, value)
    for number in (_SENT, _DELIVERED):
        try:
            moment = _EPOCH + timedelta(microseconds=found[number] // 10)
        except (KeyError, OverflowError):
            continue
        if 1970 <= moment.year < 2200:  # noqa: PLR2004 - when there was mail
            return moment
    return None
