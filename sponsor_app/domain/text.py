"""Text that people type or paste: nothing lost, nothing that harms whoever shows it."""

import unicodedata

from sponsor_app.domain.errors import InvalidError

LONGEST_LINE = 500
LONGEST_NOTE = 100_000
LONGEST_RUN = 200
KEEP = frozenset("\n\t\u200c\u200d\u200e\u200f")
"""Line ends, tabs, and the joiners and direction marks that Arabic, Persian and emoji need."""


def clean_note(name: str, text: str) -> str:
    """A note as it was written, without control characters; refuses over 100,000 characters."""
    if len(text) > LONGEST_NOTE:
        msg = (
            f"This {name} has {len(text):,} characters; {LONGEST_NOTE:,} are the most a note holds."
            " Nothing was saved, and your text is still where you typed it."
        )
        raise InvalidError(msg, "Shorten it, or keep the long text as a file beside the account.")
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in plain if c in KEEP or not unicodedata.category(c).startswith("C"))


def clean_line(name: str, text: str) -> str:
    """One line of text; refuses an empty one and over 500 characters."""
    if len(text) > LONGEST_NOTE:
        text = text[: LONGEST_NOTE + 1]
    line = " ".join(clean_note(name, text[:LONGEST_NOTE]).split())
    if not line:
        msg = f"This {name} is empty. Nothing was changed."
        raise InvalidError(msg)
    if len(line) > LONGEST_LINE:
        msg = f"This {name} is longer than {LONGEST_LINE} characters. Nothing was changed."
        raise InvalidError(msg, "Shorten it; the rest belongs in a note.")
    return line


def breakable(text: str) -> str:
    """The same text with room to break runs of over 200 characters, which would freeze a text view."""
    pieces = (_broken(word) for word in text.split(" "))
    return " ".join(pieces)


def _broken(word: str) -> str:
    if len(word) <= LONGEST_RUN:
        return word
    return "\u200b".join(word[i : i + LONGEST_RUN] for i in range(0, len(word), LONGEST_RUN))


def counted(count: int, one: str, many: str = "") -> str:
    """`1 account`, `2 accounts`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
