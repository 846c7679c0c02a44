"""How senior a title is, so that people of one rank meet."""

import re

from sponsor_app.domain.language import later

CHIEF, PRESIDENT, DIRECTOR, HEAD = 4, 3, 2, 1
WORDS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (PRESIDENT, re.compile(r"\b(vice[ -]president|[es]?vp|head of region)\b")),
    (
        CHIEF,
        re.compile(r"\b(chief|c[a-z]o|ciso|president|founder|owner|chair\w*|managing director)\b"),
    ),
    (DIRECTOR, re.compile(r"\b(director|partner|general manager)\b")),
    (HEAD, re.compile(r"\b(head|manager|lead|leader)\b")),
)
NAMES = later(
    {CHIEF: "top level", PRESIDENT: "vice president", DIRECTOR: "director", HEAD: "manager"}
)


def level_of(title: str | None) -> int | None:
    """1 (manager) to 4 (top level); None for a title that says nothing of rank."""
    text = (title or "").casefold()
    return next((level for level, words in WORDS if words.search(text)), None)
