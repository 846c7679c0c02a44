"""Other people's CSV files become accounts, contacts and members; again and again, and back again."""

from pathlib import Path

import pytest

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.errors import FileProblemError, InvalidError, NotFoundError
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.importing import ImportKind
from sponsor_app.domain.interaction import Kind
from sponsor_app.services import (
    Services,
    accounts,
    contacts,
    history,
    imports,
    interactions,
    members,
    searching,
)
from sponsor_app.services.imports import FileReport, Options
from tests.conftest import TODAY

SHARED = Path(__file__).parents[3] / "shared" / "data"
COMPANIES = SHARED / "companies" / "JerBouma+FinanceDatabase" / "derived_companies_world.csv"


def bring(
    app: Services, folder: Path, text: str, name: str = "accounts.csv", **wishes: object
) -> FileReport:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return imports.run(app, path, Options(**wishes))  # pyright: ignore[reportArgumentType]


def counts(report: FileReport) -> tuple[int, int, int]:
    return report.created, report.updated, report.unchanged


def names(app: Services) -> list[str]:
    return [row.account for row in accounts.listed(app)]


ACCOUNTS = "Account Name,Website,Type,Billing City,Annual Revenue\nAcme,https://www.acme.example,Customer,Bergen,1250000\nZenith,zenith.example,Prospect,Lyon,\n"


def test_accounts_come_in_once_and_a_second_time_changes_nothing(
    app: Services, tmp_path: Path
) -> None:
    assert counts(bring(app, tmp_path, ACCOUNTS)) == (2, 0, 0)
    again = bring(app, tmp_path, ACCOUNTS)
    assert counts(again) == (0, 0, 2)
    assert again.import_id is None
    assert names(app) == ["Acme", "Zenith"]


def test_a_changed_row_updates_only_what_changed(app: Services, tmp_path: Path) -> None:
    bring(app, tmp_path, ACCOUNTS)
    report = bring(app, tmp_path, ACCOUNTS.replace("Bergen", "Oslo"))
    assert counts(report) == (0, 1, 1)
    acme = accounts.listed(app)[0].account_id
    [change] = history.of_record(app, acme)[0].fields
    assert (change.name, change.before, change.after) == ("city", "Bergen", "Oslo")


def test_a_dry_run_counts_and_writes_nothing(app: Services, tmp_path: Path) -> None:
    report = bring(app, tmp_path, ACCOUNTS, dry_run=True)
    assert counts(report) == (2, 0, 0)
    assert report.import_id is None
    assert names(app) == []


def test_one_import_is_one_step_and_can_be_taken_back_later(app: Services, tmp_path: Path) -> None:
    report = bring(app, tmp_path, ACCOUNTS)
    assert history.steps(app)[0].title == "Imported accounts.csv: 2 accounts added, 0 updated"
    assert report.import_id is not None
    accounts.add(app, fields={"name": "Mine"})
    _, undone = imports.undo(app, report.import_id)
    assert undone.reversed == 2
    assert names(app) == ["Mine"]


def test_taking_an_import_back_keeps_what_was_edited_or_used_since(
    app: Services, tmp_path: Path
) -> None:
    report = bring(app, tmp_path, ACCOUNTS + "Third,third.example,,,\n")
    rows = {row.account: row.account_id for row in accounts.listed(app)}
    accounts.change(app, rows["Acme"], {"tier": "key"})
    interactions.log(app, InteractionDraft(rows["Zenith"], Kind.CALL, TODAY))
    assert report.import_id is not None
    _, undone = imports.undo(app, report.import_id)
    assert (undone.reversed, len(undone.kept)) == (1, 2)
    assert names(app) == ["Acme", "Zenith"]


def test_an_import_nobody_did_cannot_be_taken_back(app: Services) -> None:
    with pytest.raises(NotFoundError, match="no import"):
        imports.undo(app, app.store.new_id())


def test_same_name_elsewhere_is_another_account_and_is_counted(
    app: Services, tmp_path: Path
) -> None:
    bring(app, tmp_path, ACCOUNTS)
    report = bring(app, tmp_path, "name,website\nAcme,acme-other.example\n")
    assert counts(report) == (1, 0, 0)
    assert report.possible_duplicates == 1


