"""What leaves a real store, opened by programs that did not write it."""

import csv
import io
import json
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar
from python_calamine import CalamineWorkbook

from sponsor_app.domain.errors import FileProblemError, InvalidError, SponsorError
from sponsor_app.domain.importing import ImportKind
from sponsor_app.exchange.tabular.cells import unguarded
from sponsor_app.services import Services, accounts, exports, imports
from sponsor_app.services.exports import ENDINGS, What
from sponsor_app.services.imports import Options
from sponsor_app.store.models import SYNCED, private_note, setting
from sponsor_app.store.queries import everything
from sponsor_app.system.folders import resources
from tests.services.exports.conftest import FORMULA, PICTURE, SECRET

EVERY = [(what, ending) for what in What for ending in ENDINGS[what]]


def write(app: Services, what: What, path: Path) -> Path:
    exports.export(app, what, path)
    return path


def table(app: Services, what: What, folder: Path) -> list[dict[str, str]]:
    content = write(app, what, folder / f"{what}.csv").read_bytes().decode("utf-8-sig")
    found = csv.DictReader(io.StringIO(content, newline=""))
    return [{key: unguarded(cell) for key, cell in row.items()} for row in found]


def document(app: Services, what: What, folder: Path) -> Any:
    return json.loads(write(app, what, folder / f"{what}.json").read_bytes())


def by_name(rows: list[dict[str, Any]], key: str, name: str) -> dict[str, Any]:
    return next(row for row in rows if row[key] == name)


@pytest.mark.parametrize(("what", "ending"), EVERY)
def test_everything_that_is_offered_can_be_written(
    team: Services, folder: Path, what: What, ending: str
) -> None:
    done = exports.export(team, what, folder / f"x{ending}")
    assert done.file.stat().st_size > 0
    assert done.rows > 0
    assert [one.name for one in folder.iterdir()] == [f"x{ending}"]


@pytest.mark.parametrize(("what", "ending"), EVERY)
def test_an_empty_store_gives_files_that_open(
    app: Services, folder: Path, what: What, ending: str
) -> None:
    path = write(app, what, folder / f"x{ending}")
    if ending == ".json":
        assert json.loads(path.read_bytes()) is not None
    elif ending == ".xlsx":
        assert CalamineWorkbook.from_path(path).sheet_names
    elif ending == ".ics":
        assert Calendar.from_ical(path.read_bytes()).walk("VEVENT") == []
    elif ending == ".csv":
        assert path.read_bytes().startswith("\ufeff".encode())


@pytest.mark.parametrize(
    ("what", "name", "possible"),
    [
        (What.ACCOUNTS, "a.ics", ".csv, .xlsx, .json"),
        (What.CONTACTS, "a.ics", ".csv, .xlsx, .json, .vcf"),
        (What.INTERACTIONS, "a.vcf", ".csv, .xlsx, .json, .ics"),
        (What.EVERYTHING, "a.pdf", ".csv, .xlsx, .json"),
        (What.COVERAGE, "a", ".csv, .xlsx, .json"),
    ],
)
def test_a_wrong_combination_is_refused_with_what_is_possible(
    team: Services, folder: Path, what: What, name: str, possible: str
) -> None:
    with pytest.raises(InvalidError) as refused:
        exports.export(team, what, folder / name)
    assert possible in refused.value.next
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_not_there_is_said_in_a_sentence(team: Services, folder: Path) -> None:
    for ending in (".csv", ".xlsx", ".json"):
        with pytest.raises(FileProblemError, match="its folder does not exist"):
            exports.export(team, What.ACCOUNTS, folder / "no" / f"x{ending}")


def test_a_file_of_that_name_is_replaced_whole(team: Services, folder: Path) -> None:
    path = folder / "a.csv"
    path.write_bytes(b"old" * 100_000)
    write(team, What.MEMBERS, path)
    assert b"old" not in path.read_bytes()


