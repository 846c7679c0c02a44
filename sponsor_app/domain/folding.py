"""Compare text the way people do: case, accents and width do not matter."""

import re
import unicodedata

# The combining marks that NFKD splits off Latin, Greek and Cyrillic letters.
MARKS = dict.fromkeys(range(0x300, 0x370))
PLAINER = MARKS | str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "\u0131": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
WORD = re.compile(r"[^\W_]+")
PLAIN = bytes(
    ord(chr(c).lower()) if chr(c).isascii() and chr(c).isalnum() else 32 for c in range(256)
)
"""Plain letters in small, plain digits, and white space for everything else."""


def fold(text: str) -> str:
    """Casefold, split compatibility forms, drop accents, and join white space: `Ångström  AB` -> `angstrom ab`."""
    folded = text.casefold()
    if not folded.isascii():
        # Twice, as Unicode's compatibility caseless match has it: a bold A becomes an A only when it is split.
        folded = unicodedata.normalize("NFKD", folded).casefold()
        folded = unicodedata.normalize("NFKD", folded).translate(PLAINER)
    return " ".join(folded.split())


def words(text: str) -> list[str]:
    """The folded words of `text`: runs of letters and digits."""
    # Plain letters need no more than the fold of their case; an import and a first join split most of their time here.
    if text.isascii():
        return text.encode().translate(PLAIN).decode().split()
    return folded_words(fold(text))


def folded_words(folded: str) -> list[str]:
    """The words of text that is folded already."""
    return WORD.findall(folded)


def digits(text: str) -> str:
    """Only the ASCII digits of `text`."""
    return "".join(c for c in text if "0" <= c <= "9")
