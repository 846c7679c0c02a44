"""Say results: one JSON document for scripts, aligned text for people, one line for what went wrong."""

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cache

import msgspec

from sponsor_app.domain.errors import FileProblemError, SponsorError

Json = object
DONE, REFUSED, USAGE, PARTLY, OUR_BUG = 0, 1, 2, 3, 70
WIDEST = 40
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class OutputError(FileProblemError):
    """Standard output takes nothing more, so this is said on stderr whatever form was asked for."""


class Printer:
    """Writes one verb's answer in the form that was asked for."""

    def __init__(self, *, as_json: bool, quiet: bool) -> None:
        self.as_json = as_json
        self.quiet = quiet

    def answer(self, document: Json, text: str = "") -> None:
        """Say what was done: the document as JSON, or the text for a person who did not ask for quiet."""
        if self.as_json or not self.quiet:
            self.show(document, text)

    def show(self, document: Json, text: str) -> None:
        """Print what was asked for, quiet or not: the document as JSON, or the text for a person."""
        said = as_json(document) if self.as_json else printable(text)
        if not said:
            return
        try:
            print(said, flush=True)
        except BrokenPipeError:
            raise
        except OSError as error:
            why = (error.strerror or type(error).__name__).lower()
            msg = f"The answer could not be written: {why}. What was saved before is safe."
            raise OutputError(msg, "Make room, or send it elsewhere.") from None

    def line(self, document: Json, text: str) -> None:
        """Print one of many answers as it comes: a line of JSON, or the text for a person."""
        if self.as_json:
            print(msgspec.json.encode(document).decode(), flush=True)
        elif not self.quiet:
            print(printable(text), flush=True)

    def rows(
        self, document: Iterable[Json], headings: Sequence[str], lines: Iterable[Sequence[object]]
    ) -> None:
        """Print a list: the documents as JSON, or the lines as a table; what is not wanted is not read."""
        if self.as_json:
            self.show(list(document), "")
        else:
            given = list(lines)
            self.show((), table(headings, given) if given else "Nothing yet.")

    def refuse(self, error: SponsorError) -> int:
        """Say what happened, what is safe and what is next; on stderr, or as JSON on stdout."""
        if self.as_json and not isinstance(error, OutputError):
            body = {"code": error.code, "message": error.message, "next": error.typed or None}
            print(as_json({"error": body}))
        else:
            print(printable(" ".join(f"{error.message} {error.typed}".split())), file=sys.stderr)
        return REFUSED

    def note(self, text: str) -> None:
        """A remark on stderr that no script reads."""
        if not self.quiet and not self.as_json:
            print(printable(text), file=sys.stderr)

    def progress(self, text: str) -> None:
        """Overwrite one line on stderr, only on a terminal."""
        if sys.stderr.isatty() and not self.quiet and not self.as_json:
            print(f"\r\x1b[K{printable(text)}", end="", file=sys.stderr, flush=True)


def as_json(document: Json) -> str:
    """The document as indented JSON: ISO dates, choices by their word, exact numbers."""
    encoder = msgspec.json.Encoder(decimal_format="number")
    return msgspec.json.format(encoder.encode(document), indent=1).decode()


def table(headings: Sequence[str], lines: Sequence[Sequence[object]]) -> str:
    """Aligned columns; long names are cut, never dates or numbers."""
    shown = [list(headings), *([cell(value) for value in line] for line in lines)]
    wide = [[width(text) for text in row] for row in shown]
    most = [max(column) for column in zip(*wide, strict=True)]
    return "\n".join(
        "  ".join(
            text + " " * (size - used) for text, size, used in zip(row, most, taken, strict=True)
        ).rstrip()
        for row, taken in zip(shown, wide, strict=True)
    )


def cell(value: object) -> str:
    """One cell of a table."""
    if value is None:
        return "-"
    if isinstance(value, str) and not isinstance(value, Enum):
        line = " ".join(value.split())
        return line if len(line) <= WIDEST else line[: WIDEST - 1] + "…"
    return str(value.value) if isinstance(value, Enum) else str(value)


def width(text: str) -> int:
    """How many columns of a terminal a text takes: wide East Asian letters take two."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


@cache
def _columns(letter: str) -> int:
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def printable(text: str) -> str:
    """Text without the control characters that would drive a terminal."""
    return CONTROL.sub("�", text)


def bold(text: str) -> str:
    """Bold on a terminal that wants colour."""
    if sys.stdout.isatty() and "NO_COLOR" not in os.environ:
        return f"\x1b[1m{text}\x1b[0m"
    return text
