"""Where the headings of a table stand, and what its columns are called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sponsor_app.exchange.tabular.cells import clean
from sponsor_app.exchange.tabular.dialects import usual_width
from sponsor_app.exchange.tabular.headings.known import known_headings
from sponsor_app.exchange.tabular.limits import HEADER_WITHIN, MAX_COLUMNS
from sponsor_app.exchange.tabular.problems import UnreadableError

_NUMBER = re.compile(r"[^\w]*\d[\d\s.,'\u2019/:+()%-]*[^\w]*")
_ADDRESS = re.compile(r"\S+@\S+\.\w+|\w+://\S+|www\.\S+")
_POSITIONAL = re.compile(r"column \d+", re.IGNORECASE)
_LONGEST_HEADING = 200
_THIRD = 1 / 3
_FULL = 0.5

SampleRow = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Header:
    """The line of the headings, None when there are none, and the columns, each under its own name.

    `above` counts the filled rows before the headings; `first_row` is the first line that may hold a record.
    """

    line: int | None
    columns: tuple[str, ...]
    above: tuple[SampleRow, ...] = ()

    def is_before(self, line: int) -> bool:
        """Whether `line` is the header itself or above it."""
        return self.line is not None and line <= self.line


def find_header(
    rows: Sequence[SampleRow], *, positional: bool = False, wanted: int | None = None
) -> Header:
    """The headings among the first `rows`: the row with most headings we know, else the first of text only.

    With `positional` the person named columns by position, so that no row is taken for headings; `wanted` is the
    line on which the person says they are, 0 when there are none.
    Raises `UnreadableError` when the table is wider than any is, or `wanted` is no row of it.
    """
    width = usual_width(rows)
    if wanted is not None:
        index = _wanted_index(rows, wanted)
    else:
        index = None if positional else _header_index(rows, width)
    if index is None:
        widest = max((len(cells) for _, cells in rows), default=0)
        names = [""] * min(widest, max(width, 1)) if rows else []
        return Header(None, column_names(names))
    line, cells = rows[index]
    return Header(
        line, column_names(_without_empty_tail(cells, rows[index + 1 :])), tuple(rows[:index])
    )


def column_names(cells: Sequence[str]) -> tuple[str, ...]:
    """Each heading cleaned; an empty one is called by its position, a second `Email` is `Email (2)`."""
    if len(cells) > MAX_COLUMNS:
        wide = UnreadableError(
            f"it has {len(cells):,} columns, and at most {MAX_COLUMNS:,} are read",
            "Keep the columns that matter, and import that file.",
        )
        raise wide
    names: list[str] = []
    taken: set[str] = set()
    for number, cell in enumerate(cells, 1):
        plain = clean(cell[:_LONGEST_HEADING]) or f"Column {number}"
        name, again = plain, 1
        while name.casefold() in taken:
            again += 1
            name = f"{plain} ({again})"
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def names_positions(names: Sequence[str]) -> bool:
    """Whether all of the columns a person mapped are called by position, `Column 2`."""
    return bool(names) and all(_POSITIONAL.fullmatch(name.strip()) for name in names)


def _wanted_index(rows: Sequence[SampleRow], wanted: int) -> int | None:
    if wanted == 0:
        return None
    for index, (line, _) in enumerate(rows):
        if line == wanted:
            return index
    absent = UnreadableError(
        f"there are no headings on line {wanted}",
        "Name the line on which they stand, or 0 when there are none.",
    )
    raise absent


def _header_index(rows: Sequence[SampleRow], width: int) -> int | None:
    near = rows[:HEADER_WITHIN]
    known = [known_headings(cells) for _, cells in near]
    most = max(known, default=0)
    if most >= 2 or (most == 1 and known[0] == 1 and _could_head(near[0][1])):  # noqa: PLR2004 - one may be chance
        return known.index(most)
    for index, (_, cells) in enumerate(near):
        filled = sum(bool(cell.strip()) for cell in cells)
        if filled >= max(_FULL * width, min(2, width)):
            return index if _could_head(cells) else None
    return None


def _could_head(cells: Sequence[str]) -> bool:
    """Whether a row holds words rather than values: few numbers, no addresses."""
    filled = [text for text in map(clean, cells) if text]
    if any(len(text) > _LONGEST_HEADING or _ADDRESS.fullmatch(text) for text in filled):
        return False
    numbers = sum(_NUMBER.fullmatch(text) is not None for text in filled)
    return numbers < _THIRD * len(filled)


def _without_empty_tail(cells: Sequence[str], below: Sequence[SampleRow]) -> list[str]:
    """Headings without the empty ones at the end that stand over nothing."""
    last = max((index for index, cell in enumerate(cells) if cell.strip()), default=-1)
    for _, row in below:
        filled = (index for index, cell in enumerate(row[: len(cells)]) if cell.strip())
        last = max(last, max(filled, default=-1))
    return list(cells[: last + 1])
