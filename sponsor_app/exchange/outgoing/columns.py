"""A table that leaves: its columns, each with a heading that our own import understands, and its rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from operator import itemgetter
from typing import Any

from sponsor_app.domain.money import decimals

BETWEEN = "; "
"""Stands between several values in one cell; reading takes them apart again."""

AMBIGUOUS_DECIMALS = 3
ALL: tuple[int, int | None] = (0, None)
FIRST: tuple[int, int | None] = (0, 1)
REST: tuple[int, int | None] = (1, None)

Row = Mapping[str, Any]
"""One record by key: text, whole numbers, `Decimal`s, ISO days and moments, lists of text or of mappings, None."""


class Kind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    WHOLE = "whole"
    MONEY = "money"
    STATE = "state"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where its value stands in a row, what it is called, what it holds, how wide it is drawn.

    `pick` takes of a list of mappings the `value`s of those with these marks: `{"kind": "phone", "label": "fax"}`,
    and `part` of these only the first or the rest, where our import reads one cell as one value.
    """

    key: str
    heading: str
    kind: Kind = Kind.TEXT
    width: int = 16
    pick: Mapping[str, str] = field(default_factory=dict[str, str])
    part: tuple[int, int | None] = ALL

    @property
    def plain(self) -> bool:
        """Whether a cell holds just what stands in the row."""
        return self.kind not in (Kind.LIST, Kind.MONEY)

    def value(self, row: Row) -> Any:
        """The value of a row for this column; several become one text."""
        found = row[self.key]
        if self.kind is not Kind.LIST:
            return found
        if self.pick:
            found = [one["value"] for one in found if _has(one, self.pick)]
        return BETWEEN.join(found[slice(*self.part)]) or None

    def written(self, row: Row) -> Any:
        """The value as a table of text holds it."""
        value = self.value(row)
        return money_text(value, row["currency"]) if isinstance(value, Decimal) else value


@dataclass(frozen=True, slots=True)
class Sheet:
    """A titled table whose rows are read once; `tones` says which words of a state are ok, warn, bad or idle."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Row]
    tones: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def headings(self) -> list[str]:
        """The headings, from left to right."""
        return [column.heading for column in self.columns]

    def lines(self) -> Iterator[list[Any]]:
        """The cells of every row as a table of text holds them."""
        cells = itemgetter(*(column.key for column in self.columns))
        special = [(i, column) for i, column in enumerate(self.columns) if not column.plain]
        for row in self.rows:
            line = list(cells(row))
            for index, column in special:
                line[index] = column.written(row)
            yield line


def money_text(value: Decimal, currency: str | None) -> str:
    """An amount that nobody can read as another: `1.234` of a dinar could be a thousand, so it is `1.2340`."""
    places = decimals(currency or "EUR")
    return f"{value:.{places + (places == AMBIGUOUS_DECIMALS)}f}"


def _has(one: Mapping[str, Any], marks: Mapping[str, str]) -> bool:
    return all(one.get(name) == wanted for name, wanted in marks.items())
