"""Real exports of other programs, with the counts somebody else made of them."""

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest

from sponsor_app.domain.errors import FileProblemError
from sponsor_app.domain.importing import ImportKind
from sponsor_app.exchange.tabular.reading import read_all, read_tabular

Take = Callable[..., Any]
WORLD = "companies/JerBouma+FinanceDatabase/derived_companies_world.csv"

# Where the headings stand, for files in which it is not the first line; read by eye.
HEADINGS: dict[str, int | None] = {
    "Datagov_FY10_EDU_recp_by_State.csv": 3,
    "no_header_row.csv": None,
    "no_header_row2.csv": None,
    "no_header_row3.csv": None,
}
# Where we differ from the manifest, and why that is right.
JUSTIFIED = {
    "empty.csv": "it holds one empty line; it is refused, and the manifest counts nothing either",
    "no_header_row.csv": "it has no headings; the manifest takes its only row for them",
    "no_header_row2.csv": "it has no headings; the manifest takes its only row for them",
    "no_header_row3.csv": "it has no headings; the manifest takes the first of two rows for them",
    "csvtext_BOM_UTF32BE.csv": "marked as UTF-16, written as UTF-32; read as what it is",
    "csvtext_BOM_UTF32LE.csv": "marked as UTF-16, written as UTF-32; both rows are read, the manifest has none",
    "Datagov_FY10_EDU_recp_by_State.csv": "the manifest counts the title above the headings as a record",
    "test_latin1.csv": "one lone © is the same in cp1252 and in the manifest's Windows-1250; Western comes first",
}


class Sample(NamedTuple):
    """A file of the manifest, and what it says about it."""

    path: Path
    records: int
    delimiter: str
    encoding: str


def tables(samples: Path) -> Iterator[Sample]:
    with (samples / "MANIFEST.tsv").open(encoding="utf-8", newline="") as manifest:
        for row in csv.DictReader(manifest, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["kind"] not in ("csv", "companies"):
                continue
            delimiter = re.search(r"delim='(.*?)'", row["notes"])
            encoding = re.search(r"enc=([\w+:-]+)", row["notes"])
            yield Sample(
                samples / row["path"],
                int(row["records"]),
                delimiter[1].replace("\\t", "\t") if delimiter else ",",
                encoding[1] if encoding else "utf-8",
            )


def plain(text: str) -> str:
    """A cell without the invisible signs and the white space that programs leave in it."""
    return " ".join(text.replace("\u00ad", "").split())


def differences(sample: Sample, take: Take) -> list[str]:
    """What we say of a file that the manifest does not."""
    try:
        taken = take(sample.path.read_bytes(), name=sample.path.name)
    except FileProblemError as error:
        return [error.message]
    shape = taken.table.shape
    marked = sample.encoding.removesuffix("+BOM")
    expected = HEADINGS.get(sample.path.name, 1)
    checks = (
        (shape.delimiter or ",", sample.delimiter, "delimiter"),
        (shape.encoding.startswith(marked), True, f"encoding {shape.encoding}"),
        (shape.header_line, expected, "line of the headings"),
        (taken.closing.rows_read, sample.records, "rows"),
    )
    assert taken.every_row_is_somewhere
    return [f"{what}: {ours!r}, not {theirs!r}" for ours, theirs, what in checks if ours != theirs]


def test_delimiter_encoding_headings_and_rows_are_those_of_the_manifest(
    samples: Path, take: Take
) -> None:
    found = {sample.path.name: differences(sample, take) for sample in tables(samples)}
    exceptions = {name: what for name, what in found.items() if what}
    for name, what in exceptions.items():
        print(f"{name:40} {'; '.join(what):70} {JUSTIFIED.get(name, 'UNEXPLAINED')}")
    assert exceptions.keys() <= JUSTIFIED.keys()
    assert len(found) >= 90


def test_every_company_of_the_world_becomes_a_record(samples: Path) -> None:
    result = read_all(read_tabular(samples / WORLD))
    report = result.report
    assert (report.kind, report.records, report.rejected) == (ImportKind.ACCOUNTS, 26_723, ())
    with (samples / WORLD).open(encoding="utf-8", newline="") as file:
        for record, row in zip(result.records, csv.DictReader(file), strict=True):
            assert record.fields["name"] == plain(row["name"])
            for field in ("country", "city", "industry"):
                assert record.fields.get(field, "") == plain(row[field])
            host = urlsplit(row["website"]).hostname or ""
            assert record.fields.get("domain", "") == re.sub(r"^www\d?\.", "", host)


@pytest.mark.parametrize("exchange", ["EBS", "GER", "PAR", "STO"])
def test_every_listed_company_is_a_record_or_a_row_without_a_name(
    samples: Path, exchange: str
) -> None:
    path = samples / f"companies/JerBouma+FinanceDatabase/database/equities/{exchange}.csv"
    result = read_all(read_tabular(path))
    with path.open(encoding="utf-8", newline="") as file:
        names = [" ".join(row["name"].split()) for row in csv.DictReader(file)]
    assert [record.fields["name"] for record in result.records] == [name for name in names if name]
    assert len(result.report.rejected_rows) == sum(not name for name in names)
    assert {one.reason for one in result.report.rejected} <= {"the row has no name"}


def test_contacts_of_atomic_crm_keep_every_address_and_number(samples: Path) -> None:
    path = samples / "csv/marmelab+atomic-crm/test-data/contacts.csv"
    result = read_all(read_tabular(path))
    assert (result.report.kind, result.report.records) == (ImportKind.CONTACTS, 500)
    with path.open(encoding="utf-8", newline="") as file:
        for record, row in zip(result.records, csv.DictReader(file), strict=True):
            assert record.fields["name"] == f"{row['first_name']} {row['last_name']}"
            assert record.fields["account"] == row["company"]
            columns = [c for c in row if c.startswith(("email_", "phone_"))]
            values = [row[column].lower() for column in columns if row[column]]
            assert [point.value.lower() for point in record.points] == values
            labels = [column.partition("_")[2] for column in columns if row[column]]
            assert [point.label for point in record.points] == labels


def test_the_old_google_export_with_a_hundred_columns_is_understood(samples: Path) -> None:
    result = read_all(
        read_tabular(samples / "csv/takbok+shared-contacts-admin/testcases/test-data/sample1.csv")
    )
    assert (result.report.kind, result.report.records) == (ImportKind.CONTACTS, 16)
    fields = result.records[0].fields
    assert (fields["name"], fields["account"], fields["title"]) == (
        "Test Name 47",
        "Test Company 47",
        "Media Research Analyst",
    )
    assert [(point.label, point.value) for point in result.records[0].points] == [
        ("fax", "(111) 222-3288"),
        ("work", "(111) 111-2177"),
        ("mobile", "(333) 555-6621"),
        ("", "testmail46@test.com"),
    ]


def test_accounts_of_the_salesforce_loader_keep_unknown_words_out(samples: Path) -> None:
    folder = samples / "csv/forcedotcom+dataloader/src/test/resources/testfiles/data"
    result = read_all(read_tabular(folder / "insertAccountCsv.csv"))
    assert (result.report.kind, result.report.records) == (ImportKind.ACCOUNTS, 100)
    assert "status" not in result.records[0].fields
    (left_out,) = result.report.left_out
    assert (left_out.count, left_out.reason) == (
        100,
        "“Account” has no certain meaning as status, first on line 2",
    )
