"""The rows of a text: its encoding, its delimiter and its quotes settled by how it begins."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Self

from sponsor_app.exchange.tabular.dialects import given_delimiter, sample_rows, separator_line, vote
from sponsor_app.exchange.tabular.encodings import Encoding, decoded_lines, settle_encoding
from sponsor_app.exchange.tabular.headers import SampleRow
from sponsor_app.exchange.tabular.limits import MAX_LINE, SAMPLE_CHARACTERS, SAMPLE_ROWS
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.tabular.rows import BrokenRow, Dialect, RowReader
from sponsor_app.exchange.tabular.wishes import Wishes

_HOLDS_NOTHING = ' ,;|\t\r\n"\0\ufeff'


@dataclass(frozen=True, slots=True)
class TextRows:
    """A text as rows; `skipped` is 1 when its first line only names the delimiter."""

    content: bytes
    encoding: Encoding
    dialect: Dialect
    sample: tuple[SampleRow, ...]
    skipped: int = 0

    @classmethod
    def of(cls, content: bytes, wishes: Wishes) -> Self:
        """Settle what the beginning of a text tells. Raises `UnreadableError`."""
        encoding = settle_encoding(content, wishes.encoding)
        lines = _sample_lines(decoded_lines(io.BytesIO(content), encoding))
        announced = separator_line(lines[0]) if lines else None
        skipped = 0 if announced is None else 1
        wanted = given_delimiter(wishes.delimiter) if wishes.delimiter else announced
        dialect = vote(lines[skipped:], wanted)
        rows = sample_rows(lines[skipped:], dialect, skipped + 1)
        _refuse_nothing(rows, lines)
        return cls(content, encoding, dialect, tuple(rows), skipped)

    def rows(
        self, width: int
    ) -> tuple[Iterator[tuple[int, list[str]] | BrokenRow], Callable[[], float]]:
        """All rows from the first line, and a function that tells which share of the text is read."""
        raw = io.BytesIO(self.content)
        reader = RowReader(decoded_lines(raw, self.encoding), self.dialect)
        reader.width = width
        return iter(reader), lambda: raw.tell() / max(1, len(self.content))


def _sample_lines(lines: Iterable[str]) -> list[str]:
    taken: list[str] = []
    characters = 0
    for line in islice(lines, SAMPLE_ROWS * 10):
        taken.append(line)
        characters += len(line) + 1
        if characters > SAMPLE_CHARACTERS:
            break
    return taken


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
