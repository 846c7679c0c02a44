"""Cards and calendars for tests, read in this process as the child reads them."""

from sponsor_app.domain.importing import ImportedRecord, ImportKind, Rejected
from sponsor_app.exchange.calendars.reading import CalendarFile
from sponsor_app.exchange.cards.reading import CardFile
from sponsor_app.exchange.mail.reading import MailFile
from sponsor_app.exchange.tabular.child import Reader
from sponsor_app.exchange.tabular.wire import Closing
from sponsor_app.exchange.tabular.wishes import Wishes

TODAY = "2026-11-18"


class Read:
    """What a file gave: its records, what was rejected, and the account of the rest."""

    def __init__(self, reader: Reader) -> None:
        self.shape = reader.shape
        batches = list(reader.batches())
        self.records: list[ImportedRecord] = [one for batch in batches for one in batch.records]
        self.rejected: list[Rejected] = [one for batch in batches for one in batch.rejected]
        self.closing: Closing = reader.closing

    @property
    def fields(self) -> list[dict[str, object]]:
        return [dict(one.fields) for one in self.records]

    @property
    def starts(self) -> list[str]:
        return sorted(str(one.fields.get("starts_at", one.fields["on"])) for one in self.records)

    @property
    def left_out(self) -> dict[str, int]:
        return {one.reason.partition(", first on")[0]: one.count for one in self.closing.left_out}

    @property
    def every_entry_is_somewhere(self) -> bool:
        """Whether each is a record, rejected or left out; none is two of them."""
        taken = len({one.at for one in self.records})
        missing = sum(one.whole_row for one in self.rejected)
        left_out = sum(one.count for one in self.closing.left_out if one.whole_rows)
        return self.closing.rows_read == taken + missing + left_out


def raw(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def cards(
    text: str | bytes, *, encoding: str | None = None, kind: ImportKind | None = None
) -> Read:
    return Read(CardFile(raw(text), Wishes(kind=kind, encoding=encoding, name="a.vcf")))


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def calendar(text: str | bytes, today: str = TODAY) -> Read:
    return Read(CalendarFile(raw(text), Wishes(name="a.ics", today=today)))


def mail(text: str | bytes) -> Read:
    return Read(MailFile(raw(text), Wishes(name="a.eml", today=TODAY)))


def event(*lines: str, uid: str = "one@x", more: str = "", head: str = "") -> str:
    """A calendar of one event, with `head` before it and `more` events behind it."""
    own = [f"UID:{uid}"] if uid else []
    body = ["BEGIN:VEVENT", *own, "DTSTAMP:20260101T000000Z", *lines, "END:VEVENT"]
    text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *filter(None, [head]), *body])
    return f"{text}\r\n{more}END:VCALENDAR\r\n"


def part(*lines: str, uid: str = "one@x") -> str:
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT", ""])
