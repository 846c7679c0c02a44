"""Files that stand at a record on this laptop: what may be one, and what it is called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sponsor_app.domain.errors import FileProblemError
from sponsor_app.domain.text import clean_note

MEGABYTE = 1 << 20
LARGEST = 10 * MEGABYTE
KEPT_AFTER_REMOVAL = timedelta(days=1)
"""How long a removed file can be brought back."""
LONGEST_NAME, LONGEST_SUFFIX = 120, 16
NAMELESS = "attachment"
_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\n\t\u200e\u200f]+')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)")
_PROGRAMS = re.compile(
    r"(?i)\.(app|appimage|apk|bat|bin|chm|cmd|com|command|cpl|deb|desktop|dll|dmg|exe|gadget|hta|inf|ins|iso|jar|jse?|lnk"
    r"|mde|ms[cipt]|pif|pkg|psm?1|pyw?|reg|rpm|run|sc[frt]|sh|so|sys|terminal|url|vb[es]?|webloc|ws[cfh]?|xll)$"
)
_MARKS = (b"MZ", b"\x7fELF", b"#!", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
"""How programs of Windows, Linux, macOS and Java, and scripts begin."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file at a record; `size` in bytes, `by` who attached it."""

    id: str
    name: str
    size: int
    added_at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of some files: their ids, what was there already, and why the others stayed out."""

    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    refused: tuple[FileProblemError, ...] = ()


def fitting_name(name: str) -> str:
    """A file's name as every disk takes it and every screen shows it: one line, its ending kept, nothing hidden in it."""
    plain = _NOT_IN_A_NAME.sub(" ", clean_note("name", name[-1000:]))
    plain = " ".join(plain.split()).strip(". ")
    stem, dot, suffix = plain.rpartition(".")
    if not stem or len(suffix) > LONGEST_SUFFIX:
        stem, dot, suffix = plain, "", ""
    stem = stem[: LONGEST_NAME - len(dot + suffix)].strip(". ") or NAMELESS
    return _RESERVED.sub(r"\1_", stem + dot + suffix)


def is_program(name: str, head: bytes) -> bool:
    """Whether a file, or what it is called, is something that a computer would run."""
    return _PROGRAMS.search(name) is not None or head.startswith(_MARKS)


def refuse_program(name: str, head: bytes) -> None:
    """Refuse what opening would run."""
    if is_program(name, head):
        msg = f"“{name}” is a program, and none is kept here. Nothing was changed."
        raise FileProblemError(msg, "Write down where it is, in a note.")


def together(refused: Sequence[FileProblemError], most: int = 3) -> FileProblemError:
    """Several refusals as one; after `most` they are counted."""
    more = len(refused) - most
    rest = [f"So with {more:,} more."] if more > 0 else []
    said = " ".join([one.message for one in refused[:most]] + rest)
    return FileProblemError(said, refused[0].next if len(refused) == 1 else "")


def size_words(size: int) -> str:
    """`1 KB`, `3.4 MB`."""
    if size < MEGABYTE:
        return f"{max(1, round(size / 1024)):,} KB"
    return f"{size / MEGABYTE:.1f} MB"
