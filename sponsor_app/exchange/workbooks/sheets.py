"""The sheets of a workbook, and the rows of the one that is read."""

import re
import struct
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from sponsor_app.domain.importing import SheetChoice
from sponsor_app.exchange.outgoing.whole import CONTENTS, CONTENTS_SHEET
from sponsor_app.exchange.tabular.cells import clean, shown
from sponsor_app.exchange.tabular.headings.known import known_headings
from sponsor_app.exchange.tabular.limits import HEADER_WITHIN
from sponsor_app.exchange.tabular.problems import UnreadableError, of_everything
from sponsor_app.exchange.workbooks.archive import check, encrypted, with_macros
from sponsor_app.exchange.workbooks.cells import cell_text
from sponsor_app.exchange.workbooks.limits import MAX_MERGED, MAX_SHEETS
from sponsor_app.exchange.workbooks.spans import Corner, spans_of

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_ZIP = b"PK"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_OLD_BEGINS = re.compile(rb"\x09\x08[\x08\x10]\x00\x00[\x05\x06]\x05\x00")
"""The first record of a workbook of Excel 5 to 2003."""
_FILE_PASS, _FIRST_RECORDS = 0x2F, 6
_AGAIN = "Open it in a spreadsheet, save it again as .xlsx, and import that."
_ONE_SHEET = "name one sheet to read that alone: “account” or “contact”"
_NAMED = 20
_PARTS = {"xl/workbook.xml": "xlsx", "xl/workbook.bin": "xlsb", "content.xml": "ods"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows as text with the number of each, from 1. `hidden` sheets are read only when asked for."""

    name: str
    hidden: bool
    grid: "CalamineSheet"
    merged: Sequence[tuple[Corner, Corner]] = ()

    @property
    def rows(self) -> int:
        """How many rows lie between the first and the last that hold anything."""
        return self.grid.height

    def lines(self) -> Iterator[tuple[int, list[str]]]:
        """Each row without the empty cells at its end; a cell merged over several rows stands in each of them."""
        start = self.grid.start
        if start is None:
            return
        merged = _merged_down(self.merged, start[1])
        filling: dict[int, tuple[int, str]] = {}
        for number, values in enumerate(self.grid.iter_rows(), 1):
            cells = [*map(cell_text, values)]
            if filling:
                filling = {c: one for c, one in filling.items() if one[0] >= number}
                _fill(cells, filling)
            for column, last in merged.get(number, ()):
                filling[column] = (last, cells[column] if column < len(cells) else "")
            while cells and not cells[-1]:
                cells.pop()
            yield number, cells


class Sheets:
    """What a workbook holds. Raises `UnreadableError` for one that is locked, harmful or damaged."""

    def __init__(self, content: bytes) -> None:
        self.format = format_of(content)
        self._workbook = _opened(content)
        spans = spans_of(content) if self.format == "ods" else {}
        self._sheets = _worksheets(self._workbook, spans)

    def chosen(self, wanted: str) -> Sheet:
        """The sheet of that name; without a name the visible one whose headings we know best."""
        if wanted:
            return self._named(wanted)
        filled = [sheet for sheet in self._sheets if sheet.rows]
        if _is_everything(filled):
            raise of_everything(_ONE_SHEET)
        open_ones = [sheet for sheet in filled if not sheet.hidden]
        if not open_ones:
            raise _nothing(filled)
        return max(open_ones, key=_headings)

    @property
    def choices(self) -> tuple[SheetChoice, ...]:
        """Every sheet with the number of its rows."""
        return tuple(SheetChoice(one.name, one.rows, one.hidden) for one in self._sheets)

    def _named(self, wanted: str) -> Sheet:
        plain = clean(wanted).casefold()
        for sheet in self._sheets:
            if clean(sheet.name).casefold() == plain:
                return sheet
        names = ", ".join(f"“{shown(one.name)}”" for one in self._sheets[:_NAMED])
        unknown = UnreadableError(f"it has no sheet “{shown(wanted)}”", f"Its sheets are: {names}.")
        raise unknown


def format_of(content: bytes) -> str:
    """`xlsx`, `xls` or `ods`. Raises `UnreadableError` for what is locked, holds programs, or would harm unpacked."""
    if not content.startswith(_ZIP):
        if _LOCKED in content or _is_locked(content):
            raise encrypted()
        if _MACROS in content:
            raise with_macros()
        return "xls"
    names = check(content)
    found = next((_PARTS[name] for name in names if name in _PARTS), None)
    if found is None:
        other = UnreadableError("there is no sheet in it", "Unpack it, and import the file inside.")
        raise other
    return found


def _is_locked(content: bytes) -> bool:
    """Whether an old workbook has a password: one of its first records says so ([MS-XLS] 2.4.117, FilePass)."""
    begins = _OLD_BEGINS.search(content)
    at = begins.start() if begins else len(content)
    for _ in range(_FIRST_RECORDS):
        if at + 4 > len(content):
            return False
        number, length = struct.unpack_from("<HH", content, at)
        if number == _FILE_PASS:
            return True
        at += 4 + length
    return False


def _opened(content: bytes) -> "CalamineWorkbook":
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - only here

    with _library():
        return CalamineWorkbook.from_filelike(BytesIO(content))


def _worksheets(
    workbook: "CalamineWorkbook", spans: Mapping[str, Sequence[tuple[Corner, Corner]]]
) -> list[Sheet]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 - only here

    found: list[Sheet] = []
    for one in workbook.sheets_metadata[:MAX_SHEETS]:
        if one.typ in (SheetTypeEnum.MacroSheet, SheetTypeEnum.Vba):
            raise with_macros()
        if one.typ is not SheetTypeEnum.WorkSheet:
            continue
        with _library():
            grid = workbook.get_sheet_by_name(one.name)
        hidden = one.visible is not SheetVisibleEnum.Visible
        merged = spans.get(one.name) or grid.merged_cell_ranges or ()
        found.append(Sheet(one.name, hidden, grid, merged))
    return found


@contextmanager
def _library() -> Generator[None]:
    """What the library cannot read, or stumbles over, is a damaged workbook."""
    from python_calamine import CalamineError, PasswordError  # noqa: PLC0415 - only here

    try:
        yield
    except PasswordError as error:
        raise encrypted() from error
    except (CalamineError, ValueError, OSError) as error:
        raise _damaged() from error
    except BaseException as error:
        if (
            type(error).__name__ != "PanicException"
        ):  # of the library, which has no name to import it by
            raise
        raise _damaged() from error


def _headings(sheet: Sheet) -> int:
    near = (cells for _, cells in zip(range(HEADER_WITHIN), sheet.lines(), strict=False))
    return max((known_headings(cells) for _, cells in near), default=0)


def _is_everything(filled: Sequence[Sheet]) -> bool:
    """Whether it is our own export of everything: a first sheet of contents, and the sheets that it names."""
    first = [cells for _, cells in filled[0].lines()] if len(filled) > 1 else []
    if first[:1] != [CONTENTS] or filled[0].name != CONTENTS_SHEET:
        return False
    named = {cells[0] for cells in first[1:] if cells}
    return all(sheet.name in named for sheet in filled[1:])


def _merged_down(
    merged: Sequence[tuple[Corner, Corner]], left: int
) -> dict[int, list[tuple[int, int]]]:
    """By the row in which they begin: column (from `left`) and last row of the cells merged over several rows."""
    found: dict[int, list[tuple[int, int]]] = {}
    for first, last in merged[:MAX_MERGED]:
        if last[0] > first[0] and first[1] >= left:
            found.setdefault(first[0] + 1, []).append((first[1] - left, last[0] + 1))
    return found


def _fill(cells: list[str], filling: dict[int, tuple[int, str]]) -> None:
    """Put merged values into a row that holds anything of its own."""
    if not any(cells):
        return
    for column, (_, text) in filling.items():
        if column < len(cells) and not cells[column]:
            cells[column] = text


def _nothing(filled: Sequence[Sheet]) -> UnreadableError:
    if not filled:
        return UnreadableError("its sheets are empty", "Export it again, with its rows.")
    names = ", ".join(f"“{shown(one.name)}”" for one in filled[:_NAMED])
    return UnreadableError("all of its filled sheets are hidden", f"Name the one to read: {names}.")


def _damaged() -> UnreadableError:
    return UnreadableError("the workbook is damaged or incomplete", _AGAIN)
