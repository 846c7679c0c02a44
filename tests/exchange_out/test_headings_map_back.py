"""What we write as a table, our own import reads as the same records."""

import csv
import io
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.importing import ImportKind
from sponsor_app.domain.money import decimals, minor_units
from sponsor_app.exchange.outgoing import tables
from sponsor_app.exchange.outgoing.columns import Sheet, money_text
from sponsor_app.exchange.tabular.amounts import amount, minor
from sponsor_app.exchange.tabular.cells import unguarded
from sponsor_app.exchange.tabular.mapping import map_columns
from sponsor_app.exchange.tabular.writing import write_csv
from tests.exchange_out.texts import ANY_TEXT

EVERY_POINT = frozenset(tables.POINT_HEADINGS)

ACCOUNT_FIELDS = {
    "Account ID": "id",
    "External ID": "external_id",
    "Account Name": "name",
    "Status": "status",
    "Tier": "tier",
    "Industry": "industry",
    "Region": "region",
    "Country": "country",
    "City": "city",
    "Postcode": "postcode",
    "Address": "address",
    "Website": "website",
    "Email": "email",
    "Phone": "phone",
    "Mobile Phone": "phone_mobile",
    "Fax": "phone_fax",
    "Employees": "employees",
    "Annual Revenue": "annual_revenue",
    "Currency": "currency",
    "Parent Account": "parent",
    "Alias": "alias",
    "Former Name": "former_name",
    "Sponsor": "sponsor",
    "Account Lead": "lead",
    "Story": "story",
}
CONTACT_FIELDS = {
    "Contact ID": "id",
    "External ID": "external_id",
    "Full Name": "name",
    "Account Name": "account",
    "Account ID": "account_id",
    "Job Title": "title",
    "Function": "function",
    "Role": "role",
    "Reports To": "reports_to",
    "City": "city",
    "Country": "country",
    "Birthday": "birthday",
    "Notes": "notes",
    "Email": "email",
    "Work Email": "email_work",
    "Home Email": "email_home",
    "Phone": "phone",
    "Work Phone": "phone_work",
    "Mobile Phone": "phone_mobile",
    "Home Phone": "phone_home",
    "Fax": "phone_fax",
}
MEMBER_FIELDS = {
    "Member ID": "id",
    "Member Name": "name",
    "Email": "email",
    "Job Title": "title",
    "Function": "function",
    "Manager": "manager",
    "Max Accounts": "max_accounts",
    "City": "city",
    "Country": "country",
}
MAPPED_TOO = {
    ImportKind.ACCOUNTS: {"Work Email", "Home Email", "Other Email", "Work Phone", "Home Phone"},
    ImportKind.CONTACTS: {"Other Email"},
    ImportKind.MEMBERS: set[str](),
}


@pytest.mark.parametrize(
    ("kind", "columns", "fields"),
    [
        (
            ImportKind.ACCOUNTS,
            tables.with_points(tables.ACCOUNTS, EVERY_POINT, "website"),
            ACCOUNT_FIELDS,
        ),
        (
            ImportKind.CONTACTS,
            tables.with_points(tables.CONTACTS, EVERY_POINT, "title"),
            CONTACT_FIELDS,
        ),
        (ImportKind.MEMBERS, tables.MEMBERS, MEMBER_FIELDS),
    ],
    ids=["accounts", "contacts", "members"],
)
def test_our_headings_are_recognised_and_mean_the_same_field(
    kind: ImportKind, columns: Any, fields: dict[str, str]
) -> None:
    mapped = map_columns(tuple(column.heading for column in columns), name="export.csv")
    assert mapped.kind is kind
    assert mapped.notes == ()
    assert {heading: mapped.shown[heading] for heading in fields} == fields
    further = set(mapped.shown) - set(fields) - MAPPED_TOO[kind]
    assert further <= {"Main Phone", "Other Phone"}


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("interactions", ImportKind.INTERACTIONS),
        ("issues", ImportKind.ISSUES),
        ("promises", None),
    ],
)
def test_lists_of_what_happened_are_not_taken_for_accounts_or_people(
    what: str, kind: ImportKind | None
) -> None:
    headings = tuple(column.heading for column in tables.COLUMNS[what])
    assert map_columns(headings, name="export.csv").kind is kind


@pytest.mark.parametrize("what", tables.COLUMNS)
def test_no_heading_stands_twice(what: str) -> None:
    columns = tables.COLUMNS[what]
    if what in ("accounts", "contacts"):
        columns = tables.with_points(columns, EVERY_POINT, columns[0].key)
    headings = [column.heading for column in columns]
    assert len(headings) == len(set(headings))


@given(st.lists(st.tuples(ANY_TEXT, ANY_TEXT, st.lists(ANY_TEXT)), max_size=6))
def test_any_text_survives_a_table_of_text_and_none_of_it_runs(
    rows: list[tuple[str, str, list[str]]],
) -> None:
    columns = [tables.MEMBERS[0], tables.MEMBERS[2]]
    sheet = Sheet("T", columns, [{"name": a, "title": b} for a, b, _ in rows])
    stream = io.BytesIO()
    assert write_csv(stream, sheet.headings, sheet.lines()) == len(rows)
    content = stream.getvalue()
    assert content.startswith("\ufeff".encode())
    found = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [tuple(map(unguarded, row)) for row in found[1:]] == [(a, b) for a, b, _ in rows]
    cells = [cell for row in found for cell in row]
    running = [c for c in cells if c[:1] in "=@\t\r\n" and c[:1]]
    assert running == []


@given(
    st.integers(-(10**15), 10**15),
    st.sampled_from(["EUR", "USD", "JPY", "KWD", "TND", "XXX"]),
)
def test_an_amount_written_alone_is_read_as_the_same_amount(units: int, currency: str) -> None:
    text = money_text(Decimal(units).scaleb(-decimals(currency)), currency)
    found = amount(text, "")
    assert not isinstance(found, str)
    assert found is not None
    assert minor(found.value, currency) == units  # pyright: ignore[reportAttributeAccessIssue]
    assert minor_units(text, currency) == units