@pytest.mark.parametrize("what", What)
def test_private_notes_and_settings_of_this_laptop_never_leave(
    team: Services, folder: Path, what: What
) -> None:
    for ending in ENDINGS[what]:
        path = write(team, what, folder / f"x{ending}")
        if ending == ".xlsx":
            book = CalamineWorkbook.from_path(path)
            content = str([book.get_sheet_by_name(one).to_python() for one in book.sheet_names])
        else:
            content = path.read_text("utf-8")
        assert SECRET not in content


def test_accounts_carry_names_instead_of_ids_and_nothing_is_lost(
    team: Services, folder: Path
) -> None:
    rows = table(team, What.ACCOUNTS, folder)
    assert Counter(row["Account Name"] for row in rows) == Counter([FORMULA, PICTURE, "Acme, Ltd."])
    acme = by_name(rows, "Account Name", "Acme, Ltd.")
    expected = {
        "Status": "customer",
        "Tier": "strategic",
        "Sponsor": "Grace Moreau",
        "Account Lead": "Tom Okafor",
        "Region": "EMEA",
        "Postcode": "05003",
        "Email": "info@acme.example",
        "Phone": "+47 55 00 00 00",
        "Employees": "1200",
        "Annual Revenue": "1250000.50",
        "Currency": "EUR",
        "Alias": "ACME",
        "Further Names": "A.C.M.E.",
        "Former Name": "Old Acme",
        "Order Numbers": "PO-7",
        "With Us Since": "2019-05-01",
        "Story": "They dig.\n-deeper every year",
        "What They Want Now": "Pricing",
    }
    assert {heading: acme[heading] for heading in expected} == expected


def test_contacts_have_a_column_for_each_kind_of_number_in_use(
    team: Services, folder: Path
) -> None:
    dana = by_name(table(team, What.CONTACTS, folder), "Full Name", "Dana Reed")
    expected = {
        "Account Name": "Acme, Ltd.",
        "Job Title": "CIO",
        "Role": "champion",
        "Reports To": "Ingrid Bø",
        "Counterpart": "Tom Okafor",
        "Email": "dana@acme.example",
        "Phone": "+33 6 28 12 34 56",
        "Mobile Phone": "0628 77",
        "Fax": "+47 1 234",
        "Other Phone": "0100 22",
        "Birthday": "--05-17",
        "Notes": "Likes sailing",
    }
    assert {heading: dana[heading] for heading in expected} == expected
    assert "Home Phone" not in dana


def test_members_say_how_many_accounts_they_own_and_lead(team: Services, folder: Path) -> None:
    rows = {row["name"]: row for row in document(team, What.MEMBERS, folder)}
    assert (rows["Grace Moreau"]["accounts"], rows["Grace Moreau"]["leads"]) == (1, 0)
    assert (rows["Tom Okafor"]["accounts"], rows["Tom Okafor"]["leads"]) == (0, 1)


def test_interactions_come_latest_first_with_those_who_took_part(
    team: Services, folder: Path
) -> None:
    rows = document(team, What.INTERACTIONS, folder)
    assert [row["date"] for row in rows] == ["2026-12-24", "2026-12-01", "2026-11-17", "2020-01-01"]
    assert [row["state"] for row in rows] == ["cancelled", "planned", "held", "held"]
    coffee = rows[2]
    assert coffee["account"] == "Acme, Ltd."
    assert coffee["contacts"] == ["Dana Reed"]
    assert sorted(coffee["members"]) == ["Grace Moreau", "Tom Okafor"]
    assert coffee["by"] == "Grace Moreau"
    assert rows[3]["account"] is None


def test_issues_and_promises_tell_their_state(team: Services, folder: Path) -> None:
    (issue,) = document(team, What.ISSUES, folder)
    assert (issue["severity"], issue["status"], issue["last_word"]) == (2, "open", "We found it")
    assert issue["next_update_due"] == "2026-11-20"
    (promise,) = document(team, What.PROMISES, folder)
    assert (promise["text"], promise["state"], promise["due"]) == (
        "Send pricing",
        "open",
        "2026-11-20",
    )
    (late,) = document(team.as_of(date(2026, 11, 21)), What.PROMISES, folder)
    assert late["state"] == "late"