def test_a_row_that_fits_two_accounts_is_refused_with_its_line(
    app: Services, tmp_path: Path
) -> None:
    bring(app, tmp_path, "name,website\nAcme,one.example\nAcme,two.example\n")
    report = bring(app, tmp_path, "name,city\nAcme,Oslo\n")
    assert counts(report) == (0, 0, 0)
    assert [(one.at, one.whole_row) for one in report.rejected] == [("line 2", True)]
    assert "2 accounts are called so" in report.rejected[0].reason


def test_a_name_without_a_web_address_gets_the_one_the_file_knows(
    app: Services, tmp_path: Path
) -> None:
    accounts.add(app, fields={"name": "Acme"})
    assert counts(bring(app, tmp_path, ACCOUNTS)) == (1, 1, 0)
    assert names(app) == ["Acme", "Zenith"]


def test_the_same_account_twice_in_a_file_becomes_one_and_the_second_row_is_named(
    app: Services, tmp_path: Path
) -> None:
    report = bring(
        app, tmp_path, "name,website,city\nAcme,acme.example,\nACME,www.acme.example,Oslo\n"
    )
    assert counts(report) == (1, 0, 0)
    assert "the same account as line 2" in report.rejected[0].reason
    acme = accounts.page(app, accounts.listed(app)[0].account_id)
    assert acme.details.city == "Oslo"


def test_a_file_that_names_an_account_twice_changes_nothing_the_second_time(
    app: Services, tmp_path: Path
) -> None:
    """Its rows differ: each would otherwise overwrite what the other said, for ever."""
    text = "name,website,city\nAcme,acme.example,Bergen\nAcme,acme.example,Oslo\n"
    first, again = bring(app, tmp_path, text), bring(app, tmp_path, text)
    assert (counts(first), counts(again)) == ((1, 0, 0), (0, 0, 1))
    assert again.rejected == first.rejected
    people = "name,email,title\nDana Reed,d@acme.example,CIO\nDana Reed,d@acme.example,CEO\n"
    for kind in ("contacts", "members"):
        wishes = {"name": f"{kind}.csv", "kind": ImportKind(kind)}
        bring(app, tmp_path, people, **wishes)  # pyright: ignore[reportArgumentType]
        again = bring(app, tmp_path, people, **wishes)  # pyright: ignore[reportArgumentType]
        assert (again.created, again.updated) == (0, 0)


def test_what_hangs_on_an_account_comes_with_it(app: Services, tmp_path: Path) -> None:
    members.add(app, name="Tom Okafor", email="tom@northwind.example", function="sales")
    text = (
        "name,phone,parent,alias,sponsor,lead\n"
        "Child,+33 6 28 12 34 56,Mother,Kid,Grace Moreau,tom@northwind.example\n"
        "Mother,,,,Nobody Known,\n"
    )
    report = bring(app, tmp_path, text)
    child = next(row for row in accounts.listed(app) if row.account == "Child")
    page = accounts.page(app, child.account_id)
    assert page.details.parent == "Mother"
    assert page.details.phone == "+33 6 28 12 34 56"
    assert page.details.aliases[0].value == "Kid"
    assert (child.sponsor, child.lead) == ("Grace Moreau", "Tom Okafor")
    assert ("sponsor", 1) in [(one.what, one.count) for one in report.left_out]
    assert searching.find(app, "06 28 12")[0].id == child.account_id


CONTACTS = (
    "First Name,Last Name,E-mail Address,Company,Job Title,Mobile Phone,Manager\n"
    "Dana,Reed,Dana@acme.example,Acme,CIO,+44 7700 900123,\n"
    "Sigurd,Aasen,sigurd@acme.example,Acme,Chief Engineer,,Dana Reed\n"
)


