"""The any-scrap finder: what was found, and which field said so."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sponsor_app.domain.folding import digits, fold
from sponsor_app.domain.ids import AccountId

SNIPPET = 120
PHONE_SCRAP = 4


class HitKind(StrEnum):
    """The kinds of record that can be found."""

    ACCOUNT = "account"
    CONTACT = "contact"
    MEMBER = "member"
    INTERACTION = "interaction"
    ISSUE = "issue"
    COMMITMENT = "promise"
    FACT = "fact"
    PULSE = "pulse"
    THEME = "theme"
    EVENT = "event"
    REFERENCE = "reference"
    REACH_OUT = "reach_out"


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate with the fields that may have matched: (field name, text as written)."""

    kind: HitKind
    id: str
    title: str
    account: str | None
    account_id: AccountId | None
    fields: tuple[tuple[str, str], ...]
    on: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer: the record, the field that matched, the words around it, and how well, 0 to 100."""

    kind: HitKind
    id: str
    title: str
    account: str | None
    account_id: AccountId | None
    field: str
    snippet: str
    score: float


FIELD_WORTH = {
    "name": 1.0,
    "former name": 0.9,
    "alias": 0.9,
    "email": 0.92,
    "domain": 0.88,
    "phone": 0.92,
    "order number": 0.95,
    "external id": 0.9,
    "title": 0.7,
    "text": 0.6,
    "summary": 0.6,
    "quote": 0.62,
    "detail": 0.55,
}
LEAST_WORTH = 0.5
"""How much a match in a field is worth, against one in the name."""


def phone_scrap(text: str) -> str:
    """The digits to look for when `text` is a piece of a phone number, else empty.

    Country prefixes, trunk zeros and every way of writing them are dropped: `+33 (0)6 28` and `06 28` both
    look for what follows.
    """
    bare = text.replace("(0)", "")
    if any(c not in "0123456789 +-./()" for c in bare):
        return ""
    found = digits(bare).lstrip("0")
    return found if len(digits(bare)) >= PHONE_SCRAP else ""


def match_field(query: Sequence[str], scrap: str, name: str, text: str) -> float:
    """How well `text` answers the folded query words, 0 to 100; `scrap` is the phone digits, if it is one."""
    worth = FIELD_WORTH.get(name, LEAST_WORTH)
    if name == "phone":
        return 95.0 * worth if scrap and scrap in digits(text) else 0.0
    folded = fold(text)
    if " ".join(query) == folded:
        return 100.0 * worth
    if not query or not all(word in folded for word in query):
        return 0.0
    scores = [_match_word(word, folded) for word in query]
    whole = 6.0 if folded.startswith(" ".join(query)) else 0.0
    closeness = 4.0 * sum(map(len, query)) / max(1, len(folded))
    return min(99.0, (sum(scores) / len(scores) + whole + closeness) * worth)


def _match_word(word: str, folded: str) -> float:
    """Whether it is a word of the text, begins one, or stands within one."""
    best, at = 60.0, folded.find(word)
    while at >= 0:
        end = at + len(word)
        if at == 0 or not folded[at - 1].isalnum():
            if end == len(folded) or not folded[end].isalnum():
                return 88.0
            best = 82.0
        at = folded.find(word, at + 1)
    return best


def snippet(query: Sequence[str], text: str) -> str:
    """About 120 characters of `text` around the first match, on one line."""
    line = " ".join(text.split())
    if len(line) <= SNIPPET:
        return line
    folded = fold(line)
    at = min((i for i in (folded.find(word) for word in query) if i >= 0), default=0)
    start = max(0, min(at - SNIPPET // 3, len(line) - SNIPPET))
    piece = line[start : start + SNIPPET].strip()
    return ("… " if start else "") + piece + (" …" if start + SNIPPET < len(line) else "")