def test_the_workbook_has_real_days_and_money_and_names_that_run_nothing(
    team: Services, folder: Path
) -> None:
    path = write(team, What.ACCOUNTS, folder / "a.xlsx")
    head, *rows = CalamineWorkbook.from_path(path).get_sheet_by_name("Accounts").to_python()
    found = [dict(zip(map(str, head), row, strict=True)) for row in rows]
    acme = by_name(found, "Account Name", "Acme, Ltd.")
    assert acme["With Us Since"] == date(2019, 5, 1)
    assert acme["Annual Revenue"] == 1250000.5
    assert acme["Employees"] == 1200
    assert acme["Postcode"] == "05003"
    assert by_name(found, "Account Name", FORMULA)["Annual Revenue"] == 12


def test_the_calendar_has_what_was_held_planned_and_called_off(
    team: Services, folder: Path
) -> None:
    content = write(team, What.INTERACTIONS, folder / "i.ics").read_bytes()
    events: list[Any] = list(Calendar.from_ical(content).walk("VEVENT"))
    titles = [str(one["SUMMARY"]) for one in events]
    assert titles == ["Call: Acme, Ltd.", "Coffee: Acme, Ltd.", "Coffee: Acme, Ltd.", "Visit"]
    off, planned, coffee, _visit = events
    assert str(off["STATUS"]) == "CANCELLED"
    assert planned.decoded("DTSTART") == date(2026, 12, 1)
    assert coffee.decoded("DTSTART").astimezone(UTC) == datetime(2026, 11, 17, 8, 30, tzinfo=UTC)
    people = {one.params["CN"]: str(one) for one in coffee["ATTENDEE"]}
    assert people["Dana Reed"] == "mailto:dana@acme.example"
    assert people["Tom Okafor"] == "mailto:tom@northwind.example"
    assert "never again" not in content.decode()
    again = write(team, What.INTERACTIONS, folder / "again.ics").read_bytes()
    assert again == content


def test_the_address_cards_hold_public_facts_only(team: Services, folder: Path) -> None:
    content = write(team, What.CONTACTS, folder / "c.vcf").read_text("utf-8")
    cards = {card.fn.value: card for card in vobject.readComponents(content)}
    assert set(cards) == {"Dana Reed", "Ingrid Bø"}
    assert cards["Dana Reed"].note.value == "Chairs the user group"
    assert len(cards["Dana Reed"].contents["tel"]) == 4
    for word in ("divorcing", "sailing", "champion", "05-17"):
        assert word not in content


def test_everything_holds_every_row_of_every_table_that_travels(
    team: Services, folder: Path
) -> None:
    found = document(team, What.EVERYTHING, folder)
    assert found["format"] == "sponsor-app-everything"
    assert found["policy"] == {"load.target": "3"}
    assert set(found["records"]) == set(SYNCED)
    assert private_note.name not in found["records"]
    assert setting.name not in found["records"]
    with team.store.read() as connection:
        for name, kept in SYNCED.items():
            rows = connection.exec_driver_sql(f"SELECT * FROM {name}").mappings().all()
            wanted = sorted(({k: v for k, v in row.items() if k != "seq"} for row in rows), key=str)
            assert sorted(found["records"][name], key=str) == wanted
            assert found["counts"][name] == len(rows)
            assert {"seq", *(one.name for one in everything.fields(name))} == set(kept.c.keys())
    assert found["records"]["account"][0]["id"]