def test_contacts_find_their_account_and_their_boss(app: Services, tmp_path: Path) -> None:
    bring(app, tmp_path, ACCOUNTS)
    report = bring(app, tmp_path, CONTACTS, "contacts.csv")
    assert report.read.kind is ImportKind.CONTACTS
    assert counts(report) == (2, 0, 0)
    people = {one.name: one for one in contacts.listed(app)}
    assert people["Sigurd Aasen"].account == "Acme"
    assert people["Sigurd Aasen"].reports_to == "Dana Reed"
    assert counts(bring(app, tmp_path, CONTACTS, "contacts.csv")) == (0, 0, 2)
    assert names(app) == ["Acme", "Zenith"]


def test_a_contact_at_an_unknown_company_brings_the_company_and_says_so(
    app: Services, tmp_path: Path
) -> None:
    report = bring(app, tmp_path, CONTACTS, "contacts.csv")
    assert names(app) == ["Acme"]
    assert ("accounts made for contacts", 1) in [(one.what, one.count) for one in report.left_out]
    assert counts(report) == (2, 0, 0)


def test_a_mail_address_says_where_a_person_works_unless_it_is_free_mail(
    app: Services, tmp_path: Path
) -> None:
    bring(app, tmp_path, ACCOUNTS)
    text = "First Name,Last Name,Email\nIda,Berg,ida@acme.example\nOle,Vik,ole@gmail.com\n"
    bring(app, tmp_path, text, "contacts.csv")
    people = {one.name: one.account for one in contacts.listed(app)}
    assert people == {"Ida Berg": "Acme", "Ole Vik": None}


def test_everyone_in_a_file_can_be_put_at_one_account(app: Services, tmp_path: Path) -> None:
    acme = AccountId(accounts.add(app, fields={"name": "Acme"}).created[0])
    text = "First Name,Last Name,Email\nOle,Vik,ole@gmail.com\n"
    bring(app, tmp_path, text, "contacts.csv", account_id=acme)
    assert contacts.listed(app)[0].account == "Acme"


def test_members_come_in_with_their_manager(app: Services, tmp_path: Path) -> None:
    text = "Name,Email,Function,Manager\nTom Okafor,tom@n.example,Sales,Ida Boss\nIda Boss,ida@n.example,Executive,\n"
    report = bring(app, tmp_path, text, "members.csv", kind=ImportKind.MEMBERS)
    assert counts(report) == (2, 0, 0)
    people = {one.name: one for one in members.listed(app)}
    assert people["Tom Okafor"].manager_id == people["Ida Boss"].id
    assert counts(bring(app, tmp_path, text, "members.csv", kind=ImportKind.MEMBERS)) == (0, 0, 2)


def test_a_customer_called_like_a_picture_is_only_a_name(app: Services, tmp_path: Path) -> None:
    bring(app, tmp_path, 'name,website\n"<img src=file:///etc/passwd>",evil.example\n')
    assert names(app) == ["<img src=file:///etc/passwd>"]


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n\x1a\n" + bytes(99), b"PK\x03\x04" + bytes(99)]
)
def test_a_file_that_is_no_table_changes_nothing(
    app: Services, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "accounts.csv"
    path.write_bytes(content)
    with pytest.raises(FileProblemError) as refused:
        imports.run(app, path, Options())
    assert refused.value.next
    assert len(history.steps(app)) == 1


def test_rows_nobody_can_name_are_asked_about(app: Services, tmp_path: Path) -> None:
    with pytest.raises(InvalidError, match="what its rows are") as refused:
        bring(app, tmp_path, "a,b,c\n1,2,3\n", "things.csv")
    assert "--as accounts" in refused.value.typed
    assert "Account Name" in refused.value.next


@pytest.mark.skipif(not COMPANIES.exists(), reason="the shared real files are not here")
def test_26_723_real_companies_come_in_and_a_second_time_none(app: Services) -> None:
    first = imports.run(app, COMPANIES, Options())
    assert counts(first) == (26_723, 0, 0)
    assert first.rejected == ()
    again = imports.run(app, COMPANIES, Options())
    assert counts(again) == (0, 0, 26_723)
    assert len(accounts.listed(app)) == 26_723
    assert searching.find(app, "siemens energy")[0].title == "Siemens Energy AG"
    assert first.import_id is not None
    _, undone = imports.undo(app, first.import_id)
    assert (undone.reversed, undone.kept) == (26_723, ())
    assert accounts.listed(app) == ()
