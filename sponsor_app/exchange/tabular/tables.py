"""A file as a table: headings and fields settled, then row after row, whether of text or of a sheet."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, Self

from sponsor_app.domain.importing import ImportKind, LeftOut, Preview, Shape, SheetChoice
from sponsor_app.exchange.tabular.cells import clean, shown
from sponsor_app.exchange.tabular.headers import Header, SampleRow, find_header, names_positions
from sponsor_app.exchange.tabular.headings.private import looks_secret
from sponsor_app.exchange.tabular.kinds import (
    holds_all_tables,
    holds_promises,
    names_of_organisations,
)
from sponsor_app.exchange.tabular.limits import PREVIEW_CELL, PREVIEW_ROWS
from sponsor_app.exchange.tabular.mapping import Mapped, map_columns
from sponsor_app.exchange.tabular.mixed import Mixture, companies_among, told_by_a_column
from sponsor_app.exchange.tabular.problems import of_everything, of_promises
from sponsor_app.exchange.tabular.rows import BrokenRow
from sponsor_app.exchange.tabular.text_rows import TextRows
from sponsor_app.exchange.tabular.wishes import Wishes

_MASK = "•••"

Rows = tuple[Iterator[tuple[int, list[str]] | BrokenRow], Callable[[], float]]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where rows come from: `unit` is what their numbers count, lines of text or rows of a sheet.

    `skipped` is the number of lines before anything counts, such as `sep=;`.
    """

    format: str
    unit: str = "line"
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[SheetChoice, ...] = ()
    skipped: int = 0
    notes: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


class RowSource(Protocol):
    """Gives the rows of one table as text, as often as they are asked for."""

    @property
    def origin(self) -> Origin:
        """Where the rows come from."""
        ...

    @property
    def sample(self) -> Sequence[SampleRow]:
        """The first rows that hold anything."""
        ...

    def rows(self, width: int) -> Rows:
        """All rows of a table of `width` columns, and a function that tells which share of them is read."""
        ...


