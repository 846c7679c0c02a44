"""A language nobody speaks: what is not in it was not put behind a translation."""

import re

LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçđéƒĝħîĵķłɱñöþɋřšŧüṽŵẋýžÅƁÇĐÉƑĜĦÎĴĶŁṀÑÖÞɊŘŠŦÜṼŴẊÝŽ",
)
HOLE = re.compile(r"(\{[^}]*\})")
LONGER = 0.4
"""How much longer than English a text may be, as German often is."""


class Pseudo:
    """Every text in brackets, with letters that English has not, and longer; `Spoken` of domain/language."""

    code, thousands, decimal = "en", "’", "·"

    def text(self, english: str) -> str | None:
        """`[Åççöüñŧš ééé]`."""
        return said(english)

    def counted(self, one: str, many: str, count: int) -> str | None:
        """One or many, as in English."""
        return said(one if count == 1 else many)

    def phrase(self, english: str) -> str | None:
        """As if every sentence were known."""
        return said(english)


def said(english: str) -> str:
    """A text as it is said; what is said already stays, and so do the holes."""
    if "[" in english or not re.search(r"[A-Za-z]", HOLE.sub("", english)):
        return english
    parts = [one if HOLE.fullmatch(one) else one.translate(LETTERS) for one in HOLE.split(english)]
    return f"[{''.join(parts)}{'é' * max(0, round(len(english) * LONGER) - 2)}]"
