"""A sheet as a table: the same headings, fields and account of the rest as a table of text has."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sponsor_app.domain.importing import SHEETS, LeftOut, SheetChoice
from sponsor_app.exchange.tabular.cells import shown
from sponsor_app.exchange.tabular.harvest import Harvest
from sponsor_app.exchange.tabular.headers import SampleRow
from sponsor_app.exchange.tabular.limits import SAMPLE_ROWS
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.tabular.rows import BrokenRow
from sponsor_app.exchange.tabular.tables import Origin, Table
from sponsor_app.exchange.tabular.wishes import Wishes
from sponsor_app.exchange.workbooks.sheets import Sheet, Sheets

_NAMED = 10


def understand(content: bytes, wishes: Wishes) -> Harvest:
    """The records of the sheet that is asked for, or is likeliest. Raises `UnreadableError`."""
    sheets = Sheets(content)
    sheet = sheets.chosen(wishes.sheet)
    return Harvest(
        Table.over(
            SheetRows(sheets.format, sheet, sheets.choices, asked=bool(wishes.sheet)), wishes
        )
    )


class SheetRows:
    """The rows of one sheet, among all the sheets there are; the others are left out, unless it was `asked` for."""

    def __init__(
        self, format_name: str, sheet: Sheet, sheets: tuple[SheetChoice, ...], *, asked: bool
    ) -> None:
        self._sheet = sheet
        self._origin = Origin(
            format_name,
            unit="row",
            sheet=sheet.name,
            sheets=sheets,
            left_out=() if asked else _other_sheets(sheet, sheets),
        )

    @property
    def origin(self) -> Origin:
        """Which sheet it is, and which are left out."""
        return self._origin

    @property
    def sample(self) -> Sequence[SampleRow]:
        """The first rows that hold anything. Raises `UnreadableError` when none does."""
        filled = (row for row in self._sheet.lines() if any(cell.strip() for cell in row[1]))
        rows = [row for _, row in zip(range(SAMPLE_ROWS), filled, strict=False)]
        if not rows:
            empty = UnreadableError(
                f"the sheet “{shown(self._sheet.name)}” is empty", "Name another one."
            )
            raise empty
        return rows

    def rows(
        self, width: int
    ) -> tuple[Iterator[tuple[int, list[str]] | BrokenRow], Callable[[], float]]:
        """All rows, and a function that tells which share of them is read."""
        counted = _Counted(self._sheet)
        return iter(counted), lambda: counted.row / max(1, counted.last)


@dataclass(slots=True)
class _Counted:
    sheet: Sheet
    row: int = 0

    @property
    def last(self) -> int:
        return self.sheet.grid.total_height

    def __iter__(self) -> Iterator[tuple[int, list[str]] | BrokenRow]:
        for number, cells in self.sheet.lines():
            self.row = number
            yield number, cells


def _other_sheets(sheet: Sheet, sheets: Sequence[SheetChoice]) -> tuple[LeftOut, ...]:
    """The other sheets with rows; those that are hidden were not meant to be seen."""
    others = [one for one in sheets if one.rows and one.name != sheet.name]
    kinds = (
        (SHEETS, [one for one in others if not one.hidden]),
        ("hidden sheets", [one for one in others if one.hidden]),
    )
    return tuple(
        LeftOut(
            what,
            len(left),
            f"only “{shown(sheet.name)}” was read; name another one to read it: {_names(left)}",
        )
        for what, left in kinds
        if left
    )


def _names(sheets: Sequence[SheetChoice]) -> str:
    return ", ".join(f"“{shown(one.name)}” (rows: {one.rows:,})" for one in sheets[:_NAMED])