@dataclass(frozen=True, slots=True)
class Table:
    """One table, understood."""

    source: RowSource
    header: Header
    mapped: Mapped
    sample: tuple[SampleRow, ...]
    mixture: Mixture | None = None
    origin: Origin = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "origin", self.source.origin)

    @classmethod
    def understand(cls, content: bytes, wishes: Wishes) -> Self:
        """Settle everything that the beginning of a text tells. Raises `UnreadableError`."""
        return cls.over(_Text(TextRows.of(content, wishes)), wishes)

    @classmethod
    def over(cls, source: RowSource, wishes: Wishes) -> Self:
        """Settle headings and fields of the rows of `source`. Raises `UnreadableError`."""
        rows = source.sample
        header = find_header(rows, positional=_by_position(rows, wishes), wanted=wishes.header)
        if holds_all_tables(header.columns):
            raise of_everything()
        if holds_promises(header.columns):
            raise of_promises()
        mapped = _mapped(source, header, rows, wishes)
        if isinstance(mapped, Mixture):
            return cls(source, header, mapped.together, tuple(rows), mapped)
        return cls(source, header, mapped, tuple(rows))

    @property
    def shape(self) -> Shape:
        """What is known before the rows are read."""
        origin = self.origin
        delimiter = origin.delimiter if len(self.header.columns) > 1 else ""
        return Shape(
            format="tsv" if delimiter == "\t" else origin.format,
            kind=self.mapped.kind,
            kind_reason=self.mapped.kind_reason,
            encoding=origin.encoding,
            delimiter=delimiter,
            header_line=self.header.line,
            columns=self.header.columns,
            mapped=self.mapped.shown,
            unmapped=self.mapped.unmapped,
            preview=self._preview(),
            notes=self._notes(),
            unit=origin.unit,
            sheet=origin.sheet,
            sheets=origin.sheets,
            mixed=self.mixture is not None,
        )

    @property
    def headings(self) -> list[str] | None:
        """The cells of the headings as they stand in the file; None without headings."""
        return next((cells for line, cells in self.sample if line == self.header.line), None)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The filled lines above the headings, and what is beside the table altogether."""
        above = self.header.above
        if not above:
            return self.origin.left_out
        first, cells = above[0]
        text = shown(" ".join(cell for cell in map(clean, cells) if cell))
        reason = f"{self.origin.unit} {first}: “{text}”"
        lines = LeftOut(f"{self.origin.unit}s above the headings", len(above), reason)
        return (*self.origin.left_out, lines)

    def rows(self) -> Rows:
        """All rows from the first line, and a function that tells which share of the file is read."""
        return self.source.rows(len(self.header.columns))

    def without_secrets(self, cells: Sequence[str]) -> tuple[str, ...]:
        """The cells of a row as a report may keep them."""
        hidden = {index for index, column in enumerate(self.header.columns) if looks_secret(column)}
        return tuple(
            _MASK if index in hidden and cell else cell for index, cell in enumerate(cells)
        )

    def comes_before(self, line: int) -> bool:
        """Whether a line is above the first row that may be a record."""
        return line <= self.origin.skipped or self.header.is_before(line)

    def _preview(self) -> Preview:
        below = [row for row in self.sample if not self.comes_before(row[0])][:PREVIEW_ROWS]
        rows = tuple(
            tuple(
                clean(cell[: PREVIEW_CELL * 2])[:PREVIEW_CELL]
                for cell in self.without_secrets(cells)
            )
            for _, cells in below
        )
        return Preview(self.header.columns, rows, tuple(line for line, _ in below))

    def _notes(self) -> tuple[str, ...]:
        notes = [*self.origin.notes]
        if self.header.line is None:
            notes.append(
                "There are no headings; the columns are called Column 1, Column 2 and so on."
            )
        elif self.mapped.kind is None or not self.mapped.targets:
            notes.append(
                f"{self.origin.unit.title()} {self.header.line} was taken for the headings; none of them is known."
            )
        return (*notes, *self.mapped.notes)


@dataclass(frozen=True, slots=True)
class _Text:
    """The rows of a text."""

    text: TextRows

    @property
    def origin(self) -> Origin:
        notes = self.text.encoding.notes
        if self.text.skipped:
            notes = (*notes, "The first line names the delimiter.")
        return Origin(
            "csv",
            encoding=self.text.encoding.name,
            delimiter=self.text.dialect.delimiter,
            skipped=self.text.skipped,
            notes=notes,
        )

    @property
    def sample(self) -> Sequence[SampleRow]:
        return self.text.sample

    def rows(self, width: int) -> Rows:
        return self.text.rows(width)


def _mapped(
    source: RowSource, header: Header, sample: Sequence[SampleRow], wishes: Wishes
) -> Mapped | Mixture:
    """What the rows are and their columns mean: by a column that says it, by the headings, by the names below them."""

    def rows() -> Iterator[list[str]]:
        return _below(source, header)

    first = [cells for line, cells in sample if not header.is_before(line)]
    told = told_by_a_column(header.columns, wishes, first, rows)
    if told is not None:
        return told
    mapped = map_columns(header.columns, kind=wishes.kind, wanted=wishes.mapping, name=wishes.name)
    if mapped.kind is None:
        mapped = _by_the_names(mapped, header, sample, wishes)
    return companies_among(mapped, wishes, rows) or mapped


def _below(source: RowSource, header: Header) -> Iterator[list[str]]:
    """The cells of all rows below the headings."""
    found, _share = source.rows(len(header.columns))
    for row in found:
        if isinstance(row, tuple) and not header.is_before(row[0]):
            yield row[1]


def _by_the_names(
    mapped: Mapped, header: Header, rows: Sequence[SampleRow], wishes: Wishes
) -> Mapped:
    """Headings that say nothing may stand over names that do: `name,city` above `Acme GmbH,Köln`."""
    accounts = map_columns(header.columns, kind=ImportKind.ACCOUNTS, wanted={}, name=wishes.name)
    place = next((i for i, target in accounts.targets.items() if target.field == "name"), None)
    if place is None or wishes.mapping:
        return mapped
    below = [cells for line, cells in rows if not header.is_before(line)]
    if not names_of_organisations(cells[place] for cells in below if place < len(cells)):
        return mapped
    reason = f"Read as accounts, because “{header.columns[place]}” holds names of companies."
    return replace(accounts, kind_reason=reason)


def _by_position(rows: Sequence[SampleRow], wishes: Wishes) -> bool:
    """Whether the person called columns `Column 2`, and no heading is called so."""
    wanted = list(wishes.mapping)
    named = {clean(cell).casefold() for _, cells in rows[:1] for cell in cells}
    return names_positions(wanted) and named.isdisjoint(name.strip().casefold() for name in wanted)
