"""Mail: a note for the timeline, or the meeting it invites to; HTML is words and nothing else."""

import time
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.exchange.mail.outlook import mail_of, streams_of
from sponsor_app.exchange.tabular.html_text import text_of_html
from sponsor_app.exchange.tabular.problems import UnreadableError
from tests.exchange.documents.texts import event, mail


def message(**headers: str) -> EmailMessage:
    made = EmailMessage()
    given = {"From": "Dana Reed <dana@acme.example>", "To": "grace@n.example", **headers}
    for name, value in given.items():
        made[name.replace("_", "-")] = value
    return made


def test_a_mail_is_a_message_with_its_writer_day_subject_and_text() -> None:
    made = message(
        Subject="Grüße", Date="Fri, 20 Nov 2026 09:00:00 +0100", Message_ID="<1@acme.example>"
    )
    made.set_content("Dear Grace,\n\nthank you.\n")
    (record,) = mail(bytes(made)).records
    assert record.fields["title"] == "Grüße"
    assert record.fields["starts_at"] == "2026-11-20T08:00:00+00:00"
    assert record.fields["notes"] == "Dear Grace,\n\nthank you."
    assert record.fields["external_id"] == "1@acme.example"
    assert record.fields["kind"] == "message"
    assert [(one.email, one.organizer) for one in record.people] == [
        ("dana@acme.example", True),
        ("grace@n.example", False),
    ]


def test_an_invitation_in_a_mail_is_the_meeting() -> None:
    made = message(Subject="Invitation")
    made.set_content("Please come")
    invitation = event("DTSTART:20261120T090000Z", "SUMMARY:Board", head="METHOD:REQUEST")
    made.add_alternative(invitation, subtype="calendar")
    made.add_attachment(
        invitation.encode(), maintype="application", subtype="ics", filename="invite.ics"
    )
    found = mail(bytes(made))
    assert [one["title"] for one in found.fields] == ["Board"]
    assert found.fields[0]["method"] == "REQUEST"


def test_attachments_are_counted_and_a_forwarded_mail_is_one() -> None:
    made = message(Subject="Files", Date="Fri, 20 Nov 2026 09:00:00 +0100")
    made.set_content("See below")
    made.add_attachment(b"x", maintype="application", subtype="pdf", filename="a.pdf")
    inner = message(Subject="Inner")
    inner.set_content("inner text")
    made.add_attachment(inner)
    found = mail(bytes(made))
    assert found.fields[0]["notes"] == "See below"
    assert list(found.left_out.values()) == [2]


def test_an_undated_mail_is_dated_today_and_says_so() -> None:
    made = message(Subject="x")
    made.set_content("y")
    found = mail(bytes(made))
    assert found.fields[0]["on"] == "2026-11-18"
    assert "dated today" in found.closing.notes[0]


def test_a_header_broken_by_a_program_is_put_together() -> None:
    raw = (
        b"From: a@b.example\nSubject: =?utf-8?Q?One_?=\n=?utf-8?Q?two?=\nTo: c@d.example\n\nText\n"
    )
    (fields,) = mail(raw).fields
    assert (fields["title"], fields["notes"]) == ("One two", "Text")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("a<br>b &amp; c", "a\nb & c"),
        ("<style>p{}</style>x<script>alert('<p>')</script>y", "xy"),
        ("<img src=http://evil.example/x.png>seen<!-- <p>no</p> -->", "seen"),
        ("1 < 2 and <b>bold", "1 < 2 and bold"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("<script>never closed", ""),
        ("<!-- never closed", ""),
    ],
)
def test_html_becomes_its_words(markup: str, text: str) -> None:
    assert text_of_html(markup) == text


@pytest.mark.parametrize("piece", ["<", "<a", "<!--", "</", "&", "<script>", "<p>", "<a b='"])
def test_no_markup_takes_long(piece: str) -> None:
    started = time.perf_counter()
    text_of_html(piece * 400_000)
    assert time.perf_counter() - started < 5


@given(st.text(max_size=300))
@settings(max_examples=150)
def test_any_markup_is_text(markup: str) -> None:
    assert isinstance(text_of_html(markup), str)


def test_parts_in_parts_without_end_are_a_note_or_a_refusal() -> None:
    head = b"From: a@b.example\n"
    deep = head + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)
    )
    try:
        found = len(mail(deep).records)
    except UnreadableError as error:
        found = "deep" in error.clause
    assert found


def test_a_text_without_headers_is_no_mail() -> None:
    with pytest.raises(UnreadableError, match="no mail"):
        mail("just words\n")


def test_a_message_of_outlook_is_read_from_its_streams() -> None:
    def wide(text: str) -> bytes:
        return text.encode("utf-16-le")

    streams = {
        "__substg1.0_0037001F": wide("Subject"),
        "__substg1.0_1000001F": wide("Text\r\nmore"),
        "__substg1.0_0C1A001F": wide("Dana Reed"),
        "__substg1.0_5D01001F": wide("dana@acme.example"),
        "__substg1.0_007D001F": wide("Date: Fri, 20 Nov 2026 09:00:00 +0000\nMessage-ID: <7@x>\n"),
        "__recip_version1.0_#00000000/__substg1.0_3001001F": wide("Grace"),
        "__recip_version1.0_#00000000/__substg1.0_39FE001F": wide("grace@n.example"),
        "__attach_version1.0_#00000000/__substg1.0_37010102": event("DTSTART:20261120").encode(),
    }
    found = mail_of(streams)
    assert (found.subject, found.text, found.identity) == ("Subject", "Text\nmore", "7@x")
    assert [one.email for one in found.people] == ["dana@acme.example", "grace@n.example"]
    assert found.sent is not None
    assert len(found.invitations) == 1


def test_bytes_that_are_no_compound_file_are_refused() -> None:
    for raw in (b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), b"x" * 5000):
        with pytest.raises(UnreadableError):
            mail_of(streams_of(raw))