def test_everything_is_the_same_in_a_table_and_in_a_workbook(team: Services, folder: Path) -> None:
    records = document(team, What.EVERYTHING, folder)["records"]
    content = write(team, What.EVERYTHING, folder / "e.csv").read_bytes().decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(content, newline="")))
    assert Counter(one["table"] for one in lines) == {
        name: len(rows) for name, rows in records.items() if rows
    }
    acme = next(one for one in lines if one["record_name"] == "Acme, Ltd.")
    acme |= {"name": acme["record_name"], "email": acme["record_email"]}
    kept = next(one for one in records["account"] if one["name"] == "Acme, Ltd.")
    assert {key: acme[key] for key in kept} == {
        key: unguarded("" if value is None else str(value)) for key, value in kept.items()
    }
    book = CalamineWorkbook.from_path(write(team, What.EVERYTHING, folder / "e.xlsx"))
    contents = book.get_sheet_by_name("Contents").to_python()[1:]
    assert {str(row[0]): row[1] for row in contents} == {k: len(v) for k, v in records.items()}
    head, *rows = book.get_sheet_by_name("account").to_python()
    names = [row[head.index("name")] for row in rows]
    assert names == [one["name"] for one in records["account"]]


def test_the_manual_lists_every_table_and_field_of_the_document() -> None:
    manual = (resources() / "manual" / "export.md").read_text("utf-8")
    for name in everything.tables():
        (line,) = [one for one in manual.splitlines() if one.startswith(f"| `{name}` |")]
        listed = [one.strip() for one in line.split("|")[2].split(",")]
        stamps = {"id", "created_at", "created_by", "updated_at", "updated_by"}
        assert listed == [
            f"`{one.name}`" + ("" if one.kind == "text" else f" {one.kind}")
            for one in everything.fields(name)
            if one.name not in stamps
        ]


@pytest.mark.parametrize("what", [What.ACCOUNTS, What.CONTACTS, What.MEMBERS])
def test_our_own_export_changes_nothing_when_it_comes_back(
    team: Services, folder: Path, what: What
) -> None:
    before = document(team, What.EVERYTHING, folder)["records"]
    path = write(team, what, folder / f"{what}.csv")
    report = imports.run(team, path, Options())
    assert report.read.kind is ImportKind(what.value)
    assert (report.created, report.updated) == (0, 0)
    assert report.rejected == ()
    assert document(team, What.EVERYTHING, folder)["records"] == before


def test_a_round_trip_through_another_store_keeps_what_a_table_can_hold(
    team: Services, other: Services, folder: Path
) -> None:
    for what in (What.MEMBERS, What.ACCOUNTS, What.CONTACTS):
        path = write(team, what, folder / f"{what}.csv")
        report = imports.run(other, path, Options())
        assert report.rejected == ()
    kept = {
        What.MEMBERS: ("Member Name", "Email", "Job Title", "Function", "Max Accounts"),
        What.ACCOUNTS: (
            "Account Name", "Status", "Tier", "Sponsor", "Account Lead", "Industry", "Region",
            "Country", "City", "Postcode", "Address", "Website", "Email", "Phone", "Employees",
            "Annual Revenue", "Currency", "Alias", "Former Name", "Story",
        ),
        What.CONTACTS: (
            "Full Name", "Account Name", "Job Title", "Function", "Role", "Reports To", "City",
            "Birthday", "Notes", "Email", "Phone", "Mobile Phone", "Fax", "Other Phone",
        ),
    }  # fmt: skip
    for what, headings in kept.items():
        here = {tuple(row[one] for one in headings) for row in table(team, what, folder)}
        there = {tuple(row[one] for one in headings) for row in table(other, what, folder)}
        assert here <= there


@pytest.mark.parametrize("what", [What.INTERACTIONS, What.ISSUES, What.PROMISES, What.EVERYTHING])
def test_a_list_of_what_happened_is_not_imported_as_accounts(
    team: Services, folder: Path, what: What
) -> None:
    before = len(accounts.listed(team))
    path = write(team, what, folder / f"{what}.csv")
    if what in (What.INTERACTIONS, What.ISSUES):  # these come back as what they are
        imports.run(team, path, Options())
    else:
        with pytest.raises(SponsorError):
            imports.run(team, path, Options())
    assert len(accounts.listed(team)) == before
