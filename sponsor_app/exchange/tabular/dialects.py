"""What stands between the cells of a file: a vote, because the sniffer of the library errs on one file in six."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sponsor_app.exchange.tabular.headings.known import is_known, known_headings
from sponsor_app.exchange.tabular.limits import SAMPLE_ROWS
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.tabular.rows import Dialect, RowReader

DELIMITERS = (",", ";", "\t", "|")
_NAMES = {
    "tab": "\t",
    "\\t": "\t",
    "comma": ",",
    "semicolon": ";",
    "pipe": "|",
    "space": " ",
    "colon": ":",
}
_SEPARATOR_LINE = re.compile(r'\s*"?sep=(.)"?[\s,;]*', re.IGNORECASE)
_HALF = 0.5
_TRIED_FOR_HEADINGS = 10


@dataclass(frozen=True, slots=True)
class _Vote:
    """How well a delimiter explains the sample: headings we know, then rows of one width, then width."""

    known: int
    share: float
    width: int

    @property
    def rank(self) -> tuple[int, float, int]:
        return self.known, round(self.share, 1), self.width


def given_delimiter(wanted: str) -> str:
    """The delimiter a person named: one sign, or a word such as `tab`. Raises `UnreadableError`."""
    delimiter = _NAMES.get(wanted.strip().lower() or wanted, wanted)
    if len(delimiter) == 1 and delimiter not in '"\r\n\0':
        return delimiter
    odd = UnreadableError(
        f"“{wanted}” cannot stand between cells",
        "Name one sign such as , or ; or |, or the word tab.",
    )
    raise odd


def separator_line(line: str) -> str | None:
    """The delimiter that a first line `sep=;` announces, as spreadsheets write it."""
    match = _SEPARATOR_LINE.fullmatch(line)
    return match[1] if match else None


def vote(lines: Sequence[str], wanted: str | None = None) -> Dialect:
    """The dialect in which the sample `lines` make the most regular table; `wanted` settles the delimiter."""
    if wanted is not None:
        return Dialect(wanted, backslash=_escapes_with_backslash(lines, wanted))
    votes = {delimiter: _vote_for(lines, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: votes[delimiter].rank)
    if votes[best].width < 2:  # noqa: PLR2004 - one column needs no delimiter
        return Dialect(",", backslash=_escapes_with_backslash(lines, ","))
    return Dialect(best, backslash=_escapes_with_backslash(lines, best))


def sample_rows(
    lines: Sequence[str], dialect: Dialect, first_line: int = 1
) -> list[tuple[int, list[str]]]:
    """The rows of a sample that hold anything, with the numbers of their lines."""
    rows: list[tuple[int, list[str]]] = []
    for row in RowReader(lines, dialect, first_line):
        if isinstance(row, tuple) and any(cell.strip() for cell in row[1]):
            rows.append(row)
            if len(rows) >= SAMPLE_ROWS:
                break
    return rows


def usual_width(rows: Sequence[tuple[int, list[str]]]) -> int:
    """The number of cells most rows have; the wider one of two equals."""
    counts = Counter(len(cells) for _, cells in rows)
    return max(counts, key=lambda width: (counts[width], width), default=0)


def _vote_for(lines: Sequence[str], delimiter: str) -> _Vote:
    rows = sample_rows(lines, Dialect(delimiter))
    known = max((known_headings(cells) for _, cells in rows[:_TRIED_FOR_HEADINGS]), default=0)
    several = Counter(len(cells) for _, cells in rows if len(cells) > 1)
    if not several:
        return _Vote(known, 0.0, 1)
    width = max(several, key=lambda one: (several[one], one))
    share = several[width] / len(rows)
    if known < 2 and (share < _HALF or _heads_one_column(rows)):  # noqa: PLR2004 - one column has one
        return _Vote(known, 0.0, 1)
    return _Vote(known, share, width)


def _heads_one_column(rows: Sequence[tuple[int, list[str]]]) -> bool:
    """Whether the first row is one heading we know, so that signs below it belong to the values."""
    return len(rows[0][1]) == 1 and is_known(rows[0][1][0])


def _escapes_with_backslash(lines: Sequence[str], delimiter: str) -> bool:
    """Whether quotes inside cells follow a backslash: only if that reads cleanly and doubling does not."""
    if not any('\\"' in line for line in lines):
        return False
    return not _reads_cleanly(lines, delimiter, backslash=False) and _reads_cleanly(
        lines, delimiter, backslash=True
    )


def _reads_cleanly(lines: Sequence[str], delimiter: str, *, backslash: bool) -> bool:
    escape = "\\" if backslash else None
    try:
        for _ in csv.reader(
            lines, delimiter=delimiter, doublequote=not backslash, escapechar=escape, strict=True
        ):
            pass
    except csv.Error as error:
        return "unexpected end" in str(error)  # the sample may end inside a cell
    return True
