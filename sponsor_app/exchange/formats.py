"""What kind of file it is, told by what is in it before what it is called."""

import re
from dataclasses import dataclass
from enum import StrEnum

from sponsor_app.exchange.wide import MARKS

_AS_CSV = "In the spreadsheet, save it as “CSV UTF-8 (comma delimited)”, and import that file."
_SAMPLE = 4096
_CONTROL = bytes(code for code in range(0x20) if code not in b"\t\n\v\f\r\x1a\x1b") + b"\x7f"
_MANY_CONTROLS = 0.05  # of random bytes a tenth are


class Format(StrEnum):
    """The formats people exchange."""

    TABLE = "csv"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    VCARD = "vcf"
    CALENDAR = "ics"
    MAIL = "eml"
    WHOLE = "json"
    OUTLOOK = "msg"


@dataclass(frozen=True, slots=True)
class Recognised:
    """A format we have a word for, None for others; what to call it, and what to export instead."""

    format: Format | None
    what: str
    advice: str = ""


TABLE = Recognised(Format.TABLE, "a table of text")
_WORKBOOK = Recognised(Format.XLSX, "an Excel workbook", _AS_CSV)
_OLD_WORKBOOK = Recognised(Format.XLS, "an old Excel workbook or another Office file", _AS_CSV)
_OPEN_SHEET = Recognised(Format.ODS, "an OpenDocument spreadsheet", _AS_CSV)
_VCARD = Recognised(Format.VCARD, "an address card (vCard)", "Export the contacts as CSV instead.")
_CALENDAR = Recognised(
    Format.CALENDAR, "a calendar", "Export a table of contacts or accounts as CSV instead."
)
_MAIL = Recognised(
    Format.MAIL, "a mail message", "Save the attached table as a file of its own, and import that."
)
_OUTLOOK = Recognised(Format.OUTLOOK, "a message of Outlook", "Save it as .eml instead.")
_WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb"})
_EXPORT = "Export the table as CSV from the program it came from."
_NUMBERS = Recognised(
    None,
    "a document of Apple Numbers",
    "In Numbers, export it as Excel or CSV, and import that file.",
)
_ZIP = Recognised(None, "a zip archive", "Unpack it, and import the CSV file inside.")

_WHOLE = Recognised(Format.WHOLE, "an export of everything")
_SIGNATURES: tuple[tuple[bytes, Recognised], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD_WORKBOOK),
    (b"%PDF-", Recognised(None, "a PDF document", _EXPORT)),
    (b"\x89PNG\r\n", Recognised(None, "a picture (PNG)", _EXPORT)),
    (b"\xff\xd8\xff", Recognised(None, "a picture (JPEG)", _EXPORT)),
    (b"GIF8", Recognised(None, "a picture (GIF)", _EXPORT)),
    (
        b"\x1f\x8b",
        Recognised(None, "a compressed file (gzip)", "Unpack it, and import the file inside."),
    ),
    (
        b"7z\xbc\xaf\x27\x1c",
        Recognised(None, "a 7-Zip archive", "Unpack it, and import the file inside."),
    ),
    (b"Rar!\x1a\x07", Recognised(None, "a RAR archive", "Unpack it, and import the file inside.")),
    (
        b"BZh",
        Recognised(None, "a compressed file (bzip2)", "Unpack it, and import the file inside."),
    ),
    (
        b"!BDN",
        Recognised(
            None,
            "a data file of Outlook (.pst)",
            "In Outlook, export the contacts as CSV and the calendar as .ics, and import those files.",
        ),
    ),
    (b"SQLite format 3\0", Recognised(None, "a database", _EXPORT)),
    (b"PAR1", Recognised(None, "a Parquet file", _EXPORT)),
    (b"{\\rtf", Recognised(None, "a formatted text (RTF)", _EXPORT)),
    (b"\x7fELF", Recognised(None, "a program", _EXPORT)),
    (b"MZ\x90", Recognised(None, "a program", _EXPORT)),
)
_TEXTS: tuple[tuple[re.Pattern[bytes], Recognised], ...] = (
    (re.compile(rb"BEGIN:VCARD", re.IGNORECASE), _VCARD),
    (
        re.compile(rb"BEGIN:V(?:CALENDAR|EVENT|TODO|JOURNAL|FREEBUSY|TIMEZONE)", re.IGNORECASE),
        _CALENDAR,
    ),
    (
        re.compile(rb"<(?:!doctype html|html|head|table|meta|style)\b", re.IGNORECASE),
        Recognised(None, "a web page, although it may be called a spreadsheet", _AS_CSV),
    ),
    (re.compile(rb"<\?xml|<!--"), Recognised(None, "an XML file", _EXPORT)),
    (re.compile(rb"\{\s*\"format\"\s*:\s*\"sponsor-app-everything\""), _WHOLE),
    (
        re.compile(rb"[\[{]\s*[\[{]?\s*\"[^\"]*\"\s*:|\[\s*\"v(?:card|calendar)\"\s*,"),
        Recognised(None, "a JSON file", _EXPORT),
    ),
    (
        re.compile(rb"(?:MECARD|BIZCARD):", re.IGNORECASE),
        Recognised(
            None, "an address as a QR code holds it", "Scan it with a phone, and send the contact."
        ),
    ),
    (
        re.compile(rb"(?:version: 1\s+)?dn:{1,2} ", re.IGNORECASE),
        Recognised(None, "an address book as LDIF", "Export it as vCard or CSV instead."),
    ),
    (
        re.compile(
            rb"(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID): ", re.IGNORECASE
        ),
        _MAIL,
    ),
)
_BY_SUFFIX = {
    ".vcf": _VCARD,
    ".vcard": _VCARD,
    ".ics": _CALENDAR,
    ".ical": _CALENDAR,
    ".vcs": _CALENDAR,
    ".eml": _MAIL,
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MESSAGE_STREAMS = "__substg1.0_".encode("utf-16-le")


def recognise(head: bytes, suffix: str, *, wide: bool) -> Recognised:
    """What the first bytes of a file say it is; `wide` when they are UTF-16 or UTF-32.

    A table of text that calls itself `.xls` is a table of text.
    """
    if head.startswith(b"PK\x03\x04"):
        return _zipped(head, suffix.lower())
    if head.startswith(_OLE) and (suffix.lower() == ".msg" or _MESSAGE_STREAMS in head):
        return _OUTLOOK
    known = next((found for signature, found in _SIGNATURES if head.startswith(signature)), None)
    if known is not None:
        return known
    if not wide and _is_binary(head[:_SAMPLE]):
        return Recognised(None, "no text but bytes of some program", _EXPORT)
    mark = next((mark for mark, _ in MARKS if head.startswith(mark)), b"")
    plain = head[len(mark) :]
    start = (plain.replace(b"\0", b"") if wide else plain).lstrip()
    text = next((found for pattern, found in _TEXTS if pattern.match(start)), None)
    return text or _BY_SUFFIX.get(suffix.lower(), TABLE)


def _zipped(head: bytes, suffix: str) -> Recognised:
    """A workbook may begin with anything, so that its name counts where its beginning does not tell."""
    if b"opendocument.spreadsheet" in head or suffix == ".ods":
        return _OPEN_SHEET
    if b"xl/" in head or b"[Content_Types].xml" in head or suffix in _WORKBOOK_SUFFIXES:
        return _WORKBOOK
    return _NUMBERS if suffix == ".numbers" else _ZIP


def _is_binary(sample: bytes) -> bool:
    """Whether control characters are common; a few zero bytes among text are not."""
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    return controls > _MANY_CONTROLS * len(sample) + 1
