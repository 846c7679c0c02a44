"""Workbooks as people keep them: several sheets, titles above the table, merged cells, real dates."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from sponsor_app.domain.errors import FileProblemError
from sponsor_app.domain.importing import ImportKind, ReadResult
from sponsor_app.exchange.readers import read_file
from sponsor_app.exchange.tabular.reading import read_all
from tests.exchange.books import ods, parts_of, table, with_part, xlsx
from tests.exchange.old_books import xls

HEADINGS = ["Account Name", "Industry", "Website", "Annual Revenue"]
ROWS = [
    HEADINGS,
    ["Acme", "Mining", "acme.example", 1234.5],
    ["Zenith", "Optics", "zenith.example", 7],
]


def read(path: Path, **wishes: Any) -> ReadResult:
    return read_all(read_file(path, **wishes))


def names(found: ReadResult) -> list[object]:
    return [record.fields["name"] for record in found.records]


def test_a_sheet_is_read_as_the_table_it_is(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", lambda book: table(book, "Accounts", ROWS))
    found = read(path)
    assert found.report.format == "xlsx"
    assert (found.report.kind, found.report.sheet) == (ImportKind.ACCOUNTS, "Accounts")
    assert [record.at for record in found.records] == ["row 2", "row 3"]
    assert [record.fields["annual_revenue"] for record in found.records] == [123_450, 700]
    assert (found.report.rejected, found.report.left_out) == ((), ())


def test_the_sheet_with_headings_is_found_and_the_others_are_named(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        table(book, "Cover", [["Report of May"]])
        table(book, "Data", ROWS)
        table(book, "Old", ROWS).hide()

    path = xlsx(tmp_path / "a.xlsx", fill)
    found = read(path)
    assert (found.report.sheet, names(found)) == ("Data", ["Acme", "Zenith"])
    told = [(one.what, one.count, one.reason.rpartition(": “")[2]) for one in found.report.left_out]
    assert told == [("sheets", 1, "Cover” (rows: 1)"), ("hidden sheets", 1, "Old” (rows: 3)")]
    assert read(path, sheet="Data").report.left_out == ()
    assert [(one.name, one.hidden) for one in found.report.sheets] == [
        ("Cover", False),
        ("Data", False),
        ("Old", True),
    ]


def test_a_hidden_sheet_is_read_when_it_is_named_and_only_then(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        table(book, "Front", [])
        table(book, "Old", ROWS).hide()

    path = xlsx(tmp_path / "a.xlsx", fill)
    with pytest.raises(FileProblemError, match="filled sheets are hidden") as refused:
        read(path)
    assert "Old" in refused.value.next
    assert names(read(path, sheet="old")) == ["Acme", "Zenith"]
    with pytest.raises(FileProblemError, match="no sheet “New”") as unknown:
        read(path, sheet="New")
    assert "“Front”" in unknown.value.next


def test_headings_below_a_preamble_are_found_and_the_lines_above_are_named(tmp_path: Path) -> None:
    rows = [["Notes:"], ["When exporting your list, some may be missing."], [], *ROWS]
    path = xlsx(tmp_path / "a.xlsx", lambda book: table(book, "S", rows))
    found = read(path)
    assert (found.report.header_line, names(found)) == (4, ["Acme", "Zenith"])
    [above] = found.report.left_out
    assert (above.what, above.count) == ("rows above the headings", 2)


def test_a_line_that_is_named_is_taken_for_the_headings(tmp_path: Path) -> None:
    rows = [["Name", "City"], ["Firm", "Town"], ["Acme", "Oslo"]]
    path = xlsx(tmp_path / "a.xlsx", lambda book: table(book, "S", rows))
    found = read(path, header=2, kind=ImportKind.ACCOUNTS, mapping={"Firm": "name"})
    assert (found.report.header_line, names(found)) == (2, ["Acme"])
    with pytest.raises(FileProblemError, match="no headings on line 9"):
        read(path, header=9)


def test_a_cell_merged_over_several_rows_stands_in_each_of_them(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = table(book, "S", [["Account", "First Name", "Last Name"]])
        sheet.merge_range(1, 0, 3, 0, "Acme")
        for row, name in enumerate(["Dana", "Lee", "Ada"], 1):
            sheet.write_row(row, 1, [name, "Reed"])

    found = read(xlsx(tmp_path / "a.xlsx", fill))
    assert found.report.kind is ImportKind.CONTACTS
    assert [record.fields["account"] for record in found.records] == ["Acme"] * 3


def test_merged_cells_of_an_old_workbook_stand_in_each_row_too(tmp_path: Path) -> None:
    rows = [
        ["Account", "First Name", "Last Name"],
        ["Acme", "Dana", "Reed"],
        *([["", one, "Réed"] for one in ("Lee", "Ada")]),
        ["", "", ""],
        ["Zenith", "Ida", "Berg"],
    ]
    found = read(xls(tmp_path / "a.xls", rows, [(1, 4, 0, 0), (0, 0, 3, 4)]))
    assert (found.report.format, found.report.rejected) == ("xls", ())
    assert [one.fields["account"] for one in found.records] == ["Acme"] * 3 + ["Zenith"]


@pytest.mark.parametrize("above", [0, 3])
def test_merged_cells_of_an_open_document_stand_in_each_row_too(tmp_path: Path, above: int) -> None:
    rows = [
        ["Account", "First Name", "Last Name"],
        ["Acme", "Dana", "Reed"],
        *([["", one, "Reed"] for one in ("Lee", "Ada")]),
        ["Zenith", "Ida", "Berg"],
    ]
    path = ods(tmp_path / "a.ods", {"S": rows})
    empty = f'<table:table-row table:number-rows-repeated="{above}"><table:table-cell/></table:table-row>'
    content = parts_of(path.read_bytes())["content.xml"].decode()
    spanned = (
        '<table:table-cell table:number-rows-spanned="3" office:value-type="string"><text:p>Acme'
    )
    content = content.replace(
        '<table:table-cell office:value-type="string"><text:p>Acme', spanned
    ).replace("<table:table-row>", f"{empty}<table:table-row>" if above else "<table:table-row>", 1)
    found = read(with_part(path, "content.xml", content))
    assert [one.fields["account"] for one in found.records] == ["Acme"] * 3 + ["Zenith"]


def test_a_title_merged_over_the_columns_is_no_heading(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = table(book, "S", [[], *ROWS])
        sheet.merge_range(0, 0, 0, 3, "Our customers")

    assert read(xlsx(tmp_path / "a.xlsx", fill)).report.header_line == 2


def test_dates_are_dates_whatever_the_sheet_makes_of_them(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = table(book, "S", [["First Name", "Last Name", "Birthday", "Employee ID"]])
        looks = ["dd/mm/yyyy", "mm-dd-yy", "d. mmmm yyyy", "yyyy-mm-dd hh:mm"]
        for row, look in enumerate(looks, 1):
            sheet.write_row(row, 0, ["Dana", f"Reed {row}"])
            day = dt.datetime(1980, 4, 3, 9 if "hh" in look else 0)  # noqa: DTZ001 - a cell has no zone
            sheet.write_datetime(row, 2, day, book.add_format({"num_format": look}))

    found = read(xlsx(tmp_path / "a.xlsx", fill), kind=ImportKind.CONTACTS)
    assert {record.fields["birthday"] for record in found.records} == {"1980-04-03"}


def test_numbers_keep_their_value_and_codes_their_digits(tmp_path: Path) -> None:
    rows = [
        ["Account Name", "Employees", "Annual Revenue", "Phone", "External ID"],
        ["A", 12, 1.234, 4930123456, 1001],
        ["B", 250000.0, 0.1 + 0.2, "+49 30 1", "007"],
    ]
    found = read(xlsx(tmp_path / "a.xlsx", lambda book: table(book, "S", rows)))
    first, second = (record.fields for record in found.records)
    assert (first["employees"], second["employees"]) == (12, 250_000)
    assert (first["annual_revenue"], second["annual_revenue"]) == (123, 30)
    assert (first["external_id"], second["external_id"]) == ("1001", "007")
    assert first["phone"] == "4930123456"


def test_a_table_that_stands_in_the_middle_of_its_sheet_is_read(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("S")
        for number, row in enumerate(ROWS, 4):
            sheet.write_row(number, 3, row)
        sheet.merge_range(7, 4, 8, 4, "Steel")
        sheet.write(7, 3, "Bolt")
        sheet.write(8, 3, "Nut")

    found = read(xlsx(tmp_path / "a.xlsx", fill))
    assert names(found) == ["Acme", "Zenith", "Bolt", "Nut"]
    assert [record.fields["industry"] for record in found.records][2:] == ["Steel", "Steel"]
    assert found.report.columns == tuple(HEADINGS)


def test_an_open_document_is_read_too(tmp_path: Path) -> None:
    path = ods(
        tmp_path / "a.ods", {"Intro": [["Hi"]], "S": [["Company", "City"], ["Acmé", "Oslo"]]}
    )
    found = read(path, kind=ImportKind.ACCOUNTS)
    assert (found.report.format, found.report.sheet, names(found)) == ("ods", "S", ["Acmé"])


@pytest.mark.parametrize("suffix", ["xls", "xlsx"])
def test_old_and_new_workbooks_of_other_programs_give_the_same_rows(
    samples: Path, suffix: str
) -> None:
    path = samples / f"xlsx/wireservice+csvkit/examples/sheets.{suffix}"
    mapping = {"text": "name", "date": "-", "integer": "employees"}
    found = read(path, kind=ImportKind.ACCOUNTS, mapping=mapping)
    assert found.report.sheet == "data"
    assert names(found)[:2] == ["Chicago Reader", "Chicago Sun-Times"]
    assert [record.fields.get("employees") for record in found.records][:3] == [40, 63, 164]


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("xl/vbaProject.bin", "contains macros"),
        ("xl/macrosheets/sheet1.xml", "contains macros"),
    ],
)
def test_a_workbook_with_macros_is_refused_with_what_to_do(
    tmp_path: Path, part: str, told: str
) -> None:
    path = xlsx(tmp_path / "a.xlsx", lambda book: table(book, "S", ROWS))
    with pytest.raises(FileProblemError, match=told) as refused:
        read(with_part(path, part, b"\xd0\xcf\x11\xe0"))
    assert "without macros" in refused.value.next


def test_a_locked_workbook_is_refused_with_what_to_do(tmp_path: Path) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    sealed = tmp_path / "a.xlsx"
    sealed.write_bytes(old + "EncryptedPackage".encode("utf-16-le") + bytes(600))
    open_document = ods(tmp_path / "a.ods", {"S": [["Name"]]}, "<manifest:encryption-data/>")
    old_one = xls(tmp_path / "a.xls", ROWS[:1], locked=True)  # pyright: ignore[reportArgumentType] - headings are text
    for path in (sealed, open_document, old_one):
        with pytest.raises(FileProblemError, match="protected by a password") as refused:
            read(path)
        assert "remove the password" in refused.value.next


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cut.xlsx", b""),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("word.xlsx", None),
    ],
)
def test_what_is_no_whole_workbook_is_refused_in_a_sentence(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    path = xlsx(tmp_path / name, lambda book: table(book, "S", ROWS))
    if content is None:
        path.write_bytes(path.read_bytes().replace(b"xl/workbook.xml", b"xl/workbuch.xml"))
    else:
        path.write_bytes(content or path.read_bytes()[:-200])
    with pytest.raises(
        FileProblemError, match=r"damaged or incomplete|there is no sheet"
    ) as refused:
        read(path)
    assert refused.value.next
