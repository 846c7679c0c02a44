"""`import` of cards, calendars and mail, and `calendar`, as scripts use them."""

from pathlib import Path

import pytest

from tests.cli.conftest import Verb
from tests.exchange.documents.texts import card, event

DANA = "ATTENDEE:mailto:dana@acme.example"
AS_OF = ("--as-of", "2026-11-18")


def written(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8", newline="")
    return name


def test_a_card_file_is_imported_reported_and_taken_back(team: Verb) -> None:
    name = written(
        "people.vcf", card("FN:Ida Berg", "ORG:Zenith", "X-GADGET:1") + card("TEL:+47 1")
    )
    tried = team("import", name, "--dry-run", "--json")
    assert (tried.code, tried.json[0]["created"], tried.json[0]["import_id"]) == (3, 1, None)
    said = team("import", name, "--json")
    assert said.code == 3
    (report,) = said.json
    assert (report["format"], report["kind"], report["encoding"]) == ("vcf", "contacts", "utf-8")
    assert (report["records"], report["created"], report["delimiter"]) == (1, 1, None)
    assert {"at": "line 7", "column": None, "reason": "the card names nobody"} in report["rejected"]
    assert report["mapped"]["FN"] == "name"
    assert report["unmapped"] == ["X-GADGET"]
    assert team("import", name, "--json").json[0]["unchanged"] == 1
    undone = team("import-undo", report["import_id"], "--json")
    assert undone.json["removed"] > 0
    assert "Ida" not in team("contact", "list").out


def test_a_calendar_is_imported_offered_and_given_to_an_account(team: Verb) -> None:
    name = written("a.ics", event("DTSTART:20261120T090000Z", "SUMMARY:Board", DANA))
    assert team("import", name, *AS_OF, "--json").json[0]["created"] == 1
    other = written("b.ics", event("DTSTART:20261121T090000Z", "SUMMARY:Lunch", uid="two"))
    said = team("import", other, *AS_OF, "--json")
    assert said.code == 0
    (offer,) = said.json[0]["offered"]
    assert (offer["title"], offer["date"], offer["people"]) == ("Lunch", "2026-11-21", [])
    told = team("import", other, "--account", "Acme", "--as", "interactions", *AS_OF)
    assert "1 interaction read, 1 added" in told.out
    assert "utf-8\n" in told.out


def test_a_mail_becomes_a_note(team: Verb) -> None:
    text = "From: dana@acme.example\nDate: Tue, 17 Nov 2026 09:00:00 +0000\nSubject: Hi\n\nText\n"
    (report,) = team("import", written("a.eml", text), *AS_OF, "--json").json
    assert (report["format"], report["created"]) == ("eml", 1)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.vcf", "FN:Dana\n", "no address card"),
        ("a.ics", "no calendar at all\n", "no calendar"),
        ("a.eml", "no mail\n", "no mail"),
        ("a.msg", "no message\n", "says what its rows are"),
        ("a.ics", "BEGIN:VCALENDAR\n" * 2 + "BEGIN:X\n" * 200_000, "deep"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(
    team: Verb, name: str, text: str, told: str
) -> None:
    said = team("import", written(name, text))
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert told in said.err


def test_a_calendar_can_be_asked_for_interactions_only(team: Verb) -> None:
    name = written("a.ics", event("DTSTART:20261120"))
    said = team("import", name, "--as", "contacts")
    assert (said.code, "a calendar holds no contacts" in said.err) == (1, True)


def test_watched_calendars_are_listed_refreshed_and_forgotten(team: Verb) -> None:
    name = written("a.ics", event("DTSTART:20261120T090000Z", "SUMMARY:Board", DANA))
    whole = str(Path(name).absolute())
    assert team("calendar", "watch", name, "--json").json == {"path": whole}
    done = team("calendar", "refresh", *AS_OF, "--json").json
    assert (done["files"], done["created"], done["problems"]) == (1, 1, [])
    assert team("calendar", "refresh", *AS_OF, "--json").json["files"] == 0
    (listed,) = team("calendar", "list", "--json").json
    assert (listed["path"], listed["files"], listed["read_on"]) == (whole, 1, "2026-11-18")
    Path(name).unlink()
    gone = team("calendar", "refresh", *AS_OF, "--json")
    assert (gone.code, gone.json["problems"][0]["file"]) == (3, whole)
    assert team("calendar", "forget", name).code == 0
    assert team("calendar", "list").out.strip() == "No calendar is watched."
    assert team("calendar", "forget", name).code == 1
