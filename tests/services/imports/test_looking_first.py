"""Before a file comes in: its rows as they would be, what to decide, and what it may change; then the same engine."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.import_look import ImportLook, RowOutcome
from sponsor_app.domain.importing import ImportKind, UpdatePolicy
from sponsor_app.services import Services, accounts, contacts, imports
from sponsor_app.services.imports import SKIP, FileReport, Options
from tests.exchange.documents.texts import part

Look = Callable[..., tuple[FileReport, ImportLook]]
ROWS = (
    "Account Name,City,Website,Phone,Annual Revenue,Currency\n"
    "Acme,Bergen,acme.example,+47 555 01 100,1250000,NOK\n"
    "Bolt,Lyon,,,,\n"
    ",Rome,,,,\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "crm.csv"


@pytest.fixture
def look(app: Services, path: Path) -> Look:
    def look(text: str = ROWS, **options: object) -> tuple[FileReport, ImportLook]:
        path.write_text(text, encoding="utf-8")
        return imports.look(app, path, Options(**options))  # pyright: ignore[reportArgumentType] - passed on as given

    return look


def city(app: Services, account: AccountId) -> str:
    return accounts.texts(app, account)["city"]


def test_rows_are_shown_as_they_would_be_and_nothing_is_written(
    app: Services, acme: AccountId, look: Look
) -> None:
    report, seen = look()
    assert (report.created, report.updated, report.import_id) == (1, 1, None)
    assert seen.fields[:2] == ("name", "city")
    assert [(row.at, row.outcome) for row in seen.rows] == [
        ("line 2", RowOutcome.CHANGED),
        ("line 3", RowOutcome.NEW),
        ("line 4", RowOutcome.REJECTED),
    ]
    first = dict(zip(seen.fields, seen.rows[0].values, strict=True))
    assert (first["annual_revenue"], first["website"]) == ("1,250,000.00 NOK", "acme.example")
    assert seen.rows[2].reason == "the row has no name"
    assert [row.account for row in accounts.listed(app)] == ["Acme"]


def test_a_meeting_that_is_only_offered_is_shown_as_left_out_with_its_title(
    app: Services, acme: AccountId, path: Path
) -> None:
    contacts.add(app, acme, name="Dana Reed", emails=["dana@acme.example"])
    calendar = path.with_suffix(".ics")
    known = part("DTSTART:20261120T090000Z", "SUMMARY:Known", "ATTENDEE:mailto:dana@acme.example")
    unknown = part("DTSTART:20261121T090000Z", "SUMMARY:Else", "LOCATION:Oslo", uid="two@x")
    calendar.write_text(f"BEGIN:VCALENDAR\r\n{known}{unknown}END:VCALENDAR\r\n")
    _report, seen = imports.look(app, calendar, Options())
    assert seen.fields[:3] == ("on", "title", "location")
    told = [(row.values[1], row.outcome, row.reason[:30]) for row in seen.rows]
    assert told == [
        ("Known", RowOutcome.NEW, ""),
        ("Else", RowOutcome.REJECTED, "nobody of an account we know t"),
    ]


def test_only_fifty_rows_are_shown_of_many(look: Look) -> None:
    report, seen = look("Account Name,Industry\n" + "".join(f"A{n},Mining\n" for n in range(120)))
    assert (len(seen.rows), report.created) == (50, 120)


def test_gaps_are_filled_and_what_stands_stays(
    app: Services, acme: AccountId, path: Path, look: Look
) -> None:
    accounts.change(app, acme, {"city": "Oslo"})
    look()
    report = imports.run(app, path, Options(policy=UpdatePolicy.GAPS))
    assert (report.created, report.updated, report.unchanged) == (1, 1, 0)
    texts = accounts.texts(app, acme)
    assert (texts["city"], texts["website"]) == ("Oslo", "acme.example")
    again = imports.run(app, path, Options(policy=UpdatePolicy.GAPS))
    assert (again.created, again.updated, again.unchanged, again.import_id) == (0, 0, 2, None)


def test_only_new_records_come_in_when_nothing_may_change(
    app: Services, acme: AccountId, path: Path, look: Look
) -> None:
    look()
    report = imports.run(app, path, Options(policy=UpdatePolicy.NEW))
    assert (report.created, report.updated, report.unchanged) == (1, 0, 1)
    assert accounts.texts(app, acme)["website"] == ""
    assert accounts.texts(app, acme)["phone"] == ""


def test_what_the_file_says_counts_when_it_may_overwrite(
    app: Services, acme: AccountId, path: Path, look: Look
) -> None:
    accounts.change(app, acme, {"city": "Oslo"})
    look()
    imports.run(app, path, Options())
    assert city(app, acme) == "Bergen"


def test_a_row_that_may_be_an_account_here_is_put_to_decide(
    app: Services, acme: AccountId, path: Path, look: Look
) -> None:
    accounts.change(app, acme, {"website": "acme.example"})
    text = "Account Name,Website,City\nACME Holding GmbH,,Bergen\nOther,www.acme.example,\nZen,,\n"
    report, seen = look(text)
    assert report.created == 3
    assert [(doubt.at, doubt.candidates[0].because) for doubt in seen.doubts] == [
        ("line 3", "the same web address"),
        ("line 2", "nearly the same name"),
    ]
    assert all(doubt.candidates[0].id == acme for doubt in seen.doubts)
    decided = imports.run(app, path, Options(decisions={"line 2": acme, "line 3": SKIP}))
    assert (decided.created, decided.updated) == (1, 1)
    assert city(app, acme) == "Bergen"
    assert ("duplicates", 1) in [(one.what, one.count) for one in decided.left_out]


def test_of_two_accounts_of_one_name_somebody_must_say_which(app: Services, look: Look) -> None:
    for site in ("a.example", "b.example"):
        accounts.add(app, fields={"name": "Twin", "website": site})
    report, seen = look("Account Name,Industry\nTwin,Mining\n")
    assert (report.created, len(report.rejected)) == (0, 1)
    [doubt] = seen.doubts
    assert (doubt.needs_answer, len(doubt.candidates)) == (True, 2)


def test_a_contact_with_a_known_address_under_another_name_is_put_to_decide(
    app: Services, acme: AccountId, look: Look
) -> None:
    contacts.add(app, acme, name="Dana Reed", phones=("+47 555 01 100",))
    text = "First Name,Last Name,Company,Phone\nD.,Reed,Acme,+47 555 01 100\n"
    _, seen = look(text, kind=ImportKind.CONTACTS)
    assert [doubt.candidates[0].name for doubt in seen.doubts] == ["Dana Reed"]


def test_the_way_a_list_was_read_is_remembered_for_its_columns(app: Services, look: Look) -> None:
    _, seen = look("Name,Colour\nAcme,blue\n", kind=ImportKind.ACCOUNTS)
    chosen = Options(
        kind=ImportKind.ACCOUNTS, mapping={"Colour": "industry"}, policy=UpdatePolicy.GAPS
    )
    imports.remember(app, seen.shape.columns, chosen)
    assert imports.recall(app, seen.shape.columns, Options()) == chosen
    assert imports.recall(app, ("Name",), Options()) == Options()


def test_imports_that_were_done_are_listed_with_those_taken_back(
    app: Services, path: Path, look: Look
) -> None:
    look()
    first = imports.run(app, path, Options())
    assert [(one.file, one.created, one.taken_back) for one in imports.done(app)] == [
        ("crm.csv", 2, False)
    ]
    assert first.import_id is not None
    imports.undo(app, first.import_id)
    assert [one.taken_back for one in imports.done(app)] == [True]
