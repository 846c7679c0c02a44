"""Values as the cells of a workbook: real numbers and days, text that is never a formula, a link or markup."""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sponsor_app.exchange.tabular.cells import unwrapped

DAY_ZERO = date(1899, 12, 30).toordinal()
FIRST_DAY = date(1900, 3, 1)
"""Before it, spreadsheets disagree about the number of a day."""
SECONDS = 86_400
EXACT_DIGITS = 15
LONGEST_TEXT = 32_767

Cell = Callable[[str, Any], str]
"""Makes the XML of one cell from where it stands (`B7`) and its value, which is not None."""

_SPECIAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff&<>_]")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def text_cell(style: int) -> Cell:
    """Cells of text."""
    mark = f' s="{style}"' if style else ""
    mark += ' t="inlineStr"'

    def cell(at: str, value: Any) -> str:
        text = escaped(_wrapped(str(value)))
        if text.strip() != text:
            return f'<c r="{at}"{mark}><is><t xml:space="preserve">{text}</t></is></c>'
        return f'<c r="{at}"{mark}><is><t>{text}</t></is></c>' if text else ""

    return cell


def number_cell(style: int) -> Cell:
    """Cells of numbers; one with more digits than a spreadsheet keeps stays text."""
    as_text = text_cell(0)

    def cell(at: str, value: Any) -> str:
        text = str(value)
        if sum(c.isdecimal() for c in text) > EXACT_DIGITS:
            return as_text(at, value)
        return f'<c r="{at}" s="{style}"><v>{text}</v></c>'

    return cell


def day_cell(style: int) -> Cell:
    """Cells of days, given as ISO text or dates; what no spreadsheet counts stays text."""
    as_text = text_cell(0)

    def cell(at: str, value: Any) -> str:
        number = _day_number(str(value))
        return f'<c r="{at}" s="{style}"><v>{number}</v></c>' if number else as_text(at, value)

    return cell


def moment_cell(style: int) -> Cell:
    """Cells of moments in UTC, given as ISO text or datetimes."""
    as_text = text_cell(0)

    def cell(at: str, value: Any) -> str:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
        if moment.date() < FIRST_DAY:
            return as_text(at, value)
        seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
        serial = moment.toordinal() - DAY_ZERO + seconds / SECONDS
        return f'<c r="{at}" s="{style}"><v>{serial:.8f}</v></c>'

    return cell


def _wrapped(text: str) -> str:
    """Text behind a quote of ours, when reading it would take a quote of somebody else away."""
    return f"'{text}" if text[:1] in ("'", "=") and unwrapped(text) != text else text


def escaped(text: str) -> str:
    """Text for XML in the spelling of spreadsheets: control characters as `_x0007_`, too long a text cut, and saying so."""
    if len(text) > LONGEST_TEXT // 2:
        text = _cut(text)
    if not _SPECIAL.search(text):
        return text
    whole = text.encode("utf-8", "replace").decode()
    return _UNSAFE.sub(lambda found: f"_x{ord(found[0]):04X}_", whole).translate(_ESCAPES)


@lru_cache(maxsize=8192)
def _day_number(text: str) -> int | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day.toordinal() - DAY_ZERO if day >= FIRST_DAY else None


def _cut(text: str) -> str:
    """At most as many units of UTF-16 as a cell holds."""
    raw = text.encode("utf-16-le", "replace")
    if len(raw) <= 2 * LONGEST_TEXT:
        return text
    note = f" … (cut here: {len(text):,} characters, more than a cell holds; the JSON export has them all)"
    kept = raw[: 2 * (LONGEST_TEXT - len(note))].decode("utf-16-le", "ignore")
    return kept + note
