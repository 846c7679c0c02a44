"""A workbook that opens anywhere and runs nothing: frozen headings, filters, real days, numbers and money."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import Any

from xlsxwriter import (  # pyright: ignore[reportMissingTypeStubs]
    exceptions,
    utility,
    workbook,
    worksheet,
)

from sponsor_app.exchange.outgoing.cells import (
    Cell,
    day_cell,
    moment_cell,
    number_cell,
    text_cell,
)
from sponsor_app.exchange.outgoing.columns import Column, Kind, Row, Sheet

MOST_ROWS = 1_048_575
"""Below the headings of one sheet; what is more goes to a sheet of its own."""
CURRENCY_LETTERS = 3
XlsxFileError: type[Exception] = exceptions.XlsxFileError
# XlsxWriter ships no complete types.
Workbook: Any = workbook.Workbook
Worksheet: Any = worksheet.Worksheet
column_letters: Any = utility.xl_col_to_name
INK, PAPER, LINE = "#1C1B19", "#F3F1EC", "#8B867C"
TONES: Mapping[str, tuple[str, str]] = {
    "ok": ("#14624A", "#FFFFFF"),
    "warn": ("#7C4F00", "#FAEDCF"),
    "bad": ("#FFFFFF", "#A93020"),
    "idle": ("#4F4C46", "#F0EEE9"),
}
"""Ink and fill; the word stands in the cell, so the colour says nothing alone."""


class Rows(Worksheet):
    """A worksheet whose rows go straight to its file.

    XlsxWriter's own way takes four times as long, and writes a text of the form `<r>...</r>` as markup.
    """

    def append(self, number: int, width: int, xml: str) -> None:
        """Add the row `number` (from 0) with `width` columns, given as the XML of its cells."""
        self._check_dimensions(number, width - 1)
        self.fh.write(f'<row r="{number + 1}">{xml}</row>')


@dataclass(frozen=True, slots=True)
class Book:
    """The styles of one workbook, made when first needed."""

    workbook: Any

    def style(self, **properties: Any) -> int:
        """The number of a style."""
        made = self.workbook.add_format({"font_color": INK, **properties})
        return made._get_xf_index()  # noqa: SLF001 - rows written past XlsxWriter name their style themselves

    def cell(self, kind: Kind, tones: Mapping[str, str]) -> Cell:
        """What writes the cells of a column of this kind."""
        if kind is Kind.DAY:
            return day_cell(self.style(num_format="yyyy-mm-dd", align="left"))
        if kind is Kind.MOMENT:
            return moment_cell(self.style(num_format="yyyy-mm-dd hh:mm", align="left"))
        if kind is Kind.WHOLE:
            return number_cell(self.style(num_format="0"))
        if kind is Kind.STATE:
            return self._state_cell(tones)
        return text_cell(0)

    def _state_cell(self, tones: Mapping[str, str]) -> Cell:
        plain = text_cell(0)
        toned = {
            word: text_cell(self.style(font_color=TONES[tone][0], bg_color=TONES[tone][1]))
            for word, tone in tones.items()
        }
        return lambda at, value: toned.get(value, plain)(at, value)

    def money_cell(self, currency: str | None) -> Cell:
        """What writes amounts in a currency."""
        code = currency or ""
        known = len(code) == CURRENCY_LETTERS and code.isascii() and code.isalpha()
        return number_cell(self.style(num_format=f'#,##0.00 "{code}"' if known else "#,##0.00"))


def write_book(
    path: Path,
    sheets: Iterable[Sheet],
    *,
    title: str,
    author: str,
    created: datetime,
    most_rows: int = MOST_ROWS,
) -> int:
    """Write the sheets to `path`, reading their rows once, a few at a time; returns how many rows there were.

    What is written on the way lies beside `path`: no word of an export is left on another disk than the one it goes to.
    """
    with tempfile.TemporaryDirectory(prefix=".", dir=path.parent) as folder:
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "tmpdir": folder,
        }
        made = Workbook(str(path), options)
        moment = created.astimezone(UTC).replace(tzinfo=None)
        made.set_properties({"title": title, "author": author, "created": moment})
        book = Book(made)
        try:
            written = sum(_write_sheet(book, sheet, most_rows) for sheet in sheets)
            made.close()
        except XlsxFileError as error:
            cause = error.args[0] if error.args else None
            raise cause if isinstance(cause, OSError) else error from error
        finally:
            for page in made.worksheets():
                page.row_data_fh.close()
    return written


def _write_sheet(book: Book, sheet: Sheet, most_rows: int) -> int:
    rows = iter(sheet.rows)
    written = _write_part(book, sheet, sheet.title, islice(rows, most_rows))
    part = 2
    while (first := next(rows, None)) is not None:
        again = chain([first], islice(rows, most_rows - 1))
        written += _write_part(book, sheet, f"{sheet.title} {part}", again)
        part += 1
    return written


def _write_part(book: Book, sheet: Sheet, name: str, rows: Iterable[Row]) -> int:
    page: Any = book.workbook.add_worksheet(name, worksheet_class=Rows)
    head = text_cell(book.style(bold=True, bg_color=PAPER, bottom=1, bottom_color=LINE))
    letters = [column_letters(index) for index in range(len(sheet.columns))]
    for index, column in enumerate(sheet.columns):
        page.set_column(index, index, column.width)
    headings = (
        head(f"{letter}1", text) for letter, text in zip(letters, sheet.headings, strict=True)
    )
    page.append(0, len(letters), "".join(headings))
    number = 0
    for number, xml in enumerate(_rows_xml(book, sheet, letters, rows), 1):
        page.append(number, len(letters), xml)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(1, number), len(letters) - 1)
    return number


def _rows_xml(book: Book, sheet: Sheet, letters: list[str], rows: Iterable[Row]) -> Iterator[str]:
    money = cache(book.money_cell)
    cells: list[tuple[str, str, Column | None, Cell | None]] = [
        (
            letter,
            column.key,
            None if column.plain else column,
            None if column.kind is Kind.MONEY else book.cell(column.kind, sheet.tones),
        )
        for letter, column in zip(letters, sheet.columns, strict=True)
    ]
    for number, row in enumerate(rows, 2):
        parts: list[str] = []
        for letter, key, column, cell in cells:
            value = column.value(row) if column else row[key]
            if value is not None:
                write = cell or money(row["currency"])
                parts.append(write(f"{letter}{number}", value))
        yield "".join(parts)
