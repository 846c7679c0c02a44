"""Lists that mix companies and people, as Odoo, Zendesk Sell or Capsule write them: each row becomes what it says it is."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from sponsor_app.domain.import_look import DuplicatePolicy, RowOutcome
from sponsor_app.domain.importing import ImportKind, UpdatePolicy
from sponsor_app.services import Services, accounts, contacts, history, imports
from sponsor_app.services.imports import FileReport, Options

Bring = Callable[..., FileReport]
ODOO = (
    "External ID", "Name", "Is a Company", "Company Type", "Related Company", "Job Position",
    "Email", "Phone", "Mobile", "Street", "City", "Country", "Website", "Tags", "Salesperson", "Company",
)  # fmt: skip

OTHERS = {
    "capsule": (
        "Type,Name,First name,Last name,Organisation,Job Title,Email Address",
        "Person,,Dana,Reed,Acme,CIO,dana@acme.example",
        "Organisation,Acme,,,,,",
    ),
    "nimble": (
        "record type,first name,last name,company name,title,email",
        "person,Dana,Reed,Acme,CIO,dana@acme.example",
        "company,,,Acme,,",
    ),
    "zendesk sell": (
        "id,name,is_organization,organization_name,email",
        "1,Dana Reed,false,Acme,dana@acme.example",
        "2,Acme,true,,",
    ),
    "salesforce": (
        "Account Name,IsPersonAccount,FirstName,LastName,PersonEmail,BillingCity",
        "Acme,0,,,,Oslo",
        "Dana Reed,1,Dana,Reed,dana@gmail.com,",
    ),
    "odoo with a parent": (
        "External ID,Name,Company Type,Parent/External ID,Parent/Name,Email",
        "base.b,Dana Reed,Individual,base.a,Acme,dana@acme.example",
        "base.a,Acme,Company,,,post@acme.example",
    ),
    "odoo in German": (
        "Anzeigename;Ist ein Unternehmen;Zugehöriges Unternehmen;E-Mail",
        "Acme;Wahr;;",
        "Acme, Dana Reed;Falsch;Acme;dana@acme.example",
    ),
}


def odoo(companies: int, people: int) -> str:
    """A list of `res.partner` in the order of names, so that people stand before their companies."""
    rows = [
        {
            "Name": f"Anna {chr(65 + n % 26)}{n} Berg",
            "Is a Company": "False",
            "Company Type": "Individual",
            "Related Company": f"Ostmark {n % companies:02} AS",
            "Job Position": "Head of Purchasing",
            "Email": f"anna{n}@ostmark{n % companies:02}.example",
            "Mobile": f"+47 900 10 {n:03}",
        }
        for n in range(people)
    ]
    rows += [
        {
            "Name": f"Ostmark {n:02} AS",
            "Is a Company": "True",
            "Company Type": "Company",
            "Related Company": "Ostmark 00 AS" if n == 1 else "",
            "Email": f"post@ostmark{n:02}.example",
            "Phone": f"+47 22 33 {n:04}",
            "Street": f"Storgata {n}",
            "City": "Bergen",
            "Country": "Norway",
            "Website": f"https://ostmark{n:02}.example",
            "Tags": "Gold,Partner",
        }
        for n in range(companies)
    ]
    for n, row in enumerate(rows):
        row.update({"External ID": f"__export__.res_partner_{n}", "Company": "My Company AS"})
    return written(ODOO, rows)


def written(columns: tuple[str, ...], rows: list[dict[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


@pytest.fixture
def bring(app: Services, tmp_path: Path) -> Bring:
    def bring(text: str, name: str = "partners.csv", **options: object) -> FileReport:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return imports.run(app, path, Options(**options))  # pyright: ignore[reportArgumentType] - passed on as given

    return bring


def where(app: Services) -> dict[str, str | None]:
    return {one.name: one.account for one in contacts.listed(app)}


def names(app: Services) -> list[str]:
    return sorted(row.account for row in accounts.listed(app))


def test_30_companies_and_80_people_of_odoo_come_in_as_what_they_are_and_once(
    app: Services, bring: Bring
) -> None:
    report = bring(odoo(30, 80))
    assert (report.created, report.rejected) == (110, ())
    assert report.read.by_kind == {ImportKind.ACCOUNTS: 30, ImportKind.CONTACTS: 80}
    assert len(names(app)) == 30
    assert "My Company AS" not in names(app)
    people = where(app)
    assert len(people) == 80
    assert people["Anna F31 Berg"] == "Ostmark 01 AS"
    row = next(one for one in accounts.listed(app) if one.account == "Ostmark 01 AS")
    page = accounts.page(app, row.account_id)
    assert (page.details.city, page.details.phone) == ("Bergen", "+47 22 33 0001")
    assert page.details.parent == "Ostmark 00 AS"
    assert report.left_out == ()
    assert report.read.unmapped == ("Company Type", "Tags", "Company")
    again = bring(odoo(30, 80))
    assert (again.created, again.updated, again.unchanged, again.import_id) == (0, 0, 110, None)


def test_such_an_import_is_one_step_that_says_what_it_did(app: Services, bring: Bring) -> None:
    report = bring(odoo(3, 5))
    assert history.steps(app)[0].title == (
        "Imported partners.csv: 3 accounts and 5 contacts added, 0 updated"
    )
    assert report.import_id is not None
    imports.undo(app, report.import_id)
    assert (names(app), where(app)) == ([], {})


def test_a_look_shows_of_each_row_what_it_becomes(app: Services, tmp_path: Path) -> None:
    path = tmp_path / "partners.csv"
    path.write_text(odoo(30, 80), encoding="utf-8")
    report, seen = imports.look(app, path, Options())
    assert seen.shape.mixed
    assert "“Is a Company” says of each row" in report.read.kind_reason
    assert [row.at for row in seen.rows[:2]] == ["line 2", "line 3"]
    assert {row.kind for row in seen.rows} == {ImportKind.CONTACTS}
    assert {row.outcome for row in seen.rows} == {RowOutcome.NEW}
    assert seen.shape.mapped["Related Company"] == "account"
    assert seen.shape.mapped["Website"] == "account_domain"
    assert "Street" in seen.shape.mapped
    assert names(app) == []


@pytest.mark.parametrize("system", OTHERS)
def test_other_programs_say_it_in_other_words(app: Services, bring: Bring, system: str) -> None:
    text = "\n".join(OTHERS[system])
    report = bring(text, "export.csv")
    assert (report.created, report.rejected) == (2, ())
    assert names(app) == ["Acme"]
    assert where(app) == {"Dana Reed": None if system == "salesforce" else "Acme"}
    again = bring(text, "export.csv")
    assert (again.created, again.updated, again.unchanged) == (0, 0, 2)


MIXED = "Name,Type,Company,Email\nAcme,Company,,\nDana Reed,Person,Acme,d@acme.example\nZen,?,,\nBolt,Robot,,\n"


def test_a_column_of_other_words_says_nothing_unless_a_person_says_so(
    app: Services, bring: Bring
) -> None:
    assert not bring(MIXED, dry_run=True).read.mixed
    report = bring(MIXED, mapping={"Type": "is_company"})
    assert report.read.by_kind == {ImportKind.ACCOUNTS: 1, ImportKind.CONTACTS: 3}
    [left] = [one for one in report.left_out if one.what == "values of “Type”"]
    assert (left.count, left.reason) == (
        1,
        "“Robot” says neither company nor person, first on line 5",
    )


def test_the_column_can_be_left_alone_and_what_is_silent_is_as_asked(
    app: Services, bring: Bring
) -> None:
    text = "Account Name,Is a Company,City\nAcme,True,Oslo\nZen,,Rome\nDana,False,\n"
    left_alone = bring(text, mapping={"Is a Company": "-"}, kind=ImportKind.ACCOUNTS, dry_run=True)
    assert left_alone.read.by_kind == {ImportKind.ACCOUNTS: 3}
    report = bring(text, kind=ImportKind.ACCOUNTS)
    assert report.read.by_kind == {ImportKind.ACCOUNTS: 2, ImportKind.CONTACTS: 1}
    assert names(app) == ["Acme", "Zen"]


def test_a_list_that_always_says_the_same_is_of_that_kind(app: Services, bring: Bring) -> None:
    text = (
        "Name,Email,Contact Type\nAcme,post@acme.example,Company\nBolt,post@bolt.example,Company\n"
    )
    report = bring(text, "contacts.csv")
    assert (report.read.kind, report.read.mixed) == (ImportKind.ACCOUNTS, False)
    assert names(app) == ["Acme", "Bolt"]


def test_only_new_ones_come_in_of_both_when_nothing_may_change(app: Services, bring: Bring) -> None:
    bring(odoo(2, 3))
    more = odoo(3, 5).replace("Bergen", "Oslo")
    report = bring(more, policy=UpdatePolicy.NEW)
    assert (report.created, report.updated, report.unchanged) == (3, 0, 5)
    assert {accounts.page(app, row.account_id).details.city for row in accounts.listed(app)} == {
        "Bergen",
        "Oslo",
    }


def test_whoever_works_at_a_company_that_is_here_under_another_name_works_there(
    app: Services, bring: Bring
) -> None:
    first = (
        "Name,Is a Company,Related Company,Website\n"
        "Acme Holding GmbH,True,,acme.example\nDana Reed,False,Acme Holding GmbH,\n"
    )
    bring(first)
    second = first.replace("Acme Holding GmbH", "Acme").replace("Dana", "Ida")
    report = bring(second, duplicates=DuplicatePolicy.MERGE)
    assert (report.created, report.updated) == (1, 1)
    assert names(app) == ["Acme"]
    assert where(app) == {"Dana Reed": "Acme", "Ida Reed": "Acme"}
