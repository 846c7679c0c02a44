"""Write a table that a spreadsheet opens without asking and without running anything in it."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO, overload

from sponsor_app.exchange.tabular.cells import FORMULA_SIGNS

Cell = str | int | float | None
Publishing = Callable[[Path], AbstractContextManager[Path]]

_DANGEROUS = re.compile(f"'*[{FORMULA_SIGNS}]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def formula_safe(cell: Cell) -> str:
    """The text of a cell, behind a quote when a spreadsheet would run it; a number stays a number.

    A cell that begins with quotes before such a sign gets one more, so that reading takes away just ours.
    """
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    if _DANGEROUS.match(cell) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


@overload
def write_csv(target: BinaryIO, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int: ...


@overload
def write_csv(
    target: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]], publishing: Publishing
) -> int: ...


def write_csv(
    target: BinaryIO | Path,
    header: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    publishing: Publishing | None = None,
) -> int:
    """Write UTF-8 with its mark, CRLF and commas, and count the rows written below the header.

    To a path only through `publishing(path)`, which yields a path beside it and puts that in its place when all
    is written, so that no one finds half a file.
    """
    if not isinstance(target, Path):
        return _write(target, header, rows)
    if publishing is None:
        unsafe = "a path is written to through `publishing`"
        raise TypeError(unsafe)
    with publishing(target) as beside, beside.open("wb") as stream:
        return _write(stream, header, rows)


def _write(stream: BinaryIO, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([formula_safe(name) for name in header])
    written = 0
    for row in rows:
        writer.writerow([formula_safe(cell) for cell in row])
        written += 1
    text.flush()
    text.detach()
    return written
