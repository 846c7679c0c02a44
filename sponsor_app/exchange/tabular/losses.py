"""What a file holds and we did not take, counted so that nothing disappears in silence."""

from dataclasses import dataclass

from sponsor_app.domain.importing import ExtraCells, LeftOut
from sponsor_app.exchange.tabular.limits import MAX_DETAILS

_DISTINCT = 100  # different values named per file; the others are counted together


@dataclass(slots=True)
class _Count:
    count: int = 0
    first: int = 0

    def add(self, line: int) -> None:
        self.count += 1
        self.first = self.first or line


class Losses:
    """Counts rows, values and cells left out, each with its reason and the first line it was seen on."""

    def __init__(self, unit: str = "line") -> None:
        self._unit = unit
        self._rows: dict[tuple[str, str], _Count] = {}
        self._values: dict[tuple[str, str], _Count] = {}
        self._extra: list[ExtraCells] = []
        self._extra_rows = _Count()

    def row(self, what: str, reason: str, line: int) -> None:
        """Count a row that is no record and no mistake either."""
        self._rows.setdefault((what, reason), _Count()).add(line)

    def value(self, column: str, reason: str, line: int) -> None:
        """Count a value that was kept out."""
        key = (column, reason)
        if key not in self._values and len(self._values) >= _DISTINCT:
            key = (column, "more values like these")
        self._values.setdefault(key, _Count()).add(line)

    def cells(self, line: int, cells: list[str]) -> None:
        """Count the cells of a row beyond the last column, and keep those of the first thousand rows."""
        self._extra_rows.add(line)
        if len(self._extra) < MAX_DETAILS:
            self._extra.append(ExtraCells(f"{self._unit} {line}", tuple(cells)))

    @property
    def extra_cells(self) -> list[ExtraCells]:
        """The cells beyond the last column."""
        return self._extra

    @property
    def left_out(self) -> list[LeftOut]:
        """The account, rows first."""
        rows = [
            LeftOut(
                what, one.count, f"{reason}, first on {self._unit} {one.first}", whole_rows=True
            )
            for (what, reason), one in self._rows.items()
        ]
        values = [
            LeftOut(
                f"values of “{column}”", one.count, f"{reason}, first on {self._unit} {one.first}"
            )
            for (column, reason), one in self._values.items()
        ]
        extra = self._extra_rows
        beyond = f"rows with more cells than there are columns, first on {self._unit} {extra.first}"
        return (
            rows + values + ([LeftOut("extra cells", extra.count, beyond)] if extra.count else [])
        )
