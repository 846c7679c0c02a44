"""What a cell holds, without what programs put around it."""

import re
import unicodedata

# Signs that make a spreadsheet run a cell as a formula, wide ones of East Asian keyboards included.
FORMULA_SIGNS = "=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20"
_GUARDED = re.compile(f"'+[{FORMULA_SIGNS}]")
_AS_TEXT = re.compile(r'="([^"]*)"')
_WRAPPING = frozenset({"'", "="})
_SPACES = range(0x09, 0x0E)  # TAB to CR
_NEXT_LINE = 0x85
_CLEAN = dict.fromkeys(
    code
    for code in (
        *(code for code in range(0x20) if code not in _SPACES),
        *(code for code in range(0x7F, 0xA0) if code != _NEXT_LINE),
        *(0xAD, 0x200B, 0x2060, 0xFEFF),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    )
)
_MARKS = dict.fromkeys(range(0x200C, 0x2010))
_ENDS = re.compile("\r\n?|[\n\v\f\u2028\u2029\x85]")
_NOTHING = frozenset(
    {"n/a", "#n/a", "null", "(null)", "none", "nan", "-", "--", "?", ".", "n.a.", "k.a.", "#value!"}
)


def unguarded(cell: str) -> str:
    """Take away the quote that `write_csv` puts before a formula."""
    return cell[1:] if cell[:1] == "'" and _GUARDED.match(cell) else cell


def clean(cell: str, *, wrapped: bool = True) -> str:
    """One line of text: no control characters, no space around it, one space between words.

    `wrapped` when it may stand in what spreadsheets put around a cell.
    """
    if cell.isascii() and cell.isprintable() and "  " not in cell and cell[:1] not in _WRAPPING:
        return cell.strip()  # nine cells in ten
    if _is_plain(cell) and "  " not in cell:
        return cell.strip()
    return " ".join(_visible(unwrapped(cell) if wrapped else cell).split())


def clean_notes(cell: str, *, wrapped: bool = True) -> str:
    """Text that may have several lines, each without space at its end; `wrapped` as for `clean`."""
    if _is_plain(cell):
        return cell.strip()
    lines = _ENDS.split(_visible(unwrapped(cell) if wrapped else cell))
    return "\n".join(
        " ".join(line.split()) if "\t" in line else line.rstrip() for line in lines
    ).strip()


def without_marks(text: str) -> str:
    """A number, a date or an address without the joiners and direction marks that prose may need."""
    return text if text.isascii() else text.translate(_MARKS).strip()


def is_nothing(text: str) -> bool:
    """Whether a cleaned cell of a number, date, choice or address says that there is none."""
    return text.lower() in _NOTHING


def shown(text: str, longest: int = 60) -> str:
    """A value as a message quotes it."""
    one_line = clean(text[: longest * 4])
    return one_line if len(one_line) <= longest else one_line[: longest - 1] + "…"


def unwrapped(cell: str) -> str:
    """A cell without our guarding quote, or without the `="..."` that keeps a spreadsheet from reading digits."""
    match = _AS_TEXT.fullmatch(cell)
    return match[1] if match else unguarded(cell)


def _is_plain(cell: str) -> bool:
    return (
        cell.isprintable()
        and cell[:1] not in _WRAPPING
        and (cell.isascii() or unicodedata.is_normalized("NFC", cell))
    )


def _visible(cell: str) -> str:
    return unicodedata.normalize("NFC", cell.translate(_CLEAN))
