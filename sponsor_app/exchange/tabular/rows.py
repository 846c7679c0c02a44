"""Physical lines become rows, whatever their quotes and line ends."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sponsor_app.exchange.limits import MAX_BYTES
from sponsor_app.exchange.tabular.limits import MAX_LINE, MAX_LINES
from sponsor_app.exchange.tabular.problems import UnreadableError

# Lines that a quote swallowed are rows of their own when they have the width of the table; two columns
# happen in prose.
_TELLING_WIDTH = 3
_TELLING_LINES = 2
_TELLING_SHARE = 0.8
_TOO_LONG = f"the line is longer than {MAX_LINE:,} characters"
_OPEN_QUOTE = "a quote opens on this line and does not close properly"


@dataclass(frozen=True, slots=True)
class Dialect:
    """What stands between cells, and whether a quote in a cell follows a backslash rather than is doubled."""

    delimiter: str = ","
    backslash: bool = False


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A physical line that is no row: where, why, and how it begins."""

    line: int
    reason: str
    text: str


class _LongLineError(Exception):
    """A physical line beyond all reason."""


class RowReader:
    """Yields `(line, cells)` for each row, and a `BrokenRow` for each line that is none.

    `line` is the number of the row's first physical line, from 1; a blank line has no cells. A quote that
    never closes costs its own line only: reading goes on with the next one. `width`, when set, is the number
    of columns of the table, which tells rows that a stray quote swallowed from a note of several lines.
    """

    def __init__(self, lines: Iterable[str], dialect: Dialect, first_line: int = 1) -> None:
        self.width = 0
        self._source = iter(lines)
        self._dialect = dialect
        self._line = first_line - 1
        self._again: deque[str] = deque()
        self._taken: list[str] = []
        self._ended = False
        csv.field_size_limit(MAX_BYTES)

    def __iter__(self) -> Iterator[tuple[int, list[str]] | BrokenRow]:
        reader = self._reader(self._feed())
        taken = self._taken
        while True:
            taken.clear()
            try:
                cells = next(reader)
            except StopIteration:
                return
            except (_LongLineError, csv.Error):
                broken = self._reject_first()
            else:
                if len(taken) == 1 and not self._ended:
                    self._line += 1
                    yield self._line, cells
                    continue
                if not self._runs_away(len(cells)):
                    first = self._line + 1
                    self._line += len(taken)
                    yield first, cells
                    continue
                broken = self._reject_first()
            yield broken
            reader = self._reader(self._feed())

    def _reader(self, lines: Iterable[str], *, strict: bool = False) -> Iterator[list[str]]:
        backslash = self._dialect.backslash
        return csv.reader(
            lines,
            delimiter=self._dialect.delimiter,
            doublequote=not backslash,
            escapechar="\\" if backslash else None,
            strict=strict,
        )

    def _feed(self) -> Iterator[str]:
        again, taken, source = self._again, self._taken, self._source
        while True:
            line = again.popleft() if again else next(source, None)
            if line is None:
                self._ended = True
                return
            taken.append(line)
            if len(line) > MAX_LINE:
                raise _LongLineError
            if self._line + len(taken) > MAX_LINES:
                endless = UnreadableError(
                    f"it has more than {MAX_LINES:,} lines", "Split the file."
                )
                raise endless
            yield line

    def _reject_first(self) -> BrokenRow:
        """Give up the first line of the row at hand, and put the others back."""
        first, *others = self._taken
        self._again.extendleft(reversed(others))
        self._ended = False
        self._line += 1
        reason = _TOO_LONG if len(first) > MAX_LINE else _OPEN_QUOTE
        return BrokenRow(self._line, reason, first[:200].rstrip("\r\n"))

    def _runs_away(self, cells: int) -> bool:
        """Whether the quotes of the row at hand are wrong, or right by accident."""
        taken = self._taken
        try:
            strict = list(self._reader(taken, strict=True))
        except csv.Error:
            return len(taken) > 1 or self._ended
        return len(strict) == 1 and self._swallowed_rows(taken[1:], cells)

    def _swallowed_rows(self, lines: Sequence[str], cells: int) -> bool:
        if self.width < _TELLING_WIDTH or len(lines) < _TELLING_LINES:
            return False
        inner = lines if cells != self.width else lines[:-1]
        whole = sum(len(row) == self.width for line in inner for row in self._reader([line]))
        return whole >= _TELLING_LINES and whole >= _TELLING_SHARE * len(inner)
