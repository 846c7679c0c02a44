"""A mail file: the meetings it invites to, or itself as a note."""

import hashlib
from collections.abc import Iterator
from datetime import date

from sponsor_app.domain.importing import (
    FieldValue,
    ImportedRecord,
    ImportKind,
    LeftOut,
    Preview,
    Shape,
)
from sponsor_app.exchange.calendars.reading import CalendarFile
from sponsor_app.exchange.mail.messages import Mail, parse_mail
from sponsor_app.exchange.tabular.cells import shown
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.tabular.wire import Batch, Closing
from sponsor_app.exchange.tabular.wishes import Wishes

_LONGEST = 20_000
_COLUMNS = ("On", "Title", "With")
_WITH = 3


class MailFile:
    """One message; `closing` is complete when the batches are through."""

    def __init__(self, content: bytes, wishes: Wishes, form: str = "eml") -> None:
        self._read(parse_mail(content), wishes, form)

    def _read(self, mail: Mail, wishes: Wishes, form: str) -> None:
        if wishes.kind not in (None, ImportKind.INTERACTIONS):
            other = UnreadableError(
                f"a mail holds no {wishes.kind}", "Leave the kind out, or choose interactions."
            )
            raise other
        self._mail, self._form, self._today = mail, form, wishes.today
        self._invitations = [CalendarFile(one, wishes) for one in mail.invitations]
        self._invitations = [one for one in self._invitations if one.shape.preview.rows]

    @property
    def shape(self) -> Shape:
        """How the file was understood."""
        if self._invitations:
            inner = self._invitations[0].shape
            preview, why = inner.preview, "it invites to a meeting"
        else:
            who = ", ".join(one.name or one.email for one in self._mail.people[:_WITH])
            row = (self._on, shown(self._mail.subject), shown(who))
            preview, why = Preview(_COLUMNS, (row,), (1,)), "it is a mail message"
        return Shape(
            format=self._form,
            kind=ImportKind.INTERACTIONS,
            kind_reason=f"Read as interactions: {why}.",
            encoding="utf-8",
            delimiter="",
            header_line=None,
            columns=preview.columns,
            mapped={"Date": "on", "Subject": "title", "From": "people", "To": "people"},
            unmapped=(),
            preview=preview,
        )

    def batches(self) -> Iterator[Batch]:
        """The meetings, or the note."""
        if not self._invitations:
            yield Batch([], [], 1, 1.0, [self._note()])
        for one in self._invitations:
            yield from one.batches()

    @property
    def closing(self) -> Closing:
        """What was left out, and what was noticed."""
        inner = [one.closing for one in self._invitations]
        left_out = [lost for one in inner for lost in one.left_out]
        notes = [note for one in inner for note in one.notes]
        if self._mail.attachments:
            why = "only the text of a mail and its invitations are taken"
            left_out.append(LeftOut("attachments", self._mail.attachments, why))
        if not inner and self._mail.sent is None:
            notes.append("The message does not say when it was sent; it was dated today.")
        if not inner and len(self._mail.text) > _LONGEST:
            notes.append(f"The message was cut after {_LONGEST:,} characters.")
        return Closing(sum(one.rows_read for one in inner) if inner else 1, left_out, [], notes)

    @property
    def _on(self) -> str:
        if self._mail.sent is None:
            return self._today or date(1970, 1, 1).isoformat()
        return self._mail.sent.astimezone().date().isoformat()

    def _note(self) -> ImportedRecord:
        mail = self._mail
        fields: dict[str, FieldValue] = {
            "external_id": mail.identity or _unnamed(mail),
            "uid": mail.identity or _unnamed(mail),
            "on": self._on,
            "starts_at": mail.sent.isoformat() if mail.sent else "",
            "title": mail.subject,
            "notes": mail.text[:_LONGEST],
            "kind": "message",
            "sole": 1,
        }
        given = {name: value for name, value in fields.items() if value}
        return ImportedRecord(ImportKind.INTERACTIONS, "line 1", given, people=mail.people)


def _unnamed(mail: Mail) -> str:
    """An identity for a message without one: the same again for the same message."""
    told = "\x1f".join((str(mail.sent), mail.subject, mail.text[:_LONGEST]))
    return f"unnamed-{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()[:32]}"
