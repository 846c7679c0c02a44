"""A file as a table: encoding, delimiter, headings and fields settled, then row after row."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Self

from sponsor_app.domain.importing import LeftOut, Preview, Shape
from sponsor_app.exchange.tabular.cells import clean, shown
from sponsor_app.exchange.tabular.dialects import given_delimiter, sample_rows, separator_line, vote
from sponsor_app.exchange.tabular.encodings import Encoding, decoded_lines, settle_encoding
from sponsor_app.exchange.tabular.headers import Header, SampleRow, find_header, names_positions
from sponsor_app.exchange.tabular.headings.private import looks_secret
from sponsor_app.exchange.tabular.limits import (
    MAX_LINE,
    PREVIEW_CELL,
    PREVIEW_ROWS,
    SAMPLE_CHARACTERS,
    SAMPLE_ROWS,
)
from sponsor_app.exchange.tabular.mapping import Mapped, map_columns
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.tabular.rows import BrokenRow, Dialect, RowReader
from sponsor_app.exchange.tabular.wishes import Wishes

_HOLDS_NOTHING = ' ,;|\t\r\n"\0\ufeff'
_MASK = "•••"


@dataclass(frozen=True, slots=True)
class Table:
    """One file, understood. `skipped` is the number of lines before anything counts, such as `sep=;`."""

    content: bytes
    encoding: Encoding
    dialect: Dialect
    header: Header
    mapped: Mapped
    sample: tuple[SampleRow, ...]
    skipped: int = 0

    @classmethod
    def understand(cls, content: bytes, wishes: Wishes) -> Self:
        """Settle everything that the beginning of a file tells. Raises `UnreadableError`."""
        encoding = settle_encoding(content, wishes.encoding)
        lines = _sample_lines(decoded_lines(io.BytesIO(content), encoding))
        announced = separator_line(lines[0]) if lines else None
        skipped = 0 if announced is None else 1
        wanted = given_delimiter(wishes.delimiter) if wishes.delimiter else announced
        dialect = vote(lines[skipped:], wanted)
        rows = sample_rows(lines[skipped:], dialect, skipped + 1)
        _refuse_nothing(rows, lines)
        header = find_header(rows, positional=_by_position(rows, wishes))
        mapped = map_columns(
            header.columns, kind=wishes.kind, wanted=wishes.mapping, name=wishes.name
        )
        return cls(content, encoding, dialect, header, mapped, tuple(rows), skipped)

    @property
    def shape(self) -> Shape:
        """What is known before the rows are read."""
        delimiter = self.dialect.delimiter if len(self.header.columns) > 1 else ""
        return Shape(
            format="tsv" if delimiter == "\t" else "csv",
            kind=self.mapped.kind,
            kind_reason=self.mapped.kind_reason,
            encoding=self.encoding.name,
            delimiter=delimiter,
            header_line=self.header.line,
            columns=self.header.columns,
            mapped=self.mapped.shown,
            unmapped=self.mapped.unmapped,
            preview=self._preview(),
            notes=self._notes(),
        )

    @property
    def headings(self) -> list[str] | None:
        """The cells of the headings as they stand in the file; None without headings."""
        return next((cells for line, cells in self.sample if line == self.header.line), None)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The filled lines above the headings."""
        above = self.header.above
        if not above:
            return ()
        first, cells = above[0]
        text = shown(" ".join(cell for cell in map(clean, cells) if cell))
        return (LeftOut("lines above the headings", len(above), f"line {first}: “{text}”"),)

    def rows(self) -> tuple[Iterator[tuple[int, list[str]] | BrokenRow], Callable[[], float]]:
        """All rows from the first line, and a function that tells which share of the file is read."""
        raw = io.BytesIO(self.content)
        reader = RowReader(decoded_lines(raw, self.encoding), self.dialect)
        reader.width = len(self.header.columns)
        return iter(reader), lambda: raw.tell() / max(1, len(self.content))

    def without_secrets(self, cells: Sequence[str]) -> tuple[str, ...]:
        """The cells of a row as a report may keep them."""
        hidden = {index for index, column in enumerate(self.header.columns) if looks_secret(column)}
        return tuple(
            _MASK if index in hidden and cell else cell for index, cell in enumerate(cells)
        )

    def comes_before(self, line: int) -> bool:
        """Whether a line is above the first row that may be a record."""
        return line <= self.skipped or self.header.is_before(line)

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
        notes = [*self.encoding.notes]
        if self.skipped:
            notes.append("The first line names the delimiter.")
        if self.header.line is None:
            notes.append(
                "There are no headings; the columns are called Column 1, Column 2 and so on."
            )
        elif self.mapped.kind is None or not self.mapped.targets:
            notes.append(
                f"Line {self.header.line} was taken for the headings; none of them is known."
            )
        return (*notes, *self.mapped.notes)


def _sample_lines(lines: Iterable[str]) -> list[str]:
    taken: list[str] = []
    characters = 0
    for line in islice(lines, SAMPLE_ROWS * 10):
        taken.append(line)
        characters += len(line) + 1
        if characters > SAMPLE_CHARACTERS:
            break
    return taken


def _by_position(rows: Sequence[SampleRow], wishes: Wishes) -> bool:
    """Whether the person called columns `Column 2`, and no heading is called so."""
    wanted = list(wishes.mapping)
    named = {clean(cell).casefold() for _, cells in rows[:1] for cell in cells}
    return names_positions(wanted) and named.isdisjoint(name.strip().casefold() for name in wanted)


def _refuse_nothing(rows: Sequence[SampleRow], lines: Sequence[str]) -> None:
    if rows:
        return
    longest = max(map(len, lines), default=0)
    if longest > MAX_LINE:
        endless = UnreadableError(
            f"one of its first lines has {longest:,} characters, so it is no table",
            "Export it again as CSV, one record on a line.",
        )
        raise endless
    if any(line.strip(_HOLDS_NOTHING) for line in lines):
        unclear = UnreadableError(
            "none of its first lines is a row",
            "Look at its quotes in a text editor, or export it again.",
        )
        raise unclear
    empty = UnreadableError("it holds no rows", "Export it again, with its headings.")
    raise empty
