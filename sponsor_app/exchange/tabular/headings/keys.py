"""The same heading however it is written: `E-mail Address`, `email_address` and `EmailAddress` are one."""

import re
from functools import lru_cache

from sponsor_app.domain.folding import words

_CUSTOM = re.compile(r"__p?c$", re.IGNORECASE)  # the ending of custom fields in Salesforce
_LOOKED_UP = re.compile(r" \(from .+\)$", re.IGNORECASE)  # what Airtable takes from another table
_IN_CUSTOM = re.compile(r"custom field \((.+)\)", re.IGNORECASE)  # fields of one's own in Jira
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_MARKS = frozenset({"required", "optional", "pflichtfeld", "obligatoire", "facultatif"})


@lru_cache(maxsize=8192)
def heading_words(text: str) -> tuple[str, ...]:
    """The folded words of a heading; capitals inside a word begin a new one."""
    own = _IN_CUSTOM.sub(r"\1", _LOOKED_UP.sub("", text.strip()))
    parted = _HUMP.sub(" ", _CUSTOM.sub("", own))
    return tuple(word for word in words(parted) if word not in _MARKS)


def heading_key(text: str) -> str:
    """The words of a heading run together, so that spaces, dashes and capitals do not matter."""
    return "".join(heading_words(text))


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as one line."""
    return frozenset(text.split())


def table_of(rows: dict[str, str]) -> dict[str, tuple[str, int]]:
    """Read `{field: "best heading | next best | ..."}` into `{key: (field, rank)}`; the first field wins a key."""
    table: dict[str, tuple[str, int]] = {}
    for field, headings in rows.items():
        for rank, heading in enumerate(headings.split("|")):
            table.setdefault(heading_key(heading), (field, rank))
    return table
