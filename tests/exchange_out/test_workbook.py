"""A workbook, read back by a program that did not write it, in which nothing runs."""

import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from sponsor_app.exchange.outgoing.cells import LONGEST_TEXT
from sponsor_app.exchange.outgoing.columns import Column, Kind, Sheet
from sponsor_app.exchange.outgoing.workbook import write_book
from tests.exchange_out.texts import ANY_TEXT, NASTY

NOW = datetime(2026, 11, 18, 8, 41, tzinfo=UTC)
TWO = (Column("a", "A"), Column("b", "B"))


def book(path: Path, *sheets: Sheet, **options: Any) -> CalamineWorkbook:
    write_book(path, sheets, title="T", author="Grace", created=NOW, **options)
    return CalamineWorkbook.from_path(path)


def rows(path: Path, sheet: Sheet) -> list[list[Any]]:
    return book(path, sheet).get_sheet_by_index(0).to_python(skip_empty_area=False)


def xml(path: Path, part: str = "xl/worksheets/sheet1.xml") -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(part).decode()


@given(st.lists(st.tuples(ANY_TEXT, ANY_TEXT), min_size=1, max_size=8))
@example([(one, one) for one in NASTY])
def test_any_text_is_read_back_as_the_same_text(
    tmp_path: Path, pairs: list[tuple[str, str]]
) -> None:
    found = rows(tmp_path / "t.xlsx", Sheet("T", TWO, [{"a": "·" + a, "b": b} for a, b in pairs]))
    assert [(row[0], row[1]) for row in found[1:]] == [("·" + a, b) for a, b in pairs]


@given(st.lists(ANY_TEXT, min_size=1, max_size=6))
@example(list(NASTY))
def test_no_cell_is_a_formula_or_a_link(tmp_path: Path, texts: list[str]) -> None:
    path = tmp_path / "t.xlsx"
    book(path, Sheet("T", TWO, [{"a": one, "b": None} for one in texts]))
    sheet = xml(path)
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert "<r>" not in sheet
    with zipfile.ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if "sheet1.xml.rels" in name]


def test_days_moments_numbers_and_money_are_real_ones(tmp_path: Path) -> None:
    columns = (
        Column("day", "Day", Kind.DAY),
        Column("moment", "Moment", Kind.MOMENT),
        Column("whole", "Whole", Kind.WHOLE),
        Column("money", "Money", Kind.MONEY),
    )
    row = {
        "day": "2026-11-18",
        "moment": "2026-11-18T09:30:00.000Z",
        "whole": 12,
        "money": Decimal("1250000.50"),
        "currency": "EUR",
    }
    found = rows(tmp_path / "t.xlsx", Sheet("T", columns, [row, {**row, "day": date(2024, 2, 29)}]))
    assert found[1][1].isoformat() == "2026-11-18T09:30:00"
    assert [found[1][0], *found[1][2:]] == [date(2026, 11, 18), 12, 1250000.5]
    assert found[2][0] == date(2024, 2, 29)
    assert "#,##0.00 &quot;EUR&quot;" in xml(tmp_path / "t.xlsx", "xl/styles.xml")


def test_a_currency_that_is_none_cannot_write_a_format(tmp_path: Path) -> None:
    row = {"money": Decimal(5), "currency": '";[Red]0'}
    found = rows(tmp_path / "t.xlsx", Sheet("T", [Column("money", "M", Kind.MONEY)], [row]))
    assert found[1] == [5]
    assert "[Red]" not in xml(tmp_path / "t.xlsx", "xl/styles.xml")


@pytest.mark.parametrize("day", ["0001-01-01", "1900-02-28", "9999-12-31", "--05-17", "soon"])
def test_days_that_no_spreadsheet_counts_stay_readable(tmp_path: Path, day: str) -> None:
    found = rows(tmp_path / "t.xlsx", Sheet("T", [Column("day", "D", Kind.DAY)], [{"day": day}]))
    assert str(found[1][0]) == day


def test_a_number_with_more_digits_than_a_spreadsheet_keeps_stays_text(tmp_path: Path) -> None:
    row = {"n": 12345678901234567, "m": Decimal("999999999999999.99"), "currency": "EUR"}
    columns = [Column("n", "N", Kind.WHOLE), Column("m", "M", Kind.MONEY)]
    found = rows(tmp_path / "t.xlsx", Sheet("T", columns, [row]))
    assert found[1] == ["12345678901234567", "999999999999999.99"]


@pytest.mark.parametrize("letter", ["x", "ü", "株", "👩"])
def test_a_text_too_long_for_a_cell_is_cut_and_says_so(tmp_path: Path, letter: str) -> None:
    row = {"a": letter * 40_000, "b": letter * (LONGEST_TEXT // 2)}
    found = rows(tmp_path / "t.xlsx", Sheet("T", TWO, [row]))
    cut = found[1][0]
    assert cut.startswith(letter * 1000)
    assert "cut here: 40,000 characters" in cut
    assert len(cut.encode("utf-16-le")) <= 2 * LONGEST_TEXT
    assert found[1][1] == row["b"]


def test_headings_are_frozen_and_filtered_and_columns_have_widths(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    book(path, Sheet("T", TWO, [{"a": "x", "b": "y"}] * 3))
    sheet = xml(path)
    assert 'ySplit="1"' in sheet
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A1:B4"/>' in sheet
    assert 'width="16.7109375"' in sheet


def test_more_rows_than_a_sheet_holds_go_to_further_sheets(tmp_path: Path) -> None:
    sheet = Sheet("T", TWO, ({"a": str(n), "b": None} for n in range(7)))
    made = book(tmp_path / "t.xlsx", sheet, most_rows=3)
    assert made.sheet_names == ["T", "T 2", "T 3"]
    parts = [made.get_sheet_by_name(name).to_python() for name in made.sheet_names]
    assert [part[0] for part in parts] == [["A", "B"]] * 3
    assert [row[0] for part in parts for row in part[1:]] == ["0", "1", "2", "3", "4", "5", "6"]


def test_rows_are_taken_one_at_a_time(tmp_path: Path) -> None:
    alive: list[int] = []
    most = [0]

    class Row(dict[str, str]):
        def __init__(self, number: int) -> None:
            super().__init__(a=str(number), b="")
            alive.append(number)
            most[0] = max(most[0], len(alive))

        def __del__(self) -> None:
            alive.pop()

    sheet = Sheet("T", TWO, (Row(n) for n in range(500)))
    write_book(tmp_path / "t.xlsx", [sheet], title="T", author="G", created=NOW)
    assert most[0] <= 3


def test_an_error_on_the_way_leaves_no_open_file_behind(tmp_path: Path) -> None:
    def broken() -> Iterator[dict[str, str]]:
        yield {"a": "x", "b": "y"}
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        book(tmp_path / "t.xlsx", Sheet("T", TWO, broken()))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_the_file_systems_own_error(tmp_path: Path) -> None:
    sheet = Sheet("T", TWO, [])
    with pytest.raises(FileNotFoundError):
        write_book(tmp_path / "no" / "t.xlsx", [sheet], title="T", author="G", created=NOW)
